/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

G_BEGIN_DECLS

/* What a reader can do to events, times and relations, each as one undoable, named command.  They are
 * dismissed and restored by apo_edit_set_dismissed(). */

ApoEvent    *apo_edit_add_event            (ApoHistory     *history,
                                            ApoSpan         span,
                                            const char     *label);
void         apo_edit_set_event_date       (ApoHistory     *history,
                                            ApoEvent       *event,
                                            ApoInterval     interval,
                                            ApoPrecision    precision);
void         apo_edit_set_event_label      (ApoHistory     *history,
                                            ApoEvent       *event,
                                            const char     *label);
void         apo_edit_set_event_certainty  (ApoHistory     *history,
                                            ApoEvent       *event,
                                            ApoCertainty    certainty);
void         apo_edit_set_event_actors     (ApoHistory     *history,
                                            ApoEvent       *event,
                                            GListModel     *actors);
void         apo_edit_set_time             (ApoHistory     *history,
                                            ApoTime        *time,
                                            ApoInterval     interval,
                                            ApoPrecision    precision);

ApoRelation *apo_edit_add_relation         (ApoHistory     *history,
                                            ApoActor       *from,
                                            ApoActor       *to,
                                            ApoRelationKind kind,
                                            ApoSpan         evidence);
void         apo_edit_set_relation_kind    (ApoHistory     *history,
                                            ApoRelation    *relation,
                                            ApoRelationKind kind);
void         apo_edit_set_relation_directed (ApoHistory    *history,
                                            ApoRelation    *relation,
                                            gboolean        directed);
void         apo_edit_turn_relation        (ApoHistory     *history,
                                            ApoRelation    *relation);
void         apo_edit_set_relation_certainty (ApoHistory   *history,
                                            ApoRelation    *relation,
                                            ApoCertainty    certainty);

G_END_DECLS

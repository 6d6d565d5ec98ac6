/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

G_BEGIN_DECLS

/* What a reader can do to relations, each as one undoable, named command.  They are dismissed and
 * restored by apo_edit_set_all_dismissed(). */

ApoRelation *apo_edit_add_relation           (ApoHistory     *history,
                                              ApoActor       *from,
                                              ApoActor       *to,
                                              ApoRelationKind kind,
                                              ApoSpan         evidence);
void         apo_edit_set_relation_kind      (ApoHistory     *history,
                                              GListModel     *relations,
                                              ApoRelationKind kind);
void         apo_edit_set_relation_directed  (ApoHistory     *history,
                                              GListModel     *relations,
                                              gboolean        directed);
void         apo_edit_turn_relation          (ApoHistory     *history,
                                              GListModel     *relations);
void         apo_edit_set_relation_certainty (ApoHistory     *history,
                                              GListModel     *relations,
                                              ApoCertainty    certainty);
gboolean     apo_edit_add_evidence           (ApoHistory     *history,
                                              ApoRelation    *relation,
                                              ApoSpan         span);

G_END_DECLS

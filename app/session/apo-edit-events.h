/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

G_BEGIN_DECLS

/* What a reader can do to events and times, each as one undoable, named command.  Events are
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

G_END_DECLS

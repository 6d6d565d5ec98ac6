/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-claim-query.h"
#include "apo-history.h"

G_BEGIN_DECLS

/* Notes, and choices of claims that have a name. */

ApoNote      *apo_edit_add_note          (ApoHistory          *history,
                                          ApoItem             *target,
                                          const char          *text,
                                          const char          *author);
ApoNote      *apo_edit_add_note_on_span  (ApoHistory          *history,
                                          ApoSpan              span,
                                          const char          *text,
                                          const char          *author);
void          apo_edit_set_note_text     (ApoHistory          *history,
                                          ApoNote             *note,
                                          const char          *text);
void          apo_edit_remove_note       (ApoHistory          *history,
                                          ApoNote             *note);
GListModel   *apo_dossier_list_notes     (ApoDossier          *dossier,
                                          ApoItem             *target);

ApoSavedView *apo_edit_save_view         (ApoHistory          *history,
                                          const char          *name,
                                          const ApoClaimQuery *query);
void          apo_edit_rename_view       (ApoHistory          *history,
                                          ApoSavedView        *view,
                                          const char          *name);
void          apo_edit_remove_view       (ApoHistory          *history,
                                          ApoSavedView        *view);

G_END_DECLS

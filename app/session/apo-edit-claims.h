/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

G_BEGIN_DECLS

/* What a reader can do to claims, each as one undoable, named command.  A list of claims is a model
 * of ApoClaim, such as what is selected in a list; all of it is one command. */

/* Judging */
void      apo_edit_set_verdict        (ApoHistory    *history,
                                       ApoClaim      *claim,
                                       ApoVerdict     verdict,
                                       const char    *author);
void      apo_edit_set_verdicts       (ApoHistory    *history,
                                       GListModel    *claims,
                                       ApoVerdict     verdict,
                                       const char    *author);
void      apo_edit_set_reason         (ApoHistory    *history,
                                       ApoClaim      *claim,
                                       const char    *reason);
void      apo_edit_set_confidence     (ApoHistory    *history,
                                       ApoClaim      *claim,
                                       ApoConfidence  confidence);
void      apo_edit_set_status         (ApoHistory    *history,
                                       ApoClaim      *claim,
                                       ApoWorkStatus  status,
                                       ApoDay         review_day);
void      apo_edit_set_statuses       (ApoHistory    *history,
                                       GListModel    *claims,
                                       ApoWorkStatus  status,
                                       ApoDay         review_day);
void      apo_edit_set_due_day        (ApoHistory    *history,
                                       ApoClaim      *claim,
                                       ApoDay         day);

/* Whose claim it is, and what kind of */
void      apo_edit_set_speaker        (ApoHistory    *history,
                                       ApoClaim      *claim,
                                       ApoActor      *speaker);
void      apo_edit_set_speakers       (ApoHistory    *history,
                                       GListModel    *claims,
                                       ApoActor      *speaker);
ApoActor *apo_edit_set_new_speaker    (ApoHistory    *history,
                                       GListModel    *claims,
                                       const char    *name,
                                       ApoActorKind   kind);
gboolean  apo_edit_can_report         (ApoDossier    *dossier,
                                       ApoClaim      *claim,
                                       ApoClaim      *reporter);
gboolean  apo_edit_set_reported_by    (ApoHistory    *history,
                                       ApoClaim      *claim,
                                       ApoClaim      *reporter);
void      apo_edit_set_claim_type     (ApoHistory    *history,
                                       ApoClaim      *claim,
                                       ApoClaimType   type);
void      apo_edit_set_claim_certainty (ApoHistory   *history,
                                       ApoClaim      *claim,
                                       ApoCertainty   certainty);

/* Which passage it is */
ApoClaim *apo_edit_add_claim          (ApoHistory    *history,
                                       ApoSpan        span,
                                       ApoActor      *speaker);
gboolean  apo_edit_trim_claim         (ApoHistory    *history,
                                       ApoClaim      *claim,
                                       guint          piece,
                                       ApoSpan        span);
gboolean  apo_edit_can_split_claim    (ApoDossier    *dossier,
                                       ApoClaim      *claim,
                                       guint          position);
ApoClaim *apo_edit_split_claim        (ApoHistory    *history,
                                       ApoClaim      *claim,
                                       guint          position);
gboolean  apo_edit_can_join_claims    (ApoDossier    *dossier,
                                       GListModel    *claims);
ApoClaim *apo_edit_join_claims        (ApoHistory    *history,
                                       GListModel    *claims);

G_END_DECLS

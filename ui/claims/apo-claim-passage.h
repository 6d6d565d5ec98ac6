/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

/* The words of claims and articles as they are shown in lists: on one line, bound so that no
 * quotation mark stands alone at the end or the beginning of a line. */

char       *apo_claim_passage_bind        (const char *text);
char       *apo_claim_passage_dup         (ApoDossier *dossier,
                                           ApoItem    *item);
const char *apo_claim_passage_get_class   (ApoClaim   *claim);
const char *apo_claim_passage_get_speaker (ApoDossier *dossier,
                                           ApoClaim   *claim);
guint       apo_claim_passage_get_number  (ApoDossier *dossier,
                                           ApoClaim   *claim,
                                           guint      *n_claims);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

G_BEGIN_DECLS

/* What a reader does with what was not found again in a newer text, each as one command. */

void  apo_reanchor_attach         (ApoHistory    *history,
                                   ApoItem       *item,
                                   const ApoSpan *spans,
                                   guint          n_spans);
void  apo_reanchor_attach_mention (ApoHistory    *history,
                                   ApoActor      *actor,
                                   guint          mention,
                                   ApoSpan        span);
void  apo_reanchor_confirm        (ApoHistory    *history,
                                   ApoItem       *item);
char *apo_reanchor_dup_old_text   (ApoDossier    *dossier,
                                   ApoItem       *item);

G_END_DECLS

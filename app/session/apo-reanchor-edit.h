/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

G_BEGIN_DECLS

/**
 * ApoUnplaced:
 * @item: stands in an older version of the text
 * @mention: which of the mentions, if that is an actor
 * @article: the older version
 * @span: from its first to its last code point there
 * @anchor: whether it may be in the newer text, or is lost
 *
 * What was not found again in a newer text.
 */
typedef struct {
  ApoItem *item;
  guint mention;
  ApoArticle *article;
  ApoSpan span;
  ApoAnchor anchor;
} ApoUnplaced;

GPtrArray *apo_reanchor_list_versions (ApoDossier *dossier);
GArray    *apo_reanchor_list_unplaced (ApoDossier *dossier);

/* What a reader does with that, each as one command. */

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

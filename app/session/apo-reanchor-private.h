/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier-private.h"
#include "apo-reanchor.h"

G_BEGIN_DECLS

/* A text of the dossier and the passages of it. */
typedef struct {
  ApoArticle *article;
  ApoText *text;
  guint number;
  guint first;                  /* of the targets */
  guint n;
} ApoReanchorVersion;

struct _ApoReanchor {
  gatomicrefcount refs;
  ApoDossier *dossier;
  ApoArticle *newer;
  ApoText *new_text;
  GArray *versions;             /* ApoReanchorVersion, the current text first */
  GArray *targets;              /* ApoReanchorTarget, by version */
};

GArray   *apo_reanchor_collect   (ApoDossier        *dossier,
                                  ApoArticle        *article);
int       apo_item_find_article  (ApoItem           *item);
void      apo_reanchor_relocate  (ApoCommand        *command,
                                  ApoItem           *item,
                                  const char        *article,
                                  GVariant         **passages);
gboolean  apo_reanchor_is_older  (ApoDossier        *dossier,
                                  ApoArticle        *article,
                                  ApoArticle        *current);
gboolean  apo_reanchor_is_of     (ApoDossier        *dossier,
                                  ApoItem           *item,
                                  ApoArticle        *article);

G_END_DECLS

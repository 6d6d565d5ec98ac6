/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-anchor.h"
#include "apo-history.h"

G_BEGIN_DECLS

/**
 * ApoReanchorTarget:
 * @id: of the item
 * @type: of the item
 * @field: where the passage is kept
 * @index: its number in that field
 * @is_main: whether the item stands there; else it is its cue, source or disclaimer
 * @place: what became of the passage
 *
 * A passage that an item of the dossier stands on.
 */
typedef struct {
  char *id;
  ApoItemType type;
  guint field;
  guint index;
  gboolean is_main;
  ApoPlace place;
} ApoReanchorTarget;

/**
 * ApoReanchor:
 *
 * The replacing of the first article's text by a newer version.
 */
typedef struct _ApoReanchor ApoReanchor;

ApoReanchor *apo_reanchor_new           (ApoDossier          *dossier,
                                         ApoArticle          *newer);
void         apo_reanchor_free          (ApoReanchor         *reanchor);
void         apo_reanchor_run           (ApoReanchor         *reanchor,
                                         GCancellable        *cancellable);
void         apo_reanchor_run_async     (ApoReanchor         *reanchor,
                                         GCancellable        *cancellable,
                                         GAsyncReadyCallback  callback,
                                         gpointer             user_data);
gboolean     apo_reanchor_run_finish    (GAsyncResult        *result,
                                         GError             **error);
guint        apo_reanchor_get_n_targets (ApoReanchor         *reanchor);
const ApoReanchorTarget *
             apo_reanchor_get_target    (ApoReanchor         *reanchor,
                                         guint                target);
guint        apo_reanchor_count         (ApoReanchor         *reanchor,
                                         ApoPlaceState        state);
ApoText     *apo_reanchor_get_old_text  (ApoReanchor         *reanchor,
                                         guint                target);
ApoText     *apo_reanchor_get_new_text  (ApoReanchor         *reanchor);
char        *apo_reanchor_dup_old_words (ApoReanchor         *reanchor,
                                         guint                target);
char        *apo_reanchor_dup_new_words (ApoReanchor         *reanchor,
                                         guint                target);
void         apo_reanchor_settle        (ApoReanchor         *reanchor,
                                         guint                target,
                                         const ApoSpan       *span);
ApoCommand  *apo_reanchor_apply         (ApoReanchor         *reanchor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoReanchor, apo_reanchor_free)

G_END_DECLS

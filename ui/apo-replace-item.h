/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reanchor.h"

G_BEGIN_DECLS

/**
 * ApoReplaceAnswer:
 *
 * What the reader says about a passage; the first is not to have said anything.
 */
typedef enum {
  APO_REPLACE_OPEN,
  APO_REPLACE_HERE,
  APO_REPLACE_GONE,
} ApoReplaceAnswer;

#define APO_TYPE_REPLACE_ANSWER (apo_replace_answer_get_type ())
#define APO_TYPE_REPLACE_ITEM   (apo_replace_item_get_type ())

GType apo_replace_answer_get_type (void) G_GNUC_CONST;

/**
 * ApoReplaceItem:
 *
 * A passage of a text that is about to be replaced: where it seems to be in the newer one, and what
 * the reader says to that.  Nothing of it reaches the replacement before apo_replace_item_settle().
 *
 * Properties: `answer`, and `candidate`, the number of the place that is looked at.
 */
G_DECLARE_FINAL_TYPE (ApoReplaceItem, apo_replace_item, APO, REPLACE_ITEM, GObject)

ApoReplaceItem  *apo_replace_item_new              (ApoDossier       *dossier,
                                                    ApoReanchor      *reanchor,
                                                    guint             target);
const ApoReanchorTarget *
                 apo_replace_item_get_target       (ApoReplaceItem   *item);
ApoPlaceState    apo_replace_item_get_state        (ApoReplaceItem   *item);
gboolean         apo_replace_item_is_open          (ApoReplaceItem   *item);
ApoReplaceAnswer apo_replace_item_get_answer       (ApoReplaceItem   *item);
void             apo_replace_item_set_answer       (ApoReplaceItem   *item,
                                                    ApoReplaceAnswer  answer);
guint            apo_replace_item_get_candidate    (ApoReplaceItem   *item);
void             apo_replace_item_set_candidate    (ApoReplaceItem   *item,
                                                    guint             candidate);
char            *apo_replace_item_dup_title        (ApoReplaceItem   *item);
char            *apo_replace_item_dup_old_words    (ApoReplaceItem   *item,
                                                    char            **before,
                                                    char            **after);
char            *apo_replace_item_dup_new_words    (ApoReplaceItem   *item,
                                                    char            **before,
                                                    char            **after);
void             apo_replace_item_settle           (ApoReplaceItem   *item);
void             apo_replace_item_copy_answer      (ApoReplaceItem   *item,
                                                    ApoReplaceItem   *from);
int              apo_replace_item_compare          (gconstpointer     a,
                                                    gconstpointer     b);

G_END_DECLS

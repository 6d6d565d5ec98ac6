/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-text.h"

G_BEGIN_DECLS

/**
 * ApoAnchorWord:
 * @span: in folded characters
 * @id: the same for equal words
 * @next: the next place of the same word, or %G_MAXUINT
 */
typedef struct {
  ApoSpan span;
  guint id;
  guint next;
} ApoAnchorWord;

/**
 * ApoAnchorText:
 *
 * A text folded for matching, with a map back to its code points, and its words.
 */
typedef struct {
  gunichar *chars;
  guint *starts;                /* the first code point that a character stands for */
  guint *ends;                  /* one past the last */
  guint8 *breaks;               /* whether a line ends before it */
  guint length;
  ApoAnchorWord *words;         /* by place */
  guint n_words;
  GArray *firsts;               /* guint: by word id, its first place, or G_MAXUINT */
  GArray *counts;               /* guint: by word id, how many there are */
} ApoAnchorText;

ApoAnchorText *apo_anchor_text_new         (ApoText       *text,
                                            GHashTable    *ids);
void           apo_anchor_text_free        (ApoAnchorText *self);
GHashTable    *apo_anchor_ids_new          (void);
ApoSpan        apo_anchor_text_fold        (ApoAnchorText *self,
                                            ApoSpan        span);
ApoSpan        apo_anchor_text_unfold      (ApoAnchorText *self,
                                            ApoSpan        folded);
gboolean       apo_anchor_text_is_edge     (ApoAnchorText *self,
                                            guint          place);
guint          apo_anchor_text_find_word   (ApoAnchorText *self,
                                            guint          place);
guint          apo_anchor_text_count       (ApoAnchorText *self,
                                            guint          id);
ApoSpan        apo_anchor_text_get_sentence (ApoAnchorText *self,
                                            ApoSpan        folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoAnchorText, apo_anchor_text_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-text.h"

/* Newer versions of a text, with a record of what became of each of its code points. */

typedef enum {
  APO_EDIT_TYPOGRAPHY,
  APO_EDIT_INSERTIONS,
  APO_EDIT_WORDS,
  APO_EDIT_DELETIONS,
  APO_EDIT_MOVES,
  APO_EDIT_ALL,
} ApoEditKind;

#define APO_N_EDIT_KINDS (APO_EDIT_ALL + 1)

/**
 * ApoEditedChar:
 * @c: in the newer text
 * @origin: the code point of the older one that it comes from or stands for, or -1
 * @is_same: whether it is that one, and not of another word in its place
 */
typedef struct {
  gunichar c;
  int origin;
  gboolean is_same;
} ApoEditedChar;

GArray     *apo_edited_text_new     (ApoText     *text,
                                     ApoEditKind  kind,
                                     GRand       *rand);
ApoText    *apo_edited_text_join    (GArray      *chars);
gboolean    apo_edited_text_trace   (GArray      *chars,
                                     ApoText     *text,
                                     ApoSpan      span,
                                     ApoSpan     *now,
                                     double      *kept);
gboolean    apo_edited_text_holds   (GArray      *chars,
                                     ApoSpan      span,
                                     ApoSpan      now);
const char *apo_edit_kind_to_string (ApoEditKind  kind);

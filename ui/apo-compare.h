/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ApoCompareKind:
 * @APO_COMPARE_CHANGE: the first wording has become the second: what is gone is struck out, what is
 *   new is underlined
 * @APO_COMPARE_CHOICE: both are there to choose from: what differs is underlined in both
 */
typedef enum {
  APO_COMPARE_CHANGE,
  APO_COMPARE_CHOICE,
} ApoCompareKind;

typedef enum {
  APO_COMPARE_FIRST,
  APO_COMPARE_SECOND,
} ApoCompareSide;

#define APO_TYPE_COMPARE (apo_compare_get_type ())

/**
 * ApoCompare:
 *
 * Two wordings beside each other, or one below the other where there is little room, each below its
 * heading, with the words marked that the other has not.  The marks are lines and weight, no
 * colours.
 *
 * CSS nodes: `compare`, with two boxes `.apo-wording` of a heading and a text.  Role: group; the
 * words that differ are the descriptions of the texts.
 */
G_DECLARE_FINAL_TYPE (ApoCompare, apo_compare, APO, COMPARE, GtkWidget)

GtkWidget *apo_compare_new         (void);
void       apo_compare_set_kind    (ApoCompare     *compare,
                                    ApoCompareKind  kind);
void       apo_compare_set_heading (ApoCompare     *compare,
                                    ApoCompareSide  side,
                                    const char     *heading);
void       apo_compare_set_words   (ApoCompare     *compare,
                                    const char     *first,
                                    const char     *second);
void       apo_compare_set_context (ApoCompare     *compare,
                                    ApoCompareSide  side,
                                    const char     *before,
                                    const char     *after);

G_END_DECLS

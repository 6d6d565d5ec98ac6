/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-text.h"

G_BEGIN_DECLS

/**
 * ApoPieces:
 *
 * A text as it is displayed where very long paragraphs would be too slow: cut into pieces at
 * sentences or words, with a line break between them that the text does not have; and the map
 * between offsets of the text and of what is displayed, both in code points.
 */
typedef struct _ApoPieces ApoPieces;

ApoPieces *apo_pieces_new             (ApoText   *text,
                                       gsize      longest,
                                       gsize      piece);
void       apo_pieces_free            (ApoPieces *pieces);

guint      apo_pieces_get_n_breaks    (ApoPieces *pieces);
guint      apo_pieces_get_break       (ApoPieces *pieces,
                                       guint      index);
char      *apo_pieces_dup_displayed   (ApoPieces *pieces,
                                       gsize     *n_bytes);
guint      apo_pieces_to_displayed    (ApoPieces *pieces,
                                       guint      offset);
ApoSpan    apo_pieces_span_to_displayed (ApoPieces *pieces,
                                         ApoSpan    span);
guint      apo_pieces_to_text         (ApoPieces *pieces,
                                       guint      displayed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoPieces, apo_pieces_free)

G_END_DECLS

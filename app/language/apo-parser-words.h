/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-word.h"

G_BEGIN_DECLS

/**
 * ApoParserWord:
 * @mark_before: the hash of the mark that stands right before it; 0 is none
 * @mark_after: of the one right after it
 * @place: its place in the sentence
 * @landmark: #ApoLandmark
 * @before: how many of each landmark stand in the sentence before it
 *
 * A word as the parser sees it.  Punctuation is no word to it but belongs to the words beside it (J.
 * Ma, Y. Zhang, J. Zhu, "Punctuation processing for projective dependency parsing", 2014).
 */
typedef struct {
  guint64 form;
  guint64 ending;
  guint64 mark_before;
  guint64 mark_after;
  guint32 lexical;
  guint32 place;
  guint16 tag;
  guint8 pos;
  guint8 morph;
  guint8 landmark;
  guint16 before[5];
} ApoParserWord;

/* What stands between two words tells whether one depends on the other. */
typedef enum {
  APO_LANDMARK_COMMA,
  APO_LANDMARK_VERB,
  APO_LANDMARK_COORDINATOR,
  APO_LANDMARK_QUOTE,
  APO_LANDMARK_STOP,            /* brackets, colons, semicolons, dashes */
  APO_N_LANDMARKS
} ApoLandmark;

guint apo_parser_words_fill (GArray              *parser_words,
                             const ApoWord       *words,
                             guint                n_words);

static inline gboolean
apo_parser_words_is_mark (const ApoWord *word)
{
  return apo_word_get_pos (word) == APO_POS_PUNCT;
}

/* How far apart two words stand, in a few steps. */
static inline guint
apo_parser_words_get_distance (guint a,
                               guint b)
{
  guint distance = a < b ? b - a : a - b;

  return distance < 5 ? distance : distance < 8 ? 5 : distance < 12 ? 6 : 7;
}

/* What stands between the word @left and @right, which comes after it, as one small number. */
static inline guint
apo_parser_words_get_between (const ApoParserWord *left,
                              const ApoParserWord *right)
{
  static const guint8 most[] = { 2, 2, 1, 1, 1 };
  static const guint8 shift[] = { 0, 2, 4, 5, 6 };
  guint between = 1 << 7;

  for (guint i = 0; i < APO_N_LANDMARKS; i++)
    {
      guint n = (guint16) (right->before[i] - left->before[i] - (left->landmark == i));

      between |= (i == APO_LANDMARK_QUOTE ? n % 2 : MIN (n, most[i])) << shift[i];
    }

  return between;
}

guint apo_parser_words_get_agreement (const ApoParserWord *a,
                                      const ApoParserWord *b);

G_END_DECLS

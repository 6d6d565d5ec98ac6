/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-parser-words.h"

#include <string.h>

#include "apo-feature.h"

/* The tags of places that hold no word; no tagger gives them. */
enum {
  TAG_ROOT = 0xfffe,
  TAG_OUTSIDE = 0xffff,
};

static const struct {
  const char *mark;
  ApoLandmark landmark;
} marks[] = {
  { ",", APO_LANDMARK_COMMA },
  { "\"", APO_LANDMARK_QUOTE },
  { "«", APO_LANDMARK_QUOTE },
  { "»", APO_LANDMARK_QUOTE },
  { "“", APO_LANDMARK_QUOTE },
  { "”", APO_LANDMARK_QUOTE },
  { "(", APO_LANDMARK_STOP },
  { ")", APO_LANDMARK_STOP },
  { "[", APO_LANDMARK_STOP },
  { "]", APO_LANDMARK_STOP },
  { ":", APO_LANDMARK_STOP },
  { ";", APO_LANDMARK_STOP },
  { "-", APO_LANDMARK_STOP },
  { "–", APO_LANDMARK_STOP },
  { "—", APO_LANDMARK_STOP },
};

static ApoLandmark
get_landmark (const ApoWord *word)
{
  switch (apo_word_get_pos (word))
    {
    case APO_POS_VERB:
    case APO_POS_AUX:
      return APO_LANDMARK_VERB;
    case APO_POS_CCONJ:
      return APO_LANDMARK_COORDINATOR;
    case APO_POS_PUNCT:
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        if (apo_feature_hash (marks[i].mark, strlen (marks[i].mark)) == word->form)
          return marks[i].landmark;
      return APO_N_LANDMARKS;
    default:
      return APO_N_LANDMARKS;
    }
}

static ApoParserWord
read_word (const ApoWord *words,
           guint          n_words,
           guint          i)
{
  return (ApoParserWord) {
    .form = words[i].lower,
    .ending = words[i].suffix[2],
    .lexical = words[i].lexical,
    .tag = words[i].tag,
    .pos = apo_word_get_pos (&words[i]),
    .morph = words[i].morph,
    .mark_before = i > 0 && apo_parser_words_is_mark (&words[i - 1]) ? words[i - 1].form : 0,
    .mark_after = i + 1 < n_words && apo_parser_words_is_mark (&words[i + 1]) ? words[i + 1].form : 0,
    .place = i,
    .landmark = get_landmark (&words[i]),
  };
}

/**
 * apo_parser_words_fill:
 * @parser_words: (element-type ApoParserWord): overwritten
 * @words: tagged
 *
 * Makes the words of a sentence ready for the parser: those that are no punctuation are numbered from
 * 1, before them is what stands for no word and after them the root and the end.  A sentence of marks
 * alone has its first one as a word.
 *
 * Returns: how many words there are for the parser
 */
guint
apo_parser_words_fill (GArray        *parser_words,
                       const ApoWord *words,
                       guint          n_words)
{
  const ApoParserWord outside = { .tag = TAG_OUTSIDE, .landmark = APO_N_LANDMARKS };
  ApoParserWord root = { .tag = TAG_ROOT, .landmark = APO_N_LANDMARKS };
  guint16 counts[APO_N_LANDMARKS] = { 0 };

  g_array_set_size (parser_words, 0);
  g_array_append_val (parser_words, outside);
  for (guint i = 0; i < n_words; i++)
    {
      ApoParserWord word = read_word (words, n_words, i);

      if (!apo_parser_words_is_mark (&words[i]))
        {
          memcpy (word.before, counts, sizeof counts);
          g_array_append_val (parser_words, word);
        }
      if (word.landmark < APO_N_LANDMARKS)
        counts[word.landmark]++;
    }

  if (parser_words->len == 1 && n_words > 0)
    {
      ApoParserWord first = read_word (words, n_words, 0);

      g_array_append_val (parser_words, first);
    }
  memcpy (root.before, counts, sizeof counts);
  g_array_append_val (parser_words, root);
  g_array_append_val (parser_words, outside);

  return parser_words->len - 3;
}

/**
 * apo_parser_words_get_agreement:
 *
 * Returns: for each of gender, number and person whether the two agree, do not or do not tell
 */
guint
apo_parser_words_get_agreement (const ApoParserWord *a,
                                const ApoParserWord *b)
{
  static const guint8 categories[] = {
    APO_MORPH_MASCULINE | APO_MORPH_FEMININE,
    APO_MORPH_SINGULAR | APO_MORPH_PLURAL,
    APO_MORPH_FIRST | APO_MORPH_SECOND | APO_MORPH_THIRD,
  };
  guint agreement = 0;

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    if ((a->morph & categories[i]) != 0 && (b->morph & categories[i]) != 0)
      agreement |= ((a->morph & b->morph & categories[i]) != 0 ? 1 : 2) << 2 * i;

  return agreement;
}

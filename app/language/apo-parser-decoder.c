/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-parser-decoder.h"

#include "apo-parser-marks.h"

static const ApoParserWord *
get_words (ApoParserDecoder *decoder)
{
  return (const ApoParserWord *) (gconstpointer) decoder->words->data;
}

/**
 * apo_parser_decoder_start:
 * @words: tagged
 *
 * Begins with a sentence; the decoder may have been used for others.
 */
void
apo_parser_decoder_start (ApoParserDecoder *decoder,
                          const ApoWord    *words,
                          guint             n_words)
{
  if (decoder->words == NULL)
    decoder->words = g_array_new (FALSE, FALSE, sizeof (ApoParserWord));

  decoder->n_words = n_words;
  apo_parser_state_start (&decoder->state,
                          apo_parser_words_fill (decoder->words, words, n_words));
}

void
apo_parser_decoder_clear (ApoParserDecoder *decoder)
{
  g_clear_pointer (&decoder->words, g_array_unref);
  apo_parser_state_clear (&decoder->state);
}

/**
 * apo_parser_decoder_choose_move:
 *
 * Returns: the best of the moves that are allowed
 */
ApoMove
apo_parser_decoder_choose_move (ApoParserDecoder *decoder)
{
  ApoMove best = APO_N_MOVES;

  decoder->n_features = apo_parser_get_move_features (get_words (decoder), &decoder->state,
                                                      decoder->features);
  apo_scorer_score (decoder->moves, decoder->features, decoder->n_features, decoder->scores);

  for (ApoMove move = 0; move < APO_N_MOVES; move++)
    if (apo_parser_state_allows (&decoder->state, move)
        && (best == APO_N_MOVES || decoder->scores[move] > decoder->scores[best]))
      best = move;

  return best;
}

/**
 * apo_parser_decoder_choose_dep:
 * @move: the next move
 *
 * Returns: the best relation of the arc that @move makes; %APO_DEP_NONE where it makes none
 */
ApoDep
apo_parser_decoder_choose_dep (ApoParserDecoder *decoder,
                               ApoMove           move)
{
  ApoDep best = APO_DEP_ROOT + 1;

  if (move == APO_MOVE_SHIFT)
    return APO_DEP_NONE;
  if (apo_parser_state_get_head (&decoder->state, move) > decoder->state.n)
    return APO_DEP_ROOT;

  decoder->n_features = apo_parser_get_label_features (get_words (decoder), &decoder->state, move,
                                                       decoder->features);
  apo_scorer_score (decoder->labels, decoder->features, decoder->n_features, decoder->scores);

  for (ApoDep dep = best + 1; dep < APO_N_DEPS; dep++)
    if (decoder->scores[dep] > decoder->scores[best])
      best = dep;

  return best;
}

void
apo_parser_decoder_make_move (ApoParserDecoder *decoder,
                              ApoMove           move,
                              ApoDep            dep)
{
  if (move == APO_MOVE_SHIFT)
    apo_parser_state_shift (&decoder->state);
  else
    apo_parser_state_link (&decoder->state, move, dep);
}

/**
 * apo_parser_decoder_run:
 *
 * Makes the best moves to the end.
 */
void
apo_parser_decoder_run (ApoParserDecoder *decoder)
{
  while (!apo_parser_state_is_done (&decoder->state))
    {
      ApoMove move = apo_parser_decoder_choose_move (decoder);

      apo_parser_decoder_make_move (decoder, move, apo_parser_decoder_choose_dep (decoder, move));
    }
}

/**
 * apo_parser_decoder_finish:
 * @words: those that it was started with
 *
 * Writes heads and relations into the words; punctuation gets its own now.
 */
void
apo_parser_decoder_finish (ApoParserDecoder *decoder,
                           ApoWord          *words)
{
  const ApoParserWord *seen = get_words (decoder);
  guint n = decoder->state.n;

  for (guint i = 0; i < decoder->n_words; i++)
    words[i].dep = APO_DEP_NONE;

  for (guint i = 1; i <= n; i++)
    {
      const ApoNode *node = &decoder->state.nodes[i];

      words[seen[i].place].head = node->head > n ? seen[i].place : seen[node->head].place;
      words[seen[i].place].dep = node->dep;
    }

  apo_parser_marks_attach (words, decoder->n_words);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-parser-features.h"
#include "apo-perceptron.h"

G_BEGIN_DECLS

/* The sections of a parser's model file. */
#define APO_PARSER_MOVES  "moves"
#define APO_PARSER_LABELS "labels"

/**
 * ApoParserDecoder:
 * @moves: judges the next move, whether trained or in training
 * @labels: judges the relation that a move would make
 * @n_features: how many of @features the last choice looked at
 * @scores: of the last choice
 *
 * A parse in progress; all zero but for the two scorers before it is started.
 */
typedef struct {
  ApoScorer moves;
  ApoScorer labels;
  ApoParserState state;
  GArray *words;                /* ApoParserWord */
  guint n_words;                /* with the marks */
  guint n_features;
  ApoFeature features[APO_MAX_PARSER_FEATURES];
  float scores[APO_MAX_CLASSES];
} ApoParserDecoder;

void    apo_parser_decoder_start       (ApoParserDecoder *decoder,
                                        const ApoWord    *words,
                                        guint             n_words);
void    apo_parser_decoder_clear       (ApoParserDecoder *decoder);
ApoMove apo_parser_decoder_choose_move (ApoParserDecoder *decoder);
ApoDep  apo_parser_decoder_choose_dep  (ApoParserDecoder *decoder,
                                        ApoMove           move);
void    apo_parser_decoder_make_move   (ApoParserDecoder *decoder,
                                        ApoMove           move,
                                        ApoDep            dep);
void    apo_parser_decoder_run         (ApoParserDecoder *decoder);
void    apo_parser_decoder_finish      (ApoParserDecoder *decoder,
                                        ApoWord          *words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ApoParserDecoder, apo_parser_decoder_clear)

G_END_DECLS

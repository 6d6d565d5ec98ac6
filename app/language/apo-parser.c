/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-parser.h"

#include "apo-parser-decoder.h"

struct _ApoParser {
  ApoPerceptron *moves;
  ApoPerceptron *labels;
};

/* A section of a model file as a classifier of @n_classes classes. */
static ApoPerceptron *
read_section (ApoModelFile  *file,
              const char    *name,
              guint          n_classes,
              GError       **error)
{
  GBytes *bytes = apo_model_file_get_section (file, name, error);
  g_autoptr (ApoPerceptron) perceptron = NULL;

  if (bytes == NULL)
    return NULL;

  perceptron = apo_perceptron_new (bytes);
  if (perceptron == NULL || apo_perceptron_get_scorer (perceptron).n_classes != n_classes)
    {
      apo_model_file_set_error (file, error);
      return NULL;
    }

  return g_steal_pointer (&perceptron);
}

/**
 * apo_parser_new:
 * @file: a model of a parser; may be freed afterwards
 *
 * Returns: (transfer full) (nullable): the parser, or %NULL with an error of the model file
 */
ApoParser *
apo_parser_new (ApoModelFile  *file,
                GError       **error)
{
  g_autoptr (ApoParser) self = g_new0 (ApoParser, 1);

  self->moves = read_section (file, APO_PARSER_MOVES, APO_N_MOVES, error);
  if (self->moves != NULL)
    self->labels = read_section (file, APO_PARSER_LABELS, APO_N_DEPS, error);

  return self->labels != NULL ? g_steal_pointer (&self) : NULL;
}

void
apo_parser_free (ApoParser *parser)
{
  g_clear_pointer (&parser->moves, apo_perceptron_free);
  g_clear_pointer (&parser->labels, apo_perceptron_free);
  g_free (parser);
}

/**
 * apo_parser_parse:
 * @words: a tagged sentence
 *
 * Fills in the head and the relation of each word: always a tree with one root.  Takes time and
 * memory linear in @n_words.
 */
void
apo_parser_parse (const ApoParser *parser,
                  ApoWord         *words,
                  guint            n_words)
{
  g_auto (ApoParserDecoder) decoder = {
    .moves = apo_perceptron_get_scorer (parser->moves),
    .labels = apo_perceptron_get_scorer (parser->labels),
  };

  if (n_words == 0)
    return;

  apo_parser_decoder_start (&decoder, words, n_words);
  apo_parser_decoder_run (&decoder);
  apo_parser_decoder_finish (&decoder, words);
}

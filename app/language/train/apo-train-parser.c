/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-lexicon.h"
#include "apo-parser-decoder.h"
#include "apo-parser-trainer.h"
#include "apo-train.h"

static ApoParserTraining training = { .n_epochs = 8, .n_seeds = 3, .seed = 1 };
static double prune_moves = 0.6;
static double prune_labels = 0.6;
static char *lexicon_path;

static const GOptionEntry ENTRIES[] = {
  { "lexicon", 0, 0, G_OPTION_ARG_FILENAME, &lexicon_path, "the lexicon", "FILE.model" },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &training.n_epochs, "how often all sentences are seen", "N" },
  { "seeds", 0, 0, G_OPTION_ARG_INT, &training.n_seeds, "how many trainings are mixed", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &training.seed, "the seed of the first of them", "N" },
  { "prune-moves", 0, 0, G_OPTION_ARG_DOUBLE, &prune_moves,
    "weights of moves smaller than this are left out", "X" },
  { "prune-labels", 0, 0, G_OPTION_ARG_DOUBLE, &prune_labels,
    "weights of relations smaller than this are left out", "X" },
  { NULL }
};

/* What the parser sees of words, from their tags as the file has them. */
static gboolean
look_up_words (ApoTreebank  *treebank,
               GError      **error)
{
  g_autoptr (ApoModelFile) file = apo_model_file_open (lexicon_path, error);
  g_autoptr (ApoLexicon) lexicon = file != NULL ? apo_lexicon_new (file, error) : NULL;

  if (lexicon == NULL)
    return FALSE;

  for (guint i = 0; i < treebank->trees->len; i++)
    {
      ApoTree *tree = apo_treebank_get (treebank, i);

      for (guint k = 0; k < tree->n; k++)
        {
          apo_lexicon_look_up (lexicon, &tree->words[k]);
          tree->words[k].morph = apo_lexicon_get_morph (lexicon, &tree->words[k]);
        }
    }

  return TRUE;
}

static gboolean
write_parser (const char  *path,
              ApoLearner  *moves,
              ApoLearner  *labels,
              GError     **error)
{
  g_autoptr (GBytes) packed_moves = apo_learner_pack (moves, prune_moves);
  g_autoptr (GBytes) packed_labels = apo_learner_pack (labels, prune_labels);
  const ApoModelSection sections[] = {
    { APO_PARSER_MOVES, packed_moves },
    { APO_PARSER_LABELS, packed_labels },
  };

  g_print ("%s: %.2f MB moves, %.2f MB relations\n", path, g_bytes_get_size (packed_moves) / 1e6,
           g_bytes_get_size (packed_labels) / 1e6);

  return apo_model_file_write (path, sections, G_N_ELEMENTS (sections), error);
}

/**
 * apo_train_parser:
 *
 * `parser --lexicon LEXICON.model OUT.model FILE.conllu…`: trains on trees tagged by `jackknife`; a
 * file that is named twice weighs twice.
 */
gboolean
apo_train_parser (int      argc,
                  char   **argv,
                  GError **error)
{
  g_autoptr (ApoLearner) moves = apo_learner_new (APO_N_MOVES);
  g_autoptr (ApoLearner) labels = apo_learner_new (APO_N_DEPS);
  g_autoptr (ApoTreebank) treebank = NULL;

  if (!apo_train_parse (ENTRIES, &argc, &argv, 2, error))
    return FALSE;
  if (lexicon_path == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--lexicon is missing.");
      return FALSE;
    }

  treebank = apo_treebank_load ((const char * const *) argv + 2, error);
  if (treebank == NULL || !look_up_words (treebank, error))
    return FALSE;

  apo_parser_train (treebank, &training, moves, labels);

  return write_parser (argv[1], moves, labels, error);
}

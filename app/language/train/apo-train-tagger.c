/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "apo-learner.h"
#include "apo-lexicon.h"
#include "apo-tagger.h"
#include "apo-train.h"

#define N_FOLDS 10

/**
 * Course:
 * @order: which sentences it learns from
 * @again: they have tags of an earlier pass
 *
 * The training of one tagger.
 */
typedef struct {
  const ApoTreebank *treebank;
  GArray *tags;                 /* (element-type ApoTag) by class */
  guint8 *classes;              /* by tag */
  GArray *order;                /* (element-type uint) */
  gboolean again;
} Course;

static int rounds = 8;
static int n_seeds = 5;
static int n_seeds_second = 3;
static int first_seed = 1;
static double prune = 0.4;
static double prune_second = 0.4;
static char *lexicon_path;

static const GOptionEntry ENTRIES[] = {
  { "lexicon", 0, 0, G_OPTION_ARG_FILENAME, &lexicon_path, "the lexicon", "FILE.model" },
  { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "how often all sentences are seen", "N" },
  { "seeds", 0, 0, G_OPTION_ARG_INT, &n_seeds, "how many trainings are mixed", "N" },
  { "seeds-second", 0, 0, G_OPTION_ARG_INT, &n_seeds_second, "the same in the second pass", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT, &first_seed, "the seed of the first of them", "N" },
  { "prune", 0, 0, G_OPTION_ARG_DOUBLE, &prune, "weights smaller than this are left out", "X" },
  { "prune-second", 0, 0, G_OPTION_ARG_DOUBLE, &prune_second, "the same in the second pass", "X" },
  { NULL }
};

static void
course_init (Course            *self,
             const ApoTreebank *treebank)
{
  self->again = FALSE;
  self->treebank = treebank;
  self->tags = g_array_new (FALSE, FALSE, sizeof (ApoTag));
  self->classes = g_new (guint8, G_MAXUINT16 + 1);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  memset (self->classes, 0xff, G_MAXUINT16 + 1);

  for (guint i = 0; i < treebank->trees->len; i++)
    for (guint k = 0; k < apo_treebank_get (treebank, i)->n; k++)
      {
        ApoTag tag = apo_treebank_get (treebank, i)->leaves[k].tag;

        if (self->classes[tag] == 0xff)
          {
            self->classes[tag] = self->tags->len;
            g_array_append_val (self->tags, tag);
          }
      }
}

static void
course_clear (Course *self)
{
  g_array_unref (self->order);
  g_array_unref (self->tags);
  g_free (self->classes);
}

/* The first pass goes on from its own guesses; the second always sees those of other taggers. */
static void
learn_sentence (Course     *self,
                ApoLearner *learner,
                ApoTree    *tree)
{
  const ApoTagPass pass = { apo_learner_get_scorer (learner), NULL, self->again };
  const ApoTag *tags = (const ApoTag *) self->tags->data;
  ApoFeature features[APO_TAG_MAX_FEATURES];
  guint n;

  for (guint i = 0; i < tree->n; i++)
    {
      guint guess = apo_tagger_choose (&pass, tree->words, tree->n, i, features, &n);
      guint right = self->classes[tree->leaves[i].tag];

      if (guess == right)
        apo_learner_tick (learner);
      else
        apo_learner_update (learner, features, n, right, guess);
      if (!self->again)
        tree->words[i].tag = tags[guess];
    }
}

static ApoLearner *
learn_once (Course *self,
            int     seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  ApoLearner *learner = apo_learner_new (self->tags->len);

  for (int round = 0; round < rounds; round++)
    {
      apo_train_shuffle ((guint *) self->order->data, self->order->len, random);
      for (guint i = 0; i < self->order->len; i++)
        learn_sentence (self, learner, apo_treebank_get (self->treebank,
                                                         g_array_index (self->order, guint, i)));
    }
  apo_learner_average (learner);

  return learner;
}

static ApoLearner *
learn (Course *self,
       int     n)
{
  ApoLearner *mix = apo_learner_new (self->tags->len);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (ApoLearner) learner = learn_once (self, first_seed + i);

      apo_learner_add (mix, learner, 1.0f / n);
    }

  return mix;
}

/* A pass over all sentences, in the order of the files to begin with. */
static GBytes *
learn_pass (Course   *self,
            gboolean  again,
            int       n,
            double    threshold)
{
  g_autoptr (ApoLearner) learner = NULL;
  GBytes *weights;

  g_array_set_size (self->order, 0);
  for (guint i = 0; i < self->treebank->trees->len; i++)
    g_array_append_val (self->order, i);
  self->again = again;
  learner = learn (self, n);
  weights = apo_learner_pack (learner, threshold);
  g_print ("%s pass: %u features, %.2f MB\n", again ? "second" : "first",
           apo_learner_get_n_rows (learner), g_bytes_get_size (weights) / 1e6);

  return weights;
}

static ApoTreebank *
load (char   **paths,
      GError **error)
{
  g_autoptr (ApoModelFile) file = NULL;
  g_autoptr (ApoLexicon) lexicon = NULL;
  g_autoptr (ApoTreebank) treebank = NULL;

  if (lexicon_path == NULL)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--lexicon is missing.");
      return NULL;
    }

  file = apo_model_file_open (lexicon_path, error);
  lexicon = file != NULL ? apo_lexicon_new (file, error) : NULL;
  treebank = lexicon != NULL ? apo_treebank_load ((const char * const *) paths, error) : NULL;
  if (treebank == NULL)
    return NULL;

  for (guint i = 0; i < treebank->trees->len; i++)
    for (guint k = 0; k < apo_treebank_get (treebank, i)->n; k++)
      apo_lexicon_look_up (lexicon, &apo_treebank_get (treebank, i)->words[k]);

  return g_steal_pointer (&treebank);
}

/**
 * apo_train_tagger:
 *
 * `tagger --lexicon LEXICON.model OUT.model FILE.conllu…`: trains on trees tagged by `jackknife`,
 * whose tags the second pass sees; a file that is named twice weighs twice.
 */
gboolean
apo_train_tagger (int      argc,
                  char   **argv,
                  GError **error)
{
  g_autoptr (ApoTreebank) treebank = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  Course course;
  gboolean good;

  if (!apo_train_parse (ENTRIES, &argc, &argv, 2, error))
    return FALSE;
  treebank = load (argv + 2, error);
  if (treebank == NULL)
    return FALSE;

  course_init (&course, treebank);
  second = learn_pass (&course, TRUE, n_seeds_second, prune_second);
  first = learn_pass (&course, FALSE, n_seeds, prune);      /* overwrites the tags of the files */
  good = apo_tagger_write (argv[1], (const ApoTag *) course.tags->data, course.tags->len, first,
                           second, error);
  g_print ("%u words, %u tags\n", treebank->n_words, course.tags->len);
  course_clear (&course);

  return good;
}

/**
 * apo_train_jackknife:
 *
 * `jackknife --lexicon LEXICON.model OUT.conllu FILE.conllu…`: tags each tenth of the sentences by
 * what was learnt from the others, so that a parser can be trained on tags as wrong as it will see.
 * Each file is to be named once, or a tenth would have been seen.
 */
gboolean
apo_train_jackknife (int      argc,
                     char   **argv,
                     GError **error)
{
  g_autoptr (ApoTreebank) treebank = NULL;
  g_autoptr (ApoTreebank) tagged = NULL;
  Course course;
  gboolean good;

  if (!apo_train_parse (ENTRIES, &argc, &argv, 2, error))
    return FALSE;
  treebank = load (argv + 2, error);
  tagged = treebank != NULL ? load (argv + 2, error) : NULL;
  if (tagged == NULL)
    return FALSE;

  course_init (&course, treebank);
  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      g_autoptr (ApoLearner) learner = NULL;
      ApoTagPass pass;

      g_array_set_size (course.order, 0);
      for (guint i = 0; i < treebank->trees->len; i++)
        if (i % N_FOLDS != fold)
          g_array_append_val (course.order, i);
      learner = learn (&course, 1);
      pass = (ApoTagPass) { apo_learner_get_scorer (learner), (ApoTag *) course.tags->data, FALSE };
      for (guint i = fold; i < treebank->trees->len; i += N_FOLDS)
        apo_tagger_decode (&pass, apo_treebank_get (tagged, i)->words,
                           apo_treebank_get (tagged, i)->n);
    }
  good = apo_treebank_write (tagged, argv[1], error);
  course_clear (&course);

  return good;
}

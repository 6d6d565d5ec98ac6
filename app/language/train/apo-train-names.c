/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-train.h"

#include <stdlib.h>
#include <string.h>

#include "apo-learner.h"
#include "apo-name-corpus.h"
#include "apo-name-lists.h"
#include "apo-name-tagger.h"

/* The first reading of each part is made by a model that has not seen it. */
#define N_FOLDS 5

typedef struct {
  int epochs;
  int models;
  int seed;
  double hide;
  double forget;
  double prune;
} Settings;

typedef struct {
  Settings settings;
  GPtrArray *texts;             /* (element-type ApoNameText) */
  GRand *random;
} Trainer;

/* Hides letters, and forgets what the gazetteers know, so that the model learns to do without. */
static GArray *
blur (Trainer      *t,
      const GArray *words)
{
  GArray *copy = g_array_sized_new (FALSE, FALSE, sizeof (ApoNameWord), words->len);
  guint names = APO_KNOWN_GIVEN | APO_KNOWN_SURNAME | APO_KNOWN_CITY | APO_KNOWN_COUNTRY
                | APO_KNOWN_REGION | APO_KNOWN_ORGANISATION | APO_KNOWN_MEDIUM | APO_KNOWN_GROUP
                | APO_KNOWN_SEAT;
  gboolean forget = FALSE;

  g_array_append_vals (copy, words->data, words->len);
  for (guint i = 0; i < copy->len; i++)
    {
      ApoNameWord *word = &g_array_index (copy, ApoNameWord, i);

      if (word->run_end == word->run || word->run == i)
        forget = g_rand_double (t->random) < t->settings.forget;
      if (forget)
        {
          word->known &= ~names;
          word->phrase = word->phrase & names ? 0 : word->phrase;
        }
      if (word->letters != APO_NAME_CASE_OTHER && g_rand_double (t->random) < t->settings.hide)
        word->form = word->norm = word->prefix2 = word->prefix3 = word->suffix2 = word->suffix3
          = word->suffix4 = 0;
    }

  return copy;
}

static void
correct (ApoLearner         *learner,
         const GArray       *words,
         const ApoNameVotes *votes,
         ApoSpan             sentence,
         const guint8       *gold,
         const guint8       *tags)
{
  ApoFeature features[APO_NAME_MAX_FEATURES];

  for (guint i = sentence.start; i < sentence.end; i++)
    {
      const ApoNameWord *word = &g_array_index (words, ApoNameWord, i);
      gboolean start = i == sentence.start
                       || !g_array_index (words, ApoNameWord, i - 1).may;
      ApoFeature good = apo_name_transition (start ? APO_N_NAME_TAGS : gold[i - 1]);
      ApoFeature bad = apo_name_transition (start ? APO_N_NAME_TAGS : tags[i - 1]);

      if (!word->may)
        continue;
      if (gold[i] != tags[i])
        {
          guint n = apo_name_features (words, votes, i, features);

          apo_learner_adjust (learner, features, n, gold[i], 1);
          apo_learner_adjust (learner, features, n, tags[i], -1);
        }
      if (gold[i] != tags[i] || good != bad)
        {
          apo_learner_adjust (learner, &good, 1, gold[i], 1);
          apo_learner_adjust (learner, &bad, 1, tags[i], -1);
        }
    }
}

static void
learn_text (Trainer           *t,
            ApoLearner        *learner,
            const ApoNameText *text,
            gboolean           second)
{
  g_autoptr (GArray) words = blur (t, text->words);
  g_autofree guint8 *tags = g_new0 (guint8, words->len + 1);
  g_autoptr (ApoNameVotes) votes = second ? apo_name_votes_new (text->words, text->first) : NULL;

  for (guint i = 0; i < text->tokens->sentences->len; i++)
    {
      ApoSpan sentence = g_array_index (text->tokens->sentences, ApoSpan, i);

      apo_name_tagger_read (apo_learner_get_scorer (learner), words, sentence, votes, tags);
      apo_learner_tick (learner);
      if (memcmp (tags + sentence.start, text->gold + sentence.start,
                  sentence.end - sentence.start) != 0)
        correct (learner, words, votes, sentence, text->gold, tags);
    }
}

static ApoLearner *
learn_once (Trainer  *t,
            int       left_out,
            guint     epochs,
            gboolean  second)
{
  ApoLearner *learner = apo_learner_new (APO_N_NAME_TAGS);
  g_autofree guint *order = g_new (guint, t->texts->len);

  for (guint i = 0; i < t->texts->len; i++)
    order[i] = i;

  for (guint epoch = 0; epoch < epochs; epoch++)
    {
      apo_train_shuffle (order, t->texts->len, t->random);
      for (guint i = 0; i < t->texts->len; i++)
        if ((int) (order[i] % N_FOLDS) != left_out)
          learn_text (t, learner, g_ptr_array_index (t->texts, order[i]), second);
    }

  apo_learner_average (learner);

  return learner;
}

/* Several trainings in different orders, as one model. */
static ApoLearner *
learn (Trainer  *t,
       gboolean  second)
{
  g_autoptr (ApoLearner) sum = apo_learner_new (APO_N_NAME_TAGS);

  for (int i = 0; i < t->settings.models; i++)
    {
      g_autoptr (ApoLearner) learner = learn_once (t, -1, t->settings.epochs, second);

      apo_learner_add (sum, learner, 1.0 / t->settings.models);
    }

  return g_steal_pointer (&sum);
}

static void
read_first (ApoScorer    scorer,
            ApoNameText *text)
{
  apo_name_tagger_read (scorer, text->words, APO_SPAN (0, text->words->len), NULL, text->first);
}

static void
read_folds (Trainer *t)
{
  for (guint fold = 0; fold < N_FOLDS; fold++)
    {
      g_autoptr (ApoLearner) learner = learn_once (t, fold, MAX (2, t->settings.epochs / 2), FALSE);

      for (guint i = fold; i < t->texts->len; i += N_FOLDS)
        read_first (apo_learner_get_scorer (learner), g_ptr_array_index (t->texts, i));
    }
}

static gboolean
write_model (const char    *path,
             GBytes        *gazetteer,
             ApoLearner    *first,
             ApoLearner    *second,
             float          prune,
             GError       **error)
{
  g_autoptr (GBytes) one = apo_learner_pack (first, prune);
  g_autoptr (GBytes) two = apo_learner_pack (second, prune);
  ApoModelSection sections[] = {
    { APO_NAME_SECTION_GAZETTEER, gazetteer },
    { APO_NAME_SECTION_FIRST, one },
    { APO_NAME_SECTION_SECOND, two },
  };

  return apo_model_file_write (path, sections, G_N_ELEMENTS (sections), error);
}

/**
 * apo_train_names:
 *
 * `names OUT PACK FILE…`: trains the tagger of names on files of a word and its BIO tag a line.
 */
gboolean
apo_train_names (int      argc,
                 char   **argv,
                 GError **error)
{
  Trainer t = { { 10, 3, 1, 0, 0, 0.05 } };
  GOptionEntry entries[] = {
    { "epochs", 0, 0, G_OPTION_ARG_INT, &t.settings.epochs, "Readings of all texts", "N" },
    { "models", 0, 0, G_OPTION_ARG_INT, &t.settings.models, "Trainings to average", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &t.settings.seed, "Of the order of the texts", "N" },
    { "hide", 0, 0, G_OPTION_ARG_DOUBLE, &t.settings.hide, "Share of words to hide", "SHARE" },
    { "forget", 0, 0, G_OPTION_ARG_DOUBLE, &t.settings.forget, "Share of names to forget",
      "SHARE" },
    { "prune", 0, 0, G_OPTION_ARG_DOUBLE, &t.settings.prune, "Smallest weight to keep", "WEIGHT" },
    { NULL }
  };
  g_autoptr (ApoLanguagePack) pack = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ApoGazetteer) gazetteer = NULL;
  g_autoptr (ApoLearner) first = NULL;
  g_autoptr (ApoLearner) second = NULL;
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GRand) random = NULL;

  if (!apo_train_parse (entries, &argc, &argv, 3, error))
    return FALSE;
  pack = apo_language_pack_load (argv[2], error);
  bytes = pack != NULL ? apo_name_lists_pack (pack, error) : NULL;
  if (bytes == NULL)
    return FALSE;

  gazetteer = apo_gazetteer_new (bytes);
  texts = apo_name_corpus_load (pack, gazetteer, (const char * const *) argv + 3, error);
  if (texts == NULL)
    return FALSE;

  random = g_rand_new_with_seed (t.settings.seed);
  t.texts = texts;
  t.random = random;
  read_folds (&t);
  first = learn (&t, FALSE);
  second = learn (&t, TRUE);

  return write_model (argv[1], bytes, first, second, t.settings.prune, error);
}

/**
 * apo_train_test_names:
 *
 * `test-names MODEL PACK FILE…`: prints how many names of the files the tagger finds.
 */
gboolean
apo_train_test_names (int      argc,
                      char   **argv,
                      GError **error)
{
  gboolean show = FALSE;
  GOptionEntry entries[] = {
    { "show", 0, 0, G_OPTION_ARG_NONE, &show, "Print what is missed and what is wrong", NULL },
    { NULL }
  };
  g_autoptr (ApoLanguagePack) pack = NULL;
  g_autoptr (ApoNameTagger) tagger = NULL;
  g_autoptr (GPtrArray) texts = NULL;

  if (!apo_train_parse (entries, &argc, &argv, 3, error))
    return FALSE;
  pack = apo_language_pack_load (argv[2], error);
  tagger = pack != NULL ? apo_name_tagger_new (argv[1], error) : NULL;
  if (tagger == NULL)
    return FALSE;

  texts = apo_name_corpus_load (pack, apo_name_tagger_get_gazetteer (tagger),
                                (const char * const *) argv + 3, error);
  if (texts == NULL)
    return FALSE;

  apo_name_corpus_score (texts, tagger, show);

  return TRUE;
}

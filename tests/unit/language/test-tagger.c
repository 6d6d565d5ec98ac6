/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "apo-learner.h"
#include "apo-tagger.h"

#define NOUN APO_POS_NOUN
#define ADJ APO_POS_ADJ
#define N_WORDS 3

/* What words are only becomes clear behind them: « ferme » is no noun before one. */
typedef struct {
  const char *words[N_WORDS];
  ApoTag first[N_WORDS];
  ApoTag second[N_WORDS];
} Sentence;

static const Sentence sentences[] = {
  { { "une", "ferme", "neuve" }, { NOUN, NOUN, ADJ }, { NOUN, NOUN, ADJ } },
  { { "une", "ferme", "poigne" }, { NOUN, NOUN, NOUN }, { NOUN, ADJ, NOUN } },
};

static const ApoTag TAGS[] = { NOUN, ADJ };

static char *folder;

static void
make_words (const Sentence *sentence,
            const ApoTag   *tags,
            ApoWord        *words)
{
  for (guint i = 0; i < N_WORDS; i++)
    {
      apo_word_init (&words[i], sentence->words[i], strlen (sentence->words[i]));
      words[i].tag = tags != NULL ? tags[i] : APO_TAG_NONE;
    }
}

static void
learn_sentence (ApoLearner     *learner,
                const Sentence *sentence,
                gboolean        again)
{
  const ApoTagPass pass = { apo_learner_get_scorer (learner), NULL, again };
  const ApoTag *right = again ? sentence->second : sentence->first;
  ApoFeature features[APO_TAG_MAX_FEATURES];
  ApoWord words[N_WORDS];
  guint n;

  make_words (sentence, again ? sentence->first : NULL, words);
  for (guint i = 0; i < N_WORDS; i++)
    {
      guint guess = apo_tagger_choose (&pass, words, N_WORDS, i, features, &n);

      if (TAGS[guess] != right[i])
        apo_learner_update (learner, features, n, TAGS[0] == right[i] ? 0 : 1, guess);
      words[i].tag = right[i];
    }
}

static GBytes *
learn (gboolean again)
{
  g_autoptr (ApoLearner) learner = apo_learner_new (G_N_ELEMENTS (TAGS));

  for (guint round = 0; round < 20; round++)
    for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
      learn_sentence (learner, &sentences[i], again);

  return apo_learner_pack (learner, 0);
}

/* The features of the second pass are those of the first and the tags around. */
static void
test_features (void)
{
  ApoFeature first[APO_TAG_MAX_FEATURES], second[APO_TAG_MAX_FEATURES];
  ApoFeature other[APO_TAG_MAX_FEATURES];
  ApoWord words[N_WORDS];
  guint n, n_again;

  make_words (&sentences[0], sentences[0].first, words);
  n = apo_tag_features_extract (words, N_WORDS, 1, FALSE, first);
  n_again = apo_tag_features_extract (words, N_WORDS, 1, TRUE, second);
  g_assert_cmpuint (n, <, n_again);
  g_assert_cmpuint (n_again, <=, APO_TAG_MAX_FEATURES);
  g_assert_cmpmem (first, n * sizeof *first, second, n * sizeof *first);

  words[2].tag = NOUN;
  g_assert_cmpuint (apo_tag_features_extract (words, N_WORDS, 1, FALSE, other), ==, n);
  g_assert_cmpmem (first, n * sizeof *first, other, n * sizeof *first);
  g_assert_cmpuint (apo_tag_features_extract (words, N_WORDS, 1, TRUE, other), ==, n_again);
  g_assert_true (memcmp (second, other, n_again * sizeof *other) != 0);
}

/* The second pass corrects what the first could not know. */
static void
test_passes (void)
{
  g_autofree char *path = g_build_filename (folder, "tagger.model", NULL);
  g_autoptr (GBytes) first = learn (FALSE);
  g_autoptr (GBytes) second = learn (TRUE);
  g_autoptr (ApoPerceptron) weights = apo_perceptron_new (first);
  const ApoTagPass pass = { apo_perceptron_get_scorer (weights), TAGS, FALSE };
  g_autoptr (ApoModelFile) file = NULL;
  g_autoptr (ApoTagger) tagger = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (apo_tagger_write (path, TAGS, G_N_ELEMENTS (TAGS), first, second, &error));
  file = apo_model_file_open (path, &error);
  g_assert_no_error (error);
  tagger = apo_tagger_new (file, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      ApoWord words[N_WORDS];

      make_words (&sentences[i], NULL, words);
      apo_tagger_decode (&pass, words, N_WORDS);
      for (guint k = 0; k < N_WORDS; k++)
        g_assert_cmpuint (words[k].tag, ==, sentences[i].first[k]);

      apo_tagger_tag (tagger, words, N_WORDS);
      for (guint k = 0; k < N_WORDS; k++)
        g_assert_cmpuint (words[k].tag, ==, sentences[i].second[k]);
    }
  g_remove (path);
}

static void
assert_damaged (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoModelFile) file = apo_model_file_open (path, &error);

  g_assert_no_error (error);
  g_assert_null (apo_tagger_new (file, &error));
  g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED);
}

/* Tags that are not as many as the classes of each pass, or none at all; no second pass. */
static void
test_damaged (void)
{
  static const ApoTag none[] = { 31, NOUN };
  g_autofree char *path = g_build_filename (folder, "damaged.model", NULL);
  ApoWeightRow row = { 1, NULL, 0 };
  g_autoptr (GBytes) weights = apo_perceptron_pack (&row, 1, 2, 0);
  g_autoptr (GBytes) more = apo_perceptron_pack (&row, 1, 3, 0);
  g_autoptr (GBytes) tags = g_bytes_new_static (TAGS, sizeof TAGS);
  const ApoModelSection sections[] = { { "tags", tags }, { "weights", weights } };
  const struct {
    const ApoTag *tags;
    guint n_tags;
    GBytes *second;
  } cases[] = { { TAGS, 1, weights }, { none, 2, weights }, { TAGS, 2, more } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (apo_tagger_write (path, cases[i].tags, cases[i].n_tags, weights,
                                       cases[i].second, NULL));
      assert_damaged (path);
    }

  g_assert_true (apo_model_file_write (path, sections, G_N_ELEMENTS (sections), NULL));
  assert_damaged (path);
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("apostille-tagger-XXXXXX", NULL);

  g_test_add_func ("/language/tagger/features", test_features);
  g_test_add_func ("/language/tagger/passes", test_passes);
  g_test_add_func ("/language/tagger/damaged", test_damaged);
  status = g_test_run ();

  g_rmdir (folder);
  g_free (folder);

  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "apo-learner.h"
#include "apo-model-file.h"
#include "apo-table.h"

enum { DOG, CAT, FISH, N_CLASSES };

/* Three features an example: itself, whether it has legs, whether it barks. */
static guint
extract (guint       example,
         ApoFeature *features)
{
  static const guint facts[][2] = { { 1, 1 }, { 1, 0 }, { 0, 0 } };

  features[0] = apo_feature_join (0, 0);
  features[1] = apo_feature_join (1, facts[example][0]);
  features[2] = apo_feature_join (2, facts[example][1]);

  return 3;
}

static guint
guess (ApoScorer scorer,
       guint     example)
{
  ApoFeature features[3];
  float scores[APO_MAX_CLASSES];
  guint best = 0;

  apo_scorer_score (scorer, features, extract (example, features), scores);
  for (guint i = 1; i < scorer.n_classes; i++)
    if (scores[i] > scores[best])
      best = i;

  return best;
}

static ApoLearner *
train (void)
{
  ApoLearner *learner = apo_learner_new (N_CLASSES);
  ApoFeature features[3];

  for (guint round = 0; round < 20; round++)
    for (guint example = 0; example < N_CLASSES; example++)
      {
        guint answer = guess (apo_learner_get_scorer (learner), example);

        apo_learner_tick (learner);
        if (answer != example)
          apo_learner_update (learner, features, extract (example, features), example, answer);
      }
  apo_learner_average (learner);

  return learner;
}

static void
test_learn (void)
{
  g_autoptr (ApoLearner) learner = train ();
  g_autoptr (GBytes) bytes = apo_learner_pack (learner, 0);
  g_autoptr (ApoPerceptron) packed = apo_perceptron_new (bytes);

  g_assert_nonnull (packed);
  for (guint example = 0; example < N_CLASSES; example++)
    {
      g_assert_cmpuint (guess (apo_learner_get_scorer (learner), example), ==, example);
      g_assert_cmpuint (guess (apo_perceptron_get_scorer (packed), example), ==, example);
    }
}

static void
assert_many_rows (guint n_classes,
                  guint most_wrong)
{
  g_autoptr (ApoLearner) learner = apo_learner_new (n_classes);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ApoPerceptron) packed = NULL;
  float scores[APO_MAX_CLASSES];
  guint wrong = 0;

  for (guint i = 0; i < 20000; i++)
    {
      ApoFeature feature = apo_feature_join (7, i);

      apo_learner_adjust (learner, &feature, 1, i % n_classes, 1 + i % 5);
    }

  bytes = apo_learner_pack (learner, 0.5);
  packed = apo_perceptron_new (bytes);
  g_assert_nonnull (packed);

  for (guint i = 0; i < 20000; i++)
    {
      ApoFeature feature = apo_feature_join (7, i);

      apo_scorer_score (apo_perceptron_get_scorer (packed), &feature, 1, scores);
      wrong += scores[i % n_classes] <= 0 || scores[(i + 1) % n_classes] != 0;
    }

  g_assert_cmpuint (wrong, <=, most_wrong);
}

/* Rows: two with one tag in one bucket.  Slots: buckets that are full. */
static void
test_many_rows (void)
{
  assert_many_rows (5, 4);
  assert_many_rows (N_CLASSES, 1500);
}

static void
test_no_model (void)
{
  g_autoptr (ApoLearner) learner = train ();
  g_autoptr (GBytes) bytes = apo_learner_pack (learner, 0);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize length = 0; length < size; length += 7)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, length);

      g_assert_null (apo_perceptron_new (part));
    }

  /* whatever a bit says, reading it stays within the bytes */
  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (ApoPerceptron) perceptron = NULL;

      copy[i] ^= 1 << (i % 8);
      damaged = g_bytes_new_take (g_steal_pointer (&copy), size);
      perceptron = apo_perceptron_new (damaged);
      if (perceptron != NULL)
        guess (apo_perceptron_get_scorer (perceptron), DOG);
    }
}

static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "test.model", NULL);
  g_autoptr (GBytes) small = g_bytes_new ("abc", 3);
  g_autoptr (GBytes) large = g_bytes_new_take (g_malloc0 (1000), 1000);
  ApoModelSection sections[] = { { "small", small }, { "large", large } };
  g_autoptr (ApoModelFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (apo_model_file_write (path, sections, 2, &error));
  file = apo_model_file_open (path, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (apo_model_file_get_section (file, "small", NULL), small));
  g_assert_true (g_bytes_equal (apo_model_file_get_section (file, "large", NULL), large));
  g_assert_null (apo_model_file_get_section (file, "other", &error));
  g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED);
  g_clear_error (&error);

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      content[i] ^= 4;
      g_assert_true (g_file_set_contents (path, content, length, NULL));
      g_assert_null (apo_model_file_open (path, &error));
      g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED);
      g_clear_error (&error);
      content[i] ^= 4;
    }

  for (gsize cut = 0; cut < length; cut += 31)
    {
      g_assert_true (g_file_set_contents (path, content, cut, NULL));
      g_assert_null (apo_model_file_open (path, NULL));
    }

  g_unlink (path);
  g_rmdir (folder);
  g_assert_null (apo_model_file_open (path, &error));
  g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_MISSING);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/perceptron/learn", test_learn);
  g_test_add_func ("/perceptron/many-rows", test_many_rows);
  g_test_add_func ("/perceptron/no-model", test_no_model);
  g_test_add_func ("/perceptron/file", test_file);

  return g_test_run ();
}

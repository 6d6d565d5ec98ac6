/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-command-private.h"
#include "apo-dossier-file.h"
#include "apo-edited-text.h"
#include "apo-merge.h"
#include "apo-reanchor.h"
#include "apo-sample-dossier.h"

#include <stdint.h>
#include <string.h>

/* Two copies of one dossier, on each of which somebody worked, can be merged however conflicts are
 * settled: the outcome is a whole dossier, merging is one step that can be undone and replayed, and
 * it changes nothing a second time.  With clang -fsanitize=fuzzer this file is a fuzz target, whose
 * bytes choose the work; built as it is, it runs over seeds as a test. */

#define N_SEEDS 200
#define MAX_BYTES 4096

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

/* The dossier as its file gives it back, which leaves out what makes no sense. */
static ApoDossier *
load (ApoDossier *dossier,
      gboolean    must_be_whole)
{
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (dossier);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  ApoDossier *copy = apo_dossier_file_parse (bytes, "x", &problems, &error);

  g_assert_no_error (error);
  if (must_be_whole && problems->len > 0)
    g_error ("%s", (const char *) problems->pdata[0]);

  return copy;
}

/* Another version of the text takes the place of the first. */
static void
replace_text (ApoHistory *history,
              GRand      *rand)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autoptr (GArray) chars =
    apo_edited_text_new (apo_article_get_text (apo_dossier_get_article (dossier)),
                         g_rand_int_range (rand, 0, APO_N_EDIT_KINDS), rand);
  g_autoptr (ApoText) text = apo_edited_text_join (chars);
  ApoArticleInfo info = { .date = APO_DAY_NONE };
  g_autoptr (ApoArticle) article = apo_article_new (text, &info);
  g_autoptr (ApoReanchor) reanchor = apo_reanchor_new (dossier, article);

  apo_reanchor_run (reanchor, NULL);
  apo_history_execute (history, apo_reanchor_apply (reanchor));
}

static void
work (ApoHistory *history,
      GRand      *rand)
{
  for (guint n = g_rand_int_range (rand, 0, 15); n > 0; n--)
    switch (g_rand_int_range (rand, 0, 8))
      {
      case 0:
        apo_history_undo (history);
        break;
      default:
        apo_history_execute (history, apo_sample_command_new (apo_history_get_dossier (history),
                                                              rand));
        break;
      }
}

static ApoDossier *
work_on (ApoDossier *base,
         GRand      *rand)
{
  g_autoptr (ApoDossier) copy = load (base, TRUE);
  g_autoptr (ApoHistory) history = apo_history_new (copy);

  work (history, rand);

  return load (copy, FALSE);
}

static GBytes *
take_state (ApoDossier *dossier)
{
  gint64 counter = apo_dossier_get_counter (dossier);
  GBytes *bytes;

  apo_dossier_set_counter (dossier, 0);
  bytes = apo_dossier_file_serialize (dossier);
  apo_dossier_set_counter (dossier, counter);

  return bytes;
}

static void
assert_state (ApoDossier *dossier,
              GBytes     *expected)
{
  g_autoptr (GBytes) bytes = take_state (dossier);

  g_assert_true (g_bytes_equal (bytes, expected));
}

static ApoCommand *
plan_merge (ApoDossier *mine,
            ApoDossier *theirs,
            ApoDossier *base,
            GRand      *rand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoMerge) merge = apo_merge_prepare (mine, theirs, base, "x", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < apo_merge_get_n_conflicts (merge); i++)
    apo_merge_settle (merge, i, g_rand_boolean (rand) ? APO_MERGE_MINE : APO_MERGE_THEIRS);

  return apo_merge_apply (merge);
}

static void
check_merge (ApoDossier *mine,
             ApoDossier *theirs,
             ApoDossier *base,
             GRand      *rand)
{
  g_autoptr (ApoHistory) history = apo_history_new (mine);
  g_autoptr (ApoDossier) copy = load (mine, TRUE);
  g_autoptr (ApoDossier) again = NULL;
  g_autoptr (GBytes) start = take_state (mine);
  g_autoptr (GBytes) end = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (ApoCommand) replayed = NULL;
  ApoCommand *command = plan_merge (mine, theirs, base, rand);

  if (!apo_history_execute (history, command))
    return;

  variant = g_variant_ref_sink (apo_command_to_variant (command));
  end = take_state (mine);
  again = load (mine, TRUE);
  assert_state (again, end);
  apo_history_undo (history);
  assert_state (mine, start);
  apo_history_redo (history);
  assert_state (mine, end);
  replayed = apo_command_new_from_variant (variant);
  apo_command_execute (replayed, copy);
  assert_state (copy, end);
  g_assert_false (apo_history_execute (history, plan_merge (mine, theirs, base, rand)));
  assert_state (mine, end);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  guint32 seeds[MAX_BYTES / sizeof (guint32) + 1] = { 0 };
  gsize used = MIN (size, MAX_BYTES);
  g_autoptr (GRand) rand = NULL;
  g_autoptr (ApoDossier) sample = NULL;
  g_autoptr (ApoDossier) base = NULL;
  g_autoptr (ApoDossier) mine = NULL;
  g_autoptr (ApoDossier) theirs = NULL;

  memcpy (seeds, data, used);
  rand = g_rand_new_with_seed_array (seeds, used / sizeof (guint32) + 1);
  sample = apo_sample_dossier_new (g_rand_int (rand));
  if (g_rand_int_range (rand, 0, 3) == 0)
    {
      g_autoptr (ApoHistory) history = apo_history_new (sample);

      replace_text (history, rand);
    }
  base = load (sample, FALSE);
  mine = work_on (base, rand);
  theirs = work_on (base, rand);
  check_merge (mine, theirs, g_rand_boolean (rand) ? base : NULL, rand);

  return 0;
}

#ifndef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
static void
test_seeds (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_test_message ("%u", seed);
      LLVMFuzzerTestOneInput ((const uint8_t *) &seed, sizeof seed);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz-merge/seeds", test_seeds);

  return g_test_run ();
}
#endif

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-command-private.h"
#include "apo-dossier-file.h"
#include "apo-sample-dossier.h"

#define N_SEEDS 60
#define N_COMMANDS 30

/* What makes two states the same: all of the file but the counter, which only grows. */
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

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
count_cb (gpointer object,
          guint   *n)
{
  *n += 1;
}

static ApoItem *
get_item (ApoDossier *dossier,
          ApoItemType type,
          guint       position)
{
  g_autoptr (ApoItem) item = g_list_model_get_item (apo_dossier_get_items (dossier, type), position);

  return item;
}

static gboolean
set_reason (ApoHistory *history,
            ApoItem    *claim,
            const char *reason,
            const char *merge_key)
{
  ApoCommand *command = apo_command_new (reason);

  apo_command_set_field (command, claim, APO_CLAIM_FIELD_REASON, g_variant_new_string (reason));
  apo_command_set_merge_key (command, merge_key);

  return apo_history_execute (history, command);
}

static void
test_undo_redo (void)
{
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (1);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  ApoItem *claim = get_item (dossier, APO_ITEM_CLAIM, 0);
  guint n_history = 0;
  guint n_dossier = 0;

  g_signal_connect (history, "changed", G_CALLBACK (count_cb), &n_history);
  g_signal_connect (dossier, "changed", G_CALLBACK (count_cb), &n_dossier);

  g_assert_false (apo_history_can_undo (history));
  g_assert_true (apo_history_is_empty (history));
  g_assert_null (apo_history_get_undo_name (history));
  g_assert_cmpuint (apo_history_get_position (history), ==, 0);
  apo_history_undo (history);
  apo_history_redo (history);
  g_assert_cmpuint (n_history, ==, 0);

  g_assert_true (set_reason (history, claim, "one", NULL));
  g_assert_true (set_reason (history, claim, "two", NULL));
  g_assert_cmpstr (apo_history_get_undo_name (history), ==, "two");
  apo_history_undo (history);
  g_assert_cmpstr (apo_claim_get_reason (APO_CLAIM (claim)), ==, "one");
  g_assert_cmpstr (apo_history_get_undo_name (history), ==, "one");
  g_assert_cmpstr (apo_history_get_redo_name (history), ==, "two");
  apo_history_redo (history);
  g_assert_cmpstr (apo_claim_get_reason (APO_CLAIM (claim)), ==, "two");
  g_assert_false (apo_history_can_redo (history));
  g_assert_cmpuint (n_history, ==, 4);
  g_assert_cmpuint (n_dossier, ==, 4);
}

/* From any step to any other, told once. */
static void
test_go_to (void)
{
  static const char *const reasons[] = { "one", "two", "three" };
  static const guint way[] = { 1, 3, 0, 2, 2, 3, 0 };
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (1);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  ApoItem *claim = get_item (dossier, APO_ITEM_CLAIM, 0);
  g_autofree char *start = g_strdup (apo_claim_get_reason (APO_CLAIM (claim)));
  guint n_changed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    set_reason (history, claim, reasons[i], NULL);
  g_assert_cmpuint (apo_history_get_n_commands (history), ==, 3);
  g_assert_cmpuint (apo_history_get_n_done (history), ==, 3);
  g_signal_connect (history, "changed", G_CALLBACK (count_cb), &n_changed);

  for (guint i = 0; i < G_N_ELEMENTS (way); i++)
    {
      apo_history_go_to (history, way[i]);
      g_assert_cmpuint (apo_history_get_n_done (history), ==, way[i]);
      g_assert_cmpstr (apo_claim_get_reason (APO_CLAIM (claim)), ==,
                       way[i] > 0 ? reasons[way[i] - 1] : start);
    }
  g_assert_cmpuint (n_changed, ==, G_N_ELEMENTS (way) - 1);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    g_assert_cmpstr (apo_history_get_name (history, i), ==, reasons[i]);
}

/* What changes nothing is not recorded and leaves redo alone. */
static void
test_nothing (void)
{
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (2);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  ApoItem *claim = get_item (dossier, APO_ITEM_CLAIM, 0);

  set_reason (history, claim, "one", NULL);
  apo_history_undo (history);
  g_assert_false (apo_history_execute (history, apo_command_new ("empty")));
  g_assert_false (set_reason (history, claim, apo_claim_get_reason (APO_CLAIM (claim)), NULL));
  g_assert_true (apo_history_can_redo (history));
  g_assert_false (apo_history_can_undo (history));
}

/* A removed item comes back to its place in its list. */
static void
test_positions_in_lists (void)
{
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (3);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autofree char *id = g_strdup (apo_item_get_id (get_item (dossier, APO_ITEM_ACTOR, 1)));
  g_autoptr (GBytes) start = take_state (dossier);
  ApoCommand *command = apo_command_new ("remove");

  apo_command_remove_item (command, get_item (dossier, APO_ITEM_ACTOR, 1));
  apo_command_remove_item (command, get_item (dossier, APO_ITEM_ACTOR, 0));
  g_assert_true (apo_history_execute (history, command));
  g_assert_null (apo_dossier_lookup (dossier, id));
  apo_history_undo (history);
  g_assert_cmpstr (apo_item_get_id (get_item (dossier, APO_ITEM_ACTOR, 1)), ==, id);
  assert_state (dossier, start);
}

/* A new item goes where its passage stands. */
static void
test_text_order (void)
{
  g_autoptr (ApoDossier) dossier = apo_dossier_new (NULL);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  const ApoSpan spans[] = { { 5, 9 }, { 20, 30 }, { 12, 14 }, { 0, 3 }, { 12, 20 } };
  const guint starts[] = { 0, 5, 12, 12, 20 };

  apo_dossier_insert (dossier, APO_ITEM (article), 0);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      g_autoptr (ApoItem) claim = apo_item_new (APO_ITEM_CLAIM, NULL);
      ApoCommand *command = apo_command_new ("add");

      apo_item_set_value (claim, APO_CLAIM_FIELD_CONTENT,
                          g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &spans[i], 1,
                                                     sizeof (ApoSpan)));
      apo_command_add_item (command, claim);
      g_assert_true (apo_history_execute (history, command));
      g_assert_true (apo_dossier_lookup (dossier, apo_item_get_id (claim)) == claim);
    }

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    g_assert_cmpuint (apo_item_get_span (get_item (dossier, APO_ITEM_CLAIM, i),
                                         APO_CLAIM_FIELD_CONTENT).start, ==, starts[i]);
}

typedef struct {
  const char *name;
  const char *keys[3];          /* merge keys of three commands */
  guint n_undo;                 /* how many can be undone in the end */
} MergeCase;

static const MergeCase merge_cases[] = {
  { "no-key", { NULL, NULL, NULL }, 3 },
  { "same-key", { "a", "a", "a" }, 1 },
  { "other-key", { "a", "b", "b" }, 2 },
  { "key-then-none", { "a", NULL, "a" }, 3 },
};

static void
test_merge (gconstpointer data)
{
  const MergeCase *merge = data;
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (4);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autoptr (GBytes) start = take_state (dossier);
  ApoItem *claim = get_item (dossier, APO_ITEM_CLAIM, 0);
  const char *const reasons[] = { "x", "y", "z" };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    g_assert_true (set_reason (history, claim, reasons[i], merge->keys[i]));
  for (; apo_history_can_undo (history); n++)
    apo_history_undo (history);
  g_assert_cmpuint (n, ==, merge->n_undo);
  assert_state (dossier, start);
}

static void
test_merge_limits (void)
{
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (5);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  ApoItem *claim = get_item (dossier, APO_ITEM_CLAIM, 0);
  g_autofree char *original = g_strdup (apo_claim_get_reason (APO_CLAIM (claim)));
  guint64 position;

  /* not into the saved state */
  set_reason (history, claim, "one", "key");
  position = apo_history_get_position (history);
  apo_history_set_saved_position (history, position);
  set_reason (history, claim, "two", "key");
  apo_history_undo (history);
  g_assert_cmpuint (apo_history_get_position (history), ==, position);
  g_assert_cmpstr (apo_claim_get_reason (APO_CLAIM (claim)), ==, "one");

  /* not after an undo */
  apo_history_set_saved_position (history, 0);
  set_reason (history, claim, "three", "key");
  apo_history_undo (history);
  g_assert_cmpstr (apo_claim_get_reason (APO_CLAIM (claim)), ==, "one");

  /* what leads back to where it began is no command any more */
  apo_history_undo (history);
  set_reason (history, claim, "four", "key");
  g_assert_true (set_reason (history, claim, original, "key"));
  g_assert_cmpuint (apo_history_get_position (history), ==, 0);
  g_assert_false (apo_history_can_undo (history));
}

static void
test_positions (void)
{
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (6);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  ApoItem *claim = get_item (dossier, APO_ITEM_CLAIM, 0);
  guint64 one;
  guint64 two;
  guint64 merged;

  set_reason (history, claim, "one", NULL);
  one = apo_history_get_position (history);
  set_reason (history, claim, "two", "key");
  two = apo_history_get_position (history);
  g_assert_cmpuint (one, !=, two);
  apo_history_undo (history);
  g_assert_cmpuint (apo_history_get_position (history), ==, one);
  apo_history_redo (history);
  g_assert_cmpuint (apo_history_get_position (history), ==, two);
  apo_history_undo (history);
  set_reason (history, claim, "branch", "key");
  g_assert_cmpuint (apo_history_get_position (history), !=, two);
  merged = apo_history_get_position (history);
  set_reason (history, claim, "longer branch", "key");
  g_assert_cmpuint (apo_history_get_position (history), !=, merged);
}

/* Any commands: all undone is the start, all redone is the end, and on any walk back and forth the
 * state is the one that the position stood for before. */
static void
test_random (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (seed);
      g_autoptr (ApoHistory) history = apo_history_new (dossier);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GHashTable) states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                             (GDestroyNotify) g_bytes_unref);
      g_autoptr (GBytes) start = take_state (dossier);
      g_autoptr (GBytes) end = NULL;

      for (guint i = 0; i < N_COMMANDS; i++)
        {
          guint64 position;

          apo_history_execute (history, apo_sample_command_new (dossier, rand));
          position = apo_history_get_position (history);
          g_hash_table_replace (states, g_memdup2 (&position, sizeof position),
                                take_state (dossier));
        }
      end = take_state (dossier);

      while (apo_history_can_undo (history))
        apo_history_undo (history);
      assert_state (dossier, start);
      while (apo_history_can_redo (history))
        apo_history_redo (history);
      assert_state (dossier, end);

      for (guint i = 0; i < N_COMMANDS; i++)
        {
          guint64 position;

          if (g_rand_boolean (rand))
            apo_history_undo (history);
          else
            apo_history_redo (history);
          position = apo_history_get_position (history);
          assert_state (dossier, position == 0 ? start : g_hash_table_lookup (states, &position));
        }
    }
}

/* What is removed is let go of by all that referred to it, and comes back with all of that. */
static void
test_references (void)
{
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (8);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  ApoItem *relation = get_item (dossier, APO_ITEM_RELATION, 0);
  ApoItem *claim = get_item (dossier, APO_ITEM_CLAIM, 0);
  ApoItem *event = get_item (dossier, APO_ITEM_EVENT, 0);
  g_autofree char *id = g_strdup (apo_item_get_id (get_item (dossier, APO_ITEM_ACTOR, 0)));
  g_autofree char *kept = g_strdup (apo_item_get_id (get_item (dossier, APO_ITEM_ACTOR, 1)));
  g_autofree char *relation_id = g_strdup (apo_item_get_id (relation));
  const char *const ids[] = { id, kept, id };
  ApoCommand *command = apo_command_new ("remove");
  g_autoptr (GBytes) start = NULL;

  apo_item_set_value (relation, APO_RELATION_FIELD_FROM, g_variant_new_string (id));
  apo_item_set_value (relation, APO_RELATION_FIELD_TO, g_variant_new_string (id));
  apo_item_set_value (claim, APO_CLAIM_FIELD_SPEAKER, g_variant_new_string (id));
  apo_item_set_value (event, APO_EVENT_FIELD_ACTORS, g_variant_new_strv (ids, 3));
  start = take_state (dossier);

  apo_command_remove_item (command, apo_dossier_lookup (dossier, id));
  g_assert_true (apo_history_execute (history, command));
  g_assert_null (apo_dossier_lookup (dossier, relation_id));
  g_assert_cmpstr (apo_claim_get_speaker (APO_CLAIM (claim)), ==, "");
  g_assert_false (apo_item_refers_to (event, APO_EVENT_FIELD_ACTORS, id));
  g_assert_true (apo_item_refers_to (event, APO_EVENT_FIELD_ACTORS, kept));

  apo_history_undo (history);
  assert_state (dossier, start);
}

/* What only random work does: circles, relations without an end, and notes about those. */
static gboolean
is_random_problem (const char *problem)
{
  return g_str_has_suffix (problem, "leads in a circle") || g_str_has_suffix (problem, "is missing")
         || g_str_has_suffix (problem, "“target” refers to what is not there");
}

/* Whatever is done, the file that is written leads nowhere in vain. */
static void
test_random_file (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (seed);
      g_autoptr (ApoHistory) history = apo_history_new (dossier);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (ApoDossier) read = NULL;

      for (guint i = 0; i < N_COMMANDS; i++)
        apo_history_execute (history, apo_sample_command_new (dossier, rand));
      bytes = apo_dossier_file_serialize (dossier);
      read = apo_dossier_file_parse (bytes, "x", &problems, NULL);
      g_assert_nonnull (read);
      for (guint i = 0; i < problems->len; i++)
        g_assert_true (is_random_problem (problems->pdata[i]));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/history/undo-redo", test_undo_redo);
  g_test_add_func ("/history/go-to", test_go_to);
  g_test_add_func ("/history/nothing", test_nothing);
  g_test_add_func ("/history/positions-in-lists", test_positions_in_lists);
  g_test_add_func ("/history/text-order", test_text_order);
  for (guint i = 0; i < G_N_ELEMENTS (merge_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/history/merge/%s", merge_cases[i].name);

      g_test_add_data_func (path, &merge_cases[i], test_merge);
    }
  g_test_add_func ("/history/merge-limits", test_merge_limits);
  g_test_add_func ("/history/positions", test_positions);
  g_test_add_func ("/history/references", test_references);
  g_test_add_func ("/history/random", test_random);
  g_test_add_func ("/history/random-file", test_random_file);

  return g_test_run ();
}

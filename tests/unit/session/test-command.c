/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-command-private.h"
#include "apo-dossier-file.h"
#include "apo-sample-dossier.h"

#define N_SEEDS 40
#define N_COMMANDS 10

static void
assert_same (ApoDossier *a,
             ApoDossier *b)
{
  g_autoptr (GBytes) bytes_a = apo_dossier_file_serialize (a);
  g_autoptr (GBytes) bytes_b = apo_dossier_file_serialize (b);

  g_assert_cmpmem (g_bytes_get_data (bytes_a, NULL), g_bytes_get_size (bytes_a),
                   g_bytes_get_data (bytes_b, NULL), g_bytes_get_size (bytes_b));
}

static gboolean
names (ApoItem    *item,
       const char *id)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].kind == APO_FIELD_REF || fields[i].kind == APO_FIELD_REFS)
        && !g_str_equal (fields[i].key, "article") && apo_item_refers_to (item, i, id))
      return TRUE;

  return FALSE;
}

/* Who names an item is known at all times, without looking everywhere. */
static void
check_referring (ApoDossier *dossier,
                 GRand      *rand)
{
  GListModel *some = apo_dossier_get_items (dossier, g_rand_int_range (rand, 1, APO_N_ITEM_TYPES));
  guint n = g_list_model_get_n_items (some);
  g_autoptr (ApoItem) item = n > 0 ? g_list_model_get_item (some, g_rand_int_range (rand, 0, n))
                                   : NULL;
  g_autoptr (GPtrArray) referring = NULL;
  guint n_expected = 0;

  if (item == NULL)
    return;

  referring = apo_dossier_collect_referring (dossier, apo_item_get_id (item));
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    for (guint i = 0; i < g_list_model_get_n_items (apo_dossier_get_items (dossier, type)); i++)
      {
        g_autoptr (ApoItem) other = g_list_model_get_item (apo_dossier_get_items (dossier, type),
                                                           i);

        if (!names (other, apo_item_get_id (item)))
          continue;
        n_expected++;
        g_assert_true (g_ptr_array_find (referring, other, NULL));
      }
  g_assert_cmpuint (referring->len, ==, n_expected);
}

/* What was executed here, written down and executed elsewhere gives the same, and takes itself
 * back there. */
static void
test_replay (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (ApoDossier) here = apo_sample_dossier_new (seed);
      g_autoptr (ApoDossier) there = apo_sample_dossier_new (seed);
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      for (guint i = 0; i < N_COMMANDS; i++)
        {
          g_autoptr (ApoCommand) command = apo_sample_command_new (here, rand);
          g_autoptr (ApoCommand) read = NULL;
          g_autoptr (GVariant) written = NULL;
          g_autoptr (GVariant) again = NULL;

          apo_command_execute (command, here);
          written = g_variant_ref_sink (apo_command_to_variant (command));
          g_assert_true (g_variant_is_of_type (written, APO_COMMAND_VARIANT_TYPE));
          read = apo_command_new_from_variant (written);
          g_assert_nonnull (read);

          apo_command_execute (read, there);
          apo_dossier_set_counter (there, apo_dossier_get_counter (here));
          assert_same (here, there);
          again = g_variant_ref_sink (apo_command_to_variant (read));
          g_assert_true (g_variant_equal (written, again));
          g_assert_cmpint (apo_command_get_time (read), ==, apo_command_get_time (command));

          apo_command_undo (read, there);
          check_referring (there, rand);
          apo_command_redo (read, there);
          assert_same (here, there);
          check_referring (there, rand);
        }
    }
}

/* What can be read as the type of a command but is none; the first is one. */
static const char *const texts[] = {
  "('name', int64 1, @ms nothing, @a(sv) [])",
  "('name', int64 1, @ms 'key', [('set', <1>)])",
  "('name', int64 1, @ms nothing, [('add', <('a', 'b')>)])",
  "('name', int64 1, @ms nothing, [('jump', <('i', 'k', <1>, <2>)>)])",
  "('name', int64 1, @ms nothing, [('add', <(byte 99, 'i', uint32 0, @a{sv} {}, @ms nothing, "
  "@ms nothing)>)])",
  "('name', 1)",
};

static void
test_malformed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GVariant) variant = g_variant_parse (NULL, texts[i], NULL, NULL, NULL);
      g_autoptr (ApoCommand) command = NULL;

      g_assert_nonnull (variant);
      command = apo_command_new_from_variant (variant);
      g_assert_cmpint (command != NULL, ==, i == 0);
    }
}

/* Changes that do not fit the dossier are left out. */
static void
test_misfits (void)
{
  static const char text[] =
    "('name', int64 1, @ms nothing, [('set', <('zzzzz-c99', 'reason', <''>, <'x'>)>),"
    " ('set', <('zzzzz-d1', 'nothing', <''>, <'x'>)>),"
    " ('set', <('zzzzz-d1', 'title', <''>, <7>)>),"
    " ('remove', <(byte 1, 'zzzzz-a99', uint32 0, @a{sv} {}, @ms nothing, @ms nothing)>),"
    " ('add', <(byte 1, 'zzzzz-d1', uint32 0, @a{sv} {}, @ms nothing, @ms nothing)>)])";
  g_autoptr (GVariant) variant = g_variant_parse (NULL, text, NULL, NULL, NULL);
  g_autoptr (ApoCommand) command = apo_command_new_from_variant (variant);
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (0);
  g_autoptr (ApoDossier) untouched = apo_sample_dossier_new (0);

  g_assert_nonnull (command);
  g_assert_false (apo_command_execute (command, dossier));
  g_assert_true (apo_command_is_empty (command));
  assert_same (dossier, untouched);
}

static ApoItem *
make_item (ApoDossier *dossier,
           ApoItemType type,
           const char *id,
           GRand      *rand)
{
  ApoItem *item = apo_item_new (type, id);
  guint n_fields;

  apo_item_get_fields (item, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (g_rand_boolean (rand))
      apo_item_set_value (item, i, apo_sample_value_new (dossier, item, i, rand));

  return item;
}

/* Adds the same to @many by one command, and to @single by one command for each. */
static ApoCommand *
add_to_both (ApoDossier *many,
             ApoDossier *single,
             GRand      *rand)
{
  ApoCommand *command = apo_command_new ("all");
  ApoItemType type = g_rand_int_range (rand, APO_ITEM_ACTOR, APO_N_ITEM_TYPES);

  for (guint n = g_rand_int_range (rand, 1, 30); n > 0; n--)
    {
      guint32 seed = g_rand_int (rand);
      guint number = g_rand_int_range (rand, 1, 40);
      g_autofree char *id = g_strdup_printf ("x-%u", number);
      guint position = number % 5 == 0 ? number % 7 : G_MAXUINT;
      g_autoptr (GRand) fields = g_rand_new_with_seed (seed);
      g_autoptr (GRand) same_fields = g_rand_new_with_seed (seed);
      g_autoptr (ApoItem) item = NULL;
      g_autoptr (ApoItem) same = NULL;
      g_autoptr (ApoCommand) one = apo_command_new ("one");

      if (g_rand_int_range (rand, 0, 8) == 0)
        type = g_rand_int_range (rand, APO_ITEM_ACTOR, APO_N_ITEM_TYPES);
      item = make_item (many, type, id, fields);
      same = make_item (many, type, id, same_fields);
      if (position != G_MAXUINT)
        {
          apo_command_insert_item (command, item, position);
          apo_command_insert_item (one, same, position);
        }
      else
        {
          if (number % 2 == 0)
            apo_command_add_whole_item (command, item);
          else
            apo_command_add_item (command, item);
          apo_command_add_item (one, same);
        }
      apo_command_execute (one, single);
    }
  apo_command_execute (command, many);

  return command;
}

/* Items that one command adds, in stretches, come to where they would come one by one; undone and
 * redone, too. */
static void
test_adds (void)
{
  for (guint32 seed = 0; seed < 10 * N_SEEDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (ApoDossier) many = apo_sample_dossier_new (seed);
      g_autoptr (ApoDossier) single = apo_sample_dossier_new (seed);
      g_autoptr (ApoDossier) untouched = apo_sample_dossier_new (seed);
      g_autoptr (ApoCommand) command = add_to_both (many, single, rand);

      assert_same (many, single);
      if (seed % 2 == 0)
        check_referring (many, rand);
      apo_command_undo (command, many);
      assert_same (many, untouched);
      apo_command_redo (command, many);
      assert_same (many, single);
    }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* What goes to one place is one change of the list. */
static void
test_adds_together (void)
{
  g_autoptr (ApoDossier) dossier = apo_dossier_new ("zzzzz");
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  g_autoptr (ApoCommand) command = apo_command_new ("all");
  GListModel *claims = apo_dossier_get_items (dossier, APO_ITEM_CLAIM);
  guint n_changes = 0;

  apo_dossier_insert (dossier, APO_ITEM (article), 0);
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (ApoItem) claim = apo_item_new (APO_ITEM_CLAIM, NULL);
      ApoSpan span = APO_SPAN (i, i + 10);

      apo_item_set_value (claim, APO_CLAIM_FIELD_CONTENT,
                          g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1,
                                                     sizeof span));
      apo_command_add_item (command, claim);
    }

  g_signal_connect_swapped (claims, "items-changed", G_CALLBACK (count_cb), &n_changes);
  apo_command_execute (command, dossier);
  g_assert_cmpuint (g_list_model_get_n_items (claims), ==, 100);
  g_assert_cmpuint (n_changes, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/replay", test_replay);
  g_test_add_func ("/command/malformed", test_malformed);
  g_test_add_func ("/command/misfits", test_misfits);
  g_test_add_func ("/command/adds", test_adds);
  g_test_add_func ("/command/adds-together", test_adds_together);

  return g_test_run ();
}

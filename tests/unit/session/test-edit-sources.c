/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-sources.h"

#include <glib/gstdio.h>

#include "apo-attachment.h"
#include "apo-edit-claims.h"
#include "apo-judged-sample.h"

#define SOURCE(fixture, i) APO_SOURCE (get_item (fixture, APO_ITEM_SOURCE, i))
#define CLAIM(fixture, i)  APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, i))
#define LINK(fixture, i)   APO_CLAIM_LINK (get_item (fixture, APO_ITEM_LINK, i))

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  ApoSourceInfo info = {
    .stance = APO_SOURCE_CONTRADICTS, .url = "https://example.org/a", .title = "Étude",
    .consulted = apo_day_from_ymd (2026, 1, 2), .quotation = "« non »",
  };
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  g_autoptr (GListModel) list = NULL;

  apo_edit_add_source (fixture->history, CLAIM (fixture, 1), &info);
  apo_edit_check_end (check, "New source");
  g_assert_cmpstr (apo_source_get_title (SOURCE (fixture, 0)), ==, "Étude");
  g_assert_cmpint (apo_source_get_stance (SOURCE (fixture, 0)), ==, APO_SOURCE_CONTRADICTS);
  g_assert_false (apo_item_is_default (get_item (fixture, APO_ITEM_SOURCE, 0),
                                       APO_SOURCE_FIELD_CREATED));
  list = apo_dossier_list_sources (fixture->dossier, CLAIM (fixture, 1));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_clear_object (&list);
  list = apo_dossier_list_sources (fixture->dossier, CLAIM (fixture, 0));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);

  info.title = NULL;
  check = apo_edit_check_begin (fixture->history);
  apo_edit_change_source (fixture->history, SOURCE (fixture, 0), &info);
  apo_edit_check_end (check, "Change a source");
  g_assert_cmpstr (apo_source_get_title (SOURCE (fixture, 0)), ==, "");
  apo_edit_change_source (fixture->history, SOURCE (fixture, 0), &info);
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 2);
}

static void
test_change (Fixture      *fixture,
             gconstpointer data)
{
  ApoSourceInfo info = { .consulted = APO_DAY_NONE };
  ApoSource *source = apo_edit_add_source (fixture->history, CLAIM (fixture, 0), &info);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  apo_edit_set_source_string (fixture->history, source, APO_SOURCE_FIELD_TITLE, "L");
  apo_edit_check_end (check, "Change a source");
  apo_edit_set_source_string (fixture->history, source, APO_SOURCE_FIELD_TITLE, "Le");
  apo_edit_set_source_string (fixture->history, source, APO_SOURCE_FIELD_TITLE, "Le P");
  apo_edit_set_source_string (fixture->history, source, APO_SOURCE_FIELD_PUBLISHER, "A");
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 4);

  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_source_stance (fixture->history, source, APO_SOURCE_CONTEXT);
  apo_edit_check_end (check, "Source: Context");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_source_day (fixture->history, source, apo_day_from_ymd (2025, 12, 31));
  apo_edit_check_end (check, "Change a source");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_source_file (fixture->history, source, "a.pdf", "00ff", 12);
  apo_edit_check_end (check, "Attach a file");
  g_assert_cmpint (apo_source_get_file_size (source), ==, 12);
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_source_file (fixture->history, source, NULL, "00ff", 12);
  apo_edit_check_end (check, "Take a file away");
  g_assert_cmpstr (apo_source_get_file_sha256 (source), ==, "");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_remove_source (fixture->history, source);
  apo_edit_check_end (check, "Remove a source");
}

/* A source goes with its claim, and to the claim that takes its place. */
static void
test_follow (Fixture      *fixture,
             gconstpointer data)
{
  ApoSourceInfo info = { .title = "x", .consulted = APO_DAY_NONE };
  ApoCommand *command = apo_command_new ("Remove");
  g_autoptr (GListStore) both = g_list_store_new (APO_TYPE_CLAIM);
  ApoEditCheck *check;

  apo_edit_add_source (fixture->history, CLAIM (fixture, 1), &info);
  apo_edit_add_link (fixture->history, CLAIM (fixture, 0), CLAIM (fixture, 1), APO_LINK_SAME_AS);
  apo_edit_add_link (fixture->history, CLAIM (fixture, 1), CLAIM (fixture, 2), APO_LINK_SAME_AS);
  apo_edit_add_link (fixture->history, CLAIM (fixture, 0), CLAIM (fixture, 2), APO_LINK_SAME_AS);
  g_list_store_append (both, CLAIM (fixture, 0));
  g_list_store_append (both, CLAIM (fixture, 1));
  check = apo_edit_check_begin (fixture->history);
  apo_edit_join_claims (fixture->history, G_LIST_MODEL (both));
  apo_edit_check_end (check, "Join 2 claims");
  g_assert_cmpstr (apo_source_get_claim (SOURCE (fixture, 0)), ==,
                   apo_item_get_id (get_item (fixture, APO_ITEM_CLAIM, 0)));
  g_assert_cmpuint (count_items (fixture, APO_ITEM_LINK), ==, 1);

  check = apo_edit_check_begin (fixture->history);
  apo_command_remove_item (command, get_item (fixture, APO_ITEM_CLAIM, 0));
  apo_history_execute (fixture->history, command);
  apo_edit_check_end (check, "Remove");
  g_assert_cmpuint (count_items (fixture, APO_ITEM_SOURCE), ==, 0);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_LINK), ==, 0);
}

static void
test_links (Fixture      *fixture,
            gconstpointer data)
{
  ApoClaim *a = CLAIM (fixture, 0);
  ApoClaim *b = CLAIM (fixture, 1);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  g_autoptr (GListModel) list = NULL;

  apo_edit_add_link (fixture->history, a, b, APO_LINK_CONTRADICTS);
  apo_edit_check_end (check, "Link two claims");

  /* the same the other way round is the same; dependence is not */
  g_assert_true (apo_edit_add_link (fixture->history, b, a, APO_LINK_CONTRADICTS)
                 == LINK (fixture, 0));
  g_assert_null (apo_edit_add_link (fixture->history, a, a, APO_LINK_SAME_AS));
  apo_edit_add_link (fixture->history, a, b, APO_LINK_DEPENDS_ON);
  apo_edit_add_link (fixture->history, b, a, APO_LINK_DEPENDS_ON);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_LINK), ==, 3);
  list = apo_dossier_list_links (fixture->dossier, b);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);

  check = apo_edit_check_begin (fixture->history);
  apo_edit_turn_link (fixture->history, LINK (fixture, 1));
  apo_edit_check_end (check, "Turn a link round");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_link_kind (fixture->history, LINK (fixture, 1), APO_LINK_SAME_AS);
  apo_edit_check_end (check, "Link: Same as");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_remove_link (fixture->history, LINK (fixture, 1));
  apo_edit_check_end (check, "Remove a link");
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static GAsyncResult *
read_file (GFile *file)
{
  GAsyncResult *result = NULL;

  apo_attachment_read_async (file, NULL, read_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_attachment (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *folder = g_dir_make_tmp ("apostille-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sha256 = NULL;
  gint64 size = -1;

  result = read_file (file);
  g_assert_false (apo_attachment_read_finish (result, &name, &sha256, &size, &error));
  g_assert_nonnull (error);
  g_assert_null (name);

  g_assert_true (g_file_set_contents (path, "abc", 3, NULL));
  again = read_file (file);
  g_clear_error (&error);
  g_assert_true (apo_attachment_read_finish (again, &name, &sha256, &size, &error));
  g_assert_cmpstr (name, ==, "a.txt");
  g_assert_cmpstr (sha256, ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpint (size, ==, 3);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

#define ADD(path, func) \
  g_test_add ("/edit-sources/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("add", test_add);
  ADD ("change", test_change);
  ADD ("follow", test_follow);
  ADD ("links", test_links);
  ADD ("attachment", test_attachment);

  return g_test_run ();
}

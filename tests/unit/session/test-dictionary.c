/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dictionary.h"

#include <glib/gstdio.h>

#include "apo-edit.h"
#include "apo-judged-sample.h"
#include "apo-renewal.h"

#define ACTOR(fixture, i) APO_ACTOR (get_item (fixture, APO_ITEM_ACTOR, i))

static char *
make_folder (void)
{
  char *folder = g_dir_make_tmp ("apostille-XXXXXX", NULL);

  g_assert_nonnull (folder);

  return folder;
}

static void
test_file (Fixture      *fixture,
           gconstpointer data)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *inner = g_build_filename (folder, "in", NULL);
  g_autofree char *path = g_build_filename (inner, "dictionary.json", NULL);
  g_autoptr (ApoDictionary) dictionary = apo_dictionary_new (path, NULL);
  g_autoptr (ApoDictionary) read = apo_dictionary_new (path, NULL);
  g_autoptr (GError) error = NULL;
  ApoCorrection *correction;
  GStatBuf info;

  g_assert_true (apo_dictionary_load (dictionary, &error));
  apo_dictionary_remember (dictionary, "Téhéran", "Iran", APO_CORRECTION_NO_KIND, NULL, FALSE);
  apo_dictionary_remember (dictionary, "Iran", NULL, APO_ACTOR_COUNTRY, "IR", FALSE);
  apo_dictionary_remember (dictionary, "« Juin »", NULL, APO_CORRECTION_NO_KIND, NULL, TRUE);
  apo_dictionary_remember (dictionary, "téhéran", "L’Iran", APO_CORRECTION_NO_KIND, NULL, FALSE);
  apo_dictionary_remember (dictionary, "", "x", APO_CORRECTION_NO_KIND, NULL, FALSE);
  g_assert_true (apo_dictionary_save (dictionary, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  g_assert_true (apo_dictionary_load (read, &error));
  g_assert_cmpuint (g_list_model_get_n_items (apo_dictionary_get_corrections (read)), ==, 3);
  correction = apo_dictionary_find (read, "TÉHÉRAN");
  g_assert_cmpstr (apo_correction_get_same_as (correction), ==, "L’Iran");
  correction = apo_dictionary_find (read, "iran");
  g_assert_cmpint (apo_correction_get_kind (correction), ==, APO_ACTOR_COUNTRY);
  g_assert_cmpstr (apo_correction_get_region (correction), ==, "IR");
  g_assert_true (apo_correction_is_no_actor (apo_dictionary_find (read, "« juin »")));

  /* one goes, then all; an empty one has no file */
  apo_dictionary_remove (read, correction);
  g_assert_null (apo_dictionary_find (read, "Iran"));
  g_assert_true (apo_dictionary_save (read, &error));
  apo_dictionary_clear (read);
  g_assert_true (apo_dictionary_save (read, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  apo_dictionary_clear (read);
  g_assert_true (apo_dictionary_save (read, &error));
  g_rmdir (inner);
  g_rmdir (folder);
}

static const char *const malformed[] = {
  "", "[]", "{}", "{\"format\": \"apostille-dictionary\"}",
  "{\"format\": \"apostille-dictionary\", \"names\": {}}", "{\"format\": 1, \"names\": []}",
  "\xff", "{\"format\": \"apostille-dictionary\", \"names\": [1, {}, {\"name\": 2}]",
};

/* What is no dictionary is said to be none, and stays until there is something better. */
static void
test_malformed (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "dictionary.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autoptr (ApoDictionary) dictionary = apo_dictionary_new (path, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *content = NULL;

      g_assert_true (g_file_set_contents (path, malformed[i], -1, NULL));
      g_assert_false (apo_dictionary_load (dictionary, &error));
      g_assert_nonnull (error);
      g_assert_true (apo_dictionary_save (dictionary, NULL));
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, malformed[i]);
    }
  g_unlink (path);
  g_rmdir (folder);
}

/* Teaches a dictionary what the reader did to one sample, and applies it to another. */
static Fixture
apply (Fixture *fixture,
       guint    n_expected)
{
  g_autoptr (ApoDictionary) dictionary = apo_dictionary_new ("/nowhere", NULL);
  Fixture next;

  apo_dictionary_learn (dictionary, fixture->dossier, NULL);
  set_up (&next, NULL);
  g_assert_cmpuint (apo_dictionary_apply (dictionary, next.dossier), ==, n_expected);
  for (guint i = 0; i < count_items (&next, APO_ITEM_ACTOR); i++)
    g_assert_cmpint (apo_actor_get_origin (ACTOR (&next, i)), ==, APO_ORIGIN_AUTO);

  return next;
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  Fixture next = apply (fixture, 0);

  tear_down (&next, NULL);
}

static void
test_kind (Fixture      *fixture,
           gconstpointer data)
{
  Fixture next;

  apo_edit_set_actor_kind (fixture->history, ACTOR (fixture, 1), APO_ACTOR_GROUP);
  apo_edit_set_actor_region (fixture->history, ACTOR (fixture, 1), "SE");
  apo_edit_set_dismissed (fixture->history, APO_ITEM (ACTOR (fixture, 2)), TRUE);
  next = apply (fixture, 2);
  g_assert_cmpint (apo_actor_get_kind (ACTOR (&next, 1)), ==, APO_ACTOR_GROUP);
  g_assert_cmpstr (apo_actor_get_region (ACTOR (&next, 1)), ==, "SE");
  g_assert_true (apo_actor_is_dismissed (ACTOR (&next, 2)));
  tear_down (&next, NULL);
}

static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GListStore) some = g_list_store_new (APO_TYPE_ACTOR);
  Fixture next;

  g_list_store_append (some, ACTOR (fixture, 1));
  g_list_store_append (some, ACTOR (fixture, 2));
  apo_edit_merge_actors (fixture->history, G_LIST_MODEL (some), NULL);
  next = apply (fixture, 1);
  g_assert_cmpuint (count_items (&next, APO_ITEM_ACTOR), ==, 2);
  g_assert_true (apo_actor_has_name (ACTOR (&next, 1), "Norvège"));
  g_assert_true (apo_actor_has_name (ACTOR (&next, 1), "Portugal"));
  g_assert_cmpuint (count_items (&next, APO_ITEM_RELATION), ==, 0);
  tear_down (&next, NULL);
}

static void
test_rename (Fixture      *fixture,
             gconstpointer data)
{
  Fixture next;

  apo_edit_rename_actor (fixture->history, ACTOR (fixture, 1), "Royaume de Norvège");
  apo_edit_add_alias (fixture->history, ACTOR (fixture, 1), "Norvège");
  next = apply (fixture, 1);
  g_assert_cmpstr (apo_actor_get_name (ACTOR (&next, 1)), ==, "Royaume de Norvège");
  g_assert_true (apo_actor_has_name (ACTOR (&next, 1), "Norvège"));
  tear_down (&next, NULL);
}

/* Who is restored is an actor again. */
static void
test_restored (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (ApoDictionary) dictionary = apo_dictionary_new ("/nowhere", NULL);

  apo_edit_set_dismissed (fixture->history, APO_ITEM (ACTOR (fixture, 2)), TRUE);
  apo_dictionary_learn (dictionary, fixture->dossier, NULL);
  g_assert_nonnull (apo_dictionary_find (dictionary, "Portugal"));
  apo_edit_set_dismissed (fixture->history, APO_ITEM (ACTOR (fixture, 2)), FALSE);
  apo_dictionary_learn (dictionary, fixture->dossier, NULL);
  g_assert_null (apo_dictionary_find (dictionary, "Portugal"));
}

/* What was so before is not learned again, and a changed name stays one of the actor. */
static void
test_noted (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (ApoDictionary) dictionary = apo_dictionary_new ("/nowhere", NULL);
  g_autoptr (GHashTable) noted = NULL;
  ApoCorrection *correction;

  apo_edit_set_dismissed (fixture->history, APO_ITEM (ACTOR (fixture, 2)), TRUE);
  apo_edit_set_actor_kind (fixture->history, ACTOR (fixture, 1), APO_ACTOR_GROUP);
  noted = apo_dictionary_note (fixture->dossier);
  apo_dictionary_learn (dictionary, fixture->dossier, noted);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dictionary_get_corrections (dictionary)), ==, 0);

  apo_edit_rename_actor (fixture->history, ACTOR (fixture, 1), "Royaume de Norvège");
  apo_dictionary_learn (dictionary, fixture->dossier, noted);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dictionary_get_corrections (dictionary)), ==, 2);
  correction = apo_dictionary_find (dictionary, "Norvège");
  g_assert_cmpstr (apo_correction_get_same_as (correction), ==, "Royaume de Norvège");
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static gboolean
wait_saved (ApoDictionary *dictionary,
            GAsyncResult **result,
            GError       **error)
{
  gboolean saved;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  saved = apo_dictionary_save_finish (dictionary, *result, error);
  g_clear_object (result);

  return saved;
}

/* In a thread: what is written last is what there was last, and what failed is tried again. */
static void
test_save_async (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "dictionary.json", NULL);
  g_autofree char *blocked = g_build_filename (path, "x", NULL);
  g_autoptr (ApoDictionary) dictionary = apo_dictionary_new (path, NULL);
  g_autoptr (ApoDictionary) read = apo_dictionary_new (path, NULL);
  g_autoptr (ApoDictionary) failing = apo_dictionary_new (blocked, NULL);
  g_autoptr (GError) error = NULL;
  GAsyncResult *first = NULL;
  GAsyncResult *second = NULL;

  apo_dictionary_remember (dictionary, "Téhéran", "Iran", APO_CORRECTION_NO_KIND, NULL, FALSE);
  apo_dictionary_save_async (dictionary, saved_cb, &first);
  apo_dictionary_remember (dictionary, "Juin", NULL, APO_CORRECTION_NO_KIND, NULL, TRUE);
  apo_dictionary_save_async (dictionary, saved_cb, &second);
  g_assert_true (wait_saved (dictionary, &first, &error));
  g_assert_true (wait_saved (dictionary, &second, &error));
  g_assert_true (apo_dictionary_load (read, &error));
  g_assert_cmpuint (g_list_model_get_n_items (apo_dictionary_get_corrections (read)), ==, 2);

  /* a file stands where its folder should be */
  apo_dictionary_remember (failing, "Juin", NULL, APO_CORRECTION_NO_KIND, NULL, TRUE);
  apo_dictionary_save_async (failing, saved_cb, &first);
  g_assert_false (wait_saved (failing, &first, &error));
  g_assert_nonnull (strstr (error->message, blocked));
  g_assert_false (apo_dictionary_save (failing, NULL));

  apo_dictionary_clear (dictionary);
  apo_dictionary_save_async (dictionary, saved_cb, &first);
  g_clear_error (&error);
  g_assert_true (wait_saved (dictionary, &first, &error));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_rmdir (folder);
}

/* What the dictionary put right is not put back by another analysis. */
static void
test_renewal (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (ApoDictionary) dictionary = apo_dictionary_new ("/nowhere", NULL);
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();
  g_autoptr (ApoRenewal) with = NULL;
  g_autoptr (ApoRenewal) without = NULL;

  apo_dictionary_remember (dictionary, "Norvège", NULL, APO_ACTOR_GROUP, "SE", FALSE);
  apo_dictionary_apply (dictionary, fixture->dossier);
  with = apo_renewal_new (fixture->dossier, apo_dossier_get_article (fixture->dossier), findings,
                          dictionary);
  without = apo_renewal_new (fixture->dossier, apo_dossier_get_article (fixture->dossier),
                             findings, NULL);
  g_assert_cmpuint (apo_renewal_get_n_changes (with), ==, 0);
  g_assert_cmpuint (apo_renewal_get_n_changes (without), ==, 1);
}

#define ADD(path, func) \
  g_test_add ("/dictionary/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("file", test_file);
  ADD ("malformed", test_malformed);
  ADD ("nothing", test_nothing);
  ADD ("kind", test_kind);
  ADD ("merge", test_merge);
  ADD ("rename", test_rename);
  ADD ("restored", test_restored);
  ADD ("noted", test_noted);
  ADD ("save-async", test_save_async);
  ADD ("renewal", test_renewal);

  return g_test_run ();
}

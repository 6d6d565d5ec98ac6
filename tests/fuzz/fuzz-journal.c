/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-backups.h"
#include "apo-dossier-file.h"
#include "apo-fuzz-journal.h"
#include "apo-replay.h"
#include "apo-session-place.h"

#include <glib/gstdio.h>
#include <string.h>

/* Any bytes are refused with a sentence, or give as many changes as hold; what comes of them can be
 * saved and read again without damage, undone and done again, and it is what a recovery brings back.
 * A journal that builds on a file builds on one of three: one that is as it was, one that is another
 * by now, of which there is a backup, and one that is gone. */

/* Of so many inputs one is also recovered through files, which takes several times as long. */
#define RECOVERY_RARITY 256

/* Of so many inputs one is also held against what the file gives back. */
#define READING_RARITY 4

static const char other[] =
  "{\"format\": \"apostille-dossier\", \"version\": 1, \"replica\": \"zzzzz\", \"articles\": "
  "[{\"id\": \"zzzzz-d1\", \"number\": 1, \"text\": \"Autre.\"}]}";

/* File operations that do not wait for the disk. */
static int
skip_fsync (const ApoFileOps *ops,
            int               fd)
{
  return 0;
}

static void
write_file (ApoPlace   *place,
            const char *name,
            const char *content)
{
  g_autofree char *path = apo_place_dup_path (place, name);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
}

static GFile *
get_file (ApoPlace   *place,
          const char *name)
{
  g_autofree char *path = apo_place_dup_path (place, name);

  return g_file_new_for_path (path);
}

static ApoPlace *the_place;

static void
free_place (void)
{
  g_clear_pointer (&the_place, apo_place_free);
}

/* The folder that all executions share. */
static ApoPlace *
get_place (void)
{
  static ApoFileOps ops;
  g_autoptr (GFile) changed = NULL;

  if (the_place != NULL)
    return the_place;

  ops = *apo_file_ops_get_real ();
  ops.fsync = skip_fsync;
  the_place = apo_place_new (&ops);
  atexit (free_place);

  write_file (the_place, APO_FUZZ_FILE_KNOWN, apo_fuzz_known_file);
  write_file (the_place, APO_FUZZ_FILE_CHANGED, apo_fuzz_known_file);
  changed = get_file (the_place, APO_FUZZ_FILE_CHANGED);
  g_assert_true (apo_backups_keep (the_place->store, changed, NULL, FALSE, NULL, NULL));
  write_file (the_place, APO_FUZZ_FILE_CHANGED, other);

  return the_place;
}

/* No other file of this computer is to be read. */
static void
set_file (ApoJournalBase *base)
{
  g_autofree char *name = base->file != NULL ? g_file_get_basename (base->file) : NULL;
  static const char *const names[] = {
    APO_FUZZ_FILE_CHANGED, APO_FUZZ_FILE_GONE, NULL,
  };

  g_clear_object (&base->file);
  if (name != NULL)
    base->file = get_file (get_place (), g_strv_contains (names, name) ? name
                                                                       : APO_FUZZ_FILE_KNOWN);
}

static void
check_read_again (ApoDossier *dossier,
                  GBytes     *bytes)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoDossier) read = apo_dossier_file_parse (bytes, "x", &problems, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  again = apo_dossier_file_serialize (read);
  g_assert_true (g_bytes_equal (again, bytes));
}

static void
check_replayed (ApoReplayed *replayed,
                gboolean     read)
{
  g_autoptr (GBytes) before = apo_dossier_file_serialize (replayed->dossier);
  g_autoptr (GBytes) after = NULL;
  guint n = apo_history_get_n_done (replayed->history);

  if (read)
    check_read_again (replayed->dossier, before);
  if (n == 0)
    return;

  apo_history_go_to (replayed->history, 0);
  apo_history_go_to (replayed->history, n);
  after = apo_dossier_file_serialize (replayed->dossier);
  g_assert_true (g_bytes_equal (before, after));
}

/* The same dossier; one that says no proper tag gets another each time it is read. */
static void
assert_same (ApoDossier *recovered,
             ApoDossier *expected)
{
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (recovered);
  g_autoptr (GBytes) other_bytes = NULL;

  g_assert_nonnull (expected);
  other_bytes = apo_dossier_file_serialize (expected);
  if (g_str_equal (apo_dossier_get_replica (recovered), apo_dossier_get_replica (expected)))
    g_assert_true (g_bytes_equal (bytes, other_bytes));
}

/* Leaves a journal where a program that died would have. */
static void
leave_journal (ApoPlace   *place,
               const char *name,
               GBytes     *bytes,
               GFile      *file)
{
  g_autofree char *path = g_build_filename (place->state, name, NULL);
  g_autoptr (GByteArray) journal = file != NULL ? apo_fuzz_journal_rebase (bytes, file) : NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (journal != NULL)
    {
      data = (const char *) journal->data;
      length = journal->len;
    }
  g_mkdir (place->state, 0700);
  g_assert_true (g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_NONE, 0600,
                                           NULL));
}

/* Recovers one of two journals of that content, and throws the other away. */
static void
check_recovery (GBytes     *bytes,
                GFile      *file,
                ApoDossier *expected)
{
  ApoPlace *place = get_place ();
  g_autoptr (GFile) known = get_file (place, APO_FUZZ_FILE_KNOWN);
  g_autofree char *key = apo_store_dup_key (known);
  g_autofree char *name = g_strconcat (key, "-1.journal", NULL);
  g_autoptr (ApoSession) session = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) left = NULL;

  leave_journal (place, "new-1.journal", bytes, file);
  leave_journal (place, name, bytes, file);
  session = apo_place_recover (place->store, &error);
  if (session != NULL)
    {
      assert_same (apo_session_get_dossier (session), expected);
      apo_session_discard (session);
    }
  else
    g_assert_true (error == NULL || error->domain == APO_DOSSIER_ERROR);
  g_clear_object (&session);

  g_assert_true (apo_recovery_forget (place->store, known, NULL));
  left = apo_recovery_list (place->store);
  for (guint i = 0; i < left->len; i++)
    g_assert_true (apo_recovery_discard (left->pdata[i], NULL));
  g_assert_cmpuint (apo_place_count (place->state, ".journal"), ==, 0);
  apo_place_remove_folder (place->state);
}

static void
check (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoJournalContent) content = apo_journal_decode (bytes, "x", &error);
  g_autoptr (ApoReplayed) replayed = NULL;
  g_auto (GStrv) names = NULL;
  guint hash = g_bytes_hash (bytes);

  if (content != NULL)
    {
      set_file (&content->base);
      names = apo_replay_dup_names (content, apo_replay_find_first (content));
      g_assert_cmpuint (g_strv_length (names), <=, content->steps->len);
      replayed = apo_replay (get_place ()->store, content, &error);
    }
  if (replayed != NULL)
    check_replayed (replayed, hash % READING_RARITY == 0);
  else
    g_assert_true (error != NULL && error->domain == APO_DOSSIER_ERROR);
  if (hash % RECOVERY_RARITY == 0)
    check_recovery (bytes, content != NULL ? content->base.file : NULL,
                    replayed != NULL ? replayed->dossier : NULL);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  check (bytes);
  apo_fuzz_find_leaks ();

  return 0;
}

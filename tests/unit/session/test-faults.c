/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-backups.h"
#include "apo-dossier-file.h"
#include "apo-faults.h"
#include "apo-session-place.h"

#include <errno.h>
#include <string.h>

/* Each operation on files goes wrong once, in each way. */
static const struct {
  const char *name;
  ApoFaultKind kind;
  int code;
  ApoLoss loss;
} faults_table[] = {
  { "no-space", APO_FAULT_ERROR, ENOSPC, APO_LOSS_ALL },
  { "quota", APO_FAULT_ERROR, EDQUOT, APO_LOSS_NOTHING },
  { "disk", APO_FAULT_ERROR, EIO, APO_LOSS_ALL },
  { "permission", APO_FAULT_ERROR, EACCES, APO_LOSS_NOTHING },
  { "read-only", APO_FAULT_ERROR, EROFS, APO_LOSS_ALL },
  { "interrupted", APO_FAULT_ERROR, EINTR, APO_LOSS_ALL },
  { "short", APO_FAULT_SHORT, 0, APO_LOSS_ALL },
  { "crash", APO_FAULT_CRASH, 0, APO_LOSS_ALL },
  { "crash-names-kept", APO_FAULT_CRASH, 0, APO_LOSS_DATA },
  { "crash-half-kept", APO_FAULT_CRASH, 0, APO_LOSS_HALF },
  { "killed", APO_FAULT_CRASH, 0, APO_LOSS_NOTHING },
};

/* No scenario has as many operations. */
#define MAX_OPS 1000

/* The states that a dossier went through, and the last of which it was said that it is safe.  What
 * it was before is apart: a file says it before the dossier does. */
typedef struct {
  GPtrArray *states;            /* GBytes */
  guint safe;
  GPtrArray *hashes;            /* char*: of all that was in the file */
} Track;

static void
track_clear (Track *track)
{
  g_ptr_array_unref (track->states);
  g_ptr_array_unref (track->hashes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Track, track_clear)

/* The dossier without what it was before. */
static GBytes *
take_state (ApoSession *session)
{
  g_autoptr (GBytes) bytes = apo_place_serialize (session);

  return apo_dossier_file_set_ancestors (bytes, (const char *[]) { NULL });
}

static void
track_state (Track      *track,
             ApoSession *session)
{
  g_ptr_array_add (track->states, take_state (session));
}

static void
track_file (Track    *track,
            ApoPlace *place)
{
  g_autofree char *path = g_file_get_path (place->file);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_ptr_array_add (track->hashes, g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                                               (guchar *) content, length));
}

/* Nothing calls itself the successor of what never was in the file, and who knows an older version
 * knows all that came after it, in order. */
static void
check_ancestors (Track      *track,
                 ApoSession *session)
{
  const char *const *ancestors = apo_dossier_get_ancestors (apo_session_get_dossier (session));
  guint last = 0;

  for (guint i = 0; ancestors[i] != NULL; i++)
    {
      guint found;

      g_assert_true (g_ptr_array_find_with_equal_func (track->hashes, ancestors[i], g_str_equal,
                                                       &found));
      g_assert_cmpuint (found, >=, last);
      last = found;
    }
}

/* The place of the last such state, or -1. */
static int
find_state (Track  *track,
            GBytes *bytes)
{
  for (guint i = track->states->len; i > 0; i--)
    if (g_bytes_equal (track->states->pdata[i - 1], bytes))
      return i - 1;

  return -1;
}

/* Waits for the journal; if it is not safe, that is said. */
static void
flush (Track      *track,
       ApoSession *session)
{
  if (apo_session_flush (session))
    track->safe = track->states->len - 1;
  else
    while (apo_session_get_problem (session) == NULL)
      g_main_context_iteration (NULL, TRUE);
}

static void
judge (Track      *track,
       ApoSession *session,
       guint       claim,
       ApoVerdict  verdict)
{
  apo_place_judge (session, claim, verdict);
  track_state (track, session);
  flush (track, session);
}

static void
undo (Track      *track,
      ApoSession *session)
{
  apo_history_undo (apo_session_get_history (session));
  track_state (track, session);
  flush (track, session);
}

/* Whether the file is what it was before it was looked at last. */
static gboolean
track_is_old (Track *track)
{
  guint n = track->hashes->len;

  return g_str_equal (track->hashes->pdata[n - 1], track->hashes->pdata[n - 2]);
}

static void
save (Track      *track,
      ApoSession *session,
      ApoPlace   *place)
{
  g_autoptr (GError) error = NULL;
  guint state = track->states->len - 1;
  g_autoptr (GBytes) before = apo_place_serialize (session);

  if (apo_place_save (session, NULL, FALSE, &error))
    {
      g_assert_false (apo_session_is_changed (session));
      track->safe = state;
    }
  else
    {
      g_assert_true (error->domain == APO_DOSSIER_ERROR);
      g_assert_nonnull (strstr (error->message, "port.apostille"));
    }
  track_file (track, place);
  check_ancestors (track, session);
  if (error != NULL && track_is_old (track))
    {
      g_autoptr (GBytes) after = apo_place_serialize (session);

      g_assert_true (g_bytes_equal (before, after));
    }
}

/* A morning's work. */
static void
work (Track    *track,
      ApoPlace *place)
{
  g_autoptr (ApoSession) session = apo_place_open (place->file, FALSE, NULL);

  track_state (track, session);
  track_file (track, place);
  apo_session_keep (session, place->store);
  judge (track, session, 0, APO_VERDICT_VERIFIED);
  judge (track, session, 1, APO_VERDICT_DISPUTED);
  save (track, session, place);
  judge (track, session, 2, APO_VERDICT_MIXED);
  undo (track, session);
  undo (track, session);
  judge (track, session, 0, APO_VERDICT_DISPUTED);
  save (track, session, place);
  judge (track, session, 1, APO_VERDICT_VERIFIED);
  undo (track, session);
  judge (track, session, 2, APO_VERDICT_VERIFIED);
}

/* What the next start finds: the file, and what can be recovered. */
static void
check_after (Track    *track,
             ApoPlace *place)
{
  g_autoptr (ApoStore) store = apo_store_new (place->state, place->data, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoSession) opened = apo_place_open (place->file, FALSE, &error);
  g_autoptr (ApoSession) recovered = NULL;
  g_autoptr (GBytes) in_file = NULL;
  g_autoptr (GBytes) back = NULL;

  /* the file is whole, an old one or a new one */
  g_assert_no_error (error);
  g_assert_null (apo_session_get_warning (opened));
  in_file = take_state (opened);
  check_ancestors (track, opened);
  g_assert_cmpint (find_state (track, in_file), >=, 0);

  recovered = apo_place_recover (store, &error);
  g_assert_no_error (error);
  back = recovered != NULL ? take_state (recovered) : g_bytes_ref (in_file);
  g_assert_cmpint (find_state (track, back), >=, (int) track->safe);
  if (recovered != NULL)
    {
      g_assert_null (apo_session_get_warning (recovered));
      check_ancestors (track, recovered);
      apo_session_discard (recovered);
    }
}

static void
test_work (gconstpointer data)
{
  guint fault = GPOINTER_TO_UINT (data);
  gboolean hit = TRUE;
  guint n;

  for (n = 1; hit; n++)
    {
      g_autoptr (ApoFaults) faults = apo_faults_new ();
      g_autoptr (ApoPlace) place = apo_place_new (&faults->ops);
      g_autoptr (ApoSession) first = apo_place_session_new ();
      g_auto (Track) track = {
        g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref), 0,
        g_ptr_array_new_with_free_func (g_free),
      };

      g_assert_true (apo_place_save (first, place->file, FALSE, NULL));
      apo_store_set_limits (place->store, 0, 0);
      g_test_message ("operation %u", n);
      apo_faults_begin (faults, place->root, faults_table[fault].kind, faults_table[fault].code, n);
      work (&track, place);
      hit = faults->hit;
      apo_faults_crash (faults, faults_table[fault].loss);
      check_after (&track, place);
    }

  g_test_message ("%u operations", n - 2);
  g_assert_cmpuint (n, >, 20);
  g_assert_cmpuint (n, <, MAX_OPS);
}

/* One save, from an old version to a new one, both whole files. */
static void
test_save (gconstpointer data)
{
  guint fault = GPOINTER_TO_UINT (data);
  g_autofree char *old = g_strnfill (5000, 'o');
  g_autofree char *new = g_strnfill (7000, 'n');
  g_autoptr (GBytes) bytes = g_bytes_new_static (new, strlen (new));
  gboolean hit = TRUE;

  for (guint n = 1; hit; n++)
    {
      g_autoptr (ApoFaults) faults = apo_faults_new ();
      g_autoptr (ApoPlace) place = apo_place_new (&faults->ops);
      g_autofree char *path = g_file_get_path (place->file);
      g_autofree char *content = NULL;
      g_autofree char *stamp = NULL;
      g_autofree char *left = NULL;
      g_autoptr (GError) error = NULL;
      gboolean saved;

      g_assert_true (g_file_set_contents (path, old, -1, NULL));
      apo_faults_begin (faults, place->root, faults_table[fault].kind, faults_table[fault].code, n);
      saved = apo_dossier_file_save (&faults->ops, bytes, place->file, NULL, &stamp, NULL, &error);
      hit = faults->hit;
      g_assert_true (saved == (error == NULL));
      g_assert_true (saved || error->domain == APO_DOSSIER_ERROR);
      if (!hit || faults_table[fault].kind == APO_FAULT_SHORT || faults_table[fault].code == EINTR)
        g_assert_true (saved);

      /* before anything is lost: nothing lies about, and a stamp is that of the new file */
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      if (stamp != NULL)
        g_assert_true (g_str_equal (content, new));
      if (!faults->crashed)
        g_assert_cmpuint (apo_place_count (place->root, ""), ==, 1);

      apo_faults_crash (faults, faults_table[fault].loss);
      g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
      if (saved && faults_table[fault].code != EACCES)
        g_assert_true (g_str_equal (left, new));
      else
        g_assert_true (g_str_equal (left, old) || g_str_equal (left, new));
    }
}

/* Every backup that is listed is a whole version. */
static void
test_backup (gconstpointer data)
{
  guint fault = GPOINTER_TO_UINT (data);
  gboolean hit = TRUE;

  for (guint n = 1; hit; n++)
    {
      g_autoptr (ApoFaults) faults = apo_faults_new ();
      g_autoptr (ApoPlace) place = apo_place_new (&faults->ops);
      g_autoptr (GPtrArray) list = NULL;

      apo_faults_begin (faults, place->root, faults_table[fault].kind, faults_table[fault].code, n);
      apo_store_set_limits (place->store, 2, 0);
      for (guint i = 0; i < 4; i++)
        {
          g_autofree char *content = g_strnfill (1000 + i, 'a' + i);
          g_autofree char *path = g_file_get_path (place->file);
          g_autoptr (GError) error = NULL;
          gboolean added;

          g_assert_true (g_file_set_contents (path, content, -1, NULL));
          added = apo_backups_keep (place->store, place->file, NULL, FALSE, NULL, &error);

          g_assert_true (added == (error == NULL));
        }
      hit = faults->hit;
      apo_faults_crash (faults, faults_table[fault].loss);

      list = apo_backups_list (place->store, place->file);
      /* a crash may bring back what was removed last */
      if (!hit)
        g_assert_cmpuint (list->len, >=, 2);
      for (guint i = 0; i < list->len; i++)
        {
          ApoBackup *backup = list->pdata[i];
          g_autofree char *path = g_file_get_path (backup->file);
          g_autofree char *content = NULL;
          g_autofree char *sum = NULL;
          gsize length;

          g_assert_true (g_file_get_contents (path, &content, &length, NULL));
          sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, length);
          g_assert_true (g_str_has_prefix (sum, backup->sha256));
        }
    }
}

/* What goes wrong in a recovery costs nothing: the next one finds all of it. */
static void
test_recover (gconstpointer data)
{
  guint fault = GPOINTER_TO_UINT (data);
  gboolean hit = TRUE;

  for (guint n = 1; hit; n++)
    {
      g_autoptr (ApoFaults) faults = apo_faults_new ();
      g_autoptr (ApoPlace) place = apo_place_new (&faults->ops);
      g_autoptr (ApoStore) store = apo_store_new (place->state, place->data, NULL);
      g_autoptr (ApoSession) session = apo_place_session_new ();
      g_autoptr (ApoSession) recovered = NULL;
      g_autoptr (GBytes) expected = NULL;
      g_autoptr (GBytes) back = NULL;
      g_autoptr (GError) error = NULL;

      apo_session_keep (session, store);
      apo_place_judge (session, 0, APO_VERDICT_VERIFIED);
      apo_place_judge (session, 1, APO_VERDICT_DISPUTED);
      expected = apo_place_serialize (session);
      g_clear_object (&session);

      apo_faults_begin (faults, place->root, faults_table[fault].kind, faults_table[fault].code, n);
      recovered = apo_place_recover (place->store, &error);
      hit = faults->hit;
      g_clear_object (&recovered);
      apo_faults_crash (faults, faults_table[fault].loss);

      g_clear_error (&error);
      recovered = apo_place_recover (store, &error);
      g_assert_no_error (error);
      g_assert_nonnull (recovered);
      back = apo_place_serialize (recovered);
      g_assert_true (g_bytes_equal (back, expected));
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct {
    const char *name;
    void (*func) (gconstpointer data);
  } scenarios[] = {
    { "save", test_save },
    { "backup", test_backup },
    { "recover", test_recover },
    { "work", test_work },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    for (guint j = 0; j < G_N_ELEMENTS (faults_table); j++)
      {
        g_autofree char *path = g_strdup_printf ("/faults/%s/%s", scenarios[i].name,
                                                 faults_table[j].name);

        g_test_add_data_func (path, GUINT_TO_POINTER (j), scenarios[i].func);
      }

  return g_test_run ();
}

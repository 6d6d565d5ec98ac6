/* SPDX-License-Identifier: GPL-3.0-or-later */
/* session-driver FOLDER SEED: opens the dossier in FOLDER as the program does, recovering what
 * a killed one has left, and works on it until it is killed.  Prints a line for each state:
 *
 *   start NUMBER CHECKSUM PROBLEMS    what it found
 *   NUMBER TIME CHECKSUM              what the reader sees from TIME on, in microseconds since 1970
 *
 * kills.py reads all that.
 *
 * session-driver --recover STATE DATA FILE OUT: recovers the latest of what lies in the folders of
 * journals and backups, or opens FILE where there is nothing, and saves it to OUT; fails if it is
 * damaged.  Prints which of both, "recovered" or "opened".  For window-kills.py. */
#include "apo-dossier-file.h"
#include "apo-edit.h"
#include "apo-session-place.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Between two steps, at most. */
#define MAX_PAUSE_MS 6

typedef struct {
  ApoSession *session;
  ApoStore *store;
  GFile *file;
  GRand *rand;
  gint64 number;
} Driver;

/* The checksum of all that commands change; the files that a dossier was before are not that. */
static char *
sum_state (ApoDossier *dossier)
{
  gint64 counter = apo_dossier_get_counter (dossier);
  g_autoptr (GVariant) step = apo_dossier_get_view_state (dossier, "step");
  static const char *const no_ancestors[] = { NULL };
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) bytes = NULL;

  apo_dossier_set_counter (dossier, 0);
  apo_dossier_set_view_state (dossier, "step", NULL);
  whole = apo_dossier_file_serialize (dossier);
  bytes = apo_dossier_file_set_ancestors (whole, no_ancestors);
  apo_dossier_set_counter (dossier, counter);
  apo_dossier_set_view_state (dossier, "step", step);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static void
open_dossier (Driver *driver)
{
  g_autoptr (GError) error = NULL;

  driver->session = apo_place_recover (driver->store, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  if (driver->session != NULL)
    return;

  if (g_file_query_exists (driver->file, NULL))
    driver->session = apo_place_open (driver->file, FALSE, &error);
  else
    driver->session = apo_place_session_new ();
  if (error != NULL)
    g_error ("%s", error->message);
  apo_session_keep (driver->session, driver->store);
}

static void
tell_start (Driver *driver)
{
  ApoDossier *dossier = apo_session_get_dossier (driver->session);
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (dossier);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (ApoDossier) read = apo_dossier_file_parse (bytes, "x", &problems, NULL);
  g_autoptr (GVariant) step = apo_dossier_get_view_state (dossier, "step");
  g_autofree char *sum = sum_state (dossier);

  driver->number = step != NULL ? g_variant_get_int64 (step) : 0;
  printf ("start %" G_GINT64_FORMAT " %s %u\n", driver->number, sum,
          read == NULL || apo_session_get_warning (driver->session) != NULL ? 1 : problems->len);
  fflush (stdout);
}

static ApoItem *
dup_any_claim (Driver *driver)
{
  GListModel *claims = apo_dossier_get_items (apo_session_get_dossier (driver->session),
                                              APO_ITEM_CLAIM);

  return g_list_model_get_item (claims,
                                g_rand_int_range (driver->rand, 0,
                                                  g_list_model_get_n_items (claims)));
}

/* Types one more word of a reason. */
static void
type_reason (Driver  *driver,
             ApoItem *claim)
{
  ApoCommand *command = apo_command_new ("Reason");
  const char *old = apo_item_get_string (claim, APO_CLAIM_FIELD_REASON);
  g_autofree char *reason = g_strdup_printf ("%s mot%" G_GINT64_FORMAT,
                                             strlen (old) < 100 ? old : "", driver->number);

  apo_command_set_field (command, claim, APO_CLAIM_FIELD_REASON, g_variant_new_string (reason));
  apo_command_set_merge_key (command, apo_item_get_id (claim));
  apo_history_execute (apo_session_get_history (driver->session), command);
}

/* Adds a claim, or takes one away where there are many. */
static void
add_or_remove (Driver  *driver,
               ApoItem *claim)
{
  ApoCommand *command = apo_command_new ("Claims");
  GListModel *claims = apo_dossier_get_items (apo_session_get_dossier (driver->session),
                                              APO_ITEM_CLAIM);

  if (g_list_model_get_n_items (claims) > 8)
    apo_command_remove_item (command, claim);
  else
    {
      g_autoptr (ApoItem) added = apo_item_new (APO_ITEM_CLAIM, NULL);

      apo_item_set_value (added, APO_CLAIM_FIELD_CONTENT,
                          apo_item_get_value (claim, APO_CLAIM_FIELD_CONTENT));
      apo_command_add_item (command, added);
    }
  apo_history_execute (apo_session_get_history (driver->session), command);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!apo_session_save_finish (APO_SESSION (source), result, &error))
    g_error ("%s", error->message);
}

static void
take_step (Driver *driver)
{
  ApoHistory *history = apo_session_get_history (driver->session);
  g_autoptr (ApoItem) claim = dup_any_claim (driver);
  int choice = g_rand_int_range (driver->rand, 0, 100);

  if (choice < 40)
    type_reason (driver, claim);
  else if (choice < 70)
    apo_edit_set_verdict (history, APO_CLAIM (claim),
                          g_rand_int_range (driver->rand, 0, APO_N_VERDICTS), "Ana");
  else if (choice < 80)
    add_or_remove (driver, claim);
  else if (choice < 89)
    apo_history_undo (history);
  else if (choice < 97)
    apo_history_redo (history);
  else
    apo_session_save_async (driver->session, driver->file, FALSE, NULL, saved_cb, NULL);
}

static gboolean
step_cb (gpointer data)
{
  Driver *driver = data;
  ApoDossier *dossier = apo_session_get_dossier (driver->session);
  g_autofree char *sum = NULL;

  driver->number++;
  apo_dossier_set_view_state (dossier, "step", g_variant_new_int64 (driver->number));
  take_step (driver);
  sum = sum_state (dossier);
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n", driver->number, g_get_real_time (), sum);
  fflush (stdout);
  g_timeout_add (g_rand_int_range (driver->rand, 0, MAX_PAUSE_MS), step_cb, driver);

  return G_SOURCE_REMOVE;
}

static int
recover (char *argv[])
{
  g_autoptr (ApoStore) store = apo_store_new (argv[2], argv[3], NULL);
  g_autoptr (GFile) file = g_file_new_for_path (argv[4]);
  g_autoptr (GFile) out = g_file_new_for_path (argv[5]);
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoSession) session = apo_place_recover (store, &error);

  printf ("%s\n", session != NULL ? "recovered" : "opened");
  if (session == NULL && error == NULL)
    session = apo_place_open (file, FALSE, &error);
  if (session != NULL && apo_session_get_warning (session) != NULL)
    g_printerr ("%s\n", apo_session_get_warning (session));
  else if (session != NULL && apo_place_save (session, out, FALSE, &error))
    return 0;
  if (error != NULL)
    g_printerr ("%s\n", error->message);

  return 1;
}

int
main (int   argc,
      char *argv[])
{
  Driver driver = { 0 };
  g_autofree char *state = NULL;
  g_autofree char *data = NULL;

  if (argc == 6 && g_str_equal (argv[1], "--recover"))
    return recover (argv);
  if (argc != 3)
    return 2;

  state = g_build_filename (argv[1], "state", NULL);
  data = g_build_filename (argv[1], "data", NULL);
  driver.store = apo_store_new (state, data, NULL);
  driver.file = g_file_new_build_filename (argv[1], "port.apostille", NULL);
  driver.rand = g_rand_new_with_seed (atoi (argv[2]));

  open_dossier (&driver);
  tell_start (&driver);
  step_cb (&driver);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

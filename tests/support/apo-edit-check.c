/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-check.h"

#include "apo-command-private.h"
#include "apo-dossier-file.h"
#include "apo-history-private.h"

struct _ApoEditCheck {
  ApoHistory *history;
  GBytes *before;
  guint n_done;
  guint n_steps;
  ApoHistoryStep step;
  GVariant *command;
};

static void
record_step (ApoHistoryStep step,
             ApoCommand    *command,
             gpointer       data)
{
  ApoEditCheck *self = data;

  self->n_steps++;
  self->step = step;
  g_clear_pointer (&self->command, g_variant_unref);
  self->command = g_variant_ref_sink (apo_command_to_variant (command));
}

/* The whole dossier, but for the counter, which only grows, and the places in the graph, which a
 * layout sets whenever it is ready. */
GBytes *
apo_edit_check_state (ApoDossier *dossier)
{
  static const char places_key[] = "graph-positions";
  gint64 counter = apo_dossier_get_counter (dossier);
  g_autoptr (GVariant) places = apo_dossier_get_view_state (dossier, places_key);
  GBytes *bytes;

  apo_dossier_set_counter (dossier, 0);
  apo_dossier_set_view_state (dossier, places_key, NULL);
  bytes = apo_dossier_file_serialize (dossier);
  apo_dossier_set_view_state (dossier, places_key, places);
  apo_dossier_set_counter (dossier, counter);

  return bytes;
}

static void
assert_state (ApoDossier *dossier,
              GBytes     *expected)
{
  g_autoptr (GBytes) state = apo_edit_check_state (dossier);

  g_assert_cmpmem (g_bytes_get_data (state, NULL), g_bytes_get_size (state),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

/* To be called before what shall be one edit. */
ApoEditCheck *
apo_edit_check_begin (ApoHistory *history)
{
  ApoEditCheck *self = g_new0 (ApoEditCheck, 1);
  ApoHistoryRecorder recorder = { NULL, record_step, self };

  self->history = history;
  self->before = apo_edit_check_state (apo_history_get_dossier (history));
  self->n_done = apo_history_get_n_done (history);
  apo_history_set_recorder (history, &recorder);

  return self;
}

/* What a file and a journal make of the edit is what was done. */
static void
check_elsewhere (ApoEditCheck *self,
                 GBytes       *after)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoDossier) read = apo_dossier_file_parse (after, "x", &problems, &error);
  g_autoptr (GPtrArray) no_problems = NULL;
  g_autoptr (ApoDossier) replayed = NULL;
  ApoCommand *command = apo_command_new_from_variant (self->command);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
  assert_state (read, after);

  replayed = apo_dossier_file_parse (self->before, "x", &no_problems, &error);
  g_assert_no_error (error);
  g_assert_true (apo_command_replay (command, replayed, TRUE));
  assert_state (replayed, after);
  g_assert_true (apo_command_replay (command, replayed, FALSE));
  assert_state (replayed, self->before);
  apo_command_free (command);
}

/* Asserts that one command of that name was done, and that it can be undone, redone, written to a
 * file and replayed from a journal; leaves it done. */
void
apo_edit_check_end (ApoEditCheck *check,
                    const char   *name)
{
  ApoDossier *dossier = apo_history_get_dossier (check->history);
  g_autoptr (GBytes) after = apo_edit_check_state (dossier);

  apo_history_set_recorder (check->history, NULL);
  g_assert_cmpstr (apo_history_get_undo_name (check->history), ==, name);
  g_assert_cmpuint (apo_history_get_n_done (check->history), ==, check->n_done + 1);
  g_assert_cmpuint (check->n_steps, ==, 1);
  g_assert_cmpint (check->step, ==, APO_HISTORY_EXECUTE);
  g_assert_false (g_bytes_equal (check->before, after));

  apo_history_undo (check->history);
  assert_state (dossier, check->before);
  apo_history_redo (check->history);
  assert_state (dossier, after);
  check_elsewhere (check, after);

  g_variant_unref (check->command);
  g_bytes_unref (check->before);
  g_free (check);
}

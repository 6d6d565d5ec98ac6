/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"
#include "apo-journal-format.h"
#include "apo-replay.h"
#include "apo-sample-dossier.h"
#include "apo-sample-edit.h"

/* Random work: all of it can be undone and done again, and its journal gives it back. */

#ifdef __SANITIZE_ADDRESS__
#define N_SEQUENCES 300
#else
#define N_SEQUENCES 10000
#endif
#define MAX_STEPS 12

/* A journal in memory. */
typedef struct {
  ApoHistory *history;
  GByteArray *bytes;
  guint64 number;
} Tape;

static void
append (Tape   *tape,
        GBytes *record)
{
  g_byte_array_append (tape->bytes, g_bytes_get_data (record, NULL), g_bytes_get_size (record));
}

static void
record_step (ApoHistoryStep kind,
             ApoCommand    *command,
             gpointer       data)
{
  Tape *tape = data;
  ApoDossier *dossier = apo_history_get_dossier (tape->history);
  g_autoptr (GVariant) variant = g_variant_ref_sink (apo_command_to_variant (command));
  g_autoptr (GVariant) views = apo_dossier_get_view_states (dossier);
  ApoJournalStep step = {
    .number = ++tape->number, .step = kind, .position = apo_history_get_position (tape->history),
    .counter = apo_dossier_get_counter (dossier), .time = 1, .views = views, .command = variant,
  };
  g_autoptr (GBytes) record = apo_journal_encode_step (&step);

  append (tape, record);
}

static void
start_tape (Tape   *tape,
            GBytes *snapshot)
{
  ApoHistoryRecorder recorder = { NULL, record_step, tape };
  ApoJournalBase base = {
    .name = (char *) "x", .snapshot = snapshot,
    .position = apo_history_get_position (tape->history),
  };
  g_autoptr (GBytes) record = apo_journal_encode_base (&base);

  g_byte_array_set_size (tape->bytes, 0);
  append (tape, record);
  apo_history_set_recorder (tape->history, &recorder);
}

/* Whether all have what they cannot do without. */
static gboolean
are_whole (GListModel *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);
      guint n_fields;

      apo_item_get_fields (item, &n_fields);
      for (guint j = 0; j < n_fields; j++)
        if (apo_item_needs (item, j) && apo_item_is_default (item, j))
          return FALSE;
    }

  return TRUE;
}

/* Whether a file can hold the dossier: random work may make claims report one another in a circle,
 * or relations that lead nowhere. */
static gboolean
is_sound (ApoDossier *dossier)
{
  GListModel *claims = apo_dossier_get_items (dossier, APO_ITEM_CLAIM);
  guint n_claims = g_list_model_get_n_items (claims);

  for (guint i = 0; i < n_claims; i++)
    {
      g_autoptr (ApoItem) claim = g_list_model_get_item (claims, i);
      ApoItem *next = claim;

      for (guint n = 0; next != NULL; n++)
        {
          if (n > n_claims)
            return FALSE;
          next = apo_dossier_lookup (dossier,
                                     apo_item_get_string (next, APO_CLAIM_FIELD_REPORTED_BY));
        }
    }
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    if (!are_whole (apo_dossier_get_items (dossier, type)))
      return FALSE;

  return TRUE;
}

static void
take_random_step (Tape  *tape,
                  GRand *rand)
{
  ApoDossier *dossier = apo_history_get_dossier (tape->history);
  int choice = g_rand_int_range (rand, 0, 12);

  if (choice == 0)
    apo_history_undo (tape->history);
  else if (choice == 1)
    apo_history_redo (tape->history);
  else if (choice < 8)
    apo_history_execute (tape->history, apo_sample_command_new (dossier, rand));
  else
    apo_sample_edit (tape->history, rand);
  while (!is_sound (dossier))
    apo_history_undo (tape->history);
  if (g_rand_int_range (rand, 0, 6) == 0)
    apo_dossier_set_view_state (dossier, "zoom", g_variant_new_double (g_rand_double (rand)));
}

/* All but the counter, which only grows, and view states, which are no changes. */
static GBytes *
serialize_state (ApoDossier *dossier)
{
  gint64 counter = apo_dossier_get_counter (dossier);
  GBytes *bytes;

  apo_dossier_set_counter (dossier, 0);
  apo_dossier_set_view_state (dossier, "zoom", NULL);
  bytes = apo_dossier_file_serialize (dossier);
  apo_dossier_set_counter (dossier, counter);

  return bytes;
}

static void
assert_bytes (GBytes *a,
              GBytes *b)
{
  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL),
                   g_bytes_get_size (b));
}

/* What is read from the journal is what is open. */
static void
check_replay (Tape       *tape,
              ApoDossier *live)
{
  g_autoptr (GBytes) bytes = g_bytes_new (tape->bytes->data, tape->bytes->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoJournalContent) content = apo_journal_decode (bytes, "x", &error);
  g_autoptr (ApoReplayed) replayed = NULL;
  g_autoptr (GBytes) expected = NULL;
  g_autoptr (GBytes) got = NULL;
  g_autoptr (GVariant) zoom = NULL;
  gsize n_steps;

  g_assert_no_error (error);
  g_assert_false (content->damaged);
  n_steps = content->steps->len;
  replayed = apo_replay (NULL, content, &error);
  g_assert_no_error (error);
  g_assert_null (replayed->warning);
  g_assert_cmpuint (replayed->steps->len, ==, n_steps);

  /* view states are those of the last step */
  zoom = apo_dossier_get_view_state (replayed->dossier, "zoom");
  apo_dossier_set_view_state (live, "zoom", zoom);
  expected = apo_dossier_file_serialize (live);
  got = apo_dossier_file_serialize (replayed->dossier);
  assert_bytes (expected, got);
  if (n_steps > 0)
    g_assert_cmpuint (apo_history_get_position (replayed->history), ==,
                      apo_history_get_position (tape->history));

  /* what was done since the base can be undone, and done again */
  while (apo_history_can_undo (replayed->history))
    apo_history_undo (replayed->history);
}

static void
check_undo (ApoHistory *history,
            GBytes     *start)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autoptr (GBytes) end = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;

  while (apo_history_can_redo (history))
    apo_history_redo (history);
  end = serialize_state (dossier);
  while (apo_history_can_undo (history))
    apo_history_undo (history);
  undone = serialize_state (dossier);
  assert_bytes (start, undone);
  while (apo_history_can_redo (history))
    apo_history_redo (history);
  redone = serialize_state (dossier);
  assert_bytes (end, redone);
}

/* Returns the dossier as it comes back from a file. */
static ApoDossier *
check_file (ApoDossier *dossier,
            GBytes     *bytes)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  ApoDossier *read = apo_dossier_file_parse (bytes, "x", &problems, &error);
  g_autoptr (GBytes) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  again = apo_dossier_file_serialize (read);
  assert_bytes (bytes, again);

  return read;
}

static void
run_sequence (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (seed % 97);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GBytes) start = serialize_state (dossier);
  g_autoptr (GBytes) base = apo_dossier_file_serialize (dossier);
  g_autoptr (GBytes) end = NULL;
  g_autoptr (ApoDossier) read = NULL;
  Tape tape = { history, bytes, 0 };
  guint n_steps = g_rand_int_range (rand, 1, MAX_STEPS + 1);
  guint save_at = g_rand_int_range (rand, 0, 2 * MAX_STEPS);

  start_tape (&tape, base);
  for (guint i = 0; i < n_steps; i++)
    {
      take_random_step (&tape, rand);
      if (i == save_at)
        {
          /* from here on the journal builds on what was saved */
          g_autoptr (GBytes) saved = apo_dossier_file_serialize (dossier);

          apo_history_set_saved_position (history, apo_history_get_position (history));
          start_tape (&tape, saved);
        }
    }

  check_replay (&tape, dossier);
  apo_history_set_recorder (history, NULL);
  end = apo_dossier_file_serialize (dossier);
  read = check_file (dossier, end);
  check_undo (history, start);
}

static void
test_sequences (gconstpointer data)
{
  guint part = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < N_SEQUENCES / 10; i++)
    run_sequence (part * (N_SEQUENCES / 10) + i);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint part = 0; part < 10; part++)
    {
      g_autofree char *path = g_strdup_printf ("/sequences/%u", part);

      g_test_add_data_func (path, GUINT_TO_POINTER (part), test_sequences);
    }

  return g_test_run ();
}

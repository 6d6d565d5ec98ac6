/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-replay.h"

#include <glib/gi18n-lib.h>

#include "apo-backups.h"
#include "apo-dossier-file.h"

/* The stamp of a file that is not the one that the changes build on. */
#define OTHER_STAMP ""

/**
 * Start:
 *
 * What changes are replayed on.
 */
typedef struct {
  GBytes *bytes;                /* a dossier */
  guint first;                  /* the first step that is not in it */
  guint64 position;             /* of the history, there */
  char *sha256;                 /* (nullable) of the version of the file that it is */
  char *stamp;                  /* (nullable) */
  gboolean loose;               /* whether it is another version than the steps were taken on */
} Start;

static void
start_clear (Start *start)
{
  g_clear_pointer (&start->bytes, g_bytes_unref);
  g_free (start->sha256);
  g_free (start->stamp);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Start, start_clear)

void
apo_replayed_free (ApoReplayed *replayed)
{
  g_clear_object (&replayed->dossier);
  g_clear_object (&replayed->history);
  apo_journal_base_clear (&replayed->base);
  g_ptr_array_unref (replayed->steps);
  g_free (replayed->stamp);
  g_free (replayed->warning);
  g_free (replayed);
}

/* The last mark of a version with that checksum. */
static const ApoJournalMark *
find_mark (const ApoJournalContent *content,
           const char              *sha256)
{
  for (guint i = content->marks->len; i > 0; i--)
    {
      const ApoJournalMark *mark = content->marks->pdata[i - 1];

      if (g_str_equal (mark->sha256, sha256))
        return mark;
    }

  return NULL;
}

/* The place of the first step behind @number. */
static guint
find_step (const ApoJournalContent *content,
           guint64                  number)
{
  guint i = 0;

  while (i < content->steps->len && ((ApoJournalStep *) content->steps->pdata[i])->number <= number)
    i++;

  return i;
}

/* Looks whether the file is a version that the journal knows; if it is, that is where to begin. */
static gboolean
begin_at_file (const ApoJournalContent *content,
               Start                   *start)
{
  const ApoJournalMark *mark;

  if (content->base.file == NULL)
    return FALSE;

  g_clear_pointer (&start->bytes, g_bytes_unref);
  start->bytes = apo_dossier_file_load (content->base.file, &start->stamp, NULL, NULL);
  if (start->bytes == NULL)
    return FALSE;

  start->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, start->bytes);
  if (g_strcmp0 (start->sha256, content->base.sha256) == 0)
    return TRUE;

  mark = find_mark (content, start->sha256);
  if (mark == NULL)
    return FALSE;

  start->first = find_step (content, mark->number);
  start->position = mark->position;

  return TRUE;
}

/* The file has become another: an earlier version of it that was kept, or, where there is none, what
 * it is now. */
static gboolean
begin_elsewhere (ApoStore                *store,
                 const ApoJournalContent *content,
                 Start                   *start,
                 GError                 **error)
{
  GBytes *backup = apo_backups_find (store, content->base.file, content->base.sha256);

  g_free (start->stamp);
  start->stamp = g_strdup (OTHER_STAMP);
  if (backup != NULL)
    {
      g_clear_pointer (&start->bytes, g_bytes_unref);
      start->bytes = backup;
      g_free (start->sha256);
      start->sha256 = g_strdup (content->base.sha256);
      return TRUE;
    }

  start->loose = TRUE;
  if (start->bytes == NULL)
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_FOUND,
                 _("The changes of “%s” cannot be recovered, because the file is not there any "
                   "more."),
                 content->base.name);

  return start->bytes != NULL;
}

static gboolean
find_start (ApoStore                *store,
            const ApoJournalContent *content,
            Start                   *start,
            GError                 **error)
{
  gboolean known;

  start->position = content->base.position;
  known = begin_at_file (content, start);
  if (known && (content->base.snapshot == NULL || start->first > 0))
    return TRUE;
  if (content->base.snapshot == NULL)
    return begin_elsewhere (store, content, start, error);

  if (!known && content->base.file != NULL)
    {
      g_free (start->stamp);
      start->stamp = g_strdup (OTHER_STAMP);
    }
  g_clear_pointer (&start->bytes, g_bytes_unref);
  start->bytes = g_bytes_ref (content->base.snapshot);

  return TRUE;
}

/**
 * apo_replay_find_first:
 *
 * Returns: the place of the first step that is not in the file yet; the number of steps if what they
 *   came to is in it.  Reads the file.
 */
guint
apo_replay_find_first (const ApoJournalContent *content)
{
  g_auto (Start) start = { .position = content->base.position };
  const ApoJournalStep *last;

  if (content->steps->len == 0)
    return 0;

  begin_at_file (content, &start);
  last = content->steps->pdata[content->steps->len - 1];

  return last->position == start.position ? content->steps->len : start.first;
}

/**
 * apo_replay_dup_names:
 * @first: the first step that counts
 *
 * Returns: (transfer full): the names of the changes that the steps come to, the oldest first
 */
GStrv
apo_replay_dup_names (const ApoJournalContent *content,
                      guint                    first)
{
  g_autoptr (GPtrArray) undone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_free);

  for (guint i = first; i < content->steps->len; i++)
    {
      const ApoJournalStep *step = content->steps->pdata[i];
      const char *name;

      g_variant_get_child (step->command, 0, "&s", &name);
      if ((step->step == APO_HISTORY_MERGE || step->step == APO_HISTORY_UNDO) && done->len > 0)
        g_ptr_array_set_size (done, done->len - 1);
      else if (step->step == APO_HISTORY_UNDO)
        {
          /* Translators: in a list of changes; %s is what was taken back */
          g_ptr_array_add (undone, g_strdup_printf (_("Taken back: %s"), name));
          continue;
        }
      else if (step->step == APO_HISTORY_REDO && done->len == 0 && undone->len > 0)
        {
          g_ptr_array_set_size (undone, undone->len - 1);
          continue;
        }
      if (step->step != APO_HISTORY_UNDO)
        g_ptr_array_add (done, g_strdup (name));
    }

  g_ptr_array_extend_and_steal (undone, g_steal_pointer (&done));
  g_ptr_array_add (undone, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&undone), FALSE);
}

static gboolean
take_step (ApoReplayed    *replayed,
           ApoJournalStep *step)
{
  ApoCommand *command = apo_command_new_from_variant (step->command);

  if (command == NULL
      || !apo_history_replay (replayed->history, step->step, command, step->position))
    return FALSE;

  apo_dossier_set_counter (replayed->dossier,
                           MAX (apo_dossier_get_counter (replayed->dossier), step->counter));

  return TRUE;
}

/* Makes the view states those of the last step that says any. */
static void
set_views (ApoDossier *dossier,
           GPtrArray  *steps)
{
  g_autoptr (GVariant) old = apo_dossier_get_view_states (dossier);
  GVariant *views = NULL;
  GVariantIter iter;
  const char *key;
  GVariant *value;

  for (guint i = 0; i < steps->len; i++)
    if (((ApoJournalStep *) steps->pdata[i])->views != NULL)
      views = ((ApoJournalStep *) steps->pdata[i])->views;
  if (views == NULL)
    return;

  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&sv}", &key, NULL))
    apo_dossier_set_view_state (dossier, key, NULL);
  g_variant_iter_init (&iter, views);
  while (g_variant_iter_next (&iter, "{&sv}", &key, &value))
    {
      apo_dossier_set_view_state (dossier, key, value);
      g_variant_unref (value);
    }
}

/* Takes the steps from @first on; one that does not fit ends it, unless it was to be expected. */
static void
take_steps (ApoReplayed             *replayed,
            const ApoJournalContent *content,
            guint                    first,
            gboolean                 loose)
{
  guint n_lost = 0;

  for (guint i = first; i < content->steps->len; i++)
    {
      ApoJournalStep *step = content->steps->pdata[i];

      replayed->number = step->number;
      if ((n_lost > 0 && !loose) || !take_step (replayed, step))
        n_lost++;
      else
        g_ptr_array_add (replayed->steps, step);
    }

  set_views (replayed->dossier, replayed->steps);
  if (n_lost > 0)
    replayed->warning =
      g_strdup_printf (ngettext ("%u change of “%s” does not fit what is in the file, and was not "
                                 "recovered.",
                                 "%u changes of “%s” do not fit what is in the file, and were not "
                                 "recovered.",
                                 n_lost),
                       n_lost, content->base.name);
}

/* What a file would make of the dossier.  Where that is something else, the journal was damaged in a
 * way that its checksums do not tell, and what is left is taken as it would be from such a file. */
static gboolean
hold_against_file (ApoReplayed *replayed,
                   GError     **error)
{
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (replayed->dossier);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (ApoDossier) read = NULL;

  read = apo_dossier_file_parse (bytes, replayed->base.name, &problems, error);
  if (read == NULL)
    return FALSE;
  if (problems->len == 0)
    return TRUE;

  g_set_object (&replayed->dossier, read);
  g_object_unref (replayed->history);
  replayed->history = apo_history_new (read);
  g_ptr_array_set_size (replayed->steps, 0);
  g_clear_pointer (&replayed->base.snapshot, g_bytes_unref);
  replayed->base.snapshot = apo_dossier_file_serialize (read);
  g_free (replayed->warning);
  replayed->warning = g_strdup_printf (_("Some changes of “%s” were damaged, and not all could be "
                                         "recovered."),
                                       replayed->base.name);

  return TRUE;
}

static void
fill_base (ApoReplayed             *replayed,
           const ApoJournalContent *content,
           const Start             *start)
{
  ApoJournalBase *base = &replayed->base;

  base->name = g_strdup (content->base.name);
  base->position = start->position;
  if (content->base.file != NULL)
    base->file = g_object_ref (content->base.file);
  base->sha256 = g_strdup (start->sha256);
  if (start->loose || start->bytes == content->base.snapshot)
    base->snapshot = g_bytes_ref (start->bytes);
}

/**
 * apo_replay:
 * @store: where backups lie
 * @error: of %APO_DOSSIER_ERROR
 *
 * Does what a journal says on the last version of the file that was saved, or on what the journal
 * began with.  Blocks; for any thread: what is returned belongs to the caller alone.
 *
 * Returns: (transfer full) (nullable): the dossier with the changes, byte by byte the one that was
 *   lost; where that cannot be, as much of it as there is, with a warning
 */
ApoReplayed *
apo_replay (ApoStore                *store,
            const ApoJournalContent *content,
            GError                 **error)
{
  g_autoptr (ApoReplayed) replayed = g_new0 (ApoReplayed, 1);
  g_autoptr (GPtrArray) problems = NULL;
  g_auto (Start) start = { 0 };

  replayed->steps = g_ptr_array_new ();
  if (!find_start (store, content, &start, error))
    return NULL;

  replayed->dossier = apo_dossier_file_parse (start.bytes, content->base.name, &problems, error);
  if (replayed->dossier == NULL)
    return NULL;

  replayed->history = apo_history_new (replayed->dossier);
  replayed->stamp = g_strdup (start.stamp);
  fill_base (replayed, content, &start);
  apo_history_set_opening_position (replayed->history, start.position);
  take_steps (replayed, content, start.first, start.loose);
  if (!hold_against_file (replayed, error))
    return NULL;

  return g_steal_pointer (&replayed);
}

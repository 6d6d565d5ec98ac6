/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-history.h"

#include "apo-history-private.h"

/* A command and the number of the state it leads to. */
typedef struct {
  ApoCommand *command;
  guint64 position;
} Entry;

struct _ApoHistory {
  GObject parent_instance;

  ApoDossier *dossier;
  char *author;                 /* (nullable): who is at work */
  GArray *entries;              /* Entry, done ones first */
  guint n_done;
  guint64 last_position;        /* numbers are never given twice */
  guint64 saved_position;
  guint64 opening_position;     /* of the state before the first entry */
  ApoHistoryRecorder recorder;
  gboolean mergeable;           /* nothing happened since the last command was executed */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (ApoHistory, apo_history, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
entry_clear (Entry *entry)
{
  apo_command_free (entry->command);
}

static void
apo_history_finalize (GObject *object)
{
  ApoHistory *self = APO_HISTORY (object);

  g_array_unref (self->entries);
  g_free (self->author);
  g_object_unref (self->dossier);

  G_OBJECT_CLASS (apo_history_parent_class)->finalize (object);
}

static void
apo_history_class_init (ApoHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = apo_history_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", APO_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
apo_history_init (ApoHistory *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, (GDestroyNotify) entry_clear);
}

static Entry *
get_entry (ApoHistory *self,
           guint       i)
{
  return &g_array_index (self->entries, Entry, i);
}

static void
begin_step (ApoHistory *self)
{
  if (self->recorder.before != NULL)
    self->recorder.before (self->recorder.data);
  self->busy = TRUE;
}

static void
record_step (ApoHistory    *self,
             ApoHistoryStep step,
             ApoCommand    *command)
{
  if (self->recorder.after != NULL)
    self->recorder.after (step, command, self->recorder.data);
}

/* Tells everybody, once all is in place. */
static void
emit_changed (ApoHistory *self)
{
  self->busy = FALSE;
  apo_dossier_emit_changed (self->dossier);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Whether @command continues the last one: same key, nothing taken back in between, and the state
 * after the last one is not the one in the file, to which undo must lead back. */
static gboolean
continues_last (ApoHistory *self,
                ApoCommand *command)
{
  const char *key = apo_command_get_merge_key (command);

  return key != NULL && self->mergeable && self->n_done > 0
         && apo_history_get_position (self) != self->saved_position
         && g_strcmp0 (key, apo_command_get_merge_key (get_entry (self, self->n_done - 1)->command))
            == 0;
}

static void
merge_into_last (ApoHistory *self,
                 ApoCommand *command,
                 guint64     position)
{
  Entry *last = get_entry (self, self->n_done - 1);

  apo_command_merge (last->command, command);
  if (apo_command_is_empty (last->command))
    {
      g_array_set_size (self->entries, --self->n_done);
      self->mergeable = FALSE;
    }
  else
    last->position = position;
}

static void
append_entry (ApoHistory *self,
              ApoCommand *command,
              guint64     position)
{
  Entry entry = { command, position };

  g_array_append_val (self->entries, entry);
  self->n_done++;
}

static void
step_back (ApoHistory *self)
{
  begin_step (self);
  self->mergeable = FALSE;
  apo_command_undo (get_entry (self, --self->n_done)->command, self->dossier);
  record_step (self, APO_HISTORY_UNDO, get_entry (self, self->n_done)->command);
}

static void
step_forth (ApoHistory *self)
{
  begin_step (self);
  self->mergeable = FALSE;
  apo_command_redo (get_entry (self, self->n_done++)->command, self->dossier);
  record_step (self, APO_HISTORY_REDO, get_entry (self, self->n_done - 1)->command);
}

/**
 * apo_history_new:
 *
 * Returns: (transfer full): an empty history of @dossier
 */
ApoHistory *
apo_history_new (ApoDossier *dossier)
{
  ApoHistory *self = g_object_new (APO_TYPE_HISTORY, NULL);

  self->dossier = g_object_ref (dossier);

  return self;
}

ApoDossier *
apo_history_get_dossier (ApoHistory *history)
{
  return history->dossier;
}

/**
 * apo_history_get_author:
 *
 * Returns: (transfer none): who is at work, for what is signed; empty where that is not said
 */
const char *
apo_history_get_author (ApoHistory *history)
{
  return history->author != NULL ? history->author : "";
}

/**
 * apo_history_set_author:
 * @author: (nullable): who is at work from now on
 */
void
apo_history_set_author (ApoHistory *history,
                        const char *author)
{
  char *copy = g_strdup (author);

  g_free (history->author);
  history->author = copy;
}

/**
 * apo_history_execute:
 * @command: (transfer full): the command
 *
 * Not to be called from handlers of the signals of items and of `item-changed`, while other
 * changes are under way.
 *
 * Returns: whether anything changed; else nothing is recorded, and what was taken back can still be
 *   redone
 */
gboolean
apo_history_execute (ApoHistory *history,
                     ApoCommand *command)
{
  g_autoptr (ApoCommand) owned = command;
  g_autoptr (ApoCommand) added = NULL;
  ApoHistoryStep step = APO_HISTORY_EXECUTE;

  g_return_val_if_fail (!history->busy, FALSE);

  begin_step (history);
  if (!apo_command_execute (owned, history->dossier))
    {
      history->busy = FALSE;
      return FALSE;
    }

  g_array_set_size (history->entries, history->n_done);
  if (continues_last (history, owned))
    {
      added = apo_command_copy (owned);
      step = APO_HISTORY_MERGE;
      merge_into_last (history, g_steal_pointer (&owned), ++history->last_position);
    }
  else
    {
      append_entry (history, g_steal_pointer (&owned), ++history->last_position);
      history->mergeable = TRUE;
    }
  record_step (history, step,
               added != NULL ? added : get_entry (history, history->n_done - 1)->command);
  emit_changed (history);

  return TRUE;
}

gboolean
apo_history_can_undo (ApoHistory *history)
{
  return history->n_done > 0;
}

gboolean
apo_history_can_redo (ApoHistory *history)
{
  return history->n_done < history->entries->len;
}

/**
 * apo_history_undo:
 *
 * Takes the last command back; does nothing where there is none.
 */
void
apo_history_undo (ApoHistory *history)
{
  g_return_if_fail (!history->busy);

  if (!apo_history_can_undo (history))
    return;

  step_back (history);
  emit_changed (history);
}

/**
 * apo_history_redo:
 *
 * Does the command again that was taken back last; does nothing where there is none.
 */
void
apo_history_redo (ApoHistory *history)
{
  g_return_if_fail (!history->busy);

  if (!apo_history_can_redo (history))
    return;

  step_forth (history);
  emit_changed (history);
}

/**
 * apo_history_get_undo_name:
 *
 * Returns: (transfer none) (nullable): the name of what undo takes back
 */
const char *
apo_history_get_undo_name (ApoHistory *history)
{
  if (!apo_history_can_undo (history))
    return NULL;

  return apo_command_get_name (get_entry (history, history->n_done - 1)->command);
}

/**
 * apo_history_get_redo_name:
 *
 * Returns: (transfer none) (nullable): the name of what redo does again
 */
const char *
apo_history_get_redo_name (ApoHistory *history)
{
  if (!apo_history_can_redo (history))
    return NULL;

  return apo_command_get_name (get_entry (history, history->n_done)->command);
}

/**
 * apo_history_get_n_commands:
 *
 * Returns: how many commands can be undone or redone
 */
guint
apo_history_get_n_commands (ApoHistory *history)
{
  return history->entries->len;
}

/**
 * apo_history_get_n_done:
 *
 * Returns: how many of them can be undone
 */
guint
apo_history_get_n_done (ApoHistory *history)
{
  return history->n_done;
}

/**
 * apo_history_get_name:
 * @i: less than apo_history_get_n_commands(), the oldest is 0
 *
 * Returns: (transfer none): the name of that command
 */
const char *
apo_history_get_name (ApoHistory *history,
                      guint       i)
{
  g_return_val_if_fail (i < history->entries->len, NULL);

  return apo_command_get_name (get_entry (history, i)->command);
}

/**
 * apo_history_go_to:
 * @n_done: how many commands shall be done, at most apo_history_get_n_commands()
 *
 * Undoes or redoes as many as it takes; `changed` is emitted once.
 */
void
apo_history_go_to (ApoHistory *history,
                   guint       n_done)
{
  g_return_if_fail (!history->busy);
  g_return_if_fail (n_done <= history->entries->len);

  if (n_done == history->n_done)
    return;

  while (history->n_done > n_done)
    step_back (history);
  while (history->n_done < n_done)
    step_forth (history);
  emit_changed (history);
}

/**
 * apo_history_get_position:
 *
 * Returns: a number that stands for the present state: 0 for the opening one, the same again after
 *   undo and redo, and never the same for two different branches
 */
guint64
apo_history_get_position (ApoHistory *history)
{
  return history->n_done > 0 ? get_entry (history, history->n_done - 1)->position
                             : history->opening_position;
}

/**
 * apo_history_is_empty:
 *
 * Returns: whether nothing can be undone nor redone
 */
gboolean
apo_history_is_empty (ApoHistory *history)
{
  return history->entries->len == 0;
}

/**
 * apo_history_get_saved_position:
 *
 * Returns: the position whose state is in the file, 0 at first
 */
guint64
apo_history_get_saved_position (ApoHistory *history)
{
  return history->saved_position;
}

/**
 * apo_history_set_saved_position:
 * @position: what apo_history_get_position() said when the state was written
 */
void
apo_history_set_saved_position (ApoHistory *history,
                                guint64     position)
{
  history->saved_position = position;
}

/**
 * apo_history_set_recorder:
 * @recorder: (nullable): who is told of every step from now on, instead of the one before
 */
void
apo_history_set_recorder (ApoHistory               *history,
                          const ApoHistoryRecorder *recorder)
{
  static const ApoHistoryRecorder nobody;

  history->recorder = recorder != NULL ? *recorder : nobody;
}

/**
 * apo_history_set_opening_position:
 * @history: one without entries
 * @position: of its present state, which is also the one in the file
 */
void
apo_history_set_opening_position (ApoHistory *history,
                                  guint64     position)
{
  g_return_if_fail (apo_history_is_empty (history));

  history->opening_position = position;
  history->saved_position = position;
  history->last_position = position;
}

/* Whether @command is the one that would be undone or redone.  The first one since a save may have
 * been merged with one before it: then it says more than its entry. */
static gboolean
is_next (ApoHistory    *self,
         ApoHistoryStep step,
         ApoCommand    *command)
{
  if (step == APO_HISTORY_UNDO)
    return self->n_done < 2
           || apo_command_equal (get_entry (self, self->n_done - 1)->command, command);
  if (step == APO_HISTORY_REDO)
    return !apo_history_can_redo (self)
           || apo_command_equal (get_entry (self, self->n_done)->command, command);

  return TRUE;
}

/* Moves a command that was undone or redone over the border of what is done; @position is of the
 * state with it. */
static void
move_border (ApoHistory *self,
             ApoCommand *command,
             guint64     position,
             gboolean    undone)
{
  guint place = undone ? MAX (self->n_done, 1) - 1 : self->n_done;
  Entry entry = { command, position };

  if ((undone && self->n_done > 0) || (!undone && apo_history_can_redo (self)))
    g_array_remove_index (self->entries, place);
  g_array_insert_val (self->entries, place, entry);
  self->n_done = undone ? place : place + 1;
}

static void
take_replayed (ApoHistory    *self,
               ApoHistoryStep step,
               ApoCommand    *command,
               guint64        position)
{
  guint64 before = apo_history_get_position (self);

  switch (step)
    {
    case APO_HISTORY_UNDO:
      move_border (self, command, before, TRUE);
      if (self->n_done == 0)
        self->opening_position = position;
      break;
    case APO_HISTORY_REDO:
      move_border (self, command, position, FALSE);
      break;
    case APO_HISTORY_EXECUTE:
    case APO_HISTORY_MERGE:
    default:
      g_array_set_size (self->entries, self->n_done);
      if (step == APO_HISTORY_MERGE && self->n_done > 0)
        merge_into_last (self, command, position);
      else
        append_entry (self, command, position);
      break;
    }
  self->mergeable = FALSE;
  self->last_position = MAX (self->last_position, MAX (position, before));
}

/**
 * apo_history_replay:
 * @step: what a recorder was told
 * @command: (transfer full): the same, from its serial form
 * @position: of the history after it
 *
 * Takes a step again that was taken in an earlier life of the dossier.  Steps back to before the
 * first entry are possible: the command says all that is needed.  Nobody is told.
 *
 * Returns: whether the step fits the dossier; else nothing has changed
 */
gboolean
apo_history_replay (ApoHistory    *history,
                    ApoHistoryStep step,
                    ApoCommand    *command,
                    guint64        position)
{
  if (!is_next (history, step, command)
      || !apo_command_replay (command, history->dossier, step != APO_HISTORY_UNDO))
    {
      apo_command_free (command);
      return FALSE;
    }

  take_replayed (history, step, command, position);

  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-journal.h"

#include <glib/gi18n-lib.h>

/* How long a save waits for its mark. */
#define MARK_MICROSECONDS (10 * G_USEC_PER_SEC)

/* How long after a failure it is tried again, if nothing happens before. */
#define RETRY_MICROSECONDS (5 * G_USEC_PER_SEC)

typedef enum {
  MESSAGE_BASE,
  MESSAGE_STEP,
  MESSAGE_MARK,
  MESSAGE_REMOVE,
  MESSAGE_QUIT,
} MessageKind;

/* What the thread is asked to do. */
typedef struct {
  MessageKind kind;
  ApoJournalBase base;
  ApoJournalStep *step;
  ApoJournalMark mark;
  guint64 number;               /* of the last step that is part of the base */
  char *key;                    /* of the dossier that the base is of */
} Message;

/* What the main thread and the writing one share. */
typedef struct {
  GMutex mutex;
  GCond done;
  guint64 n_handled;            /* messages but marks whose effects are on the disk, or failed */
  guint n_marks_sent;
  guint n_marks_handled;
  char *problem;                /* (nullable) as the system says it */
  ApoJournal *journal;          /* NULL once it is gone; main thread only */
  GMainContext *context;
} Shared;

struct _ApoJournal {
  GObject parent_instance;

  ApoStore *store;
  ApoJournalWriter *writer;     /* the thread's, once there is one */
  char *key;                    /* the same */
  char *name;                   /* of the dossier, for people */
  GAsyncQueue *queue;           /* Message */
  GThread *thread;              /* (nullable) */
  Shared *shared;
  guint64 n_sent;
  guint64 number;               /* of the last step */
  char *problem;                /* (nullable) a sentence */
};

G_DEFINE_FINAL_TYPE (ApoJournal, apo_journal, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
message_free (Message *message)
{
  apo_journal_base_clear (&message->base);
  g_clear_pointer (&message->step, apo_journal_step_free);
  g_free (message->mark.sha256);
  g_free (message->key);
  g_free (message);
}

static void
shared_clear (Shared *shared)
{
  g_mutex_clear (&shared->mutex);
  g_cond_clear (&shared->done);
  g_main_context_unref (shared->context);
  g_free (shared->problem);
}

static void
shared_unref (Shared *shared)
{
  g_atomic_rc_box_release_full (shared, (GDestroyNotify) shared_clear);
}

static void
set_problem (ApoJournal *self,
             const char *reason)
{
  char *problem = NULL;

  if (reason != NULL)
    problem = g_strdup_printf (_("Changes of “%s” would be lost in a crash, because “%s” cannot be "
                                 "written: %s. Save the dossier to keep them."),
                               self->name, apo_store_get_journals (self->store), reason);
  if ((problem == NULL) == (self->problem == NULL))
    {
      /* it is told once */
      g_free (problem);
      return;
    }

  g_free (self->problem);
  self->problem = problem;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

static gboolean
tell_problem_cb (gpointer data)
{
  Shared *shared = data;
  g_autofree char *problem = NULL;

  g_mutex_lock (&shared->mutex);
  problem = g_strdup (shared->problem);
  g_mutex_unlock (&shared->mutex);

  if (shared->journal != NULL)
    set_problem (shared->journal, problem);

  return G_SOURCE_REMOVE;
}

/* Says how far the disk is, and whether that went well. */
static void
report (Shared       *shared,
        guint64       n_handled,
        guint         n_marks,
        const GError *error)
{
  gboolean differs;

  g_mutex_lock (&shared->mutex);
  differs = (error == NULL) != (shared->problem == NULL);
  g_free (shared->problem);
  shared->problem = error != NULL ? g_strdup (error->message) : NULL;
  shared->n_handled = n_handled;
  shared->n_marks_handled = n_marks;
  g_cond_broadcast (&shared->done);
  g_mutex_unlock (&shared->mutex);

  if (differs)
    {
      g_autoptr (GSource) source = g_idle_source_new ();

      g_source_set_callback (source, tell_problem_cb, g_atomic_rc_box_acquire (shared),
                             (GDestroyNotify) shared_unref);
      g_source_attach (source, shared->context);
    }
}

static void
take_base (ApoJournal *self,
           Message    *message)
{
  g_autoptr (GBytes) bytes = apo_journal_encode_base (&message->base);

  /* another file: the journal moves to another name */
  if (g_strcmp0 (self->key, message->key) != 0)
    {
      g_free (self->key);
      self->key = g_steal_pointer (&message->key);
      apo_journal_writer_claim (self->writer, self->key, NULL);
    }
  apo_journal_writer_set_base (self->writer, bytes, message->number);
}

static void
take_message (ApoJournal *self,
              Message    *message)
{
  g_autoptr (GBytes) bytes = NULL;

  switch (message->kind)
    {
    case MESSAGE_BASE:
      take_base (self, message);
      break;
    case MESSAGE_STEP:
      bytes = apo_journal_encode_step (message->step);
      apo_journal_writer_add (self->writer, bytes, message->step->number);
      break;
    case MESSAGE_MARK:
      bytes = apo_journal_encode_mark (&message->mark);
      apo_journal_writer_add (self->writer, bytes, 0);
      break;
    case MESSAGE_REMOVE:
    case MESSAGE_QUIT:
    default:
      break;
    }
}

static gboolean
bring_to_disk (ApoJournal *self,
               gboolean    remove,
               GError    **error)
{
  if (remove)
    return apo_journal_writer_remove (self->writer, error);

  return (apo_journal_writer_get_stem (self->writer) != NULL
          || apo_journal_writer_claim (self->writer, self->key, error))
         && apo_journal_writer_sync (self->writer, error);
}

static Message *
wait_for_message (ApoJournal *self,
                  gboolean    failed)
{
  return failed ? g_async_queue_timeout_pop (self->queue, RETRY_MICROSECONDS)
                : g_async_queue_pop (self->queue);
}

static gpointer
write_in_thread (gpointer data)
{
  ApoJournal *self = data;
  gboolean failed = FALSE;
  gboolean quit = FALSE;
  guint64 n_handled = 0;
  guint n_marks = 0;

  while (!quit)
    {
      Message *message = wait_for_message (self, failed);
      gboolean remove = FALSE;
      gboolean alone = message != NULL && message->kind == MESSAGE_QUIT;
      g_autoptr (GError) error = NULL;

      /* all that waits goes to the disk at once */
      while (message != NULL)
        {
          take_message (self, message);
          remove = remove || message->kind == MESSAGE_REMOVE;
          quit = quit || message->kind == MESSAGE_QUIT;
          n_handled += message->kind != MESSAGE_MARK;
          n_marks += message->kind == MESSAGE_MARK;
          message_free (message);
          message = g_async_queue_try_pop (self->queue);
        }

      if (!alone || failed)
        failed = !bring_to_disk (self, remove, &error);
      report (self->shared, n_handled, n_marks, error);
    }

  return NULL;
}

static void
send (ApoJournal *self,
      Message    *message)
{
  self->n_sent++;
  g_async_queue_push (self->queue, message);
  if (self->thread == NULL)
    self->thread = g_thread_new ("journal", write_in_thread, self);
}

static Message *
message_new (MessageKind kind)
{
  Message *message = g_new0 (Message, 1);

  message->kind = kind;

  return message;
}

static void
apo_journal_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (prop_id == PROP_PROBLEM)
    g_value_set_string (value, APO_JOURNAL (object)->problem);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
apo_journal_finalize (GObject *object)
{
  ApoJournal *self = APO_JOURNAL (object);

  self->shared->journal = NULL;
  if (self->thread != NULL)
    {
      send (self, message_new (MESSAGE_QUIT));
      g_thread_join (self->thread);
    }
  apo_journal_writer_free (self->writer);
  g_async_queue_unref (self->queue);
  shared_unref (self->shared);
  g_object_unref (self->store);
  g_free (self->key);
  g_free (self->name);
  g_free (self->problem);

  G_OBJECT_CLASS (apo_journal_parent_class)->finalize (object);
}

static void
apo_journal_class_init (ApoJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = apo_journal_get_property;
  object_class->finalize = apo_journal_finalize;

  props[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
apo_journal_init (ApoJournal *self)
{
  self->queue = g_async_queue_new_full ((GDestroyNotify) message_free);
  self->shared = g_atomic_rc_box_new0 (Shared);
  self->shared->journal = self;
  self->shared->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->shared->mutex);
  g_cond_init (&self->shared->done);
}

/**
 * apo_journal_new:
 * @file: (nullable): the dossier's
 * @name: of the dossier, for sentences
 *
 * Claims a journal; there is none on the disk before the first change.
 *
 * Returns: (transfer full): the journal
 */
ApoJournal *
apo_journal_new (ApoStore   *store,
                 GFile      *file,
                 const char *name)
{
  g_autoptr (GError) error = NULL;
  ApoJournal *self = apo_journal_new_from_writer (store, apo_journal_writer_new (store), file,
                                                  name, 0);

  if (!apo_journal_writer_claim (self->writer, self->key, &error))
    {
      self->shared->problem = g_strdup (error->message);
      set_problem (self, error->message);
    }

  return self;
}

/**
 * apo_journal_new_from_writer:
 * @writer: (transfer full): one that has taken over what somebody left
 * @number: of its last step
 *
 * Returns: (transfer full): a journal that goes on with it
 */
ApoJournal *
apo_journal_new_from_writer (ApoStore         *store,
                             ApoJournalWriter *writer,
                             GFile            *file,
                             const char       *name,
                             guint64           number)
{
  ApoJournal *self = g_object_new (APO_TYPE_JOURNAL, NULL);

  self->store = g_object_ref (store);
  self->writer = writer;
  self->key = apo_store_dup_key (file);
  self->name = g_strdup (name);
  self->number = number;
  /* a save, which is another thread's, may come before the next step */
  if (number > 0)
    self->thread = g_thread_new ("journal", write_in_thread, self);

  return self;
}

/**
 * apo_journal_is_open_elsewhere:
 *
 * Returns: whether the same file was open elsewhere, in this process or another, when this journal
 *   was claimed; only to be asked before anything is written
 */
gboolean
apo_journal_is_open_elsewhere (ApoJournal *journal)
{
  g_autofree char *new_key = apo_store_dup_key (NULL);

  return !g_str_equal (journal->key, new_key)
         && apo_journal_is_open (journal->store, journal->key,
                                 apo_journal_writer_get_stem (journal->writer));
}

/**
 * apo_journal_get_number:
 *
 * Returns: the number of the last step
 */
guint64
apo_journal_get_number (ApoJournal *journal)
{
  return journal->number;
}

const char *
apo_journal_get_problem (ApoJournal *journal)
{
  return journal->problem;
}

/**
 * apo_journal_set_base:
 * @base: the state that later steps build on
 * @number: of the last step that is part of it
 *
 * Lets go of that step and those before; to be called before the first step, and after each save.
 */
void
apo_journal_set_base (ApoJournal           *journal,
                      const ApoJournalBase *base,
                      guint64               number)
{
  Message *message = message_new (MESSAGE_BASE);

  message->base.file = base->file != NULL ? g_object_ref (base->file) : NULL;
  message->base.name = g_strdup (base->name);
  message->base.sha256 = g_strdup (base->sha256);
  message->base.snapshot = base->snapshot != NULL ? g_bytes_ref (base->snapshot) : NULL;
  message->base.position = base->position;
  message->number = number;
  message->key = apo_store_dup_key (base->file);
  send (journal, message);
}

/**
 * apo_journal_add:
 * @position: of the history, after the step
 * @counter: of the dossier, after the step
 * @views: (nullable): the view states, if they have changed
 * @command: of %APO_COMMAND_VARIANT_TYPE; a floating one is taken
 *
 * Takes a step; it is on the disk as soon as that can be.
 */
void
apo_journal_add (ApoJournal    *journal,
                 ApoHistoryStep step,
                 guint64        position,
                 gint64         counter,
                 GVariant      *views,
                 GVariant      *command)
{
  Message *message = message_new (MESSAGE_STEP);

  message->step = g_new0 (ApoJournalStep, 1);
  message->step->number = ++journal->number;
  message->step->step = step;
  message->step->position = position;
  message->step->counter = counter;
  message->step->time = g_get_real_time ();
  message->step->views = views != NULL ? g_variant_ref_sink (views) : NULL;
  message->step->command = g_variant_ref_sink (command);
  send (journal, message);
}

/**
 * apo_journal_mark:
 * @sha256: of what is about to be written into the file
 * @number: of the last step that is in it
 * @position: of the history, there
 *
 * Lets a recovery tell where to begin if the program dies between the save and the end of its
 * journal.  Waits for the disk, though not for ever: without the mark a recovery looks for a backup.
 * For any thread, after the first step.
 */
void
apo_journal_mark (ApoJournal *journal,
                  const char *sha256,
                  guint64     number,
                  guint64     position)
{
  Message *message = message_new (MESSAGE_MARK);
  Shared *shared = journal->shared;
  gint64 end = g_get_monotonic_time () + MARK_MICROSECONDS;
  gboolean in_time = TRUE;
  guint n;

  message->mark.sha256 = g_strdup (sha256);
  message->mark.number = number;
  message->mark.position = position;

  g_mutex_lock (&shared->mutex);
  n = ++shared->n_marks_sent;
  g_async_queue_push (journal->queue, message);
  while (shared->n_marks_handled < n && in_time)
    in_time = g_cond_wait_until (&shared->done, &shared->mutex, end);
  g_mutex_unlock (&shared->mutex);
}

/**
 * apo_journal_flush:
 *
 * Waits until everything so far is on the disk.
 *
 * Returns: whether it is
 */
gboolean
apo_journal_flush (ApoJournal *journal)
{
  Shared *shared = journal->shared;
  gboolean good;

  g_mutex_lock (&shared->mutex);
  while (shared->n_handled < journal->n_sent)
    g_cond_wait (&shared->done, &shared->mutex);
  good = shared->problem == NULL;
  g_mutex_unlock (&shared->mutex);

  return good;
}

/**
 * apo_journal_remove:
 *
 * Removes the journal and its lock, and waits for that; the journal is not to be used any more.
 */
void
apo_journal_remove (ApoJournal *journal)
{
  if (journal->thread == NULL)
    {
      apo_journal_writer_remove (journal->writer, NULL);
      return;
    }

  send (journal, message_new (MESSAGE_REMOVE));
  apo_journal_flush (journal);
}

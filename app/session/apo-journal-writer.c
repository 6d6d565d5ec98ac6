/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-journal-writer.h"

#include <errno.h>
#include <fcntl.h>

#define PRIVATE_MODE 0600

/* Locks that are tried before giving up: somebody tidies up at the very moment. */
#define MAX_LOCKS 10

/* A record and the step that it is of. */
typedef struct {
  GBytes *bytes;
  guint64 number;
} Record;

struct _ApoJournalWriter {
  ApoStore *store;
  const ApoFileOps *ops;
  char *stem;                   /* (nullable) of the names of journal and lock */
  char *path;                   /* (nullable) of the journal */
  int lock;                     /* held as long as there is a stem */
  GPtrArray *old_stems;         /* char*, whose files wait to be removed */
  GArray *old_locks;            /* int, theirs */
  GBytes *base;                 /* (nullable) how the journal begins */
  GArray *records;              /* Record */
  guint n_written;              /* records that are on the disk */
  int fd;                       /* of the journal, or -1 where it has to be written anew */
  gboolean there;               /* whether there may be a file */
};

static void
record_clear (Record *record)
{
  g_bytes_unref (record->bytes);
}

/**
 * apo_journal_writer_new:
 *
 * Returns: (transfer full): a writer that has nothing to write yet
 */
ApoJournalWriter *
apo_journal_writer_new (ApoStore *store)
{
  ApoJournalWriter *self = g_new0 (ApoJournalWriter, 1);

  self->store = g_object_ref (store);
  self->ops = apo_store_get_ops (store);
  self->lock = -1;
  self->fd = -1;
  self->old_stems = g_ptr_array_new_with_free_func (g_free);
  self->old_locks = g_array_new (FALSE, FALSE, sizeof (int));
  self->records = g_array_new (FALSE, FALSE, sizeof (Record));
  g_array_set_clear_func (self->records, (GDestroyNotify) record_clear);

  return self;
}

static void
close_journal (ApoJournalWriter *self)
{
  if (self->fd >= 0)
    self->ops->close (self->ops, self->fd);
  self->fd = -1;
}

/**
 * apo_journal_writer_free:
 *
 * Gives up the lock; a journal that was not removed stays.
 */
void
apo_journal_writer_free (ApoJournalWriter *writer)
{
  close_journal (writer);
  if (writer->lock >= 0)
    writer->ops->close (writer->ops, writer->lock);
  for (guint i = 0; i < writer->old_locks->len; i++)
    writer->ops->close (writer->ops, g_array_index (writer->old_locks, int, i));
  g_array_unref (writer->old_locks);
  g_ptr_array_unref (writer->old_stems);
  g_array_unref (writer->records);
  g_clear_pointer (&writer->base, g_bytes_unref);
  g_free (writer->stem);
  g_free (writer->path);
  g_object_unref (writer->store);
  g_free (writer);
}

static void
take_stem (ApoJournalWriter *self,
           const char       *stem,
           int               lock)
{
  if (self->stem != NULL)
    {
      g_ptr_array_add (self->old_stems, g_steal_pointer (&self->stem));
      g_array_append_val (self->old_locks, self->lock);
    }

  close_journal (self);
  g_free (self->path);
  self->stem = g_strdup (stem);
  self->path = apo_journal_dup_path (self->store, stem, APO_JOURNAL_SUFFIX);
  self->lock = lock;
  self->there = FALSE;
}

/**
 * apo_journal_writer_claim:
 * @key: of the dossier
 *
 * Locks a new name; the journal moves there with the next sync.
 */
gboolean
apo_journal_writer_claim (ApoJournalWriter *writer,
                          const char       *key,
                          GError          **error)
{
  g_autoptr (GError) last = NULL;

  if (!apo_file_make_folder (writer->ops, apo_store_get_journals (writer->store), error))
    return FALSE;

  for (guint i = 0; i < MAX_LOCKS; i++)
    {
      g_autofree char *stem = g_strdup_printf ("%s-%08x", key, g_random_int ());
      g_autofree char *path = apo_journal_dup_path (writer->store, stem, APO_JOURNAL_LOCK_SUFFIX);
      int lock;

      g_clear_error (&last);
      lock = apo_journal_open_lock (writer->ops, path, &last);
      if (lock >= 0)
        {
          take_stem (writer, stem, lock);
          return TRUE;
        }
      if (!g_error_matches (last, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        break;
    }

  g_propagate_error (error, g_steal_pointer (&last));

  return FALSE;
}

/**
 * apo_journal_writer_take_over:
 * @stem: of a journal whose writer is dead
 * @error: %G_IO_ERROR_WOULD_BLOCK if it is not
 *
 * Locks a journal that somebody else has left.
 */
gboolean
apo_journal_writer_take_over (ApoJournalWriter *writer,
                              const char       *stem,
                              GError          **error)
{
  g_autofree char *path = apo_journal_dup_path (writer->store, stem, APO_JOURNAL_LOCK_SUFFIX);
  int lock = apo_journal_open_lock (writer->ops, path, error);

  if (lock < 0)
    return FALSE;

  take_stem (writer, stem, lock);
  writer->there = TRUE;

  return TRUE;
}

/**
 * apo_journal_writer_get_stem:
 *
 * Returns: (transfer none) (nullable): what the names of journal and lock begin with
 */
const char *
apo_journal_writer_get_stem (ApoJournalWriter *writer)
{
  return writer->stem;
}

/**
 * apo_journal_writer_set_base:
 * @base: how the journal begins
 * @number: of the last step that is part of the base
 *
 * Drops that step, those before it, and all that are no steps.
 */
void
apo_journal_writer_set_base (ApoJournalWriter *writer,
                             GBytes           *base,
                             guint64           number)
{
  g_autoptr (GBytes) old = writer->base;
  guint n_kept = 0;

  writer->base = g_bytes_ref (base);
  for (guint i = 0; i < writer->records->len; i++)
    {
      Record record = g_array_index (writer->records, Record, i);

      if (record.number > number)
        {
          g_array_index (writer->records, Record, i) = g_array_index (writer->records, Record,
                                                                      n_kept);
          g_array_index (writer->records, Record, n_kept++) = record;
        }
    }
  g_array_set_size (writer->records, n_kept);
  writer->n_written = 0;
  close_journal (writer);
}

/**
 * apo_journal_writer_add:
 * @number: of the step, or 0 for what is none
 *
 * Adds a record, which the next sync will write.
 */
void
apo_journal_writer_add (ApoJournalWriter *writer,
                        GBytes           *bytes,
                        guint64           number)
{
  Record record = { g_bytes_ref (bytes), number };

  g_array_append_val (writer->records, record);
}

static GBytes *
join_records (ApoJournalWriter *self)
{
  g_autoptr (GByteArray) all = g_byte_array_new ();

  g_byte_array_append (all, g_bytes_get_data (self->base, NULL), g_bytes_get_size (self->base));
  for (guint i = 0; i < self->records->len; i++)
    {
      GBytes *bytes = g_array_index (self->records, Record, i).bytes;

      g_byte_array_append (all, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&all));
}

/* Writes the whole journal in the place of what is there. */
static gboolean
write_anew (ApoJournalWriter *self,
            GError          **error)
{
  g_autoptr (GBytes) all = join_records (self);

  self->there = TRUE;
  if (!apo_file_make_folder (self->ops, apo_store_get_journals (self->store), error)
      || !apo_file_replace (self->ops, self->path, all, PRIVATE_MODE, NULL, NULL, error))
    return FALSE;

  self->fd = self->ops->open (self->ops, self->path, O_WRONLY | O_APPEND | O_CLOEXEC, 0);
  self->n_written = self->records->len;

  return TRUE;
}

/* Writes what is new behind what is there. */
static gboolean
append_records (ApoJournalWriter *self,
                GError          **error)
{
  gboolean done = TRUE;

  for (guint i = self->n_written; i < self->records->len && done; i++)
    done = apo_file_write_all (self->ops, self->fd, g_array_index (self->records, Record, i).bytes,
                               NULL, error);
  if (done && self->ops->fsync (self->ops, self->fd) != 0)
    done = apo_file_fail (error, errno);

  if (done)
    self->n_written = self->records->len;
  else
    /* what is on the disk now is not known: all of it has to be written again */
    close_journal (self);

  return done;
}

static gboolean
remove_file (ApoJournalWriter *self,
             const char       *stem,
             const char       *suffix,
             GError          **error)
{
  g_autofree char *path = apo_journal_dup_path (self->store, stem, suffix);

  if (self->ops->unlink (self->ops, path) != 0 && errno != ENOENT)
    return apo_file_fail (error, errno);

  return TRUE;
}

/* Removes what the journal was called before; the journal goes first, then its lock.  What was put
 * aside of it comes along. */
static gboolean
remove_old (ApoJournalWriter *self,
            GError          **error)
{
  while (self->old_stems->len > 0)
    {
      if (!apo_journal_move_aside (self->store, self->old_stems->pdata[0], self->stem, error)
          || !remove_file (self, self->old_stems->pdata[0], APO_JOURNAL_SUFFIX, error)
          || !remove_file (self, self->old_stems->pdata[0], APO_JOURNAL_LOCK_SUFFIX, error))
        return FALSE;
      self->ops->close (self->ops, g_array_index (self->old_locks, int, 0));
      g_array_remove_index (self->old_locks, 0);
      g_ptr_array_remove_index (self->old_stems, 0);
    }

  return TRUE;
}

static gboolean
has_steps (ApoJournalWriter *self)
{
  for (guint i = 0; i < self->records->len; i++)
    if (g_array_index (self->records, Record, i).number > 0)
      return TRUE;

  return FALSE;
}

/* Removes a journal that says nothing any more. */
static gboolean
remove_journal (ApoJournalWriter *self,
                GError          **error)
{
  close_journal (self);
  if (self->there && !remove_file (self, self->stem, APO_JOURNAL_SUFFIX, error))
    return FALSE;
  if (self->there
      && !apo_file_sync_folder (self->ops, apo_store_get_journals (self->store), error))
    return FALSE;
  self->there = FALSE;

  return TRUE;
}

/**
 * apo_journal_writer_sync:
 * @error: of %G_IO_ERROR
 *
 * Brings the disk to where it should be: there is a journal if there are steps.  After a failure the
 * next sync writes everything again.
 *
 * Returns: whether all that was added will last through a power cut
 */
gboolean
apo_journal_writer_sync (ApoJournalWriter *writer,
                         GError          **error)
{
  gboolean done;

  g_return_val_if_fail (writer->stem != NULL, FALSE);

  if (!has_steps (writer))
    done = remove_journal (writer, error);
  else if (writer->fd < 0)
    done = write_anew (writer, error);
  else
    done = append_records (writer, error);

  return done && remove_old (writer, error);
}

/**
 * apo_journal_writer_remove:
 *
 * Removes the journal and its lock; there is nothing to be recovered.
 */
gboolean
apo_journal_writer_remove (ApoJournalWriter *writer,
                           GError          **error)
{
  g_array_set_size (writer->records, 0);
  writer->n_written = 0;
  if (writer->stem == NULL)
    return TRUE;

  return remove_journal (writer, error) && remove_old (writer, error)
         && remove_file (writer, writer->stem, APO_JOURNAL_LOCK_SUFFIX, error);
}

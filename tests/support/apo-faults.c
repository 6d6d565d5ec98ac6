/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-faults.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "apo-session-place.h"

/* A file or folder, whatever its name is at the moment. */
typedef struct {
  gboolean folder;
  char *path;                   /* of a folder */
  GBytes *synced;               /* (nullable) of a file: what is surely on the disk */
} Node;

static void
node_clear (Node *node)
{
  g_free (node->path);
  g_clear_pointer (&node->synced, g_bytes_unref);
}

static void
node_unref (Node *node)
{
  g_rc_box_release_full (node, (GDestroyNotify) node_clear);
}

static Node *
node_new (const char *folder)
{
  Node *node = g_rc_box_new0 (Node);

  node->folder = folder != NULL;
  node->path = g_strdup (folder);

  return node;
}

static GBytes *
read_whole (const char *path)
{
  char *content;
  gsize length;

  return g_file_get_contents (path, &content, &length, NULL) ? g_bytes_new_take (content, length)
                                                             : g_bytes_new_static ("", 0);
}

/* Counts an operation, and says whether it goes wrong; then `errno` is set. */
static gboolean
goes_wrong (ApoFaults *self,
            gboolean   may_be_interrupted)
{
  gboolean now = ++self->n_ops == self->at;

  if (now && self->kind == APO_FAULT_CRASH)
    self->crashed = TRUE;
  self->hit = self->hit || now;

  if (self->crashed)
    errno = EIO;
  else
    errno = self->code;

  return self->crashed
         || (now && self->kind == APO_FAULT_ERROR && (self->code != EINTR || may_be_interrupted));
}

static int
fault_open (const ApoFileOps *ops,
            const char       *path,
            int               flags,
            int               mode)
{
  ApoFaults *self = (ApoFaults *) ops;
  int fd = -1;

  g_mutex_lock (&self->mutex);
  if (!goes_wrong (self, FALSE))
    fd = g_open (path, flags, mode);
  if (fd >= 0)
    {
      Node *node = g_hash_table_lookup (self->live, path);

      if (node == NULL)
        {
          node = node_new ((flags & O_DIRECTORY) != 0 ? path : NULL);
          g_hash_table_insert (self->live, g_strdup (path), node);
        }
      g_hash_table_insert (self->by_fd, GINT_TO_POINTER (fd), g_rc_box_acquire (node));
    }
  g_mutex_unlock (&self->mutex);

  return fd;
}

static int
fault_close (const ApoFileOps *ops,
             int               fd)
{
  ApoFaults *self = (ApoFaults *) ops;
  gboolean wrong;

  g_mutex_lock (&self->mutex);
  wrong = goes_wrong (self, TRUE);
  g_hash_table_remove (self->by_fd, GINT_TO_POINTER (fd));
  g_mutex_unlock (&self->mutex);
  if (wrong)
    {
      int code = errno;

      close (fd);
      errno = code;
      return -1;
    }

  return close (fd);
}

static gssize
fault_read (const ApoFileOps *ops,
            int               fd,
            void             *data,
            gsize             length)
{
  ApoFaults *self = (ApoFaults *) ops;
  gboolean wrong;
  gboolean half;

  g_mutex_lock (&self->mutex);
  wrong = goes_wrong (self, TRUE);
  half = self->kind == APO_FAULT_SHORT && self->n_ops == self->at;
  g_mutex_unlock (&self->mutex);

  return wrong ? -1 : read (fd, data, half ? (length + 1) / 2 : length);
}

static gssize
fault_write (const ApoFileOps *ops,
             int               fd,
             const void       *data,
             gsize             length)
{
  ApoFaults *self = (ApoFaults *) ops;
  gboolean wrong;
  gboolean half;
  gboolean lost;

  g_mutex_lock (&self->mutex);
  lost = self->crashed;
  wrong = goes_wrong (self, TRUE);
  half = (self->kind == APO_FAULT_SHORT && self->n_ops == self->at)
         || (!lost && self->crashed) || (wrong && self->code == ENOSPC);
  g_mutex_unlock (&self->mutex);

  if (wrong)
    {
      int code = errno;

      /* what there was room for, or time, is written */
      if (half && write (fd, data, length / 2) < 0)
        g_assert_not_reached ();
      errno = code;
      return -1;
    }

  return write (fd, data, half ? (length + 1) / 2 : length);
}

/* The names in a folder, as they are now, are on the disk. */
static void
sync_names (ApoFaults  *self,
            const char *folder)
{
  GHashTable *tables[] = { self->durable, self->live };
  GHashTableIter iter;
  gpointer path;
  gpointer node;

  for (guint i = 0; i < 2; i++)
    {
      g_hash_table_iter_init (&iter, tables[i]);
      while (g_hash_table_iter_next (&iter, &path, &node))
        {
          g_autofree char *parent = g_path_get_dirname (path);

          if (!g_str_equal (parent, folder))
            continue;
          if (i == 0)
            g_hash_table_iter_remove (&iter);
          else
            g_hash_table_insert (self->durable, g_strdup (path), g_rc_box_acquire (node));
        }
    }
}

static int
fault_fsync (const ApoFileOps *ops,
             int               fd)
{
  ApoFaults *self = (ApoFaults *) ops;
  int result = -1;

  g_mutex_lock (&self->mutex);
  if (!goes_wrong (self, TRUE))
    {
      Node *node = g_hash_table_lookup (self->by_fd, GINT_TO_POINTER (fd));

      if (node->folder)
        sync_names (self, node->path);
      else
        {
          g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);

          g_clear_pointer (&node->synced, g_bytes_unref);
          node->synced = read_whole (path);
        }
      result = 0;
    }
  g_mutex_unlock (&self->mutex);

  return result;
}

static int
fault_fchmod (const ApoFileOps *ops,
              int               fd,
              int               mode)
{
  ApoFaults *self = (ApoFaults *) ops;
  gboolean wrong;

  g_mutex_lock (&self->mutex);
  wrong = goes_wrong (self, FALSE);
  g_mutex_unlock (&self->mutex);

  return wrong ? -1 : fchmod (fd, mode);
}

static int
fault_rename (const ApoFileOps *ops,
              const char       *from,
              const char       *to)
{
  ApoFaults *self = (ApoFaults *) ops;
  int result = -1;

  g_mutex_lock (&self->mutex);
  if (!goes_wrong (self, FALSE))
    result = g_rename (from, to);
  if (result == 0)
    {
      Node *node = g_rc_box_acquire (g_hash_table_lookup (self->live, from));

      g_hash_table_remove (self->live, from);
      g_hash_table_replace (self->live, g_strdup (to), node);
    }
  g_mutex_unlock (&self->mutex);

  return result;
}

static int
fault_unlink (const ApoFileOps *ops,
              const char       *path)
{
  ApoFaults *self = (ApoFaults *) ops;
  int result = -1;

  g_mutex_lock (&self->mutex);
  if (!goes_wrong (self, FALSE))
    result = g_unlink (path);
  if (result == 0)
    g_hash_table_remove (self->live, path);
  g_mutex_unlock (&self->mutex);

  return result;
}

static int
fault_mkdir (const ApoFileOps *ops,
             const char       *path,
             int               mode)
{
  ApoFaults *self = (ApoFaults *) ops;
  int result = -1;

  g_mutex_lock (&self->mutex);
  if (!goes_wrong (self, FALSE))
    result = g_mkdir (path, mode);
  if (result == 0)
    g_hash_table_insert (self->live, g_strdup (path), node_new (path));
  g_mutex_unlock (&self->mutex);

  return result;
}

static GHashTable *
table_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) node_unref);
}

ApoFaults *
apo_faults_new (void)
{
  static const ApoFileOps ops = {
    fault_open, fault_close, fault_read, fault_write, fault_fsync, fault_fchmod, fault_rename,
    fault_unlink, fault_mkdir,
  };
  ApoFaults *self = g_new0 (ApoFaults, 1);

  self->ops = ops;
  g_mutex_init (&self->mutex);
  self->live = table_new ();
  self->durable = table_new ();
  self->by_fd = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) node_unref);

  return self;
}

void
apo_faults_free (ApoFaults *faults)
{
  g_hash_table_unref (faults->live);
  g_hash_table_unref (faults->durable);
  g_hash_table_unref (faults->by_fd);
  g_mutex_clear (&faults->mutex);
  g_free (faults->root);
  g_free (faults);
}

/* Takes what is in a folder for safe. */
static void
take_folder (ApoFaults  *self,
             const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);
      gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR);
      Node *node = node_new (is_folder ? path : NULL);

      if (is_folder)
        take_folder (self, path);
      else
        node->synced = read_whole (path);
      g_hash_table_insert (self->live, g_strdup (path), node);
      g_hash_table_insert (self->durable, path, g_rc_box_acquire (node));
    }
}

/* From now on the operation number @at goes wrong; all that is in @root is on the disk. */
void
apo_faults_begin (ApoFaults   *faults,
                  const char  *root,
                  ApoFaultKind kind,
                  int          code,
                  guint        at)
{
  g_mutex_lock (&faults->mutex);
  g_free (faults->root);
  faults->root = g_strdup (root);
  g_hash_table_remove_all (faults->live);
  g_hash_table_remove_all (faults->durable);
  take_folder (faults, root);
  faults->kind = kind;
  faults->code = code;
  faults->at = at;
  faults->n_ops = 0;
  faults->crashed = FALSE;
  faults->hit = FALSE;
  g_mutex_unlock (&faults->mutex);
}

/* What is left of a file whose last data was not synced. */
static GBytes *
lose_data (Node       *node,
           const char *path,
           ApoLoss     loss)
{
  g_autoptr (GBytes) whole = NULL;
  gsize n_synced = node->synced != NULL ? g_bytes_get_size (node->synced) : 0;
  gsize n_whole;

  if (loss != APO_LOSS_HALF)
    return node->synced != NULL ? g_bytes_ref (node->synced) : g_bytes_new_static ("", 0);

  whole = read_whole (path);
  n_whole = g_bytes_get_size (whole);
  n_synced = MIN (n_synced, n_whole);

  return g_bytes_new_from_bytes (whole, 0, n_synced + (n_whole - n_synced) / 2);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Makes the folder what a crash leaves of it.  Nothing may be open any more. */
void
apo_faults_crash (ApoFaults *faults,
                  ApoLoss    loss)
{
  GHashTable *names = loss == APO_LOSS_ALL ? faults->durable : faults->live;
  g_autoptr (GHashTable) contents = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                           (GDestroyNotify) g_bytes_unref);
  g_autofree gpointer *paths = NULL;
  guint n_paths;

  if (loss == APO_LOSS_NOTHING)
    return;

  paths = g_hash_table_get_keys_as_array (names, &n_paths);
  qsort (paths, n_paths, sizeof *paths, compare_paths);
  for (guint i = 0; i < n_paths; i++)
    {
      Node *node = g_hash_table_lookup (names, paths[i]);

      if (!node->folder)
        g_hash_table_insert (contents, paths[i], lose_data (node, paths[i], loss));
    }

  apo_place_remove_folder (faults->root);
  g_assert_cmpint (g_mkdir (faults->root, 0700), ==, 0);
  for (guint i = 0; i < n_paths; i++)
    {
      GBytes *content = g_hash_table_lookup (contents, paths[i]);
      g_autofree char *parent = g_path_get_dirname (paths[i]);

      /* a name is worth nothing in a folder that is gone */
      if (!g_file_test (parent, G_FILE_TEST_IS_DIR))
        continue;
      if (content == NULL)
        g_mkdir (paths[i], 0700);
      else
        g_assert_true (g_file_set_contents_full (paths[i], g_bytes_get_data (content, NULL),
                                                 g_bytes_get_size (content),
                                                 G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}

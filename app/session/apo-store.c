/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-store.h"

#include <stdlib.h>

/* Of the checksum of an address, in names of files. */
#define KEY_LENGTH 32

/* What stands in the place of the key of a dossier that has no file yet. */
#define NEW_KEY "new"

struct _ApoStore {
  GObject parent_instance;

  char *journals;
  char *backups;
  const ApoFileOps *ops;
  guint n_backups;
  guint n_days;
  GMutex mutex;                 /* held by who adds a backup */
};

G_DEFINE_FINAL_TYPE (ApoStore, apo_store, G_TYPE_OBJECT)

static void
apo_store_finalize (GObject *object)
{
  ApoStore *self = APO_STORE (object);

  g_free (self->journals);
  g_free (self->backups);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (apo_store_parent_class)->finalize (object);
}

static void
apo_store_class_init (ApoStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = apo_store_finalize;
}

static void
apo_store_init (ApoStore *self)
{
  self->n_backups = APO_STORE_N_BACKUPS;
  g_mutex_init (&self->mutex);
}

/**
 * apo_store_new:
 * @state_folder: for journals and their locks; made when it is needed
 * @data_folder: for backups; the same
 * @ops: (nullable): how files are written; lives as long as the program.  %NULL for as the system
 *   does it
 *
 * Returns: (transfer full): a store
 */
ApoStore *
apo_store_new (const char       *state_folder,
               const char       *data_folder,
               const ApoFileOps *ops)
{
  ApoStore *self = g_object_new (APO_TYPE_STORE, NULL);

  self->journals = g_strdup (state_folder);
  self->backups = g_build_filename (data_folder, "backups", NULL);
  self->ops = ops != NULL ? ops : apo_file_ops_get_real ();

  return self;
}

/**
 * apo_store_new_for_user:
 *
 * Returns: (transfer full): the store in the user's state and data folders
 */
ApoStore *
apo_store_new_for_user (void)
{
  g_autofree char *state = g_build_filename (g_get_user_state_dir (), "apostille", NULL);
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "apostille", NULL);

  return apo_store_new (state, data, NULL);
}

/**
 * apo_store_set_limits:
 * @n_backups: of one dossier; 0 for none
 * @n_days: after which backups are removed; 0 for never
 */
void
apo_store_set_limits (ApoStore *store,
                      guint     n_backups,
                      guint     n_days)
{
  g_atomic_int_set (&store->n_backups, n_backups);
  g_atomic_int_set (&store->n_days, n_days);
}

guint
apo_store_get_n_backups (ApoStore *store)
{
  return g_atomic_int_get (&store->n_backups);
}

guint
apo_store_get_n_days (ApoStore *store)
{
  return g_atomic_int_get (&store->n_days);
}

const ApoFileOps *
apo_store_get_ops (ApoStore *store)
{
  return store->ops;
}

/**
 * apo_store_get_journals:
 *
 * Returns: (transfer none): the path of the folder of journals
 */
const char *
apo_store_get_journals (ApoStore *store)
{
  return store->journals;
}

/**
 * apo_store_dup_key:
 * @file: (nullable): the file of a dossier; %NULL for one that has none yet
 *
 * Returns: (transfer full): what names of journals and backups of that dossier begin with; the same
 *   for all ways to the same file
 */
char *
apo_store_dup_key (GFile *file)
{
  g_autofree char *path = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *sum = NULL;
  char *real;

  if (file == NULL)
    return g_strdup (NEW_KEY);

  path = g_file_get_path (file);
  real = path != NULL ? realpath (path, NULL) : NULL;
  uri = real != NULL ? g_filename_to_uri (real, NULL, NULL) : NULL;
  free (real);
  if (uri == NULL)
    uri = g_file_get_uri (file);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  return g_strndup (sum, KEY_LENGTH);
}

/**
 * apo_store_dup_backups:
 *
 * Returns: (transfer full): the path of the folder of the backups of @file
 */
char *
apo_store_dup_backups (ApoStore *store,
                       GFile    *file)
{
  g_autofree char *key = apo_store_dup_key (file);

  return g_build_filename (store->backups, key, NULL);
}

/**
 * apo_store_lock_backups:
 *
 * Waits until no other thread adds a backup, so that no version is kept twice.
 */
void
apo_store_lock_backups (ApoStore *store)
{
  g_mutex_lock (&store->mutex);
}

void
apo_store_unlock_backups (ApoStore *store)
{
  g_mutex_unlock (&store->mutex);
}

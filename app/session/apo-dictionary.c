/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dictionary.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "apo-dossier-file.h"
#include "apo-json-member.h"
#include "apo-json-scan.h"
#include "apo-json-writer.h"

#define FORMAT "apostille-dictionary"
#define VERSION 1
#define FILE_NAME "dictionary.json"
#define MAX_BYTES (16 * 1024 * 1024)

struct _ApoCorrection {
  GObject parent_instance;

  char *name;
  char *same_as;
  int kind;
  char *region;
  gboolean no_actor;
};

G_DEFINE_FINAL_TYPE (ApoCorrection, apo_correction, G_TYPE_OBJECT)

/* What the writing threads share. */
typedef struct {
  GMutex mutex;
  guint written;                /* serial of what was written last */
} Lane;

/* What is to be written. */
typedef struct {
  GBytes *bytes;                /* (nullable) for no file */
  char *path;
  const ApoFileOps *ops;
  Lane *lane;
  guint serial;
} Job;

struct _ApoDictionary {
  GObject parent_instance;

  char *path;
  const ApoFileOps *ops;
  GListStore *corrections;      /* ApoCorrection, by name */
  GHashTable *by_name;          /* char*, folded → ApoCorrection, borrowed */
  gboolean changed;             /* since it was read or written last */
  Lane *lane;
  guint serial;                 /* of what was given to a thread last */
};

G_DEFINE_FINAL_TYPE (ApoDictionary, apo_dictionary, G_TYPE_OBJECT)

static void
apo_correction_finalize (GObject *object)
{
  ApoCorrection *self = APO_CORRECTION (object);

  g_free (self->name);
  g_free (self->same_as);
  g_free (self->region);

  G_OBJECT_CLASS (apo_correction_parent_class)->finalize (object);
}

static void
apo_correction_class_init (ApoCorrectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = apo_correction_finalize;
}

static void
apo_correction_init (ApoCorrection *self)
{
}

const char *
apo_correction_get_name (ApoCorrection *correction)
{
  return correction->name;
}

/**
 * apo_correction_get_same_as:
 *
 * Returns: (transfer none): the name of the actor that is meant, empty where it is none other
 */
const char *
apo_correction_get_same_as (ApoCorrection *correction)
{
  return correction->same_as;
}

/**
 * apo_correction_get_kind:
 *
 * Returns: an #ApoActorKind, or %APO_CORRECTION_NO_KIND
 */
int
apo_correction_get_kind (ApoCorrection *correction)
{
  return correction->kind;
}

const char *
apo_correction_get_region (ApoCorrection *correction)
{
  return correction->region;
}

/**
 * apo_correction_is_no_actor:
 *
 * Returns: whether the name is that of nobody and nothing that acts
 */
gboolean
apo_correction_is_no_actor (ApoCorrection *correction)
{
  return correction->no_actor;
}

/**
 * apo_correction_dup_text:
 *
 * Returns: (transfer full): what is known of the name, for people
 */
char *
apo_correction_dup_text (ApoCorrection *correction)
{
  if (correction->no_actor)
    return g_strdup (_("Not an actor"));
  if (*correction->same_as != '\0')
    /* Translators: %s is the name of an actor that another name stands for */
    return g_strdup_printf (_("Same as %s"), correction->same_as);
  if (correction->kind != APO_CORRECTION_NO_KIND)
    return g_strdup (apo_actor_kind_get_label (correction->kind));

  return g_strdup (correction->region);
}

static gboolean
correction_equal (ApoCorrection *a,
                  ApoCorrection *b)
{
  return g_str_equal (a->name, b->name) && g_str_equal (a->same_as, b->same_as)
         && a->kind == b->kind && g_str_equal (a->region, b->region)
         && !a->no_actor == !b->no_actor;
}

static void
apo_dictionary_finalize (GObject *object)
{
  ApoDictionary *self = APO_DICTIONARY (object);

  g_atomic_rc_box_release (self->lane);
  g_hash_table_unref (self->by_name);
  g_object_unref (self->corrections);
  g_free (self->path);

  G_OBJECT_CLASS (apo_dictionary_parent_class)->finalize (object);
}

static void
apo_dictionary_class_init (ApoDictionaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = apo_dictionary_finalize;
}

static void
apo_dictionary_init (ApoDictionary *self)
{
  self->corrections = g_list_store_new (APO_TYPE_CORRECTION);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lane = g_atomic_rc_box_new0 (Lane);
}

/**
 * apo_dictionary_new:
 * @path: of its file, which need not be there
 * @ops: (nullable): how files are written; %NULL for as the system does it
 *
 * Returns: (transfer full): an empty dictionary; see apo_dictionary_load()
 */
ApoDictionary *
apo_dictionary_new (const char       *path,
                    const ApoFileOps *ops)
{
  ApoDictionary *self = g_object_new (APO_TYPE_DICTIONARY, NULL);

  self->path = g_strdup (path);
  self->ops = ops != NULL ? ops : apo_file_ops_get_real ();

  return self;
}

/**
 * apo_dictionary_new_for_user:
 *
 * Returns: (transfer full): that in the user's data folder, not loaded yet
 */
ApoDictionary *
apo_dictionary_new_for_user (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "apostille", FILE_NAME, NULL);

  return apo_dictionary_new (path, NULL);
}

/**
 * apo_dictionary_get_corrections:
 *
 * Returns: (transfer none): a live list of all #ApoCorrection, by name
 */
GListModel *
apo_dictionary_get_corrections (ApoDictionary *dictionary)
{
  return G_LIST_MODEL (dictionary->corrections);
}

/**
 * apo_dictionary_find:
 *
 * Returns: (transfer none) (nullable): what is known of that name, folded; O(1)
 */
ApoCorrection *
apo_dictionary_find (ApoDictionary *dictionary,
                     const char    *name)
{
  g_autofree char *folded = apo_text_dup_folded (name);

  return g_hash_table_lookup (dictionary->by_name, folded);
}

static int
compare_corrections (gconstpointer a,
                     gconstpointer b,
                     gpointer      data)
{
  const ApoCorrection *x = a;
  const ApoCorrection *y = b;

  return g_utf8_collate (x->name, y->name);
}

/**
 * apo_dictionary_remove:
 * @correction: one of the dictionary
 */
void
apo_dictionary_remove (ApoDictionary *dictionary,
                       ApoCorrection *correction)
{
  g_autofree char *folded = apo_text_dup_folded (correction->name);
  guint position;

  if (!g_list_store_find (dictionary->corrections, correction, &position))
    return;

  g_hash_table_remove (dictionary->by_name, folded);
  g_list_store_remove (dictionary->corrections, position);
  dictionary->changed = TRUE;
}

void
apo_dictionary_clear (ApoDictionary *dictionary)
{
  if (g_hash_table_size (dictionary->by_name) == 0)
    return;

  g_hash_table_remove_all (dictionary->by_name);
  g_list_store_remove_all (dictionary->corrections);
  dictionary->changed = TRUE;
}

static void
add_correction (ApoDictionary *self,
                ApoCorrection *correction)
{
  ApoCorrection *known = apo_dictionary_find (self, correction->name);

  if (known != NULL && correction_equal (known, correction))
    return;
  if (known != NULL)
    apo_dictionary_remove (self, known);

  g_list_store_insert_sorted (self->corrections, correction, compare_corrections, NULL);
  g_hash_table_insert (self->by_name, apo_text_dup_folded (correction->name), correction);
  self->changed = TRUE;
}

static ApoCorrection *
correction_new (const char *name,
                const char *same_as,
                int         kind,
                const char *region,
                gboolean    no_actor)
{
  ApoCorrection *correction = g_object_new (APO_TYPE_CORRECTION, NULL);

  correction->name = g_strdup (name);
  correction->same_as = g_strdup (same_as != NULL ? same_as : "");
  correction->kind = kind;
  correction->region = g_strdup (region != NULL ? region : "");
  correction->no_actor = no_actor;

  return correction;
}

/**
 * apo_dictionary_remember:
 * @same_as: (nullable): the name of the actor that is meant
 * @kind: an #ApoActorKind, or %APO_CORRECTION_NO_KIND
 * @region: (nullable): ISO 3166 alpha-2
 * @no_actor: whether it names nobody
 *
 * Takes the place of what was known of that name.
 */
void
apo_dictionary_remember (ApoDictionary *dictionary,
                         const char    *name,
                         const char    *same_as,
                         int            kind,
                         const char    *region,
                         gboolean       no_actor)
{
  g_autoptr (ApoCorrection) correction = correction_new (name, same_as, kind, region, no_actor);

  if (*name != '\0')
    add_correction (dictionary, correction);
}

static void
read_correction (ApoDictionary *self,
                 JsonNode      *node)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *name = object != NULL ? apo_json_get_string (object, "name") : NULL;
  const char *kind_nick;
  JsonNode *no_actor;
  int kind = APO_CORRECTION_NO_KIND;

  if (name == NULL)
    return;

  kind_nick = apo_json_get_string (object, "kind");
  if (kind_nick != NULL)
    apo_enum_from_nick (APO_TYPE_ACTOR_KIND, kind_nick, &kind);
  no_actor = json_object_get_member (object, "not-an-actor");
  apo_dictionary_remember (self, name, apo_json_get_string (object, "same-as"), kind,
                           apo_json_get_string (object, "region"),
                           no_actor != NULL && json_node_get_value_type (no_actor) == G_TYPE_BOOLEAN
                           && json_node_get_boolean (no_actor));
}

/* Takes in what a file says; returns whether it is a dictionary. */
static gboolean
read_bytes (ApoDictionary *self,
            GBytes        *bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *problem = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  JsonObject *root;
  JsonNode *list;
  JsonArray *array;

  if (!apo_json_scan (data, length, &problem)
      || !json_parser_load_from_data (parser, data, length, NULL)
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return FALSE;

  root = json_node_get_object (json_parser_get_root (parser));
  list = json_object_get_member (root, "names");
  if (g_strcmp0 (apo_json_get_string (root, "format"), FORMAT) != 0 || list == NULL
      || !JSON_NODE_HOLDS_ARRAY (list))
    return FALSE;

  array = json_node_get_array (list);
  for (guint i = 0; i < json_array_get_length (array); i++)
    read_correction (self, json_array_get_element (array, i));

  return TRUE;
}

/**
 * apo_dictionary_load:
 *
 * Reads the file, if there is one.  A file that cannot be read as a dictionary is not touched until
 * the dictionary is changed and saved.
 *
 * Returns: whether there was nothing wrong; else the dictionary is empty
 */
gboolean
apo_dictionary_load (ApoDictionary *dictionary,
                     GError       **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = NULL;

  apo_dictionary_clear (dictionary);
  dictionary->changed = FALSE;
  if (!g_file_test (dictionary->path, G_FILE_TEST_EXISTS))
    return TRUE;

  bytes = apo_file_load (dictionary->ops, dictionary->path, MAX_BYTES, &reason);
  if (bytes == NULL || !read_bytes (dictionary, bytes))
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_READ,
                   _("Your corrections of names could not be read from “%s”: new ones will take "
                     "their place."), dictionary->path);
      apo_dictionary_clear (dictionary);
      dictionary->changed = FALSE;
      return FALSE;
    }
  dictionary->changed = FALSE;

  return TRUE;
}

static void
append_member (GString    *out,
               const char *key,
               const char *value)
{
  if (*value == '\0')
    return;

  g_string_append_printf (out, ", \"%s\": ", key);
  apo_json_append_string (out, value);
}

static GBytes *
serialize (ApoDictionary *self)
{
  GListModel *corrections = G_LIST_MODEL (self->corrections);
  guint n = g_list_model_get_n_items (corrections);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "{\n  \"format\": \"%s\",\n  \"version\": %d,\n  \"names\": [\n",
                          FORMAT, VERSION);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ApoCorrection) correction = g_list_model_get_item (corrections, i);

      g_string_append (out, "    {\"name\": ");
      apo_json_append_string (out, correction->name);
      append_member (out, "same-as", correction->same_as);
      if (correction->kind != APO_CORRECTION_NO_KIND)
        append_member (out, "kind", apo_enum_to_nick (APO_TYPE_ACTOR_KIND, correction->kind));
      append_member (out, "region", correction->region);
      if (correction->no_actor)
        g_string_append (out, ", \"not-an-actor\": true");
      g_string_append (out, i + 1 < n ? "},\n" : "}\n");
    }
  g_string_append (out, "  ]\n}\n");

  return g_string_free_to_bytes (out);
}

/* All of the file or nothing; without bytes, no file. */
static gboolean
write_file (const ApoFileOps *ops,
            const char       *path,
            GBytes           *bytes,
            GError          **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) reason = NULL;
  gboolean written;

  if (bytes == NULL)
    written = ops->unlink (ops, path) == 0 || errno == ENOENT || apo_file_fail (&reason, errno);
  else
    written = apo_file_make_folder (ops, folder, &reason)
              && apo_file_replace (ops, path, bytes, 0600, NULL, NULL, &reason);
  if (!written)
    g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_WRITE,
                 _("Your corrections of names could not be kept in “%s”: %s."), path,
                 reason->message);

  return written;
}

static GBytes *
dup_bytes (ApoDictionary *self)
{
  return g_hash_table_size (self->by_name) > 0 ? serialize (self) : NULL;
}

/**
 * apo_dictionary_save:
 *
 * Writes the file, all of it or nothing, if anything has changed; an empty dictionary has none.
 *
 * Returns: whether that was possible
 */
gboolean
apo_dictionary_save (ApoDictionary *dictionary,
                     GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (!dictionary->changed)
    return TRUE;

  bytes = dup_bytes (dictionary);
  if (!write_file (dictionary->ops, dictionary->path, bytes, error))
    return FALSE;

  dictionary->changed = FALSE;

  return TRUE;
}

/**
 * apo_dictionary_is_changed:
 *
 * Returns: whether there is something to save that is not being saved yet
 */
gboolean
apo_dictionary_is_changed (ApoDictionary *dictionary)
{
  return dictionary->changed;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_atomic_rc_box_release (job->lane);
  g_free (job->path);
  g_free (job);
}

/* What is older than what was written meanwhile is not written any more. */
static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  gboolean written = TRUE;

  g_mutex_lock (&job->lane->mutex);
  if (job->serial > job->lane->written)
    {
      written = write_file (job->ops, job->path, job->bytes, &error);
      if (written)
        job->lane->written = job->serial;
    }
  g_mutex_unlock (&job->lane->mutex);

  if (written)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * apo_dictionary_save_async:
 *
 * The same as apo_dictionary_save(), written in a thread: the dictionary as it is now.
 */
void
apo_dictionary_save_async (ApoDictionary      *dictionary,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (dictionary, NULL, callback, user_data);
  Job *job;

  g_task_set_source_tag (task, apo_dictionary_save_async);
  if (!dictionary->changed)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  job = g_new0 (Job, 1);
  job->bytes = dup_bytes (dictionary);
  job->path = g_strdup (dictionary->path);
  job->ops = dictionary->ops;
  job->lane = g_atomic_rc_box_acquire (dictionary->lane);
  job->serial = ++dictionary->serial;
  dictionary->changed = FALSE;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * apo_dictionary_save_finish:
 *
 * Returns: whether it was possible
 */
gboolean
apo_dictionary_save_finish (ApoDictionary *dictionary,
                            GAsyncResult  *result,
                            GError       **error)
{
  gboolean saved = g_task_propagate_boolean (G_TASK (result), error);

  if (!saved)
    dictionary->changed = TRUE;

  return saved;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-session-private.h"

#include <glib/gi18n-lib.h>

#include "apo-dossier-file.h"

/* A warning lists no more damaged parts than this. */
#define MAX_PROBLEMS_SHOWN 8

G_DEFINE_FINAL_TYPE (ApoSession, apo_session, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_FILE,
  PROP_CHANGED,
  PROP_READ_ONLY,
  PROP_FILE_STATE,
  PROP_PROBLEM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* What the thread that opens a file hands over. */
typedef struct {
  ApoDossier *dossier;
  GPtrArray *problems;
  char *stamp;
  char *sha256;
  gboolean protected;
} Opened;

static void
opened_free (Opened *opened)
{
  g_clear_object (&opened->dossier);
  g_clear_pointer (&opened->problems, g_ptr_array_unref);
  g_free (opened->stamp);
  g_free (opened->sha256);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

void
apo_session_update_changed (ApoSession *self)
{
  gboolean changed =
    apo_history_get_position (self->history) != apo_history_get_saved_position (self->history)
    || (self->file != NULL && self->opening_revision != self->saved_revision)
    || self->detached;

  if (changed == self->changed)
    return;

  self->changed = changed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHANGED]);
}

void
apo_session_set_read_only (ApoSession *self,
                           gboolean    read_only)
{
  if (read_only == self->read_only)
    return;

  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
}

void
apo_session_set_file (ApoSession *self,
                      GFile      *file)
{
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
}

void
apo_session_set_file_state (ApoSession  *self,
                            ApoFileState state)
{
  if (state == self->file_state)
    return;

  self->file_state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE_STATE]);
}

/* What the journal has to say is said by the session. */
void
apo_session_notify_problem (ApoSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

static void
apo_session_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  ApoSession *self = APO_SESSION (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_CHANGED:
      g_value_set_boolean (value, self->changed);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_FILE_STATE:
      g_value_set_uint (value, self->file_state);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, apo_session_get_problem (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_session_finalize (GObject *object)
{
  ApoSession *self = APO_SESSION (object);

  apo_session_unwatch (self);
  apo_session_journal_stop (self);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);
  g_clear_object (&self->dictionary);
  g_clear_object (&self->file);
  g_free (self->stamp);
  g_free (self->sha256);
  g_free (self->replaced_sha256);
  g_free (self->warning);

  G_OBJECT_CLASS (apo_session_parent_class)->finalize (object);
}

static void
apo_session_class_init (ApoSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = apo_session_get_property;
  object_class->finalize = apo_session_finalize;

  props[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_CHANGED] =
    g_param_spec_boolean ("changed", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FILE_STATE] =
    g_param_spec_uint ("file-state", NULL, NULL, 0, APO_FILE_STATE_REMOVED, APO_FILE_STATE_SAME,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
apo_session_init (ApoSession *self)
{
  g_queue_init (&self->saves);
}

/**
 * apo_session_new_for:
 * @history: that of @dossier
 */
ApoSession *
apo_session_new_for (ApoDossier *dossier,
                     ApoHistory *history)
{
  ApoSession *self = g_object_new (APO_TYPE_SESSION, NULL);

  self->dossier = g_object_ref (dossier);
  self->history = g_object_ref (history);
  self->opening = TRUE;
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    if (g_list_model_get_n_items (apo_dossier_get_items (dossier, type)) > 0)
      self->opening = FALSE;
  g_signal_connect_object (self->history, "changed", G_CALLBACK (apo_session_update_changed), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * apo_session_new:
 * @article: an article of no dossier
 *
 * Returns: (transfer full): a new dossier with that article, which has no file
 */
ApoSession *
apo_session_new (ApoArticle *article)
{
  g_autoptr (ApoDossier) dossier = apo_dossier_new (NULL);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);

  apo_dossier_insert (dossier, APO_ITEM (article), 0);

  return apo_session_new_for (dossier, history);
}

/* The sentence that is shown above a dossier of which parts could not be read. */
static char *
build_warning (GFile     *file,
               GPtrArray *problems)
{
  g_autofree char *name = apo_dossier_file_dup_name (file);
  g_autoptr (GString) warning = g_string_new (NULL);

  g_string_append_printf (warning,
                          _("“%s” is damaged. What could be read is shown; save it under another "
                            "name to keep it."),
                          name);
  for (guint i = 0; i < MIN (problems->len, MAX_PROBLEMS_SHOWN); i++)
    g_string_append_printf (warning, "\n%s", (const char *) problems->pdata[i]);
  if (problems->len > MAX_PROBLEMS_SHOWN)
    {
      guint n_more = problems->len - MAX_PROBLEMS_SHOWN;

      g_string_append_c (warning, '\n');
      g_string_append_printf (warning, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  return g_string_free (g_steal_pointer (&warning), FALSE);
}

/* The same above one that cannot be written back. */
static char *
build_protected_warning (GFile *file)
{
  g_autofree char *name = apo_dossier_file_dup_name (file);

  return g_strdup_printf (_("“%s” can only be read; save it under another name to keep what you "
                            "do."), name);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GFile *file = task_data;
  g_autofree char *name = apo_dossier_file_dup_name (file);
  g_autoptr (Opened) opened = g_new0 (Opened, 1);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = apo_dossier_file_load (file, &opened->stamp, cancellable, &error);
  if (bytes != NULL)
    opened->dossier = apo_dossier_file_parse (bytes, name, &opened->problems, &error);
  if (opened->dossier != NULL)
    opened->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  opened->protected = apo_dossier_file_is_protected (file);

  if (opened->dossier != NULL)
    g_task_return_pointer (task, g_steal_pointer (&opened), (GDestroyNotify) opened_free);
  else
    g_task_return_error (task, error);
}

static void
open_async (GFile              *file,
            gpointer            tag,
            GCancellable       *cancellable,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * apo_session_open_async:
 *
 * Reads a dossier in a thread of its own.
 */
void
apo_session_open_async (GFile              *file,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  open_async (file, apo_session_open_async, cancellable, callback, user_data);
}

/**
 * apo_session_open_copy_async:
 * @file: a backup, or what another program made of the dossier
 *
 * Reads a dossier in a thread of its own, to go on with it under another name: the session has no
 * file and is changed from the start.  To be finished by apo_session_open_finish().
 */
void
apo_session_open_copy_async (GFile              *file,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  open_async (file, apo_session_open_copy_async, cancellable, callback, user_data);
}

/**
 * apo_session_open_finish:
 * @error: of %APO_DOSSIER_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the session; if parts of the file were damaged, or it cannot
 *   be written, it is read-only and has a warning
 */
ApoSession *
apo_session_open_finish (GAsyncResult *result,
                         GError      **error)
{
  g_autoptr (Opened) opened = NULL;
  g_autoptr (ApoHistory) history = NULL;
  ApoSession *self;
  GFile *file;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  opened = g_task_propagate_pointer (G_TASK (result), error);
  if (opened == NULL)
    return NULL;

  file = g_task_get_task_data (G_TASK (result));
  history = apo_history_new (opened->dossier);
  self = apo_session_new_for (opened->dossier, history);
  if (opened->problems->len > 0)
    self->warning = build_warning (file, opened->problems);
  self->sha256 = g_steal_pointer (&opened->sha256);

  if (g_task_get_source_tag (G_TASK (result)) == apo_session_open_copy_async)
    {
      self->detached = TRUE;
      self->changed = TRUE;
      return self;
    }

  self->file = g_object_ref (file);
  self->stamp = g_steal_pointer (&opened->stamp);
  self->protected = self->warning == NULL && opened->protected;
  if (self->protected)
    self->warning = build_protected_warning (file);
  self->read_only = self->warning != NULL;
  apo_session_watch (self);

  return self;
}

ApoDossier *
apo_session_get_dossier (ApoSession *session)
{
  return session->dossier;
}

ApoHistory *
apo_session_get_history (ApoSession *session)
{
  return session->history;
}

/**
 * apo_session_get_file:
 *
 * Returns: (transfer none) (nullable): the file, or %NULL before the first save
 */
GFile *
apo_session_get_file (ApoSession *session)
{
  return session->file;
}

/**
 * apo_session_is_changed:
 *
 * Returns: whether the reader's work differs from what is in the file; a new article without any
 *   work on it is not changed
 */
gboolean
apo_session_is_changed (ApoSession *session)
{
  return session->changed;
}

gboolean
apo_session_is_read_only (ApoSession *session)
{
  return session->read_only;
}

/**
 * apo_session_get_warning:
 *
 * Returns: (transfer none) (nullable): what is wrong with the file, one sentence and then a line
 *   for each damaged part
 */
const char *
apo_session_get_warning (ApoSession *session)
{
  return session->warning;
}

/**
 * apo_session_needs_analysis:
 *
 * Returns: whether there is an article that no analysis has gone over
 */
gboolean
apo_session_needs_analysis (ApoSession *session)
{
  GListModel *articles = apo_dossier_get_items (session->dossier, APO_ITEM_ARTICLE);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (ApoItem) article = g_list_model_get_item (articles, i);

      if (apo_item_is_default (article, APO_ARTICLE_FIELD_ANALYSER))
        return TRUE;
    }

  return FALSE;
}

/**
 * apo_session_get_file_state:
 *
 * Returns: what has become of the file since it was read or written last, as far as is known
 */
ApoFileState
apo_session_get_file_state (ApoSession *session)
{
  return session->file_state;
}

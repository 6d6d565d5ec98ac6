/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-session.h"

#include <glib/gi18n-lib.h>

#include "apo-adopt.h"
#include "apo-dossier-file.h"
#include "apo-dossier-private.h"

/* A warning lists no more damaged parts than this. */
#define MAX_PROBLEMS_SHOWN 8

struct _ApoSession {
  GObject parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  GFile *file;                  /* (nullable) */
  char *stamp;                  /* (nullable) of the file as it was read or written last */
  char *warning;                /* (nullable) */
  gboolean read_only;
  gboolean changed;             /* as last told */
  gboolean opening;             /* every item but the articles comes from a pass of this session */
  guint opening_revision;       /* counts the passes that became part of the opening state */
  guint saved_revision;
  GQueue saves;                 /* GTask, the first is under way */
};

G_DEFINE_FINAL_TYPE (ApoSession, apo_session, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_FILE,
  PROP_CHANGED,
  PROP_READ_ONLY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* What the thread that opens a file hands over. */
typedef struct {
  ApoDossier *dossier;
  GPtrArray *problems;
  char *stamp;
} Opened;

/* What one save needs and finds out. */
typedef struct {
  GFile *file;
  gboolean overwrite;
  GBytes *bytes;
  char *expected_stamp;
  char *stamp;
  guint64 position;
  guint revision;
} Save;

static void
opened_free (Opened *opened)
{
  g_clear_object (&opened->dossier);
  g_clear_pointer (&opened->problems, g_ptr_array_unref);
  g_free (opened->stamp);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

static void
save_free (Save *save)
{
  g_object_unref (save->file);
  g_clear_pointer (&save->bytes, g_bytes_unref);
  g_free (save->expected_stamp);
  g_free (save->stamp);
  g_free (save);
}

static void
update_changed (ApoSession *self)
{
  gboolean changed =
    apo_history_get_position (self->history) != apo_history_get_saved_position (self->history)
    || (self->file != NULL && self->opening_revision != self->saved_revision);

  if (changed == self->changed)
    return;

  self->changed = changed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHANGED]);
}

static void
set_read_only (ApoSession *self,
               gboolean    read_only)
{
  if (read_only == self->read_only)
    return;

  self->read_only = read_only;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_READ_ONLY]);
}

static void
set_file (ApoSession *self,
          GFile      *file)
{
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILE]);
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
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_session_finalize (GObject *object)
{
  ApoSession *self = APO_SESSION (object);

  g_clear_object (&self->history);
  g_clear_object (&self->dossier);
  g_clear_object (&self->file);
  g_free (self->stamp);
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
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
apo_session_init (ApoSession *self)
{
  g_queue_init (&self->saves);
}

static ApoSession *
session_new (ApoDossier *dossier)
{
  ApoSession *self = g_object_new (APO_TYPE_SESSION, NULL);

  self->dossier = g_object_ref (dossier);
  self->history = apo_history_new (dossier);
  self->opening = TRUE;
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    if (g_list_model_get_n_items (apo_dossier_get_items (dossier, type)) > 0)
      self->opening = FALSE;
  g_signal_connect_object (self->history, "changed", G_CALLBACK (update_changed), self,
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

  apo_dossier_insert (dossier, APO_ITEM (article), 0);

  return session_new (dossier);
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
    g_task_return_pointer (task, g_steal_pointer (&opened), (GDestroyNotify) opened_free);
  else
    g_task_return_error (task, error);
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
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, apo_session_open_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * apo_session_open_finish:
 * @error: of %APO_DOSSIER_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the session; if parts of the file were damaged, it is
 *   read-only and has a warning
 */
ApoSession *
apo_session_open_finish (GAsyncResult *result,
                         GError      **error)
{
  g_autoptr (Opened) opened = NULL;
  ApoSession *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  opened = g_task_propagate_pointer (G_TASK (result), error);
  if (opened == NULL)
    return NULL;

  self = session_new (opened->dossier);
  self->file = g_object_ref (g_task_get_task_data (G_TASK (result)));
  self->stamp = g_steal_pointer (&opened->stamp);
  if (opened->problems->len > 0)
    {
      self->read_only = TRUE;
      self->warning = build_warning (self->file, opened->problems);
    }

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

static gboolean
is_opening (ApoSession *self)
{
  return self->opening && apo_history_is_empty (self->history);
}

static void
adopt_as_opening (ApoSession  *self,
                  ApoFindings *findings)
{
  apo_adopt_as_opening (self->dossier, apo_dossier_get_article (self->dossier), findings);
  self->opening_revision++;
  apo_dossier_emit_changed (self->dossier);
  update_changed (self);
}

/**
 * apo_session_adopt_pass:
 * @findings: what was found so far in the first article
 *
 * Shows them until the whole is there.  Once the reader has done something they are left alone: the
 * whole comes as one command.
 */
void
apo_session_adopt_pass (ApoSession  *session,
                        ApoFindings *findings)
{
  if (is_opening (session))
    adopt_as_opening (session, findings);
}

/**
 * apo_session_adopt_findings:
 * @findings: of the first article
 *
 * Before the reader's first command they become part of the opening state, in the place of what an
 * earlier pass found.  Later, what is new in them is added by one command.
 */
void
apo_session_adopt_findings (ApoSession  *session,
                            ApoFindings *findings)
{
  ApoArticle *article = apo_dossier_get_article (session->dossier);

  if (is_opening (session))
    adopt_as_opening (session, findings);
  else
    apo_history_execute (session->history,
                         apo_adopt_as_command (session->dossier, article, findings));
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

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Save *save = task_data;
  GError *error = NULL;

  if (apo_dossier_file_save (save->bytes, save->file, save->expected_stamp, &save->stamp,
                             cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
note_saved (ApoSession *self,
            Save       *save)
{
  set_file (self, save->file);
  g_free (self->stamp);
  self->stamp = g_strdup (save->stamp);
  g_clear_pointer (&self->warning, g_free);
  set_read_only (self, FALSE);
  apo_history_set_saved_position (self->history, save->position);
  self->saved_revision = save->revision;
  update_changed (self);
}

static gboolean
is_own_file (ApoSession *self,
             GFile      *file)
{
  return self->file != NULL && g_file_equal (self->file, file);
}

/* Starts the first save of the queue with the dossier as it is now. */
static void
start_save (ApoSession         *self,
            GAsyncReadyCallback written_cb)
{
  GTask *task = g_queue_peek_head (&self->saves);
  Save *save = g_task_get_task_data (task);
  g_autoptr (GTask) inner = g_task_new (self, g_task_get_cancellable (task), written_cb, NULL);

  save->bytes = apo_dossier_file_serialize (self->dossier);
  save->position = apo_history_get_position (self->history);
  save->revision = self->opening_revision;
  if (!save->overwrite && is_own_file (self, save->file))
    save->expected_stamp = g_strdup (self->stamp);

  /* A file that was written is written, whatever was cancelled since. */
  g_task_set_check_cancellable (inner, FALSE);
  g_task_set_task_data (inner, save, NULL);
  g_task_run_in_thread (inner, save_in_thread);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  ApoSession *self = APO_SESSION (object);
  g_autoptr (GTask) task = g_queue_pop_head (&self->saves);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      note_saved (self, g_task_get_task_data (task));
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);

  if (!g_queue_is_empty (&self->saves))
    start_save (self, written_cb);
}

/**
 * apo_session_save_async:
 * @file: (nullable): where to, %NULL for the session's own file
 * @overwrite: whether to replace the session's file even if another program has changed it
 *
 * Writes the dossier in a thread and then goes on with @file.  Saves that overlap are done one after
 * the other, each with the dossier as it is when its turn comes.
 */
void
apo_session_save_async (ApoSession         *session,
                        GFile              *file,
                        gboolean            overwrite,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (session, cancellable, callback, user_data);
  Save *save;

  g_return_if_fail (file != NULL || session->file != NULL);

  g_task_set_source_tag (task, apo_session_save_async);
  g_task_set_check_cancellable (task, FALSE);
  save = g_new0 (Save, 1);
  save->file = g_object_ref (file != NULL ? file : session->file);
  save->overwrite = overwrite;
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);

  if (session->read_only && is_own_file (session, save->file))
    {
      g_autofree char *name = apo_dossier_file_dup_name (save->file);

      g_task_return_new_error (task, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED,
                               _("“%s” is damaged: save the repaired dossier under another name."),
                               name);
      return;
    }

  g_queue_push_tail (&session->saves, g_steal_pointer (&task));
  if (g_queue_get_length (&session->saves) == 1)
    start_save (session, written_cb);
}

/**
 * apo_session_save_finish:
 * @error: of %APO_DOSSIER_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the file was written
 */
gboolean
apo_session_save_finish (ApoSession   *session,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

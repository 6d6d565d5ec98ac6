/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-memory.h"

#define KEY "remember-corrections"

/* On a session: how its actors were when it was opened, or learned from last. */
#define NOTED "apo-memory-noted"

struct _ApoMemory {
  GObject parent_instance;

  ApoDictionary *dictionary;
  GSettings *settings;
  gboolean told;                /* that they could not be kept */
};

G_DEFINE_FINAL_TYPE (ApoMemory, apo_memory, G_TYPE_OBJECT)

enum {
  SIGNAL_PROBLEM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (ApoMemory) self = user_data;
  GApplication *application = g_application_get_default ();
  g_autoptr (GError) error = NULL;

  if (apo_dictionary_save_finish (self->dictionary, result, &error))
    self->told = FALSE;
  else if (!self->told)
    {
      self->told = TRUE;
      g_signal_emit (self, signals[SIGNAL_PROBLEM], 0, error->message);
    }
  if (application != NULL)
    g_application_release (application);
}

static void
note (ApoSession *session)
{
  g_object_set_data_full (G_OBJECT (session), NOTED,
                          apo_dictionary_note (apo_session_get_dossier (session)),
                          (GDestroyNotify) g_hash_table_unref);
}

static void
apo_memory_finalize (GObject *object)
{
  ApoMemory *self = APO_MEMORY (object);

  g_clear_object (&self->dictionary);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (apo_memory_parent_class)->finalize (object);
}

static void
apo_memory_class_init (ApoMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = apo_memory_finalize;

  signals[SIGNAL_PROBLEM] =
    g_signal_new ("problem", APO_TYPE_MEMORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
apo_memory_init (ApoMemory *self)
{
}

ApoMemory *
apo_memory_new (ApoDictionary *dictionary,
                GSettings     *settings)
{
  ApoMemory *self = g_object_new (APO_TYPE_MEMORY, NULL);

  self->dictionary = g_object_ref (dictionary);
  self->settings = g_object_ref (settings);

  return self;
}

/**
 * apo_memory_get_dictionary:
 *
 * Returns: (transfer none): the corrections, whether or not they are used
 */
ApoDictionary *
apo_memory_get_dictionary (ApoMemory *memory)
{
  return memory->dictionary;
}

/**
 * apo_memory_load:
 *
 * Reads what was kept.
 *
 * Returns: (transfer full) (nullable): what is wrong with it, in a sentence
 */
char *
apo_memory_load (ApoMemory *memory)
{
  g_autoptr (GError) error = NULL;

  return apo_dictionary_load (memory->dictionary, &error) ? NULL : g_strdup (error->message);
}

/**
 * apo_memory_attach:
 *
 * Has what is found for @session corrected, or not any more, as the settings say; to be called before
 * anything is found, and when the settings change.
 */
void
apo_memory_attach (ApoMemory  *memory,
                   ApoSession *session)
{
  gboolean on = g_settings_get_boolean (memory->settings, KEY);

  apo_session_set_dictionary (session, on ? memory->dictionary : NULL);
  if (g_object_get_data (G_OBJECT (session), NOTED) == NULL)
    note (session);
}

/**
 * apo_memory_note_found:
 *
 * Says that all was found that is; what the reader puts right from now on is learned.
 */
void
apo_memory_note_found (ApoMemory  *memory,
                       ApoSession *session)
{
  if (apo_history_get_n_done (apo_session_get_history (session)) == 0)
    note (session);
}

/**
 * apo_memory_learn:
 *
 * Remembers what was put right in @session since it was opened or learned from last, and keeps it;
 * nothing if the settings say so.
 */
void
apo_memory_learn (ApoMemory  *memory,
                  ApoSession *session)
{
  GHashTable *noted = g_object_get_data (G_OBJECT (session), NOTED);

  if (!g_settings_get_boolean (memory->settings, KEY))
    return;

  apo_dictionary_learn (memory->dictionary, apo_session_get_dossier (session), noted);
  note (session);
  apo_memory_save (memory);
}

/**
 * apo_memory_save:
 *
 * Keeps what is remembered now, in a thread; the program does not end before that is done.
 */
void
apo_memory_save (ApoMemory *memory)
{
  GApplication *application = g_application_get_default ();

  if (!apo_dictionary_is_changed (memory->dictionary))
    return;

  if (application != NULL)
    g_application_hold (application);
  apo_dictionary_save_async (memory->dictionary, saved_cb, g_object_ref (memory));
}

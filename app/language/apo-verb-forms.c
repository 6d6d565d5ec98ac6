/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-verb-forms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* paradigms.tsv: the ending of the infinitive, then the endings of each form, in this order. */
#define N_COLUMNS 9

struct _ApoVerbForms {
  GStringChunk *words;
  GHashTable *readings;         /* (element-type utf8 ApoVerbReading) */
  GHashTable *lemmas;           /* (element-type utf8) */
};

static void
reading_free (gpointer data)
{
  ApoVerbReading *reading = data;

  while (reading != NULL)
    {
      ApoVerbReading *next = reading->next;

      g_free (reading);
      reading = next;
    }
}

static void
add_form (ApoVerbForms *self,
          const char   *lemma,
          const char   *word,
          guint         form)
{
  ApoVerbReading *first = g_hash_table_lookup (self->readings, word);
  ApoVerbReading *reading;

  for (reading = first; reading != NULL; reading = reading->next)
    if (reading->lemma == lemma)
      {
        reading->forms |= form;
        return;
      }

  reading = g_new0 (ApoVerbReading, 1);
  reading->lemma = lemma;
  reading->forms = form;

  if (first != NULL)
    {
      reading->next = first->next;
      first->next = reading;
    }
  else
    g_hash_table_insert (self->readings, g_string_chunk_insert_const (self->words, word), reading);
}

/* The row whose ending is the longest that the infinitive has. */
static int
find_paradigm (ApoTable   *paradigms,
               const char *lemma)
{
  int best = -1;
  gsize best_length = 0;

  for (guint row = 0; row < apo_table_get_n_rows (paradigms); row++)
    {
      const char *ending = apo_table_get (paradigms, row, 0);
      gsize length = strlen (ending);

      if (length > best_length && g_str_has_suffix (lemma, ending))
        {
          best = row;
          best_length = length;
        }
    }

  return best;
}

static void
add_verb (ApoVerbForms *self,
          ApoTable     *paradigms,
          guint         row,
          const char   *lemma)
{
  const char *kept = g_string_chunk_insert_const (self->words, lemma);
  gsize stem = strlen (lemma) - strlen (apo_table_get (paradigms, row, 0));

  if (!g_hash_table_add (self->lemmas, (gpointer) kept))
    return;

  for (guint column = 0; column < N_COLUMNS; column++)
    {
      g_auto (GStrv) endings = g_strsplit (apo_table_get (paradigms, row, column), " ", -1);

      for (guint i = 0; endings[i] != NULL; i++)
        if (endings[i][0] != '\0' && strcmp (endings[i], "-") != 0)
          {
            g_autofree char *word = g_strdup_printf ("%.*s%s", (int) stem, lemma,
                                                     strcmp (endings[i], "0") == 0 ? ""
                                                       : endings[i]);

            add_form (self, kept, word, 1u << column);
          }
    }
}

static gboolean
add_verbs (ApoVerbForms  *self,
           ApoTable      *paradigms,
           ApoTable      *verbs,
           GError       **error)
{
  for (guint row = 0; row < apo_table_get_n_rows (verbs); row++)
    {
      g_auto (GStrv) lemmas = g_strsplit (apo_table_get (verbs, row, 0), " ", -1);

      for (guint i = 0; lemmas[i] != NULL; i++)
        {
          int paradigm = find_paradigm (paradigms, lemmas[i]);

          if (lemmas[i][0] == '\0')
            continue;

          if (paradigm < 0)
            {
              apo_table_set_error (verbs, row, error, _("no paradigm fits a verb"));
              return FALSE;
            }

          add_verb (self, paradigms, paradigm, lemmas[i]);
        }
    }

  return TRUE;
}

/**
 * apo_verb_forms_new:
 * @paradigms: rows of an ending and the endings of each form (`-` for none, `0` for the bare stem)
 * @verbs: infinitives, parted by spaces; the paradigm is the row with the longest fitting ending
 *
 * Returns: (transfer full) (nullable): the forms
 */
ApoVerbForms *
apo_verb_forms_new (ApoTable  *paradigms,
                    ApoTable  *verbs,
                    GError   **error)
{
  g_autoptr (ApoVerbForms) self = g_new0 (ApoVerbForms, 1);

  self->words = g_string_chunk_new (16384);
  self->readings = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, reading_free);
  self->lemmas = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = 0; row < apo_table_get_n_rows (paradigms); row++)
    if (!apo_table_require (paradigms, row, N_COLUMNS, error))
      return NULL;

  if (!add_verbs (self, paradigms, verbs, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
apo_verb_forms_free (ApoVerbForms *forms)
{
  g_hash_table_unref (forms->readings);
  g_hash_table_unref (forms->lemmas);
  g_string_chunk_free (forms->words);
  g_free (forms);
}

/**
 * apo_verb_forms_lookup:
 * @word: folded to lower case
 *
 * Returns: (transfer none) (nullable): its readings as a verb
 */
const ApoVerbReading *
apo_verb_forms_lookup (ApoVerbForms *forms,
                       const char   *word)
{
  return g_hash_table_lookup (forms->readings, word);
}

gboolean
apo_verb_forms_has_lemma (ApoVerbForms *forms,
                          const char   *lemma)
{
  return g_hash_table_contains (forms->lemmas, lemma);
}

/**
 * apo_verb_reading_collect:
 * @reading: (nullable): the first of a chain
 *
 * Returns: the flags of all readings together
 */
guint
apo_verb_reading_collect (const ApoVerbReading *reading)
{
  guint forms = 0;

  for (; reading != NULL; reading = reading->next)
    forms |= reading->forms;

  return forms;
}

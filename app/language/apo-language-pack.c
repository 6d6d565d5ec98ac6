/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-language-pack.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-syntax.h"

#define MAX_CLASSES 64

/* How much of a model counts for the fingerprint. */
#define MODEL_HEAD 64

struct _ApoLanguagePack {
  gatomicrefcount refs;
  char *folder;
  char *code;
  char *fingerprint;
  GHashTable *tables;           /* (element-type utf8 ApoTable) */
  GHashTable *classes;          /* (element-type utf8 uint), names to bits from 1 */
  GHashTable *words;            /* (element-type utf8 ApoWordClasses) */
  GPtrArray *elisions;          /* (element-type utf8) */
  GPtrArray *clitics;           /* (element-type utf8), longest first */
  ApoVerbForms *verbs;
  ApoSyntax *syntax;            /* (nullable) */
};

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The tables and models of a folder, always in the same order. */
static GPtrArray *
list_files (const char  *folder,
            GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      g_set_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_MISSING,
                   _("The language folder “%s” is missing."), folder);
      return NULL;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".tsv") || g_str_has_suffix (name, ".model"))
      g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_names);

  return g_steal_pointer (&names);
}

/* Of a model the first bytes tell it from any other: its checksum is among them. */
static void
add_to_sum (GChecksum  *sum,
            const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  gsize length = file != NULL ? g_mapped_file_get_length (file) : 0;

  if (g_str_has_suffix (path, ".model"))
    length = MIN (length, MODEL_HEAD);
  if (length > 0)
    g_checksum_update (sum, (const guchar *) g_mapped_file_get_contents (file), length);
}

static gboolean
load_tables (ApoLanguagePack  *self,
             const char       *folder,
             GError          **error)
{
  g_autoptr (GPtrArray) names = list_files (folder, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      ApoTable *table;

      add_to_sum (sum, path);
      if (!g_str_has_suffix (name, ".tsv"))
        continue;

      table = apo_table_load (path, error);
      if (table == NULL)
        return FALSE;
      g_hash_table_insert (self->tables, g_strndup (name, strlen (name) - strlen (".tsv")), table);
    }

  self->fingerprint = g_strndup (g_checksum_get_string (sum), 16);

  return names != NULL;
}

static gboolean
add_words (ApoLanguagePack  *self,
           ApoTable         *table,
           guint             row,
           GError          **error)
{
  const char *name = apo_table_get (table, row, 0);
  g_auto (GStrv) words = g_strsplit (apo_table_get (table, row, 1), " ", -1);
  guint bit = GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, name));

  if (bit == 0)
    {
      bit = g_hash_table_size (self->classes) + 1;
      if (bit > MAX_CLASSES)
        {
          apo_table_set_error (table, row, error, _("there are more than 64 word classes"));
          return FALSE;
        }
      g_hash_table_insert (self->classes, (gpointer) name, GUINT_TO_POINTER (bit));
    }

  for (guint i = 0; words[i] != NULL; i++)
    {
      ApoWordClasses *classes = g_hash_table_lookup (self->words, words[i]);

      if (words[i][0] == '\0')
        continue;

      if (classes == NULL)
        {
          classes = g_new0 (ApoWordClasses, 1);
          g_hash_table_insert (self->words, g_strdup (words[i]), classes);
        }

      *classes |= G_GUINT64_CONSTANT (1) << (bit - 1);
    }

  return TRUE;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize la = strlen (*(const char * const *) a);
  gsize lb = strlen (*(const char * const *) b);

  return la < lb ? 1 : la > lb ? -1 : strcmp (*(const char * const *) a, *(const char * const *) b);
}

static gboolean
compile_words (ApoLanguagePack  *self,
               GError          **error)
{
  ApoTable *words = apo_language_pack_get_table (self, "words", error);
  ApoTable *affixes = apo_language_pack_get_table (self, "affixes", error);

  if (words == NULL || affixes == NULL)
    return FALSE;

  for (guint row = 0; row < apo_table_get_n_rows (words); row++)
    if (!apo_table_require (words, row, 2, error) || !add_words (self, words, row, error))
      return FALSE;

  for (guint row = 0; row < apo_table_get_n_rows (affixes); row++)
    {
      const char *kind = apo_table_get (affixes, row, 0);

      if (!apo_table_require (affixes, row, 2, error))
        return FALSE;

      if (strcmp (kind, "elision") == 0)
        g_ptr_array_add (self->elisions, (gpointer) apo_table_get (affixes, row, 1));
      else if (strcmp (kind, "clitic") == 0)
        g_ptr_array_add (self->clitics, (gpointer) apo_table_get (affixes, row, 1));
      else
        {
          apo_table_set_error (affixes, row, error, _("this kind of affix is unknown"));
          return FALSE;
        }
    }

  g_ptr_array_sort (self->elisions, compare_lengths);
  g_ptr_array_sort (self->clitics, compare_lengths);

  return TRUE;
}

/* The models, if this language has any; they are part of what the fingerprint tells apart. */
static gboolean
load_syntax (ApoLanguagePack  *self,
             const char       *folder,
             GError          **error)
{
  g_autofree char *tables = NULL;

  if (!apo_syntax_is_there (folder))
    return TRUE;

  self->syntax = apo_syntax_load (folder, error);
  if (self->syntax == NULL)
    return FALSE;

  tables = g_steal_pointer (&self->fingerprint);
  self->fingerprint = g_strdup_printf ("%s%016" G_GINT64_MODIFIER "x", tables,
                                       apo_syntax_get_checksum (self->syntax));

  return TRUE;
}

/**
 * apo_language_pack_load:
 * @folder: the folder of one language; its base name is the code
 *
 * Returns: (transfer full) (nullable): the pack; an #ApoLanguageError names the file, and the line
 * where a table is damaged
 */
ApoLanguagePack *
apo_language_pack_load (const char  *folder,
                        GError     **error)
{
  g_autoptr (ApoLanguagePack) self = g_new0 (ApoLanguagePack, 1);
  ApoTable *paradigms, *verbs;

  g_atomic_ref_count_init (&self->refs);
  self->folder = g_strdup (folder);
  self->code = g_path_get_basename (folder);
  self->tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) apo_table_free);
  self->classes = g_hash_table_new (g_str_hash, g_str_equal);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->elisions = g_ptr_array_new ();
  self->clitics = g_ptr_array_new ();

  if (!load_tables (self, folder, error) || !compile_words (self, error))
    return NULL;

  paradigms = apo_language_pack_get_table (self, "paradigms", error);
  verbs = paradigms != NULL ? apo_language_pack_get_table (self, "verbs", error) : NULL;
  if (verbs == NULL)
    return NULL;

  self->verbs = apo_verb_forms_new (paradigms, verbs, error);
  if (self->verbs == NULL || !load_syntax (self, folder, error))
    return NULL;

  return g_steal_pointer (&self);
}

ApoLanguagePack *
apo_language_pack_ref (ApoLanguagePack *pack)
{
  g_atomic_ref_count_inc (&pack->refs);

  return pack;
}

void
apo_language_pack_unref (ApoLanguagePack *pack)
{
  if (!g_atomic_ref_count_dec (&pack->refs))
    return;

  g_clear_pointer (&pack->syntax, apo_syntax_free);
  g_clear_pointer (&pack->verbs, apo_verb_forms_free);
  g_ptr_array_unref (pack->elisions);
  g_ptr_array_unref (pack->clitics);
  g_hash_table_unref (pack->words);
  g_hash_table_unref (pack->classes);
  g_hash_table_unref (pack->tables);
  g_free (pack->fingerprint);
  g_free (pack->code);
  g_free (pack->folder);
  g_free (pack);
}

/**
 * apo_language_pack_get_code:
 *
 * Returns: (transfer none): the language, BCP 47
 */
const char *
apo_language_pack_get_code (ApoLanguagePack *pack)
{
  return pack->code;
}

/**
 * apo_language_pack_get_fingerprint:
 *
 * Returns: (transfer none): what tells these tables and models from any others
 */
const char *
apo_language_pack_get_fingerprint (ApoLanguagePack *pack)
{
  return pack->fingerprint;
}

/**
 * apo_language_pack_get_syntax:
 *
 * Returns: (transfer none) (nullable): the trained models, or %NULL where this language has none
 */
const ApoSyntax *
apo_language_pack_get_syntax (ApoLanguagePack *pack)
{
  return pack->syntax;
}

/**
 * apo_language_pack_get_table:
 * @name: its file name without `.tsv`
 *
 * Returns: (transfer none) (nullable): the table; %APO_LANGUAGE_ERROR_MISSING where there is none
 */
ApoTable *
apo_language_pack_get_table (ApoLanguagePack  *pack,
                             const char       *name,
                             GError          **error)
{
  ApoTable *table = g_hash_table_lookup (pack->tables, name);

  if (table == NULL)
    g_set_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_MISSING,
                 _("The language “%s” lacks the table “%s.tsv”."), pack->code, name);

  return table;
}

/**
 * apo_language_pack_dup_model_path:
 * @name: its file name without `.model`
 *
 * Returns: (transfer full) (nullable): where the model is, or %NULL where this language has none
 */
char *
apo_language_pack_dup_model_path (ApoLanguagePack *pack,
                                  const char      *name)
{
  g_autofree char *base = g_strconcat (name, ".model", NULL);
  g_autofree char *path = g_build_filename (pack->folder, base, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
}

/**
 * apo_language_pack_get_class:
 * @name: a name of words.tsv
 *
 * Returns: its bit, or 0 where this language has no such words
 */
ApoWordClasses
apo_language_pack_get_class (ApoLanguagePack *pack,
                             const char      *name)
{
  guint bit = GPOINTER_TO_UINT (g_hash_table_lookup (pack->classes, name));

  return bit > 0 ? G_GUINT64_CONSTANT (1) << (bit - 1) : 0;
}

/**
 * apo_language_pack_get_classes:
 * @word: folded to lower case
 *
 * Returns: the classes it belongs to
 */
ApoWordClasses
apo_language_pack_get_classes (ApoLanguagePack *pack,
                               const char      *word)
{
  const ApoWordClasses *classes = g_hash_table_lookup (pack->words, word);

  return classes != NULL ? *classes : 0;
}

const ApoVerbReading *
apo_language_pack_get_verb (ApoLanguagePack *pack,
                            const char      *word)
{
  return apo_verb_forms_lookup (pack->verbs, word);
}

gboolean
apo_language_pack_has_verb (ApoLanguagePack *pack,
                            const char      *lemma)
{
  return apo_verb_forms_has_lemma (pack->verbs, lemma);
}

/**
 * apo_language_pack_get_elision:
 * @word: folded to lower case
 *
 * Returns: how many bytes of its start are an elided word (*l'*, *qu'*), or 0
 */
gsize
apo_language_pack_get_elision (ApoLanguagePack *pack,
                               const char      *word)
{
  for (guint i = 0; i < pack->elisions->len; i++)
    {
      const char *elision = g_ptr_array_index (pack->elisions, i);

      if (g_str_has_prefix (word, elision) && word[strlen (elision)] != '\0')
        return strlen (elision);
    }

  return 0;
}

/**
 * apo_language_pack_get_clitic:
 * @word: folded to lower case
 *
 * Returns: how many bytes of its end are a clitic (*-t-il*, *'s*), or 0
 */
gsize
apo_language_pack_get_clitic (ApoLanguagePack *pack,
                              const char      *word)
{
  gsize length = strlen (word);

  for (guint i = 0; i < pack->clitics->len; i++)
    {
      const char *clitic = g_ptr_array_index (pack->clitics, i);

      if (g_str_has_suffix (word, clitic) && length > strlen (clitic))
        return strlen (clitic);
    }

  return 0;
}

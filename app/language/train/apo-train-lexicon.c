/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "apo-dicollecte.h"
#include "apo-hunspell.h"
#include "apo-train.h"

/* An ending tells something when so many forms have it and so large a share of them agree. */
#define ENDING_FORMS 8
#define ENDING_SHARE 0.5

typedef struct {
  GHashTable *forms;            /* (element-type utf8 GArray): of ApoLexicalReading */
  GHashTable *class_ids;        /* (element-type GBytes uint), from 1 */
  GPtrArray *classes;           /* (element-type GArray) */
} Lexicon;

static void
add_form (const char *form,
          const char *morph,
          gpointer    data)
{
  Lexicon *self = data;
  GArray *readings = g_hash_table_lookup (self->forms, form);

  if (readings == NULL)
    {
      readings = g_array_new (FALSE, FALSE, sizeof (ApoLexicalReading));
      g_hash_table_insert (self->forms, g_strdup (form), readings);
    }
  apo_dicollecte_read (form, morph, readings);
}

static int
compare_readings (gconstpointer a,
                  gconstpointer b)
{
  ApoLexicalReading x = *(const ApoLexicalReading *) a, y = *(const ApoLexicalReading *) b;

  return x < y ? -1 : x > y;
}

/* Whether two readings differ in nothing but what they say of gender, number and person. */
static gboolean
are_alike (ApoLexicalReading a,
           ApoLexicalReading b)
{
  return ((a ^ b) & ~apo_lexical_reading_make (0, 0xff, 0)) == 0;
}

/* Sorts the readings and throws together those that are alike. */
static void
normalise (GArray *readings)
{
  guint n = 0;

  g_array_sort (readings, compare_readings);
  for (guint i = 0; i < readings->len; i++)
    {
      ApoLexicalReading reading = g_array_index (readings, ApoLexicalReading, i);
      guint k = 0;

      while (k < n && !are_alike (g_array_index (readings, ApoLexicalReading, k), reading))
        k++;
      if (k < n)
        g_array_index (readings, ApoLexicalReading, k) |= reading;
      else
        g_array_index (readings, ApoLexicalReading, n++) = reading;
    }
  g_array_set_size (readings, n);
}

static guint
ensure_class (Lexicon *self,
              GArray  *readings)
{
  g_autoptr (GBytes) key = g_bytes_new (readings->data,
                                        readings->len * sizeof (ApoLexicalReading));
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->class_ids, key));

  if (id == 0)
    {
      g_ptr_array_add (self->classes, g_array_ref (readings));
      id = self->classes->len;
      g_hash_table_insert (self->class_ids, g_steal_pointer (&key), GUINT_TO_POINTER (id));
    }

  return id;
}

/* How many forms of each class have an ending. */
typedef struct {
  guint n;
  GHashTable *by_class;         /* (element-type uint uint) */
} Ending;

static void
ending_free (gpointer data)
{
  Ending *ending = data;

  g_hash_table_unref (ending->by_class);
  g_free (ending);
}

static void
count_ending (GHashTable *endings,
              guint64     hash,
              guint       class)
{
  Ending *ending = g_hash_table_lookup (endings, &hash);
  guint count;

  if (ending == NULL)
    {
      ending = g_new0 (Ending, 1);
      ending->by_class = g_hash_table_new (NULL, NULL);
      g_hash_table_insert (endings, g_memdup2 (&hash, sizeof hash), ending);
    }
  count = GPOINTER_TO_UINT (g_hash_table_lookup (ending->by_class, GUINT_TO_POINTER (class)));
  g_hash_table_insert (ending->by_class, GUINT_TO_POINTER (class), GUINT_TO_POINTER (count + 1));
  ending->n++;
}

/* The class that most forms have, the lowest of several; 0 where there are too few. */
static guint
choose_class (Ending *ending)
{
  GHashTableIter iter;
  gpointer class, count;
  guint best = 0, most = 0;

  g_hash_table_iter_init (&iter, ending->by_class);
  while (g_hash_table_iter_next (&iter, &class, &count))
    if (GPOINTER_TO_UINT (count) > most
        || (GPOINTER_TO_UINT (count) == most && GPOINTER_TO_UINT (class) < best))
      {
        best = GPOINTER_TO_UINT (class);
        most = GPOINTER_TO_UINT (count);
      }

  return ending->n >= ENDING_FORMS && most >= ENDING_SHARE * ending->n ? best : 0;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_forms (Lexicon *self)
{
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer form;

  g_hash_table_iter_init (&iter, self->forms);
  while (g_hash_table_iter_next (&iter, &form, NULL))
    g_ptr_array_add (list, form);
  g_ptr_array_sort (list, compare_strings);

  return list;
}

static void
collect (Lexicon *self,
         GArray  *forms,
         GArray  *endings)
{
  g_autoptr (GPtrArray) list = list_forms (self);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                         ending_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer hash, ending;

  for (guint i = 0; i < list->len; i++)
    {
      const char *form = g_ptr_array_index (list, i);
      GArray *readings = g_hash_table_lookup (self->forms, form);
      ApoLexicalEntry entry;
      ApoWord word;

      normalise (readings);
      if (readings->len == 0)
        continue;
      apo_word_init (&word, form, strlen (form));
      entry = (ApoLexicalEntry) { word.form, ensure_class (self, readings) };
      if (!g_hash_table_add (seen, g_memdup2 (&word.form, sizeof word.form)))
        continue;
      g_array_append_val (forms, entry);

      for (guint k = 1; k < APO_WORD_SUFFIXES && word.form == word.lower; k++)
        if (word.suffix[k] != word.lower)
          count_ending (counts, word.suffix[k], entry.class);
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &hash, &ending))
    {
      ApoLexicalEntry entry = { *(guint64 *) hash, choose_class (ending) };

      if (entry.class != 0)
        g_array_append_val (endings, entry);
    }
}

static gboolean
write_lexicon (Lexicon     *self,
               const char  *path,
               GError     **error)
{
  g_autoptr (GArray) forms = g_array_new (FALSE, FALSE, sizeof (ApoLexicalEntry));
  g_autoptr (GArray) endings = g_array_new (FALSE, FALSE, sizeof (ApoLexicalEntry));

  collect (self, forms, endings);
  g_print ("%u forms, %u endings, %u classes\n", forms->len, endings->len, self->classes->len);

  return apo_lexicon_write (path, (ApoLexicalEntry *) forms->data, forms->len,
                            (ApoLexicalEntry *) endings->data, endings->len, self->classes, error);
}

/**
 * apo_train_lexicon:
 *
 * `lexicon OUT.model WORDS.aff WORDS.dic`: bakes the forms of a Hunspell dictionary with Dicollecte's
 * tags.
 */
gboolean
apo_train_lexicon (int      argc,
                   char   **argv,
                   GError **error)
{
  Lexicon self;
  gboolean good;

  if (!apo_train_parse (NULL, &argc, &argv, 3, error))
    return FALSE;

  self.forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_array_unref);
  self.class_ids = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                                          (GDestroyNotify) g_bytes_unref, NULL);
  self.classes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  good = apo_hunspell_expand (argv[2], argv[3], add_form, &self, error)
         && write_lexicon (&self, argv[1], error);

  g_ptr_array_unref (self.classes);
  g_hash_table_unref (self.class_ids);
  g_hash_table_unref (self.forms);

  return good;
}

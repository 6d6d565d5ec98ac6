/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-lexicon.h"

#include <string.h>

/*
 * How a table of hashes lies in memory: where the entries of each bucket begin, and where the last
 * ones end; the entries, each with sixteen bits that tell it from the others of its bucket
 * and its class.  A word that is not in the table passes for one that is once in some ten thousand.
 */
typedef struct {
  guint16 tag;
  guint16 class;
} Entry;

typedef struct {
  guint bits;                   /* 2^bits buckets */
  const guint32 *starts;
  const Entry *entries;
} Table;

struct _ApoLexicon {
  Table forms;
  Table endings;
  guint n_classes;
  const guint32 *starts;        /* by class: in @readings */
  const ApoLexicalReading *readings;
  GBytes *sections[3];
};

#define MAX_BITS 24

/* The highest bits choose the bucket, the lowest tell its entries apart. */
static guint
find (const Table *table,
      guint64      hash)
{
  guint bucket = hash >> (64 - table->bits);

  for (guint i = table->starts[bucket]; i < table->starts[bucket + 1]; i++)
    if (table->entries[i].tag == (hash & 0xffff))
      return table->entries[i].class;

  return 0;
}

static gboolean
is_rising (const guint32 *starts,
           guint          n,
           guint          end)
{
  for (guint i = 0; i < n; i++)
    if (starts[i] > starts[i + 1])
      return FALSE;

  return starts[0] == 0 && starts[n] == end;
}

static gboolean
load_table (Table  *table,
            GBytes *bytes,
            guint   n_classes)
{
  gsize size;
  const guint32 *data = g_bytes_get_data (bytes, &size);
  gsize n_starts, n_entries;

  if (size < sizeof *data || data[0] == 0 || data[0] > MAX_BITS)
    return FALSE;

  table->bits = data[0];
  n_starts = ((gsize) 1 << table->bits) + 1;
  if (size / sizeof *data < 1 + n_starts)
    return FALSE;

  n_entries = size / sizeof *data - 1 - n_starts;
  table->starts = data + 1;
  table->entries = (const Entry *) (data + 1 + n_starts);
  for (gsize i = 0; i < n_entries; i++)
    if (table->entries[i].class == 0 || table->entries[i].class > n_classes)
      return FALSE;

  return is_rising (table->starts, n_starts - 1, n_entries);
}

static gboolean
load_classes (ApoLexicon *self,
              GBytes     *bytes)
{
  gsize size;
  const guint32 *data = g_bytes_get_data (bytes, &size);
  gsize n = size / sizeof *data;

  if (n < 3 || data[0] == 0 || data[0] > APO_LEXICON_MAX_CLASSES || n < 2 + data[0] + 1)
    return FALSE;

  self->n_classes = data[0];
  self->starts = data + 1;
  self->readings = data + 2 + self->n_classes;

  return is_rising (self->starts, self->n_classes, n - 2 - self->n_classes);
}

/**
 * apo_lexicon_new:
 *
 * Returns: (transfer full) (nullable): the lexicon of a model file, or an #ApoLanguageError
 */
ApoLexicon *
apo_lexicon_new (ApoModelFile  *file,
                 GError       **error)
{
  static const char * const names[] = { "classes", "forms", "endings" };
  g_autoptr (ApoLexicon) self = g_new0 (ApoLexicon, 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GBytes *bytes = apo_model_file_get_section (file, names[i], error);

      if (bytes == NULL)
        return NULL;
      self->sections[i] = g_bytes_ref (bytes);
    }

  if (!load_classes (self, self->sections[0])
      || !load_table (&self->forms, self->sections[1], self->n_classes)
      || !load_table (&self->endings, self->sections[2], self->n_classes))
    {
      apo_model_file_set_error (file, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
apo_lexicon_free (ApoLexicon *lexicon)
{
  for (guint i = 0; i < G_N_ELEMENTS (lexicon->sections); i++)
    g_clear_pointer (&lexicon->sections[i], g_bytes_unref);
  g_free (lexicon);
}

static guint
find_form (const ApoLexicon *self,
           const ApoWord    *word)
{
  guint class = find (&self->forms, word->form);

  if (class == 0 && word->lower != word->form)
    class = find (&self->forms, word->lower);
  if (class == 0 && word->title != word->form)
    class = find (&self->forms, word->title);
  if (class == 0 && word->part != word->lower)
    class = find (&self->forms, word->part);

  return class;
}

/**
 * apo_lexicon_look_up:
 * @word: as apo_word_init() left it
 *
 * Fills in the class of a word: that of its form, else of the same in small letters, as a name, of
 * what follows its last hyphen; else the one that its ending lets expect.
 */
void
apo_lexicon_look_up (const ApoLexicon *lexicon,
                     ApoWord          *word)
{
  const ApoLexicalReading *readings;
  guint n;

  word->lexical = find_form (lexicon, word);
  for (guint i = APO_WORD_SUFFIXES; word->lexical == 0 && i > 1; i--)
    {
      word->lexical = find (&lexicon->endings, word->suffix[i - 1]);
      if (word->lexical != 0)
        word->lexical |= APO_WORD_GUESSED;
    }

  word->poses = word->forms = 0;
  readings = apo_lexicon_get_readings (lexicon, word, &n);
  for (guint i = 0; i < n; i++)
    {
      ApoTag tag = apo_lexical_reading_get_tag (readings[i]);

      word->poses |= 1u << apo_tag_get_pos (tag);
      if (!(word->lexical & APO_WORD_GUESSED))
        word->forms |= apo_tag_get_form (tag);
    }
}

/**
 * apo_lexicon_get_readings:
 * @word: after apo_lexicon_look_up()
 *
 * Returns: (array length=n_readings) (transfer none): what the word can be
 */
const ApoLexicalReading *
apo_lexicon_get_readings (const ApoLexicon *lexicon,
                          const ApoWord    *word,
                          guint            *n_readings)
{
  guint class = word->lexical & ~APO_WORD_GUESSED;

  if (class == 0 || class > lexicon->n_classes)
    {
      *n_readings = 0;
      return NULL;
    }

  *n_readings = lexicon->starts[class] - lexicon->starts[class - 1];

  return lexicon->readings + lexicon->starts[class - 1];
}

/**
 * apo_lexicon_get_morph:
 * @word: after apo_lexicon_look_up(), with its tag
 *
 * Returns: gender, number and person of the readings that fit the tag, #ApoMorph flags
 */
guint
apo_lexicon_get_morph (const ApoLexicon *lexicon,
                       const ApoWord    *word)
{
  const ApoLexicalReading *readings;
  guint n, same_tag = 0, same_pos = 0;

  readings = apo_lexicon_get_readings (lexicon, word, &n);
  for (guint i = 0; i < n; i++)
    {
      ApoTag tag = apo_lexical_reading_get_tag (readings[i]);

      if (tag == word->tag)
        same_tag |= apo_lexical_reading_get_morph (readings[i]);
      if (apo_tag_get_pos (tag) == apo_word_get_pos (word))
        same_pos |= apo_lexical_reading_get_morph (readings[i]);
    }

  return same_tag != 0 ? same_tag : same_pos;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  guint64 x = ((const ApoLexicalEntry *) a)->hash, y = ((const ApoLexicalEntry *) b)->hash;

  return x < y ? -1 : x > y;
}

/* Eight entries a bucket. */
static GBytes *
pack_table (ApoLexicalEntry *entries,
            guint            n)
{
  GArray *out = g_array_new (FALSE, TRUE, sizeof (guint32));
  guint bits = 4, next = 0;
  gsize size;

  while (bits < MAX_BITS && (1u << bits) < n / 8)
    bits++;
  qsort (entries, n, sizeof *entries, compare_entries);

  g_array_append_val (out, bits);
  for (guint bucket = 0; bucket < 1u << bits; bucket++)
    {
      g_array_append_val (out, next);
      while (next < n && entries[next].hash >> (64 - bits) == bucket)
        next++;
    }
  g_array_append_val (out, next);
  for (guint i = 0; i < n; i++)
    {
      Entry entry = { entries[i].hash & 0xffff, entries[i].class };
      guint32 word;

      memcpy (&word, &entry, sizeof word);
      g_array_append_val (out, word);
    }

  size = out->len * sizeof (guint32);

  return g_bytes_new_take (g_array_free (out, FALSE), size);
}

static GBytes *
pack_classes (GPtrArray *classes)
{
  GArray *out = g_array_new (FALSE, TRUE, sizeof (guint32));
  guint32 at = 0;
  gsize size;

  g_array_append_val (out, classes->len);
  for (guint i = 0; i < classes->len; i++)
    {
      g_array_append_val (out, at);
      at += ((GArray *) g_ptr_array_index (classes, i))->len;
    }
  g_array_append_val (out, at);
  for (guint i = 0; i < classes->len; i++)
    {
      GArray *readings = g_ptr_array_index (classes, i);

      g_array_append_vals (out, readings->data, readings->len);
    }

  size = out->len * sizeof (guint32);

  return g_bytes_new_take (g_array_free (out, FALSE), size);
}

/**
 * apo_lexicon_write:
 * @forms: hashes as of #ApoWord.form; sorted in place
 * @endings: hashes as of #ApoWord.suffix; sorted in place
 * @classes: (element-type GArray): for each class, its #ApoLexicalReading
 *
 * Writes a lexicon for apo_lexicon_new().
 */
gboolean
apo_lexicon_write (const char       *path,
                   ApoLexicalEntry  *forms,
                   guint             n_forms,
                   ApoLexicalEntry  *endings,
                   guint             n_endings,
                   GPtrArray        *classes,
                   GError          **error)
{
  g_autoptr (GBytes) packed_classes = pack_classes (classes);
  g_autoptr (GBytes) packed_forms = pack_table (forms, n_forms);
  g_autoptr (GBytes) packed_endings = pack_table (endings, n_endings);
  const ApoModelSection sections[] = {
    { "classes", packed_classes }, { "forms", packed_forms }, { "endings", packed_endings },
  };

  return apo_model_file_write (path, sections, G_N_ELEMENTS (sections), error);
}

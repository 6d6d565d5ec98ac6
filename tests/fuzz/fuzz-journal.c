/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"
#include "apo-journal-format.h"
#include "apo-replay.h"

#include <stdint.h>
#include <string.h>

/* Any bytes are refused with a sentence, or give as many changes as hold; what comes of them can be
 * saved and read again without damage, undone and done again.  With clang -fsanitize=fuzzer this
 * file is a fuzz target; built as it is, it runs over the files of corpus/journal, and over journals
 * that are made of them by changing what their records say, as a test. */

#ifdef __SANITIZE_ADDRESS__
#define N_MUTATIONS 500
#else
#define N_MUTATIONS 2000
#endif

int    LLVMFuzzerTestOneInput  (const uint8_t *data,
                                size_t         size);
size_t LLVMFuzzerCustomMutator (uint8_t       *data,
                                size_t         size,
                                size_t         max_size,
                                unsigned int   seed);

static ApoDossier *
check_dossier (ApoDossier *dossier)
{
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (dossier);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  ApoDossier *read = apo_dossier_file_parse (bytes, "x", &problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  return read;
}

static void
check_replayed (ApoReplayed *replayed)
{
  g_autoptr (ApoDossier) read = check_dossier (replayed->dossier);
  g_autoptr (GBytes) before = apo_dossier_file_serialize (replayed->dossier);
  g_autoptr (GBytes) after = NULL;
  guint n = 0;

  while (apo_history_can_undo (replayed->history))
    {
      apo_history_undo (replayed->history);
      n++;
    }
  for (; n > 0; n--)
    apo_history_redo (replayed->history);
  after = apo_dossier_file_serialize (replayed->dossier);
  g_assert_true (g_bytes_equal (before, after));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoJournalContent) content = apo_journal_decode (bytes, "x", &error);
  g_autoptr (ApoReplayed) replayed = NULL;
  g_auto (GStrv) names = NULL;

  if (content == NULL)
    {
      g_assert_true (error != NULL && error->domain == APO_DOSSIER_ERROR);
      return 0;
    }

  names = apo_replay_dup_names (content, 0);
  g_assert_cmpuint (g_strv_length (names), <=, content->steps->len);

  /* no file of this computer is to be read */
  g_clear_object (&content->base.file);
  if (content->base.snapshot == NULL)
    return 0;

  replayed = apo_replay (NULL, content, &error);
  if (replayed != NULL)
    check_replayed (replayed);
  else
    g_assert_true (error != NULL && error->domain == APO_DOSSIER_ERROR);

  return 0;
}

static const char *
pick_string (GRand      *rand,
             const char *old)
{
  static const char *const strings[] = {
    "", "x", "text", "set", "add", "remove", "zzzzz-a1", "zzzzz-c9", "content", "reported-by",
    "name", "article", "position", "log", "{\"id\": 1}", "{\"new\": [1, 2]}", "{", "\xC3\xA9",
  };
  guint i = g_rand_int_range (rand, 0, 2 * G_N_ELEMENTS (strings));

  return i < G_N_ELEMENTS (strings) ? strings[i] : old;
}

static guint64
pick_number (GRand  *rand,
             guint64 old)
{
  static const guint64 numbers[] = {
    0, 1, 2, 5, 6, 100, 255, G_MAXINT32, G_MAXUINT32, G_MAXINT64, G_MAXUINT64,
  };

  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))];
    case 1:
      return old + 1;
    default:
      return old - 1;
    }
}

/* A value of the same type; returns a floating one. */
static GVariant *
mutate_leaf (GVariant *value,
             GRand    *rand)
{
  switch (g_variant_classify (value))
    {
    case G_VARIANT_CLASS_STRING:
      return g_variant_new_string (pick_string (rand, g_variant_get_string (value, NULL)));
    case G_VARIANT_CLASS_BOOLEAN:
      return g_variant_new_boolean (!g_variant_get_boolean (value));
    case G_VARIANT_CLASS_BYTE:
      return g_variant_new_byte (pick_number (rand, g_variant_get_byte (value)));
    case G_VARIANT_CLASS_INT32:
      return g_variant_new_int32 (pick_number (rand, g_variant_get_int32 (value)));
    case G_VARIANT_CLASS_UINT32:
      return g_variant_new_uint32 (pick_number (rand, g_variant_get_uint32 (value)));
    case G_VARIANT_CLASS_INT64:
      return g_variant_new_int64 (pick_number (rand, g_variant_get_int64 (value)));
    case G_VARIANT_CLASS_UINT64:
      return g_variant_new_uint64 (pick_number (rand, g_variant_get_uint64 (value)));
    default:
      return value;
    }
}

/* The same with some leaves changed, and some elements of arrays missing or there twice. */
static GVariant *
mutate (GVariant *value,
        GRand    *rand,
        guint     rarity)
{
  GVariantBuilder builder;
  gsize n;
  gboolean array = g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY);

  if (!g_variant_is_container (value))
    return g_rand_int_range (rand, 0, rarity) == 0 ? mutate_leaf (value, rand) : value;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_MAYBE))
    {
      g_autoptr (GVariant) child = g_variant_get_maybe (value);

      if (child == NULL || g_rand_int_range (rand, 0, rarity) == 0)
        return g_variant_new_maybe (g_variant_type_element (g_variant_get_type (value)), NULL);
      return g_variant_new_maybe (NULL, mutate (child, rand, rarity));
    }

  n = g_variant_n_children (value);
  g_variant_builder_init (&builder, g_variant_get_type (value));
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
      guint times = !array ? 1 : g_rand_int_range (rand, 0, rarity) == 0
                                 ? (guint) g_rand_int_range (rand, 0, 3) : 1;

      for (; times > 0; times--)
        g_variant_builder_add_value (&builder, mutate (child, rand, rarity));
    }

  return g_variant_builder_end (&builder);
}

static void
append (GByteArray *out,
        GBytes     *record)
{
  g_byte_array_append (out, g_bytes_get_data (record, NULL), g_bytes_get_size (record));
  g_bytes_unref (record);
}

/* Writes a step, once, twice or not at all, as it is or changed. */
static void
append_step (GByteArray           *out,
             const ApoJournalStep *step,
             guint64              *number,
             GRand                *rand)
{
  static const guint8 times[] = { 1, 1, 1, 1, 1, 1, 0, 2 };

  for (guint n = times[g_rand_int_range (rand, 0, G_N_ELEMENTS (times))]; n > 0; n--)
    {
      ApoJournalStep changed = *step;
      g_autoptr (GVariant) command = NULL;

      changed.number = ++*number;
      if (g_rand_int_range (rand, 0, 3) == 0)
        {
          command = g_variant_ref_sink (mutate (step->command, rand,
                                                g_rand_int_range (rand, 2, 40)));
          changed.command = command;
        }
      if (g_rand_int_range (rand, 0, 8) == 0)
        changed.step = g_rand_int_range (rand, 0, APO_HISTORY_N_STEPS + 1);
      if (g_rand_int_range (rand, 0, 8) == 0)
        changed.position = pick_number (rand, changed.position);
      append (out, apo_journal_encode_step (&changed));
    }
}

/* Another journal, with good checksums; NULL if @data is none. */
static GByteArray *
mutate_journal (const uint8_t *data,
                size_t         size,
                guint32        seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (ApoJournalContent) content = apo_journal_decode (bytes, "x", NULL);
  GByteArray *out;
  guint64 number = 0;

  if (content == NULL)
    return NULL;

  out = g_byte_array_new ();
  append (out, apo_journal_encode_base (&content->base));
  for (guint i = 0; i < content->steps->len; i++)
    {
      guint other = g_rand_int_range (rand, 0, 10) > 0
                    ? i : (guint) g_rand_int_range (rand, 0, content->steps->len);

      append_step (out, content->steps->pdata[other], &number, rand);
      if (g_rand_int_range (rand, 0, 20) == 0)
        {
          ApoJournalMark mark = { (char *) "0", number, number };

          append (out, apo_journal_encode_mark (&mark));
        }
    }

  /* sometimes a byte that no checksum knows of */
  if (g_rand_int_range (rand, 0, 10) == 0)
    out->data[g_rand_int_range (rand, 0, out->len)] ^= 1 << g_rand_int_range (rand, 0, 8);

  return out;
}

size_t
LLVMFuzzerCustomMutator (uint8_t     *data,
                         size_t       size,
                         size_t       max_size,
                         unsigned int seed)
{
  g_autoptr (GByteArray) mutated = mutate_journal (data, size, seed);
  size_t length;

  if (mutated == NULL)
    return size;

  length = MIN (mutated->len, max_size);
  memcpy (data, mutated->data, length);

  return length;
}

#ifndef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
static void
test_file (gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (data, &content, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) content, length);

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (GByteArray) mutated = mutate_journal ((const uint8_t *) content, length, i);

      if (mutated != NULL)
        LLVMFuzzerTestOneInput (mutated->data, mutated->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);

  folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "journal", NULL);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/fuzz-journal/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_file, g_free);
    }

  return g_test_run ();
}
#endif

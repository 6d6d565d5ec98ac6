/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"

#include <json-glib/json-glib.h>
#include <stdint.h>
#include <string.h>

/* Any bytes are refused with a sentence, or give a dossier that can be saved and read again without
 * damage, with the same bytes each time.  With clang -fsanitize=fuzzer this file is a fuzz target;
 * built as it is, it runs over the files of corpus/dossier, and over dossiers that are made of them
 * by changing values of their JSON, as a test. */

#define N_MUTATIONS 100

/* In the mutations of a file; a small one is changed at every second place or so. */
#define MAX_RARITY 60

int    LLVMFuzzerTestOneInput  (const uint8_t *data,
                                size_t         size);
size_t LLVMFuzzerCustomMutator (uint8_t       *data,
                                size_t         size,
                                size_t         max_size,
                                unsigned int   seed);
size_t LLVMFuzzerMutate        (uint8_t       *data,
                                size_t         size,
                                size_t         max_size);

const char *__asan_default_options (void);

/* What json-glib leaks of malformed files is told from our own leaks by whole stacks only. */
const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0";
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) problems_after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoDossier) dossier = apo_dossier_file_parse (bytes, "x", &problems, &error);
  g_autoptr (ApoDossier) again = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  if (dossier == NULL)
    {
      g_assert_true (error != NULL && error->domain == APO_DOSSIER_ERROR);
      return 0;
    }

  first = apo_dossier_file_serialize (dossier);
  again = apo_dossier_file_parse (first, "x", &problems_after, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems_after->len, ==, 0);
  second = apo_dossier_file_serialize (again);
  g_assert_true (g_bytes_equal (first, second));

  return 0;
}

static JsonNode *
pick_value (GRand    *rand,
            JsonNode *old)
{
  static const char *const values[] = {
    "null", "true", "false", "0", "1", "-1", "7", "31", "99999", "4294967295", "9223372036854775807",
    "1.5", "\"\"", "\"x\"", "\"none\"", "\"name\"", "\"2024-05-03\"", "\"2024-05\"",
    "\"bcdfg-a2\"", "\"bcdfg-c4\"", "\"d\"", "\"a{sv}\"", "[]", "[0, 3]", "[3, 0]", "[[0, 3]]",
    "[[0, 3, \"name\"]]", "{}", "{\"type\": \"d\", \"value\": 1}",
  };
  gint64 number;

  if (json_node_get_value_type (old) == G_TYPE_INT64 && g_rand_boolean (rand))
    {
      number = json_node_get_int (old);
      number = g_rand_boolean (rand) ? MIN (number, G_MAXINT64 - 1) + 1
                                     : MAX (number, G_MININT64 + 1) - 1;
      return json_node_init_int (json_node_alloc (), number);
    }

  return json_from_string (values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))], NULL);
}

/* The same with some values changed, and some elements and members missing or there twice. */
static JsonNode *
mutate (JsonNode *node,
        GRand    *rand,
        guint     rarity)
{
  JsonNode *mutated = json_node_alloc ();

  if (JSON_NODE_HOLDS_OBJECT (node) && g_rand_int_range (rand, 0, 4 * rarity) > 0)
    {
      g_autoptr (JsonObject) object = json_object_new ();
      JsonObjectIter iter;
      const char *key;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &key, &member))
        if (g_rand_int_range (rand, 0, 2 * rarity) > 0)
          json_object_set_member (object, g_rand_int_range (rand, 0, 2 * rarity) > 0 ? key : "later",
                                  mutate (member, rand, rarity));
      return json_node_init_object (mutated, object);
    }
  if (JSON_NODE_HOLDS_ARRAY (node) && g_rand_int_range (rand, 0, 4 * rarity) > 0)
    {
      g_autoptr (JsonArray) array = json_array_new ();

      for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
        for (guint n = g_rand_int_range (rand, 0, 2 * rarity) > 0 ? 1 : 2 * g_rand_boolean (rand);
             n > 0; n--)
          json_array_add_element (array, mutate (json_array_get_element (json_node_get_array (node),
                                                                         i), rand, rarity));
      return json_node_init_array (mutated, array);
    }

  json_node_free (mutated);

  return g_rand_int_range (rand, 0, rarity) > 0 ? json_node_copy (node) : pick_value (rand, node);
}

/* Another dossier; NULL if @data is no JSON that can be read. */
static char *
mutate_dossier (const uint8_t *data,
                size_t         size,
                guint32        seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (ApoDossier) dossier = apo_dossier_file_parse (bytes, "x", &problems, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) mutated = NULL;

  /* the reader knows what json-glib must not see */
  if (dossier == NULL || !json_parser_load_from_data (parser, (const char *) data, size, NULL))
    return NULL;

  mutated = mutate (json_parser_get_root (parser), rand, g_rand_int_range (rand, 2, MAX_RARITY));

  return json_to_string (mutated, FALSE);
}

size_t
LLVMFuzzerCustomMutator (uint8_t     *data,
                         size_t       size,
                         size_t       max_size,
                         unsigned int seed)
{
  g_autofree char *mutated = seed % 4 > 0 ? mutate_dossier (data, size, seed) : NULL;
  size_t length;

#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
  if (mutated == NULL)
    return LLVMFuzzerMutate (data, size, max_size);
#endif
  if (mutated == NULL)
    return size;

  length = MIN (strlen (mutated), max_size);
  memcpy (data, mutated, length);

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
      g_autofree char *mutated = mutate_dossier ((const uint8_t *) content, length, i);

      if (mutated != NULL)
        LLVMFuzzerTestOneInput ((const uint8_t *) mutated, strlen (mutated));
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

  folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "dossier", NULL);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/fuzz-dossier/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_file, g_free);
    }

  return g_test_run ();
}
#endif

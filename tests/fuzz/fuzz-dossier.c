/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"
#include "apo-fuzz.h"
#include "apo-migration.h"

#include <string.h>

/* Any bytes are refused with a sentence, or give a dossier that can be saved and read again without
 * damage, with the same bytes each time. */

/* Of so many dossiers one is also led through versions of the schema that change nothing. */
#define MIGRATION_RARITY 16

static void
keep (JsonObject *root)
{
}

/* A dossier that is made one of a later version says that, and all else as before. */
static void
check_migration (GBytes *bytes)
{
  static const ApoMigrationStep steps[] = { keep, keep };
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonNode) migrated = NULL;
  JsonNode *root;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (json_parser_load_from_data (parser, data, length, NULL));
  root = json_parser_get_root (parser);
  migrated = apo_migrate (root, 1, steps, G_N_ELEMENTS (steps) + 1);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "version"), ==,
                   APO_DOSSIER_VERSION);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (migrated), "version"), ==,
                   G_N_ELEMENTS (steps) + 1);
  json_object_set_int_member (json_node_get_object (migrated), "version", APO_DOSSIER_VERSION);
  g_assert_true (json_node_equal (root, migrated));
}

static void
check (const uint8_t *data,
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
      return;
    }

  first = apo_dossier_file_serialize (dossier);
  again = apo_dossier_file_parse (first, "x", &problems_after, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems_after->len, ==, 0);
  second = apo_dossier_file_serialize (again);
  g_assert_true (g_bytes_equal (first, second));
  if (g_bytes_hash (first) % MIGRATION_RARITY == 0)
    check_migration (first);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  check (data, size);
  apo_fuzz_find_leaks ();

  return 0;
}

size_t
LLVMFuzzerCustomMutator (uint8_t     *data,
                         size_t       size,
                         size_t       max_size,
                         unsigned int seed)
{
  ApoBuffer buffer = { (char *) data, size, max_size };
  ApoChance chance = { seed };

  apo_fuzz_dossier (&buffer, FALSE, &chance);

  return buffer.size;
}

size_t
LLVMFuzzerCustomCrossOver (const uint8_t *one,
                           size_t         one_size,
                           const uint8_t *two,
                           size_t         two_size,
                           uint8_t       *out,
                           size_t         max_size,
                           unsigned int   seed)
{
  ApoBuffer buffer = { (char *) out, MIN (one_size, max_size), max_size };
  ApoChance chance = { seed };

  memcpy (out, one, buffer.size);
  apo_fuzz_cross (&buffer, (const char *) two, two_size, FALSE, &chance);

  return buffer.size;
}

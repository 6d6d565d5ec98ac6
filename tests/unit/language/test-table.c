/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-table.h"

#include <string.h>

static void
test_rows (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoTable) table = apo_table_parse ("t", "# people\n\na\tb \r\n c\n", -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (apo_table_get_n_rows (table), ==, 2);
  g_assert_cmpuint (apo_table_get_n_cells (table, 0), ==, 2);
  g_assert_cmpstr (apo_table_get (table, 0, 1), ==, "b");
  g_assert_cmpstr (apo_table_get (table, 1, 0), ==, "c");
  g_assert_cmpstr (apo_table_get (table, 1, 7), ==, "");
}

static void
test_damage (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoTable) table = apo_table_parse ("words.tsv", "# one\na\tb\nc\t\n", -1, NULL);

  g_assert_true (apo_table_require (table, 0, 2, &error));
  g_assert_no_error (error);
  g_assert_false (apo_table_require (table, 1, 2, &error));
  g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "words.tsv"));
  g_assert_nonnull (strstr (error->message, "3"));
}

static void
test_unreadable (void)
{
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) damaged = NULL;

  g_assert_null (apo_table_load ("/nowhere/words.tsv", &missing));
  g_assert_error (missing, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_MISSING);
  g_assert_null (apo_table_parse ("words.tsv", "a\xFF\n", -1, &damaged));
  g_assert_error (damaged, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table/rows", test_rows);
  g_test_add_func ("/table/damage", test_damage);
  g_test_add_func ("/table/unreadable", test_unreadable);

  return g_test_run ();
}

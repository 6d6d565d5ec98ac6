/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-find.h"

static void
test_find (void)
{
  static const struct {
    const char *text;
    const char *query;
    guint n_found;
    ApoSpan first;
  } table[] = {
    { "L’été, l'été, L'ÉTÉ", "l’été", 3, { 0, 5 } },
    { "« Non », dit-il", "\" non", 1, { 0, 5 } },
    { "un\u00A0deux", "un deux", 1, { 0, 7 } },
    { "aaaa", "aa", 2, { 0, 2 } },
    { "abc", "", 0, { 0, 0 } },
    { "", "a", 0, { 0, 0 } },
    { "abc", "abcd", 0, { 0, 0 } },
    { "🜚🜚x", "X", 1, { 2, 3 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (ApoText) text = apo_text_new (table[i].text, -1);
      g_autoptr (GArray) found = apo_reader_find (text, table[i].query);

      g_assert_cmpuint (found->len, ==, table[i].n_found);
      if (found->len > 0)
        g_assert_true (apo_span_equal (g_array_index (found, ApoSpan, 0), table[i].first));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/find/table", test_find);

  return g_test_run ();
}

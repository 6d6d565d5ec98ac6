/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-span.h"

static void
test_common (void)
{
  static const struct {
    ApoSpan a;
    ApoSpan b;
    guint common;
  } table[] = {
    { { 0, 5 }, { 5, 9 }, 0 },
    { { 0, 5 }, { 4, 9 }, 1 },
    { { 0, 9 }, { 2, 4 }, 2 },
    { { 3, 3 }, { 0, 9 }, 0 },
    { { 7, 2 }, { 0, 9 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_assert_cmpuint (apo_span_get_common (table[i].a, table[i].b), ==, table[i].common);
      g_assert_cmpuint (apo_span_get_common (table[i].b, table[i].a), ==, table[i].common);
      if (apo_span_get_length (table[i].a) > 0)
        g_assert_cmpint (apo_span_overlaps (table[i].a, table[i].b), ==, table[i].common > 0);
    }
}

static void
test_lists (void)
{
  const ApoSpan a[] = { { 0, 4 }, { 10, 20 } };
  const ApoSpan b[] = { { 2, 12 }, { 18, 30 } };

  g_assert_cmpuint (apo_spans_get_length (a, 2), ==, 14);
  g_assert_cmpuint (apo_spans_get_common (a, 2, b, 2), ==, 2 + 2 + 2);
  g_assert_true (apo_spans_contain (a, 2, APO_SPAN (11, 20)));
  g_assert_false (apo_spans_contain (a, 2, APO_SPAN (3, 11)));
  g_assert_cmpuint (apo_spans_get_length (a, 0), ==, 0);
}

static void
test_order (void)
{
  g_autoptr (GArray) spans = apo_spans_new ();
  const ApoSpan unsorted[] = { { 5, 6 }, { 0, 2 }, { 0, 9 }, { 5, 8 } };
  const ApoSpan sorted[] = { { 0, 9 }, { 0, 2 }, { 5, 8 }, { 5, 6 } };

  g_array_append_vals (spans, unsorted, G_N_ELEMENTS (unsorted));
  g_array_sort (spans, apo_span_compare);

  for (guint i = 0; i < spans->len; i++)
    g_assert_true (apo_span_equal (g_array_index (spans, ApoSpan, i), sorted[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/span/common", test_common);
  g_test_add_func ("/base/span/lists", test_lists);
  g_test_add_func ("/base/span/order", test_order);

  return g_test_run ();
}

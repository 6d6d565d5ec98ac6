/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-word-difference.h"

#include <string.h>

/* The text with brackets around what differs. */
static char *
bracket (const char *text,
         GArray     *spans)
{
  g_autoptr (GString) marked = g_string_new (NULL);
  guint offset = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      ApoSpan span = g_array_index (spans, ApoSpan, i);
      const char *start = g_utf8_offset_to_pointer (text, span.start);
      const char *end = g_utf8_offset_to_pointer (text, span.end);
      const char *rest = g_utf8_offset_to_pointer (text, offset);

      g_assert_cmpuint (span.start, >=, offset);
      g_assert_cmpuint (span.start, <, span.end);
      g_string_append_len (marked, rest, start - rest);
      g_string_append_printf (marked, "[%.*s]", (int) (end - start), start);
      offset = span.end;
    }
  g_string_append (marked, g_utf8_offset_to_pointer (text, offset));

  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
assert_marks (const char *first,
              const char *second,
              const char *expected_first,
              const char *expected_second)
{
  g_autoptr (GArray) only_first = NULL;
  g_autoptr (GArray) only_second = NULL;
  g_autofree char *marked_first = NULL;
  g_autofree char *marked_second = NULL;

  apo_words_compare (first, second, &only_first, &only_second);
  marked_first = bracket (first, only_first);
  marked_second = bracket (second, only_second);
  g_assert_cmpstr (marked_first, ==, expected_first);
  g_assert_cmpstr (marked_second, ==, expected_second);
}

static void
test_cases (void)
{
  static const char *const cases[][4] = {
    { "", "", "", "" },
    { "one", "", "[one]", "" },
    { "", "one two", "", "[one two]" },
    { "one two three", "one two three", "one two three", "one two three" },
    { "one two three", "one 2 three", "one [two] three", "one [2] three" },
    { "one two three", "one three", "one [two] three", "one three" },
    { "one three", "one two three", "one three", "one [two] three" },
    { "a b c d", "a x y d", "a [b c] d", "a [x y] d" },
    { "a b c d e", "a x c y e", "a [b] c [d] e", "a [x] c [y] e" },
    /* how it is spaced makes no difference */
    { "one  two\nthree", "one two three", "one  two\nthree", "one two three" },
    { "l'été « ici »", "l’été \"là\"", "l'été « [ici] »", "l’été \"[là]\"" },
    /* offsets are code points; an apostrophe parts two words */
    { "l’été à Tbilissi", "l’hiver à Tbilissi", "l’[été] à Tbilissi", "l’[hiver] à Tbilissi" },
    { "Il aurait signé.", "Il a signé !", "Il [aurait] signé[.]", "Il [a] signé [!]" },
    { "五月一日", "五月二日", "五月[一]日", "五月[二]日" },
    { "moved here gone", "gone moved here", "moved here [gone]", "[gone] moved here" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_marks (cases[i][0], cases[i][1], cases[i][2], cases[i][3]);
      assert_marks (cases[i][1], cases[i][0], cases[i][3], cases[i][2]);
    }
}

/* Too much to compare: what both begin and end with is still found. */
static void
test_long (void)
{
  g_autoptr (GString) first = g_string_new ("same ");
  g_autoptr (GString) second = g_string_new ("same ");
  g_autoptr (GArray) only_first = NULL;
  g_autoptr (GArray) only_second = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (first, "a%u ", i);
      g_string_append_printf (second, "b%u ", i);
    }
  g_string_append (first, "end");
  g_string_append (second, "end");

  apo_words_compare (first->str, second->str, &only_first, &only_second);
  g_assert_cmpuint (only_first->len, ==, 1);
  g_assert_cmpuint (g_array_index (only_first, ApoSpan, 0).start, ==, strlen ("same "));
  g_assert_cmpuint (g_array_index (only_first, ApoSpan, 0).end, ==, first->len - strlen (" end"));
  g_assert_cmpuint (only_second->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-difference/cases", test_cases);
  g_test_add_func ("/word-difference/long", test_long);

  return g_test_run ();
}

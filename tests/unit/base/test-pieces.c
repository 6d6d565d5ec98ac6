/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-pieces.h"

#include <string.h>

/* What is displayed, with a bar for each break that the text does not have. */
static char *
dup_with_bars (const char *utf8,
               gsize       longest,
               gsize       piece)
{
  g_autoptr (ApoText) text = apo_text_new (utf8, -1);
  g_autoptr (ApoPieces) pieces = apo_pieces_new (text, longest, piece);
  gsize n_bytes;
  char *displayed = apo_pieces_dup_displayed (pieces, &n_bytes);

  g_assert_cmpuint (strlen (displayed), ==, n_bytes);
  for (guint i = 0; i < apo_pieces_get_n_breaks (pieces); i++)
    {
      char *p = g_utf8_offset_to_pointer (displayed, apo_pieces_get_break (pieces, i));

      g_assert_cmpint (*p, ==, '\n');
      *p = '|';
    }

  return displayed;
}

static void
test_breaks (void)
{
  static const struct {
    const char *text;
    const char *displayed;
  } table[] = {
    { "", "" },
    { "Short enough.\n\nAnd so on.", "Short enough.\n\nAnd so on." },
    { "A line of words that goes on", "A line of words |that goes on" },
    { "One is said. Two is said too", "One is said. |Two is said too" },
    { "First part\nA line of words that goes on\n", "First part\nA line of words |that goes on\n" },
    { "abcdefghijklmnopqrst", "abcdefghijklmnop|qrst" },
    /* a no-break space holds together */
    { "à la belle page\u00A0d’or", "à la belle |page\u00A0d’or" },
    /* a letter keeps its accent */
    { "abcdefghijklmne\u0301\u0323vwx", "abcdefghijklmn|e\u0301\u0323vwx" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *displayed = dup_with_bars (table[i].text, 16, 16);

      g_assert_cmpstr (displayed, ==, table[i].displayed);
    }
}

/* What is not too long is left whole, though it is longer than a piece. */
static void
test_leaves_whole (void)
{
  g_autofree char *displayed = dup_with_bars ("Neither of these\nis longer than that.", 20, 16);

  g_assert_cmpstr (displayed, ==, "Neither of these\nis longer than that.");
}

static ApoText *
random_text (GRand *rand)
{
  static const gunichar alphabet[] = {
    'a', 'b', ' ', ' ', '.', 0xe9, 0x2019, 0x301, 0x20ac, 0x1f70a, 0x200d, 0x1f3fc, '\n',
  };
  g_autoptr (GString) string = g_string_new (NULL);
  guint length = g_rand_int_range (rand, 0, 600);
  /* fewer lines in some texts than in others */
  guint n_letters = G_N_ELEMENTS (alphabet) - g_rand_boolean (rand);

  for (guint i = 0; i < length; i++)
    g_string_append_unichar (string, alphabet[g_rand_int_range (rand, 0, n_letters)]);

  return apo_text_new (string->str, string->len);
}

/* Every character is displayed where the map says; without the breaks it is the text again. */
static void
test_map_property (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (ApoText) text = random_text (rand);
      g_autoptr (ApoPieces) pieces = apo_pieces_new (text, 0, g_rand_int_range (rand, 16, 80));
      guint length = apo_text_get_length (text);
      glong n_displayed;
      gsize n_bytes;
      g_autofree char *displayed = apo_pieces_dup_displayed (pieces, &n_bytes);
      g_autofree gunichar *shown = g_utf8_to_ucs4_fast (displayed, n_bytes, &n_displayed);
      g_autofree gunichar *given = g_utf8_to_ucs4_fast (apo_text_get_string (text), -1, NULL);

      g_assert_cmpint (n_displayed, ==, length + apo_pieces_get_n_breaks (pieces));
      for (guint i = 0; i < length; i++)
        {
          guint at = apo_pieces_to_displayed (pieces, i);

          g_assert_cmpuint (shown[at], ==, given[i]);
          g_assert_cmpuint (apo_pieces_to_text (pieces, at), ==, i);
        }
      g_assert_cmpuint (apo_pieces_to_displayed (pieces, length), ==, n_displayed);
      g_assert_cmpuint (apo_pieces_to_text (pieces, n_displayed), ==, length);

      for (guint i = 0; i < apo_pieces_get_n_breaks (pieces); i++)
        {
          guint at = apo_pieces_get_break (pieces, i);

          g_assert_cmpuint (shown[at], ==, '\n');
          g_assert_cmpuint (apo_pieces_to_displayed (pieces, apo_pieces_to_text (pieces, at)), ==,
                            at + 1);
        }
    }
}

/* A span is displayed from its first character to its last, and no further. */
static void
test_span_property (void)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (ApoText) text = random_text (rand);
      g_autoptr (ApoPieces) pieces = apo_pieces_new (text, 30, 20);
      guint length = apo_text_get_length (text);

      for (guint i = 0; i < 40; i++)
        {
          guint start = g_rand_int_range (rand, 0, length + 1);
          guint end = g_rand_int_range (rand, start, length + 1);
          ApoSpan shown = apo_pieces_span_to_displayed (pieces, APO_SPAN (start, end));

          g_assert_cmpuint (shown.start, ==, apo_pieces_to_displayed (pieces, start));
          if (end > start)
            g_assert_cmpuint (apo_pieces_to_text (pieces, shown.end - 1), ==, end - 1);
          else
            g_assert_cmpuint (shown.end, ==, shown.start);
        }
    }
}

/* No paragraph is displayed that is longer than asked for, unless all of it is one cluster. */
static void
test_length_property (void)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (ApoText) text = NULL;
      g_autofree char *displayed = NULL;
      g_auto (GStrv) lines = NULL;

      for (guint i = g_rand_int_range (rand, 1, 3000); i > 0; i--)
        g_string_append_unichar (string, "abcd é"[g_rand_int_range (rand, 0, 5)]);
      displayed = dup_with_bars (string->str, 120, 100);
      lines = g_strsplit (displayed, "|", -1);
      for (guint i = 0; lines[i] != NULL; i++)
        g_assert_cmpuint (strlen (lines[i]), <=, 120);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pieces/breaks", test_breaks);
  g_test_add_func ("/pieces/leaves-whole", test_leaves_whole);
  g_test_add_func ("/pieces/map", test_map_property);
  g_test_add_func ("/pieces/span", test_span_property);
  g_test_add_func ("/pieces/length", test_length_property);

  return g_test_run ();
}

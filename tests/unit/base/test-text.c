/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-text.h"

#include <string.h>

static void
test_empty (void)
{
  g_autoptr (ApoText) text = apo_text_new ("", -1);
  g_autofree char *slice = apo_text_dup_slice (text, APO_SPAN (0, 10));

  g_assert_cmpuint (apo_text_get_length (text), ==, 0);
  g_assert_cmpuint (apo_text_offset_to_byte (text, 3), ==, 0);
  g_assert_cmpuint (apo_text_byte_to_offset (text, 3), ==, 0);
  g_assert_cmpstr (slice, ==, "");
}

static void
test_slices (void)
{
  g_autoptr (ApoText) text = apo_text_new ("L’été « vient », 🜚 dit-on.", -1);
  const ApoSpan spans[] = { { 0, 5 }, { 17, 18 } };
  g_autofree char *joined = apo_text_dup_slices (text, spans, G_N_ELEMENTS (spans));
  g_autofree char *past = apo_text_dup_slice (text, APO_SPAN (19, 999));

  g_assert_cmpstr (joined, ==, "L’été … 🜚");
  g_assert_cmpstr (past, ==, "dit-on.");
  g_assert_cmpuint (apo_text_count_words (text), ==, 3);
}

/* The map agrees with counting, for every position of random texts of all widths of UTF-8. */
static void
test_map_property (void)
{
  static const gunichar alphabet[] = { 'a', ' ', 0xe9, 0x2019, 0x20ac, 0x1f70a, '\n' };

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (ApoText) text = NULL;
      guint length = g_rand_int_range (rand, 0, 400);

      for (guint i = 0; i < length; i++)
        g_string_append_unichar (string,
                                 alphabet[g_rand_int_range (rand, 0, G_N_ELEMENTS (alphabet))]);
      text = apo_text_new (string->str, string->len);
      g_assert_cmpuint (apo_text_get_length (text), ==, length);

      for (guint i = 0; i <= length; i++)
        {
          gsize byte = g_utf8_offset_to_pointer (string->str, i) - string->str;

          g_assert_cmpuint (apo_text_offset_to_byte (text, i), ==, byte);
          g_assert_cmpuint (apo_text_byte_to_offset (text, byte), ==, i);
          if (i < length && g_utf8_next_char (string->str + byte) - (string->str + byte) > 1)
            g_assert_cmpuint (apo_text_byte_to_offset (text, byte + 1), ==, i);
        }
    }
}

static void
test_fold (void)
{
  static const struct {
    const char *text;
    const char *folded;
  } table[] = {
    { "L’Été", "l'été" },
    { "« Oui »", "\" oui \"" },
    { "a\u00A0 \u202Fb", "a b" },
    { "re\u00ADlire", "relire" },
    { "“X”", "\"x\"" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *folded = apo_text_dup_folded (table[i].text);

      g_assert_cmpstr (folded, ==, table[i].folded);
    }
}

static void
assert_context (ApoText    *text,
                ApoSpan     span,
                guint       length,
                const char *expected_before,
                const char *expected_after)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  apo_text_dup_context (text, span, length, &before, &after);
  g_assert_cmpstr (before, ==, expected_before);
  g_assert_cmpstr (after, ==, expected_after);
}

/* No word is cut, and where the text begins and ends nothing stands for more. */
static void
test_context (void)
{
  g_autoptr (ApoText) text = apo_text_new ("Un été\nà Tbilissi, dit-elle", -1);
  g_autoptr (ApoText) pieces = apo_text_new ("passage … et là de … loin, ailleurs", -1);

  assert_context (text, APO_SPAN (9, 17), 100, "Un été à ", ", dit-elle");
  assert_context (text, APO_SPAN (9, 17), 7, "… été à ", ", …");
  assert_context (text, APO_SPAN (9, 17), 4, "… à ", ", …");
  assert_context (text, APO_SPAN (9, 17), 1, "… ", " …");
  assert_context (text, APO_SPAN (0, 2), 4, "", " …");
  assert_context (text, APO_SPAN (0, 2), 5, "", " été …");
  assert_context (text, APO_SPAN (0, 27), 5, "", "");
  assert_context (pieces, APO_SPAN (13, 15), 6, "… et ", " de …");
  assert_context (pieces, APO_SPAN (13, 15), 5, "… et ", " de …");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/text/empty", test_empty);
  g_test_add_func ("/base/text/slices", test_slices);
  g_test_add_func ("/base/text/map-property", test_map_property);
  g_test_add_func ("/base/text/fold", test_fold);
  g_test_add_func ("/base/text/context", test_context);

  return g_test_run ();
}

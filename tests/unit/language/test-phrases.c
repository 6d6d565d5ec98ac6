/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-phrases.h"

static void
test_longest (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("APOSTILLE_DATADIR"), "lang", "fr", NULL);
  g_autoptr (ApoLanguagePack) pack = apo_language_pack_load (folder, NULL);
  g_autoptr (ApoPhrases) phrases = apo_phrases_new (pack);
  g_autoptr (ApoText) text = apo_text_new ("Le Conseil de l’Europe et le conseil, puis le Conseil\n"
                                           "de l'Europe.", -1);
  g_autoptr (ApoTokens) tokens = apo_tokens_new (text, pack);
  int value = -1;

  apo_phrases_add (phrases, "Conseil", 1);
  apo_phrases_add (phrases, "Conseil de l'Europe", 2);
  apo_phrases_add (phrases, "Conseil", 3);
  apo_phrases_add (phrases, "", 4);

  g_assert_cmpuint (apo_phrases_match (phrases, tokens, 0, &value), ==, 0);
  g_assert_cmpint (value, ==, -1);
  g_assert_cmpuint (apo_phrases_match (phrases, tokens, 1, &value), ==, 4);
  g_assert_cmpint (value, ==, 2);
  g_assert_cmpuint (apo_phrases_match (phrases, tokens, 7, &value), ==, 1);
  g_assert_cmpint (value, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phrases/longest", test_longest);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-sentences.h"

#include <string.h>

static ApoLanguagePack *pack;

static char *
join (const char *string,
      gboolean    sentences)
{
  g_autoptr (ApoText) text = apo_text_new (string, -1);
  g_autoptr (ApoTokens) tokens = apo_tokens_new (text, pack);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < (sentences ? tokens->sentences->len : tokens->tokens->len); i++)
    {
      ApoSpan span = { 0, 0 };
      g_autofree char *piece = NULL;

      if (sentences)
        {
          ApoSpan sentence = g_array_index (tokens->sentences, ApoSpan, i);

          span.start = apo_tokens_get (tokens, sentence.start)->span.start;
          span.end = apo_tokens_get (tokens, sentence.end - 1)->span.end;
        }
      else
        span = apo_tokens_get (tokens, i)->span;

      piece = apo_text_dup_slice (text, span);
      g_string_append_printf (joined, i > 0 ? "|%s" : "%s", piece);
    }

  return g_string_free (joined, FALSE);
}

static void
test_tokens (void)
{
  static const char * const cases[][2] = {
    { "L’ami qu'elle a vu", "L’|ami|qu'|elle|a|vu" },
    { "dit-il, a-t-elle crié", "dit|-il|,|a|-t-elle|crié" },
    { "aujourd’hui, un rendez-vous", "aujourd’hui|,|un|rendez-vous" },
    { "Jean-Paul vit à Saint-Malo.", "Jean-Paul|vit|à|Saint-Malo|." },
    { "12 500,75 euros", "12 500,75|euros" },
    { "14h30", "14|h|30" },
    { "M. Petit et S. Lavrov", "M.|Petit|et|S.|Lavrov" },
    { "« Non ! »", "«|Non|!|»" },
    { "Nord–Sud", "Nord|–|Sud" },
    { "voir https://exemple.org/a?b=1, puis", "voir|https://exemple.org/a?b=1|,|puis" },
    { "écrire à anna@exemple.org.", "écrire|à|anna@exemple.org|." },
    { "attendre… puis...", "attendre|…|puis|..." },
    { "52′ 16″", "52|′|16|″" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *joined = join (cases[i][0], FALSE);

      g_assert_cmpstr (joined, ==, cases[i][1]);
    }
}

static void
test_sentences (void)
{
  static const char * const cases[][2] = {
    { "Il pleut. Elle rit ! Qui parle ? Moi.", "Il pleut.|Elle rit !|Qui parle ?|Moi." },
    { "M. Petit et le Dr. Grand ont vu S. Lavrov.", "M. Petit et le Dr. Grand ont vu S. Lavrov." },
    { "Voir p. 12. Puis lire.", "Voir p. 12.|Puis lire." },
    { "« Non ! » dit-elle à M. Petit. Il sort.", "« Non ! » dit-elle à M. Petit.|Il sort." },
    { "« Il dort. Elle veille. » Puis rien.", "« Il dort. Elle veille. »|Puis rien." },
    { "Il attend… puis il part.", "Il attend… puis il part." },
    { "Un titre sans point\n\nUne phrase.", "Un titre sans point|Une phrase." },
    { "Un titre\nUne phrase.", "Un titre|Une phrase." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *joined = join (cases[i][0], TRUE);

      g_assert_cmpstr (joined, ==, cases[i][1]);
    }
}

/* Whatever the text, tokens are in order, inside it, not empty, and each belongs to a sentence. */
static void
test_property (void)
{
  static const char * const pieces[] = {
    "l’", "a", "É", "12", " ", "\n", "«", "»", "\"", "-", ".", "…", "é", "́", "😀", "’", "'",
    "M.", "www.", "@", " ", "\t", "S", "qu'", "http://", "(", "X",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20240517);

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (ApoText) text = NULL;
      g_autoptr (ApoTokens) tokens = NULL;
      guint at = 0, next_sentence = 0;

      for (guint i = g_rand_int_range (rand, 0, 60); i > 0; i--)
        g_string_append (string, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      text = apo_text_new (string->str, -1);
      tokens = apo_tokens_new (text, pack);
      for (guint i = 0; i < tokens->tokens->len; i++)
        {
          const ApoToken *token = apo_tokens_get (tokens, i);

          g_assert_cmpuint (token->span.start, >=, at);
          g_assert_cmpuint (token->span.end, >, token->span.start);
          g_assert_cmpuint (token->span.end, <=, apo_text_get_length (text));
          g_assert_cmpuint (apo_tokens_get (tokens, token->partner)->partner, ==, i);
          at = token->span.end;
        }
      for (guint i = 0; i < tokens->sentences->len; i++)
        {
          ApoSpan sentence = g_array_index (tokens->sentences, ApoSpan, i);

          g_assert_cmpuint (sentence.start, ==, next_sentence);
          g_assert_cmpuint (sentence.end, >, sentence.start);
          next_sentence = sentence.end;
        }
      g_assert_cmpuint (next_sentence, ==, tokens->tokens->len);
    }
}

static void
test_long (void)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (ApoText) text = NULL;
  g_autoptr (ApoTokens) tokens = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (string, "mot ");
  text = apo_text_new (string->str, -1);
  tokens = apo_tokens_new (text, pack);

  for (guint i = 0; i < tokens->sentences->len; i++)
    {
      ApoSpan sentence = g_array_index (tokens->sentences, ApoSpan, i);

      g_assert_cmpuint (sentence.end - sentence.start, <=, APO_SENTENCE_MAX_TOKENS);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_build_filename (g_getenv ("APOSTILLE_DATADIR"), "lang", "fr", NULL);
  pack = apo_language_pack_load (folder, NULL);
  g_assert_nonnull (pack);

  g_test_add_func ("/tokens/tokens", test_tokens);
  g_test_add_func ("/tokens/sentences", test_sentences);
  g_test_add_func ("/tokens/property", test_property);
  g_test_add_func ("/tokens/long", test_long);

  status = g_test_run ();
  apo_language_pack_unref (pack);

  return status;
}

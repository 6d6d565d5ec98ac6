/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "apo-syntax.h"

static char *
dup_folder (void)
{
  return g_build_filename (g_getenv ("APOSTILLE_DATADIR"), "lang", "fr", NULL);
}

/* The tags of a text, one after the other. */
static char *
read_tags (ApoLanguagePack *pack,
           const char      *string)
{
  g_autoptr (ApoText) text = apo_text_new (string, -1);
  g_autoptr (ApoTokens) tokens = apo_tokens_new (text, pack);
  GString *tags = g_string_new (NULL);

  for (guint i = 0; i < tokens->sentences->len; i++)
    apo_syntax_annotate (apo_language_pack_get_syntax (pack), tokens, i);

  for (guint i = 0; i < tokens->tokens->len; i++)
    {
      const ApoToken *token = apo_tokens_get (tokens, i);
      g_autofree char *tag = apo_tag_to_string (apo_tag_make (token->pos, token->form));

      g_string_append_printf (tags, i > 0 ? " %s" : "%s", tag);
    }

  return g_string_free (tags, FALSE);
}

static void
test_tags (void)
{
  static const char * const cases[][2] = {
    { "Les chats dorment.", "DET NOUN VERB.present PUNCT" },
    { "Elle aurait mangé une pomme.", "PRON AUX.conditional VERB.participle DET NOUN PUNCT" },
    { "Elle les voit souvent.", "PRON PRON VERB.present ADV PUNCT" },
    { "Nous voulons partir demain.", "PRON VERB.present VERB.infinitive ADV PUNCT" },
    { "Il faut que tu viennes.", "PRON VERB.present SCONJ PRON VERB.subjunctive PUNCT" },
    { "Paul habite à Lyon depuis 2019.", "PROPN VERB.present ADP PROPN ADP NUM PUNCT" },
  };
  g_autofree char *folder = dup_folder ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoLanguagePack) pack = apo_language_pack_load (folder, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tags = read_tags (pack, cases[i][0]);

      g_assert_cmpstr (tags, ==, cases[i][1]);
    }
}

static void
test_morph (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (ApoLanguagePack) pack = apo_language_pack_load (folder, NULL);
  g_autoptr (ApoText) text = apo_text_new ("Les voisines chantaient.", -1);
  g_autoptr (ApoTokens) tokens = apo_tokens_new (text, pack);

  apo_syntax_annotate (apo_language_pack_get_syntax (pack), tokens, 0);
  g_assert_cmphex (apo_tokens_get (tokens, 1)->morph, ==,
                   APO_MORPH_FEMININE | APO_MORPH_PLURAL);
  g_assert_cmphex (apo_tokens_get (tokens, 2)->morph, ==, APO_MORPH_THIRD | APO_MORPH_PLURAL);
}

/* « 18e » and « 14h30 » are several tokens and one word; the others go with the first. */
static void
test_numbers (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (ApoLanguagePack) pack = apo_language_pack_load (folder, NULL);
  g_autoptr (ApoText) text = apo_text_new ("Le 18e mur tient depuis 14h30.", -1);
  g_autoptr (ApoTokens) tokens = apo_tokens_new (text, pack);

  apo_syntax_annotate (apo_language_pack_get_syntax (pack), tokens, 0);
  g_assert_cmpuint (tokens->tokens->len, ==, 10);
  g_assert_cmpuint (apo_tokens_get (tokens, 2)->pos, ==, apo_tokens_get (tokens, 1)->pos);
  g_assert_cmpuint (apo_tokens_get (tokens, 2)->head, ==, 1);
  g_assert_cmpuint (apo_tokens_get (tokens, 7)->head, ==, 6);
  g_assert_cmpuint (apo_tokens_get (tokens, 8)->head, ==, 6);
}

/* A sentence as long as they get. */
static void
test_long (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (ApoLanguagePack) pack = apo_language_pack_load (folder, NULL);
  g_autoptr (GString) string = g_string_new (NULL);
  g_autofree char *tags = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (string, "le chat, ");
  tags = read_tags (pack, string->str);
  g_assert_true (g_str_has_prefix (tags, "DET NOUN PUNCT DET NOUN"));
}

static void
copy (const char *from,
      const char *to,
      const char *name,
      gsize       cut)
{
  g_autofree char *source = g_build_filename (from, name, NULL);
  g_autofree char *target = g_build_filename (to, name, NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (source, &content, &length, NULL));
  if (cut > 0)
    content[length - cut] ^= 1;
  g_assert_true (g_file_set_contents (target, content, length, NULL));
}

/* A model with one wrong bit, or none at all, is refused by its name. */
static void
test_damaged (void)
{
  static const char * const names[] = { "lexicon.model", "tagger.model", "parser.model" };
  g_autofree char *folder = dup_folder ();

  for (guint damaged = 0; damaged < 2 * G_N_ELEMENTS (names); damaged++)
    {
      g_autofree char *tmp = g_dir_make_tmp ("apostille-syntax-XXXXXX", NULL);
      g_autoptr (ApoSyntax) syntax = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        if (damaged != i + G_N_ELEMENTS (names))
          copy (folder, tmp, names[i], damaged == i ? 4000 : 0);

      syntax = apo_syntax_load (tmp, &error);
      g_assert_null (syntax);
      if (damaged < G_N_ELEMENTS (names))
        g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED);
      else
        g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_MISSING);
      g_assert_nonnull (strstr (error->message, names[damaged % G_N_ELEMENTS (names)]));

      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_autofree char *path = g_build_filename (tmp, names[i], NULL);

          g_remove (path);
        }
      g_rmdir (tmp);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/syntax/tags", test_tags);
  g_test_add_func ("/language/syntax/morph", test_morph);
  g_test_add_func ("/language/syntax/numbers", test_numbers);
  g_test_add_func ("/language/syntax/long", test_long);
  g_test_add_func ("/language/syntax/damaged", test_damaged);

  return g_test_run ();
}

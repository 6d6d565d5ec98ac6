/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "apo-syntax.h"

/* A sentence with its words apart, and of one of them the head and the relation. */
typedef struct {
  const char *sentence;
  const char *word;
  const char *head;             /* %NULL: it is the root */
  ApoDep dep;
} Case;

static const Case cases[] = {
  { "Le maire a ouvert la porte .", "maire", "ouvert", APO_DEP_NSUBJ },
  { "Le maire a ouvert la porte .", "porte", "ouvert", APO_DEP_OBJ },
  { "Le maire a ouvert la porte .", "ouvert", NULL, APO_DEP_ROOT },
  { "Le maire a ouvert la porte .", ".", "ouvert", APO_DEP_PUNCT },
  { "La porte a été ouverte par le maire .", "porte", "ouverte", APO_DEP_NSUBJ_PASS },
  { "La porte a été ouverte par le maire .", "maire", "ouverte", APO_DEP_OBL_AGENT },
  { "La porte a été ouverte par le maire .", "été", "ouverte", APO_DEP_AUX_PASS },
  { "Le maire dit que la porte est fermée .", "fermée", "dit", APO_DEP_CCOMP },
  { "Le maire dit que la porte est fermée .", "que", "fermée", APO_DEP_MARK },
  { "Le maire veut ouvrir la porte .", "ouvrir", "veut", APO_DEP_XCOMP },
  { "Selon le maire , la porte est fermée .", "maire", "fermée", APO_DEP_OBL },
  { "Le pont qui mène au village est fermé .", "mène", "pont", APO_DEP_ACL_RELCL },
  { "Le pont du village est fermé .", "village", "pont", APO_DEP_NMOD },
  { "Elle achète des pommes et des poires .", "poires", "pommes", APO_DEP_CONJ },
  { "Elle achète des pommes et des poires .", "et", "poires", APO_DEP_CC },
  { "Elle mange ( souvent ) des pommes .", "(", "souvent", APO_DEP_PUNCT },
  { "Elle mange ( souvent ) des pommes .", ")", "souvent", APO_DEP_PUNCT },
};

static ApoSyntax *
load (void)
{
  const char *data = g_getenv ("APOSTILLE_DATADIR");
  g_autofree char *folder = g_build_filename (data, "lang", "fr", NULL);
  g_autoptr (GError) error = NULL;
  ApoSyntax *syntax = apo_syntax_load (folder, &error);

  g_assert_no_error (error);

  return syntax;
}

static guint
find_word (char       **strings,
           const char  *word)
{
  guint i = 0;

  while (strcmp (strings[i], word) != 0)
    i++;

  return i;
}

static ApoWord *
read_words (const ApoSyntax *syntax,
            char           **strings)
{
  guint n = g_strv_length (strings);
  ApoWord *words = g_new0 (ApoWord, n);

  for (guint i = 0; i < n; i++)
    apo_word_init (&words[i], strings[i], strlen (strings[i]));
  apo_syntax_read (syntax, words, n);

  return words;
}

static void
test_clear_cases (void)
{
  g_autoptr (ApoSyntax) syntax = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) strings = g_strsplit (cases[i].sentence, " ", -1);
      g_autofree ApoWord *words = read_words (syntax, strings);
      guint word = find_word (strings, cases[i].word);

      g_test_message ("%s: %s", cases[i].sentence, cases[i].word);
      g_assert_cmpstr (strings[words[word].head], ==,
                       cases[i].head != NULL ? cases[i].head : cases[i].word);
      g_assert_cmpstr (apo_dep_to_string (words[word].dep), ==, apo_dep_to_string (cases[i].dep));
    }
}

/* Every word leads to the one root. */
static void
assert_tree (const ApoWord *words,
             guint          n)
{
  g_autofree gboolean *seen = g_new0 (gboolean, n);
  guint n_roots = 0;

  for (guint i = 0; i < n; i++)
    {
      guint top = i, steps = 0;

      n_roots += words[i].head == i;
      for (; words[top].head != top && !seen[top]; top = words[top].head)
        g_assert_cmpuint (steps++, <, n);
      for (guint k = i; k != top; k = words[k].head)
        seen[k] = TRUE;
    }

  g_assert_cmpuint (n_roots, ==, 1);
}

static void
test_any_words (void)
{
  static const char * const strings[] = {
    "\"", "«", "»", "(", ")", ",", ".", "…", "-", "que", "et", "de", "dit", "est", "maire", "Zadu", "7",
    "ouvrir", "qui", "ne", "xqz", "l'",
  };
  g_autoptr (ApoSyntax) syntax = load ();
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 200; round++)
    {
      guint n = round == 0 ? 20000 : g_rand_int_range (random, 1, 60);
      guint first = round % 3 == 0 ? 9 : G_N_ELEMENTS (strings);
      g_autofree ApoWord *words = g_new0 (ApoWord, n);

      for (guint i = 0; i < n; i++)
        {
          const char *string = strings[g_rand_int_range (random, 0, first)];

          apo_word_init (&words[i], string, strlen (string));
        }
      apo_syntax_read (syntax, words, n);
      assert_tree (words, n);
    }
}

/* Marks alone: the first is the root. */
static void
test_marks_alone (void)
{
  g_autoptr (ApoSyntax) syntax = load ();
  g_autofree ApoWord *words = g_new0 (ApoWord, 400);

  for (guint i = 0; i < 400; i++)
    apo_word_init (&words[i], "\"", 1);
  apo_syntax_read (syntax, words, 400);

  assert_tree (words, 400);
  g_assert_cmpuint (words[0].head, ==, 0);
  g_assert_cmpuint (words[0].dep, ==, APO_DEP_ROOT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/parser/clear-cases", test_clear_cases);
  g_test_add_func ("/language/parser/any-words", test_any_words);
  g_test_add_func ("/language/parser/marks-alone", test_marks_alone);

  return g_test_run ();
}

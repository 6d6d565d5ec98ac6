/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "apo-conllu.h"

#define LINE(id, form, pos, feats, head, dep, misc) \
  id "\t" form "\t_\t" pos "\t_\t" feats "\t" head "\t" dep "\t_\t" misc "\n"

static const char SENTENCE[] =
  "# sent_id = 1\n"
  "# text = Elle parle du jardin.\n"
  LINE ("1", "Elle", "PRON", "Gender=Fem|Number=Sing|Person=3", "2", "nsubj", "_")
  LINE ("2", "parle", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "0", "root", "_")
  LINE ("3-4", "du", "_", "_", "_", "_", "_")
  LINE ("3", "de", "ADP", "_", "5", "case", "_")
  LINE ("4", "le", "DET", "Definite=Def|Gender=Masc|Number=Sing", "5", "det", "_")
  LINE ("5", "jardin", "NOUN", "Gender=Masc|Number=Sing", "2", "obl:arg", "SpaceAfter=No")
  LINE ("5.1", "vert", "ADJ", "_", "_", "_", "_")
  LINE ("6", ".", "PUNCT", "_", "2", "punct", "_");

static void
test_contraction (void)
{
  g_autoptr (GError) error = NULL;
  ApoTree *tree = apo_conllu_parse (SENTENCE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tree->n, ==, 5);
  g_assert_cmpstr (tree->text, ==, "Elle parle du jardin.");
  g_assert_cmpuint (tree->leaves[1].tag, ==, apo_tag_make (APO_POS_VERB, APO_VERB_PRESENT));
  g_assert_cmpuint (tree->leaves[1].head, ==, 1);
  g_assert_cmpstr (tree->leaves[2].form, ==, "du");
  g_assert_cmpuint (tree->leaves[2].tag, ==, apo_tag_make (APO_POS_ADP, 0));
  g_assert_cmpuint (tree->leaves[2].head, ==, 3);
  g_assert_cmpuint (tree->leaves[2].dep, ==, APO_DEP_CASE);
  g_assert_cmpuint (tree->leaves[2].morph, ==, APO_MORPH_MASCULINE | APO_MORPH_SINGULAR);
  g_assert_cmpuint (tree->leaves[3].dep, ==, APO_DEP_OBL_ARG);
  g_assert_false (tree->leaves[3].spaced);
  apo_tree_free (tree);
}

/* *auquel* is what hangs in the clause: the pronoun, not the preposition. */
static void
test_main_word (void)
{
  static const char sentence[] =
    LINE ("1-2", "auquel", "_", "_", "_", "_", "_")
    LINE ("1", "à", "ADP", "_", "2", "case", "_")
    LINE ("2", "lequel", "PRON", "Gender=Masc|Number=Sing", "4", "iobj", "_")
    LINE ("3", "il", "PRON", "_", "4", "nsubj", "_")
    LINE ("4", "pense", "VERB", "Mood=Sub|VerbForm=Fin", "0", "root", "Tag=NOUN|SpaceAfter=No");
  g_autoptr (GError) error = NULL;
  ApoTree *tree = apo_conllu_parse (sentence, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tree->n, ==, 3);
  g_assert_cmpuint (apo_tag_get_pos (tree->leaves[0].tag), ==, APO_POS_PRON);
  g_assert_cmpuint (tree->leaves[0].head, ==, 2);
  g_assert_cmpuint (apo_tag_get_form (tree->leaves[2].tag), ==, APO_VERB_SUBJUNCTIVE);
  g_assert_cmpuint (tree->words[2].tag, ==, apo_tag_make (APO_POS_NOUN, 0));
  apo_tree_free (tree);
}

static void
test_print (void)
{
  g_autoptr (GString) once = g_string_new (NULL);
  g_autoptr (GString) twice = g_string_new (NULL);
  ApoTree *tree = apo_conllu_parse (SENTENCE, NULL);
  ApoTree *again;

  apo_conllu_print (tree, once);
  again = apo_conllu_parse (once->str, NULL);
  g_assert_nonnull (again);
  apo_conllu_print (again, twice);
  g_assert_cmpstr (once->str, ==, twice->str);
  apo_tree_free (again);
  apo_tree_free (tree);
}

static void
test_damaged (void)
{
  static const char * const blocks[] = {
    "", "# text = nothing", "1\tone\ttwo",
    LINE ("1", "a", "NOUN", "_", "1", "dep", "_"),
    LINE ("1", "a", "NOUN", "_", "7", "dep", "_"),
    LINE ("1-3", "a", "_", "_", "_", "_", "_") LINE ("1", "a", "NOUN", "_", "0", "root", "_"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (apo_conllu_parse (blocks[i], &error));
      g_assert_error (error, APO_CONLLU_ERROR, APO_CONLLU_ERROR_SYNTAX);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/conllu/contraction", test_contraction);
  g_test_add_func ("/language/conllu/main-word", test_main_word);
  g_test_add_func ("/language/conllu/print", test_print);
  g_test_add_func ("/language/conllu/damaged", test_damaged);

  return g_test_run ();
}

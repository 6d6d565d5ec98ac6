/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-tree.h"

/* « le maire de Lyon qui chante dit et note que tout va » with its tree. */
enum { LE, MAIRE, DE, LYON, QUI, CHANTE, DIT, ET, NOTE, QUE, TOUT, VA, N_WORDS };

static const struct { guint head; ApoDep dep; } TREE[N_WORDS] = {
  { MAIRE, APO_DEP_DET }, { DIT, APO_DEP_NSUBJ }, { LYON, APO_DEP_CASE }, { MAIRE, APO_DEP_NMOD },
  { CHANTE, APO_DEP_NSUBJ }, { MAIRE, APO_DEP_ACL_RELCL }, { DIT, APO_DEP_ROOT },
  { NOTE, APO_DEP_CC }, { DIT, APO_DEP_CONJ }, { VA, APO_DEP_MARK }, { VA, APO_DEP_NSUBJ },
  { NOTE, APO_DEP_CCOMP },
};

static void
test_tree (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("APOSTILLE_DATADIR"), "lang", "fr", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoLanguagePack) pack = apo_language_pack_load (folder, &error);
  g_autoptr (ApoText) text = apo_text_new ("le maire de Lyon qui chante dit et note "
                                           "que tout va", -1);
  g_autoptr (ApoTokens) tokens = NULL;
  ApoSpan span;

  g_assert_no_error (error);
  tokens = apo_tokens_new (text, pack);
  g_assert_cmpuint (tokens->tokens->len, ==, N_WORDS);
  g_assert_false (apo_tree_has (tokens, DIT));

  for (guint i = 0; i < N_WORDS; i++)
    {
      ApoToken *token = &g_array_index (tokens->tokens, ApoToken, i);

      token->head = TREE[i].head;
      token->dep = TREE[i].dep;
    }

  g_assert_true (apo_tree_has (tokens, DIT));
  g_assert_true (apo_tree_is_below (tokens, TOUT, NOTE));
  g_assert_false (apo_tree_is_below (tokens, TOUT, MAIRE));
  g_assert_cmpuint (apo_tree_find_child (tokens, NOTE, 0, APO_DEP_BIT (APO_DEP_CCOMP)), ==, VA);
  g_assert_cmpuint (apo_tree_find_child (tokens, NOTE, 0, APO_DEPS_SUBJECT), ==, APO_TREE_NONE);
  g_assert_cmpuint (apo_tree_find_subject (tokens, DIT), ==, MAIRE);
  g_assert_cmpuint (apo_tree_find_subject (tokens, NOTE), ==, MAIRE);
  g_assert_cmpuint (apo_tree_find_subject (tokens, VA), ==, TOUT);

  span = apo_tree_get_subtree (tokens, MAIRE);
  g_assert_cmpuint (span.start, ==, LE);
  g_assert_cmpuint (span.end, ==, DIT);
}

/* Heads that go in a circle end nowhere, but they end. */
static void
test_circle (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("APOSTILLE_DATADIR"), "lang", "fr", NULL);
  g_autoptr (ApoLanguagePack) pack = apo_language_pack_load (folder, NULL);
  g_autoptr (ApoText) text = apo_text_new ("un deux trois", -1);
  g_autoptr (ApoTokens) tokens = apo_tokens_new (text, pack);

  for (guint i = 0; i < 3; i++)
    {
      ApoToken *token = &g_array_index (tokens->tokens, ApoToken, i);

      token->head = (i + 1) % 3;
      token->dep = APO_DEP_XCOMP;
    }

  g_assert_true (apo_tree_is_below (tokens, 0, 2));
  g_assert_cmpuint (apo_tree_find_subject (tokens, 0), ==, APO_TREE_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tree/tree", test_tree);
  g_test_add_func ("/tree/circle", test_circle);

  return g_test_run ();
}

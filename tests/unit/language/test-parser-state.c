/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-parser-decoder.h"
#include "apo-parser-oracle.h"
#include "apo-train.h"

#define MOST_WORDS 6

/* Every move has the score that a number drawn from its features gives it. */
static void
score_by_chance (gconstpointer     model,
                 const ApoFeature *features,
                 guint             n_features,
                 float            *scores)
{
  GRand *random = (GRand *) model;

  for (guint i = 0; i < APO_N_DEPS; i++)
    scores[i] = g_rand_double (random);
}

static void
assert_tree (const ApoWord *words,
             guint          n)
{
  guint n_roots = 0;

  for (guint i = 0; i < n; i++)
    {
      guint steps = 0, top = i;

      g_assert_cmpuint (words[i].head, <, n);
      g_assert_cmpuint (words[i].dep, >, APO_DEP_NONE);
      g_assert_cmpuint (words[i].dep, <, APO_N_DEPS);
      g_assert_true ((words[i].dep == APO_DEP_ROOT) == (words[i].head == i));
      n_roots += words[i].head == i;
      for (; words[top].head != top; top = words[top].head)
        g_assert_cmpuint (steps++, <, n);
    }

  g_assert_cmpuint (n_roots, ==, 1);
}

static void
test_always_a_tree (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  ApoScorer chance = { score_by_chance, random, APO_N_DEPS };
  g_auto (ApoParserDecoder) decoder = { .moves = chance, .labels = chance };

  for (guint round = 0; round < 300; round++)
    {
      guint n = round == 0 ? 5000 : g_rand_int_range (random, 1, 40);
      g_autofree ApoWord *words = g_new0 (ApoWord, n);

      for (guint i = 0; i < n; i++)
        {
          apo_word_init (&words[i], i % 3 == 0 ? "\"" : "x", 1);
          words[i].tag = g_rand_int_range (random, 1, APO_N_POS);
        }
      apo_parser_decoder_start (&decoder, words, n);
      apo_parser_decoder_run (&decoder);
      apo_parser_decoder_finish (&decoder, words);
      assert_tree (words, n);
    }
}

static void
make_move (ApoParserState *state,
           ApoMove         move)
{
  if (move == APO_MOVE_SHIFT)
    apo_parser_state_shift (state);
  else
    apo_parser_state_link (state, move, APO_DEP_DEP);
}

static void
copy_state (ApoParserState       *copy,
            const ApoParserState *state)
{
  apo_parser_state_start (copy, state->n);
  copy->front = state->front;
  copy->n_stack = state->n_stack;
  for (guint i = 0; i < state->n_stack; i++)
    copy->stack[i] = state->stack[i];
  for (guint i = 0; i < state->n + 2; i++)
    copy->nodes[i] = state->nodes[i];
}

/* The most arcs of the tree that any way to go on from a state finds. */
static guint
find_most (const guint          *heads,
           const ApoParserState *state)
{
  guint most = 0;

  if (apo_parser_state_is_done (state))
    {
      for (guint i = 1; i <= state->n; i++)
        most += state->nodes[i].head == heads[i];
      return most;
    }

  for (ApoMove move = 0; move < APO_N_MOVES; move++)
    if (apo_parser_state_allows (state, move))
      {
        ApoParserState next = { 0 };

        copy_state (&next, state);
        make_move (&next, move);
        most = MAX (most, find_most (heads, &next));
        apo_parser_state_clear (&next);
      }

  return most;
}

/* Whether the arcs of a tree do not cross: otherwise the costs are no sum over arcs. */
static gboolean
is_projective (const guint *heads,
               guint        n)
{
  for (guint a = 1; a <= n; a++)
    for (guint b = 1; b <= n; b++)
      {
        guint h = heads[a], k = heads[b];
        guint l = MIN (a, h), r = MAX (a, h), m = MIN (b, k), s = MAX (b, k);

        if (l < m && m < r && r < s)
          return FALSE;
      }

  return TRUE;
}

/* A tree drawn by chance: each word but the first drawn hangs on one that is in the tree already. */
static guint
draw_tree (guint *heads,
           GRand *random)
{
  guint order[MOST_WORDS], n;

  do
    {
      n = g_rand_int_range (random, 1, MOST_WORDS + 1);
      for (guint i = 0; i < n; i++)
        order[i] = i + 1;
      apo_train_shuffle (order, n, random);
      heads[order[0]] = n + 1;
      for (guint i = 1; i < n; i++)
        heads[order[i]] = order[g_rand_int_range (random, 0, i)];
    }
  while (!is_projective (heads, n));

  return n;
}

static void
test_cost_by_trying (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint heads[MOST_WORDS + 1];
  ApoParserState state = { 0 }, next = { 0 };

  for (guint round = 0; round < 150; round++)
    {
      apo_parser_state_start (&state, draw_tree (heads, random));
      while (!apo_parser_state_is_done (&state))
        {
          guint most = find_most (heads, &state);
          ApoMove move;

          for (move = 0; move < APO_N_MOVES; move++)
            if (apo_parser_state_allows (&state, move))
              {
                copy_state (&next, &state);
                make_move (&next, move);
                g_assert_cmpuint (apo_parser_oracle_get_cost (heads, &state, move), ==,
                                  most - find_most (heads, &next));
              }
          do
            move = g_rand_int_range (random, 0, APO_N_MOVES);
          while (!apo_parser_state_allows (&state, move));
          make_move (&state, move);
        }
    }

  apo_parser_state_clear (&state);
  apo_parser_state_clear (&next);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/language/parser-state/always-a-tree", test_always_a_tree);
  g_test_add_func ("/language/parser-state/cost-by-trying", test_cost_by_trying);

  return g_test_run ();
}

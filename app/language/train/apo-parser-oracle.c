/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-parser-oracle.h"

/* The front of the queue is shifted: it loses its dependents on the stack, and its head there unless
 * that is the top.  What should hang on the root must lie at the bottom, for there is one root. */
static guint
get_shift_cost (const guint          *heads,
                const ApoParserState *state)
{
  guint front = state->front, cost = 0;
  guint head = heads[front];

  cost += head > state->n && state->n_stack > 0;
  for (guint i = 0; i < state->n_stack; i++)
    {
      guint word = state->stack[i];

      cost += heads[word] == front;
      cost += head == word && i + 1 < state->n_stack;
    }

  return cost;
}

/* The top of the stack goes: it loses its dependents in the queue, and its head unless it gets it. */
static guint
get_link_cost (const guint          *heads,
               const ApoParserState *state,
               ApoMove               move)
{
  guint top = apo_parser_state_top (state, 0), below = apo_parser_state_top (state, 1);
  guint head = heads[top];
  gboolean found = head == apo_parser_state_get_head (state, move);
  gboolean open = head > state->n ? state->n_stack == 1 : head >= state->front || head == below;
  guint cost = open && !found;

  for (guint word = state->front; word <= state->n; word++)
    cost += heads[word] == top;

  return cost;
}

/**
 * apo_parser_oracle_get_cost:
 * @heads: the right head of each word from 1; that of the root's dependents is the root
 * @move: one that @state allows
 *
 * Returns: how many of the right arcs that can still be found are lost by @move
 * (Y. Goldberg, J. Nivre, "Training deterministic parsers with non-deterministic oracles", 2013).
 */
guint
apo_parser_oracle_get_cost (const guint          *heads,
                            const ApoParserState *state,
                            ApoMove               move)
{
  return move == APO_MOVE_SHIFT ? get_shift_cost (heads, state) : get_link_cost (heads, state, move);
}

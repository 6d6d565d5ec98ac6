/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-parser-state.h"

#include <string.h>

#define MOST_COUNTED 4

static const guint16 KIN[APO_N_DEPS] = {
  [APO_DEP_NSUBJ] = APO_KIN_SUBJECT,
  [APO_DEP_NSUBJ_PASS] = APO_KIN_SUBJECT,
  [APO_DEP_NSUBJ_CAUS] = APO_KIN_SUBJECT,
  [APO_DEP_CSUBJ] = APO_KIN_SUBJECT,
  [APO_DEP_CSUBJ_PASS] = APO_KIN_SUBJECT,
  [APO_DEP_EXPL_SUBJ] = APO_KIN_SUBJECT,
  [APO_DEP_OBJ] = APO_KIN_OBJECT,
  [APO_DEP_CCOMP] = APO_KIN_CLAUSE,
  [APO_DEP_XCOMP] = APO_KIN_CLAUSE,
  [APO_DEP_CASE] = APO_KIN_CASE,
  [APO_DEP_MARK] = APO_KIN_MARK,
  [APO_DEP_DET] = APO_KIN_DETERMINER,
  [APO_DEP_COP] = APO_KIN_COPULA,
  [APO_DEP_AUX] = APO_KIN_AUXILIARY,
  [APO_DEP_AUX_CAUS] = APO_KIN_AUXILIARY,
  [APO_DEP_AUX_PASS] = APO_KIN_AUXILIARY,
  [APO_DEP_AUX_TENSE] = APO_KIN_AUXILIARY,
  [APO_DEP_CC] = APO_KIN_COORDINATOR,
  [APO_DEP_CONJ] = APO_KIN_CONJUNCT,
  [APO_DEP_IOBJ] = APO_KIN_OBLIQUE,
  [APO_DEP_OBL] = APO_KIN_OBLIQUE,
  [APO_DEP_OBL_AGENT] = APO_KIN_OBLIQUE,
  [APO_DEP_OBL_ARG] = APO_KIN_OBLIQUE,
  [APO_DEP_PUNCT] = APO_KIN_PUNCTUATION,
};

guint
apo_kin_of (ApoDep dep)
{
  return KIN[dep];
}

/**
 * apo_parser_state_start:
 * @state: all zero, or used before
 *
 * Begins with a sentence of @n_words words; memory is linear in it.
 */
void
apo_parser_state_start (ApoParserState *state,
                        guint           n_words)
{
  if (n_words + 2 > state->room)
    {
      state->room = n_words + 2;
      state->stack = g_renew (guint, state->stack, state->room);
      state->nodes = g_renew (ApoNode, state->nodes, state->room);
    }

  memset (state->nodes, 0, (n_words + 2) * sizeof *state->nodes);
  state->n = n_words;
  state->front = 1;
  state->n_stack = 0;
}

void
apo_parser_state_clear (ApoParserState *state)
{
  g_clear_pointer (&state->stack, g_free);
  g_clear_pointer (&state->nodes, g_free);
  state->room = 0;
}

void
apo_parser_state_shift (ApoParserState *state)
{
  state->stack[state->n_stack++] = state->front++;
}

/**
 * apo_parser_state_link:
 * @move: to the left or right
 *
 * Makes the top of the stack, taken off it, a dependent.
 */
void
apo_parser_state_link (ApoParserState *state,
                       ApoMove         move,
                       ApoDep          dep)
{
  guint head = apo_parser_state_get_head (state, move);
  guint child = state->stack[--state->n_stack];
  ApoNode *node = &state->nodes[head];
  guint *outermost = child < head ? node->left : node->right;
  guint8 *n = child < head ? &node->n_left : &node->n_right;

  state->nodes[child].head = head;
  state->nodes[child].dep = dep;

  outermost[1] = outermost[0];
  outermost[0] = child;
  *n = MIN (*n + 1, MOST_COUNTED);
  node->kin |= KIN[dep];
  if (node->marker == 0 && (dep == APO_DEP_CASE || dep == APO_DEP_MARK))
    node->marker = child;
}

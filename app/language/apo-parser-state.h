/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-grammar.h"

G_BEGIN_DECLS

/* Kinds of dependents, as a set. */
typedef enum {
  APO_KIN_SUBJECT     = 1 << 0,
  APO_KIN_OBJECT      = 1 << 1,
  APO_KIN_CLAUSE      = 1 << 2,
  APO_KIN_CASE        = 1 << 3,
  APO_KIN_MARK        = 1 << 4,
  APO_KIN_DETERMINER  = 1 << 5,
  APO_KIN_COPULA      = 1 << 6,
  APO_KIN_AUXILIARY   = 1 << 7,
  APO_KIN_COORDINATOR = 1 << 8,
  APO_KIN_CONJUNCT    = 1 << 9,
  APO_KIN_OBLIQUE     = 1 << 10,
  APO_KIN_PUNCTUATION = 1 << 11,
} ApoKin;

typedef enum {
  APO_MOVE_SHIFT,
  APO_MOVE_LEFT,                /* the top of the stack depends on the front of the queue */
  APO_MOVE_RIGHT,               /* the top of the stack depends on what is below it */
  APO_N_MOVES
} ApoMove;

/**
 * ApoNode:
 * @left: its outermost dependents before it, outermost first; 0 is none
 * @right: its outermost dependents after it
 * @kin: what kinds of dependents it has, #ApoKin
 * @marker: its first adposition or subordinator; 0 is none
 */
typedef struct {
  guint head;
  guint left[2];
  guint right[2];
  guint marker;
  guint16 kin;
  guint8 dep;
  guint8 n_left;
  guint8 n_right;
} ApoNode;

/**
 * ApoParserState:
 * @nodes: of the words 1 to @n and the root, @n + 1
 *
 * Where the parse of a sentence has come to: an arc-hybrid transition system, whose queue ends in the
 * root (M. Kuhlmann, C. Gómez-Rodríguez, G. Satta, "Dynamic programming algorithms for
 * transition-based dependency parsers", 2011).
 */
typedef struct {
  guint n;
  guint front;
  guint n_stack;
  guint *stack;
  ApoNode *nodes;
  guint room;
} ApoParserState;

void apo_parser_state_start (ApoParserState *state,
                             guint           n_words);
void apo_parser_state_clear (ApoParserState *state);
void apo_parser_state_shift (ApoParserState *state);
void apo_parser_state_link  (ApoParserState *state,
                             ApoMove         move,
                             ApoDep          dep);
guint apo_kin_of            (ApoDep          dep);

static inline guint
apo_parser_state_top (const ApoParserState *state,
                      guint                 depth)
{
  return state->n_stack > depth ? state->stack[state->n_stack - 1 - depth] : 0;
}

static inline gboolean
apo_parser_state_is_done (const ApoParserState *state)
{
  return state->front > state->n && state->n_stack == 0;
}

static inline gboolean
apo_parser_state_allows (const ApoParserState *state,
                         ApoMove               move)
{
  switch (move)
    {
    case APO_MOVE_SHIFT:
      return state->front <= state->n;
    case APO_MOVE_LEFT:
      return state->front <= state->n ? state->n_stack > 0 : state->n_stack == 1;
    case APO_MOVE_RIGHT:
      return state->n_stack > 1;
    case APO_N_MOVES:
    default:
      return FALSE;
    }
}

/* The head that @move would give to the top of the stack. */
static inline guint
apo_parser_state_get_head (const ApoParserState *state,
                           ApoMove               move)
{
  return move == APO_MOVE_LEFT ? state->front : state->stack[state->n_stack - 2];
}

G_END_DECLS

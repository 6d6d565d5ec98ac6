/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-parser-features.h"

#include "apo-template.h"

/* What can be seen of a state: of the words on the stack (s0 is its top) and in the queue (b0 is its
 * front), of their outermost dependents and of what stands between them. */
enum {
  NOTHING,
  S0_FORM, S0_TAG, S0_POS, S0_END, S0_LEX, S0_KIN, S0_N_LEFT, S0_N_RIGHT, S0_MARKER,
  S1_FORM, S1_TAG, S1_POS, S1_END, S1_LEX, S1_KIN, S1_N_RIGHT,
  B0_FORM, B0_TAG, B0_POS, B0_END, B0_LEX, B0_KIN, B0_N_LEFT, B0_MARKER,
  S2_TAG, B1_FORM, B1_TAG, B1_POS, B2_TAG,
  S0_LEFT_FORM, S0_LEFT_TAG, S0_LEFT_DEP, S0_LEFT2_TAG,
  S0_RIGHT_FORM, S0_RIGHT_TAG, S0_RIGHT_DEP, S0_RIGHT2_TAG, S0_RIGHT2_DEP,
  S1_LEFT_FORM, S1_LEFT_TAG,
  S1_RIGHT_FORM, S1_RIGHT_TAG, S1_RIGHT_DEP, S1_RIGHT2_TAG, S1_RIGHT2_DEP,
  B0_LEFT_FORM, B0_LEFT_TAG, B0_LEFT_DEP, B0_LEFT2_TAG,
  S0_B0_DISTANCE, S0_B0_BETWEEN, S0_B0_AGREE,
  S1_S0_DISTANCE, S1_S0_BETWEEN, S1_S0_AGREE,
  S0_BEFORE, S0_AFTER, S1_AFTER, B0_BEFORE, B0_AFTER, B1_BEFORE,
  N_MOVE_ATOMS
};

static const ApoTemplate move_templates[] = {
  { NOTHING },
  /* single words */
  { S0_FORM }, { S0_TAG }, { S0_FORM, S0_TAG }, { S1_FORM }, { S1_TAG }, { S1_FORM, S1_TAG },
  { B0_FORM }, { B0_TAG }, { B0_FORM, B0_TAG }, { B1_FORM, B1_TAG }, { B1_TAG }, { B2_TAG },
  { S2_TAG },
  /* the two words that a left arc would join */
  { S0_FORM, S0_TAG, B0_FORM, B0_TAG }, { S0_FORM, S0_TAG, B0_FORM }, { S0_FORM, B0_FORM, B0_TAG },
  { S0_FORM, S0_TAG, B0_TAG }, { S0_TAG, B0_FORM, B0_TAG }, { S0_FORM, B0_FORM },
  { S0_TAG, B0_TAG }, { S0_LEX, B0_LEX, S0_TAG }, { S0_END, B0_TAG }, { S0_TAG, B0_END },
  { S0_END, B0_END },
  /* the two words that a right arc would join */
  { S1_FORM, S1_TAG, S0_FORM, S0_TAG }, { S1_FORM, S1_TAG, S0_TAG }, { S1_TAG, S0_FORM, S0_TAG },
  { S1_FORM, S0_FORM }, { S1_TAG, S0_TAG }, { S1_LEX, S0_LEX, B0_TAG }, { S1_END, S0_END },
  { S1_END, S0_TAG }, { S1_TAG, S0_END },
  /* three words and more */
  { B0_TAG, B1_TAG }, { S0_TAG, B0_TAG, B1_TAG }, { S1_TAG, S0_TAG, B0_TAG },
  { S2_TAG, S1_TAG, S0_TAG }, { S0_TAG, B0_TAG, B1_TAG, B2_TAG }, { S1_POS, S0_POS, B0_POS, B1_POS },
  { S0_FORM, B0_TAG, B1_TAG }, { S1_FORM, S0_FORM, B0_TAG },
  /* dependents */
  { S0_LEFT_FORM }, { S0_LEFT_TAG }, { S0_RIGHT_FORM }, { S0_RIGHT_TAG }, { B0_LEFT_FORM },
  { B0_LEFT_TAG }, { S1_RIGHT_FORM }, { S1_RIGHT_TAG }, { S1_LEFT_FORM }, { S1_LEFT_TAG },
  { S0_TAG, B0_TAG, B0_LEFT_TAG }, { S0_TAG, S0_LEFT_TAG, B0_TAG }, { S0_TAG, S0_RIGHT_TAG, B0_TAG },
  { S1_TAG, S0_TAG, S0_LEFT_TAG }, { S1_TAG, S0_TAG, S0_RIGHT_TAG }, { S1_TAG, S1_RIGHT_TAG, S0_TAG },
  { S1_TAG, S1_LEFT_TAG, S0_TAG }, { S0_TAG, S0_LEFT_TAG, S0_LEFT2_TAG },
  { S0_TAG, S0_RIGHT_TAG, S0_RIGHT2_TAG }, { B0_TAG, B0_LEFT_TAG, B0_LEFT2_TAG },
  { S1_TAG, S1_RIGHT_TAG, S1_RIGHT2_TAG }, { B0_LEFT_FORM, S0_FORM, B0_TAG },
  { S0_LEFT_FORM, S1_FORM, S0_TAG }, { S0_RIGHT_FORM, S0_FORM, B0_FORM },
  { S0_LEFT_FORM, S1_FORM, S0_FORM }, { S1_TAG, S0_TAG, B0_TAG, S0_LEFT_FORM },
  { B0_LEFT_FORM, S0_TAG, S1_TAG },
  /* how many and of what kind */
  { S0_FORM, S0_N_RIGHT }, { S0_TAG, S0_N_RIGHT }, { S0_FORM, S0_N_LEFT }, { S0_TAG, S0_N_LEFT },
  { B0_FORM, B0_N_LEFT }, { B0_TAG, B0_N_LEFT }, { S1_TAG, S1_N_RIGHT, S0_TAG },
  { S0_TAG, S0_KIN, B0_TAG }, { S0_TAG, B0_TAG, B0_KIN }, { S1_TAG, S1_KIN, S0_TAG },
  { S0_POS, S0_KIN, B0_POS, B0_KIN }, { S1_POS, S1_KIN, S0_POS, S0_KIN }, { S0_FORM, S0_KIN, B0_TAG },
  { S1_FORM, S1_KIN, S0_TAG }, { B0_FORM, B0_KIN, S0_TAG }, { S0_TAG, S0_RIGHT_DEP, B0_TAG },
  { S1_TAG, S1_RIGHT_DEP, S0_TAG }, { S0_TAG, S0_LEFT_DEP, B0_TAG }, { S0_TAG, B0_LEFT_DEP, B0_TAG },
  { S0_TAG, S0_RIGHT_DEP, S0_RIGHT2_DEP, B0_TAG }, { S1_TAG, S1_RIGHT_DEP, S1_RIGHT2_DEP, S0_TAG },
  { S1_TAG, S0_MARKER, S0_TAG }, { S1_FORM, S0_MARKER, S0_TAG }, { S0_FORM, B0_MARKER, B0_TAG },
  { S1_FORM, S0_MARKER, S0_FORM },
  /* the marks beside them */
  { S0_AFTER, S0_TAG }, { B0_BEFORE, B0_TAG }, { B0_AFTER, B0_TAG }, { S0_BEFORE, S0_TAG },
  { S0_TAG, S0_AFTER, B0_TAG }, { S0_TAG, B0_BEFORE, B0_TAG }, { S0_TAG, B0_AFTER, B0_TAG },
  { S1_TAG, S0_BEFORE, S0_TAG }, { S1_TAG, S0_AFTER, S0_TAG }, { S1_TAG, S1_AFTER, S0_TAG },
  { S0_FORM, S0_AFTER, B0_TAG }, { S0_TAG, B0_BEFORE, B0_FORM }, { S0_TAG, B0_TAG, B1_BEFORE },
  { S1_TAG, S0_TAG, S0_BEFORE, S0_AFTER }, { S1_TAG, S0_TAG, B0_BEFORE, B0_TAG },
  { S0_TAG, S0_BEFORE, B0_BEFORE, B0_TAG }, { B0_FORM, B0_AFTER, S0_TAG },
  /* what lies between, and whether they agree */
  { S0_FORM, S0_B0_DISTANCE }, { S0_TAG, S0_B0_DISTANCE }, { B0_FORM, S0_B0_DISTANCE },
  { B0_TAG, S0_B0_DISTANCE }, { S0_TAG, B0_TAG, S0_B0_DISTANCE }, { S0_FORM, B0_FORM, S0_B0_DISTANCE },
  { S1_TAG, S0_TAG, S1_S0_DISTANCE }, { S0_TAG, B0_TAG, S0_B0_BETWEEN }, { S0_TAG, S0_B0_BETWEEN },
  { S1_TAG, S0_TAG, S1_S0_BETWEEN }, { S1_TAG, S0_TAG, B0_TAG, S0_B0_BETWEEN },
  { S0_TAG, B0_TAG, S0_B0_AGREE }, { S1_TAG, S0_TAG, S1_S0_AGREE },
  { S0_TAG, B0_TAG, S0_B0_AGREE, S0_KIN }, { S1_TAG, S0_TAG, S1_S0_AGREE, S1_S0_DISTANCE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (move_templates) <= APO_MAX_PARSER_FEATURES);

static void
see_stack (const ApoParserWord  *words,
           const ApoParserState *state,
           guint64              *atoms)
{
  guint s0 = apo_parser_state_top (state, 0), s1 = apo_parser_state_top (state, 1);
  const ApoParserWord *top = &words[s0], *below = &words[s1];
  const ApoNode *nodes = state->nodes, *node = &nodes[s0], *under = &nodes[s1];

  atoms[S0_FORM] = top->form;
  atoms[S0_TAG] = top->tag;
  atoms[S0_POS] = top->pos;
  atoms[S0_END] = top->ending;
  atoms[S0_LEX] = top->lexical;
  atoms[S0_KIN] = node->kin;
  atoms[S0_N_LEFT] = node->n_left;
  atoms[S0_N_RIGHT] = node->n_right;
  atoms[S0_MARKER] = words[node->marker].form;
  atoms[S0_LEFT_FORM] = words[node->left[0]].form;
  atoms[S0_LEFT_TAG] = words[node->left[0]].tag;
  atoms[S0_LEFT_DEP] = nodes[node->left[0]].dep;
  atoms[S0_LEFT2_TAG] = words[node->left[1]].tag;
  atoms[S0_RIGHT_FORM] = words[node->right[0]].form;
  atoms[S0_RIGHT_TAG] = words[node->right[0]].tag;
  atoms[S0_RIGHT_DEP] = nodes[node->right[0]].dep;
  atoms[S0_RIGHT2_TAG] = words[node->right[1]].tag;
  atoms[S0_RIGHT2_DEP] = nodes[node->right[1]].dep;

  atoms[S1_FORM] = below->form;
  atoms[S1_TAG] = below->tag;
  atoms[S1_POS] = below->pos;
  atoms[S1_END] = below->ending;
  atoms[S1_LEX] = below->lexical;
  atoms[S1_KIN] = under->kin;
  atoms[S1_N_RIGHT] = under->n_right;
  atoms[S1_LEFT_FORM] = words[under->left[0]].form;
  atoms[S1_LEFT_TAG] = words[under->left[0]].tag;
  atoms[S1_RIGHT_FORM] = words[under->right[0]].form;
  atoms[S1_RIGHT_TAG] = words[under->right[0]].tag;
  atoms[S1_RIGHT_DEP] = nodes[under->right[0]].dep;
  atoms[S1_RIGHT2_TAG] = words[under->right[1]].tag;
  atoms[S1_RIGHT2_DEP] = nodes[under->right[1]].dep;
  atoms[S0_BEFORE] = top->mark_before;
  atoms[S0_AFTER] = top->mark_after;
  atoms[S1_AFTER] = below->mark_after;
  atoms[S2_TAG] = words[apo_parser_state_top (state, 2)].tag;
}

static void
see_queue (const ApoParserWord  *words,
           const ApoParserState *state,
           guint64              *atoms)
{
  guint b0 = state->front;
  guint b1 = b0 <= state->n ? b0 + 1 : 0, b2 = b0 < state->n ? b0 + 2 : 0;
  const ApoParserWord *front = &words[b0];
  const ApoNode *node = &state->nodes[b0];

  atoms[B0_FORM] = front->form;
  atoms[B0_TAG] = front->tag;
  atoms[B0_POS] = front->pos;
  atoms[B0_END] = front->ending;
  atoms[B0_LEX] = front->lexical;
  atoms[B0_KIN] = node->kin;
  atoms[B0_N_LEFT] = node->n_left;
  atoms[B0_MARKER] = words[node->marker].form;
  atoms[B0_LEFT_FORM] = words[node->left[0]].form;
  atoms[B0_LEFT_TAG] = words[node->left[0]].tag;
  atoms[B0_LEFT_DEP] = state->nodes[node->left[0]].dep;
  atoms[B0_LEFT2_TAG] = words[node->left[1]].tag;
  atoms[B0_BEFORE] = front->mark_before;
  atoms[B0_AFTER] = front->mark_after;
  atoms[B1_BEFORE] = words[b1].mark_before;
  atoms[B1_FORM] = words[b1].form;
  atoms[B1_TAG] = words[b1].tag;
  atoms[B1_POS] = words[b1].pos;
  atoms[B2_TAG] = words[b2].tag;
}

static void
see_pairs (const ApoParserWord  *words,
           const ApoParserState *state,
           guint64              *atoms)
{
  guint s0 = apo_parser_state_top (state, 0), s1 = apo_parser_state_top (state, 1);
  guint b0 = state->front;

  if (s0 != 0)
    {
      atoms[S0_B0_DISTANCE] = 1 + apo_parser_words_get_distance (s0, b0);
      atoms[S0_B0_BETWEEN] = apo_parser_words_get_between (&words[s0], &words[b0]);
      atoms[S0_B0_AGREE] = apo_parser_words_get_agreement (&words[s0], &words[b0]);
    }
  if (s1 != 0)
    {
      atoms[S1_S0_DISTANCE] = 1 + apo_parser_words_get_distance (s1, s0);
      atoms[S1_S0_BETWEEN] = apo_parser_words_get_between (&words[s1], &words[s0]);
      atoms[S1_S0_AGREE] = apo_parser_words_get_agreement (&words[s1], &words[s0]);
    }
}

/**
 * apo_parser_get_move_features:
 * @features: room for %APO_MAX_PARSER_FEATURES
 *
 * Returns: how many features of the next move there are
 */
guint
apo_parser_get_move_features (const ApoParserWord  *words,
                              const ApoParserState *state,
                              ApoFeature           *features)
{
  guint64 atoms[N_MOVE_ATOMS] = { 0 };

  see_stack (words, state, atoms);
  see_queue (words, state, atoms);
  see_pairs (words, state, atoms);
  apo_templates_fill (move_templates, G_N_ELEMENTS (move_templates), atoms, features);

  return G_N_ELEMENTS (move_templates);
}

/* What can be seen of an arc that is about to be made: its head, its dependent, which has all of its
 * own dependents by now, and the head's last dependent on that side. */
enum {
  SIDE = 1,
  H_FORM, H_TAG, H_END, H_LEX, H_KIN, H_NEXT_FORM, H_LAST_FORM,
  D_FORM, D_TAG, D_END, D_LEX, D_KIN, D_MARKER, D_N_LEFT, D_N_RIGHT,
  D_LAST_FORM, D_LAST_TAG, D_NEXT_FORM, D_NEXT_TAG,
  D_LEFT_FORM, D_LEFT_TAG, D_LEFT_DEP, D_RIGHT_TAG, D_RIGHT_DEP,
  SIBLING_FORM, SIBLING_DEP,
  D_BEFORE, D_AFTER,
  DISTANCE, BETWEEN, AGREE,
  N_LABEL_ATOMS
};

static const ApoTemplate label_templates[] = {
  /* one word or two */
  { SIDE }, { H_FORM, SIDE }, { H_TAG, SIDE }, { D_FORM, SIDE }, { D_TAG, SIDE },
  { H_TAG, D_TAG, SIDE }, { H_FORM, D_TAG, SIDE }, { H_TAG, D_FORM, SIDE }, { H_FORM, D_FORM, SIDE },
  { H_TAG, D_TAG, DISTANCE, SIDE }, { D_LEX, H_TAG, SIDE }, { H_LEX, D_TAG, SIDE },
  { D_END, H_TAG, SIDE }, { H_END, D_TAG, SIDE }, { H_TAG, D_TAG, AGREE, SIDE },
  { H_TAG, D_TAG, BETWEEN, SIDE },
  /* the words around */
  { H_TAG, D_TAG, D_LAST_TAG, D_NEXT_TAG }, { D_TAG, D_LAST_FORM, SIDE }, { D_TAG, D_NEXT_FORM, SIDE },
  { H_NEXT_FORM, H_FORM, D_TAG }, { H_LAST_FORM, H_FORM, D_TAG }, { D_TAG, D_LEFT_FORM, D_LAST_FORM },
  /* its adposition or subordinator */
  { H_TAG, D_TAG, D_MARKER, SIDE }, { H_FORM, D_TAG, D_MARKER }, { D_TAG, D_MARKER },
  { H_TAG, D_FORM, D_MARKER }, { H_FORM, D_MARKER, SIDE }, { D_FORM, D_MARKER, SIDE },
  { H_TAG, D_TAG, D_MARKER, H_KIN },
  /* dependents of both */
  { H_TAG, D_TAG, D_LEFT_TAG, D_RIGHT_TAG }, { D_TAG, D_RIGHT_TAG }, { D_TAG, D_LEFT_DEP, D_RIGHT_DEP },
  { D_TAG, D_N_LEFT, D_N_RIGHT }, { H_TAG, D_TAG, H_KIN, SIDE }, { H_FORM, D_TAG, H_KIN, SIDE },
  { H_TAG, D_FORM, H_KIN, SIDE }, { H_FORM, D_FORM, H_KIN }, { H_TAG, D_TAG, D_KIN, SIDE },
  { H_FORM, D_TAG, D_KIN }, { H_TAG, D_FORM, D_KIN }, { H_TAG, D_TAG, AGREE, H_KIN },
  { H_TAG, D_TAG, SIBLING_DEP, SIDE }, { H_FORM, D_TAG, SIBLING_DEP, SIDE },
  { SIBLING_FORM, H_TAG, D_TAG },
  /* the marks beside it */
  { H_TAG, D_TAG, D_BEFORE, SIDE }, { H_TAG, D_TAG, D_AFTER, SIDE }, { D_TAG, D_BEFORE, D_AFTER },
  { D_FORM, D_BEFORE, SIDE }, { D_MARKER, D_BEFORE, D_TAG, SIDE }, { H_TAG, D_TAG, D_BEFORE, D_KIN },
};

G_STATIC_ASSERT (G_N_ELEMENTS (label_templates) <= APO_MAX_PARSER_FEATURES);

static void
see_dependent (const ApoParserWord  *words,
               const ApoParserState *state,
               guint                 child,
               guint64              *atoms)
{
  const ApoParserWord *word = &words[child];
  const ApoNode *node = &state->nodes[child];

  atoms[D_FORM] = word->form;
  atoms[D_TAG] = word->tag;
  atoms[D_END] = word->ending;
  atoms[D_LEX] = word->lexical;
  atoms[D_BEFORE] = word->mark_before;
  atoms[D_AFTER] = word->mark_after;
  atoms[D_KIN] = node->kin & ~APO_KIN_PUNCTUATION;
  atoms[D_MARKER] = words[node->marker].form;
  atoms[D_N_LEFT] = node->n_left;
  atoms[D_N_RIGHT] = node->n_right;
  atoms[D_LAST_FORM] = words[child - 1].form;
  atoms[D_LAST_TAG] = words[child - 1].tag;
  atoms[D_NEXT_FORM] = words[child + 1].form;
  atoms[D_NEXT_TAG] = words[child + 1].tag;
  atoms[D_LEFT_FORM] = words[node->left[0]].form;
  atoms[D_LEFT_TAG] = words[node->left[0]].tag;
  atoms[D_LEFT_DEP] = state->nodes[node->left[0]].dep;
  atoms[D_RIGHT_TAG] = words[node->right[0]].tag;
  atoms[D_RIGHT_DEP] = state->nodes[node->right[0]].dep;
}

static void
see_head (const ApoParserWord  *words,
          const ApoParserState *state,
          guint                 head,
          guint                 child,
          guint64              *atoms)
{
  const guint core = APO_KIN_SUBJECT | APO_KIN_OBJECT | APO_KIN_CLAUSE | APO_KIN_COPULA
                     | APO_KIN_AUXILIARY | APO_KIN_CASE | APO_KIN_MARK;
  const ApoParserWord *word = &words[head];
  const ApoNode *node = &state->nodes[head];
  guint sibling = head < child ? node->right[0] : node->left[0];

  atoms[H_FORM] = word->form;
  atoms[H_TAG] = word->tag;
  atoms[H_END] = word->ending;
  atoms[H_LEX] = word->lexical;
  atoms[H_KIN] = node->kin & core;
  atoms[H_LAST_FORM] = words[head - 1].form;
  atoms[H_NEXT_FORM] = words[head + 1].form;
  atoms[SIBLING_FORM] = words[sibling].form;
  atoms[SIBLING_DEP] = state->nodes[sibling].dep;
}

/**
 * apo_parser_get_label_features:
 * @move: to the left or right, not made yet
 *
 * Returns: how many features of the relation there are that @move would make
 */
guint
apo_parser_get_label_features (const ApoParserWord  *words,
                               const ApoParserState *state,
                               ApoMove               move,
                               ApoFeature           *features)
{
  guint64 atoms[N_LABEL_ATOMS] = { 0 };
  guint head = apo_parser_state_get_head (state, move), child = apo_parser_state_top (state, 0);
  const ApoParserWord *left = &words[MIN (head, child)], *right = &words[MAX (head, child)];

  atoms[SIDE] = 1 + (head < child);
  atoms[DISTANCE] = apo_parser_words_get_distance (head, child);
  atoms[BETWEEN] = apo_parser_words_get_between (left, right);
  atoms[AGREE] = apo_parser_words_get_agreement (left, right);
  see_dependent (words, state, child, atoms);
  see_head (words, state, head, child, atoms);
  apo_templates_fill (label_templates, G_N_ELEMENTS (label_templates), atoms, features);

  return G_N_ELEMENTS (label_templates);
}

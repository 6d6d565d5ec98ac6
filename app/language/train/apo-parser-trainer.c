/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-parser-trainer.h"

#include "apo-parser-decoder.h"
#include "apo-parser-oracle.h"
#include "apo-train.h"

/* How often a training goes on from the right move where it would have made another one. */
#define GUIDED 0.1

/* The best of the moves that cost nothing, and the best of the others; APO_N_MOVES where there is
 * none. */
typedef struct {
  ApoMove good;
  ApoMove bad;
} Judgement;

/**
 * Lesson:
 * @heads: the right heads of the words that the parser sees, numbered as it numbers them
 * @deps: their relations
 */
typedef struct {
  guint *heads;
  ApoDep *deps;
} Lesson;

static Judgement
judge_moves (const Lesson           *lesson,
             const ApoParserDecoder *decoder)
{
  Judgement judgement = { APO_N_MOVES, APO_N_MOVES };
  guint costs[APO_N_MOVES], least = G_MAXUINT;

  for (ApoMove move = 0; move < APO_N_MOVES; move++)
    if (apo_parser_state_allows (&decoder->state, move))
      {
        costs[move] = apo_parser_oracle_get_cost (lesson->heads, &decoder->state, move);
        least = MIN (least, costs[move]);
      }

  for (ApoMove move = 0; move < APO_N_MOVES; move++)
    if (apo_parser_state_allows (&decoder->state, move))
      {
        ApoMove *best = costs[move] == least ? &judgement.good : &judgement.bad;

        if (*best == APO_N_MOVES || decoder->scores[move] > decoder->scores[*best])
          *best = move;
      }

  return judgement;
}

/* Chooses the next move and learns from the choice; goes on mostly as it would without a teacher, so
 * that it learns to recover. */
static ApoMove
learn_move (const Lesson     *lesson,
            ApoParserDecoder *decoder,
            ApoLearner       *learner,
            gboolean          guided)
{
  ApoMove move = apo_parser_decoder_choose_move (decoder);
  Judgement judgement = judge_moves (lesson, decoder);

  if (move == judgement.good)
    return move;

  apo_learner_update (learner, decoder->features, decoder->n_features, judgement.good, judgement.bad);

  return guided ? judgement.good : move;
}

/* A relation can only be right where the head is. */
static ApoDep
learn_dep (const Lesson     *lesson,
           ApoParserDecoder *decoder,
           ApoLearner       *learner,
           ApoMove           move)
{
  ApoDep dep = apo_parser_decoder_choose_dep (decoder, move);
  guint child, head;

  if (dep == APO_DEP_NONE || dep == APO_DEP_ROOT)
    return dep;

  child = apo_parser_state_top (&decoder->state, 0);
  head = apo_parser_state_get_head (&decoder->state, move);
  if (lesson->heads[child] == head && lesson->deps[child] != dep)
    apo_learner_update (learner, decoder->features, decoder->n_features, lesson->deps[child], dep);

  return dep;
}

/* A mark that is a head gives way to its own head. */
static void
prepare_lesson (Lesson                 *lesson,
                const ApoParserDecoder *decoder,
                const ApoTree          *tree)
{
  const ApoParserWord *words = (const ApoParserWord *) (gconstpointer) decoder->words->data;
  guint n = decoder->state.n;
  g_autofree guint *numbers = g_new0 (guint, tree->n);

  lesson->heads = g_renew (guint, lesson->heads, n + 1);
  lesson->deps = g_renew (ApoDep, lesson->deps, n + 1);
  for (guint i = 1; i <= n; i++)
    numbers[words[i].place] = i;

  for (guint i = 1; i <= n; i++)
    {
      guint from = words[i].place, head = tree->leaves[from].head;

      while (numbers[head] == 0 && tree->leaves[head].head != head)
        head = tree->leaves[head].head;
      lesson->heads[i] = head == from || numbers[head] == 0 ? n + 1 : numbers[head];
      lesson->deps[i] = tree->leaves[from].dep;
    }
}

static void
learn_tree (const ApoTree    *tree,
            ApoParserDecoder *decoder,
            Lesson           *lesson,
            ApoLearner       *moves,
            ApoLearner       *labels,
            GRand            *random,
            double            guided)
{
  apo_parser_decoder_start (decoder, tree->words, tree->n);
  prepare_lesson (lesson, decoder, tree);

  while (!apo_parser_state_is_done (&decoder->state))
    {
      ApoMove move = learn_move (lesson, decoder, moves, g_rand_double (random) < guided);

      apo_parser_decoder_make_move (decoder, move, learn_dep (lesson, decoder, labels, move));
    }
}

static void
train_once (const ApoTreebank *treebank,
            guint              n_epochs,
            GRand             *random,
            ApoLearner        *moves,
            ApoLearner        *labels)
{
  g_auto (ApoParserDecoder) decoder = {
    .moves = apo_learner_get_scorer (moves),
    .labels = apo_learner_get_scorer (labels),
  };
  Lesson lesson = { NULL, NULL };
  guint n = treebank->trees->len;
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;

  for (guint epoch = 0; epoch < n_epochs; epoch++)
    {
      apo_train_shuffle (order, n, random);
      for (guint i = 0; i < n; i++)
        learn_tree (apo_treebank_get (treebank, order[i]), &decoder, &lesson, moves, labels, random,
                    epoch == 0 ? 1 : GUIDED);
    }

  g_free (lesson.heads);
  g_free (lesson.deps);
}

/**
 * apo_parser_train:
 * @treebank: with the tags and the lexicon's classes that the parser will see
 * @moves: empty
 * @labels: empty
 *
 * Trains a parser with a dynamic oracle; the mean of several trainings is what it comes to.
 */
void
apo_parser_train (const ApoTreebank       *treebank,
                  const ApoParserTraining *training,
                  ApoLearner              *moves,
                  ApoLearner              *labels)
{
  for (guint i = 0; i < training->n_seeds; i++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (training->seed + i);
      g_autoptr (ApoLearner) some_moves = apo_learner_new (APO_N_MOVES);
      g_autoptr (ApoLearner) some_labels = apo_learner_new (APO_N_DEPS);

      train_once (treebank, training->n_epochs, random, some_moves, some_labels);
      apo_learner_average (some_moves);
      apo_learner_average (some_labels);
      apo_learner_add (moves, some_moves, 1.0 / training->n_seeds);
      apo_learner_add (labels, some_labels, 1.0 / training->n_seeds);
    }
}

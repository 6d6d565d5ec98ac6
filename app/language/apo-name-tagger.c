/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-name-tagger.h"

#include <string.h>

#include "apo-name-settle.h"

/* A score that no path can come back from. */
#define NEVER -1e30f

struct _ApoNameTagger {
  ApoModelFile *file;
  ApoGazetteer *gazetteer;
  ApoPerceptron *first;
  ApoPerceptron *second;
};

/* The best paths of a sentence (A. Viterbi, 1967): by word and tag its score and where it came
 * from. */
typedef struct {
  ApoScorer scorer;
  float transitions[APO_N_NAME_TAGS + 1][APO_N_NAME_TAGS];
  float scores[2][APO_N_NAME_TAGS];
  GByteArray *from;
} Paths;

static gboolean
may_follow (guint before,
            guint tag)
{
  gboolean open = before != APO_N_NAME_TAGS && before != APO_NAME_OUTSIDE
                  && (APO_NAME_TAG_POSITION (before) == APO_NAME_BEGIN
                      || APO_NAME_TAG_POSITION (before) == APO_NAME_INSIDE);
  gboolean goes_on = tag != APO_NAME_OUTSIDE
                     && (APO_NAME_TAG_POSITION (tag) == APO_NAME_INSIDE
                         || APO_NAME_TAG_POSITION (tag) == APO_NAME_LAST);

  return open == goes_on && (!open || APO_NAME_TAG_TYPE (before) == APO_NAME_TAG_TYPE (tag));
}

static void
fill_transitions (Paths *paths)
{
  for (guint before = 0; before <= APO_N_NAME_TAGS; before++)
    {
      ApoFeature feature = apo_name_transition (before);

      apo_scorer_score (paths->scorer, &feature, 1, paths->transitions[before]);
      for (guint tag = 0; tag < APO_N_NAME_TAGS; tag++)
        if (!may_follow (before, tag))
          paths->transitions[before][tag] = NEVER;
    }
}

/* One word further; from the second on the paths are kept by tag. */
static void
step (Paths       *paths,
      const float *own,
      gboolean     first)
{
  float *now = paths->scores[1];

  for (guint tag = 0; tag < APO_N_NAME_TAGS; tag++)
    {
      guint best = APO_N_NAME_TAGS;
      guint8 kept;

      now[tag] = first ? paths->transitions[APO_N_NAME_TAGS][tag] : NEVER;
      for (guint before = 0; before < APO_N_NAME_TAGS && !first; before++)
        {
          float score = paths->scores[0][before] + paths->transitions[before][tag];

          if (score > now[tag])
            {
              now[tag] = score;
              best = before;
            }
        }
      now[tag] = MAX (now[tag] + own[tag], NEVER);
      kept = best;
      g_byte_array_append (paths->from, &kept, 1);
    }

  memcpy (paths->scores[0], now, sizeof paths->scores[0]);
}

static void
trace_back (Paths  *paths,
            guint8 *tags,
            guint   n)
{
  guint best = APO_NAME_OUTSIDE;

  /* A name that is still open at the end of its sentence is none. */
  for (guint tag = 0; tag < APO_N_NAME_TAGS; tag++)
    if (may_follow (tag, APO_NAME_OUTSIDE) && paths->scores[0][tag] > paths->scores[0][best])
      best = tag;

  for (guint i = n; i > 0; i--)
    {
      tags[i - 1] = best;
      best = paths->from->data[(i - 1) * APO_N_NAME_TAGS + best];
      if (best >= APO_N_NAME_TAGS)
        best = APO_NAME_OUTSIDE;
    }
}

/**
 * apo_name_tagger_read:
 * @range: some of the words
 * @votes: (nullable): for the second reading
 * @tags: as many as there are words; those of @range are filled in
 *
 * Finds the best tags of each sentence.
 */
void
apo_name_tagger_read (ApoScorer           scorer,
                      const GArray       *words,
                      ApoSpan             range,
                      const ApoNameVotes *votes,
                      guint8             *tags)
{
  Paths paths = { scorer };
  ApoFeature features[APO_NAME_MAX_FEATURES];

  paths.from = g_byte_array_new ();
  fill_transitions (&paths);

  for (guint i = range.start; i < range.end;)
    {
      guint sentence = g_array_index (words, ApoNameWord, i).sentence;
      guint start;

      if (!g_array_index (words, ApoNameWord, i).may)
        {
          tags[i++] = APO_NAME_OUTSIDE;
          continue;
        }

      /* Words that can be part of no name part a sentence like its borders. */
      g_byte_array_set_size (paths.from, 0);
      for (start = i; i < range.end; i++)
        {
          const ApoNameWord *word = &g_array_index (words, ApoNameWord, i);
          float own[APO_N_NAME_TAGS];

          if (!word->may || word->sentence != sentence)
            break;
          apo_scorer_score (scorer, features, apo_name_features (words, votes, i, features), own);
          step (&paths, own, i == start);
        }
      trace_back (&paths, tags + start, i - start);
    }

  g_byte_array_unref (paths.from);
}

/**
 * apo_name_tagger_collect:
 *
 * Returns: (transfer full) (element-type ApoTaggedName): the names that the tags say, in order
 */
GArray *
apo_name_tagger_collect (const guint8 *tags,
                         guint         n_tags)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (ApoTaggedName));
  guint start = 0;

  for (guint i = 0; i < n_tags; i++)
    {
      ApoNamePosition position = APO_NAME_TAG_POSITION (tags[i]);

      if (tags[i] == APO_NAME_OUTSIDE)
        continue;
      if (position == APO_NAME_BEGIN || position == APO_NAME_WHOLE)
        start = i;
      if (position == APO_NAME_LAST || position == APO_NAME_WHOLE)
        {
          ApoTaggedName name = { { start, i + 1 }, APO_NAME_TAG_TYPE (tags[i]) };

          g_array_append_val (names, name);
        }
    }

  return names;
}

/**
 * apo_name_tagger_new:
 * @path: a model file
 *
 * Returns: (transfer full) (nullable): the tagger, or an #ApoLanguageError
 */
ApoNameTagger *
apo_name_tagger_new (const char  *path,
                     GError     **error)
{
  g_autoptr (ApoNameTagger) self = g_new0 (ApoNameTagger, 1);
  GBytes *gazetteer, *first, *second;

  self->file = apo_model_file_open (path, error);
  if (self->file == NULL)
    return NULL;

  gazetteer = apo_model_file_get_section (self->file, APO_NAME_SECTION_GAZETTEER, error);
  first = gazetteer != NULL
          ? apo_model_file_get_section (self->file, APO_NAME_SECTION_FIRST, error) : NULL;
  second = first != NULL
           ? apo_model_file_get_section (self->file, APO_NAME_SECTION_SECOND, error) : NULL;
  if (second == NULL)
    return NULL;

  self->gazetteer = apo_gazetteer_new (gazetteer);
  self->first = apo_perceptron_new (first);
  self->second = apo_perceptron_new (second);
  if (self->gazetteer == NULL || self->first == NULL || self->second == NULL
      || apo_perceptron_get_scorer (self->first).n_classes != APO_N_NAME_TAGS
      || apo_perceptron_get_scorer (self->second).n_classes != APO_N_NAME_TAGS)
    {
      apo_model_file_set_error (self->file, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
apo_name_tagger_free (ApoNameTagger *tagger)
{
  g_clear_pointer (&tagger->first, apo_perceptron_free);
  g_clear_pointer (&tagger->second, apo_perceptron_free);
  g_clear_pointer (&tagger->gazetteer, apo_gazetteer_free);
  g_clear_pointer (&tagger->file, apo_model_file_free);
  g_free (tagger);
}

/**
 * apo_name_tagger_get_checksum:
 *
 * Returns: what tells this model from any other
 */
guint64
apo_name_tagger_get_checksum (const ApoNameTagger *tagger)
{
  return apo_model_file_get_checksum (tagger->file);
}

/**
 * apo_name_tagger_get_gazetteer:
 *
 * Returns: (transfer none): the gazetteer of the model
 */
const ApoGazetteer *
apo_name_tagger_get_gazetteer (const ApoNameTagger *tagger)
{
  return tagger->gazetteer;
}

/**
 * apo_name_tagger_tag:
 *
 * Reads a text twice: what the first reading says of a word anywhere in it counts in the second.
 * Linear.
 *
 * Returns: (transfer full) (element-type ApoTaggedName): its names, in order
 */
GArray *
apo_name_tagger_tag (const ApoNameTagger *tagger,
                     ApoText             *text,
                     const ApoTokens     *tokens)
{
  g_autoptr (GArray) words = apo_name_words_new (text, tokens, tagger->gazetteer);
  g_autofree guint8 *first = g_new0 (guint8, words->len + 1);
  g_autofree guint8 *second = g_new0 (guint8, words->len + 1);
  g_autoptr (ApoNameVotes) votes = NULL;
  ApoSpan all = { 0, words->len };
  GArray *names;

  apo_name_tagger_read (apo_perceptron_get_scorer (tagger->first), words, all, NULL, first);
  votes = apo_name_votes_new (words, first);
  apo_name_tagger_read (apo_perceptron_get_scorer (tagger->second), words, all, votes, second);

  names = apo_name_tagger_collect (second, words->len);
  apo_name_settle (words, names);

  return names;
}

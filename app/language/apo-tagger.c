/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-tagger.h"

#define N_PASSES 2

struct _ApoTagger {
  GBytes *tags;
  ApoPerceptron *weights[N_PASSES];
};

/* The second pass corrects the first: it sees what became of the words that follow. */
static const char * const SECTIONS[N_PASSES] = { "weights", "second-weights" };

/* Every class needs a tag, and every tag a part of speech. */
static gboolean
is_sound (GBytes              *bytes,
          const ApoPerceptron *weights)
{
  gsize size;
  const ApoTag *tags = g_bytes_get_data (bytes, &size);

  if (apo_perceptron_get_scorer (weights).n_classes * sizeof *tags != size)
    return FALSE;

  for (gsize i = 0; i < size / sizeof *tags; i++)
    if (apo_tag_get_pos (tags[i]) == APO_POS_NONE || apo_tag_get_pos (tags[i]) >= APO_N_POS
        || apo_tag_get_form (tags[i]) > APO_VERB_IMPERATIVE)
      return FALSE;

  return TRUE;
}

/**
 * apo_tagger_new:
 *
 * Returns: (transfer full) (nullable): the tagger of a model file, or an #ApoLanguageError
 */
ApoTagger *
apo_tagger_new (ApoModelFile  *file,
                GError       **error)
{
  g_autoptr (ApoTagger) self = g_new0 (ApoTagger, 1);
  GBytes *tags = apo_model_file_get_section (file, "tags", error);

  if (tags == NULL)
    return NULL;

  self->tags = g_bytes_ref (tags);
  for (guint i = 0; i < N_PASSES; i++)
    {
      GBytes *weights = apo_model_file_get_section (file, SECTIONS[i], error);

      if (weights == NULL)
        return NULL;

      self->weights[i] = apo_perceptron_new (weights);
      if (self->weights[i] == NULL || !is_sound (tags, self->weights[i]))
        {
          apo_model_file_set_error (file, error);
          return NULL;
        }
    }

  return g_steal_pointer (&self);
}

void
apo_tagger_free (ApoTagger *tagger)
{
  for (guint i = 0; i < N_PASSES; i++)
    g_clear_pointer (&tagger->weights[i], apo_perceptron_free);
  g_clear_pointer (&tagger->tags, g_bytes_unref);
  g_free (tagger);
}

/* A verb that the lexicon knows has no form but those it has there. */
static inline gboolean
is_possible (const ApoWord *word,
             ApoTag         tag)
{
  guint form = apo_tag_get_form (tag);

  return form == 0 || word->forms == 0 || (word->forms & form) != 0;
}

/**
 * apo_tagger_choose:
 * @words: the @n words of a sentence; those before @i have their tags
 * @features: (out caller-allocates): room for %APO_TAG_MAX_FEATURES
 *
 * Returns: the class of the word at @i
 */
guint
apo_tagger_choose (const ApoTagPass *pass,
                   const ApoWord    *words,
                   guint             n,
                   guint             i,
                   ApoFeature       *features,
                   guint            *n_features)
{
  float scores[APO_MAX_CLASSES];
  guint best = G_MAXUINT;

  *n_features = apo_tag_features_extract (words, n, i, pass->again, features);
  apo_scorer_score (pass->scorer, features, *n_features, scores);
  for (guint k = 0; k < pass->scorer.n_classes; k++)
    if ((pass->tags == NULL || is_possible (&words[i], pass->tags[k]))
        && (best == G_MAXUINT || scores[k] > scores[best]))
      best = k;

  return best != G_MAXUINT ? best : 0;
}

/**
 * apo_tagger_decode:
 * @pass: with its tags
 * @words: the @n words of a sentence, which the lexicon has seen
 *
 * Fills in their tags, from the first to the last.
 */
void
apo_tagger_decode (const ApoTagPass *pass,
                   ApoWord          *words,
                   guint             n)
{
  ApoFeature features[APO_TAG_MAX_FEATURES];
  guint n_features;

  for (guint i = 0; i < n; i++)
    words[i].tag = pass->tags[apo_tagger_choose (pass, words, n, i, features, &n_features)];
}

/**
 * apo_tagger_tag:
 * @words: the @n words of a sentence, which the lexicon has seen
 *
 * Fills in their tags.
 */
void
apo_tagger_tag (const ApoTagger *tagger,
                ApoWord         *words,
                guint            n)
{
  for (guint i = 0; i < N_PASSES; i++)
    {
      const ApoTagPass pass = { apo_perceptron_get_scorer (tagger->weights[i]),
                                g_bytes_get_data (tagger->tags, NULL), i > 0 };

      apo_tagger_decode (&pass, words, n);
    }
}

/**
 * apo_tagger_write:
 * @tags: what the classes stand for
 * @first: the weights of a perceptron with @n_tags classes
 * @second: those of another that sees the tags of the first
 *
 * Writes a tagger for apo_tagger_new().
 */
gboolean
apo_tagger_write (const char    *path,
                  const ApoTag  *tags,
                  guint          n_tags,
                  GBytes        *first,
                  GBytes        *second,
                  GError       **error)
{
  g_autoptr (GBytes) packed_tags = g_bytes_new (tags, n_tags * sizeof *tags);
  const ApoModelSection sections[] = {
    { "tags", packed_tags },
    { SECTIONS[0], first },
    { SECTIONS[1], second },
  };

  return apo_model_file_write (path, sections, G_N_ELEMENTS (sections), error);
}

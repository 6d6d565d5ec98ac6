/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-cues.h"

/* How many tokens adverbs, pronouns and negation may put between an auxiliary and its verb. */
#define MAX_GROUP 6

/* « le journal note que », « l'armée annonce une trêve »: what a tagger took for a noun or an
 * adjective, but a clause follows, or the sentence would have no verb */
static gboolean
is_misread (const ApoReading *reading,
            guint             token)
{
  const ApoClasses *is = &reading->rules->is;
  const ApoTokens *tokens = reading->tokens;
  ApoSpan sentence = apo_reading_get_sentence (reading, token);
  guint next = token + 1;
  gboolean that;
  ApoPos before = apo_tokens_get (tokens, token)->pos;

  if ((before != APO_POS_NOUN && before != APO_POS_ADJ) || token == sentence.start
      || next >= sentence.end)
    return FALSE;

  while (next + 1 < sentence.end && apo_tokens_get (tokens, next)->pos == APO_POS_ADV)
    next++;
  that = apo_reading_is (reading, next, is->that)
         && apo_tokens_get (tokens, next)->pos != APO_POS_PRON;
  /* « le quotidien note ensuite que »: no noun has an adverb there */
  if (that && next > token + 1)
    return TRUE;

  before = apo_tokens_get (tokens, token - 1)->pos;
  if (before == APO_POS_ADJ && token > sentence.start + 1)
    before = apo_tokens_get (tokens, token - 2)->pos;
  /* « la note que », « plus précise que » */
  if (before == APO_POS_DET || before == APO_POS_ADP || before == APO_POS_ADV)
    return FALSE;
  /* « … », analyse X */
  if (apo_reading_is_mark (reading, token - 1, ",") && token > sentence.start + 1
      && (apo_tokens_get (tokens, token - 2)->flags & APO_TOKEN_CLOSING))
    return TRUE;

  return that || apo_tokens_get (tokens, next)->form == APO_VERB_INFINITIVE
         || apo_reading_is_finite (reading, token);
}

static const ApoCue *
find_cue (const ApoReading *reading,
          guint             token,
          guint            *forms)
{
  const ApoToken *read = apo_reading_get (reading, token);
  const ApoVerbReading *verb = read->verb;
  const ApoCue *found = NULL;

  *forms = 0;
  if (read->pos != APO_POS_NONE && read->pos != APO_POS_VERB && read->pos != APO_POS_AUX
      && read->pos != APO_POS_ADJ && !is_misread (reading, token))
    return NULL;

  for (; verb != NULL; verb = verb->next)
    {
      const ApoCue *cue = g_hash_table_lookup (reading->rules->cues, verb->lemma);

      if (cue != NULL)
        {
          found = found != NULL ? found : cue;
          *forms |= verb->forms;
        }
    }

  /* a tagger knows which of the forms it is */
  if (read->pos == APO_POS_ADJ && !is_misread (reading, token))
    *forms &= APO_VERB_PARTICIPLE;
  else if (read->form != 0)
    *forms = read->form;

  return found;
}

static gboolean
has_lemma (const ApoReading *reading,
           guint             token,
           ApoWordClasses    lemmas)
{
  const ApoVerbReading *verb = apo_reading_get (reading, token)->verb;

  for (; verb != NULL; verb = verb->next)
    if (apo_language_pack_get_classes (reading->rules->pack, verb->lemma) & lemmas)
      return TRUE;

  return FALSE;
}

/* « de son côté », « d'autre part »: an adverb of several words that ends before @end, or @end */
static guint
skip_adverbial (const ApoReading *reading,
                guint             first,
                guint             end)
{
  const ApoClasses *is = &reading->rules->is;

  if (end <= first || !apo_reading_is (reading, end - 1, is->adverbial))
    return end;

  for (guint i = end - 1; i-- > first && end - i <= 4;)
    if (apo_reading_is (reading, i, is->preposition | is->of | is->to | is->by))
      return i;

  return end;
}

/* Back from a verb over what may stand between it and its auxiliary or subject. */
static guint
skip_back (const ApoReading *reading,
           guint             first,
           guint             token,
           ApoCueMatch      *match)
{
  const ApoClasses *is = &reading->rules->is;
  guint i = token;

  while (i > first && token - i < MAX_GROUP)
    {
      const ApoToken *read = apo_reading_get (reading, i - 1);
      ApoWordClasses classes = read->classes;
      guint phrase = skip_adverbial (reading, first, i);

      if (phrase < i)
        {
          i = phrase;
          continue;
        }

      if (read->pos == APO_POS_DET || read->pos == APO_POS_ADP)
        break;
      if (classes & is->negation)
        match->denied = TRUE;
      else if (classes & is->inverted)
        match->inverted = i - 1;
      else if (!(classes & (is->adverb | is->negator | is->clitic)) && read->pos != APO_POS_ADV)
        break;
      if (classes & is->reflexive)
        match->reflexive = TRUE;
      i--;
    }

  return i;
}

/* The last auxiliary of a participle before it, by the tree. */
static guint
find_auxiliary (const ApoReading *reading,
                guint             first,
                guint             token)
{
  guint last = APO_TREE_NONE;
  guint next = apo_tree_find_child (reading->tokens, token, first, APO_DEPS_AUX);

  while (next < token)
    {
      last = next;
      next = apo_tree_find_child (reading->tokens, token, next + 1, APO_DEPS_AUX);
    }

  return last;
}

/* A participle with its auxiliary; one without may go on with a list of sayings, or say what
 * somebody is charged with. */
static gboolean
match_participle (const ApoReading *reading,
                  guint             first,
                  guint             token,
                  ApoCueMatch      *match)
{
  const ApoClasses *is = &reading->rules->is;
  guint i = skip_back (reading, first, token, match);
  guint auxiliary = find_auxiliary (reading, first, token);

  match->form = APO_VERB_PARTICIPLE;
  /* « a d'autre part annoncé »: a tree sees over what stands between */
  if (auxiliary < i && token - auxiliary < 2 * MAX_GROUP)
    {
      i = skip_back (reading, first, auxiliary, match);
      if (i > first && has_lemma (reading, i - 1, is->auxiliary))
        i = skip_back (reading, first, i - 1, match);
      match->group.start = i;
      for (guint k = i; k < token && !match->reflexive; k++)
        match->passive |= has_lemma (reading, k, is->passive);
      return TRUE;
    }
  if (i > first && has_lemma (reading, i - 1, is->auxiliary))
    {
      match->group.start = skip_back (reading, first, i - 1, match);
      return TRUE;
    }

  if (i > first && has_lemma (reading, i - 1, is->passive))
    {
      guint k = skip_back (reading, first, i - 1, match);

      /* « s'est insurgé » */
      if (match->reflexive)
        {
          match->group.start = k;
          return TRUE;
        }

      /* « est annoncé », « a été annoncé » */
      if (k > first && has_lemma (reading, k - 1, is->auxiliary))
        k = skip_back (reading, first, k - 1, match);
      match->group.start = k;
      match->passive = TRUE;
      return TRUE;
    }

  /* « il a crié et averti que … » */
  if (i == token && i > first && apo_reading_is (reading, i - 1, is->and_)
      && apo_reading_is (reading, token + 1, is->that))
    return TRUE;

  /* « un homme accusé de vol » */
  if (i == token && (apo_cue_get_frames (match->cue) & APO_FRAME_PASSIVE)
      && apo_reading_is (reading, token + 1, is->of | is->by))
    {
      match->passive = match->bare = TRUE;
      return TRUE;
    }

  return FALSE;
}

static void
add_inversion (const ApoReading *reading,
               ApoCueMatch      *match)
{
  if (apo_reading_is (reading, match->group.end, reading->rules->is.inverted))
    {
      match->inverted = match->group.end;
      match->group.end++;
    }
}

/* « tient à rappeler », « vient de dire », « a fini par démentir »: the verb before the infinitive */
static gboolean
match_governed (const ApoReading *reading,
                guint             first,
                guint             i,
                ApoCueMatch      *match)
{
  const ApoClasses *is = &reading->rules->is;
  guint forms;
  guint k;

  if (i < first + 2 || !apo_reading_is (reading, i - 1, is->of | is->to | is->by)
      || apo_reading_get_name (reading, i - 2) != NULL)
    return FALSE;

  k = i - 2;
  forms = apo_verb_reading_collect (apo_reading_get (reading, k)->verb)
          | apo_reading_get (reading, k)->form;
  if (!(forms & (APO_VERB_FINITE | APO_VERB_PARTICIPLE | APO_VERB_GERUND))
      || has_lemma (reading, k, is->passive)
      || (apo_cue_get_frames (find_cue (reading, k, &forms)) & APO_FRAME_INFINITIVE))
    return FALSE;

  match->group.start = skip_back (reading, first, k, match);
  if (match->group.start > first
      && has_lemma (reading, match->group.start - 1, is->auxiliary | is->passive))
    match->group.start = skip_back (reading, first, match->group.start - 1, match);
  else if (!(forms & (APO_VERB_FINITE | APO_VERB_GERUND)))
    return FALSE;
  match->governed = TRUE;
  match->reflexive = FALSE;
  match->tentative = FALSE;
  match->form = APO_VERB_PRESENT;

  return TRUE;
}

static gboolean
match_infinitive (const ApoReading *reading,
                  guint             first,
                  guint             token,
                  ApoCueMatch      *match)
{
  const ApoClasses *is = &reading->rules->is;
  gboolean reflexive;
  guint forms;
  guint i;

  match->form = APO_VERB_INFINITIVE;
  match->tentative = TRUE;
  i = skip_back (reading, first, token, match);
  reflexive = match->reflexive;
  if (i > first && apo_reading_is_finite (reading, i - 1))
    {
      if (apo_reading_is (reading, i - 1, is->impersonal)
          || (apo_cue_get_frames (find_cue (reading, i - 1, &forms)) & APO_FRAME_INFINITIVE))
        return FALSE;
      match->group.start = skip_back (reading, first, i - 1, match);
      match->reflexive = reflexive;
      match->tentative = FALSE;
      match->form = APO_VERB_PRESENT;
      if (apo_reading_is (reading, i - 1, is->modal | is->near_future))
        match->future = TRUE;
      return TRUE;
    }

  if (match_governed (reading, first, i, match))
    {
      match->reflexive = reflexive;
      return TRUE;
    }

  /* « … pour dire que »; any other infinitive says nothing of who speaks */
  return i > first && apo_reading_is (reading, i - 1, is->purpose);
}

/* Whether the token belongs to a name, and not by mistake as in « le maire critique la loi » */
static gboolean
is_named (const ApoReading *reading,
          guint             token)
{
  return apo_reading_get_name (reading, token) != NULL
         && ((apo_reading_get (reading, token)->flags & APO_TOKEN_CAPITAL)
             || !is_misread (reading, token));
}

/**
 * apo_claim_cues_match:
 * @match: (out): the verb group
 *
 * Returns: whether the token is a saying verb in a form that reports: finite, with its auxiliary, a
 * gerund, or an infinitive
 */
gboolean
apo_claim_cues_match (const ApoReading *reading,
                      guint             token,
                      ApoCueMatch      *match)
{
  const ApoClasses *is = &reading->rules->is;
  guint first = apo_reading_get_sentence (reading, token).start;
  guint forms;

  *match = (ApoCueMatch) { { token, token + 1 }, token, find_cue (reading, token, &forms) };
  if (match->cue == NULL || is_named (reading, token))
    return FALSE;

  if ((forms & APO_VERB_PARTICIPLE) && match_participle (reading, first, token, match))
    {
      guint first_forms = apo_verb_reading_collect (apo_reading_get (reading,
                                                                     match->group.start)->verb);

      /* « après avoir annoncé », « ayant annoncé » */
      if (match->group.start < token && (first_forms & (APO_VERB_INFINITIVE | APO_VERB_GERUND)))
        match->form = APO_VERB_GERUND;
      return TRUE;
    }

  match->denied = match->reflexive = FALSE;
  match->inverted = 0;
  if ((forms & APO_VERB_FINITE)
      && (apo_reading_is_finite (reading, token)
          || is_misread (reading, token)))
    {
      match->form = forms & APO_VERB_FINITE;
      match->group.start = skip_back (reading, first, token, match);
      add_inversion (reading, match);
      return TRUE;
    }
  if (forms & APO_VERB_GERUND)
    {
      match->form = APO_VERB_GERUND;
      if (token > first && apo_reading_is (reading, token - 1, is->clitic | is->preposition))
        match->group.start--;
      match->reflexive = token > first && apo_reading_is (reading, token - 1, is->reflexive);
      return TRUE;
    }

  return (forms & APO_VERB_INFINITIVE) && match_infinitive (reading, first, token, match);
}

/**
 * apo_claim_cues_pick:
 * @frames: #ApoFrames flags
 *
 * Returns: (nullable): the first meaning of the verb that takes one of @frames, with or without
 * *se* as it stands
 */
const ApoCue *
apo_claim_cues_pick (const ApoCueMatch *match,
                     guint              frames)
{
  for (const ApoCue *cue = match->cue; cue != NULL; cue = cue->next)
    if ((cue->frames & frames) && !match->reflexive == !(cue->frames & APO_FRAME_SELF))
      return cue;

  return NULL;
}

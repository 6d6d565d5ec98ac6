/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-finder.h"

static const ApoSource NOBODY = { { 0, 0 }, APO_FOUND_NONE };

static gboolean
is_empty (const ApoSource *source)
{
  return source->tokens.end <= source->tokens.start;
}

/* The first finite verb before a participle: who does that says it too. */
static ApoSource
find_earlier_subject (ApoClaimFinder    *f,
                      const ApoCueMatch *match)
{
  for (guint i = match->group.start; i-- > f->sentence.start;)
    if (apo_reading_is_finite (f->reading, i) && apo_reading_get_name (f->reading, i) == NULL)
      {
        ApoSource source;
        guint k = i;

        while (k > f->sentence.start
               && apo_claim_is (f, k - 1, f->is->negation | f->is->clitic | f->is->adverb)
               && !apo_claim_is (f, k - 1, f->is->subject))
          k--;
        source = apo_speakers_before (f->reading, f->speakers, k);
        if (!is_empty (&source))
          return source;
      }

  return NOBODY;
}

/* « Après avoir annoncé …, le club a fermé »: the subject comes. */
static ApoSource
find_later_subject (ApoClaimFinder    *f,
                    const ApoCueMatch *match)
{
  for (guint i = match->group.end; i < f->sentence.end; i++)
    if (apo_claim_is_mark (f, i, ",") && apo_claim_spans_begins_phrase (f, i + 1))
      {
        guint end = i + 1;

        while (end < f->sentence.end && !apo_reading_is_finite (f->reading, end)
               && !apo_claim_is_mark (f, end, ",.;"))
          end++;
        return apo_speakers_in (f->reading, f->speakers, APO_SPAN (i + 1, end));
      }

  return NOBODY;
}

/* Over the name that an apposition gives: « le maire, Paul Petit, … ». */
static guint
add_apposition (ApoClaimFinder *f,
                ApoSpan         phrase)
{
  const ApoName *name;

  for (guint i = phrase.start; i < phrase.end; i++)
    {
      name = apo_reading_get_name (f->reading, i);
      if (name != NULL && name->kind == APO_ACTOR_PERSON)
        return phrase.end;
    }

  if (!apo_claim_is_mark (f, phrase.end, ","))
    return phrase.end;
  name = apo_reading_get_name (f->reading, phrase.end + 1);

  return name != NULL && name->kind == APO_ACTOR_PERSON ? name->tokens.end : phrase.end;
}

/* The words of a subject: without relative clauses, insertions and what leads up to them. */
static ApoSpan
get_phrase (ApoClaimFinder *f,
            guint           head)
{
  ApoSpan phrase = apo_tree_get_subtree (f->reading->tokens, head);
  guint end = head + 1;

  while (phrase.start < head
         && (apo_claim_get (f, phrase.start)->kind == APO_TOKEN_PUNCTUATION
             || apo_claim_is (f, phrase.start, f->is->relative | f->is->that)
             || apo_claim_get (f, phrase.start)->pos == APO_POS_ADP
             || apo_claim_get (f, phrase.start)->pos == APO_POS_CCONJ
             || apo_claim_get (f, phrase.start)->pos == APO_POS_ADV))
    phrase.start++;
  for (guint i = phrase.start; i < head; i++)
    if (apo_claim_is_mark (f, i, ",;:–—"))
      phrase.start = i + 1;

  while (end < phrase.end && !apo_claim_is_mark (f, end, ",;:()–—«»“”")
         && !apo_claim_is (f, end, f->is->relative | f->is->that)
         && !(f->verb != APO_TREE_NONE && end == f->verb)
         && !apo_reading_is_finite (f->reading, end))
    end++;
  while (end > head + 1 && apo_claim_is (f, end - 1, f->is->coordination | f->is->preposition))
    end--;
  phrase.end = end;
  phrase.end = add_apposition (f, phrase);

  return phrase;
}

/* The noun right before a relative pronoun: with a name what the name goes with. */
static guint
find_noun_before (ApoClaimFinder *f,
                  guint           relative)
{
  guint noun = relative;

  while (noun > f->sentence.start && apo_claim_is_mark (f, noun - 1, ",)"))
    noun--;
  if (noun-- == f->sentence.start
      || (apo_claim_get (f, noun)->pos != APO_POS_PROPN
          && apo_claim_get (f, noun)->pos != APO_POS_NOUN))
    return APO_TREE_NONE;

  for (guint step = 0; step < 6; step++)
    {
      const ApoToken *token = apo_claim_get (f, noun);

      if (!apo_tree_is (f->reading->tokens, noun,
                        APO_DEP_BIT (APO_DEP_FLAT) | APO_DEP_BIT (APO_DEP_APPOS))
          || token->head < f->sentence.start || token->head >= noun)
        break;
      noun = token->head;
    }

  return noun;
}

/* What a relative pronoun that is the subject of a verb stands for, or %APO_TREE_NONE. */
static guint
find_antecedent (ApoClaimFinder *f,
                 guint           verb)
{
  for (guint step = 0; step < 4; step++)
    {
      const ApoToken *token = apo_claim_get (f, verb);

      if (token->dep == APO_DEP_ACL_RELCL)
        return token->head;
      if (token->head == verb)
        break;
      verb = token->head;
    }

  return APO_TREE_NONE;
}

/* The subject by the tree; nobody where the tree has none that can be right. */
static ApoSource
find_in_tree (ApoClaimFinder    *f,
              const ApoCueMatch *match)
{
  const ApoTokens *tokens = f->reading->tokens;
  ApoSource source = NOBODY;
  guint head;

  if (!apo_tree_has (tokens, match->verb))
    return NOBODY;

  /* « X répond, Paul Petit soulignant que … »: a participle with a subject of its own */
  if (match->form == APO_VERB_GERUND && match->group.start > f->sentence.start)
    {
      const ApoName *name = apo_reading_get_name (f->reading, match->group.start - 1);

      if (name != NULL && name->tokens.start > f->sentence.start
          && apo_claim_is_mark (f, name->tokens.start - 1, ","))
        return apo_speakers_in (f->reading, f->speakers, name->tokens);
    }

  /* « X sourit, estimant que … »: behind a comma a participle goes with the subject */
  if (match->form == APO_VERB_GERUND
      && (match->group.start == f->sentence.start
          || apo_claim_is_mark (f, match->group.start - 1, ",")
          || apo_claim_is (f, match->group.start, f->is->preposition)))
    return NOBODY;

  head = apo_tree_find_subject (tokens, match->verb);
  if (head != APO_TREE_NONE && apo_claim_is (f, head, f->is->relative))
    {
      guint relative = head;

      head = find_antecedent (f, match->verb);
      if (head == APO_TREE_NONE || head > relative)
        head = find_noun_before (f, relative);
    }
  if (head == APO_TREE_NONE || head >= match->group.start
      || apo_claim_get (f, head)->dep == APO_DEP_EXPL_SUBJ)
    return NOBODY;

  if (apo_claim_is (f, head, f->is->subject))
    {
      source.tokens = APO_SPAN (head, head + 1);
      source.first_person = apo_claim_is (f, head, f->is->first_person);
      return apo_claim_is (f, head, f->is->speaker)
               ? apo_speakers_in (f->reading, f->speakers, source.tokens) : source;
    }

  return apo_speakers_in (f->reading, f->speakers, get_phrase (f, head));
}

/**
 * apo_claim_sources_find:
 *
 * Returns: who says it: an inverted pronoun, the subject by the tree, or by the words that stand
 * before the verb; for a participle and an infinitive the subject of the verb they go with
 */
ApoSource
apo_claim_sources_find (ApoClaimFinder    *f,
                        const ApoCueMatch *match)
{
  ApoSource source;

  if (match->inverted > 0)
    return apo_speakers_in (f->reading, f->speakers,
                            APO_SPAN (match->inverted, match->inverted + 1));

  source = find_in_tree (f, match);
  if (!is_empty (&source))
    return source;

  if (match->form == APO_VERB_GERUND || match->form == APO_VERB_INFINITIVE
      || (match->group.start > f->sentence.start
          && apo_claim_is (f, match->group.start - 1, f->is->and_)
          && !apo_claim_is (f, match->group.start - 1, f->is->determiner)))
    {
      source = find_earlier_subject (f, match);
      return is_empty (&source) ? find_later_subject (f, match) : source;
    }

  return apo_speakers_before (f->reading, f->speakers, match->group.start);
}

/**
 * apo_claim_sources_is_nobody:
 *
 * Returns: whether nobody speaks there that the article tells of: *cela révèle*, *on dit*,
 * *je crois*
 */
gboolean
apo_claim_sources_is_nobody (ApoClaimFinder  *f,
                             const ApoSource *source)
{
  return source->first_person
         || (source->tokens.end == source->tokens.start + 1
             && apo_claim_is (f, source->tokens.start, f->is->impersonal));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relation-side.h"

/* How many tokens before a trigger its first actor may stand. */
#define MAX_BACK 18
/* How many names back a pronoun looks for the subject it stands for. */
#define MAX_NAMES 12

/* What lies between two names that stand together. */
typedef enum {
  GAP_OTHER,
  GAP_COMMA,
  GAP_AND,
  GAP_DASH,
} Gap;

static Gap
get_gap (const ApoReading *reading,
         const ApoName    *first,
         const ApoName    *second)
{
  const ApoClasses *is = &reading->rules->is;
  Gap gap = GAP_OTHER;

  if (second->tokens.start > first->tokens.end + 4)
    return GAP_OTHER;

  for (guint i = first->tokens.end; i < second->tokens.start; i++)
    {
      if (apo_reading_is (reading, i, is->and_))
        gap = GAP_AND;
      else if (apo_reading_is_mark (reading, i, "–—-")
               && !(apo_reading_get (reading, i)->flags & APO_TOKEN_SPACED))
        gap = GAP_DASH;
      else if (apo_reading_is_mark (reading, i, ","))
        gap = MAX (gap, GAP_COMMA);
      else if (!apo_reading_is (reading, i, is->article | is->contracted | is->of | is->to))
        return GAP_OTHER;
    }

  return gap;
}

static void
add_actor (ApoRelationSide *side,
           const ApoName   *name)
{
  gboolean known = name->actor == APO_FOUND_NONE || side->n == APO_RELATION_SIDE_MAX;

  for (guint i = 0; i < side->n && !known; i++)
    known = side->actors[i] == name->actor;
  if (!known)
    side->actors[side->n++] = name->actor;
}

/* The name and those that « et » or dashes join to it. */
static ApoRelationSide
gather (const ApoReading *reading,
        const ApoName    *name)
{
  const ApoName *all = (const ApoName *) (gconstpointer) reading->names->data;
  guint first = name - all, last = first;
  gboolean joined = FALSE, dashes = FALSE;
  ApoRelationSide side = { .tokens = name->tokens };
  Gap gap;

  while (first > 0 && (gap = get_gap (reading, &all[first - 1], &all[first])) != GAP_OTHER)
    {
      joined |= gap > GAP_COMMA;
      dashes |= gap == GAP_DASH;
      first--;
    }
  while (last + 1 < reading->names->len
         && (gap = get_gap (reading, &all[last], &all[last + 1])) != GAP_OTHER)
    {
      joined |= gap > GAP_COMMA;
      dashes |= gap == GAP_DASH;
      last++;
    }

  if (!joined)
    first = last = name - all;
  for (guint k = first; k <= last; k++)
    {
      if (all[k].form == APO_MENTION_DEMONYM && name->form != APO_MENTION_DEMONYM)
        continue;
      add_actor (&side, &all[k]);
      side.tokens.start = MIN (side.tokens.start, all[k].tokens.start);
      side.tokens.end = MAX (side.tokens.end, all[k].tokens.end);
    }
  side.joined = dashes;

  return side;
}

static gboolean
is_border (const ApoReading *reading,
           guint             i)
{
  const ApoClasses *is = &reading->rules->is;

  return apo_reading_is_mark (reading, i, ";:.!?«»")
         || apo_reading_is (reading, i, is->contrast | is->that)
         || (apo_reading_is (reading, i, is->subordination)
             && !apo_reading_is (reading, i, is->preposition | is->adverb));
}

/* Whether a name can act, and is not ruled out by « et non ». */
static gboolean
is_actor (const ApoReading *reading,
          const ApoName    *name)
{
  if (name->actor == APO_FOUND_NONE || name->form == APO_MENTION_DEMONYM)
    return FALSE;
  if (name->kind == APO_ACTOR_COUNTRY && !name->institution && name->acting == APO_ACTING_NOT)
    return FALSE;

  return name->tokens.start == 0
         || !apo_reading_is (reading, name->tokens.start - 1, reading->rules->is.contrast);
}

/* The innermost claim of the sentence whose content holds the token, or NULL. */
static const ApoFoundClaim *
find_claim (const ApoReading *reading,
            ApoSpan           sentence,
            guint             token)
{
  guint start = apo_reading_get (reading, sentence.start)->span.start;
  ApoSpan span = apo_reading_get (reading, token)->span;
  const ApoFoundClaim *best = NULL;
  guint best_length = G_MAXUINT;

  for (guint i = reading->findings->claims->len; i-- > 0;)
    {
      const ApoFoundClaim *claim = g_ptr_array_index (reading->findings->claims, i);
      const ApoSpan *content = (const ApoSpan *) (gconstpointer) claim->content->data;
      guint length = apo_spans_get_length (content, claim->content->len);

      if (content[0].start < start)
        break;
      if (apo_spans_contain (content, claim->content->len, span) && length < best_length)
        {
          best = claim;
          best_length = length;
        }
    }

  return best;
}

/* « la Suède a … », « le roi, Paul Grand, a … »: its verb comes next. */
static gboolean
is_subject (const ApoReading *reading,
            const ApoName    *name)
{
  const ApoClasses *is = &reading->rules->is;
  guint i = name->tokens.end;

  if (apo_reading_is_mark (reading, i, ","))
    i++;
  while (i < name->tokens.end + 4
         && apo_reading_is (reading, i, is->clitic | is->negation | is->adverb))
    i++;

  return apo_reading_is_finite (reading, i)
         && (name->tokens.start == 0
             || !apo_reading_is (reading, name->tokens.start - 1, is->by));
}

/* Whom the finder of claims took the pronoun for, if it is one who speaks. */
static int
get_speaker (const ApoReading *reading,
             ApoSpan           sentence,
             guint             pronoun)
{
  guint start = apo_reading_get (reading, sentence.start)->span.start;

  for (guint i = reading->findings->claims->len; i-- > 0;)
    {
      const ApoFoundClaim *claim = g_ptr_array_index (reading->findings->claims, i);

      if (g_array_index (claim->content, ApoSpan, 0).start < start)
        break;
      if (apo_span_equal (claim->source, apo_reading_get (reading, pronoun)->span))
        return claim->speaker;
    }

  return APO_FOUND_NONE;
}

static void
resolve (const ApoReading *reading,
         ApoSpan           sentence,
         guint             pronoun,
         ApoRelationSide  *side)
{
  const ApoClasses *is = &reading->rules->is;
  int speaker = get_speaker (reading, sentence, pronoun);
  guint looked = 0;

  if (speaker != APO_FOUND_NONE)
    {
      side->actors[side->n++] = speaker;
      return;
    }
  if (apo_reading_is (reading, pronoun, is->first_person))
    {
      const ApoFoundClaim *claim = find_claim (reading, sentence, pronoun);

      if (claim != NULL && claim->speaker != APO_FOUND_NONE)
        side->actors[side->n++] = claim->speaker;
      return;
    }
  if (!apo_reading_is (reading, pronoun, is->speaker))
    return;

  for (guint i = pronoun; i > 0 && looked < MAX_NAMES
                          && apo_reading_get (reading, i - 1)->sentence + 1
                             >= apo_reading_get (reading, pronoun)->sentence; i--)
    {
      const ApoName *name = apo_reading_get_name (reading, i - 1);

      if (name == NULL || name->tokens.end != i)
        continue;
      looked++;
      if (is_actor (reading, name) && is_subject (reading, name))
        {
          side->actors[side->n++] = name->actor;
          return;
        }
    }
}

/* Who only says it takes no part in it; but « Anne Morin annonce un accord avec Paul Grand » tells of
 * her. */
static gboolean
only_says (const ApoReading *reading,
           ApoSpan           sentence,
           const ApoName    *name,
           guint             trigger)
{
  const ApoFoundClaim *claim = find_claim (reading, sentence, trigger);
  ApoSpan span = apo_reading_get_span (reading, name->tokens);

  return claim != NULL && apo_span_overlaps (claim->source, span)
         && (claim->type != APO_CLAIM_FACT || claim->cue.start < span.end)
         && !apo_span_overlaps (claim->cue, apo_reading_get (reading, trigger)->span);
}

/* « selon Anne Morin » behind what she says */
static gboolean
is_source (const ApoReading *reading,
           ApoSpan           sentence,
           const ApoName    *name)
{
  guint start = apo_reading_get (reading, sentence.start)->span.start;
  ApoSpan span = apo_reading_get_span (reading, name->tokens);

  for (guint i = reading->findings->claims->len; i-- > 0;)
    {
      const ApoFoundClaim *claim = g_ptr_array_index (reading->findings->claims, i);

      if (g_array_index (claim->content, ApoSpan, 0).start < start)
        return FALSE;
      if (apo_span_overlaps (claim->source, span) && claim->cue.start < claim->source.start)
        return TRUE;
    }

  return FALSE;
}

/**
 * apo_relation_side_before:
 * @trigger: the token of the word that tells the relation
 *
 * Returns: the actors before it in its clause, or whom the pronoun there stands for
 */
ApoRelationSide
apo_relation_side_before (const ApoReading *reading,
                          ApoSpan           sentence,
                          guint             trigger)
{
  const ApoClasses *is = &reading->rules->is;
  ApoRelationSide none = { .n = 0 };

  for (guint i = trigger; i > sentence.start && trigger - i < MAX_BACK; i--)
    {
      const ApoName *name = apo_reading_get_name (reading, i - 1);

      if (name == NULL)
        {
          if (is_border (reading, i - 1))
            return none;
          if (apo_reading_is (reading, i - 1, is->subject) && i > sentence.start)
            {
              none.tokens = APO_SPAN (i - 1, i);
              resolve (reading, sentence, i - 1, &none);
              return none;
            }
          continue;
        }
      if (!is_actor (reading, name)
          || (name->tokens.start > sentence.start
              && (apo_reading_is (reading, name->tokens.start - 1, is->by)
                  || (name->tokens.start > sentence.start + 1
                      && apo_reading_is (reading, name->tokens.start - 1, is->article)
                      && apo_reading_is (reading, name->tokens.start - 2, is->by)))))
        {
          i = MAX (name->tokens.start, sentence.start) + 1;
          continue;
        }
      if (only_says (reading, sentence, name, trigger))
        return none;

      return gather (reading, name);
    }

  return none;
}

/**
 * apo_relation_side_after:
 * @from: the token to begin at
 * @reach: how many tokens on the name may stand
 * @demonym_reach: the same for an adjective (*les frappes suédoises*)
 *
 * Returns: the actors behind a word in its clause
 */
ApoRelationSide
apo_relation_side_after (const ApoReading *reading,
                         ApoSpan           sentence,
                         guint             from,
                         guint             reach,
                         guint             demonym_reach)
{
  const ApoClasses *is = &reading->rules->is;
  ApoRelationSide none = { .n = 0 };
  gboolean object = TRUE;       /* nothing but an article came by */

  for (guint i = from; i < sentence.end && i < from + reach; i++)
    {
      const ApoName *name = apo_reading_get_name (reading, i);

      if (name == NULL)
        {
          object &= apo_reading_is (reading, i, is->article)
                    && !apo_reading_is (reading, i, is->contracted);
          if (is_border (reading, i) || apo_reading_is (reading, i, is->relative))
            return none;
          continue;
        }
      /* « le soutien du roi à la Suède » */
      object |= i == from + 2 && apo_reading_is (reading, from, is->to)
                && apo_reading_is (reading, from + 1, is->article);
      if (is_source (reading, sentence, name))
        return none;
      if (is_actor (reading, name)
          || (name->actor != APO_FOUND_NONE
              && (name->form == APO_MENTION_DEMONYM ? i < from + demonym_reach : object)))
        return gather (reading, name);
      i = MAX (name->tokens.end, i + 1) - 1;
    }

  return none;
}

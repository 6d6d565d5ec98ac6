/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claims.h"

#include <string.h>

#include "apo-actors.h"
#include "apo-certainty.h"
#include "apo-claim-cues.h"

/* How far behind its verb what is said may begin: « a affirmé, lundi, devant la presse, que … » */
#define MAX_GAP 16

typedef struct {
  ApoReading *reading;
  const ApoClasses *is;
  ApoSpeakers *speakers;
  ApoSpan sentence;
  guint quoted_to;              /* the end of the last quotation that a claim took */
} Finder;

static const ApoToken *
get (Finder *f,
     guint   i)
{
  return apo_reading_get (f->reading, i);
}

static gboolean
is (Finder         *f,
    guint           i,
    ApoWordClasses  classes)
{
  return i < f->sentence.end && apo_reading_is (f->reading, i, classes);
}

static gboolean
is_mark (Finder     *f,
         guint       i,
         const char *marks)
{
  return i < f->sentence.end && apo_reading_is_mark (f->reading, i, marks);
}

static gboolean
is_opening (Finder *f,
            guint   i)
{
  return i < f->sentence.end && (get (f, i)->flags & APO_TOKEN_OPENING);
}

static gboolean
has_form (Finder *f,
          guint   i,
          guint   forms)
{
  return i < f->sentence.end && (apo_verb_reading_collect (get (f, i)->verb) & forms);
}

/* The closing mark of the quotation that @i stands in, or 0. */
static guint
find_quotation_end (Finder *f,
                    guint   i)
{
  for (guint k = i + 1; k-- > f->sentence.start;)
    if ((get (f, k)->flags & APO_TOKEN_OPENING) && get (f, k)->partner > i)
      return get (f, k)->partner;

  return 0;
}

/* Without white space, commas and full stops at the ends. */
static ApoSpan
trim (Finder  *f,
      ApoSpan  tokens)
{
  while (tokens.end > tokens.start
         && (is_mark (f, tokens.end - 1, ".,;:–—")
             || (is_mark (f, tokens.end - 1, "«“([")
                 && get (f, tokens.end - 1)->partner == tokens.end - 1)))
    tokens.end--;
  while (tokens.start < tokens.end && is_mark (f, tokens.start, ".,;:–—)"))
    tokens.start++;

  /* A quotation of which only one mark is inside loses it when that stands at the edge. */
  if (tokens.end > tokens.start && (get (f, tokens.end - 1)->flags & APO_TOKEN_CLOSING)
      && get (f, tokens.end - 1)->partner < tokens.start)
    tokens.end--;

  return tokens;
}

static ApoClaimForm
get_form (Finder        *f,
          const ApoSpan *pieces,
          guint          n_pieces)
{
  const ApoToken *first = get (f, pieces[0].start);
  gboolean quotes = FALSE;

  if (n_pieces == 1 && (first->flags & APO_TOKEN_OPENING)
      && first->partner >= pieces[0].end - 1 - (pieces[0].end > 1))
    return APO_FORM_DIRECT;

  for (guint p = 0; p < n_pieces; p++)
    for (guint i = pieces[p].start; i < pieces[p].end; i++)
      quotes |= (get (f, i)->flags & (APO_TOKEN_OPENING | APO_TOKEN_CLOSING)) != 0;

  return quotes ? APO_FORM_MIXED : APO_FORM_INDIRECT;
}

static void
add_claim (Finder          *f,
           ApoSpan          cue,
           const ApoSource *source,
           ApoSpan          first,
           ApoSpan          second,
           ApoClaimType     type,
           ApoCertainty     certainty)
{
  ApoSpan pieces[2];
  ApoFoundClaim *claim;
  guint n = 0;

  first = trim (f, first);
  second = trim (f, second);
  if (first.end > first.start)
    pieces[n++] = first;
  if (second.end > second.start)
    pieces[n++] = second;
  if (n == 0)
    return;

  claim = apo_findings_add_claim (f->reading->findings);
  for (guint p = 0; p < n; p++)
    {
      ApoSpan span = apo_reading_get_span (f->reading, pieces[p]);

      g_array_append_val (claim->content, span);
      if (get_form (f, &pieces[p], 1) == APO_FORM_DIRECT)
        f->quoted_to = MAX (f->quoted_to, pieces[p].end);
    }

  if (cue.end > cue.start)
    claim->cue = apo_reading_get_span (f->reading, cue);
  g_array_append_val (f->reading->claim_cues, cue);
  if (source->tokens.end > source->tokens.start)
    claim->source = apo_reading_get_span (f->reading, source->tokens);
  claim->speaker = source->actor;
  claim->form = get_form (f, pieces, n);
  claim->type = claim->form == APO_FORM_DIRECT ? APO_CLAIM_QUOTATION : type;
  claim->certainty = certainty;
  for (guint p = 0; p < n && claim->certainty == APO_CERTAINTY_ASSERTED; p++)
    claim->certainty = apo_certainty_of_tokens (f->reading, pieces[p]);
  if (claim->certainty == APO_CERTAINTY_PREDICTION && claim->type == APO_CLAIM_FACT)
    claim->type = APO_CLAIM_PREDICTION;

  if (source->pronoun && source->actor != APO_FOUND_NONE)
    apo_actors_add_mention (f->reading, source->actor, source->tokens, APO_MENTION_PRONOUN);
  apo_speakers_remember (f->reading, f->speakers, source->actor);
}

/* Whether at @i, after a comma or « et », another saying of the same speaker begins. */
static gboolean
begins_saying (Finder *f,
               guint   i)
{
  guint first = i;
  guint last = MIN (f->sentence.end, i + 6);

  while (first < last && is (f, first, f->is->adverb | f->is->negation | f->is->clitic))
    first++;

  for (guint k = first; k < last; k++)
    {
      ApoCueMatch match;

      if (apo_claim_cues_match (f->reading, k, &match) && !match.tentative
          && match.group.start <= MAX (first, i) && match.inverted == 0)
        {
          if (match.form == APO_VERB_GERUND)
            return TRUE;
          return is (f, k + 1, f->is->that) || has_form (f, k + 1, APO_VERB_INFINITIVE)
                 || is_opening (f, k + 1) || is_mark (f, k + 1, ":");
        }
      if (!has_form (f, k, APO_VERB_FINITE) && !is (f, k, f->is->adverb | f->is->clitic | f->is->negation))
        return FALSE;
    }

  return FALSE;
}

/* Where what is said ends, when it begins at @start and goes on as a clause. */
static guint
find_clause_end (Finder *f,
                 guint   start)
{
  ApoWordClasses purpose = apo_language_pack_get_class (f->reading->rules->pack, "purpose");
  guint quotation = find_quotation_end (f, start > f->sentence.start ? start - 1 : start);
  guint limit = quotation > 0 ? MIN (quotation, f->sentence.end) : f->sentence.end;

  for (guint i = start; i < limit; i++)
    {
      if ((get (f, i)->flags & APO_TOKEN_OPENING) && get (f, i)->partner > i
          && get (f, i)->partner < limit)
        {
          i = get (f, i)->partner;
          continue;
        }
      if (is_mark (f, i, ";"))
        return i;
      /* « …, et a gardé …»: the verb has no subject of its own, it is the speaker's */
      if (is_mark (f, i, ",") && is (f, i + 1, f->is->and_) && apo_reading_is_finite (f->reading, i + 2)
          && apo_reading_get_name (f->reading, i + 2) == NULL)
        return i;
      /* « pour dire que … et pour rester » */
      if (is (f, i, f->is->and_) && i > start && purpose != 0 && is (f, i + 1, purpose)
          && has_form (f, i + 2, APO_VERB_INFINITIVE))
        return i;
      if (is_mark (f, i, ",") && is (f, i + 1, f->is->but) && i > start + 2
          && !is (f, i + 2, f->is->adverb) && !is (f, i + 2, f->is->that))
        return i;
      if ((is_mark (f, i, ",") || is (f, i, f->is->and_)) && i > start + 1
          && begins_saying (f, is_mark (f, i, ",") && is (f, i + 1, f->is->and_ | f->is->but) ? i + 2 : i + 1))
        return i;
    }

  return limit;
}

/* A noun phrase that is what is said: to the next mark of punctuation or the next clause. */
static guint
find_object_end (Finder *f,
                 guint   start)
{
  guint end = find_clause_end (f, start);

  for (guint i = start; i < end; i++)
    {
      if ((get (f, i)->flags & APO_TOKEN_OPENING) && get (f, i)->partner > i && get (f, i)->partner < end)
        {
          i = get (f, i)->partner;
          continue;
        }
      if (i > start + 1 && f->reading->time_at[i] >= 0
          && !is (f, i - 1, f->is->of | f->is->coordination | f->is->preposition))
        return i;
      if (is_mark (f, i, ",;:–—") && (get (f, i)->flags & APO_TOKEN_SPACED || is_mark (f, i, ",;:")))
        {
          /* a comma before a relative clause or a participle goes on */
          if (is_mark (f, i, ",") && is (f, i + 1, f->is->relative))
            continue;
          return i;
        }
      if (i > start && is (f, i, f->is->subordination) && !is (f, i, f->is->preposition | f->is->adverb)
          && !apo_reading_is (f->reading, i, apo_language_pack_get_class (f->reading->rules->pack, "degree")))
        return i;
    }

  return end;
}

/* What is said in the infinitive ends where a finite verb goes on: « annonce avoir repris la ville et
 * poursuit … » */
static guint
find_infinitive_end (Finder *f,
                     guint   start)
{
  guint end = find_clause_end (f, start);
  gboolean nested = FALSE;

  for (guint i = start; i < end; i++)
    {
      guint k = i + 1;

      nested |= is (f, i, f->is->that | f->is->relative | f->is->subordination);
      if (!is (f, i, f->is->and_) || nested)
        continue;
      while (k < end && is (f, k, f->is->clitic | f->is->negation))
        k++;
      if (apo_reading_is_finite (f->reading, k) && apo_reading_get_name (f->reading, k) == NULL)
        return i;
    }

  return end;
}

static gboolean
begins_phrase (Finder *f,
               guint   i)
{
  return i < f->sentence.end && get (f, i)->kind == APO_TOKEN_WORD
         && (is (f, i, f->is->determiner) || apo_reading_get_name (f->reading, i) != NULL
             || get (f, i)->flags & APO_TOKEN_CAPITAL);
}

/* Whether the phrase is one of somebody who can speak: a name, a title, an organisation, people. */
static gboolean
is_animate (Finder *f,
            guint   i)
{
  ApoWordClasses people = apo_language_pack_get_class (f->reading->rules->pack, "people");

  for (guint step = 0; step < 3 && i < f->sentence.end; step++, i++)
    {
      const ApoName *name = apo_reading_get_name (f->reading, i);

      if (name != NULL && name->form != APO_MENTION_DEMONYM)
        return TRUE;
      if (is (f, i, people)
          || g_hash_table_contains (f->reading->rules->titles, get (f, i)->norm)
          || g_hash_table_contains (f->reading->rules->heads, get (f, i)->norm))
        return TRUE;
      if (!is (f, i, f->is->determiner | f->is->org_adjective))
        return FALSE;
    }

  return FALSE;
}

/* Over a time expression that begins at @i or after the preposition there. */
static guint
skip_time (Finder *f,
           guint   i)
{
  for (guint k = i; k < MIN (i + 2, f->sentence.end); k++)
    {
      const ApoFoundTime *time;

      if (f->reading->time_at[k] < 0 || (k > i && !is (f, i, f->is->preposition)))
        continue;

      time = g_ptr_array_index (f->reading->findings->times, f->reading->time_at[k]);
      while (k < f->sentence.end && get (f, k)->span.start < time->span.end)
        k++;
      return k;
    }

  return i;
}

/* Over an insertion between two commas. */
static guint
skip_insertion (Finder *f,
                guint   i)
{
  if (!is_mark (f, i, ","))
    return i;

  for (guint k = i + 1; k < MIN (f->sentence.end, i + 2 * MAX_GAP); k++)
    {
      if (is_mark (f, k, ","))
        return k + 1;
      if (is_mark (f, k, ";:.«»") || apo_reading_is_finite (f->reading, k))
        return i;
    }

  return i;
}

/* Looks for « que » behind the verb: at once, or over where, when and before whom. */
static guint
find_that (Finder *f,
           guint   after)
{
  ApoWordClasses gap = apo_language_pack_get_class (f->reading->rules->pack, "gap");
  guint i = skip_time (f, after);

  while (i < f->sentence.end && is (f, i, f->is->adverb | f->is->negator))
    i++;
  i = skip_time (f, i);
  if (is (f, i, f->is->that))
    return i;
  if (!is (f, i, gap) && !is_mark (f, i, ",("))
    return 0;

  for (guint k = i; k < MIN (f->sentence.end, after + MAX_GAP); k++)
    {
      if (is (f, k, f->is->that))
        return k;
      if (is_mark (f, k, ";:.!?«»“”") || is (f, k, f->is->relative)
          || (apo_reading_is_finite (f->reading, k) && !is (f, k, f->is->preposition)
              && apo_reading_get_name (f->reading, k) == NULL))
        return 0;
    }

  return 0;
}

static guint
find_infinitive (Finder *f,
                 guint   after)
{
  guint i;

  after = skip_insertion (f, skip_time (f, after));
  i = after;

  /* « recommandent à leurs clients de rester » */
  if (is (f, i, f->is->to))
    for (guint k = i + 1; k < MIN (f->sentence.end, i + 8); k++)
      {
        if (is (f, k, f->is->of) && has_form (f, k + 1, APO_VERB_INFINITIVE))
          return k + 1;
        if (is_mark (f, k, ",;:.«»") || apo_reading_is_finite (f->reading, k))
          break;
      }

  for (guint step = 0; step < 5 && i < f->sentence.end; step++, i++)
    {
      if (has_form (f, i, APO_VERB_INFINITIVE) && !is (f, i, f->is->determiner))
        {
          guint start = after;

          while (start < i && is (f, start, f->is->adverb | f->is->of | f->is->to) && !is (f, start, f->is->clitic))
            start++;
          return start;
        }
      if (!is (f, i, f->is->adverb | f->is->negation | f->is->negator | f->is->clitic | f->is->of | f->is->to))
        return 0;
    }

  return 0;
}

/* « … : « … » », « … « … » » */
static guint
find_quotation (Finder *f,
                guint   after,
                guint   frames)
{
  for (guint i = after; i < MIN (f->sentence.end, after + 2 * MAX_GAP); i++)
    {
      if (is_mark (f, i, ":") && (frames & APO_FRAME_COLON))
        return i + 1 < f->sentence.end ? i + 1 : 0;
      if (is_opening (f, i) && (frames & APO_FRAME_QUOTE))
        return i == after || is_mark (f, i - 1, ",")
               || (i < after + 3 && is (f, i - 1, f->is->adverb | f->is->of)) ? i : 0;
      if (is_mark (f, i, ".;!?") || is (f, i, f->is->that | f->is->relative)
          || (apo_reading_is_finite (f->reading, i) && apo_reading_get_name (f->reading, i) == NULL))
        return 0;
    }

  return 0;
}

static ApoCertainty
get_certainty (const ApoCueMatch *match)
{
  if (match->denied)
    return APO_CERTAINTY_DENIED;

  return match->future ? APO_CERTAINTY_PREDICTION : match->cue->certainty;
}

/* The end of « , a-t-il dit lundi, » or « , note le maire, »: before the comma or the end. */
static guint
find_aside_end (Finder *f,
                guint   after)
{
  guint i = after;

  while (i < f->sentence.end
         && !is_mark (f, i, ",;:.!?…»«“”–—") )
    i++;

  return i;
}

/* The sentence without the aside: what stands before and after it. */
static void
add_aside (Finder            *f,
           const ApoCueMatch *match,
           const ApoSource   *source,
           guint              end)
{
  guint before = match->group.start;
  ApoSpan left = { f->sentence.start, before };
  ApoSpan right = { end, f->sentence.end };
  guint last = before > f->sentence.start ? before - 1 : before;

  while (last > f->sentence.start && is_mark (f, last, ",–—") )
    last--;

  if (last > f->sentence.start && (get (f, last)->flags & APO_TOKEN_CLOSING)
      && get (f, last)->partner < last)
    {
      /* « … », a dit X: the quotation is what was said, with what leads it in */
      guint opening = get (f, last)->partner;

      left = APO_SPAN (opening, last + 1);
      if (opening > f->sentence.start && !is_mark (f, opening - 1, ".:;!?")
          && opening - f->sentence.start < 40)
        left.start = f->sentence.start;
      if (is_mark (f, end, ",") && is_opening (f, end + 1))
        right = APO_SPAN (end + 1, get (f, end + 1)->partner + 1);
      else if (is_mark (f, end, ":") && is_opening (f, end + 1))
        right = APO_SPAN (end + 1, get (f, end + 1)->partner + 1);
      else
        right = APO_SPAN (end, end);
    }
  else
    {
      guint quotation = find_quotation_end (f, before);

      if (quotation > 0 && quotation < f->sentence.end)
        {
          /* inside a quotation: « Il neige, dit-elle, depuis hier. » */
          for (guint k = before; k-- > f->sentence.start;)
            if ((get (f, k)->flags & APO_TOKEN_OPENING) && get (f, k)->partner == quotation)
              left.start = k;
          right.end = quotation + 1;
        }
      else
        for (guint k = before; k-- > f->sentence.start + 1;)
          if (is_mark (f, k, ";"))
            {
              left.start = k + 1;
              break;
            }
      if (right.end - right.start <= 2 || is_mark (f, end, ".;"))
        right.end = MIN (right.end, MAX (right.start, f->sentence.end));
      for (guint k = right.start; k < right.end; k++)
        if (is_mark (f, k, ";"))
          right.end = k;
    }

  add_claim (f, match->group, source, left, right, match->cue->type, get_certainty (match));
}

static gboolean
try_aside (Finder            *f,
           const ApoCueMatch *match)
{
  guint before = match->group.start;
  ApoSource source = { { 0, 0 }, APO_FOUND_NONE };
  gboolean led;
  guint end;

  if (!(match->cue->frames & APO_FRAME_ASIDE) || !(match->form & (APO_VERB_FINITE | APO_VERB_PARTICIPLE)))
    return FALSE;

  led = before > f->sentence.start
        && (is_mark (f, before - 1, ",?!…–—") || (get (f, before - 1)->flags & APO_TOKEN_CLOSING));

  if (match->inverted > 0)
    {
      if (!led)
        return FALSE;
      end = find_aside_end (f, match->group.end);
      if (is (f, match->group.end, f->is->that))
        return FALSE;
      if (is (f, match->inverted, f->is->inverted_speaker))
        source = apo_speakers_in (f->reading, f->speakers,
                                  APO_SPAN (match->inverted, match->inverted + 1));
      else
        source.tokens = APO_SPAN (match->inverted, match->inverted + 1);
      add_aside (f, match, &source, end);
      return TRUE;
    }

  if (!led || !begins_phrase (f, match->group.end) || match->denied)
    return FALSE;
  /* « le groupe, …, annonce la rupture »: what verbs that take an object have behind them is that */
  if ((match->cue->frames & APO_FRAME_OBJECT) && is_mark (f, before - 1, ",")
      && !is_animate (f, match->group.end))
    return FALSE;

  end = find_aside_end (f, match->group.end);
  for (guint i = match->group.end; i < end; i++)
    if (is (f, i, f->is->that) || apo_reading_is_finite (f->reading, i))
      return FALSE;

  /* « , a dit Paul Petit, maire de Nulle-Part. » at the end of a sentence goes to its end. */
  source = apo_speakers_in (f->reading, f->speakers, APO_SPAN (match->group.end, end));
  if (is_mark (f, end, ",") && before > f->sentence.start
      && (get (f, before - 1)->flags & APO_TOKEN_CLOSING || is_mark (f, before - 1, ",")))
    {
      guint next = find_aside_end (f, end + 1);

      if (next < f->sentence.end && is_mark (f, next, ".") && next + 1 >= f->sentence.end
          && (get (f, before - 1)->flags & APO_TOKEN_CLOSING
              || (before > f->sentence.start + 1 && get (f, before - 2)->flags & APO_TOKEN_CLOSING)))
        {
          if (source.actor == APO_FOUND_NONE
              || apo_reading_get_name (f->reading, match->group.end) == NULL)
            source = apo_speakers_in (f->reading, f->speakers, APO_SPAN (match->group.end, next));
          end = next;
        }
    }

  if (source.actor == APO_FOUND_NONE && !(get (f, before - 1)->flags & APO_TOKEN_CLOSING)
      && !is (f, match->group.end, f->is->determiner))
    return FALSE;

  add_aside (f, match, &source, end);

  return TRUE;
}

/* The subject of a verb form: before a finite verb, the sentence's own subject for a gerund. */
static ApoSource
find_source (Finder            *f,
             const ApoCueMatch *match)
{
  ApoSource source;

  if (match->inverted > 0)
    return apo_speakers_in (f->reading, f->speakers,
                            APO_SPAN (match->inverted, match->inverted + 1));

  if (match->form == APO_VERB_GERUND || match->form == APO_VERB_INFINITIVE
      || (match->group.start > f->sentence.start && is (f, match->group.start - 1, f->is->and_)
          && !is (f, match->group.start - 1, f->is->determiner)))
    {
      /* the first finite verb of the sentence before it */
      guint subject_of = 0;

      for (guint i = match->group.start; i-- > f->sentence.start && subject_of == 0;)
        if (apo_reading_is_finite (f->reading, i) && apo_reading_get_name (f->reading, i) == NULL)
          {
            guint k = i;

            while (k > f->sentence.start && is (f, k - 1, f->is->negation | f->is->clitic | f->is->adverb)
                   && !is (f, k - 1, f->is->subject))
              k--;
            source = apo_speakers_before (f->reading, f->speakers, k);
            if (source.tokens.end > source.tokens.start)
              return source;
          }

      /* « Après avoir annoncé …, le club a fermé »: the subject comes */
      for (guint i = match->group.end; i < f->sentence.end; i++)
        if (is_mark (f, i, ",") && begins_phrase (f, i + 1))
          {
            guint end = i + 1;

            while (end < f->sentence.end && !apo_reading_is_finite (f->reading, end)
                   && !is_mark (f, end, ",.;"))
              end++;
            return apo_speakers_in (f->reading, f->speakers, APO_SPAN (i + 1, end));
          }
      return (ApoSource) { { 0, 0 }, APO_FOUND_NONE };
    }

  return apo_speakers_before (f->reading, f->speakers, match->group.start);
}

/* « cela révèle »: nobody speaks. */
static gboolean
is_impersonal (Finder          *f,
               const ApoSource *source)
{
  return source->tokens.end == source->tokens.start + 1
         && is (f, source->tokens.start,
                apo_language_pack_get_class (f->reading->rules->pack, "impersonal"));
}

static gboolean
try_frames (Finder            *f,
            const ApoCueMatch *match)
{
  guint frames = match->cue->frames;
  guint after = match->group.end;
  ApoSpan none = { 0, 0 };
  ApoSpan content = none;
  ApoSource source;
  guint at;

  if ((frames & APO_FRAME_THAT) && (at = find_that (f, after)) > 0)
    content = APO_SPAN (at + 1, find_clause_end (f, at + 1));
  else if ((frames & APO_FRAME_INFINITIVE) && (at = find_infinitive (f, after)) > 0)
    content = APO_SPAN (at, find_infinitive_end (f, at));
  else if ((frames & (APO_FRAME_QUOTE | APO_FRAME_COLON)) && (at = find_quotation (f, after, frames)) > 0)
    content = is_opening (f, at) ? APO_SPAN (at, get (f, at)->partner + 1)
                                 : APO_SPAN (at, f->sentence.end);
  else if ((frames & (APO_FRAME_OBJECT | APO_FRAME_CHARGE))
           && !(match->tentative && match->form == APO_VERB_INFINITIVE))
    {
      at = skip_time (f, after);
      while (is (f, at, f->is->adverb))
        at++;
      if (begins_phrase (f, at) || is_opening (f, at))
        content = APO_SPAN (at, frames & APO_FRAME_CHARGE ? find_clause_end (f, at)
                                                          : find_object_end (f, at));
    }

  if (content.end <= content.start && (frames & APO_FRAME_BARE))
    {
      at = skip_time (f, after);
      if (begins_phrase (f, at) || is (f, at, f->is->subject))
        content = APO_SPAN (at, find_clause_end (f, at));
    }

  content.end = MIN (content.end, f->sentence.end);
  if (content.end <= content.start)
    return FALSE;

  source = find_source (f, match);
  if (source.first_person || is_impersonal (f, &source))
    return FALSE;
  if (source.tokens.end == source.tokens.start && match->form != APO_VERB_GERUND
      && match->form != APO_VERB_INFINITIVE && find_quotation_end (f, match->verb) > 0)
    return FALSE;

  add_claim (f, match->group, &source, content, none, match->cue->type, get_certainty (match));

  return TRUE;
}

/* « selon X »: the source goes to the comma, or to where its noun phrase ends. */
static guint
find_source_end (Finder *f,
                 guint   start)
{
  guint i = start;

  while (i < f->sentence.end && !is_mark (f, i, ",;:.!?»«–—")
         && !(is (f, i, f->is->relative | f->is->but) && i > start))
    {
      if (i > start && apo_reading_is_finite (f->reading, i)
          && apo_reading_get_name (f->reading, i) == NULL && !has_form (f, i, APO_VERB_PARTICIPLE))
        break;
      i++;
    }

  /* « selon Paul Petit, maire de Nulle-Part, … »: over what he is */
  if (is_mark (f, i, ","))
    {
      gboolean titled = FALSE;

      for (guint k = i + 1; k < MIN (f->sentence.end, i + MAX_GAP); k++)
        {
          titled |= k < i + 4 && g_hash_table_contains (f->reading->rules->titles, get (f, k)->norm);
          if (is_mark (f, k, ","))
            return titled ? k : i;
          if (is_mark (f, k, ";:.«»") || apo_reading_is_finite (f->reading, k))
            break;
        }
    }

  return i;
}

static void
add_source_claim (Finder             *f,
                  ApoSpan             cue,
                  ApoSpan             phrase,
                  const ApoCuePhrase *rule)
{
  ApoSpan left = { f->sentence.start, cue.start };
  ApoSpan right = { phrase.end, f->sentence.end };
  ApoSource source = apo_speakers_in (f->reading, f->speakers, phrase);
  guint before = cue.start;

  while (before > f->sentence.start && is_mark (f, before - 1, ",–—("))
    before--;

  /* « mais, selon X, … » says only what follows; a clause before « ; » is another one. */
  if (before > f->sentence.start && is (f, before - 1, f->is->coordination | f->is->but | f->is->adverb)
      && is_mark (f, phrase.end, ","))
    {
      if (before - 1 > f->sentence.start || is (f, before - 1, f->is->but | f->is->coordination))
        left = APO_SPAN (0, 0);
    }
  for (guint k = left.end; k-- > left.start;)
    if (is_mark (f, k, ";"))
      {
        left.start = k + 1;
        break;
      }
  for (guint k = right.start; k < right.end; k++)
    if (is_mark (f, k, ";"))
      right.end = k;
  for (guint k = right.start; k < right.end; k++)
    if (is_mark (f, k, ",") && is (f, k + 1, f->is->but) && left.end > left.start)
      right.end = k;

  add_claim (f, cue, &source, left, right, rule->type, rule->certainty);
}

static void
add_owner_claim (Finder             *f,
                 ApoSpan             cue,
                 const ApoCuePhrase *rule)
{
  ApoSource source = { cue, APO_FOUND_NONE };

  source.actor = apo_speakers_resolve (f->reading, f->speakers, cue.start + 1);
  add_claim (f, cue, &source, APO_SPAN (f->sentence.start, cue.start),
             APO_SPAN (cue.end, f->sentence.end), rule->type, rule->certainty);
}

/* « l'argument de X est que … », « le rappel que … » */
static gboolean
try_noun (Finder             *f,
          guint               noun,
          const ApoCuePhrase *rule)
{
  ApoSource source = { { 0, 0 }, APO_FOUND_NONE };
  guint start = noun, i = noun + 1;

  while (i < MIN (f->sentence.end, noun + MAX_GAP) && !is (f, i, f->is->that))
    {
      if (is_mark (f, i, ",;:.!?»«"))
        return FALSE;
      i++;
    }
  if (!is (f, i, f->is->that))
    return FALSE;

  if (i > noun + 1 && is (f, noun + 1, f->is->of))
    source = apo_speakers_in (f->reading, f->speakers,
                              APO_SPAN (noun + 2, apo_reading_is_finite (f->reading, i - 1) ? i - 1 : i));
  else if (i != noun + 1)
    return FALSE;

  if (start > f->sentence.start && is (f, start - 1, f->is->determiner))
    start--;
  if (source.tokens.end == source.tokens.start)
    for (guint k = start; k-- > f->sentence.start;)
      if (apo_reading_is_finite (f->reading, k) && apo_reading_get_name (f->reading, k) == NULL)
        {
          while (k > f->sentence.start && is (f, k - 1, f->is->negation | f->is->clitic | f->is->adverb))
            k--;
          source = apo_speakers_before (f->reading, f->speakers, k);
          break;
        }

  add_claim (f, APO_SPAN (start, noun + 1), &source, APO_SPAN (i + 1, find_clause_end (f, i + 1)),
             APO_SPAN (0, 0), rule->type, rule->certainty);

  return TRUE;
}

static gboolean
try_participle (Finder             *f,
                ApoSpan             cue,
                const ApoCuePhrase *rule)
{
  ApoCueMatch match = { cue, cue.start };
  ApoSource source;
  ApoSpan content = { cue.end, cue.end };
  guint k = cue.start;

  while (is (f, content.start, f->is->adverb))
    content.start++;
  if (is (f, content.start, f->is->that))
    {
      content.start++;
      content.end = find_clause_end (f, content.start);
    }
  else if (begins_phrase (f, content.start) && rule->type == APO_CLAIM_OPINION)
    content.end = find_object_end (f, content.start);
  else if (is_mark (f, content.start, ":"))
    content = APO_SPAN (content.start + 1, f->sentence.end);
  if (content.end <= content.start)
    return FALSE;

  match.form = has_form (f, cue.start, APO_VERB_GERUND) ? APO_VERB_GERUND : APO_VERB_PRESENT;
  while (k > f->sentence.start
         && (is (f, k - 1, f->is->negation | f->is->clitic | f->is->adverb)
             || has_form (f, k - 1, APO_VERB_FINITE))
         && !is (f, k - 1, f->is->subject))
    k--;
  match.group.start = k;
  source = find_source (f, &match);
  add_claim (f, match.group, &source, content, APO_SPAN (0, 0), rule->type, rule->certainty);

  return TRUE;
}

static guint
try_phrase (Finder *f,
            guint   i)
{
  const ApoCuePhrase *rule;
  int value = 0;
  guint n = apo_phrases_match (f->reading->rules->cue_words, f->reading->tokens, i, &value);
  ApoSpan cue = { i, i + n };
  guint end;

  if (n == 0 || cue.end > f->sentence.end || find_quotation_end (f, i) > 0)
    return 0;

  rule = &g_array_index (f->reading->rules->cue_phrases, ApoCuePhrase, value);
  switch (rule->kind)
    {
    case APO_CUE_SOURCE:
      end = find_source_end (f, cue.end);
      if (end == cue.end || is (f, cue.end, f->is->that))
        return 0;
      add_source_claim (f, cue, APO_SPAN (cue.end, end), rule);
      return end - i;

    case APO_CUE_LOOSE_SOURCE:
      end = find_source_end (f, cue.end);
      if (i != f->sentence.start || !is_mark (f, end, ",") || end - cue.end > 8
          || !begins_phrase (f, cue.end))
        return 0;
      {
        ApoSource source = apo_speakers_in (f->reading, f->speakers, APO_SPAN (cue.end, end));
        const ApoFoundActor *actor;

        if (source.actor == APO_FOUND_NONE || source.tokens.end - source.tokens.start > 8)
          return 0;
        actor = g_ptr_array_index (f->reading->findings->actors, source.actor);
        if (actor->kind == APO_ACTOR_COUNTRY)
          return 0;
        for (guint k = end + 1; k < MIN (f->sentence.end, end + 4); k++)
          {
            ApoCueMatch match;

            if (apo_claim_cues_match (f->reading, k, &match))
              return 0;
          }
      }
      add_source_claim (f, cue, APO_SPAN (cue.end, end), rule);
      return end - i;

    case APO_CUE_OWNER:
      add_owner_claim (f, cue, rule);
      return n;

    case APO_CUE_SPEAKER_NOUN:
      return try_noun (f, i, rule) ? n : 0;

    case APO_CUE_PARTICIPLE:
    default:
      return try_participle (f, cue, rule) ? n : 0;
    }
}

/**
 * apo_claims_find:
 * @speakers: who spoke last, kept from sentence to sentence
 *
 * Finds what the sentence says that somebody says: fixed patterns first (*selon X*, *, a dit X,*),
 * then what the verb takes (a clause, an infinitive, a quotation, an object).
 */
void
apo_claims_find (ApoReading  *reading,
                 ApoSpan      sentence,
                 ApoSpeakers *speakers)
{
  Finder f = { reading, &reading->rules->is, speakers, sentence };

  for (guint i = sentence.start; i < sentence.end; i++)
    {
      ApoCueMatch match;
      guint n = try_phrase (&f, i);

      if (n > 0)
        {
          i += n - 1;
          continue;
        }
      if (i < f.quoted_to && find_quotation_end (&f, i) > 0)
        continue;
      if (get (&f, i)->verb == NULL || !apo_claim_cues_match (reading, i, &match))
        continue;

      if (!try_aside (&f, &match))
        try_frames (&f, &match);
    }
}

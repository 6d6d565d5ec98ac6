/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-event-clause.h"

#include "apo-event-label.h"
#include "apo-event-noun.h"
#include "apo-speakers.h"
#include "apo-timex.h"

/* What a comma between a verb and a time weighs against tokens between them. */
#define COMMA_DISTANCE 8
/* A subject longer than so many characters is cut to its head. */
#define MAX_SUBJECT 26

/* What the verb group at a finite verb says. */
typedef struct {
  guint first;                  /* with pronouns and negation */
  guint main;                   /* what carries the meaning */
  gboolean negated;
  gboolean past;
  gboolean future;
  gboolean bare;                /* an auxiliary alone */
} Group;

static gboolean
is_border (const ApoReading *reading,
           guint             i)
{
  const ApoClasses *is = &reading->rules->is;

  if (apo_reading_get_name (reading, i) != NULL || reading->time_at[i] >= 0)
    return FALSE;

  return apo_reading_is_mark (reading, i, ";:.!?«»()")
         || (apo_reading_is_mark (reading, i, "—–")
             && (apo_reading_get (reading, i)->flags & APO_TOKEN_SPACED))
         || (apo_reading_get (reading, i)->flags & (APO_TOKEN_OPENING | APO_TOKEN_CLOSING))
         || apo_reading_is (reading, i, is->that | is->relative)
         || (apo_reading_is (reading, i, is->subordination)
             && !apo_reading_is (reading, i, is->preposition | is->adverb));
}

/**
 * apo_event_clause_find_borders:
 *
 * Returns: the stretch around @token without a mark or a word that parts clauses
 */
ApoSpan
apo_event_clause_find_borders (const ApoReading *reading,
                               ApoSpan           sentence,
                               guint             token)
{
  ApoSpan borders = { token, token + 1 };

  while (borders.start > sentence.start && !is_border (reading, borders.start - 1))
    borders.start--;
  while (borders.end < sentence.end && !is_border (reading, borders.end))
    borders.end++;

  return borders;
}

static guint
get_distance (const ApoReading *reading,
              guint             verb,
              ApoSpan           time)
{
  guint from = verb < time.start ? verb + 1 : time.end;
  guint to = verb < time.start ? time.start : verb;
  guint distance = to - from;

  for (guint i = from; i < to; i++)
    if (apo_reading_is_mark (reading, i, ",") && i + 1 != time.start && i != time.end)
      distance += COMMA_DISTANCE;

  return distance;
}

static guint
find_verb (const ApoReading *reading,
           ApoSpan           borders,
           ApoSpan           time)
{
  guint best = G_MAXUINT, best_distance = G_MAXUINT;

  for (guint i = borders.start; i < borders.end; i++)
    if ((i < time.start || i >= time.end) && apo_reading_is_finite (reading, i)
        && apo_reading_get_name (reading, i) == NULL)
      {
        guint distance = get_distance (reading, i, time);

        if (distance < best_distance)
          {
            best = i;
            best_distance = distance;
          }
      }

  return best;
}

static ApoWordClasses
get_lemma_classes (const ApoReading *reading,
                   guint             token)
{
  ApoWordClasses classes = 0;

  for (const ApoVerbReading *verb = apo_reading_get (reading, token)->verb; verb != NULL;
       verb = verb->next)
    classes |= apo_language_pack_get_classes (reading->rules->pack, verb->lemma);

  return classes;
}

static gboolean
has_lemma (const ApoReading *reading,
           guint             token,
           ApoEventUse       use)
{
  for (const ApoVerbReading *verb = apo_reading_get (reading, token)->verb; verb != NULL;
       verb = verb->next)
    if (GPOINTER_TO_UINT (g_hash_table_lookup (reading->rules->event_words, verb->lemma)) & use)
      return TRUE;

  return FALSE;
}

static gboolean
is_cue (const ApoReading *reading,
        guint             token)
{
  for (guint i = reading->claim_cues->len; i-- > 0;)
    {
      ApoSpan cue = g_array_index (reading->claim_cues, ApoSpan, i);

      if (cue.start <= token && token < cue.end)
        return TRUE;
      if (cue.end + 400 < token)
        break;
    }

  for (const ApoVerbReading *verb = apo_reading_get (reading, token)->verb; verb != NULL;
       verb = verb->next)
    {
      const ApoCue *cue = g_hash_table_lookup (reading->rules->cues, verb->lemma);

      if (apo_cue_get_frames (cue) & APO_FRAME_THAT)
        return TRUE;
    }

  return FALSE;
}

/* The next form of one of the kinds, over adverbs, pronouns and times. */
static guint
find_form (const ApoReading *reading,
           ApoSpan           borders,
           guint             from,
           guint             forms)
{
  const ApoClasses *is = &reading->rules->is;

  for (guint i = from; i < borders.end && i < from + 5; i++)
    {
      if (apo_verb_reading_collect (apo_reading_get (reading, i)->verb) & forms)
        return i;
      if (!apo_reading_is (reading, i, is->adverb | is->negator | is->clitic | is->inverted)
          && !apo_event_is (reading, i, APO_EVENT_LINK)
          && !g_str_has_suffix (apo_reading_get (reading, i)->norm, "ment"))
        break;
    }

  return G_MAXUINT;
}

static Group
read_group (const ApoReading *reading,
            ApoSpan           borders,
            guint             verb)
{
  const ApoClasses *is = &reading->rules->is;
  ApoWordClasses lemma = get_lemma_classes (reading, verb);
  guint forms = apo_verb_reading_collect (apo_reading_get (reading, verb)->verb);
  Group group = { verb, verb };
  guint next;

  while (group.first > borders.start
         && apo_reading_is (reading, group.first - 1, is->clitic | is->negation)
         && !apo_reading_is (reading, group.first - 1, is->subject))
    group.negated |= apo_reading_is (reading, --group.first, is->negation);

  if (lemma & (is->auxiliary | is->passive))
    {
      next = find_form (reading, borders, verb + 1, APO_VERB_PARTICIPLE);
      if (next != G_MAXUINT && (get_lemma_classes (reading, next) & is->passive))
        next = find_form (reading, borders, next + 1, APO_VERB_PARTICIPLE);
      group.bare = next == G_MAXUINT;
      group.past = !group.bare;
      group.main = group.bare ? verb : next;
    }
  else if (has_lemma (reading, verb, APO_EVENT_PLAN) || (lemma & is->near_future)
           || apo_reading_is (reading, verb, is->near_future))
    {
      next = find_form (reading, borders, verb + 1, APO_VERB_INFINITIVE);
      group.bare = next == G_MAXUINT;
      group.future = !group.bare;
      group.main = group.bare ? verb : next;
    }
  else
    {
      group.past = (forms & APO_VERB_PAST) != 0;
      group.future = (forms & (APO_VERB_FUTURE | APO_VERB_CONDITIONAL)) != 0;
    }

  return group;
}

/* A verb in the present tells an event only of a day: « Le 4 mai 1911, le pont cède ». */
static gboolean
is_happening (const ApoReading *reading,
              const Group      *group,
              guint             time)
{
  const ApoFoundTime *found = g_ptr_array_index (reading->findings->times, reading->time_at[time]);
  guint forms = apo_verb_reading_collect (apo_reading_get (reading, group->main)->verb);

  if (group->negated || group->bare || has_lemma (reading, group->main, APO_EVENT_STATE))
    return FALSE;
  if (time > 0 && apo_event_is (reading, time - 1, APO_EVENT_SINCE))
    return FALSE;

  return group->past || group->future
         || ((forms & APO_VERB_PRESENT)
             && apo_timex_get_precision (found->value) == APO_PRECISION_DAY);
}

/* « Le ministre de la Pêche du royaume » is cut to « Le ministre de la Pêche ». */
static ApoSpan
cut_subject (const ApoReading *reading,
             ApoSpan           subject)
{
  const ApoClasses *is = &reading->rules->is;
  guint cut = 0;

  for (guint i = subject.start; i < subject.end; i++)
    {
      ApoSpan part = { subject.start, i };

      if (reading->time_at[i] >= 0)
        {
          subject.start = apo_event_get_time_end (reading, i);
          return subject.start < subject.end ? cut_subject (reading, subject) : APO_SPAN (0, 0);
        }
      if (i > subject.start && apo_event_label_measure (reading, &part, 1) > MAX_SUBJECT)
        return APO_SPAN (subject.start, cut > 0 ? cut : i);
      if (i == subject.start || apo_reading_get_name (reading, i) != NULL)
        continue;
      if (apo_reading_is (reading, i, is->preposition | is->of))
        cut = i;
      if (apo_reading_is_mark (reading, i, ",("))
        return APO_SPAN (subject.start, i);
      if (apo_reading_is (reading, i, is->by)
          || (apo_verb_reading_collect (apo_reading_get (reading, i)->verb) == APO_VERB_PARTICIPLE))
        return APO_SPAN (subject.start, i);
    }

  return subject;
}

/* Whether a noun phrase can begin there: not with « permis », « de ». */
static gboolean
is_phrase (const ApoReading *reading,
           guint             i)
{
  const ApoClasses *is = &reading->rules->is;

  if (apo_reading_get_name (reading, i) != NULL)
    return TRUE;
  if (apo_reading_is (reading, i, is->preposition | is->contracted))
    return FALSE;

  return apo_reading_is (reading, i, is->determiner) || apo_reading_get (reading, i)->verb == NULL;
}

/* « Anne Morin dit qu'elle a signé »: who says it, where what is said begins with the pronoun. */
static int
find_speaker (const ApoReading *reading,
              guint             pronoun)
{
  ApoSpan span = apo_reading_get (reading, pronoun)->span;
  GPtrArray *claims = reading->findings->claims;

  for (guint i = claims->len; i-- > 0;)
    {
      const ApoFoundClaim *claim = g_ptr_array_index (claims, i);
      ApoSpan content = g_array_index (claim->content, ApoSpan, 0);

      if (content.start == span.start)
        return claim->speaker;
      if (content.end < span.start)
        break;
    }

  return APO_FOUND_NONE;
}

static void
find_subject (ApoReading     *reading,
              const Group    *group,
              ApoEventClause *clause)
{
  const ApoSpeakers nobody = { APO_FOUND_NONE, APO_FOUND_NONE };
  ApoSource source = apo_speakers_before (reading, &nobody, group->first);

  clause->subject = APO_SPAN (0, 0);
  clause->subject_actor = APO_FOUND_NONE;
  if (apo_span_get_length (source.tokens) == 0 || source.first_person)
    return;

  while (source.tokens.start + 1 < source.tokens.end
         && apo_reading_get (reading, source.tokens.start)->kind == APO_TOKEN_PUNCTUATION)
    source.tokens.start++;

  if (source.pronoun)
    clause->subject_actor = find_speaker (reading, source.tokens.start);
  if (source.pronoun && clause->subject_actor == APO_FOUND_NONE)
    clause->subject_actor = source.actor;
  else if (!apo_reading_is (reading, source.tokens.end - 1, reading->rules->is.subject)
           && is_phrase (reading, source.tokens.start))
    clause->subject = cut_subject (reading, source.tokens);
}

/* The verb and what follows, over the time, to the next comma or verb. */
static void
find_pieces (const ApoReading *reading,
             ApoSpan           borders,
             const Group      *group,
             ApoEventClause   *clause)
{
  guint i = group->first;
  ApoSpan piece = { i, i };

  clause->n_pieces = 0;
  while (i < borders.end)
    {
      gboolean time = reading->time_at[i] >= 0;

      if (!time && i > group->main
          && (apo_reading_is_mark (reading, i, ",") || apo_reading_is_finite (reading, i)))
        break;
      if (time)
        {
          if (piece.end > piece.start && clause->n_pieces < 2)
            clause->pieces[clause->n_pieces++] = piece;
          i = apo_event_get_time_end (reading, i);
          piece = APO_SPAN (i, i);
          if (apo_reading_is_mark (reading, i, ","))
            break;
          continue;
        }
      piece.end = ++i;
    }

  if (piece.end > piece.start && clause->n_pieces < 2)
    clause->pieces[clause->n_pieces++] = piece;
  clause->tokens = APO_SPAN (group->first, MAX (i, group->first + 1));
}

/**
 * apo_event_clause_read:
 * @borders: of the clause
 * @time: the token where its time begins
 * @clause: (out):
 *
 * Reads the clause around a time: its nearest verb, whether that tells something that happens, and
 * who does it.
 */
void
apo_event_clause_read (ApoReading     *reading,
                       ApoSpan         borders,
                       guint           time,
                       ApoEventClause *clause)
{
  ApoSpan tokens = { time, apo_event_get_time_end (reading, time) };
  Group group;

  *clause = (ApoEventClause) { .subject_actor = APO_FOUND_NONE };
  clause->verb = find_verb (reading, borders, tokens);
  if (clause->verb == G_MAXUINT)
    return;

  group = read_group (reading, borders, clause->verb);
  clause->said = is_cue (reading, clause->verb) || is_cue (reading, group.main);
  clause->happens = !clause->said && is_happening (reading, &group, time);
  find_pieces (reading, borders, &group, clause);
  if (!clause->happens)
    return;

  find_subject (reading, &group, clause);
  if (apo_span_get_length (clause->subject) == 0 && clause->subject_actor == APO_FOUND_NONE)
    clause->happens = FALSE;
  if (apo_span_get_length (clause->subject) > 0)
    clause->tokens.start = MIN (clause->subject.start, clause->tokens.start);
}

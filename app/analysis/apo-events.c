/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-events.h"

#include <string.h>

#include "apo-certainty.h"
#include "apo-event-clause.h"
#include "apo-event-label.h"
#include "apo-event-noun.h"
#include "apo-timex.h"

/* No sentence gives more events. */
#define MAX_EVENTS 2
/* So many tokens may lie between a noun and its time. */
#define MAX_REACH 14
/* Behind a saying verb a time belongs to a noun right before it only. */
#define MAX_REACH_SAID 3

static gboolean
is_in_cue (const ApoReading *reading,
           ApoSpan           sentence,
           ApoSpan           span)
{
  guint start = apo_reading_get (reading, sentence.start)->span.start;

  for (guint i = reading->findings->claims->len; i-- > 0;)
    {
      const ApoFoundClaim *claim = g_ptr_array_index (reading->findings->claims, i);

      if (apo_span_overlaps (claim->cue, span) || apo_span_overlaps (claim->source, span))
        return TRUE;
      if (g_array_index (claim->content, ApoSpan, 0).start < start)
        return FALSE;
    }

  return FALSE;
}

static ApoSpan
get_extent (const ApoEventNoun *noun)
{
  return APO_SPAN (noun->noun, noun->pieces[noun->n_pieces - 1].end);
}

static void
find_nouns (const ApoReading *reading,
            ApoSpan           sentence,
            GArray           *nouns)
{
  for (guint i = sentence.start; i < sentence.end; i++)
    {
      ApoEventNoun noun = { .n_pieces = 1 };

      if (!apo_event_is (reading, i, APO_EVENT_NOUN))
        continue;

      if (!apo_event_noun_read (reading, sentence, i, &noun))
        {
          /* « la grève a pris fin lundi »: a time elsewhere in the clause may still say which */
          if (apo_span_get_length (get_extent (&noun)) == 0)
            continue;
        }
      if (is_in_cue (reading, sentence, apo_reading_get_span (reading, get_extent (&noun))))
        continue;

      g_array_append_val (nouns, noun);
      i = get_extent (&noun).end - 1;
    }
}

/* The noun of the clause that the time says when it happens, if there is one. */
static ApoEventNoun *
find_dated (const ApoReading     *reading,
            GArray               *nouns,
            ApoSpan               borders,
            const ApoEventClause *clause,
            guint                 time)
{
  ApoEventNoun *best = NULL;
  guint best_distance = clause->said ? MAX_REACH_SAID : MAX_REACH;

  for (guint n = 0; n < nouns->len; n++)
    {
      ApoEventNoun *noun = &g_array_index (nouns, ApoEventNoun, n);
      ApoSpan extent = get_extent (noun);
      guint distance = extent.end <= time ? time - extent.end
                                          : noun->noun - apo_event_get_time_end (reading, time);

      if (noun->dated || !apo_span_contains (borders, extent)
          || (noun->apart && distance > 2) || (clause->said && extent.end > time))
        continue;
      if (distance <= best_distance)
        {
          best = noun;
          best_distance = distance;
        }
    }

  return best;
}

static void
add_actor (ApoFoundEvent *event,
           int            actor)
{
  for (guint k = 0; k < event->actors->len; k++)
    if (g_array_index (event->actors, int, k) == actor)
      return;

  g_array_append_val (event->actors, actor);
}

/* Who takes part: the names of the label, and those of its clause that are neither a mere place nor
 * one who only speaks of it. */
static void
add_actors (const ApoReading *reading,
            ApoSpan           sentence,
            ApoSpan           clause,
            ApoSpan           label,
            ApoFoundEvent    *event)
{
  for (guint i = clause.start; i < clause.end; i++)
    {
      const ApoName *name = apo_reading_get_name (reading, i);
      gboolean inside = label.start <= i && i < label.end;

      if (name == NULL || name->actor == APO_FOUND_NONE)
        continue;
      if (!inside && (name->form == APO_MENTION_DEMONYM
                      || (name->kind == APO_ACTOR_COUNTRY && !name->institution
                          && name->acting == APO_ACTING_NOT)
                      || is_in_cue (reading, sentence,
                                    apo_reading_get_span (reading, name->tokens))))
        continue;
      add_actor (event, name->actor);
    }
}

/* « à la fin de l’année » is only a part of the year. */
static gboolean
is_part (const ApoReading *reading,
         guint             time)
{
  guint end = apo_event_get_time_end (reading, time);

  for (guint i = MAX (time, 3) - 3; i < end; i++)
    if (apo_event_is (reading, i, APO_EVENT_PART)
        && (i >= time || apo_reading_is (reading, time - 1, reading->rules->is.of)))
      return TRUE;

  return FALSE;
}

static void
set_time (const ApoReading *reading,
          ApoFoundEvent    *event,
          guint             token)
{
  const ApoFoundTime *time = g_ptr_array_index (reading->findings->times, reading->time_at[token]);

  event->time = reading->time_at[token];
  event->interval = time->range;
  event->precision = apo_timex_get_precision (time->value);
  if (event->precision == APO_PRECISION_NONE || is_part (reading, token)
      || time->range.earliest != time->interval.earliest
      || time->range.latest != time->interval.latest)
    event->precision = APO_PRECISION_VAGUE;
}

/* The event that was found before and is the same: the same noun with the same complement, or
 * without one (*la rencontre*), and on the same days where both have some. */
static ApoFoundEvent *
find_known (const ApoReading   *reading,
            const ApoEventNoun *noun,
            const char         *key)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (reading->event_keys, key));
  ApoFoundEvent *event;
  const ApoFoundTime *time;

  if (index == 0)
    return NULL;

  event = g_ptr_array_index (reading->findings->events, index - 1);
  if (!noun->dated || event->time == APO_FOUND_NONE || noun->complement == 0)
    return event;

  time = g_ptr_array_index (reading->findings->times, reading->time_at[noun->time]);
  if (!apo_interval_is_known (time->interval) || !apo_interval_is_known (event->interval))
    return event;

  return time->interval.earliest <= event->interval.latest
         && event->interval.earliest <= time->interval.latest ? event : NULL;
}

static gboolean
is_known (const ApoReading   *reading,
          const ApoEventNoun *noun)
{
  g_autofree char *key = apo_event_noun_dup_key (reading, noun);

  return g_hash_table_contains (reading->event_keys, key);
}

static gboolean
add_noun (ApoReading         *reading,
          ApoSpan             sentence,
          const ApoEventNoun *noun)
{
  g_autofree char *key = apo_event_noun_dup_key (reading, noun);
  g_autofree char *label = NULL;
  ApoFoundEvent *event = find_known (reading, noun, key);
  ApoSpan extent = get_extent (noun);
  ApoSpan borders;

  if (event != NULL)
    {
      if (event->time == APO_FOUND_NONE && noun->dated)
        set_time (reading, event, noun->time);
      return FALSE;
    }
  if (noun->complement == 0 && !noun->dated)
    return FALSE;

  borders = apo_event_clause_find_borders (reading, sentence, noun->noun);
  label = apo_event_label_dup (reading, NULL, noun->pieces, noun->n_pieces);
  event = apo_findings_add_event (reading->findings, apo_reading_get_span (reading, extent), label);
  if (noun->dated)
    set_time (reading, event, noun->time);
  event->certainty = apo_certainty_of_tokens (reading, borders);
  add_actors (reading, sentence, borders, extent, event);
  if (noun->complement != 0)
    g_hash_table_insert (reading->event_keys,
                         g_strndup (key, strcspn (key, "|") + 1),
                         GUINT_TO_POINTER (reading->findings->events->len));
  g_hash_table_insert (reading->event_keys, g_steal_pointer (&key),
                       GUINT_TO_POINTER (reading->findings->events->len));

  return TRUE;
}

static gboolean
add_clause (ApoReading           *reading,
            ApoSpan               sentence,
            const ApoEventClause *clause,
            guint                 time)
{
  g_autofree char *subject = NULL;
  g_autofree char *label = NULL;
  ApoFoundEvent *event;

  for (guint e = reading->findings->events->len; e-- > 0;)
    {
      event = g_ptr_array_index (reading->findings->events, e);
      if (event->span.end <= apo_reading_get (reading, sentence.start)->span.start)
        break;
      if (apo_span_overlaps (event->span, apo_reading_get_span (reading, clause->pieces[0])))
        return FALSE;
    }

  if (apo_span_get_length (clause->subject) > 0)
    subject = apo_event_label_dup (reading, NULL, &clause->subject, 1);
  else
    subject = g_strdup (((ApoFoundActor *) g_ptr_array_index (reading->findings->actors,
                                                              clause->subject_actor))->name);
  label = apo_event_label_dup (reading, subject, clause->pieces, clause->n_pieces);
  event = apo_findings_add_event (reading->findings,
                                  apo_reading_get_span (reading, clause->tokens), label);
  set_time (reading, event, time);
  event->certainty = apo_certainty_of_tokens (reading, clause->tokens);
  if (clause->subject_actor != APO_FOUND_NONE)
    add_actor (event, clause->subject_actor);
  add_actors (reading, sentence, clause->tokens, clause->tokens, event);

  return TRUE;
}

static gboolean
is_taken (const ApoReading *reading,
          const GArray     *nouns,
          guint             time)
{
  for (guint n = 0; n < nouns->len; n++)
    if (g_array_index (nouns, ApoEventNoun, n).dated
        && g_array_index (nouns, ApoEventNoun, n).time == time)
      return TRUE;

  return FALSE;
}

/* Gives a time to the noun it belongs to, or makes an event of its clause.  Returns how many events
 * it made. */
static guint
read_time (ApoReading *reading,
           ApoSpan     sentence,
           GArray     *nouns,
           guint       time)
{
  ApoSpan borders = apo_event_clause_find_borders (reading, sentence, time);
  ApoEventClause clause;
  ApoEventNoun *dated;

  apo_event_clause_read (reading, borders, time, &clause);
  dated = find_dated (reading, nouns, borders, &clause, time);
  if (dated != NULL && (dated->complement != 0 || !clause.happens || is_known (reading, dated)))
    {
      dated->dated = TRUE;
      dated->time = time;
      return 0;
    }

  return clause.happens && clause.n_pieces > 0
         && add_clause (reading, sentence, &clause, time) ? 1 : 0;
}

/**
 * apo_events_find:
 *
 * Makes events of the nouns of the sentence that name one (*la visite du roi à Oslo*), dated where
 * a time stands with them, and of the clauses with a date whose verb tells what happened.  Call it
 * after the claims of the sentence were found: what only reports is no event.
 */
void
apo_events_find (ApoReading *reading,
                 ApoSpan     sentence)
{
  g_autoptr (GArray) nouns = g_array_new (FALSE, FALSE, sizeof (ApoEventNoun));
  guint n_events = 0;

  find_nouns (reading, sentence, nouns);

  for (guint i = sentence.start; i < sentence.end && n_events < MAX_EVENTS; i++)
    if (apo_event_is_datable (reading, i) && !is_taken (reading, nouns, i))
      n_events += read_time (reading, sentence, nouns, i);

  for (guint pass = 0; pass < 2; pass++)
    for (guint n = 0; n < nouns->len && n_events < MAX_EVENTS; n++)
      {
        const ApoEventNoun *noun = &g_array_index (nouns, ApoEventNoun, n);

        if (noun->dated == (pass == 0))
          n_events += add_noun (reading, sentence, noun);
      }
}

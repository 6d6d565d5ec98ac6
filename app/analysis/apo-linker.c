/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-linker.h"

#include "apo-event-clause.h"

/* Claims are in the order of their sentences, and no claim is longer than its sentence: what a
 * passage
 * has to do with lies among the claims of the same sentence.  @from moves on with the passage. */

static ApoFoundClaim *
get_claim (const ApoReading *reading,
           guint             i)
{
  return g_ptr_array_index (reading->findings->claims, i);
}

static const ApoSpan *
get_content (const ApoFoundClaim *claim)
{
  return (const ApoSpan *) (gconstpointer) claim->content->data;
}

static ApoSpan
get_extent (const ApoFoundClaim *claim)
{
  return APO_SPAN (get_content (claim)[0].start, get_content (claim)[claim->content->len - 1].end);
}

static gboolean
holds (const ApoFoundClaim *claim,
       ApoSpan              span)
{
  return apo_spans_contain (get_content (claim), claim->content->len, span);
}

/* Sentences are cut at a fixed length: further back than this no claim reaches. */
static guint
skip_claims (const ApoReading *reading,
             const guint      *starts,
             guint             position)
{
  guint low = 0, high = reading->findings->claims->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (starts[middle] < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
nest_claims (ApoReading  *reading,
             const guint *starts)
{
  guint n = reading->findings->claims->len;

  for (guint i = 0; i < n; i++)
    {
      ApoFoundClaim *inner = get_claim (reading, i);
      guint best_length = G_MAXUINT;

      if (apo_span_get_length (inner->cue) == 0)
        continue;

      for (guint k = skip_claims (reading, starts, starts[i]); k < n && starts[k] == starts[i]; k++)
        {
          const ApoFoundClaim *outer = get_claim (reading, k);
          guint length = apo_spans_get_length (get_content (outer), outer->content->len);

          if (k != i && holds (outer, inner->cue) && length < best_length
              && apo_span_contains (get_extent (outer), get_extent (inner)))
            {
              inner->reported_by = k;
              best_length = length;
            }
        }
    }
}

/* Two that report each other (two cues, one passage twice) would be a circle: the later one
 * gives in. */
static void
break_circles (ApoReading *reading)
{
  guint n = reading->findings->claims->len;

  for (guint i = 0; i < n; i++)
    {
      guint steps = 0;
      int k = get_claim (reading, i)->reported_by;

      while (k != APO_FOUND_NONE && k != (int) i && steps++ < 20)
        k = get_claim (reading, k)->reported_by;
      if (k != APO_FOUND_NONE)
        get_claim (reading, i)->reported_by = APO_FOUND_NONE;
    }
}

static void
add_once (GArray *array,
          int     value)
{
  for (guint i = 0; i < array->len; i++)
    if (g_array_index (array, int, i) == value)
      return;

  g_array_append_val (array, value);
}

static guint
find_sentence_start (const ApoReading *reading,
                     guint             offset)
{
  const GArray *sentences = reading->findings->sentences;
  guint low = 0, high = sentences->len;

  while (low + 1 < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (sentences, ApoSpan, middle).start <= offset)
        low = middle;
      else
        high = middle;
    }

  return sentences->len > 0 ? g_array_index (sentences, ApoSpan, low).start : 0;
}

/* Whether a time stands in the clause of the claim's cue, so that it says when it was said. */
static gboolean
is_with_cue (const ApoReading    *reading,
             const ApoFoundClaim *claim,
             const ApoFoundTime  *time)
{
  guint token = apo_reading_find_token (reading, time->span.start);
  guint cue = apo_reading_find_token (reading, claim->cue.start);
  ApoSpan clause;

  if (apo_span_get_length (claim->cue) == 0)
    return FALSE;

  clause = apo_event_clause_find_borders (reading, apo_reading_get_sentence (reading, cue), cue);

  return clause.start <= token && token < clause.end;
}

static void
link_times (ApoReading  *reading,
            const guint *starts)
{
  for (guint t = 0; t < reading->findings->times->len; t++)
    {
      const ApoFoundTime *time = g_ptr_array_index (reading->findings->times, t);
      guint sentence = find_sentence_start (reading, time->span.start);

      for (guint k = skip_claims (reading, starts, sentence);
           k < reading->findings->claims->len && starts[k] == sentence; k++)
        {
          ApoFoundClaim *claim = get_claim (reading, k);

          if (holds (claim, time->span))
            {
              if (claim->event_time == APO_FOUND_NONE && time->type != APO_TIME_SET
                  && apo_interval_is_known (time->interval))
                claim->event_time = t;
            }
          else if (claim->statement_time == APO_FOUND_NONE && time->type != APO_TIME_DURATION
                   && time->type != APO_TIME_SET && is_with_cue (reading, claim, time))
            claim->statement_time = t;
        }
    }
}

static void
link_actors (ApoReading  *reading,
             const guint *starts)
{
  for (guint n = 0; n < reading->names->len; n++)
    {
      const ApoName *name = &g_array_index (reading->names, ApoName, n);
      ApoSpan span;
      guint sentence;

      if (name->actor == APO_FOUND_NONE || name->form == APO_MENTION_DEMONYM)
        continue;

      span = apo_reading_get_span (reading, name->tokens);
      sentence = find_sentence_start (reading, span.start);
      for (guint k = skip_claims (reading, starts, sentence);
           k < reading->findings->claims->len && starts[k] == sentence; k++)
        if (holds (get_claim (reading, k), span) && get_claim (reading, k)->speaker != name->actor)
          add_once (get_claim (reading, k)->about, name->actor);
    }
}

static void
link_events (ApoReading  *reading,
             const guint *starts)
{
  for (guint e = 0; e < reading->findings->events->len; e++)
    {
      ApoFoundEvent *event = g_ptr_array_index (reading->findings->events, e);
      guint sentence = find_sentence_start (reading, event->span.start);

      for (guint k = skip_claims (reading, starts, sentence);
           k < reading->findings->claims->len && starts[k] == sentence; k++)
        if (holds (get_claim (reading, k), event->span))
          {
            add_once (event->claims, k);
            if (event->statement_time == APO_FOUND_NONE)
              event->statement_time = get_claim (reading, k)->statement_time;
          }
    }
}

static void
link_relations (ApoReading  *reading,
                const guint *starts)
{
  for (guint r = 0; r < reading->findings->relations->len; r++)
    {
      ApoFoundRelation *relation = g_ptr_array_index (reading->findings->relations, r);

      for (guint i = 0; i < relation->evidence->len; i++)
        {
          ApoSpan evidence = g_array_index (relation->evidence, ApoSpan, i);
          guint sentence = find_sentence_start (reading, evidence.start);

          for (guint k = skip_claims (reading, starts, sentence);
               k < reading->findings->claims->len && starts[k] == sentence; k++)
            if (holds (get_claim (reading, k), evidence))
              add_once (relation->claims, k);
        }
    }
}

/**
 * apo_linker_link:
 *
 * Ties together what the finders found: claims within claims, the times and actors of claims,
 * and the
 * claims that hold an event or a relation.  O(n log n) over what was found.
 */
void
apo_linker_link (ApoReading *reading)
{
  guint n = reading->findings->claims->len;
  g_autofree guint *starts = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    starts[i] = find_sentence_start (reading, get_content (get_claim (reading, i))[0].start);

  nest_claims (reading, starts);
  break_circles (reading);
  link_times (reading, starts);
  link_actors (reading, starts);
  link_events (reading, starts);
  link_relations (reading, starts);
}

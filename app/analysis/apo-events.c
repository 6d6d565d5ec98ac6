/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-events.h"

#include <string.h>

#include "apo-certainty.h"
#include "apo-timex.h"

/* A label is at most so many characters long. */
#define MAX_LABEL 40

static gboolean
is_event_noun (const ApoReading *reading,
               guint             i)
{
  return g_hash_table_contains (reading->rules->event_nouns, apo_reading_get (reading, i)->norm)
         && !apo_reading_is_finite (reading, i);
}

/* The clause around a token: to the next mark that parts clauses. */
static ApoSpan
get_clause (const ApoReading *reading,
            ApoSpan           sentence,
            guint             token)
{
  ApoSpan clause = { token, token + 1 };

  while (clause.start > sentence.start
         && !apo_reading_is_mark (reading, clause.start - 1, ";:.!?—"))
    clause.start--;
  while (clause.end < sentence.end && !apo_reading_is_mark (reading, clause.end, ";:.!?—"))
    clause.end++;

  return clause;
}

/* An event noun with what belongs to it, or the verb of the clause with its object. */
static ApoSpan
find_label (const ApoReading *reading,
            ApoSpan           clause,
            guint             time)
{
  const ApoClasses *is = &reading->rules->is;
  guint best = G_MAXUINT, distance = G_MAXUINT;
  ApoSpan label;

  for (guint i = clause.start; i < clause.end; i++)
    {
      guint d = i > time ? i - time : time - i;

      if (is_event_noun (reading, i) && d < distance)
        {
          best = i;
          distance = d;
        }
    }

  for (guint i = clause.start; i < clause.end && best == G_MAXUINT; i++)
    if (apo_reading_is_finite (reading, i) && reading->time_at[i] < 0)
      best = i;

  if (best == G_MAXUINT)
    best = clause.start;

  label = APO_SPAN (best, best + 1);
  while (label.end < clause.end && !apo_reading_is_mark (reading, label.end, ",;:()«»")
         && reading->time_at[label.end] < 0
         && !(apo_reading_is (reading, label.end, is->relative | is->that))
         && !(is_event_noun (reading, best) && apo_reading_is_finite (reading, label.end))
         && apo_span_get_length (apo_reading_get_span (reading, APO_SPAN (best, label.end + 1)))
            <= MAX_LABEL)
    label.end++;

  /* no label ends with « de », « et », « le » */
  while (label.end > label.start + 1
         && apo_reading_is (reading, label.end - 1,
                            is->preposition | is->determiner | is->coordination | is->negation))
    label.end--;

  return label;
}

static char *
capitalize (const char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strup (text, rest - text);
  g_autofree char *short_text = NULL;
  glong length = g_utf8_strlen (text, -1);

  if (length <= MAX_LABEL)
    return g_strconcat (first, rest, NULL);

  short_text = g_utf8_substring (rest, 0, MAX_LABEL - 2);

  return g_strconcat (first, short_text, "…", NULL);
}

static void
add_actors (const ApoReading *reading,
            ApoSpan           clause,
            ApoFoundEvent    *event)
{
  for (guint i = clause.start; i < clause.end; i++)
    {
      const ApoName *name = apo_reading_get_name (reading, i);
      gboolean known = name == NULL || name->actor == APO_FOUND_NONE
                       || name->form == APO_MENTION_DEMONYM;

      for (guint k = 0; !known && k < event->actors->len; k++)
        known = g_array_index (event->actors, int, k) == name->actor;
      if (!known)
        g_array_append_val (event->actors, name->actor);
    }
}

/**
 * apo_events_find:
 *
 * Makes an event of each date of the sentence that stands for known days and has something in its
 * clause that happens.
 */
void
apo_events_find (ApoReading *reading,
                 ApoSpan     sentence)
{
  guint last_start = G_MAXUINT;

  for (guint i = sentence.start; i < sentence.end; i++)
    {
      const ApoFoundTime *time;
      ApoFoundEvent *event;
      ApoSpan clause, label;
      g_autofree char *text = NULL;
      g_autofree char *name = NULL;

      if (reading->time_at[i] < 0)
        continue;

      time = g_ptr_array_index (reading->findings->times, reading->time_at[i]);
      if (!apo_interval_is_known (time->interval)
          || (time->type != APO_TIME_DATE && time->type != APO_TIME_TIME))
        continue;

      clause = get_clause (reading, sentence, i);
      label = find_label (reading, clause, i);
      if (clause.end - clause.start < 4 || label.start == last_start)
        continue;

      last_start = label.start;
      text = apo_reading_dup_text (reading, label);
      for (char *p = text; *p != '\0'; p++)
        if (*p == '\n')
          *p = ' ';
      name = capitalize (text);
      event = apo_findings_add_event (reading->findings, apo_reading_get_span (reading, clause),
                                      name);
      event->time = reading->time_at[i];
      event->interval = time->interval;
      event->precision = apo_timex_get_precision (time->value);
      event->certainty = apo_certainty_of_tokens (reading, clause);
      add_actors (reading, clause, event);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relations.h"

#include <string.h>

#include "apo-certainty.h"

/* No stem of the table is longer. */
#define MAX_STEM 24
/* How many tokens may lie between a trigger and each of its two actors. */
#define MAX_REACH 14

static const ApoTrigger *
find_trigger (const ApoReading *reading,
              guint             token)
{
  const ApoToken *t = apo_reading_get (reading, token);
  g_autofree char *whole = NULL;
  g_autofree char *stem = NULL;
  const ApoTrigger *trigger;

  if (t->kind != APO_TOKEN_WORD || apo_reading_get_name (reading, token) != NULL)
    return NULL;

  whole = g_strconcat ("=", t->norm, NULL);
  trigger = g_hash_table_lookup (reading->rules->triggers, whole);
  if (trigger != NULL)
    return trigger;

  /* Ever shorter beginnings of the word: those in the table are at least three letters long. */
  stem = g_strndup (t->norm, MAX_STEM);
  for (gsize length = strlen (stem); length >= 3; length--)
    {
      stem[length] = '\0';
      trigger = g_hash_table_lookup (reading->rules->triggers, stem);
      if (trigger != NULL)
        return trigger;
    }

  return NULL;
}

/* Whether the way from @from to @to stays within one clause. */
static gboolean
is_clause (const ApoReading *reading,
           guint             from,
           guint             to)
{
  const ApoClasses *is = &reading->rules->is;

  for (guint i = from; i < to; i++)
    if (apo_reading_is_mark (reading, i, ";:.!?«»")
        || apo_reading_is (reading, i, is->contrast | is->that)
        || (apo_reading_is (reading, i, is->subordination)
            && !apo_reading_is (reading, i, is->preposition)))
      return FALSE;

  return TRUE;
}

static const ApoName *
find_actor (const ApoReading *reading,
            ApoSpan           sentence,
            guint             token,
            int               step,
            int               not_actor)
{
  guint i = token;

  for (guint n = 0; n < MAX_REACH; n++)
    {
      const ApoName *name;

      if (step < 0 ? i == sentence.start : i + 1 >= sentence.end)
        return NULL;
      i += step;

      name = apo_reading_get_name (reading, i);
      if (name == NULL || name->actor == APO_FOUND_NONE || name->actor == not_actor
          || name->form == APO_MENTION_DEMONYM)
        continue;
      if (name->kind == APO_ACTOR_COUNTRY && !name->institution && name->acting == APO_ACTING_NOT)
        continue;
      if (name->tokens.start > 0
          && apo_reading_is (reading, name->tokens.start - 1, reading->rules->is.contrast))
        continue;

      return name;
    }

  return NULL;
}

static ApoFoundRelation *
find_same (ApoReading       *reading,
           int               from,
           int               to,
           ApoRelationKind   kind)
{
  GPtrArray *relations = reading->findings->relations;
  guint last = relations->len > 200 ? relations->len - 200 : 0;

  for (guint i = relations->len; i-- > last;)
    {
      ApoFoundRelation *relation = g_ptr_array_index (relations, i);

      if (relation->kind == kind
          && ((relation->from == from && relation->to == to)
              || (!relation->directed && relation->from == to && relation->to == from)))
        return relation;
    }

  return NULL;
}

static void
add_relation (ApoReading       *reading,
              const ApoName    *before,
              const ApoName    *after,
              const ApoTrigger *trigger,
              guint             token)
{
  int from = trigger->reversed ? after->actor : before->actor;
  int to = trigger->reversed ? before->actor : after->actor;
  guint start = MIN (before->tokens.start, token);
  guint end = MAX (after->tokens.end, token + 1);
  ApoSpan evidence = apo_reading_get_span (reading, APO_SPAN (start, end));
  ApoFoundRelation *relation = find_same (reading, from, to, trigger->kind);
  gboolean is_new = relation == NULL;

  if (is_new)
    {
      relation = apo_findings_add_relation (reading->findings, from, to, trigger->kind);
      relation->certainty = apo_certainty_of_tokens (reading, APO_SPAN (start, end));
    }
  else if (apo_spans_get_common ((ApoSpan *) (gpointer) relation->evidence->data,
                                 relation->evidence->len, &evidence, 1) > 0)
    return;

  g_array_append_val (relation->evidence, evidence);
}

/**
 * apo_relations_find:
 *
 * Finds pairs of actors with a word between or beside them that says how they stand to one another:
 * within one clause, not across a contrast, and not where one of them is only a place.
 */
void
apo_relations_find (ApoReading *reading,
                    ApoSpan     sentence)
{
  for (guint i = sentence.start; i < sentence.end; i++)
    {
      const ApoTrigger *trigger = find_trigger (reading, i);
      const ApoName *before, *after;

      if (trigger == NULL)
        continue;

      before = find_actor (reading, sentence, i, -1, APO_FOUND_NONE);
      after = find_actor (reading, sentence, i, 1, before != NULL ? before->actor : APO_FOUND_NONE);
      if (before != NULL && after != NULL)
        {
          if (is_clause (reading, before->tokens.end, after->tokens.start))
            add_relation (reading, before, after, trigger, i);
        }
      else if (after != NULL)
        {
          /* « la rencontre de X avec Y » */
          const ApoName *second = find_actor (reading, sentence, after->tokens.end - 1, 1,
                                              after->actor);

          if (second != NULL && second->tokens.start - after->tokens.end <= 4
              && is_clause (reading, i + 1, second->tokens.start))
            add_relation (reading, after, second, trigger, i);
        }
    }
}

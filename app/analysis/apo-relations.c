/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relations.h"

#include <string.h>

#include "apo-certainty.h"
#include "apo-relation-side.h"

/* No stem of the table is longer. */
#define MAX_STEM 24
/* How many tokens may lie between a trigger and the actor behind it, and the same for an adjective of
 * nationality: next to the word, and where one is accused or sanctioned. */
#define MAX_REACH 14
#define MAX_ADJACENT 2
#define MAX_TARGET 8
/* « la rencontre de X avec Y »: how far Y may be from X. */
#define MAX_SECOND 5

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
add_relation (ApoReading      *reading,
              int              from,
              int              to,
              ApoRelationKind  kind,
              ApoSpan          tokens)
{
  ApoSpan evidence = apo_reading_get_span (reading, tokens);
  ApoFoundRelation *relation = find_same (reading, from, to, kind);

  if (from == to)
    return;

  if (relation == NULL)
    {
      relation = apo_findings_add_relation (reading->findings, from, to, kind);
      relation->certainty = apo_certainty_of_tokens (reading, tokens);
    }
  else if (apo_spans_get_common ((ApoSpan *) (gpointer) relation->evidence->data,
                                 relation->evidence->len, &evidence, 1) > 0)
    return;

  g_array_append_val (relation->evidence, evidence);
}

static ApoSpan
get_extent (const ApoRelationSide *first,
            const ApoRelationSide *second,
            guint                  token)
{
  return APO_SPAN (MIN (MIN (first->tokens.start, second->tokens.start), token),
                   MAX (MAX (first->tokens.end, second->tokens.end), token + 1));
}

static void
add_pairs (ApoReading            *reading,
           const ApoRelationSide *from,
           const ApoRelationSide *to,
           ApoRelationKind        kind,
           guint                  token)
{
  for (guint i = 0; i < from->n; i++)
    for (guint k = 0; k < to->n; k++)
      add_relation (reading, from->actors[i], to->actors[k], kind, get_extent (from, to, token));
}

/* Each with each: « le conflit entre X et Y », « X et Y ont signé un accord ». */
static void
add_among (ApoReading            *reading,
           const ApoRelationSide *side,
           ApoRelationKind        kind,
           guint                  token)
{
  for (guint i = 0; i < side->n; i++)
    for (guint k = i + 1; k < side->n; k++)
      add_relation (reading, side->actors[i], side->actors[k], kind,
                    get_extent (side, side, token));
}

static gboolean
is_mutual (ApoRelationKind kind)
{
  return kind == APO_RELATION_MEETING || kind == APO_RELATION_COOPERATION;
}

static gboolean
is_verb (const ApoReading *reading,
         guint             token)
{
  guint forms = apo_verb_reading_collect (apo_reading_get (reading, token)->verb);

  return apo_reading_is_finite (reading, token)
         || (forms & (APO_VERB_INFINITIVE | APO_VERB_GERUND | APO_VERB_PARTICIPLE));
}

/* « soutenue par », « les frappes de »: who follows does it; but « la filiale de ». */
static gboolean
has_agent_behind (const ApoReading      *reading,
                  const ApoTrigger      *trigger,
                  guint                  token,
                  const ApoRelationSide *after)
{
  const ApoClasses *is = &reading->rules->is;
  gboolean participle = (apo_verb_reading_collect (apo_reading_get (reading, token)->verb)
                         & APO_VERB_PARTICIPLE) != 0;

  for (guint i = token + 1; i < after->tokens.start; i++)
    if (participle && apo_reading_is (reading, i, is->by))
      return TRUE;

  return trigger->kind != APO_RELATION_DEPENDENCE && !is_verb (reading, token)
         && apo_reading_is (reading, token + 1, is->of);
}

static gboolean
has_between (const ApoReading      *reading,
             guint                  token,
             const ApoRelationSide *after)
{
  for (guint i = token + 1; i < after->tokens.start; i++)
    if (apo_reading_is (reading, i, reading->rules->is.between))
      return TRUE;

  return FALSE;
}

/* What the noun of a relation says of those behind it; whether that is all it says: « la réunion du
 * club » has nothing to do with who stands before. */
static gboolean
read_noun (ApoReading            *reading,
           ApoSpan                sentence,
           const ApoTrigger      *trigger,
           guint                  token,
           const ApoRelationSide *before,
           const ApoRelationSide *after)
{
  const ApoClasses *is = &reading->rules->is;
  ApoRelationSide second;

  if (after->n > 1 && (has_between (reading, token, after)
                       || (is_mutual (trigger->kind) && (after->joined || before->n == 0))))
    {
      add_among (reading, after, trigger->kind, token);
      return TRUE;
    }

  if (before->n > 0 && !apo_reading_is (reading, token + 1, is->of))
    return FALSE;

  second = apo_relation_side_after (reading, sentence, after->tokens.end, MAX_SECOND, 0);
  if (second.n == 0 || !apo_reading_is (reading, after->tokens.end, is->preposition))
    return trigger->kind == APO_RELATION_MEETING && apo_reading_is (reading, token + 1, is->of);

  add_pairs (reading, after, &second, trigger->kind, token);

  return TRUE;
}

static void
read_trigger (ApoReading       *reading,
              ApoSpan           sentence,
              const ApoTrigger *trigger,
              guint             token)
{
  gboolean aimed = trigger->kind == APO_RELATION_ACCUSATION
                   || trigger->kind == APO_RELATION_SANCTION;
  ApoRelationSide before = apo_relation_side_before (reading, sentence, token);
  ApoRelationSide after = apo_relation_side_after (reading, sentence, token + 1, MAX_REACH,
                                                   aimed ? MAX_TARGET : MAX_ADJACENT);

  if (after.n > 0 && !is_verb (reading, token)
      && read_noun (reading, sentence, trigger, token, &before, &after))
    return;

  if (before.n > 0 && after.n > 0)
    {
      if (trigger->reversed != has_agent_behind (reading, trigger, token, &after))
        add_pairs (reading, &after, &before, trigger->kind, token);
      else
        add_pairs (reading, &before, &after, trigger->kind, token);
    }
  else if (before.n > 1 && is_mutual (trigger->kind))
    add_among (reading, &before, trigger->kind, token);
}

/**
 * apo_relations_find:
 *
 * Finds pairs of actors with a word between or beside them that says how they stand to one another:
 * within one clause, not across a contrast, not where one of them is only a place, and not for who
 * only says so.  Call it after the claims of the sentence were found.
 */
void
apo_relations_find (ApoReading *reading,
                    ApoSpan     sentence)
{
  for (guint i = sentence.start; i < sentence.end; i++)
    {
      const ApoTrigger *trigger = find_trigger (reading, i);

      if (trigger != NULL)
        read_trigger (reading, sentence, trigger, i);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relation-words.h"

#include "apo-relation-list.h"
#include "apo-relation-side.h"

/* How many tokens may lie between a trigger and the actor behind it, and the same for an adjective of
 * nationality: next to the word, and where one is accused or sanctioned. */
#define MAX_REACH 14
#define MAX_ADJACENT 2
#define MAX_TARGET 8
/* « la rencontre de X avec Y »: how far Y may be from X. */
#define MAX_SECOND 5

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
      apo_relation_list_add (reading, from->actors[i], to->actors[k], kind,
                             get_extent (from, to, token));
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
      apo_relation_list_add (reading, side->actors[i], side->actors[k], kind,
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

/**
 * apo_relation_words_read:
 * @token: a word that tells a relation
 *
 * Finds pairs of actors by the order of the words alone, for sentences that no parser has read: those
 * on both sides of @token within one clause, not across a contrast, not where one of them is only a
 * place, and not who only says so.
 */
void
apo_relation_words_read (ApoReading       *reading,
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

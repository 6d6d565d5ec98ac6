/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-stances.h"

#include "apo-coreference.h"
#include "apo-relation-list.h"

/* How far before a word its negation stands. */
#define MAX_NEGATION 3

/* What one claim says of those it is about: how many words of each kind. */
typedef struct {
  guint accusation;
  guint support;
  guint pressure;
} Stance;

static ApoFoundClaim *
get_claim (const ApoReading *reading,
           guint             i)
{
  return g_ptr_array_index (reading->findings->claims, i);
}

/* The tokens from the first to the last of what is said. */
static ApoSpan
get_tokens (const ApoReading    *reading,
            const ApoFoundClaim *claim)
{
  ApoSpan first = g_array_index (claim->content, ApoSpan, 0);
  ApoSpan last = g_array_index (claim->content, ApoSpan, claim->content->len - 1);

  return APO_SPAN (apo_reading_find_token (reading, first.start),
                   apo_reading_find_token (reading, last.end - 1) + 1);
}

static gboolean
is_negated (const ApoReading *reading,
            ApoSpan           tokens,
            guint             i)
{
  const ApoClasses *is = &reading->rules->is;
  guint first = MAX (tokens.start, i > MAX_NEGATION ? i - MAX_NEGATION : 0);

  for (guint k = first; k < i; k++)
    if (apo_reading_is (reading, k, is->negation))
      return TRUE;

  return FALSE;
}

static void
count_words (const ApoReading *reading,
             ApoSpan           tokens,
             Stance           *stance)
{
  for (guint i = tokens.start; i < tokens.end; i++)
    {
      ApoRelationKind kind;

      if (apo_reading_get (reading, i)->kind != APO_TOKEN_WORD
          || apo_reading_get_name (reading, i) != NULL
          || !apo_stance_rules_lookup (reading->rules->stances, apo_reading_get (reading, i)->norm,
                                       &kind)
          || is_negated (reading, tokens, i))
        continue;

      stance->accusation += kind == APO_RELATION_ACCUSATION;
      stance->support += kind == APO_RELATION_SUPPORT;
      stance->pressure += kind == APO_RELATION_PRESSURE;
    }
}

/* « la Suède est menacée »: she bears it, and is not to blame. */
static gboolean
bears_it (const ApoReading *reading,
          const ApoName    *name)
{
  const ApoClasses *is = &reading->rules->is;
  guint i = name->tokens.end;

  for (guint k = name->tokens.start; k < name->tokens.end; k++)
    if (apo_reading_get (reading, k)->dep == APO_DEP_NSUBJ_PASS)
      return TRUE;

  for (guint step = 0; step < 4 && i < reading->tokens->tokens->len; step++, i++)
    for (const ApoVerbReading *verb = apo_reading_get (reading, i)->verb; verb != NULL;
         verb = verb->next)
      if ((apo_language_pack_get_classes (reading->rules->pack, verb->lemma) & is->passive)
          && i + 1 < reading->tokens->tokens->len
          && (apo_verb_reading_collect (apo_reading_get (reading, i + 1)->verb)
              & APO_VERB_PARTICIPLE))
        return TRUE;

  return FALSE;
}

/* Whom it is about: the first one that does something in it, else the only one there is. */
static const ApoName *
find_target (const ApoReading    *reading,
             const ApoFoundClaim *claim,
             ApoSpan              tokens)
{
  const ApoName *only = NULL;
  gboolean several = FALSE;

  for (guint i = tokens.start; i < tokens.end; i++)
    {
      const ApoName *name = apo_reading_get_name (reading, i);

      if (name == NULL)
        continue;
      i = name->tokens.end - 1;
      if (name->actor == APO_FOUND_NONE || name->actor == claim->speaker)
        continue;
      if (name->form != APO_MENTION_DEMONYM && apo_coreference_is_subject (reading, name))
        return name;
      several |= only != NULL && only->actor != name->actor;
      if (only == NULL)
        only = name;
    }

  return several ? NULL : only;
}

static gboolean
is_medium (const ApoReading *reading,
           int               actor)
{
  const ApoFoundActor *found = g_ptr_array_index (reading->findings->actors, actor);

  return found->kind == APO_ACTOR_MEDIA;
}

static void
read_claim (ApoReading          *reading,
            const ApoFoundClaim *claim)
{
  ApoSpan tokens = get_tokens (reading, claim);
  const ApoName *target = find_target (reading, claim, tokens);
  Stance stance = { 0 }, cue = { 0 };
  ApoRelationKind kind;
  gboolean subject = target != NULL && target->form != APO_MENTION_DEMONYM
                     && apo_coreference_is_subject (reading, target);

  /* Media report what others do. */
  if (is_medium (reading, claim->speaker))
    return;
  if (target == NULL || bears_it (reading, target))
    return;

  count_words (reading, tokens, &stance);
  if (apo_span_get_length (claim->cue) > 0)
    count_words (reading, APO_SPAN (apo_reading_find_token (reading, claim->cue.start),
                                    apo_reading_find_token (reading, claim->cue.end - 1) + 1),
                 &cue);

  if (cue.pressure > 0)
    kind = APO_RELATION_PRESSURE;
  else if (cue.support > 0)
    kind = APO_RELATION_SUPPORT;
  else if (subject && stance.accusation + cue.accusation > stance.support)
    kind = APO_RELATION_ACCUSATION;
  else if (subject && stance.pressure > 0)
    kind = APO_RELATION_PRESSURE;
  else
    return;

  apo_relation_list_add (reading, claim->speaker, target->actor, kind, tokens);
}

/**
 * apo_stances_find:
 *
 * Finds what claims tell of the speaker and whom they speak about: who says that the other one lied
 * accuses them, who says that they should pay presses them.  Call it after all claims were found.
 */
void
apo_stances_find (ApoReading *reading)
{
  for (guint i = 0; i < reading->findings->claims->len; i++)
    {
      const ApoFoundClaim *claim = get_claim (reading, i);

      if (claim->speaker != APO_FOUND_NONE && claim->content->len > 0)
        read_claim (reading, claim);
    }
}

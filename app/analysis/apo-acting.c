/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-acting.h"

#include <string.h>

/* Whether a country's name, its capital or its seat of power stands for a state that acts or merely
 * for a place.  Each mention is judged by the words around it; the linker adds the judgements
 * up. */

static gboolean
is_joined (const ApoReading *reading,
           guint             mark)
{
  return apo_reading_is_mark (reading, mark, "–—-") && mark > 0
         && !(apo_reading_get (reading, mark)->flags & APO_TOKEN_SPACED)
         && mark + 1 < reading->tokens->tokens->len
         && !(apo_reading_get (reading, mark + 1)->flags & APO_TOKEN_SPACED);
}

static gboolean
is_country (const ApoName *name)
{
  return name != NULL && name->kind == APO_ACTOR_COUNTRY && name->form != APO_MENTION_DEMONYM;
}

/* Its own verb comes next, perhaps after adverbs and negation. */
static gboolean
has_verb (const ApoReading *reading,
          guint             i)
{
  const ApoClasses *is = &reading->rules->is;

  for (guint step = 0; step < 4; step++, i++)
    {
      if (apo_reading_is_finite (reading, i))
        return TRUE;
      if (!apo_reading_is (reading, i, is->adverb | is->negation | is->clitic))
        return FALSE;
    }

  return FALSE;
}

static ApoActing
judge_after_of (const ApoReading *reading,
                guint             of,
                gboolean          city)
{
  const ApoClasses *is = &reading->rules->is;
  guint i = of;

  /* « le sommet annuel de X »: over one adjective to the noun */
  for (guint step = 0; step < 3 && i > 0; step++)
    {
      i--;
      if (apo_reading_is (reading, i, is->place_noun | is->movement))
        return APO_ACTING_NOT;
      if (apo_reading_is (reading, i, is->deed))
        return APO_ACTING_SURELY;
      if (reading->tokens->tokens->len > i
          && apo_reading_get (reading, i)->kind != APO_TOKEN_WORD)
        break;
      if (apo_reading_is (reading, i, is->determiner | is->preposition))
        break;
    }

  return city ? APO_ACTING_PERHAPS : APO_ACTING_HARDLY;
}

static gboolean
follows_verb (const ApoReading *reading,
              guint             i)
{
  const ApoToken *before = i > 0 ? apo_reading_get (reading, i - 1) : NULL;
  guint forms = before != NULL ? apo_verb_reading_collect (before->verb) : 0;
  guint auxiliary = i > 1 ? i - 2 : 0;

  /* « a toutefois accusé X » */
  while (auxiliary > 0 && apo_reading_is (reading, auxiliary, reading->rules->is.adverb))
    auxiliary--;

  return before != NULL && !(before->classes & reading->rules->is.movement)
         && ((forms & (APO_VERB_INFINITIVE | APO_VERB_GERUND))
             || apo_reading_is_finite (reading, i - 1)
             || ((forms & APO_VERB_PARTICIPLE) && i > 1
                 && apo_reading_is_finite (reading, auxiliary)));
}

static gboolean
is_ruled_out (const ApoReading *reading,
              guint             i)
{
  const ApoClasses *is = &reading->rules->is;

  for (guint step = 0; step < 4 && i > 0; step++)
    {
      i--;
      if (apo_reading_is (reading, i, is->contrast))
        return TRUE;
      if (!apo_reading_is (reading, i, is->article | is->coordination)
          && !is_country (apo_reading_get_name (reading, i)))
        return FALSE;
    }

  return FALSE;
}

/* « la Suède, et non la Norvège, paie »: over an insertion between commas */
static gboolean
has_verb_later (const ApoReading *reading,
                guint             i)
{
  if (!apo_reading_is_mark (reading, i, ",–—"))
    return FALSE;

  for (guint k = i + 1; k < i + 16; k++)
    {
      if (apo_reading_is_mark (reading, k, ",–—"))
        return has_verb (reading, k + 1);
      if (apo_reading_is_mark (reading, k, ".;:!?"))
        return FALSE;
    }

  return FALSE;
}

/* What the tree says: a subject or an agent does something, and so do those joined to it. */
static gboolean
does_something (const ApoReading *reading,
                const ApoName    *name)
{
  /* « Suède : la neige tombe » */
  if (apo_reading_is_mark (reading, name->tokens.end, ":"))
    return FALSE;

  for (guint i = name->tokens.start; i < name->tokens.end; i++)
    {
      const ApoToken *token = apo_reading_get (reading, i);

      if (token->dep == APO_DEP_CONJ && is_country (apo_reading_get_name (reading, token->head)))
        token = apo_reading_get (reading, token->head);
      if (token->dep == APO_DEP_NSUBJ || token->dep == APO_DEP_OBL_AGENT)
        return TRUE;
    }

  return FALSE;
}

static ApoActing
judge (const ApoReading *reading,
       const ApoName    *name)
{
  const ApoClasses *is = &reading->rules->is;
  gboolean city = name->named->form == APO_NAMED_CAPITAL;
  guint first = name->tokens.start;
  guint before;
  int value;

  if (is_ruled_out (reading, first))
    return APO_ACTING_NOT;
  if (does_something (reading, name))
    return APO_ACTING_SURELY;
  if (!city && !apo_reading_is (reading, first > 0 ? first - 1 : first, is->locative | is->of)
      && !apo_reading_is (reading, first > 1 ? first - 2 : first, is->locative | is->of)
      && has_verb_later (reading, name->tokens.end))
    return APO_ACTING_SURELY;
  if (is_joined (reading, name->tokens.end)
      && is_country (apo_reading_get_name (reading, name->tokens.end + 1)))
    return APO_ACTING_SURELY;
  if (first > 1 && is_joined (reading, first - 1)
      && is_country (apo_reading_get_name (reading, first - 2)))
    return APO_ACTING_SURELY;

  while (first > 0 && apo_reading_is (reading, first - 1, is->article)
         && !apo_reading_is (reading, first - 1, is->contracted))
    first--;
  before = first > 0 && !(apo_reading_get (reading, first)->flags & APO_TOKEN_FIRST) ? first - 1
    : G_MAXUINT;

  if (before == G_MAXUINT)
    return has_verb (reading, name->tokens.end) || name->named->form == APO_NAMED_SEAT
             ? APO_ACTING_SURELY
             : apo_reading_is_mark (reading, name->tokens.end, ",") && !city ? APO_ACTING_PERHAPS
                                                                             : APO_ACTING_NOT;
  if (apo_reading_is (reading, before, is->locative))
    return name->named->form == APO_NAMED_SEAT ? APO_ACTING_PERHAPS : APO_ACTING_NOT;
  if (apo_phrases_match (reading->rules->cue_words, reading->tokens, before, &value) > 0
      || apo_reading_is (reading, before, is->by | is->with | is->between))
    return APO_ACTING_SURELY;
  if (apo_reading_is (reading, before, is->of))
    return judge_after_of (reading, before, city);
  if (has_verb (reading, name->tokens.end) || name->named->form == APO_NAMED_SEAT)
    return APO_ACTING_SURELY;
  if (city)
    return follows_verb (reading, first) || apo_reading_is (reading, before, is->that)
             ? APO_ACTING_SURELY : APO_ACTING_NOT;

  return follows_verb (reading, first) ? APO_ACTING_SURELY : APO_ACTING_PERHAPS;
}

/* « la directrice de Zeta », « les chiffres de Zeta » */
static ApoActing
judge_owner (const ApoReading *reading,
             guint             of)
{
  const ApoClasses *is = &reading->rules->is;
  const ApoToken *noun = of > 0 ? apo_reading_get (reading, of - 1) : NULL;

  if (noun == NULL || noun->kind != APO_TOKEN_WORD || (noun->classes & is->place_noun))
    return APO_ACTING_HARDLY;
  if ((noun->classes & is->deed) || g_hash_table_contains (reading->rules->titles, noun->norm))
    return APO_ACTING_SURELY;

  return APO_ACTING_PERHAPS;
}

/* « missile ZX », « Zeta 737 »: the name of a make, not of its maker. */
static gboolean
is_make (const ApoReading *reading,
         const ApoName    *name)
{
  const ApoClasses *is = &reading->rules->is;
  guint i = name->tokens.start;
  const ApoToken *before = i > 0 ? apo_reading_get (reading, i - 1) : NULL;

  if (name->tokens.end < reading->tokens->tokens->len
      && apo_reading_get (reading, name->tokens.end)->kind == APO_TOKEN_NUMBER)
    return TRUE;

  return name->title == NULL && before != NULL && !(apo_reading_get (reading, i)->flags
                                                    & APO_TOKEN_FIRST)
         && (before->kind == APO_TOKEN_NUMBER
             || (before->kind == APO_TOKEN_WORD && !(before->flags & APO_TOKEN_CAPITAL)
                 && !(before->classes & (is->determiner | is->preposition | is->stop | is->adverb))
                 && before->pos != APO_POS_VERB && before->verb == NULL));
}

static ApoActing
judge_organisation (const ApoReading *reading,
                    const ApoName    *name)
{
  const ApoClasses *is = &reading->rules->is;
  guint first = name->tokens.start;
  gboolean article = FALSE;
  int value;

  if (has_verb (reading, name->tokens.end)
      || (name->title != NULL && name->form != APO_MENTION_DESCRIPTION))
    return APO_ACTING_SURELY;
  if (is_make (reading, name))
    return name->named != NULL ? APO_ACTING_PERHAPS : APO_ACTING_NOT;

  while (first > 0 && apo_reading_is (reading, first - 1, is->article)
         && !apo_reading_is (reading, first - 1, is->contracted))
    {
      first--;
      article = TRUE;
    }
  if (first == 0 || (apo_reading_get (reading, first)->flags & APO_TOKEN_FIRST))
    return APO_ACTING_PERHAPS;
  if (apo_phrases_match (reading->rules->cue_words, reading->tokens, first - 1, &value) > 0
      || apo_reading_is (reading, first - 1, is->by | is->with | is->between | is->that))
    return APO_ACTING_SURELY;
  if (apo_reading_is (reading, first - 1, is->of))
    return judge_owner (reading, first - 1);
  if (apo_reading_is (reading, first - 1, is->locative) && !apo_reading_is (reading, first - 1,
                                                                          is->to))
    return APO_ACTING_NOT;
  if (follows_verb (reading, first) && (article || name->tokens.end - name->tokens.start > 1))
    return APO_ACTING_SURELY;
  if (apo_reading_is (reading, first - 1, is->to))
    return APO_ACTING_PERHAPS;
  if (apo_reading_is (reading, first - 1, is->preposition)
      || apo_reading_is_mark (reading, first - 1, "("))
    return APO_ACTING_HARDLY;

  return article ? APO_ACTING_PERHAPS : APO_ACTING_HARDLY;
}

/* « par X, Y et Z »: whether only commas, articles and « et » lie between the two. */
static gboolean
is_listed (const ApoReading *reading,
           const ApoName    *before,
           const ApoName    *name)
{
  const ApoClasses *is = &reading->rules->is;
  guint i = before->tokens.end;

  if (name->tokens.start <= i || name->tokens.start > i + 4)
    return FALSE;
  while (i < name->tokens.start
         && (apo_reading_is (reading, i, is->and_) || apo_reading_is_mark (reading, i, ",")
             || (apo_reading_is (reading, i, is->article)
                 && !apo_reading_is (reading, i, is->contracted))))
    i++;

  return i == name->tokens.start;
}

/* « par X, Y et Z »: with X the others act. */
static void
spread_on (ApoReading *reading)
{
  for (guint k = 1; k < reading->names->len; k++)
    {
      ApoName *name = &g_array_index (reading->names, ApoName, k);
      const ApoName *before = name - 1;

      if (is_country (name) && is_country (before) && name->body == NULL
          && before->acting == APO_ACTING_SURELY && name->acting != APO_ACTING_NOT
          && name->named->form == APO_NAMED_COUNTRY && is_listed (reading, before, name))
        name->acting = APO_ACTING_SURELY;
    }
}

/* « X et Y ont … »: who stands beside one that acts, acts. */
static void
spread (ApoReading *reading)
{
  const ApoClasses *is = &reading->rules->is;

  for (guint k = reading->names->len; k-- > 1;)
    {
      ApoName *name = &g_array_index (reading->names, ApoName, k);
      ApoName *before = name - 1;
      guint i = before->tokens.end;
      gboolean joined = FALSE;

      while (i < name->tokens.start
             && (apo_reading_is (reading, i, is->and_ | is->article)
                 || apo_reading_is_mark (reading, i, ",")))
        joined |= apo_reading_is (reading, i++, is->and_);

      if (joined && i == name->tokens.start && is_country (before)
          && has_verb (reading, name->tokens.end)
          && (!is_country (name) || name->acting != APO_ACTING_NOT)
          && before->acting != APO_ACTING_NOT)
        before->acting = APO_ACTING_SURELY;
      if (joined && i == name->tokens.start && is_country (name) && is_country (before)
          && before->acting == APO_ACTING_NOT && !has_verb (reading, name->tokens.end))
        name->acting = APO_ACTING_NOT;
    }
}

/**
 * apo_acting_judge:
 *
 * Fills `acting` of all names of countries and organisations.
 */
void
apo_acting_judge (ApoReading *reading)
{
  for (guint k = 0; k < reading->names->len; k++)
    {
      ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (name->body != NULL)
        continue;
      if (is_country (name))
        name->acting = judge (reading, name);
      else if (name->kind != APO_ACTOR_PERSON && name->kind != APO_ACTOR_PLACE)
        name->acting = judge_organisation (reading, name);
    }

  spread (reading);
  spread_on (reading);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-finder.h"

/* « Paul Petit, l'ancien maire de Nulle-Part, »: behind a name what it is, up to the next mark */
static gboolean
begins_apposition (ApoClaimFinder *f,
                   guint           i)
{
  if (!apo_claim_is_mark (f, i, ",") || apo_claim_get (f, i - 1)->pos != APO_POS_PROPN
      || (apo_claim_get (f, i + 1)->pos != APO_POS_DET
          && apo_claim_get (f, i + 1)->pos != APO_POS_NOUN))
    return FALSE;

  for (guint k = i + 1; k < MIN (f->sentence.end, i + 2 * APO_CLAIM_MAX_GAP); k++)
    if (apo_claim_is_mark (f, k, ",;.:"))
      return TRUE;
    else if (apo_reading_is_finite (f->reading, k) || apo_claim_is (f, k, f->is->and_))
      return FALSE;

  return FALSE;
}

/* Whether a clause of its own stands between @i and the next mark. */
static gboolean
begins_clause (ApoClaimFinder *f,
               guint           i)
{
  for (guint k = i; k < f->sentence.end && !apo_claim_is_mark (f, k, ",;:.!?"); k++)
    if (apo_claim_is (f, k, f->is->relative | f->is->that))
      return FALSE;
    else if (apo_reading_is_finite (f->reading, k))
      return TRUE;

  return FALSE;
}

/* Whether by the tree what stands behind the mark @i belongs to a noun before it. */
static gboolean
goes_on (ApoClaimFinder *f,
         guint           start,
         guint           i)
{
  const ApoTokens *tokens = f->reading->tokens;
  guint k = i + 1;

  if (k >= f->sentence.end || !apo_tree_has (tokens, k))
    return FALSE;
  if (begins_apposition (f, i))
    return TRUE;
  if (begins_clause (f, i + 1))
    return FALSE;

  for (guint step = 0; step < 40; step++)
    {
      guint head = apo_claim_get (f, k)->head;

      if (head == k || head == f->verb || head < start)
        return FALSE;
      if (head < i)
        return apo_tree_is (tokens, k, APO_DEP_BIT (APO_DEP_APPOS) | APO_DEP_BIT (APO_DEP_CONJ)
                            | APO_DEP_BIT (APO_DEP_ACL) | APO_DEP_BIT (APO_DEP_ACL_RELCL)
                            | APO_DEP_BIT (APO_DEP_NMOD) | APO_DEP_BIT (APO_DEP_AMOD));
      k = head;
    }

  return FALSE;
}

/* « le pont — et non la route — »: the second dash, or @end */
static guint
find_dash (ApoClaimFinder *f,
           guint           from,
           guint           end)
{
  for (guint i = from; i < end; i++)
    if (apo_claim_is_mark (f, i, "–—"))
      return i + 1 < end ? i : end;
    else if (apo_claim_is_mark (f, i, ";:"))
      return end;

  return end;
}

/* A noun phrase that is what is said: to the next mark of punctuation or the next clause. */
guint
apo_claim_objects_get_end (ApoClaimFinder *f,
                           guint           start)
{
  guint end = apo_claim_spans_get_clause_end (f, start);
  guint dash;

  for (guint i = start; i < end; i++)
    {
      if ((apo_claim_get (f, i)->flags & APO_TOKEN_OPENING) && apo_claim_get (f, i)->partner > i
          && apo_claim_get (f, i)->partner < end)
        {
          i = apo_claim_get (f, i)->partner;
          continue;
        }
      if (i > start + 1 && f->reading->time_at[i] >= 0
          && !apo_claim_is (f, i - 1, f->is->of | f->is->coordination | f->is->preposition))
        return i;
      if (apo_claim_is_mark (f, i, ",;:–—")
          && (apo_claim_get (f, i)->flags & APO_TOKEN_SPACED || apo_claim_is_mark (f, i, ",;:")))
        {
          /* a comma before a relative clause or a participle goes on, but not behind a name */
          if (apo_claim_is_mark (f, i, ",") && apo_claim_is (f, i + 1, f->is->relative))
            {
              if (i > start && apo_claim_get (f, i - 1)->pos == APO_POS_PROPN)
                return i;
              continue;
            }
          if (goes_on (f, start, i))
            continue;
          if (!apo_claim_is_mark (f, i, ",;:") && (dash = find_dash (f, i + 1, end)) < end)
            {
              i = dash;
              continue;
            }
          /* « deux causes : la pluie et le vent » */
          if (apo_claim_is_mark (f, i, ":") && apo_claim_get (f, start)->pos == APO_POS_NUM)
            return end;
          return i;
        }
      if (i > start && apo_claim_is (f, i, f->is->subordination)
          && !apo_claim_is (f, i, f->is->preposition | f->is->adverb)
          && !apo_claim_is (f, i, f->is->degree))
        return i;
    }

  return end;
}

/* « en affirmant », « en se félicitant »: whether a gerund that says something begins at @i */
static gboolean
says_besides (ApoClaimFinder *f,
              guint           i)
{
  ApoCueMatch match;

  if (apo_claim_is (f, i, f->is->reflexive))
    i++;

  return i < f->sentence.end && apo_claim_has_form (f, i, APO_VERB_GERUND)
         && apo_claim_cues_match (f->reading, i, &match);
}

/* What is said in the infinitive ends where a finite verb goes on: « annonce avoir repris la
 * ville et
 * poursuit … » */
guint
apo_claim_objects_get_infinitive_end (ApoClaimFinder *f,
                                      guint           start)
{
  guint end = apo_claim_spans_get_clause_end (f, start);
  gboolean nested = FALSE;

  for (guint i = start; i < end; i++)
    {
      guint k = i + 1;

      /* « propose de partir en se félicitant de … » */
      if (apo_claim_is (f, i, f->is->preposition) && says_besides (f, i + 1))
        return i;
      nested |= apo_claim_is (f, i, f->is->that | f->is->relative | f->is->subordination);
      if (!apo_claim_is (f, i, f->is->and_) || nested)
        continue;
      while (k < end && apo_claim_is (f, k, f->is->clitic | f->is->negation))
        k++;
      if (apo_reading_is_finite (f->reading, k) && apo_reading_get_name (f->reading, k) == NULL)
        return i;
    }

  return end;
}

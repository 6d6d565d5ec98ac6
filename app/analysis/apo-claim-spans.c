/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-finder.h"

/* The closing mark of the quotation that @i stands in, or 0. */
guint
apo_claim_spans_get_quotation_end (ApoClaimFinder *f,
                                   guint           i)
{
  for (guint k = i + 1; k-- > f->sentence.start;)
    if ((apo_claim_get (f, k)->flags & APO_TOKEN_OPENING) && apo_claim_get (f, k)->partner > i)
      return apo_claim_get (f, k)->partner;

  return 0;
}

/* Without white space, commas and full stops at the ends. */
ApoSpan
apo_claim_spans_trim (ApoClaimFinder *f,
                      ApoSpan                 tokens)
{
  while (tokens.end > tokens.start
         && (apo_claim_is_mark (f, tokens.end - 1, ".,;:–—")
             || (apo_claim_is_mark (f, tokens.end - 1, "«“([")
                 && apo_claim_get (f, tokens.end - 1)->partner == tokens.end - 1)))
    tokens.end--;
  while (tokens.start < tokens.end && apo_claim_is_mark (f, tokens.start, ".,;:–—)"))
    tokens.start++;

  /* A quotation of which only one mark is inside loses it when that stands at the edge. */
  if (tokens.end > tokens.start && (apo_claim_get (f, tokens.end - 1)->flags & APO_TOKEN_CLOSING)
      && apo_claim_get (f, tokens.end - 1)->partner < tokens.start)
    tokens.end--;

  return tokens;
}

gboolean
apo_claim_spans_begins_phrase (ApoClaimFinder *f,
                               guint           i)
{
  return i < f->sentence.end && apo_claim_get (f, i)->kind == APO_TOKEN_WORD
         && (apo_claim_is (f, i, f->is->determiner) || apo_claim_get (f, i)->pos == APO_POS_NUM
             || apo_reading_get_name (f->reading, i) != NULL
             || apo_claim_get (f, i)->flags & APO_TOKEN_CAPITAL);
}

/* « … et Anne Morin estime que … »: whether at @i somebody else begins to speak */
gboolean
apo_claim_spans_begins_speaker (ApoClaimFinder *f,
                                guint           i)
{
  ApoCueMatch match;

  if (!apo_claim_spans_begins_phrase (f, i))
    return FALSE;

  for (guint k = i + 1; k < MIN (f->sentence.end, i + APO_CLAIM_MAX_GAP); k++)
    if (apo_reading_is_finite (f->reading, k) && apo_reading_get_name (f->reading, k) == NULL)
      return (apo_claim_cues_match (f->reading, k, &match)
              || (k + 1 < f->sentence.end && apo_claim_cues_match (f->reading, k + 1, &match)))
             && !match.passive && apo_claim_is (f, match.group.end, f->is->that)
             && apo_claim_cues_pick (&match, APO_FRAME_THAT) != NULL;
    else if (apo_claim_is (f, k, f->is->that | f->is->relative)
             || apo_claim_is_mark (f, k, ";:.!?"))
      return FALSE;

  return FALSE;
}

/* Whether at @i, after a comma or « et », another saying of the same speaker begins. */
static gboolean
begins_saying (ApoClaimFinder *f,
               guint           i)
{
  guint first = i;
  guint last = MIN (f->sentence.end, i + 6);

  while (first < last && apo_claim_is (f, first, f->is->adverb | f->is->negation | f->is->clitic))
    first++;

  for (guint k = first; k < last; k++)
    {
      ApoCueMatch match;

      if (apo_claim_cues_match (f->reading, k, &match) && !match.tentative
          && match.group.start <= MAX (first, i) && match.inverted == 0)
        {
          if (match.form == APO_VERB_GERUND)
            return TRUE;
          return apo_claim_is (f, k + 1, f->is->that)
            || apo_claim_has_form (f, k + 1, APO_VERB_INFINITIVE)
                 || apo_claim_is_opening (f, k + 1) || apo_claim_is_mark (f, k + 1, ":");
        }
      if (!apo_claim_has_form (f, k, APO_VERB_FINITE)
          && !apo_claim_is (f, k, f->is->adverb | f->is->clitic | f->is->negation))
        return FALSE;
    }

  return FALSE;
}

static gboolean
has_verb (ApoClaimFinder *f,
          guint           start,
          guint           end)
{
  for (guint i = start; i < end; i++)
    if (apo_reading_is_finite (f->reading, i))
      return TRUE;

  return FALSE;
}

/* « que, même s'il pleut, … »: where the main clause begins. */
static guint
skip_condition (ApoClaimFinder *f,
                guint           start)
{
  guint first = start;

  while (apo_claim_is_mark (f, first, ","))
    first++;
  if (!apo_claim_is (f, first, f->is->subordination)
      && !apo_claim_is (f, first + 1, f->is->subordination))
    return start;

  for (guint i = first; i < f->sentence.end; i++)
    if (apo_claim_is_mark (f, i, ","))
      return i + 1;

  return start;
}

/* Whether by the tree what the verb says is over at @i: another verb of the same speaker begins
 * there, or what the verb itself depends on goes on.  An edge without a comma or a verb is a fault
 * of the parser. */
static gboolean
is_over (ApoClaimFinder *f,
         guint           start,
         guint           i)
{
  const ApoTokens *tokens = f->reading->tokens;
  guint k = i;

  if (f->verb == APO_TREE_NONE || !apo_tree_has (tokens, f->verb))
    return FALSE;
  start = skip_condition (f, start);
  if (i <= start + 1)
    return FALSE;

  while (k < f->sentence.end && (apo_claim_get (f, k)->kind == APO_TOKEN_PUNCTUATION
                                 || apo_claim_is (f, k, f->is->and_)))
    k++;
  if (k >= f->sentence.end || k > i + 2
      || (k == i && (!apo_reading_is_finite (f->reading, i) || !has_verb (f, start, i))))
    return FALSE;

  return !apo_tree_is_below (tokens, k, f->verb) && f->verb != apo_claim_get (f, k)->head
         && apo_tree_is_below (tokens, f->verb, apo_claim_get (f, k)->head);
}

/* « … sait que la tâche est rude, il a déjà échoué »: another sentence behind the comma at @i */
static gboolean
begins_sentence (ApoClaimFinder *f,
                 guint           start,
                 guint           i)
{
  guint k = i + 2;

  if (!apo_claim_is (f, i + 1, f->is->subject) || !apo_claim_is (f, i + 1, f->is->speaker)
      || !has_verb (f, start, i))
    return FALSE;
  for (guint before = start; before < i; before++)
    if (apo_claim_is (f, before, f->is->subordination | f->is->preposition | f->is->that)
        && (before < start + 2 || apo_claim_is_mark (f, before - 1, ",")))
      return FALSE;

  while (apo_claim_is (f, k, f->is->negation | f->is->clitic))
    k++;

  return apo_reading_is_finite (f->reading, k);
}

/* Where what is said ends, when it begins at @start and goes on as a clause. */
guint
apo_claim_spans_get_clause_end (ApoClaimFinder *f,
                                guint           start)
{
  ApoWordClasses purpose = f->is->purpose;
  guint quotation = apo_claim_spans_get_quotation_end (f, start > f->sentence.start ? start - 1
                                                       : start);
  guint limit = quotation > 0 ? MIN (quotation, f->sentence.end) : f->sentence.end;

  for (guint i = start; i < limit; i++)
    {
      if ((apo_claim_get (f, i)->flags & APO_TOKEN_OPENING) && apo_claim_get (f, i)->partner > i
          && apo_claim_get (f, i)->partner < limit)
        {
          i = apo_claim_get (f, i)->partner;
          continue;
        }
      if (is_over (f, start, i))
        return i;
      if (apo_claim_is_mark (f, i, ";")
          || (apo_claim_is_mark (f, i, ":") && i > start && apo_claim_is_opening (f, i + 1)))
        return i;
      /* « …, et a gardé …»: the verb has no subject of its own, it is the speaker's */
      if (apo_claim_is_mark (f, i, ",") && apo_claim_is (f, i + 1, f->is->and_)
          && apo_reading_is_finite (f->reading, i + 2)
          && apo_reading_get_name (f->reading, i + 2) == NULL)
        return i;
      if (apo_claim_is (f, i, f->is->and_) && i > start + 2
          && apo_claim_spans_begins_speaker (f, i + 1))
        return i;
      if (apo_claim_is_mark (f, i, ",") && begins_sentence (f, start, i))
        return i;
      /* « pour dire que … et pour rester » */
      if (apo_claim_is (f, i, f->is->and_) && i > start && purpose != 0
          && apo_claim_is (f, i + 1, purpose)
          && apo_claim_has_form (f, i + 2, APO_VERB_INFINITIVE))
        return i;
      if (apo_claim_is_mark (f, i, ",") && apo_claim_is (f, i + 1, f->is->but) && i > start + 2
          && !apo_claim_is (f, i + 2, f->is->adverb) && !apo_claim_is (f, i + 2, f->is->that))
        return i;
      if ((apo_claim_is_mark (f, i, ",") || apo_claim_is (f, i, f->is->and_)) && i > start + 1
          && begins_saying (f, apo_claim_is_mark (f, i, ",")
                            && apo_claim_is (f, i + 1, f->is->and_ | f->is->but) ? i + 2 : i + 1))
        return i;
    }

  return limit;
}

/* Whether the phrase is one of somebody who can speak: a name, a title, an organisation, people. */
gboolean
apo_claim_spans_is_animate (ApoClaimFinder *f,
                            guint           i)
{
  for (guint step = 0; step < 3 && i < f->sentence.end; step++, i++)
    {
      const ApoName *name = apo_reading_get_name (f->reading, i);

      if (name != NULL && name->form != APO_MENTION_DEMONYM)
        return TRUE;
      if (apo_claim_is (f, i, f->is->people)
          || g_hash_table_contains (f->reading->rules->titles, apo_claim_get (f, i)->norm)
          || g_hash_table_contains (f->reading->rules->heads, apo_claim_get (f, i)->norm))
        return TRUE;
      /* « son propriétaire Paul Petit » */
      name = apo_reading_get_name (f->reading, i + 1);
      if (apo_claim_get (f, i)->pos == APO_POS_NOUN && name != NULL
          && name->kind == APO_ACTOR_PERSON)
        return TRUE;
      if (!apo_claim_is (f, i, f->is->determiner | f->is->org_adjective))
        return FALSE;
    }

  return FALSE;
}

/* Over a time expression that begins at @i or after the preposition there. */
guint
apo_claim_spans_skip_time (ApoClaimFinder *f,
                           guint           i)
{
  for (guint k = i; k < MIN (i + 2, f->sentence.end); k++)
    {
      const ApoFoundTime *time;

      if (f->reading->time_at[k] < 0 || (k > i && !apo_claim_is (f, i, f->is->preposition)))
        continue;

      time = g_ptr_array_index (f->reading->findings->times, f->reading->time_at[k]);
      while (k < f->sentence.end && apo_claim_get (f, k)->span.start < time->span.end)
        k++;
      return k;
    }

  return i;
}

/* Over an adverb of several words: « en revanche », « de son côté ». */
static guint
skip_adverbial (ApoClaimFinder *f,
                guint           i)
{
  if (!apo_claim_is (f, i, f->is->preposition | f->is->of | f->is->to | f->is->by))
    return i;

  for (guint k = i + 1; k < MIN (f->sentence.end, i + 4); k++)
    if (apo_claim_is (f, k, f->is->adverbial))
      return k + 1;
    else if (apo_claim_get (f, k)->kind != APO_TOKEN_WORD)
      break;

  return i;
}

/* Over adverbs and times. */
guint
apo_claim_spans_skip_adverbs (ApoClaimFinder *f,
                              guint           i)
{
  i = apo_claim_spans_skip_time (f, i);
  for (;;)
    {
      guint phrase = skip_adverbial (f, i);

      if (phrase > i)
        i = phrase;
      else if (apo_claim_is_adverb (f, i))
        i++;
      else
        break;
    }

  return apo_claim_spans_skip_time (f, i);
}

/* Over an insertion between two commas. */
static guint
skip_insertion (ApoClaimFinder *f,
                guint           i)
{
  if (!apo_claim_is_mark (f, i, ","))
    return i;

  for (guint k = i + 1; k < MIN (f->sentence.end, i + 2 * APO_CLAIM_MAX_GAP); k++)
    {
      if (apo_claim_is_mark (f, k, ","))
        return k + 1;
      if (apo_claim_is_mark (f, k, ";:.«»") || apo_reading_is_finite (f->reading, k))
        return i;
    }

  return i;
}

/* Whether the clause is what the verb says, or made out to belong to « pour la première fois ». */
static gboolean
depends_on_verb (ApoClaimFinder *f,
                 guint           clause)
{
  ApoWordClasses times = apo_language_pack_get_class (f->reading->rules->pack, "times");
  guint head = apo_claim_get (f, clause)->head;

  return (head == f->verb
          && apo_tree_is (f->reading->tokens, clause,
                          APO_DEP_BIT (APO_DEP_CCOMP) | APO_DEP_BIT (APO_DEP_CSUBJ)))
         || (apo_claim_get (f, head)->head == f->verb && apo_claim_is (f, head, times));
}

/* « que » of the clause that depends on the verb, wherever it stands. */
static guint
find_marked (ApoClaimFinder *f,
             guint           from)
{
  const ApoTokens *tokens = f->reading->tokens;

  if (f->verb == APO_TREE_NONE || !apo_tree_has (tokens, f->verb))
    return 0;

  for (guint i = from; i < MIN (f->sentence.end, from + 2 * APO_CLAIM_MAX_GAP); i++)
    {
      guint head = apo_claim_get (f, i)->head;

      if (apo_claim_is (f, i, f->is->that) && apo_claim_get (f, i)->dep == APO_DEP_MARK
          && depends_on_verb (f, head))
        return i;
      if (apo_claim_is_mark (f, i, ";.!?"))
        return 0;
    }

  return 0;
}

/* Looks for « que » behind the verb: at once, or over where, when and before whom. */
guint
apo_claim_spans_find_that (ApoClaimFinder *f,
                           guint           after)
{
  guint i = apo_claim_spans_skip_adverbs (f, after);
  guint k;

  if (apo_claim_is (f, i, f->is->that))
    return i;
  /* « demander à ce que », « se plaindre de ce que » */
  if (apo_claim_is (f, i, f->is->of | f->is->to) && apo_claim_is (f, i + 1, f->is->impersonal)
      && apo_claim_is (f, i + 2, f->is->that))
    return i + 2;
  if ((k = find_marked (f, i)) > 0)
    return k;
  if (!apo_claim_is (f, i, f->is->gap) && !apo_claim_is_mark (f, i, ",("))
    return 0;

  for (k = i; k < MIN (f->sentence.end, after + APO_CLAIM_MAX_GAP); k++)
    {
      if (apo_claim_is (f, k, f->is->that))
        return apo_claim_get (f, k)->pos == APO_POS_PRON ? 0 : k;
      if (apo_claim_is_mark (f, k, ";:.!?«»“”") || apo_claim_is (f, k, f->is->relative)
          || apo_claim_has_form (f, k, APO_VERB_INFINITIVE)
          || (apo_reading_is_finite (f->reading, k) && !apo_claim_is (f, k, f->is->preposition)
              && apo_reading_get_name (f->reading, k) == NULL))
        return 0;
    }

  return 0;
}

/* « garantit à chacun le droit de partir »: the infinitive says which right */
static gboolean
belongs_to_object (ApoClaimFinder *f,
                   guint           infinitive)
{
  guint head = apo_claim_get (f, infinitive)->head;

  return f->verb != APO_TREE_NONE && apo_tree_has (f->reading->tokens, infinitive)
         && head != f->verb && apo_claim_get (f, head)->head == f->verb
         && apo_tree_is (f->reading->tokens, head, APO_DEP_BIT (APO_DEP_OBJ));
}

guint
apo_claim_spans_find_infinitive (ApoClaimFinder *f,
                                 guint           after)
{
  guint i;

  i = apo_claim_spans_skip_time (f, after);
  /* « affirmait hier, accepter … » */
  after = i > after && apo_claim_is_mark (f, i, ",")
          && apo_claim_has_form (f, i + 1, APO_VERB_INFINITIVE) ? i + 1 : skip_insertion (f, i);
  i = after;

  /* « recommandent à leurs clients de rester » */
  if (apo_claim_is (f, i, f->is->to))
    for (guint k = i + 1; k < MIN (f->sentence.end, i + APO_CLAIM_MAX_GAP); k++)
      {
        if (apo_claim_is (f, k, f->is->of) && apo_claim_has_form (f, k + 1, APO_VERB_INFINITIVE))
          return belongs_to_object (f, k + 1) ? 0 : k + 1;
        /* « a dit à la presse avoir vu … » */
        if (k > i + 1 && apo_claim_has_form (f, k, APO_VERB_INFINITIVE)
            && !apo_claim_is (f, k - 1, f->is->preposition | f->is->clitic | f->is->purpose))
          return k;
        if (apo_claim_is_mark (f, k, ",;:.«»") || apo_reading_is_finite (f->reading, k))
          break;
      }

  for (guint step = 0; step < 5 && i < f->sentence.end; step++, i++)
    {
      if (apo_claim_has_form (f, i, APO_VERB_INFINITIVE) && !apo_claim_is (f, i, f->is->determiner))
        {
          guint start = after;

          while (start < i && apo_claim_is (f, start, f->is->adverb | f->is->of | f->is->to)
                 && !apo_claim_is (f, start, f->is->clitic))
            start++;
          return start;
        }
      if (!apo_claim_is (f, i,
                         f->is->adverb | f->is->negation | f->is->negator | f->is->clitic
                         | f->is->of | f->is->to))
        return 0;
    }

  return 0;
}

/* Whether a quotation says something: « bien volontiers » does not. */
static gboolean
is_statement (ApoClaimFinder *f,
              guint           opening)
{
  guint closing = apo_claim_get (f, opening)->partner;

  if (closing > opening + 5 || closing <= opening || apo_claim_get (f, opening + 1)->pos == 0)
    return TRUE;

  for (guint i = opening + 1; i < closing; i++)
    if (apo_reading_is_finite (f->reading, i) || apo_claim_has_form (f, i, APO_VERB_INFINITIVE)
        || apo_claim_is_mark (f, i, "!?."))
      return TRUE;

  return FALSE;
}

/* « … : « … » », « … « … » » */
guint
apo_claim_spans_find_quotation (ApoClaimFinder *f,
                                guint           after,
                                guint           frames)
{
  for (guint i = after; i < MIN (f->sentence.end, after + 2 * APO_CLAIM_MAX_GAP); i++)
    {
      if (apo_claim_is_mark (f, i, ":") && (frames & APO_FRAME_COLON)
          && ((frames & APO_FRAME_THAT) || apo_claim_is_opening (f, i + 1)))
        return i + 1 < f->sentence.end ? i + 1 : 0;
      if (apo_claim_is_opening (f, i) && (frames & APO_FRAME_QUOTE))
        return !is_statement (f, i) || (i > after && apo_claim_get (f, i - 1)->pos == APO_POS_DET)
                 ? 0 : i == after || apo_claim_is_mark (f, i - 1, ",")
               || (i < after + 3 && apo_claim_is (f, i - 1, f->is->adverb | f->is->of)) ? i : 0;
      if (apo_claim_is_mark (f, i, ".;!?") || apo_claim_is (f, i, f->is->that | f->is->relative)
          || (apo_reading_is_finite (f->reading, i)
              && apo_reading_get_name (f->reading, i) == NULL))
        return 0;
    }

  return 0;
}

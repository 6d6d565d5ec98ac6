/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-speakers.h"

#include "apo-coreference.h"

/* How far back from a verb its subject may begin, and how long an apposition may be. */
#define MAX_SUBJECT 40
#define MAX_APPOSITION 25

static ApoFoundActor *
get_actor (const ApoReading *reading,
           int               actor)
{
  return g_ptr_array_index (reading->findings->actors, actor);
}

static gboolean
is_title (const ApoReading *reading,
          guint             i,
          guint             flags)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (reading->rules->titles,
                                                apo_reading_get (reading, i)->norm)) & flags;
}

static const ApoName *
find_name (const ApoReading *reading,
           ApoSpan           phrase,
           gboolean          persons)
{
  for (guint i = phrase.start; i < phrase.end; i++)
    {
      const ApoName *name = apo_reading_get_name (reading, i);

      if (name != NULL && name->actor != APO_FOUND_NONE && name->form != APO_MENTION_DEMONYM
          && (!persons || name->kind == APO_ACTOR_PERSON))
        return name;
    }

  return NULL;
}

/**
 * apo_speakers_in:
 * @phrase: tokens of a noun phrase or a pronoun
 *
 * Returns: who it names: with a title the person in it, else the first name, else whom a pronoun or
 * a description stands for
 */
ApoSource
apo_speakers_in (ApoReading        *reading,
                 const ApoSpeakers *speakers,
                 ApoSpan            phrase)
{
  const ApoClasses *is = &reading->rules->is;
  ApoSource source = { phrase, APO_FOUND_NONE };
  const ApoName *name;
  gboolean titled = FALSE;

  if (phrase.end <= phrase.start)
    return source;

  if (phrase.end - phrase.start <= 2
      && apo_reading_is (reading, phrase.end - 1, is->speaker | is->inverted_speaker))
    {
      source.pronoun = TRUE;
      source.actor = apo_speakers_resolve (reading, speakers, phrase.end - 1);
      return source;
    }

  for (guint i = phrase.start; i < phrase.end && !titled; i++)
    {
      if (apo_reading_get_name (reading, i) != NULL
          && apo_reading_get_name (reading, i)->form != APO_MENTION_DEMONYM)
        break;
      titled = is_title (reading, i, APO_TITLE_TITLE | APO_TITLE_CIVIL);
    }

  name = find_name (reading, phrase, titled);
  if (name != NULL || titled)
    {
      source.actor = name != NULL ? name->actor : APO_FOUND_NONE;
      return source;
    }
  if (apo_reading_is (reading, phrase.start,
                      apo_language_pack_get_class (reading->rules->pack, "indefinite")))
    return source;

  for (guint i = phrase.start; i < phrase.end && i < phrase.start + 3; i++)
    {
      const ApoHead *head = g_hash_table_lookup (reading->rules->heads,
                                                 apo_reading_get (reading, i)->norm);

      if (head != NULL && (head->uses & APO_HEAD_BEFORE_NAME))
        {
          source.actor = apo_coreference_describe (reading, i, head->kind);
          break;
        }
    }

  return source;
}

/**
 * apo_speakers_resolve:
 * @pronoun: its token
 *
 * Returns: whom it stands for, or %APO_FOUND_NONE
 */
int
apo_speakers_resolve (ApoReading        *reading,
                      const ApoSpeakers *speakers,
                      guint              pronoun)
{
  return apo_coreference_find (reading, pronoun, speakers->last);
}

void
apo_speakers_remember (ApoReading  *reading,
                       ApoSpeakers *speakers,
                       int          actor)
{
  if (actor == APO_FOUND_NONE)
    return;

  speakers->last = actor;
  if (get_actor (reading, actor)->kind == APO_ACTOR_PERSON)
    speakers->last_person = actor;
}

/* Over an insertion between two commas, back to the word before the first of them. */
static gboolean
skip_apposition (const ApoReading *reading,
                 guint             first,
                 guint            *end)
{
  guint i = *end;

  for (guint step = 0; step < MAX_APPOSITION && i > first; step++)
    {
      i--;
      if (apo_reading_is_mark (reading, i, ","))
        {
          *end = i;
          return i > first;
        }
      if (apo_reading_is_mark (reading, i, ";:.»«"))
        return FALSE;
    }

  return FALSE;
}

static guint
find_phrase_start (const ApoReading *reading,
                   guint             first,
                   guint             end)
{
  const ApoClasses *is = &reading->rules->is;
  guint i = end;

  while (i > first && end - i < MAX_SUBJECT)
    {
      guint k = i - 1;

      if (apo_reading_is_mark (reading, k, ")") )
        {
          while (k > first && !apo_reading_is_mark (reading, k, "("))
            k--;
          i = k;
          continue;
        }
      if (apo_reading_get (reading, k)->kind == APO_TOKEN_PUNCTUATION
          && !apo_reading_is_mark (reading, k, "-–'’&/"))
        break;
      if (apo_reading_is (reading, k, is->that | is->relative | is->but | is->subject))
        break;
      if (apo_reading_is (reading, k, is->subordination)
          && !apo_reading_is (reading, k, is->preposition))
        break;
      if (apo_reading_is_finite (reading, k) && apo_reading_get_name (reading, k) == NULL
          && !(apo_verb_reading_collect (apo_reading_get (reading, k)->verb) & APO_VERB_PARTICIPLE))
        break;
      i = k;
    }

  return i;
}

/* Drops what leads up to a phrase: « Et hier le maire », « mais le maire ». */
static guint
skip_lead (const ApoReading *reading,
           guint             start,
           guint             end)
{
  const ApoClasses *is = &reading->rules->is;

  while (start + 1 < end && !apo_reading_get_name (reading, start)
         && (apo_reading_is (reading, start,
                             is->adverb | is->coordination | is->negation | is->clitic)
             && !apo_reading_is (reading, start, is->article)))
    start++;

  return start;
}

/* « le maire, qui … »: what a relative pronoun stands for ends before it. */
static ApoSource
get_antecedent (ApoReading        *reading,
                const ApoSpeakers *speakers,
                guint              first,
                guint              relative)
{
  guint end = relative;
  guint start;

  if (end > first && apo_reading_is_mark (reading, end - 1, ","))
    end--;
  start = skip_lead (reading, find_phrase_start (reading, first, end), end);

  return apo_speakers_in (reading, speakers, APO_SPAN (start, end));
}

/**
 * apo_speakers_before:
 * @verb: the first token of a verb group
 *
 * Returns: the subject that stands before it, over appositions (*le maire, Paul Petit, annonce*)
 */
ApoSource
apo_speakers_before (ApoReading        *reading,
                     const ApoSpeakers *speakers,
                     guint              verb)
{
  const ApoClasses *is = &reading->rules->is;
  guint first = apo_reading_get_sentence (reading, verb).start;
  ApoSource none = { { 0, 0 }, APO_FOUND_NONE };
  guint end = verb;
  guint start, head_end;

  if (end > first && apo_reading_is_mark (reading, end - 1, "»”)")
      && apo_reading_get (reading, end - 1)->partner == end - 1)
    end--;
  if (end == first)
    return none;

  if (apo_reading_is (reading, end - 1, is->subject))
    {
      none.tokens = APO_SPAN (end - 1, end);
      none.first_person = apo_reading_is (reading, end - 1, is->first_person);
      if (apo_reading_is (reading, end - 1, is->speaker))
        return apo_speakers_in (reading, speakers, none.tokens);
      return none;
    }
  if (apo_reading_is (reading, end - 1, is->relative))
    return get_antecedent (reading, speakers, first, end - 1);

  head_end = end;
  if (apo_reading_is_mark (reading, end - 1, ","))
    {
      head_end = end - 1;
      end--;
      if (!skip_apposition (reading, first, &head_end))
        {
          head_end = end;
          start = skip_lead (reading, find_phrase_start (reading, first, head_end), end);
          return apo_speakers_in (reading, speakers, APO_SPAN (start, end));
        }
    }

  start = skip_lead (reading, find_phrase_start (reading, first, head_end), head_end);

  /* « le directeur de Zeta, Paul Petit »: the name in the apposition is the person's */
  return apo_speakers_in (reading, speakers, APO_SPAN (start, end));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-event-noun.h"

#include <string.h>

#include "apo-event-label.h"

/* So many tokens may belong to an event noun. */
#define MAX_PHRASE 16

typedef struct {
  const ApoReading *reading;
  ApoSpan sentence;
  ApoEventNoun *noun;
  guint i;                      /* where the walk is */
  gboolean between;             /* « entre » came by */
} Walk;

/**
 * apo_event_is:
 * @uses: #ApoEventUse flags
 *
 * Returns: whether the token is a word of the table of events with one of these uses
 */
gboolean
apo_event_is (const ApoReading *reading,
              guint             token,
              guint             uses)
{
  return token < reading->tokens->tokens->len
         && (GPOINTER_TO_UINT (g_hash_table_lookup (reading->rules->event_words,
                                                    apo_reading_get (reading, token)->norm))
             & uses);
}

/**
 * apo_event_get_time_end:
 * @token: one where a time begins
 *
 * Returns: the token after the time
 */
guint
apo_event_get_time_end (const ApoReading *reading,
                        guint             token)
{
  const ApoFoundTime *time = g_ptr_array_index (reading->findings->times, reading->time_at[token]);
  guint end = token + 1;

  while (end < reading->tokens->tokens->len
         && apo_reading_get (reading, end)->span.end <= time->span.end)
    end++;

  return end;
}

/**
 * apo_event_is_datable:
 *
 * Returns: whether a time begins at @token that stands for days and says more than *now*: days that
 *   are known, or would be if the article had a date
 */
gboolean
apo_event_is_datable (const ApoReading *reading,
                      guint             token)
{
  const ApoFoundTime *time;

  if (reading->time_at[token] < 0)
    return FALSE;

  time = g_ptr_array_index (reading->findings->times, reading->time_at[token]);
  for (guint i = token; i < apo_event_get_time_end (reading, token); i++)
    if (apo_event_is (reading, i, APO_EVENT_VAGUE))
      return FALSE;

  return (apo_interval_is_known (time->interval) || *time->value == 'X')
         && (time->type == APO_TIME_DATE || time->type == APO_TIME_TIME);
}

/* Whether the word is a noun here, and one that stands for itself: neither « lieu de réunion » nor
 * « sans enquête ». */
static gboolean
is_noun (const ApoReading *reading,
         ApoSpan           sentence,
         guint             token)
{
  const ApoClasses *is = &reading->rules->is;
  const ApoName *name = apo_reading_get_name (reading, token);
  gboolean determined = token == sentence.start;

  if (!apo_event_is (reading, token, APO_EVENT_NOUN)
      || (name != NULL && name->actor != APO_FOUND_NONE))
    return FALSE;

  for (guint k = token; k > sentence.start && token - k < 4 && !determined; k--)
    {
      if (apo_event_is (reading, k - 1, APO_EVENT_VOID))
        return FALSE;
      if (apo_reading_is (reading, k - 1, is->of)
          && !apo_reading_is (reading, k - 1, is->article | is->contracted))
        return FALSE;
      determined = apo_reading_is (reading, k - 1, is->determiner | is->contracted);
      if (apo_reading_get (reading, k - 1)->kind == APO_TOKEN_PUNCTUATION
          || apo_reading_is (reading, k - 1, is->subject | is->clitic))
        break;
    }

  if (apo_reading_get (reading, token)->verb != NULL || apo_reading_is (reading, token, is->adverb))
    return determined && (token == sentence.start
                            ? apo_event_is (reading, token + 1, APO_EVENT_LINK)
                            : !apo_reading_is_finite (reading, token));

  return TRUE;
}

/* The head of the noun phrase that begins at @i, or 0. */
static guint
find_object (const Walk *walk,
             guint       i)
{
  const ApoClasses *is = &walk->reading->rules->is;

  for (guint step = 0; step < 4 && i < walk->sentence.end; step++, i++)
    {
      const ApoToken *token = apo_reading_get (walk->reading, i);

      if (walk->reading->time_at[i] >= 0 || token->kind == APO_TOKEN_PUNCTUATION)
        return 0;
      if (apo_reading_get_name (walk->reading, i) != NULL)
        return i;
      if (token->classes & (is->determiner | is->contracted))
        continue;
      if ((token->classes & (is->subject | is->speaker | is->that | is->relative | is->preposition))
          || (apo_verb_reading_collect (token->verb) & APO_VERB_INFINITIVE)
          || apo_event_is (walk->reading, i, APO_EVENT_HOLLOW))
        return 0;
      if (token->kind == APO_TOKEN_NUMBER)
        continue;
      return i;
    }

  return 0;
}

static ApoSpan *
get_piece (const Walk *walk)
{
  return &walk->noun->pieces[walk->noun->n_pieces - 1];
}

static gboolean
take_time (Walk *walk)
{
  guint end;

  if (walk->noun->n_pieces > 1)
    return FALSE;

  end = apo_event_get_time_end (walk->reading, walk->i);
  if (apo_event_is_datable (walk->reading, walk->i))
    {
      walk->noun->dated = TRUE;
      walk->noun->time = walk->i;
    }
  if (!apo_event_is (walk->reading, end, APO_EVENT_LINK) || find_object (walk, end + 1) == 0)
    return FALSE;

  walk->noun->pieces[walk->noun->n_pieces++] = APO_SPAN (end, end);
  walk->i = end;

  return TRUE;
}

/* « avec Anne Morin », « contre le réseau électrique » */
static gboolean
take_link (Walk *walk)
{
  const ApoClasses *is = &walk->reading->rules->is;
  guint object = find_object (walk, walk->i + 1);
  const ApoName *name;
  guint k = walk->i + 1;

  /* « de jeudi dernier » */
  while (k < walk->sentence.end && walk->reading->time_at[k] < 0
         && apo_reading_is (walk->reading, k, is->determiner))
    k++;
  if (k < walk->sentence.end && walk->reading->time_at[k] >= 0)
    {
      walk->i = k;
      return take_time (walk);
    }
  if (object == 0)
    return FALSE;

  name = apo_reading_get_name (walk->reading, object);
  walk->between |= apo_reading_is (walk->reading, walk->i, is->between);
  if (walk->noun->complement == 0)
    walk->noun->complement = object;
  walk->i = name != NULL ? MAX (name->tokens.end, object + 1) : object + 1;

  return TRUE;
}

static gboolean
take_word (Walk *walk)
{
  const ApoClasses *is = &walk->reading->rules->is;
  const ApoToken *token = apo_reading_get (walk->reading, walk->i);
  const ApoName *name = apo_reading_get_name (walk->reading, walk->i);
  guint forms = apo_verb_reading_collect (token->verb);

  if (name != NULL)
    {
      walk->i = name->tokens.end;
      return TRUE;
    }
  if (token->kind != APO_TOKEN_WORD
      || (token->classes & (is->that | is->relative | is->subject | is->negation | is->determiner
                            | is->preposition | is->but))
      || (token->classes & is->subordination)
      || (forms & (APO_VERB_INFINITIVE | APO_VERB_GERUND))
      || ((forms & APO_VERB_PARTICIPLE) && apo_reading_is (walk->reading, walk->i + 1, is->by))
      || apo_reading_is_finite (walk->reading, walk->i))
    return FALSE;

  walk->i++;

  return TRUE;
}

/* « entre Anne Morin et Paul Grand » */
static gboolean
take_and (Walk *walk)
{
  const ApoName *before = apo_reading_get_name (walk->reading, walk->i - 1);
  guint object = find_object (walk, walk->i + 1);
  const ApoName *after = object > 0 ? apo_reading_get_name (walk->reading, object) : NULL;

  if (object == 0 || (!walk->between && (before == NULL || after == NULL)))
    return FALSE;

  walk->between = FALSE;
  walk->i = after != NULL ? after->tokens.end : object + 1;

  return TRUE;
}

static gboolean
take_step (Walk *walk)
{
  const ApoClasses *is = &walk->reading->rules->is;

  if (walk->reading->time_at[walk->i] >= 0)
    return take_time (walk);
  if (apo_event_is (walk->reading, walk->i, APO_EVENT_LINK))
    return take_link (walk);
  if (apo_reading_is (walk->reading, walk->i, is->and_))
    return take_and (walk);

  return take_word (walk);
}

static void
walk_phrase (Walk *walk)
{
  guint cut = 0;

  while (walk->i < walk->sentence.end && walk->i - walk->noun->noun < MAX_PHRASE)
    {
      ApoEventNoun before = *walk->noun;
      gboolean link = apo_event_is (walk->reading, walk->i, APO_EVENT_LINK);
      gboolean joined = apo_reading_is (walk->reading, walk->i, walk->reading->rules->is.and_);

      if (link && walk->noun->complement != 0 && get_piece (walk)->end > get_piece (walk)->start)
        cut = get_piece (walk)->end;
      if (!take_step (walk))
        return;

      if (walk->noun->n_pieces > before.n_pieces)
        {
          cut = 0;
          continue;
        }
      get_piece (walk)->end = MIN (walk->i, walk->sentence.end);
      if (apo_event_label_measure (walk->reading, walk->noun->pieces, walk->noun->n_pieces)
          > APO_EVENT_LABEL_MAX)
        {
          *walk->noun = before;
          if (!joined && cut > get_piece (walk)->start)
            get_piece (walk)->end = cut;
          return;
        }
    }
}

/**
 * apo_event_noun_read:
 * @noun: (out): filled if there is one
 *
 * Reads the phrase of an event noun at @token.
 *
 * Returns: whether there is one with a complement or a time, so that it is a certain event
 */
gboolean
apo_event_noun_read (const ApoReading *reading,
                     ApoSpan           sentence,
                     guint             token,
                     ApoEventNoun     *noun)
{
  const ApoClasses *is = &reading->rules->is;
  Walk walk = { reading, sentence, noun, token + 1, FALSE };
  guint k = token;

  if (!is_noun (reading, sentence, token))
    return FALSE;

  *noun = (ApoEventNoun) { .noun = token, .n_pieces = 1 };
  noun->pieces[0] = APO_SPAN (token, token + 1);
  walk_phrase (&walk);
  if (noun->n_pieces > 1 && noun->pieces[1].end == noun->pieces[1].start)
    noun->n_pieces = 1;

  while (k > sentence.start && token - k < 3
         && !apo_reading_is (reading, k - 1, is->determiner | is->contracted))
    k--;
  if (k > sentence.start && apo_reading_is (reading, k - 1, is->determiner)
      && !apo_reading_is (reading, k - 1, is->contracted))
    k--;
  noun->apart = k > sentence.start && apo_event_is (reading, k - 1, APO_EVENT_APART);

  return noun->complement != 0 || noun->dated;
}

static void
append_stem (GString    *key,
             const char *word)
{
  gsize length = strlen (word);

  while (length > 3 && (word[length - 1] == 's' || word[length - 1] == 'x'))
    length--;
  g_string_append_len (key, word, length);
}

/**
 * apo_event_noun_dup_key:
 *
 * Returns: (transfer full): the same for two phrases with the same noun and the same complement
 */
char *
apo_event_noun_dup_key (const ApoReading   *reading,
                        const ApoEventNoun *noun)
{
  g_autoptr (GString) key = g_string_new (NULL);
  const ApoName *name = noun->complement > 0 ? apo_reading_get_name (reading, noun->complement)
                                             : NULL;

  append_stem (key, apo_reading_get (reading, noun->noun)->norm);
  g_string_append_c (key, '|');
  if (name != NULL && name->actor != APO_FOUND_NONE)
    g_string_append_printf (key, "%d", name->actor);
  else if (noun->complement > 0)
    append_stem (key, apo_reading_get (reading, noun->complement)->norm);

  return g_string_free (g_steal_pointer (&key), FALSE);
}

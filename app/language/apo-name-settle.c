/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-name-settle.h"

/* What a text says of one name in all places. */
typedef struct {
  guint counts[APO_N_NAME_TYPES];
  gboolean surname;             /* it ends the longer name of a person */
  gboolean called;              /* « la société Zeta » */
} Poll;

static const ApoNameWord *
get (const GArray *words,
     guint         i)
{
  return &g_array_index (words, ApoNameWord, i);
}

static ApoTaggedName *
get_name (GArray *names,
          guint   i)
{
  return &g_array_index (names, ApoTaggedName, i);
}

static ApoFeature
hash_name (const GArray *words,
           ApoSpan       tokens)
{
  ApoFeature hash = get (words, tokens.start)->key;

  for (guint i = tokens.start + 1; i < tokens.end; i++)
    hash = apo_feature_join (hash, get (words, i)->key);

  return hash;
}

static Poll *
ensure_poll (GHashTable *polls,
             ApoFeature  hash)
{
  Poll *poll = g_hash_table_lookup (polls, &hash);

  if (poll == NULL)
    {
      poll = g_new0 (Poll, 1);
      g_hash_table_insert (polls, g_memdup2 (&hash, sizeof hash), poll);
    }

  return poll;
}

static GHashTable *
take_polls (const GArray *words,
            GArray       *names)
{
  GHashTable *polls = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < names->len; i++)
    {
      const ApoTaggedName *name = get_name (names, i);

      ensure_poll (polls, hash_name (words, name->tokens))->counts[name->type]++;
      if (name->type == APO_NAME_PERSON && name->tokens.end - name->tokens.start > 1)
        ensure_poll (polls, get (words, name->tokens.end - 1)->key)->surname = TRUE;
    }

  for (guint i = 1; i < words->len; i++)
    if (get (words, i)->run_end - get (words, i)->run == 1
        && (get (words, i - 1)->known & APO_KNOWN_KIND)
        && get (words, i - 1)->letters == APO_NAME_CASE_LOWER)
      ensure_poll (polls, get (words, i)->key)->called = TRUE;

  return polls;
}

/* The type that most mentions have; what is called a society is one, and a surname of somebody is a person unless it is a known place. */
static ApoNameType
decide (const Poll        *poll,
        const ApoNameWord *word,
        ApoNameType        own)
{
  ApoNameType best = own;

  for (guint type = 0; type < APO_N_NAME_TYPES; type++)
    if (poll->counts[type] > poll->counts[best])
      best = type;

  if (poll->called && best != APO_NAME_PERSON
      && !(word->known & (APO_KNOWN_CITY | APO_KNOWN_COUNTRY | APO_KNOWN_REGION)))
    best = APO_NAME_ORGANISATION;
  if (poll->surname && best != APO_NAME_PERSON
      && !(word->known & (APO_KNOWN_CITY | APO_KNOWN_COUNTRY | APO_KNOWN_REGION)))
    best = APO_NAME_PERSON;

  return best;
}

/* Adds the mentions that were passed over: a word that is a name everywhere else. */
static void
add_missed (const GArray *words,
            GHashTable   *polls,
            GArray       *names)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (ApoTaggedName));
  guint next = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const ApoNameWord *word = get (words, i);
      const Poll *poll;
      guint sum = 0;

      if (next < names->len && get_name (names, next)->tokens.start == i)
        {
          i = get_name (names, next)->tokens.end - 1;
          g_array_append_val (all, *get_name (names, next));
          next++;
          continue;
        }

      if (word->letters < APO_NAME_CASE_CAPITAL || word->letters > APO_NAME_CASE_MIXED
          || (word->doc & APO_NAME_DOC_COMMON) || !(word->doc & APO_NAME_DOC_INNER))
        continue;
      if (word->run_end - word->run != 1
          || (poll = g_hash_table_lookup (polls, &word->key)) == NULL)
        continue;
      for (guint type = 0; type < APO_NAME_MISC; type++)
        sum += poll->counts[type];
      if (poll->surname || poll->called || sum > 1)
        {
          ApoTaggedName name = { { i, i + 1 },
                                 decide (poll, word, poll->surname ? APO_NAME_PERSON
                                                                    : APO_NAME_ORGANISATION) };

          g_array_append_val (all, name);
        }
    }

  g_array_set_size (names, 0);
  g_array_append_vals (names, all->data, all->len);
}

/* What a phrase of the gazetteers is, where it can be only one thing. */
static gboolean
get_phrase_type (const ApoNameWord *word,
                 ApoNameType       *type)
{
  guint places = APO_KNOWN_CITY | APO_KNOWN_COUNTRY | APO_KNOWN_REGION;
  guint others = APO_KNOWN_ORGANISATION | APO_KNOWN_GROUP;

  *type = word->phrase & places ? APO_NAME_PLACE : APO_NAME_ORGANISATION;

  return ((word->phrase & places) != 0) != ((word->phrase & others) != 0)
         && !(word->phrase & (APO_KNOWN_GIVEN | APO_KNOWN_SEAT | APO_KNOWN_MEDIUM));
}

static guint
find_phrase_end (const GArray *words,
                 guint         i)
{
  if (!(get (words, i)->phrase & APO_NAME_PHRASE_BEGIN) || !get (words, i)->may)
    return i;

  while (i + 1 < words->len && !(get (words, i)->phrase & APO_NAME_PHRASE_END))
    i++;

  return i + 1;
}

/* A phrase of several words that is known is whole: « Arabie saoudite », whatever part of it was
 * found. */
static void
complete (const GArray *words,
          GArray       *names)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (ApoTaggedName));
  guint next = 0;

  for (guint i = 0; i < words->len; i++)
    {
      guint end = find_phrase_end (words, i);
      ApoTaggedName name = { { i, end } };
      guint last;

      for (; next < names->len && get_name (names, next)->tokens.start < i; next++)
        g_array_append_val (all, *get_name (names, next));
      if (end == i || !get_phrase_type (get (words, i), &name.type)
          || (all->len > 0 && g_array_index (all, ApoTaggedName, all->len - 1).tokens.end > i))
        continue;

      for (last = next; last < names->len && get_name (names, last)->tokens.start < end; last++)
        if (get_name (names, last)->tokens.end > end)
          break;
      if (last < names->len && get_name (names, last)->tokens.start < end)
        continue;
      if (last == next + 1 && get_name (names, next)->tokens.end == end
          && get_name (names, next)->tokens.start == i)
        continue;

      g_array_append_val (all, name);
      next = last;
    }
  for (; next < names->len; next++)
    g_array_append_val (all, *get_name (names, next));

  g_array_set_size (names, 0);
  g_array_append_vals (names, all->data, all->len);
}

/* « la société Zeta »: the noun is no part of the name. */
static void
strip_kinds (const GArray *words,
             GArray       *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      ApoSpan *tokens = &get_name (names, i)->tokens;

      while (tokens->end - tokens->start > 1
             && (get (words, tokens->start)->known & APO_KNOWN_KIND)
             && get (words, tokens->start)->letters == APO_NAME_CASE_LOWER
             && get (words, tokens->start + 1)->letters >= APO_NAME_CASE_CAPITAL
             && get (words, tokens->start + 1)->letters <= APO_NAME_CASE_MIXED)
        tokens->start++;
    }
}

/**
 * apo_name_settle:
 * @words: (element-type ApoNameWord):
 * @names: (element-type ApoTaggedName): in order
 *
 * Lets the whole text vote on each name: what most mentions are, all are, and « Vanda Kolm »
 * decides what « Kolm » is.  Linear.
 */
void
apo_name_settle (const GArray *words,
                 GArray       *names)
{
  g_autoptr (GHashTable) polls = NULL;

  strip_kinds (words, names);
  complete (words, names);
  polls = take_polls (words, names);
  for (guint i = 0; i < names->len; i++)
    {
      ApoTaggedName *name = get_name (names, i);
      const Poll *poll = ensure_poll (polls, hash_name (words, name->tokens));

      name->type = decide (poll, get (words, name->tokens.start), name->type);
    }

  add_missed (words, polls, names);
}

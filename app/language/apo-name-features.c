/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-name-features.h"

#include <string.h>

/* What @known and @phrase of a word are where there is none. */
#define BORDER G_GUINT64_CONSTANT (0xb0bdeb)

#define COUNT_CAP 3

/* How often a word was read as part of a name of each type, and as none. */
typedef struct {
  guint16 counts[APO_N_NAME_TYPES + 1];
  guint16 surname;              /* the last word of a person's name of several */
  guint16 begins;               /* the first word of a name of several, that is no person's */
} Vote;

struct _ApoNameVotes {
  const guint8 *tags;
  GHashTable *votes;            /* (element-type guint64 Vote) by folded word */
  GHashTable *names;            /* (element-type guint64 uint) whole names: type + 1 */
};

typedef struct {
  ApoFeature *features;
  guint n;
} List;

static const ApoNameWord NO_WORD = {
  .key = BORDER, .form = BORDER, .norm = BORDER, .suffix3 = BORDER, .shape = BORDER, .known = 1u << 31,
};

static const ApoNameWord *
get (const GArray *words,
     guint         i)
{
  return &g_array_index (words, ApoNameWord, i);
}

/* A neighbour in the same sentence. */
static const ApoNameWord *
look (const GArray *words,
      guint         i,
      int           step)
{
  if ((step < 0 && i < (guint) -step) || i + step >= words->len
      || get (words, i + step)->sentence != get (words, i)->sentence)
    return &NO_WORD;

  return get (words, i + step);
}

static gboolean
is_capital (const ApoNameWord *word)
{
  return word->letters >= APO_NAME_CASE_CAPITAL && word->letters <= APO_NAME_CASE_INITIAL;
}

static void
add (List    *list,
     guint    number,
     guint64  value)
{
  list->features[list->n++] = apo_feature_join (number, value);
}

/* Hidden letters make no feature. */
static void
add_id (List    *list,
        guint    number,
        guint64  id)
{
  if (id != 0)
    add (list, number, id);
}

static void
add_id2 (List    *list,
         guint    number,
         guint64  id,
         guint64  other)
{
  if (id != 0 && other != 0)
    list->features[list->n++] = apo_feature_join3 (number, id, other);
}

static void
add2 (List    *list,
      guint    number,
      guint64  a,
      guint64  b)
{
  list->features[list->n++] = apo_feature_join3 (number, a, b);
}

/**
 * apo_name_votes_new:
 * @tags: what the first reading made of @words; borrowed
 *
 * Returns: (transfer full): the votes of a whole text
 */
ApoNameVotes *
apo_name_votes_new (const GArray *words,
                    const guint8 *tags)
{
  ApoNameVotes *self = g_new0 (ApoNameVotes, 1);
  ApoFeature name = 0;

  self->tags = tags;
  self->votes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  self->names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const ApoNameWord *word = get (words, i);
      guint tag = tags[i];
      ApoNamePosition position = tag != APO_NAME_OUTSIDE ? APO_NAME_TAG_POSITION (tag) : 0;
      Vote *vote;

      if (!is_capital (word) && tag == APO_NAME_OUTSIDE)
        continue;

      vote = g_hash_table_lookup (self->votes, &word->key);
      if (vote == NULL)
        {
          vote = g_new0 (Vote, 1);
          g_hash_table_insert (self->votes, (gpointer) &word->key, vote);
        }

      if (tag == APO_NAME_OUTSIDE)
        {
          vote->counts[APO_N_NAME_TYPES] += vote->counts[APO_N_NAME_TYPES] < G_MAXUINT16;
          continue;
        }

      vote->counts[APO_NAME_TAG_TYPE (tag)] += vote->counts[APO_NAME_TAG_TYPE (tag)] < G_MAXUINT16;
      if (position == APO_NAME_LAST && APO_NAME_TAG_TYPE (tag) == APO_NAME_PERSON)
        vote->surname = 1;
      if (position == APO_NAME_BEGIN && APO_NAME_TAG_TYPE (tag) != APO_NAME_PERSON)
        vote->begins = 1;

      if (position == APO_NAME_BEGIN || position == APO_NAME_WHOLE)
        name = word->key;
      else
        name = apo_feature_join (name, word->key);
      if (position == APO_NAME_LAST || position == APO_NAME_WHOLE)
        g_hash_table_insert (self->names, g_memdup2 (&name, sizeof name),
                             GUINT_TO_POINTER (APO_NAME_TAG_TYPE (tag) + 1));
    }

  return self;
}

void
apo_name_votes_free (ApoNameVotes *votes)
{
  g_hash_table_unref (votes->votes);
  g_hash_table_unref (votes->names);
  g_free (votes);
}

/* The type that a word had most often, how often at most, and what kind of name it ended. */
static guint
get_vote (const ApoNameVotes *self,
          const ApoNameWord  *word)
{
  const Vote *vote = g_hash_table_lookup (self->votes, &word->key);
  guint best = 0, sum = 0;

  if (vote == NULL || !is_capital (word))
    return 0;

  for (guint i = 0; i <= APO_N_NAME_TYPES; i++)
    {
      sum += vote->counts[i];
      if (vote->counts[i] > vote->counts[best])
        best = i;
    }

  return 1 + best + 8 * MIN (sum, COUNT_CAP) + 32 * vote->surname + 64 * vote->begins;
}

static void
add_own (List              *list,
         const ApoNameWord *a)
{
  add (list, 1, 0);
  add_id (list, 2, a->form);
  add_id (list, 3, a->norm);
  add_id (list, 4, a->suffix3);
  add_id (list, 5, a->suffix4);
  add_id (list, 6, a->prefix3);
  add_id (list, 7, a->suffix2);
  add (list, 8, a->shape);
  add2 (list, 9, a->shape, a->first);
  add (list, 10, a->known);
  add (list, 11, a->phrase);
  add2 (list, 12, a->letters, a->known);
  add2 (list, 13, a->letters, a->phrase);
  for (guint bits = a->phrase & 0xffff; bits != 0; bits &= bits - 1)
    add2 (list, 14, a->phrase >> 20, bits & -bits);
  for (guint bits = a->known; bits != 0; bits &= bits - 1)
    add2 (list, 15, a->letters, bits & -bits);
  add2 (list, 16, a->letters, a->doc);
  for (guint bits = a->doc; bits != 0; bits &= bits - 1)
    add2 (list, 17, a->letters | a->first << 4, bits & -bits);
}

/* What speaks for a name of several words, of which only the first has a capital. */
static void
add_spelled (List               *list,
             const GArray       *words,
             guint               i)
{
  const ApoNameWord *a = get (words, i);
  const ApoNameWord *p1 = look (words, i, 1), *m1 = look (words, i, -1);

  add2 (list, 64, a->spelled, p1->spelled);
  add2 (list, 65, apo_feature_join (m1->spelled, a->spelled), p1->spelled);
  if (a->head > 0)
    {
      const ApoNameWord *head = get (words, i - a->head);
      guint place = MIN (a->head, 6) + 8 * head->letters + 64 * a->letters;

      add (list, 66, place);
      add_id2 (list, 67, head->norm, place);
      add_id2 (list, 68, a->norm, head->letters);
      add_id2 (list, 69, m1->norm, place);
      add_id2 (list, 90, p1->norm, place);
      add_id2 (list, 91, head->norm, p1->norm);
      add2 (list, 92, apo_feature_join (head->known, p1->letters), place);
      add2 (list, 93, p1->head == a->head + 1, place);
    }
}

static void
add_near (List               *list,
          const ApoNameWord  *a,
          const ApoNameWord  *m2,
          const ApoNameWord  *m1,
          const ApoNameWord  *p1,
          const ApoNameWord  *p2)
{
  add_id (list, 20, m1->norm);
  add_id (list, 21, m2->norm);
  add_id (list, 22, p1->norm);
  add_id (list, 23, p2->norm);
  add_id2 (list, 24, m1->norm, a->form);
  add_id2 (list, 25, a->form, p1->norm);
  add_id2 (list, 26, m1->norm, a->shape);
  add_id2 (list, 27, p1->norm, a->shape);
  add_id2 (list, 28, m2->norm, apo_feature_join (m1->norm, a->shape));
  add_id2 (list, 29, p1->norm, apo_feature_join (p2->norm, a->shape));
  add_id (list, 30, m1->suffix3);
  add_id (list, 31, p1->suffix3);
  add_id2 (list, 32, m1->norm, p1->norm);
  add2 (list, 33, a->shape, p1->shape);
  add2 (list, 34, m1->shape, a->shape);
  add2 (list, 35, apo_feature_join (m1->shape, a->shape), p1->shape);
  add2 (list, 36, a->letters, m1->known);
  add2 (list, 37, a->letters, p1->known);
  add2 (list, 38, a->letters | p1->letters << 4, a->known);
  add2 (list, 39, m1->phrase, a->letters);
  add2 (list, 40, p1->phrase, a->letters);
  add2 (list, 41, a->phrase, p1->letters);
  add_id2 (list, 42, m1->norm, a->phrase);
  add_id2 (list, 43, p1->norm, a->phrase);
  add2 (list, 44, m1->known, a->known);
  add2 (list, 45, a->known, p1->known);
  add2 (list, 46, m2->known, a->letters);
  add2 (list, 47, p2->known, a->letters);
}

/* What the lexicon and the tagger say of the word and those around it. */
static void
add_syntax (List              *list,
            const ApoNameWord *a,
            const ApoNameWord *m2,
            const ApoNameWord *m1,
            const ApoNameWord *p1,
            const ApoNameWord *p2)
{
  guint own = a->pos | a->letters << 5 | a->first << 9;

  add2 (list, 100, a->lexical, a->letters | a->first << 4);
  add2 (list, 101, a->lexical, own);
  add (list, 102, own);
  add2 (list, 103, own, m1->pos);
  add2 (list, 104, own, p1->pos);
  add2 (list, 105, own, m1->pos | p1->pos << 5);
  add2 (list, 106, own, m1->pos | m2->pos << 5);
  add2 (list, 107, own, p1->pos | p2->pos << 5);
  add2 (list, 108, own, p1->lexical);
  add2 (list, 109, own, m1->lexical);
  add2 (list, 110, a->phrase, own);
  add2 (list, 111, a->known, a->lexical);
}

/* What stands around the capitalised words that the word stands among. */
static void
add_run (List         *list,
         const GArray *words,
         guint         i)
{
  const ApoNameWord *a = get (words, i);
  guint length = a->run_end - a->run;
  guint place = MIN (i - a->run, 3) + 4 * MIN (a->run_end - i, 4) + 32 * a->first;
  const ApoNameWord *before, *after, *far;
  guint known = 0;

  if (length == 0)
    return;

  before = look (words, a->run, -1);
  far = look (words, a->run, -2);
  after = look (words, a->run_end - 1, 1);
  for (guint k = a->run; k < a->run_end && k < a->run + 8; k++)
    known |= get (words, k)->known;

  add (list, 50, place);
  add_id2 (list, 51, before->norm, place);
  add_id2 (list, 52, after->norm, place);
  add2 (list, 53, before->known, place);
  add2 (list, 54, after->known, place);
  add2 (list, 55, known, place);
  add2 (list, 56, apo_feature_join (known, before->known), place);
  add_id2 (list, 57, far->norm, apo_feature_join (before->norm, place));
  add2 (list, 58, apo_feature_join (before->shape, after->shape), place);
  add2 (list, 59, get (words, a->run)->phrase, place);
}

/* The nearest word in front, or behind, that tells what a name is of. */
static void
add_roles (List         *list,
           const GArray *words,
           guint         i)
{
  const ApoNameWord *a = get (words, i);

  for (int step = 1; step < 6; step++)
    {
      const ApoNameWord *word = look (words, a->run_end > a->run ? a->run : i, -step);

      if (word->known != 0 && word->letters == APO_NAME_CASE_LOWER)
        {
          add2 (list, 60, word->known, MIN (step, 3));
          add2 (list, 61, word->known, a->letters);
          break;
        }
    }

  for (int step = 1; step < 6; step++)
    {
      const ApoNameWord *word = look (words, a->run_end > a->run ? a->run_end - 1 : i, step);

      if (word->known != 0 && word->letters == APO_NAME_CASE_LOWER)
        {
          add2 (list, 62, word->known, MIN (step, 3));
          add2 (list, 63, word->known, a->letters);
          break;
        }
    }
}

static void
add_votes (List               *list,
           const GArray       *words,
           const ApoNameVotes *votes,
           guint               i)
{
  const ApoNameWord *a = get (words, i);
  guint own = get_vote (votes, a);
  guint before = i > 0 ? votes->tags[i - 1] : APO_N_NAME_TAGS;
  guint after = i + 1 < words->len ? votes->tags[i + 1] : APO_N_NAME_TAGS;
  guint tag = votes->tags[i];
  ApoFeature name = 0;
  guint whole = 0;

  for (guint k = a->run; k < a->run_end; k++)
    name = k == a->run ? get (words, k)->key : apo_feature_join (name, get (words, k)->key);
  if (a->run_end > a->run)
    whole = GPOINTER_TO_UINT (g_hash_table_lookup (votes->names, &name));

  add (list, 70, own);
  add2 (list, 71, own, a->shape);
  add2 (list, 72, own, tag);
  add_id2 (list, 73, look (words, i, -1)->norm, own);
  add2 (list, 74, own, get_vote (votes, look (words, i, 1)));
  add2 (list, 75, own, get_vote (votes, look (words, i, -1)));
  add (list, 76, tag);
  add2 (list, 77, apo_feature_join (before, tag), after);
  add2 (list, 78, whole, tag);
  add2 (list, 79, whole, MIN (i - a->run, 3) + 4 * MIN (a->run_end - i, 4));
  add2 (list, 80, own, a->known);
}

/**
 * apo_name_features:
 * @words: (element-type ApoNameWord):
 * @votes: (nullable): for the second reading, what the first one said
 * @features: room for %APO_NAME_MAX_FEATURES
 *
 * Returns: how many features the word has
 */
guint
apo_name_features (const GArray       *words,
                   const ApoNameVotes *votes,
                   guint               i,
                   ApoFeature         *features)
{
  List list = { features, 0 };

  add_own (&list, get (words, i));
  add_near (&list, get (words, i), look (words, i, -2), look (words, i, -1), look (words, i, 1),
            look (words, i, 2));
  add_syntax (&list, get (words, i), look (words, i, -2), look (words, i, -1), look (words, i, 1),
              look (words, i, 2));
  add_run (&list, words, i);
  add_roles (&list, words, i);
  add_spelled (&list, words, i);
  if (votes != NULL)
    add_votes (&list, words, votes, i);

  return list.n;
}

/**
 * apo_name_transition:
 * @before: a tag, or %APO_N_NAME_TAGS for the start of a sentence
 *
 * Returns: the feature that says which tag stands before
 */
ApoFeature
apo_name_transition (guint before)
{
  return apo_feature_join (99, before);
}

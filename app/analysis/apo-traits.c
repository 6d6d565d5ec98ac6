/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-traits.h"

#include <string.h>

/* How far before a name its title may begin. */
#define MAX_TITLE 8

/* What the mentions of one actor say of its gender and number. */
typedef struct {
  int gender;                   /* votes for feminine less those for masculine */
  guint plural;
  guint n;
} Votes;

static gboolean
is_feminine (const ApoReading *reading,
             const char       *word)
{
  return g_hash_table_contains (reading->rules->feminine, word);
}

static void
vote_article (const ApoReading *reading,
              guint             i,
              Votes            *votes)
{
  const ApoClasses *is = &reading->rules->is;

  if (!apo_reading_is (reading, i, is->article | is->contracted))
    return;

  if (apo_reading_is (reading, i, is->plural_article))
    votes->plural++;
  else if (apo_reading_is (reading, i, is->feminine))
    votes->gender += 2;
  else if (apo_reading_is (reading, i, is->masculine))
    votes->gender -= 2;
}

/* « le ministre des Ports Paul Petit » */
static void
vote_title (const ApoReading *reading,
            const ApoName    *name,
            Votes            *votes)
{
  const ApoClasses *is = &reading->rules->is;

  if (name->title == NULL)
    return;

  if (is_feminine (reading, name->title))
    votes->gender += 3;
  for (guint i = name->tokens.start; i > 1 && name->tokens.start - i < MAX_TITLE; i--)
    if (strcmp (apo_reading_get (reading, i - 1)->norm, name->title) == 0)
      {
        guint before = i - 2;

        if (before > 0 && apo_reading_is (reading, before, is->premodifier))
          before--;
        vote_article (reading, before, votes);
        return;
      }
}

static void
vote_person (const ApoReading *reading,
             const ApoName    *name,
             Votes            *votes)
{
  const char *first = apo_reading_get (reading, name->tokens.start)->norm;

  if (name->role)
    {
      guint i = name->tokens.start;

      while (i > 0 && name->tokens.start - i < 3
             && !apo_reading_is (reading, i, reading->rules->is.article))
        i--;
      vote_article (reading, i, votes);
      if (is_feminine (reading, first))
        votes->gender += 2;
      return;
    }

  vote_title (reading, name, votes);
  if (name->tokens.end - name->tokens.start < 2)
    return;
  if (is_feminine (reading, first))
    votes->gender += 2;
  else if (g_hash_table_contains (reading->rules->given_names, first))
    votes->gender -= 2;
}

static void
vote (const ApoReading *reading,
      const ApoName    *name,
      Votes            *votes)
{
  const ApoToken *token = apo_reading_get (reading, name->tokens.start);

  votes->n++;
  if (name->kind == APO_ACTOR_PERSON)
    {
      vote_person (reading, name, votes);
      return;
    }

  if (name->tokens.start > 0)
    vote_article (reading, name->tokens.start - 1, votes);
  if (name->body != NULL && (token->morph & APO_MORPH_FEMININE)
      && !(token->morph & APO_MORPH_MASCULINE))
    votes->gender++;
  if (name->body != NULL && (token->morph & APO_MORPH_MASCULINE)
      && !(token->morph & APO_MORPH_FEMININE))
    votes->gender--;
}

/**
 * apo_traits_find:
 *
 * Fills `traits` with the gender and the number of each actor, as far as articles, titles and given
 * names tell them.
 */
void
apo_traits_find (ApoReading *reading)
{
  guint n = reading->findings->actors->len;
  g_autofree Votes *votes = g_new0 (Votes, n + 1);

  for (guint k = 0; k < reading->names->len; k++)
    {
      const ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (name->actor != APO_FOUND_NONE && name->form != APO_MENTION_DEMONYM)
        vote (reading, name, &votes[name->actor]);
    }

  g_array_set_size (reading->traits, 0);
  for (guint i = 0; i < n; i++)
    {
      guint traits = votes[i].gender > 0 ? APO_MORPH_FEMININE
                     : votes[i].gender < 0 ? APO_MORPH_MASCULINE : 0;

      if (2 * votes[i].plural > votes[i].n)
        traits |= APO_MORPH_PLURAL;
      g_array_append_val (reading->traits, traits);
    }
}

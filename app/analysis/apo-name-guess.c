/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-name-guess.h"

#include <string.h>

/* The most tokens a name can have. */
#define MAX_NAME 12

/* How far a name that begins with a noun for organisations goes: *Conseil national du livre*. */
static guint
extend_organisation (ApoFinder *f,
                     guint      i)
{
  guint end = i + 1;

  while (end - i < MAX_NAME && apo_finder_is_word (f, end) && apo_finder_same_paragraph (f, end))
    {
      if (apo_finder_is_capital (f, end) || apo_reading_is (f->reading, end, f->is->org_adjective)
          || g_hash_table_contains (f->reading->rules->demonyms, apo_finder_get (f, end)->norm))
        end++;
      else if (apo_reading_is (f->reading, end, f->is->of | f->is->particle))
        {
          guint next = end + 1;

          while (next - end < 3 && apo_reading_is (f->reading, next, f->is->article))
            next++;
          if (apo_finder_is_capital (f, next) && !(apo_finder_get (f, next)->classes & f->is->stop))
            end = next + 1;
          else if (apo_finder_is_word (f, next) && end == i + 1
                   && apo_finder_same_paragraph (f, next)
                   && !apo_reading_is (f->reading, next, f->is->stop))
            end = next + 1;
          else
            break;
        }
      else
        break;
    }

  return end;
}

static guint
extend_name (ApoFinder *f,
             guint      i)
{
  gboolean given = apo_finder_is_given_name (f, i);
  guint end = i + 1;

  while (end - i < MAX_NAME && apo_finder_is_word (f, end) && apo_finder_same_paragraph (f, end))
    {
      int value;

      if (apo_finder_is_capital (f, end))
        {
          if (apo_finder_get (f, end)->norm[strlen (apo_finder_get (f, end)->norm) - 1] == '\'')
            break;
          /* « … de la République Anne Petit » is two names */
          if (!given && apo_finder_is_given_name (f, end) && apo_finder_is_capital (f, end + 1))
            break;
          if (apo_phrases_match (f->reading->rules->gazetteer, f->reading->tokens, end, &value) > 0
              && !given)
            break;
          end++;
        }
      else if (apo_reading_is (f->reading, end, f->is->particle)
               && apo_finder_is_capital (f, end + 1)
               && (given || !apo_reading_is (f->reading, end,
                                             f->is->of | f->is->article | f->is->contracted)))
        end += 2;
      else
        break;
    }

  return end;
}

static gboolean
has_digit (ApoFinder *f,
           ApoSpan    tokens)
{
  for (guint i = tokens.start; i < tokens.end; i++)
    for (const char *p = apo_finder_get (f, i)->norm; *p != '\0'; p++)
      if (g_ascii_isdigit (*p))
        return TRUE;

  return FALSE;
}

static void
classify (ApoFinder *f,
          ApoName   *name)
{
  guint start = name->tokens.start;
  guint n = name->tokens.end - start;
  const ApoToken *first = apo_finder_get (f, start);

  name->unsure = TRUE;

  if (apo_finder_is_given_name (f, start) && n > 1)
    {
      name->kind = APO_ACTOR_PERSON;
      name->unsure = FALSE;
    }
  else if (n == 1 && g_hash_table_contains (f->reading->rules->surnames, first->norm))
    {
      name->kind = APO_ACTOR_PERSON;
      name->unsure = FALSE;
    }
  else if (has_digit (f, name->tokens))
    name->other = TRUE;
  else if (n == 1 && ((first->flags & APO_TOKEN_UPPER)
                      || apo_finder_has_inner_capital (f, start, FALSE)))
    name->kind = APO_ACTOR_ORGANISATION;
  else if (start > 0 && apo_reading_is (f->reading, start - 1, f->is->locative))
    {
      name->kind = APO_ACTOR_PLACE;
    }
  else if (n == 2 || n == 3)
    name->kind = APO_ACTOR_PERSON;
  else if (n == 1 && apo_reading_is_finite (f->reading, name->tokens.end))
    name->kind = APO_ACTOR_ORGANISATION;
  else
    name->other = TRUE;

  apo_finder_look_around (f, name);
}

static gboolean
begins_name (ApoFinder *f,
             guint      i)
{
  const ApoToken *token = apo_finder_get (f, i);

  if (!apo_finder_is_capital (f, i) || (token->classes & f->is->stop)
      || apo_finder_get_title (f, i) != 0
      || token->norm[strlen (token->norm) - 1] == '\'')
    return FALSE;
  if (token->classes & apo_language_pack_get_class (f->reading->rules->pack, "abbreviation"))
    return FALSE;
  if (!apo_finder_is_initial (f, i))
    return TRUE;
  if (apo_finder_is_given_name (f, i) || g_hash_table_contains (f->capitals, token->norm)
      || g_hash_table_contains (f->reading->rules->surnames, token->norm)
      || (token->flags & APO_TOKEN_UPPER))
    return TRUE;

  return apo_finder_is_capital (f, i + 1) && apo_finder_same_paragraph (f, i + 1)
         && !g_hash_table_contains (f->common, token->norm) && token->verb == NULL
         && !(apo_finder_get (f, i + 1)->classes & f->is->stop);
}

/**
 * apo_name_guess:
 * @i: a token
 *
 * Takes a run of capitalised words for a name, by rules alone: for languages whose names no model
 * has learnt.
 *
 * Returns: how many tokens the name has that begins there, or 0
 */
guint
apo_name_guess (ApoFinder *f,
                guint      i)
{
  const ApoHead *head = apo_finder_get_head (f, i);
  ApoName *name;
  guint end;

  if (!begins_name (f, i))
    return 0;

  if (head != NULL && (head->uses & APO_HEAD_NAME))
    {
      end = extend_organisation (f, i);
      if (end == i + 1 && apo_finder_is_initial (f, i))
        return 0;
      name = apo_finder_add (f, i, end, head->kind);
      return end - i;
    }

  end = extend_name (f, i);
  if (end == i + 1
      && g_hash_table_contains (f->reading->rules->demonyms, apo_finder_get (f, i)->norm))
    return 0;

  name = apo_finder_add (f, i, end, APO_ACTOR_ORGANISATION);
  classify (f, name);

  return end - i;
}


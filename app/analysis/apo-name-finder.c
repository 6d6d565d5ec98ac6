/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-name-finder.h"

#include <string.h>

gboolean
apo_finder_is_word (ApoFinder *f,
                    guint      i)
{
  return i < f->reading->tokens->tokens->len && apo_finder_get (f, i)->kind == APO_TOKEN_WORD;
}

gboolean
apo_finder_has_inner_capital (ApoFinder *f,
                              guint      i,
                              gboolean   hyphened)
{
  g_autofree char *word = apo_reading_dup_text (f->reading, APO_SPAN (i, i + 1));

  for (const char *p = g_utf8_next_char (word); *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)) && (*g_utf8_prev_char (p) == '-') == hyphened)
      return TRUE;

  return FALSE;
}

gboolean
apo_finder_is_capital (ApoFinder *f,
                       guint      i)
{
  const ApoToken *token;
  const char *hyphen;
  g_autofree char *prefix = NULL;

  if (!apo_finder_is_word (f, i))
    return FALSE;

  token = apo_finder_get (f, i);
  if (token->flags & APO_TOKEN_CAPITAL)
    return TRUE;

  /* al-Joulani: a particle that is written together with the name */
  hyphen = strchr (token->norm, '-');
  if (hyphen == NULL || hyphen - token->norm > 3)
    return FALSE;
  prefix = g_strndup (token->norm, hyphen - token->norm);

  return (apo_language_pack_get_classes (f->reading->rules->pack, prefix) & f->is->particle)
         && !(apo_language_pack_get_classes (f->reading->rules->pack, prefix) & f->is->of)
         && apo_finder_has_inner_capital (f, i, TRUE);
}

guint
apo_finder_get_title (ApoFinder *f,
                      guint      i)
{
  return apo_finder_is_word (f, i)
         ? GPOINTER_TO_UINT (g_hash_table_lookup (f->reading->rules->titles,
                                                  apo_finder_get (f, i)->norm)) : 0;
}

const ApoHead *
apo_finder_get_head (ApoFinder *f,
                     guint      i)
{
  return apo_finder_is_word (f, i)
         ? g_hash_table_lookup (f->reading->rules->heads, apo_finder_get (f, i)->norm) : NULL;
}

gboolean
apo_finder_is_given_name (ApoFinder *f,
                          guint      i)
{
  return apo_finder_is_word (f, i)
         && g_hash_table_contains (f->reading->rules->given_names, apo_finder_get (f, i)->norm);
}

/* First in its sentence, or first of what is quoted or follows a colon. */
gboolean
apo_finder_is_initial (ApoFinder *f,
                       guint      i)
{
  return (apo_finder_get (f, i)->flags & APO_TOKEN_FIRST)
         || (i > 0 && apo_reading_is_mark (f->reading, i - 1, "«“\"‹:—–-•·?!…."));
}

gboolean
apo_finder_same_paragraph (ApoFinder *f,
                           guint      i)
{
  return i < f->reading->tokens->tokens->len
         && !(apo_finder_get (f, i)->flags & APO_TOKEN_PARAGRAPH);
}

ApoName *
apo_finder_add (ApoFinder   *f,
                guint        start,
                guint        end,
                ApoActorKind kind)
{
  ApoName name = { { start, end }, APO_MENTION_NAME, kind };

  name.actor = APO_FOUND_NONE;
  for (guint i = start; i < end; i++)
    f->reading->name_at[i] = f->reading->names->len;
  g_array_append_val (f->reading->names, name);

  return &g_array_index (f->reading->names, ApoName, f->reading->names->len - 1);
}

/* Looks back from a name over adjectives for a noun that says what it is. */
static void
look_before (ApoFinder *f,
             ApoName   *name)
{
  ApoWordClasses portfolio = apo_language_pack_get_class (f->reading->rules->pack, "portfolio");
  guint i = name->tokens.start;
  gboolean of = FALSE;

  for (guint step = 0; step < 6 && i > 0; step++)
    {
      guint title;
      const ApoHead *head;

      i--;
      if (!apo_finder_is_word (f, i)
          || apo_finder_get (f, i)->sentence
             != apo_finder_get (f, name->tokens.start)->sentence)
        return;

      title = apo_finder_get_title (f, i);
      head = apo_finder_get_head (f, i);
      if (head != NULL && (head->uses & APO_HEAD_BEFORE_NAME))
        {
          name->kind = head->kind;
          name->unsure = FALSE;
          name->title = of ? NULL : apo_finder_get (f, i)->norm;
          return;
        }
      if (of && apo_reading_is (f->reading, i, portfolio))
        {
          /* « le ministre des Transports » */
          name->other = TRUE;
          name->unsure = FALSE;
          return;
        }
      if (title != 0)
        {
          if (of)
            {
              /* « la directrice de Zeta » */
              name->kind = APO_ACTOR_ORGANISATION;
              name->unsure = TRUE;
            }
          else if (name->kind == APO_ACTOR_PERSON || name->unsure)
            {
              name->kind = APO_ACTOR_PERSON;
              name->unsure = FALSE;
              name->other = FALSE;
              name->title = apo_finder_get (f, i)->norm;
            }
          return;
        }
      /* « la ministre des Transports Anne Petit »: over the portfolio */
      if (f->reading->name_at[i] >= 0
          && g_array_index (f->reading->names, ApoName, f->reading->name_at[i]).other
          && apo_reading_is (f->reading, i - 1, f->is->of | f->is->article))
        {
          while (i > 0 && apo_reading_is (f->reading, i - 1, f->is->of | f->is->article))
            i--;
          continue;
        }
      if (apo_reading_is (f->reading, i, f->is->of | f->is->article))
        {
          if (step > 1 || of)
            return;
          of = of || apo_reading_is (f->reading, i, f->is->of);
          if (!apo_reading_is (f->reading, i, f->is->of))
            return;
        }
      else if (f->reading->name_at[i] >= 0
               && g_array_index (f->reading->names, ApoName, f->reading->name_at[i]).form
                  == APO_MENTION_DEMONYM)
        continue;
      else if (f->reading->name_at[i] >= 0 || apo_reading_is_finite (f->reading, i)
               || apo_reading_is (f->reading, i,
                                  f->is->preposition | f->is->that | f->is->relative))
        return;
    }
}

/* « Zoé Martin, ministre … », « Zoé Martin, la ministre … » */
static void
look_after (ApoFinder *f,
            ApoName   *name)
{
  guint i = name->tokens.end;

  if (name->kind == APO_ACTOR_PERSON || !name->unsure || !apo_reading_is_mark (f->reading, i, ",("))
    return;

  i++;
  for (guint step = 0; step < 3; step++, i++)
    if (apo_finder_get_title (f, i) & APO_TITLE_TITLE)
      {
        name->kind = APO_ACTOR_PERSON;
        name->title = apo_finder_get (f, i)->norm;
        name->unsure = FALSE;
        name->other = FALSE;
        return;
      }
}

/**
 * apo_finder_look_around:
 *
 * Looks for the common noun that says what a name is of; a name whose kind is unsure takes its kind.
 */
void
apo_finder_look_around (ApoFinder *finder,
                        ApoName   *name)
{
  look_before (finder, name);
  look_after (finder, name);
}

/**
 * apo_finder_survey:
 *
 * Notes how the words of the text are written.
 */
void
apo_finder_survey (ApoFinder *f)
{
  for (guint i = 0; i < f->reading->tokens->tokens->len; i++)
    {
      const ApoToken *token = apo_finder_get (f, i);

      if (token->kind != APO_TOKEN_WORD)
        continue;
      if (!apo_finder_is_capital (f, i))
        g_hash_table_add (f->common, (gpointer) token->norm);
      else if (!apo_finder_is_initial (f, i))
        g_hash_table_add (f->capitals, (gpointer) token->norm);
    }
}


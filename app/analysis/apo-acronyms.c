/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-acronyms.h"

#include <string.h>

#include "apo-name-list.h"

/* After A. Schwartz, M. Hearst, "A simple algorithm for identifying abbreviation definitions in
 * biomedical text" (2003): the letters in the brackets are the initials of the words before them, or
 * the other way round.  Small words may give a letter or none. */

/* The most letters of an acronym, and how many words may stand for one of them. */
#define MAX_LETTERS 9
#define MAX_WORDS 16

static gboolean
is_acronym (const ApoReading *reading,
            guint             i)
{
  const ApoToken *token;
  gsize length;

  if (i >= reading->tokens->tokens->len)
    return FALSE;

  token = apo_reading_get (reading, i);
  length = strlen (token->norm);

  return token->kind == APO_TOKEN_WORD && (token->flags & APO_TOKEN_UPPER) && length >= 2
         && length <= MAX_LETTERS;
}

static gunichar
get_letter (const char *norm)
{
  gunichar parts[4];

  return g_unichar_fully_decompose (g_utf8_get_char (norm), FALSE, parts, G_N_ELEMENTS (parts)) > 0
           ? parts[0] : 0;
}

/* Whether the words from @i to @end give the letters, each big word one, but for @spare of them. */
static gboolean
gives_letters (const ApoReading *reading,
               guint             i,
               guint             end,
               const char       *letters,
               guint             spare)
{
  const ApoClasses *is = &reading->rules->is;
  const char *norm;
  const char *hyphen;
  gboolean small;

  if (i == end)
    return *letters == '\0';

  norm = apo_reading_get (reading, i)->norm;
  small = apo_reading_is (reading, i, is->determiner | is->preposition | is->and_);
  hyphen = strchr (norm, '-');
  if (*letters != '\0' && get_letter (norm) == g_utf8_get_char (letters))
    {
      const char *rest = g_utf8_next_char (letters);

      if (gives_letters (reading, i + 1, end, rest, spare))
        return TRUE;
      if (hyphen != NULL && *rest != '\0' && get_letter (hyphen + 1) == g_utf8_get_char (rest)
          && gives_letters (reading, i + 1, end, g_utf8_next_char (rest), spare))
        return TRUE;
    }

  if (small)
    return gives_letters (reading, i + 1, end, letters, spare);

  return spare > 0 && *letters != '\0' && gives_letters (reading, i + 1, end, letters, spare - 1);
}

/* A word without a letter is forgiven to long acronyms only. */
static guint
get_spare (const char *letters)
{
  return g_utf8_strlen (letters, -1) > 3 ? 1 : 0;
}

static gboolean
is_word (const ApoReading *reading,
         guint             i)
{
  return apo_reading_get (reading, i)->kind == APO_TOKEN_WORD;
}

/* Where the long name that ends at @end begins, or @end. */
static guint
find_start (const ApoReading *reading,
            guint             end,
            const char       *letters)
{
  const ApoClasses *is = &reading->rules->is;

  for (guint i = end; i > 0 && end - i < MAX_WORDS && is_word (reading, i - 1); i--)
    if (!apo_reading_is (reading, i - 1, is->determiner | is->preposition)
        && get_letter (apo_reading_get (reading, i - 1)->norm) == g_utf8_get_char (letters)
        && gives_letters (reading, i - 1, end, letters, get_spare (letters)))
      return i - 1;

  return end;
}

/* The long name, known by its acronym as well. */
static void
add_name (ApoReading *reading,
          GArray     *found,
          ApoSpan     tokens,
          guint       acronym)
{
  const ApoName *last = found->len > 0 ? &g_array_index (found, ApoName, found->len - 1) : NULL;
  ApoName name = { .tokens = tokens, .kind = APO_ACTOR_ORGANISATION, .actor = APO_FOUND_NONE };

  if (last != NULL && last->tokens.end > tokens.start)
    return;

  for (guint i = tokens.start; i < tokens.end; i++)
    {
      const ApoName *old = apo_reading_get_name (reading, i);

      if (old != NULL && apo_span_equal (old->tokens, tokens))
        name = *old;
      else if (old != NULL && (old->kind == APO_ACTOR_GROUP || old->kind == APO_ACTOR_MEDIA))
        name.kind = old->kind;
    }

  name.other = name.unsure = FALSE;
  if (name.kind == APO_ACTOR_PERSON || name.kind == APO_ACTOR_PLACE)
    name.kind = APO_ACTOR_ORGANISATION;
  name.acronym = APO_SPAN (acronym, acronym + 1);
  g_array_append_val (found, name);
}

/* « l'Union des ports (UDP) » */
static void
read_behind (ApoReading *reading,
             guint       i,
             GArray     *found)
{
  const ApoToken *token = apo_reading_get (reading, i);
  guint start = find_start (reading, i - 1, token->norm);
  const ApoName *before = i > 1 ? apo_reading_get_name (reading, i - 2) : NULL;

  if (start < i - 1 && i - 1 - start > 1)
    add_name (reading, found, APO_SPAN (start, i - 1), i);
  else if (before != NULL && before->tokens.end == i - 1
           && before->tokens.end - before->tokens.start > 2 && before->kind != APO_ACTOR_PERSON
           && before->kind != APO_ACTOR_COUNTRY && before->kind != APO_ACTOR_PLACE)
    add_name (reading, found, before->tokens, i);
}

/* « l'UDP (Union des ports) » */
static void
read_before (ApoReading *reading,
             guint       i,
             GArray     *found)
{
  guint start = i + 2;
  guint end = start;

  while (end < start + MAX_WORDS && end < reading->tokens->tokens->len && is_word (reading, end))
    end++;
  if (end - start > 1 && apo_reading_is_mark (reading, end, "),")
      && gives_letters (reading, start, end, apo_reading_get (reading, i)->norm,
                        get_spare (apo_reading_get (reading, i)->norm)))
    add_name (reading, found, APO_SPAN (start, end), i);
}

/* Wherever else it stands it is a name, too. */
static void
add_others (ApoReading *reading)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ApoName));

  for (guint k = 0; k < reading->names->len; k++)
    {
      const ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (name->acronym.end > name->acronym.start)
        g_hash_table_insert (known,
                             (gpointer) apo_reading_get (reading, name->acronym.start)->norm,
                             GUINT_TO_POINTER (name->kind + 1));
    }

  for (guint i = 0; i < reading->tokens->tokens->len; i++)
    {
      const ApoToken *token = apo_reading_get (reading, i);
      gpointer kind = g_hash_table_lookup (known, token->norm);
      ApoName name = { .tokens = { i, i + 1 }, .form = APO_MENTION_ALIAS,
                       .actor = APO_FOUND_NONE };

      if (kind == NULL || !(token->flags & APO_TOKEN_UPPER)
          || apo_reading_get_name (reading, i) != NULL)
        continue;
      name.kind = GPOINTER_TO_UINT (kind) - 1;
      g_array_append_val (found, name);
    }

  apo_name_list_put (reading, found);
}

/**
 * apo_acronyms_find:
 *
 * Makes one name of the words that an acronym beside them abbreviates, however they were taken apart,
 * and notes the acronym with it.  Call it after the names were found.
 */
void
apo_acronyms_find (ApoReading *reading)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ApoName));

  for (guint i = 1; i + 1 < reading->tokens->tokens->len; i++)
    {
      if (!is_acronym (reading, i))
        continue;
      if (apo_reading_is_mark (reading, i - 1, "(") && apo_reading_is_mark (reading, i + 1, "),"))
        read_behind (reading, i, found);
      else if (apo_reading_is_mark (reading, i + 1, "("))
        read_before (reading, i, found);
    }

  apo_name_list_put (reading, found);
  add_others (reading);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-names.h"

#include <string.h>

/* The most tokens a name can have. */
#define MAX_NAME 12

typedef struct {
  ApoReading *reading;
  const ApoClasses *is;
  GHashTable *capitals;         /* (element-type utf8) words with a capital inside a sentence */
  GHashTable *common;           /* (element-type utf8) words seen without one */
} Finder;

static const ApoToken *
get (Finder *f,
     guint   i)
{
  return apo_reading_get (f->reading, i);
}

static gboolean
is_word (Finder *f,
         guint   i)
{
  return i < f->reading->tokens->tokens->len && get (f, i)->kind == APO_TOKEN_WORD;
}

static gboolean
has_inner_capital (Finder  *f,
                   guint    i,
                   gboolean hyphened)
{
  g_autofree char *word = apo_reading_dup_text (f->reading, APO_SPAN (i, i + 1));

  for (const char *p = g_utf8_next_char (word); *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isupper (g_utf8_get_char (p)) && (*g_utf8_prev_char (p) == '-') == hyphened)
      return TRUE;

  return FALSE;
}

static gboolean
is_capital (Finder *f,
            guint   i)
{
  const ApoToken *token;
  const char *hyphen;
  g_autofree char *prefix = NULL;

  if (!is_word (f, i))
    return FALSE;

  token = get (f, i);
  if (token->flags & APO_TOKEN_CAPITAL)
    return TRUE;

  /* al-Joulani: a particle that is written together with the name */
  hyphen = strchr (token->norm, '-');
  if (hyphen == NULL || hyphen - token->norm > 3)
    return FALSE;
  prefix = g_strndup (token->norm, hyphen - token->norm);

  return (apo_language_pack_get_classes (f->reading->rules->pack, prefix) & f->is->particle)
         && !(apo_language_pack_get_classes (f->reading->rules->pack, prefix) & f->is->of)
         && has_inner_capital (f, i, TRUE);
}

static guint
get_title (Finder *f,
           guint   i)
{
  return is_word (f, i) ? GPOINTER_TO_UINT (g_hash_table_lookup (f->reading->rules->titles,
                                                                 get (f, i)->norm)) : 0;
}

static const ApoHead *
get_head (Finder *f,
          guint   i)
{
  return is_word (f, i) ? g_hash_table_lookup (f->reading->rules->heads, get (f, i)->norm) : NULL;
}

static gboolean
is_given_name (Finder *f,
               guint   i)
{
  return is_word (f, i) && g_hash_table_contains (f->reading->rules->given_names, get (f, i)->norm);
}

/* First in its sentence, or first of what is quoted or follows a colon. */
static gboolean
is_initial (Finder *f,
            guint   i)
{
  return (get (f, i)->flags & APO_TOKEN_FIRST)
         || (i > 0 && apo_reading_is_mark (f->reading, i - 1, "«“\"‹:—–-•·?!…."));
}

static gboolean
same_paragraph (Finder *f,
                guint   i)
{
  return i < f->reading->tokens->tokens->len && !(get (f, i)->flags & APO_TOKEN_PARAGRAPH);
}

static void
survey (Finder *f)
{
  for (guint i = 0; i < f->reading->tokens->tokens->len; i++)
    {
      const ApoToken *token = get (f, i);

      if (token->kind != APO_TOKEN_WORD)
        continue;
      if (!is_capital (f, i))
        g_hash_table_add (f->common, (gpointer) token->norm);
      else if (!is_initial (f, i))
        g_hash_table_add (f->capitals, (gpointer) token->norm);
    }
}

static ApoName *
add_name (Finder       *f,
          guint         start,
          guint         end,
          ApoActorKind  kind)
{
  ApoName name = { { start, end }, APO_MENTION_NAME, kind };

  name.actor = APO_FOUND_NONE;
  for (guint i = start; i < end; i++)
    f->reading->name_at[i] = f->reading->names->len;
  g_array_append_val (f->reading->names, name);

  return &g_array_index (f->reading->names, ApoName, f->reading->names->len - 1);
}

/* Whether the letters of the first token are those of the table: *PS* is not *ps*. */
static gboolean
fits_case (Finder         *f,
           guint           i,
           guint           n,
           const ApoNamed *named)
{
  gunichar first = g_utf8_get_char (named->phrase);
  gboolean upper = TRUE;

  for (const char *p = named->phrase; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      upper = FALSE;

  if (upper && n == 1 && strlen (named->phrase) > 1)
    return (get (f, i)->flags & APO_TOKEN_UPPER) != 0;
  if (!g_unichar_isupper (first))
    return n > 1 ? (get (f, i + n - 1)->flags & APO_TOKEN_CAPITAL)
                     || !(get (f, i)->flags & APO_TOKEN_CAPITAL) : TRUE;

  return (get (f, i)->flags & APO_TOKEN_CAPITAL) != 0
         || (strlen (get (f, i)->norm) == 2 && get (f, i)->norm[1] == '\'');
}

/* « le quotidien suisse Le Temps »: the noun before a name that the gazetteers know. */
static const char *
find_noun_before (Finder *f,
                  guint   start)
{
  for (guint i = start; i > 0 && start - i < 3; i--)
    {
      const ApoHead *head = get_head (f, i - 1);

      if (head != NULL && (head->uses & APO_HEAD_BEFORE_NAME))
        return get (f, i - 1)->norm;
      if (!is_word (f, i - 1) || (get (f, i - 1)->classes & f->is->preposition))
        return NULL;
    }

  return NULL;
}

static guint
try_gazetteer (Finder *f,
               guint   i)
{
  const ApoRules *rules = f->reading->rules;
  const ApoNamed *named;
  ApoName *name;
  int value = 0;
  guint n = apo_phrases_match (rules->gazetteer, f->reading->tokens, i, &value);

  if (n == 0)
    return 0;

  named = g_ptr_array_index (rules->named, value);
  if (!fits_case (f, i, n, named))
    return 0;

  /* *Paris Martin* and *Victoria Petit* are people. */
  if (n == 1 && is_given_name (f, i) && is_capital (f, i + 1)
      && !(get (f, i + 1)->classes & f->is->stop))
    return 0;

  name = add_name (f, i, i + n, named->form == APO_NAMED_PLACE ? APO_ACTOR_PLACE : named->kind);
  name->named = named;
  if (named->form == APO_NAMED_ORGANISATION)
    name->title = find_noun_before (f, i);
  if (named->form == APO_NAMED_CAPITAL || named->form == APO_NAMED_SEAT)
    name->form = APO_MENTION_METONYM;
  else if (strcmp (named->phrase, named->name != NULL ? named->name : named->phrase) != 0)
    name->form = APO_MENTION_ALIAS;

  return n;
}

/* « l'armée suisse », « le gouvernement fédéral belge » */
static guint
try_institution (Finder *f,
                 guint   i)
{
  const ApoHead *head = get_head (f, i);
  guint j = i + 1;

  if (head == NULL || !(head->uses & APO_HEAD_INSTITUTION))
    return 0;

  if (apo_reading_is (f->reading, j, f->is->org_adjective)
      && !g_hash_table_contains (f->reading->rules->demonyms, get (f, j)->norm))
    j++;

  if (is_word (f, j) && same_paragraph (f, j))
    {
      const ApoNamed *named = g_hash_table_lookup (f->reading->rules->demonyms, get (f, j)->norm);

      if (named != NULL)
        {
          ApoName *name;
          guint end = j + 1;

          if (apo_reading_is (f->reading, end, f->is->org_adjective))
            end++;
          name = add_name (f, i, end, head->kind);
          name->named = named;
          name->institution = TRUE;
          name->title = get (f, i)->norm;
          return end - i;
        }
    }

  /* « la coalition internationale » */
  if (j == i + 2 && (head->uses & APO_HEAD_COLLECTIVE))
    {
      ApoName *name = add_name (f, i, j, head->kind);

      name->collective = TRUE;
      name->title = get (f, i)->norm;
      return 2;
    }

  return 0;
}

/* How far a name that begins with a noun for organisations goes: *Conseil national du livre*. */
static guint
extend_organisation (Finder *f,
                     guint   i)
{
  guint end = i + 1;

  while (end - i < MAX_NAME && is_word (f, end) && same_paragraph (f, end))
    {
      if (is_capital (f, end) || apo_reading_is (f->reading, end, f->is->org_adjective)
          || g_hash_table_contains (f->reading->rules->demonyms, get (f, end)->norm))
        end++;
      else if (apo_reading_is (f->reading, end, f->is->of | f->is->particle))
        {
          guint next = end + 1;

          while (next - end < 3 && apo_reading_is (f->reading, next, f->is->article))
            next++;
          if (is_capital (f, next) && !(get (f, next)->classes & f->is->stop))
            end = next + 1;
          else if (is_word (f, next) && end == i + 1 && same_paragraph (f, next)
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
extend_name (Finder *f,
             guint   i)
{
  gboolean given = is_given_name (f, i);
  guint end = i + 1;

  while (end - i < MAX_NAME && is_word (f, end) && same_paragraph (f, end))
    {
      int value;

      if (is_capital (f, end))
        {
          if (get (f, end)->norm[strlen (get (f, end)->norm) - 1] == '\'')
            break;
          /* « … de la République Anne Petit » is two names */
          if (!given && is_given_name (f, end) && is_capital (f, end + 1))
            break;
          if (apo_phrases_match (f->reading->rules->gazetteer, f->reading->tokens, end, &value) > 0
              && !given)
            break;
          end++;
        }
      else if (apo_reading_is (f->reading, end, f->is->particle) && is_capital (f, end + 1)
               && (given || !apo_reading_is (f->reading, end,
                                             f->is->of | f->is->article | f->is->contracted)))
        end += 2;
      else
        break;
    }

  return end;
}

/* Looks back from a name over adjectives for a noun that says what it is. */
static void
look_before (Finder  *f,
             ApoName *name)
{
  ApoWordClasses portfolio = apo_language_pack_get_class (f->reading->rules->pack, "portfolio");
  guint i = name->tokens.start;
  gboolean of = FALSE;

  for (guint step = 0; step < 6 && i > 0; step++)
    {
      guint title;
      const ApoHead *head;

      i--;
      if (!is_word (f, i) || get (f, i)->sentence != get (f, name->tokens.start)->sentence)
        return;

      title = get_title (f, i);
      head = get_head (f, i);
      if (head != NULL && (head->uses & APO_HEAD_BEFORE_NAME))
        {
          name->kind = head->kind;
          name->unsure = FALSE;
          name->title = of ? NULL : get (f, i)->norm;
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
              name->title = get (f, i)->norm;
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
look_after (Finder  *f,
            ApoName *name)
{
  guint i = name->tokens.end;

  if (name->kind == APO_ACTOR_PERSON || !name->unsure || !apo_reading_is_mark (f->reading, i, ",("))
    return;

  i++;
  for (guint step = 0; step < 3; step++, i++)
    if (get_title (f, i) & APO_TITLE_TITLE)
      {
        name->kind = APO_ACTOR_PERSON;
        name->title = get (f, i)->norm;
        name->unsure = FALSE;
        name->other = FALSE;
        return;
      }
}

static gboolean
has_digit (Finder *f,
           ApoSpan tokens)
{
  for (guint i = tokens.start; i < tokens.end; i++)
    for (const char *p = get (f, i)->norm; *p != '\0'; p++)
      if (g_ascii_isdigit (*p))
        return TRUE;

  return FALSE;
}

static void
classify (Finder  *f,
          ApoName *name)
{
  guint start = name->tokens.start;
  guint n = name->tokens.end - start;
  const ApoToken *first = get (f, start);

  name->unsure = TRUE;

  if (is_given_name (f, start) && n > 1)
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
  else if (n == 1 && ((first->flags & APO_TOKEN_UPPER) || has_inner_capital (f, start, FALSE)))
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

  look_before (f, name);
  look_after (f, name);
}

static gboolean
begins_name (Finder *f,
             guint   i)
{
  const ApoToken *token = get (f, i);

  if (!is_capital (f, i) || (token->classes & f->is->stop) || get_title (f, i) != 0
      || token->norm[strlen (token->norm) - 1] == '\'')
    return FALSE;
  if (token->classes & apo_language_pack_get_class (f->reading->rules->pack, "abbreviation"))
    return FALSE;
  if (!is_initial (f, i))
    return TRUE;
  if (is_given_name (f, i) || g_hash_table_contains (f->capitals, token->norm)
      || g_hash_table_contains (f->reading->rules->surnames, token->norm)
      || (token->flags & APO_TOKEN_UPPER))
    return TRUE;

  return is_capital (f, i + 1) && same_paragraph (f, i + 1)
         && !g_hash_table_contains (f->common, token->norm) && token->verb == NULL
         && !(get (f, i + 1)->classes & f->is->stop);
}

static guint
try_capitals (Finder *f,
              guint   i)
{
  const ApoHead *head = get_head (f, i);
  ApoName *name;
  guint end;

  if (!begins_name (f, i))
    return 0;

  if (head != NULL && (head->uses & APO_HEAD_NAME))
    {
      end = extend_organisation (f, i);
      if (end == i + 1 && is_initial (f, i))
        return 0;
      name = add_name (f, i, end, head->kind);
      return end - i;
    }

  end = extend_name (f, i);
  if (end == i + 1 && g_hash_table_contains (f->reading->rules->demonyms, get (f, i)->norm))
    return 0;

  name = add_name (f, i, end, APO_ACTOR_ORGANISATION);
  classify (f, name);

  return end - i;
}

static guint
try_demonym (Finder *f,
             guint   i)
{
  const ApoNamed *named = is_word (f, i)
                            ? g_hash_table_lookup (f->reading->rules->demonyms, get (f, i)->norm)
                            : NULL;
  ApoName *name;

  if (named == NULL)
    return 0;

  name = add_name (f, i, i + 1, APO_ACTOR_COUNTRY);
  name->named = named;
  name->form = APO_MENTION_DEMONYM;

  return 1;
}

/* « l'Union des ports (UDP) » */
static void
find_acronyms (Finder *f)
{
  for (guint k = 1; k < f->reading->names->len; k++)
    {
      ApoName *name = &g_array_index (f->reading->names, ApoName, k);
      ApoName *before = name - 1;

      if (name->named == NULL && name->tokens.start == before->tokens.end + 1
          && name->tokens.end == name->tokens.start + 1
          && (get (f, name->tokens.start)->flags & APO_TOKEN_UPPER)
          && apo_reading_is_mark (f->reading, before->tokens.end, "(")
          && before->kind != APO_ACTOR_COUNTRY)
        {
          name->shortens = k;
          name->form = APO_MENTION_ALIAS;
          name->kind = before->kind;
          name->other = before->other;
          if (before->kind == APO_ACTOR_PERSON && before->unsure)
            before->kind = name->kind = APO_ACTOR_ORGANISATION;
        }
    }
}

static char *
dup_key (Finder        *f,
         const ApoName *name)
{
  GString *key = g_string_new (NULL);

  for (guint i = name->tokens.start; i < name->tokens.end; i++)
    g_string_append_printf (key, "%s ", get (f, i)->norm);

  return g_string_free (key, FALSE);
}

/* A name that is clear in one place is clear in all. */
static void
vote (Finder *f)
{
  g_autoptr (GHashTable) sure = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint k = 0; k < f->reading->names->len; k++)
      {
        ApoName *name = &g_array_index (f->reading->names, ApoName, k);
        g_autofree char *key = NULL;
        const ApoName *other;

        if (name->named != NULL || name->unsure == (pass == 0))
          continue;

        key = dup_key (f, name);
        other = NULL;
        if (g_hash_table_contains (sure, key))
          {
            guint index = GPOINTER_TO_UINT (g_hash_table_lookup (sure, key));

            other = &g_array_index (f->reading->names, ApoName, index);
          }

        if (pass == 1 && other != NULL)
          {
            name->kind = other->kind;
            name->other = other->other;
            name->unsure = FALSE;
          }
        else if (other == NULL && (pass == 0 || !name->other))
          g_hash_table_insert (sure, g_steal_pointer (&key), GUINT_TO_POINTER (k));
      }
}

/**
 * apo_names_find:
 *
 * Fills the names of the reading: what the gazetteers know, runs of capitalised words, institutions
 * with a word for their country, and words for countries.  A capital at the start of a sentence
 * makes
 * no name by itself.
 */
void
apo_names_find (ApoReading *reading)
{
  Finder f = { reading, &reading->rules->is };
  guint n = reading->tokens->tokens->len;

  f.capitals = g_hash_table_new (g_str_hash, g_str_equal);
  f.common = g_hash_table_new (g_str_hash, g_str_equal);
  survey (&f);

  for (guint i = 0; i < n;)
    {
      guint taken = 0;

      if (get (&f, i)->kind == APO_TOKEN_WORD)
        {
          taken = try_gazetteer (&f, i);
          if (taken == 0)
            taken = try_institution (&f, i);
          if (taken == 0)
            taken = try_capitals (&f, i);
          if (taken == 0)
            taken = try_demonym (&f, i);
        }
      i += MAX (taken, 1);
    }

  find_acronyms (&f);
  vote (&f);

  g_hash_table_unref (f.capitals);
  g_hash_table_unref (f.common);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-names.h"

#include <string.h>

#include "apo-name-guess.h"
#include "apo-name-vote.h"

/* What the tagger found, looked at from left to right. */
typedef struct {
  ApoFinder finder;
  GArray *tagged;               /* (nullable) (element-type ApoTaggedName): none without a model */
  guint next;
} Search;

/* Whether the last word of a phrase of several begins as the table writes it: *Le Monde*, not *Le
 * monde*. */
static gboolean
fits_end (ApoFinder       *f,
          guint            i,
          guint            n,
          const ApoNamed  *named)
{
  const char *space = strrchr (named->phrase, ' ');
  const char *apostrophe = strrchr (named->phrase, '\'');
  const char *last = MAX (space, apostrophe);

  return n == 1 || last == NULL || !g_unichar_isupper (g_utf8_get_char (last + 1))
         || (apo_finder_get (f, i + n - 1)->flags & APO_TOKEN_CAPITAL);
}

/* Whether the letters of the first token are those of the table: *PS* is not *ps*. */
static gboolean
fits_case (ApoFinder      *f,
           guint           i,
           guint           n,
           const ApoNamed *named)
{
  gunichar first = g_utf8_get_char (named->phrase);
  gboolean upper = TRUE;

  if (!fits_end (f, i, n, named))
    return FALSE;

  for (const char *p = named->phrase; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      upper = FALSE;

  if (upper && n == 1 && strlen (named->phrase) > 1)
    return (apo_finder_get (f, i)->flags & APO_TOKEN_UPPER) != 0;
  if (!g_unichar_isupper (first))
    return n > 1 ? (apo_finder_get (f, i + n - 1)->flags & APO_TOKEN_CAPITAL)
                     || !(apo_finder_get (f, i)->flags & APO_TOKEN_CAPITAL) : TRUE;

  return (apo_finder_get (f, i)->flags & APO_TOKEN_CAPITAL) != 0
         || (strlen (apo_finder_get (f, i)->norm) == 2 && apo_finder_get (f, i)->norm[1] == '\'');
}

/* « le quotidien suisse Le Temps »: the noun before a name that the gazetteers know. */
static const char *
find_noun_before (ApoFinder *f,
                  guint      start)
{
  for (guint i = start; i > 0 && start - i < 3; i--)
    {
      const ApoHead *head = apo_finder_get_head (f, i - 1);

      if (head != NULL && (head->uses & APO_HEAD_BEFORE_NAME))
        return apo_finder_get (f, i - 1)->norm;
      if (!apo_finder_is_word (f, i - 1)
          || (apo_finder_get (f, i - 1)->classes & f->is->preposition))
        return NULL;
    }

  return NULL;
}

/* The phrase of the gazetteers that begins at a token. */
static guint
match_known (ApoFinder       *f,
             guint            i,
             const ApoNamed **named)
{
  const ApoRules *rules = f->reading->rules;
  int value = 0;
  guint n = apo_phrases_match (rules->gazetteer, f->reading->tokens, i, &value);

  if (n == 0)
    return 0;

  *named = g_ptr_array_index (rules->named, value);
  if (!fits_case (f, i, n, *named))
    return 0;

  /* *Paris Martin* and *Victoria Petit* are people. */
  if (n == 1 && apo_finder_is_given_name (f, i) && apo_finder_is_capital (f, i + 1)
      && !(apo_finder_get (f, i + 1)->classes & f->is->stop))
    return 0;

  return n;
}

/* The first name of the tagger that does not lie before @i. */
static const ApoTaggedName *
find_tagged (Search *s,
             guint   i)
{
  while (s->tagged != NULL && s->next < s->tagged->len
         && g_array_index (s->tagged, ApoTaggedName, s->next).tokens.start < i)
    s->next++;

  return s->tagged != NULL && s->next < s->tagged->len
         ? &g_array_index (s->tagged, ApoTaggedName, s->next) : NULL;
}

/* Whether what the gazetteers say of these tokens bears what the tagger says. */
static gboolean
agrees (Search         *s,
        ApoSpan         tokens,
        const ApoNamed *named)
{
  const ApoTaggedName *tagged = find_tagged (s, tokens.start);
  const ApoToken *token = apo_finder_get (&s->finder, tokens.start);

  if (s->tagged == NULL)
    return TRUE;

  if (tagged == NULL || tagged->tokens.start >= tokens.end)
    /* *Orange* at the start of a sentence is no telephone */
    return tokens.end - tokens.start > 1 || (token->flags & APO_TOKEN_UPPER)
           || !(token->flags & APO_TOKEN_CAPITAL)
           || (named->form != APO_NAMED_PLACE && named->form != APO_NAMED_ORGANISATION);

  if (tagged->tokens.end > tokens.end)
    return FALSE;
  if (tagged->tokens.start > tokens.start || tagged->tokens.end < tokens.end)
    return TRUE;

  return tagged->type != APO_NAME_PERSON
         && !(tagged->type == APO_NAME_ORGANISATION && named->form == APO_NAMED_PLACE);
}

static guint
try_known (Search *s,
           guint   i)
{
  const ApoNamed *named = NULL;
  ApoName *name;
  guint n = match_known (&s->finder, i, &named);

  if (n == 0 || !agrees (s, APO_SPAN (i, i + n), named))
    return 0;

  name = apo_finder_add (&s->finder, i, i + n,
                         named->form == APO_NAMED_PLACE ? APO_ACTOR_PLACE : named->kind);
  name->named = named;
  if (named->form == APO_NAMED_ORGANISATION)
    name->title = find_noun_before (&s->finder, i);
  if (named->form == APO_NAMED_CAPITAL || named->form == APO_NAMED_SEAT)
    name->form = APO_MENTION_METONYM;
  else if (strcmp (named->phrase, named->name != NULL ? named->name : named->phrase) != 0)
    name->form = APO_MENTION_ALIAS;

  return n;
}

/* « l'armée suisse », « le gouvernement fédéral belge » */
static guint
try_institution (ApoFinder *f,
                 guint      i)
{
  const ApoHead *head = apo_finder_get_head (f, i);
  guint j = i + 1;

  if (head == NULL || !(head->uses & APO_HEAD_INSTITUTION))
    return 0;

  if (apo_reading_is (f->reading, j, f->is->org_adjective)
      && !g_hash_table_contains (f->reading->rules->demonyms, apo_finder_get (f, j)->norm))
    j++;

  if (apo_finder_is_word (f, j) && apo_finder_same_paragraph (f, j))
    {
      const ApoNamed *named = g_hash_table_lookup (f->reading->rules->demonyms,
                                                   apo_finder_get (f, j)->norm);

      if (named != NULL)
        {
          ApoName *name;
          guint end = j + 1;

          if (apo_reading_is (f->reading, end, f->is->org_adjective))
            end++;
          name = apo_finder_add (f, i, end, head->kind);
          name->named = named;
          name->institution = TRUE;
          name->title = apo_finder_get (f, i)->norm;
          return end - i;
        }
    }

  /* « la coalition internationale » */
  if (j == i + 2 && (head->uses & APO_HEAD_COLLECTIVE))
    {
      ApoName *name = apo_finder_add (f, i, j, head->kind);

      name->collective = TRUE;
      name->title = apo_finder_get (f, i)->norm;
      return 2;
    }

  return 0;
}

static guint
try_tagged (Search *s,
            guint   i)
{
  static const ApoActorKind kinds[] = {
    APO_ACTOR_PERSON, APO_ACTOR_PLACE, APO_ACTOR_ORGANISATION, APO_ACTOR_ORGANISATION,
  };
  const ApoTaggedName *tagged = find_tagged (s, i);
  const ApoHead *head = apo_finder_get_head (&s->finder, i);
  ApoName *name;
  guint length;

  if (tagged == NULL || tagged->tokens.start != i)
    return 0;

  /* « le ministère des Ports » is for who looks for bodies of people. */
  if (tagged->type == APO_NAME_ORGANISATION
      && !(apo_finder_get (&s->finder, i)->flags & APO_TOKEN_CAPITAL)
      && apo_body_rules_match (s->finder.reading->rules->bodies, s->finder.reading->tokens, i,
                               &length) != NULL)
    return 0;

  name = apo_finder_add (&s->finder, i, tagged->tokens.end, kinds[tagged->type]);
  name->other = tagged->type == APO_NAME_MISC;
  if (head != NULL && (head->uses & APO_HEAD_NAME) && tagged->type == APO_NAME_ORGANISATION)
    name->kind = head->kind;
  if (tagged->type != APO_NAME_PLACE)
    apo_finder_look_around (&s->finder, name);

  /* « la société de Paul Petit », but « l'émission de Radio Zeta » */
  if (tagged->type == APO_NAME_PERSON && tagged->tokens.end - i > 1
      && (name->kind != APO_ACTOR_MEDIA || apo_finder_is_given_name (&s->finder, i)))
    {
      name->kind = APO_ACTOR_PERSON;
      name->unsure = FALSE;
    }

  /* « l'agence Zeta » */
  head = i > 0 ? apo_finder_get_head (&s->finder, i - 1) : NULL;
  if (head != NULL && (head->uses & APO_HEAD_BEFORE_NAME))
    name->other = FALSE;

  return tagged->tokens.end - i;
}

static guint
try_demonym (ApoFinder *f,
             guint      i)
{
  const ApoNamed *named = apo_finder_is_word (f, i)
                            ? g_hash_table_lookup (f->reading->rules->demonyms,
                                                   apo_finder_get (f, i)->norm)
                            : NULL;
  ApoName *name;

  if (named == NULL)
    return 0;

  name = apo_finder_add (f, i, i + 1, APO_ACTOR_COUNTRY);
  name->named = named;
  name->form = APO_MENTION_DEMONYM;

  return 1;
}

/* A word that the tagger passed over, but that the words around it call a name: « l'opérateur
 * Zeta », or that is somebody's surname. */
static guint
try_called (Search *s,
            guint   i)
{
  ApoFinder *f = &s->finder;
  const ApoTaggedName *tagged = find_tagged (s, i);
  const ApoHead *head = i > 0 ? apo_finder_get_head (f, i - 1) : NULL;
  guint n;

  if ((apo_finder_get (f, i)->flags & APO_TOKEN_FIRST) || !apo_finder_is_capital (f, i))
    return 0;
  if (!g_hash_table_contains (f->reading->rules->surnames, apo_finder_get (f, i)->norm)
      && (head == NULL || !(head->uses & APO_HEAD_BEFORE_NAME)))
    return 0;

  n = apo_name_guess (f, i);
  if (n > 0 && tagged != NULL && tagged->tokens.start < i + n)
    {
      for (guint k = i; k < i + n; k++)
        f->reading->name_at[k] = -1;
      g_array_set_size (f->reading->names, f->reading->names->len - 1);
      n = 0;
    }

  return n;
}

/* « les Jeux de Turin »: the places within names of other things are names, too. */
static void
list_inner_places (Search              *s,
                   const ApoTaggedName *tagged)
{
  ApoReading *reading = s->finder.reading;

  for (guint i = tagged->tokens.start + 1; i < tagged->tokens.end; i++)
    {
      const ApoNamed *named = NULL;
      guint n = apo_reading_is (reading, i - 1, s->finder.is->of | s->finder.is->locative)
                ? match_known (&s->finder, i, &named) : 0;
      ApoFoundEntity entity = { .type = APO_ENTITY_PLACE };

      if (n == 0 || i + n > tagged->tokens.end || named->form == APO_NAMED_ORGANISATION
          || named->form == APO_NAMED_SEAT)
        continue;
      entity.span = apo_reading_get_span (reading, APO_SPAN (i, i + n));
      g_array_append_val (reading->findings->entities, entity);
    }
}

static void
list_entities (Search *s)
{
  static const ApoEntityType types[] = {
    APO_ENTITY_PERSON, APO_ENTITY_PLACE, APO_ENTITY_ORGANISATION, APO_ENTITY_OTHER,
  };
  ApoReading *reading = s->finder.reading;

  for (guint i = 0; i < s->tagged->len; i++)
    {
      const ApoTaggedName *tagged = &g_array_index (s->tagged, ApoTaggedName, i);
      ApoFoundEntity entity = { apo_reading_get_span (reading, tagged->tokens),
                                types[tagged->type] };

      g_array_append_val (reading->findings->entities, entity);
      if (tagged->type == APO_NAME_MISC)
        list_inner_places (s, tagged);
    }
}

/**
 * apo_names_find:
 *
 * Fills the names of the reading: what the tagger found, what the gazetteers know, institutions with
 * a word for their country, and words for countries.  A language without a model has its runs of
 * capitalised words instead of the tagger.
 */
void
apo_names_find (ApoReading *reading)
{
  Search s = { { reading, &reading->rules->is } };
  ApoFinder *f = &s.finder;
  guint n = reading->tokens->tokens->len;

  if (reading->rules->names != NULL)
    s.tagged = apo_name_tagger_tag (reading->rules->names, reading->text, reading->tokens);
  f->capitals = g_hash_table_new (g_str_hash, g_str_equal);
  f->common = g_hash_table_new (g_str_hash, g_str_equal);
  apo_finder_survey (f);

  for (guint i = 0; i < n;)
    {
      guint taken = 0;

      if (apo_finder_get (f, i)->kind == APO_TOKEN_WORD)
        {
          taken = try_known (&s, i);
          if (taken == 0)
            taken = try_institution (f, i);
          if (taken == 0)
            taken = s.tagged != NULL ? try_tagged (&s, i) : apo_name_guess (f, i);
          if (taken == 0 && s.tagged != NULL)
            taken = try_called (&s, i);
          if (taken == 0)
            taken = try_demonym (f, i);
        }
      i += MAX (taken, 1);
    }

  apo_name_vote (f);

  g_hash_table_unref (f->capitals);
  g_hash_table_unref (f->common);
  if (s.tagged != NULL)
    list_entities (&s);
  g_clear_pointer (&s.tagged, g_array_unref);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-bodies.h"

#include "apo-name-list.h"

/* How long the complement of a ministry can be. */
#define MAX_COMPLEMENT 12
/* How many adjectives stand behind the noun. */
#define MAX_ADJECTIVES 3

/* One body in the course of being read: the tokens up to @end are its name, @next goes on. */
typedef struct {
  ApoReading *reading;
  const ApoClasses *is;
  const ApoBody *body;
  guint start;
  guint end;
  guint next;
  ApoSpan complement;
  const ApoNamed *region;
  gboolean named;               /* the complement holds a name */
} Body;

static const ApoNamed *
get_demonym (const ApoReading *reading,
             guint             i)
{
  if (i >= reading->tokens->tokens->len
      || (apo_reading_get (reading, i)->flags & APO_TOKEN_CAPITAL))
    return NULL;

  return g_hash_table_lookup (reading->rules->demonyms, apo_reading_get (reading, i)->norm);
}

static gboolean
is_word (const ApoReading *reading,
         guint             i)
{
  return i < reading->tokens->tokens->len && apo_reading_get (reading, i)->kind == APO_TOKEN_WORD
         && !(apo_reading_get (reading, i)->flags & APO_TOKEN_PARAGRAPH);
}

static gboolean
is_country (const ApoName *name)
{
  return name != NULL && name->kind == APO_ACTOR_COUNTRY && name->form != APO_MENTION_DEMONYM
         && name->named->form == APO_NAMED_COUNTRY;
}

/* « l'armée régulière belge » */
static void
read_adjectives (Body *b)
{
  for (guint step = 0; step < MAX_ADJECTIVES && is_word (b->reading, b->next); step++)
    {
      const ApoNamed *demonym = get_demonym (b->reading, b->next);

      if (demonym != NULL)
        {
          if (b->region == NULL)
            b->region = demonym;
          b->end = ++b->next;
        }
      else if (apo_reading_is (b->reading, b->next, b->is->org_adjective))
        b->next++;
      else if (apo_reading_get (b->reading, b->next)->pos == APO_POS_ADJ)
        b->next++;
      else
        break;
    }
}

static gboolean
belongs_to_name (const Body *b,
                 guint       i)
{
  const ApoToken *token = apo_reading_get (b->reading, i);

  if (token->pos != APO_POS_NONE && token->pos != APO_POS_NOUN && token->pos != APO_POS_PROPN
      && token->pos != APO_POS_ADJ)
    return FALSE;

  return !(token->classes & (b->is->stop | b->is->adverb | b->is->preposition | b->is->relative))
         && !apo_reading_is_finite (b->reading, i);
}

/* « des Eaux et des Forêts de Suède »: how far the complement goes. */
static void
read_complement (Body *b)
{
  guint i = b->next;
  guint last = i;

  while (i < b->next + MAX_COMPLEMENT && is_word (b->reading, i))
    {
      const ApoName *name = apo_reading_get_name (b->reading, i);

      if (name != NULL && name->form != APO_MENTION_DEMONYM)
        {
          if (is_country (name) && b->region == NULL)
            b->region = name->named;
          b->named = TRUE;
          i = last = MAX (name->tokens.end, i + 1);
        }
      else if (apo_reading_is (b->reading, i, b->is->and_)
               && !apo_reading_is (b->reading, i + 1, b->is->of))
        break;
      else if (apo_reading_is (b->reading, i, b->is->of | b->is->article | b->is->and_))
        i++;
      else if (belongs_to_name (b, i))
        {
          b->named |= (apo_reading_get (b->reading, i)->flags & APO_TOKEN_CAPITAL) != 0;
          last = ++i;
        }
      else
        break;
    }

  b->complement = APO_SPAN (b->next, last);
}

/* What « de » brings to it: a country, a person, a place, or the rest of its name. */
static void
read_of (Body *b)
{
  guint i = b->next;
  const ApoName *name;

  while (i < b->next + 3 && apo_reading_is (b->reading, i, b->is->of | b->is->article))
    i++;
  name = apo_reading_get_name (b->reading, i);

  if (is_country (name) && b->region == NULL)
    {
      b->region = name->named;
      b->end = name->tokens.end;
      return;
    }
  if (name != NULL && name->tokens.start == i
      && (((b->body->uses & APO_BODY_PERSON) && name->kind == APO_ACTOR_PERSON)
          || ((b->body->uses & APO_BODY_PLACE) && name->named != NULL
              && name->named->form <= APO_NAMED_PLACE && name->form != APO_MENTION_DEMONYM)))
    {
      b->complement = name->tokens;
      b->end = name->tokens.end;
      return;
    }
  if (!(b->body->uses & APO_BODY_COMPLEMENT))
    return;

  read_complement (b);
  if (b->complement.end > b->complement.start && (b->named || (b->body->uses & APO_BODY_FREE)))
    b->end = b->complement.end;
  else
    b->complement = APO_SPAN (0, 0);
}

/* « le gouvernement Grand » */
static void
read_surname (Body *b)
{
  const ApoName *name = apo_reading_get_name (b->reading, b->next);

  if (name != NULL && name->tokens.start == b->next && name->named == NULL
      && name->form != APO_MENTION_DEMONYM)
    {
      b->complement = name->tokens;
      b->end = name->tokens.end;
    }
}

/* « l'armée », « des rebelles » behind a noun; not « une armée », « par des rebelles » */
static gboolean
is_definite (const Body *b)
{
  const ApoReading *reading = b->reading;
  guint i = b->start;
  ApoWordClasses indefinite = apo_language_pack_get_class (reading->rules->pack, "indefinite");

  if (i == 0 || (apo_reading_get (reading, i)->flags & APO_TOKEN_FIRST))
    return FALSE;
  if (apo_reading_is (reading, i - 1, b->is->and_ | b->is->between))
    return TRUE;
  if (!apo_reading_is (reading, i - 1, b->is->article | b->is->contracted))
    return FALSE;
  if (!apo_reading_is (reading, i - 1, indefinite))
    return TRUE;

  if (b->body->kind == APO_ACTOR_GROUP && (apo_reading_get (reading, i - 1)->flags
                                           & APO_TOKEN_FIRST))
    return TRUE;

  return apo_reading_is (reading, i - 1, b->is->contracted) && i > 1
         && !(apo_reading_get (reading, i - 1)->flags & APO_TOKEN_FIRST)
         && is_word (reading, i - 2) && !apo_reading_is_finite (reading, i - 2)
         && !apo_reading_is (reading, i - 2, b->is->preposition | b->is->that);
}

/* « les forces du régime »: whose they are is said, so they are nobody by themselves. */
static gboolean
has_owner (const Body *b)
{
  guint i = b->next;
  guint length;

  if (!apo_reading_is (b->reading, i, b->is->of))
    return FALSE;
  while (i < b->next + 3 && apo_reading_is (b->reading, i, b->is->of | b->is->article))
    i++;

  return apo_reading_get_name (b->reading, i) != NULL
         || apo_body_rules_match (b->reading->rules->bodies, b->reading->tokens, i, &length) != NULL;
}

static gboolean
make_name (const Body *b,
           ApoName    *name)
{
  gboolean full = b->complement.end > b->complement.start;

  name->tokens = APO_SPAN (b->start, b->end);
  name->form = APO_MENTION_DESCRIPTION;
  name->kind = b->body->kind;
  name->actor = APO_FOUND_NONE;
  name->institution = TRUE;
  name->body = b->body;
  name->title = apo_reading_get (b->reading, b->start)->norm;
  name->named = b->region;
  name->complement = b->complement;

  if (full)
    return TRUE;
  if (b->region != NULL && (b->body->uses & APO_BODY_STATE))
    {
      name->kind = APO_ACTOR_COUNTRY;
      name->acting = APO_ACTING_SURELY;
      return TRUE;
    }
  if (b->region != NULL)
    return TRUE;

  name->bare = TRUE;

  return is_definite (b) && !has_owner (b);
}

static gboolean
read_body (ApoReading *reading,
           guint       i,
           ApoName    *result)
{
  Body b = { reading, &reading->rules->is };
  const ApoName *name = apo_reading_get_name (reading, i);
  guint length;

  b.body = apo_body_rules_match (reading->rules->bodies, reading->tokens, i, &length);
  if (b.body == NULL || (name != NULL && !name->institution && !name->collective))
    return FALSE;
  if ((apo_reading_get (reading, i)->flags & APO_TOKEN_CAPITAL)
      && !(apo_reading_get (reading, i)->flags & APO_TOKEN_FIRST))
    return FALSE;

  b.start = i;
  b.end = b.next = i + length;
  read_adjectives (&b);
  if (apo_reading_is (reading, b.next, b.is->of))
    read_of (&b);
  else if (b.next == i + length && (b.body->uses & APO_BODY_PERSON))
    read_surname (&b);

  return make_name (&b, result);
}

/**
 * apo_bodies_find:
 *
 * Adds to the names the common nouns that name a body of people, with what belongs to them: *l’armée
 * belge*, *le ministère des Ports*, *le gouvernement Grand*, *la police*.  Call it after the names
 * were found.
 */
void
apo_bodies_find (ApoReading *reading)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ApoName));

  for (guint i = 0; i < reading->tokens->tokens->len;)
    {
      ApoName name = { .form = APO_MENTION_DESCRIPTION };

      if (apo_reading_get (reading, i)->kind == APO_TOKEN_WORD && read_body (reading, i, &name))
        {
          g_array_append_val (found, name);
          i = name.tokens.end;
        }
      else
        i++;
    }

  apo_name_list_put (reading, found);
}

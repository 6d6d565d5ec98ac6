/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actors.h"

#include <string.h>

#include "apo-acting.h"

/* What the mentions of a country must add up to before it counts as an actor. */
#define ENOUGH APO_ACTING_SURELY

typedef struct {
  ApoReading *reading;
  GHashTable *keys;             /* (element-type utf8 int), actor + 1 */
  GHashTable *countries;        /* (element-type utf8 uint), region to the sum of its mentions */
} Linker;

static int
lookup (Linker     *l,
        const char *key)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (l->keys, key)) - 1;
}

static int
get_actor (Linker        *l,
           const char    *key,
           const char    *name,
           ApoActorKind   kind,
           const char    *region)
{
  int actor = lookup (l, key);

  if (actor < 0)
    {
      actor = l->reading->findings->actors->len;
      apo_findings_add_actor (l->reading->findings, name, kind, region);
      g_hash_table_insert (l->keys, g_strdup (key), GINT_TO_POINTER (actor + 1));
    }

  return actor;
}

static void
sum_countries (Linker *l)
{
  for (guint k = 0; k < l->reading->names->len; k++)
    {
      const ApoName *name = &g_array_index (l->reading->names, ApoName, k);
      guint sum;

      if (name->kind != APO_ACTOR_COUNTRY || name->institution
          || name->form == APO_MENTION_DEMONYM)
        continue;

      sum = GPOINTER_TO_UINT (g_hash_table_lookup (l->countries, name->named->region));
      g_hash_table_insert (l->countries, (gpointer) name->named->region,
                           GUINT_TO_POINTER (sum + name->acting));
    }
}

static gboolean
is_acting (Linker     *l,
           const char *region)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (l->countries, region)) >= ENOUGH;
}

static char *
dup_folded (Linker        *l,
            ApoSpan        tokens)
{
  GString *key = g_string_new (NULL);

  for (guint i = tokens.start; i < tokens.end; i++)
    {
      if (i > tokens.start)
        g_string_append_c (key, ' ');
      g_string_append (key, apo_reading_get (l->reading, i)->norm);
    }

  return g_string_free (key, FALSE);
}

static void
link_country (Linker  *l,
              ApoName *name)
{
  g_autofree char *key = g_strconcat ("country ", name->named->region, NULL);

  if (!is_acting (l, name->named->region))
    return;
  if (name->form == APO_MENTION_METONYM && name->named->form == APO_NAMED_CAPITAL
      && name->acting == APO_ACTING_NOT)
    return;

  name->actor = get_actor (l, key, name->named->name, APO_ACTOR_COUNTRY, name->named->region);
}

static void
link_person (Linker   *l,
             ApoName  *name,
             gboolean  full)
{
  ApoSpan last = { name->tokens.end - 1, name->tokens.end };
  g_autofree char *surname = dup_folded (l, last);
  g_autofree char *key = g_strconcat ("person ", surname, NULL);
  g_autofree char *whole = dup_folded (l, name->tokens);
  g_autofree char *whole_key = g_strconcat ("full ", whole, NULL);
  g_autofree char *text = NULL;

  if ((name->tokens.end - name->tokens.start > 1) != full)
    return;

  if (!full && lookup (l, key) >= 0)
    {
      name->actor = lookup (l, key);
      name->form = APO_MENTION_ALIAS;
      return;
    }

  text = apo_reading_dup_text (l->reading, name->tokens);
  name->actor = get_actor (l, full ? whole_key : key, text, APO_ACTOR_PERSON, NULL);
  if (full && lookup (l, key) < 0)
    g_hash_table_insert (l->keys, g_steal_pointer (&key), GINT_TO_POINTER (name->actor + 1));
}

static void
link_institution (Linker  *l,
                  ApoName *name)
{
  g_autofree char *key = name->collective ? g_strconcat ("collective ", name->title, NULL)
                                          : dup_folded (l, name->tokens);
  g_autofree char *text = apo_reading_dup_text (l->reading, name->tokens);
  g_autofree char *rest = g_strdup (g_utf8_next_char (text));
  g_autofree char *title = NULL;
  g_autofree char *first = g_strndup (text, g_utf8_next_char (text) - text);
  g_autofree char *upper = g_utf8_strup (first, -1);

  title = g_strconcat (upper, rest, NULL);
  name->actor = get_actor (l, key, title, name->kind,
                           name->named != NULL ? name->named->region : NULL);
}

static void
link_organisation (Linker  *l,
                   ApoName *name)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  if (name->named != NULL)
    {
      key = g_strconcat ("known ", name->named->name, NULL);
      name->actor = get_actor (l, key, name->named->name, name->kind, name->named->region);
      return;
    }

  key = dup_folded (l, name->tokens);
  if (name->shortens > 0)
    {
      const ApoName *full = &g_array_index (l->reading->names, ApoName, name->shortens - 1);

      if (full->actor != APO_FOUND_NONE)
        {
          name->actor = full->actor;
          if (lookup (l, key) < 0)
            g_hash_table_insert (l->keys, g_steal_pointer (&key),
                                 GINT_TO_POINTER (full->actor + 1));
          return;
        }
    }

  text = apo_reading_dup_text (l->reading, name->tokens);
  name->actor = get_actor (l, key, text, name->kind, NULL);
}

/* A single name that is somebody's surname is that somebody, whatever it was taken for. */
static void
link_as_surname (Linker  *l,
                 ApoName *name)
{
  g_autofree char *surname = NULL;
  g_autofree char *key = NULL;

  if (name->named != NULL || name->tokens.end - name->tokens.start != 1)
    return;

  surname = dup_folded (l, name->tokens);
  key = g_strconcat ("person ", surname, NULL);
  if (lookup (l, key) >= 0)
    {
      name->kind = APO_ACTOR_PERSON;
      name->other = FALSE;
    }
}

static void
link_rest (Linker  *l,
           ApoName *name)
{
  link_as_surname (l, name);

  if (name->other || name->kind == APO_ACTOR_PLACE || name->actor != APO_FOUND_NONE)
    return;

  if (name->form == APO_MENTION_DEMONYM)
    {
      g_autofree char *key = g_strconcat ("country ", name->named->region, NULL);

      name->actor = lookup (l, key);
    }
  else if (name->institution || name->collective)
    link_institution (l, name);
  else if (name->kind == APO_ACTOR_COUNTRY)
    link_country (l, name);
  else if (name->kind == APO_ACTOR_PERSON)
    link_person (l, name, FALSE);
  else
    link_organisation (l, name);
}

/* « l'armée », « le quotidien »: whom the same noun named before. */
static void
find_descriptions (ApoReading *reading)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);
  const ApoClasses *is = &reading->rules->is;

  for (guint i = 0; i < reading->tokens->tokens->len; i++)
    {
      const ApoName *name = apo_reading_get_name (reading, i);
      const char *norm = apo_reading_get (reading, i)->norm;
      gpointer actor;

      if (name != NULL)
        {
          if (name->tokens.start == i && name->title != NULL && name->actor != APO_FOUND_NONE
              && name->kind != APO_ACTOR_PERSON)
            g_hash_table_insert (last, (gpointer) name->title, GINT_TO_POINTER (name->actor + 1));
          continue;
        }

      actor = g_hash_table_lookup (last, norm);
      if (actor == NULL || i == 0 || !apo_reading_is (reading, i - 1, is->article)
          || apo_reading_is (reading, i - 1, is->clitic) != apo_reading_is (reading, i - 1,
                                                                            is->article)
          || apo_reading_get_name (reading, i + 1) != NULL
          || apo_reading_is (reading, i + 1, is->of | is->org_adjective))
        continue;

      apo_found_actor_add_mention (g_ptr_array_index (reading->findings->actors,
                                                      GPOINTER_TO_INT (actor) - 1),
                                   apo_reading_get (reading, i)->span, APO_MENTION_DESCRIPTION);
    }
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  return apo_span_compare (&((const ApoMention *) a)->span, &((const ApoMention *) b)->span);
}

static void
add_entity (ApoReading    *reading,
            const ApoName *name)
{
  ApoFoundEntity entity = { apo_reading_get_span (reading, name->tokens), APO_ENTITY_OTHER };

  if (name->form == APO_MENTION_DEMONYM || name->institution || name->collective)
    return;

  if (name->named != NULL && name->named->form < APO_NAMED_ORGANISATION)
    entity.type = APO_ENTITY_PLACE;
  else if (!name->other)
    entity.type = name->kind == APO_ACTOR_PERSON ? APO_ENTITY_PERSON
                  : name->kind == APO_ACTOR_PLACE || name->kind == APO_ACTOR_COUNTRY
                    ? APO_ENTITY_PLACE : APO_ENTITY_ORGANISATION;

  g_array_append_val (reading->findings->entities, entity);
}

/**
 * apo_actors_add_mention:
 *
 * Adds a mention that a later finder came across, a pronoun for instance.
 */
void
apo_actors_add_mention (ApoReading     *reading,
                        int             actor,
                        ApoSpan         tokens,
                        ApoMentionForm  form)
{
  ApoFoundActor *found = g_ptr_array_index (reading->findings->actors, actor);
  ApoSpan span = apo_reading_get_span (reading, tokens);

  for (guint i = 0; i < found->mentions->len && i < 400; i++)
    if (apo_span_overlaps (g_array_index (found->mentions, ApoMention,
                                          found->mentions->len - 1 - i).span,
                           span))
      return;

  apo_found_actor_add_mention (found, span, form);
}

/**
 * apo_actors_finish:
 *
 * Puts the mentions in the order of the text.
 */
void
apo_actors_finish (ApoReading *reading)
{
  for (guint i = 0; i < reading->findings->actors->len; i++)
    {
      ApoFoundActor *actor = g_ptr_array_index (reading->findings->actors, i);

      g_array_sort (actor->mentions, compare_mentions);
    }
}

/**
 * apo_actors_find:
 *
 * Makes actors of the names: aliases and surnames go to whom they name, capitals that act to their
 * country; places and countries where nobody acts become none.
 */
void
apo_actors_find (ApoReading *reading)
{
  Linker l = { reading };

  l.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  l.countries = g_hash_table_new (g_str_hash, g_str_equal);

  apo_acting_judge (reading);
  sum_countries (&l);

  /* Full names first, so that a surname finds its person even in front of the full name. */
  for (guint k = 0; k < reading->names->len; k++)
    {
      ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (name->kind == APO_ACTOR_PERSON && !name->other && name->named == NULL)
        link_person (&l, name, TRUE);
    }

  for (guint k = 0; k < reading->names->len; k++)
    link_rest (&l, &g_array_index (reading->names, ApoName, k));

  for (guint k = 0; k < reading->names->len; k++)
    {
      ApoName *name = &g_array_index (reading->names, ApoName, k);

      add_entity (reading, name);
      if (name->form == APO_MENTION_DEMONYM && name->actor == APO_FOUND_NONE)
        {
          g_autofree char *key = g_strconcat ("country ", name->named->region, NULL);

          name->actor = lookup (&l, key);
        }
      if (name->actor != APO_FOUND_NONE)
        apo_found_actor_add_mention (g_ptr_array_index (reading->findings->actors, name->actor),
                                     apo_reading_get_span (reading, name->tokens), name->form);
    }

  find_descriptions (reading);

  g_hash_table_unref (l.keys);
  g_hash_table_unref (l.countries);
}

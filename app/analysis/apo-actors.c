/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actors.h"

#include <string.h>

#include "apo-acting.h"
#include "apo-body-linker.h"
#include "apo-coreference.h"
#include "apo-idle-actors.h"
#include "apo-roles.h"
#include "apo-traits.h"

/* What the mentions of a country must add up to before it counts as an actor. */
#define ENOUGH APO_ACTING_SURELY

typedef struct {
  ApoReading *reading;
  ApoActorKeys *keys;
  GHashTable *countries;        /* (element-type utf8 uint), region to the sum of its mentions */
} Linker;

static int
lookup (Linker     *l,
        const char *prefix,
        ApoSpan     tokens)
{
  g_autofree char *folded = apo_actor_keys_fold (l->reading, tokens);
  g_autofree char *key = g_strconcat (prefix, " ", folded, NULL);

  return apo_actor_keys_lookup (l->keys, key);
}

static int
get_actor (Linker       *l,
           const char   *prefix,
           ApoSpan       tokens,
           ApoActorKind  kind)
{
  g_autofree char *folded = apo_actor_keys_fold (l->reading, tokens);
  g_autofree char *key = g_strconcat (prefix, " ", folded, NULL);
  g_autofree char *text = apo_reading_dup_text (l->reading, tokens);

  return apo_actor_keys_get (l->keys, key, text, kind, NULL);
}

static void
add_key (Linker     *l,
         const char *prefix,
         ApoSpan     tokens,
         int         actor)
{
  g_autofree char *folded = apo_actor_keys_fold (l->reading, tokens);
  g_autofree char *key = g_strconcat (prefix, " ", folded, NULL);

  apo_actor_keys_add (l->keys, key, actor);
}

static guint
get_length (const ApoName *name)
{
  return name->tokens.end - name->tokens.start;
}

static void
sum_countries (Linker *l)
{
  for (guint k = 0; k < l->reading->names->len; k++)
    {
      const ApoName *name = &g_array_index (l->reading->names, ApoName, k);
      guint sum;

      if (name->kind != APO_ACTOR_COUNTRY || name->form == APO_MENTION_DEMONYM)
        continue;

      if (name->acting == APO_ACTING_HARDLY)
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

  name->actor = apo_actor_keys_get (l->keys, key, name->named->name, APO_ACTOR_COUNTRY,
                                    name->named->region);
}

/* « A. Morin » */
static gboolean
is_initial (Linker *l,
            guint   token)
{
  const char *norm = apo_reading_get (l->reading, token)->norm;

  return g_utf8_strlen (norm, -1) <= 2 && g_str_has_suffix (norm, ".");
}

/* A full name; one that ends as a longer one does, is the same person's. */
static void
link_full_person (Linker  *l,
                  ApoName *name)
{
  name->actor = lookup (l, "full", name->tokens);
  if (name->actor == APO_FOUND_NONE && (name->actor = lookup (l, "person", name->tokens))
                                       != APO_FOUND_NONE)
    name->form = APO_MENTION_ALIAS;
  if (name->actor == APO_FOUND_NONE && is_initial (l, name->tokens.start))
    name->actor = lookup (l, "person", APO_SPAN (name->tokens.start + 1, name->tokens.end));
  if (name->actor == APO_FOUND_NONE)
    name->actor = get_actor (l, "full", name->tokens, APO_ACTOR_PERSON);

  /* « Ali Ben Omar » may be « Ali Ben » elsewhere, and « Omar ». */
  for (guint i = name->tokens.start + 2; i < name->tokens.end; i++)
    add_key (l, "full", APO_SPAN (name->tokens.start, i), name->actor);
  for (guint i = name->tokens.start + 1; i < name->tokens.end; i++)
    add_key (l, "person", APO_SPAN (i, name->tokens.end), name->actor);
  add_key (l, "given", APO_SPAN (name->tokens.start, name->tokens.start + 1), name->actor);
}

static void
link_surname (Linker  *l,
              ApoName *name)
{
  name->actor = lookup (l, "person", name->tokens);
  if (name->actor == APO_FOUND_NONE)
    name->actor = lookup (l, "given", name->tokens);
  if (name->actor != APO_FOUND_NONE)
    name->form = APO_MENTION_ALIAS;
  else
    {
      name->actor = get_actor (l, "full", name->tokens, APO_ACTOR_PERSON);
      add_key (l, "person", name->tokens, name->actor);
    }
}

/* Full names first, the longest before all others, so that a surname finds its person even in front
 * of the full name. */
static void
link_people (Linker *l)
{
  for (guint length = 4; length > 1; length--)
    for (guint k = 0; k < l->reading->names->len; k++)
      {
        ApoName *name = &g_array_index (l->reading->names, ApoName, k);

        if (name->kind == APO_ACTOR_PERSON && !name->other && !name->role && name->named == NULL
            && MIN (get_length (name), 4) == length)
          link_full_person (l, name);
      }
}

/* « l'affaire Paul Petit », « porte-parole de Paul Petit »: whatever the words before it made of it,
 * it ends in the name of somebody. */
static void
find_people_within (Linker *l)
{
  for (guint k = 0; k < l->reading->names->len; k++)
    {
      ApoName *name = &g_array_index (l->reading->names, ApoName, k);
      ApoSpan tail = { name->tokens.end - MIN (2, get_length (name)), name->tokens.end };
      int actor;

      if (!name->other || name->named != NULL || get_length (name) < 2)
        continue;
      actor = lookup (l, "full", tail);
      if (actor == APO_FOUND_NONE)
        continue;
      name->tokens = tail;
      name->kind = APO_ACTOR_PERSON;
      name->other = FALSE;
      name->actor = actor;
    }
}

static void
link_organisation (Linker  *l,
                   ApoName *name)
{
  ApoSpan last = { name->tokens.end - 1, name->tokens.end };
  ApoSpan first = { name->tokens.start, name->tokens.start + 1 };

  name->actor = lookup (l, "name", name->tokens);
  if (name->actor == APO_FOUND_NONE && name->named != NULL)
    {
      g_autofree char *key = g_strconcat ("known ", name->named->name, NULL);

      name->actor = apo_actor_keys_get (l->keys, key, name->named->name, name->kind,
                                        name->named->region);
    }
  if (name->actor == APO_FOUND_NONE && name->shortens > 0)
    name->actor = g_array_index (l->reading->names, ApoName, name->shortens - 1).actor;
  if (name->actor == APO_FOUND_NONE && get_length (name) == 1)
    name->actor = lookup (l, "part", name->tokens);
  if (name->actor == APO_FOUND_NONE)
    name->actor = get_actor (l, "name", name->tokens, name->kind);

  add_key (l, "name", name->tokens, name->actor);
  if (name->acronym.end > name->acronym.start)
    add_key (l, "name", name->acronym, name->actor);
  if (get_length (name) > 1 && name->named == NULL)
    {
      if (apo_reading_get (l->reading, first.start)->flags & APO_TOKEN_CAPITAL)
        add_key (l, "part", first, name->actor);
      if (apo_reading_get (l->reading, last.start)->flags & APO_TOKEN_CAPITAL)
        add_key (l, "part", last, name->actor);
    }
}

/* « l'agence Zeta »: what a noun for organisations stands before is one. */
static gboolean
is_called (Linker        *l,
           const ApoName *name)
{
  const ApoHead *head = name->title != NULL && name->kind != APO_ACTOR_PERSON
                          ? g_hash_table_lookup (l->reading->rules->heads, name->title) : NULL;

  return head != NULL && (head->uses & APO_HEAD_BEFORE_NAME);
}

/* Long names before short ones, which may stand in front of them. */
static void
link_organisations (Linker *l)
{
  for (guint pass = 0; pass < 3; pass++)
    for (guint k = 0; k < l->reading->names->len; k++)
      {
        ApoName *name = &g_array_index (l->reading->names, ApoName, k);
        guint turn = name->acronym.end > name->acronym.start ? 0 : get_length (name) > 1 ? 1 : 2;

        if (turn == pass && (!name->other || is_called (l, name)) && name->body == NULL
            && name->actor == APO_FOUND_NONE
            && name->kind != APO_ACTOR_PLACE && name->kind != APO_ACTOR_COUNTRY
            && name->kind != APO_ACTOR_PERSON)
          link_organisation (l, name);
      }
}

/* A single name that is somebody's surname is that somebody, whatever it was taken for: « Hollande »,
 * but not « la Hollande », « en Hollande ». */
static void
link_as_surname (Linker  *l,
                 ApoName *name)
{
  const ApoClasses *is = &l->reading->rules->is;
  guint i = name->tokens.start;

  if (get_length (name) != 1 || name->kind == APO_ACTOR_PERSON || name->body != NULL
      || name->form == APO_MENTION_DEMONYM)
    return;
  if (name->named != NULL
      && (name->named->form == APO_NAMED_ORGANISATION
          || (i > 0 && apo_reading_is (l->reading, i - 1, is->article | is->locative))))
    return;

  if (lookup (l, "person", name->tokens) != APO_FOUND_NONE)
    {
      name->kind = APO_ACTOR_PERSON;
      name->other = FALSE;
    }
}

static void
link_rest (Linker  *l,
           ApoName *name)
{
  if (name->other || name->kind == APO_ACTOR_PLACE || name->actor != APO_FOUND_NONE)
    return;

  if (name->form == APO_MENTION_DEMONYM)
    {
      g_autofree char *key = g_strconcat ("country ", name->named->region, NULL);

      name->actor = apo_actor_keys_lookup (l->keys, key);
    }
  else if (name->body != NULL || name->role)
    return;
  else if (name->kind == APO_ACTOR_COUNTRY)
    link_country (l, name);
  else if (name->kind == APO_ACTOR_PERSON)
    link_surname (l, name);
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

  if (name->form == APO_MENTION_DEMONYM || name->institution || name->collective
      || name->body != NULL || name->role)
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

  if (form == APO_MENTION_PRONOUN)
    reading->actor_at[tokens.end - 1] = actor;

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

static void
add_mentions (ApoReading *reading)
{
  for (guint k = 0; k < reading->names->len; k++)
    {
      const ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (reading->rules->names == NULL)
        add_entity (reading, name);
      if (name->actor != APO_FOUND_NONE && !name->quiet)
        apo_found_actor_add_mention (g_ptr_array_index (reading->findings->actors, name->actor),
                                     apo_reading_get_span (reading, name->tokens), name->form);
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

  l.keys = apo_actor_keys_new (reading);
  l.countries = g_hash_table_new (g_str_hash, g_str_equal);

  apo_acting_judge (reading);
  link_people (&l);
  find_people_within (&l);
  for (guint k = 0; k < reading->names->len; k++)
    link_as_surname (&l, &g_array_index (reading->names, ApoName, k));
  sum_countries (&l);
  link_organisations (&l);
  for (guint k = 0; k < reading->names->len; k++)
    link_rest (&l, &g_array_index (reading->names, ApoName, k));
  apo_body_linker_link (reading, l.keys);
  for (guint k = 0; k < reading->names->len; k++)
    link_rest (&l, &g_array_index (reading->names, ApoName, k));

  apo_roles_link (reading, l.keys);
  apo_idle_actors_drop (reading);
  add_mentions (reading);
  find_descriptions (reading);
  apo_traits_find (reading);
  apo_coreference_prepare (reading);

  apo_actor_keys_free (l.keys);
  g_hash_table_unref (l.countries);
}

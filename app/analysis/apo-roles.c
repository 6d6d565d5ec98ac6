/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-roles.h"

#include <string.h>

#include "apo-coreference.h"
#include "apo-name-list.h"

/* How far a complement goes (*du port de Riga et des îles*), and how far one looks for the name in
 * apposition to it. */
#define MAX_COMPLEMENT 10
/* How many people with a title are remembered. */
#define MAX_BACK 200

/* Somebody who was called so. */
typedef struct {
  const char *title;
  const char *region;           /* (nullable) */
  int whose;                    /* the actor of the complement, or APO_FOUND_NONE */
  int actor;
} Holder;

typedef struct {
  ApoReading *reading;
  const ApoClasses *is;
  ApoActorKeys *keys;
  GArray *holders;              /* (element-type Holder) */
} Roles;

static gboolean
is_role (const ApoReading *reading,
         guint             i)
{
  const ApoToken *token = apo_reading_get (reading, i);

  return token->kind == APO_TOKEN_WORD
         && (GPOINTER_TO_UINT (g_hash_table_lookup (reading->rules->titles, token->norm))
             & APO_TITLE_ROLE)
         && (token->pos == APO_POS_NONE || token->pos == APO_POS_NOUN);
}

static gboolean
is_adjective (const ApoReading *reading,
              guint             i)
{
  const ApoToken *token;

  if (i >= reading->tokens->tokens->len)
    return FALSE;

  token = apo_reading_get (reading, i);

  return token->kind == APO_TOKEN_WORD && !(token->flags & APO_TOKEN_CAPITAL)
         && (token->pos == APO_POS_ADJ || (token->classes & reading->rules->is.org_adjective))
         && !g_hash_table_contains (reading->rules->demonyms, token->norm);
}

/* « le directeur », « l'ancien directeur », « ce directeur » */
static gboolean
is_definite (const ApoReading *reading,
             guint             i)
{
  const ApoClasses *is = &reading->rules->is;
  ApoWordClasses indefinite = apo_language_pack_get_class (reading->rules->pack, "indefinite");

  for (guint step = 0; step < 3 && i > 0; step++)
    {
      if (apo_reading_get (reading, i)->flags & APO_TOKEN_FIRST)
        return FALSE;
      i--;
      if (apo_reading_is (reading, i, is->article | is->contracted))
        return !apo_reading_is (reading, i, indefinite | is->plural_article);
      if (!apo_reading_is (reading, i, is->premodifier))
        return FALSE;
    }

  return FALSE;
}

/* « la procureure Anne Petit », where nothing has taken that for a name yet */
static void
add_person_behind (const ApoReading *reading,
                   GArray           *found,
                   guint             start,
                   const char       *title)
{
  ApoName name = { .tokens = { start, start }, .form = APO_MENTION_NAME,
                   .kind = APO_ACTOR_PERSON, .actor = APO_FOUND_NONE, .title = title };
  guint end = start;

  while (end < reading->tokens->tokens->len && apo_reading_get_name (reading, end) == NULL
         && apo_reading_get (reading, end)->pos == APO_POS_PROPN
         && (apo_reading_get (reading, end)->flags & APO_TOKEN_CAPITAL)
         && !(apo_reading_get (reading, end)->flags & APO_TOKEN_FIRST))
    end++;
  name.tokens.end = end;
  if (end - start > 1)
    g_array_append_val (found, name);
}

/**
 * apo_roles_find:
 *
 * Adds to the names the nouns for what a person is (*la ministre*), where they are definite and no
 * part of a name.  Call it after the bodies were found.
 */
void
apo_roles_find (ApoReading *reading)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (ApoName));

  for (guint i = 1; i < reading->tokens->tokens->len; i++)
    {
      ApoName name = { .tokens = { i, i + 1 }, .form = APO_MENTION_DESCRIPTION,
                       .kind = APO_ACTOR_PERSON, .role = TRUE, .actor = APO_FOUND_NONE };

      if (!is_role (reading, i) || apo_reading_get_name (reading, i) != NULL
          || !is_definite (reading, i))
        continue;

      name.title = apo_reading_get (reading, i)->norm;
      while (is_adjective (reading, name.tokens.end)
             && apo_reading_get_name (reading, name.tokens.end) == NULL)
        name.tokens.end++;
      g_array_append_val (found, name);
      i = name.tokens.end - 1;
      add_person_behind (reading, found, name.tokens.end, name.title);
    }

  apo_name_list_put (reading, found);
}

/* Where the complement ends (*du gouvernement belge*); whose it is. */
static guint
read_complement (Roles         *r,
                 const ApoName *role,
                 Holder        *holder)
{
  guint i = role->tokens.end;
  guint last = i;

  while (i < role->tokens.end + MAX_COMPLEMENT && i < r->reading->tokens->tokens->len)
    {
      const ApoName *name = apo_reading_get_name (r->reading, i);
      const ApoToken *token = apo_reading_get (r->reading, i);

      if (token->kind != APO_TOKEN_WORD || (token->flags & APO_TOKEN_PARAGRAPH))
        break;
      if (name != NULL && name->kind == APO_ACTOR_PERSON && !name->role)
        break;
      if (name != NULL && !name->role)
        {
          if (name->named != NULL && holder->region == NULL)
            holder->region = name->named->region;
          if (holder->whose == APO_FOUND_NONE && name->form != APO_MENTION_DEMONYM)
            holder->whose = name->actor;
          i = last = MAX (name->tokens.end, i + 1);
        }
      else if (apo_reading_is (r->reading, i, r->is->of | r->is->article))
        i++;
      else if (token->pos == APO_POS_NOUN || token->pos == APO_POS_ADJ || token->pos == APO_POS_PROPN
               || (token->pos == APO_POS_NONE && !(token->classes & r->is->stop)
                   && !(token->classes & (r->is->preposition | r->is->adverb | r->is->relative))
                   && !apo_reading_is_finite (r->reading, i)))
        last = ++i;
      else
        break;
    }

  return last;
}

static const ApoName *
get_person (Roles *r,
            guint  i)
{
  const ApoName *name = apo_reading_get_name (r->reading, i);

  return name != NULL && name->tokens.start == i && name->kind == APO_ACTOR_PERSON && !name->role
         && name->actor != APO_FOUND_NONE ? name : NULL;
}

/* « la ministre des Ports, Anne Petit, », « Anne Petit, la ministre » */
static int
get_apposed (Roles *r,
             ApoSpan tokens,
             guint   end)
{
  guint start = tokens.start;
  const ApoName *name = NULL;

  if (apo_reading_is_mark (r->reading, end, ",("))
    name = get_person (r, end + 1);
  if (name != NULL)
    return name->actor;

  while (start > 0 && tokens.start - start < 3
         && apo_reading_get (r->reading, start - 1)->kind == APO_TOKEN_WORD
         && !(apo_reading_get (r->reading, start)->flags & APO_TOKEN_FIRST))
    start--;
  if (start > 1 && apo_reading_is_mark (r->reading, start - 1, ",(")
      && !apo_reading_is (r->reading, end, r->is->relative))
    {
      name = apo_reading_get_name (r->reading, start - 2);
      if (name != NULL && name->tokens.end == start - 1 && name->kind == APO_ACTOR_PERSON
          && !name->role && !apo_reading_is_finite (r->reading, end))
        return name->actor;
    }

  return APO_FOUND_NONE;
}

/* *députée* is *député*. */
static gboolean
is_same_title (const char *a,
               const char *b)
{
  gsize n = strlen (a), m = strlen (b);

  return strncmp (a, b, MIN (n, m)) == 0 && MAX (n, m) - MIN (n, m) <= 2;
}

static int
find_holder (Roles        *r,
             const Holder *role)
{
  guint first = r->holders->len > MAX_BACK ? r->holders->len - MAX_BACK : 0;

  for (guint i = r->holders->len; i-- > first;)
    {
      const Holder *holder = &g_array_index (r->holders, Holder, i);

      if (!is_same_title (holder->title, role->title))
        continue;
      if (role->region != NULL && holder->region != NULL
          && strcmp (role->region, holder->region) != 0)
        continue;
      if (role->whose != APO_FOUND_NONE && holder->whose != APO_FOUND_NONE
          && role->whose != holder->whose)
        continue;
      return holder->actor;
    }

  return APO_FOUND_NONE;
}

/* Whether somebody acts: « la ministre a … », « selon la ministre », « par la ministre ». */
static gboolean
acts (Roles         *r,
      const ApoName *role,
      guint          end)
{
  guint start = role->tokens.start;
  int value;

  for (guint i = end; i < end + 3; i++)
    {
      if (apo_reading_is_finite (r->reading, i))
        return TRUE;
      if (!apo_reading_is (r->reading, i, r->is->clitic | r->is->negation | r->is->adverb))
        break;
    }

  while (start > 0 && role->tokens.start - start < 3
         && !apo_reading_is (r->reading, start, r->is->article))
    start--;

  return start > 0
         && (apo_reading_is (r->reading, start - 1, r->is->by)
             || apo_phrases_match (r->reading->rules->cue_words, r->reading->tokens, start - 1,
                                   &value) > 0);
}

/* Somebody whose name is not told. */
static int
make_person (Roles         *r,
             const ApoName *role,
             guint          end)
{
  ApoSpan tokens = APO_SPAN (role->tokens.start, MAX (end, role->tokens.end));
  g_autofree char *folded = apo_actor_keys_fold (r->reading, tokens);
  g_autofree char *key = g_strconcat ("role ", folded, NULL);
  g_autofree char *text = apo_reading_dup_text (r->reading, tokens);
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);
  g_autofree char *name = g_strconcat (upper, g_utf8_next_char (text), NULL);

  return apo_actor_keys_get (r->keys, key, name, APO_ACTOR_PERSON, NULL);
}

/* « le président élu Paul Grand »: part of his name, so to speak. */
static int
get_name_next (Roles    *r,
               guint     end,
               gboolean  complement)
{
  for (guint i = end; i < end + 3 && i < r->reading->tokens->tokens->len; i++)
    {
      guint forms = apo_verb_reading_collect (apo_reading_get (r->reading, i)->verb);

      const ApoName *name = get_person (r, i);

      /* but « l'avocat des voisins Petit » is none of them */
      if (name != NULL)
        return complement && name->tokens.end - name->tokens.start < 2 ? APO_FOUND_NONE
                                                                       : name->actor;
      if (!is_adjective (r->reading, i)
          && !((forms & APO_VERB_PARTICIPLE) && !apo_reading_is_finite (r->reading, i)))
        return APO_FOUND_NONE;
    }

  return APO_FOUND_NONE;
}

static gboolean
is_epithet (const ApoReading *reading,
            const ApoName    *role)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (reading->rules->titles, role->title))
         & APO_TITLE_EPITHET;
}

/* « le candidat »: the person that the sentences before it are about. */
static int
find_spoken_of (Roles         *r,
                const ApoName *role)
{
  guint sentence = apo_reading_get (r->reading, role->tokens.start)->sentence;
  int best = APO_FOUND_NONE;

  for (guint i = role->tokens.start; i > 0; )
    {
      const ApoName *name = apo_reading_get_name (r->reading, --i);

      if (sentence - apo_reading_get (r->reading, i)->sentence > 3)
        break;
      if (name == NULL)
        continue;
      i = name->tokens.start;
      if (name->kind != APO_ACTOR_PERSON || name->actor == APO_FOUND_NONE || name->role)
        continue;
      if (apo_coreference_is_subject (r->reading, name))
        return name->actor;
      if (best == APO_FOUND_NONE)
        best = name->actor;
    }

  return best;
}

static void
link_role (Roles   *r,
           ApoName *role)
{
  Holder holder = { role->title, NULL, APO_FOUND_NONE, APO_FOUND_NONE };
  guint end = read_complement (r, role, &holder);

  role->actor = get_name_next (r, end, end > role->tokens.end);
  if (role->actor != APO_FOUND_NONE)
    {
      role->quiet = TRUE;
      holder.actor = role->actor;
      g_array_append_val (r->holders, holder);
      return;
    }

  holder.actor = get_apposed (r, role->tokens, end);
  if (holder.actor == APO_FOUND_NONE)
    holder.actor = find_holder (r, &holder);
  if (holder.actor == APO_FOUND_NONE && end == role->tokens.end && is_epithet (r->reading, role))
    {
      holder.actor = find_spoken_of (r, role);
      if (holder.actor != APO_FOUND_NONE)
        {
          role->actor = holder.actor;
          return;
        }
    }
  if (holder.actor == APO_FOUND_NONE && (end > role->tokens.end || acts (r, role, end)))
    holder.actor = make_person (r, role, end);

  role->actor = holder.actor;
  if (holder.actor != APO_FOUND_NONE)
    g_array_append_val (r->holders, holder);
}

/* « le ministre belge Paul Petit » and « Paul Petit, ministre belge »: the title stands with a name. */
static void
note_title (Roles         *r,
            const ApoName *name)
{
  Holder holder = { name->title, NULL, APO_FOUND_NONE, name->actor };
  guint i = name->tokens.end;

  if (name->title != NULL)
    {
      for (guint k = name->tokens.start; k > 0 && name->tokens.start - k < 8; k--)
        {
          const ApoName *other = apo_reading_get_name (r->reading, k - 1);

          if (strcmp (apo_reading_get (r->reading, k - 1)->norm, name->title) == 0)
            break;
          if (other != NULL && other->named != NULL && holder.region == NULL)
            holder.region = other->named->region;
        }
      g_array_append_val (r->holders, holder);
    }

  if (!apo_reading_is_mark (r->reading, i, ",("))
    return;
  for (guint k = i + 1; k < i + 5 && k < r->reading->tokens->tokens->len; k++)
    {
      ApoName role = { .tokens = { k, k + 1 } };

      if (apo_reading_is (r->reading, k, r->is->relative)
          || apo_reading_get (r->reading, k)->kind != APO_TOKEN_WORD)
        break;
      if (!is_role (r->reading, k))
        continue;
      holder.title = apo_reading_get (r->reading, k)->norm;
      holder.region = NULL;
      read_complement (r, &role, &holder);
      g_array_append_val (r->holders, holder);
      break;
    }
}

/**
 * apo_roles_link:
 *
 * Gives each of the roles the person that has it: who stands in apposition, else who was called so
 * last; somebody without a name where they act and nobody is known to have the role.  Call it after
 * all others were linked.
 */
void
apo_roles_link (ApoReading   *reading,
                ApoActorKeys *keys)
{
  Roles r = { reading, &reading->rules->is, keys };

  r.holders = g_array_new (FALSE, FALSE, sizeof (Holder));
  for (guint k = 0; k < reading->names->len; k++)
    {
      ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (name->role)
        link_role (&r, name);
      else if (name->kind == APO_ACTOR_PERSON && name->actor != APO_FOUND_NONE)
        note_title (&r, name);
    }

  g_array_unref (r.holders);
}

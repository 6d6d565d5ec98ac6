/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relation-args.h"

#include <string.h>

#include "apo-coreference.h"
#include "apo-relation-tree.h"

/* How deep below a noun its actor may stand: « les avions de l'armée de Suède ». */
#define MAX_DEPTH 3
/* How many actors are looked through for a country. */
#define MAX_COUNTRIES 500

/**
 * apo_relation_args_add:
 *
 * Puts an actor there, unless it is there or there is no more room.
 */
void
apo_relation_args_add (ApoRelationArgs *args,
                       int              actor,
                       ApoSpan          tokens)
{
  gboolean known = actor == APO_FOUND_NONE || args->n == APO_RELATION_ARGS_MAX;

  for (guint i = 0; i < args->n && !known; i++)
    known = args->actors[i] == actor;
  if (known)
    return;

  if (args->n == 0)
    args->tokens = tokens;
  args->tokens.start = MIN (args->tokens.start, tokens.start);
  args->tokens.end = MAX (args->tokens.end, tokens.end);
  args->actors[args->n++] = actor;
}

/* The speaker of the innermost claim that holds the token, for « nous » and « m’ ». */
static int
get_speaker (const ApoReading *reading,
             guint             token)
{
  ApoSpan sentence = apo_reading_get_sentence (reading, token);
  guint start = apo_reading_get (reading, sentence.start)->span.start;
  ApoSpan span = apo_reading_get (reading, token)->span;
  int speaker = APO_FOUND_NONE;
  guint best = G_MAXUINT;

  for (guint i = reading->findings->claims->len; i-- > 0;)
    {
      const ApoFoundClaim *claim = g_ptr_array_index (reading->findings->claims, i);
      const ApoSpan *content = (const ApoSpan *) (gconstpointer) claim->content->data;
      guint length = apo_spans_get_length (content, claim->content->len);

      if (content[0].start < start)
        break;
      if (apo_spans_contain (content, claim->content->len, span) && length < best)
        {
          speaker = claim->speaker;
          best = length;
        }
    }

  return speaker;
}

static int
resolve (const ApoReading *reading,
         guint             i)
{
  const ApoClasses *is = &reading->rules->is;

  if (reading->actor_at[i] >= 0)
    return reading->actor_at[i];
  if (apo_reading_is (reading, i, is->first_person))
    return get_speaker (reading, i);
  if (apo_reading_is (reading, i, is->speaker | is->inverted_speaker)
      || (apo_reading_is (reading, i, is->clitic) && !apo_reading_is (reading, i, is->reflexive)
          && apo_reading_get (reading, i)->pos == APO_POS_PRON))
    return apo_coreference_find (reading, i, APO_FOUND_NONE);

  return apo_coreference_get_body (reading, i);
}

/* Whether a name can act, and is not ruled out by « et non ». */
static gboolean
is_actor (const ApoReading *reading,
          const ApoName    *name)
{
  if (name->actor == APO_FOUND_NONE)
    return FALSE;

  return name->tokens.start == 0
         || !apo_reading_is (reading, name->tokens.start - 1, reading->rules->is.contrast);
}

static gboolean
is_part (const ApoReading *reading,
         guint             node)
{
  const ApoClasses *is = &reading->rules->is;
  const ApoToken *token = apo_reading_get (reading, node);
  guint preposition = apo_relation_tree_get_case (reading, node);

  switch (token->dep)
    {
    case APO_DEP_APPOS:
    case APO_DEP_FLAT:
      return TRUE;
    case APO_DEP_NMOD:
      return preposition == APO_TREE_NONE || apo_reading_is (reading, preposition, is->of);
    case APO_DEP_OBL:
    case APO_DEP_OBL_ARG:
      /* « près d'une centaine de soldats » */
      return apo_reading_get (reading, token->head)->pos == APO_POS_ADV
             && preposition != APO_TREE_NONE && apo_reading_is (reading, preposition, is->of);
    default:
      return FALSE;
    }
}

static gboolean
is_dash (const ApoReading *reading,
         guint             i)
{
  return apo_reading_is_mark (reading, i, "–—-")
         && !(apo_reading_get (reading, i)->flags & APO_TOKEN_SPACED);
}

/* « Oslo–Riga–Vilnius » */
static void
collect_joined (const ApoReading *reading,
                const ApoName    *name,
                ApoRelationArgs  *args)
{
  const ApoName *next = name;

  while (args->n < APO_RELATION_ARGS_MAX && is_dash (reading, next->tokens.end)
         && (next = apo_reading_get_name (reading, next->tokens.end + 1)) != NULL
         && is_actor (reading, next))
    apo_relation_args_add (args, next->actor, next->tokens);

  for (next = name; args->n < APO_RELATION_ARGS_MAX && next->tokens.start > 1
                    && is_dash (reading, next->tokens.start - 1)
                    && (next = apo_reading_get_name (reading, next->tokens.start - 2)) != NULL
                    && is_actor (reading, next);)
    apo_relation_args_add (args, next->actor, next->tokens);
}

/* « par X, le Y et la Z »: those that the list goes on with, whatever the tree makes of them. */
static void
collect_list (const ApoReading *reading,
              const ApoName    *name,
              ApoRelationArgs  *args)
{
  const ApoClasses *is = &reading->rules->is;
  const ApoName *found[APO_RELATION_ARGS_MAX];
  guint n = 0;
  guint i = name->tokens.end;
  gboolean ends = FALSE;

  while (n < APO_RELATION_ARGS_MAX && !ends
         && (apo_reading_is_mark (reading, i, ",") || apo_reading_is (reading, i, is->and_)))
    {
      const ApoName *next;

      ends = apo_reading_is (reading, i++, is->and_);
      while (apo_reading_is (reading, i, is->article) && i < name->tokens.end + 40)
        i++;
      next = apo_reading_get_name (reading, i);
      if (next == NULL || next->tokens.start != i || !is_actor (reading, next)
          || next->form == APO_MENTION_DEMONYM)
        return;
      found[n++] = next;
      i = next->tokens.end;
    }

  for (guint k = 0; ends && k < n; k++)
    apo_relation_args_add (args, found[k]->actor, found[k]->tokens);
}

/* « …, et non avec la Norvège » */
static gboolean
is_contrasted (const ApoReading *reading,
               guint             node)
{
  for (guint i = apo_relation_tree_next_child (reading, node, 0); i != APO_TREE_NONE;
       i = apo_relation_tree_next_child (reading, node, i + 1))
    if (i < node && apo_reading_is (reading, i, reading->rules->is.contrast))
      return TRUE;

  return FALSE;
}

static void
collect (const ApoReading *reading,
         guint             node,
         ApoRelationArgs  *args,
         guint             depth)
{
  const ApoName *name = apo_reading_get_name (reading, node);
  guint before = args->n;

  if (name != NULL && is_actor (reading, name))
    {
      apo_relation_args_add (args, name->actor, name->tokens);
      if (name->form != APO_MENTION_DEMONYM)
        {
          collect_joined (reading, name, args);
          collect_list (reading, name, args);
        }
    }
  else if (name == NULL)
    apo_relation_args_add (args, resolve (reading, node), APO_SPAN (node, node + 1));

  for (guint i = apo_relation_tree_next_child (reading, node, 0);
       i != APO_TREE_NONE && depth < MAX_DEPTH;
       i = apo_relation_tree_next_child (reading, node, i + 1))
    {
      const ApoName *child = apo_reading_get_name (reading, i);

      if (apo_reading_get (reading, i)->dep == APO_DEP_CONJ && !is_contrasted (reading, i))
        collect (reading, i, args, depth + 1);
      else if (args->n == before && child != NULL && child != name
               && child->form == APO_MENTION_DEMONYM && is_actor (reading, child))
        apo_relation_args_add (args, child->actor, child->tokens);
      else if (args->n == before && is_part (reading, i))
        collect (reading, i, args, depth + 1);
    }
}

/**
 * apo_relation_args_collect:
 * @node: a noun, a name or a pronoun
 *
 * Adds whom it means, with those that « et » joins to it; of a common noun whose it is (*les avions de
 * la Suède*, *les avions suédois*).
 */
void
apo_relation_args_collect (const ApoReading *reading,
                           guint             node,
                           ApoRelationArgs  *args)
{
  guint before = args->n;
  guint head;

  if (node == APO_TREE_NONE)
    return;

  collect (reading, node, args, 0);
  head = apo_relation_tree_get_head (reading, node);

  /* « Zeta, une société soutenue par … »: what is said of the noun is said of Zeta. */
  if (args->n == before && head != APO_TREE_NONE
      && apo_reading_get (reading, node)->dep == APO_DEP_APPOS)
    collect (reading, head, args, MAX_DEPTH);
}

static int
find_country (const ApoReading *reading,
              const char       *region)
{
  GPtrArray *actors = reading->findings->actors;

  for (guint i = 0; region != NULL && i < MIN (actors->len, MAX_COUNTRIES); i++)
    {
      const ApoFoundActor *actor = g_ptr_array_index (actors, i);

      if (actor->kind == APO_ACTOR_COUNTRY && g_strcmp0 (actor->region, region) == 0)
        return i;
    }

  return APO_FOUND_NONE;
}

/**
 * apo_relation_args_compound:
 *
 * Adds both countries of *franco-suédois*, if both are actors of the text.
 */
void
apo_relation_args_compound (const ApoReading *reading,
                            guint             adjective,
                            ApoRelationArgs  *args)
{
  const char *norm = apo_reading_get (reading, adjective)->norm;
  const char *hyphen = strchr (norm, '-');
  g_autofree char *first = hyphen != NULL ? g_strndup (norm, hyphen - norm) : NULL;
  const ApoNamed *second = hyphen != NULL ? g_hash_table_lookup (reading->rules->demonyms,
                                                                 hyphen + 1) : NULL;
  int one, other;

  if (second == NULL)
    return;

  one = find_country (reading, g_hash_table_lookup (reading->rules->compounds, first));
  other = find_country (reading, second->region);
  if (one == APO_FOUND_NONE || other == APO_FOUND_NONE)
    return;

  apo_relation_args_add (args, one, APO_SPAN (adjective, adjective + 1));
  apo_relation_args_add (args, other, APO_SPAN (adjective, adjective + 1));
}

/**
 * apo_relation_args_owner:
 *
 * Adds whom a possessive before the noun means: « sa rencontre », « leurs alliés ».
 */
void
apo_relation_args_owner (const ApoReading *reading,
                         guint             noun,
                         ApoRelationArgs  *args)
{
  const ApoClasses *is = &reading->rules->is;

  for (guint i = noun; i > 0 && noun - i < 3; i--)
    {
      if (apo_reading_is (reading, i - 1, is->owner))
        {
          apo_relation_args_add (args, apo_coreference_find (reading, i - 1, APO_FOUND_NONE),
                                 APO_SPAN (i - 1, i));
          return;
        }
      if (apo_reading_get (reading, i - 1)->kind != APO_TOKEN_WORD
          || apo_reading_is (reading, i - 1, is->preposition))
        return;
    }
}

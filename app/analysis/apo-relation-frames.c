/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relation-frames.h"

#include "apo-relation-tree.h"

/* One trigger in its tree. */
typedef struct {
  const ApoReading *reading;
  const ApoClasses *is;
  const ApoTrigger *trigger;
  guint node;
  ApoRelationFrame *frame;
} Frames;

static ApoDep
get_dep (const Frames *f,
         guint         node)
{
  return apo_reading_get (f->reading, node)->dep;
}

/* Whether the preposition is one behind which the other one stands. */
static gboolean
is_link (const Frames *f,
         guint         preposition)
{
  if (preposition == APO_TREE_NONE)
    return FALSE;
  if (apo_reading_is (f->reading, preposition, f->is->of))
    return f->trigger->of;
  if (apo_reading_is (f->reading, preposition, f->is->to))
    return f->trigger->to;

  return g_hash_table_contains (f->trigger->links,
                                apo_reading_get (f->reading, preposition)->norm);
}

/* Whoever stands behind one of the links of the trigger, below @node. */
static void
read_links (const Frames    *f,
            guint            node,
            ApoRelationArgs *args)
{
  for (guint i = apo_relation_tree_next_child (f->reading, node, 0); i != APO_TREE_NONE;
       i = apo_relation_tree_next_child (f->reading, node, i + 1))
    {
      ApoDep dep = get_dep (f, i);

      if ((dep == APO_DEP_OBL || dep == APO_DEP_OBL_ARG || dep == APO_DEP_NMOD
           || dep == APO_DEP_IOBJ || dep == APO_DEP_OBL_AGENT)
          && is_link (f, apo_relation_tree_get_case (f->reading, i)))
        apo_relation_args_collect (f->reading, i, args);
    }
}

static void
read_agent (const Frames    *f,
            guint            node,
            ApoRelationArgs *args)
{
  for (guint i = apo_relation_tree_next_child (f->reading, node, 0); i != APO_TREE_NONE;
       i = apo_relation_tree_next_child (f->reading, node, i + 1))
    {
      guint preposition = apo_relation_tree_get_case (f->reading, i);

      if (get_dep (f, i) == APO_DEP_OBL_AGENT
          || (preposition != APO_TREE_NONE && apo_reading_is (f->reading, preposition, f->is->by)))
        apo_relation_args_collect (f->reading, i, args);
    }
}

static void
read_object (const Frames    *f,
             guint            node,
             ApoRelationArgs *args)
{
  for (guint i = apo_relation_tree_next_child (f->reading, node, 0); i != APO_TREE_NONE;
       i = apo_relation_tree_next_child (f->reading, node, i + 1))
    if ((get_dep (f, i) == APO_DEP_OBJ && f->trigger->object) || get_dep (f, i) == APO_DEP_IOBJ)
      apo_relation_args_collect (f->reading, i, args);
}

/* « la Suède accuse la Norvège », « la Norvège est accusée par la Suède » */
static void
read_verb (const Frames *f)
{
  guint subject = apo_relation_tree_get_subject (f->reading, f->node);

  if (apo_relation_tree_is_passive (f->reading, f->node))
    {
      read_agent (f, f->node, &f->frame->from);
      if (f->trigger->object)
        apo_relation_args_collect (f->reading, subject, &f->frame->to);
      return;
    }

  apo_relation_args_collect (f->reading, subject, &f->frame->from);
  if (f->trigger->object || f->trigger->to)
    read_object (f, f->node, &f->frame->to);
  if (f->frame->to.n == 0)
    read_links (f, f->node, &f->frame->to);
}

/* « de » behind a noun: the first one does it, a second one bears it. */
static void
read_owners (const Frames    *f,
             ApoRelationArgs *agent,
             ApoRelationArgs *other)
{
  for (guint i = apo_relation_tree_next_child (f->reading, f->node, 0); i != APO_TREE_NONE;
       i = apo_relation_tree_next_child (f->reading, f->node, i + 1))
    {
      guint preposition = apo_relation_tree_get_case (f->reading, i);
      const ApoName *name = apo_reading_get_name (f->reading, i);

      if (get_dep (f, i) == APO_DEP_NMOD && preposition != APO_TREE_NONE
          && apo_reading_is (f->reading, preposition, f->is->of))
        {
          ApoRelationArgs *args = agent->n == 0 ? agent : other;

          apo_relation_args_collect (f->reading, i, args);
          /* « le soutien de son pays » */
          if (args->n == 0)
            apo_relation_args_owner (f->reading, i, args);
        }
      else if (name != NULL && name->form == APO_MENTION_DEMONYM && name->actor != APO_FOUND_NONE
               && agent->n == 0)
        apo_relation_args_add (agent, name->actor, name->tokens);
    }
}

static void
read_between (const Frames *f)
{
  for (guint i = apo_relation_tree_next_child (f->reading, f->node, 0); i != APO_TREE_NONE;
       i = apo_relation_tree_next_child (f->reading, f->node, i + 1))
    {
      guint preposition = apo_relation_tree_get_case (f->reading, i);

      if (preposition != APO_TREE_NONE && apo_reading_is (f->reading, preposition, f->is->between))
        apo_relation_args_collect (f->reading, i, &f->frame->from);
    }
}

/* « l'axe Oslo–Riga », « le traité franco-suédois » */
static void
read_named_after (const Frames *f)
{
  for (guint i = apo_relation_tree_next_child (f->reading, f->node, 0); i != APO_TREE_NONE;
       i = apo_relation_tree_next_child (f->reading, f->node, i + 1))
    if (get_dep (f, i) == APO_DEP_AMOD)
      apo_relation_args_compound (f->reading, i, &f->frame->from);
    else if ((get_dep (f, i) == APO_DEP_NMOD || get_dep (f, i) == APO_DEP_APPOS
              || get_dep (f, i) == APO_DEP_FLAT)
             && apo_relation_tree_get_case (f->reading, i) == APO_TREE_NONE)
      apo_relation_args_collect (f->reading, i, &f->frame->from);
}

/* « la Suède lance une attaque contre … »: the subject of the verb that the noun is the object of,
 * and what stands behind that verb. */
static void
read_light_verb (const Frames *f)
{
  ApoDep dep = get_dep (f, f->node);
  guint verb = apo_relation_tree_get_head (f->reading, f->node);

  if (verb == APO_TREE_NONE
      || (dep != APO_DEP_OBJ && dep != APO_DEP_NSUBJ_PASS && dep != APO_DEP_OBL_ARG
          && dep != APO_DEP_OBL))
    return;

  /* « la Suède, en guerre contre … » */
  if (apo_reading_get (f->reading, verb)->pos == APO_POS_NOUN
      || apo_reading_get (f->reading, verb)->pos == APO_POS_PROPN)
    {
      if (f->frame->from.n == 0)
        apo_relation_args_collect (f->reading, verb, &f->frame->from);
      return;
    }

  if (f->frame->to.n == 0 && dep != APO_DEP_OBL)
    read_links (f, verb, &f->frame->to);
  if (f->frame->from.n > 0)
    return;
  if (apo_relation_tree_is_passive (f->reading, verb))
    read_agent (f, verb, &f->frame->from);
  else
    apo_relation_args_collect (f->reading, apo_relation_tree_get_subject (f->reading, verb),
                               &f->frame->from);
}

/* « l'attaque de la Suède contre la Norvège », « son soutien au club », « l'accord entre … » */
static void
read_noun (const Frames *f)
{
  ApoRelationArgs owner = { .n = 0 }, second = { .n = 0 };

  read_between (f);
  if (f->frame->from.n < 2 && f->trigger->among)
    read_named_after (f);
  if (f->frame->from.n > 1)
    return;

  f->frame->from.n = 0;

  read_agent (f, f->node, &f->frame->from);
  apo_relation_args_owner (f->reading, f->node, &f->frame->from);
  read_owners (f, &owner, &second);
  if (f->frame->from.n == 0)
    {
      f->frame->from = owner;
      if (f->trigger->of)
        f->frame->to = second;
    }
  else if (f->trigger->of)
    f->frame->to = owner;

  for (guint i = apo_relation_tree_next_child (f->reading, f->node, 0); i != APO_TREE_NONE;
       i = apo_relation_tree_next_child (f->reading, f->node, i + 1))
    {
      guint preposition = apo_relation_tree_get_case (f->reading, i);

      if ((get_dep (f, i) == APO_DEP_NMOD || get_dep (f, i) == APO_DEP_OBL
           || get_dep (f, i) == APO_DEP_OBL_ARG)
          && is_link (f, preposition) && !apo_reading_is (f->reading, preposition, f->is->of))
        apo_relation_args_collect (f->reading, i, &f->frame->to);
    }

  /* « une rencontre prévue avec … » */
  for (guint i = apo_relation_tree_next_child (f->reading, f->node, 0);
       i != APO_TREE_NONE && f->frame->to.n == 0;
       i = apo_relation_tree_next_child (f->reading, f->node, i + 1))
    if (get_dep (f, i) == APO_DEP_ACL || get_dep (f, i) == APO_DEP_AMOD)
      read_links (f, i, &f->frame->to);

  if (f->frame->from.n == 0 || f->frame->to.n == 0)
    read_light_verb (f);
}

/* Whom the noun says something of: « Zeta, filiale de … », « Zeta est la filiale de … », « son rival
 * Paul Grand » */
static void
read_bearer (const Frames    *f,
             ApoRelationArgs *args)
{
  const ApoName *name = apo_reading_get_name (f->reading, f->node);
  ApoDep dep = get_dep (f, f->node);
  guint head = apo_relation_tree_get_head (f->reading, f->node);

  if (apo_tree_find_child (f->reading->tokens, f->node, 0,
                           APO_DEP_BIT (APO_DEP_COP)) != APO_TREE_NONE)
    {
      apo_relation_args_collect (f->reading, apo_relation_tree_get_subject (f->reading, f->node),
                                 args);
      return;
    }
  if (head != APO_TREE_NONE
      && (dep == APO_DEP_APPOS || dep == APO_DEP_AMOD || dep == APO_DEP_ACL || dep == APO_DEP_FLAT
          || (dep == APO_DEP_NMOD
              && apo_relation_tree_get_case (f->reading, f->node) == APO_TREE_NONE)))
    {
      apo_relation_args_collect (f->reading, head, args);
      if (args->n > 0)
        return;
    }
  if (name != NULL && name->actor != APO_FOUND_NONE)
    apo_relation_args_add (args, name->actor, name->tokens);

  for (guint i = apo_relation_tree_next_child (f->reading, f->node, 0);
       i != APO_TREE_NONE && args->n == 0;
       i = apo_relation_tree_next_child (f->reading, f->node, i + 1))
    if (get_dep (f, i) == APO_DEP_APPOS || get_dep (f, i) == APO_DEP_FLAT
        || (get_dep (f, i) == APO_DEP_NMOD
            && apo_relation_tree_get_case (f->reading, i) == APO_TREE_NONE))
      apo_relation_args_collect (f->reading, i, args);
  if (args->n == 0 && dep == APO_DEP_CONJ && head != APO_TREE_NONE)
    apo_relation_args_collect (f->reading, head, args);
}

/* « le club et ses alliés suédois »: those whose adjective stands behind, and of the club. */
static void
read_owned (const Frames    *f,
            ApoRelationArgs *bearer,
            ApoRelationArgs *owner)
{
  guint head = apo_relation_tree_get_head (f->reading, f->node);
  ApoRelationArgs possessive = { .n = 0 };

  apo_relation_args_owner (f->reading, f->node, &possessive);
  if (possessive.n == 0)
    return;
  if (get_dep (f, f->node) != APO_DEP_CONJ || head == APO_TREE_NONE)
    {
      *owner = possessive;
      return;
    }

  for (guint i = f->node + 1; i < f->node + 4; i++)
    {
      const ApoName *name = apo_reading_get_name (f->reading, i);

      if (name != NULL && name->form == APO_MENTION_DEMONYM)
        apo_relation_args_add (bearer, name->actor, name->tokens);
    }
  if (apo_reading_get_name (f->reading, head) != NULL)
    apo_relation_args_add (owner, apo_reading_get_name (f->reading, head)->actor,
                           apo_reading_get_name (f->reading, head)->tokens);
}

static void
read_role (const Frames *f)
{
  ApoRelationArgs owner = { .n = 0 }, second = { .n = 0 };

  read_owned (f, &f->frame->from, &owner);
  if (f->frame->from.n == 0)
    read_bearer (f, &f->frame->from);
  read_owners (f, &owner, &second);
  if (owner.n == 0)
    read_links (f, f->node, &owner);
  f->frame->to = owner;
}

static void
read_adjective (const Frames *f)
{
  read_bearer (f, &f->frame->from);
  read_links (f, f->node, &f->frame->to);
  if (f->frame->to.n == 0)
    read_agent (f, f->node, &f->frame->to);
}

static void
turn (ApoRelationFrame *frame)
{
  ApoRelationArgs from = frame->from;

  frame->from = frame->to;
  frame->to = from;
}

/**
 * apo_relation_frames_read:
 * @token: a word that tells a relation, in a sentence with a tree
 * @frame: (out):
 *
 * Finds who stands on both sides of @token.
 *
 * Returns: whether there are two who can be related
 */
gboolean
apo_relation_frames_read (const ApoReading *reading,
                          const ApoTrigger *trigger,
                          guint             token,
                          ApoRelationFrame *frame)
{
  Frames f = { reading, &reading->rules->is, trigger, token, frame };

  *frame = (ApoRelationFrame) { .from = { .n = 0 } };
  switch (trigger->class)
    {
    case APO_TRIGGER_VERB:
      read_verb (&f);
      break;
    case APO_TRIGGER_NOUN:
      read_noun (&f);
      break;
    case APO_TRIGGER_ROLE:
      read_role (&f);
      break;
    case APO_TRIGGER_ADJECTIVE:
      read_adjective (&f);
      break;
    default:
      g_assert_not_reached ();
    }

  if (trigger->reversed)
    turn (frame);

  return (frame->from.n > 0 && frame->to.n > 0) || (trigger->among && frame->from.n > 1);
}

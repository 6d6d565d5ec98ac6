/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relations.h"

#include "apo-relation-frames.h"
#include "apo-relation-list.h"
#include "apo-relation-words.h"
#include "apo-relation-tree.h"

/* Which triggers a word can be, by its part of speech; all of them where no tagger has seen it. */
static guint
get_classes (const ApoToken *token)
{
  switch (token->pos)
    {
    case APO_POS_VERB:
    case APO_POS_AUX:
      return APO_TRIGGER_VERB | APO_TRIGGER_ADJECTIVE;
    case APO_POS_NOUN:
      return APO_TRIGGER_NOUN | APO_TRIGGER_ROLE;
    case APO_POS_ADJ:
      return apo_verb_reading_collect (token->verb) & APO_VERB_PARTICIPLE
               ? APO_TRIGGER_ADJECTIVE | APO_TRIGGER_VERB : APO_TRIGGER_ADJECTIVE;
    case APO_POS_NONE:
      return APO_TRIGGER_VERB | APO_TRIGGER_NOUN | APO_TRIGGER_ROLE | APO_TRIGGER_ADJECTIVE;
    default:
      return 0;
    }
}

static ApoSpan
get_extent (const ApoRelationFrame *frame,
            guint                   token)
{
  ApoSpan extent = APO_SPAN (MIN (frame->from.tokens.start, token),
                             MAX (frame->from.tokens.end, token + 1));

  if (frame->to.n > 0)
    {
      extent.start = MIN (extent.start, frame->to.tokens.start);
      extent.end = MAX (extent.end, frame->to.tokens.end);
    }

  return extent;
}

/* The passage that says so lies in one sentence, whatever a name's own sentence is. */
static gboolean
is_among (const ApoRelationArgs *args,
          int                    actor)
{
  for (guint i = 0; i < args->n; i++)
    if (args->actors[i] == actor)
      return TRUE;

  return FALSE;
}

static void
add_frame (ApoReading             *reading,
           const ApoRelationFrame *frame,
           const ApoTrigger       *trigger,
           guint                   token)
{
  ApoSpan extent = get_extent (frame, token);

  for (guint i = 0; i < frame->from.n; i++)
    if (frame->to.n > 0)
      for (guint k = 0; k < frame->to.n; k++)
        {
          if (!is_among (&frame->from, frame->to.actors[k]))
            apo_relation_list_add (reading, frame->from.actors[i], frame->to.actors[k],
                                   trigger->kind, extent);
        }
    else
      for (guint k = i + 1; k < frame->from.n; k++)
        apo_relation_list_add (reading, frame->from.actors[i], frame->from.actors[k], trigger->kind,
                               extent);
}

static void
read_token (ApoReading *reading,
            ApoSpan     sentence,
            guint       i,
            gboolean    tree)
{
  const ApoToken *token = apo_reading_get (reading, i);
  guint classes = get_classes (token);
  const GPtrArray *triggers = token->kind == APO_TOKEN_WORD && classes != 0
                                ? apo_relation_rules_lookup (reading->rules->relations, token->norm)
                                : NULL;

  const ApoTrigger *fallback = NULL;

  for (guint k = 0; triggers != NULL && k < triggers->len; k++)
    {
      const ApoTrigger *trigger = g_ptr_array_index (triggers, k);
      ApoRelationFrame frame;

      if (!(trigger->class & classes))
        continue;
      if (fallback == NULL)
        fallback = trigger;
      if (tree && apo_relation_frames_read (reading, trigger, i, &frame))
        {
          add_frame (reading, &frame, trigger, i);
          return;
        }
    }

  if (fallback != NULL && !tree &&  apo_reading_get_name (reading, i) == NULL)
    apo_relation_words_read (reading, sentence, fallback, i);
}

/**
 * apo_relations_find:
 *
 * Finds pairs of actors that a word of the sentence sets in relation: along the tree where there is
 * one, else by the order of the words.  Call it after the claims of the sentence were found.
 */
void
apo_relations_find (ApoReading *reading,
                    ApoSpan     sentence)
{
  gboolean tree = apo_relation_tree_is_there (reading, sentence);

  for (guint i = sentence.start; i < sentence.end; i++)
    read_token (reading, sentence, i, tree);
}

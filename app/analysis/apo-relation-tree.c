/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relation-tree.h"

/* No child is looked for further off, so that long sentences stay cheap. */
#define MAX_DISTANCE 60
/* How many verbs up a subject is looked for: « il veut pouvoir tenter de dire ». */
#define MAX_CLIMB 4

/**
 * apo_relation_tree_is_there:
 *
 * Returns: whether a parser has read the sentence
 */
gboolean
apo_relation_tree_is_there (const ApoReading *reading,
                            ApoSpan           sentence)
{
  return sentence.end > sentence.start
         && apo_reading_get (reading, sentence.start)->dep != APO_DEP_NONE;
}

/**
 * apo_relation_tree_get_head:
 *
 * Returns: what the node depends on, or %APO_TREE_NONE for a root
 */
guint
apo_relation_tree_get_head (const ApoReading *reading,
                            guint             node)
{
  guint head = apo_reading_get (reading, node)->head;

  return head == node || head >= reading->tokens->tokens->len ? APO_TREE_NONE : head;
}

/**
 * apo_relation_tree_next_child:
 * @from: the token to begin at; 0 for the first
 *
 * Returns: the next token that depends on @node, or %APO_TREE_NONE
 */
guint
apo_relation_tree_next_child (const ApoReading *reading,
                              guint             node,
                              guint             from)
{
  ApoSpan sentence = apo_reading_get_sentence (reading, node);
  guint first = MAX (sentence.start, node > MAX_DISTANCE ? node - MAX_DISTANCE : 0);
  guint end = MIN (sentence.end, node + MAX_DISTANCE);

  for (guint i = MAX (first, from); i < end; i++)
    if (i != node && apo_reading_get (reading, i)->head == node
        && apo_reading_get (reading, i)->dep != APO_DEP_NONE)
      return i;

  return APO_TREE_NONE;
}

/**
 * apo_relation_tree_get_case:
 *
 * Returns: the preposition of a noun, or %APO_TREE_NONE
 */
guint
apo_relation_tree_get_case (const ApoReading *reading,
                            guint             node)
{
  return apo_tree_find_child (reading->tokens, node, 0, APO_DEP_BIT (APO_DEP_CASE));
}

static gboolean
is_participle (const ApoReading *reading,
               guint             node)
{
  const ApoToken *token = apo_reading_get (reading, node);

  return token->form != 0
           ? token->form == APO_VERB_PARTICIPLE
           : (apo_verb_reading_collect (token->verb) & APO_VERB_PARTICIPLE) != 0;
}

static gboolean
has_child (const ApoReading *reading,
           guint             node,
           ApoDeps           deps)
{
  return apo_tree_find_child (reading->tokens, node, 0, deps) != APO_TREE_NONE;
}

/**
 * apo_relation_tree_is_passive:
 *
 * Returns: whether the verb is in the passive: *est soutenu*, *une ville soutenue par*
 */
gboolean
apo_relation_tree_is_passive (const ApoReading *reading,
                              guint             verb)
{
  const ApoToken *token = apo_reading_get (reading, verb);

  if (has_child (reading, verb, APO_DEP_BIT (APO_DEP_AUX_PASS)))
    return TRUE;
  if (has_child (reading, verb, APO_DEP_BIT (APO_DEP_AUX_TENSE) | APO_DEP_BIT (APO_DEP_AUX)))
    return FALSE;
  if (has_child (reading, verb, APO_DEP_BIT (APO_DEP_NSUBJ_PASS)))
    return TRUE;

  return (token->dep == APO_DEP_ACL || token->dep == APO_DEP_AMOD || token->dep == APO_DEP_ADVCL)
         && is_participle (reading, verb);
}

/* « qui »: what it stands for */
static guint
get_antecedent (const ApoReading *reading,
                guint             verb,
                guint             subject)
{
  guint head = apo_relation_tree_get_head (reading, verb);

  return apo_reading_is (reading, subject, reading->rules->is.relative)
         && apo_reading_get (reading, verb)->dep == APO_DEP_ACL_RELCL && head != APO_TREE_NONE
           ? head : subject;
}

/**
 * apo_relation_tree_get_subject:
 *
 * Returns: the grammatical subject of a verb, its own or that of the verb it goes with (*veut
 * attaquer*, *avance et attaque*, *en attaquant*); the noun that it says more about (*une ville
 * attaquant*, *soutenue*); or %APO_TREE_NONE
 */
guint
apo_relation_tree_get_subject (const ApoReading *reading,
                               guint             verb)
{
  static const ApoDep own[] = { APO_DEP_NSUBJ, APO_DEP_NSUBJ_PASS, APO_DEP_NSUBJ_CAUS,
                                APO_DEP_EXPL_SUBJ };

  for (guint step = 0; step < MAX_CLIMB && verb != APO_TREE_NONE; step++)
    {
      ApoDep dep = apo_reading_get (reading, verb)->dep;

      for (guint i = 0; i < G_N_ELEMENTS (own); i++)
        {
          guint subject = apo_tree_find_child (reading->tokens, verb, 0, APO_DEP_BIT (own[i]));

          if (subject != APO_TREE_NONE)
            return get_antecedent (reading, verb, subject);
        }

      if (dep == APO_DEP_ACL)
        return apo_relation_tree_get_head (reading, verb);
      if (dep != APO_DEP_CONJ && dep != APO_DEP_XCOMP && dep != APO_DEP_ADVCL
          && dep != APO_DEP_CCOMP && dep != APO_DEP_OBL && dep != APO_DEP_COP && dep != APO_DEP_AUX)
        return APO_TREE_NONE;
      if (dep == APO_DEP_CCOMP && apo_reading_is_finite (reading, verb))
        return APO_TREE_NONE;
      verb = apo_relation_tree_get_head (reading, verb);
    }

  return APO_TREE_NONE;
}

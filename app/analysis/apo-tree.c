/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-tree.h"

/* No path is longer; a longer one is a fault of the parser. */
#define MAX_PATH 100
/* So many steps are gone from a verb without subject to one that has it. */
#define MAX_CONTROL 4

static ApoSpan
get_sentence (const ApoTokens *tokens,
              guint            i)
{
  return g_array_index (tokens->sentences, ApoSpan, apo_tokens_get (tokens, i)->sentence);
}

/**
 * apo_tree_has:
 *
 * Returns: whether a parser has looked at the token
 */
gboolean
apo_tree_has (const ApoTokens *tokens,
              guint            i)
{
  return apo_tokens_get (tokens, i)->dep != APO_DEP_NONE;
}

/**
 * apo_tree_is_below:
 *
 * Returns: whether @i is @top or depends on it, over any number of steps
 */
gboolean
apo_tree_is_below (const ApoTokens *tokens,
                   guint            i,
                   guint            top)
{
  for (guint step = 0; step < MAX_PATH; step++)
    {
      guint head = apo_tokens_get (tokens, i)->head;

      if (i == top)
        return TRUE;
      if (head == i)
        return FALSE;
      i = head;
    }

  return FALSE;
}

/**
 * apo_tree_find_child:
 * @from: the token to begin with
 *
 * Returns: the first dependent of @head in its sentence that is one of @deps, or %APO_TREE_NONE
 */
guint
apo_tree_find_child (const ApoTokens *tokens,
                     guint            head,
                     guint            from,
                     ApoDeps          deps)
{
  ApoSpan sentence = get_sentence (tokens, head);

  for (guint i = MAX (from, sentence.start); i < sentence.end; i++)
    if (i != head && apo_tokens_get (tokens, i)->head == head && apo_tree_is (tokens, i, deps))
      return i;

  return APO_TREE_NONE;
}

/**
 * apo_tree_get_subtree:
 *
 * Returns: the stretch of tokens around @top that all depend on it
 */
ApoSpan
apo_tree_get_subtree (const ApoTokens *tokens,
                      guint            top)
{
  ApoSpan sentence = get_sentence (tokens, top);
  ApoSpan span = { top, top + 1 };

  while (span.start > sentence.start && apo_tree_is_below (tokens, span.start - 1, top))
    span.start--;
  while (span.end < sentence.end && apo_tree_is_below (tokens, span.end, top))
    span.end++;

  return span;
}

/**
 * apo_tree_find_subject:
 * @verb: a verb
 *
 * Returns: the head of its subject, or %APO_TREE_NONE.  A verb that has none of its own has that of
 * the verb it is coordinated with or governed by; a participle behind a noun has that noun, and so
 * has the verb of a relative clause whose subject is the relative pronoun.
 */
guint
apo_tree_find_subject (const ApoTokens *tokens,
                       guint            verb)
{
  for (guint step = 0; step < MAX_CONTROL; step++)
    {
      const ApoToken *token = apo_tokens_get (tokens, verb);
      guint subject = apo_tree_find_child (tokens, verb, 0, APO_DEPS_SUBJECT);

      if (subject != APO_TREE_NONE)
        return subject;
      if (token->dep == APO_DEP_ACL || token->dep == APO_DEP_ACL_RELCL)
        return token->head;
      if (token->head == verb
          || !apo_tree_is (tokens, verb,
                           APO_DEP_BIT (APO_DEP_CONJ) | APO_DEP_BIT (APO_DEP_XCOMP)
                           | APO_DEP_BIT (APO_DEP_ADVCL) | APO_DEP_BIT (APO_DEP_PARATAXIS)))
        break;
      verb = token->head;
    }

  return APO_TREE_NONE;
}

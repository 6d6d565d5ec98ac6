/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-phrases.h"

#include <string.h>

typedef struct {
  GHashTable *next;             /* (element-type utf8 Node) (nullable) */
  int value;
  gboolean ends;
} Node;

struct _ApoPhrases {
  ApoLanguagePack *pack;
  Node *root;
};

static void
node_free (gpointer data)
{
  Node *node = data;

  g_clear_pointer (&node->next, g_hash_table_unref);
  g_free (node);
}

ApoPhrases *
apo_phrases_new (ApoLanguagePack *pack)
{
  ApoPhrases *self = g_new0 (ApoPhrases, 1);

  self->pack = apo_language_pack_ref (pack);
  self->root = g_new0 (Node, 1);

  return self;
}

void
apo_phrases_free (ApoPhrases *phrases)
{
  node_free (phrases->root);
  apo_language_pack_unref (phrases->pack);
  g_free (phrases);
}

/**
 * apo_phrases_add:
 * @value: what a match gives; a phrase that is there already keeps its first value
 */
void
apo_phrases_add (ApoPhrases *phrases,
                 const char *phrase,
                 int         value)
{
  g_autoptr (ApoText) text = apo_text_new (phrase, -1);
  g_autoptr (ApoTokens) tokens = apo_tokens_new (text, phrases->pack);
  Node *node = phrases->root;

  for (guint i = 0; i < tokens->tokens->len; i++)
    {
      Node *next = NULL;

      if (node->next == NULL)
        node->next = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, node_free);
      else
        next = g_hash_table_lookup (node->next, apo_tokens_get (tokens, i)->norm);

      if (next == NULL)
        {
          next = g_new0 (Node, 1);
          g_hash_table_insert (node->next, g_strdup (apo_tokens_get (tokens, i)->norm), next);
        }
      node = next;
    }

  if (node != phrases->root && !node->ends)
    {
      node->ends = TRUE;
      node->value = value;
    }
}

/**
 * apo_phrases_match:
 * @position: the token to begin with
 * @value: (out): the number of the phrase, untouched where there is none
 *
 * Returns: how many tokens the longest phrase that begins there has, or 0
 */
guint
apo_phrases_match (ApoPhrases      *phrases,
                   const ApoTokens *tokens,
                   guint            position,
                   int             *value)
{
  Node *node = phrases->root;
  guint best = 0;

  for (guint i = position; i < tokens->tokens->len && node->next != NULL; i++)
    {
      if (i > position && (apo_tokens_get (tokens, i)->flags & APO_TOKEN_PARAGRAPH))
        break;

      node = g_hash_table_lookup (node->next, apo_tokens_get (tokens, i)->norm);
      if (node == NULL)
        break;

      if (node->ends)
        {
          best = i + 1 - position;
          *value = node->value;
        }
    }

  return best;
}

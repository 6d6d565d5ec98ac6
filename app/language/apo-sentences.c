/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-sentences.h"

#include <string.h>

/* A quotation that does not end within so many tokens is not taken for one. */
#define MAX_QUOTATION 600

static ApoToken *
get (ApoTokens *tokens,
     guint      i)
{
  return &g_array_index (tokens->tokens, ApoToken, i);
}

static gboolean
is_one_of (const ApoToken *token,
           const char     *marks)
{
  return token->kind == APO_TOKEN_PUNCTUATION && strstr (marks, token->norm) != NULL;
}

static void
join (ApoTokens *tokens,
      guint      opening,
      guint      closing)
{
  if (closing - opening > MAX_QUOTATION)
    return;

  get (tokens, opening)->partner = closing;
  get (tokens, opening)->flags |= APO_TOKEN_OPENING;
  get (tokens, closing)->partner = opening;
  get (tokens, closing)->flags |= APO_TOKEN_CLOSING;
}

/* Pairs « », “ ” and the straight marks of each paragraph; of nested guillemets the outer ones. */
static void
pair_quotations (ApoTokens *tokens)
{
  int guillemet = -1, curly = -1, straight = -1;
  guint depth = 0;

  for (guint i = 0; i < tokens->tokens->len; i++)
    {
      ApoToken *token = get (tokens, i);

      if (token->flags & APO_TOKEN_PARAGRAPH)
        {
          /* A « may stay open over paragraphs of one speech; straight marks may not. */
          curly = straight = -1;
          if (guillemet >= 0 && i - (guint) guillemet > MAX_QUOTATION)
            guillemet = -1;
        }

      if (token->kind != APO_TOKEN_PUNCTUATION)
        continue;

      if (strcmp (token->norm, "«") == 0)
        {
          if (guillemet < 0 || (token->flags & APO_TOKEN_PARAGRAPH))
            {
              if (guillemet < 0)
                guillemet = i;
              depth = 0;
            }
          else
            depth++;
        }
      else if (strcmp (token->norm, "»") == 0 && guillemet >= 0)
        {
          if (depth > 0)
            depth--;
          else
            {
              join (tokens, guillemet, i);
              guillemet = -1;
            }
        }
      else if (strcmp (token->norm, "“") == 0)
        curly = i;
      else if (strcmp (token->norm, "”") == 0 && curly >= 0)
        {
          join (tokens, curly, i);
          curly = -1;
        }
      else if (strcmp (token->norm, "\"") == 0)
        {
          if (straight >= 0)
            {
              join (tokens, straight, i);
              straight = -1;
            }
          else
            straight = i;
        }
    }
}

/* Whether a sentence ends with the token before @i, which is no first token of a paragraph. */
static gboolean
ends_before (ApoTokens *tokens,
             guint      i)
{
  const ApoToken *token = get (tokens, i);
  guint last = i;

  if (!(token->flags & APO_TOKEN_SPACED))
    return FALSE;
  if (is_one_of (token, "»”)],;:.!?…"))
    return FALSE;

  while (last > 0 && (is_one_of (get (tokens, last - 1), "»”)]")
                      || (get (tokens, last - 1)->flags & APO_TOKEN_CLOSING)))
    last--;

  if (last == 0 || get (tokens, last - 1)->kind != APO_TOKEN_PUNCTUATION)
    return FALSE;
  if (strspn (get (tokens, last - 1)->norm, ".") != strlen (get (tokens, last - 1)->norm)
      && !is_one_of (get (tokens, last - 1), "!?…"))
    return FALSE;

  /* « Non ! » à M. Dupont; … et puis: what goes on in lower case goes on */
  if (token->kind == APO_TOKEN_WORD)
    return (token->flags & APO_TOKEN_CAPITAL) != 0;

  return token->kind == APO_TOKEN_NUMBER || is_one_of (token, "«“\"([—–-");
}

/**
 * apo_sentences_split:
 *
 * Fills @tokens->sentences and the sentence of each token.  A paragraph ends a sentence; so does a
 * full stop and its like before something that begins as sentences do, but not inside a quotation
 * that has both its marks.
 */
void
apo_sentences_split (ApoTokens *tokens)
{
  guint start = 0;
  guint quoted_to = 0;
  guint n = tokens->tokens->len;

  pair_quotations (tokens);

  for (guint i = 0; i <= n; i++)
    {
      gboolean cut = i == n;

      if (!cut && i > start)
        {
          gboolean quoted = i <= quoted_to;

          cut = (get (tokens, i)->flags & APO_TOKEN_PARAGRAPH)
                || (!quoted && ends_before (tokens, i))
                || i - start >= APO_SENTENCE_MAX_TOKENS;
        }

      if (cut && i > start)
        {
          ApoSpan sentence = { start, i };

          get (tokens, start)->flags |= APO_TOKEN_FIRST;
          for (guint k = start; k < i; k++)
            get (tokens, k)->sentence = tokens->sentences->len;
          g_array_append_val (tokens->sentences, sentence);
          start = i;
        }

      if (i < n && (get (tokens, i)->flags & APO_TOKEN_OPENING) && i >= quoted_to)
        quoted_to = get (tokens, i)->partner;
    }
}

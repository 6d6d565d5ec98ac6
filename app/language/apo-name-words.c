/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-name-words.h"

#include <string.h>

/* How far from a word that looks like part of a name its other words can be. */
#define REACH_BACK 4
#define REACH_AHEAD 3

/* What makes a phrase of several words interesting by itself. */
#define NAMES (APO_KNOWN_CITY | APO_KNOWN_COUNTRY | APO_KNOWN_REGION | APO_KNOWN_ORGANISATION \
               | APO_KNOWN_MEDIUM | APO_KNOWN_GROUP | APO_KNOWN_SEAT)

typedef struct {
  const ApoTokens *tokens;
  const ApoGazetteer *gazetteer;
  GArray *words;
  GHashTable *docs;             /* (element-type utf8 uint) #ApoNameDoc by folded word */
  ApoWordClasses locative, article, of;
} Maker;

static ApoNameWord *
get (Maker *m,
     guint  i)
{
  return &g_array_index (m->words, ApoNameWord, i);
}

static ApoFeature
hash_slice (const char *start,
            const char *end,
            guint       salt)
{
  return apo_feature_join (salt, apo_feature_hash (start, end - start));
}

static void
hash_ends (ApoNameWord *word,
           const char  *norm)
{
  const char *end = norm + strlen (norm);
  const char *p = norm;
  guint n = 0;

  word->key = word->norm = apo_feature_hash (norm, end - norm);
  for (; *p != '\0' && n < 3; n++)
    {
      p = g_utf8_next_char (p);
      if (n == 1)
        word->prefix2 = hash_slice (norm, p, 2);
      else if (n == 2)
        word->prefix3 = hash_slice (norm, p, 3);
    }

  for (n = 0, p = end; p > norm && n < 4; n++)
    {
      p = g_utf8_prev_char (p);
      if (n == 1)
        word->suffix2 = hash_slice (p, end, 12);
      else if (n == 2)
        word->suffix3 = hash_slice (p, end, 13);
      else if (n == 3)
        word->suffix4 = hash_slice (p, end, 14);
    }
}

static char
get_letter_class (gunichar c)
{
  if (g_unichar_isupper (c))
    return 'X';
  if (g_unichar_isalpha (c))
    return 'x';
  if (g_unichar_isdigit (c))
    return '0';

  return c == 0x2019 ? '\'' : c < 0x80 ? c : '?';
}

/* The word as it is written, and its letters in classes, no more than two of a class in a row. */
static void
hash_form (ApoNameWord *word,
           const char  *start,
           const char  *end)
{
  ApoFeature form = 7;
  char shape[48];
  guint n = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char class = get_letter_class (c);

      form = apo_feature_join (form, c == 0x2019 ? '\'' : c);
      if (n < sizeof shape && !(n >= 2 && shape[n - 1] == class && shape[n - 2] == class))
        shape[n++] = class;
    }

  word->form = form;
  word->shape = apo_feature_hash (shape, n);
}

static ApoNameCase
get_case (const ApoToken *token,
          const char     *start,
          const char     *end)
{
  guint capitals = 0;

  if (token->kind == APO_TOKEN_NUMBER)
    return APO_NAME_CASE_NUMBER;
  if (token->kind != APO_TOKEN_WORD)
    return APO_NAME_CASE_OTHER;
  if ((token->flags & APO_TOKEN_CAPITAL) && end[-1] == '.' && end - start < 6)
    return APO_NAME_CASE_INITIAL;
  if (token->flags & APO_TOKEN_UPPER)
    return APO_NAME_CASE_UPPER;

  for (const char *p = g_utf8_next_char (start); p < end; p = g_utf8_next_char (p))
    capitals += g_unichar_isupper (g_utf8_get_char (p))
                && (g_utf8_prev_char (p)[0] != '-' || !(token->flags & APO_TOKEN_CAPITAL));
  if (capitals > 0)
    return APO_NAME_CASE_MIXED;

  return token->flags & APO_TOKEN_CAPITAL ? APO_NAME_CASE_CAPITAL : APO_NAME_CASE_LOWER;
}

static gboolean
is_capital (const ApoNameWord *word)
{
  return word->letters >= APO_NAME_CASE_CAPITAL && word->letters <= APO_NAME_CASE_INITIAL;
}

static void
add_words (Maker   *m,
           ApoText *text)
{
  const char *p = apo_text_get_string (text);
  guint offset = 0;

  for (guint i = 0; i < m->tokens->tokens->len; i++)
    {
      const ApoToken *token = apo_tokens_get (m->tokens, i);
      ApoNameWord word = { 0 };
      const char *end;

      p = g_utf8_offset_to_pointer (p, token->span.start - offset);
      end = g_utf8_offset_to_pointer (p, token->span.end - token->span.start);
      hash_ends (&word, token->norm);
      hash_form (&word, p, end);
      word.letters = get_case (token, p, end);
      word.known = apo_gazetteer_get (m->gazetteer, token);
      word.lexical = token->lexical;
      word.pos = token->pos;
      word.first = (token->flags & APO_TOKEN_FIRST) != 0;
      word.sentence = token->sentence;
      g_array_append_val (m->words, word);

      offset = token->span.end;
      p = end;
    }
}

/* Marks the longest phrases of the gazetteers, from left to right. */
static void
add_phrases (Maker *m)
{
  for (guint i = 0; i < m->words->len;)
    {
      guint known = 0;
      guint n = apo_gazetteer_match (m->gazetteer, m->tokens, i, &known);
      gboolean has_capital = FALSE;

      for (guint k = i; k < i + n; k++)
        has_capital |= is_capital (get (m, k));

      for (guint k = i; k < i + n && (has_capital || n == 1); k++)
        get (m, k)->phrase = known | (n == 1 ? APO_NAME_PHRASE_ALONE
                                      : k == i ? APO_NAME_PHRASE_BEGIN
                                      : k == i + n - 1 ? APO_NAME_PHRASE_END
                                      : APO_NAME_PHRASE_INSIDE);
      i += has_capital ? MAX (n, 1) : 1;
    }
}

static void
add_runs (Maker *m)
{
  for (guint i = 0; i < m->words->len;)
    {
      guint end = i;

      while (end < m->words->len && is_capital (get (m, end))
             && get (m, end)->sentence == get (m, i)->sentence)
        end++;
      for (guint k = i; k < end; k++)
        {
          get (m, k)->run = i;
          get (m, k)->run_end = end;
        }
      i = MAX (end, i + 1);
    }
}

/* Where the words begin whose first letters « (ZETA) » spells; @i itself where there are none. */
static guint
find_spelled (Maker *m,
              guint  i)
{
  const char *norm = apo_tokens_get (m->tokens, i)->norm;
  guint n = g_utf8_strlen (norm, -1), found = 0, missed = 0;
  guint start = i;

  for (guint k = i - 1; k > 0 && found < n && missed < 6;)
    {
      const char *letter = g_utf8_offset_to_pointer (norm, n - 1 - found);
      const ApoToken *token = apo_tokens_get (m->tokens, --k);

      if (get (m, k)->sentence != get (m, i)->sentence || token->kind == APO_TOKEN_PUNCTUATION)
        break;
      if (g_utf8_get_char (token->norm) == g_utf8_get_char (letter))
        {
          found++;
          missed = 0;
          start = k;
        }
      else
        missed++;
    }

  return n >= 2 && found == n && is_capital (get (m, start)) ? start : i;
}

/* « la Ligue des ports (LDP) » */
static void
add_spelled (Maker *m)
{
  for (guint i = 2; i < m->words->len; i++)
    if ((apo_tokens_get (m->tokens, i)->flags & APO_TOKEN_UPPER)
        && apo_tokens_get (m->tokens, i - 1)->norm[0] == '(')
      {
        guint start = find_spelled (m, i);

        for (guint k = start; k + 1 < i; k++)
          get (m, k)->spelled = k == start ? 1 : 2;
      }
}

/* « le Conseil national du livre »: how far from its head each word stands, up to a mark or a word
 * that no such name goes over. */
static void
add_heads (Maker *m)
{
  for (guint i = 0; i < m->words->len; i++)
    {
      guint distance = 0;

      if (!(get (m, i)->known & (APO_KNOWN_HEAD | APO_KNOWN_INSTITUTION)))
        continue;

      for (guint k = i + 1; k < m->words->len && ++distance < 12; k++)
        {
          const ApoToken *token = apo_tokens_get (m->tokens, k);

          if (get (m, k)->sentence != get (m, i)->sentence || token->kind == APO_TOKEN_PUNCTUATION
              || (token->verb != NULL && get (m, k)->letters == APO_NAME_CASE_LOWER
                  && (apo_verb_reading_collect (token->verb) & APO_VERB_FINITE)
                  && !(apo_tokens_get (m->tokens, k - 1)->classes & (m->article | m->of))))
            break;
          get (m, k)->head = distance;
        }
    }
}

static guint
get_doc_before (Maker *m,
                guint  i)
{
  const ApoToken *token = apo_tokens_get (m->tokens, i);
  const ApoToken *before = i > 0 ? apo_tokens_get (m->tokens, i - 1) : NULL;
  guint doc = token->flags & APO_TOKEN_FIRST ? 0 : APO_NAME_DOC_INNER;

  if (before == NULL || before->sentence != token->sentence)
    return doc;

  if (before->classes & m->locative)
    doc |= APO_NAME_DOC_LOCATIVE;
  else if (before->classes & m->article)
    doc |= APO_NAME_DOC_ARTICLE;
  if (get (m, i - 1)->known & (APO_KNOWN_CIVIL | APO_KNOWN_TITLE))
    doc |= APO_NAME_DOC_CIVIL;
  if ((get (m, i - 1)->known & APO_KNOWN_GIVEN) && is_capital (get (m, i - 1)))
    doc |= APO_NAME_DOC_GIVEN;
  if (before->norm[0] == '(' && i > 1 && get (m, i - 2)->spelled)
    doc |= APO_NAME_DOC_BRACKETS;

  return doc;
}

static void
add_docs (Maker *m)
{
  for (guint i = 0; i < m->words->len; i++)
    {
      const char *norm = apo_tokens_get (m->tokens, i)->norm;
      guint doc = 0;

      if (is_capital (get (m, i)))
        doc = get_doc_before (m, i);
      else if (get (m, i)->letters == APO_NAME_CASE_LOWER)
        doc = APO_NAME_DOC_COMMON;
      if (doc != 0)
        g_hash_table_insert (m->docs, (gpointer) norm,
                             GUINT_TO_POINTER (doc | GPOINTER_TO_UINT (
                               g_hash_table_lookup (m->docs, norm))));
    }

  for (guint i = 0; i < m->words->len; i++)
    if (is_capital (get (m, i)))
      get (m, i)->doc = GPOINTER_TO_UINT (
        g_hash_table_lookup (m->docs, apo_tokens_get (m->tokens, i)->norm));
}

static void
add_reach (Maker *m)
{
  for (guint i = 0; i < m->words->len; i++)
    {
      const ApoNameWord *word = get (m, i);
      guint end = MIN (m->words->len, i + REACH_AHEAD + 1);

      if (word->spelled || (word->head > 0 && word->head < 7
                            && is_capital (get (m, i - word->head))))
        get (m, i)->may = TRUE;
      if (!is_capital (word) && !(word->known & (APO_KNOWN_DEMONYM | NAMES)))
        continue;
      for (guint k = i - MIN (i, REACH_BACK); k < end; k++)
        get (m, k)->may = TRUE;
    }
}

/**
 * apo_name_words_new:
 *
 * Returns: (transfer full) (element-type ApoNameWord): what the tagger of names sees of each token.
 * Linear.
 */
GArray *
apo_name_words_new (ApoText            *text,
                    const ApoTokens    *tokens,
                    const ApoGazetteer *gazetteer)
{
  Maker m = { tokens, gazetteer };

  m.words = g_array_sized_new (FALSE, TRUE, sizeof (ApoNameWord), tokens->tokens->len);
  m.docs = g_hash_table_new (g_str_hash, g_str_equal);
  m.locative = apo_language_pack_get_class (tokens->pack, "locative");
  m.article = apo_language_pack_get_class (tokens->pack, "article");
  m.of = apo_language_pack_get_class (tokens->pack, "of");

  add_words (&m, text);
  add_phrases (&m);
  add_runs (&m);
  add_spelled (&m);
  add_heads (&m);
  add_docs (&m);
  add_reach (&m);
  g_hash_table_unref (m.docs);

  return m.words;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-tokens.h"

#include <string.h>

#include "apo-sentences.h"

/* What goes on without a break for so many bytes is cut into several words. */
#define MAX_WORD 256

typedef struct {
  ApoTokens *self;
  const char *p;
  const char *end;
  guint offset;                 /* of @p, in code points */
  guint pending;                /* flags for the next token */
  gboolean wide;                /* the line before this one was as long as wrapped text is */
  guint line_start;
  GString *norm;
  ApoWordClasses abbreviation;
} Scanner;

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static void
fold (GString    *norm,
      const char *start,
      const char *end)
{
  g_string_truncate (norm, 0);

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_apostrophe (c))
        g_string_append_c (norm, '\'');
      else if (is_hyphen (c))
        g_string_append_c (norm, '-');
      else if (c != 0x00AD)
        g_string_append_unichar (norm, g_unichar_tolower (c));
    }
}

static guint
get_case (const char *start,
          const char *end)
{
  guint letters = 0, capitals = 0;
  guint flags = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalpha (c))
        continue;
      if (g_unichar_isupper (c))
        {
          if (letters == 0)
            flags |= APO_TOKEN_CAPITAL;
          capitals++;
        }
      letters++;
    }

  return letters >= 2 && letters == capitals ? flags | APO_TOKEN_UPPER : flags;
}

static void
emit (Scanner      *s,
      const char   *end,
      ApoTokenKind  kind)
{
  ApoToken token = { 0 };
  guint length = g_utf8_strlen (s->p, end - s->p);

  fold (s->norm, s->p, end);
  token.span = APO_SPAN (s->offset, s->offset + length);
  token.kind = kind;
  token.flags = s->pending | get_case (s->p, end);
  token.norm = g_string_chunk_insert_const (s->self->norms, s->norm->str);
  token.partner = s->self->tokens->len;
  token.head = s->self->tokens->len;
  token.classes = apo_language_pack_get_classes (s->self->pack, token.norm);
  if (kind == APO_TOKEN_WORD)
    token.verb = apo_language_pack_get_verb (s->self->pack, token.norm);

  g_array_append_val (s->self->tokens, token);
  s->pending = 0;
  s->p = end;
  s->offset += length;
}

/* A single line feed parts two paragraphs unless it looks like the wrapping of running text: a line
 * of 50 to 110 characters, then a line that does not begin like a sentence. */
static gboolean
is_wrapped (Scanner    *s,
            const char *next)
{
  guint width = s->offset - s->line_start;

  return width >= 50 && width <= 110 && s->wide && next < s->end
         && is_letter (g_utf8_get_char (next)) && !g_unichar_isupper (g_utf8_get_char (next));
}

static void
skip_space (Scanner *s)
{
  guint feeds = 0;

  while (s->p < s->end)
    {
      gunichar c = g_utf8_get_char (s->p);

      if (!g_unichar_isspace (c) && c != 0x200B && c != 0xFEFF)
        break;

      s->pending |= APO_TOKEN_SPACED;
      if (c == '\n')
        {
          guint width = s->offset - s->line_start;

          feeds++;
          s->wide = width >= 50 && width <= 110;
          if (feeds > 1 || !is_wrapped (s, s->p + 1))
            s->pending |= APO_TOKEN_PARAGRAPH;
          s->line_start = s->offset + 1;
        }
      s->p = g_utf8_next_char (s->p);
      s->offset++;
    }
}

static gboolean
scan_address (Scanner *s)
{
  static const char * const starts[] = { "http://", "https://", "ftp://", "www.", NULL };
  gboolean found = FALSE;
  const char *p;

  for (guint i = 0; starts[i] != NULL && !found; i++)
    found = g_ascii_strncasecmp (s->p, starts[i], strlen (starts[i])) == 0;

  for (p = s->p; p < s->end && p - s->p < 2048; p++)
    {
      if ((guchar) *p <= ' ' || strchr ("<>\"(){}[]", *p) != NULL || (guchar) *p >= 0x80)
        break;
      if (*p == '@' && p > s->p)
        found = TRUE;
    }

  while (p > s->p && strchr (".,;:!?'", p[-1]) != NULL)
    p--;

  if (!found || p - s->p < 5)
    return FALSE;

  emit (s, p, APO_TOKEN_ADDRESS);

  return TRUE;
}

/* The space that parts groups of three digits. */
static gboolean
is_group (const char *p,
          const char *end,
          const char *start)
{
  gunichar c = g_utf8_get_char (p);
  const char *q = g_utf8_next_char (p);

  if (c != ' ' && c != 0x00A0 && c != 0x202F && c != 0x2009)
    return FALSE;
  if (c == ' ' && p - start > 3 && memchr (start, ' ', p - start) == NULL)
    return FALSE;

  return end - q >= 3 && g_ascii_isdigit (q[0]) && g_ascii_isdigit (q[1]) && g_ascii_isdigit (q[2])
         && !(end - q > 3 && g_ascii_isdigit (q[3]));
}

static void
scan_number (Scanner *s)
{
  const char *p = s->p;

  while (p < s->end)
    {
      if (g_ascii_isdigit (*p))
        p++;
      else if ((*p == ',' || *p == '.') && p + 1 < s->end && g_ascii_isdigit (p[1]))
        p++;
      else if (is_group (p, s->end, s->p) && p - s->p <= 12)
        p = g_utf8_next_char (p);
      else
        break;
    }

  emit (s, p, APO_TOKEN_NUMBER);
}

static const char *
find_word_end (Scanner *s)
{
  const char *p = s->p;
  gboolean after_number = !(s->pending & APO_TOKEN_SPACED) && s->self->tokens->len > 0
                          && apo_tokens_get (s->self,
                                             s->self->tokens->len - 1)->kind == APO_TOKEN_NUMBER;

  while (p < s->end && p - s->p < MAX_WORD)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      gunichar after = next < s->end ? g_utf8_get_char (next) : 0;

      if (after_number && g_unichar_isdigit (c))
        break;
      else if (is_letter (c) || g_unichar_isdigit (c) || c == 0x00AD || c == '_')
        p = next;
      else if ((is_hyphen (c) || is_apostrophe (c) || c == '&')
               && (is_letter (after) || g_unichar_isdigit (after)))
        p = next;
      else if (is_apostrophe (c) && p > s->p)
        {
          /* « l’« État » »: an elision before something that is no letter */
          fold (s->norm, s->p, next);
          g_string_append_c (s->norm, 'x');
          if (apo_language_pack_get_elision (s->self->pack, s->norm->str) + 1 == s->norm->len)
            return next;
          break;
        }
      else
        break;
    }

  return p;
}

/* How far an abbreviation or an initial goes, from the end of its letters over its full stops. */
static const char *
find_abbreviation_end (Scanner    *s,
                       const char *end)
{
  const char *next = end + 1;
  glong letters = g_utf8_strlen (s->p, end - s->p);

  if (end >= s->end || *end != '.')
    return end;

  fold (s->norm, s->p, next);
  if (apo_language_pack_get_classes (s->self->pack, s->norm->str) & s->abbreviation)
    return next;

  if (letters == 1 && g_unichar_isupper (g_utf8_get_char (s->p)))
    {
      const char *q = next;

      /* U.S., J.-C.: letters and stops without a space */
      while (q < s->end && (g_ascii_isalpha (*q) || *q == '-') && q + 1 < s->end
             && (q[1] == '.' || *q == '-'))
        q += *q == '-' ? 1 : 2;
      if (q > next)
        return q;

      /* S. Lavrov: a capital, a stop, and a name */
      while (q < s->end && (*q == ' ' || (guchar) *q == 0xC2))
        q++;
      if (q > next && q < s->end && g_unichar_isupper (g_utf8_get_char (q)))
        {
          const char *w = q;

          while (w < s->end && is_letter (g_utf8_get_char (w)))
            w = g_utf8_next_char (w);
          fold (s->norm, q, w);
          if (apo_language_pack_get_classes (s->self->pack, s->norm->str) == 0)
            return next;
        }
    }

  return end;
}

static void
scan_word (Scanner *s)
{
  const char *end = find_word_end (s);
  gsize part;

  for (;;)
    {
      ApoWordClasses kept;

      fold (s->norm, s->p, end);
      kept = apo_language_pack_get_classes (s->self->pack, s->norm->str)
             & apo_language_pack_get_class (s->self->pack, "kept");
      part = kept ? 0 : apo_language_pack_get_elision (s->self->pack, s->norm->str);
      if (part == 0)
        break;

      {
        const char *q = g_utf8_offset_to_pointer (s->p, g_utf8_strlen (s->norm->str, part));

        if (q >= end)
          break;
        emit (s, q, APO_TOKEN_WORD);
      }
      if (!is_letter (g_utf8_get_char (s->p)) && !g_ascii_isdigit (*s->p))
        return;
    }

  {
    const char *longer = find_abbreviation_end (s, end);

    if (longer != end)
      {
        emit (s, longer, APO_TOKEN_WORD);
        return;
      }
  }

  fold (s->norm, s->p, end);
  part = apo_language_pack_get_classes (s->self->pack, s->norm->str)
         & apo_language_pack_get_class (s->self->pack, "kept")
           ? 0 : apo_language_pack_get_clitic (s->self->pack, s->norm->str);
  if (part > 0)
    {
      glong host = g_utf8_strlen (s->norm->str, s->norm->len - part);

      emit (s, g_utf8_offset_to_pointer (s->p, host), APO_TOKEN_WORD);
    }

  emit (s, end, APO_TOKEN_WORD);
}

static void
scan_punctuation (Scanner *s)
{
  const char *p = g_utf8_next_char (s->p);

  if (*s->p == '.' || *s->p == '-')
    while (p < s->end && *p == *s->p)
      p++;

  emit (s, p, APO_TOKEN_PUNCTUATION);
}

static void
scan (Scanner *s)
{
  for (;;)
    {
      gunichar c;

      skip_space (s);
      if (s->p >= s->end)
        break;

      c = g_utf8_get_char (s->p);
      if (c < 0x80 && g_ascii_isalnum (c) && (s->pending & APO_TOKEN_SPACED) && scan_address (s))
        continue;

      if (c < 0x80 && g_ascii_isdigit (c))
        scan_number (s);
      else if (is_letter (c))
        scan_word (s);
      else
        scan_punctuation (s);
    }
}

/**
 * apo_tokens_new:
 *
 * Elided words (*l’*, *qu’*), clitics (*-t-il*, *'s*) and every mark of punctuation are tokens of
 * their own; hyphenated words, numbers, abbreviations, initials and addresses are one.  Linear.
 *
 * Returns: (transfer full): the tokens of @text, with its sentences
 */
ApoTokens *
apo_tokens_new (ApoText         *text,
                ApoLanguagePack *pack)
{
  ApoTokens *self = g_new0 (ApoTokens, 1);
  Scanner s = { 0 };

  self->pack = apo_language_pack_ref (pack);
  self->text = apo_text_ref (text);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (ApoToken));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (ApoSpan));
  self->norms = g_string_chunk_new (65536);

  s.self = self;
  s.p = apo_text_get_string (text);
  s.end = s.p + apo_text_get_n_bytes (text);
  s.pending = APO_TOKEN_PARAGRAPH | APO_TOKEN_SPACED;
  s.norm = g_string_new (NULL);
  s.abbreviation = apo_language_pack_get_class (pack, "abbreviation");

  scan (&s);
  g_string_free (s.norm, TRUE);

  apo_sentences_split (self);

  return self;
}

void
apo_tokens_free (ApoTokens *tokens)
{
  g_array_unref (tokens->tokens);
  g_array_unref (tokens->sentences);
  g_string_chunk_free (tokens->norms);
  apo_language_pack_unref (tokens->pack);
  apo_text_unref (tokens->text);
  g_free (tokens);
}

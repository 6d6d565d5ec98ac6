/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-syntax.h"

#include <string.h>

#include "apo-lexicon.h"
#include "apo-parser.h"
#include "apo-tagger.h"

#define LEXICON "lexicon.model"
#define TAGGER "tagger.model"
#define PARSER "parser.model"

struct _ApoSyntax {
  ApoLexicon *lexicon;
  ApoTagger *tagger;
  ApoParser *parser;
  guint64 checksum;
};

/**
 * apo_syntax_is_there:
 * @folder: of a language
 *
 * Returns: whether there are models for the language at all
 */
gboolean
apo_syntax_is_there (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, TAGGER, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static ApoModelFile *
open_model (ApoSyntax   *self,
            const char  *folder,
            const char  *name,
            GError     **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  ApoModelFile *file = apo_model_file_open (path, error);

  if (file != NULL)
    self->checksum = apo_feature_join (self->checksum, apo_model_file_get_checksum (file));

  return file;
}

/**
 * apo_syntax_load:
 * @folder: of a language that has models
 *
 * Returns: (transfer full) (nullable): the models; an #ApoLanguageError names the file that is
 * missing or damaged
 */
ApoSyntax *
apo_syntax_load (const char  *folder,
                 GError     **error)
{
  g_autoptr (ApoSyntax) self = g_new0 (ApoSyntax, 1);
  g_autoptr (ApoModelFile) lexicon = open_model (self, folder, LEXICON, error);
  g_autoptr (ApoModelFile) tagger = NULL;
  g_autoptr (ApoModelFile) parser = NULL;

  if (lexicon == NULL)
    return NULL;
  self->lexicon = apo_lexicon_new (lexicon, error);
  if (self->lexicon == NULL)
    return NULL;

  tagger = open_model (self, folder, TAGGER, error);
  if (tagger == NULL)
    return NULL;
  self->tagger = apo_tagger_new (tagger, error);
  if (self->tagger == NULL)
    return NULL;

  parser = open_model (self, folder, PARSER, error);
  if (parser == NULL)
    return NULL;
  self->parser = apo_parser_new (parser, error);
  if (self->parser == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

void
apo_syntax_free (ApoSyntax *syntax)
{
  g_clear_pointer (&syntax->parser, apo_parser_free);
  g_clear_pointer (&syntax->tagger, apo_tagger_free);
  g_clear_pointer (&syntax->lexicon, apo_lexicon_free);
  g_free (syntax);
}

/**
 * apo_syntax_get_checksum:
 *
 * Returns: what tells these models from any others
 */
guint64
apo_syntax_get_checksum (const ApoSyntax *syntax)
{
  return syntax->checksum;
}

/**
 * apo_syntax_read:
 * @words: the @n words of a sentence, as apo_word_init() left them
 *
 * Finds out what each word is, what it depends on and how.
 */
void
apo_syntax_read (const ApoSyntax *syntax,
                 ApoWord         *words,
                 guint            n)
{
  for (guint i = 0; i < n; i++)
    apo_lexicon_look_up (syntax->lexicon, &words[i]);

  apo_tagger_tag (syntax->tagger, words, n);
  for (guint i = 0; i < n; i++)
    words[i].morph = apo_lexicon_get_morph (syntax->lexicon, &words[i]);
  apo_parser_parse (syntax->parser, words, n);
}

/* « 18e », « 14h30 », « 1999-2004 »: what follows a number without a space is one word with it. */
static gboolean
goes_on (const ApoTokens *tokens,
         guint            i,
         guint            end)
{
  const ApoToken *token = apo_tokens_get (tokens, i);
  const ApoToken *next = i + 1 < end ? apo_tokens_get (tokens, i + 1) : NULL;

  if (token->flags & APO_TOKEN_SPACED)
    return FALSE;
  if (token->kind != APO_TOKEN_PUNCTUATION)
    return token->kind != APO_TOKEN_ADDRESS;

  return strcmp (token->norm, "-") == 0 && next != NULL && next->kind == APO_TOKEN_NUMBER
         && !(next->flags & APO_TOKEN_SPACED);
}

/* Fills in the words of a sentence and, for each, its first token. */
static guint
build_words (const ApoTokens *tokens,
             ApoSpan          sentence,
             ApoWord         *words,
             guint           *firsts)
{
  const char *string = apo_text_get_string (tokens->text);
  guint n = 0;

  for (guint i = sentence.start; i < sentence.end;)
    {
      gboolean number = apo_tokens_get (tokens, i)->kind == APO_TOKEN_NUMBER;
      gsize start = apo_text_offset_to_byte (tokens->text, apo_tokens_get (tokens, i)->span.start);
      gsize end;

      firsts[n] = i++;
      while (number && i < sentence.end && goes_on (tokens, i, sentence.end))
        i++;
      end = apo_text_offset_to_byte (tokens->text, apo_tokens_get (tokens, i - 1)->span.end);
      apo_word_init (&words[n], string + start, end - start);
      words[n].head = n;
      n++;
    }
  firsts[n] = sentence.end;

  return n;
}

/* What the lexicon says of a word, whatever the sentence. */
static guint32
get_lexical (const ApoSyntax *self,
             const ApoWord   *word)
{
  const ApoLexicalReading *readings;
  guint32 lexical = word->poses;
  guint n;

  if (word->lexical == 0 || (word->lexical & APO_WORD_GUESSED))
    return 0;

  readings = apo_lexicon_get_readings (self->lexicon, word, &n);
  for (guint i = 0; i < n; i++)
    lexical |= APO_TOKEN_NAME (readings[i] >> 24);

  return lexical;
}

/**
 * apo_syntax_annotate:
 *
 * Fills in what the models make of the words of a sentence.  Where several tokens are one word to
 * them, the others go with the first.
 */
void
apo_syntax_annotate (const ApoSyntax *syntax,
                     ApoTokens       *tokens,
                     guint            sentence)
{
  ApoSpan span = g_array_index (tokens->sentences, ApoSpan, sentence);
  g_autofree ApoWord *words = g_new (ApoWord, span.end - span.start);
  g_autofree guint *firsts = g_new (guint, span.end - span.start + 1);
  guint n = build_words (tokens, span, words, firsts);

  apo_syntax_read (syntax, words, n);

  for (guint i = 0; i < n; i++)
    for (guint k = firsts[i]; k < firsts[i + 1]; k++)
      {
        ApoToken *token = &g_array_index (tokens->tokens, ApoToken, k);
        gboolean first = k == firsts[i];

        token->pos = apo_word_get_pos (&words[i]);
        token->form = apo_tag_get_form (words[i].tag);
        token->morph = words[i].morph;
        token->lexical = get_lexical (syntax, &words[i]);
        token->dep = words[i].dep == APO_DEP_NONE || first ? words[i].dep : APO_DEP_GOESWITH;
        token->head = first ? firsts[words[i].head] : firsts[i];
      }
}

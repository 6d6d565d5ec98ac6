/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-syntax.h"

#include "apo-lexicon.h"
#include "apo-tagger.h"

#define LEXICON "lexicon.model"
#define TAGGER "tagger.model"

struct _ApoSyntax {
  ApoLexicon *lexicon;
  ApoTagger *tagger;
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

  return g_steal_pointer (&self);
}

void
apo_syntax_free (ApoSyntax *syntax)
{
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
 * Finds out what each word is.
 */
void
apo_syntax_read (const ApoSyntax *syntax,
                 ApoWord         *words,
                 guint            n)
{
  for (guint i = 0; i < n; i++)
    apo_lexicon_look_up (syntax->lexicon, &words[i]);

  apo_tagger_tag (syntax->tagger, words, n);
}

/**
 * apo_syntax_annotate:
 *
 * Fills in what the models make of the words of a sentence.
 */
void
apo_syntax_annotate (const ApoSyntax *syntax,
                     ApoTokens       *tokens,
                     guint            sentence)
{
  ApoSpan span = g_array_index (tokens->sentences, ApoSpan, sentence);
  guint n = span.end - span.start;
  g_autofree ApoWord *words = g_new (ApoWord, n);
  const char *string = apo_text_get_string (tokens->text);

  for (guint i = 0; i < n; i++)
    {
      ApoSpan place = apo_tokens_get (tokens, span.start + i)->span;
      gsize start = apo_text_offset_to_byte (tokens->text, place.start);

      apo_word_init (&words[i], string + start,
                     apo_text_offset_to_byte (tokens->text, place.end) - start);
      words[i].head = i;
    }

  apo_syntax_read (syntax, words, n);

  for (guint i = 0; i < n; i++)
    {
      ApoToken *token = &g_array_index (tokens->tokens, ApoToken, span.start + i);

      token->pos = apo_word_get_pos (&words[i]);
      token->form = apo_tag_get_form (words[i].tag);
      token->morph = apo_lexicon_get_morph (syntax->lexicon, &words[i]);
      token->dep = words[i].dep;
      token->head = span.start + words[i].head;
    }
}

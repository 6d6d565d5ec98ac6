/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-name-corpus.h"

#include <stdio.h>
#include <string.h>

#include "apo-syntax.h"

static const char * const TYPES[] = { "PER", "LOC", "ORG", "MISC" };

/* A text while its lines are read. */
typedef struct {
  GString *text;
  guint length;                 /* in code points */
  GArray *names;
  gboolean open;                /* the last name may go on */
  gboolean glued;               /* no space before the next word */
} Draft;

static void
name_text_free (gpointer data)
{
  ApoNameText *self = data;

  apo_text_unref (self->text);
  apo_tokens_free (self->tokens);
  g_array_unref (self->words);
  g_array_unref (self->names);
  g_free (self->gold);
  g_free (self->first);
  g_free (self);
}

static void
append (Draft      *draft,
        const char *piece)
{
  g_string_append (draft->text, piece);
  draft->length += g_utf8_strlen (piece, -1);
}

/* Puts the words together as they stand in print. */
static void
add_word (Draft      *draft,
          const char *word,
          const char *tag)
{
  static const char * const tight_before[] = { ",", ".", ")", "]", "”", "…", "...", "%", NULL };
  static const char * const tight_after[] = { "(", "[", "“", "/", NULL };
  gboolean clitic = word[0] == '-' && g_ascii_isalpha (word[1]);
  ApoNameSpan name;
  guint start;

  if (draft->text->len > 0 && !g_str_has_suffix (draft->text->str, "\n") && !draft->glued && !clitic
      && !g_strv_contains (tight_before, word) && strcmp (word, "/") != 0)
    append (draft, " ");

  start = draft->length;
  append (draft, word);
  draft->glued = g_strv_contains (tight_after, word)
                 || (strlen (word) > 1 && (g_str_has_suffix (word, "'")
                                           || g_str_has_suffix (word, "’")));

  if (tag[0] == 'I' && draft->open)
    {
      g_array_index (draft->names, ApoNameSpan, draft->names->len - 1).span.end = draft->length;
      return;
    }

  draft->open = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (TYPES); i++)
    if (tag[0] != 'O' && strcmp (tag + 2, TYPES[i]) == 0)
      {
        name = (ApoNameSpan) { { start, draft->length }, i };
        g_array_append_val (draft->names, name);
        draft->open = TRUE;
      }
}

/* Tags the tokens of a name; one whose borders are no borders of tokens is none. */
static void
tag_name (ApoNameText       *self,
          const ApoNameSpan *name,
          guint             *token)
{
  guint n = self->tokens->tokens->len, start, end;

  while (*token < n && apo_tokens_get (self->tokens, *token)->span.start < name->span.start)
    (*token)++;
  start = end = *token;
  while (end < n && apo_tokens_get (self->tokens, end)->span.end <= name->span.end)
    end++;
  if (start == end || apo_tokens_get (self->tokens, start)->span.start != name->span.start
      || apo_tokens_get (self->tokens, end - 1)->span.end != name->span.end)
    return;

  for (guint i = start; i < end; i++)
    if (!g_array_index (self->words, ApoNameWord, i).may)
      return;

  for (guint i = start; i < end; i++)
    self->gold[i] = APO_NAME_TAG (name->type, end - start == 1 ? APO_NAME_WHOLE
                                              : i == start ? APO_NAME_BEGIN
                                              : i == end - 1 ? APO_NAME_LAST : APO_NAME_INSIDE);
}

static void
finish (Draft              *draft,
        ApoLanguagePack    *pack,
        const ApoGazetteer *gazetteer,
        GPtrArray          *texts)
{
  if (draft->length > 0)
    {
      const ApoSyntax *syntax = apo_language_pack_get_syntax (pack);
      ApoNameText *self = g_new0 (ApoNameText, 1);
      guint token = 0;

      self->text = apo_text_new (draft->text->str, draft->text->len);
      self->tokens = apo_tokens_new (self->text, pack);
      for (guint i = 0; syntax != NULL && i < self->tokens->sentences->len; i++)
        apo_syntax_annotate (syntax, self->tokens, i);
      self->words = apo_name_words_new (self->text, self->tokens, gazetteer);
      self->names = g_array_ref (draft->names);
      self->gold = g_new0 (guint8, self->words->len + 1);
      self->first = g_new0 (guint8, self->words->len + 1);
      for (guint i = 0; i < self->names->len; i++)
        tag_name (self, &g_array_index (self->names, ApoNameSpan, i), &token);
      g_ptr_array_add (texts, self);
    }

  g_string_truncate (draft->text, 0);
  g_clear_pointer (&draft->names, g_array_unref);
  *draft = (Draft) { .text = draft->text };
  draft->names = g_array_new (FALSE, FALSE, sizeof (ApoNameSpan));
}

static gboolean
load_file (ApoLanguagePack     *pack,
           const ApoGazetteer  *gazetteer,
           const char          *path,
           GPtrArray           *texts,
           GError             **error)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  Draft draft = { 0 };

  if (!g_file_get_contents (path, &content, NULL, error))
    return FALSE;

  lines = g_strsplit (content, "\n", -1);
  draft.text = g_string_new (NULL);
  draft.names = g_array_new (FALSE, FALSE, sizeof (ApoNameSpan));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (g_str_has_prefix (lines[i], "-DOCSTART-"))
        finish (&draft, pack, gazetteer, texts);
      else if (tab != NULL)
        {
          *tab = '\0';
          add_word (&draft, lines[i], tab + 1);
        }
      else if (draft.length > 0)
        {
          append (&draft, "\n\n");
          draft.glued = TRUE;
          draft.open = FALSE;
        }
    }

  finish (&draft, pack, gazetteer, texts);
  g_string_free (draft.text, TRUE);
  g_array_unref (draft.names);

  return TRUE;
}

/**
 * apo_name_corpus_load:
 * @paths: files of a word, a tabulator and its BIO tag a line; `-DOCSTART-` begins a text
 *
 * Returns: (transfer full) (nullable) (element-type ApoNameText): the texts
 */
GPtrArray *
apo_name_corpus_load (ApoLanguagePack     *pack,
                      const ApoGazetteer  *gazetteer,
                      const char * const  *paths,
                      GError             **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (name_text_free);

  for (guint i = 0; paths[i] != NULL; i++)
    if (!load_file (pack, gazetteer, paths[i], texts, error))
      return NULL;

  return g_steal_pointer (&texts);
}

static void
print_name (const ApoNameText *text,
            const char        *problem,
            ApoSpan            span,
            ApoNameType        type)
{
  ApoSpan around = { span.start - MIN (span.start, 30), span.end + 30 };
  g_autofree char *name = apo_text_dup_slice (text->text, span);
  g_autofree char *context = apo_text_dup_slice (text->text, around);

  printf ("%s %s [%s] in: %s\n", problem, TYPES[type], name, g_strdelimit (context, "\n", ' '));
}

static ApoSpan
get_span (const ApoNameText *text,
          ApoSpan            tokens)
{
  return APO_SPAN (apo_tokens_get (text->tokens, tokens.start)->span.start,
                   apo_tokens_get (text->tokens, tokens.end - 1)->span.end);
}

/* Counts for one text: annotated, found, right; by type. */
static void
score_text (const ApoNameText   *text,
            const ApoNameTagger *tagger,
            gboolean             show,
            guint                counts[APO_N_NAME_TYPES][3])
{
  g_autoptr (GArray) found = apo_name_tagger_tag (tagger, text->text, text->tokens);
  g_autofree gboolean *right = g_new0 (gboolean, found->len + 1);
  guint k = 0;

  for (guint i = 0; i < text->names->len; i++)
    {
      const ApoNameSpan *name = &g_array_index (text->names, ApoNameSpan, i);
      gboolean hit = FALSE;

      for (; k < found->len; k++)
        {
          const ApoTaggedName *other = &g_array_index (found, ApoTaggedName, k);
          ApoSpan span = get_span (text, other->tokens);

          if (span.start > name->span.start)
            break;
          if (span.start == name->span.start && span.end == name->span.end
              && other->type == name->type)
            hit = right[k] = TRUE;
        }
      counts[name->type][0]++;
      counts[name->type][2] += hit;
      if (!hit && show)
        print_name (text, "missed", name->span, name->type);
    }

  for (guint i = 0; i < found->len; i++)
    {
      const ApoTaggedName *name = &g_array_index (found, ApoTaggedName, i);

      counts[name->type][1]++;
      if (!right[i] && show)
        print_name (text, "wrong ", get_span (text, name->tokens), name->type);
    }
}

static void
print_score (const char  *what,
             const guint *counts)
{
  double precision = 100.0 * counts[2] / MAX (counts[1], 1);
  double recall = 100.0 * counts[2] / MAX (counts[0], 1);

  printf ("%-5s precision %5.1f recall %5.1f F1 %5.1f (%u)\n", what, precision, recall,
          2 * precision * recall / MAX (precision + recall, 1e-9), counts[0]);
}

/**
 * apo_name_corpus_score:
 * @show: whether to print what is missed and what is wrong
 *
 * Prints how many names are found with their exact borders and types.
 */
void
apo_name_corpus_score (const GPtrArray     *texts,
                       const ApoNameTagger *tagger,
                       gboolean             show)
{
  guint counts[APO_N_NAME_TYPES][3] = { { 0 } };
  guint all[3] = { 0 };

  for (guint i = 0; i < texts->len; i++)
    score_text (g_ptr_array_index (texts, i), tagger, show, counts);

  for (guint type = 0; type < APO_N_NAME_TYPES; type++)
    {
      print_score (TYPES[type], counts[type]);
      for (guint k = 0; k < 3 && type != APO_NAME_MISC; k++)
        all[k] += counts[type][k];
    }
  print_score ("all", all);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include "apo-syntax.h"
#include "apo-train.h"

/* What came out right of what. */
typedef struct {
  guint words;
  guint pos;
  guint tags;
  guint heads;
  guint labels;
  clock_t time;                 /* of the processor */
} Score;

/* Spans that are in both of two lists. */
typedef struct {
  guint right;
  guint gold;
  guint found;
} Match;

static gboolean show_errors;

static const GOptionEntry ENTRIES[] = {
  { "errors", 0, 0, G_OPTION_ARG_NONE, &show_errors, "print each wrong token and tag", NULL },
  { NULL }
};

static void
print_error (const ApoTree *tree,
             guint          i)
{
  g_autofree char *right = apo_tag_to_string (tree->leaves[i].tag);
  g_autofree char *wrong = apo_tag_to_string (tree->words[i].tag);

  g_print ("%s\t%s\t%s\t%s\t%s\n", right, wrong, i > 0 ? tree->leaves[i - 1].form : "",
           tree->leaves[i].form, i + 1 < tree->n ? tree->leaves[i + 1].form : "");
}

/* Relations without their subtypes. */
static gboolean
are_same_relation (ApoDep a,
                   ApoDep b)
{
  const char *x = apo_dep_to_string (a), *y = apo_dep_to_string (b);
  gsize length = strcspn (x, ":");

  return length == strcspn (y, ":") && strncmp (x, y, length) == 0;
}

static void
score_tree (Score           *score,
            const ApoSyntax *syntax,
            ApoTree         *tree)
{
  clock_t start = clock ();

  apo_syntax_read (syntax, tree->words, tree->n);
  score->time += clock () - start;
  score->words += tree->n;

  for (guint i = 0; i < tree->n; i++)
    {
      const ApoLeaf *leaf = &tree->leaves[i];
      const ApoWord *word = &tree->words[i];
      gboolean pos = apo_tag_get_pos (leaf->tag) == apo_word_get_pos (word);
      gboolean head = word->dep != APO_DEP_NONE && leaf->head == word->head;

      score->pos += pos;
      score->tags += leaf->tag == word->tag;
      score->heads += head;
      score->labels += head && are_same_relation (leaf->dep, word->dep);
      if (show_errors && leaf->tag != word->tag)
        print_error (tree, i);
    }
}

/* All sentences as running text, and where their tokens and themselves lie in it, in bytes. */
static char *
join_texts (const ApoTreebank *treebank,
            GArray            *tokens,
            GArray            *sentences)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < treebank->trees->len; i++)
    {
      const ApoTree *tree = apo_treebank_get (treebank, i);
      ApoSpan sentence = { out->len, 0 };

      for (guint k = 0; k < tree->n; k++)
        {
          const ApoLeaf *leaf = &tree->leaves[k];
          ApoSpan token = { out->len, out->len + strlen (leaf->form) };

          g_string_append (out, leaf->form);
          g_array_append_val (tokens, token);
          sentence.end = out->len;
          if (leaf->spaced || k + 1 == tree->n)
            g_string_append_c (out, ' ');
        }
      g_array_append_val (sentences, sentence);
    }

  return g_string_free (out, FALSE);
}

static void
match_spans (Match  *match,
             GArray *gold,
             GArray *found,
             ApoText *text)
{
  guint k = 0;

  match->gold += gold->len;
  match->found += found->len;
  for (guint i = 0; i < gold->len; i++)
    {
      ApoSpan right = g_array_index (gold, ApoSpan, i);
      gboolean same;

      while (k < found->len && g_array_index (found, ApoSpan, k).start < right.start)
        k++;
      same = k < found->len && g_array_index (found, ApoSpan, k).start == right.start
             && g_array_index (found, ApoSpan, k).end == right.end;
      match->right += same;
      if (!same && show_errors)
        g_print ("boundary\t%.*s\t%.20s\n", (int) MIN (80, right.end - right.start),
                 apo_text_get_string (text) + right.start,
                 apo_text_get_string (text) + right.end);
    }
}

static void
score_boundaries (ApoTreebank     *treebank,
                  ApoLanguagePack *pack,
                  Match           *tokens,
                  Match           *sentences)
{
  g_autoptr (GArray) gold_tokens = g_array_new (FALSE, FALSE, sizeof (ApoSpan));
  g_autoptr (GArray) gold_sentences = g_array_new (FALSE, FALSE, sizeof (ApoSpan));
  g_autoptr (GArray) found_tokens = g_array_new (FALSE, FALSE, sizeof (ApoSpan));
  g_autoptr (GArray) found_sentences = g_array_new (FALSE, FALSE, sizeof (ApoSpan));
  g_autofree char *string = join_texts (treebank, gold_tokens, gold_sentences);
  g_autoptr (ApoText) text = apo_text_new (string, -1);
  g_autoptr (ApoTokens) read = apo_tokens_new (text, pack);

  for (guint i = 0; i < read->tokens->len; i++)
    {
      ApoSpan span = apo_tokens_get (read, i)->span;

      span = APO_SPAN (apo_text_offset_to_byte (text, span.start),
                       apo_text_offset_to_byte (text, span.end));
      g_array_append_val (found_tokens, span);
    }
  for (guint i = 0; i < read->sentences->len; i++)
    {
      ApoSpan span = g_array_index (read->sentences, ApoSpan, i);

      span = APO_SPAN (g_array_index (found_tokens, ApoSpan, span.start).start,
                       g_array_index (found_tokens, ApoSpan, span.end - 1).end);
      g_array_append_val (found_sentences, span);
    }

  match_spans (tokens, gold_tokens, found_tokens, text);
  match_spans (sentences, gold_sentences, found_sentences, text);
}

static double
get_f1 (const Match *match)
{
  return 200.0 * match->right / MAX (1, match->gold + match->found);
}

static void
evaluate (ApoTreebank     *treebank,
          ApoLanguagePack *pack,
          const char      *name)
{
  Score score = { 0 };
  Match tokens = { 0 }, sentences = { 0 };
  double share;

  for (guint i = 0; i < treebank->trees->len; i++)
    score_tree (&score, apo_language_pack_get_syntax (pack), apo_treebank_get (treebank, i));
  score_boundaries (treebank, pack, &tokens, &sentences);

  share = 100.0 / MAX (1, score.words);
  g_print ("%s: %u words, UPOS %.2f, tags %.2f, UAS %.2f, LAS %.2f, tokens F1 %.2f, "
           "sentences F1 %.2f, %.0f words/s\n",
           name, score.words, share * score.pos, share * score.tags, share * score.heads,
           share * score.labels, get_f1 (&tokens), get_f1 (&sentences),
           score.words * (double) CLOCKS_PER_SEC / MAX (1, score.time));
}

/**
 * apo_train_evaluate:
 *
 * `evaluate FOLDER FILE.conllu…`: how well the models of a language folder read trees that they have
 * not seen; LAS without subtypes.
 */
gboolean
apo_train_evaluate (int      argc,
                    char   **argv,
                    GError **error)
{
  g_autoptr (ApoLanguagePack) pack = NULL;

  if (!apo_train_parse (ENTRIES, &argc, &argv, 2, error))
    return FALSE;

  pack = apo_language_pack_load (argv[1], error);
  if (pack == NULL)
    return FALSE;

  for (int i = 2; i < argc; i++)
    {
      const char *paths[] = { argv[i], NULL };
      g_autoptr (ApoTreebank) treebank = apo_treebank_load (paths, error);

      if (treebank == NULL)
        return FALSE;
      evaluate (treebank, pack, argv[i]);
    }

  return TRUE;
}

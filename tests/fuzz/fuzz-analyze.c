/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyzer.h"
#include "apo-datadir.h"
#include "apo-findings-json.h"
#include "apo-import.h"

#include <stdint.h>

/* Any bytes are refused with a sentence, or give findings whose spans all lie in the text, whose
 * references all lead somewhere, and which are the same a second time.  With clang -fsanitize=fuzzer
 * this file is a fuzz target; built as it is, it runs over the files of corpus/analyze and over
 * texts that wear an engine out. */

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static void
check_span (ApoSpan span,
            guint   length)
{
  g_assert_cmpuint (span.start, <, span.end);
  g_assert_cmpuint (span.end, <=, length);
}

static void
check_spans (GArray *spans,
             guint   length)
{
  for (guint i = 0; i < spans->len; i++)
    check_span (g_array_index (spans, ApoSpan, i), length);
}

static void
check_index (int        index,
             GPtrArray *items)
{
  g_assert_true (index == APO_FOUND_NONE || (guint) index < items->len);
}

static void
check_findings (ApoFindings *findings)
{
  guint length = findings->length;

  check_spans (findings->sentences, length);
  for (guint i = 0; i < findings->claims->len; i++)
    {
      const ApoFoundClaim *claim = findings->claims->pdata[i];

      g_assert_cmpuint (claim->content->len, >, 0);
      check_spans (claim->content, length);
      check_spans (claim->disclaimers, length);
      check_index (claim->speaker, findings->actors);
    }
  for (guint i = 0; i < findings->times->len; i++)
    check_span (((const ApoFoundTime *) findings->times->pdata[i])->span, length);
  for (guint i = 0; i < findings->events->len; i++)
    check_span (((const ApoFoundEvent *) findings->events->pdata[i])->span, length);
  for (guint i = 0; i < findings->relations->len; i++)
    {
      const ApoFoundRelation *relation = findings->relations->pdata[i];

      check_spans (relation->evidence, length);
      g_assert_true (relation->from != APO_FOUND_NONE && relation->to != APO_FOUND_NONE);
      check_index (relation->from, findings->actors);
      check_index (relation->to, findings->actors);
    }
}

static ApoAnalyzer *
get_analyzer (void)
{
  static ApoAnalyzer *analyzer;

  if (analyzer == NULL)
    {
      g_autofree char *data_dir = apo_datadir_dup_path ();

      analyzer = apo_analyzer_new (data_dir);
    }

  return analyzer;
}

static char *
dup_findings (ApoArticle *article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoFindings) findings = NULL;
  g_autoptr (JsonNode) root = NULL;

  findings = apo_analyzer_analyze (get_analyzer (), apo_article_get_text (article), "fr",
                                   APO_DAY_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  check_findings (findings);
  root = apo_findings_to_json (findings, article, NULL, NULL);

  return json_to_string (root, FALSE);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoArticle) article = apo_import_bytes (bytes, "x", &error);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (article == NULL)
    {
      g_assert_true (error != NULL && error->domain == APO_IMPORT_ERROR);
      return 0;
    }

  first = dup_findings (article);
  second = dup_findings (article);
  g_assert_cmpstr (first, ==, second);

  return 0;
}

#ifndef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
/* Texts made of one thing over and over: @before so often, then @after so often. */
typedef struct {
  const char *name;
  const char *before;
  const char *after;
  guint times;
} Monotony;

static const Monotony monotonies[] = {
  { "one-line", "le ministre a dit que la pluie ", "", 10000 },
  { "one-word", "a", "", 300000 },
  { "guillemets", "« ", "", 100000 },
  { "nested-guillemets", "« ", " »", 50000 },
  { "quotation-marks", "\"", "", 100000 },
  { "parentheses", "(", ")", 50000 },
  { "commas", ", ", "", 100000 },
  { "line-feeds", "\n", "", 100000 },
  { "hyphens", "a-", "", 100000 },
  { "apostrophes", "l'", "", 100000 },
  { "capitals", "Paul Martin ", "", 50000 },
  { "que", "que ", "", 100000 },
  { "selon", "selon ", "", 100000 },
  { "numbers", "12 ", "", 100000 },
  { "dates", "le 3 mai 2020 ", "", 20000 },
  { "countries", "la France et ", "", 30000 },
};

static void
test_monotony (gconstpointer data)
{
  const Monotony *monotony = data;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < monotony->times; i++)
    g_string_append (text, monotony->before);
  for (guint i = 0; i < monotony->times; i++)
    g_string_append (text, monotony->after);

  LLVMFuzzerTestOneInput ((const uint8_t *) text->str, text->len);
}

static void
test_random_bytes (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  guint8 bytes[4096];

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    bytes[i] = g_rand_int_range (random, GPOINTER_TO_UINT (data) % 2 == 0 ? 0 : 32,
                                 GPOINTER_TO_UINT (data) % 2 == 0 ? 256 : 127);

  LLVMFuzzerTestOneInput (bytes, sizeof bytes);
}

/* Words of the language in any order, which gets further into the rules than bytes do. */
static void
test_random_words (gconstpointer data)
{
  static const char * const words[] = {
    "le", "la", "de", "du", "des", "que", "qui", "selon", "a", "a-t-il", "dit", "affirmé", ".", ",",
    ":", "«", "»", "\"", "(", ")", "—", "France", "Paris", "Paul", "Durand", "ministre", "ne", "pas",
    "et", "ou", "lundi", "3", "mai", "2020", "dernier", "il", "elle", "ce", "l'", "n'", "\n", "\n\n",
    "ONU", "serait", "aurait", "fera", "accuse", "d'après", "pour", "estimant", "depuis", "entre",
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 2000; i++)
    {
      g_string_append (text, words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
      g_string_append_c (text, ' ');
    }

  LLVMFuzzerTestOneInput ((const uint8_t *) text->str, text->len);
}

static void
test_file (gconstpointer data)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (data, &content, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) content, length);
}

static void
add_corpus (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "analyze", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strconcat ("/fuzz-analyze/corpus/", name, NULL);

      g_test_add_data_func_full (path, g_build_filename (folder, name, NULL), test_file, g_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_corpus ();
  for (guint i = 0; i < G_N_ELEMENTS (monotonies); i++)
    {
      g_autofree char *path = g_strconcat ("/fuzz-analyze/monotony/", monotonies[i].name, NULL);

      g_test_add_data_func (path, &monotonies[i], test_monotony);
    }
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autofree char *bytes = g_strdup_printf ("/fuzz-analyze/random/bytes-%u", seed);
      g_autofree char *words = g_strdup_printf ("/fuzz-analyze/random/words-%u", seed);

      g_test_add_data_func (bytes, GUINT_TO_POINTER (seed), test_random_bytes);
      g_test_add_data_func (words, GUINT_TO_POINTER (seed), test_random_words);
    }

  return g_test_run ();
}
#endif

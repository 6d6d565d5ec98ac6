/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyze-helper.h"

#include <string.h>

static void
check_span (ApoFindings *findings,
            ApoSpan      span)
{
  g_assert_cmpuint (span.start, <=, span.end);
  g_assert_cmpuint (span.end, <=, findings->length);
}

static void
check_spans (ApoFindings *findings,
             GArray      *spans)
{
  for (guint i = 0; i < spans->len; i++)
    check_span (findings, g_array_index (spans, ApoSpan, i));
}

static void
check_index (int        index,
             GPtrArray *array)
{
  g_assert_cmpint (index, >=, APO_FOUND_NONE);
  g_assert_cmpint (index, <, (int) array->len);
}

static void
check_findings (ApoFindings *findings)
{
  check_spans (findings, findings->sentences);
  for (guint i = 0; i < findings->entities->len; i++)
    check_span (findings, g_array_index (findings->entities, ApoFoundEntity, i).span);
  for (guint i = 0; i < findings->actors->len; i++)
    {
      const ApoFoundActor *actor = g_ptr_array_index (findings->actors, i);

      g_assert_cmpuint (actor->mentions->len, >, 0);
      for (guint k = 0; k < actor->mentions->len; k++)
        check_span (findings, g_array_index (actor->mentions, ApoMention, k).span);
    }
  for (guint i = 0; i < findings->claims->len; i++)
    {
      const ApoFoundClaim *claim = g_ptr_array_index (findings->claims, i);

      g_assert_cmpuint (claim->content->len, >, 0);
      check_spans (findings, claim->content);
      check_spans (findings, claim->disclaimers);
      check_span (findings, claim->cue);
      check_span (findings, claim->source);
      check_index (claim->speaker, findings->actors);
      check_index (claim->reported_by, findings->claims);
      check_index (claim->statement_time, findings->times);
      check_index (claim->event_time, findings->times);
      g_assert_cmpint (claim->reported_by, !=, i);
    }
  for (guint i = 0; i < findings->events->len; i++)
    {
      const ApoFoundEvent *event = g_ptr_array_index (findings->events, i);

      check_span (findings, event->span);
      check_index (event->time, findings->times);
      g_assert_cmpint (g_utf8_strlen (event->label, -1), <=, 50);
    }
  for (guint i = 0; i < findings->relations->len; i++)
    {
      const ApoFoundRelation *relation = g_ptr_array_index (findings->relations, i);

      check_index (relation->from, findings->actors);
      check_index (relation->to, findings->actors);
      g_assert_cmpint (relation->from, !=, relation->to);
      check_spans (findings, relation->evidence);
    }
}

/* The times alone are those of a whole analysis. */
static void
check_times (ApoAnalyzer *analyzer,
             ApoText     *text,
             ApoDay       date,
             ApoFindings *whole)
{
  g_autoptr (ApoFindings) times = apo_analyzer_find_times (analyzer, text, "fr", date, NULL, NULL);

  g_assert_cmpuint (times->times->len, ==, whole->times->len);
  for (guint i = 0; i < times->times->len; i++)
    {
      const ApoFoundTime *time = times->times->pdata[i];
      const ApoFoundTime *expected = whole->times->pdata[i];

      g_assert_true (apo_span_equal (time->span, expected->span));
      g_assert_cmpint (time->type, ==, expected->type);
      g_assert_cmpstr (time->value, ==, expected->value);
      g_assert_cmpstr (time->edtf, ==, expected->edtf);
      g_assert_cmpint (time->interval.earliest, ==, expected->interval.earliest);
      g_assert_cmpint (time->range.latest, ==, expected->range.latest);
    }
}

static void
test_times_alone (void)
{
  static const char article[] =
    "La réunion aura lieu lundi. Hier, la ministre a signé l’accord. Le 4 mai 2011, elle avait "
    "refusé.\nÀ la fin de l’année dernière, en hiver, deux mille personnes sont parties. Dans trois "
    "semaines, elle partira. Rien d’autre ici. Elle est venue samedi 29 mai, et le lendemain.\n";
  g_autoptr (ApoAnalyzer) analyzer = apo_analyzer_new (g_getenv ("APOSTILLE_DATADIR"));
  g_autoptr (ApoText) text = apo_text_new (article, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  for (ApoDay date = 15000; date < 15400; date += 37)
    {
      g_autoptr (ApoFindings) whole = apo_analyzer_analyze (analyzer, text, "fr", date, NULL, NULL,
                                                            NULL);

      g_assert_cmpuint (whole->times->len, >=, 6);
      check_times (analyzer, text, date, whole);
    }

  g_cancellable_cancel (cancellable);
  g_assert_null (apo_analyzer_find_times (analyzer, text, "fr", 15000, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (apo_analyzer_find_times (analyzer, text, "xx", 15000, NULL, NULL));
}

/* Whatever is thrown at it, what it finds lies inside the text and hangs together. */
static void
test_property (void)
{
  static const char * const words[] = {
    "Anne", "Morin", "Moscou", "la", "Russie", "a", "dit", "que", "selon", ",", ".", "«", "»", "l’",
    "et", "non", "ministre", "le", "4", "mai", "2011", "hier", "armée", "suédoise", "accuse", "de",
    "-t-il", "ajouté", ":", ";", "\n", "\n\n", "pour", "X", "OTAN", "(", ")", "à", "ses", "yeux",
    "rencontre", "il", "y", "deux", "ans", "?", "estimant", "avoir", "argument", "est", "—",
    "ces", "affirmations", "du", "au", "7", "14", "h", "30", "pourrait", "ne", "pas", "d’",
  };
  g_autoptr (ApoAnalyzer) analyzer = apo_analyzer_new (g_getenv ("APOSTILLE_DATADIR"));
  g_autoptr (GRand) rand = g_rand_new_with_seed (19);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (ApoText) text = NULL;
      g_autoptr (ApoFindings) findings = NULL;

      for (guint i = g_rand_int_range (rand, 0, 120); i > 0; i--)
        {
          g_string_append (string, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
          if (g_rand_int_range (rand, 0, 8) > 0)
            g_string_append_c (string, ' ');
        }

      text = apo_text_new (string->str, -1);
      findings = apo_analyzer_analyze (analyzer, text, "fr", round % 2 == 0 ? 15000 : APO_DAY_NONE,
                                       NULL, NULL, NULL);
      check_findings (findings);
      check_times (analyzer, text, round % 2 == 0 ? 15000 : APO_DAY_NONE, findings);
      g_assert_cmpstr (apo_text_get_string (text), ==, string->str);
    }
}

static void
test_errors (void)
{
  g_autoptr (ApoAnalyzer) analyzer = apo_analyzer_new (g_getenv ("APOSTILLE_DATADIR"));
  g_autoptr (ApoAnalyzer) lost = apo_analyzer_new ("/nowhere");
  g_autoptr (ApoText) text = apo_text_new ("Bonjour.", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  static const char * const languages[] = { "xx", "", "../fr", "f/r" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (apo_analyzer_analyze (analyzer, text, languages[i], APO_DAY_NONE, NULL,
                                           NULL, &error));
      g_assert_error (error, APO_ANALYZER_ERROR, APO_ANALYZER_ERROR_LANGUAGE);
    }

  {
    g_autoptr (GError) error = NULL;

    g_assert_null (apo_analyzer_analyze (lost, text, "fr", APO_DAY_NONE, NULL, NULL, &error));
    g_assert_error (error, APO_ANALYZER_ERROR, APO_ANALYZER_ERROR_LANGUAGE);
  }

  {
    g_autoptr (GError) error = NULL;

    g_cancellable_cancel (cancellable);
    g_assert_null (apo_analyzer_analyze (analyzer, text, "fr", APO_DAY_NONE, NULL,
                                         cancellable, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_progress (void)
{
  g_autoptr (ApoAnalyzer) analyzer = apo_analyzer_new (g_getenv ("APOSTILLE_DATADIR"));
  g_autoptr (ApoText) text = apo_text_new ("Il pleut. Anne Morin dit que tout va bien.", -1);
  g_autoptr (ApoFindings) findings = NULL;
  double last = 0;
  ApoAnalyzerObserver observer = { progress_cb, NULL, &last };

  findings = apo_analyzer_analyze (analyzer, text, "fr-CA", APO_DAY_NONE, &observer, NULL, NULL);
  g_assert_nonnull (findings);
  g_assert_cmpfloat (last, ==, 1);
  g_assert_cmpuint (findings->sentences->len, ==, 2);
}

typedef struct {
  guint n_passes;
  guint n_actors;               /* of the first pass */
  guint n_claims;               /* of the last pass */
} Passes;

static void
pass_cb (ApoFindings *findings,
         gpointer     user_data)
{
  g_autoptr (ApoFindings) owned = findings;
  Passes *passes = user_data;

  g_assert_null (owned->fingerprint);
  check_findings (owned);
  if (passes->n_passes++ == 0)
    {
      g_assert_cmpuint (owned->claims->len, ==, 0);
      passes->n_actors = owned->actors->len;
    }
  passes->n_claims = owned->claims->len;
}

static void
test_passes (void)
{
  g_autoptr (ApoAnalyzer) analyzer = apo_analyzer_new (g_getenv ("APOSTILLE_DATADIR"));
  static const guint n_sentences[] = { 10, 4000 };

  for (guint i = 0; i < G_N_ELEMENTS (n_sentences); i++)
    {
      g_autoptr (GString) string = g_string_new (NULL);
      g_autoptr (ApoText) text = NULL;
      g_autoptr (ApoFindings) findings = NULL;
      Passes passes = { 0 };
      ApoAnalyzerObserver observer = { NULL, pass_cb, &passes };

      for (guint k = 0; k < n_sentences[i]; k++)
        g_string_append (string, "Anne Morin a dit que tout allait bien. ");
      text = apo_text_new (string->str, -1);
      findings = apo_analyzer_analyze (analyzer, text, "fr", APO_DAY_NONE, &observer, NULL, NULL);

      g_assert_nonnull (findings->fingerprint);
      g_assert_cmpuint (passes.n_passes, ==, i == 0 ? 0 : 2);
      g_assert_cmpuint (findings->claims->len, ==, n_sentences[i]);
      if (i > 0)
        {
          g_assert_cmpuint (passes.n_actors, ==, 1);
          g_assert_cmpuint (passes.n_claims, >, 0);
          g_assert_cmpuint (passes.n_claims, <, n_sentences[i]);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analyzer/property", test_property);
  g_test_add_func ("/analyzer/errors", test_errors);
  g_test_add_func ("/analyzer/times-alone", test_times_alone);
  g_test_add_func ("/analyzer/progress", test_progress);
  g_test_add_func ("/analyzer/passes", test_passes);

  return g_test_run ();
}

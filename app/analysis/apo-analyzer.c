/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyzer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-acronyms.h"
#include "apo-actors.h"
#include "apo-bodies.h"
#include "apo-claims.h"
#include "apo-disclaimers.h"
#include "apo-events.h"
#include "apo-linker.h"
#include "apo-metadata.h"
#include "apo-names.h"
#include "apo-relations.h"
#include "apo-roles.h"
#include "apo-syntax.h"
#include "apo-stances.h"
#include "apo-times.h"

/* Progress is told at most this often, in microseconds. */
#define PROGRESS_INTERVAL 100000

/* A text of more words than this is published in passes: its actors, then what its beginning says. */
#define PASS_WORDS 10000

struct _ApoAnalyzer {
  GObject parent_instance;

  char *data_dir;
  GHashTable *rules;            /* (element-type utf8 ApoRules) by language */
  gint64 stage_times[APO_N_STAGES]; /* of the last analysis, in microseconds */
  gint64 stage_start;
};

G_DEFINE_FINAL_TYPE (ApoAnalyzer, apo_analyzer, G_TYPE_OBJECT)

G_DEFINE_QUARK (apo-analyzer-error-quark, apo_analyzer_error)

typedef struct {
  const ApoAnalyzerObserver *observer; /* (nullable) */
  gint64 last;
} Progress;

static void
apo_analyzer_finalize (GObject *object)
{
  ApoAnalyzer *self = APO_ANALYZER (object);

  g_free (self->data_dir);
  g_hash_table_unref (self->rules);

  G_OBJECT_CLASS (apo_analyzer_parent_class)->finalize (object);
}

static void
apo_analyzer_class_init (ApoAnalyzerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = apo_analyzer_finalize;
}

static void
apo_analyzer_init (ApoAnalyzer *self)
{
  self->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) apo_rules_free);
}

/* What went by since the end of the stage before is the time of this one. */
static void
end_stage (ApoAnalyzer *self,
           ApoStage     stage)
{
  gint64 now = g_get_monotonic_time ();

  self->stage_times[stage] += now - self->stage_start;
  self->stage_start = now;
}

static void
start_stages (ApoAnalyzer *self)
{
  memset (self->stage_times, 0, sizeof self->stage_times);
  self->stage_start = g_get_monotonic_time ();
}

static void
report (Progress *progress,
        double    fraction)
{
  gint64 now = g_get_monotonic_time ();

  if (progress->observer == NULL || progress->observer->progress == NULL
      || (fraction < 1 && now - progress->last < PROGRESS_INTERVAL))
    return;

  progress->last = now;
  progress->observer->progress (fraction, progress->observer->data);
}

static void
publish (Progress    *progress,
         ApoFindings *findings)
{
  if (progress->observer != NULL && progress->observer->pass != NULL
      && findings->n_words > PASS_WORDS)
    progress->observer->pass (apo_findings_copy (findings), progress->observer->data);
}

static const ApoRules *
load_rules (ApoAnalyzer  *self,
            const char   *language,
            GError      **error)
{
  gsize length = strcspn (language, "-_");
  g_autofree char *code = g_ascii_strdown (language, length);
  g_autofree char *folder = g_build_filename (self->data_dir, "lang", code, NULL);
  g_autoptr (ApoLanguagePack) pack = NULL;
  g_autoptr (GError) local = NULL;
  ApoRules *rules = g_hash_table_lookup (self->rules, code);

  if (rules != NULL)
    return rules;

  for (const char *p = code; *p != '\0'; p++)
    if (!g_ascii_isalpha (*p))
      code[0] = '\0';

  if (code[0] == '\0' || !g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, APO_ANALYZER_ERROR, APO_ANALYZER_ERROR_LANGUAGE,
                   _("There is nothing to read the language “%s” with."), language);
      return NULL;
    }

  pack = apo_language_pack_load (folder, &local);
  if (pack != NULL)
    rules = apo_rules_new (pack, &local);
  if (rules == NULL)
    {
      g_set_error_literal (error, APO_ANALYZER_ERROR, APO_ANALYZER_ERROR_DATA, local->message);
      return NULL;
    }

  g_hash_table_insert (self->rules, g_steal_pointer (&code), rules);

  return rules;
}

static void
copy_sentences (ApoReading *reading)
{
  for (guint i = 0; i < reading->tokens->sentences->len; i++)
    {
      ApoSpan span = apo_reading_get_span (reading, g_array_index (reading->tokens->sentences,
                                                                   ApoSpan, i));

      g_array_append_val (reading->findings->sentences, span);
    }
}

/* What the models of the language make of each word, if it has any. */
static gboolean
read_syntax (ApoReading    *reading,
             GCancellable  *cancellable,
             GError       **error)
{
  const ApoSyntax *syntax = apo_language_pack_get_syntax (reading->rules->pack);

  for (guint i = 0; syntax != NULL && i < reading->tokens->sentences->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      apo_syntax_annotate (syntax, reading->tokens, i);
    }

  return TRUE;
}

static gboolean
find_by_sentence (ApoAnalyzer   *self,
                  ApoReading    *reading,
                  Progress      *progress,
                  GCancellable  *cancellable,
                  GError       **error)
{
  ApoSpeakers speakers = { APO_FOUND_NONE, APO_FOUND_NONE };
  guint n = reading->tokens->sentences->len;
  guint before = 0, here = 0;
  gboolean published = FALSE;

  for (guint i = 0; i < n; i++)
    {
      ApoSpan sentence = g_array_index (reading->tokens->sentences, ApoSpan, i);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      before = here;
      here = reading->findings->claims->len;
      apo_claims_find (reading, sentence, &speakers);
      apo_disclaimers_find (reading, sentence, before);
      end_stage (self, APO_STAGE_CLAIMS);
      apo_events_find (reading, sentence);
      end_stage (self, APO_STAGE_EVENTS);
      apo_relations_find (reading, sentence);
      end_stage (self, APO_STAGE_RELATIONS);
      report (progress, 0.4 + 0.5 * i / n);
      if (!published && sentence.end > PASS_WORDS)
        {
          publish (progress, reading->findings);
          published = TRUE;
        }
    }

  return TRUE;
}

/**
 * apo_analyzer_new:
 * @data_dir: the data folder, which holds `lang/`
 */
ApoAnalyzer *
apo_analyzer_new (const char *data_dir)
{
  ApoAnalyzer *self = g_object_new (APO_TYPE_ANALYZER, NULL);

  self->data_dir = g_strdup (data_dir);

  return self;
}

/**
 * apo_analyzer_analyze:
 * @language: BCP 47
 * @date: what relative times hang on, or %APO_DAY_NONE for the date that the text gives itself
 * @observer: (nullable) (scope call):
 * @cancellable: (nullable): looked at before each sentence
 *
 * Reads @text.  Time and memory are linear in its length.
 *
 * Returns: (transfer full) (nullable): what was found, or an #ApoAnalyzerError or
 * %G_IO_ERROR_CANCELLED
 */
ApoFindings *
apo_analyzer_analyze (ApoAnalyzer                *analyzer,
                      ApoText                    *text,
                      const char                 *language,
                      ApoDay                      date,
                      const ApoAnalyzerObserver  *observer,
                      GCancellable               *cancellable,
                      GError                    **error)
{
  g_autoptr (ApoFindings) findings = NULL;
  g_autoptr (ApoReading) reading = NULL;
  const ApoRules *rules;
  Progress p = { observer, 0 };

  g_return_val_if_fail (APO_IS_ANALYZER (analyzer), NULL);
  g_return_val_if_fail (language != NULL, NULL);

  rules = load_rules (analyzer, language, error);
  if (rules == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  start_stages (analyzer);
  findings = apo_findings_new ();
  findings->language = g_strdup (language);
  findings->length = apo_text_get_length (text);
  findings->n_words = apo_text_count_words (text);

  reading = apo_reading_new (text, rules, findings, date);
  copy_sentences (reading);
  apo_metadata_find (reading);
  end_stage (analyzer, APO_STAGE_TOKENS);
  if (!read_syntax (reading, cancellable, error))
    return NULL;
  end_stage (analyzer, APO_STAGE_SYNTAX);
  report (&p, 0.1);
  apo_names_find (reading);
  apo_acronyms_find (reading);
  apo_bodies_find (reading);
  apo_roles_find (reading);
  end_stage (analyzer, APO_STAGE_NAMES);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  apo_actors_find (reading);
  end_stage (analyzer, APO_STAGE_ACTORS);
  publish (&p, findings);
  report (&p, 0.2);
  apo_times_find (reading);
  end_stage (analyzer, APO_STAGE_TIMES);
  report (&p, 0.4);
  if (!find_by_sentence (analyzer, reading, &p, cancellable, error))
    return NULL;

  apo_stances_find (reading);
  apo_linker_link (reading);
  apo_actors_finish (reading);
  findings->fingerprint = g_strdup (apo_language_pack_get_fingerprint (rules->pack));
  end_stage (analyzer, APO_STAGE_LINKS);
  report (&p, 1);

  return g_steal_pointer (&findings);
}

/* Whether a time was found in a sentence. */
static gboolean
has_time (const ApoReading *reading,
          ApoSpan           sentence)
{
  for (guint i = sentence.start; i < sentence.end; i++)
    if (reading->time_at[i] >= 0)
      return TRUE;

  return FALSE;
}

/* Forgets the times that were found. */
static void
forget_times (ApoReading *reading)
{
  g_ptr_array_set_size (reading->findings->times, 0);
  for (guint i = 0; i < reading->tokens->tokens->len; i++)
    reading->time_at[i] = -1;
}

/**
 * apo_analyzer_find_times:
 * @language: BCP 47
 * @date: what relative times hang on, or %APO_DAY_NONE for the date that the text gives itself
 * @cancellable: (nullable): looked at before each sentence
 *
 * Finds the times of @text and what they stand for, and nothing else: what is to be known when the
 * date of an article changes.  Only the sentences in which there are any are read closely, so that
 * this takes a small part of an analysis.
 *
 * Returns: (transfer full) (nullable): findings with times alone, or an #ApoAnalyzerError or
 * %G_IO_ERROR_CANCELLED
 */
ApoFindings *
apo_analyzer_find_times (ApoAnalyzer   *analyzer,
                         ApoText       *text,
                         const char    *language,
                         ApoDay         date,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (ApoFindings) findings = apo_findings_new ();
  g_autoptr (ApoReading) reading = NULL;
  const ApoRules *rules = load_rules (analyzer, language, error);
  const ApoSyntax *syntax;

  if (rules == NULL)
    return NULL;

  reading = apo_reading_new (text, rules, findings, date);
  apo_metadata_find (reading);
  apo_times_find (reading);
  syntax = apo_language_pack_get_syntax (rules->pack);
  for (guint i = 0; syntax != NULL && i < reading->tokens->sentences->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (has_time (reading, g_array_index (reading->tokens->sentences, ApoSpan, i)))
        apo_syntax_annotate (syntax, reading->tokens, i);
    }
  if (syntax != NULL)
    {
      forget_times (reading);
      apo_times_find (reading);
    }

  return g_steal_pointer (&findings);
}

/**
 * apo_analyzer_get_stage_time:
 *
 * Returns: how long the last analysis took over this part of it, in microseconds
 */
gint64
apo_analyzer_get_stage_time (ApoAnalyzer *analyzer,
                             ApoStage     stage)
{
  g_return_val_if_fail (APO_IS_ANALYZER (analyzer), 0);
  g_return_val_if_fail (stage < APO_N_STAGES, 0);

  return analyzer->stage_times[stage];
}

const char *
apo_stage_to_string (ApoStage stage)
{
  static const char * const names[APO_N_STAGES] = {
    "tokens", "syntax", "names", "actors", "times", "claims", "events", "relations", "links",
  };

  g_return_val_if_fail (stage < APO_N_STAGES, NULL);

  return names[stage];
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analysis.h"

#include "apo-analyzer.h"
#include "apo-datadir.h"
#include "apo-edit.h"
#include "apo-session-adopt.h"

#define POLL_MS 100

/* The first frame with the text in it need not share the computer with the reading of it. */
#define START_DELAY_MS 80

/* What was found is adopted a part at a time: so much every so often, so that no frame waits. */
#define ADOPT_STEPS 600
#define ADOPT_MS 8

/* What a text too short to tell is read as. */
#define DEFAULT_LANGUAGE "fr"

/* What the worker gets; nothing in it is touched by anybody else but the progress. */
typedef struct {
  ApoAnalysis *analysis;        /* borrowed from the task; only handed back to the main thread */
  guint serial;
  ApoText *text;
  char *language;
  ApoDay date;
  int *progress;                /* thousandths, atomic, shared with the main thread */
} Job;

/* A part of the findings on its way to the main thread. */
typedef struct {
  ApoAnalysis *analysis;
  guint serial;
  ApoFindings *findings;
} Pass;

struct _ApoAnalysis {
  GObject parent_instance;

  ApoSession *session;
  ApoText *text;                /* (nullable) what is read, or was last */
  GCancellable *cancellable;
  guint serial;
  guint date_serial;            /* of the last change of the date */
  gboolean running;
  gboolean renewing;            /* what is found is shown, not taken */
  double progress;
  int *shared_progress;         /* atomic reference counted box */
  guint poll_source;
  Job *waiting;                 /* (nullable) that will be started by: */
  guint start_source;

  ApoSlowAdoption *adoption;    /* (nullable) of what was found last */
  gboolean whole;               /* that is all */
  guint adopt_source;
};

G_DEFINE_FINAL_TYPE (ApoAnalysis, apo_analysis, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_RUNNING,
  PROP_PROGRESS,
  N_PROPS
};

enum {
  SIGNAL_FAILED,
  SIGNAL_RENEWED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
job_free (Job *job)
{
  apo_text_unref (job->text);
  g_free (job->language);
  g_clear_pointer (&job->progress, g_atomic_rc_box_release);
  g_free (job);
}

/* A job on the article as it is now. */
static Job *
job_new (ApoAnalysis *self,
         ApoDay       date)
{
  ApoArticle *article = apo_dossier_get_article (apo_session_get_dossier (self->session));
  Job *job = g_new0 (Job, 1);

  job->analysis = self;
  job->text = apo_text_ref (apo_article_get_text (article));
  job->language = g_strdup (*apo_article_get_language (article) != '\0'
                            ? apo_article_get_language (article) : DEFAULT_LANGUAGE);
  job->date = date;

  return job;
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  Job *job = user_data;

  g_atomic_int_set (job->progress, (int) (fraction * 1000));
}

static void
pass_free (Pass *pass)
{
  g_object_unref (pass->findings);
  g_object_unref (pass->analysis);
  g_free (pass);
}

/* What was read may have been replaced by another version meanwhile, or that have been undone. */
static gboolean
is_of_article (ApoAnalysis *self)
{
  ApoArticle *article = apo_dossier_get_article (apo_session_get_dossier (self->session));

  return article != NULL && apo_article_get_text (article) == self->text;
}

static void
set_running (ApoAnalysis *self,
             gboolean     running)
{
  if (!running)
    g_clear_handle_id (&self->poll_source, g_source_remove);
  if (self->running == running)
    return;

  self->running = running;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RUNNING]);
}

/* Forgets a run that was not started yet. */
static void
stop_waiting (ApoAnalysis *self)
{
  g_clear_handle_id (&self->start_source, g_source_remove);
  g_clear_pointer (&self->waiting, job_free);
}

static void
stop_adopting (ApoAnalysis *self)
{
  g_clear_handle_id (&self->adopt_source, g_source_remove);
  g_clear_pointer (&self->adoption, apo_slow_adoption_free);
}

static gboolean
adopt_cb (gpointer user_data)
{
  g_autoptr (ApoAnalysis) self = g_object_ref (user_data);

  if (is_of_article (self) && !apo_slow_adoption_step (self->adoption, ADOPT_STEPS))
    return G_SOURCE_CONTINUE;

  self->adopt_source = 0;
  stop_adopting (self);
  if (self->whole)
    set_running (self, FALSE);

  return G_SOURCE_REMOVE;
}

/* What is found later says all that was found before, too. */
static void
start_adopting (ApoAnalysis *self,
                ApoFindings *findings,
                gboolean     whole)
{
  stop_adopting (self);
  self->adoption = apo_slow_adoption_new (self->session, findings, whole);
  self->whole = whole;
  self->adopt_source = g_timeout_add (ADOPT_MS, adopt_cb, self);
}

static gboolean
take_pass_cb (gpointer user_data)
{
  Pass *pass = user_data;

  if (pass->serial == pass->analysis->serial && pass->analysis->session != NULL
      && !pass->analysis->renewing)
    start_adopting (pass->analysis, pass->findings, FALSE);

  return G_SOURCE_REMOVE;
}

static void
pass_cb (ApoFindings *findings,
         gpointer     user_data)
{
  Job *job = user_data;
  Pass *pass = g_new0 (Pass, 1);

  pass->analysis = g_object_ref (job->analysis);
  pass->serial = job->serial;
  pass->findings = findings;
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, take_pass_cb, pass,
                              (GDestroyNotify) pass_free);
}

static void
analyze_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *data_dir = apo_datadir_dup_path ();
  g_autoptr (ApoAnalyzer) analyzer = apo_analyzer_new (data_dir);
  GError *error = NULL;
  ApoAnalyzerObserver observer = { progress_cb, pass_cb, job };
  ApoFindings *findings = apo_analyzer_analyze (analyzer, job->text, job->language, job->date,
                                                &observer, cancellable, &error);

  if (findings != NULL)
    g_task_return_pointer (task, findings, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
analyzed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  ApoAnalysis *self = APO_ANALYSIS (source);
  guint serial = GPOINTER_TO_UINT (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoFindings) findings = g_task_propagate_pointer (G_TASK (result), &error);

  if (serial != self->serial || self->session == NULL)
    return;

  if (findings != NULL && !self->renewing)
    {
      start_adopting (self, findings, TRUE);
      return;
    }

  stop_adopting (self);
  set_running (self, FALSE);
  if (findings != NULL && is_of_article (self) && self->renewing)
    g_signal_emit (self, signals[SIGNAL_RENEWED], 0, findings);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
find_times_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *data_dir = apo_datadir_dup_path ();
  g_autoptr (ApoAnalyzer) analyzer = apo_analyzer_new (data_dir);
  GError *error = NULL;
  ApoFindings *findings = apo_analyzer_find_times (analyzer, job->text, job->language, job->date,
                                                   cancellable, &error);

  if (findings != NULL)
    g_task_return_pointer (task, findings, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Where nothing reads the language of the article, the date changes alone. */
static void
times_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  ApoAnalysis *self = APO_ANALYSIS (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (ApoFindings) times = g_task_propagate_pointer (G_TASK (result), NULL);
  ApoHistory *history;
  ApoArticle *article;

  if (job->serial != self->date_serial || self->session == NULL)
    return;

  history = apo_session_get_history (self->session);
  article = apo_dossier_get_article (apo_session_get_dossier (self->session));
  if (apo_article_get_text (article) != job->text)
    return;

  if (times != NULL)
    apo_edit_set_date_and_times (history, article, job->date, times);
  else
    apo_edit_set_date (history, article, job->date);
}

static gboolean
poll_cb (gpointer user_data)
{
  ApoAnalysis *self = user_data;

  self->progress = g_atomic_int_get (self->shared_progress) / 1000.;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROGRESS]);

  return G_SOURCE_CONTINUE;
}

static void
apo_analysis_dispose (GObject *object)
{
  ApoAnalysis *self = APO_ANALYSIS (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->poll_source, g_source_remove);
  stop_waiting (self);
  stop_adopting (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->text, apo_text_unref);
  g_clear_pointer (&self->shared_progress, g_atomic_rc_box_release);

  G_OBJECT_CLASS (apo_analysis_parent_class)->dispose (object);
}

static void
apo_analysis_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ApoAnalysis *self = APO_ANALYSIS (object);

  switch (prop_id)
    {
    case PROP_RUNNING:
      g_value_set_boolean (value, self->running);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_analysis_class_init (ApoAnalysisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = apo_analysis_dispose;
  object_class->get_property = apo_analysis_get_property;

  props[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", APO_TYPE_ANALYSIS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_RENEWED] =
    g_signal_new ("renewed", APO_TYPE_ANALYSIS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, APO_TYPE_FINDINGS);
}

static void
apo_analysis_init (ApoAnalysis *self)
{
}

/**
 * apo_analysis_new:
 *
 * Returns: (transfer full): an analysis that was not started
 */
ApoAnalysis *
apo_analysis_new (ApoSession *session)
{
  ApoAnalysis *self = g_object_new (APO_TYPE_ANALYSIS, NULL);

  self->session = g_object_ref (session);

  return self;
}

static gboolean
run_cb (gpointer user_data)
{
  ApoAnalysis *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, analyzed_cb,
                                       GUINT_TO_POINTER (self->serial));

  self->start_source = 0;
  g_task_set_task_data (task, g_steal_pointer (&self->waiting), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, analyze_thread);

  return G_SOURCE_REMOVE;
}

static void
start (ApoAnalysis *analysis,
       gboolean     renewing)
{
  ApoArticle *article = apo_dossier_get_article (apo_session_get_dossier (analysis->session));
  Job *job = job_new (analysis, apo_article_get_date (article));

  apo_analysis_cancel (analysis);
  analysis->cancellable = g_cancellable_new ();
  analysis->serial++;
  g_clear_pointer (&analysis->text, apo_text_unref);
  analysis->text = apo_text_ref (apo_article_get_text (article));
  analysis->renewing = renewing;
  analysis->progress = 0;
  analysis->shared_progress = g_atomic_rc_box_new0 (int);

  job->serial = analysis->serial;
  job->progress = g_atomic_rc_box_acquire (analysis->shared_progress);

  analysis->waiting = job;
  analysis->start_source = g_timeout_add (START_DELAY_MS, run_cb, analysis);
  analysis->poll_source = g_timeout_add (POLL_MS, poll_cb, analysis);
  set_running (analysis, TRUE);
}

/**
 * apo_analysis_start:
 *
 * Starts a run; one that is under way is dropped.
 */
void
apo_analysis_start (ApoAnalysis *analysis)
{
  start (analysis, FALSE);
}

/**
 * apo_analysis_renew:
 *
 * Starts a run of which nothing is taken: what it finds is told by `renewed`.
 */
void
apo_analysis_renew (ApoAnalysis *analysis)
{
  start (analysis, TRUE);
}

/**
 * apo_analysis_set_date:
 * @date: when the article appeared, or %APO_DAY_NONE
 *
 * Changes the date of the article in one command with the times that hang on it, which are read
 * anew in a worker; of several changes in a row the last one counts.
 */
void
apo_analysis_set_date (ApoAnalysis *analysis,
                       ApoDay       date)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  analysis->date_serial++;
  if (analysis->running)
    {
      /* what is being found was to be seen from the old date */
      apo_edit_set_date (apo_session_get_history (analysis->session),
                         apo_dossier_get_article (apo_session_get_dossier (analysis->session)),
                         date);
      start (analysis, analysis->renewing);
      return;
    }

  job = job_new (analysis, date);
  job->serial = analysis->date_serial;
  task = g_task_new (analysis, NULL, times_found_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, find_times_thread);
}

/**
 * apo_analysis_cancel:
 *
 * Stops the run that is under way; no more of it is taken.
 */
void
apo_analysis_cancel (ApoAnalysis *analysis)
{
  if (analysis->cancellable != NULL)
    g_cancellable_cancel (analysis->cancellable);
  g_clear_object (&analysis->cancellable);
  g_clear_pointer (&analysis->shared_progress, g_atomic_rc_box_release);
  analysis->serial++;
  stop_waiting (analysis);
  stop_adopting (analysis);
  set_running (analysis, FALSE);
}

gboolean
apo_analysis_is_running (ApoAnalysis *analysis)
{
  return analysis->running;
}

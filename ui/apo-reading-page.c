/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reading-page.h"

struct _ApoReadingPage {
  GtkBox parent_instance;

  GtkProgressBar *progress;
  ApoAnalysis *analysis;        /* (nullable) */
  GBindingGroup *bindings;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (ApoReadingPage, apo_reading_page, GTK_TYPE_BOX)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
running_cb (ApoReadingPage *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
apo_reading_page_dispose (GObject *object)
{
  ApoReadingPage *self = APO_READING_PAGE (object);

  g_clear_object (&self->bindings);
  g_clear_object (&self->signals);
  g_clear_object (&self->analysis);

  G_OBJECT_CLASS (apo_reading_page_parent_class)->dispose (object);
}

static void
apo_reading_page_class_init (ApoReadingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_reading_page_dispose;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", APO_TYPE_READING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-reading-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoReadingPage, progress);
}

static void
apo_reading_page_init (ApoReadingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "progress", self->progress, "fraction",
                        G_BINDING_SYNC_CREATE);
  self->signals = g_signal_group_new (APO_TYPE_ANALYSIS);
  g_signal_group_connect_swapped (self->signals, "notify::running", G_CALLBACK (running_cb), self);
}

/**
 * apo_reading_page_set_analysis:
 * @analysis: (nullable): whose progress is shown
 */
void
apo_reading_page_set_analysis (ApoReadingPage *page,
                               ApoAnalysis    *analysis)
{
  if (!g_set_object (&page->analysis, analysis))
    return;

  g_binding_group_set_source (page->bindings, analysis);
  g_signal_group_set_target (page->signals, analysis);
  running_cb (page);
}

/**
 * apo_reading_page_is_reading:
 *
 * Returns: whether the analysis is under way
 */
gboolean
apo_reading_page_is_reading (ApoReadingPage *page)
{
  return page->analysis != NULL && apo_analysis_is_running (page->analysis);
}

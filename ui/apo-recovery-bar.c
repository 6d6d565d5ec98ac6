/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-recovery-bar.h"

#include <glib/gi18n.h>

#include "apo-dialogs.h"
#include "apo-moment.h"
#include "apo-notice-layout.h"
#include "apo-wrap-layout.h"

struct _ApoRecoveryBar {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkWidget *box;
  GtkLabel *sentence;
  GtkLabel *remark;
  GtkWidget *show_button;
  GtkWidget *recover_button;

  GPtrArray *recoveries;        /* (nullable) ApoRecovery, the first is offered */
};

G_DEFINE_FINAL_TYPE (ApoRecoveryBar, apo_recovery_bar, ADW_TYPE_BIN)

enum {
  SIGNAL_RECOVERED,
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ApoRecovery *
get_first (ApoRecoveryBar *self)
{
  return self->recoveries != NULL && self->recoveries->len > 0 ? self->recoveries->pdata[0] : NULL;
}

/* One sentence: what can come back, or why nothing can. */
static char *
dup_sentence (ApoRecovery *recovery)
{
  g_autofree char *moment = NULL;

  if (recovery->n_changes == 0)
    return g_strdup (recovery->problem);

  moment = apo_moment_dup_label (recovery->time, g_get_real_time ());

  /* Translators: the number of changes, the name of the dossier, the time or the day and time */
  return g_strdup_printf (ngettext ("%u change of “%s” from %s can be recovered.",
                                    "%u changes of “%s” from %s can be recovered.",
                                    recovery->n_changes),
                          recovery->n_changes, recovery->name, moment);
}

/* What else there is to know: that not all can be read, and that more dossiers wait. */
static char *
dup_remark (ApoRecoveryBar *self)
{
  ApoRecovery *recovery = get_first (self);
  guint n_more = self->recoveries->len - 1;
  g_autofree char *more = NULL;

  if (n_more > 0)
    /* Translators: dossiers with changes that can be recovered */
    more = g_strdup_printf (ngettext ("%u more dossier waits.", "%u more dossiers wait.", n_more),
                            n_more);
  if (recovery->n_changes > 0 && recovery->problem != NULL)
    return g_strjoin (" ", recovery->problem, more, NULL);

  return g_strdup (more != NULL ? more : "");
}

static void
update (ApoRecoveryBar *self)
{
  ApoRecovery *recovery = get_first (self);
  g_autofree char *sentence = NULL;
  g_autofree char *remark = NULL;

  /* what is not revealed would still ask for its width */
  gtk_widget_set_visible (GTK_WIDGET (self), recovery != NULL);
  gtk_revealer_set_reveal_child (self->revealer, recovery != NULL);
  if (recovery == NULL)
    return;

  sentence = dup_sentence (recovery);
  remark = dup_remark (self);
  gtk_label_set_text (self->sentence, sentence);
  gtk_label_set_text (self->remark, remark);
  gtk_widget_set_visible (GTK_WIDGET (self->remark), *remark != '\0');
  gtk_widget_set_visible (self->show_button, recovery->n_changes > 0);
  gtk_widget_set_visible (self->recover_button, recovery->n_changes > 0);
}

/* The one that is offered is settled: the next one is. */
static void
drop_first (ApoRecoveryBar *self)
{
  g_ptr_array_remove_index (self->recoveries, 0);
  update (self);
}

static void
recovered_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (ApoRecoveryBar) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoSession) session = apo_recovery_recover_finish (result, &error);

  gtk_widget_set_sensitive (self->box, TRUE);
  if (session != NULL)
    {
      drop_first (self);
      g_signal_emit (self, signals[SIGNAL_RECOVERED], 0, session);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

/* Whether there is something to do: a button that a key has pressed is clicked a moment later, when
 * what it was pressed for may be done or under way. */
static gboolean
is_ready (ApoRecoveryBar *self)
{
  return get_first (self) != NULL && gtk_widget_get_sensitive (self->box);
}

static void
recover_cb (ApoRecoveryBar *self)
{
  if (!is_ready (self))
    return;

  gtk_widget_set_sensitive (self->box, FALSE);
  apo_recovery_recover_async (get_first (self), NULL, recovered_cb, g_object_ref (self));
}

static void
shown_answer_cb (const char *answer,
                 gpointer    user_data)
{
  ApoRecoveryBar *self = user_data;

  if (g_str_equal (answer, "recover"))
    recover_cb (self);
}

static void
show_cb (ApoRecoveryBar *self)
{
  ApoRecovery *recovery = get_first (self);
  g_autofree char *sentence = NULL;

  if (!is_ready (self))
    return;

  sentence = dup_sentence (recovery);
  apo_dialogs_show_changes (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), sentence,
                            (const char *const *) recovery->changes, shown_answer_cb, self);
}

static void
discard_answer_cb (const char *answer,
                   gpointer    user_data)
{
  ApoRecoveryBar *self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (answer, "accept") || !is_ready (self))
    return;

  if (apo_recovery_discard (get_first (self), &error))
    drop_first (self);
  else
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
discard_cb (ApoRecoveryBar *self)
{
  g_autofree char *body = NULL;

  if (!is_ready (self))
    return;

  body = g_strdup_printf (_("What was not saved of “%s” cannot be recovered any more after that."),
                          get_first (self)->name);
  apo_dialogs_confirm (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                       _("Discard the changes?"), body, _("_Discard"), discard_answer_cb, self);
}

static void
apo_recovery_bar_finalize (GObject *object)
{
  g_clear_pointer (&APO_RECOVERY_BAR (object)->recoveries, g_ptr_array_unref);

  G_OBJECT_CLASS (apo_recovery_bar_parent_class)->finalize (object);
}

static void
apo_recovery_bar_class_init (ApoRecoveryBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = apo_recovery_bar_finalize;

  signals[SIGNAL_RECOVERED] =
    g_signal_new ("recovered", APO_TYPE_RECOVERY_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, APO_TYPE_SESSION);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", APO_TYPE_RECOVERY_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (APO_TYPE_NOTICE_LAYOUT);
  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-recovery-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoRecoveryBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, ApoRecoveryBar, box);
  gtk_widget_class_bind_template_child (widget_class, ApoRecoveryBar, sentence);
  gtk_widget_class_bind_template_child (widget_class, ApoRecoveryBar, remark);
  gtk_widget_class_bind_template_child (widget_class, ApoRecoveryBar, show_button);
  gtk_widget_class_bind_template_child (widget_class, ApoRecoveryBar, recover_button);
  gtk_widget_class_bind_template_callback (widget_class, recover_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
apo_recovery_bar_init (ApoRecoveryBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_recovery_bar_set_recoveries:
 * @recoveries: (element-type ApoRecovery): what is offered from now on; the bar removes from it
 *   what is settled
 */
void
apo_recovery_bar_set_recoveries (ApoRecoveryBar *bar,
                                 GPtrArray      *recoveries)
{
  g_clear_pointer (&bar->recoveries, g_ptr_array_unref);
  bar->recoveries = g_ptr_array_ref (recoveries);
  update (bar);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-notice.h"

#include "apo-notice-layout.h"

struct _ApoNotice {
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel *sentence;
  GtkButton *button;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (ApoNotice, apo_notice, ADW_TYPE_BIN)

enum {
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
close_cb (ApoNotice *self)
{
  apo_notice_hide (self);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
apo_notice_class_init (ApoNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_CLOSED] =
    g_signal_new ("closed", APO_TYPE_NOTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  g_type_ensure (APO_TYPE_NOTICE_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoNotice, revealer);
  gtk_widget_class_bind_template_child (widget_class, ApoNotice, sentence);
  gtk_widget_class_bind_template_child (widget_class, ApoNotice, button);
  gtk_widget_class_bind_template_child (widget_class, ApoNotice, close);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
apo_notice_init (ApoNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_notice_show:
 * @button: the label of the button, with its mnemonic
 * @action: what it does
 * @can_close: whether the reader may put the line away
 */
void
apo_notice_show (ApoNotice  *notice,
                 const char *sentence,
                 const char *button,
                 const char *action,
                 gboolean    can_close)
{
  gtk_label_set_text (notice->sentence, sentence);
  gtk_button_set_label (notice->button, button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (notice->button), action);
  gtk_widget_set_visible (notice->close, can_close);
  gtk_revealer_set_reveal_child (notice->revealer, TRUE);
}

void
apo_notice_hide (ApoNotice *notice)
{
  gtk_revealer_set_reveal_child (notice->revealer, FALSE);
}

/**
 * apo_notice_get_sentence:
 *
 * Returns: (transfer none) (nullable): what it says, if it is shown
 */
const char *
apo_notice_get_sentence (ApoNotice *notice)
{
  return gtk_revealer_get_reveal_child (notice->revealer) ? gtk_label_get_text (notice->sentence)
                                                          : NULL;
}

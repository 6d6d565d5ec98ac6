/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-bar.h"

struct _ApoReaderBar {
  GtkPopover parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoReaderBar, apo_reader_bar, GTK_TYPE_POPOVER)

static void
apo_reader_bar_class_init (ApoReaderBarClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/org/apostille/Apostille/ui/apo-reader-bar.ui");
}

static void
apo_reader_bar_init (ApoReaderBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_reader_bar_new:
 * @parent: what it is shown over, which has the actions, and presents and unparents it
 *
 * Returns: (transfer none): a bar that is not shown yet
 */
ApoReaderBar *
apo_reader_bar_new (GtkWidget *parent)
{
  ApoReaderBar *self = g_object_new (APO_TYPE_READER_BAR, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);

  return self;
}

/**
 * apo_reader_bar_present:
 * @place: where the selected words end, in pixels of the parent
 */
void
apo_reader_bar_present (ApoReaderBar       *bar,
                        const GdkRectangle *place)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (bar), place);
  gtk_popover_popup (GTK_POPOVER (bar));
}

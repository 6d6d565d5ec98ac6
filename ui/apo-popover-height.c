/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-popover-height.h"

/**
 * apo_popover_height_get_width:
 * @popover: a #GtkPopover that is being measured
 * @for_size: for which size
 *
 * GTK measures the height of what is in a popover for the width that it has together with its
 * shadow, so that lines that wrap in less than that are cut off below.
 *
 * Returns: for which size to measure it instead
 */
int
apo_popover_height_get_width (GtkWidget      *popover,
                              GtkOrientation  orientation,
                              int             for_size)
{
  GtkWidget *contents = gtk_widget_get_first_child (popover);
  int with_shadow;
  int without;
  int least;

  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0 || contents == NULL)
    return for_size;

  gtk_widget_measure (popover, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &with_shadow, NULL, NULL);
  gtk_widget_measure (contents, GTK_ORIENTATION_HORIZONTAL, -1, &least, &without, NULL, NULL);

  return MAX (for_size - MAX (with_shadow - without, 0), least);
}

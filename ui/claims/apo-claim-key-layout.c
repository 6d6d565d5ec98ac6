/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-key-layout.h"

#define SPACING 6

struct _ApoClaimKeyLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoClaimKeyLayout, apo_claim_key_layout, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_row (GtkWidget *widget,
             int       *minimum,
             int       *natural)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int space = gtk_widget_get_prev_sibling (child) != NULL ? SPACING : 0;
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *natural += child_natural + space;
      if (gtk_widget_get_next_sibling (child) != NULL)
        *minimum += child_minimum + space;
    }
}

static void
apo_claim_key_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  *minimum = 0;
  *natural = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_row (widget, minimum, natural);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* The widths of all but the last widget, and of the last one if it fits, -1 if not. */
static int
fit_row (GtkWidget *widget,
         int        width,
         int       *last_width)
{
  int minimum = 0;
  int natural = 0;
  int last;

  measure_row (widget, &minimum, &natural);
  gtk_widget_measure (gtk_widget_get_last_child (widget), GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &last, NULL, NULL);
  *last_width = natural <= width ? last : -1;

  return MIN (natural - last - SPACING, width);
}

static void
place (GtkWidget *widget,
       GtkWidget *child,
       int        x,
       int        width,
       int        height)
{
  GtkAllocation allocation = { x, 0, width, height };

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    allocation.x = gtk_widget_get_width (widget) - x - width;
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
apo_claim_key_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               int               width,
                               int               height,
                               int               baseline)
{
  GtkWidget *last = gtk_widget_get_last_child (widget);
  int last_width;
  int row;
  int used;
  int x;

  if (last == NULL)
    return;

  row = fit_row (widget, width, &last_width);
  used = last_width >= 0 ? row + SPACING + last_width : row;
  x = (width - used) / 2;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != last;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;
      int child_width;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      child_width = MIN (natural, row);
      place (widget, child, x, child_width, height);
      x += child_width + SPACING;
      row -= child_width + SPACING;
    }

  gtk_widget_set_child_visible (last, last_width >= 0);
  if (last_width >= 0)
    place (widget, last, x, last_width, height);
}

static void
apo_claim_key_layout_class_init (ApoClaimKeyLayoutClass *klass)
{
  GTK_LAYOUT_MANAGER_CLASS (klass)->measure = apo_claim_key_layout_measure;
  GTK_LAYOUT_MANAGER_CLASS (klass)->allocate = apo_claim_key_layout_allocate;
}

static void
apo_claim_key_layout_init (ApoClaimKeyLayout *self)
{
}

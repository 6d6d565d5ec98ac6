/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-notice-layout.h"

/* In pixels: between text and buttons, and what the text needs to stand beside them. */
#define SPACING 12
#define ROW_SPACING 6
#define TEXT_WIDTH 240

struct _ApoNoticeLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoNoticeLayout, apo_notice_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_natural (GtkWidget     *widget,
                 GtkOrientation orientation,
                 int            for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);

  return natural;
}

static GtkSizeRequestMode
apo_notice_layout_get_request_mode (GtkLayoutManager *layout,
                                    GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The width that is left for the text beside the buttons; 0 where they must go below. */
static int
get_text_width (GtkWidget *widget,
                int        width)
{
  GtkWidget *buttons = gtk_widget_get_last_child (widget);
  int left = width - SPACING - measure_natural (buttons, GTK_ORIENTATION_HORIZONTAL, -1);

  return left >= TEXT_WIDTH ? left : 0;
}

/* Buttons below the text may take several lines. */
static int
get_buttons_width (GtkWidget *widget,
                   int        width)
{
  GtkWidget *buttons = gtk_widget_get_last_child (widget);

  return MIN (measure_natural (buttons, GTK_ORIENTATION_HORIZONTAL, -1), width);
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  int text_minimum;
  int text_natural;
  int buttons_minimum;
  int buttons_natural;

  gtk_widget_measure (gtk_widget_get_first_child (widget), GTK_ORIENTATION_HORIZONTAL, -1,
                      &text_minimum, &text_natural, NULL, NULL);
  gtk_widget_measure (gtk_widget_get_last_child (widget), GTK_ORIENTATION_HORIZONTAL, -1,
                      &buttons_minimum, &buttons_natural, NULL, NULL);
  *minimum = MAX (text_minimum, buttons_minimum);
  *natural = text_natural + SPACING + buttons_natural;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  int buttons = measure_natural (gtk_widget_get_last_child (widget), GTK_ORIENTATION_VERTICAL,
                                 width >= 0 ? get_buttons_width (widget, width) : -1);
  int text_width = width >= 0 ? get_text_width (widget, width) : -1;

  if (text_width == 0)
    return measure_natural (text, GTK_ORIENTATION_VERTICAL, width) + ROW_SPACING + buttons;

  return MAX (measure_natural (text, GTK_ORIENTATION_VERTICAL, text_width), buttons);
}

static void
apo_notice_layout_measure (GtkLayoutManager *layout,
                           GtkWidget        *widget,
                           GtkOrientation    orientation,
                           int               for_size,
                           int              *minimum,
                           int              *natural,
                           int              *minimum_baseline,
                           int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (widget, minimum, natural);
  else
    *minimum = *natural = measure_height (widget, for_size);
}

static void
allocate (GtkWidget *widget,
          int        x,
          int        y,
          int        width,
          int        height)
{
  GtkAllocation allocation = { x, y, width, height };

  gtk_widget_size_allocate (widget, &allocation, -1);
}

static void
apo_notice_layout_allocate (GtkLayoutManager *layout,
                            GtkWidget        *widget,
                            int               width,
                            int               height,
                            int               baseline)
{
  GtkWidget *text = gtk_widget_get_first_child (widget);
  GtkWidget *buttons = gtk_widget_get_last_child (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int buttons_width = get_buttons_width (widget, width);
  int buttons_height = measure_natural (buttons, GTK_ORIENTATION_VERTICAL, buttons_width);
  int text_width = get_text_width (widget, width);
  int x = mirrored ? 0 : width - buttons_width;

  if (text_width > 0)
    {
      allocate (text, mirrored ? width - text_width : 0, 0, text_width, height);
      allocate (buttons, x, 0, buttons_width, height);
    }
  else
    {
      allocate (text, 0, 0, width, height - ROW_SPACING - buttons_height);
      allocate (buttons, x, height - buttons_height, buttons_width, buttons_height);
    }
}

static void
apo_notice_layout_class_init (ApoNoticeLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = apo_notice_layout_get_request_mode;
  layout_class->measure = apo_notice_layout_measure;
  layout_class->allocate = apo_notice_layout_allocate;
}

static void
apo_notice_layout_init (ApoNoticeLayout *self)
{
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-wrap-layout.h"

#define SPACING 6

struct _ApoWrapLayout {
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoWrapLayout, apo_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
measure_width (GtkWidget *child,
               int        width)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return MAX (minimum, MIN (natural, width));
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

typedef struct {
  GtkWidget *end;               /* (nullable) the first child of the next line */
  int width;
  int height;
  guint n_expanding;
} Line;

/* What fits into a line that begins with @first; always at least that one. */
static Line
fill_line (GtkWidget *first,
           int        width)
{
  Line line = { first, 0, 0, 0 };

  while (line.end != NULL)
    {
      int child_width = measure_width (line.end, width);
      int wanted = line.width + (line.end != first ? SPACING : 0) + child_width;

      if (line.end != first && wanted > width)
        break;
      line.width = wanted;
      line.height = MAX (line.height, measure_height (line.end, child_width));
      line.n_expanding += gtk_widget_compute_expand (line.end, GTK_ORIENTATION_HORIZONTAL);
      line.end = skip_hidden (gtk_widget_get_next_sibling (line.end));
    }

  return line;
}

static void
place_line (GtkWidget *widget,
            GtkWidget *first,
            Line       line,
            int        y,
            int        width)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int spare = line.n_expanding > 0 ? MAX (width - line.width, 0) / (int) line.n_expanding : 0;
  int x = 0;

  for (GtkWidget *child = first; child != line.end;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_width = measure_width (child, width);
      GtkAllocation allocation;

      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        child_width += spare;
      allocation = (GtkAllocation) { rtl ? width - x - child_width : x, y, child_width,
                                     line.height };
      gtk_widget_size_allocate (child, &allocation, -1);
      x += child_width + SPACING;
    }
}

static GtkSizeRequestMode
apo_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                        GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_widths (GtkWidget *widget,
                int       *minimum,
                int       *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural += child_natural + (*natural > 0 ? SPACING : 0);
    }
}

static void
apo_wrap_layout_measure (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               GtkOrientation    orientation,
                               int               for_size,
                               int              *minimum,
                               int              *natural,
                               int              *minimum_baseline,
                               int              *natural_baseline)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int width = for_size;
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_widths (widget, minimum, natural);
      return;
    }

  /* The least height that it can do with: in one line. */
  if (width < 0)
    {
      int unused;

      measure_widths (widget, &unused, &width);
    }
  while (child != NULL)
    {
      Line line = fill_line (child, width);

      height += line.height + (height > 0 ? SPACING : 0);
      child = line.end;
    }
  *minimum = height;
  *natural = height;
}

static void
apo_wrap_layout_allocate (GtkLayoutManager *manager,
                                GtkWidget        *widget,
                                int               width,
                                int               height,
                                int               baseline)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      Line line = fill_line (child, width);

      place_line (widget, child, line, y, width);
      y += line.height + SPACING;
      child = line.end;
    }
}

static void
apo_wrap_layout_class_init (ApoWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = apo_wrap_layout_get_request_mode;
  layout_class->measure = apo_wrap_layout_measure;
  layout_class->allocate = apo_wrap_layout_allocate;
}

static void
apo_wrap_layout_init (ApoWrapLayout *self)
{
}

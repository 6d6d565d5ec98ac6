/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-compare.h"

#include <glib/gi18n.h>
#include <string.h>

#include "apo-palette.h"
#include "apo-word-difference.h"

/* In pixels: between the wordings, and what each needs to stand beside the other. */
#define SPACING 18
#define ROW_SPACING 6
#define COLUMN_WIDTH 190

/* Of 65535: what lies around a wording, and the ground of the words that differ. */
#define CONTEXT_ALPHA 40000
#define MARK_ALPHA 8500

/* One of the two. */
typedef struct {
  GtkWidget *box;
  GtkLabel *heading;
  GtkLabel *label;
  char *words;                  /* empty for none */
  char *before;                 /* what stands before it, and after it */
  char *after;
} Wording;

struct _ApoCompare {
  GtkWidget parent_instance;

  Wording wordings[2];
  ApoCompareKind kind;
};

G_DEFINE_FINAL_TYPE (ApoCompare, apo_compare, GTK_TYPE_WIDGET)

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        gsize           start,
        gsize           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
dim (ApoCompare    *self,
     PangoAttrList *attributes,
     gsize          start,
     gsize          end)
{
  if (start < end && !apo_palette_is_high_contrast (GTK_WIDGET (self)))
    insert (attributes, pango_attr_foreground_alpha_new (CONTEXT_ALPHA), start, end);
}

/* Marks what the other wording has not. */
static void
mark (ApoCompare     *self,
      ApoCompareSide  side,
      PangoAttrList  *attributes,
      gsize           start,
      gsize           end)
{
  gboolean gone = self->kind == APO_COMPARE_CHANGE && side == APO_COMPARE_FIRST;
  GdkRGBA ink;

  apo_palette_get_ink (GTK_WIDGET (self), &ink);
  insert (attributes, pango_attr_background_new (ink.red * 65535, ink.green * 65535,
                                                 ink.blue * 65535), start, end);
  insert (attributes, pango_attr_background_alpha_new (MARK_ALPHA), start, end);
  if (gone)
    insert (attributes, pango_attr_strikethrough_new (TRUE), start, end);
  else
    {
      insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
      insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
    }
}

static gsize
to_byte (const char *text,
         guint       offset)
{
  return g_utf8_offset_to_pointer (text, offset) - text;
}

/* Says in words what the marks show. */
static void
describe (ApoCompare     *self,
          ApoCompareSide  side,
          GArray         *spans)
{
  Wording *wording = &self->wordings[side];
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *description = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      ApoSpan span = g_array_index (spans, ApoSpan, i);
      g_autofree char *words = g_utf8_substring (wording->words, span.start, span.end);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", words);
    }
  /* Translators: the words follow that stand only in this one of two wordings */
  description = list->len > 0 ? g_strdup_printf (_("Only here: %s"), list->str) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (wording->label),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
show_wording (ApoCompare     *self,
              ApoCompareSide  side,
              GArray         *spans)
{
  Wording *wording = &self->wordings[side];
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *text = g_strconcat (wording->before, wording->words, wording->after, NULL);
  gsize start = strlen (wording->before);
  gsize end = start + strlen (wording->words);

  describe (self, side, spans);
  if (*wording->words == '\0')
    {
      /* Translators: in the place of a wording that is not there */
      gtk_label_set_text (wording->label, _("nothing"));
      insert (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), 0, G_MAXUINT);
      dim (self, attributes, 0, G_MAXUINT);
      gtk_label_set_attributes (wording->label, attributes);
      return;
    }

  dim (self, attributes, 0, start);
  dim (self, attributes, end, strlen (text));
  for (guint i = 0; i < spans->len; i++)
    {
      ApoSpan span = g_array_index (spans, ApoSpan, i);

      mark (self, side, attributes, start + to_byte (wording->words, span.start),
            start + to_byte (wording->words, span.end));
    }
  gtk_label_set_text (wording->label, text);
  gtk_label_set_attributes (wording->label, attributes);
}

static void
update (ApoCompare *self)
{
  g_autoptr (GArray) only_first = NULL;
  g_autoptr (GArray) only_second = NULL;

  apo_words_compare (self->wordings[0].words, self->wordings[1].words, &only_first, &only_second);
  /* where there is no other, nothing stands out */
  if (*self->wordings[0].words == '\0' || *self->wordings[1].words == '\0')
    {
      g_array_set_size (only_first, 0);
      g_array_set_size (only_second, 0);
    }
  show_wording (self, APO_COMPARE_FIRST, only_first);
  show_wording (self, APO_COMPARE_SECOND, only_second);
}

/* The width of each where they stand beside each other; 0 where there is no room for that. */
static int
get_column_width (int width)
{
  int column = (width - SPACING) / 2;

  return column >= COLUMN_WIDTH ? column : 0;
}

static GtkSizeRequestMode
apo_compare_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_height (Wording *wording,
                int      width)
{
  int natural;

  gtk_widget_measure (wording->box, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static void
apo_compare_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  Wording *wordings = APO_COMPARE (widget)->wordings;
  int column = get_column_width (for_size);
  int minimums[2];
  int naturals[2];

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (guint i = 0; i < 2; i++)
        gtk_widget_measure (wordings[i].box, orientation, -1, &minimums[i], &naturals[i], NULL,
                            NULL);
      *minimum = MAX (minimums[0], minimums[1]);
      *natural = naturals[0] + SPACING + naturals[1];
    }
  else if (column > 0)
    *minimum = *natural = MAX (measure_height (&wordings[0], column),
                               measure_height (&wordings[1], column));
  else
    *minimum = *natural = measure_height (&wordings[0], for_size) + ROW_SPACING
                          + measure_height (&wordings[1], for_size);
}

static void
allocate (Wording *wording,
          int      x,
          int      y,
          int      width,
          int      height)
{
  GtkAllocation allocation = { x, y, width, height };

  gtk_widget_size_allocate (wording->box, &allocation, -1);
}

static void
apo_compare_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  Wording *wordings = APO_COMPARE (widget)->wordings;
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = get_column_width (width);
  int first;

  if (column > 0)
    {
      allocate (&wordings[0], mirrored ? width - column : 0, 0, column, height);
      allocate (&wordings[1], mirrored ? 0 : width - column, 0, column, height);
    }
  else
    {
      first = measure_height (&wordings[0], width);
      allocate (&wordings[0], 0, 0, width, first);
      allocate (&wordings[1], 0, first + ROW_SPACING, width,
                MAX (height - first - ROW_SPACING, 0));
    }
}

/* The ground of the marks follows the colour of the text. */
static void
apo_compare_css_changed (GtkWidget         *widget,
                         GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (apo_compare_parent_class)->css_changed (widget, change);

  update (APO_COMPARE (widget));
}

static void
apo_compare_dispose (GObject *object)
{
  ApoCompare *self = APO_COMPARE (object);

  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->wordings[i].box, gtk_widget_unparent);

  G_OBJECT_CLASS (apo_compare_parent_class)->dispose (object);
}

static void
apo_compare_finalize (GObject *object)
{
  ApoCompare *self = APO_COMPARE (object);

  for (guint i = 0; i < 2; i++)
    {
      g_free (self->wordings[i].words);
      g_free (self->wordings[i].before);
      g_free (self->wordings[i].after);
    }

  G_OBJECT_CLASS (apo_compare_parent_class)->finalize (object);
}

static void
apo_compare_class_init (ApoCompareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = apo_compare_dispose;
  object_class->finalize = apo_compare_finalize;
  widget_class->get_request_mode = apo_compare_get_request_mode;
  widget_class->measure = apo_compare_measure;
  widget_class->size_allocate = apo_compare_size_allocate;
  widget_class->css_changed = apo_compare_css_changed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-compare.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "first_box", FALSE,
                                             G_STRUCT_OFFSET (ApoCompare, wordings[0].box));
  gtk_widget_class_bind_template_child_full (widget_class, "first_heading", FALSE,
                                             G_STRUCT_OFFSET (ApoCompare, wordings[0].heading));
  gtk_widget_class_bind_template_child_full (widget_class, "first_label", FALSE,
                                             G_STRUCT_OFFSET (ApoCompare, wordings[0].label));
  gtk_widget_class_bind_template_child_full (widget_class, "second_box", FALSE,
                                             G_STRUCT_OFFSET (ApoCompare, wordings[1].box));
  gtk_widget_class_bind_template_child_full (widget_class, "second_heading", FALSE,
                                             G_STRUCT_OFFSET (ApoCompare, wordings[1].heading));
  gtk_widget_class_bind_template_child_full (widget_class, "second_label", FALSE,
                                             G_STRUCT_OFFSET (ApoCompare, wordings[1].label));
  gtk_widget_class_set_css_name (widget_class, "compare");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
apo_compare_init (ApoCompare *self)
{
  for (guint i = 0; i < 2; i++)
    {
      self->wordings[i].words = g_strdup ("");
      self->wordings[i].before = g_strdup ("");
      self->wordings[i].after = g_strdup ("");
    }
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_compare_new:
 *
 * Returns: the comparison of two empty wordings, “Before” and “Now”
 */
GtkWidget *
apo_compare_new (void)
{
  return g_object_new (APO_TYPE_COMPARE, NULL);
}

void
apo_compare_set_kind (ApoCompare     *compare,
                      ApoCompareKind  kind)
{
  compare->kind = kind;
  update (compare);
}

/**
 * apo_compare_set_heading:
 * @heading: what stands above the wording of that side
 */
void
apo_compare_set_heading (ApoCompare     *compare,
                         ApoCompareSide  side,
                         const char     *heading)
{
  gtk_label_set_text (compare->wordings[side].heading, heading);
}

static void
take_string (char **place,
             char  *string)
{
  g_free (*place);
  *place = string;
}

/**
 * apo_compare_set_words:
 * @first: (nullable): %NULL or empty for none
 * @second: (nullable): the same
 */
void
apo_compare_set_words (ApoCompare *compare,
                       const char *first,
                       const char *second)
{
  take_string (&compare->wordings[0].words, g_strdup (first != NULL ? first : ""));
  take_string (&compare->wordings[1].words, g_strdup (second != NULL ? second : ""));
  update (compare);
}

/**
 * apo_compare_set_context:
 * @before: (nullable): what stands before the wording of that side, with the space between
 * @after: (nullable): what stands after it
 *
 * Shows what surrounds a wording, dimmed; it is not compared.
 */
void
apo_compare_set_context (ApoCompare     *compare,
                         ApoCompareSide  side,
                         const char     *before,
                         const char     *after)
{
  Wording *wording = &compare->wordings[side];

  take_string (&wording->before, g_strdup (before != NULL ? before : ""));
  take_string (&wording->after, g_strdup (after != NULL ? after : ""));
  update (compare);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-row-slot.h"

struct _ApoRowSlot {
  GtkWidget parent_instance;

  GtkListItem *list_item;       /* borrowed: it owns the slot */
  GtkWidget *row;               /* (nullable) */
  gboolean filled;              /* the row shows the item */
  int *row_height;              /* of the row that was measured last, shared by all slots */
};

G_DEFINE_FINAL_TYPE (ApoRowSlot, apo_row_slot, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
apo_row_slot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
apo_row_slot_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  ApoRowSlot *self = APO_ROW_SLOT (widget);

  if (self->filled)
    {
      gtk_widget_measure (self->row, orientation, for_size, minimum, natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
        *self->row_height = *natural;
    }
  else
    *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? *self->row_height : 0;
}

static void
apo_row_slot_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  ApoRowSlot *self = APO_ROW_SLOT (widget);

  if (self->filled)
    gtk_widget_allocate (self->row, width, height, baseline, NULL);
}

static void
apo_row_slot_dispose (GObject *object)
{
  ApoRowSlot *self = APO_ROW_SLOT (object);

  self->filled = FALSE;
  g_clear_pointer (&self->row, gtk_widget_unparent);

  G_OBJECT_CLASS (apo_row_slot_parent_class)->dispose (object);
}

static void
apo_row_slot_finalize (GObject *object)
{
  g_clear_pointer (&APO_ROW_SLOT (object)->row_height, g_rc_box_release);

  G_OBJECT_CLASS (apo_row_slot_parent_class)->finalize (object);
}

static void
apo_row_slot_class_init (ApoRowSlotClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = apo_row_slot_dispose;
  object_class->finalize = apo_row_slot_finalize;
  widget_class->get_request_mode = apo_row_slot_get_request_mode;
  widget_class->measure = apo_row_slot_measure;
  widget_class->size_allocate = apo_row_slot_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "rowslot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
apo_row_slot_init (ApoRowSlot *self)
{
}

/**
 * apo_row_slot_new:
 * @list_item: whose child the slot will be
 * @row_height: (transfer full): a #GRcBox with the probable height of a row, pixels, which filled
 *   slots correct
 *
 * Returns: an empty slot
 */
GtkWidget *
apo_row_slot_new (GtkListItem *list_item,
                  int         *row_height)
{
  ApoRowSlot *self = g_object_new (APO_TYPE_ROW_SLOT, NULL);

  self->list_item = list_item;
  self->row_height = row_height;

  return GTK_WIDGET (self);
}

GtkListItem *
apo_row_slot_get_item (ApoRowSlot *slot)
{
  return slot->list_item;
}

/**
 * apo_row_slot_get_row:
 *
 * Returns: (transfer none) (nullable): the row, also while it is not shown
 */
GtkWidget *
apo_row_slot_get_row (ApoRowSlot *slot)
{
  return slot->row;
}

/**
 * apo_row_slot_set_row:
 * @row: (transfer floating): what shows the item once the slot is filled; to be set once
 */
void
apo_row_slot_set_row (ApoRowSlot *slot,
                      GtkWidget  *row)
{
  g_return_if_fail (slot->row == NULL);

  slot->row = row;
  gtk_widget_set_child_visible (row, slot->filled);
  gtk_widget_set_parent (row, GTK_WIDGET (slot));
}

/**
 * apo_row_slot_set_filled:
 * @filled: whether the row shows the item, and so is shown itself
 */
void
apo_row_slot_set_filled (ApoRowSlot *slot,
                         gboolean    filled)
{
  if (slot->filled == filled)
    return;

  slot->filled = filled;
  gtk_widget_set_child_visible (slot->row, filled);
  gtk_widget_queue_resize (GTK_WIDGET (slot));
}

gboolean
apo_row_slot_is_filled (ApoRowSlot *slot)
{
  return slot->filled;
}

/**
 * apo_row_slot_get_list_row:
 * @row: a row of a list view, in a slot or not
 *
 * Returns: (transfer none) (nullable): the widget of the list view that holds it, which gets the
 *   keyboard focus and bears the name
 */
GtkWidget *
apo_row_slot_get_list_row (GtkWidget *row)
{
  GtkWidget *parent = gtk_widget_get_parent (row);

  return APO_IS_ROW_SLOT (parent) ? gtk_widget_get_parent (parent) : parent;
}

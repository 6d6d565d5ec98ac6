/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-pick-row.h"

#include <glib/gi18n.h>

struct _ApoPickRow {
  GtkBox parent_instance;

  ApoPick *pick;                /* (nullable) */

  GtkWidget *check;
  GtkWidget *sign;              /* (nullable) */
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (ApoPickRow, apo_pick_row, GTK_TYPE_BOX)

/* The row of the list is what gets the keyboard focus, so it must say what there is. */
static void
update (ApoPickRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean chosen = self->pick != NULL && apo_pick_is_chosen (self->pick);
  const char *words = gtk_label_get_text (GTK_LABEL (self->label));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    chosen ? _("ticked") : _("not ticked"), -1);
}

static void
apo_pick_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (apo_pick_row_parent_class)->root (widget);

  update (APO_PICK_ROW (widget));
}

static void
apo_pick_row_dispose (GObject *object)
{
  apo_pick_row_set_pick (APO_PICK_ROW (object), NULL);

  G_OBJECT_CLASS (apo_pick_row_parent_class)->dispose (object);
}

static void
apo_pick_row_class_init (ApoPickRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = apo_pick_row_dispose;
  GTK_WIDGET_CLASS (klass)->root = apo_pick_row_root;
}

static void
apo_pick_row_init (ApoPickRow *self)
{
  self->check = gtk_check_button_new ();
  self->label = gtk_label_new (NULL);
  gtk_box_set_spacing (GTK_BOX (self), 8);

  /* The row itself is what is ticked. */
  gtk_widget_set_can_target (self->check, FALSE);
  gtk_widget_set_focusable (self->check, FALSE);
  gtk_widget_set_valign (self->check, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (self), self->check);
  gtk_box_append (GTK_BOX (self), self->label);
}

/**
 * apo_pick_row_new:
 * @sign: (nullable): what stands before the words
 *
 * Returns: a row without words
 */
GtkWidget *
apo_pick_row_new (GtkWidget *sign)
{
  ApoPickRow *self = g_object_new (APO_TYPE_PICK_ROW, NULL);

  self->sign = sign;
  if (sign != NULL)
    gtk_box_insert_child_after (GTK_BOX (self), sign, self->check);

  return GTK_WIDGET (self);
}

/**
 * apo_pick_row_set_pick:
 * @pick: (nullable): what is ticked
 */
void
apo_pick_row_set_pick (ApoPickRow *row,
                       ApoPick    *pick)
{
  g_return_if_fail (APO_IS_PICK_ROW (row));

  if (row->pick != NULL)
    g_signal_handlers_disconnect_by_data (row->pick, row);
  if (!g_set_object (&row->pick, pick) || pick == NULL)
    return;

  g_signal_connect_swapped (pick, "notify::chosen", G_CALLBACK (update), row);
  update (row);
}

void
apo_pick_row_set_markup (ApoPickRow *row,
                         const char *markup)
{
  g_return_if_fail (APO_IS_PICK_ROW (row));

  gtk_label_set_markup (GTK_LABEL (row->label), markup);
  update (row);
}

/**
 * apo_pick_row_get_sign:
 *
 * Returns: (transfer none) (nullable): what stands before the words
 */
GtkWidget *
apo_pick_row_get_sign (ApoPickRow *row)
{
  return row->sign;
}

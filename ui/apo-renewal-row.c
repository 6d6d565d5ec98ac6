/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-renewal-row.h"

struct _ApoRenewalRow {
  GtkBox parent_instance;

  GtkCheckButton *check;
  GtkLabel *title;
  GtkLabel *fields;

  ApoRenewalItem *item;         /* (nullable) */
  guint position;
  GSignalGroup *item_signals;
  gboolean updating;            /* the check is set by us, not by the reader */
};

G_DEFINE_FINAL_TYPE (ApoRenewalRow, apo_renewal_row, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_ITEM,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update_check (ApoRenewalRow *self)
{
  gboolean partly;

  g_object_get (self->item, "partly", &partly, NULL);
  self->updating = TRUE;
  gtk_check_button_set_active (self->check, apo_renewal_item_is_chosen (self->item));
  gtk_check_button_set_inconsistent (self->check, partly);
  self->updating = FALSE;
}

/* The row of the list has no words of its own. */
static void
name_row (ApoRenewalRow *self,
          const char    *title,
          const char    *fields)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = *fields != '\0' ? g_strdup_printf ("%s. %s", title, fields)
                                          : g_strdup (title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
update (ApoRenewalRow *self)
{
  g_autofree char *title = apo_renewal_item_dup_title (self->item);
  g_autofree char *fields = apo_renewal_item_dup_fields (self->item);
  gboolean heading = apo_renewal_item_get_change (self->item) == NULL;

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->fields, fields);
  gtk_widget_set_visible (GTK_WIDGET (self->fields), *fields != '\0');
  if (heading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "apo-renewal-heading");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "apo-renewal-heading");
  name_row (self, title, fields);
  update_check (self);
}

static void
toggled_cb (ApoRenewalRow *self)
{
  if (!self->updating && self->item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "renewal.choose", "(ub)", self->position,
                                gtk_check_button_get_active (self->check));
}

static void
apo_renewal_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (apo_renewal_row_parent_class)->root (widget);

  if (APO_RENEWAL_ROW (widget)->item != NULL)
    update (APO_RENEWAL_ROW (widget));
}

static void
apo_renewal_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, APO_RENEWAL_ROW (object)->item);
      break;
    case PROP_POSITION:
      g_value_set_uint (value, APO_RENEWAL_ROW (object)->position);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_renewal_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ApoRenewalRow *self = APO_RENEWAL_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      if (!g_set_object (&self->item, g_value_get_object (value)))
        break;
      g_signal_group_set_target (self->item_signals, self->item);
      if (self->item != NULL)
        update (self);
      break;
    case PROP_POSITION:
      self->position = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_renewal_row_dispose (GObject *object)
{
  ApoRenewalRow *self = APO_RENEWAL_ROW (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (apo_renewal_row_parent_class)->dispose (object);
}

static void
apo_renewal_row_class_init (ApoRenewalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_renewal_row_get_property;
  object_class->set_property = apo_renewal_row_set_property;
  object_class->dispose = apo_renewal_row_dispose;
  widget_class->root = apo_renewal_row_root;

  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, APO_TYPE_RENEWAL_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_POSITION] = g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0,
                                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-renewal-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoRenewalRow, check);
  gtk_widget_class_bind_template_child (widget_class, ApoRenewalRow, title);
  gtk_widget_class_bind_template_child (widget_class, ApoRenewalRow, fields);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
apo_renewal_row_init (ApoRenewalRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (APO_TYPE_RENEWAL_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::chosen", G_CALLBACK (update_check),
                                  self);
}

GtkWidget *
apo_renewal_row_new (void)
{
  return g_object_new (APO_TYPE_RENEWAL_ROW, NULL);
}

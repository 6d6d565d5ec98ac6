/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-hints.h"

#include <glib/gi18n.h>

#include "apo-wrap-layout.h"

struct _ApoClaimHints {
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkWidget *keys;
};

G_DEFINE_FINAL_TYPE (ApoClaimHints, apo_claim_hints, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SHOWN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
set_shown (ApoClaimHints *self,
           gboolean       shown)
{
  if (gtk_widget_get_visible (self->bar) == shown)
    return;

  gtk_widget_set_visible (self->bar, shown);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOWN]);
}

static void
close_cb (ApoClaimHints *self)
{
  set_shown (self, FALSE);
}

static void
add_hint (ApoClaimHints *self,
          const char    *keys,
          const char    *what)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *key = gtk_label_new (keys);
  GtkWidget *word = gtk_label_new (what);

  gtk_widget_add_css_class (key, "apo-key");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), word);
  gtk_box_append (GTK_BOX (self->keys), box);
}

static void
apo_claim_hints_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWN:
      g_value_set_boolean (value, gtk_widget_get_visible (APO_CLAIM_HINTS (object)->bar));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_claim_hints_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOWN:
      set_shown (APO_CLAIM_HINTS (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_claim_hints_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (apo_claim_hints_parent_class)->dispose (object);
}

static void
apo_claim_hints_class_init (ApoClaimHintsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_claim_hints_get_property;
  object_class->set_property = apo_claim_hints_set_property;
  object_class->dispose = apo_claim_hints_dispose;

  props[PROP_SHOWN] =
    g_param_spec_boolean ("shown", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-hints.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimHints, bar);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimHints, keys);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
apo_claim_hints_init (ApoClaimHints *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Translators: what keys do, in as few letters as can be: J and K go through the claims */
  add_hint (self, "J K", _("next, previous"));
  add_hint (self, "V", _("verified"));
  add_hint (self, "D", _("disputed"));
  add_hint (self, "U", _("take back"));
  add_hint (self, "1–9", _("finer"));
  add_hint (self, "R", _("reason"));
  add_hint (self, "S", _("source"));
  add_hint (self, "N", _("note"));
  add_hint (self, "O", _("details"));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-tooltip.h"

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip)
{
  const char *text = apo_tooltip_get (widget);

  if (text == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("apo-tooltip");
}

/**
 * apo_tooltip_set:
 * @text: (nullable): what is shown where the pointer rests on @widget, %NULL for nothing
 */
void
apo_tooltip_set (GtkWidget  *widget,
                 const char *text)
{
  const char *before = apo_tooltip_get (widget);

  if (g_strcmp0 (before, text) == 0)
    return;

  if (!gtk_widget_get_has_tooltip (widget))
    {
      g_signal_handlers_disconnect_by_func (widget, query_tooltip_cb, NULL);
      g_signal_connect (widget, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
  g_object_set_qdata_full (G_OBJECT (widget), get_quark (), g_strdup (text), g_free);
  gtk_widget_set_has_tooltip (widget, text != NULL);
}

/**
 * apo_tooltip_get:
 *
 * Returns: (transfer none) (nullable): what apo_tooltip_set() was given
 */
const char *
apo_tooltip_get (GtkWidget *widget)
{
  return g_object_get_qdata (G_OBJECT (widget), get_quark ());
}

static gboolean
query_label_cb (GtkWidget  *owner,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip,
                  GtkLabel   *label)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return TRUE;
}

/**
 * apo_tooltip_set_label:
 * @owner: @label or what it is in
 *
 * Gives @owner a tooltip with all words of the label, shown only while the label is shortened: over
 * words that are all there it would cover what it repeats.
 */
void
apo_tooltip_set_label (GtkWidget *owner,
                       GtkLabel  *label)
{
  gtk_widget_set_has_tooltip (owner, TRUE);
  g_signal_connect_object (owner, "query-tooltip", G_CALLBACK (query_label_cb), label, 0);
}

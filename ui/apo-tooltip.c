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

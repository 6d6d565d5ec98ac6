/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-action-state.h"

/* Which actions of a widget were told to be what: char* → gboolean. */
static GHashTable *
get_states (GtkWidget *widget)
{
  static GQuark quark = 0;
  GHashTable *states;

  if (quark == 0)
    quark = g_quark_from_static_string ("apo-action-states");
  states = g_object_get_qdata (G_OBJECT (widget), quark);
  if (states == NULL)
    {
      states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_qdata_full (G_OBJECT (widget), quark, states,
                               (GDestroyNotify) g_hash_table_unref);
    }

  return states;
}

/**
 * apo_action_state_set_enabled:
 * @action: one that the class of @widget has installed
 *
 * Does what gtk_widget_action_set_enabled() does, once: that walks through all widgets below, also
 * if nothing changes, and there are thousands in a window with long lists.  All calls for an action
 * must be to this, and @widget must be a window: what is put elsewhere is told anew.
 */
void
apo_action_state_set_enabled (GtkWidget  *widget,
                              const char *action,
                              gboolean    enabled)
{
  GHashTable *states = get_states (widget);
  gpointer known = GINT_TO_POINTER (TRUE);

  g_hash_table_lookup_extended (states, action, NULL, &known);
  if (GPOINTER_TO_INT (known) == !!enabled)
    return;

  g_hash_table_insert (states, g_strdup (action), GINT_TO_POINTER (!!enabled));
  gtk_widget_action_set_enabled (widget, action, enabled);
}

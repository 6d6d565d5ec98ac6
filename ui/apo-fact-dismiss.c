/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-fact-dismiss.h"

#include <glib/gi18n.h>

#include "apo-edit-dismiss.h"

/**
 * apo_fact_dismiss:
 * @widget: whose window says what was done, with a way back
 * @items: relations or events of @dossier that are one fact, at least one
 * @describe: puts them into words
 */
void
apo_fact_dismiss (GtkWidget  *widget,
                  ApoDossier *dossier,
                  ApoHistory *history,
                  GListModel *items,
                  ApoFactFunc describe)
{
  g_autoptr (ApoItem) first = g_list_model_get_item (items, 0);
  ApoFact fact = { NULL, NULL, NULL, APO_VERDICT_NONE };
  g_autofree char *message = NULL;

  describe (dossier, first, &fact);
  /* Translators: %s is a relation or an event in a few words */
  message = g_strdup_printf (_("Dismissed: %s"), fact.title);
  g_free (fact.title);
  g_free (fact.caption);
  g_free (fact.sentence);

  apo_edit_set_all_dismissed (history, items, TRUE);
  gtk_widget_activate_action (widget, "win.tell-done", "s", message);
}

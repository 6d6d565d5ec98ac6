/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-fact-row.h"
#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_FACT_LIST (apo_fact_list_get_type ())

/**
 * ApoFactList:
 *
 * What a picture shows, as a list: the same items in the same order, for the keyboard and for screen
 * readers.  What is selected is that of the focus; Enter goes to the passage (`win.show-passage`),
 * Menu asks to change what is in a row, Delete dismisses it or restores it.
 *
 * CSS node: `factlist`.  Role: group, with a list in it.  Actions (with the id of an item):
 * `fact.edit`, `fact.dismiss`, `fact.restore`.
 *
 * Signal: `edit` (ApoItem *item, GdkRectangle *row: where it is in the list).
 */
G_DECLARE_FINAL_TYPE (ApoFactList, apo_fact_list, APO, FACT_LIST, GtkWidget)

void apo_fact_list_set_describe (ApoFactList *list,
                                 const char  *label,
                                 ApoFactFunc  describe);
void apo_fact_list_set_context  (ApoFactList *list,
                                 ApoDossier  *dossier,
                                 ApoHistory  *history,
                                 ApoFocus    *focus);
void apo_fact_list_set_items    (ApoFactList *list,
                                 GPtrArray   *items);

G_END_DECLS

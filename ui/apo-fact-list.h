/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-fact-row.h"

G_BEGIN_DECLS

#define APO_TYPE_FACT_LIST (apo_fact_list_get_type ())

/**
 * ApoFactList:
 *
 * What a picture shows, as a list: the same items in the same order, for the keyboard and for screen
 * readers.  What is selected is that of the focus; Enter goes to the passage (`win.show-passage`).
 *
 * CSS node: `factlist`.  Role: group, with a list in it.
 */
G_DECLARE_FINAL_TYPE (ApoFactList, apo_fact_list, APO, FACT_LIST, GtkWidget)

void apo_fact_list_set_describe (ApoFactList *list,
                                 const char  *label,
                                 ApoFactFunc  describe);
void apo_fact_list_set_context  (ApoFactList *list,
                                 ApoDossier  *dossier,
                                 ApoFocus    *focus);
void apo_fact_list_set_items    (ApoFactList *list,
                                 GPtrArray   *items);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_TYPE_SOURCE_LIST (apo_source_list_get_type ())

/**
 * ApoSourceList:
 *
 * The sources of a claim, to be added, changed in place and removed.
 */
G_DECLARE_FINAL_TYPE (ApoSourceList, apo_source_list, APO, SOURCE_LIST, GtkBox)

void apo_source_list_show (ApoSourceList *list,
                           ApoDossier    *dossier,
                           ApoHistory    *history,
                           ApoClaim      *claim);
void apo_source_list_add  (ApoSourceList *list);

G_END_DECLS

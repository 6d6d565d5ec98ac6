/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"

G_BEGIN_DECLS

#define APO_TYPE_LIST_FOCUS (apo_list_focus_get_type ())

/**
 * ApoListFocus:
 *
 * Keeps what is selected in a list of items and what the focus has selected the same.
 *
 * Signal: `followed`, after the list has followed the focus to one of its rows: the moment to scroll
 * to it.
 */
G_DECLARE_FINAL_TYPE (ApoListFocus, apo_list_focus, APO, LIST_FOCUS, GObject)

ApoListFocus      *apo_list_focus_new       (GListModel   *items);
ApoListFocus      *apo_list_focus_new_multiple (GListModel *items);
guint              apo_list_focus_count_selected (ApoListFocus *list_focus);
gboolean           apo_list_focus_is_leading (ApoListFocus *list_focus);
GtkSelectionModel *apo_list_focus_get_model (ApoListFocus *list_focus);
void               apo_list_focus_set_focus (ApoListFocus *list_focus,
                                             ApoFocus     *focus);
void               apo_list_focus_activate  (ApoListFocus *list_focus,
                                             guint         position);
void               apo_list_focus_scroll    (ApoListFocus *list_focus,
                                             GtkListView  *view);

G_END_DECLS

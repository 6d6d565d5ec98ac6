/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define APO_TYPE_PICK (apo_pick_get_type ())

/**
 * ApoPick:
 *
 * Something that can be ticked in a list: an object, or a number; property `chosen`.
 */
G_DECLARE_FINAL_TYPE (ApoPick, apo_pick, APO, PICK, GObject)

ApoPick *apo_pick_new        (gpointer  object,
                              guint     number);
gpointer apo_pick_get_object (ApoPick  *pick);
guint    apo_pick_get_number (ApoPick  *pick);
gboolean apo_pick_is_chosen  (ApoPick  *pick);
void     apo_pick_set_chosen (ApoPick  *pick,
                              gboolean  chosen);

G_END_DECLS

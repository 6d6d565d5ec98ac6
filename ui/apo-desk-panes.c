/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-desk-private.h"

/* How wide the columns are.  What the reader chose is kept for each arrangement of the window; what
 * was not chosen follows the width of the window. */

#define MIN_READER 400
#define MIN_SIDE 380
#define WIDEST_INDEX 420        /* of its own accord, on the largest screens */

/* What was chosen, or @otherwise. */
static int
get_chosen (ApoDesk    *self,
            const char *key,
            int         otherwise)
{
  int chosen = self->settings != NULL ? g_settings_get_int (self->settings, key) : 0;

  return chosen > 0 ? chosen : otherwise;
}

/* So wide that the names of its pages can be read, where that is not too much. */
static int
get_index_width (ApoDesk *self,
                 int      width)
{
  int natural;

  gtk_widget_measure (gtk_widget_get_first_child (self->index), GTK_ORIENTATION_HORIZONTAL, -1,
                      NULL, &natural, NULL, NULL);

  return MIN (MAX (width * 23 / 100, natural), MIN (WIDEST_INDEX, width * 30 / 100));
}

static void
place_wide (ApoDesk *self,
            int      width,
            int      min_index)
{
  int inner = gtk_widget_get_width (GTK_WIDGET (self->inner));
  int height = gtk_widget_get_height (GTK_WIDGET (self->side));
  double share = self->settings != NULL ? g_settings_get_double (self->settings, "graph-share")
                                        : 0.55;
  int index = get_chosen (self, "index-width", get_index_width (self, width));
  int side = get_chosen (self, "side-width", width * 37 / 100);

  index = CLAMP (index, min_index, MAX (width - MIN_READER - MIN_SIDE, min_index));
  side = CLAMP (side, MIN_SIDE, MAX (width - index - MIN_READER, MIN_SIDE));

  /* The inner pane keeps the width of its end when its own changes: that is what counts. */
  gtk_paned_set_position (self->outer, index);
  gtk_paned_set_position (self->inner, MAX (inner - side, 0));
  if (height > 0)
    gtk_paned_set_position (self->side, height * share);
}

static void
place_medium (ApoDesk *self,
              int      width,
              int      min_index)
{
  int inner = gtk_widget_get_width (GTK_WIDGET (self->inner));
  int index = get_chosen (self, "medium-index-width", width * 38 / 100);
  int side = get_chosen (self, "medium-side-width", width / 2);

  index = CLAMP (index, min_index, MAX (width - MIN_READER, min_index));
  side = CLAMP (side, MIN_SIDE, MAX (width - MIN_READER, MIN_SIDE));
  gtk_paned_set_position (self->outer, index);
  gtk_paned_set_position (self->inner, MAX (inner - side, 0));
}

/**
 * apo_desk_place_panes:
 * @width: of the desk
 *
 * Gives each column the width the reader chose, within what the window has.
 */
void
apo_desk_place_panes (ApoDesk *self,
                      int      width)
{
  int min_index;

  gtk_widget_measure (self->index, GTK_ORIENTATION_HORIZONTAL, -1, &min_index, NULL, NULL, NULL);
  if (apo_desk_is_alone (self))
    return;

  if (self->mode == APO_DESK_WIDE)
    place_wide (self, width, min_index);
  else if (self->mode == APO_DESK_MEDIUM)
    place_medium (self, width, min_index);
}

/* Whether the border is moved by the reader: with the pointer, or by keys that it has the focus of. */
static gboolean
is_held (GtkPaned *paned)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (paned));

  if (gtk_widget_is_focus (GTK_WIDGET (paned)))
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller)
          && gtk_gesture_is_recognized (GTK_GESTURE (controller)))
        return TRUE;
    }

  return FALSE;
}

static void
keep (ApoDesk    *self,
      const char *key,
      int         size)
{
  if (size > 0 && g_settings_get_int (self->settings, key) != size)
    g_settings_set_int (self->settings, key, size);
}

/**
 * apo_desk_remember_panes:
 * @paned: whose border has moved
 *
 * Keeps what the reader has chosen.
 */
void
apo_desk_remember_panes (ApoDesk  *self,
                         GtkPaned *paned)
{
  gboolean wide = self->mode == APO_DESK_WIDE;
  int position = gtk_paned_get_position (paned);

  if (self->settings == NULL || self->mode == APO_DESK_NARROW || apo_desk_is_alone (self)
      || !is_held (paned))
    return;

  if (paned == self->outer)
    keep (self, wide ? "index-width" : "medium-index-width", position);
  else if (paned == self->inner)
    keep (self, wide ? "side-width" : "medium-side-width",
          gtk_widget_get_width (GTK_WIDGET (paned)) - position);
  else if (wide && gtk_widget_get_height (GTK_WIDGET (paned)) > 0)
    g_settings_set_double (self->settings, "graph-share",
                           CLAMP ((double) position / gtk_widget_get_height (GTK_WIDGET (paned)),
                                  0, 1));
}

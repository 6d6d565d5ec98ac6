/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "apo-graph-canvas-private.h"

#define GLIDE 0.22              /* of the way that is left, with each frame */

static gboolean
glide_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (widget);
  gboolean moving = FALSE;

  for (guint i = 0; i < self->spots->len; i++)
    {
      ApoGraphSpot *spot = APO_GRAPH_SPOT (self, i);

      spot->place.x += (spot->goal.x - spot->place.x) * GLIDE;
      spot->place.y += (spot->goal.y - spot->place.y) * GLIDE;
      if (hypot (spot->goal.x - spot->place.x, spot->goal.y - spot->place.y) < 0.5)
        spot->place = spot->goal;
      else
        moving = TRUE;
    }
  gtk_widget_queue_allocate (widget);
  if (moving)
    return G_SOURCE_CONTINUE;

  self->glide_id = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
is_animated (ApoGraphCanvas *self)
{
  gboolean enabled;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled,
                NULL);

  return enabled && gtk_widget_get_mapped (GTK_WIDGET (self));
}

/* Lets nodes that were drawn elsewhere before, which a drag undone was, go to their new places. */
void
apo_graph_canvas_glide_from (ApoGraphCanvas *self,
                             GHashTable     *before)
{
  gboolean moved = FALSE;

  if (!is_animated (self))
    return;

  for (guint i = 0; i < self->spots->len; i++)
    {
      ApoGraphSpot *spot = APO_GRAPH_SPOT (self, i);
      const ApoGraphPlace *place = g_hash_table_lookup (before, spot->widget);

      if (place == NULL || hypot (place->x - spot->goal.x, place->y - spot->goal.y) < 1)
        continue;
      spot->place = *place;
      moved = TRUE;
    }
  if (moved && self->glide_id == 0)
    self->glide_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_cb, NULL, NULL);
}

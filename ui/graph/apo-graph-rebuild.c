/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "apo-graph-canvas-private.h"
#include "apo-graph-node.h"

/* What the canvas shows follows the dossier and the focus. */

#define NAME_WIDTH 150
#define MAX_ACTORS 40           /* unless the reader asks for all */
#define ABSENT 0.3              /* how much is seen of a node that the basis leaves out */

static PangoLayout *
make_text (ApoGraphCanvas *self,
           const char     *text,
           int             points)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attrs = pango_attr_list_new ();

  pango_attr_list_insert (attrs, pango_attr_scale_new (points / 11.));
  pango_layout_set_attributes (layout, attrs);
  pango_attr_list_unref (attrs);

  return layout;
}

/* Whether the node stands for somebody whom the basis of what is shown leaves out. */
static gboolean
is_absent (ApoGraphCanvas *self,
           guint           index)
{
  return self->focus != NULL
         && !apo_focus_has_item (self->focus, APO_ITEM (APO_GRAPH_ACTOR (self, index)->actor));
}

void
apo_graph_canvas_update_lights (ApoGraphCanvas *self)
{
  const char *selected = self->focus != NULL ? apo_focus_get_selected (self->focus) : NULL;

  for (guint i = 0; i < self->spots->len; i++)
    {
      ApoGraphNode *node = APO_GRAPH_NODE (APO_GRAPH_SPOT (self, i)->widget);
      ApoLight light = APO_LIGHT_CALM;

      if (self->focus != NULL)
        light = apo_focus_get_light (self->focus, apo_graph_node_get_id (node));
      gtk_widget_set_opacity (GTK_WIDGET (node), is_absent (self, i) ? ABSENT : 1);
      apo_graph_node_set_light (node, light, selected != NULL && light == APO_LIGHT_CALM);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
node_activate_cb (ApoGraphCanvas *self,
                  ApoGraphNode   *node)
{
  if (self->focus != NULL)
    apo_focus_select (self->focus, apo_graph_node_get_id (node));
}

static GtkWidget *
require_widget (ApoGraphCanvas *self,
                ApoActor       *actor)
{
  const char *id = apo_item_get_id (APO_ITEM (actor));
  GtkWidget *widget = g_hash_table_lookup (self->widgets, id);

  if (widget != NULL && apo_graph_node_get_actor (APO_GRAPH_NODE (widget)) == actor)
    return widget;

  widget = apo_graph_node_new (actor);
  gtk_widget_set_parent (widget, GTK_WIDGET (self));
  g_signal_connect_object (widget, "activate", G_CALLBACK (node_activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_hash_table_insert (self->widgets, g_strdup (id), widget);

  return widget;
}

static gboolean
is_gone (gpointer key,
         gpointer value,
         gpointer data)
{
  return !g_hash_table_contains (data, value);
}

/* Makes the spots anew; a node that was there stays where it is drawn, and glides from there. */
static void
rebuild_spots (ApoGraphCanvas *self)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);

  g_array_set_size (self->spots, 0);
  for (guint i = 0; i < self->content->actors->len; i++)
    {
      const ApoGraphActor *node = APO_GRAPH_ACTOR (self, i);
      ApoGraphSpot spot = { 0 };

      spot.widget = require_widget (self, node->actor);
      spot.name = make_text (self, apo_actor_get_name (node->actor), 10);
      pango_layout_set_ellipsize (spot.name, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (spot.name, NAME_WIDTH * PANGO_SCALE);
      pango_layout_set_height (spot.name, -1);
      apo_graph_node_describe (APO_GRAPH_NODE (spot.widget), node->rank, node->n_ties);
      spot.placed = apo_graph_canvas_find_place (self, node->actor, &spot.goal);
      self->needs_arranging |= !spot.placed;
      spot.place = spot.goal;
      g_array_append_val (self->spots, spot);
      g_hash_table_add (kept, spot.widget);
    }

  g_hash_table_foreach_remove (self->widgets, is_gone, kept);
}

static void
rebuild_strands (ApoGraphCanvas *self)
{
  g_array_set_size (self->strands, 0);
  for (guint i = 0; i < self->content->ties->len; i++)
    {
      const ApoGraphTie *tie = APO_GRAPH_TIE (self, i);
      g_autofree char *text = g_strdup (apo_relation_kind_get_label (tie->kind));
      ApoGraphStrand strand = { 0 };

      if (tie->relations->len > 1)
        {
          g_autofree char *kind = g_steal_pointer (&text);

          /* Translators: kind of a relation, and how often it is found */
          text = g_strdup_printf (_("%s ×%u"), kind, tie->relations->len);
        }
      strand.label = make_text (self, text, 9);
      g_array_append_val (self->strands, strand);
    }
}

void
apo_graph_canvas_rebuild (ApoGraphCanvas *self)
{
  g_autoptr (GHashTable) before = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const char *selected = self->focus != NULL ? apo_focus_get_selected (self->focus) : NULL;
  g_autofree char *label = NULL;

  g_clear_handle_id (&self->rebuild_source, g_source_remove);
  apo_graph_canvas_stop_dragging (self);
  for (guint i = 0; i < self->spots->len; i++)
    if (APO_GRAPH_SPOT (self, i)->placed)
      g_hash_table_insert (before, APO_GRAPH_SPOT (self, i)->widget,
                           g_memdup2 (&APO_GRAPH_SPOT (self, i)->place, sizeof (ApoGraphPlace)));

  apo_graph_content_free (self->content);
  self->content = apo_graph_content_new (self->dossier, self->focus,
                                         self->all ? G_MAXUINT : MAX_ACTORS,
                                         selected);
  rebuild_spots (self);
  rebuild_strands (self);
  apo_graph_canvas_glide_from (self, before);
  apo_graph_canvas_update_lights (self);

  /* Translators: what the graph shows, for screen readers */
  label = g_strdup_printf (_("Relations: %u actors, %u edges"), self->spots->len,
                           self->strands->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_emit_by_name (self, "content-changed");
}

static gboolean
rebuild_cb (gpointer data)
{
  ApoGraphCanvas *self = data;

  self->rebuild_source = 0;
  apo_graph_canvas_rebuild (self);

  return G_SOURCE_REMOVE;
}

/* Before the next frame, but not in the same breath as the change itself. */
void
apo_graph_canvas_queue_rebuild (ApoGraphCanvas *self)
{
  if (self->rebuild_source == 0)
    self->rebuild_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, rebuild_cb, self, NULL);
}

int
apo_graph_canvas_find_strand (ApoGraphCanvas *self,
                              const char     *relation)
{
  for (guint i = 0; i < self->strands->len; i++)
    {
      GPtrArray *relations = APO_GRAPH_TIE (self, i)->relations;

      for (guint j = 0; j < relations->len; j++)
        if (g_str_equal (apo_item_get_id (relations->pdata[j]), relation))
          return i;
    }

  return -1;
}

/* What is selected is not left out. */
void
apo_graph_canvas_show_selected (ApoGraphCanvas *self,
                                const char     *id)
{
  if (id != NULL && self->spots->len < self->content->n_actors
      && !g_hash_table_contains (self->widgets, id) && apo_graph_canvas_find_strand (self, id) < 0)
    apo_graph_canvas_queue_rebuild (self);
}

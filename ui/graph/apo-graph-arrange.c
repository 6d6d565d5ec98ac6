/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "apo-graph-canvas-private.h"

/* A place given by hand is a field of the actor and belongs to the history.  A place that was
 * computed belongs to the view: it is kept so that the same picture comes back. */

#define PLACES_KEY "graph-positions"
#define VIEW_KEY "graph-view"
#define PLACES_TYPE "a{s(ii)}"
#define VIEW_TYPE "(ddd)"
#define MIN_ZOOM 0.2
#define MAX_FIT_ZOOM 1.35
#define MARGIN_X 64.0           /* of the fitted picture, for names and signs */
#define MARGIN_TOP 40.0
#define MARGIN_BOTTOM 54.0

static void
set_place (ApoGraphCanvas *self,
           const char     *id,
           double          x,
           double          y)
{
  ApoGraphPlace *place = g_new (ApoGraphPlace, 1);

  place->x = x;
  place->y = y;
  g_hash_table_insert (self->places, g_strdup (id), place);
}

/* Reads the places and the view that the dossier keeps. */
void
apo_graph_canvas_restore_places (ApoGraphCanvas *self)
{
  g_autoptr (GVariant) places = NULL;
  g_autoptr (GVariant) view = NULL;
  GVariantIter iter;
  const char *id;
  int x, y;

  g_hash_table_remove_all (self->places);
  self->fitted = TRUE;
  if (self->dossier == NULL)
    return;

  places = apo_dossier_get_view_state (self->dossier, PLACES_KEY);
  if (places != NULL && g_variant_is_of_type (places, G_VARIANT_TYPE (PLACES_TYPE)))
    {
      g_variant_iter_init (&iter, places);
      while (g_variant_iter_next (&iter, "{&s(ii)}", &id, &x, &y))
        set_place (self, id, x, y);
    }

  view = apo_dossier_get_view_state (self->dossier, VIEW_KEY);
  if (view != NULL && g_variant_is_of_type (view, G_VARIANT_TYPE (VIEW_TYPE)))
    {
      g_variant_get (view, VIEW_TYPE, &self->zoom, &self->pan_x, &self->pan_y);
      self->fitted = !isfinite (self->zoom) || self->zoom < MIN_ZOOM / 2
                     || !isfinite (self->pan_x) || !isfinite (self->pan_y);
    }
}

void
apo_graph_canvas_store_places (ApoGraphCanvas *self)
{
  GVariantBuilder builder;
  g_autoptr (GList) ids = NULL;

  if (self->dossier == NULL)
    return;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (PLACES_TYPE));
  ids = g_list_sort (g_hash_table_get_keys (self->places), (GCompareFunc) g_strcmp0);
  for (GList *l = ids; l != NULL; l = l->next)
    {
      const ApoGraphPlace *place = g_hash_table_lookup (self->places, l->data);

      g_variant_builder_add (&builder, "{s(ii)}", l->data, (int) round (place->x),
                             (int) round (place->y));
    }
  apo_dossier_set_view_state (self->dossier, PLACES_KEY, g_variant_builder_end (&builder));
}

/* Keeps zoom and pan, or that the picture follows its size, which is a zoom of 0. */
void
apo_graph_canvas_store_view (ApoGraphCanvas *self)
{
  if (self->dossier == NULL)
    return;

  apo_dossier_set_view_state (self->dossier, VIEW_KEY,
                              g_variant_new (VIEW_TYPE, self->fitted ? 0. : self->zoom,
                                             self->pan_x, self->pan_y));
}

/* Where @actor was put by hand or else was before; FALSE if it is new. */
gboolean
apo_graph_canvas_find_place (ApoGraphCanvas *self,
                             ApoActor       *actor,
                             ApoGraphPlace  *place)
{
  const ApoGraphPlace *known;
  int x, y;

  if (apo_actor_get_position (actor, &x, &y))
    {
      place->x = x;
      place->y = y;
      return TRUE;
    }

  known = g_hash_table_lookup (self->places, apo_item_get_id (APO_ITEM (actor)));
  if (known != NULL)
    *place = *known;

  return known != NULL;
}

/* Makes where a node is now its computed place. */
void
apo_graph_canvas_keep_place (ApoGraphCanvas *self,
                             guint           spot)
{
  ApoGraphSpot *kept = APO_GRAPH_SPOT (self, spot);

  /* In whole units, as files have them, so that what is opened again does not stir. */
  kept->place.x = round (kept->place.x);
  kept->place.y = round (kept->place.y);
  kept->goal = kept->place;
  set_place (self, apo_item_get_id (APO_ITEM (APO_GRAPH_ACTOR (self, spot)->actor)),
             kept->place.x, kept->place.y);
}

/* The layout of what is shown: @living, as it is drawn now; else, from the places that are kept. */
ApoGraphLayout *
apo_graph_canvas_make_layout (ApoGraphCanvas *self,
                              gboolean        living)
{
  guint n_nodes = self->spots->len;
  guint n_edges = self->strands->len;
  g_autofree ApoGraphLayoutNode *nodes = g_new0 (ApoGraphLayoutNode, n_nodes);
  g_autofree ApoGraphLayoutEdge *edges = g_new0 (ApoGraphLayoutEdge, n_edges);
  double aspect = self->height > 0 ? (double) self->width / self->height : 1.2;

  for (guint i = 0; i < n_nodes; i++)
    {
      ApoGraphSpot *spot = APO_GRAPH_SPOT (self, i);
      ApoActor *actor = APO_GRAPH_ACTOR (self, i)->actor;
      ApoGraphPlace place = spot->place;
      int width, height;

      pango_layout_get_pixel_size (spot->name, &width, &height);
      nodes[i].radius = APO_GRAPH_ACTOR (self, i)->radius;
      nodes[i].label_width = width;
      nodes[i].label_height = height + 4;
      nodes[i].has_position = living ? spot->placed : apo_graph_canvas_find_place (self, actor, &place);
      nodes[i].x = place.x;
      nodes[i].y = place.y;
      nodes[i].fixed = nodes[i].has_position && apo_actor_is_pinned (actor);
    }
  for (guint i = 0; i < n_edges; i++)
    {
      const ApoGraphTie *tie = APO_GRAPH_TIE (self, i);

      edges[i] = (ApoGraphLayoutEdge) { tie->from, tie->to, sqrt (tie->relations->len) };
    }

  return apo_graph_layout_new (nodes, n_nodes, edges, n_edges, aspect);
}

/* What the worker gets: nothing in it is touched by anybody else until it is done. */
typedef struct {
  ApoGraphLayout *layout;
  GPtrArray *ids;               /* of the actors, as the nodes of the layout */
  guint serial;
} Job;

static void
job_free (Job *job)
{
  apo_graph_layout_free (job->layout);
  g_ptr_array_unref (job->ids);
  g_free (job);
}

static void
arrange_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;

  apo_graph_layout_arrange (job->layout);
  g_task_return_boolean (task, TRUE);
}

/* Gives a node the place that was found for it; one that was drawn elsewhere glides there. */
static void
take_place (ApoGraphCanvas *self,
            guint           index,
            Job            *job,
            guint           node)
{
  ApoGraphSpot *spot = APO_GRAPH_SPOT (self, index);

  apo_graph_layout_get_position (job->layout, node, &spot->place.x, &spot->place.y);
  spot->placed = TRUE;
  apo_graph_canvas_keep_place (self, index);
}

static void
take_places (ApoGraphCanvas *self,
             Job            *job)
{
  g_autoptr (GHashTable) nodes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) before = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < job->ids->len; i++)
    g_hash_table_insert (nodes, job->ids->pdata[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < self->spots->len; i++)
    {
      ApoGraphSpot *spot = APO_GRAPH_SPOT (self, i);
      const char *id = apo_item_get_id (APO_ITEM (APO_GRAPH_ACTOR (self, i)->actor));
      gpointer node = g_hash_table_lookup (nodes, id);

      if (spot->placed)
        g_hash_table_insert (before, spot->widget,
                             g_memdup2 (&spot->place, sizeof (ApoGraphPlace)));
      if (node != NULL)
        take_place (self, i, job, GPOINTER_TO_UINT (node) - 1);
    }
  apo_graph_canvas_store_places (self);
  apo_graph_canvas_glide_from (self, before);
}

static void
arranged_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  ApoGraphCanvas *self = APO_GRAPH_CANVAS (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  /* Of a graph that is no longer shown, or that has changed since. */
  if (job->serial != self->arrange_serial || self->dossier == NULL)
    return;

  take_places (self, job);
  if (self->fitted)
    apo_graph_canvas_fit_view (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
has_new_nodes (ApoGraphCanvas *self)
{
  ApoGraphPlace known;

  for (guint i = 0; i < self->spots->len; i++)
    if (!apo_graph_canvas_find_place (self, APO_GRAPH_ACTOR (self, i)->actor, &known))
      return TRUE;

  return FALSE;
}

/* Finds places for the nodes that have none, in a thread; those that have one do not move, unless a
 * new one needs room.  What is found counts unless the graph has become another one by then. */
void
apo_graph_canvas_arrange (ApoGraphCanvas *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  self->needs_arranging = FALSE;
  self->arrange_serial++;
  if (!has_new_nodes (self))
    return;

  job = g_new0 (Job, 1);
  job->layout = apo_graph_canvas_make_layout (self, FALSE);
  job->ids = g_ptr_array_new_with_free_func (g_free);
  job->serial = self->arrange_serial;
  for (guint i = 0; i < self->spots->len; i++)
    g_ptr_array_add (job->ids,
                     g_strdup (apo_item_get_id (APO_ITEM (APO_GRAPH_ACTOR (self, i)->actor))));
  if (job->layout == NULL)
    {
      g_ptr_array_unref (job->ids);
      g_free (job);
      return;
    }

  task = g_task_new (self, NULL, arranged_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, arrange_thread);
}

/* Whether both ends of an edge have their places. */
gboolean
apo_graph_canvas_is_strand_shown (ApoGraphCanvas *self,
                                  guint           strand)
{
  const ApoGraphTie *tie = APO_GRAPH_TIE (self, strand);

  return tie->present && APO_GRAPH_SPOT (self, tie->from)->placed
         && APO_GRAPH_SPOT (self, tie->to)->placed;
}

/* Sets zoom and pan so that the whole picture is seen. */
void
apo_graph_canvas_fit_view (ApoGraphCanvas *self)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  double width = MAX (self->width - 2 * MARGIN_X, 1);
  double height = MAX (self->height - MARGIN_TOP - MARGIN_BOTTOM, 1);

  if (self->spots->len == 0)
    return;

  for (guint i = 0; i < self->spots->len; i++)
    {
      const ApoGraphPlace *place = &APO_GRAPH_SPOT (self, i)->goal;

      if (!APO_GRAPH_SPOT (self, i)->placed)
        continue;
      left = MIN (left, place->x);
      right = MAX (right, place->x);
      top = MIN (top, place->y);
      bottom = MAX (bottom, place->y);
    }

  if (left > right)
    return;

  self->zoom = MIN (width / MAX (right - left, 1), height / MAX (bottom - top, 1));
  self->zoom = CLAMP (self->zoom, MIN_ZOOM, MAX_FIT_ZOOM);
  self->pan_x = -(left + right) / 2 * self->zoom;
  self->pan_y = -(top + bottom) / 2 * self->zoom - (MARGIN_BOTTOM - MARGIN_TOP) / 2;
}

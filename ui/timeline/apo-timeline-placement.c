/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-placement.h"

#include <math.h>

#include "apo-timeline-axis.h"
#include "apo-timeline-cluster.h"
#include "apo-timeline-drawing.h"
#include "apo-timeline-event.h"

#define GAP 10.0
#define CLUSTER_WIDTH 30.0
#define POINT_REACH (APO_TIMELINE_POINT_RADIUS + 5)
#define NARROWEST_BAR 16.0
/* How far the box of an event reaches beyond its mark, for its light. */
#define PADDING 6.0

/* The extents of the marks of an event in pixels from day 0. */
static ApoPackItem
measure_item (ApoTimelinePlacement *placement,
              guint              index,
              double             density)
{
  ApoTimelineEvent *event = placement->events->pdata[index];
  ApoInterval interval = apo_event_get_interval (apo_timeline_event_get_event (event));
  ApoPackItem item = { -INFINITY, INFINITY, apo_timeline_event_get_label_width (event) };
  double lack;

  if (apo_timeline_event_is_point (event))
    {
      item.start = (interval.earliest + 0.5) * density - POINT_REACH;
      item.end = item.start + 2 * POINT_REACH;
      return item;
    }

  if (interval.earliest != APO_DAY_NONE)
    item.start = interval.earliest * density;
  if (interval.latest != APO_DAY_NONE)
    item.end = (interval.latest + 1) * density;
  lack = NARROWEST_BAR - (item.end - item.start);
  if (lack > 0)
    {
      item.start -= lack / 2;
      item.end += lack / 2;
    }

  return item;
}

/* Labels keep within what there is to see, whatever part of it is in sight. */
static void
get_bounds (const ApoTimeScale *all,
            double              density,
            double              width,
            ApoPackOptions     *options)
{
  double lack = width - (all->end - all->start) * density;

  options->lower = all->start * density - MAX (lack, 0) / 2;
  options->upper = all->end * density + MAX (lack, 0) / 2;
}

static int
compare_slots (const void *one,
               const void *other)
{
  double a = ((const ApoTimelineSlot *) one)->x;
  double b = ((const ApoTimelineSlot *) other)->x;

  return a < b ? -1 : a > b;
}

static guint
count_rows (int height)
{
  int room = height - APO_TIMELINE_ROWS_TOP - APO_TIMELINE_FOOT_HEIGHT;

  return MAX (room / APO_TIMELINE_ROW_HEIGHT, 1);
}

static void
place_child (GtkWidget *child,
             double     start,
             double     end,
             guint      row)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation) {
                              floor (start),
                              APO_TIMELINE_ROWS_TOP + row * APO_TIMELINE_ROW_HEIGHT,
                              ceil (end) - floor (start),
                              APO_TIMELINE_ROW_HEIGHT },
                            -1);
}

static void
place_event (ApoTimelinePlacement *placement,
             guint              index,
             double             offset,
             int                width)
{
  ApoTimelineEvent *event = placement->events->pdata[index];
  const ApoPackPlace *place = &placement->pack->places[index];
  const ApoPackItem *item = &g_array_index (placement->items, ApoPackItem, index);
  double start = MAX (place->start - offset - PADDING, -2 * APO_TIMELINE_ROW_HEIGHT);
  double end = MIN (place->end - offset + PADDING, width + 2 * APO_TIMELINE_ROW_HEIGHT);
  gboolean visible = place->cluster < 0 && end > 0 && start < width;
  ApoTimelineGeometry geometry;

  gtk_widget_set_child_visible (GTK_WIDGET (event), visible);
  if (!visible)
    return;

  /* An open end is beyond the border at any rate. */
  geometry.mark_start = MAX (item->start - offset, -4 * width) - floor (start);
  geometry.mark_end = MIN (item->end - offset, 5 * width) - floor (start);
  if (isinf (item->start))
    geometry.mark_start = -floor (start) - PADDING;
  if (isinf (item->end))
    geometry.mark_end = width - floor (start) + PADDING;
  if (apo_timeline_event_is_point (event))
    {
      geometry.mark_start += POINT_REACH - APO_TIMELINE_POINT_RADIUS;
      geometry.mark_end -= POINT_REACH - APO_TIMELINE_POINT_RADIUS;
    }
  geometry.visible_start = -floor (start);
  geometry.visible_end = width - floor (start);
  geometry.side = place->side;

  apo_timeline_event_set_geometry (event, &geometry);
  place_child (GTK_WIDGET (event), start, end, place->row);
}

static void
place_cluster (ApoTimelinePlacement *placement,
               guint              index,
               double             offset,
               int                width)
{
  GtkWidget *widget = placement->clusters->pdata[index];
  const ApoPackCluster *cluster;
  gboolean visible;

  if (index >= placement->pack->n_clusters)
    {
      gtk_widget_set_child_visible (widget, FALSE);
      return;
    }

  cluster = &placement->pack->clusters[index];
  visible = cluster->end - offset > 0 && cluster->start - offset < width;
  gtk_widget_set_child_visible (widget, visible);
  if (!visible)
    return;

  apo_timeline_cluster_set_count (APO_TIMELINE_CLUSTER (widget), cluster->n_items);
  place_child (widget, cluster->start - offset, cluster->end - offset,
               placement->pack->n_rows - 1);
}

ApoTimelinePlacement *
apo_timeline_placement_new (void)
{
  ApoTimelinePlacement *placement = g_new0 (ApoTimelinePlacement, 1);

  placement->events = g_ptr_array_new ();
  placement->clusters = g_ptr_array_new ();
  placement->items = g_array_new (FALSE, FALSE, sizeof (ApoPackItem));
  placement->slots = g_array_new (FALSE, FALSE, sizeof (ApoTimelineSlot));

  return placement;
}

void
apo_timeline_placement_free (ApoTimelinePlacement *placement)
{
  g_clear_pointer (&placement->pack, apo_timeline_pack_free);
  g_ptr_array_unref (placement->events);
  g_ptr_array_unref (placement->clusters);
  g_array_unref (placement->items);
  g_array_unref (placement->slots);
  g_free (placement);
}

/**
 * apo_timeline_placement_invalidate:
 *
 * Forgets all places, because the events or their labels have changed.
 */
void
apo_timeline_placement_invalidate (ApoTimelinePlacement *placement)
{
  g_clear_pointer (&placement->pack, apo_timeline_pack_free);
  g_array_set_size (placement->slots, 0);
}

/**
 * apo_timeline_placement_update:
 * @all: the scale that shows everything
 * @height: pixels of the canvas
 *
 * Finds new places if the old ones are for another zoom or size.
 */
void
apo_timeline_placement_update (ApoTimelinePlacement *placement,
                               const ApoTimeScale   *scale,
                               const ApoTimeScale   *all,
                               int                   height)
{
  double density = scale->width / (scale->end - scale->start);
  guint n_rows = count_rows (height);
  ApoPackOptions options = { 0, 0, GAP, CLUSTER_WIDTH, n_rows };

  if (placement->pack != NULL && fabs (density / placement->density - 1) < 1e-9
      && placement->width == scale->width && placement->n_rows == n_rows)
    return;

  g_array_set_size (placement->items, 0);
  for (guint i = 0; i < placement->events->len; i++)
    {
      ApoPackItem item = measure_item (placement, i, density);

      g_array_append_val (placement->items, item);
    }

  get_bounds (all, density, scale->width, &options);
  g_clear_pointer (&placement->pack, apo_timeline_pack_free);
  placement->pack = apo_timeline_pack_new ((ApoPackItem *) placement->items->data,
                                           placement->items->len, &options);
  placement->density = density;
  placement->width = scale->width;
  placement->n_rows = n_rows;
  apo_timeline_placement_collect (placement);
}

/**
 * apo_timeline_placement_collect:
 *
 * Brings what has a place into the order of time; also needed when there are more clusters.
 */
void
apo_timeline_placement_collect (ApoTimelinePlacement *placement)
{
  g_array_set_size (placement->slots, 0);

  for (guint i = 0; i < placement->pack->n_places; i++)
    if (placement->pack->places[i].cluster < 0)
      {
        ApoTimelineSlot slot = { g_array_index (placement->items, ApoPackItem, i).start,
                                 placement->events->pdata[i] };

        g_array_append_val (placement->slots, slot);
      }

  for (guint i = 0; i < MIN (placement->pack->n_clusters, placement->clusters->len); i++)
    {
      ApoTimelineSlot slot = { placement->pack->clusters[i].start, placement->clusters->pdata[i] };

      g_array_append_val (placement->slots, slot);
    }

  g_array_sort (placement->slots, compare_slots);
}

/**
 * apo_timeline_placement_allocate:
 *
 * Puts all children to their places.
 */
void
apo_timeline_placement_allocate (ApoTimelinePlacement *placement,
                                 const ApoTimeScale   *scale)
{
  double offset = scale->start * placement->density;

  for (guint i = 0; i < placement->events->len; i++)
    place_event (placement, i, offset, scale->width);
  for (guint i = 0; i < placement->clusters->len; i++)
    place_cluster (placement, i, offset, scale->width);
}

/**
 * apo_timeline_placement_get_y:
 * @index: of an event
 *
 * Returns: the middle of its row in pixels
 */
double
apo_timeline_placement_get_y (ApoTimelinePlacement *placement,
                              guint                 index)
{
  return APO_TIMELINE_ROWS_TOP
         + (placement->pack->places[index].row + 0.5) * APO_TIMELINE_ROW_HEIGHT;
}

/**
 * apo_timeline_placement_find_slot:
 * @widget: (nullable): a child
 *
 * Returns: its index in the order of time, or -1
 */
int
apo_timeline_placement_find_slot (ApoTimelinePlacement *placement,
                                  GtkWidget            *widget)
{
  for (guint i = 0; i < placement->slots->len; i++)
    if (widget != NULL && g_array_index (placement->slots, ApoTimelineSlot, i).widget == widget)
      return i;

  return -1;
}

/**
 * apo_timeline_placement_find_after:
 * @day: a moment in days
 *
 * Returns: the index of the first slot from there on, or 0 where there is none
 */
int
apo_timeline_placement_find_after (ApoTimelinePlacement *placement,
                                   double                day)
{
  for (guint i = 0; i < placement->slots->len; i++)
    if (g_array_index (placement->slots, ApoTimelineSlot, i).x >= day * placement->density)
      return i;

  return 0;
}

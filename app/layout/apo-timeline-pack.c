/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-pack.h"

#include <math.h>

/* Pixels that a label needs inside of its mark, more than beside it. */
#define INSIDE_MARGIN 8.0
/* In widths of the narrowest cluster. */
#define WIDEST_CLUSTER 3

typedef struct {
  double start;
  double end;
  guint index;
} Extent;

typedef struct {
  double key;
  guint row;
} HeapEntry;

typedef struct {
  HeapEntry *entries;
  guint n_entries;
} Heap;

/* What has come together in the last row: one item, or several as a cluster. */
typedef struct {
  double start;
  double end;
  GArray *members;
} Group;

static void
heap_push (Heap   *heap,
           double  key,
           guint   row)
{
  guint i = heap->n_entries++;

  while (i > 0 && heap->entries[(i - 1) / 2].key > key)
    {
      heap->entries[i] = heap->entries[(i - 1) / 2];
      i = (i - 1) / 2;
    }

  heap->entries[i] = (HeapEntry) { key, row };
}

static guint
heap_pop (Heap *heap)
{
  guint row = heap->entries[0].row;
  HeapEntry moved = heap->entries[--heap->n_entries];
  guint i = 0;

  while (2 * i + 1 < heap->n_entries)
    {
      guint child = 2 * i + 1;

      if (child + 1 < heap->n_entries && heap->entries[child + 1].key < heap->entries[child].key)
        child++;
      if (heap->entries[child].key >= moved.key)
        break;
      heap->entries[i] = heap->entries[child];
      i = child;
    }

  heap->entries[i] = moved;

  return row;
}

static int
compare_extents (const void *one,
                 const void *other)
{
  const Extent *a = one;
  const Extent *b = other;

  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end > b->end ? -1 : 1;

  return a->index < b->index ? -1 : a->index > b->index;
}

static Extent *
sort_extents (const double *starts,
              const double *ends,
              guint         n_items)
{
  Extent *extents = g_new (Extent, n_items);

  for (guint i = 0; i < n_items; i++)
    extents[i] = (Extent) { starts[i], ends[i], i };
  if (n_items > 0)
    qsort (extents, n_items, sizeof (Extent), compare_extents);

  return extents;
}

static double
sanitize (double value,
          double least)
{
  return isnan (value) ? MAX (0, least) : MAX (value, least);
}

static void
place_label (const ApoPackItem    *item,
             const ApoPackOptions *options,
             ApoPackPlace         *place)
{
  double start = sanitize (item->start, -INFINITY);
  double end = sanitize (item->end, start);
  double label = sanitize (item->label, 0);

  place->start = start;
  place->end = end;
  place->cluster = -1;

  if (end - start >= label + INSIDE_MARGIN)
    {
      place->side = APO_LABEL_INSIDE;
    }
  else if (end + label > options->upper && start - label >= options->lower)
    {
      place->side = APO_LABEL_LEFT;
      place->start -= label;
    }
  else
    {
      place->side = APO_LABEL_RIGHT;
      place->end += label;
    }
}

/* Where a cluster shows the item: at its start, or at the border. */
static double
get_anchor (const ApoPackItem    *item,
            const ApoPackOptions *options)
{
  double start = sanitize (item->start, -INFINITY);

  return isinf (start) ? options->lower : start;
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_array_unref (group->members);
  g_free (group);
}

static Group *
group_new (const Extent *extent)
{
  Group *group = g_new0 (Group, 1);

  group->start = extent->start;
  group->end = extent->end;
  group->members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (group->members, extent->index);

  return group;
}

/* A cluster that has grown wide ends where the next item begins, if there is something left. */
static gboolean
group_ends_before (Group                *group,
                   const Extent         *extent,
                   const ApoPackOptions *options)
{
  if (extent->start >= group->end + options->gap)
    return TRUE;
  if (group->members->len < 2
      || extent->start < group->start + options->cluster_width + options->gap
      || extent->start - group->start < options->cluster_width * WIDEST_CLUSTER)
    return FALSE;

  group->end = extent->start - options->gap;

  return TRUE;
}

static void
group_add (Group                *group,
           const Extent         *extent,
           const ApoPackItem    *items,
           const ApoPackOptions *options)
{
  double anchor = get_anchor (&items[extent->index], options);

  if (group->members->len == 1)
    {
      group->start = get_anchor (&items[g_array_index (group->members, guint, 0)], options);
      group->end = group->start;
    }

  group->start = MIN (group->start, anchor);
  group->end = MAX (MAX (group->end, anchor), group->start + options->cluster_width);
  g_array_append_val (group->members, extent->index);
}

/* Greedily, from left to right, what has no room beside its neighbour comes into one group. */
static GPtrArray *
group_extents (const Extent         *extents,
               guint                 n_extents,
               const ApoPackItem    *items,
               const ApoPackOptions *options)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (group_free);
  Group *group = NULL;

  for (guint i = 0; i < n_extents; i++)
    {
      if (group != NULL && !group_ends_before (group, &extents[i], options))
        {
          group_add (group, &extents[i], items, options);
          continue;
        }

      group = group_new (&extents[i]);
      g_ptr_array_add (groups, group);
    }

  return groups;
}

static void
take_groups (ApoTimelinePack *pack,
             GPtrArray       *groups)
{
  guint last_row = pack->n_rows - 1;

  pack->clusters = g_new0 (ApoPackCluster, groups->len);

  for (guint i = 0; i < groups->len; i++)
    {
      Group *group = groups->pdata[i];
      int cluster = -1;

      if (group->members->len > 1)
        {
          cluster = pack->n_clusters++;
          pack->clusters[cluster] = (ApoPackCluster) { group->start, group->end,
                                                       group->members->len };
        }

      for (guint j = 0; j < group->members->len; j++)
        {
          ApoPackPlace *place = &pack->places[g_array_index (group->members, guint, j)];

          place->row = last_row;
          place->cluster = cluster;
        }
    }
}

/* What first fit puts into the last row and below shares the last row. */
static void
crowd (ApoTimelinePack      *pack,
       const guint          *rows,
       const ApoPackItem    *items,
       const ApoPackOptions *options)
{
  g_autofree double *starts = g_new (double, pack->n_places);
  g_autofree double *ends = g_new (double, pack->n_places);
  g_autofree guint *indices = g_new (guint, pack->n_places);
  g_autofree Extent *extents = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  guint n_extents = 0;

  for (guint i = 0; i < pack->n_places; i++)
    if (rows[i] + 1 >= options->max_rows)
      {
        starts[n_extents] = pack->places[i].start;
        ends[n_extents] = pack->places[i].end;
        indices[n_extents++] = i;
      }

  extents = sort_extents (starts, ends, n_extents);
  for (guint i = 0; i < n_extents; i++)
    extents[i].index = indices[extents[i].index];

  pack->n_rows = options->max_rows;
  groups = group_extents (extents, n_extents, items, options);
  take_groups (pack, groups);
}

/**
 * apo_timeline_pack_rows:
 * @starts: (array length=n_items): pixels
 * @ends: (array length=n_items): pixels, none before its start
 * @gap: pixels between neighbours
 * @rows: (out caller-allocates) (array length=n_items): the row of each
 *
 * Gives each item, by its start and the longer one first, the first row that is free from there on.
 * Two heaps, one of the rows in use by their ends and one of the free rows by their numbers, make
 * that O(n log n).
 *
 * Returns: the number of rows
 */
guint
apo_timeline_pack_rows (const double *starts,
                        const double *ends,
                        guint         n_items,
                        double        gap,
                        guint        *rows)
{
  g_autofree Extent *extents = sort_extents (starts, ends, n_items);
  g_autofree HeapEntry *used_entries = g_new (HeapEntry, n_items);
  g_autofree HeapEntry *free_entries = g_new (HeapEntry, n_items);
  Heap used = { used_entries, 0 };
  Heap unused = { free_entries, 0 };
  guint n_rows = 0;

  for (guint i = 0; i < n_items; i++)
    {
      guint row;

      while (used.n_entries > 0 && used.entries[0].key + gap <= extents[i].start)
        {
          row = heap_pop (&used);
          heap_push (&unused, row, row);
        }

      row = unused.n_entries > 0 ? heap_pop (&unused) : n_rows++;
      rows[extents[i].index] = row;
      heap_push (&used, extents[i].end, row);
    }

  return n_rows;
}

/**
 * apo_timeline_pack_new:
 * @items: (array length=n_items): in any order; ties go by this order
 *
 * Finds a place for each item and its label.  A label goes inside of its mark if all of it has room
 * there, else to the right, or to the left where the right would be over the border.  If there are
 * more rows than allowed, what did not fit into the others comes together in the last one, as
 * clusters where it is crowded.
 *
 * Returns: (transfer full): the places
 */
ApoTimelinePack *
apo_timeline_pack_new (const ApoPackItem    *items,
                       guint                 n_items,
                       const ApoPackOptions *options)
{
  ApoTimelinePack *pack = g_new0 (ApoTimelinePack, 1);
  g_autofree double *starts = g_new (double, n_items);
  g_autofree double *ends = g_new (double, n_items);
  g_autofree guint *rows = g_new (guint, n_items);

  pack->places = g_new0 (ApoPackPlace, n_items);
  pack->n_places = n_items;

  for (guint i = 0; i < n_items; i++)
    {
      place_label (&items[i], options, &pack->places[i]);
      starts[i] = pack->places[i].start;
      ends[i] = pack->places[i].end;
    }

  pack->n_rows = apo_timeline_pack_rows (starts, ends, n_items, options->gap, rows);
  for (guint i = 0; i < n_items; i++)
    pack->places[i].row = rows[i];

  if (options->max_rows > 0 && pack->n_rows > options->max_rows)
    crowd (pack, rows, items, options);

  return pack;
}

void
apo_timeline_pack_free (ApoTimelinePack *pack)
{
  g_free (pack->places);
  g_free (pack->clusters);
  g_free (pack);
}

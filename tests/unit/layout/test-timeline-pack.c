/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-pack.h"

#include <math.h>
#include <string.h>

#define GAP 6.0

static const ApoPackOptions options = { 0, 1000, GAP, 28, 0 };

typedef struct {
  double start;
  double end;
  guint index;
} Extent;

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

  return (int) a->index - (int) b->index;
}

/* First fit as anybody would write it. */
static void
pack_naively (const double *starts,
              const double *ends,
              guint         n_items,
              guint        *rows)
{
  g_autofree Extent *extents = g_new (Extent, n_items);

  for (guint i = 0; i < n_items; i++)
    extents[i] = (Extent) { starts[i], ends[i], i };
  qsort (extents, n_items, sizeof (Extent), compare_extents);

  for (guint i = 0; i < n_items; i++)
    for (guint row = 0;; row++)
      {
        gboolean is_free = TRUE;

        for (guint j = 0; j < i && is_free; j++)
          is_free = rows[extents[j].index] != row || extents[j].end + GAP <= extents[i].start;
        if (is_free)
          {
            rows[extents[i].index] = row;
            break;
          }
      }
}

static ApoPackItem *
make_items (GRand *rand,
            guint  n_items,
            double width)
{
  ApoPackItem *items = g_new (ApoPackItem, n_items);

  for (guint i = 0; i < n_items; i++)
    {
      double start = floor (g_rand_double_range (rand, 0, width));
      double length = g_rand_boolean (rand) ? 12 : g_rand_double_range (rand, 0, width / 3);

      items[i] = (ApoPackItem) { start, start + length, g_rand_double_range (rand, 0, 200) };
      if (g_rand_int_range (rand, 0, 12) == 0)
        items[i].start = -INFINITY;
      if (g_rand_int_range (rand, 0, 12) == 0)
        items[i].end = INFINITY;
    }

  return items;
}

static void
test_rows_as_naive (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (21);

  for (guint round = 0; round < 200; round++)
    {
      guint n_items = g_rand_int_range (rand, 0, 120);
      g_autofree double *starts = g_new (double, n_items);
      g_autofree double *ends = g_new (double, n_items);
      g_autofree guint *rows = g_new (guint, n_items);
      g_autofree guint *naive = g_new (guint, n_items);
      guint n_rows;

      for (guint i = 0; i < n_items; i++)
        {
          starts[i] = g_rand_int_range (rand, 0, 300);
          ends[i] = starts[i] + g_rand_int_range (rand, 0, 60);
        }

      n_rows = apo_timeline_pack_rows (starts, ends, n_items, GAP, rows);
      pack_naively (starts, ends, n_items, naive);
      for (guint i = 0; i < n_items; i++)
        {
          g_assert_cmpuint (rows[i], ==, naive[i]);
          g_assert_cmpuint (rows[i], <, n_rows);
        }
    }
}

static gboolean
overlap (double a_start,
         double a_end,
         double b_start,
         double b_end)
{
  return a_start < b_end && b_start < a_end;
}

static void
assert_no_overlap (const ApoTimelinePack *pack)
{
  for (guint i = 0; i < pack->n_places; i++)
    for (guint j = i + 1; j < pack->n_places; j++)
      {
        const ApoPackPlace *a = &pack->places[i];
        const ApoPackPlace *b = &pack->places[j];

        if (a->row == b->row && a->cluster < 0 && b->cluster < 0)
          g_assert_false (overlap (a->start, a->end, b->start, b->end));
      }

  for (guint i = 0; i < pack->n_clusters; i++)
    {
      const ApoPackCluster *cluster = &pack->clusters[i];

      if (i > 0)
        g_assert_cmpfloat (cluster->start, >=, pack->clusters[i - 1].end + GAP);
      for (guint j = 0; j < pack->n_places; j++)
        if (pack->places[j].row == pack->n_rows - 1 && pack->places[j].cluster < 0)
          g_assert_false (overlap (cluster->start, cluster->end,
                                   pack->places[j].start, pack->places[j].end));
    }
}

/* Every item has a place of its own or is in one cluster, and the clusters count right. */
static void
assert_partition (const ApoTimelinePack *pack)
{
  g_autofree guint *counts = g_new0 (guint, pack->n_clusters);

  for (guint i = 0; i < pack->n_places; i++)
    {
      const ApoPackPlace *place = &pack->places[i];

      g_assert_cmpuint (place->row, <, pack->n_rows);
      g_assert_cmpint (place->cluster, <, (int) pack->n_clusters);
      if (place->cluster >= 0)
        counts[place->cluster]++;
    }

  for (guint i = 0; i < pack->n_clusters; i++)
    {
      g_assert_cmpuint (counts[i], ==, pack->clusters[i].n_items);
      g_assert_cmpuint (counts[i], >=, 2);
      g_assert_true (isfinite (pack->clusters[i].start));
      g_assert_true (isfinite (pack->clusters[i].end));
    }
}

static void
test_properties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (22);

  for (guint round = 0; round < 400; round++)
    {
      guint n_items = g_rand_int_range (rand, 0, 150);
      g_autofree ApoPackItem *items = make_items (rand, n_items, 1000);
      ApoPackOptions crowded = options;
      g_autoptr (ApoTimelinePack) pack = NULL;
      g_autoptr (ApoTimelinePack) again = NULL;

      crowded.max_rows = g_rand_int_range (rand, 0, 9);
      pack = apo_timeline_pack_new (items, n_items, &crowded);
      again = apo_timeline_pack_new (items, n_items, &crowded);

      if (crowded.max_rows > 0)
        g_assert_cmpuint (pack->n_rows, <=, crowded.max_rows);
      else
        g_assert_cmpuint (pack->n_clusters, ==, 0);
      assert_no_overlap (pack);
      assert_partition (pack);

      g_assert_cmpuint (pack->n_clusters, ==, again->n_clusters);
      for (guint i = 0; i < n_items; i++)
        {
          g_assert_cmpuint (pack->places[i].row, ==, again->places[i].row);
          g_assert_cmpint (pack->places[i].cluster, ==, again->places[i].cluster);
        }
    }
}

static void
test_label_sides (void)
{
  static const struct {
    ApoPackItem item;
    ApoLabelSide side;
    double start;
    double end;
  } cases[] = {
    { { 100, 112, 80 }, APO_LABEL_RIGHT, 100, 192 },
    { { 950, 962, 80 }, APO_LABEL_LEFT, 870, 962 },
    { { 100, 300, 80 }, APO_LABEL_INSIDE, 100, 300 },
    { { 100, 188, 80 }, APO_LABEL_INSIDE, 100, 188 },
    { { 100, 187, 80 }, APO_LABEL_RIGHT, 100, 267 },
    { { 40, 980, 2000 }, APO_LABEL_RIGHT, 40, 2980 },
    { { -INFINITY, 50, 80 }, APO_LABEL_INSIDE, -INFINITY, 50 },
    { { 950, INFINITY, 80 }, APO_LABEL_INSIDE, 950, INFINITY },
    { { 100, 112, 0 }, APO_LABEL_INSIDE, 100, 112 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoTimelinePack) pack = apo_timeline_pack_new (&cases[i].item, 1, &options);

      g_assert_cmpint (pack->places[0].side, ==, cases[i].side);
      g_assert_cmpfloat (pack->places[0].start, ==, cases[i].start);
      g_assert_cmpfloat (pack->places[0].end, ==, cases[i].end);
      g_assert_cmpuint (pack->n_rows, ==, 1);
    }
}

/* What has room keeps its place; only what is crowded comes together. */
static void
test_clusters_only_where_crowded (void)
{
  ApoPackItem items[24];
  ApoPackOptions crowded = options;
  g_autoptr (ApoTimelinePack) pack = NULL;

  for (guint i = 0; i < 20; i++)
    items[i] = (ApoPackItem) { 100 + i, 112 + i, 60 };
  for (guint i = 20; i < 24; i++)
    items[i] = (ApoPackItem) { 400 + (i - 20) * 120, 412 + (i - 20) * 120, 60 };
  crowded.max_rows = 3;

  pack = apo_timeline_pack_new (items, G_N_ELEMENTS (items), &crowded);
  g_assert_cmpuint (pack->n_clusters, ==, 1);
  g_assert_cmpuint (pack->clusters[0].n_items, ==, 18);
  for (guint i = 20; i < 24; i++)
    g_assert_cmpint (pack->places[i].cluster, ==, -1);
}

static void
test_degenerate (void)
{
  static const ApoPackItem items[] = {
    { 5, 5, 0 },
    { 5, 5, 0 },
    { 9, 2, 10 },
    { NAN, NAN, NAN },
    { -INFINITY, INFINITY, 40 },
    { 1e12, 1e12, 1e12 },
    { -1e12, -1e12, 3 },
  };

  for (guint max_rows = 0; max_rows < 4; max_rows++)
    {
      ApoPackOptions narrow = { 0, 0, GAP, 28, max_rows };
      g_autoptr (ApoTimelinePack) pack = apo_timeline_pack_new (items, G_N_ELEMENTS (items),
                                                                &narrow);
      g_autoptr (ApoTimelinePack) empty = apo_timeline_pack_new (NULL, 0, &narrow);

      assert_no_overlap (pack);
      assert_partition (pack);
      g_assert_cmpuint (empty->n_rows, ==, 0);
      g_assert_cmpuint (empty->n_clusters, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/timeline-pack/rows-as-naive", test_rows_as_naive);
  g_test_add_func ("/layout/timeline-pack/properties", test_properties);
  g_test_add_func ("/layout/timeline-pack/label-sides", test_label_sides);
  g_test_add_func ("/layout/timeline-pack/clusters-only-where-crowded",
                   test_clusters_only_where_crowded);
  g_test_add_func ("/layout/timeline-pack/degenerate", test_degenerate);

  return g_test_run ();
}

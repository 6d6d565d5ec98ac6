/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit.h"
#include "apo-reader-ties.h"
#include "index-sample.h"

#define RIGHT 30
#define WIDTH 60
#define HEIGHT 4000

/* Ten pixels for a character. */
static double
get_place (guint    offset,
           gpointer user_data)
{
  return offset * 10;
}

static void
draw (ApoReaderTies *ties,
      IndexSample   *sample,
      ApoSpan        visible)
{
  GtkWidget *area = g_object_ref_sink (gtk_drawing_area_new ());
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gtk_widget_measure (area, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (area, WIDTH, HEIGHT, -1, NULL);
  apo_reader_ties_snapshot (ties, area, snapshot, sample->focus, visible, RIGHT, get_place, NULL);
  node = gtk_snapshot_free_to_node (snapshot);
  g_object_unref (area);
}

static guint
get_start (IndexSample *sample,
           guint        claim)
{
  guint n_spans;

  return apo_claim_get_content (index_sample_get_claim (sample, claim), &n_spans)[0].start;
}

/* What is drawn at the height of a place in the text, whichever its lane. */
static ApoClaimLink *
find_at (ApoReaderTies *ties,
         guint          offset)
{
  for (double x = 0; x < RIGHT; x += 2)
    if (apo_reader_ties_at (ties, x, offset * 10) != NULL)
      return apo_reader_ties_at (ties, x, offset * 10);

  return NULL;
}

static void
test_drawn (IndexSample  *sample,
            gconstpointer user_data)
{
  ApoClaim *first = index_sample_get_claim (sample, 0);
  ApoClaim *second = index_sample_get_claim (sample, 1);
  ApoClaimLink *link;
  guint middle = (get_start (sample, 0) + get_start (sample, 1)) / 2;

  link = apo_edit_add_link (sample->history, first, second, APO_LINK_CONTRADICTS);
  g_assert_nonnull (link);
  {
    g_autoptr (ApoReaderTies) ties = apo_reader_ties_new (sample->dossier);
    g_autofree char *words = NULL;

    g_assert_null (find_at (ties, middle));
    draw (ties, sample, APO_SPAN (0, HEIGHT / 10));
    g_assert_true (find_at (ties, middle) == link);
    g_assert_null (find_at (ties, get_start (sample, 1) + 10));

    /* On the way past, and out of sight. */
    draw (ties, sample, APO_SPAN (middle, middle + 1));
    g_assert_true (find_at (ties, middle) == link);
    draw (ties, sample, APO_SPAN (get_start (sample, 1) + 1, HEIGHT / 10));
    g_assert_null (find_at (ties, middle));

    apo_focus_select (sample->focus, apo_item_get_id (APO_ITEM (second)));
    g_assert_true (apo_reader_ties_get_other (ties, link, sample->focus) == first);
    apo_focus_select (sample->focus, apo_item_get_id (APO_ITEM (first)));
    g_assert_true (apo_reader_ties_get_other (ties, link, sample->focus) == second);
    words = apo_reader_ties_dup_words (ties, link, sample->focus);
    g_assert_true (g_str_has_prefix (words, "Contradicts · "));
  }

  apo_edit_set_dismissed (sample->history, APO_ITEM (first), TRUE);
  {
    g_autoptr (ApoReaderTies) ties = apo_reader_ties_new (sample->dossier);

    draw (ties, sample, APO_SPAN (0, HEIGHT / 10));
    g_assert_null (find_at (ties, middle));
  }
}

/* What lies within the other is nearer to the text. */
static void
test_lanes (IndexSample  *sample,
            gconstpointer user_data)
{
  ApoClaimLink *inner;
  ApoClaimLink *outer;
  g_autoptr (ApoReaderTies) ties = NULL;
  guint middle = (get_start (sample, 1) + get_start (sample, 2)) / 2;
  double x = RIGHT;

  outer = apo_edit_add_link (sample->history, index_sample_get_claim (sample, 0),
                             index_sample_get_claim (sample, 3), APO_LINK_SAME_AS);
  inner = apo_edit_add_link (sample->history, index_sample_get_claim (sample, 2),
                             index_sample_get_claim (sample, 1), APO_LINK_DEPENDS_ON);
  ties = apo_reader_ties_new (sample->dossier);
  draw (ties, sample, APO_SPAN (0, HEIGHT / 10));
  while (x > 0 && apo_reader_ties_at (ties, x, middle * 10) == NULL)
    x--;
  g_assert_true (apo_reader_ties_at (ties, x, middle * 10) == inner);
  while (x > 0 && apo_reader_ties_at (ties, x, middle * 10) != outer)
    x--;
  g_assert_cmpfloat (x, >, 0);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, IndexSample, NULL, index_sample_set_up, func, index_sample_tear_down)
  ADD ("/reader-ties/drawn", test_drawn);
  ADD ("/reader-ties/lanes", test_lanes);
#undef ADD

  return g_test_run ();
}

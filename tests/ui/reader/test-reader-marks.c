/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-marks.h"
#include "apo-sample-dossier.h"

static void
collect_cb (const ApoReaderMark *mark,
            gpointer             user_data)
{
  g_ptr_array_add (user_data, (gpointer) mark);
}

/* A look-up by range finds what a look at every mark finds. */
static void
test_range_property (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (seed);
      g_autoptr (ApoReaderMarks) marks = apo_reader_marks_new (dossier);
      g_autoptr (GPtrArray) all = g_ptr_array_new ();
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

      apo_reader_marks_foreach (marks, APO_SPAN (0, G_MAXUINT), collect_cb, all);

      for (guint round = 0; round < 30; round++)
        {
          g_autoptr (GPtrArray) found = g_ptr_array_new ();
          guint start = g_rand_int_range (rand, 0, 300);
          ApoSpan range = APO_SPAN (start, start + g_rand_int_range (rand, 1, 60));
          guint n_expected = 0;

          apo_reader_marks_foreach (marks, range, collect_cb, found);
          for (guint i = 0; i < all->len; i++)
            n_expected += apo_span_overlaps (((ApoReaderMark *) all->pdata[i])->span, range);
          g_assert_cmpuint (found->len, ==, n_expected);
        }
    }
}

/* What lies under one character comes shortest first. */
static void
test_at (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (seed);
      g_autoptr (ApoReaderMarks) marks = apo_reader_marks_new (dossier);

      for (guint offset = 0; offset < 300; offset++)
        {
          g_autoptr (GPtrArray) found = apo_reader_marks_at (marks, offset);

          for (guint i = 0; i < found->len; i++)
            {
              const ApoReaderMark *mark = found->pdata[i];

              g_assert_cmpuint (mark->span.start, <=, offset);
              g_assert_cmpuint (mark->span.end, >, offset);
              if (i > 0)
                g_assert_cmpuint (apo_span_get_length (mark->span), >=,
                                  apo_span_get_length (((ApoReaderMark *) found->pdata[i - 1])
                                                       ->span));
            }
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader/marks/range", test_range_property);
  g_test_add_func ("/reader/marks/at", test_at);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-mark.h"

#include <adwaita.h>

static guint32
hash_drawing (cairo_surface_t *surface)
{
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       cairo_image_surface_get_stride (surface)
                       * cairo_image_surface_get_height (surface));

  return g_bytes_hash (bytes);
}

/* In one colour, every verdict still has a shape of its own. */
static void
test_verdicts_differ (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 };
  const GdkRGBA white = { 1, 1, 1, 1 };
  guint32 hashes[APO_N_VERDICTS];

  for (guint i = 0; i < APO_N_VERDICTS; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 16, 16);
      cairo_t *cr = cairo_create (surface);

      apo_mark_draw_verdict (cr, i, &black, &white, 0, 0, 16);
      hashes[i] = hash_drawing (surface);
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (hashes[i], !=, hashes[j]);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_actors_differ (void)
{
  const GdkRGBA black = { 0, 0, 0, 1 };
  const GdkRGBA white = { 1, 1, 1, 1 };
  guint32 hashes[APO_ACTOR_PLACE + 1];

  for (guint i = 0; i <= APO_ACTOR_PLACE; i++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 60, 60);
      cairo_t *cr = cairo_create (surface);

      apo_mark_draw_actor (cr, i, &black, &white, 30, 30, 20);
      hashes[i] = hash_drawing (surface);
      for (guint j = 0; j < i; j++)
        g_assert_cmpuint (hashes[i], !=, hashes[j]);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_widget (void)
{
  g_autoptr (GtkWidget) mark = g_object_ref_sink (apo_mark_new ());
  ApoVerdict verdict;

  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "Not assessed");
  apo_mark_set_verdict (APO_MARK (mark), APO_VERDICT_DISPUTED);
  gtk_test_accessible_assert_property (mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "Disputed");
  g_object_get (mark, "verdict", &verdict, NULL);
  g_assert_cmpint (verdict, ==, APO_VERDICT_DISPUTED);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/mark/verdicts-differ", test_verdicts_differ);
  g_test_add_func ("/mark/actors-differ", test_actors_differ);
  g_test_add_func ("/mark/widget", test_widget);

  return g_test_run ();
}

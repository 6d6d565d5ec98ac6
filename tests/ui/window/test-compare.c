/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-compare.h"

#include <adwaita.h>

static GtkWidget *
get_box (GtkWidget      *compare,
         ApoCompareSide  side)
{
  return side == APO_COMPARE_FIRST ? gtk_widget_get_first_child (compare)
                                   : gtk_widget_get_last_child (compare);
}

static GtkLabel *
get_label (GtkWidget      *compare,
           ApoCompareSide  side)
{
  return GTK_LABEL (gtk_widget_get_last_child (get_box (compare, side)));
}

/* The stretch of a text, in bytes, that has an attribute of @type; "" where none has. */
static char *
dup_marked (GtkWidget      *compare,
            ApoCompareSide  side,
            PangoAttrType   type)
{
  GtkLabel *label = get_label (compare, side);
  PangoAttrList *list = gtk_label_get_attributes (label);
  g_autoslist (PangoAttribute) all = pango_attr_list_get_attributes (list);
  g_autoptr (GString) marked = g_string_new (NULL);

  for (GSList *l = all; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      if (attribute->klass->type == type)
        g_string_append_printf (marked, "[%.*s]",
                                (int) (attribute->end_index - attribute->start_index),
                                gtk_label_get_text (label) + attribute->start_index);
    }

  return g_string_free (g_steal_pointer (&marked), FALSE);
}

static void
assert_marked (GtkWidget      *compare,
               ApoCompareSide  side,
               PangoAttrType   type,
               const char     *expected)
{
  g_autofree char *marked = dup_marked (compare, side, type);

  g_assert_cmpstr (marked, ==, expected);
}

/* What is gone is struck out, what is new underlined; context is shown, and never marked. */
static void
test_change (void)
{
  g_autoptr (GtkWidget) compare = g_object_ref_sink (apo_compare_new ());

  gtk_test_accessible_assert_role (compare, GTK_ACCESSIBLE_ROLE_GROUP);
  apo_compare_set_words (APO_COMPARE (compare), "L’été fut long", "L’hiver fut long");
  apo_compare_set_context (APO_COMPARE (compare), APO_COMPARE_SECOND, "… Élu : ", ". …");

  g_assert_cmpstr (gtk_label_get_text (get_label (compare, APO_COMPARE_SECOND)), ==,
                   "… Élu : L’hiver fut long. …");
  assert_marked (compare, APO_COMPARE_FIRST, PANGO_ATTR_STRIKETHROUGH, "[été]");
  assert_marked (compare, APO_COMPARE_FIRST, PANGO_ATTR_UNDERLINE, "");
  assert_marked (compare, APO_COMPARE_SECOND, PANGO_ATTR_STRIKETHROUGH, "");
  assert_marked (compare, APO_COMPARE_SECOND, PANGO_ATTR_UNDERLINE, "[hiver]");
  gtk_test_accessible_assert_property (get_label (compare, APO_COMPARE_SECOND),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Only here: hiver");
}

static void
test_choice (void)
{
  g_autoptr (GtkWidget) compare = g_object_ref_sink (apo_compare_new ());

  apo_compare_set_words (APO_COMPARE (compare), "one two", "one three");
  apo_compare_set_kind (APO_COMPARE (compare), APO_COMPARE_CHOICE);
  assert_marked (compare, APO_COMPARE_FIRST, PANGO_ATTR_STRIKETHROUGH, "");
  assert_marked (compare, APO_COMPARE_FIRST, PANGO_ATTR_UNDERLINE, "[two]");
  assert_marked (compare, APO_COMPARE_SECOND, PANGO_ATTR_UNDERLINE, "[three]");
}

/* Where one is missing, a word says so, and the other is not marked from end to end. */
static void
test_nothing (void)
{
  g_autoptr (GtkWidget) compare = g_object_ref_sink (apo_compare_new ());

  apo_compare_set_words (APO_COMPARE (compare), "one two", NULL);
  g_assert_cmpstr (gtk_label_get_text (get_label (compare, APO_COMPARE_SECOND)), ==, "nothing");
  assert_marked (compare, APO_COMPARE_FIRST, PANGO_ATTR_STRIKETHROUGH, "");
}

/* Beside each other where there is room, else one below the other; the first comes first in the
 * direction of reading. */
static void
test_arrangement (void)
{
  g_autoptr (GtkWidget) compare = g_object_ref_sink (apo_compare_new ());
  GtkWidget *first = get_box (compare, APO_COMPARE_FIRST);
  GtkWidget *second = get_box (compare, APO_COMPARE_SECOND);
  GtkWidget *window = gtk_window_new ();
  graphene_rect_t a;
  graphene_rect_t b;
  int minimum;

  apo_compare_set_words (APO_COMPARE (compare), "one two", "one three");
  gtk_window_set_child (GTK_WINDOW (window), compare);
  gtk_widget_measure (compare, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <, 190);

  gtk_widget_size_allocate (compare, &(GtkAllocation) { 0, 0, 600, 200 }, -1);
  g_assert_true (gtk_widget_compute_bounds (first, compare, &a));
  g_assert_true (gtk_widget_compute_bounds (second, compare, &b));
  g_assert_cmpfloat (b.origin.x, >=, a.origin.x + a.size.width);
  g_assert_cmpfloat (a.origin.y, ==, b.origin.y);

  gtk_widget_set_direction (compare, GTK_TEXT_DIR_RTL);
  gtk_widget_size_allocate (compare, &(GtkAllocation) { 0, 0, 601, 200 }, -1);
  g_assert_true (gtk_widget_compute_bounds (first, compare, &a));
  g_assert_true (gtk_widget_compute_bounds (second, compare, &b));
  g_assert_cmpfloat (a.origin.x, >=, b.origin.x + b.size.width);

  gtk_widget_size_allocate (compare, &(GtkAllocation) { 0, 0, 300, 200 }, -1);
  g_assert_true (gtk_widget_compute_bounds (first, compare, &a));
  g_assert_true (gtk_widget_compute_bounds (second, compare, &b));
  g_assert_cmpfloat (b.origin.y, >=, a.origin.y + a.size.height);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/compare/change", test_change);
  g_test_add_func ("/compare/choice", test_choice);
  g_test_add_func ("/compare/nothing", test_nothing);
  g_test_add_func ("/compare/arrangement", test_arrangement);

  return g_test_run ();
}

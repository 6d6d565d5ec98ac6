/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-row-filler.h"

#include <adwaita.h>

#include "apo-row-slot.h"

#define N_ITEMS 1000
#define KEPT 200                /* so many rows a list view keeps at least */

/* A row that shows a string, and is the higher the longer that is. */
#define TEST_TYPE_ROW (test_row_get_type ())
G_DECLARE_FINAL_TYPE (TestRow, test_row, TEST, ROW, GtkWidget)

struct _TestRow {
  GtkWidget parent_instance;

  GtkStringObject *item;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (TestRow, test_row, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_ITEM,
  PROP_SELECTED,
};

static guint n_created;
static guint n_set;

static void
test_row_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  *minimum = *natural = 40;
}

static void
test_row_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  TestRow *self = TEST_ROW (object);

  if (prop_id == PROP_ITEM)
    g_value_set_object (value, self->item);
  else
    g_value_set_boolean (value, self->selected);
}

static void
test_row_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  TestRow *self = TEST_ROW (object);

  if (prop_id == PROP_SELECTED)
    self->selected = g_value_get_boolean (value);
  else if (g_set_object (&self->item, g_value_get_object (value)) && self->item != NULL)
    n_set++;
}

static void
test_row_dispose (GObject *object)
{
  g_clear_object (&TEST_ROW (object)->item);

  G_OBJECT_CLASS (test_row_parent_class)->dispose (object);
}

static void
test_row_class_init (TestRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = test_row_get_property;
  object_class->set_property = test_row_set_property;
  object_class->dispose = test_row_dispose;
  GTK_WIDGET_CLASS (klass)->measure = test_row_measure;
  g_object_class_install_property (object_class, PROP_ITEM,
                                   g_param_spec_object ("item", NULL, NULL, GTK_TYPE_STRING_OBJECT,
                                                        G_PARAM_READWRITE));
  g_object_class_install_property (object_class, PROP_SELECTED,
                                   g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE));
}

static void
test_row_init (TestRow *self)
{
  n_created++;
}

typedef struct {
  GtkWidget *window;
  GtkWidget *stack;
  GtkListView *view;
  GtkStringList *items;
  GtkSelectionModel *model;
  ApoRowFiller *filler;
} Fixture;

static GtkWidget *
create_row (gpointer user_data)
{
  return g_object_new (TEST_TYPE_ROW, NULL);
}

static void
wait_for_list (Fixture *fixture)
{
  while (gtk_list_view_get_model (fixture->view) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
add_items (Fixture *fixture,
           guint    n_items)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *string = g_strdup_printf ("%u", i);

      g_strv_builder_add (builder, string);
    }
  strings = g_strv_builder_end (builder);
  gtk_string_list_splice (fixture->items, 0, 0, (const char *const *) strings);
}

/* A list beside another page, so that it can be hidden. */
static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  n_created = n_set = 0;
  fixture->items = gtk_string_list_new (NULL);
  fixture->model = GTK_SELECTION_MODEL (
    gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (fixture->items))));
  fixture->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, NULL));
  fixture->filler = apo_row_filler_new (fixture->view, "item", create_row, NULL);
  apo_row_filler_set_model (fixture->filler, fixture->model);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  fixture->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (fixture->stack), scroller, "list");
  gtk_stack_add_named (GTK_STACK (fixture->stack), gtk_label_new ("Other"), "other");
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 300);
  /* a window keeps what had the keyboard focus when it was hidden until it draws again */
  gtk_widget_set_can_focus (fixture->stack, FALSE);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->stack);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_list (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->filler);
  g_assert_finalize_object (fixture->model);
  g_assert_finalize_object (fixture->items);
}

/* The slots in the order of the list. */
static GPtrArray *
list_slots (Fixture *fixture)
{
  GPtrArray *slots = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (slots, gtk_widget_get_first_child (child));

  return slots;
}

/* A filled slot shows the item of its place, the others nothing. */
static void
assert_right (Fixture *fixture)
{
  g_autoptr (GPtrArray) slots = list_slots (fixture);
  guint n_waiting = 0;

  for (guint i = 0; i < slots->len; i++)
    {
      ApoRowSlot *slot = slots->pdata[i];
      GtkWidget *row = apo_row_slot_get_row (slot);

      if (!apo_row_slot_is_filled (slot))
        {
          n_waiting++;
          g_assert_true (row == NULL || !gtk_widget_get_child_visible (row));
          continue;
        }
      g_assert_true (gtk_widget_get_child_visible (row));
      g_assert_true ((gpointer) TEST_ROW (row)->item
                     == gtk_list_item_get_item (apo_row_slot_get_item (slot)));
      g_assert_true (apo_row_slot_get_list_row (row) == gtk_widget_get_parent (GTK_WIDGET (slot)));
    }

  g_assert_cmpuint (apo_row_filler_count_waiting (fixture->filler), ==, n_waiting);
}

/* Goes on until all is filled, a few rows with each pass of the main loop. */
static void
fill_all (Fixture *fixture)
{
  while (apo_row_filler_count_waiting (fixture->filler) > 0)
    {
      guint before = n_set;

      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (n_set - before, <=, APO_ROW_FILLER_AT_ONCE);
      assert_right (fixture);
    }
}

static void
test_fill (Fixture      *fixture,
           gconstpointer user_data)
{
  add_items (fixture, N_ITEMS);
  g_assert_cmpuint (n_created, ==, APO_ROW_FILLER_AT_ONCE);
  g_assert_cmpuint (apo_row_filler_count_waiting (fixture->filler), >=,
                    KEPT - APO_ROW_FILLER_AT_ONCE);
  assert_right (fixture);

  fill_all (fixture);
  g_assert_cmpuint (n_created, >=, KEPT);
}

/* A short list has all of its rows at once. */
static void
test_few (Fixture      *fixture,
          gconstpointer user_data)
{
  add_items (fixture, APO_ROW_FILLER_AT_ONCE);
  g_assert_cmpuint (n_created, ==, APO_ROW_FILLER_AT_ONCE);
  g_assert_cmpuint (apo_row_filler_count_waiting (fixture->filler), ==, 0);
  assert_right (fixture);
}

static gboolean
is_seen_filled (Fixture *fixture)
{
  g_autoptr (GPtrArray) slots = list_slots (fixture);
  double height = gtk_widget_get_height (GTK_WIDGET (fixture->view));
  gboolean any = FALSE;

  for (guint i = 0; i < slots->len; i++)
    {
      graphene_rect_t bounds;

      if (!gtk_widget_compute_bounds (slots->pdata[i], GTK_WIDGET (fixture->view), &bounds)
          || bounds.size.height <= 0 || bounds.origin.y >= height
          || bounds.origin.y + bounds.size.height <= 0)
        continue;
      any = TRUE;
      if (!apo_row_slot_is_filled (slots->pdata[i]))
        return FALSE;
    }

  return any;
}

/* At the other end of the list, what is seen is filled long before all is. */
static void
test_far (Fixture      *fixture,
          gconstpointer user_data)
{
  add_items (fixture, N_ITEMS);
  fill_all (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "list.scroll-to-item", "u", N_ITEMS - 1);
  do
    g_main_context_iteration (NULL, TRUE);
  while (apo_row_filler_count_waiting (fixture->filler) == 0);
  while (!is_seen_filled (fixture))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (apo_row_filler_count_waiting (fixture->filler), >, KEPT / 2);
  assert_right (fixture);

  fill_all (fixture);
}

static void
test_selected (Fixture      *fixture,
               gconstpointer user_data)
{
  g_autoptr (GPtrArray) slots = NULL;
  GtkWidget *row;

  add_items (fixture, N_ITEMS);
  gtk_selection_model_select_item (fixture->model, KEPT / 2, TRUE);

  slots = list_slots (fixture);
  row = apo_row_slot_get_row (slots->pdata[KEPT / 2]);
  g_assert_true (apo_row_slot_is_filled (slots->pdata[KEPT / 2]));
  g_assert_true (TEST_ROW (row)->selected);
  g_assert_false (apo_row_slot_is_filled (slots->pdata[KEPT / 2 - 1]));
}

/* What is not seen is not made, and what was not finished goes on when it is seen again. */
static void
test_hidden (Fixture      *fixture,
             gconstpointer user_data)
{
  gtk_stack_set_visible_child_name (GTK_STACK (fixture->stack), "other");
  apo_row_filler_set_model (fixture->filler, NULL);
  apo_row_filler_set_model (fixture->filler, fixture->model);
  add_items (fixture, N_ITEMS);
  g_assert_cmpuint (n_created, ==, 0);
  g_assert_null (gtk_list_view_get_model (fixture->view));

  gtk_stack_set_visible_child_name (GTK_STACK (fixture->stack), "list");
  wait_for_list (fixture);
  g_assert_cmpuint (n_created, ==, APO_ROW_FILLER_AT_ONCE);
  gtk_stack_set_visible_child_name (GTK_STACK (fixture->stack), "other");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_created, ==, APO_ROW_FILLER_AT_ONCE);

  gtk_stack_set_visible_child_name (GTK_STACK (fixture->stack), "list");
  fill_all (fixture);
  g_assert_cmpuint (n_created, >=, KEPT);
}

/* Items that go while their rows wait. */
static void
test_gone (Fixture      *fixture,
           gconstpointer user_data)
{
  add_items (fixture, N_ITEMS);
  gtk_string_list_splice (fixture->items, 50, N_ITEMS - 100, NULL);
  assert_right (fixture);
  fill_all (fixture);
  g_assert_cmpuint (n_set, <=, KEPT + 100);

  gtk_string_list_splice (fixture->items, 0, 100, NULL);
  g_assert_cmpuint (apo_row_filler_count_waiting (fixture->filler), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, func) g_test_add ("/row-filler/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("fill", test_fill);
  ADD ("few", test_few);
  ADD ("far", test_far);
  ADD ("selected", test_selected);
  ADD ("hidden", test_hidden);
  ADD ("gone", test_gone);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-row-filler.h"

#include "apo-row-slot.h"

/* Until the first row is measured, pixels. */
#define PROBABLE_HEIGHT 60

struct _ApoRowFiller {
  GObject parent_instance;

  GtkListView *view;            /* borrowed: forgotten when it goes */
  GtkSelectionModel *model;     /* (nullable) what the view shows once it is mapped */
  const char *property;
  ApoRowFunc create;
  gpointer user_data;

  GHashTable *waiting;          /* (element-type ApoRowSlot): borrowed, not filled yet */
  guint tick;
  guint model_source;
  guint n_at_once;              /* filled since the main loop came by last */
  guint pass_source;
  int *row_height;              /* a GRcBox, pixels */
};

G_DEFINE_FINAL_TYPE (ApoRowFiller, apo_row_filler, G_TYPE_OBJECT)

static void
fill (ApoRowFiller *self,
      ApoRowSlot   *slot)
{
  GtkListItem *list_item = apo_row_slot_get_item (slot);

  g_hash_table_remove (self->waiting, slot);
  if (apo_row_slot_get_row (slot) == NULL)
    {
      GtkWidget *row = self->create (self->user_data);

      apo_row_slot_set_row (slot, row);
      g_object_bind_property (list_item, "selected", row, "selected", G_BINDING_SYNC_CREATE);
    }

  g_object_set (apo_row_slot_get_row (slot), self->property, gtk_list_item_get_item (list_item),
                NULL);
  apo_row_slot_set_filled (slot, TRUE);
}

/* How far what waits is from what is seen, pixels; what has no place yet comes last, in order. */
static double
get_distance (ApoRowFiller *self,
              ApoRowSlot   *slot)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  graphene_rect_t bounds;
  double top;
  double bottom;

  if (gtk_widget_get_height (GTK_WIDGET (slot)) == 0
      || !gtk_widget_compute_bounds (GTK_WIDGET (slot), view, &bounds))
    return G_MAXINT + (double) gtk_list_item_get_position (apo_row_slot_get_item (slot));

  top = bounds.origin.y;
  bottom = top + bounds.size.height;
  if (bottom < 0)
    return -bottom;

  return MAX (top - gtk_widget_get_height (view), 0);
}

typedef struct {
  ApoRowSlot *slot;
  double distance;
} Near;

static int
compare_near (gconstpointer a,
              gconstpointer b)
{
  double x = ((const Near *) a)->distance;
  double y = ((const Near *) b)->distance;

  return x < y ? -1 : x > y;
}

/* What waits, the nearest first. */
static GArray *
sort_waiting (ApoRowFiller *self)
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (Near));
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->waiting);
  while (g_hash_table_iter_next (&iter, &slot, NULL))
    {
      Near near = { slot, get_distance (self, slot) };

      g_array_append_val (sorted, near);
    }
  g_array_sort (sorted, compare_near);

  return sorted;
}

/* All that is in sight as far as that goes at once, else a few. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  ApoRowFiller *self = user_data;
  g_autoptr (GArray) sorted = sort_waiting (self);

  for (guint i = 0; i < MIN (sorted->len, APO_ROW_FILLER_AT_ONCE); i++)
    {
      const Near *near = &g_array_index (sorted, Near, i);

      if (i >= APO_ROW_FILLER_PER_FRAME && near->distance > 0)
        break;
      fill (self, near->slot);
    }

  if (g_hash_table_size (self->waiting) > 0)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static gboolean
end_pass_cb (gpointer user_data)
{
  ApoRowFiller *self = user_data;

  self->n_at_once = 0;
  self->pass_source = 0;

  return G_SOURCE_REMOVE;
}

static void
stop (ApoRowFiller *self)
{
  if (self->tick != 0 && self->view != NULL)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
  self->tick = 0;
}

static void
start (ApoRowFiller *self)
{
  if (self->tick == 0 && g_hash_table_size (self->waiting) > 0
      && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, self, NULL);
}

/* At once, or, if there was much at once already, in its turn. */
static void
require (ApoRowFiller *self,
         ApoRowSlot   *slot)
{
  if (self->pass_source == 0)
    self->pass_source = g_idle_add_full (G_PRIORITY_HIGH, end_pass_cb, self, NULL);

  if (self->n_at_once < APO_ROW_FILLER_AT_ONCE
      || gtk_list_item_get_selected (apo_row_slot_get_item (slot)))
    {
      self->n_at_once++;
      fill (self, slot);
      return;
    }

  apo_row_slot_set_filled (slot, FALSE);
  g_hash_table_add (self->waiting, slot);
  start (self);
}

/* What is selected is seen, or will be soon. */
static void
selected_cb (ApoRowFiller *self,
             GParamSpec   *pspec,
             GtkListItem  *list_item)
{
  GtkWidget *slot = gtk_list_item_get_child (list_item);

  if (gtk_list_item_get_selected (list_item) && g_hash_table_contains (self->waiting, slot))
    fill (self, APO_ROW_SLOT (slot));
}

static void
setup_cb (ApoRowFiller *self,
          GtkListItem  *list_item)
{
  gtk_list_item_set_child (list_item,
                           apo_row_slot_new (list_item, g_rc_box_acquire (self->row_height)));
  g_signal_connect_object (list_item, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
bind_cb (ApoRowFiller *self,
         GtkListItem  *list_item)
{
  require (self, APO_ROW_SLOT (gtk_list_item_get_child (list_item)));
}

static void
unbind_cb (ApoRowFiller *self,
           GtkListItem  *list_item)
{
  GtkWidget *slot = gtk_list_item_get_child (list_item);

  g_hash_table_remove (self->waiting, slot);
  if (apo_row_slot_get_row (APO_ROW_SLOT (slot)) != NULL)
    g_object_set (apo_row_slot_get_row (APO_ROW_SLOT (slot)), self->property, NULL, NULL);
}

/* The rows hold what they were made with, so new ones are made by a new factory. */
static GtkListItemFactory *
create_factory (ApoRowFiller *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  return factory;
}

static gboolean
show_model_cb (gpointer user_data)
{
  ApoRowFiller *self = user_data;

  self->model_source = 0;
  gtk_list_view_set_model (self->view, self->model);

  return G_SOURCE_REMOVE;
}

/* Before the next frame, but not in the same breath as what brought the list into sight. */
static void
map_cb (ApoRowFiller *self)
{
  if (gtk_list_view_get_model (self->view) != self->model && self->model_source == 0)
    self->model_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_model_cb, self, NULL);
  start (self);
}

static void
view_gone_cb (gpointer  user_data,
              GObject  *view)
{
  ApoRowFiller *self = user_data;

  self->view = NULL;
  self->tick = 0;
  g_clear_handle_id (&self->model_source, g_source_remove);
  g_hash_table_remove_all (self->waiting);
}

static void
apo_row_filler_dispose (GObject *object)
{
  ApoRowFiller *self = APO_ROW_FILLER (object);

  stop (self);
  g_clear_handle_id (&self->model_source, g_source_remove);
  g_clear_handle_id (&self->pass_source, g_source_remove);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->view, self);
      g_object_weak_unref (G_OBJECT (self->view), view_gone_cb, self);
      self->view = NULL;
    }
  g_clear_object (&self->model);

  G_OBJECT_CLASS (apo_row_filler_parent_class)->dispose (object);
}

static void
apo_row_filler_finalize (GObject *object)
{
  ApoRowFiller *self = APO_ROW_FILLER (object);

  g_hash_table_unref (self->waiting);
  g_rc_box_release (self->row_height);

  G_OBJECT_CLASS (apo_row_filler_parent_class)->finalize (object);
}

static void
apo_row_filler_class_init (ApoRowFillerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = apo_row_filler_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_row_filler_finalize;
}

static void
apo_row_filler_init (ApoRowFiller *self)
{
  self->waiting = g_hash_table_new (NULL, NULL);
  self->row_height = g_rc_box_new (int);
  *self->row_height = PROBABLE_HEIGHT;
}

/**
 * apo_row_filler_new:
 * @view: whose rows are filled, as long as the filler lives
 * @property: the property of a row that takes its item; not copied
 * @create: makes a row
 *
 * Returns: (transfer full): the filler
 */
ApoRowFiller *
apo_row_filler_new (GtkListView *view,
                    const char  *property,
                    ApoRowFunc   create,
                    gpointer     user_data)
{
  ApoRowFiller *self = g_object_new (APO_TYPE_ROW_FILLER, NULL);

  self->view = view;
  self->property = property;
  self->create = create;
  self->user_data = user_data;
  g_object_weak_ref (G_OBJECT (view), view_gone_cb, self);
  g_signal_connect_swapped (view, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (view, "unmap", G_CALLBACK (stop), self);

  return self;
}

/**
 * apo_row_filler_set_model:
 * @model: (nullable): what to list; the rows are made anew
 */
void
apo_row_filler_set_model (ApoRowFiller      *filler,
                          GtkSelectionModel *model)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_set_object (&filler->model, model);
  if (filler->view == NULL)
    return;

  g_clear_handle_id (&filler->model_source, g_source_remove);
  gtk_list_view_set_model (filler->view, NULL);
  if (model == NULL)
    return;

  factory = create_factory (filler);
  gtk_list_view_set_factory (filler->view, factory);
  if (gtk_widget_get_mapped (GTK_WIDGET (filler->view)))
    gtk_list_view_set_model (filler->view, model);
}

/**
 * apo_row_filler_count_waiting:
 *
 * Returns: how many of the rows that the view keeps are not filled yet
 */
guint
apo_row_filler_count_waiting (ApoRowFiller *filler)
{
  return g_hash_table_size (filler->waiting);
}

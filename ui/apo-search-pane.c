/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-search-pane.h"

#include <glib/gi18n.h>

#include "apo-search-row.h"

/* How many rows a group has at first, and how many more it gets at a time. */
#define FIRST_ROWS 20
#define MORE_ROWS 200

/* How long the dossier is left alone before what is shown of it is looked for again, in
 * milliseconds. */
#define REFRESH_DELAY 400

struct _ApoSearchPane {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoFocus *focus;
  GSignalGroup *dossier_signals;
  ApoSearch *search;            /* (nullable) */
  gboolean outdated;            /* the dossier has changed since */
  guint refreshing;             /* source */
  guint n_rows[APO_N_SEARCH_GROUPS];    /* at most */

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ApoSearchPane, apo_search_pane, GTK_TYPE_BOX)

enum {
  SIGNAL_SPAN_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_list (ApoSearchPane *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
add_group (ApoSearchPane  *self,
           ApoSearchGroup  group)
{
  guint n_found = apo_search_count (self->search, group);
  guint n_shown = MIN (n_found, self->n_rows[group]);

  for (guint i = 0; i < n_shown; i++)
    gtk_list_box_append (self->list,
                         apo_search_row_new (self->dossier, self->search, group, i));
  if (n_shown < n_found)
    gtk_list_box_append (self->list, apo_search_row_new_more (group, n_found - n_shown));
}

static void
show_found (ApoSearchPane *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *stripped = g_strstrip (g_strdup (words));

  clear_list (self);
  for (guint i = 0; self->search != NULL && i < APO_N_SEARCH_GROUPS; i++)
    add_group (self, i);
  if (gtk_widget_get_first_child (GTK_WIDGET (self->list)) != NULL)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else
    gtk_stack_set_visible_child_name (self->stack, *stripped != '\0' ? "nothing" : "empty");
}

/* What was found is let go before its rows are made anew. */
static void
look (ApoSearchPane *self)
{
  g_clear_pointer (&self->search, apo_search_free);
  self->outdated = FALSE;
  if (self->dossier != NULL)
    self->search = apo_search_new (self->dossier,
                                   gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  show_found (self);
}

static void
search_changed_cb (ApoSearchPane *self)
{
  for (guint i = 0; i < APO_N_SEARCH_GROUPS; i++)
    self->n_rows[i] = FIRST_ROWS;
  look (self);
}

/* The keyboard stays where it was, if that is still there. */
static void
look_again (ApoSearchPane *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  int index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  look (self);
  if (index < 0)
    return;

  row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index));
  gtk_widget_grab_focus (row != NULL ? row : GTK_WIDGET (self->entry));
}

static gboolean
refresh_cb (gpointer user_data)
{
  ApoSearchPane *self = user_data;

  self->refreshing = 0;
  if (self->outdated && gtk_widget_get_mapped (GTK_WIDGET (self)))
    look_again (self);

  return G_SOURCE_REMOVE;
}

/* Nothing is looked for while nobody sees it, nor at each letter that is typed elsewhere. */
static void
dossier_changed_cb (ApoSearchPane *self)
{
  self->outdated = TRUE;
  if (self->search == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  g_clear_handle_id (&self->refreshing, g_source_remove);
  self->refreshing = g_timeout_add (REFRESH_DELAY, refresh_cb, self);
}

static void
activate_item (ApoSearchPane *self,
               ApoItem       *item)
{
  if (APO_IS_SOURCE (item))
    item = apo_dossier_lookup (self->dossier, apo_source_get_claim (APO_SOURCE (item)));
  if (item == NULL || self->focus == NULL
      || apo_dossier_lookup (self->dossier, apo_item_get_id (item)) == NULL)
    return;

  apo_focus_select (self->focus, apo_item_get_id (item));
  if (APO_IS_NOTE (item))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-index", "s", "notes");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-passage", NULL);
}

static void
row_activated_cb (ApoSearchPane *self,
                  ApoSearchRow  *row)
{
  ApoSearchGroup group = apo_search_row_get_group (row);
  int index = apo_search_row_get_index (row);

  if (index < 0)
    {
      self->n_rows[group] += MORE_ROWS;
      look (self);
    }
  else if (group == APO_SEARCH_TEXT)
    {
      ApoSpan span = apo_search_get_span (self->search, index);

      g_signal_emit (self, signals[SIGNAL_SPAN_ACTIVATED], 0, span.start, span.end);
    }
  else
    activate_item (self, apo_search_get_item (self->search, group, index));
}

/* Enter goes to the first of what was found for what stands in the entry now. */
static void
entry_activated_cb (ApoSearchPane *self)
{
  GtkListBoxRow *row;

  look (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    {
      gtk_list_box_select_row (self->list, row);
      row_activated_cb (self, APO_SEARCH_ROW (row));
    }
}

static void
stop_search_cb (ApoSearchPane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "desk.close-pane", NULL);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  ApoSearchPane *self = user_data;
  ApoSearchGroup group = apo_search_row_get_group (APO_SEARCH_ROW (row));
  g_autofree char *label = NULL;
  GtkWidget *header;

  if (self->search == NULL
      || (before != NULL && apo_search_row_get_group (APO_SEARCH_ROW (before)) == group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = g_strdup_printf ("%s · %u", apo_search_row_get_group_label (group),
                           apo_search_count (self->search, group));
  header = gtk_label_new (label);
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "apo-search-group");
  gtk_list_box_row_set_header (row, header);
}

static void
apo_search_pane_map (GtkWidget *widget)
{
  ApoSearchPane *self = APO_SEARCH_PANE (widget);

  GTK_WIDGET_CLASS (apo_search_pane_parent_class)->map (widget);

  if (self->outdated)
    look (self);
}

static void
apo_search_pane_dispose (GObject *object)
{
  ApoSearchPane *self = APO_SEARCH_PANE (object);

  g_clear_handle_id (&self->refreshing, g_source_remove);
  if (self->dossier_signals != NULL)
    g_signal_group_set_target (self->dossier_signals, NULL);
  g_clear_object (&self->dossier_signals);
  g_clear_pointer (&self->search, apo_search_free);
  g_clear_object (&self->focus);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_search_pane_parent_class)->dispose (object);
}

static void
apo_search_pane_class_init (ApoSearchPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_search_pane_dispose;
  widget_class->map = apo_search_pane_map;

  signals[SIGNAL_SPAN_ACTIVATED] =
    g_signal_new ("span-activated", APO_TYPE_SEARCH_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-search-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoSearchPane, entry);
  gtk_widget_class_bind_template_child (widget_class, ApoSearchPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoSearchPane, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
apo_search_pane_init (ApoSearchPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  self->dossier_signals = g_signal_group_new (APO_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "changed",
                                  G_CALLBACK (dossier_changed_cb), self);
}

GtkWidget *
apo_search_pane_new (void)
{
  return g_object_new (APO_TYPE_SEARCH_PANE, NULL);
}

/**
 * apo_search_pane_set_context:
 * @dossier: (nullable): where to look
 * @focus: (nullable): where what is chosen is selected
 */
void
apo_search_pane_set_context (ApoSearchPane *pane,
                             ApoDossier    *dossier,
                             ApoFocus      *focus)
{
  g_return_if_fail (APO_IS_SEARCH_PANE (pane));

  g_signal_group_set_target (pane->dossier_signals, dossier);
  g_set_object (&pane->dossier, dossier);
  g_set_object (&pane->focus, focus);
  gtk_editable_set_text (GTK_EDITABLE (pane->entry), "");
  search_changed_cb (pane);
}

/**
 * apo_search_pane_start:
 * @words: (nullable): what to look for; %NULL for what was looked for last
 *
 * Looks for @words, and puts the keyboard into the entry with them selected.
 */
void
apo_search_pane_start (ApoSearchPane *pane,
                       const char    *words)
{
  if (words != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (pane->entry), words);
      search_changed_cb (pane);
    }
  else if (pane->outdated)
    {
      look (pane);
    }
  gtk_widget_grab_focus (GTK_WIDGET (pane->entry));
  gtk_editable_select_region (GTK_EDITABLE (pane->entry), 0, -1);
}

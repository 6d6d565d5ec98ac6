/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actors-panel.h"

#include <string.h>

#include "apo-actor-names.h"
#include "apo-actor-row.h"
#include "apo-list-focus.h"
#include "apo-reading-page.h"
#include "apo-row-filler.h"

struct _ApoActorsPanel {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoActorTally *tally;
  ApoFocus *focus;
  GSignalGroup *dossier_signals;
  GSignalGroup *focus_signals;

  char *text;                   /* searched for, folded */
  GtkFilter *filter;
  GtkSorter *sorter;
  GtkFilterListModel *filtered;
  ApoListFocus *list_focus;
  ApoRowFiller *filler;

  GtkSearchEntry *search;
  GtkStack *stack;
  ApoReadingPage *reading;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (ApoActorsPanel, apo_actors_panel, GTK_TYPE_BOX)

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  ApoActorsPanel *self = user_data;
  g_autofree char *names = NULL;

  if (apo_actor_is_dismissed (item)
      || (self->focus != NULL && !apo_focus_has_item (self->focus, item)))
    return FALSE;
  if (*self->text == '\0' || self->dossier == NULL)
    return TRUE;

  names = apo_actor_names_dup_folded (self->dossier, item);

  return strstr (names, self->text) != NULL;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  ApoActorsPanel *self = user_data;
  gboolean a_place = apo_actor_get_kind ((ApoActor *) a) == APO_ACTOR_PLACE;
  gboolean b_place = apo_actor_get_kind ((ApoActor *) b) == APO_ACTOR_PLACE;

  if (a_place != b_place)
    return a_place ? 1 : -1;
  if (self->dossier == NULL)
    return 0;

  return apo_dossier_get_actor_rank (self->dossier, apo_item_get_id ((ApoItem *) a))
         - apo_dossier_get_actor_rank (self->dossier, apo_item_get_id ((ApoItem *) b));
}

static gboolean
is_narrowed (ApoActorsPanel *self)
{
  return self->focus != NULL
         && apo_basis_get_kind (apo_focus_get_basis (self->focus)) != APO_BASIS_EVERYTHING;
}

static void
update_page (ApoActorsPanel *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (*self->text != '\0' || is_narrowed (self))
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else
    gtk_stack_set_visible_child_name (self->stack, apo_reading_page_is_reading (self->reading)
                                                   ? "reading" : "empty");
}

static void
followed_cb (ApoActorsPanel *self)
{
  apo_list_focus_scroll (self->list_focus, self->list);
}

/* Names, kinds and the number of mentions may all be other ones now. */
static void
dossier_changed_cb (ApoActorsPanel *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  update_page (self);
}

static void
activate_cb (ApoActorsPanel *self,
             guint           position)
{
  apo_list_focus_activate (self->list_focus, position);
}

static void
search_changed_cb (ApoActorsPanel *self)
{
  g_free (self->text);
  self->text =
    g_strstrip (apo_text_dup_folded (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_page (self);
}

static void
basis_changed_cb (ApoActorsPanel *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_page (self);
}

static void
stop_search_cb (ApoActorsPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
reset_clicked_cb (ApoActorsPanel *self)
{
  g_autoptr (ApoBasis) everything = apo_basis_new (APO_BASIS_EVERYTHING, NULL);

  if (self->focus != NULL)
    apo_focus_set_basis (self->focus, everything);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
}

static GtkWidget *
create_row (gpointer user_data)
{
  ApoActorsPanel *self = user_data;

  return apo_actor_row_new (self->dossier, self->tally, self->focus);
}

static void
apo_actors_panel_dispose (GObject *object)
{
  ApoActorsPanel *self = APO_ACTORS_PANEL (object);

  if (self->list_focus != NULL)
    g_signal_handlers_disconnect_by_data (self->list_focus, self);
  if (self->filtered != NULL)
    g_signal_handlers_disconnect_by_data (self->filtered, self);
  if (self->dossier_signals != NULL)
    g_signal_group_set_target (self->dossier_signals, NULL);
  g_clear_object (&self->dossier_signals);
  g_clear_object (&self->focus_signals);
  g_clear_object (&self->filler);
  g_clear_object (&self->list_focus);
  g_clear_object (&self->filtered);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
  if (self->sorter != NULL)
    gtk_custom_sorter_set_sort_func (GTK_CUSTOM_SORTER (self->sorter), NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->focus);
  g_clear_object (&self->tally);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_actors_panel_parent_class)->dispose (object);
}

static void
apo_actors_panel_finalize (GObject *object)
{
  g_free (APO_ACTORS_PANEL (object)->text);

  G_OBJECT_CLASS (apo_actors_panel_parent_class)->finalize (object);
}

static void
apo_actors_panel_class_init (ApoActorsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_actors_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_actors_panel_finalize;

  g_type_ensure (APO_TYPE_READING_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-actors-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, search);
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, reading);
  gtk_widget_class_bind_template_child (widget_class, ApoActorsPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
apo_actors_panel_init (ApoActorsPanel *self)
{
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->reading, "changed", G_CALLBACK (update_page), self);

  self->text = g_strdup ("");
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new ((GCompareDataFunc) compare, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                    g_object_ref (self->sorter));
  self->list_focus = apo_list_focus_new (G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  self->filler = apo_row_filler_new (self->list, "actor", create_row, self);
  /* what was selected while the list was not seen is not in sight yet */
  g_signal_connect_swapped (self->list, "map", G_CALLBACK (followed_cb), self);
  g_signal_connect_swapped (self->list_focus, "followed", G_CALLBACK (followed_cb), self);
  g_signal_connect_swapped (self->filtered, "items-changed", G_CALLBACK (update_page), self);

  self->dossier_signals = g_signal_group_new (APO_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "changed",
                                  G_CALLBACK (dossier_changed_cb), self);
  self->focus_signals = g_signal_group_new (APO_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "basis-changed",
                                  G_CALLBACK (basis_changed_cb), self);
  update_page (self);
}

GtkWidget *
apo_actors_panel_new (void)
{
  return g_object_new (APO_TYPE_ACTORS_PANEL, NULL);
}

static void
rebuild_list (ApoActorsPanel *self)
{
  apo_row_filler_set_model (self->filler, NULL);
  gtk_filter_list_model_set_model (self->filtered, NULL);
  g_clear_object (&self->tally);
  if (self->dossier == NULL)
    return;

  self->tally = apo_actor_tally_new (self->dossier);
  gtk_filter_list_model_set_model (self->filtered,
                                   apo_dossier_get_items (self->dossier, APO_ITEM_ACTOR));
  apo_row_filler_set_model (self->filler, apo_list_focus_get_model (self->list_focus));
}

/**
 * apo_actors_panel_set_context:
 * @dossier: (nullable): whose actors to list, %NULL for none
 * @history: (nullable): as for the other panels; this one only reads
 * @focus: (nullable): what is selected and pointed at
 */
void
apo_actors_panel_set_context (ApoActorsPanel *panel,
                              ApoDossier     *dossier,
                              ApoHistory     *history,
                              ApoFocus       *focus)
{
  g_return_if_fail (APO_IS_ACTORS_PANEL (panel));

  apo_list_focus_set_focus (panel->list_focus, NULL);
  g_signal_group_set_target (panel->dossier_signals, NULL);
  g_set_object (&panel->dossier, dossier);
  g_set_object (&panel->focus, focus);
  rebuild_list (panel);
  g_signal_group_set_target (panel->dossier_signals, dossier);
  g_signal_group_set_target (panel->focus_signals, focus);
  update_page (panel);
  apo_list_focus_set_focus (panel->list_focus, focus);
}

/**
 * apo_actors_panel_set_analysis:
 * @analysis: (nullable): what may still be looking for what is to be shown
 */
void
apo_actors_panel_set_analysis (ApoActorsPanel *panel,
                               ApoAnalysis    *analysis)
{
  apo_reading_page_set_analysis (panel->reading, analysis);
}

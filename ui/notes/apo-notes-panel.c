/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-notes-panel.h"

#include <string.h>

#include "apo-edit-notes.h"
#include "apo-list-focus.h"
#include "apo-note-row.h"
#include "apo-note-words.h"

/* A row that is not there after so many frames is not waited for. */
#define MAX_FRAMES 30

struct _ApoNotesPanel {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  GSignalGroup *dossier_signals;
  GSignalGroup *focus_signals;

  char *text;                   /* searched for, folded */
  gboolean moved;               /* something may stand elsewhere or be called otherwise now */
  GtkFilter *filter;
  GtkSorter *sorter;
  GtkFilterListModel *filtered;
  ApoListFocus *list_focus;
  ApoNote *edited;              /* (nullable) to be written in once its row is there */
  char *fresh;                  /* (nullable) id of a new note in which nothing is written yet */
  guint64 fresh_position;       /* of the history, right after it came */
  guint drop_source;
  guint edit_tick;
  guint n_frames;

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (ApoNotesPanel, apo_notes_panel, GTK_TYPE_BOX)

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  ApoNotesPanel *self = user_data;
  g_autofree char *folded = NULL;

  if (*self->text == '\0' || self->dossier == NULL || item == (gpointer) self->edited)
    return TRUE;

  folded = apo_note_words_dup_folded (self->dossier, item);

  return strstr (folded, self->text) != NULL;
}

/* Where a note stands; after the end of any text if nowhere. */
static guint
get_place (ApoNotesPanel *self,
           gconstpointer  note)
{
  ApoSpan span;

  if (self->dossier == NULL
      || !apo_dossier_get_item_span (self->dossier, (ApoItem *) note, &span))
    return G_MAXUINT;

  return span.start;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  guint a_place = get_place (user_data, a);
  guint b_place = get_place (user_data, b);
  gint64 a_created = apo_note_get_created ((ApoNote *) a);
  gint64 b_created = apo_note_get_created ((ApoNote *) b);

  if (a_place != b_place)
    return a_place < b_place ? -1 : 1;

  return a_created < b_created ? -1 : a_created > b_created;
}

static void
update_page (ApoNotesPanel *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    gtk_stack_set_visible_child_name (self->stack, "list");
  else if (*self->text != '\0')
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  else
    gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
followed_cb (ApoNotesPanel *self)
{
  apo_list_focus_scroll (self->list_focus, self->list);
}

/* A note that is being written neither moves nor is lost to the search at every letter. */
static void
item_changed_cb (ApoNotesPanel *self,
                 ApoItem       *item,
                 const char    *key)
{
  if (!APO_IS_NOTE (item) || g_str_equal (key, "span") || g_str_equal (key, "target"))
    self->moved = TRUE;
}

static void
dossier_changed_cb (ApoNotesPanel *self)
{
  if (self->moved)
    {
      self->moved = FALSE;
      gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
    }
  update_page (self);
}

static void
activate_cb (ApoNotesPanel *self,
             guint          position)
{
  apo_list_focus_activate (self->list_focus, position);
}

static void
search_changed_cb (ApoNotesPanel *self)
{
  g_clear_object (&self->edited);
  g_free (self->text);
  self->text =
    g_strstrip (apo_text_dup_folded (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_page (self);
}

static void
stop_search_cb (ApoNotesPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
reset_clicked_cb (ApoNotesPanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  search_changed_cb (self);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              ApoNotesPanel            *self)
{
  GtkWidget *row = apo_note_row_new (self->dossier, self->history, self->focus);

  g_object_bind_property (list_item, "item", row, "note", G_BINDING_DEFAULT);
  g_object_bind_property (list_item, "selected", row, "selected", G_BINDING_DEFAULT);
  gtk_list_item_set_child (list_item, row);
}

static ApoNoteRow *
find_row (ApoNotesPanel *self,
          ApoNote       *note)
{
  for (GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list)); item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *row = gtk_widget_get_first_child (item);

      if (APO_IS_NOTE_ROW (row) && apo_note_row_get_note (APO_NOTE_ROW (row)) == note)
        return APO_NOTE_ROW (row);
    }

  return NULL;
}

static gboolean
edit_tick_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  ApoNotesPanel *self = APO_NOTES_PANEL (widget);
  ApoNoteRow *row = find_row (self, self->edited);

  if ((row == NULL || !gtk_widget_get_mapped (GTK_WIDGET (row)))
      && ++self->n_frames < MAX_FRAMES)
    return G_SOURCE_CONTINUE;

  self->edit_tick = 0;
  if (row != NULL)
    apo_note_row_edit (row);

  return G_SOURCE_REMOVE;
}

static void
stop_editing (ApoNotesPanel *self)
{
  if (self->edit_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edit_tick);
  self->edit_tick = 0;
  g_clear_object (&self->edited);
}

/* The row of a new note gets the keyboard as soon as the list has made it. */
static void
edit (ApoNotesPanel *self,
      ApoNote       *note)
{
  stop_editing (self);
  self->edited = g_object_ref (note);
  self->n_frames = 0;
  self->edit_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), edit_tick_cb, NULL, NULL);
}

static void
forget_fresh (ApoNotesPanel *self)
{
  g_clear_handle_id (&self->drop_source, g_source_remove);
  g_clear_pointer (&self->fresh, g_free);
}

static gboolean
drop_fresh_cb (gpointer user_data)
{
  ApoNotesPanel *self = user_data;

  self->drop_source = 0;
  if (apo_history_get_position (self->history) == self->fresh_position)
    apo_history_undo (self->history);
  forget_fresh (self);

  return G_SOURCE_REMOVE;
}

/* Nobody wanted a new note that is left with nothing in it, nor anything that happened since. */
static void
selected_cb (ApoNotesPanel *self,
             const char    *id)
{
  if (self->fresh != NULL && g_strcmp0 (id, self->fresh) != 0 && self->drop_source == 0)
    self->drop_source = g_idle_add (drop_fresh_cb, self);
}

static void
apo_notes_panel_dispose (GObject *object)
{
  ApoNotesPanel *self = APO_NOTES_PANEL (object);

  stop_editing (self);
  forget_fresh (self);
  if (self->focus_signals != NULL)
    g_signal_group_set_target (self->focus_signals, NULL);
  g_clear_object (&self->focus_signals);
  if (self->list_focus != NULL)
    g_signal_handlers_disconnect_by_data (self->list_focus, self);
  if (self->filtered != NULL)
    g_signal_handlers_disconnect_by_data (self->filtered, self);
  if (self->dossier_signals != NULL)
    g_signal_group_set_target (self->dossier_signals, NULL);
  g_clear_object (&self->dossier_signals);
  g_clear_object (&self->list_focus);
  g_clear_object (&self->filtered);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (GTK_CUSTOM_FILTER (self->filter), NULL, NULL, NULL);
  if (self->sorter != NULL)
    gtk_custom_sorter_set_sort_func (GTK_CUSTOM_SORTER (self->sorter), NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->focus);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_notes_panel_parent_class)->dispose (object);
}

static void
apo_notes_panel_finalize (GObject *object)
{
  g_free (APO_NOTES_PANEL (object)->text);

  G_OBJECT_CLASS (apo_notes_panel_parent_class)->finalize (object);
}

static void
apo_notes_panel_class_init (ApoNotesPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_notes_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_notes_panel_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-notes-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoNotesPanel, search);
  gtk_widget_class_bind_template_child (widget_class, ApoNotesPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoNotesPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_clicked_cb);
}

static void
apo_notes_panel_init (ApoNotesPanel *self)
{
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->text = g_strdup ("");
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new ((GCompareDataFunc) compare, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                    g_object_ref (self->sorter));
  self->list_focus = apo_list_focus_new (G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  g_signal_connect_swapped (self->list_focus, "followed", G_CALLBACK (followed_cb), self);
  g_signal_connect_swapped (self->filtered, "items-changed", G_CALLBACK (update_page), self);

  self->dossier_signals = g_signal_group_new (APO_TYPE_DOSSIER);
  g_signal_group_connect_swapped (self->dossier_signals, "item-changed",
                                  G_CALLBACK (item_changed_cb), self);
  g_signal_group_connect_swapped (self->dossier_signals, "changed",
                                  G_CALLBACK (dossier_changed_cb), self);
  self->focus_signals = g_signal_group_new (APO_TYPE_FOCUS);
  g_signal_group_connect_swapped (self->focus_signals, "selected", G_CALLBACK (selected_cb), self);
  update_page (self);
}

GtkWidget *
apo_notes_panel_new (void)
{
  return g_object_new (APO_TYPE_NOTES_PANEL, NULL);
}

/* The rows hold what they were made with, so new ones are made by a new factory. */
static void
rebuild_list (ApoNotesPanel *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_list_view_set_model (self->list, NULL);
  gtk_filter_list_model_set_model (self->filtered, NULL);
  if (self->dossier == NULL)
    return;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_filter_list_model_set_model (self->filtered,
                                   apo_dossier_get_items (self->dossier, APO_ITEM_NOTE));
  gtk_list_view_set_model (self->list, apo_list_focus_get_model (self->list_focus));
}

/**
 * apo_notes_panel_set_context:
 * @dossier: (nullable): whose notes to list, %NULL for none
 * @history: (nullable): that of @dossier; without it nothing can be written
 * @focus: (nullable): what is selected and pointed at
 */
void
apo_notes_panel_set_context (ApoNotesPanel *panel,
                             ApoDossier    *dossier,
                             ApoHistory    *history,
                             ApoFocus      *focus)
{
  g_return_if_fail (APO_IS_NOTES_PANEL (panel));

  stop_editing (panel);
  forget_fresh (panel);
  g_signal_group_set_target (panel->focus_signals, focus);
  apo_list_focus_set_focus (panel->list_focus, NULL);
  g_signal_group_set_target (panel->dossier_signals, NULL);
  g_set_object (&panel->dossier, dossier);
  g_set_object (&panel->history, history);
  g_set_object (&panel->focus, focus);
  rebuild_list (panel);
  g_signal_group_set_target (panel->dossier_signals, dossier);
  update_page (panel);
  apo_list_focus_set_focus (panel->list_focus, focus);
}

/* A note like @other, about the same. */
static ApoNote *
add_beside (ApoNotesPanel *self,
            ApoNote       *other,
            const char    *author)
{
  ApoItem *target = apo_dossier_lookup (self->dossier, apo_note_get_target (other));
  ApoSpan span;

  if (target == NULL && !apo_item_is_default (APO_ITEM (other), APO_NOTE_FIELD_SPAN)
      && apo_dossier_get_item_span (self->dossier, APO_ITEM (other), &span))
    return apo_edit_add_note_on_span (self->history, span, "", author);

  return apo_edit_add_note (self->history, target, "", author);
}

/**
 * apo_notes_panel_add:
 * @span: (nullable): a passage of the text to write about; without it the note is about what is
 *   selected, or what a selected note is about, or else the whole dossier
 * @author: (nullable): who writes it
 *
 * Adds an empty note and selects it, to be written in as soon as it is seen.  It is taken back if
 * something else is selected before anything is written.
 *
 * Returns: (transfer none) (nullable): the note, %NULL where nothing can be written
 */
ApoNote *
apo_notes_panel_add (ApoNotesPanel *panel,
                     const ApoSpan *span,
                     const char    *author)
{
  ApoItem *selected;
  ApoNote *note;

  g_return_val_if_fail (APO_IS_NOTES_PANEL (panel), NULL);

  if (panel->history == NULL || panel->focus == NULL)
    return NULL;

  selected = apo_dossier_lookup (panel->dossier, apo_focus_get_selected (panel->focus));
  gtk_editable_set_text (GTK_EDITABLE (panel->search), "");
  search_changed_cb (panel);

  if (span != NULL)
    note = apo_edit_add_note_on_span (panel->history, *span, "", author);
  else if (APO_IS_NOTE (selected))
    note = add_beside (panel, APO_NOTE (selected), author);
  else
    note = apo_edit_add_note (panel->history, selected, "", author);

  apo_focus_select (panel->focus, apo_item_get_id (APO_ITEM (note)));
  edit (panel, note);
  forget_fresh (panel);
  panel->fresh = g_strdup (apo_item_get_id (APO_ITEM (note)));
  panel->fresh_position = apo_history_get_position (panel->history);

  return note;
}

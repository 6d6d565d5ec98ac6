/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit.h"
#include "apo-reader-private.h"
#include "apo-reader-words.h"

/* Words that were selected are asked about once the selection has stayed for so long. */
#define BAR_DELAY_MS 350

/* Whether a button of the pointer is held down: the selection is still being made. */
static gboolean
is_pressed (ApoReader *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;

  return pointer != NULL && (gdk_device_get_modifier_state (pointer) & GDK_BUTTON1_MASK) != 0;
}

static void
hide_bar (ApoReader *self)
{
  g_clear_handle_id (&self->bar_source, g_source_remove);
  gtk_popover_popdown (GTK_POPOVER (self->bar));
}

/* Where the selected words end, in pixels of the reader; FALSE if that is out of sight. */
static gboolean
get_place (ApoReader    *self,
           ApoSpan      *span,
           GdkRectangle *place)
{
  double x;
  double y;

  if (!apo_reader_view_get_selection (self->view, span)
      || !apo_reader_view_get_place (self->view, span->end - 1, place)
      || !gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), place->x,
                                            place->y, &x, &y))
    return FALSE;

  place->x = x;
  place->y = y;

  return TRUE;
}

static gboolean
show_bar_cb (gpointer user_data)
{
  ApoReader *self = user_data;
  GdkRectangle place;
  ApoSpan span;

  if (is_pressed (self))
    return G_SOURCE_CONTINUE;

  self->bar_source = 0;
  if (get_place (self, &span, &place))
    apo_reader_bar_present (self->bar, &place);

  return G_SOURCE_REMOVE;
}

static void
selection_cb (ApoReader *self)
{
  static const char *const edits[] = {
    "reader.new-claim", "reader.new-event", "reader.new-actor", "reader.new-note",
  };
  ApoSpan span;
  gboolean any = apo_reader_view_get_selection (self->view, &span);

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), edits[i], any && self->history != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.copy-citation", any);
  if (self->focus != NULL)
    apo_focus_set_words (self->focus, any ? span : APO_SPAN (0, 0));
  hide_bar (self);
  if (any && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    self->bar_source = g_timeout_add (BAR_DELAY_MS, show_bar_cb, self);
}

static void
mark_set_cb (ApoReader         *self,
             const GtkTextIter *iter,
             GtkTextMark       *mark)
{
  const char *name = gtk_text_mark_get_name (mark);

  if (name != NULL && (g_str_equal (name, "insert") || g_str_equal (name, "selection_bound")))
    selection_cb (self);
}

/* Shows what was made of the selection, in the place of it. */
static void
show_made (ApoReader *self,
           gpointer   item)
{
  if (item == NULL)
    return;

  apo_reader_view_unselect (self->view);
  apo_focus_select (self->focus, apo_item_get_id (item));
}

static void
new_claim_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ApoReader *self = APO_READER (widget);
  ApoSpan span;

  if (self->history != NULL && apo_reader_view_get_selection (self->view, &span))
    show_made (self, apo_edit_add_claim (self->history, span, NULL));
}

static void
new_event_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ApoReader *self = APO_READER (widget);
  ApoSpan span;

  if (self->history != NULL && apo_reader_view_get_selection (self->view, &span))
    show_made (self, apo_edit_add_event (self->history, span, NULL));
}

static void
new_note_action (GtkWidget  *widget,
                 const char *action,
                 GVariant   *parameter)
{
  ApoReader *self = APO_READER (widget);
  GdkRectangle place;
  ApoSpan span;

  if (self->history != NULL && get_place (self, &span, &place))
    {
      g_clear_handle_id (&self->bar_source, g_source_remove);
      apo_reader_bar_ask_note (self->bar, &place);
    }
}

static void
note_cb (ApoReader  *self,
         const char *text)
{
  g_autofree char *author = self->settings != NULL
                            ? g_settings_get_string (self->settings, "author") : NULL;
  ApoSpan span;

  if (self->history != NULL && apo_reader_view_get_selection (self->view, &span))
    show_made (self, apo_edit_add_note_on_span (self->history, span, text, author));
}

/* The selected words as the name of an actor: on one line. */
static char *
dup_name (ApoReader *self,
          ApoSpan    span)
{
  ApoArticle *article = apo_dossier_get_article (self->dossier);
  g_autofree char *slice = apo_text_dup_slice (apo_article_get_text (article), span);

  return g_strdelimit (g_steal_pointer (&slice), "\n\t", ' ');
}

/* Where the name stands and is nobody's yet; the selected words in any case. */
static GArray *
collect_places (ApoReader  *self,
                const char *name,
                ApoSpan     selected,
                gboolean    everywhere)
{
  GArray *spans = apo_spans_new ();
  g_autoptr (GArray) places = apo_dossier_find_occurrences (self->dossier, name);
  gboolean found = FALSE;

  for (guint i = 0; i < places->len; i++)
    {
      ApoOccurrence *place = &g_array_index (places, ApoOccurrence, i);
      gboolean same = apo_span_equal (place->span, selected);

      if (same || (everywhere && place->actor == NULL))
        g_array_append_val (spans, place->span);
      found |= same;
    }
  if (!found)
    g_array_append_val (spans, selected);
  g_array_sort (spans, apo_span_compare);

  return spans;
}

static void
new_actor_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  ApoReader *self = APO_READER (widget);
  g_autoptr (GArray) spans = NULL;
  g_autofree char *name = NULL;
  GdkRectangle place;
  ApoSpan span;

  if (self->history == NULL || !get_place (self, &span, &place))
    return;

  name = dup_name (self, span);
  spans = collect_places (self, name, span, TRUE);
  g_clear_handle_id (&self->bar_source, g_source_remove);
  apo_reader_bar_ask_actor (self->bar, &place, name, spans->len);
}

static void
actor_cb (ApoReader *self,
          int        kind,
          gboolean   everywhere)
{
  g_autoptr (GArray) spans = NULL;
  g_autofree char *name = NULL;
  ApoSpan span;

  if (self->history == NULL || !apo_reader_view_get_selection (self->view, &span))
    return;

  name = dup_name (self, span);
  spans = collect_places (self, name, span, everywhere);
  show_made (self, apo_edit_add_actor (self->history, name, kind, NULL,
                                       (const ApoSpan *) spans->data, spans->len));
}

static void
copy_citation_action (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  ApoReader *self = APO_READER (widget);
  g_autofree char *citation = NULL;
  ApoSpan span;

  if (!apo_reader_view_get_selection (self->view, &span))
    return;

  citation = apo_reader_words_dup_citation (apo_dossier_get_article (self->dossier), span);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), citation);
  hide_bar (self);
}

/* Adds the actions on selected words to the class of the reader. */
void
apo_reader_install_selection (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "reader.new-claim", NULL, new_claim_action);
  gtk_widget_class_install_action (widget_class, "reader.new-event", NULL, new_event_action);
  gtk_widget_class_install_action (widget_class, "reader.new-actor", NULL, new_actor_action);
  gtk_widget_class_install_action (widget_class, "reader.new-note", NULL, new_note_action);
  gtk_widget_class_install_action (widget_class, "reader.copy-citation", NULL,
                                   copy_citation_action);
}

void
apo_reader_add_selection (ApoReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  self->bar = apo_reader_bar_new (GTK_WIDGET (self));
  g_signal_connect_swapped (self->bar, "note", G_CALLBACK (note_cb), self);
  g_signal_connect_swapped (self->bar, "actor", G_CALLBACK (actor_cb), self);
  g_signal_connect_object (buffer, "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (hide_bar), self, G_CONNECT_SWAPPED);
  selection_cb (self);
}

void
apo_reader_remove_selection (ApoReader *self)
{
  g_clear_handle_id (&self->bar_source, g_source_remove);
  g_clear_pointer ((GtkWidget **) &self->bar, gtk_widget_unparent);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-note-row.h"

#include <glib/gi18n.h>

#include "apo-edit-notes.h"
#include "apo-moment.h"
#include "apo-note-words.h"
#include "apo-tooltip.h"

struct _ApoNoteRow {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  ApoNote *note;
  gboolean selected;
  gboolean showing;             /* the text changes because the note did */

  GtkWidget *about_button;
  GtkImage *icon;
  GtkLabel *about;
  GtkLabel *size;               /* as high as the text, which a text view learns too late */
  GtkTextView *text;
  GtkWidget *hint;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (ApoNoteRow, apo_note_row, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_NOTE,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static char *
dup_text (ApoNoteRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
show_text (ApoNoteRow *self)
{
  const char *text = apo_note_get_text (self->note);
  g_autofree char *shown = dup_text (self);

  self->showing = TRUE;
  if (!g_str_equal (text, shown))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  self->showing = FALSE;
  gtk_widget_set_visible (self->hint, *text == '\0');
}

static char *
dup_caption (ApoNoteRow *self)
{
  g_autofree char *moment =
    apo_moment_dup_label (apo_note_get_changed (self->note) * G_USEC_PER_SEC, g_get_real_time ());
  const char *author = apo_note_get_author (self->note);

  return *author != '\0' ? g_strdup_printf ("%s · %s", moment, author)
                         : g_steal_pointer (&moment);
}

/* The row of the list is what gets the keyboard focus, so it must have the name. */
static void
update_accessible (ApoNoteRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = NULL;

  if (parent == NULL || self->note == NULL)
    return;

  label = g_strdup_printf ("%s. %s. %s", gtk_label_get_label (self->about),
                           apo_note_get_text (self->note), gtk_label_get_label (self->caption));
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
update_light (ApoNoteRow *self)
{
  ApoLight light = APO_LIGHT_CALM;

  if (self->note != NULL && self->focus != NULL)
    light = apo_focus_get_light (self->focus, apo_item_get_id (APO_ITEM (self->note)));

  if (light >= APO_LIGHT_HOVER_RELATED && !self->selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "lit");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "lit");
}

static void
update (ApoNoteRow *self)
{
  g_autofree char *about = NULL;
  g_autofree char *caption = NULL;
  ApoSpan span;

  if (self->note == NULL
      || apo_dossier_lookup (self->dossier, apo_item_get_id (APO_ITEM (self->note))) == NULL)
    return;

  about = apo_note_words_dup_about (self->dossier, self->note);
  caption = dup_caption (self);
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->caption, caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->about_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, about, -1);
  gtk_image_set_from_icon_name (self->icon, apo_note_words_get_icon (self->dossier, self->note));
  gtk_widget_action_set_enabled (
    GTK_WIDGET (self), "note.show",
    apo_dossier_lookup (self->dossier, apo_note_get_target (self->note)) != NULL
      || apo_dossier_get_item_span (self->dossier, APO_ITEM (self->note), &span));
  show_text (self);
  update_accessible (self);
  update_light (self);
}

static void
text_changed_cb (ApoNoteRow *self)
{
  g_autofree char *text = dup_text (self);

  gtk_label_set_label (self->size, text);
  gtk_widget_set_visible (self->hint, *text == '\0');
  if (!self->showing && self->note != NULL && self->history != NULL)
    apo_edit_set_note_text (self->history, self->note, text);
}

/* Who writes in a note wants to see what it is about. */
static void
text_entered_cb (ApoNoteRow *self)
{
  const char *id = self->note != NULL ? apo_item_get_id (APO_ITEM (self->note)) : NULL;

  if (id != NULL && self->focus != NULL
      && g_strcmp0 (apo_focus_get_selected (self->focus), id) != 0)
    apo_focus_select (self->focus, id);
}

static void
enter_cb (ApoNoteRow *self)
{
  if (self->note != NULL && self->focus != NULL)
    apo_focus_hover (self->focus, apo_item_get_id (APO_ITEM (self->note)));
}

static void
leave_cb (ApoNoteRow *self)
{
  if (self->focus != NULL)
    apo_focus_hover (self->focus, NULL);
}

/* An item is selected wherever it is; a passage is that of the note. */
static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ApoNoteRow *self = APO_NOTE_ROW (widget);
  const char *target = apo_note_get_target (self->note);

  if (self->focus == NULL)
    return;

  if (apo_dossier_lookup (self->dossier, target) == NULL)
    target = apo_item_get_id (APO_ITEM (self->note));
  apo_focus_select (self->focus, target);
  gtk_widget_activate_action (widget, "win.show-passage", NULL);
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ApoNoteRow *self = APO_NOTE_ROW (widget);
  g_autoptr (ApoNote) note = self->note != NULL ? g_object_ref (self->note) : NULL;

  if (note != NULL && self->history != NULL)
    apo_edit_remove_note (self->history, note);
}

static void
apo_note_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (apo_note_row_parent_class)->root (widget);

  update_accessible (APO_NOTE_ROW (widget));
}

static void
apo_note_row_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  ApoNoteRow *self = APO_NOTE_ROW (object);

  switch (prop_id)
    {
    case PROP_NOTE:
      g_value_set_object (value, self->note);
      break;
    case PROP_SELECTED:
      g_value_set_boolean (value, self->selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_note_row_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  ApoNoteRow *self = APO_NOTE_ROW (object);

  switch (prop_id)
    {
    case PROP_NOTE:
      if (g_set_object (&self->note, g_value_get_object (value)))
        update (self);
      break;
    case PROP_SELECTED:
      self->selected = g_value_get_boolean (value);
      update_light (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_note_row_dispose (GObject *object)
{
  ApoNoteRow *self = APO_NOTE_ROW (object);

  g_clear_object (&self->note);
  g_clear_object (&self->focus);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_note_row_parent_class)->dispose (object);
}

static void
apo_note_row_class_init (ApoNoteRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_note_row_get_property;
  object_class->set_property = apo_note_row_set_property;
  object_class->dispose = apo_note_row_dispose;
  widget_class->root = apo_note_row_root;

  props[PROP_NOTE] = g_param_spec_object ("note", NULL, NULL, APO_TYPE_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_SELECTED] = g_param_spec_boolean ("selected", NULL, NULL, FALSE,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoNoteRow, about_button);
  gtk_widget_class_bind_template_child (widget_class, ApoNoteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ApoNoteRow, about);
  gtk_widget_class_bind_template_child (widget_class, ApoNoteRow, size);
  gtk_widget_class_bind_template_child (widget_class, ApoNoteRow, text);
  gtk_widget_class_bind_template_child (widget_class, ApoNoteRow, hint);
  gtk_widget_class_bind_template_child (widget_class, ApoNoteRow, caption);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_entered_cb);
  gtk_widget_class_install_action (widget_class, "note.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "note.remove", NULL, remove_action);
}

static void
apo_note_row_init (ApoNoteRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  apo_tooltip_set_label (self->about_button, self->about);
  /* The history undoes; what the buffer could undo may belong to another note by then. */
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (self->text), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed",
                           G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * apo_note_row_new:
 * @history: (nullable): that of @dossier; without it nothing can be written
 * @focus: (nullable): what is told of the pointer
 *
 * Returns: a row without a note
 */
GtkWidget *
apo_note_row_new (ApoDossier *dossier,
                  ApoHistory *history,
                  ApoFocus   *focus)
{
  ApoNoteRow *self = g_object_new (APO_TYPE_NOTE_ROW, NULL);

  self->dossier = g_object_ref (dossier);
  g_set_object (&self->history, history);
  g_set_object (&self->focus, focus);
  gtk_text_view_set_editable (self->text, history != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "note.remove", history != NULL);
  g_signal_connect_object (dossier, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (focus != NULL)
    g_signal_connect_object (focus, "changed", G_CALLBACK (update_light), self,
                             G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * apo_note_row_get_note:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ApoNote *
apo_note_row_get_note (ApoNoteRow *row)
{
  return row->note;
}

/**
 * apo_note_row_edit:
 *
 * Puts the keyboard focus into the text.
 */
void
apo_note_row_edit (ApoNoteRow *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (row->text));
}

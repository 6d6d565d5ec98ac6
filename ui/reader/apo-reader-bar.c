/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-bar.h"

#include <glib/gi18n.h>

struct _ApoReaderBar {
  GtkPopover parent_instance;

  GtkStack *stack;
  GtkEntry *note;
  GtkLabel *name;
  GtkCheckButton *everywhere;
  GtkDropDown *kind;
  GtkWidget *add_actor;
};

G_DEFINE_FINAL_TYPE (ApoReaderBar, apo_reader_bar, GTK_TYPE_POPOVER)

enum {
  SIGNAL_NOTE,
  SIGNAL_ACTOR,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
note_cb (ApoReaderBar *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));

  if (*g_strstrip (text) == '\0')
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_NOTE], 0, text);
}

static void
actor_cb (ApoReaderBar *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_ACTOR], 0, (int) gtk_drop_down_get_selected (self->kind),
                 gtk_check_button_get_active (self->everywhere));
}

static void
apo_reader_bar_class_init (ApoReaderBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_NOTE] =
    g_signal_new ("note", APO_TYPE_READER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_ACTOR] =
    g_signal_new ("actor", APO_TYPE_READER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-reader-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoReaderBar, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderBar, note);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderBar, name);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderBar, everywhere);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderBar, kind);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderBar, add_actor);
  gtk_widget_class_bind_template_callback (widget_class, note_cb);
  gtk_widget_class_bind_template_callback (widget_class, actor_cb);
}

static void
apo_reader_bar_init (ApoReaderBar *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (int kind = 0; kind <= APO_ACTOR_PLACE; kind++)
    gtk_string_list_append (kinds, apo_actor_kind_get_label (kind));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
}

/**
 * apo_reader_bar_new:
 * @parent: what it is shown over, which has the actions, and presents and unparents it
 *
 * Returns: (transfer none): a bar that is not shown yet
 */
ApoReaderBar *
apo_reader_bar_new (GtkWidget *parent)
{
  ApoReaderBar *self = g_object_new (APO_TYPE_READER_BAR, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);

  return self;
}

static void
present_page (ApoReaderBar       *self,
              const GdkRectangle *place,
              const char         *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
}

/**
 * apo_reader_bar_present:
 * @place: where the selected words end, in pixels of the parent
 */
void
apo_reader_bar_present (ApoReaderBar       *bar,
                        const GdkRectangle *place)
{
  present_page (bar, place, "actions");
}

/**
 * apo_reader_bar_ask_note:
 * @place: where the selected words end, in pixels of the parent
 *
 * Asks for the words of a note; `note` tells them.
 */
void
apo_reader_bar_ask_note (ApoReaderBar       *bar,
                         const GdkRectangle *place)
{
  gtk_editable_set_text (GTK_EDITABLE (bar->note), "");
  present_page (bar, place, "note");
  gtk_widget_grab_focus (GTK_WIDGET (bar->note));
}

/**
 * apo_reader_bar_ask_actor:
 * @place: where the selected words end, in pixels of the parent
 * @name: the selected words
 * @n_places: how often they stand in the text and are nobody's yet, these included
 *
 * Asks what kind of actor it is and whether it is the same elsewhere; `actor` tells it.
 */
void
apo_reader_bar_ask_actor (ApoReaderBar       *bar,
                          const GdkRectangle *place,
                          const char         *name,
                          guint               n_places)
{
  /* Translators: how often a name stands in the text */
  g_autofree char *label = g_strdup_printf (ngettext ("In %u place", "In all %u places", n_places),
                                            n_places);

  gtk_label_set_text (bar->name, name);
  gtk_check_button_set_label (bar->everywhere, label);
  gtk_check_button_set_active (bar->everywhere, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (bar->everywhere), n_places > 1);
  present_page (bar, place, "actor");
  gtk_widget_grab_focus (bar->add_actor);
}

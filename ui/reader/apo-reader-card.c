/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-card.h"

#include "apo-mark.h"
#include "apo-reader-words.h"

struct _ApoReaderCard {
  GtkPopover parent_instance;

  ApoMark *mark;
  GtkLabel *title;
  GtkLabel *state;
  GtkLabel *grounds;
};

G_DEFINE_FINAL_TYPE (ApoReaderCard, apo_reader_card, GTK_TYPE_POPOVER)

static void
apo_reader_card_class_init (ApoReaderCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (APO_TYPE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-reader-card.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoReaderCard, mark);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderCard, title);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderCard, state);
  gtk_widget_class_bind_template_child (widget_class, ApoReaderCard, grounds);
}

static void
apo_reader_card_init (ApoReaderCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_reader_card_new:
 * @parent: what it is shown over, which presents and unparents it
 *
 * Returns: (transfer none): a card that is not shown yet
 */
ApoReaderCard *
apo_reader_card_new (GtkWidget *parent)
{
  ApoReaderCard *self = g_object_new (APO_TYPE_READER_CARD, NULL);

  gtk_widget_set_parent (GTK_WIDGET (self), parent);

  return self;
}

static void
set_line (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * apo_reader_card_present:
 * @item: what stands there
 * @offset: a character of its passage
 * @place: where the passage is, in pixels of the parent
 * @take_focus: whether it was asked for by keyboard, so that Escape closes it
 */
void
apo_reader_card_present (ApoReaderCard      *card,
                         ApoDossier         *dossier,
                         ApoItem            *item,
                         guint               offset,
                         const GdkRectangle *place,
                         gboolean            take_focus)
{
  g_autoptr (ApoReaderWords) words = apo_reader_words_new (dossier, item, offset);
  g_autofree char *description = NULL;

  gtk_widget_set_visible (GTK_WIDGET (card->mark), APO_IS_CLAIM (item));
  if (APO_IS_CLAIM (item))
    apo_mark_set_verdict (card->mark, apo_claim_get_verdict (APO_CLAIM (item)));
  set_line (card->title, words->title);
  set_line (card->state, words->state);
  set_line (card->grounds, words->grounds);

  description = g_strjoin ("\n", words->state != NULL ? words->state : "", words->grounds, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_popover_popdown (GTK_POPOVER (card));
  gtk_popover_set_autohide (GTK_POPOVER (card), take_focus);
  gtk_popover_set_pointing_to (GTK_POPOVER (card), place);
  gtk_popover_popup (GTK_POPOVER (card));
}

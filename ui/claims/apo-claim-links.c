/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-links.h"

#include <glib/gi18n.h>

#include "apo-claim-chooser.h"
#include "apo-claim-passage.h"
#include "apo-edit-sources.h"
#include "apo-item-words.h"
#include "apo-mark.h"

struct _ApoClaimLinks {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  ApoClaim *claim;

  GtkDropDown *kind;
  GtkMenuButton *add;
  GtkListBox *list;
  ApoClaimChooser *chooser;
};

G_DEFINE_FINAL_TYPE (ApoClaimLinks, apo_claim_links, GTK_TYPE_BOX)

static ApoClaim *
get_other (ApoClaimLinks *self,
           ApoClaimLink  *link,
           gboolean      *leads_here)
{
  const char *id = apo_item_get_id (APO_ITEM (self->claim));
  ApoItem *other;

  *leads_here = g_str_equal (apo_claim_link_get_to (link), id);
  other = apo_dossier_lookup (self->dossier, *leads_here ? apo_claim_link_get_from (link)
                                                         : apo_claim_link_get_to (link));

  return other != NULL ? APO_CLAIM (other) : NULL;
}

static void
remove_cb (ApoClaimLinks *self,
           GtkWidget     *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "id");
  ApoItem *link = apo_dossier_lookup (self->dossier, id);

  if (link != NULL && self->history != NULL)
    apo_edit_remove_link (self->history, APO_CLAIM_LINK (link));
}

/* The kinds that the link could be of, and, where it leads somewhere, its way back. */
static GMenuModel *
create_kinds (ApoClaimLink *link)
{
  const char *id = apo_item_get_id (APO_ITEM (link));
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (int kind = 0; kind < APO_N_LINK_KINDS; kind++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (apo_link_kind_get_label (kind), NULL);

      g_menu_item_set_action_and_target (item, "links.kind", "(su)", id, kind);
      g_menu_append_item (kinds, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  if (apo_link_kind_is_directed (apo_claim_link_get_kind (link)))
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_("_Turn"), NULL);

      g_menu_item_set_action_and_target (item, "links.turn", "s", id);
      g_menu_append_item (others, item);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));

  return G_MENU_MODEL (menu);
}

static GtkWidget *
create_kind_button (ApoClaimLinks *self,
                    ApoClaimLink  *link,
                    gboolean       leads_here)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = create_kinds (link);
  /* Translators: what a claim has to do with another one, such as “Contradicts” */
  g_autofree char *name = g_strdup_printf (_("Link: %s"), apo_item_words_get_link (link, leads_here));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), apo_item_words_get_link (link, leads_here));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "apo-caption");
  gtk_widget_add_css_class (button, "apo-link-kind");
  gtk_widget_set_tooltip_text (button, _("Change the kind of link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_sensitive (button, self->history != NULL);

  return button;
}

static ApoClaimLink *
find_link (ApoClaimLinks *self,
           const char    *id)
{
  ApoItem *link = self->history != NULL ? apo_dossier_lookup (self->dossier, id) : NULL;

  return APO_IS_CLAIM_LINK (link) ? APO_CLAIM_LINK (link) : NULL;
}

static void
kind_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ApoClaimLinks *self = APO_CLAIM_LINKS (widget);
  ApoClaimLink *link;
  const char *id;
  guint kind;

  g_variant_get (parameter, "(&su)", &id, &kind);
  link = find_link (self, id);
  if (link != NULL && kind < APO_N_LINK_KINDS)
    apo_edit_set_link_kind (self->history, link, kind);
}

static void
turn_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ApoClaimLinks *self = APO_CLAIM_LINKS (widget);
  ApoClaimLink *link = find_link (self, g_variant_get_string (parameter, NULL));

  if (link != NULL)
    apo_edit_turn_link (self->history, link);
}

static GtkWidget *
create_remove_button (ApoClaimLinks *self,
                      ApoClaimLink  *link)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-clear-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Remove the link"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Remove the link"), -1);
  gtk_widget_set_sensitive (button, self->history != NULL);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (apo_item_get_id (APO_ITEM (link))),
                          g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_row (ApoClaimLinks *self,
            ApoClaimLink  *link)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *mark = apo_mark_new ();
  GtkWidget *word;
  GtkWidget *passage;
  gboolean leads_here;
  ApoClaim *other = get_other (self, link, &leads_here);
  g_autofree char *text = apo_claim_passage_dup (self->dossier, APO_ITEM (other));
  g_autofree char *name = g_strdup_printf ("%s: %s", apo_item_words_get_link (link, leads_here), text);

  apo_mark_set_verdict (APO_MARK (mark), apo_claim_get_verdict (other));
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  word = create_kind_button (self, link, leads_here);
  passage = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (passage), 0);
  gtk_label_set_wrap (GTK_LABEL (passage), TRUE);
  gtk_label_set_lines (GTK_LABEL (passage), 2);
  gtk_label_set_ellipsize (GTK_LABEL (passage), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (texts), word);
  gtk_box_append (GTK_BOX (texts), passage);
  gtk_widget_set_hexpand (texts, TRUE);

  gtk_widget_add_css_class (box, "apo-detail-row");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), texts);
  gtk_box_append (GTK_BOX (box), create_remove_button (self, link));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (apo_item_get_id (APO_ITEM (other))),
                          g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

static void
update_rows (ApoClaimLinks *self)
{
  g_autoptr (GListModel) links = apo_dossier_list_links (self->dossier, self->claim);
  GtkWidget *row;
  gboolean some = FALSE;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (ApoClaimLink) link = g_list_model_get_item (links, i);
      gboolean leads_here;

      if (get_other (self, link, &leads_here) == NULL)
        continue;
      gtk_list_box_append (self->list, create_row (self, link));
      some = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), some);
}

static void
row_activated_cb (ApoClaimLinks *self,
                  GtkListBoxRow *row)
{
  if (self->focus != NULL)
    apo_focus_select (self->focus, g_object_get_data (G_OBJECT (row), "id"));
}

static gboolean
is_another (ApoItem *item,
            gpointer user_data)
{
  return item != APO_ITEM (APO_CLAIM_LINKS (user_data)->claim);
}

static void
fill_cb (ApoClaimLinks *self)
{
  if (self->claim != NULL)
    apo_claim_chooser_set_items (self->chooser, self->dossier, APO_ITEM_CLAIM, is_another, self);
}

static void
chosen_cb (ApoClaimLinks *self,
           ApoItem       *item)
{
  if (item != NULL && self->claim != NULL && self->history != NULL)
    apo_edit_add_link (self->history, self->claim, APO_CLAIM (item),
                       gtk_drop_down_get_selected (self->kind));
}

static void
apo_claim_links_dispose (GObject *object)
{
  ApoClaimLinks *self = APO_CLAIM_LINKS (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->focus);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_claim_links_parent_class)->dispose (object);
}

static void
apo_claim_links_class_init (ApoClaimLinksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_claim_links_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-links.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimLinks, kind);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimLinks, add);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimLinks, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "links.kind", "(su)", kind_action);
  gtk_widget_class_install_action (widget_class, "links.turn", "s", turn_action);
}

static void
apo_claim_links_init (ApoClaimLinks *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < APO_N_LINK_KINDS; i++)
    gtk_string_list_append (kinds, apo_link_kind_get_label (i));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));

  self->chooser = APO_CLAIM_CHOOSER (apo_claim_chooser_new (_("Which other claim?"), NULL, FALSE));
  g_signal_connect_swapped (self->chooser, "show", G_CALLBACK (fill_cb), self);
  g_signal_connect_swapped (self->chooser, "chosen", G_CALLBACK (chosen_cb), self);
  gtk_menu_button_set_popover (self->add, GTK_WIDGET (self->chooser));
}

/**
 * apo_claim_links_show:
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @focus: (nullable): what is told of the claim that the reader goes to
 * @claim: (nullable): the claim whose links to show
 */
void
apo_claim_links_show (ApoClaimLinks *links,
                      ApoDossier    *dossier,
                      ApoHistory    *history,
                      ApoFocus      *focus,
                      ApoClaim      *claim)
{
  g_return_if_fail (APO_IS_CLAIM_LINKS (links));

  g_set_object (&links->dossier, dossier);
  g_set_object (&links->history, history);
  g_set_object (&links->focus, focus);
  g_set_object (&links->claim, claim);
  gtk_widget_set_sensitive (GTK_WIDGET (links->add), history != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (links->kind), history != NULL);
  if (claim != NULL)
    update_rows (links);
}

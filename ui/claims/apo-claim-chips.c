/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-chips.h"

#include <glib/gi18n.h>

#include "apo-wrap-layout.h"
#include "apo-edit-notes.h"

struct _ApoClaimChips {
  GtkWidget parent_instance;

  ApoClaimFilter *filter;
  ApoDossier *dossier;
  ApoHistory *history;

  GtkWidget *tail;
  GtkMenuButton *save;
  GtkWidget *remove;
  GtkEntry *name;
  GtkButton *accept;
};

G_DEFINE_FINAL_TYPE (ApoClaimChips, apo_claim_chips, GTK_TYPE_WIDGET)

/* The saved view of what is chosen now, borrowed. */
static ApoSavedView *
find_view (ApoClaimChips *self)
{
  GListModel *views = apo_dossier_get_items (self->dossier, APO_ITEM_VIEW);

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (ApoSavedView) view = g_list_model_get_item (views, i);
      g_autoptr (ApoClaimQuery) query = apo_saved_view_dup_query (view);

      if (apo_claim_query_equal (query, apo_claim_filter_get_query (self->filter)))
        return view;
    }

  return NULL;
}

static void
chip_clicked_cb (ApoClaimChips *self,
                 GtkWidget     *chip)
{
  gsize offset = GPOINTER_TO_SIZE (g_object_get_data (G_OBJECT (chip), "offset"));
  guint bit = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "bit"));
  g_autoptr (ApoClaimQuery) query =
    apo_claim_query_copy (apo_claim_filter_get_query (self->filter));

  if (offset == G_STRUCT_OFFSET (ApoClaimQuery, speaker)
      || offset == G_STRUCT_OFFSET (ApoClaimQuery, actor)
      || offset == G_STRUCT_OFFSET (ApoClaimQuery, about))
    g_clear_pointer (&G_STRUCT_MEMBER (char *, query, offset), g_free);
  else if (offset == G_STRUCT_OFFSET (ApoClaimQuery, only_dismissed))
    query->only_dismissed = FALSE;
  else if (offset == G_STRUCT_OFFSET (ApoClaimQuery, nobody))
    query->nobody = FALSE;
  else
    G_STRUCT_MEMBER (guint, query, offset) &= ~(1u << bit);
  apo_claim_filter_set_query (self->filter, query);
}

static void
add_chip (ApoClaimChips *self,
          const char    *label,
          gsize          offset,
          guint          bit)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *text = gtk_label_new (label);
  g_autofree char *name = g_strdup_printf (_("Remove the filter: %s"), label);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 24);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "icon-name", "window-close-symbolic",
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "apo-filter-chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "offset", GSIZE_TO_POINTER (offset));
  g_object_set_data (G_OBJECT (chip), "bit", GUINT_TO_POINTER (bit));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (chip, GTK_WIDGET (self), self->tail);
}

static void
add_bit_chips (ApoClaimChips       *self,
               const ApoClaimQuery *query)
{
  for (guint i = 0; i < APO_N_VERDICT_GROUPS; i++)
    if ((query->verdicts & (1u << i)) != 0)
      add_chip (self, i == APO_VERDICT_GROUP_NONE ? _("To check") : apo_verdict_group_get_label (i),
                G_STRUCT_OFFSET (ApoClaimQuery, verdicts), i);
  for (guint i = 0; i <= APO_CERTAINTY_QUESTION; i++)
    if ((query->certainties & (1u << i)) != 0)
      add_chip (self, apo_certainty_get_label (i), G_STRUCT_OFFSET (ApoClaimQuery, certainties), i);
  for (guint i = 0; i <= APO_STATUS_WITHDRAWN; i++)
    if ((query->statuses & (1u << i)) != 0)
      add_chip (self, apo_work_status_get_label (i), G_STRUCT_OFFSET (ApoClaimQuery, statuses), i);
}

static void
add_actor_chip (ApoClaimChips *self,
                const char    *id,
                const char    *format,
                gsize          offset)
{
  ApoItem *actor = id != NULL && *id != '\0' ? apo_dossier_lookup (self->dossier, id) : NULL;
  g_autofree char *label = NULL;

  if (actor == NULL || !APO_IS_ACTOR (actor))
    return;

  label = g_strconcat (format, " ", apo_actor_get_name (APO_ACTOR (actor)), NULL);
  add_chip (self, label, offset, 0);
}

static void
remove_chips (ApoClaimChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->tail)
    gtk_widget_unparent (child);
}

static void
show_tail (ApoClaimChips *self)
{
  ApoSavedView *view = find_view (self);
  const char *words = view != NULL ? _("Rename this view") : _("Save this view");
  g_autofree char *name = NULL;

  if (view != NULL)
    name = g_strdup_printf (_("View: %s"), apo_saved_view_get_name (view));
  gtk_menu_button_set_label (self->save, view != NULL ? name : _("Save…"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->save), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_button_set_label (self->accept, view != NULL ? _("Rename") : _("Save"));
  gtk_widget_set_visible (self->remove, view != NULL);
  gtk_widget_set_visible (self->tail, self->history != NULL);
}

static void
show_name_cb (ApoClaimChips *self)
{
  ApoSavedView *view = self->dossier != NULL ? find_view (self) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (self->name),
                         view != NULL ? apo_saved_view_get_name (view) : "");
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
accept_cb (ApoClaimChips *self)
{
  ApoSavedView *view = find_view (self);
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (*name == '\0')
    return;

  gtk_menu_button_popdown (self->save);
  if (view != NULL)
    apo_edit_rename_view (self->history, view, name);
  else
    apo_edit_save_view (self->history, name, apo_claim_filter_get_query (self->filter));
}

static void
name_changed_cb (ApoClaimChips *self)
{
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), *name != '\0');
}

static void
remove_cb (ApoClaimChips *self)
{
  ApoSavedView *view = find_view (self);

  if (view != NULL)
    apo_edit_remove_view (self->history, view);
}

static void
apo_claim_chips_dispose (GObject *object)
{
  ApoClaimChips *self = APO_CLAIM_CHIPS (object);
  GtkWidget *child;

  g_clear_object (&self->filter);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (apo_claim_chips_parent_class)->dispose (object);
}

static void
apo_claim_chips_class_init (ApoClaimChipsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_claim_chips_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-chips.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChips, tail);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChips, save);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChips, remove);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChips, name);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimChips, accept);
  gtk_widget_class_bind_template_callback (widget_class, show_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, APO_TYPE_WRAP_LAYOUT);
}

static void
apo_claim_chips_init (ApoClaimChips *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_claim_chips_set_context:
 * @dossier: (nullable): whose claims are narrowed
 * @history: (nullable): what saves views; %NULL where nothing may be changed
 */
void
apo_claim_chips_set_context (ApoClaimChips  *chips,
                             ApoClaimFilter *filter,
                             ApoDossier     *dossier,
                             ApoHistory     *history)
{
  g_return_if_fail (APO_IS_CLAIM_CHIPS (chips));

  g_set_object (&chips->filter, filter);
  g_set_object (&chips->dossier, dossier);
  g_set_object (&chips->history, history);
  apo_claim_chips_update (chips);
}

/**
 * apo_claim_chips_update:
 *
 * Shows what the filter is now, or nothing where it leaves nothing out.
 */
void
apo_claim_chips_update (ApoClaimChips *chips)
{
  const ApoClaimQuery *query = apo_claim_filter_get_query (chips->filter);
  gboolean narrow = chips->dossier != NULL && !apo_claim_query_is_all (query);

  remove_chips (chips);
  gtk_widget_set_visible (GTK_WIDGET (chips), narrow);
  if (!narrow)
    return;

  add_bit_chips (chips, query);
  /* Translators: on a chip, before a name: claims that this actor makes */
  add_actor_chip (chips, query->speaker, _("by"), G_STRUCT_OFFSET (ApoClaimQuery, speaker));
  /* Translators: on a chip, before a name: claims that this actor makes or that are about it */
  add_actor_chip (chips, query->actor, _("with"), G_STRUCT_OFFSET (ApoClaimQuery, actor));
  /* Translators: on a chip, before a name: claims that are about this actor */
  add_actor_chip (chips, query->about, _("about"), G_STRUCT_OFFSET (ApoClaimQuery, about));
  if (query->nobody)
    add_chip (chips, _("Nobody named"), G_STRUCT_OFFSET (ApoClaimQuery, nobody), 0);
  if (query->only_dismissed)
    add_chip (chips, _("Dismissed"), G_STRUCT_OFFSET (ApoClaimQuery, only_dismissed), 0);
  show_tail (chips);
}

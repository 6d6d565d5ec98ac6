/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-search-row.h"

#include <glib/gi18n.h>

#include "apo-item-words.h"

struct _ApoSearchRow {
  GtkListBoxRow parent_instance;

  ApoSearchGroup group;
  int index;                    /* -1 for the row that brings more */

  GtkImage *icon;
  GtkLabel *excerpt;
  GtkLabel *caption;
};

G_DEFINE_FINAL_TYPE (ApoSearchRow, apo_search_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_icon (ApoSearchGroup group)
{
  static const ApoItemType types[APO_N_SEARCH_GROUPS] = {
    [APO_SEARCH_TEXT] = APO_ITEM_ARTICLE,
    [APO_SEARCH_CLAIMS] = APO_ITEM_CLAIM,
    [APO_SEARCH_REASONS] = APO_ITEM_CLAIM,
    [APO_SEARCH_ACTORS] = APO_ITEM_ACTOR,
    [APO_SEARCH_EVENTS] = APO_ITEM_EVENT,
    [APO_SEARCH_NOTES] = APO_ITEM_NOTE,
    [APO_SEARCH_SOURCES] = APO_ITEM_SOURCE,
  };

  return apo_item_words_get_icon (types[group]);
}

/* What it belongs to: the speaker of a claim, the claim of a reason or a source. */
static char *
dup_caption (ApoDossier     *dossier,
             ApoSearchGroup  group,
             ApoItem        *item)
{
  ApoItem *other = NULL;

  if (group == APO_SEARCH_CLAIMS)
    other = apo_dossier_lookup (dossier, apo_claim_get_speaker (APO_CLAIM (item)));
  else if (group == APO_SEARCH_REASONS)
    other = item;
  else if (group == APO_SEARCH_SOURCES)
    other = apo_dossier_lookup (dossier, apo_source_get_claim (APO_SOURCE (item)));

  return other != NULL ? apo_item_words_dup_title (dossier, other) : NULL;
}

static PangoAttrList *
create_attributes (const char *excerpt,
                   GArray     *marks)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < marks->len; i++)
    {
      ApoSpan mark = g_array_index (marks, ApoSpan, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = g_utf8_offset_to_pointer (excerpt, mark.start) - excerpt;
      bold->end_index = g_utf8_offset_to_pointer (excerpt, mark.end) - excerpt;
      pango_attr_list_insert (attributes, bold);
    }

  return attributes;
}

static ApoSearchRow *
create_row (ApoSearchGroup group,
            int            index)
{
  ApoSearchRow *self = g_object_new (APO_TYPE_SEARCH_ROW, NULL);

  self->group = group;
  self->index = index;

  return self;
}

static void
apo_search_row_class_init (ApoSearchRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-search-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoSearchRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ApoSearchRow, excerpt);
  gtk_widget_class_bind_template_child (widget_class, ApoSearchRow, caption);
}

static void
apo_search_row_init (ApoSearchRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_search_row_get_group_label:
 *
 * Returns: where things of @group stand
 */
const char *
apo_search_row_get_group_label (ApoSearchGroup group)
{
  static const char *const labels[APO_N_SEARCH_GROUPS] = {
    [APO_SEARCH_TEXT] = N_("Text"),
    [APO_SEARCH_CLAIMS] = N_("Claims"),
    [APO_SEARCH_REASONS] = N_("Reasons of verdicts"),
    [APO_SEARCH_ACTORS] = N_("Actors"),
    [APO_SEARCH_EVENTS] = N_("Events"),
    [APO_SEARCH_NOTES] = N_("Notes"),
    [APO_SEARCH_SOURCES] = N_("Sources"),
  };

  return _(labels[group]);
}

/**
 * apo_search_row_new:
 * @index: of one of the things of @group that were found
 *
 * Returns: (transfer floating): a row that shows it
 */
GtkWidget *
apo_search_row_new (ApoDossier     *dossier,
                    ApoSearch      *search,
                    ApoSearchGroup  group,
                    guint           index)
{
  ApoSearchRow *self = create_row (group, index);
  ApoItem *item = apo_search_get_item (search, group, index);
  g_autoptr (GArray) marks = NULL;
  g_autofree char *excerpt = apo_search_dup_excerpt (search, group, index, &marks);
  g_autofree char *caption = item != NULL ? dup_caption (dossier, group, item) : NULL;
  PangoAttrList *attributes = create_attributes (excerpt, marks);
  g_autofree char *label = g_strdup_printf ("%s. %s", apo_search_row_get_group_label (group),
                                            excerpt);

  gtk_image_set_from_icon_name (self->icon, get_icon (group));
  gtk_label_set_label (self->excerpt, excerpt);
  gtk_label_set_attributes (self->excerpt, attributes);
  pango_attr_list_unref (attributes);
  gtk_label_set_label (self->caption, caption != NULL ? caption : "");
  gtk_widget_set_visible (GTK_WIDGET (self->caption), caption != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

/**
 * apo_search_row_new_more:
 * @n_more: how many things of @group have no row yet
 *
 * Returns: (transfer floating): a row to ask for them
 */
GtkWidget *
apo_search_row_new_more (ApoSearchGroup group,
                         guint          n_more)
{
  ApoSearchRow *self = create_row (group, -1);
  g_autofree char *label = g_strdup_printf (ngettext ("Show %u more", "Show %u more", n_more),
                                            n_more);

  gtk_image_set_from_icon_name (self->icon, "view-more-symbolic");
  gtk_label_set_label (self->excerpt, label);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

ApoSearchGroup
apo_search_row_get_group (ApoSearchRow *row)
{
  return row->group;
}

/**
 * apo_search_row_get_index:
 *
 * Returns: which thing of its group it shows, -1 for the row that brings more
 */
int
apo_search_row_get_index (ApoSearchRow *row)
{
  return row->index;
}

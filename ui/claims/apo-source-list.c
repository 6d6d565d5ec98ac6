/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-source-list.h"

#include <glib/gi18n.h>

#include "apo-edit-sources.h"
#include "apo-source-row.h"

struct _ApoSourceList {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoClaim *claim;

  GtkLabel *count;
  GtkWidget *add;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (ApoSourceList, apo_source_list, GTK_TYPE_BOX)

static ApoSourceRow *
get_row (ApoSourceList *self,
         guint          position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);

  return row != NULL ? APO_SOURCE_ROW (row) : NULL;
}

/* Rows of sources that are still there stay, with what is open and typed in them. */
static void
update_rows (ApoSourceList *self)
{
  g_autoptr (GListModel) sources = apo_dossier_list_sources (self->dossier, self->claim);
  guint n_sources = g_list_model_get_n_items (sources);
  g_autofree char *count = g_strdup_printf ("%u", n_sources);

  for (guint i = 0; i < n_sources; i++)
    {
      g_autoptr (ApoSource) source = g_list_model_get_item (sources, i);
      ApoSourceRow *row = get_row (self, i);

      while (row != NULL && apo_source_row_get_source (row) != source
             && apo_dossier_lookup (self->dossier,
                                    apo_item_get_id (APO_ITEM (apo_source_row_get_source (row))))
                != APO_ITEM (apo_source_row_get_source (row)))
        {
          gtk_list_box_remove (self->list, GTK_WIDGET (row));
          row = get_row (self, i);
        }
      if (row != NULL && apo_source_row_get_source (row) == source)
        apo_source_row_update (row);
      else
        gtk_list_box_insert (self->list, apo_source_row_new (self->history, source), i);
    }
  while (get_row (self, n_sources) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (get_row (self, n_sources)));

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count), n_sources > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_sources > 0);
}

static void
apo_source_list_dispose (GObject *object)
{
  ApoSourceList *self = APO_SOURCE_LIST (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->history);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_source_list_parent_class)->dispose (object);
}

static void
apo_source_list_class_init (ApoSourceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_source_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-source-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoSourceList, count);
  gtk_widget_class_bind_template_child (widget_class, ApoSourceList, add);
  gtk_widget_class_bind_template_child (widget_class, ApoSourceList, list);
  gtk_widget_class_bind_template_callback (widget_class, apo_source_list_add);
}

static void
apo_source_list_init (ApoSourceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_source_list_show:
 * @history: (nullable): what executes the commands; %NULL where nothing may be changed
 * @claim: (nullable): the claim whose sources to show
 */
void
apo_source_list_show (ApoSourceList *list,
                      ApoDossier    *dossier,
                      ApoHistory    *history,
                      ApoClaim      *claim)
{
  g_return_if_fail (APO_IS_SOURCE_LIST (list));

  if (list->claim != claim || list->history != history)
    while (get_row (list, 0) != NULL)
      gtk_list_box_remove (list->list, GTK_WIDGET (get_row (list, 0)));
  g_set_object (&list->dossier, dossier);
  g_set_object (&list->history, history);
  g_set_object (&list->claim, claim);
  gtk_widget_set_sensitive (list->add, history != NULL);
  if (claim != NULL)
    update_rows (list);
}

/**
 * apo_source_list_add:
 *
 * Adds a source, seen today, and opens it for the reader to say what it is.
 */
void
apo_source_list_add (ApoSourceList *list)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  ApoSourceInfo info = { .stance = APO_SOURCE_SUPPORTS };
  ApoSource *source;

  if (list->history == NULL || list->claim == NULL)
    return;

  info.consulted = apo_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                                     g_date_time_get_day_of_month (now));
  source = apo_edit_add_source (list->history, list->claim, &info);
  for (guint i = 0; get_row (list, i) != NULL; i++)
    if (apo_source_row_get_source (get_row (list, i)) == source)
      apo_source_row_edit (get_row (list, i));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-start-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "apo-wrap-layout.h"

#define MAX_RECENT 5

struct _ApoStartPage {
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *open;
  GtkWidget *recent_box;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (ApoStartPage, apo_start_page, GTK_TYPE_WIDGET)

static int
compare_infos (gconstpointer a,
               gconstpointer b)
{
  GDateTime *x = gtk_recent_info_get_modified ((GtkRecentInfo *) a);
  GDateTime *y = gtk_recent_info_get_modified ((GtkRecentInfo *) b);

  return g_date_time_compare (y, x);
}

static void
add_recent (ApoStartPage  *self,
            GtkRecentInfo *info)
{
  gboolean dossier = g_str_has_suffix (gtk_recent_info_get_uri (info), ".apostille");
  g_autofree char *escaped = g_markup_escape_text (gtk_recent_info_get_display_name (info), -1);
  g_autofree char *place = gtk_recent_info_get_uri_display (info);
  g_autofree char *escaped_place = g_markup_escape_text (place != NULL ? place : "", -1);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (dossier ? "apo-claims-symbolic"
                                                          : "apo-reader-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_place);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  gtk_list_box_append (self->recent_list, row);
}

static void
apo_start_page_dispose (GObject *object)
{
  ApoStartPage *self = APO_START_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (apo_start_page_parent_class)->dispose (object);
}

/* The first key is for what the page is for, not for the menu. */
static gboolean
apo_start_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (APO_START_PAGE (widget)->open);
}

static void
apo_start_page_class_init (ApoStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_start_page_dispose;
  widget_class->grab_focus = apo_start_page_grab_focus;

  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoStartPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, ApoStartPage, open);
  gtk_widget_class_bind_template_child (widget_class, ApoStartPage, recent_box);
  gtk_widget_class_bind_template_child (widget_class, ApoStartPage, recent_list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "startpage");
}

static void
apo_start_page_init (ApoStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_start_page_refresh:
 *
 * Lists what was open lately and is still there.
 */
void
apo_start_page_refresh (ApoStartPage *page)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *infos = g_list_sort (gtk_recent_manager_get_items (manager), compare_infos);
  GtkWidget *row;
  guint n_shown = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (page->recent_list))) != NULL)
    gtk_list_box_remove (page->recent_list, row);

  for (GList *l = infos; l != NULL && n_shown < MAX_RECENT; l = l->next)
    if (gtk_recent_info_has_application (l->data, g_get_application_name ())
        && gtk_recent_info_exists (l->data))
      {
        add_recent (page, l->data);
        n_shown++;
      }

  gtk_widget_set_visible (page->recent_box, n_shown > 0);
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}

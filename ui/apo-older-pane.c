/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-older-pane.h"

#include <glib/gi18n.h>

#include "apo-older-row.h"

struct _ApoOlderPane {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  GtkStackPage *list_page;
  GtkStack *list_stack;
  GtkListView *list;
  GtkDropDown *version;
  GtkTextView *text_view;

  ApoReaderView *reader;        /* (unowned): of the same desk */
  ApoHistory *history;          /* (nullable) */
  ApoFocus *focus;              /* (nullable) */
  GListStore *unplaced;         /* ApoOlderItem */
  GPtrArray *versions;          /* ApoArticle, the newest first */
  ApoArticle *shown;            /* (nullable) the version in the text view */
};

G_DEFINE_FINAL_TYPE (ApoOlderPane, apo_older_pane, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_N_UNPLACED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static ApoDossier *
get_dossier (ApoOlderPane *self)
{
  return self->history != NULL ? apo_history_get_dossier (self->history) : NULL;
}

static gboolean
is_same_list (ApoOlderPane *self,
              GArray       *unplaced)
{
  if (unplaced->len != g_list_model_get_n_items (G_LIST_MODEL (self->unplaced)))
    return FALSE;

  for (guint i = 0; i < unplaced->len; i++)
    {
      g_autoptr (ApoOlderItem) item = g_list_model_get_item (G_LIST_MODEL (self->unplaced), i);

      if (!apo_older_item_is_same (item, &g_array_index (unplaced, ApoUnplaced, i)))
        return FALSE;
    }

  return TRUE;
}

static void
update_list (ApoOlderPane *self)
{
  g_autoptr (GArray) unplaced = self->history != NULL
                                ? apo_reanchor_list_unplaced (get_dossier (self))
                                : g_array_new (FALSE, FALSE, sizeof (ApoUnplaced));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = NULL;

  if (is_same_list (self, unplaced))
    return;

  for (guint i = 0; i < unplaced->len; i++)
    g_ptr_array_add (items, apo_older_item_new (&g_array_index (unplaced, ApoUnplaced, i)));
  g_list_store_splice (self->unplaced, 0, g_list_model_get_n_items (G_LIST_MODEL (self->unplaced)),
                       items->pdata, items->len);

  /* Translators: a tab; how many passages are to be attached */
  title = g_strdup_printf (_("To attach (%u)"), items->len);
  gtk_stack_page_set_title (self->list_page, title);
  gtk_stack_set_visible_child_name (self->list_stack, items->len > 0 ? "list" : "nothing");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_N_UNPLACED]);
}

static void
show_version (ApoOlderPane *self,
              guint         i)
{
  ApoArticle *article = i < self->versions->len ? self->versions->pdata[i] : NULL;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);

  if (!g_set_object (&self->shown, article))
    return;

  if (article != NULL)
    gtk_text_buffer_set_text (buffer, apo_text_get_string (apo_article_get_text (article)),
                              apo_text_get_n_bytes (apo_article_get_text (article)));
  else
    gtk_text_buffer_set_text (buffer, "", 0);
}

static void
version_cb (ApoOlderPane *self)
{
  guint selected = gtk_drop_down_get_selected (self->version);

  if (selected != GTK_INVALID_LIST_POSITION)
    show_version (self, selected);
}

static gboolean
is_same_versions (GPtrArray *a,
                  GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;

  return TRUE;
}

static void
update_versions (ApoOlderPane *self)
{
  g_autoptr (GPtrArray) versions = self->history != NULL
                                   ? apo_reanchor_list_versions (get_dossier (self))
                                   : g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (is_same_versions (versions, self->versions))
    return;

  g_ptr_array_unref (self->versions);
  self->versions = g_steal_pointer (&versions);
  for (guint i = 0; i < self->versions->len; i++)
    {
      ApoArticle *article = self->versions->pdata[i];
      g_autofree char *name = NULL;

      /* Translators: the how-manieth older version, 1 for the last, and the name of its file */
      name = g_strdup_printf (_("%u back: %s"), i + 1, apo_article_get_name (article));
      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->version, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->version), self->versions->len > 1);
  show_version (self, 0);
}

static void
dossier_changed_cb (ApoOlderPane *self)
{
  update_versions (self);
  update_list (self);
}

static void
selection_cb (ApoOlderPane *self)
{
  ApoSpan span;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "older.attach",
                                 apo_reader_view_get_selection (self->reader, &span));
}

static void
attach_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ApoOlderPane *self = APO_OLDER_PANE (widget);
  const char *id;
  guint mention;
  ApoItem *item;
  ApoSpan span;

  g_variant_get (parameter, "(&su)", &id, &mention);
  item = apo_dossier_lookup (get_dossier (self), id);
  if (item == NULL || !apo_reader_view_get_selection (self->reader, &span))
    return;

  if (APO_IS_ACTOR (item))
    apo_reanchor_attach_mention (self->history, APO_ACTOR (item), mention, span);
  else
    apo_reanchor_attach (self->history, item, &span, 1);
  if (self->focus != NULL)
    apo_focus_select (self->focus, apo_item_get_id (item));
}

/* Marks a passage of the older text, and brings it into sight. */
static void
mark_passage (ApoOlderPane *self,
              ApoSpan       span)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextMark *mark;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag_by_name (buffer, "passage", &start, &end);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, span.end);
  gtk_text_buffer_apply_tag_by_name (buffer, "passage", &start, &end);
  mark = gtk_text_buffer_get_mark (buffer, "passage");
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "passage", &start, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &start);
  gtk_text_view_scroll_to_mark (self->text_view, mark, 0, TRUE, 0, 1. / 3);
}

static void
show_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  ApoOlderPane *self = APO_OLDER_PANE (widget);
  const char *id;
  guint mention;

  g_variant_get (parameter, "(&su)", &id, &mention);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->unplaced)); i++)
    {
      g_autoptr (ApoOlderItem) item = g_list_model_get_item (G_LIST_MODEL (self->unplaced), i);
      const ApoUnplaced *unplaced = apo_older_item_get_unplaced (item);
      guint version;

      if (!g_str_equal (apo_item_get_id (unplaced->item), id) || unplaced->mention != mention
          || !g_ptr_array_find (self->versions, unplaced->article, &version))
        continue;
      gtk_drop_down_set_selected (self->version, version);
      show_version (self, version);
      gtk_stack_set_visible_child_name (self->stack, "text");
      mark_passage (self, unplaced->span);
      return;
    }
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              ApoOlderPane             *self)
{
  GtkWidget *row = apo_older_row_new (get_dossier (self));

  g_object_bind_property (list_item, "item", row, "item", G_BINDING_DEFAULT);
  gtk_list_item_set_child (list_item, row);
}

static void
forget_context (ApoOlderPane *self)
{
  if (self->history != NULL)
    g_signal_handlers_disconnect_by_data (get_dossier (self), self);
  g_clear_object (&self->history);
  g_clear_object (&self->focus);
}

static void
apo_older_pane_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_N_UNPLACED:
      g_value_set_uint (value, g_list_model_get_n_items
                        (G_LIST_MODEL (APO_OLDER_PANE (object)->unplaced)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_older_pane_dispose (GObject *object)
{
  ApoOlderPane *self = APO_OLDER_PANE (object);

  forget_context (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->unplaced);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->versions, g_ptr_array_unref);

  G_OBJECT_CLASS (apo_older_pane_parent_class)->dispose (object);
}

static void
apo_older_pane_class_init (ApoOlderPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_older_pane_get_property;
  object_class->dispose = apo_older_pane_dispose;

  props[PROP_N_UNPLACED] =
    g_param_spec_uint ("n-unplaced", NULL, NULL, 0, G_MAXUINT, 0,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-older-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoOlderPane, box);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderPane, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderPane, list_page);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderPane, list_stack);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderPane, list);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderPane, version);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderPane, text_view);
  gtk_widget_class_bind_template_callback (widget_class, version_cb);
  gtk_widget_class_install_action (widget_class, "older.attach", "(su)", attach_action);
  gtk_widget_class_install_action (widget_class, "older.show", "(su)", show_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
apo_older_pane_init (ApoOlderPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->unplaced = g_list_store_new (APO_TYPE_OLDER_ITEM);
  self->versions = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_text_buffer_create_tag (gtk_text_view_get_buffer (self->text_view), "passage",
                              "weight", PANGO_WEIGHT_BOLD,
                              "underline", PANGO_UNDERLINE_SINGLE, NULL);
}

/**
 * apo_older_pane_new:
 * @reader: what shows the text of today; it must live as long as the pane
 */
GtkWidget *
apo_older_pane_new (ApoReaderView *reader)
{
  ApoOlderPane *self = g_object_new (APO_TYPE_OLDER_PANE, NULL);

  self->reader = reader;
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader)),
                           "notify::has-selection", G_CALLBACK (selection_cb), self,
                           G_CONNECT_SWAPPED);
  selection_cb (self);

  return GTK_WIDGET (self);
}

/**
 * apo_older_pane_set_context:
 * @history: (nullable): of the dossier whose older texts to show
 * @focus: (nullable): is led to what was attached
 */
void
apo_older_pane_set_context (ApoOlderPane *pane,
                            ApoHistory   *history,
                            ApoFocus     *focus)
{
  g_autoptr (GtkListItemFactory) factory = NULL;
  g_autoptr (GtkSelectionModel) selection = NULL;

  forget_context (pane);
  gtk_list_view_set_model (pane->list, NULL);
  g_set_object (&pane->history, history);
  g_set_object (&pane->focus, focus);
  dossier_changed_cb (pane);
  if (history == NULL)
    return;

  g_signal_connect_swapped (get_dossier (pane), "changed", G_CALLBACK (dossier_changed_cb), pane);
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), pane);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL
                                                                       (pane->unplaced))));
  gtk_list_view_set_factory (pane->list, factory);
  gtk_list_view_set_model (pane->list, selection);
}

/**
 * apo_older_pane_has_versions:
 *
 * Returns: whether the text was ever replaced
 */
gboolean
apo_older_pane_has_versions (ApoOlderPane *pane)
{
  return pane->versions->len > 0;
}

/**
 * apo_older_pane_get_unplaced:
 *
 * Returns: (transfer none): the #ApoOlderItem that wait to be attached
 */
GListModel *
apo_older_pane_get_unplaced (ApoOlderPane *pane)
{
  return G_LIST_MODEL (pane->unplaced);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-view.h"

#include <glib/gi18n.h>

#include "apo-fact-list.h"
#include "apo-graph-content.h"
#include "apo-graph-popover.h"
#include "apo-graph-sample.h"
#include "apo-maximize-button.h"
#include "apo-reading-page.h"
#include "apo-relation-maker.h"

#define ZOOM_STEP 1.25
#define MAX_CHIPS 60
#define LIST_KEY "graph-list"

struct _ApoGraphView {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  GtkLabel *empty_label;
  ApoReadingPage *reading;
  ApoGraphCanvas *canvas;
  ApoFactList *list;
  GtkWidget *zoom_box;
  GtkMenuButton *shelf_button;
  GtkLabel *shelf_label;
  GtkFlowBox *shelf;
  GtkLabel *shelf_more;
  GtkToggleButton *all_button;
  GtkButton *dismissed_button;
  GtkMenuButton *menu_button;
  GtkWidget *legend;
  ApoGraphPopover *popover;     /* of the list */
  ApoRelationMaker *maker;

  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  gboolean listed;              /* the list is shown, not the picture */
  gboolean dismissed;           /* what was dismissed is listed, not the rest */
};

G_DEFINE_FINAL_TYPE (ApoGraphView, apo_graph_view, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_LIST,
  PROP_ALL,
  PROP_DISMISSED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
chip_clicked_cb (ApoGraphView *self,
                 GtkButton    *chip)
{
  if (self->focus != NULL)
    apo_focus_select (self->focus, g_object_get_data (G_OBJECT (chip), "actor"));
  gtk_menu_button_popdown (self->shelf_button);
}

static void
add_chip (ApoGraphView *self,
          ApoActor     *actor)
{
  GtkWidget *chip = gtk_button_new_with_label (apo_actor_get_name (actor));

  gtk_widget_add_css_class (chip, "apo-chip");
  gtk_widget_set_halign (chip, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (chip), "actor",
                          g_strdup (apo_item_get_id (APO_ITEM (actor))), g_free);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (self->shelf, chip);
}

/* There may be a thousand of them: they are made when the shelf is opened, and only the first. */
static void
shelf_shown_cb (ApoGraphView *self)
{
  GPtrArray *alone = apo_graph_canvas_get_alone (self->canvas);
  guint n_more = alone->len > MAX_CHIPS ? alone->len - MAX_CHIPS : 0;
  GtkFlowBoxChild *child;
  g_autofree char *more = NULL;

  while ((child = gtk_flow_box_get_child_at_index (self->shelf, 0)) != NULL)
    gtk_flow_box_remove (self->shelf, GTK_WIDGET (child));
  for (guint i = 0; i < alone->len - n_more; i++)
    add_chip (self, alone->pdata[i]);

  more = g_strdup_printf (ngettext ("%u more is in the list of actors",
                                    "%u more are in the list of actors", n_more), n_more);
  gtk_label_set_text (self->shelf_more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->shelf_more), n_more > 0);
}

static void
show_extent (ApoGraphView *self)
{
  guint n_actors = apo_graph_canvas_count_actors (self->canvas);
  guint n_shown = apo_graph_canvas_get_n_nodes (self->canvas);
  gboolean all = apo_graph_canvas_is_all (self->canvas);
  /* Translators: how many of the actors the graph shows */
  g_autofree char *label = g_strdup_printf (ngettext ("%u of %u actor", "%u of %u actors",
                                                      n_actors), n_shown, n_actors);

  gtk_button_set_label (GTK_BUTTON (self->all_button), label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button),
                          !self->listed && (all || n_shown < n_actors));
}

/* The button is there while the list has something to tell of what was dismissed. */
static void
show_dismissed (ApoGraphView *self,
                guint         n)
{
  g_autofree char *label = g_strdup_printf (ngettext ("%u dismissed", "%u dismissed", n), n);

  gtk_button_set_label (self->dismissed_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->dismissed_button),
                          self->listed && (n > 0 || self->dismissed));
}

/* Why there is nothing, if there is nothing. */
static void
show_emptiness (ApoGraphView *self)
{
  gboolean narrowed = self->focus != NULL && apo_basis_get_kind (apo_focus_get_basis (self->focus))
                                             != APO_BASIS_EVERYTHING;

  gtk_label_set_label (self->empty_label,
                       self->listed && self->dismissed ? _("No relation is dismissed")
                       : narrowed ? _("No relation rests on the chosen basis")
                                  : _("No relations between actors were found"));
}

/* Shows the list or the picture; the list is only filled while it is seen. */
static void
show_page (ApoGraphView *self)
{
  g_autoptr (GPtrArray) dismissed = self->dossier != NULL && self->listed
                                    ? apo_graph_content_list_dismissed (self->dossier)
                                    : g_ptr_array_new ();
  g_autoptr (GPtrArray) relations = apo_graph_canvas_list_relations (self->canvas);
  gboolean empty = self->listed && self->dismissed
                   ? dismissed->len == 0 : apo_graph_canvas_get_n_nodes (self->canvas) == 0;

  if (self->listed && !empty)
    apo_fact_list_set_items (self->list, self->dismissed ? dismissed : relations);
  if (self->listed && !self->dismissed)
    empty = relations->len == 0;
  show_emptiness (self);
  show_dismissed (self, dismissed->len);
  gtk_stack_set_visible_child_name (self->stack,
                                    empty && apo_reading_page_is_reading (self->reading)
                                    ? "reading" : empty ? "empty"
                                    : self->listed ? "list" : "graph");
  gtk_widget_set_visible (self->zoom_box, !self->listed);
  gtk_widget_set_visible (self->legend, !self->listed);
  show_extent (self);
}

static void
content_changed_cb (ApoGraphView *self)
{
  GPtrArray *alone = apo_graph_canvas_get_alone (self->canvas);
  gboolean empty = apo_graph_canvas_get_n_nodes (self->canvas) == 0;
  g_autofree char *label = NULL;

  label = g_strdup_printf (ngettext ("%u without relations", "%u without relations", alone->len),
                           alone->len);
  gtk_label_set_label (self->shelf_label, label);
  gtk_widget_set_visible (GTK_WIDGET (self->shelf_button), alone->len > 0);
  show_page (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.zoom-in", !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.zoom-out", !empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "graph.fit", !empty);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  apo_graph_canvas_zoom (APO_GRAPH_VIEW (widget)->canvas, ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  apo_graph_canvas_zoom (APO_GRAPH_VIEW (widget)->canvas, 1 / ZOOM_STEP);
}

static void
fit_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  apo_graph_canvas_fit (APO_GRAPH_VIEW (widget)->canvas);
}

static gboolean
apo_graph_view_grab_focus (GtkWidget *widget)
{
  ApoGraphView *self = APO_GRAPH_VIEW (widget);

  return gtk_widget_grab_focus (self->listed ? GTK_WIDGET (self->list)
                                             : GTK_WIDGET (self->canvas));
}

static void
set_listed (ApoGraphView *self,
            gboolean      listed)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean focused = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));

  if (self->listed == listed)
    return;

  self->listed = listed;
  if (!listed && self->dismissed)
    {
      self->dismissed = FALSE;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISMISSED]);
    }
  if (self->dossier != NULL)
    apo_dossier_set_view_state (self->dossier, LIST_KEY,
                                listed ? g_variant_new_boolean (TRUE) : NULL);
  show_page (self);
  /* The keyboard stays where the content is. */
  if (focused)
    gtk_widget_grab_focus (listed ? GTK_WIDGET (self->list) : GTK_WIDGET (self->canvas));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIST]);
}

/* What was dismissed is only in the list. */
static void
set_dismissed (ApoGraphView *self,
               gboolean      dismissed)
{
  if (self->dismissed == dismissed)
    return;

  self->dismissed = dismissed;
  if (dismissed && !self->listed)
    set_listed (self, TRUE);
  else
    show_page (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISMISSED]);
}

static void
edit_cb (ApoGraphView *self,
         ApoRelation  *relation,
         GdkRectangle *area)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (one, relation);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), area);
  apo_graph_popover_show (self->popover, one);
}

static void
ask_for_relation (ApoGraphView *self,
                  GtkWidget    *place,
                  GdkRectangle *area,
                  const char   *from,
                  const char   *to)
{
  GdkRectangle own = *area;
  double x;
  double y;

  if (self->history == NULL
      || !gtk_widget_translate_coordinates (place, GTK_WIDGET (self), area->x, area->y, &x, &y))
    return;

  own.x = x;
  own.y = y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->maker), &own);
  apo_relation_maker_open (self->maker, from, to);
}

static void
relate_cb (ApoGraphView *self,
           const char   *from,
           const char   *to,
           GdkRectangle *area)
{
  ask_for_relation (self, GTK_WIDGET (self->canvas), area, from, to);
}

/* From the actor that is selected, if one is. */
static void
new_relation_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  ApoGraphView *self = APO_GRAPH_VIEW (widget);
  GtkWidget *button = GTK_WIDGET (self->menu_button);
  GdkRectangle area = { 0, 0, gtk_widget_get_width (button), gtk_widget_get_height (button) };
  const char *selected = self->focus != NULL ? apo_focus_get_selected (self->focus) : NULL;

  if (selected != NULL && !APO_IS_ACTOR (apo_dossier_lookup (self->dossier, selected)))
    selected = NULL;
  ask_for_relation (self, button, &area, selected, NULL);
}

static void
restore_listed (ApoGraphView *self)
{
  g_autoptr (GVariant) state = NULL;
  gboolean listed;

  if (self->dossier != NULL)
    state = apo_dossier_get_view_state (self->dossier, LIST_KEY);
  listed = state != NULL && g_variant_is_of_type (state, G_VARIANT_TYPE_BOOLEAN)
           && g_variant_get_boolean (state);
  if (self->listed == listed)
    return;

  self->listed = listed;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIST]);
}

static void
apo_graph_view_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST:
      g_value_set_boolean (value, APO_GRAPH_VIEW (object)->listed);
      break;
    case PROP_ALL:
      g_value_set_boolean (value, apo_graph_canvas_is_all (APO_GRAPH_VIEW (object)->canvas));
      break;
    case PROP_DISMISSED:
      g_value_set_boolean (value, APO_GRAPH_VIEW (object)->dismissed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_graph_view_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_LIST:
      set_listed (APO_GRAPH_VIEW (object), g_value_get_boolean (value));
      break;
    case PROP_ALL:
      apo_graph_canvas_set_all (APO_GRAPH_VIEW (object)->canvas, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_DISMISSED:
      set_dismissed (APO_GRAPH_VIEW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_graph_view_dispose (GObject *object)
{
  ApoGraphView *self = APO_GRAPH_VIEW (object);

  g_clear_object (&self->dossier);
  g_clear_object (&self->history);
  g_clear_object (&self->focus);
  /* An open popover that loses its parent is never freed. */
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->maker != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->maker));
  g_clear_pointer ((GtkWidget **) &self->popover, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->maker, gtk_widget_unparent);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (apo_graph_view_parent_class)->dispose (object);
}

static void
apo_graph_view_class_init (ApoGraphViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = apo_graph_view_get_property;
  G_OBJECT_CLASS (klass)->set_property = apo_graph_view_set_property;
  G_OBJECT_CLASS (klass)->dispose = apo_graph_view_dispose;

  props[PROP_LIST] =
    g_param_spec_boolean ("list", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_ALL] =
    g_param_spec_boolean ("all", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_DISMISSED] =
    g_param_spec_boolean ("dismissed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  widget_class->grab_focus = apo_graph_view_grab_focus;

  g_type_ensure (APO_TYPE_GRAPH_CANVAS);
  g_type_ensure (APO_TYPE_GRAPH_SAMPLE);
  g_type_ensure (APO_TYPE_FACT_LIST);
  g_type_ensure (APO_TYPE_MAXIMIZE_BUTTON);
  g_type_ensure (APO_TYPE_READING_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-graph-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, box);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, reading);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, canvas);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, list);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, shelf_button);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, shelf_label);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, shelf);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, shelf_more);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, all_button);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, dismissed_button);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, empty_label);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, relate_cb);
  gtk_widget_class_bind_template_callback (widget_class, shelf_shown_cb);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphView, legend);
  gtk_widget_class_bind_template_callback (widget_class, content_changed_cb);

  gtk_widget_class_install_action (widget_class, "graph.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "graph.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "graph.fit", NULL, fit_cb);
  gtk_widget_class_install_action (widget_class, "graph.new-relation", NULL, new_relation_cb);
  gtk_widget_class_install_property_action (widget_class, "graph.dismissed", "dismissed");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, 0, "graph.new-relation", NULL);
  gtk_widget_class_install_property_action (widget_class, "graph.list", "list");
  gtk_widget_class_install_property_action (widget_class, "graph.all", "all");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, 0, "graph.list", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "graphview");
}

static void
apo_graph_view_init (ApoGraphView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->reading, "changed", G_CALLBACK (show_page), self);
  apo_fact_list_set_describe (self->list, _("Relations"), apo_graph_content_describe);
  self->popover = APO_GRAPH_POPOVER (apo_graph_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->list));
  self->maker = APO_RELATION_MAKER (apo_relation_maker_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->maker), GTK_WIDGET (self));
  content_changed_cb (self);
}

GtkWidget *
apo_graph_view_new (void)
{
  return g_object_new (APO_TYPE_GRAPH_VIEW, NULL);
}

/**
 * apo_graph_view_set_context:
 * @dossier: (nullable): what to show, or %NULL for nothing
 * @history: (nullable): the history of @dossier
 * @focus: (nullable): the focus of all views on @dossier
 */
void
apo_graph_view_set_context (ApoGraphView *view,
                            ApoDossier   *dossier,
                            ApoHistory   *history,
                            ApoFocus     *focus)
{
  g_return_if_fail (APO_IS_GRAPH_VIEW (view));

  g_set_object (&view->dossier, dossier);
  g_set_object (&view->history, history);
  g_set_object (&view->focus, focus);
  apo_fact_list_set_context (view->list, dossier, history, focus);
  apo_graph_popover_set_context (view->popover, dossier, history, focus);
  apo_relation_maker_set_context (view->maker, dossier, history, focus);
  gtk_widget_action_set_enabled (GTK_WIDGET (view), "graph.new-relation", history != NULL);
  set_dismissed (view, FALSE);
  restore_listed (view);
  apo_graph_canvas_set_context (view->canvas, dossier, history, focus);
}

/**
 * apo_graph_view_get_canvas:
 *
 * Returns: (transfer none): the picture
 */
ApoGraphCanvas *
apo_graph_view_get_canvas (ApoGraphView *view)
{
  return view->canvas;
}

/**
 * apo_graph_view_set_analysis:
 * @analysis: (nullable): what may still be looking for what is to be shown
 */
void
apo_graph_view_set_analysis (ApoGraphView *view,
                             ApoAnalysis  *analysis)
{
  apo_reading_page_set_analysis (view->reading, analysis);
}

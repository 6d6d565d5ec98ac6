/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-desk-private.h"

#include "apo-maximize-button.h"
#include "apo-reader-view.h"

#define MIN_WIDTH 360
#define MIN_HEIGHT 300
#define MEDIUM_WIDTH 720
#define WIDE_WIDTH 1100
#define CLAIM_PANE "claim"
#define SEARCH_PANE "search"

G_DEFINE_ENUM_TYPE (ApoPanel, apo_panel,
  G_DEFINE_ENUM_VALUE (APO_PANEL_READER, "reader"),
  G_DEFINE_ENUM_VALUE (APO_PANEL_INDEX, "index"),
  G_DEFINE_ENUM_VALUE (APO_PANEL_GRAPH, "graph"),
  G_DEFINE_ENUM_VALUE (APO_PANEL_TIMELINE, "timeline"))

G_DEFINE_ENUM_TYPE (ApoDeskMode, apo_desk_mode,
  G_DEFINE_ENUM_VALUE (APO_DESK_NARROW, "narrow"),
  G_DEFINE_ENUM_VALUE (APO_DESK_MEDIUM, "medium"),
  G_DEFINE_ENUM_VALUE (APO_DESK_WIDE, "wide"))

G_DEFINE_FINAL_TYPE (ApoDesk, apo_desk, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_MODE,
  PROP_PANEL,
  PROP_PANE,
  PROP_READER_MAXIMIZED,        /* one for each panel, in their order */
  PROP_INDEX_MAXIMIZED,
  PROP_GRAPH_MAXIMIZED,
  PROP_TIMELINE_MAXIMIZED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static ApoDeskMode
mode_for_width (int width)
{
  if (width >= WIDE_WIDTH)
    return APO_DESK_WIDE;

  return width >= MEDIUM_WIDTH ? APO_DESK_MEDIUM : APO_DESK_NARROW;
}

/* The panel beside the reader, if that is always there, or else instead of it. */
ApoPanel
apo_desk_get_shown_panel (ApoDesk *self)
{
  return self->mode == APO_DESK_MEDIUM && self->panel == APO_PANEL_READER ? APO_PANEL_INDEX
                                                                          : self->panel;
}

/**
 * apo_desk_get_pane:
 *
 * Returns: (transfer none) (nullable): the name of the pane that is open
 */
const char *
apo_desk_get_pane (ApoDesk *desk)
{
  GtkWidget *child = gtk_stack_get_visible_child (desk->side_stack);

  if (child == NULL || child == GTK_WIDGET (desk->side))
    return NULL;

  return gtk_stack_get_visible_child_name (desk->side_stack);
}

static gboolean
has_place (ApoDesk *self,
           ApoPanel panel)
{
  if (apo_desk_is_alone (self))
    return self->maximized == (int) panel;

  return self->mode == APO_DESK_WIDE
         || (self->mode == APO_DESK_MEDIUM && panel == APO_PANEL_READER)
         || (panel == apo_desk_get_shown_panel (self) && apo_desk_get_pane (self) == NULL);
}

/* A panel can be maximised where it is not alone anyway. */
static void
enable_maximizing (ApoDesk *self)
{
  static const char *const actions[] = {
    "desk.maximize-reader", "desk.maximize-index", "desk.maximize-graph",
    "desk.maximize-timeline",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->mode != APO_DESK_NARROW);
}

/* Shows what the mode, the chosen panel and the maximised one ask for. */
void
apo_desk_show_panels (ApoDesk *self)
{
  gboolean graph = has_place (self, APO_PANEL_GRAPH);
  gboolean timeline = has_place (self, APO_PANEL_TIMELINE);
  gboolean reader = has_place (self, APO_PANEL_READER);
  gboolean side = graph || timeline
                  || (apo_desk_get_pane (self) != NULL && !apo_desk_is_alone (self));

  gtk_widget_set_visible (self->index, has_place (self, APO_PANEL_INDEX));
  gtk_widget_set_visible (GTK_WIDGET (self->graph), graph);
  gtk_widget_set_visible (GTK_WIDGET (self->timeline), timeline);
  gtk_widget_set_visible (GTK_WIDGET (self->side_stack), side);
  gtk_widget_set_visible (self->reader_box, reader);
  gtk_widget_set_visible (GTK_WIDGET (self->inner), reader || side);
  gtk_widget_set_visible (self->switcher, self->mode != APO_DESK_WIDE
                                          && !apo_desk_is_alone (self));
  gtk_widget_set_visible (self->switch_reader, self->mode == APO_DESK_NARROW);
  apo_claim_bar_set_revealed (self->claim_bar, self->mode == APO_DESK_NARROW);
  enable_maximizing (self);
}

/* Shows what is to be shown now, and places the panes for it. */
void
apo_desk_rearrange (ApoDesk *self)
{
  apo_desk_show_panels (self);
  self->arranged_width = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
apo_desk_notify_maximized (ApoDesk *self)
{
  for (guint i = PROP_READER_MAXIMIZED; i <= PROP_TIMELINE_MAXIMIZED; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static gboolean
arrange_cb (gpointer user_data)
{
  ApoDesk *self = user_data;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  ApoDeskMode mode = mode_for_width (width);
  gboolean other = mode != self->mode || self->arranged_width == 0;

  self->arrange_source = 0;
  if (width <= 0)
    return G_SOURCE_REMOVE;

  if (other)
    {
      self->mode = mode;
      apo_desk_show_panels (self);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODE]);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PANEL]);
    }
  /* Where other panes are shown now, they are placed again once they have got their widths. */
  self->arranged_width = other && mode != APO_DESK_NARROW ? -1 : width;
  apo_desk_place_panes (self, width);
  /* From the innermost pane up: one that only passes an allocation on, and below which something
   * asks for another size at the same time, would be drawn empty. */
  gtk_widget_queue_resize (GTK_WIDGET (self->side));
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

static void
apo_desk_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDE_WIDTH : 700;
}

/* The arrangement follows in an idle callback; until then what is too wide is cut off. */
static void
apo_desk_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  ApoDesk *self = APO_DESK (widget);
  int min_width;
  int min_height;

  if (self->arranged_width == 0)
    {
      self->mode = mode_for_width (width);
      apo_desk_show_panels (self);
    }

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (self->box, GTK_ORIENTATION_VERTICAL, MAX (width, min_width), &min_height,
                      NULL, NULL, NULL);
  gtk_widget_allocate (self->box, MAX (width, min_width), MAX (height, min_height), baseline, NULL);

  if (width != self->arranged_width && self->arrange_source == 0)
    self->arrange_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_cb, self, NULL);
}

static void
apo_desk_snapshot (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  apo_desk_snapshot_panels (APO_DESK (widget), snapshot);
}

static void
pane_moved_cb (ApoDesk    *self,
               GParamSpec *pspec,
               GtkPaned   *paned)
{
  apo_desk_remember_panes (self, paned);
}

static void
focus_selected_cb (ApoDesk    *self,
                   const char *id)
{
  ApoItem *item = apo_dossier_lookup (self->dossier, id);

  /* The pane of claims goes with the claim that it shows. */
  if (!APO_IS_CLAIM (item) && g_strcmp0 (apo_desk_get_pane (self), CLAIM_PANE) == 0)
    apo_desk_set_pane (self, NULL);

  apo_desk_follow_in_index (self, item);
}

void
apo_desk_show_span (ApoDesk *self,
                    guint    start,
                    guint    end)
{
  if (self->mode == APO_DESK_NARROW)
    apo_desk_set_panel (self, APO_PANEL_READER);
  apo_reader_view_show_span (APO_READER_VIEW (apo_reader_get_view (self->reader)),
                             APO_SPAN (start, end));
}

/* What was found is selected in the text, to be seen and to be used. */
static void
show_found_cb (ApoDesk *self,
               guint    start,
               guint    end)
{
  apo_desk_show_span (self, start, end);
  apo_reader_view_select_span (APO_READER_VIEW (apo_reader_get_view (self->reader)),
                               APO_SPAN (start, end));
}

static void
forget_context (ApoDesk *self)
{
  if (self->dossier != NULL)
    g_signal_handlers_disconnect_by_data (self->dossier, self);
  if (self->focus != NULL)
    g_signal_handlers_disconnect_by_data (self->focus, self);
  g_clear_object (&self->dossier);
  g_clear_object (&self->focus);
}

static void
apo_desk_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  ApoDesk *self = APO_DESK (object);

  switch (prop_id)
    {
    case PROP_MODE:
      g_value_set_enum (value, self->mode);
      break;
    case PROP_PANEL:
      g_value_set_enum (value, apo_desk_get_shown_panel (self));
      break;
    case PROP_READER_MAXIMIZED:
    case PROP_INDEX_MAXIMIZED:
    case PROP_GRAPH_MAXIMIZED:
    case PROP_TIMELINE_MAXIMIZED:
      g_value_set_boolean (value, self->maximized == (int) prop_id - PROP_READER_MAXIMIZED);
      break;
    case PROP_PANE:
      g_value_set_string (value, apo_desk_get_pane (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_desk_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  ApoDesk *self = APO_DESK (object);
  int panel = (int) prop_id - PROP_READER_MAXIMIZED;

  switch (prop_id)
    {
    case PROP_PANEL:
      apo_desk_set_panel (self, g_value_get_enum (value));
      break;
    case PROP_READER_MAXIMIZED:
    case PROP_INDEX_MAXIMIZED:
    case PROP_GRAPH_MAXIMIZED:
    case PROP_TIMELINE_MAXIMIZED:
      if (g_value_get_boolean (value))
        apo_desk_set_maximized (self, panel);
      else if (self->maximized == panel)
        apo_desk_set_maximized (self, APO_PANEL_NONE);
      break;
    case PROP_PANE:
      apo_desk_set_pane (APO_DESK (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_desk_dispose (GObject *object)
{
  ApoDesk *self = APO_DESK (object);

  g_clear_handle_id (&self->arrange_source, g_source_remove);
  for (guint i = 0; i < APO_N_PANELS; i++)
    g_clear_weak_pointer (&self->last_focus[i]);
  g_clear_object (&self->animation);
  forget_context (self);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (apo_desk_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (APO_TYPE_CLAIM_BAR);
  g_type_ensure (APO_TYPE_GRAPH_VIEW);
  g_type_ensure (APO_TYPE_MAXIMIZE_BUTTON);
  g_type_ensure (APO_TYPE_READER);
  g_type_ensure (APO_TYPE_TIMELINE_VIEW);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, box);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, outer);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, inner);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, side_stack);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, side);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, index);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, reader_box);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, reader);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, claim_bar);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, graph);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, timeline);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, switcher);
  gtk_widget_class_bind_template_child (widget_class, ApoDesk, switch_reader);
  gtk_widget_class_bind_template_callback (widget_class, pane_moved_cb);
  apo_desk_bind_index (widget_class);
}

static void
close_pane_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  apo_desk_set_pane (APO_DESK (widget), NULL);
}

static void
apo_desk_class_init (ApoDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = apo_desk_dispose;
  object_class->get_property = apo_desk_get_property;
  object_class->set_property = apo_desk_set_property;
  widget_class->measure = apo_desk_measure;
  widget_class->size_allocate = apo_desk_size_allocate;
  widget_class->snapshot = apo_desk_snapshot;

  props[PROP_MODE] =
    g_param_spec_enum ("mode", NULL, NULL, APO_TYPE_DESK_MODE, APO_DESK_NARROW,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PANEL] =
    g_param_spec_enum ("panel", NULL, NULL, APO_TYPE_PANEL, APO_PANEL_READER,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_PANE] =
    g_param_spec_string ("pane", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  for (guint i = PROP_READER_MAXIMIZED; i <= PROP_TIMELINE_MAXIMIZED; i++)
    {
      g_autofree char *name =
        g_strconcat (apo_enum_to_nick (APO_TYPE_PANEL, i - PROP_READER_MAXIMIZED), "-maximized",
                     NULL);

      props[i] = g_param_spec_boolean (g_intern_string (name), NULL, NULL, FALSE,
                                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                       | G_PARAM_EXPLICIT_NOTIFY);
    }
  g_object_class_install_properties (object_class, N_PROPS, props);

  ensure_types ();
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "desk.close-pane", NULL, close_pane_action);
  gtk_widget_class_install_property_action (widget_class, "desk.panel", "panel");
  gtk_widget_class_install_property_action (widget_class, "desk.maximize-reader",
                                            "reader-maximized");
  gtk_widget_class_install_property_action (widget_class, "desk.maximize-index",
                                            "index-maximized");
  gtk_widget_class_install_property_action (widget_class, "desk.maximize-graph",
                                            "graph-maximized");
  gtk_widget_class_install_property_action (widget_class, "desk.maximize-timeline",
                                            "timeline-maximized");
  gtk_widget_class_set_css_name (widget_class, "desk");
}

static void
apo_desk_init (ApoDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->maximized = APO_PANEL_NONE;
  apo_desk_add_animation (self);
  apo_desk_connect_index (self);
  self->claim_pane = APO_CLAIM_PANE (apo_claim_pane_new ());
  g_signal_connect_object (self->claim_pane, "span-activated", G_CALLBACK (apo_desk_show_span), self,
                           G_CONNECT_SWAPPED);
  apo_desk_add_pane (self, CLAIM_PANE, GTK_WIDGET (self->claim_pane));
  self->search_pane = APO_SEARCH_PANE (apo_search_pane_new ());
  g_signal_connect_object (self->search_pane, "span-activated", G_CALLBACK (show_found_cb), self,
                           G_CONNECT_SWAPPED);
  apo_desk_add_pane (self, SEARCH_PANE, GTK_WIDGET (self->search_pane));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * apo_desk_set_context:
 * @session: (nullable): what to show
 * @focus: (nullable): given with @session
 */
void
apo_desk_set_context (ApoDesk    *desk,
                      ApoSession *session,
                      ApoFocus   *focus)
{
  ApoDossier *dossier = session != NULL ? apo_session_get_dossier (session) : NULL;
  ApoHistory *history = session != NULL ? apo_session_get_history (session) : NULL;

  forget_context (desk);
  g_set_object (&desk->dossier, dossier);
  g_set_object (&desk->focus, focus);

  apo_reader_set_context (desk->reader, dossier, history, focus);
  apo_claims_panel_set_context (desk->claims, dossier, history, focus);
  apo_actors_panel_set_context (desk->actors, dossier, history, focus);
  apo_notes_panel_set_context (desk->notes, dossier, history, focus);
  apo_claim_bar_set_context (desk->claim_bar, dossier, history, focus);
  apo_desk_set_pane (desk, NULL);
  apo_claim_pane_set_context (desk->claim_pane, dossier, history, focus);
  apo_search_pane_set_context (desk->search_pane, dossier, focus);
  apo_graph_view_set_context (desk->graph, dossier, history, focus);
  apo_timeline_view_set_context (desk->timeline, dossier, history, focus);
  apo_desk_restore_maximized (desk);

  if (dossier != NULL)
    {
      g_signal_connect_swapped (dossier, "changed", G_CALLBACK (apo_desk_show_counts), desk);
      g_signal_connect_swapped (focus, "selected", G_CALLBACK (focus_selected_cb), desk);
      apo_desk_show_counts (desk);
    }
}

/**
 * apo_desk_set_analysis:
 * @analysis: (nullable): what may still be looking for what the panels show
 */
void
apo_desk_set_analysis (ApoDesk     *desk,
                       ApoAnalysis *analysis)
{
  apo_claims_panel_set_analysis (desk->claims, analysis);
  apo_actors_panel_set_analysis (desk->actors, analysis);
  apo_graph_view_set_analysis (desk->graph, analysis);
  apo_timeline_view_set_analysis (desk->timeline, analysis);
}

/**
 * apo_desk_bind_settings:
 *
 * Takes the widths of the columns and the look of the text from @settings, and keeps them there.
 */
void
apo_desk_bind_settings (ApoDesk   *desk,
                        GSettings *settings)
{
  g_set_object (&desk->settings, settings);
  apo_reader_bind_settings (desk->reader, settings);
  apo_claims_panel_bind_settings (desk->claims, settings);
}

ApoReader *
apo_desk_get_reader (ApoDesk *desk)
{
  return desk->reader;
}

ApoDeskMode
apo_desk_get_mode (ApoDesk *desk)
{
  return desk->mode;
}

/**
 * apo_desk_set_panel:
 *
 * Chooses what to show where there is no room for all of it; an open pane gives way.
 */
void
apo_desk_set_panel (ApoDesk *desk,
                    ApoPanel panel)
{
  gboolean other = desk->panel != panel;

  desk->panel = panel;
  if (apo_desk_get_pane (desk) != NULL && desk->mode != APO_DESK_WIDE)
    apo_desk_set_pane (desk, NULL);
  else if (other)
    apo_desk_rearrange (desk);
  if (other)
    g_object_notify_by_pspec (G_OBJECT (desk), props[PROP_PANEL]);
}

/**
 * apo_desk_add_pane:
 * @name: by which it is opened
 * @pane: what opens in place of graph and timeline, or, where there is less room, of the panel; its
 *   way back is the action `desk.close-pane`
 */
void
apo_desk_add_pane (ApoDesk    *desk,
                   const char *name,
                   GtkWidget  *pane)
{
  gtk_stack_add_named (desk->side_stack, pane, name);
}

/**
 * apo_desk_set_pane:
 * @name: (nullable): that of the pane to open, or %NULL to show graph and timeline again
 */
void
apo_desk_set_pane (ApoDesk    *desk,
                   const char *name)
{
  if (g_strcmp0 (name, apo_desk_get_pane (desk)) == 0)
    return;

  if (name != NULL)
    apo_desk_leave_maximized (desk);
  gtk_stack_set_visible_child_name (desk->side_stack, name != NULL ? name : "views");
  if (desk->mode == APO_DESK_WIDE)
    apo_desk_show_panels (desk);
  else
    apo_desk_rearrange (desk);
  g_object_notify_by_pspec (G_OBJECT (desk), props[PROP_PANE]);
}

/**
 * apo_desk_start_search:
 * @words: (nullable): what to look for; %NULL for what was looked for last
 *
 * Opens the pane to search in everything, with the keyboard in its entry.
 */
void
apo_desk_start_search (ApoDesk    *desk,
                       const char *words)
{
  apo_desk_set_pane (desk, SEARCH_PANE);
  apo_search_pane_start (desk->search_pane, words);
}

/**
 * apo_desk_step_claim:
 * @step: 1 for the next of the listed claims, -1 for the one before
 *
 * Returns: whether there was one
 */
gboolean
apo_desk_step_claim (ApoDesk *desk,
                     int      step)
{
  return apo_claims_panel_select_next (desk->claims, step);
}

/**
 * apo_desk_judge:
 *
 * Gives the selected claim a verdict, or takes it away where it has it already.
 *
 * Returns: whether a claim is selected
 */
gboolean
apo_desk_judge (ApoDesk   *desk,
                ApoVerdict verdict)
{
  return apo_claims_panel_judge (desk->claims, verdict);
}

/**
 * apo_desk_show_claim:
 *
 * Opens the pane of claims on the selected one.
 *
 * Returns: whether a claim is selected
 */
gboolean
apo_desk_show_claim (ApoDesk *desk)
{
  if (apo_claims_panel_get_selected (desk->claims) == NULL)
    return FALSE;

  apo_desk_set_pane (desk, CLAIM_PANE);

  return TRUE;
}

/**
 * apo_desk_edit_reason:
 *
 * Opens the pane of claims for the reader to write why the selected claim has its verdict.
 *
 * Returns: whether a claim is selected
 */
gboolean
apo_desk_edit_reason (ApoDesk *desk)
{
  if (!apo_desk_show_claim (desk))
    return FALSE;

  apo_claim_pane_edit_reason (desk->claim_pane);

  return TRUE;
}

/**
 * apo_desk_add_source:
 *
 * Opens the pane of claims with a new source for the selected claim.
 *
 * Returns: whether a claim is selected
 */
gboolean
apo_desk_add_source (ApoDesk *desk)
{
  if (!apo_desk_show_claim (desk))
    return FALSE;

  apo_claim_pane_add_source (desk->claim_pane);

  return TRUE;
}

/**
 * apo_desk_show_passage:
 *
 * Brings the reader to the passage of what is selected.
 */
void
apo_desk_show_passage (ApoDesk *desk)
{
  if (desk->focus == NULL || apo_focus_get_selected (desk->focus) == NULL)
    return;

  apo_desk_reveal_panel (desk, APO_PANEL_READER);
  apo_focus_select (desk->focus, apo_focus_get_selected (desk->focus));
}

/**
 * apo_desk_save_view:
 *
 * Keeps how the desk looks in the view state of the dossier.
 */
void
apo_desk_save_view (ApoDesk *desk)
{
  apo_reader_save_position (desk->reader);
}

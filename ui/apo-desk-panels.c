/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-desk-private.h"

/* Which panel fills the desk, and how the keyboard goes from one to another. */

#define ANIMATION_MS 250
#define MAXIMIZED_KEY "maximized-panel"

/**
 * apo_desk_get_panel_widget:
 *
 * Returns: (transfer none): what is shown of @panel
 */
GtkWidget *
apo_desk_get_panel_widget (ApoDesk *self,
                           ApoPanel panel)
{
  GtkWidget *widgets[APO_N_PANELS] = {
    [APO_PANEL_READER] = self->reader_box,
    [APO_PANEL_INDEX] = self->index,
    [APO_PANEL_GRAPH] = GTK_WIDGET (self->graph),
    [APO_PANEL_TIMELINE] = GTK_WIDGET (self->timeline),
  };

  return widgets[panel];
}

/**
 * apo_desk_is_alone:
 *
 * Returns: whether a panel has the place of the others; in narrow windows each has, always
 */
gboolean
apo_desk_is_alone (ApoDesk *self)
{
  return self->maximized != APO_PANEL_NONE && self->mode != APO_DESK_NARROW;
}

/* What the keyboard enters: an open pane has the place of the graph. */
static GtkWidget *
get_stop (ApoDesk *self,
          ApoPanel panel)
{
  return panel == APO_PANEL_GRAPH && apo_desk_get_pane (self) != NULL
           ? gtk_stack_get_visible_child (self->side_stack)
           : apo_desk_get_panel_widget (self, panel);
}

/* The panel, or the pane in its place, that the keyboard is in, or APO_PANEL_NONE. */
static int
find_focused_panel (ApoDesk *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (int i = 0; focus != NULL && i < APO_N_PANELS; i++)
    if (focus == get_stop (self, i) || gtk_widget_is_ancestor (focus, get_stop (self, i)))
      return i;

  return APO_PANEL_NONE;
}

static void
animate_cb (double   progress,
            gpointer user_data)
{
  gtk_widget_queue_draw (user_data);
}

/**
 * apo_desk_add_animation:
 *
 * Prepares for panels to grow and shrink; at once where the desktop wants no animations.
 */
void
apo_desk_add_animation (ApoDesk *self)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new (animate_cb, self, NULL);

  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ANIMATION_MS, target);
  self->animated = APO_PANEL_NONE;
}

static double
mix (double from,
     double to,
     double progress)
{
  return from + (to - from) * progress;
}

/**
 * apo_desk_snapshot_panels:
 *
 * Draws the desk; while a panel grows or shrinks, so that the panel is on its way from where it was.
 */
void
apo_desk_snapshot_panels (ApoDesk     *self,
                          GtkSnapshot *snapshot)
{
  const graphene_rect_t *from = &self->animated_from;
  double progress = adw_animation_get_value (self->animation);
  graphene_rect_t to;
  gboolean moving = self->animated != APO_PANEL_NONE
                    && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING
                    && gtk_widget_compute_bounds (apo_desk_get_panel_widget (self, self->animated),
                                                  GTK_WIDGET (self), &to)
                    && to.size.width > 0 && to.size.height > 0;

  gtk_snapshot_save (snapshot);
  if (moving)
    {
      gtk_snapshot_translate (snapshot,
                              &GRAPHENE_POINT_INIT (mix (from->origin.x, to.origin.x, progress),
                                                    mix (from->origin.y, to.origin.y, progress)));
      gtk_snapshot_scale (snapshot,
                          mix (from->size.width, to.size.width, progress) / to.size.width,
                          mix (from->size.height, to.size.height, progress) / to.size.height);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-to.origin.x, -to.origin.y));
    }
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->box, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
start_animation (ApoDesk *self,
                 ApoPanel panel)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self))
      || !gtk_widget_compute_bounds (apo_desk_get_panel_widget (self, panel), GTK_WIDGET (self),
                                     &self->animated_from)
      || self->animated_from.size.width <= 0)
    return;

  self->animated = panel;
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

/**
 * apo_desk_set_maximized:
 * @panel: an #ApoPanel, or %APO_PANEL_NONE to show all that there is room for
 *
 * Gives a panel the place of the others, or takes it away again; the dossier remembers it.
 */
void
apo_desk_set_maximized (ApoDesk *self,
                        int      panel)
{
  int moving = panel != APO_PANEL_NONE ? panel : self->maximized;
  const char *nick = panel != APO_PANEL_NONE ? apo_enum_to_nick (APO_TYPE_PANEL, panel) : NULL;

  if (self->maximized == panel)
    return;

  if (panel == APO_PANEL_GRAPH || panel == APO_PANEL_TIMELINE)
    apo_desk_set_pane (self, NULL);
  if (self->mode != APO_DESK_NARROW)
    start_animation (self, moving);
  self->maximized = panel;
  if (self->dossier != NULL)
    apo_dossier_set_view_state (self->dossier, MAXIMIZED_KEY,
                                nick != NULL ? g_variant_new_string (nick) : NULL);
  apo_desk_rearrange (self);
  apo_desk_notify_maximized (self);
}

/**
 * apo_desk_restore_maximized:
 *
 * Takes over which panel the dossier was left with.
 */
void
apo_desk_restore_maximized (ApoDesk *self)
{
  g_autoptr (GVariant) state = NULL;
  int panel = APO_PANEL_NONE;

  if (self->dossier != NULL)
    state = apo_dossier_get_view_state (self->dossier, MAXIMIZED_KEY);
  if (state != NULL && g_variant_is_of_type (state, G_VARIANT_TYPE_STRING)
      && !apo_enum_from_nick (APO_TYPE_PANEL, g_variant_get_string (state, NULL), &panel))
    panel = APO_PANEL_NONE;

  if (self->maximized == panel)
    return;

  self->maximized = panel;
  apo_desk_rearrange (self);
  apo_desk_notify_maximized (self);
}

/**
 * apo_desk_toggle_maximized:
 *
 * Maximises the panel that the keyboard is in, else the reader; or restores the one that is
 * maximised.
 */
void
apo_desk_toggle_maximized (ApoDesk *desk)
{
  int panel = find_focused_panel (desk);
  gboolean none = panel == APO_PANEL_NONE
                  || (panel == APO_PANEL_GRAPH && apo_desk_get_pane (desk) != NULL);

  if (desk->mode == APO_DESK_NARROW)
    return;

  if (desk->maximized != APO_PANEL_NONE)
    apo_desk_set_maximized (desk, APO_PANEL_NONE);
  else
    apo_desk_set_maximized (desk, none ? APO_PANEL_READER : panel);
}

/**
 * apo_desk_leave_maximized:
 *
 * Returns: whether a panel was maximised, which it no longer is
 */
gboolean
apo_desk_leave_maximized (ApoDesk *desk)
{
  if (!apo_desk_is_alone (desk))
    return FALSE;

  apo_desk_set_maximized (desk, APO_PANEL_NONE);

  return TRUE;
}

/**
 * apo_desk_reveal_panel:
 *
 * Brings a panel into sight, if it is not.
 */
void
apo_desk_reveal_panel (ApoDesk *desk,
                       ApoPanel panel)
{
  if (apo_desk_is_alone (desk) && desk->maximized != (int) panel)
    apo_desk_set_maximized (desk, APO_PANEL_NONE);
  if (desk->mode == APO_DESK_NARROW
      || (desk->mode == APO_DESK_MEDIUM && panel != APO_PANEL_READER))
    apo_desk_set_panel (desk, panel);
}

static void
make_borders_focusable (ApoDesk *self,
                        gboolean focusable)
{
  gtk_widget_set_focusable (GTK_WIDGET (self->outer), focusable);
  gtk_widget_set_focusable (GTK_WIDGET (self->inner), focusable);
  gtk_widget_set_focusable (GTK_WIDGET (self->side), focusable);
}

static void
border_left_cb (ApoDesk    *self,
                GParamSpec *pspec,
                GtkRoot    *root)
{
  if (GTK_IS_PANED (gtk_root_get_focus (root)))
    return;

  g_signal_handlers_disconnect_by_func (root, border_left_cb, self);
  make_borders_focusable (self, FALSE);
}

/**
 * apo_desk_step_border:
 *
 * Takes the keyboard to the next border between panels, which the arrow keys then move, until Enter
 * leaves it there or Escape puts it back.  They are no stops of the Tab key.
 */
void
apo_desk_step_border (ApoDesk *desk)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (desk));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkPaned *paned = desk->outer;
  gboolean handled;

  if (root == NULL || apo_desk_is_alone (desk) || desk->mode == APO_DESK_NARROW)
    return;

  /* From the innermost one that the keyboard is in. */
  if (focus != NULL && (focus == GTK_WIDGET (desk->side)
                        || gtk_widget_is_ancestor (focus, GTK_WIDGET (desk->side))))
    paned = desk->side;
  else if (focus != NULL && (focus == GTK_WIDGET (desk->inner)
                             || gtk_widget_is_ancestor (focus, GTK_WIDGET (desk->inner))))
    paned = desk->inner;

  make_borders_focusable (desk, TRUE);
  g_signal_handlers_disconnect_by_func (root, border_left_cb, desk);
  g_signal_emit_by_name (paned, "cycle-handle-focus", FALSE, &handled);
  if (!GTK_IS_PANED (gtk_root_get_focus (root)))
    gtk_widget_grab_focus (GTK_WIDGET (paned));
  g_signal_connect_object (root, "notify::focus-widget", G_CALLBACK (border_left_cb), desk,
                           G_CONNECT_SWAPPED);
}

static void
keep_focus (ApoDesk *self)
{
  int panel = find_focused_panel (self);

  if (panel != APO_PANEL_NONE)
    g_set_weak_pointer (&self->last_focus[panel],
                        gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
}

/* To where the keyboard was last, else to the beginning. */
static gboolean
enter_panel (ApoDesk *self,
             ApoPanel panel)
{
  GtkWidget *last = self->last_focus[panel];

  if (last != NULL && gtk_widget_get_mapped (last) && gtk_widget_grab_focus (last))
    return TRUE;
  if (panel == APO_PANEL_READER)
    return gtk_widget_grab_focus (GTK_WIDGET (apo_reader_get_view (self->reader)));
  if (panel == APO_PANEL_GRAPH && apo_desk_get_pane (self) == NULL
      && gtk_widget_grab_focus (GTK_WIDGET (self->graph)))
    return TRUE;

  return gtk_widget_child_focus (get_stop (self, panel), GTK_DIR_TAB_FORWARD);
}

/**
 * apo_desk_step_panel:
 * @step: 1 for the next panel, -1 for the one before
 *
 * Takes the keyboard to another panel: where there is room for one only, to the switcher's next.
 */
void
apo_desk_step_panel (ApoDesk *desk,
                     int      step)
{
  static const ApoPanel order[APO_N_PANELS] = {
    APO_PANEL_INDEX, APO_PANEL_READER, APO_PANEL_GRAPH, APO_PANEL_TIMELINE,
  };
  int focused = find_focused_panel (desk);
  int place = step > 0 ? -1 : APO_N_PANELS;

  keep_focus (desk);
  if (focused == APO_PANEL_NONE && desk->mode == APO_DESK_NARROW)
    focused = apo_desk_get_shown_panel (desk);
  for (int i = 0; focused != APO_PANEL_NONE && i < APO_N_PANELS; i++)
    if (order[i] == (ApoPanel) focused)
      place = i;

  for (int i = 0; i < APO_N_PANELS; i++)
    {
      place = (place + step + APO_N_PANELS) % APO_N_PANELS;
      if (desk->mode == APO_DESK_NARROW)
        apo_desk_set_panel (desk, order[place]);
      if ((desk->mode == APO_DESK_NARROW || gtk_widget_get_mapped (get_stop (desk, order[place])))
          && enter_panel (desk, order[place]))
        return;
    }
}

/**
 * apo_desk_take_keyboard:
 *
 * Takes the keyboard to the text, or where that is not shown, to the panel that is.
 */
void
apo_desk_take_keyboard (ApoDesk *desk)
{
  ApoPanel panel = APO_PANEL_READER;

  if (apo_desk_is_alone (desk))
    panel = desk->maximized;
  else if (desk->mode == APO_DESK_NARROW)
    panel = apo_desk_get_shown_panel (desk);

  enter_panel (desk, panel);
}

/**
 * apo_desk_enter_pane:
 * @name: that of the pane to open, with the keyboard in it
 */
void
apo_desk_enter_pane (ApoDesk    *desk,
                     const char *name)
{
  apo_desk_set_pane (desk, name);
  gtk_widget_child_focus (gtk_stack_get_visible_child (desk->side_stack), GTK_DIR_TAB_FORWARD);
}

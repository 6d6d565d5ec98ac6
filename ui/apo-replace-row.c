/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-replace-row.h"

#include <glib/gi18n.h>

#include "apo-compare.h"
#include "apo-tooltip.h"

struct _ApoReplaceRow {
  GtkBox parent_instance;

  ApoReplaceItem *item;
  GSignalGroup *item_signals;
  gboolean updating;            /* the buttons are set by us, not by the reader */

  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *title;
  GtkLabel *words;
  ApoCompare *compare;
  GtkWidget *stepper;
  GtkLabel *step;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *answers;
  GtkToggleButton *here;
  GtkToggleButton *gone;
};

G_DEFINE_FINAL_TYPE (ApoReplaceRow, apo_replace_row, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/**
 * apo_place_state_get_icon:
 *
 * Returns: (transfer none): the name of the sign that tells the states apart
 */
const char *
apo_place_state_get_icon (ApoPlaceState state)
{
  static const char *const icons[] = {
    "object-select-symbolic", "go-jump-symbolic", "dialog-question-symbolic",
    "edit-clear-symbolic",
  };

  return icons[state];
}

static const char *
get_state_label (ApoReplaceItem *item)
{
  const ApoPlace *place = &apo_replace_item_get_target (item)->place;

  if (apo_replace_item_get_answer (item) == APO_REPLACE_GONE)
    return C_("passage", "Gone, you say");
  if (apo_replace_item_get_answer (item) == APO_REPLACE_HERE)
    return C_("passage", "Here, you say");

  switch (apo_replace_item_get_state (item))
    {
    case APO_PLACE_FOUND:
      return C_("passage", "Found");
    case APO_PLACE_MOVED:
      return place->changed ? C_("passage", "In other words") : C_("passage", "Moved");
    case APO_PLACE_ASK:
      return C_("passage", "To settle");
    case APO_PLACE_LOST:
    default:
      return C_("passage", "Not found");
    }
}

static void
update_words (ApoReplaceRow *self)
{
  gboolean found = apo_replace_item_get_state (self->item) == APO_PLACE_FOUND;
  g_autofree char *old_before = NULL;
  g_autofree char *old_after = NULL;
  g_autofree char *new_before = NULL;
  g_autofree char *new_after = NULL;
  g_autofree char *was = apo_replace_item_dup_old_words (self->item, &old_before, &old_after);
  g_autofree char *is = apo_replace_item_dup_new_words (self->item, &new_before, &new_after);

  gtk_widget_set_visible (GTK_WIDGET (self->words), found);
  gtk_widget_set_visible (GTK_WIDGET (self->compare), !found);
  if (found)
    {
      gtk_label_set_text (self->words, is);
      return;
    }

  apo_compare_set_words (self->compare, was, is);
  apo_compare_set_context (self->compare, APO_COMPARE_FIRST, old_before, old_after);
  apo_compare_set_context (self->compare, APO_COMPARE_SECOND, new_before, new_after);
}

static void
update_stepper (ApoReplaceRow *self)
{
  guint n = apo_replace_item_get_state (self->item) == APO_PLACE_ASK
            ? apo_replace_item_get_target (self->item)->place.n_candidates : 0;
  guint candidate = apo_replace_item_get_candidate (self->item);
  g_autofree char *step = NULL;

  /* Translators: which of several places where a passage may be */
  step = g_strdup_printf (_("Place %u of %u"), candidate + 1, n);
  gtk_label_set_text (self->step, step);
  gtk_widget_set_visible (self->stepper, n > 1);
  gtk_widget_set_sensitive (self->previous, candidate > 0);
  gtk_widget_set_sensitive (self->next, candidate + 1 < n);
}

static void
update_answers (ApoReplaceRow *self)
{
  ApoPlaceState state = apo_replace_item_get_state (self->item);
  ApoReplaceAnswer answer = apo_replace_item_get_answer (self->item);

  self->updating = TRUE;
  gtk_widget_set_visible (self->answers, state == APO_PLACE_ASK || state == APO_PLACE_MOVED);
  gtk_widget_set_visible (GTK_WIDGET (self->here), state == APO_PLACE_ASK);
  gtk_button_set_label (GTK_BUTTON (self->gone), state == APO_PLACE_ASK ? _("It Is Gone")
                                                                        : _("This Is Not It"));
  gtk_toggle_button_set_active (self->here, answer == APO_REPLACE_HERE);
  gtk_toggle_button_set_active (self->gone, answer == APO_REPLACE_GONE);
  self->updating = FALSE;
}

/* The row of the list is what gets the keyboard focus, so it must have the name. */
static void
update_accessible (ApoReplaceRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;
  g_autofree char *label = NULL;

  if (parent == NULL || self->item == NULL)
    return;

  words = apo_replace_item_dup_old_words (self->item, &before, &after);
  label = g_strdup_printf ("%s. %s. %s", gtk_label_get_text (self->state),
                           gtk_label_get_text (self->title), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

static void
update (ApoReplaceRow *self)
{
  g_autofree char *title = NULL;

  if (self->item == NULL)
    return;

  title = apo_replace_item_dup_title (self->item);
  gtk_image_set_from_icon_name (self->icon,
                                apo_place_state_get_icon (apo_replace_item_get_state (self->item)));
  gtk_label_set_text (self->state, get_state_label (self->item));
  gtk_label_set_text (self->title, title);
  update_words (self);
  update_stepper (self);
  update_answers (self);
  update_accessible (self);
}

static void
answer_cb (ApoReplaceRow   *self,
           GtkToggleButton *button)
{
  ApoReplaceAnswer answer = button == self->here ? APO_REPLACE_HERE : APO_REPLACE_GONE;

  if (self->updating || self->item == NULL)
    return;

  apo_replace_item_set_answer (self->item, gtk_toggle_button_get_active (button)
                                           ? answer : APO_REPLACE_OPEN);
}

static void
step_cb (ApoReplaceRow *self,
         GtkWidget     *button)
{
  guint candidate = apo_replace_item_get_candidate (self->item);

  apo_replace_item_set_candidate (self->item,
                                  button == self->next ? candidate + 1 : candidate - 1);
}

static void
apo_replace_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (apo_replace_row_parent_class)->root (widget);

  update_accessible (APO_REPLACE_ROW (widget));
}

static void
apo_replace_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, APO_REPLACE_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_replace_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ApoReplaceRow *self = APO_REPLACE_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      if (g_set_object (&self->item, g_value_get_object (value)))
        {
          g_signal_group_set_target (self->item_signals, self->item);
          update (self);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_replace_row_dispose (GObject *object)
{
  ApoReplaceRow *self = APO_REPLACE_ROW (object);

  g_clear_object (&self->item_signals);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (apo_replace_row_parent_class)->dispose (object);
}

static void
apo_replace_row_class_init (ApoReplaceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_replace_row_get_property;
  object_class->set_property = apo_replace_row_set_property;
  object_class->dispose = apo_replace_row_dispose;
  widget_class->root = apo_replace_row_root;

  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, APO_TYPE_REPLACE_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (APO_TYPE_COMPARE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-replace-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, state);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, title);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, words);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, compare);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, stepper);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, step);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, previous);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, next);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, answers);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, here);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceRow, gone);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
}

static void
apo_replace_row_init (ApoReplaceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  apo_tooltip_set_label (GTK_WIDGET (self->title), self->title);
  self->item_signals = g_signal_group_new (APO_TYPE_REPLACE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify", G_CALLBACK (update), self);
}

GtkWidget *
apo_replace_row_new (void)
{
  return g_object_new (APO_TYPE_REPLACE_ROW, NULL);
}

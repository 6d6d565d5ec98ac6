/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-older-row.h"

#include "apo-mark.h"
#include "apo-passage-title.h"
#include "apo-tooltip.h"

/* How much of what surrounds a passage is shown, in code points. */
#define CONTEXT_LENGTH 48

struct _ApoOlderRow {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoOlderItem *item;

  GtkImage *icon;
  GtkLabel *state;
  GtkLabel *title;
  GtkLabel *words;
  ApoMark *mark;
  GtkWidget *attach;
  GtkWidget *show;
};

G_DEFINE_FINAL_TYPE (ApoOlderRow, apo_older_row, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static char *
dup_words (ApoOlderRow       *self,
           const ApoUnplaced *unplaced)
{
  if (APO_IS_ACTOR (unplaced->item))
    return apo_text_dup_slice (apo_article_get_text (unplaced->article), unplaced->span);

  return apo_dossier_dup_item_text (self->dossier, unplaced->item);
}

/* The words in what surrounds them, which is dimmed. */
static void
show_words (ApoOlderRow       *self,
            const ApoUnplaced *unplaced)
{
  g_autofree char *words = g_strdelimit (dup_words (self, unplaced), "\n", ' ');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *markup = NULL;

  apo_text_dup_context (apo_article_get_text (unplaced->article), unplaced->span, CONTEXT_LENGTH,
                        &before, &after);
  markup = g_markup_printf_escaped ("<span alpha=\"70%%\">%s</span><b>%s</b>"
                                    "<span alpha=\"70%%\">%s</span>", before, words, after);
  gtk_label_set_markup (self->words, markup);
}

/* The row of the list is what gets the keyboard focus, so it must have the name. */
static void
update_accessible (ApoOlderRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = NULL;

  if (parent == NULL || self->item == NULL)
    return;

  label = g_strdup_printf ("%s. %s. %s", gtk_label_get_text (self->state),
                           gtk_label_get_text (self->title), gtk_label_get_text (self->words));
  gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/* The target comes first: an action without the one it wants would warn. */
static void
set_action (GtkWidget         *button,
            const char        *action,
            const ApoUnplaced *unplaced)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(su)",
                                    apo_item_get_id (unplaced->item), unplaced->mention);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
update (ApoOlderRow *self)
{
  const ApoUnplaced *unplaced;
  g_autofree char *title = NULL;
  gboolean judged;

  if (self->item == NULL)
    return;

  unplaced = apo_older_item_get_unplaced (self->item);
  title = apo_passage_dup_title (self->dossier, unplaced->item, -1);
  judged = APO_IS_CLAIM (unplaced->item)
           && apo_claim_get_verdict (APO_CLAIM (unplaced->item)) != APO_VERDICT_NONE;
  gtk_image_set_from_icon_name (self->icon, unplaced->anchor == APO_ANCHOR_ASK
                                            ? "dialog-question-symbolic" : "edit-clear-symbolic");
  gtk_label_set_text (self->state, apo_anchor_get_label (unplaced->anchor));
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), judged);
  if (judged)
    apo_mark_set_verdict (self->mark, apo_claim_get_verdict (APO_CLAIM (unplaced->item)));
  show_words (self, unplaced);
  set_action (self->attach, "older.attach", unplaced);
  set_action (self->show, "older.show", unplaced);
  update_accessible (self);
}

static void
apo_older_row_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (apo_older_row_parent_class)->root (widget);

  update_accessible (APO_OLDER_ROW (widget));
}

static void
apo_older_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, APO_OLDER_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_older_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ApoOlderRow *self = APO_OLDER_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      if (g_set_object (&self->item, g_value_get_object (value)))
        update (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_older_row_dispose (GObject *object)
{
  ApoOlderRow *self = APO_OLDER_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_older_row_parent_class)->dispose (object);
}

static void
apo_older_row_class_init (ApoOlderRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_older_row_get_property;
  object_class->set_property = apo_older_row_set_property;
  object_class->dispose = apo_older_row_dispose;
  widget_class->root = apo_older_row_root;

  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, APO_TYPE_OLDER_ITEM,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (APO_TYPE_MARK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-older-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoOlderRow, icon);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderRow, state);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderRow, title);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderRow, words);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderRow, mark);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderRow, attach);
  gtk_widget_class_bind_template_child (widget_class, ApoOlderRow, show);
}

static void
apo_older_row_init (ApoOlderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  apo_tooltip_set_label (GTK_WIDGET (self->title), self->title);
}

GtkWidget *
apo_older_row_new (ApoDossier *dossier)
{
  ApoOlderRow *self = g_object_new (APO_TYPE_OLDER_ROW, NULL);

  self->dossier = g_object_ref (dossier);

  return GTK_WIDGET (self);
}

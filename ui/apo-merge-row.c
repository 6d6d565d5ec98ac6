/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-merge-row.h"

#include <glib/gi18n.h>

#include "apo-compare.h"
#include "apo-merge-words.h"
#include "apo-wrap-layout.h"

struct _ApoMergeRow {
  GtkBox parent_instance;

  ApoMergeItem *item;           /* (nullable) */
  gulong item_handler;
  gboolean updating;            /* the buttons are set by us, not by the reader */

  GtkLabel *what;
  GtkLabel *type;
  GtkButton *show;
  GtkLabel *words;
  ApoCompare *compare;
  GtkWidget *answers;
  GtkToggleButton *mine;
  GtkToggleButton *theirs;
};

G_DEFINE_FINAL_TYPE (ApoMergeRow, apo_merge_row, GTK_TYPE_BOX)

enum {
  PROP_0,
  PROP_ITEM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
update_side (ApoMergeRow *self)
{
  ApoMergeSide side = apo_merge_item_get_side (self->item);

  self->updating = TRUE;
  gtk_toggle_button_set_active (self->mine, side == APO_MERGE_MINE);
  gtk_toggle_button_set_active (self->theirs, side == APO_MERGE_THEIRS);
  self->updating = FALSE;
}

/* The words of an item that are not empty, nor what is compared below them. */
static void
show_words (ApoMergeRow *self,
            const char  *label)
{
  gtk_label_set_text (self->words, label);
  gtk_widget_set_visible (GTK_WIDGET (self->words), *label != '\0');
}

/* Buttons that are read one by one say what they are about. */
static void
name_answers (ApoMergeRow            *self,
              const ApoMergeConflict *conflict)
{
  g_autofree char *about = g_strdup_printf ("%s, %s",
                                            apo_merge_words_get_field (conflict->key),
                                            conflict->label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mine), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  about, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->theirs),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
}

static void
show_conflict (ApoMergeRow            *self,
               const ApoMergeConflict *conflict)
{
  g_autofree char *mine = apo_merge_words_dup_heading (APO_MERGE_MINE, &conflict->my_hand);
  g_autofree char *theirs = apo_merge_words_dup_heading (APO_MERGE_THEIRS, &conflict->their_hand);

  gtk_label_set_text (self->what, apo_merge_words_get_field (conflict->key));
  gtk_label_set_text (self->type, apo_merge_words_get_type (conflict->type));
  show_words (self, conflict->label);
  apo_compare_set_heading (self->compare, APO_COMPARE_FIRST, mine);
  apo_compare_set_heading (self->compare, APO_COMPARE_SECOND, theirs);
  apo_compare_set_words (self->compare, conflict->mine, conflict->theirs);
  name_answers (self, conflict);
  update_side (self);
}

static void
show_change (ApoMergeRow          *self,
             const ApoMergeChange *change)
{
  g_autofree char *what = apo_merge_words_dup_change (change);

  gtk_label_set_text (self->what, what);
  gtk_label_set_text (self->type, change->kind == APO_MERGE_CHANGED
                                  ? apo_merge_words_get_type (change->type) : "");
  show_words (self, change->label);
}

/* The row of the list has no words of its own. */
static void
name_row (ApoMergeRow *self)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  const char *words = gtk_label_get_text (self->words);
  g_autofree char *name = g_strjoin (", ", gtk_label_get_text (self->what),
                                     *words != '\0' ? words : NULL, NULL);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
}

static void
update (ApoMergeRow *self)
{
  const ApoMergeConflict *conflict = apo_merge_item_get_conflict (self->item);
  const ApoMergeChange *change = apo_merge_item_get_change (self->item);
  const char *id = conflict != NULL ? conflict->id : change->id;
  ApoItemType type = conflict != NULL ? conflict->type : change->type;

  gtk_widget_set_visible (GTK_WIDGET (self->compare), conflict != NULL);
  gtk_widget_set_visible (self->answers, conflict != NULL);
  /* what is not here yet cannot be shown, nor has the article a passage */
  gtk_widget_set_visible (GTK_WIDGET (self->show),
                          type != APO_ITEM_ARTICLE
                          && (conflict != NULL || change->kind != APO_MERGE_ADDED));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show), "merge.show-item");
  if (conflict != NULL)
    show_conflict (self, conflict);
  else
    show_change (self, change);
  name_row (self);
}

static void
set_item (ApoMergeRow  *self,
          ApoMergeItem *item)
{
  if (self->item == item)
    return;

  if (self->item != NULL)
    g_signal_handler_disconnect (self->item, self->item_handler);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      self->item_handler = g_signal_connect_swapped (item, "notify::side",
                                                     G_CALLBACK (update_side), self);
      update (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

static void
answer_cb (ApoMergeRow     *self,
           GtkToggleButton *button)
{
  if (self->updating || self->item == NULL)
    return;

  apo_merge_item_set_side (self->item, button == self->mine ? APO_MERGE_MINE : APO_MERGE_THEIRS);
  /* the one that is pressed stays so */
  update_side (self);
}

static void
apo_merge_row_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, APO_MERGE_ROW (object)->item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_merge_row_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ITEM:
      set_item (APO_MERGE_ROW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_merge_row_dispose (GObject *object)
{
  set_item (APO_MERGE_ROW (object), NULL);

  G_OBJECT_CLASS (apo_merge_row_parent_class)->dispose (object);
}

static void
apo_merge_row_class_init (ApoMergeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_merge_row_get_property;
  object_class->set_property = apo_merge_row_set_property;
  object_class->dispose = apo_merge_row_dispose;

  props[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, APO_TYPE_MERGE_ITEM,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (APO_TYPE_COMPARE);
  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-merge-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoMergeRow, what);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeRow, type);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeRow, show);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeRow, words);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeRow, compare);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeRow, answers);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeRow, mine);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeRow, theirs);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
}

static void
apo_merge_row_init (ApoMergeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  apo_compare_set_kind (self->compare, APO_COMPARE_CHOICE);
}

GtkWidget *
apo_merge_row_new (void)
{
  return g_object_new (APO_TYPE_MERGE_ROW, NULL);
}

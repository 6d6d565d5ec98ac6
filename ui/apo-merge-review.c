/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-merge-review.h"

#include <glib/gi18n.h>

#include "apo-merge-item.h"
#include "apo-merge-row.h"
#include "apo-merge-words.h"

/* After the last of several changes of the dossier. */
#define RENEW_DELAY_MS 400

struct _ApoMergeReview {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *summary;
  GtkLabel *basis;
  GtkWidget *tallies;
  GtkLabel *conflicts_count;
  GtkLabel *changes_count;
  GtkWidget *settle_all;
  GtkStack *lists;
  GtkListView *conflicts_list;
  GtkListView *changes_list;
  GtkButton *close;
  GtkWidget *apply;

  ApoSession *session;          /* (nullable) */
  ApoMerge *merge;              /* (nullable) */
  GCancellable *work;           /* (nullable) what is under way */
  GListStore *conflicts;        /* ApoMergeItem */
  GListStore *changes;          /* ApoMergeItem */
  GHashTable *settled;          /* char* of item and field → ApoMergeSide: what the reader said */
  guint renew_source;
  gboolean applying;
};

G_DEFINE_FINAL_TYPE (ApoMergeReview, apo_merge_review, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SHOW,
  N_PROPS
};

enum {
  SIGNAL_READY,
  SIGNAL_FAILED,
  SIGNAL_DONE,
  SIGNAL_SHOW_ITEM,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_actions (ApoMergeReview *self)
{
  gboolean current = self->merge != NULL && self->work == NULL && self->renew_source == 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.apply", current);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.settle-all", current);
}

static void
stop_work (ApoMergeReview *self)
{
  g_clear_handle_id (&self->renew_source, g_source_remove);
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
}

/* Nothing is reviewed any more; what is under way is of no interest. */
static void
reset (ApoMergeReview *self)
{
  stop_work (self);
  g_list_store_remove_all (self->conflicts);
  g_list_store_remove_all (self->changes);
  g_hash_table_remove_all (self->settled);
  g_clear_pointer (&self->merge, apo_merge_free);
  update_actions (self);
}

static char *
dup_key (const ApoMergeConflict *conflict)
{
  return g_strconcat (conflict->id, "\n", conflict->key, NULL);
}

static void
settled_cb (ApoMergeReview *self,
            GParamSpec     *pspec,
            ApoMergeItem   *item)
{
  g_hash_table_insert (self->settled, dup_key (apo_merge_item_get_conflict (item)),
                       GUINT_TO_POINTER (apo_merge_item_get_side (item)));
}

/* What the reader said before, or else the side that loses nothing. */
static ApoMergeSide
get_side (ApoMergeReview         *self,
          const ApoMergeConflict *conflict)
{
  g_autofree char *key = dup_key (conflict);
  gpointer side;

  return g_hash_table_lookup_extended (self->settled, key, NULL, &side) ? GPOINTER_TO_UINT (side)
                                                                        : conflict->careful;
}

static void
fill_conflicts (ApoMergeReview *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < apo_merge_get_n_conflicts (self->merge); i++)
    {
      const ApoMergeConflict *conflict = apo_merge_get_conflict (self->merge, i);
      ApoMergeItem *item = apo_merge_item_new_conflict (conflict, get_side (self, conflict));

      g_signal_connect_object (item, "notify::side", G_CALLBACK (settled_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->conflicts, 0, 0, items->pdata, items->len);
}

static void
fill_changes (ApoMergeReview *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < apo_merge_get_n_changes (self->merge); i++)
    {
      const ApoMergeChange *change = apo_merge_get_change (self->merge, i);

      if (!apo_merge_is_record (change))
        g_ptr_array_add (items, apo_merge_item_new_change (change));
    }
  g_list_store_splice (self->changes, 0, 0, items->pdata, items->len);
}

/* A button is named as it reads: the number above the word. */
static void
show_count (GtkLabel *number,
            guint     n)
{
  GtkWidget *button = gtk_widget_get_ancestor (GTK_WIDGET (number), GTK_TYPE_BUTTON);
  GtkWidget *word = gtk_widget_get_next_sibling (GTK_WIDGET (number));
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *name = g_strdup_printf ("%s %s", text, gtk_label_get_text (GTK_LABEL (word)));

  gtk_label_set_text (number, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static const char *
get_show (ApoMergeReview *self)
{
  return gtk_stack_get_visible_child_name (self->lists);
}

static void
set_show (ApoMergeReview *self,
          const char     *show)
{
  gtk_stack_set_visible_child_name (self->lists, show);
  gtk_widget_set_visible (self->settle_all,
                          g_str_equal (show, "conflicts")
                          && g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)) > 1);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW]);
}

static void
update_head (ApoMergeReview *self)
{
  guint n_conflicts = g_list_model_get_n_items (G_LIST_MODEL (self->conflicts));
  guint n_changes = g_list_model_get_n_items (G_LIST_MODEL (self->changes));
  gboolean nothing = n_conflicts == 0 && apo_merge_get_n_changes (self->merge) == 0;
  g_autofree char *summary = apo_merge_words_dup_summary (self->merge);
  g_autofree char *sentence = NULL;

  gtk_label_set_text (self->name, apo_merge_get_name (self->merge));
  /* Translators: %s is a summary, such as “12 verdicts come in; 2 conflicts” */
  sentence = nothing ? g_strdup (_("Nothing new: all that is in this copy is here already."))
                     : g_strdup_printf (_("%s."), summary);
  gtk_label_set_text (self->summary, sentence);
  gtk_label_set_text (self->basis, apo_merge_has_base (self->merge)
                      ? _("Compared with the version that both copies come from.")
                      : _("The version that both copies come from is not kept: what stands at the "
                          "same place is compared."));
  gtk_widget_set_visible (GTK_WIDGET (self->basis), !nothing);
  show_count (self->conflicts_count, n_conflicts);
  show_count (self->changes_count, n_changes);
  gtk_widget_set_visible (self->tallies, n_conflicts > 0 && n_changes > 0);
  gtk_widget_set_visible (self->apply, !nothing);
  gtk_button_set_label (self->close, nothing ? _("_Close") : _("_Cancel"));
  gtk_stack_set_visible_child_name (self->stack, "review");
}

/* Takes a plan in the place of an earlier one. */
static void
take_merge (ApoMergeReview *self,
            ApoMerge       *merge)
{
  gboolean renewed = self->merge != NULL;
  gboolean conflicts = apo_merge_get_n_conflicts (merge) > 0;
  g_autofree char *show = g_strdup (get_show (self));

  g_list_store_remove_all (self->conflicts);
  g_list_store_remove_all (self->changes);
  g_clear_pointer (&self->merge, apo_merge_free);
  self->merge = merge;

  fill_conflicts (self);
  fill_changes (self);
  update_head (self);
  if (renewed && conflicts && !g_str_equal (show, "nothing"))
    set_show (self, show);
  else if (conflicts)
    set_show (self, "conflicts");
  else
    set_show (self, apo_merge_get_n_changes (merge) > 0 ? "changes" : "nothing");
}

/* A plan that is being made; the review may be over before it is. */
typedef struct {
  ApoMergeReview *review;
  GCancellable *work;
} Work;

static Work *
work_new (ApoMergeReview *self)
{
  Work *work = g_new0 (Work, 1);

  stop_work (self);
  self->work = g_cancellable_new ();
  work->review = g_object_ref (self);
  work->work = g_object_ref (self->work);
  update_actions (self);

  return work;
}

static void
work_free (Work *work)
{
  g_object_unref (work->review);
  g_object_unref (work->work);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Work) work = user_data;
  ApoMergeReview *self = work->review;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoMerge) merge = apo_session_plan_merge_finish (APO_SESSION (source), result, &error);

  if (work->work != self->work)
    return;

  g_clear_object (&self->work);
  if (merge == NULL)
    {
      reset (self);
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
      return;
    }

  take_merge (self, g_steal_pointer (&merge));
  update_actions (self);
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

static gboolean
renew_cb (gpointer user_data)
{
  ApoMergeReview *self = user_data;
  Work *work;

  self->renew_source = 0;
  work = work_new (self);
  apo_session_renew_merge_async (self->session, self->merge, self->work, planned_cb, work);

  return G_SOURCE_REMOVE;
}

/* The plan is one for the dossier as it was. */
static void
dossier_changed_cb (ApoMergeReview *self)
{
  if (self->merge == NULL || self->applying)
    return;

  stop_work (self);
  self->renew_source = g_timeout_add (RENEW_DELAY_MS, renew_cb, self);
  update_actions (self);
}

static void
forget_session (ApoMergeReview *self)
{
  reset (self);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (apo_session_get_dossier (self->session), self);
      g_signal_handlers_disconnect_by_data (apo_session_get_history (self->session), self);
    }
  g_clear_object (&self->session);
}

/* Ends the review.  The name is needed after the merge is gone. */
static void
finish (ApoMergeReview *self,
        gboolean        merged)
{
  g_autofree char *name = g_strdup (self->merge != NULL ? apo_merge_get_name (self->merge) : "");

  reset (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, merged, name);
}

static void
apply_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ApoMergeReview *self = APO_MERGE_REVIEW (widget);
  gboolean merged;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)); i++)
    {
      g_autoptr (ApoMergeItem) item = g_list_model_get_item (G_LIST_MODEL (self->conflicts), i);

      apo_merge_settle (self->merge, i, apo_merge_item_get_side (item));
    }

  self->applying = TRUE;
  merged = apo_session_merge (self->session, self->merge);
  self->applying = FALSE;
  finish (self, merged);
}

static void
give_up_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  ApoMergeReview *self = APO_MERGE_REVIEW (widget);

  reset (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, FALSE, NULL);
}

static void
settle_all_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ApoMergeReview *self = APO_MERGE_REVIEW (widget);
  gboolean theirs = g_str_equal (g_variant_get_string (parameter, NULL), "theirs");

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)); i++)
    {
      g_autoptr (ApoMergeItem) item = g_list_model_get_item (G_LIST_MODEL (self->conflicts), i);

      apo_merge_item_set_side (item, theirs ? APO_MERGE_THEIRS : APO_MERGE_MINE);
    }
}

static void
show_item_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_SHOW_ITEM], 0, g_variant_get_string (parameter, NULL));
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              ApoMergeReview           *self)
{
  GtkWidget *row = apo_merge_row_new ();

  gtk_list_item_set_activatable (list_item, FALSE);
  g_object_bind_property (list_item, "item", row, "item", G_BINDING_DEFAULT);
  gtk_list_item_set_child (list_item, row);
}

static void
apo_merge_review_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW:
      g_value_set_string (value, get_show (APO_MERGE_REVIEW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_merge_review_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SHOW:
      set_show (APO_MERGE_REVIEW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_merge_review_dispose (GObject *object)
{
  ApoMergeReview *self = APO_MERGE_REVIEW (object);

  if (self->conflicts != NULL)
    forget_session (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->conflicts);
  g_clear_object (&self->changes);
  g_clear_pointer (&self->settled, g_hash_table_unref);

  G_OBJECT_CLASS (apo_merge_review_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-merge-review.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, box);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, name);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, summary);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, basis);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, tallies);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, conflicts_count);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, changes_count);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, settle_all);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, lists);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, conflicts_list);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, changes_list);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, close);
  gtk_widget_class_bind_template_child (widget_class, ApoMergeReview, apply);
}

static void
install_signals (void)
{
  signals[SIGNAL_READY] =
    g_signal_new ("ready", APO_TYPE_MERGE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] =
    g_signal_new ("failed", APO_TYPE_MERGE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DONE] =
    g_signal_new ("done", APO_TYPE_MERGE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
  signals[SIGNAL_SHOW_ITEM] =
    g_signal_new ("show-item", APO_TYPE_MERGE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
apo_merge_review_class_init (ApoMergeReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_merge_review_get_property;
  object_class->set_property = apo_merge_review_set_property;
  object_class->dispose = apo_merge_review_dispose;

  props[PROP_SHOW] =
    g_param_spec_string ("show", NULL, NULL, "conflicts",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
  install_signals ();

  bind_template (widget_class);
  gtk_widget_class_install_property_action (widget_class, "merge.show", "show");
  gtk_widget_class_install_action (widget_class, "merge.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "merge.give-up", NULL, give_up_action);
  gtk_widget_class_install_action (widget_class, "merge.settle-all", "s", settle_all_action);
  gtk_widget_class_install_action (widget_class, "merge.show-item", "s", show_item_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
set_up_list (ApoMergeReview *self,
             GtkListView    *list,
             GListStore     *items)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection =
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (items))));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), self);
  gtk_list_view_set_factory (list, factory);
  gtk_list_view_set_model (list, selection);
}

static void
apo_merge_review_init (ApoMergeReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->conflicts = g_list_store_new (APO_TYPE_MERGE_ITEM);
  self->changes = g_list_store_new (APO_TYPE_MERGE_ITEM);
  self->settled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  set_up_list (self, self->conflicts_list, self->conflicts);
  set_up_list (self, self->changes_list, self->changes);
  update_actions (self);
}

GtkWidget *
apo_merge_review_new (void)
{
  return g_object_new (APO_TYPE_MERGE_REVIEW, NULL);
}

/**
 * apo_merge_review_set_session:
 * @session: (nullable): of the dossier that gets what is in the copy; a review of another is given
 *   up
 */
void
apo_merge_review_set_session (ApoMergeReview *review,
                              ApoSession     *session)
{
  forget_session (review);
  if (session == NULL)
    return;

  review->session = g_object_ref (session);
  g_signal_connect_swapped (apo_session_get_dossier (session), "changed",
                            G_CALLBACK (dossier_changed_cb), review);
  g_signal_connect_swapped (apo_session_get_history (session), "changed",
                            G_CALLBACK (dossier_changed_cb), review);
}

/**
 * apo_merge_review_take_file:
 * @file: another copy, or the session's own file if another program has changed it
 *
 * Finds out, in a worker, what merging it would bring: `ready` or `failed` follows.
 */
void
apo_merge_review_take_file (ApoMergeReview *review,
                            GFile          *file)
{
  Work *work;

  reset (review);
  work = work_new (review);
  gtk_stack_set_visible_child_name (review->stack, "working");
  apo_session_plan_merge_async (review->session, file, review->work, planned_cb, work);
}

/**
 * apo_merge_review_is_waiting:
 *
 * Returns: whether there is something to decide about that was neither merged nor given up
 */
gboolean
apo_merge_review_is_waiting (ApoMergeReview *review)
{
  return review->merge != NULL && !g_str_equal (get_show (review), "nothing");
}

/**
 * apo_merge_review_get_conflicts:
 *
 * Returns: (transfer none): the #ApoMergeItem of the conflicts
 */
GListModel *
apo_merge_review_get_conflicts (ApoMergeReview *review)
{
  return G_LIST_MODEL (review->conflicts);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-renewal-review.h"

#include <glib/gi18n.h>

#include "apo-renewal-item.h"
#include "apo-renewal-row.h"
#include "apo-wrap-layout.h"

/* After the last of several changes of the dossier. */
#define RENEW_DELAY_MS 400

/* The plan of a long text is made in parts of so long. */
#define PART_MICROSECONDS 6000
#define PART_STEPS 16

struct _ApoRenewalReview {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *kept;
  GtkListView *list;
  GtkButton *apply;

  ApoSession *session;          /* (nullable) */
  ApoFindings *findings;        /* (nullable) what the analysis found */
  ApoText *text;                /* (nullable) in which text */
  ApoDay date;                  /* and seen from which day */
  ApoRenewal *planned;          /* (nullable) what is being made */
  ApoRenewal *renewal;          /* (nullable) what is shown */
  GListStore *items;            /* ApoRenewalItem: headings and changes */
  GHashTable *refused;          /* char* of changes: what the reader does not want */
  guint renew_source;
  guint plan_source;
  gboolean applying;
};

G_DEFINE_FINAL_TYPE (ApoRenewalReview, apo_renewal_review, GTK_TYPE_WIDGET)

enum {
  SIGNAL_READY,
  SIGNAL_DONE,
  SIGNAL_SPAN_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static ApoRenewalItem *
get_item (ApoRenewalReview *self,
          guint             position)
{
  g_autoptr (ApoRenewalItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return item;
}

static guint
count_items (ApoRenewalReview *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/* By what a change is known again in another plan. */
static char *
dup_key (const ApoRenewalChange *change)
{
  return g_strdup_printf ("%d %d %s", change->kind, change->type,
                          change->kind == APO_RENEWAL_ADDED ? change->label : change->id);
}

/* Counts the changes below each heading, and all that are chosen. */
static guint
count_chosen (ApoRenewalReview *self)
{
  guint n_all = 0;

  for (guint i = 0; i < count_items (self); i++)
    {
      ApoRenewalItem *heading = get_item (self, i);
      guint n = 0, n_chosen = 0;

      if (apo_renewal_item_get_change (heading) != NULL)
        continue;
      for (guint j = i + 1; j < count_items (self)
                            && apo_renewal_item_is_in (get_item (self, j), heading); j++)
        {
          n++;
          n_chosen += apo_renewal_item_is_chosen (get_item (self, j));
        }
      apo_renewal_item_set_counts (heading, n, n_chosen);
      n_all += n_chosen;
    }

  return n_all;
}

static void
update_actions (ApoRenewalReview *self)
{
  guint n_chosen = count_chosen (self);
  gboolean current = self->renewal != NULL && self->renew_source == 0 && self->planned == NULL;
  g_autofree char *label = g_strdup_printf (ngettext ("_Apply %u Change", "_Apply %u Changes",
                                                      n_chosen), n_chosen);

  gtk_button_set_label (self->apply, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "renewal.apply", current && n_chosen > 0);
}

static void
stop_planning (ApoRenewalReview *self)
{
  g_clear_handle_id (&self->renew_source, g_source_remove);
  g_clear_handle_id (&self->plan_source, g_source_remove);
  g_clear_pointer (&self->planned, apo_renewal_free);
}

/* Nothing is reviewed any more. */
static void
reset (ApoRenewalReview *self)
{
  stop_planning (self);
  g_list_store_remove_all (self->items);
  g_hash_table_remove_all (self->refused);
  g_clear_pointer (&self->renewal, apo_renewal_free);
  g_clear_object (&self->findings);
  g_clear_pointer (&self->text, apo_text_unref);
  update_actions (self);
}

static void
add_group (ApoRenewalReview *self,
           GPtrArray        *items,
           ApoRenewalKind    kind,
           ApoItemType       type)
{
  ApoRenewalItem *heading = NULL;
  guint n = 0, n_chosen = 0;

  for (guint i = 0; i < apo_renewal_get_n_changes (self->renewal); i++)
    {
      const ApoRenewalChange *change = apo_renewal_get_change (self->renewal, i);
      g_autofree char *key = NULL;
      ApoRenewalItem *item;

      if (change->kind != kind || change->type != type)
        continue;
      if (heading == NULL)
        {
          heading = apo_renewal_item_new_heading (kind, type);
          g_ptr_array_add (items, heading);
        }
      key = dup_key (change);
      item = apo_renewal_item_new (change, i);
      apo_renewal_item_set_chosen (item, !g_hash_table_contains (self->refused, key));
      g_ptr_array_add (items, item);
      n++;
      n_chosen += apo_renewal_item_is_chosen (item);
    }
  if (heading != NULL)
    apo_renewal_item_set_counts (heading, n, n_chosen);
}

/* Takes the plan that was made in the place of an earlier one. */
static void
take_plan (ApoRenewalReview *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *kept = NULL;

  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->renewal, apo_renewal_free);
  self->renewal = g_steal_pointer (&self->planned);
  for (int kind = APO_RENEWAL_ADDED; kind <= APO_RENEWAL_GONE; kind++)
    for (int type = APO_ITEM_ACTOR; type <= APO_ITEM_RELATION; type++)
      add_group (self, items, kind, type);
  g_list_store_splice (self->items, 0, 0, items->pdata, items->len);

  kept = apo_renewal_review_dup_kept (self);
  gtk_label_set_text (self->kept, kept);
  gtk_widget_set_visible (GTK_WIDGET (self->kept), *kept != '\0');
  update_actions (self);
  g_signal_emit (self, signals[SIGNAL_READY], 0, apo_renewal_get_n_changes (self->renewal));
}

static gboolean
plan_cb (gpointer user_data)
{
  ApoRenewalReview *self = user_data;
  gint64 end = g_get_monotonic_time () + PART_MICROSECONDS;
  gboolean made;

  do
    made = apo_renewal_prepare (self->planned, PART_STEPS);
  while (!made && g_get_monotonic_time () < end);
  if (!made)
    return G_SOURCE_CONTINUE;

  self->plan_source = 0;
  take_plan (self);

  return G_SOURCE_REMOVE;
}

/* Begins a plan for the dossier as it is now. */
static void
plan (ApoRenewalReview *self)
{
  ApoDossier *dossier = apo_session_get_dossier (self->session);

  stop_planning (self);
  self->planned = apo_renewal_begin (dossier, apo_dossier_get_article (dossier), self->findings,
                                     apo_session_get_dictionary (self->session));
  self->plan_source = g_idle_add (plan_cb, self);
  update_actions (self);
}

/* What was found was found in another text, or seen from another day. */
static gboolean
is_stale (ApoRenewalReview *self)
{
  ApoArticle *article = apo_dossier_get_article (apo_session_get_dossier (self->session));

  return article == NULL || apo_article_get_text (article) != self->text
         || apo_article_get_date (article) != self->date;
}

static void
finish (ApoRenewalReview *self,
        guint             n_changes)
{
  reset (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, n_changes);
}

static gboolean
renew_cb (gpointer user_data)
{
  ApoRenewalReview *self = user_data;

  self->renew_source = 0;
  if (is_stale (self))
    {
      finish (self, 0);
      return G_SOURCE_REMOVE;
    }

  plan (self);

  return G_SOURCE_REMOVE;
}

/* The plan is one for the dossier as it was. */
static void
dossier_changed_cb (ApoRenewalReview *self)
{
  if (self->findings == NULL || self->applying)
    return;

  stop_planning (self);
  self->renew_source = g_timeout_add (RENEW_DELAY_MS, renew_cb, self);
  update_actions (self);
}

static void
forget_session (ApoRenewalReview *self)
{
  reset (self);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (apo_session_get_dossier (self->session), self);
      g_signal_handlers_disconnect_by_data (apo_session_get_history (self->session), self);
    }
  g_clear_object (&self->session);
}

static void
apply_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ApoRenewalReview *self = APO_RENEWAL_REVIEW (widget);
  g_autofree gboolean *chosen = g_new0 (gboolean, apo_renewal_get_n_changes (self->renewal));
  guint n_chosen = count_chosen (self);

  for (guint i = 0; i < count_items (self); i++)
    if (apo_renewal_item_get_change (get_item (self, i)) != NULL)
      chosen[apo_renewal_item_get_index (get_item (self, i))] =
        apo_renewal_item_is_chosen (get_item (self, i));

  self->applying = TRUE;
  apo_history_execute (apo_session_get_history (self->session),
                       apo_renewal_apply (self->renewal, chosen));
  self->applying = FALSE;
  finish (self, n_chosen);
}

static void
give_up_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  finish (APO_RENEWAL_REVIEW (widget), 0);
}

static void
choose (ApoRenewalReview *self,
        ApoRenewalItem   *item,
        gboolean          chosen)
{
  const ApoRenewalChange *change = apo_renewal_item_get_change (item);
  g_autofree char *key = NULL;

  if (change == NULL)
    return;

  key = dup_key (change);
  apo_renewal_item_set_chosen (item, chosen);
  if (chosen)
    g_hash_table_remove (self->refused, key);
  else
    g_hash_table_add (self->refused, g_steal_pointer (&key));
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  ApoRenewalReview *self = APO_RENEWAL_REVIEW (widget);
  ApoRenewalItem *item;
  guint position;
  gboolean chosen;

  g_variant_get (parameter, "(ub)", &position, &chosen);
  if (position >= count_items (self))
    return;

  item = get_item (self, position);
  choose (self, item, chosen);
  for (guint i = position + 1; i < count_items (self)
                               && apo_renewal_item_is_in (get_item (self, i), item); i++)
    choose (self, get_item (self, i), chosen);
  update_actions (self);
}

static void
choose_all_action (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  ApoRenewalReview *self = APO_RENEWAL_REVIEW (widget);

  for (guint i = 0; i < count_items (self); i++)
    choose (self, get_item (self, i), g_variant_get_boolean (parameter));
  update_actions (self);
}

static void
activate_cb (ApoRenewalReview *self,
             guint             position)
{
  const ApoRenewalChange *change = apo_renewal_item_get_change (get_item (self, position));

  if (change != NULL)
    g_signal_emit (self, signals[SIGNAL_SPAN_ACTIVATED], 0, change->id, change->span.start,
                   change->span.end);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item)
{
  GtkWidget *row = apo_renewal_row_new ();

  g_object_bind_property (list_item, "position", row, "position", G_BINDING_DEFAULT);
  g_object_bind_property (list_item, "item", row, "item", G_BINDING_DEFAULT);
  gtk_list_item_set_child (list_item, row);
}

static void
apo_renewal_review_dispose (GObject *object)
{
  ApoRenewalReview *self = APO_RENEWAL_REVIEW (object);

  if (self->items != NULL)
    forget_session (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->items);
  g_clear_pointer (&self->refused, g_hash_table_unref);

  G_OBJECT_CLASS (apo_renewal_review_parent_class)->dispose (object);
}

static void
apo_renewal_review_class_init (ApoRenewalReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_renewal_review_dispose;

  signals[SIGNAL_READY] =
    g_signal_new ("ready", APO_TYPE_RENEWAL_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_DONE] =
    g_signal_new ("done", APO_TYPE_RENEWAL_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_SPAN_ACTIVATED] =
    g_signal_new ("span-activated", APO_TYPE_RENEWAL_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);

  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-renewal-review.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoRenewalReview, box);
  gtk_widget_class_bind_template_child (widget_class, ApoRenewalReview, kept);
  gtk_widget_class_bind_template_child (widget_class, ApoRenewalReview, list);
  gtk_widget_class_bind_template_child (widget_class, ApoRenewalReview, apply);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "renewal.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "renewal.give-up", NULL, give_up_action);
  gtk_widget_class_install_action (widget_class, "renewal.choose", "(ub)", choose_action);
  gtk_widget_class_install_action (widget_class, "renewal.choose-all", "b", choose_all_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
apo_renewal_review_init (ApoRenewalReview *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (APO_TYPE_RENEWAL_ITEM);
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (
                                                           G_LIST_MODEL (self->items))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);
  update_actions (self);
}

GtkWidget *
apo_renewal_review_new (void)
{
  return g_object_new (APO_TYPE_RENEWAL_REVIEW, NULL);
}

/**
 * apo_renewal_review_set_session:
 * @session: (nullable): of the dossier that would change; a review of another is given up
 */
void
apo_renewal_review_set_session (ApoRenewalReview *review,
                                ApoSession       *session)
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
 * apo_renewal_review_take_findings:
 * @findings: what was found in the article of the session as it is now
 *
 * Lists what taking them would change: `ready` follows.
 */
void
apo_renewal_review_take_findings (ApoRenewalReview *review,
                                  ApoFindings      *findings)
{
  ApoArticle *article = apo_dossier_get_article (apo_session_get_dossier (review->session));

  reset (review);
  review->findings = g_object_ref (findings);
  review->text = apo_text_ref (apo_article_get_text (article));
  review->date = apo_article_get_date (article);
  plan (review);
}

/**
 * apo_renewal_review_is_waiting:
 *
 * Returns: whether there is something to choose from that was neither applied nor given up
 */
gboolean
apo_renewal_review_is_waiting (ApoRenewalReview *review)
{
  return review->renewal != NULL && count_items (review) > 0;
}

/**
 * apo_renewal_review_dup_kept:
 *
 * Returns: (transfer full): how much of what the reader did stays as it is, as a sentence; empty
 *   where the reader did nothing
 */
char *
apo_renewal_review_dup_kept (ApoRenewalReview *review)
{
  guint n = review->renewal != NULL ? apo_renewal_count_kept (review->renewal) : 0;

  if (n == 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%u entry that you have made, changed or judged is kept.",
                                    "%u entries that you have made, changed or judged are kept.",
                                    n), n);
}

/**
 * apo_renewal_review_get_items:
 *
 * Returns: (transfer none): the #ApoRenewalItem listed, headings and changes
 */
GListModel *
apo_renewal_review_get_items (ApoRenewalReview *review)
{
  return G_LIST_MODEL (review->items);
}

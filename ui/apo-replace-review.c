/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-replace-review.h"

#include <glib/gi18n.h>
#include <string.h>

#include "apo-import.h"
#include "apo-opener.h"
#include "apo-replace-list.h"
#include "apo-replace-row.h"

#define N_STATES (APO_PLACE_LOST + 1)

struct _ApoReplaceReview {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  GtkLabel *message;
  GtkLabel *summary;
  GtkLabel *warning;
  GtkLabel *left_open;
  GtkLabel *counts[N_STATES];
  GtkScrolledWindow *scroller;
  GtkListView *list;

  ApoHistory *history;
  ApoArticle *newer;            /* (nullable) */
  ApoReanchor *reanchor;        /* (nullable) */
  GCancellable *work;           /* (nullable) what is under way */
  GListStore *items;            /* ApoReplaceItem, those that the reader may want to see */
  GtkCustomFilter *filter;
  GtkFilterListModel *listed;
  ApoPlaceState show;
  guint n_open;
};

G_DEFINE_FINAL_TYPE (ApoReplaceReview, apo_replace_review, GTK_TYPE_WIDGET)

enum {
  PROP_0,
  PROP_SHOW,
  PROP_WAITING,
  N_PROPS
};

enum {
  SIGNAL_DONE,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static const char *const state_names[N_STATES] = { "found", "moved", "ask", "lost" };

static void
show_page (ApoReplaceReview *self,
           const char       *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "replace.apply", g_str_equal (page, "list"));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WAITING]);
}

/* Back to the first page; what is under way is of no interest any more. */
static void
reset (ApoReplaceReview *self)
{
  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  g_list_store_remove_all (self->items);
  g_clear_pointer (&self->reanchor, apo_reanchor_free);
  g_clear_object (&self->newer);
  gtk_label_set_text (self->message, "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), FALSE);
  show_page (self, "choose");
}

/**
 * apo_replace_review_tell:
 * @message: one sentence
 *
 * Says why there is nothing to review, and asks for a text anew.
 */
void
apo_replace_review_tell (ApoReplaceReview *review,
                         const char       *message)
{
  reset (review);
  gtk_label_set_text (review->message, message);
  gtk_widget_set_visible (GTK_WIDGET (review->message), TRUE);
}

static void
count (ApoReplaceReview *self,
       guint            *n)
{
  memset (n, 0, N_STATES * sizeof (guint));
  self->n_open = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (ApoReplaceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      n[apo_replace_item_get_state (item)]++;
      self->n_open += apo_replace_item_is_open (item);
    }
}

static void
update_left_open (ApoReplaceReview *self)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (ngettext ("%u passage is left to settle; you can attach it later.",
                                    "%u passages are left to settle; you can attach them later.",
                                    self->n_open),
                          self->n_open);
  gtk_label_set_text (self->left_open, text);
  gtk_widget_set_visible (GTK_WIDGET (self->left_open), self->n_open > 0);
}

/* A button is named as it reads: the number above the word. */
static void
show_count (GtkLabel *number,
            guint     n)
{
  GtkWidget *chip = gtk_widget_get_ancestor (GTK_WIDGET (number), GTK_TYPE_BUTTON);
  GtkWidget *word = gtk_widget_get_next_sibling (GTK_WIDGET (number));
  g_autofree char *text = g_strdup_printf ("%u", n);
  g_autofree char *name = g_strdup_printf ("%s %s", text, gtk_label_get_text (GTK_LABEL (word)));

  gtk_label_set_text (number, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
update_numbers (ApoReplaceReview *self)
{
  guint n[N_STATES];
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *summary = NULL;

  count (self, n);
  for (guint i = 0; i < N_STATES; i++)
    show_count (self->counts[i], n[i]);

  summary = g_strdup_printf (ngettext ("%u of %u passage is in the newer text.",
                                       "%u of %u passages are in the newer text.", n_items),
                             n[APO_PLACE_FOUND] + n[APO_PLACE_MOVED], n_items);
  gtk_label_set_text (self->summary, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->warning),
                          2 * (n[APO_PLACE_FOUND] + n[APO_PLACE_MOVED]) < n_items);
  update_left_open (self);
}

static void
answered_cb (ApoReplaceReview *self)
{
  guint n[N_STATES];

  count (self, n);
  update_left_open (self);
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  return apo_replace_item_get_state (item) == APO_REPLACE_REVIEW (user_data)->show;
}

static void
set_show (ApoReplaceReview *self,
          ApoPlaceState     show)
{
  self->show = show;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHOW]);
}

/* What needs the reader most is shown first. */
static void
show_first (ApoReplaceReview *self)
{
  static const ApoPlaceState order[] = {
    APO_PLACE_ASK, APO_PLACE_LOST, APO_PLACE_MOVED, APO_PLACE_FOUND,
  };
  guint n[N_STATES];

  count (self, n);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (n[order[i]] > 0)
      {
        set_show (self, order[i]);
        return;
      }
}

/* Lists what became of the passages; answers that were given already stay. */
static void
fill (ApoReplaceReview *self,
      ApoReanchor      *reanchor)
{
  g_autoptr (GPtrArray) items = apo_replace_list_new (apo_history_get_dossier (self->history),
                                                      reanchor, G_LIST_MODEL (self->items));

  for (guint i = 0; i < items->len; i++)
    g_signal_connect_object (items->pdata[i], "notify::answer", G_CALLBACK (answered_cb), self,
                             G_CONNECT_SWAPPED);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  g_clear_pointer (&self->reanchor, apo_reanchor_free);
}

/* A run that is under way; the review may be over before it is. */
typedef struct {
  ApoReplaceReview *review;
  ApoReanchor *reanchor;
  GCancellable *work;
} Run;

static void
run_free (Run *run)
{
  g_object_unref (run->review);
  g_clear_pointer (&run->reanchor, apo_reanchor_free);
  g_object_unref (run->work);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static void
placed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Run) run = user_data;
  ApoReplaceReview *self = run->review;

  if (!apo_reanchor_run_finish (result, NULL) || run->work != self->work)
    return;

  g_clear_object (&self->work);
  fill (self, run->reanchor);
  self->reanchor = g_steal_pointer (&run->reanchor);
  update_numbers (self);
  show_first (self);
  show_page (self, "list");
}

/* Finds the passages in the newer text, as they are now. */
static void
place_passages (ApoReplaceReview *self)
{
  Run *run = g_new0 (Run, 1);

  if (self->work == NULL)
    self->work = g_cancellable_new ();
  run->review = g_object_ref (self);
  run->work = g_object_ref (self->work);
  run->reanchor = apo_reanchor_new (apo_history_get_dossier (self->history), self->newer);
  show_page (self, "working");
  apo_reanchor_run_async (run->reanchor, self->work, placed_cb, run);
}

static gboolean
is_same_text (ApoReplaceReview *self,
              ApoArticle       *newer)
{
  ApoArticle *current = apo_dossier_get_article (apo_history_get_dossier (self->history));

  return g_str_equal (apo_text_get_string (apo_article_get_text (current)),
                      apo_text_get_string (apo_article_get_text (newer)));
}

static void
take_article (ApoReplaceReview *self,
              ApoArticle       *newer)
{
  if (is_same_text (self, newer))
    {
      apo_replace_review_tell (self, _("This is, word for word, the text that is here already."));
      return;
    }

  g_set_object (&self->newer, newer);
  place_passages (self);
}

/* The reading of a file that is under way. */
typedef struct {
  ApoReplaceReview *review;
  GCancellable *work;
} Reading;

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Reading *reading = user_data;
  g_autoptr (ApoReplaceReview) self = reading->review;
  g_autoptr (GCancellable) work = reading->work;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoArticle) newer = apo_opener_read_article_finish (result, &error);

  if (work != self->work)
    return;

  if (newer != NULL)
    take_article (self, newer);
  else
    apo_replace_review_tell (self, error->message);
}

static void
apply_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  ApoReplaceReview *self = APO_REPLACE_REVIEW (widget);
  g_autoptr (ApoCommand) command = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (ApoReplaceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      apo_replace_item_settle (item);
    }

  command = apo_reanchor_apply (self->reanchor);
  if (command == NULL)
    {
      /* the dossier has other passages now; the answers are kept */
      place_passages (self);
      return;
    }

  apo_history_execute (self->history, g_steal_pointer (&command));
  reset (self);
  g_signal_emit (self, signals[SIGNAL_DONE], 0, TRUE);
}

static void
give_up_action (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  reset (APO_REPLACE_REVIEW (widget));
  g_signal_emit (widget, signals[SIGNAL_DONE], 0, FALSE);
}

static void
setup_row_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              ApoReplaceReview         *self)
{
  GtkWidget *row = apo_replace_row_new ();

  g_object_bind_property (list_item, "item", row, "item", G_BINDING_DEFAULT);
  gtk_list_item_set_child (list_item, row);
}

static void
apo_replace_review_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ApoReplaceReview *self = APO_REPLACE_REVIEW (object);

  switch (prop_id)
    {
    case PROP_SHOW:
      g_value_set_string (value, state_names[self->show]);
      break;
    case PROP_WAITING:
      g_value_set_boolean (value, apo_replace_review_is_waiting (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_replace_review_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ApoReplaceReview *self = APO_REPLACE_REVIEW (object);

  switch (prop_id)
    {
    case PROP_SHOW:
      for (guint i = 0; i < N_STATES; i++)
        if (g_strcmp0 (g_value_get_string (value), state_names[i]) == 0)
          set_show (self, i);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_replace_review_dispose (GObject *object)
{
  ApoReplaceReview *self = APO_REPLACE_REVIEW (object);

  if (self->work != NULL)
    g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->listed);
  g_clear_object (&self->items);
  g_clear_pointer (&self->reanchor, apo_reanchor_free);
  g_clear_object (&self->newer);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (apo_replace_review_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-replace-review.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceReview, box);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceReview, stack);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceReview, message);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceReview, summary);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceReview, warning);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceReview, left_open);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceReview, scroller);
  gtk_widget_class_bind_template_child (widget_class, ApoReplaceReview, list);
  for (guint i = 0; i < N_STATES; i++)
    {
      g_autofree char *label = g_strconcat (state_names[i], "_count", NULL);

      gtk_widget_class_bind_template_child_full (widget_class, label, FALSE,
                                                 G_STRUCT_OFFSET (ApoReplaceReview, counts)
                                                 + i * sizeof (GtkLabel *));
    }
}

static void
apo_replace_review_class_init (ApoReplaceReviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = apo_replace_review_get_property;
  object_class->set_property = apo_replace_review_set_property;
  object_class->dispose = apo_replace_review_dispose;

  props[PROP_SHOW] =
    g_param_spec_string ("show", NULL, NULL, "found",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_WAITING] =
    g_param_spec_boolean ("waiting", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_DONE] =
    g_signal_new ("done", APO_TYPE_REPLACE_REVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "replace.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "replace.give-up", NULL, give_up_action);
  gtk_widget_class_install_property_action (widget_class, "replace.show", "show");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
apo_replace_review_init (ApoReplaceReview *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (APO_TYPE_REPLACE_ITEM);
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->listed = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                            GTK_FILTER (self->filter));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL
                                                                       (self->listed))));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);
  show_page (self, "choose");
}

GtkWidget *
apo_replace_review_new (void)
{
  return g_object_new (APO_TYPE_REPLACE_REVIEW, NULL);
}

/**
 * apo_replace_review_set_history:
 * @history: (nullable): of the dossier whose text is to be replaced; a review of another is given up
 */
void
apo_replace_review_set_history (ApoReplaceReview *review,
                                ApoHistory       *history)
{
  reset (review);
  g_set_object (&review->history, history);
}

/**
 * apo_replace_review_take_file:
 *
 * Reads the newer text from @file, in a worker.
 */
void
apo_replace_review_take_file (ApoReplaceReview *review,
                              GFile            *file)
{
  Reading *reading = g_new0 (Reading, 1);

  reset (review);
  review->work = g_cancellable_new ();
  reading->review = g_object_ref (review);
  reading->work = g_object_ref (review->work);
  show_page (review, "working");
  apo_opener_read_article_async (file, review->work, read_cb, reading);
}

/**
 * apo_replace_review_take_text:
 *
 * Takes a newer text that comes from no file.
 */
void
apo_replace_review_take_text (ApoReplaceReview *review,
                              const char       *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoArticle) newer = apo_import_bytes (bytes, _("Pasted text"), &error);

  reset (review);
  if (newer != NULL)
    take_article (review, newer);
  else
    apo_replace_review_tell (review, error->message);
}

/**
 * apo_replace_review_is_waiting:
 *
 * Returns: whether there is a list of passages, and the text was neither replaced nor left alone
 */
gboolean
apo_replace_review_is_waiting (ApoReplaceReview *review)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (review->stack), "list") == 0;
}

/**
 * apo_replace_review_get_listed:
 *
 * Returns: (transfer none): the #ApoReplaceItem that are shown
 */
GListModel *
apo_replace_review_get_listed (ApoReplaceReview *review)
{
  return G_LIST_MODEL (review->listed);
}

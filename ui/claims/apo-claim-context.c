/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-context.h"

#include <glib/gi18n.h>

#include "apo-claim-passage.h"
#include "apo-mark.h"
#include "apo-moment.h"

struct _ApoClaimContext {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoFocus *focus;
  ApoClaim *claim;
  GString *shown;               /* all that the rows say, to keep those that say it already */

  GtkWidget *disclaimers_box;
  GtkListBox *disclaimers;
  GtkWidget *rests_box;
  GtkListBox *rests;
  GtkWidget *log_box;
  GtkListBox *log;
};

G_DEFINE_FINAL_TYPE (ApoClaimContext, apo_claim_context, GTK_TYPE_BOX)

enum {
  SIGNAL_SPAN_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * Entry:
 *
 * What a row shows and where it leads.
 */
typedef struct {
  char *text;
  char *caption;                /* (nullable) */
  const char *icon;             /* (nullable) */
  int verdict;                  /* -1 without a mark */
  ApoItem *item;                /* (nullable) (unowned) */
  ApoSpan span;
} Entry;

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->text);
  g_free (entry->caption);
}

static GArray *
create_entries (void)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  g_array_set_clear_func (entries, clear_entry);

  return entries;
}

static void
add_entry (GArray     *entries,
           char       *text,
           char       *caption,
           const char *icon,
           int         verdict,
           ApoItem    *item,
           ApoSpan     span)
{
  Entry entry = { text, caption, icon, verdict, item, span };

  g_array_append_val (entries, entry);
}

/* Stretches of the article in which it takes back or doubts what the claim says. */
static GArray *
collect_disclaimers (ApoClaimContext *self)
{
  GArray *entries = create_entries ();
  ApoArticle *article = apo_dossier_get_article (self->dossier);
  guint n_spans;
  const ApoSpan *spans = apo_claim_get_disclaimers (self->claim, &n_spans);

  for (guint i = 0; i < n_spans && article != NULL; i++)
    {
      g_autofree char *text = apo_text_dup_slice (apo_article_get_text (article), spans[i]);

      add_entry (entries, apo_claim_passage_bind (text), NULL, "dialog-information-symbolic", -1,
                 NULL, spans[i]);
    }

  return entries;
}

static char *
dup_relation_label (ApoClaimContext *self,
                    ApoRelation     *relation)
{
  ApoItem *from = apo_dossier_lookup (self->dossier, apo_relation_get_from (relation));
  ApoItem *to = apo_dossier_lookup (self->dossier, apo_relation_get_to (relation));

  if (from == NULL || to == NULL)
    return NULL;

  return g_strdup_printf ("%s %s %s", apo_actor_get_name (APO_ACTOR (from)),
                          apo_relation_is_directed (relation) ? "→" : "–",
                          apo_actor_get_name (APO_ACTOR (to)));
}

static void
collect_relations (ApoClaimContext *self,
                   GArray          *entries)
{
  GListModel *relations = apo_dossier_get_items (self->dossier, APO_ITEM_RELATION);
  const char *id = apo_item_get_id (APO_ITEM (self->claim));

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (ApoRelation) relation = g_list_model_get_item (relations, i);
      char *label;

      if (apo_relation_is_dismissed (relation)
          || !apo_item_refers_to (APO_ITEM (relation), APO_RELATION_FIELD_CLAIMS, id))
        continue;
      label = dup_relation_label (self, relation);
      if (label != NULL)
        add_entry (entries, label,
                   g_strdup (apo_relation_kind_get_label (apo_relation_get_kind (relation))),
                   "apo-graph-symbolic", -1, APO_ITEM (relation), APO_SPAN (0, 0));
    }
}

static GArray *
collect_rests (ApoClaimContext *self)
{
  GArray *entries = create_entries ();
  GListModel *events = apo_dossier_get_items (self->dossier, APO_ITEM_EVENT);
  const char *id = apo_item_get_id (APO_ITEM (self->claim));

  collect_relations (self, entries);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (ApoEvent) event = g_list_model_get_item (events, i);

      if (!apo_event_is_dismissed (event)
          && apo_item_refers_to (APO_ITEM (event), APO_EVENT_FIELD_CLAIMS, id))
        add_entry (entries, apo_claim_passage_bind (apo_event_get_label (event)),
                   g_strdup (_("event")), "apo-timeline-symbolic", -1, APO_ITEM (event),
                   APO_SPAN (0, 0));
    }

  return entries;
}

/* Who gave a verdict, and why, where that is known. */
static char *
dup_log_caption (const char *old,
                 const char *by,
                 const char *why)
{
  GString *caption = g_string_new (old);

  if (*by != '\0')
    g_string_append_printf (caption, " · %s", by);
  if (*why != '\0')
    g_string_append_printf (caption, " · %s", why);

  return g_string_free (caption, FALSE);
}

/* The last verdict first. */
static GArray *
collect_log (ApoClaimContext *self)
{
  GArray *entries = create_entries ();
  GVariant *log = apo_item_get_value (APO_ITEM (self->claim), APO_CLAIM_FIELD_LOG);

  for (gsize i = g_variant_n_children (log); i > 0; i--)
    {
      gint64 time;
      int from;
      int to;
      const char *by;
      const char *why;
      g_autofree char *moment = NULL;
      g_autofree char *before = NULL;

      g_variant_get_child (log, i - 1, "(xii&s&s)", &time, &from, &to, &by, &why);
      moment = apo_moment_dup_label (time * G_USEC_PER_SEC, g_get_real_time ());
      /* Translators: in the log of verdicts: a moment, and the verdict until then */
      before = g_strdup_printf (_("%s · before: %s"), moment, apo_verdict_get_label (from));
      add_entry (entries, g_strdup (apo_verdict_get_label (to)), dup_log_caption (before, by, why),
                 NULL, to, NULL, APO_SPAN (0, 0));
    }

  return entries;
}

static GtkWidget *
create_row_text (const Entry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *text = gtk_label_new (entry->text);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (box), text);
  if (entry->caption != NULL)
    {
      GtkWidget *caption = gtk_label_new (entry->caption);

      gtk_label_set_xalign (GTK_LABEL (caption), 0);
      gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
      gtk_widget_add_css_class (caption, "apo-caption");
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (box), caption);
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static GtkWidget *
create_row_sign (const Entry *entry)
{
  GtkWidget *sign;

  if (entry->verdict >= 0)
    {
      sign = apo_mark_new ();
      apo_mark_set_verdict (APO_MARK (sign), entry->verdict);
    }
  else
    {
      sign = g_object_new (GTK_TYPE_IMAGE, "icon-name", entry->icon, "accessible-role",
                           GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (sign, "dim-label");
    }
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);

  return sign;
}

static GtkWidget *
create_row (const Entry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gboolean leads = entry->item != NULL || entry->span.end > 0;

  gtk_box_append (GTK_BOX (box), create_row_sign (entry));
  gtk_box_append (GTK_BOX (box), create_row_text (entry));
  if (leads)
    gtk_box_append (GTK_BOX (box),
                    g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (box, "apo-detail-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), leads);
  if (entry->item != NULL)
    g_object_set_data_full (G_OBJECT (row), "id", g_strdup (apo_item_get_id (entry->item)),
                            g_free);
  g_object_set_data (G_OBJECT (row), "start", GUINT_TO_POINTER (entry->span.start));
  g_object_set_data (G_OBJECT (row), "end", GUINT_TO_POINTER (entry->span.end));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, entry->text,
                                  -1);
  if (entry->caption != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    entry->caption, -1);

  return row;
}

static void
append_signature (GString *signature,
                  GArray  *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);

      g_string_append_printf (signature, "%s\1%s\1%s\1%u\2", entry->text,
                              entry->caption != NULL ? entry->caption : "",
                              entry->item != NULL ? apo_item_get_id (entry->item) : "",
                              entry->span.start);
    }
  g_string_append_c (signature, '\3');
}

static void
fill (GtkListBox *list,
      GtkWidget  *box,
      GArray     *entries)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
  for (guint i = 0; i < entries->len; i++)
    gtk_list_box_append (list, create_row (&g_array_index (entries, Entry, i)));
  gtk_widget_set_visible (box, entries->len > 0);
}

static void
row_activated_cb (ApoClaimContext *self,
                  GtkListBoxRow   *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "id");
  guint start = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "start"));
  guint end = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "end"));

  if (id != NULL && self->focus != NULL)
    apo_focus_select (self->focus, id);
  else if (end > 0)
    g_signal_emit (self, signals[SIGNAL_SPAN_ACTIVATED], 0, start, end);
}

static void
apo_claim_context_dispose (GObject *object)
{
  ApoClaimContext *self = APO_CLAIM_CONTEXT (object);

  g_clear_object (&self->claim);
  g_clear_object (&self->focus);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_claim_context_parent_class)->dispose (object);
}

static void
apo_claim_context_finalize (GObject *object)
{
  g_string_free (APO_CLAIM_CONTEXT (object)->shown, TRUE);

  G_OBJECT_CLASS (apo_claim_context_parent_class)->finalize (object);
}

static void
apo_claim_context_class_init (ApoClaimContextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_claim_context_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_claim_context_finalize;

  signals[SIGNAL_SPAN_ACTIVATED] =
    g_signal_new ("span-activated", APO_TYPE_CLAIM_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-context.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimContext, disclaimers_box);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimContext, disclaimers);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimContext, rests_box);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimContext, rests);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimContext, log_box);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimContext, log);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
apo_claim_context_init (ApoClaimContext *self)
{
  self->shown = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * apo_claim_context_show:
 * @focus: (nullable): what is told of the relation or event that the reader goes to
 * @claim: (nullable): the claim to show
 */
void
apo_claim_context_show (ApoClaimContext *context,
                        ApoDossier      *dossier,
                        ApoFocus        *focus,
                        ApoClaim        *claim)
{
  g_autoptr (GArray) disclaimers = NULL;
  g_autoptr (GArray) rests = NULL;
  g_autoptr (GArray) log = NULL;
  GString *signature;

  g_return_if_fail (APO_IS_CLAIM_CONTEXT (context));

  g_set_object (&context->dossier, dossier);
  g_set_object (&context->focus, focus);
  g_set_object (&context->claim, claim);
  if (claim == NULL)
    return;

  disclaimers = collect_disclaimers (context);
  rests = collect_rests (context);
  log = collect_log (context);
  signature = g_string_new (apo_item_get_id (APO_ITEM (claim)));
  append_signature (signature, disclaimers);
  append_signature (signature, rests);
  append_signature (signature, log);

  if (!g_string_equal (signature, context->shown))
    {
      fill (context->disclaimers, context->disclaimers_box, disclaimers);
      fill (context->rests, context->rests_box, rests);
      fill (context->log, context->log_box, log);
    }
  g_string_free (context->shown, TRUE);
  context->shown = signature;
}

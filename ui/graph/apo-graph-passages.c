/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-passages.h"

#include <glib/gi18n.h>

#include "apo-mark.h"

struct _ApoGraphPassages {
  GtkWidget parent_instance;

  GtkListBox *list;
  ApoDossier *dossier;
};

G_DEFINE_FINAL_TYPE (ApoGraphPassages, apo_graph_passages, GTK_TYPE_WIDGET)

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_name (ApoGraphPassages *self,
          const char      *id)
{
  ApoItem *item = id != NULL ? apo_dossier_lookup (self->dossier, id) : NULL;

  return APO_IS_ACTOR (item) ? apo_actor_get_name (APO_ACTOR (item)) : NULL;
}

static char *
dup_source (ApoGraphPassages *self,
            ApoClaim        *claim)
{
  const char *speaker = claim != NULL ? get_name (self, apo_claim_get_speaker (claim)) : NULL;

  if (claim == NULL)
    return g_strdup (_("stated by the article"));
  if (speaker == NULL)
    return g_strdup (_("said by someone the article does not name"));

  /* Translators: who makes a claim */
  return g_strdup_printf (_("according to %s"), speaker);
}

static GtkWidget *
make_source_line (ApoGraphPassages *self,
                  ApoClaim        *claim)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *source = dup_source (self, claim);
  GtkWidget *label = gtk_label_new (NULL);

  if (claim != NULL)
    {
      GtkWidget *mark = apo_mark_new ();
      g_autofree char *words = NULL;

      apo_mark_set_verdict (APO_MARK (mark), apo_claim_get_verdict (claim));
      gtk_box_append (GTK_BOX (line), mark);
      /* Translators: a verdict, and who makes the claim */
      words = g_strdup_printf (_("%s · %s"), apo_verdict_get_label (apo_claim_get_verdict (claim)),
                               source);
      gtk_label_set_text (GTK_LABEL (label), words);
    }
  else
    gtk_label_set_text (GTK_LABEL (label), source);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "apo-caption");
  gtk_box_append (GTK_BOX (line), label);

  return line;
}

static void
add_passage (ApoGraphPassages *self,
             const char      *quote,
             ApoClaim        *claim,
             ApoRelation     *relation)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  /* Translators: quotation marks around a passage */
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), quote);
  GtkWidget *label = gtk_label_new (quoted);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_widget_add_css_class (box, "apo-graph-passage");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_source_line (self, claim));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "item",
                          g_strdup (apo_item_get_id (claim != NULL ? APO_ITEM (claim)
                                                                   : APO_ITEM (relation))),
                          g_free);
  gtk_list_box_append (self->list, row);
}

/* The claim of a relation that a passage lies in, or %NULL where the article itself speaks. */
static ApoClaim *
find_claim (ApoGraphPassages *self,
            ApoRelation     *relation,
            ApoSpan          span)
{
  g_auto (GStrv) ids = apo_item_dup_refs (APO_ITEM (relation), APO_RELATION_FIELD_CLAIMS);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      ApoItem *claim = apo_dossier_lookup (self->dossier, ids[i]);
      guint n_spans;
      const ApoSpan *spans;

      if (!APO_IS_CLAIM (claim) || apo_claim_is_dismissed (APO_CLAIM (claim)))
        continue;
      spans = apo_claim_get_content (APO_CLAIM (claim), &n_spans);
      for (guint j = 0; j < n_spans; j++)
        if (apo_span_overlaps (spans[j], span))
          return APO_CLAIM (claim);
    }

  return NULL;
}

/* The claims of a relation in which none of its passages lies. */
static void
add_other_claims (ApoGraphPassages *self,
                  ApoRelation     *relation,
                  GPtrArray       *shown)
{
  g_auto (GStrv) ids = apo_item_dup_refs (APO_ITEM (relation), APO_RELATION_FIELD_CLAIMS);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      ApoItem *claim = apo_dossier_lookup (self->dossier, ids[i]);
      g_autofree char *quote = NULL;

      if (!APO_IS_CLAIM (claim) || apo_claim_is_dismissed (APO_CLAIM (claim))
          || g_ptr_array_find (shown, claim, NULL))
        continue;
      quote = apo_dossier_dup_item_text (self->dossier, claim);
      add_passage (self, quote, APO_CLAIM (claim), relation);
      g_ptr_array_add (shown, claim);
    }
}

static void
add_relation (ApoGraphPassages *self,
              ApoRelation     *relation,
              GPtrArray       *shown)
{
  ApoItem *article = apo_dossier_lookup (self->dossier, apo_relation_get_article (relation));
  guint n_spans;
  const ApoSpan *spans = apo_relation_get_evidence (relation, &n_spans);

  if (!APO_IS_ARTICLE (article))
    article = APO_ITEM (apo_dossier_get_article (self->dossier));

  for (guint i = 0; article != NULL && i < n_spans; i++)
    {
      ApoClaim *claim = find_claim (self, relation, spans[i]);
      g_autofree char *quote = apo_text_dup_slice (apo_article_get_text (APO_ARTICLE (article)),
                                                   spans[i]);

      add_passage (self, g_strstrip (quote), claim, relation);
      if (claim != NULL)
        g_ptr_array_add (shown, claim);
    }
  add_other_claims (self, relation, shown);
}

static void
row_activated_cb (ApoGraphPassages *self,
                  GtkListBoxRow    *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "item"));
}

static void
apo_graph_passages_dispose (GObject *object)
{
  ApoGraphPassages *self = APO_GRAPH_PASSAGES (object);

  g_clear_pointer ((GtkWidget **) &self->list, gtk_widget_unparent);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_graph_passages_parent_class)->dispose (object);
}

static void
apo_graph_passages_class_init (ApoGraphPassagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_graph_passages_dispose;

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", APO_TYPE_GRAPH_PASSAGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
apo_graph_passages_init (ApoGraphPassages *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "rich-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "apo-graph-passages");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Passages that say so"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

/**
 * apo_graph_passages_show:
 * @relations: (element-type ApoRelation): of @dossier
 *
 * Lists the passages of the relations in the place of what was listed.
 *
 * Returns: how many there are
 */
guint
apo_graph_passages_show (ApoGraphPassages *passages,
                         ApoDossier       *dossier,
                         GListModel       *relations)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  GtkWidget *row;
  guint n = 0;

  g_set_object (&passages->dossier, dossier);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (passages->list))) != NULL)
    gtk_list_box_remove (passages->list, row);
  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (ApoRelation) relation = g_list_model_get_item (relations, i);

      add_relation (passages, relation, shown);
    }
  while (gtk_list_box_get_row_at_index (passages->list, n) != NULL)
    n++;

  return n;
}

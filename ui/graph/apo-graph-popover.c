/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-graph-popover.h"

#include <glib/gi18n.h>

#include "apo-mark.h"

struct _ApoGraphPopover {
  GtkPopover parent_instance;

  GtkLabel *from;
  GtkLabel *kind;
  GtkLabel *to;
  GtkLabel *standing;
  GtkListBox *passages;

  ApoDossier *dossier;
  ApoFocus *focus;
};

G_DEFINE_FINAL_TYPE (ApoGraphPopover, apo_graph_popover, GTK_TYPE_POPOVER)

static const char *
get_name (ApoGraphPopover *self,
          const char      *id)
{
  ApoItem *item = id != NULL ? apo_dossier_lookup (self->dossier, id) : NULL;

  return APO_IS_ACTOR (item) ? apo_actor_get_name (APO_ACTOR (item)) : NULL;
}

static char *
dup_source (ApoGraphPopover *self,
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
make_source_line (ApoGraphPopover *self,
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
add_passage (ApoGraphPopover *self,
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
  gtk_label_set_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (box, "apo-graph-passage");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_source_line (self, claim));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "item",
                          g_strdup (apo_item_get_id (claim != NULL ? APO_ITEM (claim)
                                                                   : APO_ITEM (relation))),
                          g_free);
  gtk_list_box_append (self->passages, row);
}

/* The claim of a relation that a passage lies in, or %NULL where the article itself speaks. */
static ApoClaim *
find_claim (ApoGraphPopover *self,
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
add_other_claims (ApoGraphPopover *self,
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
add_relation (ApoGraphPopover *self,
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
clear_passages (ApoGraphPopover *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->passages, 0)) != NULL)
    gtk_list_box_remove (self->passages, GTK_WIDGET (row));
}

static void
row_activated_cb (ApoGraphPopover *self,
                  GtkListBoxRow   *row)
{
  if (self->focus != NULL)
    apo_focus_select (self->focus, g_object_get_data (G_OBJECT (row), "item"));
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
apo_graph_popover_dispose (GObject *object)
{
  ApoGraphPopover *self = APO_GRAPH_POPOVER (object);

  g_clear_object (&self->dossier);
  g_clear_object (&self->focus);

  G_OBJECT_CLASS (apo_graph_popover_parent_class)->dispose (object);
}

static void
apo_graph_popover_class_init (ApoGraphPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_graph_popover_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-graph-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, from);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, kind);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, to);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, standing);
  gtk_widget_class_bind_template_child (widget_class, ApoGraphPopover, passages);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
apo_graph_popover_init (ApoGraphPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
apo_graph_popover_new (void)
{
  return g_object_new (APO_TYPE_GRAPH_POPOVER, NULL);
}

/**
 * apo_graph_popover_show:
 * @relations: (element-type ApoRelation): those of one edge, at least one
 *
 * Fills the popover and opens it.
 */
void
apo_graph_popover_show (ApoGraphPopover *popover,
                        ApoDossier      *dossier,
                        ApoFocus        *focus,
                        GPtrArray       *relations)
{
  ApoRelation *first;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  g_autofree char *kind = NULL;

  g_return_if_fail (relations->len > 0);

  g_set_object (&popover->dossier, dossier);
  g_set_object (&popover->focus, focus);
  first = relations->pdata[0];
  gtk_label_set_text (popover->from, get_name (popover, apo_relation_get_from (first)));
  gtk_label_set_text (popover->to, get_name (popover, apo_relation_get_to (first)));
  kind = g_strdup_printf (apo_relation_is_directed (first) ? "%s →" : "– %s –",
                          apo_relation_kind_get_label (apo_relation_get_kind (first)));
  gtk_label_set_text (popover->kind, kind);
  gtk_label_set_text (popover->standing,
                      apo_standing_get_label (apo_dossier_get_standing (dossier,
                                                                        APO_ITEM (first))));

  clear_passages (popover);
  for (guint i = 0; i < relations->len; i++)
    add_relation (popover, relations->pdata[i], shown);
  gtk_popover_popup (GTK_POPOVER (popover));
}

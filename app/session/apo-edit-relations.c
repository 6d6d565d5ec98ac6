/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-relations.h"

#include <glib/gi18n-lib.h>

#include "apo-edit-private.h"
#include "apo-text-find.h"

/**
 * apo_edit_add_relation:
 * @evidence: the passage of the first article that says so; empty for none
 *
 * Draws a relation by hand, with the claims that say it.
 *
 * Returns: (transfer none) (nullable): the relation; %NULL if @from is @to
 */
ApoRelation *
apo_edit_add_relation (ApoHistory     *history,
                       ApoActor       *from,
                       ApoActor       *to,
                       ApoRelationKind kind,
                       ApoSpan         evidence)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  ApoItem *article = APO_ITEM (apo_dossier_get_article (dossier));
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autoptr (ApoItem) relation = NULL;
  ApoCommand *command;

  if (from == to)
    return NULL;

  id = apo_dossier_mint_id (dossier, APO_ITEM_RELATION);
  relation = apo_item_new (APO_ITEM_RELATION, id);
  apo_item_set_value (relation, APO_RELATION_FIELD_ARTICLE,
                      g_variant_new_string (apo_item_get_id (article)));
  apo_item_set_value (relation, APO_RELATION_FIELD_FROM,
                      g_variant_new_string (apo_item_get_id (APO_ITEM (from))));
  apo_item_set_value (relation, APO_RELATION_FIELD_TO,
                      g_variant_new_string (apo_item_get_id (APO_ITEM (to))));
  apo_item_set_value (relation, APO_RELATION_FIELD_KIND, g_variant_new_int32 (kind));
  apo_item_set_value (relation, APO_RELATION_FIELD_DIRECTED,
                      g_variant_new_boolean (apo_relation_kind_is_directed (kind)));
  apo_item_set_value (relation, APO_RELATION_FIELD_ORIGIN, g_variant_new_int32 (APO_ORIGIN_MANUAL));
  evidence = apo_text_trim (apo_article_get_text (APO_ARTICLE (article)), evidence);
  if (apo_span_get_length (evidence) > 0)
    {
      apo_item_set_value (relation, APO_RELATION_FIELD_EVIDENCE,
                          g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &evidence, 1,
                                                     sizeof evidence));
      apo_item_set_value (relation, APO_RELATION_FIELD_CLAIMS, apo_edit_find_claims (dossier, evidence));
    }
  /* Translators: a line of the undo list; the names of two actors */
  name = g_strdup_printf (_("New relation: %s – %s"), apo_actor_get_name (from),
                          apo_actor_get_name (to));
  command = apo_command_new (name);
  apo_command_add_item (command, relation);
  apo_history_execute (history, command);

  return APO_RELATION (apo_dossier_lookup (dossier, id));
}

/**
 * apo_edit_set_relation_kind:
 * @relations: (element-type ApoRelation): what is changed in one step
 *
 * Sets the kind, and whether they have a direction as that kind has.
 */
void
apo_edit_set_relation_kind (ApoHistory     *history,
                            GListModel     *relations,
                            ApoRelationKind kind)
{
  /* Translators: a line of the undo list; %s is a kind of relation, such as “support” */
  g_autofree char *name = g_strdup_printf (_("Relation: %s"), apo_relation_kind_get_label (kind));
  ApoCommand *command = apo_command_new (name);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (ApoRelation) relation = g_list_model_get_item (relations, i);

      if (apo_relation_get_kind (relation) == kind)
        continue;
      apo_edit_put_int (command, relation, APO_RELATION_FIELD_KIND, kind);
      apo_command_set_field (command, APO_ITEM (relation), APO_RELATION_FIELD_DIRECTED,
                             g_variant_new_boolean (apo_relation_kind_is_directed (kind)));
      apo_edit_touch (command, relation);
    }
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_relation_directed:
 * @relations: (element-type ApoRelation): what is changed in one step
 */
void
apo_edit_set_relation_directed (ApoHistory *history,
                                GListModel *relations,
                                gboolean    directed)
{
  ApoCommand *command = apo_command_new (_("Direction of a relation"));

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (ApoRelation) relation = g_list_model_get_item (relations, i);

      if (!apo_relation_is_directed (relation) == !directed)
        continue;
      apo_command_set_field (command, APO_ITEM (relation), APO_RELATION_FIELD_DIRECTED,
                             g_variant_new_boolean (directed));
      apo_edit_touch (command, relation);
    }
  apo_history_execute (history, command);
}

/**
 * apo_edit_turn_relation:
 * @relations: (element-type ApoRelation): what is changed in one step
 *
 * Lets them lead the other way.
 */
void
apo_edit_turn_relation (ApoHistory *history,
                        GListModel *relations)
{
  ApoCommand *command = apo_command_new (_("Direction of a relation"));

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (ApoRelation) relation = g_list_model_get_item (relations, i);

      apo_edit_put_string (command, relation, APO_RELATION_FIELD_FROM,
                           apo_relation_get_to (relation));
      apo_edit_put_string (command, relation, APO_RELATION_FIELD_TO,
                           apo_relation_get_from (relation));
      apo_edit_touch (command, relation);
    }
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_relation_certainty:
 * @relations: (element-type ApoRelation): what is changed in one step
 */
void
apo_edit_set_relation_certainty (ApoHistory  *history,
                                 GListModel  *relations,
                                 ApoCertainty certainty)
{
  /* Translators: a line of the undo list; %s is how sure words are, such as “Hedged” */
  g_autofree char *name = g_strdup_printf (_("Certainty: %s"),
                                           apo_certainty_get_label (certainty));
  ApoCommand *command = apo_command_new (name);

  for (guint i = 0; i < g_list_model_get_n_items (relations); i++)
    {
      g_autoptr (ApoRelation) relation = g_list_model_get_item (relations, i);

      if (apo_relation_get_certainty (relation) == certainty)
        continue;
      apo_edit_put_int (command, relation, APO_RELATION_FIELD_CERTAINTY, certainty);
      apo_edit_touch (command, relation);
    }
  apo_history_execute (history, command);
}

/* The claims of the relation and those that say what stands at @span, each once.  Floating. */
static GVariant *
extend_claims (ApoDossier  *dossier,
               ApoRelation *relation,
               ApoSpan      span)
{
  g_autoptr (GVariant) more = g_variant_ref_sink (apo_edit_find_claims (dossier, span));
  g_auto (GStrv) ids = apo_item_dup_refs (APO_ITEM (relation), APO_RELATION_FIELD_CLAIMS);
  GVariantBuilder all;

  g_variant_builder_init (&all, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; ids[i] != NULL; i++)
    g_variant_builder_add (&all, "s", ids[i]);
  for (gsize i = 0; i < g_variant_n_children (more); i++)
    {
      const char *id;

      g_variant_get_child (more, i, "&s", &id);
      if (!g_strv_contains ((const char *const *) ids, id))
        g_variant_builder_add (&all, "s", id);
    }

  return g_variant_builder_end (&all);
}

/**
 * apo_edit_add_evidence:
 * @relation: of the first article
 * @span: a passage that says it
 *
 * Adds a passage to what a relation rests on, with the claims that say it.
 *
 * Returns: whether there was something in @span that it did not rest on yet
 */
gboolean
apo_edit_add_evidence (ApoHistory  *history,
                       ApoRelation *relation,
                       ApoSpan      span)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  ApoArticle *article = apo_dossier_get_article (dossier);
  g_autoptr (GArray) spans = apo_spans_new ();
  guint n;
  const ApoSpan *own = apo_relation_get_evidence (relation, &n);
  ApoCommand *command;

  span = apo_text_trim (apo_article_get_text (article), span);
  if (apo_span_get_length (span) == 0
      || apo_dossier_get_item_article (dossier, APO_ITEM (relation)) != article)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (apo_span_equal (own[i], span))
      return FALSE;

  g_array_append_vals (spans, own, n);
  g_array_append_val (spans, span);
  g_array_sort (spans, apo_span_compare);
  command = apo_command_new (_("Passage of a relation"));
  apo_edit_put_spans (command, relation, APO_RELATION_FIELD_EVIDENCE,
                      (const ApoSpan *) (void *) spans->data, spans->len);
  apo_command_set_field (command, APO_ITEM (relation), APO_RELATION_FIELD_CLAIMS,
                         extend_claims (dossier, relation, span));
  apo_edit_touch (command, relation);
  apo_history_execute (history, command);

  return TRUE;
}

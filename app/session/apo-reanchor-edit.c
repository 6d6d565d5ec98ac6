/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reanchor-edit.h"

#include <glib/gi18n-lib.h>

#include "apo-dossier-private.h"
#include "apo-reanchor-private.h"

/* The older text that @item stands in, or NULL if it stands in the first article. */
static ApoArticle *
find_old_article (ApoDossier *dossier,
                  ApoItem    *item)
{
  int field = apo_item_find_article (item);
  ApoItem *article = field >= 0 ? apo_dossier_lookup (dossier, apo_item_get_string (item, field))
                                : NULL;

  return article != NULL && APO_IS_ARTICLE (article)
         && APO_ARTICLE (article) != apo_dossier_get_article (dossier) ? APO_ARTICLE (article)
                                                                       : NULL;
}

/* Lets the older text keep where the item stood. */
static void
keep_passages (ApoCommand *command,
               ApoItem    *item,
               ApoArticle *old)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);
  GVariant *kept = apo_item_get_value (APO_ITEM (old), APO_ARTICLE_FIELD_ANCHORS);
  GVariantBuilder anchors;

  g_variant_builder_init (&anchors, g_variant_get_type (kept));
  for (gsize i = 0; i < g_variant_n_children (kept); i++)
    {
      g_autoptr (GVariant) anchor = g_variant_get_child_value (kept, i);

      g_variant_builder_add_value (&anchors, anchor);
    }
  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].kind == APO_FIELD_SPAN || fields[i].kind == APO_FIELD_SPANS)
        && !apo_item_is_default (item, i))
      g_variant_builder_add (&anchors, "(ss@a(uu))", apo_item_get_id (item), fields[i].key,
                             apo_item_get_value (item, i));
  apo_command_set_field (command, APO_ITEM (old), APO_ARTICLE_FIELD_ANCHORS,
                         g_variant_builder_end (&anchors));
}

/**
 * apo_reanchor_attach:
 * @item: a claim, a time, an event or a relation
 * @spans: where it stands in the text of the first article; at least one, one for an event or a
 *   time
 *
 * Lets the item stand there.  If the words are not those that it had, it says so, and a verdict
 * with it; cue, source and disclaimers of an older text stay behind in that.
 */
void
apo_reanchor_attach (ApoHistory    *history,
                     ApoItem       *item,
                     const ApoSpan *spans,
                     guint          n_spans)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  ApoArticle *current = apo_dossier_get_article (dossier);
  ApoArticle *old = find_old_article (dossier, item);
  ApoCommand *command = apo_command_new (_("Attach to the text"));
  g_autofree char *was = apo_dossier_dup_item_text (dossier, item);
  g_autofree char *is = apo_text_dup_slices (apo_article_get_text (current), spans, n_spans);
  g_autofree char *was_folded = apo_text_dup_folded (was);
  g_autofree char *is_folded = apo_text_dup_folded (is);
  g_autoptr (GVariant) nothing =
    g_variant_ref_sink (g_variant_new_array (G_VARIANT_TYPE ("(uu)"), NULL, 0));
  g_autofree GVariant **passages = NULL;
  gboolean same = g_str_equal (was_folded, is_folded);
  guint n_fields;

  g_return_if_fail (n_spans > 0 && apo_item_get_place_field (item) >= 0);

  apo_item_get_fields (item, &n_fields);
  passages = g_new0 (GVariant *, n_fields);
  if (old != NULL)
    {
      keep_passages (command, item, old);
      for (guint i = 0; i < n_fields; i++)
        passages[i] = nothing;
    }
  passages[apo_item_get_place_field (item)] =
    g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), spans, n_spans, sizeof (ApoSpan));
  apo_reanchor_relocate (command, item, apo_item_get_id (APO_ITEM (current)), passages);
  apo_command_set_field (command, item, apo_item_find_field (item, "anchor"),
                         g_variant_new_int32 (same ? APO_ANCHOR_PLACED : APO_ANCHOR_CHANGED));
  apo_history_execute (history, command);
}

/**
 * apo_reanchor_attach_mention:
 * @mention: its number among those of the actor
 * @span: where it stands in the text of the first article
 */
void
apo_reanchor_attach_mention (ApoHistory *history,
                             ApoActor   *actor,
                             guint       mention,
                             ApoSpan     span)
{
  ApoArticle *current = apo_dossier_get_article (apo_history_get_dossier (history));
  ApoCommand *command = apo_command_new (_("Attach to the text"));
  guint n;
  const ApoActorMention *own = apo_actor_get_mentions (actor, &n);
  g_autofree ApoActorMention *mentions = g_memdup2 (own, n * sizeof (ApoActorMention));

  g_return_if_fail (mention < n);

  mentions[mention].span = span;
  mentions[mention].article = apo_article_get_number (current);
  apo_command_set_field (command, APO_ITEM (actor), APO_ACTOR_FIELD_MENTIONS,
                         g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), mentions, n,
                                                    sizeof (ApoActorMention)));
  apo_history_execute (history, command);
}

/**
 * apo_reanchor_confirm:
 * @item: one whose words have changed
 *
 * Says that the reader has seen the new words and leaves all as it is.
 */
void
apo_reanchor_confirm (ApoHistory *history,
                      ApoItem    *item)
{
  ApoCommand *command = apo_command_new (_("Confirm the new words"));

  apo_command_set_field (command, item, apo_item_find_field (item, "anchor"),
                         g_variant_new_int32 (APO_ANCHOR_PLACED));
  apo_history_execute (history, command);
}

/* Where @item stood in @article when that was replaced: (nullable), the last of several. */
static GVariant *
find_anchor (ApoArticle *article,
             ApoItem    *item)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);
  const char *own_key = fields[apo_item_get_place_field (item)].key;
  GVariant *found = NULL;
  GVariant *spans;
  GVariantIter iter;
  const char *id;
  const char *key;

  g_variant_iter_init (&iter, apo_item_get_value (APO_ITEM (article), APO_ARTICLE_FIELD_ANCHORS));
  while (g_variant_iter_next (&iter, "(&s&s@a(uu))", &id, &key, &spans))
    {
      if (g_str_equal (id, apo_item_get_id (item)) && g_str_equal (key, own_key))
        {
          g_clear_pointer (&found, g_variant_unref);
          found = g_variant_ref (spans);
        }
      g_variant_unref (spans);
    }

  return found;
}

/**
 * apo_reanchor_dup_old_text:
 * @item: a claim, a time, an event or a relation
 *
 * Returns: (transfer full): what the item said in the newest of the older texts in which its words
 *   were others, or in the older text that it still stands in; empty where its words did not change
 */
char *
apo_reanchor_dup_old_text (ApoDossier *dossier,
                           ApoItem    *item)
{
  GListModel *articles = apo_dossier_get_items (dossier, APO_ITEM_ARTICLE);

  if (find_old_article (dossier, item) != NULL)
    return apo_dossier_dup_item_text (dossier, item);

  for (guint i = 1; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (ApoArticle) article = g_list_model_get_item (articles, i);
      g_autoptr (GVariant) spans = find_anchor (article, item);
      const ApoSpan *array;
      gsize n;

      if (spans == NULL)
        continue;
      array = g_variant_get_fixed_array (spans, &n, sizeof (ApoSpan));
      return apo_text_dup_slices (apo_article_get_text (article), array, n);
    }

  return g_strdup ("");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-private.h"

/* The parts that the edits are made of. */

void
apo_edit_put_int (ApoCommand *command,
                  gpointer    item,
                  guint       field,
                  int         value)
{
  apo_command_set_field (command, APO_ITEM (item), field, g_variant_new_int32 (value));
}

/* @string may be NULL for none. */
void
apo_edit_put_string (ApoCommand *command,
                     gpointer    item,
                     guint       field,
                     const char *string)
{
  apo_command_set_field (command, APO_ITEM (item), field,
                         g_variant_new_string (string != NULL ? string : ""));
}

void
apo_edit_put_spans (ApoCommand    *command,
                    gpointer       item,
                    guint          field,
                    const ApoSpan *spans,
                    guint          n_spans)
{
  apo_command_set_field (command, APO_ITEM (item), field,
                         g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), spans, n_spans,
                                                    sizeof (ApoSpan)));
}

/**
 * apo_edit_touch:
 *
 * Says that the reader changed what the program had found, so that no analysis changes it again.
 */
void
apo_edit_touch (ApoCommand *command,
                gpointer    item)
{
  int origin = apo_item_find_field (APO_ITEM (item), "origin");

  if (origin >= 0 && apo_item_get_int (APO_ITEM (item), origin) == APO_ORIGIN_AUTO)
    apo_edit_put_int (command, item, origin, APO_ORIGIN_EDITED);
}

/**
 * apo_edit_copy_item:
 *
 * Returns: (transfer full): an item of no dossier with the fields of @item and an id of its own
 */
ApoItem *
apo_edit_copy_item (ApoDossier *dossier,
                    gpointer    item)
{
  ApoItemType type = apo_item_get_item_type (APO_ITEM (item));
  g_autofree char *id = apo_dossier_mint_id (dossier, type);
  ApoItem *copy = apo_item_new (type, id);
  guint n_fields;

  apo_item_get_fields (copy, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    apo_item_set_value (copy, i, apo_item_get_value (APO_ITEM (item), i));

  return copy;
}

/* The value of a field of references with others in the place of some, floating; NULL if it names
 * none of them. */
static GVariant *
redirect_value (GVariant   *value,
                GHashTable *replaced)
{
  g_autofree const char **refs = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  gboolean differs = FALSE;
  gsize n_refs;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      const char *ref = g_hash_table_lookup (replaced, g_variant_get_string (value, NULL));

      return ref != NULL ? g_variant_new_string (ref) : NULL;
    }

  refs = g_variant_get_strv (value, &n_refs);
  for (gsize i = 0; i < n_refs; i++)
    {
      const char *ref = g_hash_table_lookup (replaced, refs[i]);

      differs = differs || ref != NULL;
      if (ref == NULL)
        ref = refs[i];
      if (!g_ptr_array_find_with_equal_func (kept, ref, g_str_equal, NULL))
        g_ptr_array_add (kept, (char *) ref);
    }

  return differs ? g_variant_new_strv ((const char *const *) kept->pdata, kept->len) : NULL;
}

static const char *
redirect_ref (ApoItem    *item,
              guint       field,
              GHashTable *replaced)
{
  const char *id = apo_item_get_string (item, field);
  const char *other = g_hash_table_lookup (replaced, id);

  return other != NULL ? other : id;
}

/* Whether a relation or a link would lead from something to itself, or would be there twice. */
static gboolean
is_spent (ApoItem    *item,
          GHashTable *replaced,
          GHashTable *links)
{
  gboolean link = APO_IS_CLAIM_LINK (item);
  const char *from;
  const char *to;

  if (!link && !APO_IS_RELATION (item))
    return FALSE;

  from = redirect_ref (item, link ? APO_CLAIM_LINK_FIELD_FROM : APO_RELATION_FIELD_FROM, replaced);
  to = redirect_ref (item, link ? APO_CLAIM_LINK_FIELD_TO : APO_RELATION_FIELD_TO, replaced);
  if (g_str_equal (from, to))
    return TRUE;

  return link && !g_hash_table_add (links,
                                    g_strdup_printf ("%s %s %d", from, to,
                                                     apo_item_get_int (item,
                                                                       APO_CLAIM_LINK_FIELD_KIND)));
}

static void
redirect_item (ApoCommand *command,
               ApoItem    *item,
               GHashTable *replaced)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      GVariant *value = NULL;

      if (fields[i].kind == APO_FIELD_REF || fields[i].kind == APO_FIELD_REFS)
        value = redirect_value (apo_item_get_value (item, i), replaced);
      if (value != NULL)
        apo_command_set_field (command, item, i, value);
    }
}

/* The items that name any of the keys of @replaced, and all links, each once. */
static GPtrArray *
collect_naming (ApoDossier *dossier,
                GHashTable *replaced)
{
  GListModel *all_links = apo_dossier_get_items (dossier, APO_ITEM_LINK);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (replaced), (GCompareFunc) g_strcmp0);

  for (guint i = 0; i < g_list_model_get_n_items (all_links); i++)
    {
      ApoItem *item = g_list_model_get_item (all_links, i);

      g_hash_table_add (known, item);
      g_ptr_array_add (items, item);
    }
  for (GList *id = ids; id != NULL; id = id->next)
    {
      g_autoptr (GPtrArray) naming = apo_dossier_collect_referring (dossier, id->data);

      for (guint i = 0; i < naming->len; i++)
        if (g_hash_table_add (known, naming->pdata[i]))
          g_ptr_array_add (items, g_object_ref (naming->pdata[i]));
    }

  return items;
}

/**
 * apo_edit_redirect:
 * @replaced: (element-type utf8 utf8): for ids, the ids that take their place
 * @skipped: (nullable) (element-type ApoItem): items to leave alone, as a set
 *
 * Lets everything that names one of the items name the other instead; relations and links that
 * would lead from something to itself, and links that would be there twice, go.
 */
void
apo_edit_redirect (ApoCommand *command,
                   ApoDossier *dossier,
                   GHashTable *replaced,
                   GHashTable *skipped)
{
  g_autoptr (GHashTable) links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) items = collect_naming (dossier, replaced);

  for (guint i = 0; i < items->len; i++)
    {
      ApoItem *item = items->pdata[i];

      if (skipped != NULL && g_hash_table_contains (skipped, item))
        continue;
      if (is_spent (item, replaced, links))
        apo_command_remove_item (command, item);
      else
        redirect_item (command, item, replaced);
    }
}

/**
 * apo_edit_extend_log:
 * @author: (nullable): by whom
 * @why: (nullable): the reason given
 *
 * Returns: (transfer full): floating, the log of the claim with one more line
 */
GVariant *
apo_edit_extend_log (ApoClaim   *claim,
                     ApoVerdict  verdict,
                     const char *author,
                     const char *why)
{
  GVariant *log = apo_item_get_value (APO_ITEM (claim), APO_CLAIM_FIELD_LOG);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, g_variant_get_type (log));
  for (gsize i = 0; i < g_variant_n_children (log); i++)
    {
      g_autoptr (GVariant) line = g_variant_get_child_value (log, i);

      g_variant_builder_add_value (&builder, line);
    }
  g_variant_builder_add (&builder, "(xiiss)", g_get_real_time () / G_USEC_PER_SEC,
                         (int) apo_claim_get_verdict (claim), (int) verdict,
                         author != NULL ? author : "", why != NULL ? why : "");

  return g_variant_builder_end (&builder);
}

/**
 * apo_edit_find_claims:
 *
 * Returns: (transfer floating): the ids of the claims that say what stands at @span of the first
 *   article
 */
GVariant *
apo_edit_find_claims (ApoDossier *dossier,
                      ApoSpan     span)
{
  GListModel *claims = apo_dossier_get_items (dossier, APO_ITEM_CLAIM);
  GVariantBuilder found;

  g_variant_builder_init (&found, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoItem) claim = g_list_model_get_item (claims, i);
      guint n;
      const ApoSpan *spans = apo_claim_get_content (APO_CLAIM (claim), &n);

      if (apo_spans_contain (spans, n, span) && !apo_claim_is_dismissed (APO_CLAIM (claim))
          && apo_dossier_get_item_article (dossier, claim) == apo_dossier_get_article (dossier))
        g_variant_builder_add (&found, "s", apo_item_get_id (claim));
    }

  return g_variant_builder_end (&found);
}

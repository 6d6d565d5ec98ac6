/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-sources.h"

#include <glib/gi18n-lib.h>

#include "apo-edit-private.h"

static GVariant *
make_string (const char *string)
{
  return g_variant_new_string (string != NULL ? string : "");
}

/* The value of a field of a source, floating; NULL for one that @info does not say. */
static GVariant *
get_info_value (const ApoSourceInfo *info,
                guint                field)
{
  switch (field)
    {
    case APO_SOURCE_FIELD_STANCE:
      return g_variant_new_int32 (info->stance);
    case APO_SOURCE_FIELD_URL:
      return make_string (info->url);
    case APO_SOURCE_FIELD_TITLE:
      return make_string (info->title);
    case APO_SOURCE_FIELD_PUBLISHER:
      return make_string (info->publisher);
    case APO_SOURCE_FIELD_CONSULTED:
      return g_variant_new_int32 (info->consulted);
    case APO_SOURCE_FIELD_QUOTATION:
      return make_string (info->quotation);
    case APO_SOURCE_FIELD_FILE:
      return make_string (info->file);
    case APO_SOURCE_FIELD_FILE_SHA256:
      return make_string (info->file_sha256);
    case APO_SOURCE_FIELD_FILE_SIZE:
      return g_variant_new_int64 (info->file_size);
    default:
      return NULL;
    }
}

/**
 * apo_edit_add_source:
 *
 * Returns: (transfer none): the new source of @claim
 */
ApoSource *
apo_edit_add_source (ApoHistory          *history,
                     ApoClaim            *claim,
                     const ApoSourceInfo *info)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autofree char *id = apo_dossier_mint_id (dossier, APO_ITEM_SOURCE);
  g_autoptr (ApoItem) source = apo_item_new (APO_ITEM_SOURCE, id);
  ApoCommand *command = apo_command_new (_("New source"));

  for (guint i = 0; i < APO_SOURCE_N_FIELDS; i++)
    {
      GVariant *value = get_info_value (info, i);

      if (value != NULL)
        apo_item_set_value (source, i, value);
    }
  apo_item_set_value (source, APO_SOURCE_FIELD_CLAIM,
                      g_variant_new_string (apo_item_get_id (APO_ITEM (claim))));
  apo_item_set_value (source, APO_SOURCE_FIELD_CREATED,
                      g_variant_new_int64 (g_get_real_time () / G_USEC_PER_SEC));
  apo_command_add_item (command, source);
  apo_history_execute (history, command);

  return APO_SOURCE (apo_dossier_lookup (dossier, id));
}

/**
 * apo_edit_change_source:
 *
 * Gives a source all that @info says.
 */
void
apo_edit_change_source (ApoHistory          *history,
                        ApoSource           *source,
                        const ApoSourceInfo *info)
{
  ApoCommand *command = apo_command_new (_("Change a source"));

  for (guint i = 0; i < APO_SOURCE_N_FIELDS; i++)
    {
      GVariant *value = get_info_value (info, i);

      if (value != NULL)
        apo_command_set_field (command, APO_ITEM (source), i, value);
    }
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_source_string:
 * @field: a field of words
 *
 * May be called while the reader types: what is typed into one field is one command.
 */
void
apo_edit_set_source_string (ApoHistory *history,
                            ApoSource  *source,
                            guint       field,
                            const char *string)
{
  g_autofree char *key = g_strdup_printf ("source %s %u", apo_item_get_id (APO_ITEM (source)),
                                          field);
  ApoCommand *command = apo_command_new (_("Change a source"));

  apo_command_set_merge_key (command, key);
  apo_edit_put_string (command, source, field, string);
  apo_history_execute (history, command);
}

void
apo_edit_set_source_stance (ApoHistory     *history,
                            ApoSource      *source,
                            ApoSourceStance stance)
{
  /* Translators: a line of the undo list; %s is what a source does, such as “Contradicts” */
  g_autofree char *name = g_strdup_printf (_("Source: %s"), apo_source_stance_get_label (stance));
  ApoCommand *command = apo_command_new (name);

  apo_edit_put_int (command, source, APO_SOURCE_FIELD_STANCE, stance);
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_source_day:
 * @consulted: the day on which the reader saw it, or %APO_DAY_NONE
 */
void
apo_edit_set_source_day (ApoHistory *history,
                         ApoSource  *source,
                         ApoDay      consulted)
{
  ApoCommand *command = apo_command_new (_("Change a source"));

  apo_edit_put_int (command, source, APO_SOURCE_FIELD_CONSULTED, consulted);
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_source_file:
 * @name: (nullable): of a file that the reader keeps; %NULL for none
 * @sha256: (nullable): of its bytes, in hexadecimal
 * @size: in bytes
 */
void
apo_edit_set_source_file (ApoHistory *history,
                          ApoSource  *source,
                          const char *name,
                          const char *sha256,
                          gint64      size)
{
  ApoCommand *command = apo_command_new (name != NULL ? _("Attach a file")
                                                      : _("Take a file away"));

  apo_edit_put_string (command, source, APO_SOURCE_FIELD_FILE, name);
  apo_edit_put_string (command, source, APO_SOURCE_FIELD_FILE_SHA256, name != NULL ? sha256 : NULL);
  apo_command_set_field (command, APO_ITEM (source), APO_SOURCE_FIELD_FILE_SIZE,
                         g_variant_new_int64 (name != NULL ? size : 0));
  apo_history_execute (history, command);
}

void
apo_edit_remove_source (ApoHistory *history,
                        ApoSource  *source)
{
  ApoCommand *command = apo_command_new (_("Remove a source"));

  apo_command_remove_item (command, APO_ITEM (source));
  apo_history_execute (history, command);
}

/* The items of @type that name @claim in one of two fields. */
static GListModel *
list_naming (ApoDossier *dossier,
             ApoItemType type,
             ApoClaim   *claim,
             guint       field,
             guint       other_field)
{
  GListModel *items = apo_dossier_get_items (dossier, type);
  GListStore *found = g_list_store_new (apo_item_type_get_gtype (type));
  const char *id = apo_item_get_id (APO_ITEM (claim));

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);

      if (apo_item_refers_to (item, field, id) || apo_item_refers_to (item, other_field, id))
        g_list_store_append (found, item);
    }

  return G_LIST_MODEL (found);
}

/**
 * apo_dossier_list_sources:
 *
 * Returns: (transfer full): the sources of @claim as of now
 */
GListModel *
apo_dossier_list_sources (ApoDossier *dossier,
                          ApoClaim   *claim)
{
  return list_naming (dossier, APO_ITEM_SOURCE, claim, APO_SOURCE_FIELD_CLAIM,
                      APO_SOURCE_FIELD_CLAIM);
}

/**
 * apo_dossier_list_links:
 *
 * Returns: (transfer full): the links from and to @claim as of now
 */
GListModel *
apo_dossier_list_links (ApoDossier *dossier,
                        ApoClaim   *claim)
{
  return list_naming (dossier, APO_ITEM_LINK, claim, APO_CLAIM_LINK_FIELD_FROM,
                      APO_CLAIM_LINK_FIELD_TO);
}

/* The link of that kind between both, borrowed; in either direction where it has none. */
static ApoClaimLink *
find_link (ApoDossier *dossier,
           const char *from,
           const char *to,
           ApoLinkKind kind)
{
  GListModel *links = apo_dossier_get_items (dossier, APO_ITEM_LINK);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (ApoClaimLink) link = g_list_model_get_item (links, i);
      const char *own_from = apo_claim_link_get_from (link);
      const char *own_to = apo_claim_link_get_to (link);

      if (apo_claim_link_get_kind (link) == kind
          && ((g_str_equal (own_from, from) && g_str_equal (own_to, to))
              || (!apo_link_kind_is_directed (kind)
                  && g_str_equal (own_from, to) && g_str_equal (own_to, from))))
        return link;
    }

  return NULL;
}

/**
 * apo_edit_add_link:
 *
 * Returns: (transfer none) (nullable): the link between both claims, which may have been there;
 *   %NULL if they are one
 */
ApoClaimLink *
apo_edit_add_link (ApoHistory *history,
                   ApoClaim   *from,
                   ApoClaim   *to,
                   ApoLinkKind kind)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  const char *from_id = apo_item_get_id (APO_ITEM (from));
  const char *to_id = apo_item_get_id (APO_ITEM (to));
  ApoClaimLink *known = find_link (dossier, from_id, to_id, kind);
  g_autoptr (ApoItem) link = NULL;
  g_autofree char *id = NULL;
  ApoCommand *command;

  if (known != NULL || from == to)
    return known;

  id = apo_dossier_mint_id (dossier, APO_ITEM_LINK);
  link = apo_item_new (APO_ITEM_LINK, id);
  apo_item_set_value (link, APO_CLAIM_LINK_FIELD_FROM, g_variant_new_string (from_id));
  apo_item_set_value (link, APO_CLAIM_LINK_FIELD_TO, g_variant_new_string (to_id));
  apo_item_set_value (link, APO_CLAIM_LINK_FIELD_KIND, g_variant_new_int32 (kind));
  command = apo_command_new (_("Link two claims"));
  apo_command_add_item (command, link);
  apo_history_execute (history, command);

  return APO_CLAIM_LINK (apo_dossier_lookup (dossier, id));
}

void
apo_edit_set_link_kind (ApoHistory   *history,
                        ApoClaimLink *link,
                        ApoLinkKind   kind)
{
  /* Translators: a line of the undo list; %s is a kind of link, such as “Depends on” */
  g_autofree char *name = g_strdup_printf (_("Link: %s"), apo_link_kind_get_label (kind));
  ApoCommand *command = apo_command_new (name);

  apo_edit_put_int (command, link, APO_CLAIM_LINK_FIELD_KIND, kind);
  apo_history_execute (history, command);
}

/**
 * apo_edit_turn_link:
 *
 * Lets the link lead the other way.
 */
void
apo_edit_turn_link (ApoHistory   *history,
                    ApoClaimLink *link)
{
  ApoCommand *command = apo_command_new (_("Turn a link round"));
  g_autofree char *from = g_strdup (apo_claim_link_get_from (link));

  apo_edit_put_string (command, link, APO_CLAIM_LINK_FIELD_FROM, apo_claim_link_get_to (link));
  apo_edit_put_string (command, link, APO_CLAIM_LINK_FIELD_TO, from);
  apo_history_execute (history, command);
}

void
apo_edit_remove_link (ApoHistory   *history,
                      ApoClaimLink *link)
{
  ApoCommand *command = apo_command_new (_("Remove a link"));

  apo_command_remove_item (command, APO_ITEM (link));
  apo_history_execute (history, command);
}

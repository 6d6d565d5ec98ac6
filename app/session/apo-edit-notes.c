/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-notes.h"

#include <glib/gi18n-lib.h>

#include "apo-edit-private.h"

static GVariant *
make_now (void)
{
  return g_variant_new_int64 (g_get_real_time () / G_USEC_PER_SEC);
}

static ApoNote *
add_note (ApoHistory *history,
          ApoItem    *target,
          ApoSpan     span,
          const char *text,
          const char *author)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autofree char *id = apo_dossier_mint_id (dossier, APO_ITEM_NOTE);
  g_autoptr (ApoItem) note = apo_item_new (APO_ITEM_NOTE, id);
  ApoCommand *command = apo_command_new (_("New note"));

  if (target != NULL)
    apo_item_set_value (note, APO_NOTE_FIELD_TARGET,
                        g_variant_new_string (apo_item_get_id (target)));
  if (apo_span_get_length (span) > 0)
    {
      ApoItem *article = APO_ITEM (apo_dossier_get_article (dossier));

      apo_item_set_value (note, APO_NOTE_FIELD_ARTICLE,
                          g_variant_new_string (apo_item_get_id (article)));
      apo_item_set_value (note, APO_NOTE_FIELD_SPAN,
                          g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1,
                                                     sizeof span));
    }
  apo_item_set_value (note, APO_NOTE_FIELD_TEXT, g_variant_new_string (text));
  apo_item_set_value (note, APO_NOTE_FIELD_AUTHOR,
                      g_variant_new_string (author != NULL ? author : ""));
  apo_item_set_value (note, APO_NOTE_FIELD_CREATED, make_now ());
  apo_item_set_value (note, APO_NOTE_FIELD_CHANGED, make_now ());
  apo_command_add_item (command, note);
  apo_history_execute (history, command);

  return APO_NOTE (apo_dossier_lookup (dossier, id));
}

/**
 * apo_edit_add_note:
 * @target: (nullable): what the note is about; %NULL for the whole dossier
 * @author: (nullable): who writes it
 *
 * Returns: (transfer none): the note
 */
ApoNote *
apo_edit_add_note (ApoHistory *history,
                   ApoItem    *target,
                   const char *text,
                   const char *author)
{
  return add_note (history, target, APO_SPAN (0, 0), text, author);
}

/**
 * apo_edit_add_note_on_span:
 * @span: of the text of the first article
 * @author: (nullable): who writes it
 *
 * Returns: (transfer none): the note
 */
ApoNote *
apo_edit_add_note_on_span (ApoHistory *history,
                           ApoSpan     span,
                           const char *text,
                           const char *author)
{
  return add_note (history, NULL, span, text, author);
}

/**
 * apo_edit_set_note_text:
 *
 * To be called while the reader types: what is typed without a pause for something else is one
 * command.
 */
void
apo_edit_set_note_text (ApoHistory *history,
                        ApoNote    *note,
                        const char *text)
{
  g_autofree char *key = g_strconcat ("note ", apo_item_get_id (APO_ITEM (note)), NULL);
  ApoCommand *command;

  if (g_str_equal (apo_note_get_text (note), text))
    return;

  command = apo_command_new (_("Change a note"));
  apo_command_set_merge_key (command, key);
  apo_edit_put_string (command, note, APO_NOTE_FIELD_TEXT, text);
  apo_command_set_field (command, APO_ITEM (note), APO_NOTE_FIELD_CHANGED, make_now ());
  apo_history_execute (history, command);
}

void
apo_edit_remove_note (ApoHistory *history,
                      ApoNote    *note)
{
  ApoCommand *command = apo_command_new (_("Remove a note"));

  apo_command_remove_item (command, APO_ITEM (note));
  apo_history_execute (history, command);
}

/**
 * apo_dossier_list_notes:
 *
 * Returns: (transfer full): the notes about @target as of now
 */
GListModel *
apo_dossier_list_notes (ApoDossier *dossier,
                        ApoItem    *target)
{
  GListModel *notes = apo_dossier_get_items (dossier, APO_ITEM_NOTE);
  GListStore *found = g_list_store_new (APO_TYPE_NOTE);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (ApoNote) note = g_list_model_get_item (notes, i);

      if (g_str_equal (apo_note_get_target (note), apo_item_get_id (target)))
        g_list_store_append (found, note);
    }

  return G_LIST_MODEL (found);
}

static ApoSavedView *
find_view (ApoDossier *dossier,
           const char *name)
{
  GListModel *views = apo_dossier_get_items (dossier, APO_ITEM_VIEW);

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (ApoSavedView) view = g_list_model_get_item (views, i);

      if (g_str_equal (apo_saved_view_get_name (view), name))
        return view;
    }

  return NULL;
}

/**
 * apo_edit_save_view:
 * @name: not empty; a view of that name is replaced
 *
 * Returns: (transfer none): the view
 */
ApoSavedView *
apo_edit_save_view (ApoHistory          *history,
                    const char          *name,
                    const ApoClaimQuery *query)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  ApoSavedView *known = find_view (dossier, name);
  g_autofree char *id = known != NULL ? g_strdup (apo_item_get_id (APO_ITEM (known)))
                                      : apo_dossier_mint_id (dossier, APO_ITEM_VIEW);
  g_autoptr (ApoItem) view = known != NULL ? g_object_ref (APO_ITEM (known))
                                           : apo_item_new (APO_ITEM_VIEW, id);
  /* Translators: a line of the undo list; %s is the name of a choice of claims */
  g_autofree char *title = g_strdup_printf (_("Save the view “%s”"), name);
  ApoCommand *command = apo_command_new (title);

  if (known == NULL)
    apo_item_set_value (view, APO_SAVED_VIEW_FIELD_NAME, g_variant_new_string (name));
  for (guint i = 0; i < APO_SAVED_VIEW_N_FIELDS; i++)
    {
      GVariant *value = apo_claim_query_get_value (query, i);

      if (value != NULL && known != NULL)
        apo_command_set_field (command, view, i, value);
      else if (value != NULL)
        apo_item_set_value (view, i, value);
    }
  if (known == NULL)
    apo_command_add_item (command, view);
  apo_history_execute (history, command);

  return APO_SAVED_VIEW (apo_dossier_lookup (dossier, id));
}

void
apo_edit_rename_view (ApoHistory   *history,
                      ApoSavedView *view,
                      const char   *name)
{
  ApoCommand *command = apo_command_new (_("Rename a view"));

  apo_edit_put_string (command, view, APO_SAVED_VIEW_FIELD_NAME, name);
  apo_history_execute (history, command);
}

void
apo_edit_remove_view (ApoHistory   *history,
                      ApoSavedView *view)
{
  ApoCommand *command = apo_command_new (_("Remove a view"));

  apo_command_remove_item (command, APO_ITEM (view));
  apo_history_execute (history, command);
}

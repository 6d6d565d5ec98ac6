/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-replace-list.h"

/* Cue, source and disclaimers go with their claim; alone they are of interest only where that is
 * there and they are not. */
static gboolean
is_listed (ApoReanchor *reanchor,
           guint        target,
           gboolean     main_is_placed)
{
  const ApoReanchorTarget *passage = apo_reanchor_get_target (reanchor, target);

  return passage->is_main || (main_is_placed && passage->place.state >= APO_PLACE_ASK);
}

static gboolean
is_main_placed (ApoReanchor *reanchor,
                guint        first,
                guint        end)
{
  for (guint i = first; i < end; i++)
    {
      const ApoReanchorTarget *target = apo_reanchor_get_target (reanchor, i);

      if (target->is_main && target->place.state >= APO_PLACE_ASK)
        return FALSE;
    }

  return TRUE;
}

/* The first target after those of the item that @first belongs to. */
static guint
find_next_item (ApoReanchor *reanchor,
                guint        first)
{
  const char *id = apo_reanchor_get_target (reanchor, first)->id;
  guint end = first + 1;

  while (end < apo_reanchor_get_n_targets (reanchor)
         && g_str_equal (apo_reanchor_get_target (reanchor, end)->id, id))
    end++;

  return end;
}

static char *
dup_key (ApoReplaceItem *item)
{
  const ApoReanchorTarget *target = apo_replace_item_get_target (item);

  return g_strdup_printf ("%s/%u/%u", target->id, target->field, target->index);
}

/* The answers that were given already, to be looked up by passage. */
static GHashTable *
collect_answers (GListModel *earlier)
{
  GHashTable *answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (earlier); i++)
    {
      ApoReplaceItem *item = g_list_model_get_item (earlier, i);

      g_hash_table_insert (answers, dup_key (item), item);
    }

  return answers;
}

static void
add_item (GPtrArray   *items,
          ApoDossier  *dossier,
          ApoReanchor *reanchor,
          guint        target,
          GHashTable  *answers)
{
  ApoReplaceItem *item = apo_replace_item_new (dossier, reanchor, target);
  g_autofree char *key = dup_key (item);
  ApoReplaceItem *answered = g_hash_table_lookup (answers, key);

  if (answered != NULL)
    apo_replace_item_copy_answer (item, answered);
  g_ptr_array_add (items, item);
}

/**
 * apo_replace_list_new:
 * @reanchor: one that was run, and that outlives the items
 * @earlier: (element-type ApoReplaceItem): of an earlier run with the same text, whose answers are
 *   taken over
 *
 * Returns: (transfer full) (element-type ApoReplaceItem): the passages that the reader may want to
 *   see, sorted
 */
GPtrArray *
apo_replace_list_new (ApoDossier  *dossier,
                      ApoReanchor *reanchor,
                      GListModel  *earlier)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) answers = collect_answers (earlier);
  guint n = apo_reanchor_get_n_targets (reanchor);
  guint end = 0;

  for (guint first = 0; first < n; first = end)
    {
      gboolean placed;

      end = find_next_item (reanchor, first);
      placed = is_main_placed (reanchor, first, end);
      for (guint i = first; i < end; i++)
        if (is_listed (reanchor, i, placed))
          add_item (items, dossier, reanchor, i, answers);
    }
  g_ptr_array_sort (items, apo_replace_item_compare);

  return items;
}

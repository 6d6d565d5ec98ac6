/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-merge-private.h"
#include "apo-reanchor-private.h"

/* Who reports each claim in the merged dossier: char* → char*, both borrowed. */
static GHashTable *
collect_reporters (ApoMerge *self)
{
  GHashTable *reporters = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *claims = apo_dossier_get_items (self->map->mine, APO_ITEM_CLAIM);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);

      g_hash_table_insert (reporters, (char *) apo_item_get_id (APO_ITEM (claim)),
                           (char *) apo_claim_get_reported_by (claim));
    }
  for (guint i = 0; i < self->added->len; i++)
    if (APO_IS_CLAIM (self->added->pdata[i]))
      g_hash_table_insert (reporters, (char *) apo_item_get_id (self->added->pdata[i]),
                           (char *) apo_claim_get_reported_by (self->added->pdata[i]));
  for (guint i = 0; i < self->settings->len; i++)
    {
      const ApoMergeSetting *setting = &g_array_index (self->settings, ApoMergeSetting, i);

      if (APO_IS_CLAIM (setting->item) && setting->field == APO_CLAIM_FIELD_REPORTED_BY)
        g_hash_table_insert (reporters, (char *) apo_item_get_id (setting->item),
                             (char *) g_variant_get_string (setting->value, NULL));
    }
  for (guint i = 0; i < self->disputes->len; i++)
    {
      const ApoMergeSetting *dispute = &g_array_index (self->disputes, ApoMergeSetting, i);

      if (APO_IS_CLAIM (dispute->item) && dispute->field == APO_CLAIM_FIELD_REPORTED_BY
          && apo_merge_get_conflict (self, i)->side == APO_MERGE_THEIRS)
        g_hash_table_insert (reporters, (char *) apo_item_get_id (dispute->item),
                             (char *) g_variant_get_string (dispute->value, NULL));
    }

  return reporters;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Claims that would report one another in a circle, because each copy made a part of it, are cut
 * where the circle closes, in the order of the ids: the same whoever merges. */
static void
cut_circles (ApoMerge   *self,
             ApoCommand *command)
{
  g_autoptr (GHashTable) reporters = collect_reporters (self);
  g_autoptr (GHashTable) rounds = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, reporters);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, id);
  g_ptr_array_sort (ids, compare_strings);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *next = ids->pdata[i];
      const char *last = NULL;

      while (next != NULL && *next != '\0' && !g_hash_table_contains (rounds, next))
        {
          g_hash_table_insert (rounds, (char *) next, GUINT_TO_POINTER (i));
          last = next;
          next = g_hash_table_lookup (reporters, next);
        }
      if (last != NULL && next != NULL && *next != '\0'
          && g_hash_table_lookup (rounds, next) == GUINT_TO_POINTER (i))
        {
          ApoItem *claim = apo_dossier_lookup (self->map->mine, last);

          for (guint j = 0; claim == NULL && j < self->added->len; j++)
            if (g_str_equal (apo_item_get_id (self->added->pdata[j]), last))
              claim = self->added->pdata[j];
          apo_command_set_field (command, claim, APO_CLAIM_FIELD_REPORTED_BY,
                                 g_variant_new_string (""));
        }
    }
}

/* Writes down which state of the other copy has come in. */
static void
note_hash (ApoMerge   *self,
           ApoCommand *command)
{
  ApoItem *article = APO_ITEM (apo_dossier_get_article (self->map->mine));
  g_autofree char *hash = apo_merge_dup_hash (self->map->theirs);
  g_auto (GStrv) merged = NULL;
  GVariantBuilder builder;

  for (guint i = 0; i < self->settings->len; i++)
    {
      const ApoMergeSetting *setting = &g_array_index (self->settings, ApoMergeSetting, i);

      if (setting->item == article && setting->field == APO_ARTICLE_FIELD_MERGED)
        merged = g_variant_dup_strv (setting->value, NULL);
    }
  if (merged == NULL)
    merged = apo_item_dup_refs (article, APO_ARTICLE_FIELD_MERGED);
  if (g_strv_contains ((const char *const *) merged, hash))
    return;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; merged[i] != NULL; i++)
    g_variant_builder_add (&builder, "s", merged[i]);
  g_variant_builder_add (&builder, "s", hash);
  apo_command_set_field (command, article, APO_ARTICLE_FIELD_MERGED,
                         g_variant_builder_end (&builder));
}

/* Sets a field; with the text that an item stands in, also the passages of it. */
static void
set_value (ApoCommand    *command,
           const ApoMergeSetting *setting)
{
  g_autofree GVariant **passages = NULL;
  guint n_fields;

  if (setting->theirs == NULL)
    {
      apo_command_set_field (command, setting->item, setting->field, setting->value);
      return;
    }

  apo_item_get_fields (setting->item, &n_fields);
  passages = g_new0 (GVariant *, n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (apo_merge_is_passage (setting->item, i))
      passages[i] = apo_item_get_value (setting->theirs, i);
  apo_reanchor_relocate (command, setting->item, g_variant_get_string (setting->value, NULL),
                         passages);
}

/* Something that comes in, and where it stands; nowhere is behind everything. */
typedef struct {
  ApoItem *item;
  guint start;
} Arrival;

static guint
get_start (ApoDossier *dossier,
           ApoItem    *item)
{
  ApoSpan span;

  return apo_dossier_get_item_span (dossier, item, &span) ? span.start : G_MAXUINT;
}

static int
compare_arrivals (gconstpointer a,
                  gconstpointer b)
{
  const Arrival *x = a;
  const Arrival *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;

  return strcmp (apo_item_get_id (x->item), apo_item_get_id (y->item));
}

/* Adds what comes in of one type where the order of the text wants it, all in one go. */
static void
add_items (ApoMerge   *self,
           ApoCommand *command,
           ApoItemType type)
{
  GListModel *items = apo_dossier_get_items (self->map->mine, type);
  guint n_items = g_list_model_get_n_items (items);
  g_autoptr (GArray) arrivals = g_array_new (FALSE, FALSE, sizeof (Arrival));
  guint passed = 0;

  for (guint i = 0; i < self->added->len; i++)
    {
      ApoItem *item = self->added->pdata[i];
      Arrival arrival = { item, get_start (self->map->mine, item) };

      if (apo_item_get_item_type (arrival.item) == type)
        g_array_append_val (arrivals, arrival);
    }
  g_array_sort (arrivals, compare_arrivals);

  for (guint i = 0; i < arrivals->len; i++)
    {
      const Arrival *arrival = &g_array_index (arrivals, Arrival, i);

      for (; passed < n_items; passed++)
        {
          g_autoptr (ApoItem) item = g_list_model_get_item (items, passed);
          guint start = get_start (self->map->mine, item);

          if (start != G_MAXUINT && start > arrival->start)
            break;
        }
      apo_command_insert_item (command, arrival->item, passed + i);
    }
}

/**
 * apo_merge_apply:
 * @merge: one without unsettled conflicts
 *
 * Returns: (transfer full): all of it as one command, which is empty if there is nothing that is
 *   not here already
 */
ApoCommand *
apo_merge_apply (ApoMerge *merge)
{
  /* Translators: a line of the undo list; %s is the name of another copy of the dossier */
  g_autofree char *name = g_strdup_printf (_("Merge from “%s”"), merge->name);
  ApoCommand *command = apo_command_new (name);
  gboolean any = merge->changes->len > 0;

  g_return_val_if_fail (apo_merge_get_n_unsettled (merge) == 0, command);

  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    add_items (merge, command, type);
  for (guint i = 0; i < merge->settings->len; i++)
    set_value (command, &g_array_index (merge->settings, ApoMergeSetting, i));
  for (guint i = 0; i < merge->extras->len; i++)
    {
      const ApoMergeExtra *extra = &g_array_index (merge->extras, ApoMergeExtra, i);

      apo_command_set_extra (command, extra->item, extra->json);
    }
  for (guint i = 0; i < merge->disputes->len; i++)
    {
      const ApoMergeSetting *dispute = &g_array_index (merge->disputes, ApoMergeSetting, i);

      if (apo_merge_get_conflict (merge, i)->side != APO_MERGE_THEIRS)
        continue;
      set_value (command, dispute);
      any = TRUE;
    }
  cut_circles (merge, command);
  if (any)
    note_hash (merge, command);
  for (guint i = 0; i < merge->removed->len; i++)
    apo_command_remove_item (command, merge->removed->pdata[i]);

  return command;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-merge.h"

#include <glib/gi18n-lib.h>

#include "apo-merge-private.h"
#include "apo-merge-value.h"
#include "apo-reanchor-private.h"

G_DEFINE_QUARK (apo-merge-error-quark, apo_merge_error)

static void
setting_clear (ApoMergeSetting *setting)
{
  g_object_unref (setting->item);
  g_variant_unref (setting->value);
  g_clear_object (&setting->theirs);
}

static void
extra_clear (ApoMergeExtra *extra)
{
  g_object_unref (extra->item);
  g_free (extra->json);
}

static void
change_clear (ApoMergeChange *change)
{
  g_free (change->id);
  g_free (change->label);
  g_free (change->key);
  g_free (change->value);
}

static void
conflict_clear (ApoMergeConflict *conflict)
{
  g_free (conflict->id);
  g_free (conflict->label);
  g_free (conflict->key);
  g_free (conflict->mine);
  g_free (conflict->theirs);
  g_free (conflict->base);
  g_free (conflict->my_hand.by);
  g_free (conflict->their_hand.by);
}

static void
add_change (ApoMerge    *self,
            ApoMergeKind kind,
            ApoItem     *item,
            char        *label,
            const char  *key,
            char        *value)
{
  ApoMergeChange change = {
    kind, apo_item_get_item_type (item), g_strdup (apo_item_get_id (item)), label, g_strdup (key),
    value,
  };

  g_array_append_val (self->changes, change);
}

static void
add_conflict (ApoMerge        *self,
              ApoMergeSetting *dispute,
              ApoItem         *their_item,
              GVariant        *base)
{
  ApoDossier *mine = self->map->mine;
  ApoDossier *theirs = self->map->theirs;
  ApoItem *item = dispute->item;
  ApoMergeConflict conflict = {
    .type = apo_item_get_item_type (item),
    .id = g_strdup (apo_item_get_id (item)),
    .label = apo_dossier_dup_item_text (mine, item),
    .key = g_strdup (apo_merge_get_field (item, dispute->field)->key),
    .mine = apo_merge_dup_display (mine, theirs, item, dispute->field,
                                   apo_item_get_value (item, dispute->field)),
    .theirs = apo_merge_dup_display (mine, theirs, item, dispute->field, dispute->value),
    .base = base != NULL ? apo_merge_dup_display (mine, theirs, item, dispute->field, base) : NULL,
  };

  apo_merge_describe_conflict (dispute, their_item, &conflict);
  g_array_append_val (self->conflicts, conflict);
}

/* Whether the verdict of one copy goes on from that of the other: its log begins with the other's.
 * */
static gboolean
continues (ApoItem *later,
           ApoItem *earlier)
{
  GVariant *more = apo_item_get_value (later, APO_CLAIM_FIELD_LOG);
  GVariant *less = apo_item_get_value (earlier, APO_CLAIM_FIELD_LOG);

  if (g_variant_n_children (more) <= g_variant_n_children (less))
    return FALSE;

  for (gsize i = 0; i < g_variant_n_children (less); i++)
    {
      g_autoptr (GVariant) a = g_variant_get_child_value (more, i);
      g_autoptr (GVariant) b = g_variant_get_child_value (less, i);

      if (!g_variant_equal (a, b))
        return FALSE;
    }

  return TRUE;
}

/* What a field is to be compared with, where no base is known: the copy whose log goes on from that
 * of the other has the newer verdict. */
static GVariant *
get_base_value (ApoItem *base,
                ApoItem *mine,
                ApoItem *theirs,
                guint    field)
{
  if (base != NULL)
    return apo_item_get_value (base, field);
  if (!APO_IS_CLAIM (mine)
      || (field != APO_CLAIM_FIELD_VERDICT && field != APO_CLAIM_FIELD_CONFIDENCE
          && field != APO_CLAIM_FIELD_STATUS))
    return NULL;
  if (continues (theirs, mine))
    return apo_item_get_value (mine, field);
  if (continues (mine, theirs))
    return apo_item_get_value (theirs, field);

  return NULL;
}

/* Whether an item of theirs stands just where one of mine, or of the base, does. */
static gboolean
stands_alike (ApoMerge *self,
              ApoItem  *theirs,
              ApoItem  *other)
{
  int article = apo_item_find_article (theirs);
  guint n_fields;

  apo_item_get_fields (theirs, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (GVariant) value = NULL;

      if (!apo_merge_is_passage (theirs, i) && (int) i != article)
        continue;
      value = apo_merge_map_value (self->map, theirs, i);
      if (!g_variant_equal (value, apo_item_get_value (other, i)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_current (ApoDossier *dossier,
            ApoItem    *item)
{
  return apo_reanchor_is_of (dossier, item, apo_dossier_get_article (dossier));
}

/* Adds that an item may go, with all its passages, to the text that it stands in over there. */
static void
add_place_conflict (ApoMerge *self,
                    ApoMergeSetting  *dispute,
                    ApoItem  *base)
{
  ApoItem *item = dispute->item;
  ApoMergeConflict conflict = {
    .type = apo_item_get_item_type (item),
    .id = g_strdup (apo_item_get_id (item)),
    .label = apo_dossier_dup_item_text (self->map->mine, item),
    .key = g_strdup (apo_merge_get_field (item, dispute->field)->key),
    .mine = apo_dossier_dup_item_text (self->map->mine, item),
    .theirs = apo_dossier_dup_item_text (self->map->theirs, dispute->theirs),
    .base = base != NULL ? apo_dossier_dup_item_text (self->map->base, base) : NULL,
  };

  apo_merge_describe_conflict (dispute, dispute->theirs, &conflict);
  g_array_append_val (self->conflicts, conflict);
}

/* An item that stands in different texts in the two copies: its place is one value, with all its
 * passages.  Without a base, one in the current text is newer than one in an older version. */
static void
merge_place (ApoMerge *self,
             ApoItem  *mine,
             ApoItem  *theirs,
             ApoItem  *base)
{
  guint field = apo_item_find_article (mine);
  ApoMergeSetting setting = { g_object_ref (mine), field,
                      apo_merge_map_value (self->map, theirs, field), g_object_ref (theirs) };
  gboolean my_current = is_current (self->map->mine, mine);
  gboolean their_current = is_current (self->map->theirs, theirs);

  if ((base != NULL && stands_alike (self, theirs, base))
      || (base == NULL && my_current && !their_current))
    setting_clear (&setting);
  else if ((base != NULL && stands_alike (self, mine, base))
           || (base == NULL && their_current && !my_current))
    {
      g_array_append_val (self->settings, setting);
      add_change (self, APO_MERGE_CHANGED, mine, apo_dossier_dup_item_text (self->map->mine, mine),
                  apo_merge_get_field (mine, field)->key,
                  apo_dossier_dup_item_text (self->map->theirs, theirs));
    }
  else
    {
      g_array_append_val (self->disputes, setting);
      add_place_conflict (self, &setting, base);
    }
}

/* Whether the two copies have the item in different texts. */
static gboolean
is_apart (ApoMerge *self,
          ApoItem  *mine,
          ApoItem  *theirs)
{
  int field = apo_item_find_article (mine);
  g_autoptr (GVariant) value = NULL;

  if (field < 0)
    return FALSE;
  value = apo_merge_map_value (self->map, theirs, field);

  return !g_variant_equal (value, apo_item_get_value (mine, field));
}

static void
merge_extra (ApoMerge *self,
             ApoItem  *mine,
             ApoItem  *theirs,
             ApoItem  *base)
{
  const char *present = apo_item_get_extra (mine);
  g_autofree char *json = NULL;
  ApoMergeExtra extra;

  if (g_strcmp0 (present, apo_item_get_extra (theirs)) == 0)
    return;
  json = apo_merge_dup_extra (present, apo_item_get_extra (theirs),
                              base != NULL ? apo_item_get_extra (base) : NULL);
  if (g_strcmp0 (present, json) == 0)
    return;

  extra.item = g_object_ref (mine);
  extra.json = g_steal_pointer (&json);
  g_array_append_val (self->extras, extra);
  add_change (self, APO_MERGE_CHANGED, mine, apo_dossier_dup_item_text (self->map->mine, mine),
              "extra", NULL);
}

static void
merge_item (ApoMerge *self,
            ApoItem  *mine,
            ApoItem  *theirs)
{
  ApoItem *base = g_str_equal (apo_item_get_id (mine), apo_item_get_id (theirs))
                    ? apo_merge_map_find_base (self->map, mine) : NULL;
  gboolean apart = is_apart (self, mine, theirs);
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (mine, &n_fields);

  if (apart)
    merge_place (self, mine, theirs, base);
  merge_extra (self, mine, theirs, base);

  for (guint i = 0; i < n_fields; i++)
    {
      GVariant *was = get_base_value (base, mine, theirs, i);
      g_autoptr (GVariant) other = NULL;
      ApoMergeSetting setting = { mine, i, NULL, NULL };

      if (apart && (apo_merge_is_passage (mine, i) || (int) i == apo_item_find_article (mine)))
        continue;
      other = apo_merge_map_value (self->map, theirs, i);

      switch (apo_merge_value (mine, i, apo_item_get_value (mine, i), other, was, &setting.value))
        {
        case APO_MERGED_TAKE:
          g_object_ref (mine);
          g_array_append_val (self->settings, setting);
          add_change (self, APO_MERGE_CHANGED, mine,
                      apo_dossier_dup_item_text (self->map->mine, mine), fields[i].key,
                      apo_merge_dup_display (self->map->mine, self->map->theirs, mine, i,
                                             setting.value));
          break;
        case APO_MERGED_CONFLICT:
          g_object_ref (mine);
          setting.value = g_steal_pointer (&other);
          g_array_append_val (self->disputes, setting);
          add_conflict (self, &setting, theirs, was);
          break;
        case APO_MERGED_KEEP:
        default:
          break;
        }
    }
}

/* An item of theirs as it will be in the merged dossier. */
static ApoItem *
build_item (ApoMerge *self,
            ApoItem  *theirs)
{
  const char *id = g_hash_table_lookup (self->map->ids, apo_item_get_id (theirs));
  ApoItem *item = apo_item_new (apo_item_get_item_type (theirs), id);
  guint n_fields;

  apo_item_get_fields (theirs, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (GVariant) value = apo_merge_map_value (self->map, theirs, i);

      apo_item_set_value (item, i, value);
    }
  apo_item_set_extra (item, apo_item_get_extra (theirs));

  if (APO_IS_ARTICLE (item))
    {
      guint number = apo_article_get_number (APO_ARTICLE (theirs));

      apo_article_set_text (APO_ARTICLE (item), apo_article_get_text (APO_ARTICLE (theirs)));
      number = GPOINTER_TO_UINT (g_hash_table_lookup (self->map->numbers,
                                                      GUINT_TO_POINTER (number)));
      apo_item_set_value (item, APO_ARTICLE_FIELD_NUMBER, g_variant_new_int64 (number));
    }

  return item;
}

static gboolean
is_untouched (ApoItem *item,
              ApoItem *base)
{
  guint n_fields;

  apo_item_get_fields (item, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (!g_variant_equal (apo_item_get_value (item, i), apo_item_get_value (base, i)))
      return FALSE;

  return g_strcmp0 (apo_item_get_extra (item), apo_item_get_extra (base)) == 0;
}

/* Takes in what they have.  What mine took away stays away, but for texts: passages name them by
 * their numbers. */
static void
merge_theirs (ApoMerge   *self,
              ApoItemType type)
{
  GListModel *items = apo_dossier_get_items (self->map->theirs, type);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);
      ApoItem *mine = g_hash_table_lookup (self->map->items, apo_item_get_id (item));
      ApoItem *base = type != APO_ITEM_ARTICLE ? apo_merge_map_find_base (self->map, item) : NULL;

      if (mine != NULL)
        merge_item (self, mine, item);
      else
        g_ptr_array_add (base != NULL && is_untouched (item, base) ? self->absent : self->added,
                         build_item (self, item));
    }
}

/* What they took away and nobody here has touched since. */
static void
find_removed (ApoMerge *self)
{
  g_autoptr (GHashTable) matched = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer mine;

  if (self->map->base == NULL)
    return;

  g_hash_table_iter_init (&iter, self->map->items);
  while (g_hash_table_iter_next (&iter, NULL, &mine))
    g_hash_table_add (matched, mine);

  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    {
      GListModel *items = apo_dossier_get_items (self->map->mine, type);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (ApoItem) item = g_list_model_get_item (items, i);
          ApoItem *base = apo_merge_map_find_base (self->map, item);

          if (base != NULL && !g_hash_table_contains (matched, item) && is_untouched (item, base))
            g_ptr_array_add (self->removed, g_steal_pointer (&item));
        }
    }
}

static void
list_items (ApoMerge *self)
{
  for (guint i = 0; i < self->added->len; i++)
    {
      ApoItem *item = self->added->pdata[i];

      add_change (self, APO_MERGE_ADDED, item, apo_dossier_dup_item_text (self->map->mine, item),
                  NULL, NULL);
    }
  for (guint i = 0; i < self->removed->len; i++)
    {
      ApoItem *item = self->removed->pdata[i];

      add_change (self, APO_MERGE_REMOVED, item, apo_dossier_dup_item_text (self->map->mine, item),
                  NULL, NULL);
    }
}

/* Whether two dossiers that have different texts now are copies of one all the same: they have
 * another text in common, or count their items alike. */
static gboolean
is_related (ApoDossier *mine,
            ApoDossier *theirs)
{
  GListModel *articles = apo_dossier_get_items (theirs, APO_ITEM_ARTICLE);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (ApoItem) article = g_list_model_get_item (articles, i);

      if (apo_merge_find_text (mine, article) != NULL)
        return TRUE;
    }

  return g_str_equal (apo_dossier_get_replica (mine), apo_dossier_get_replica (theirs));
}

static gboolean
check_text (ApoDossier *mine,
            ApoDossier *theirs,
            const char *name,
            GError    **error)
{
  ApoItem *my_article = APO_ITEM (apo_dossier_get_article (mine));
  ApoItem *their_article = APO_ITEM (apo_dossier_get_article (theirs));
  const char *title = apo_article_get_title (APO_ARTICLE (their_article));

  if (g_str_equal (apo_item_get_string (my_article, APO_ARTICLE_FIELD_TEXT_SHA256),
                   apo_item_get_string (their_article, APO_ARTICLE_FIELD_TEXT_SHA256)))
    return TRUE;

  if (is_related (mine, theirs))
    g_set_error (error, APO_MERGE_ERROR, APO_MERGE_ERROR_OTHER_TEXT,
                 _("“%s” has another version of the text: use “Replace the Article’s Text” in one "
                   "of the two dossiers, so that both have the same, and merge them then."),
                 name);
  else if (*title != '\0')
    g_set_error (error, APO_MERGE_ERROR, APO_MERGE_ERROR_OTHER_ARTICLE,
                 _("“%s” is about another article, “%s”: only dossiers about the same text can be "
                   "merged."),
                 name, title);
  else
    g_set_error (error, APO_MERGE_ERROR, APO_MERGE_ERROR_OTHER_ARTICLE,
                 _("“%s” is about another article: only dossiers about the same text can be "
                   "merged."),
                 name);

  return FALSE;
}

/* Whether all of the other copy is here already. */
static gboolean
is_merged (ApoDossier *mine,
           ApoDossier *theirs)
{
  g_autofree char *hash = apo_merge_dup_hash (theirs);

  return apo_merge_has_state (mine, hash);
}

/* Whether the other copy is this dossier, and what was done to it later. */
static gboolean
is_continued (ApoDossier *mine,
              ApoDossier *theirs)
{
  g_autofree char *hash = apo_merge_dup_hash (mine);

  return g_strv_contains (apo_dossier_get_ancestors (theirs), hash);
}

/**
 * apo_merge_prepare:
 * @mine: the dossier that gets what is in the other copy; not to be changed until the merge is
 *   applied
 * @theirs: another copy of the same dossier, or a dossier about the same text
 * @base: (nullable): what both come from, where it is known; see apo_merge_find_bases()
 * @name: of the other copy, for people
 * @error: of %APO_MERGE_ERROR
 *
 * Finds out what is to be done: verdict logs, reasons and lists unite; a field with one value
 * becomes what the side says that changed it, and if both did, it is a conflict; what only they
 * have comes in. What one side removed and the other did not touch goes, if nothing needs it.  A
 * state that has come in before gives an empty plan.  O(n log n).
 *
 * Returns: (transfer full) (nullable): the plan
 */
ApoMerge *
apo_merge_prepare (ApoDossier *mine,
                   ApoDossier *theirs,
                   ApoDossier *base,
                   const char *name,
                   GError    **error)
{
  ApoMerge *self;

  if (!check_text (mine, theirs, name, error))
    return NULL;

  self = g_new0 (ApoMerge, 1);
  if (base == NULL && is_continued (mine, theirs))
    base = mine;
  self->map = apo_merge_map_new (mine, theirs, base);
  self->name = g_strdup (name);
  self->settings = g_array_new (FALSE, FALSE, sizeof (ApoMergeSetting));
  g_array_set_clear_func (self->settings, (GDestroyNotify) setting_clear);
  self->disputes = g_array_new (FALSE, FALSE, sizeof (ApoMergeSetting));
  g_array_set_clear_func (self->disputes, (GDestroyNotify) setting_clear);
  self->extras = g_array_new (FALSE, FALSE, sizeof (ApoMergeExtra));
  g_array_set_clear_func (self->extras, (GDestroyNotify) extra_clear);
  self->added = g_ptr_array_new_with_free_func (g_object_unref);
  self->absent = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->changes = g_array_new (FALSE, FALSE, sizeof (ApoMergeChange));
  g_array_set_clear_func (self->changes, (GDestroyNotify) change_clear);
  self->conflicts = g_array_new (FALSE, FALSE, sizeof (ApoMergeConflict));
  g_array_set_clear_func (self->conflicts, (GDestroyNotify) conflict_clear);

  if (!is_merged (mine, theirs))
    {
      for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
        merge_theirs (self, type);
      find_removed (self);
      apo_merge_keep_named (self);
      list_items (self);
    }

  return self;
}

void
apo_merge_free (ApoMerge *merge)
{
  g_array_unref (merge->conflicts);
  g_array_unref (merge->changes);
  g_ptr_array_unref (merge->removed);
  g_ptr_array_unref (merge->absent);
  g_ptr_array_unref (merge->added);
  g_array_unref (merge->extras);
  g_array_unref (merge->disputes);
  g_array_unref (merge->settings);
  g_free (merge->name);
  g_clear_object (&merge->file);
  g_clear_pointer (&merge->bytes, g_bytes_unref);
  g_free (merge->stamp);
  apo_merge_map_free (merge->map);
  g_free (merge);
}

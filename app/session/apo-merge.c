/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-dossier-file.h"
#include "apo-merge-match.h"
#include "apo-merge-value.h"
#include "apo-reanchor-private.h"

G_DEFINE_QUARK (apo-merge-error-quark, apo_merge_error)

/* A field of an item of mine that gets another value, or may get one. */
typedef struct {
  ApoItem *item;
  guint field;
  GVariant *value;
} Setting;

struct _ApoMerge {
  ApoMergeMap *map;
  char *name;
  GArray *settings;             /* Setting */
  GArray *disputes;             /* Setting: their value, where both changed it; as conflicts */
  GPtrArray *added;             /* ApoItem, with the ids of the merged dossier */
  GPtrArray *absent;            /* ApoItem the same, that mine took away and they did not touch */
  GPtrArray *removed;           /* ApoItem of mine, that they took away and mine did not touch */
  GArray *changes;              /* ApoMergeChange */
  GArray *conflicts;            /* ApoMergeConflict */
};

static void
setting_clear (Setting *setting)
{
  g_object_unref (setting->item);
  g_variant_unref (setting->value);
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
}

static const ApoField *
get_field (ApoItem *item,
           guint    field)
{
  guint n_fields;

  return &apo_item_get_fields (item, &n_fields)[field];
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
add_conflict (ApoMerge *self,
              Setting  *dispute,
              GVariant *base)
{
  ApoDossier *mine = self->map->mine;
  ApoDossier *theirs = self->map->theirs;
  ApoItem *item = dispute->item;
  ApoMergeConflict conflict = {
    .type = apo_item_get_item_type (item),
    .id = g_strdup (apo_item_get_id (item)),
    .label = apo_dossier_dup_item_text (mine, item),
    .key = g_strdup (get_field (item, dispute->field)->key),
    .mine = apo_merge_dup_display (mine, theirs, item, dispute->field,
                                   apo_item_get_value (item, dispute->field)),
    .theirs = apo_merge_dup_display (mine, theirs, item, dispute->field, dispute->value),
    .base = base != NULL ? apo_merge_dup_display (mine, theirs, item, dispute->field, base) : NULL,
  };

  g_array_append_val (self->conflicts, conflict);
}

/* Whether the verdict of one copy goes on from that of the other: its log begins with the other's. */
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

/* What a field is to be compared with, where no base is known: the copy whose log goes on from that of the
 * other has the newer verdict. */
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

static void
merge_item (ApoMerge *self,
            ApoItem  *mine,
            ApoItem  *theirs)
{
  ApoItem *base = g_str_equal (apo_item_get_id (mine), apo_item_get_id (theirs))
                    ? apo_merge_map_find_base (self->map, mine) : NULL;
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (mine, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      GVariant *was = get_base_value (base, mine, theirs, i);
      g_autoptr (GVariant) other = apo_merge_map_value (self->map, theirs, i);
      Setting setting = { mine, i, NULL };

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
          add_conflict (self, &setting, was);
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

  return TRUE;
}

static void
merge_theirs (ApoMerge   *self,
              ApoItemType type)
{
  GListModel *items = apo_dossier_get_items (self->map->theirs, type);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);
      ApoItem *mine = g_hash_table_lookup (self->map->items, apo_item_get_id (item));
      ApoItem *base = apo_merge_map_find_base (self->map, item);

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
name_value (GHashTable *named,
            GVariant   *value)
{
  g_autofree const char **refs = NULL;
  gsize n;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      g_hash_table_add (named, (char *) g_variant_get_string (value, NULL));
      return;
    }

  refs = g_variant_get_strv (value, &n);
  for (gsize i = 0; i < n; i++)
    g_hash_table_add (named, (char *) refs[i]);
}

static gboolean
is_reference (ApoItem *item,
              guint    field)
{
  const ApoField *info = get_field (item, field);

  return !APO_IS_ARTICLE (item) && (info->kind == APO_FIELD_REF || info->kind == APO_FIELD_REFS);
}

/* Adds what @item names, but not in the fields that get another value. */
static void
name_item (GHashTable *named,
           ApoItem    *item,
           GHashTable *reset)
{
  guint n_fields;

  apo_item_get_fields (item, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      GVariant *value = apo_item_get_value (item, i);

      if (is_reference (item, i) && (reset == NULL || !g_hash_table_contains (reset, value)))
        name_value (named, value);
    }
}

/* Adds all that the settings name; @reset gets the values that they replace. */
static void
name_settings (GArray     *settings,
               GHashTable *named,
               GHashTable *reset)
{
  for (guint i = 0; i < settings->len; i++)
    {
      const Setting *setting = &g_array_index (settings, Setting, i);

      if (!is_reference (setting->item, setting->field))
        continue;
      name_value (named, setting->value);
      if (reset != NULL)
        g_hash_table_add (reset, apo_item_get_value (setting->item, setting->field));
    }
}

/* All ids that something in the merged dossier names, whichever way conflicts are settled, apart from
 * what may be removed. */
static GHashTable *
collect_named (ApoMerge   *self,
               GHashTable *removed)
{
  GHashTable *named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) reset = g_hash_table_new (NULL, NULL);

  name_settings (self->settings, named, reset);
  name_settings (self->disputes, named, NULL);
  for (guint i = 0; i < self->added->len; i++)
    name_item (named, self->added->pdata[i], NULL);
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    {
      GListModel *items = apo_dossier_get_items (self->map->mine, type);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (ApoItem) item = g_list_model_get_item (items, i);

          if (!g_hash_table_contains (removed, item))
            name_item (named, item, reset);
        }
    }

  return named;
}

/* Moves to @to what is named, and then what that names.  Returns whether there was anything. */
static gboolean
move_named (GPtrArray  *from,
            GPtrArray  *to,
            GHashTable *named)
{
  gboolean moved = FALSE;
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = from->len; i > 0; i--)
        if (g_hash_table_contains (named, apo_item_get_id (from->pdata[i - 1])))
          {
            ApoItem *item = g_ptr_array_steal_index (from, i - 1);

            name_item (named, item, NULL);
            g_ptr_array_add (to, item);
            again = moved = TRUE;
          }
    }

  return moved;
}

/* Nothing that is still named goes, or stays away. */
static void
keep_named (ApoMerge *self)
{
  g_autoptr (GHashTable) removed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) named = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->removed->len; i++)
    g_hash_table_add (removed, self->removed->pdata[i]);
  named = collect_named (self, removed);
  while (move_named (self->absent, self->added, named) || move_named (self->removed, kept, named))
    continue;
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

static gboolean
check_text (ApoDossier *mine,
            ApoDossier *theirs,
            const char *name,
            GError    **error)
{
  ApoItem *my_article = APO_ITEM (apo_dossier_get_article (mine));
  ApoItem *their_article = APO_ITEM (apo_dossier_get_article (theirs));

  if (g_str_equal (apo_item_get_string (my_article, APO_ARTICLE_FIELD_TEXT_SHA256),
                   apo_item_get_string (their_article, APO_ARTICLE_FIELD_TEXT_SHA256)))
    return TRUE;

  g_set_error (error, APO_MERGE_ERROR, APO_MERGE_ERROR_OTHER_TEXT,
               _("“%s” is about another text, or another version of it: replace the text of one "
                 "dossier by that of the other first."),
               name);

  return FALSE;
}

/**
 * apo_merge_dup_hash:
 *
 * Returns: (transfer full): the hash of the state of a dossier, that of the file it is saved as
 */
char *
apo_merge_dup_hash (ApoDossier *dossier)
{
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (dossier);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* Whether a state with that hash is in the dossier: it was that once, or it came in. */
static gboolean
has_state (ApoDossier *dossier,
           const char *hash)
{
  return g_strv_contains (apo_dossier_get_ancestors (dossier), hash)
         || apo_item_refers_to (APO_ITEM (apo_dossier_get_article (dossier)),
                                APO_ARTICLE_FIELD_MERGED, hash);
}

/**
 * apo_merge_find_base:
 * @mine: as it was saved last
 * @theirs: the same
 *
 * Returns: (transfer full) (nullable): the hash of the newest state of @theirs that @mine knows, to look
 *   for among the files that are kept; %NULL if it knows none
 */
char *
apo_merge_find_base (ApoDossier *mine,
                     ApoDossier *theirs)
{
  g_autofree char *my_hash = apo_merge_dup_hash (mine);
  g_autofree char *their_hash = apo_merge_dup_hash (theirs);
  const char *const *ancestors = apo_dossier_get_ancestors (theirs);

  if (g_str_equal (my_hash, their_hash) || has_state (mine, their_hash))
    return g_steal_pointer (&their_hash);

  for (guint i = g_strv_length ((char **) ancestors); i > 0; i--)
    if (g_str_equal (ancestors[i - 1], my_hash) || has_state (mine, ancestors[i - 1]))
      return g_strdup (ancestors[i - 1]);

  return NULL;
}

/* Whether all of the other copy is here already. */
static gboolean
is_merged (ApoDossier *mine,
           ApoDossier *theirs)
{
  g_autofree char *hash = apo_merge_dup_hash (theirs);

  return has_state (mine, hash);
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
 * @mine: the dossier that gets what is in the other copy; not to be changed until the merge is applied
 * @theirs: another copy of the same dossier, or a dossier about the same text
 * @base: (nullable): what both come from, where it is known; see apo_merge_find_base()
 * @name: of the other copy, for people
 * @error: of %APO_MERGE_ERROR
 *
 * Finds out what is to be done: verdict logs, reasons and lists unite; a field with one value becomes
 * what the side says that changed it, and if both did, it is a conflict; what only they have comes in.
 * What one side removed and the other did not touch goes, if nothing needs it.  A state that has come in
 * before gives an empty plan.  O(n log n).
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
  self->settings = g_array_new (FALSE, FALSE, sizeof (Setting));
  g_array_set_clear_func (self->settings, (GDestroyNotify) setting_clear);
  self->disputes = g_array_new (FALSE, FALSE, sizeof (Setting));
  g_array_set_clear_func (self->disputes, (GDestroyNotify) setting_clear);
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
      keep_named (self);
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
  g_array_unref (merge->disputes);
  g_array_unref (merge->settings);
  g_free (merge->name);
  apo_merge_map_free (merge->map);
  g_free (merge);
}

guint
apo_merge_get_n_changes (ApoMerge *merge)
{
  return merge->changes->len;
}

/**
 * apo_merge_get_change:
 *
 * Returns: (transfer none): something that comes in or goes
 */
const ApoMergeChange *
apo_merge_get_change (ApoMerge *merge,
                      guint     change)
{
  return &g_array_index (merge->changes, ApoMergeChange, change);
}

guint
apo_merge_get_n_conflicts (ApoMerge *merge)
{
  return merge->conflicts->len;
}

/**
 * apo_merge_get_conflict:
 *
 * Returns: (transfer none): a field that both changed
 */
const ApoMergeConflict *
apo_merge_get_conflict (ApoMerge *merge,
                        guint     conflict)
{
  return &g_array_index (merge->conflicts, ApoMergeConflict, conflict);
}

/**
 * apo_merge_get_n_unsettled:
 *
 * Returns: the number of conflicts that the reader has not settled yet
 */
guint
apo_merge_get_n_unsettled (ApoMerge *merge)
{
  guint n = 0;

  for (guint i = 0; i < merge->conflicts->len; i++)
    n += apo_merge_get_conflict (merge, i)->side == APO_MERGE_UNSETTLED;

  return n;
}

void
apo_merge_settle (ApoMerge    *merge,
                  guint        conflict,
                  ApoMergeSide side)
{
  g_return_if_fail (conflict < merge->conflicts->len);

  g_array_index (merge->conflicts, ApoMergeConflict, conflict).side = side;
}

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
      const Setting *setting = &g_array_index (self->settings, Setting, i);

      if (APO_IS_CLAIM (setting->item) && setting->field == APO_CLAIM_FIELD_REPORTED_BY)
        g_hash_table_insert (reporters, (char *) apo_item_get_id (setting->item),
                             (char *) g_variant_get_string (setting->value, NULL));
    }
  for (guint i = 0; i < self->disputes->len; i++)
    {
      const Setting *dispute = &g_array_index (self->disputes, Setting, i);

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

/* Claims that would report one another in a circle, because each copy made a part of it, are cut where
 * the circle closes, in the order of the ids: the same whoever merges. */
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
      const Setting *setting = &g_array_index (self->settings, Setting, i);

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

/* What a field becomes, or NULL if it stays. */
static GVariant *
find_value (ApoMerge *self,
            ApoItem  *item,
            guint     field)
{
  for (guint i = 0; i < self->settings->len; i++)
    {
      const Setting *setting = &g_array_index (self->settings, Setting, i);

      if (setting->item == item && setting->field == field)
        return setting->value;
    }
  for (guint i = 0; i < self->disputes->len; i++)
    {
      const Setting *dispute = &g_array_index (self->disputes, Setting, i);

      if (dispute->item == item && dispute->field == field
          && apo_merge_get_conflict (self, i)->side == APO_MERGE_THEIRS)
        return dispute->value;
    }

  return NULL;
}

/* Sets a field; with the text that an item stands in, also the passages of it. */
static void
set_value (ApoMerge      *self,
           ApoCommand    *command,
           const Setting *setting)
{
  g_autofree GVariant **passages = NULL;
  guint n_fields;

  if ((int) setting->field != apo_item_find_article (setting->item))
    {
      apo_command_set_field (command, setting->item, setting->field, setting->value);
      return;
    }

  apo_item_get_fields (setting->item, &n_fields);
  passages = g_new0 (GVariant *, n_fields);
  for (guint i = 0; i < n_fields; i++)
    passages[i] = find_value (self, setting->item, i);
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
      Arrival arrival = { self->added->pdata[i], get_start (self->map->mine, self->added->pdata[i]) };

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
 * Returns: (transfer full): all of it as one command, which is empty if there is nothing that is not here
 *   already
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
    set_value (merge, command, &g_array_index (merge->settings, Setting, i));
  for (guint i = 0; i < merge->disputes->len; i++)
    {
      const Setting *dispute = &g_array_index (merge->disputes, Setting, i);

      if (apo_merge_get_conflict (merge, i)->side != APO_MERGE_THEIRS)
        continue;
      set_value (merge, command, dispute);
      any = TRUE;
    }
  cut_circles (merge, command);
  if (any)
    note_hash (merge, command);
  for (guint i = 0; i < merge->removed->len; i++)
    apo_command_remove_item (command, merge->removed->pdata[i]);

  return command;
}

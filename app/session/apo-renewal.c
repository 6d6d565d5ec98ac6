/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-renewal.h"

#include <glib/gi18n-lib.h>

#include "apo-adoption.h"
#include "apo-match.h"
#include "apo-merge-value.h"

/* One change, with what doing it needs. */
typedef struct {
  ApoRenewalChange public;
  ApoItem *item;                /* of the dossier; what would be added */
  ApoItem *found;               /* (nullable) what the item would become */
  GArray *changed;              /* guint: fields */
} Change;

/* What a step does while the plan is made. */
typedef enum {
  PHASE_FIND,                   /* what was found becomes items */
  PHASE_NAME,                   /* which get a dossier of their own, where ids have names */
  PHASE_COMPARE,                /* each of them with what is there */
  PHASE_MISS,                   /* what is there and was not found */
  PHASE_DONE,
} Phase;

struct _ApoRenewal {
  ApoDossier *dossier;
  ApoArticle *article;
  ApoFindings *findings;
  ApoDictionary *dictionary;    /* (nullable) */
  ApoDossier *after;            /* what was found, for its names */
  GPtrArray *found;             /* ApoItem */
  GPtrArray *changes;           /* Change */
  GHashTable *named;            /* char*: ids that the reader's own work names */
  guint n_kept;                 /* what is the reader's own, and stays as it is */

  Phase phase;
  guint type;                   /* how far the phase has come */
  guint index;
  ApoAdoption *adoption;        /* (nullable) */
  GHashTable *seen;             /* char*, of what was found: ids that were compared */
  GHashTable *written;          /* char*: ids of what the reader has written about */
};

static void
field_clear (ApoRenewalField *field)
{
  g_free (field->key);
  g_free (field->before);
  g_free (field->after);
}

static void
change_free (Change *change)
{
  g_free (change->public.id);
  g_free (change->public.label);
  g_array_unref (change->public.fields);
  g_array_unref (change->changed);
  g_clear_object (&change->found);
  g_object_unref (change->item);
  g_free (change);
}

static void
add_named (GHashTable *named,
           ApoItem    *item)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == APO_FIELD_REF)
      g_hash_table_add (named, g_strdup (apo_item_get_string (item, i)));
    else if (fields[i].kind == APO_FIELD_REFS)
      {
        g_auto (GStrv) refs = apo_item_dup_refs (item, i);

        for (guint j = 0; refs[j] != NULL; j++)
          g_hash_table_add (named, g_steal_pointer (&refs[j]));
      }
}

/* The ids of what the reader has written about. */
static GHashTable *
collect_written (ApoDossier *dossier)
{
  static const ApoItemType types[] = { APO_ITEM_SOURCE, APO_ITEM_LINK, APO_ITEM_NOTE };
  GHashTable *written = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GListModel *items = apo_dossier_get_items (dossier, types[i]);

      for (guint j = 0; j < g_list_model_get_n_items (items); j++)
        {
          g_autoptr (ApoItem) item = g_list_model_get_item (items, j);

          add_named (written, item);
        }
    }

  return written;
}

static gboolean
is_the_readers (GHashTable *written,
                ApoItem    *item)
{
  return apo_item_find_field (item, "origin") < 0 || apo_item_is_touched (item)
         || g_hash_table_contains (written, apo_item_get_id (item));
}

/* Collects what must not go: what the reader's own work names. */
static void
collect_named (ApoRenewal *self)
{
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    {
      GListModel *items = apo_dossier_get_items (self->dossier, type);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (ApoItem) item = g_list_model_get_item (items, i);

          if (apo_item_find_field (item, "origin") < 0 || apo_item_is_touched (item))
            add_named (self->named, item);
        }
    }
}

/* Whether an analysis fills the field at all. */
static gboolean
is_found_field (const ApoField *field)
{
  static const char *const others[] = {
    "article", "aliases", "position", "pinned", "verdict", "confidence", "status", "review", "due",
    "reason", "log", "origin", "dismissed", "anchor", NULL,
  };

  return !g_strv_contains (others, field->key);
}

static gboolean
is_dismissed_id (ApoDossier *dossier,
                 const char *id)
{
  ApoItem *item = apo_dossier_lookup (dossier, id);

  return item != NULL && apo_item_is_dismissed (item);
}

/* The value of a field as an analysis would have it: without what the reader dismissed.  Owned. */
static GVariant *
get_live_value (ApoDossier *dossier,
                ApoItem    *item,
                guint       field,
                ApoFieldKind kind)
{
  GVariant *value = apo_item_get_value (item, field);
  g_auto (GStrv) refs = NULL;
  GVariantBuilder live;

  if (kind == APO_FIELD_REF && is_dismissed_id (dossier, g_variant_get_string (value, NULL)))
    return g_variant_ref_sink (g_variant_new_string (""));
  if (kind != APO_FIELD_REFS)
    return g_variant_ref (value);

  refs = apo_item_dup_refs (item, field);
  g_variant_builder_init (&live, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; refs[i] != NULL; i++)
    if (!is_dismissed_id (dossier, refs[i]))
      g_variant_builder_add (&live, "s", refs[i]);

  return g_variant_ref_sink (g_variant_builder_end (&live));
}

/* Gives the actor that was found the mentions that the one in the dossier has in other texts. */
static void
keep_other_mentions (ApoItem *item,
                     ApoItem *found,
                     guint    number)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));
  guint n_found, n;
  const ApoActorMention *mentions = apo_actor_get_mentions (APO_ACTOR (found), &n_found);
  const ApoActorMention *own = apo_actor_get_mentions (APO_ACTOR (item), &n);

  g_array_append_vals (all, mentions, n_found);
  for (guint i = 0; i < n; i++)
    if (own[i].article != number)
      g_array_append_val (all, own[i]);
  apo_item_set_value (found, APO_ACTOR_FIELD_MENTIONS,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), all->data, all->len,
                                                 sizeof (ApoActorMention)));
}

/* Whether the date of an event hangs on a time that the reader has put right. */
static gboolean
is_dated_by_hand (ApoDossier *dossier,
                  ApoItem    *item,
                  guint       field)
{
  ApoItem *time;

  if (!APO_IS_EVENT (item)
      || (field != APO_EVENT_FIELD_EARLIEST && field != APO_EVENT_FIELD_LATEST
          && field != APO_EVENT_FIELD_PRECISION))
    return FALSE;

  time = apo_dossier_lookup (dossier, apo_event_get_time (APO_EVENT (item)));

  return time != NULL && apo_item_is_touched (time);
}

static Change *
add_change (ApoRenewal    *self,
            ApoRenewalKind kind,
            ApoItem       *item,
            char          *label)
{
  Change *change = g_new0 (Change, 1);

  change->public.kind = kind;
  change->public.type = apo_item_get_item_type (item);
  change->public.id = g_strdup (apo_item_get_id (item));
  change->public.label = label;
  if (!apo_dossier_get_item_span (self->dossier, item, &change->public.span))
    change->public.span = APO_SPAN (0, 0);
  change->public.fields = g_array_new (FALSE, FALSE, sizeof (ApoRenewalField));
  g_array_set_clear_func (change->public.fields, (GDestroyNotify) field_clear);
  change->changed = g_array_new (FALSE, FALSE, sizeof (guint));
  change->item = g_object_ref (item);
  g_ptr_array_add (self->changes, change);

  return change;
}

/* Whether the reader has put right, in another dossier, what the field says of a name. */
static gboolean
is_corrected (ApoRenewal *self,
              ApoItem    *found,
              guint       field)
{
  return self->dictionary != NULL && APO_IS_ACTOR (found)
         && (field == APO_ACTOR_FIELD_NAME || field == APO_ACTOR_FIELD_KIND
             || field == APO_ACTOR_FIELD_REGION)
         && apo_dictionary_find (self->dictionary, apo_actor_get_name (APO_ACTOR (found))) != NULL;
}

/* Compares an item with what was found in its place. */
static void
compare_item (ApoRenewal *self,
              ApoItem    *item,
              ApoItem    *found)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);
  Change *change = NULL;

  if (APO_IS_ACTOR (item))
    keep_other_mentions (item, found, apo_article_get_number (self->article));

  for (guint i = 0; i < n_fields; i++)
    {
      GVariant *value = apo_item_get_value (found, i);
      g_autoptr (GVariant) live = get_live_value (self->dossier, item, i, fields[i].kind);
      ApoRenewalField field;

      if (!is_found_field (&fields[i]) || g_variant_equal (live, value)
          || is_dated_by_hand (self->dossier, item, i) || is_corrected (self, found, i))
        continue;
      if (change == NULL)
        {
          change = add_change (self, APO_RENEWAL_CHANGED, item,
                               apo_dossier_dup_item_text (self->dossier, item));
          change->found = g_object_ref (found);
        }
      field.key = g_strdup (fields[i].key);
      field.before = apo_merge_dup_display (self->dossier, self->after, item, i, live);
      field.after = apo_merge_dup_display (self->dossier, self->after, item, i, value);
      g_array_append_val (change->public.fields, field);
      g_array_append_val (change->changed, i);
    }
}

/* Whether all that the item says is of the text that was analysed. */
static gboolean
is_of_article (ApoRenewal *self,
               ApoItem    *item)
{
  guint n;
  const ApoActorMention *mentions;

  if (!APO_IS_ACTOR (item))
    return apo_dossier_get_item_article (self->dossier, item) == self->article;

  mentions = apo_actor_get_mentions (APO_ACTOR (item), &n);
  for (guint i = 0; i < n; i++)
    if (mentions[i].article != apo_article_get_number (self->article))
      return FALSE;

  return !apo_actor_is_pinned (APO_ACTOR (item));
}

/* Whether the item names what the reader dismissed: then an analysis need not find it. */
static gboolean
names_dismissed (ApoRenewal *self,
                 ApoItem    *item)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;

  add_named (ids, item);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (is_dismissed_id (self->dossier, id))
      return TRUE;

  return FALSE;
}

/* Whether the item, which is there, goes, or is the reader's and stays. */
static void
look_for_item (ApoRenewal *self,
               ApoItem    *item)
{
  if (!is_of_article (self, item))
    return;

  self->n_kept += is_the_readers (self->written, item);
  if (!g_hash_table_contains (self->seen, apo_item_get_id (item))
      && !g_hash_table_contains (self->named, apo_item_get_id (item))
      && !apo_item_is_touched (item) && !names_dismissed (self, item))
    add_change (self, APO_RENEWAL_GONE, item, apo_dossier_dup_item_text (self->dossier, item));
}

static ApoItem *
copy_item (ApoItem *item)
{
  ApoItem *copy = apo_item_new (apo_item_get_item_type (item), apo_item_get_id (item));
  guint n_fields;

  apo_item_get_fields (item, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    apo_item_set_value (copy, i, apo_item_get_value (item, i));

  return copy;
}

static void
name_found (ApoRenewal *self,
            ApoItem    *found)
{
  g_autoptr (ApoItem) copy = NULL;

  if (apo_dossier_lookup (self->after, apo_item_get_id (found)) != NULL)
    return;

  copy = copy_item (found);
  apo_dossier_insert (self->after, copy, G_MAXUINT);
}

static void
compare_found (ApoRenewal *self,
               ApoItem    *found)
{
  ApoItem *item = apo_dossier_lookup (self->dossier, apo_item_get_id (found));

  if (!g_hash_table_add (self->seen, (char *) apo_item_get_id (found)))
    return;
  if (item == NULL)
    add_change (self, APO_RENEWAL_ADDED, found, apo_dossier_dup_item_text (self->dossier, found));
  else if (!is_the_readers (self->written, item))
    compare_item (self, item, found);
}

static void
enter_phase (ApoRenewal *self,
             Phase       phase)
{
  self->phase = phase;
  self->type = APO_ITEM_ACTOR;
  self->index = 0;
}

/* The next of the items that were found, or those that are there; NULL after the last.  Owned. */
static ApoItem *
get_next (ApoRenewal *self)
{
  if (self->phase == PHASE_NAME || self->phase == PHASE_COMPARE)
    return self->index < self->found->len ? g_object_ref (self->found->pdata[self->index++]) : NULL;

  for (; self->type <= APO_ITEM_RELATION; self->type++, self->index = 0)
    {
      ApoItem *item = g_list_model_get_item (apo_dossier_get_items (self->dossier, self->type),
                                             self->index++);

      if (item != NULL)
        return item;
    }

  return NULL;
}

static void
take_step (ApoRenewal *self)
{
  g_autoptr (ApoItem) item = NULL;

  if (self->phase == PHASE_FIND)
    {
      if (!apo_adoption_prepare (self->adoption, 1))
        return;
      self->found = apo_adoption_take_items (self->adoption);
      g_clear_pointer (&self->adoption, apo_adoption_free);
      enter_phase (self, PHASE_NAME);
      return;
    }

  item = get_next (self);
  if (item == NULL)
    enter_phase (self, self->phase + 1);
  else if (self->phase == PHASE_NAME)
    name_found (self, item);
  else if (self->phase == PHASE_COMPARE)
    compare_found (self, item);
  else
    look_for_item (self, item);
}

/**
 * apo_renewal_begin:
 * @article: of @dossier, the one that was analysed again
 * @dictionary: (nullable): what is known there of a name is not put back
 *
 * Begins to find out what differs; changes nothing.
 *
 * Returns: (transfer full): a plan to be made by apo_renewal_prepare()
 */
ApoRenewal *
apo_renewal_begin (ApoDossier    *dossier,
                   ApoArticle    *article,
                   ApoFindings   *findings,
                   ApoDictionary *dictionary)
{
  ApoRenewal *self = g_new0 (ApoRenewal, 1);

  self->dossier = g_object_ref (dossier);
  self->article = g_object_ref (article);
  self->findings = g_object_ref (findings);
  g_set_object (&self->dictionary, dictionary);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->written = collect_written (dossier);
  self->after = apo_dossier_new ("after");
  self->adoption = apo_adoption_new (dossier, article, findings, APO_ADOPT_PLAN);
  collect_named (self);

  return self;
}

/**
 * apo_renewal_prepare:
 * @n_steps: how much to do; each thing that was found takes a few
 *
 * Goes on with the plan; the dossier must not have changed since it was begun.
 *
 * Returns: whether it is made
 */
gboolean
apo_renewal_prepare (ApoRenewal *renewal,
                     guint       n_steps)
{
  for (; n_steps > 0 && renewal->phase != PHASE_DONE; n_steps--)
    take_step (renewal);

  return renewal->phase == PHASE_DONE;
}

/**
 * apo_renewal_new:
 *
 * Makes a whole plan, as of apo_renewal_begin().
 */
ApoRenewal *
apo_renewal_new (ApoDossier    *dossier,
                 ApoArticle    *article,
                 ApoFindings   *findings,
                 ApoDictionary *dictionary)
{
  ApoRenewal *self = apo_renewal_begin (dossier, article, findings, dictionary);

  apo_renewal_prepare (self, G_MAXUINT);

  return self;
}

void
apo_renewal_free (ApoRenewal *renewal)
{
  g_clear_pointer (&renewal->adoption, apo_adoption_free);
  g_hash_table_unref (renewal->seen);
  g_hash_table_unref (renewal->written);
  g_hash_table_unref (renewal->named);
  g_ptr_array_unref (renewal->changes);
  g_object_unref (renewal->after);
  g_clear_pointer (&renewal->found, g_ptr_array_unref);
  g_clear_object (&renewal->dictionary);
  g_object_unref (renewal->findings);
  g_object_unref (renewal->article);
  g_object_unref (renewal->dossier);
  g_free (renewal);
}

guint
apo_renewal_get_n_changes (ApoRenewal *renewal)
{
  return renewal->changes->len;
}

guint
apo_renewal_count (ApoRenewal    *renewal,
                   ApoRenewalKind kind)
{
  guint n = 0;

  for (guint i = 0; i < renewal->changes->len; i++)
    n += ((Change *) renewal->changes->pdata[i])->public.kind == kind;

  return n;
}

/**
 * apo_renewal_count_kept:
 *
 * Returns: how many items the reader has made, changed, judged, written about or dismissed, which all
 *   stay as they are
 */
guint
apo_renewal_count_kept (ApoRenewal *renewal)
{
  return renewal->n_kept;
}

/**
 * apo_renewal_get_change:
 *
 * Returns: (transfer none): one change, those of one type together
 */
const ApoRenewalChange *
apo_renewal_get_change (ApoRenewal *renewal,
                        guint       change)
{
  g_return_val_if_fail (change < renewal->changes->len, NULL);

  return renewal->changes->pdata[change];
}

static void
name_chosen (GHashTable *named,
             ApoItem    *item,
             guint       field)
{
  guint n_fields;
  const ApoField *info = &apo_item_get_fields (item, &n_fields)[field];
  g_auto (GStrv) refs = NULL;

  if (info->kind == APO_FIELD_REF)
    g_hash_table_add (named, g_strdup (apo_item_get_string (item, field)));
  if (info->kind != APO_FIELD_REFS)
    return;

  refs = apo_item_dup_refs (item, field);
  for (guint i = 0; refs[i] != NULL; i++)
    g_hash_table_add (named, g_steal_pointer (&refs[i]));
}

/* Which changes are done: those chosen, and the new items that they name.  By index. */
static gboolean *
close_choice (ApoRenewal     *self,
              const gboolean *chosen)
{
  gboolean *done = g_new0 (gboolean, MAX (self->changes->len, 1));
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;
      for (guint i = 0; i < self->changes->len; i++)
        {
          Change *change = self->changes->pdata[i];

          if (done[i] || !(chosen == NULL || chosen[i]
                           || (change->public.kind == APO_RENEWAL_ADDED
                               && g_hash_table_contains (named, change->public.id))))
            continue;
          done[i] = again = TRUE;
          if (change->public.kind == APO_RENEWAL_ADDED)
            add_named (named, change->item);
          for (guint j = 0; j < change->changed->len; j++)
            name_chosen (named, change->found, g_array_index (change->changed, guint, j));
        }
    }

  return done;
}

/* Whether the reader has not taken the item up since. */
static gboolean
still_stands (ApoRenewal *self,
              Change     *change,
              GHashTable *written)
{
  return apo_dossier_lookup (self->dossier, change->public.id) == change->item
         && !is_the_readers (written, change->item);
}

/* Adds to @command what one change does. */
static void
do_change (ApoRenewal *self,
           Change     *change,
           GHashTable *written,
           ApoCommand *command)
{
  if (change->public.kind == APO_RENEWAL_ADDED)
    {
      apo_command_add_item (command, change->item);
      return;
    }
  if (!still_stands (self, change, written))
    return;

  if (change->public.kind == APO_RENEWAL_GONE)
    apo_command_remove_item (command, change->item);
  for (guint i = 0; i < change->changed->len; i++)
    {
      guint field = g_array_index (change->changed, guint, i);

      apo_command_set_field (command, change->item, field,
                             apo_item_get_value (change->found, field));
    }
}

/**
 * apo_renewal_apply:
 * @chosen: (array) (nullable): for each change whether it is wanted; %NULL for all
 *
 * New items that a chosen change names come with it.  What the reader has taken up since the
 * renewal was made is left alone.
 *
 * Returns: (transfer full): one command
 */
ApoCommand *
apo_renewal_apply (ApoRenewal     *renewal,
                   const gboolean *chosen)
{
  static const ApoRenewalKind order[] = {
    APO_RENEWAL_ADDED, APO_RENEWAL_CHANGED, APO_RENEWAL_GONE,
  };
  ApoCommand *command = apo_command_new (_("Analyse again"));
  g_autofree gboolean *done = close_choice (renewal, chosen);
  g_autoptr (GHashTable) written = collect_written (renewal->dossier);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < renewal->changes->len; j++)
      {
        Change *change = renewal->changes->pdata[j];

        if (done[j] && change->public.kind == order[i])
          do_change (renewal, change, written, command);
      }
  apo_adoption_fill_article (renewal->article, renewal->findings, command);

  return command;
}

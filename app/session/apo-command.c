/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-command-private.h"

#include "apo-change.h"

struct _ApoCommand {
  char *name;
  char *merge_key;
  gint64 time;
  GPtrArray *changes;           /* ApoChange */
};

/**
 * apo_command_new:
 * @name: what the reader did, translated, for menus
 *
 * Returns: (transfer full): a command that changes nothing yet
 */
ApoCommand *
apo_command_new (const char *name)
{
  ApoCommand *self = g_new0 (ApoCommand, 1);

  self->name = g_strdup (name);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) apo_change_free);

  return self;
}

void
apo_command_free (ApoCommand *command)
{
  if (command == NULL)
    return;

  g_free (command->name);
  g_free (command->merge_key);
  g_ptr_array_unref (command->changes);
  g_free (command);
}

/**
 * apo_command_set_field:
 * @item: an item of the dossier, or one that this command adds before
 * @field: the index of the field
 * @value: of the type of the field; a floating one is taken
 */
void
apo_command_set_field (ApoCommand *command,
                       ApoItem    *item,
                       guint       field,
                       GVariant   *value)
{
  g_ptr_array_add (command->changes, apo_change_new_set (item, field, value));
}

/**
 * apo_command_set_extra:
 * @item: as of apo_command_set_field()
 * @json: (nullable): what it says in keys that this version does not know, as of
 *   apo_item_get_extra()
 */
void
apo_command_set_extra (ApoCommand *command,
                       ApoItem    *item,
                       const char *json)
{
  g_ptr_array_add (command->changes, apo_change_new_set_extra (item, json));
}

/**
 * apo_command_add_item:
 * @item: an item of no dossier; without an id it gets one
 *
 * The item goes where the order of the text wants it.
 */
void
apo_command_add_item (ApoCommand *command,
                      ApoItem    *item)
{
  g_ptr_array_add (command->changes, apo_change_new_add (item));
}

/**
 * apo_command_insert_item:
 * @item: an item of no dossier; without an id it gets one
 * @position: where it goes in the list of its type
 */
void
apo_command_insert_item (ApoCommand *command,
                         ApoItem    *item,
                         guint       position)
{
  ApoChange *change = apo_change_new_add (item);

  change->position = position;
  g_ptr_array_add (command->changes, change);
}

/**
 * apo_command_remove_item:
 * @item: an item of the dossier, no article
 *
 * What refers to the item lets go of it; what makes no sense without it, as a relation without one
 * of its ends, goes with it.
 */
void
apo_command_remove_item (ApoCommand *command,
                         ApoItem    *item)
{
  g_ptr_array_add (command->changes, apo_change_new_remove (item));
}

/**
 * apo_command_set_merge_key:
 * @merge_key: (nullable): commands with the same key, one right after the other, become one
 */
void
apo_command_set_merge_key (ApoCommand *command,
                           const char *merge_key)
{
  g_free (command->merge_key);
  command->merge_key = g_strdup (merge_key);
}

/**
 * apo_command_add_whole_item:
 * @item: as of apo_command_add_item(), with an id, and never to be changed before the command is
 *   executed
 *
 * There is less to do then when it is.
 */
void
apo_command_add_whole_item (ApoCommand *command,
                            ApoItem    *item)
{
  g_ptr_array_add (command->changes, apo_change_new_add_whole (item));
}

static void
execute_change (ApoCommand *command,
                ApoChange  *change,
                ApoDossier *dossier)
{
  if (apo_change_execute (change, dossier))
    g_ptr_array_add (command->changes, change);
  else
    apo_change_free (change);
}

/* Executes what adds items of one type, from @first on.  Returns how many changes these are. */
static guint
execute_adds (ApoCommand *command,
              ApoChange **first,
              guint       n_changes,
              ApoDossier *dossier)
{
  guint n_adds = 0;
  guint n_done;

  while (n_adds < n_changes && first[n_adds]->kind == APO_CHANGE_ADD
         && first[n_adds]->type == first[0]->type)
    n_adds++;
  if (n_adds == 0)
    return 0;

  n_done = apo_changes_execute_adds (first, n_adds, dossier);
  for (guint i = 0; i < n_done; i++)
    g_ptr_array_add (command->changes, first[i]);
  for (guint i = n_done; i < n_adds; i++)
    apo_change_free (first[i]);

  return n_adds;
}

/* The value of a field of one or several references without @id, floating. */
static GVariant *
drop_ref (ApoItem    *item,
          guint       field,
          const char *id)
{
  g_auto (GStrv) refs = NULL;
  GVariantBuilder builder;

  if (g_variant_is_of_type (apo_item_get_value (item, field), G_VARIANT_TYPE_STRING))
    return g_variant_new_string ("");

  refs = apo_item_dup_refs (item, field);
  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; refs[i] != NULL; i++)
    if (!g_str_equal (refs[i], id))
      g_variant_builder_add (&builder, "s", refs[i]);

  return g_variant_builder_end (&builder);
}

/* Makes @item let go of @id.  Returns whether it cannot, and has to go too. */
static gboolean
release_from (ApoCommand *command,
              ApoDossier *dossier,
              ApoItem    *item,
              const char *id)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (apo_item_needs (item, i) && apo_item_refers_to (item, i, id))
      return TRUE;

  for (guint i = 0; i < n_fields; i++)
    if ((fields[i].kind == APO_FIELD_REF || fields[i].kind == APO_FIELD_REFS)
        && apo_item_refers_to (item, i, id))
      execute_change (command, apo_change_new_set (item, i, drop_ref (item, i, id)), dossier);

  return FALSE;
}

/* Makes all items let go of @id; adds those to @going that cannot. */
static void
release_id (ApoCommand *command,
            ApoDossier *dossier,
            const char *id,
            GPtrArray  *going)
{
  g_autoptr (GPtrArray) items = apo_dossier_collect_referring (dossier, id);

  for (guint i = 0; i < items->len; i++)
    if (!g_ptr_array_find (going, items->pdata[i], NULL)
        && release_from (command, dossier, items->pdata[i], id))
      g_ptr_array_add (going, g_object_ref (items->pdata[i]));
}

/* Makes all items let go of @id, which is about to be removed; those that cannot are removed, and
 * so on. */
static void
release (ApoCommand *command,
         ApoDossier *dossier,
         const char *id)
{
  g_autoptr (GPtrArray) going = g_ptr_array_new_with_free_func (g_object_unref);

  release_id (command, dossier, id, going);
  for (guint i = 0; i < going->len; i++)
    release_id (command, dossier, apo_item_get_id (going->pdata[i]), going);
  for (guint i = going->len; i > 0; i--)
    execute_change (command, apo_change_new_remove (going->pdata[i - 1]), dossier);
}

/**
 * apo_command_execute:
 *
 * Does the command for the first time, keeping only the changes that change something, and dates it
 * unless it has a date.
 *
 * Returns: whether anything changed
 */
gboolean
apo_command_execute (ApoCommand *command,
                     ApoDossier *dossier)
{
  g_autoptr (GPtrArray) given = g_steal_pointer (&command->changes);

  g_ptr_array_set_free_func (given, NULL);
  command->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) apo_change_free);

  for (guint i = 0; i < given->len; i++)
    {
      ApoChange *change = given->pdata[i];
      const char *id = change->item != NULL ? apo_item_get_id (change->item) : change->id;
      guint n_adds = execute_adds (command, (ApoChange **) given->pdata + i, given->len - i, dossier);

      if (n_adds > 0)
        {
          i += n_adds - 1;
          continue;
        }
      if (change->kind == APO_CHANGE_REMOVE && apo_dossier_lookup (dossier, id) != NULL)
        release (command, dossier, id);
      execute_change (command, change, dossier);
    }

  if (command->time == 0)
    command->time = g_get_real_time ();

  return command->changes->len > 0;
}

void
apo_command_undo (ApoCommand *command,
                  ApoDossier *dossier)
{
  for (guint i = command->changes->len; i > 0; i--)
    apo_change_undo (command->changes->pdata[i - 1], dossier);
}

void
apo_command_redo (ApoCommand *command,
                  ApoDossier *dossier)
{
  for (guint i = 0; i < command->changes->len; i++)
    apo_change_redo (command->changes->pdata[i], dossier);
}

/* The place of the last change that sets the same field of the same item, if none after it adds or
 * removes that item; else -1. */
static int
find_same_field (GPtrArray *changes,
                 ApoChange *change)
{
  for (guint i = changes->len; i > 0; i--)
    {
      ApoChange *earlier = changes->pdata[i - 1];

      if (!g_str_equal (earlier->id, change->id))
        continue;
      if (earlier->kind != APO_CHANGE_SET)
        return -1;
      if (g_str_equal (earlier->key, change->key))
        return i - 1;
    }

  return -1;
}

/**
 * apo_command_merge:
 * @later: (transfer full): a command executed right after @command
 *
 * Makes @command do what both did; it may be empty afterwards.
 */
void
apo_command_merge (ApoCommand *command,
                   ApoCommand *later)
{
  g_ptr_array_set_free_func (later->changes, NULL);

  for (guint i = 0; i < later->changes->len; i++)
    {
      g_autoptr (ApoChange) change = later->changes->pdata[i];
      int same = change->kind == APO_CHANGE_SET ? find_same_field (command->changes, change) : -1;
      ApoChange *earlier = same >= 0 ? command->changes->pdata[same] : NULL;

      if (earlier == NULL)
        g_ptr_array_add (command->changes, g_steal_pointer (&change));
      else if (g_variant_equal (earlier->old_value, change->new_value))
        g_ptr_array_remove_index (command->changes, same);
      else
        {
          g_variant_unref (earlier->new_value);
          earlier->new_value = g_variant_ref (change->new_value);
        }
    }

  command->time = later->time;
  apo_command_free (later);
}

/**
 * apo_command_replay:
 * @command: from its serial form
 * @forward: whether to do it, or to take it back
 *
 * Does a command that was executed in an earlier life of the dossier, or on another computer.
 *
 * Returns: whether every change of it fits the dossier; else nothing has changed
 */
gboolean
apo_command_replay (ApoCommand *command,
                    ApoDossier *dossier,
                    gboolean    forward)
{
  guint n = command->changes->len;

  for (guint i = 0; i < n; i++)
    if (!apo_change_replay (command->changes->pdata[forward ? i : n - 1 - i], dossier, forward))
      {
        while (i-- > 0)
          apo_change_replay (command->changes->pdata[forward ? i : n - 1 - i], dossier, !forward);
        return FALSE;
      }

  return TRUE;
}

/**
 * apo_command_equal:
 * @command: one that was executed
 * @other: the same
 *
 * Returns: whether they are of the same name, time and changes
 */
gboolean
apo_command_equal (ApoCommand *command,
                   ApoCommand *other)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (apo_command_to_variant (command));
  g_autoptr (GVariant) other_variant = g_variant_ref_sink (apo_command_to_variant (other));

  return g_variant_equal (variant, other_variant);
}

/**
 * apo_command_copy:
 * @command: one that was executed
 *
 * Returns: (transfer full): another of the same changes
 */
ApoCommand *
apo_command_copy (ApoCommand *command)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (apo_command_to_variant (command));

  return apo_command_new_from_variant (variant);
}

gboolean
apo_command_is_empty (ApoCommand *command)
{
  return command->changes->len == 0;
}

const char *
apo_command_get_name (ApoCommand *command)
{
  return command->name;
}

const char *
apo_command_get_merge_key (ApoCommand *command)
{
  return command->merge_key;
}

/**
 * apo_command_get_time:
 *
 * Returns: when it was executed, in microseconds since 1970 UTC; 0 before
 */
gint64
apo_command_get_time (ApoCommand *command)
{
  return command->time;
}

/**
 * apo_command_to_variant:
 * @command: one that was executed
 *
 * Returns: (transfer full): floating, of type %APO_COMMAND_VARIANT_TYPE: all that executing it on
 *   an equal dossier, or undoing it, needs
 */
GVariant *
apo_command_to_variant (ApoCommand *command)
{
  GVariantBuilder changes;

  g_variant_builder_init (&changes, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < command->changes->len; i++)
    g_variant_builder_add_value (&changes, apo_change_to_variant (command->changes->pdata[i]));

  return g_variant_new ("(sxmsa(sv))", command->name, command->time, command->merge_key, &changes);
}

/**
 * apo_command_new_from_variant:
 * @variant: from anywhere
 *
 * Returns: (transfer full) (nullable): a command that can be executed; changes that do not fit the
 *   dossier will be left out then.  %NULL if @variant is none.
 */
ApoCommand *
apo_command_new_from_variant (GVariant *variant)
{
  g_autoptr (ApoCommand) command = NULL;
  g_autoptr (GVariant) changes = NULL;
  const char *name;

  if (!g_variant_is_of_type (variant, APO_COMMAND_VARIANT_TYPE))
    return NULL;

  g_variant_get_child (variant, 0, "&s", &name);
  command = apo_command_new (name);
  g_variant_get (variant, "(&sxms@a(sv))", NULL, &command->time, &command->merge_key, &changes);

  for (gsize i = 0; i < g_variant_n_children (changes); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (changes, i);
      ApoChange *change = apo_change_new_from_variant (child);

      if (change == NULL)
        return NULL;
      g_ptr_array_add (command->changes, change);
    }

  return g_steal_pointer (&command);
}

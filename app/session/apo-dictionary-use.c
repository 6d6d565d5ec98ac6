/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dictionary.h"

#include <string.h>

#include "apo-command-private.h"
#include "apo-edit-private.h"

/* What a dictionary learns from a dossier, and what it does for the next. */

static void
learn_actor (ApoDictionary *self,
             ApoActor      *actor)
{
  const char *name = apo_actor_get_name (actor);
  ApoCorrection *known = apo_dictionary_find (self, name);
  g_auto (GStrv) aliases = NULL;

  if (apo_actor_is_dismissed (actor))
    {
      apo_dictionary_remember (self, name, NULL, APO_CORRECTION_NO_KIND, NULL, TRUE);
      return;
    }
  if (apo_actor_get_origin (actor) == APO_ORIGIN_AUTO)
    {
      /* it was restored */
      if (known != NULL && apo_correction_is_no_actor (known))
        apo_dictionary_remove (self, known);
      return;
    }

  apo_dictionary_remember (self, name, NULL, apo_actor_get_kind (actor),
                           apo_actor_get_region (actor), FALSE);
  aliases = apo_actor_dup_aliases (actor);
  for (guint i = 0; aliases[i] != NULL; i++)
    apo_dictionary_remember (self, aliases[i], name, APO_CORRECTION_NO_KIND, NULL, FALSE);
}

/* All that a dictionary could learn from an actor; its name is the first line. */
static char *
dup_signature (ApoActor *actor)
{
  g_auto (GStrv) aliases = apo_actor_dup_aliases (actor);
  g_autofree char *joined = g_strjoinv ("\n", aliases);

  return g_strdup_printf ("%s\n%d %d %d %s\n%s", apo_actor_get_name (actor),
                          apo_actor_is_dismissed (actor), apo_actor_get_origin (actor),
                          apo_actor_get_kind (actor), apo_actor_get_region (actor), joined);
}

/**
 * apo_dictionary_note:
 *
 * Returns: (transfer full): how the actors of @dossier are now, for apo_dictionary_learn()
 */
GHashTable *
apo_dictionary_note (ApoDossier *dossier)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);
  GHashTable *noted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      g_hash_table_insert (noted, g_strdup (apo_item_get_id (APO_ITEM (actor))),
                           dup_signature (actor));
    }

  return noted;
}

/* A name that was changed is still a name of the actor. */
static void
learn_old_name (ApoDictionary *self,
                ApoActor      *actor,
                const char    *signature)
{
  g_autofree char *old = g_strndup (signature, strcspn (signature, "\n"));

  if (!apo_actor_is_dismissed (actor) && !g_str_equal (old, apo_actor_get_name (actor)))
    apo_dictionary_remember (self, old, apo_actor_get_name (actor), APO_CORRECTION_NO_KIND, NULL,
                             FALSE);
}

/**
 * apo_dictionary_learn:
 * @noted: (nullable): how the actors were before, from apo_dictionary_note(): what is still so is not
 *   learned, be it what somebody else has put right or what the dictionary was told to forget
 *
 * Remembers what the reader has put right in @dossier so far: actors that are none, names that are
 * of others, kinds and regions.  To be called when a dossier is saved, before apo_dictionary_save().
 */
void
apo_dictionary_learn (ApoDictionary *dictionary,
                      ApoDossier    *dossier,
                      GHashTable    *noted)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);
      const char *id = apo_item_get_id (APO_ITEM (actor));
      const char *before = noted != NULL ? g_hash_table_lookup (noted, id) : NULL;
      g_autofree char *signature = before != NULL ? dup_signature (actor) : NULL;

      if (before != NULL && g_str_equal (before, signature))
        continue;
      if (before != NULL)
        learn_old_name (dictionary, actor, before);
      learn_actor (dictionary, actor);
    }
}

static ApoActor *
find_actor (ApoDossier *dossier,
            const char *name,
            ApoActor   *except)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      if (actor != except && !apo_actor_is_dismissed (actor) && apo_actor_has_name (actor, name))
        return actor;
    }

  return NULL;
}

/* Makes the actor what the correction says; returns whether that changes anything. */
static gboolean
correct (ApoDictionary *self,
         ApoDossier    *dossier,
         ApoActor      *actor,
         ApoCorrection *correction)
{
  const char *same_as = apo_correction_get_same_as (correction);
  g_autoptr (ApoCommand) command = NULL;
  ApoActor *other;

  if (*same_as != '\0' && (other = find_actor (dossier, same_as, actor)) != NULL)
    {
      g_autoptr (GPtrArray) both = g_ptr_array_new ();

      g_ptr_array_add (both, other);
      g_ptr_array_add (both, actor);
      command = apo_edit_build_merge (dossier, both);
      return apo_command_execute (command, dossier);
    }

  command = apo_command_new ("");
  if (*same_as != '\0')
    {
      const char *names[] = { apo_actor_get_name (actor) };

      apo_command_set_field (command, APO_ITEM (actor), APO_ACTOR_FIELD_ALIASES,
                             g_variant_new_strv (names, 1));
      apo_edit_put_string (command, actor, APO_ACTOR_FIELD_NAME, same_as);
      correction = apo_dictionary_find (self, same_as);
    }
  if (correction != NULL && apo_correction_is_no_actor (correction))
    apo_command_set_field (command, APO_ITEM (actor), APO_ACTOR_FIELD_DISMISSED,
                           g_variant_new_boolean (TRUE));
  else if (correction != NULL && apo_correction_get_kind (correction) != APO_CORRECTION_NO_KIND)
    {
      apo_edit_put_int (command, actor, APO_ACTOR_FIELD_KIND,
                        apo_correction_get_kind (correction));
      apo_edit_put_string (command, actor, APO_ACTOR_FIELD_REGION,
                           apo_correction_get_region (correction));
    }

  return apo_command_execute (command, dossier);
}

/* Says again of all items that the program found them. */
static void
mark_found (ApoDossier *dossier)
{
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    {
      GListModel *items = apo_dossier_get_items (dossier, type);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (ApoItem) item = g_list_model_get_item (items, i);
          int origin = apo_item_find_field (item, "origin");

          if (origin >= 0)
            apo_item_set_value (item, origin, g_variant_new_int32 (APO_ORIGIN_AUTO));
        }
    }
}

/**
 * apo_dictionary_apply:
 * @dossier: one to which the reader has not done anything yet
 *
 * Corrects the names that an analysis has found; what is corrected still counts as found by the
 * program, and can be changed as everything else.
 *
 * Returns: how many actors were corrected
 */
guint
apo_dictionary_apply (ApoDictionary *dictionary,
                      ApoDossier    *dossier)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    g_ptr_array_add (all, g_list_model_get_item (actors, i));

  for (guint i = 0; i < all->len; i++)
    {
      ApoActor *actor = all->pdata[i];
      ApoCorrection *correction = apo_dictionary_find (dictionary, apo_actor_get_name (actor));

      if (correction != NULL
          && apo_dossier_lookup (dossier, apo_item_get_id (APO_ITEM (actor))) == APO_ITEM (actor)
          && correct (dictionary, dossier, actor, correction))
        n++;
    }
  if (n > 0)
    mark_found (dossier);

  return n;
}

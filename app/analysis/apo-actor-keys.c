/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-keys.h"

struct _ApoActorKeys {
  ApoReading *reading;
  GHashTable *actors;           /* (element-type utf8 int), actor + 1 */
};

ApoActorKeys *
apo_actor_keys_new (ApoReading *reading)
{
  ApoActorKeys *self = g_new0 (ApoActorKeys, 1);

  self->reading = reading;
  self->actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
apo_actor_keys_free (ApoActorKeys *keys)
{
  g_hash_table_unref (keys->actors);
  g_free (keys);
}

/**
 * apo_actor_keys_lookup:
 *
 * Returns: the actor of that key, or %APO_FOUND_NONE
 */
int
apo_actor_keys_lookup (ApoActorKeys *keys,
                       const char   *key)
{
  gpointer actor = g_hash_table_lookup (keys->actors, key);

  return actor != NULL ? GPOINTER_TO_INT (actor) - 1 : APO_FOUND_NONE;
}

/**
 * apo_actor_keys_get:
 *
 * Returns: the actor of that key, made where there was none
 */
int
apo_actor_keys_get (ApoActorKeys *keys,
                    const char   *key,
                    const char   *name,
                    ApoActorKind  kind,
                    const char   *region)
{
  int actor = apo_actor_keys_lookup (keys, key);

  if (actor == APO_FOUND_NONE)
    {
      actor = keys->reading->findings->actors->len;
      apo_findings_add_actor (keys->reading->findings, name, kind, region);
      apo_actor_keys_add (keys, key, actor);
    }

  return actor;
}

/**
 * apo_actor_keys_add:
 *
 * Lets @key stand for @actor, unless it stands for another one already.
 */
void
apo_actor_keys_add (ApoActorKeys *keys,
                    const char   *key,
                    int           actor)
{
  if (!g_hash_table_contains (keys->actors, key))
    g_hash_table_insert (keys->actors, g_strdup (key), GINT_TO_POINTER (actor + 1));
}

/**
 * apo_actor_keys_fold:
 *
 * Returns: (transfer full): the words of a name without case and articles; those of all of it, where
 * it has no others
 */
char *
apo_actor_keys_fold (ApoReading *reading,
                     ApoSpan     tokens)
{
  const ApoClasses *is = &reading->rules->is;
  GString *key = g_string_new (NULL);

  for (guint pass = 0; pass < 2 && key->len == 0; pass++)
    for (guint i = tokens.start; i < tokens.end; i++)
      {
        if (pass == 0 && apo_reading_is (reading, i, is->article | is->of | is->contracted))
          continue;
        if (key->len > 0)
          g_string_append_c (key, ' ');
        g_string_append (key, apo_reading_get (reading, i)->norm);
      }

  return g_string_free (key, FALSE);
}

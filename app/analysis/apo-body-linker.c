/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-body-linker.h"

#include <string.h>

static char *
dup_title (ApoReading *reading,
           ApoSpan     tokens)
{
  g_autofree char *text = apo_reading_dup_text (reading, tokens);
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (text), NULL);
}

static char *
dup_key (ApoReading    *reading,
         const ApoName *name)
{
  g_autofree char *complement = NULL;
  ApoSpan tokens = name->complement;

  if (tokens.end == tokens.start)
    return g_strconcat ("body ", name->body->family, " ",
                        name->named != NULL ? name->named->region : "-", NULL);

  /* « le régime Grand » is « le régime de Paul Grand » */
  if (name->body->uses & APO_BODY_PERSON)
    tokens.start = tokens.end - 1;
  complement = apo_actor_keys_fold (reading, tokens);

  return g_strconcat ("body ", name->body->family, " ", complement, NULL);
}

static void
link_full (ApoReading   *reading,
           ApoActorKeys *keys,
           ApoName      *name)
{
  g_autofree char *key = NULL;
  g_autofree char *title = NULL;

  if (name->kind == APO_ACTOR_COUNTRY)
    {
      key = g_strconcat ("country ", name->named->region, NULL);
      name->actor = apo_actor_keys_get (keys, key, name->named->name, APO_ACTOR_COUNTRY,
                                        name->named->region);
      return;
    }

  key = dup_key (reading, name);
  title = dup_title (reading, name->tokens);
  name->actor = apo_actor_keys_get (keys, key, title, name->kind,
                                    name->named != NULL ? name->named->region : NULL);
}

static void
link_bare (ApoReading   *reading,
           ApoActorKeys *keys,
           ApoName      *name,
           GHashTable   *last,
           GHashTable   *first)
{
  gpointer actor = g_hash_table_lookup (last, name->body->family);
  g_autofree char *key = NULL;
  g_autofree char *title = NULL;

  if (actor == NULL)
    actor = g_hash_table_lookup (first, name->body->family);
  if (actor != NULL)
    {
      name->actor = GPOINTER_TO_INT (actor) - 1;
      return;
    }
  if (!(name->body->uses & APO_BODY_ALONE))
    return;

  key = dup_key (reading, name);
  title = dup_title (reading, name->tokens);
  name->actor = apo_actor_keys_get (keys, key, title, name->kind, NULL);
}

/**
 * apo_body_linker_link:
 *
 * Gives the bodies of the reading their actors: those with a country, a complement or a person first,
 * then each bare noun to the one of its family that was named last, or that is named later.
 */
void
apo_body_linker_link (ApoReading   *reading,
                      ApoActorKeys *keys)
{
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) first = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint k = 0; k < reading->names->len; k++)
    {
      ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (name->body == NULL || name->bare)
        continue;
      link_full (reading, keys, name);
      if (!g_hash_table_contains (first, name->body->family))
        g_hash_table_insert (first, (gpointer) name->body->family,
                             GINT_TO_POINTER (name->actor + 1));
    }

  for (guint k = 0; k < reading->names->len; k++)
    {
      ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (name->body == NULL)
        continue;
      if (name->bare)
        link_bare (reading, keys, name, last, first);
      else
        g_hash_table_insert (last, (gpointer) name->body->family,
                             GINT_TO_POINTER (name->actor + 1));
    }
}

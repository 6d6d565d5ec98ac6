/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-name-vote.h"

/* « l'Union des ports (UDP) » */
static void
find_acronyms (ApoFinder *f)
{
  for (guint k = 1; k < f->reading->names->len; k++)
    {
      ApoName *name = &g_array_index (f->reading->names, ApoName, k);
      ApoName *before = name - 1;

      if (name->named == NULL && name->tokens.start == before->tokens.end + 1
          && name->tokens.end == name->tokens.start + 1
          && (apo_finder_get (f, name->tokens.start)->flags & APO_TOKEN_UPPER)
          && apo_reading_is_mark (f->reading, before->tokens.end, "(")
          && before->kind != APO_ACTOR_COUNTRY)
        {
          name->shortens = k;
          name->form = APO_MENTION_ALIAS;
          name->kind = before->kind;
          name->other = before->other;
          if (before->kind == APO_ACTOR_PERSON && before->unsure)
            before->kind = name->kind = APO_ACTOR_ORGANISATION;
        }
    }
}

static char *
dup_key (ApoFinder     *f,
         const ApoName *name)
{
  GString *key = g_string_new (NULL);

  for (guint i = name->tokens.start; i < name->tokens.end; i++)
    g_string_append_printf (key, "%s ", apo_finder_get (f, i)->norm);

  return g_string_free (key, FALSE);
}

/* A name that is clear in one place is clear in all. */
static void
vote (ApoFinder *f)
{
  g_autoptr (GHashTable) sure = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint k = 0; k < f->reading->names->len; k++)
      {
        ApoName *name = &g_array_index (f->reading->names, ApoName, k);
        g_autofree char *key = NULL;
        const ApoName *other;

        if (name->named != NULL || name->unsure == (pass == 0))
          continue;

        key = dup_key (f, name);
        other = NULL;
        if (g_hash_table_contains (sure, key))
          {
            guint index = GPOINTER_TO_UINT (g_hash_table_lookup (sure, key));

            other = &g_array_index (f->reading->names, ApoName, index);
          }

        if (pass == 1 && other != NULL)
          {
            name->kind = other->kind;
            name->other = other->other;
            name->unsure = FALSE;
          }
        else if (other == NULL && (pass == 0 || !name->other))
          g_hash_table_insert (sure, g_steal_pointer (&key), GUINT_TO_POINTER (k));
      }
}

/**
 * apo_name_vote:
 *
 * Ties acronyms to the names that they shorten, and lets what is clear in one place count in all.
 */
void
apo_name_vote (ApoFinder *finder)
{
  find_acronyms (finder);
  vote (finder);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-name-list.h"

static gboolean
keeps_within (const ApoName *outer,
              const ApoName *name)
{
  return name->kind == APO_ACTOR_PERSON && name->tokens.start > outer->tokens.start
         && name->tokens.end <= outer->tokens.end;
}

/* The new names have the word over the old ones in the same place; but a person inside stays one. */
static void
add_old (GArray        *all,
         const ApoName *name,
         guint         *places,
         guint          k)
{
  const ApoName *last = all->len > 0 ? &g_array_index (all, ApoName, all->len - 1) : NULL;

  places[k] = all->len > 0 ? all->len - 1 : 0;
  if (last == NULL || name->tokens.start >= last->tokens.end || keeps_within (last, name))
    {
      places[k] = all->len;
      g_array_append_val (all, *name);
    }
}

static void
add_new (GArray        *all,
         const ApoName *name)
{
  while (all->len > 0 && g_array_index (all, ApoName, all->len - 1).tokens.end > name->tokens.start)
    g_array_set_size (all, all->len - 1);
  g_array_append_val (all, *name);
}

static void
index_names (ApoReading *reading)
{
  guint n = reading->tokens->tokens->len;
  guint end = 0;

  for (guint i = 0; i <= n; i++)
    reading->name_at[i] = -1;

  for (guint k = 0; k < reading->names->len; k++)
    {
      const ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (name->tokens.start < end)
        continue;
      for (guint i = name->tokens.start; i < name->tokens.end; i++)
        reading->name_at[i] = k;
      end = name->tokens.end;
    }
}

/**
 * apo_name_list_put:
 * @names: (element-type ApoName): by position, none over another
 *
 * Puts @names among those of the reading, in place of what they overlap.
 */
void
apo_name_list_put (ApoReading *reading,
                   GArray     *names)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (ApoName));
  g_autofree guint *places = g_new0 (guint, reading->names->len + 1);
  guint next = 0;

  if (names->len == 0)
    {
      g_array_unref (all);
      return;
    }

  for (guint k = 0; k < reading->names->len; k++)
    {
      const ApoName *name = &g_array_index (reading->names, ApoName, k);

      while (next < names->len
             && g_array_index (names, ApoName, next).tokens.start <= name->tokens.start)
        add_new (all, &g_array_index (names, ApoName, next++));
      add_old (all, name, places, k);
    }
  while (next < names->len)
    add_new (all, &g_array_index (names, ApoName, next++));

  for (guint k = 0; k < all->len; k++)
    {
      ApoName *name = &g_array_index (all, ApoName, k);

      if (name->shortens > 0)
        name->shortens = places[name->shortens - 1] + 1;
    }

  g_array_unref (reading->names);
  reading->names = all;
  index_names (reading);
}

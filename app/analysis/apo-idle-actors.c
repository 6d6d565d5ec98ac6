/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-idle-actors.h"

/* Whether the mentions of an organisation add up to somebody.  What is known, or written in more
 * words than one, needs less than a word of capitals that may be anything. */
static guint
get_threshold (const ApoReading *reading,
               const ApoName    *name)
{
  if (name->named != NULL || name->tokens.end - name->tokens.start > 1
      || name->acronym.end > name->acronym.start)
    return APO_ACTING_PERHAPS;

  return apo_reading_get (reading, name->tokens.start)->flags & APO_TOKEN_UPPER
           ? APO_ACTING_SURELY : APO_ACTING_PERHAPS;
}

/**
 * apo_idle_actors_drop:
 *
 * Takes out the organisations that nothing is said of: names of products, of forms, of channels.  Call
 * it after all names were linked; the actors keep their order.
 */
void
apo_idle_actors_drop (ApoReading *reading)
{
  GPtrArray *actors = reading->findings->actors;
  guint n = actors->len;
  g_autofree guint *sums = g_new0 (guint, n + 1);
  g_autofree guint *needs = g_new0 (guint, n + 1);
  g_autofree int *places = g_new0 (int, n + 1);
  guint kept = 0;

  for (guint k = 0; k < reading->names->len; k++)
    {
      const ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (name->actor == APO_FOUND_NONE)
        continue;
      if (name->body != NULL || name->kind == APO_ACTOR_PERSON || name->kind == APO_ACTOR_COUNTRY)
        sums[name->actor] += APO_ACTING_SURELY;
      else
        {
          guint need = get_threshold (reading, name);

          sums[name->actor] += name->acting;
          if (needs[name->actor] == 0 || needs[name->actor] > need)
            needs[name->actor] = need;
        }
    }

  for (guint i = 0; i < n; i++)
    places[i] = sums[i] >= needs[i] ? (int) kept++ : APO_FOUND_NONE;
  for (guint k = 0; k < reading->names->len; k++)
    {
      ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (name->actor != APO_FOUND_NONE)
        name->actor = places[name->actor];
    }
  for (guint i = 0; i < n; i++)
    if (places[i] != APO_FOUND_NONE)
      {
        gpointer actor = actors->pdata[i];

        actors->pdata[i] = actors->pdata[places[i]];
        actors->pdata[places[i]] = actor;
      }
  g_ptr_array_set_size (actors, kept);
}

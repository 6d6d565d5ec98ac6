/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-tag.h"

#include <string.h>

/* In the order of the bits of ApoVerbForm. */
static const char * const FORM_NAMES[] = {
  "infinitive", "present", "imperfect", "future", "conditional", "past", "subjunctive", "participle",
  "gerund", "imperative",
};

/**
 * apo_tag_to_string:
 *
 * Returns: (transfer full): `NOUN`, `VERB.present`
 */
char *
apo_tag_to_string (ApoTag tag)
{
  const char *pos = apo_pos_to_string (apo_tag_get_pos (tag));
  guint form = tag >> 5;

  if (form == 0 || form > G_N_ELEMENTS (FORM_NAMES))
    return g_strdup (pos);

  return g_strconcat (pos, ".", FORM_NAMES[form - 1], NULL);
}

/**
 * apo_tag_from_string:
 * @name: as apo_tag_to_string() writes it
 *
 * Returns: whether it is one
 */
gboolean
apo_tag_from_string (const char *name,
                     ApoTag     *tag)
{
  gsize length = strcspn (name, ".");
  g_autofree char *pos_name = g_strndup (name, length);
  ApoPos pos = apo_pos_from_string (pos_name);

  if (pos == APO_POS_NONE)
    return FALSE;

  if (name[length] == '\0')
    {
      *tag = apo_tag_make (pos, 0);
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (FORM_NAMES); i++)
    if (strcmp (FORM_NAMES[i], name + length + 1) == 0)
      {
        *tag = apo_tag_make (pos, 1u << i);
        return TRUE;
      }

  return FALSE;
}

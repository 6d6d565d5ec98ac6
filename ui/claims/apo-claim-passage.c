/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-passage.h"

#include <glib/gi18n.h>

#define NO_BREAK_SPACE "\302\240"

/* Whether a space between the two must not be where a line ends: « a », a : b */
static gboolean
binds (gunichar before,
       gunichar after)
{
  return before == 0x00ab || after == 0x00bb || after == ':' || after == ';' || after == '!'
         || after == '?';
}

/**
 * apo_claim_passage_bind:
 *
 * Returns: (transfer full): @text on one line, with no-break spaces inside of « » and before the
 *   punctuation that French sets apart; only for showing, as its offsets in bytes are others
 */
char *
apo_claim_passage_bind (const char *text)
{
  GString *bound = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);

      if ((c == ' ' || c == '\n') && binds (before, *next != '\0' ? g_utf8_get_char (next) : 0))
        g_string_append (bound, NO_BREAK_SPACE);
      else
        g_string_append_unichar (bound, c == '\n' ? ' ' : c);
      before = c;
    }

  return g_string_free (bound, FALSE);
}

/**
 * apo_claim_passage_dup:
 * @item: anything with a passage
 *
 * Returns: (transfer full): its words, bound
 */
char *
apo_claim_passage_dup (ApoDossier *dossier,
                       ApoItem    *item)
{
  g_autofree char *text = apo_dossier_dup_item_text (dossier, item);

  return apo_claim_passage_bind (text);
}

/**
 * apo_claim_passage_get_class:
 *
 * Returns: (transfer none): the style class of the group of its verdict
 */
const char *
apo_claim_passage_get_class (ApoClaim *claim)
{
  static const char *const classes[] = {
    [APO_VERDICT_GROUP_NONE] = "verdict-edge-none",
    [APO_VERDICT_GROUP_VERIFIED] = "verdict-edge-verified",
    [APO_VERDICT_GROUP_MIXED] = "verdict-edge-mixed",
    [APO_VERDICT_GROUP_DISPUTED] = "verdict-edge-disputed",
    [APO_VERDICT_GROUP_OPEN] = "verdict-edge-open",
    [APO_VERDICT_GROUP_OUTSIDE] = "verdict-edge-outside",
  };

  return classes[apo_verdict_get_group (apo_claim_get_verdict (claim))];
}

/**
 * apo_claim_passage_get_speaker:
 *
 * Returns: (transfer none): the name of who says it, or words for nobody
 */
const char *
apo_claim_passage_get_speaker (ApoDossier *dossier,
                               ApoClaim   *claim)
{
  ApoItem *speaker = apo_dossier_lookup (dossier, apo_claim_get_speaker (claim));

  return speaker != NULL ? apo_actor_get_name (APO_ACTOR (speaker)) : _("Nobody named");
}

/**
 * apo_claim_passage_get_number:
 * @n_claims: (out): how many claims were not dismissed
 *
 * Returns: which of them it is in the order of the text, from 1; 0 for one that was dismissed
 */
guint
apo_claim_passage_get_number (ApoDossier *dossier,
                              ApoClaim   *claim,
                              guint      *n_claims)
{
  GListModel *claims = apo_dossier_get_items (dossier, APO_ITEM_CLAIM);
  guint number = 0;

  *n_claims = 0;
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) other = g_list_model_get_item (claims, i);

      if (apo_claim_is_dismissed (other))
        continue;
      *n_claims += 1;
      if (other == claim)
        number = *n_claims;
    }

  return number;
}

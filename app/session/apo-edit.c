/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit.h"

#include <glib/gi18n-lib.h>

/* The log of the claim with one more line. */
static GVariant *
extend_log (ApoClaim   *claim,
            ApoVerdict  verdict,
            const char *author)
{
  g_autoptr (GVariant) log =
    g_variant_ref (apo_item_get_value (APO_ITEM (claim), APO_CLAIM_FIELD_LOG));
  GVariantBuilder builder;

  g_variant_builder_init (&builder, g_variant_get_type (log));
  for (gsize i = 0; i < g_variant_n_children (log); i++)
    {
      g_autoptr (GVariant) line = g_variant_get_child_value (log, i);

      g_variant_builder_add_value (&builder, line);
    }
  g_variant_builder_add (&builder, "(xiiss)", g_get_real_time () / G_USEC_PER_SEC,
                         (int) apo_claim_get_verdict (claim), (int) verdict,
                         author != NULL ? author : "", "");

  return g_variant_builder_end (&builder);
}

/**
 * apo_edit_set_verdict:
 * @author: (nullable): by whom, for the log
 *
 * Sets the verdict, writes it into the log of the claim, and sets the work status to *done*, or to
 * *to check* where the verdict is taken back.  A verdict on words that had changed is one on the
 * words of now.  Does nothing if the claim has that verdict.
 */
void
apo_edit_set_verdict (ApoHistory *history,
                      ApoClaim   *claim,
                      ApoVerdict  verdict,
                      const char *author)
{
  g_autofree char *name = NULL;
  ApoCommand *command;

  if (apo_claim_get_verdict (claim) == verdict)
    return;

  /* Translators: a line of the undo list; %s is a verdict, such as “Mostly verified” */
  name = g_strdup_printf (_("Verdict: %s"), apo_verdict_get_label (verdict));
  command = apo_command_new (name);
  apo_command_set_field (command, APO_ITEM (claim), APO_CLAIM_FIELD_VERDICT,
                         g_variant_new_int32 (verdict));
  apo_command_set_field (command, APO_ITEM (claim), APO_CLAIM_FIELD_STATUS,
                         g_variant_new_int32 (verdict == APO_VERDICT_NONE ? APO_STATUS_TO_CHECK
                                                                          : APO_STATUS_DONE));
  apo_command_set_field (command, APO_ITEM (claim), APO_CLAIM_FIELD_LOG,
                         extend_log (claim, verdict, author));
  if (apo_claim_get_anchor (claim) == APO_ANCHOR_CHANGED)
    apo_command_set_field (command, APO_ITEM (claim), APO_CLAIM_FIELD_ANCHOR,
                           g_variant_new_int32 (APO_ANCHOR_PLACED));
  apo_history_execute (history, command);
}

/**
 * apo_edit_place_actors:
 * @placements: first what was dragged, then what followed it; at least one
 * @pin: whether to pin what was dragged, or to let it go
 *
 * Gives actors their places in the graph; to be called once for each drag, so that undoing it
 * brings the whole picture back.
 */
void
apo_edit_place_actors (ApoHistory         *history,
                       const ApoPlacement *placements,
                       guint               n_placements,
                       gboolean            pin)
{
  ApoActor *dragged = placements[0].actor;
  /* Translators: a line of the undo list; %s is the name of an actor in the graph */
  g_autofree char *name = g_strdup_printf (_("Move %s"), apo_actor_get_name (dragged));
  ApoCommand *command = apo_command_new (name);

  for (guint i = 0; i < n_placements; i++)
    {
      GVariant *point = g_variant_new ("(ii)", placements[i].x, placements[i].y);

      apo_command_set_field (command, APO_ITEM (placements[i].actor), APO_ACTOR_FIELD_POSITION,
                             g_variant_new_array (G_VARIANT_TYPE ("(ii)"), &point, 1));
    }
  apo_command_set_field (command, APO_ITEM (dragged), APO_ACTOR_FIELD_PINNED,
                         g_variant_new_boolean (pin));
  apo_history_execute (history, command);
}

/**
 * apo_edit_release_actor:
 *
 * Takes the pin and the place away, so that the layout moves the actor again.
 */
void
apo_edit_release_actor (ApoHistory *history,
                        ApoActor   *actor)
{
  /* Translators: a line of the undo list; %s is the name of an actor in the graph */
  g_autofree char *name = g_strdup_printf (_("Release %s"), apo_actor_get_name (actor));
  ApoCommand *command = apo_command_new (name);

  apo_command_set_field (command, APO_ITEM (actor), APO_ACTOR_FIELD_POSITION,
                         g_variant_new_array (G_VARIANT_TYPE ("(ii)"), NULL, 0));
  apo_command_set_field (command, APO_ITEM (actor), APO_ACTOR_FIELD_PINNED,
                         g_variant_new_boolean (FALSE));
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_date:
 * @date: the day of publication, or %APO_DAY_NONE
 */
void
apo_edit_set_date (ApoHistory *history,
                   ApoArticle *article,
                   ApoDay      date)
{
  ApoCommand *command = apo_command_new (_("Date of the article"));

  apo_command_set_field (command, APO_ITEM (article), APO_ARTICLE_FIELD_DATE,
                         g_variant_new_int32 (date));
  apo_history_execute (history, command);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit.h"

#include <glib/gi18n-lib.h>

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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit.h"

#include <glib/gi18n-lib.h>

#include "apo-edit-private.h"
#include "apo-timex.h"

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

/* The time of the article that stands at @span; NULL where there is none. */
static ApoTime *
find_time (ApoDossier *dossier,
           ApoArticle *article,
           ApoSpan     span)
{
  GListModel *times = apo_dossier_get_items (dossier, APO_ITEM_TIME);

  for (guint i = 0; i < g_list_model_get_n_items (times); i++)
    {
      g_autoptr (ApoTime) time = g_list_model_get_item (times, i);

      if (apo_dossier_get_item_article (dossier, APO_ITEM (time)) == article
          && apo_span_equal (apo_time_get_span (time), span))
        return time;
    }

  return NULL;
}

/* How exactly an event is dated by a time that was found.  Where words make part of one (*early
 * May*), the event was vague while the time was not, and stays so. */
static ApoPrecision
get_precision (ApoEvent           *event,
               ApoTime            *time,
               const ApoFoundTime *found)
{
  ApoPrecision precision = apo_timex_get_precision (found->value);
  ApoPrecision before = apo_timex_get_precision (apo_time_get_value (time));

  if (precision == APO_PRECISION_NONE || found->range.earliest != found->interval.earliest
      || found->range.latest != found->interval.latest)
    return APO_PRECISION_VAGUE;
  if (apo_event_get_precision (event) == APO_PRECISION_VAGUE && before != APO_PRECISION_NONE
      && before != APO_PRECISION_VAGUE)
    return APO_PRECISION_VAGUE;

  return precision;
}

/* Gives a time what was found of it, and the events that the program had dated by it. */
static void
put_time (ApoCommand         *command,
          ApoDossier         *dossier,
          ApoTime            *time,
          const ApoFoundTime *found)
{
  GListModel *events = apo_dossier_get_items (dossier, APO_ITEM_EVENT);

  if (g_str_equal (apo_time_get_value (time), found->value)
      && apo_time_get_interval (time).earliest == found->interval.earliest
      && apo_time_get_interval (time).latest == found->interval.latest)
    return;

  apo_edit_put_string (command, time, APO_TIME_FIELD_VALUE, found->value);
  apo_edit_put_string (command, time, APO_TIME_FIELD_EDTF, found->edtf);
  apo_edit_put_int (command, time, APO_TIME_FIELD_TYPE, found->type);
  apo_edit_put_int (command, time, APO_TIME_FIELD_EARLIEST, found->interval.earliest);
  apo_edit_put_int (command, time, APO_TIME_FIELD_LATEST, found->interval.latest);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (ApoEvent) event = g_list_model_get_item (events, i);

      if (!g_str_equal (apo_event_get_time (event), apo_item_get_id (APO_ITEM (time)))
          || apo_event_get_origin (event) != APO_ORIGIN_AUTO)
        continue;
      apo_edit_put_int (command, event, APO_EVENT_FIELD_EARLIEST, found->range.earliest);
      apo_edit_put_int (command, event, APO_EVENT_FIELD_LATEST, found->range.latest);
      apo_edit_put_int (command, event, APO_EVENT_FIELD_PRECISION,
                        get_precision (event, time, found));
    }
}

/**
 * apo_edit_set_date_and_times:
 * @date: the day of publication, or %APO_DAY_NONE
 * @times: the times of the article as seen from @date; nothing else of it is looked at
 *
 * Sets the date, and what the times of the article stand for, with the events that hang on them.
 * What the reader has dated stays.
 */
void
apo_edit_set_date_and_times (ApoHistory  *history,
                             ApoArticle  *article,
                             ApoDay       date,
                             ApoFindings *times)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  ApoCommand *command = apo_command_new (_("Date of the article"));

  apo_edit_put_int (command, article, APO_ARTICLE_FIELD_DATE, date);
  for (guint i = 0; i < times->times->len; i++)
    {
      const ApoFoundTime *found = times->times->pdata[i];
      ApoTime *time = find_time (dossier, article, found->span);

      if (time != NULL && apo_time_get_origin (time) == APO_ORIGIN_AUTO)
        put_time (command, dossier, time, found);
    }
  apo_history_execute (history, command);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-events.h"

#include <glib/gi18n-lib.h>

#include "apo-edit-private.h"
#include "apo-text-find.h"
#include "apo-timex.h"

static gboolean
is_within (ApoDossier *dossier,
           ApoItem    *item,
           ApoSpan     span)
{
  ApoSpan own;

  return apo_dossier_get_item_span (dossier, item, &own) && apo_span_contains (span, own);
}

/* The ids of the actors that are mentioned in @span of the first article, floating. */
static GVariant *
find_actors (ApoDossier *dossier,
             ApoSpan     span)
{
  guint number = apo_article_get_number (apo_dossier_get_article (dossier));
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);
  GVariantBuilder found;

  g_variant_builder_init (&found, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoItem) actor = g_list_model_get_item (actors, i);
      guint n;
      const ApoActorMention *mentions = apo_actor_get_mentions (APO_ACTOR (actor), &n);
      gboolean mentioned = FALSE;

      for (guint j = 0; j < n && !mentioned; j++)
        mentioned = mentions[j].article == number && apo_span_contains (span, mentions[j].span);
      if (mentioned && !apo_item_is_dismissed (actor))
        g_variant_builder_add (&found, "s", apo_item_get_id (actor));
    }

  return g_variant_builder_end (&found);
}

static void
put_interval (ApoItem      *event,
              ApoInterval   interval,
              ApoPrecision  precision)
{
  apo_item_set_value (event, APO_EVENT_FIELD_EARLIEST, g_variant_new_int32 (interval.earliest));
  apo_item_set_value (event, APO_EVENT_FIELD_LATEST, g_variant_new_int32 (interval.latest));
  apo_item_set_value (event, APO_EVENT_FIELD_PRECISION, g_variant_new_int32 (precision));
}

/* Dates the event by the one time in @span, or else in its sentence. */
static void
find_date (ApoDossier *dossier,
           ApoItem    *event,
           ApoSpan     span)
{
  GListModel *times = apo_dossier_get_items (dossier, APO_ITEM_TIME);
  ApoText *text = apo_article_get_text (apo_dossier_get_article (dossier));
  ApoSpan places[] = { span, apo_text_get_sentence (text, span) };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      ApoItem *found = NULL;
      guint n = 0;

      for (guint j = 0; j < g_list_model_get_n_items (times); j++)
        {
          g_autoptr (ApoItem) time = g_list_model_get_item (times, j);

          if (!is_within (dossier, time, places[i])
              || apo_time_get_time_type (APO_TIME (time)) == APO_TIME_DURATION)
            continue;
          found = time;
          n++;
        }
      if (n != 1)
        continue;
      apo_item_set_value (event, APO_EVENT_FIELD_TIME,
                          g_variant_new_string (apo_item_get_id (found)));
      put_interval (event, apo_time_get_interval (APO_TIME (found)),
                    apo_timex_get_precision (apo_time_get_value (APO_TIME (found))));
      return;
    }
}

/**
 * apo_edit_add_event:
 * @span: of the text of the first article
 * @label: (nullable): a few words; %NULL for those of @span
 *
 * Makes an event of what the reader has selected: with the actors that are mentioned there, the
 * claims that say it, and the date if there is one in @span or one in its sentence.
 *
 * Returns: (transfer none) (nullable): the event; %NULL if there is nothing in @span
 */
ApoEvent *
apo_edit_add_event (ApoHistory *history,
                    ApoSpan     span,
                    const char *label)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  ApoItem *article = APO_ITEM (apo_dossier_get_article (dossier));
  ApoText *text = apo_article_get_text (APO_ARTICLE (article));
  g_autoptr (ApoItem) event = NULL;
  g_autofree char *words = NULL;
  g_autofree char *id = NULL;
  ApoCommand *command;

  span = apo_text_trim (text, span);
  if (apo_span_get_length (span) == 0)
    return NULL;

  words = apo_text_dup_slice (text, span);
  id = apo_dossier_mint_id (dossier, APO_ITEM_EVENT);
  event = apo_item_new (APO_ITEM_EVENT, id);
  apo_item_set_value (event, APO_EVENT_FIELD_ARTICLE,
                      g_variant_new_string (apo_item_get_id (article)));
  apo_item_set_value (event, APO_EVENT_FIELD_SPAN,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1, sizeof span));
  apo_item_set_value (event, APO_EVENT_FIELD_LABEL,
                      g_variant_new_string (label != NULL && *label != '\0' ? label : words));
  apo_item_set_value (event, APO_EVENT_FIELD_ACTORS, find_actors (dossier, span));
  apo_item_set_value (event, APO_EVENT_FIELD_CLAIMS, apo_edit_find_claims (dossier, span));
  apo_item_set_value (event, APO_EVENT_FIELD_ORIGIN, g_variant_new_int32 (APO_ORIGIN_MANUAL));
  find_date (dossier, event, span);
  command = apo_command_new (_("New event"));
  apo_command_add_item (command, event);
  apo_history_execute (history, command);

  return APO_EVENT (apo_dossier_lookup (dossier, id));
}

/**
 * apo_edit_set_event_date:
 * @interval: open or unknown ends are %APO_DAY_NONE
 *
 * Dates an event, or takes its date away.
 */
void
apo_edit_set_event_date (ApoHistory  *history,
                         ApoEvent    *event,
                         ApoInterval  interval,
                         ApoPrecision precision)
{
  /* Translators: a line of the undo list; %s is what happened */
  g_autofree char *name = g_strdup_printf (_("Date of %s"), apo_event_get_label (event));
  ApoInterval own = apo_event_get_interval (event);
  ApoCommand *command;

  if (own.earliest == interval.earliest && own.latest == interval.latest
      && apo_event_get_precision (event) == precision)
    return;

  command = apo_command_new (name);
  apo_edit_put_int (command, event, APO_EVENT_FIELD_EARLIEST, interval.earliest);
  apo_edit_put_int (command, event, APO_EVENT_FIELD_LATEST, interval.latest);
  apo_edit_put_int (command, event, APO_EVENT_FIELD_PRECISION, precision);
  apo_edit_touch (command, event);
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_event_label:
 *
 * May be called while the reader types: what is typed is one command.
 */
void
apo_edit_set_event_label (ApoHistory *history,
                          ApoEvent   *event,
                          const char *label)
{
  g_autofree char *key = g_strconcat ("label ", apo_item_get_id (APO_ITEM (event)), NULL);
  ApoCommand *command;

  if (g_str_equal (apo_event_get_label (event), label))
    return;

  command = apo_command_new (_("Words of an event"));
  apo_command_set_merge_key (command, key);
  apo_edit_put_string (command, event, APO_EVENT_FIELD_LABEL, label);
  apo_edit_touch (command, event);
  apo_history_execute (history, command);
}

void
apo_edit_set_event_certainty (ApoHistory  *history,
                              ApoEvent    *event,
                              ApoCertainty certainty)
{
  /* Translators: a line of the undo list; %s is how sure words are, such as “Hedged” */
  g_autofree char *name = g_strdup_printf (_("Certainty: %s"),
                                           apo_certainty_get_label (certainty));
  ApoCommand *command;

  if (apo_event_get_certainty (event) == certainty)
    return;

  command = apo_command_new (name);
  apo_edit_put_int (command, event, APO_EVENT_FIELD_CERTAINTY, certainty);
  apo_edit_touch (command, event);
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_event_actors:
 * @actors: all that take part from now on
 */
void
apo_edit_set_event_actors (ApoHistory *history,
                           ApoEvent   *event,
                           GListModel *actors)
{
  g_autoptr (GVariant) refs = NULL;
  GVariantBuilder builder;
  ApoCommand *command;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoItem) actor = g_list_model_get_item (actors, i);

      g_variant_builder_add (&builder, "s", apo_item_get_id (actor));
    }
  refs = g_variant_ref_sink (g_variant_builder_end (&builder));
  if (g_variant_equal (refs, apo_item_get_value (APO_ITEM (event), APO_EVENT_FIELD_ACTORS)))
    return;

  command = apo_command_new (_("Actors of an event"));
  apo_command_set_field (command, APO_ITEM (event), APO_EVENT_FIELD_ACTORS, refs);
  apo_edit_touch (command, event);
  apo_history_execute (history, command);
}

/* The value of a time that stands for @interval: a day, a month or a year where it is one. */
static char *
dup_value (ApoInterval interval)
{
  int year, month, day;
  ApoInterval whole;

  if (interval.earliest == APO_DAY_NONE || interval.latest == APO_DAY_NONE)
    return apo_timex_dup_interval (interval);
  if (interval.earliest == interval.latest)
    return apo_day_format (interval.earliest);

  apo_day_to_ymd (interval.earliest, &year, &month, &day);
  whole = apo_interval_of_month (year, month);
  if (whole.earliest == interval.earliest && whole.latest == interval.latest)
    return g_strdup_printf ("%04d-%02d", year, month);
  whole = apo_interval_of_year (year);
  if (whole.earliest == interval.earliest && whole.latest == interval.latest)
    return g_strdup_printf ("%04d", year);

  return apo_timex_dup_interval (interval);
}

/**
 * apo_edit_set_time:
 * @interval: the days that the words stand for; open ends are %APO_DAY_NONE
 *
 * Puts a time of the text right, and with it the events that the program had dated by it.
 */
void
apo_edit_set_time (ApoHistory  *history,
                   ApoTime     *time,
                   ApoInterval  interval,
                   ApoPrecision precision)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  GListModel *events = apo_dossier_get_items (dossier, APO_ITEM_EVENT);
  g_autofree char *words = apo_dossier_dup_item_text (dossier, APO_ITEM (time));
  /* Translators: a line of the undo list; %s are words of the text, such as “last winter” */
  g_autofree char *name = g_strdup_printf (_("Date of “%s”"), words);
  g_autofree char *value = dup_value (interval);
  ApoInterval own = apo_time_get_interval (time);
  ApoCommand *command;

  if (own.earliest == interval.earliest && own.latest == interval.latest)
    return;

  command = apo_command_new (name);
  apo_edit_put_string (command, time, APO_TIME_FIELD_VALUE, value);
  apo_edit_put_string (command, time, APO_TIME_FIELD_EDTF, value);
  apo_edit_put_int (command, time, APO_TIME_FIELD_EARLIEST, interval.earliest);
  apo_edit_put_int (command, time, APO_TIME_FIELD_LATEST, interval.latest);
  apo_edit_touch (command, time);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (ApoEvent) event = g_list_model_get_item (events, i);

      if (!g_str_equal (apo_event_get_time (event), apo_item_get_id (APO_ITEM (time)))
          || apo_event_get_origin (event) != APO_ORIGIN_AUTO)
        continue;
      apo_edit_put_int (command, event, APO_EVENT_FIELD_EARLIEST, interval.earliest);
      apo_edit_put_int (command, event, APO_EVENT_FIELD_LATEST, interval.latest);
      apo_edit_put_int (command, event, APO_EVENT_FIELD_PRECISION, precision);
    }
  apo_history_execute (history, command);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timeline-content.h"

#include <glib/gi18n.h>

#include "apo-timeline-dates.h"
#include "apo-timeline-event.h"

static int
compare_dated (gconstpointer one,
               gconstpointer other)
{
  ApoEvent *const *a = one;
  ApoEvent *const *b = other;
  ApoInterval first = apo_event_get_interval (*a);
  ApoInterval second = apo_event_get_interval (*b);

  /* No day is the least of all numbers, so that an open start comes first. */
  if (first.earliest != second.earliest)
    return first.earliest < second.earliest ? -1 : 1;

  return first.latest < second.latest ? -1 : first.latest > second.latest;
}

/* As the article tells them; what has no passage comes last. */
static int
compare_undated (gconstpointer one,
                 gconstpointer other,
                 gpointer      user_data)
{
  ApoItem *const *a = one;
  ApoItem *const *b = other;
  ApoSpan first_span;
  ApoSpan second_span;
  gboolean first_known = apo_dossier_get_item_span (user_data, *a, &first_span);
  gboolean second_known = apo_dossier_get_item_span (user_data, *b, &second_span);

  if (!first_known || !second_known)
    return second_known - first_known;

  return first_span.start < second_span.start ? -1 : first_span.start > second_span.start;
}

/**
 * apo_timeline_content_list:
 * @dossier: (nullable): a dossier
 * @focus: (nullable): whose basis says which of its events are shown, with @dossier
 * @n_dated: (out): how many of them have a date
 *
 * Lists the events that are shown: those with a date in the order of time, then the others in the
 * order in which the article tells them.
 *
 * Returns: (transfer full) (element-type ApoEvent): the events, each of them owned
 */
GPtrArray *
apo_timeline_content_list (ApoDossier *dossier,
                           ApoFocus   *focus,
                           guint      *n_dated)
{
  g_autoptr (GPtrArray) dated = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) undated = g_ptr_array_new ();
  GListModel *events = dossier != NULL ? apo_dossier_get_items (dossier, APO_ITEM_EVENT) : NULL;

  for (guint i = 0; events != NULL && i < g_list_model_get_n_items (events); i++)
    {
      ApoEvent *event = g_list_model_get_item (events, i);

      if (!apo_focus_has_item (focus, APO_ITEM (event)))
        g_object_unref (event);
      else if (apo_interval_is_known (apo_event_get_interval (event)))
        g_ptr_array_add (dated, event);
      else
        g_ptr_array_add (undated, event);
    }

  g_ptr_array_sort (dated, compare_dated);
  g_ptr_array_sort_with_data (undated, compare_undated, dossier);
  *n_dated = dated->len;
  g_ptr_array_extend_and_steal (dated, g_steal_pointer (&undated));

  return g_steal_pointer (&dated);
}

/**
 * apo_timeline_content_verdict:
 *
 * Returns: the verdict to show where there are several: a warning first
 */
ApoVerdict
apo_timeline_content_verdict (ApoDossier *dossier,
                              ApoEvent   *event)
{
  static const int weights[] = {
    [APO_VERDICT_GROUP_NONE] = 0,     [APO_VERDICT_GROUP_OUTSIDE] = 1,
    [APO_VERDICT_GROUP_VERIFIED] = 2, [APO_VERDICT_GROUP_OPEN] = 3,
    [APO_VERDICT_GROUP_MIXED] = 4,    [APO_VERDICT_GROUP_DISPUTED] = 5,
  };
  g_auto (GStrv) claims = apo_item_dup_refs (APO_ITEM (event), APO_EVENT_FIELD_CLAIMS);
  ApoVerdict found = APO_VERDICT_NONE;

  for (guint i = 0; claims[i] != NULL; i++)
    {
      ApoItem *claim = apo_dossier_lookup (dossier, claims[i]);
      ApoVerdict verdict;

      if (claim == NULL || !APO_IS_CLAIM (claim) || apo_claim_is_dismissed (APO_CLAIM (claim)))
        continue;

      verdict = apo_claim_get_verdict (APO_CLAIM (claim));
      if (weights[apo_verdict_get_group (verdict)] > weights[apo_verdict_get_group (found)])
        found = verdict;
    }

  return found;
}

/**
 * apo_timeline_content_dup_name:
 *
 * Returns: (transfer full): the label of @event, or the passage where it has none
 */
char *
apo_timeline_content_dup_name (ApoDossier *dossier,
                             ApoEvent   *event)
{
  const char *label = apo_event_get_label (event);

  if (label != NULL && *label != '\0')
    return g_strdup (label);

  return apo_dossier_dup_item_text (dossier, APO_ITEM (event));
}

typedef struct {
  guint index;
  int rank;
} Ranked;

static int
compare_ranks (gconstpointer one,
               gconstpointer other)
{
  const Ranked *a = one;
  const Ranked *b = other;

  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;

  return a->index < b->index ? -1 : a->index > b->index;
}

/* What the reader wants or has judged comes first, then by the actor that is mentioned most. */
static int
find_importance (ApoDossier *dossier,
                 ApoEvent   *event,
                 const char *wanted)
{
  int rank = apo_timeline_event_find_rank (dossier, event);

  if (g_strcmp0 (apo_item_get_id (APO_ITEM (event)), wanted) == 0)
    return -2;
  if (apo_timeline_content_verdict (dossier, event) != APO_VERDICT_NONE)
    return -1;

  return rank >= 0 ? rank : G_MAXINT;
}

/**
 * apo_timeline_content_leave_out:
 * @events: as of apo_timeline_content_list()
 * @n_dated: (inout): how many of them have a date
 * @max_dated: how many of these to keep
 * @wanted: (nullable): the id of one that is not to be left out
 *
 * Takes away the least important of the events with a date; the others keep their order.
 */
void
apo_timeline_content_leave_out (GPtrArray  *events,
                                guint      *n_dated,
                                guint       max_dated,
                                ApoDossier *dossier,
                                const char *wanted)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  g_autofree gboolean *kept = g_new0 (gboolean, *n_dated);

  if (*n_dated <= max_dated)
    return;

  for (guint i = 0; i < *n_dated; i++)
    {
      Ranked entry = { i, find_importance (dossier, events->pdata[i], wanted) };

      g_array_append_val (ranked, entry);
    }
  g_array_sort (ranked, compare_ranks);
  for (guint i = 0; i < max_dated; i++)
    kept[g_array_index (ranked, Ranked, i).index] = TRUE;
  for (guint i = *n_dated; i > 0; i--)
    if (!kept[i - 1])
      g_ptr_array_remove_index (events, i - 1);
  *n_dated = max_dated;
}

/**
 * apo_timeline_content_list_dismissed:
 *
 * Returns: (transfer full) (element-type ApoEvent): those that the reader has dismissed
 */
GPtrArray *
apo_timeline_content_list_dismissed (ApoDossier *dossier)
{
  GPtrArray *dismissed = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *events = apo_dossier_get_items (dossier, APO_ITEM_EVENT);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (ApoEvent) event = g_list_model_get_item (events, i);

      if (apo_event_is_dismissed (event))
        g_ptr_array_add (dismissed, g_steal_pointer (&event));
    }

  return dismissed;
}

static char *
dup_actors (ApoDossier *dossier,
            ApoEvent   *event)
{
  g_auto (GStrv) ids = apo_item_dup_refs (APO_ITEM (event), APO_EVENT_FIELD_ACTORS);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      ApoItem *actor = apo_dossier_lookup (dossier, ids[i]);

      if (APO_IS_ACTOR (actor) && !apo_actor_is_dismissed (APO_ACTOR (actor)))
        g_ptr_array_add (names, (char *) apo_actor_get_name (APO_ACTOR (actor)));
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/* The date, and how exactly it is known. */
static char *
dup_date (ApoEvent *event)
{
  ApoInterval interval = apo_event_get_interval (event);
  ApoPrecision precision = apo_event_get_precision (event);
  g_autofree char *date = apo_timeline_format_interval (interval, precision);

  if (!apo_interval_is_known (interval) || precision == APO_PRECISION_NONE)
    return g_steal_pointer (&date);

  /* Translators: a date, and how exactly it is known, such as "to the month" */
  return g_strdup_printf (_("%s (%s)"), date, apo_precision_get_label (precision));
}

/**
 * apo_timeline_content_describe:
 *
 * Puts an event into words: an #ApoFactFunc.
 */
void
apo_timeline_content_describe (ApoDossier *dossier,
                               ApoItem    *item,
                               ApoFact    *fact)
{
  ApoEvent *event = APO_EVENT (item);
  g_autofree char *date = dup_date (event);
  g_autofree char *actors = dup_actors (dossier, event);
  const char *standing = apo_standing_get_label (apo_dossier_get_standing (dossier, item));

  fact->title = apo_timeline_content_dup_name (dossier, event);
  fact->verdict = apo_timeline_content_verdict (dossier, event);
  fact->caption = g_strjoin (" · ", date, standing, *actors != '\0' ? actors : NULL, NULL);
  if (*actors == '\0')
    /* Translators: an event: its date, its name, on what it stands, the verdict */
    fact->sentence = g_strdup_printf (_("%s: %s. %s. %s."), date, fact->title, standing,
                                      apo_verdict_get_label (fact->verdict));
  else
    /* Translators: an event: its date, its name, on what it stands, the verdict, who takes part */
    fact->sentence = g_strdup_printf (_("%s: %s. %s. %s. Actors: %s."), date, fact->title, standing,
                                      apo_verdict_get_label (fact->verdict), actors);
}

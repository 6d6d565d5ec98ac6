/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "apo-merge-private.h"

/* What a plan says, for those who decide about it. */

guint
apo_merge_get_n_changes (ApoMerge *merge)
{
  return merge->changes->len;
}

/**
 * apo_merge_get_change:
 *
 * Returns: (transfer none): something that comes in or goes
 */
const ApoMergeChange *
apo_merge_get_change (ApoMerge *merge,
                      guint     change)
{
  return &g_array_index (merge->changes, ApoMergeChange, change);
}

/**
 * apo_merge_is_record:
 *
 * Returns: whether a change is of what the program keeps for itself, or writes beside what the
 *   reader does
 */
gboolean
apo_merge_is_record (const ApoMergeChange *change)
{
  static const char *const keys[] = {
    "log", "origin", "status", "merged", "analyser", "anchors", "anchor", "created", "changed",
    "extra", NULL,
  };

  return change->kind == APO_MERGE_CHANGED && g_strv_contains (keys, change->key);
}

/**
 * apo_merge_count:
 * @counts: (out caller-allocates): what comes in and goes, conflicts apart
 */
void
apo_merge_count (ApoMerge       *merge,
                 ApoMergeCounts *counts)
{
  ApoMergeCounts found = { 0 };

  for (guint i = 0; i < merge->changes->len; i++)
    {
      const ApoMergeChange *change = apo_merge_get_change (merge, i);

      if (change->kind == APO_MERGE_ADDED)
        found.added[change->type]++;
      else if (change->kind == APO_MERGE_REMOVED)
        found.removed++;
      else if (g_str_equal (change->key, "verdict"))
        found.verdicts++;
      else if (g_str_equal (change->key, "reason"))
        found.reasons++;
      else if (!apo_merge_is_record (change))
        found.other++;
    }

  *counts = found;
}

guint
apo_merge_get_n_conflicts (ApoMerge *merge)
{
  return merge->conflicts->len;
}

/**
 * apo_merge_get_conflict:
 *
 * Returns: (transfer none): a field that both changed
 */
const ApoMergeConflict *
apo_merge_get_conflict (ApoMerge *merge,
                        guint     conflict)
{
  return &g_array_index (merge->conflicts, ApoMergeConflict, conflict);
}

/**
 * apo_merge_get_n_unsettled:
 *
 * Returns: the number of conflicts that the reader has not settled yet
 */
guint
apo_merge_get_n_unsettled (ApoMerge *merge)
{
  guint n = 0;

  for (guint i = 0; i < merge->conflicts->len; i++)
    n += apo_merge_get_conflict (merge, i)->side == APO_MERGE_UNSETTLED;

  return n;
}

void
apo_merge_settle (ApoMerge    *merge,
                  guint        conflict,
                  ApoMergeSide side)
{
  g_return_if_fail (conflict < merge->conflicts->len);

  g_array_index (merge->conflicts, ApoMergeConflict, conflict).side = side;
}

/**
 * apo_merge_get_name:
 *
 * Returns: (transfer none): of the other copy, for people
 */
const char *
apo_merge_get_name (ApoMerge *merge)
{
  return merge->name;
}

/**
 * apo_merge_has_base:
 *
 * Returns: whether it is known what both copies come from
 */
gboolean
apo_merge_has_base (ApoMerge *merge)
{
  return merge->map->base != NULL;
}

/* Who gave a claim the verdict that it has, by its log. */
static void
find_hand (ApoItem      *claim,
           ApoMergeHand *hand)
{
  GVariant *log = apo_item_get_value (claim, APO_CLAIM_FIELD_LOG);
  int verdict = apo_claim_get_verdict (APO_CLAIM (claim));

  for (gsize i = g_variant_n_children (log); i > 0; i--)
    {
      g_autofree char *by = NULL;
      gint64 time;
      int given;

      g_variant_get_child (log, i - 1, "(xiiss)", &time, NULL, &given, &by, NULL);
      if (given != verdict)
        continue;
      hand->time = time;
      hand->by = *by != '\0' ? g_steal_pointer (&by) : NULL;
      return;
    }
}

static gboolean
is_unset (ApoItem  *item,
          guint     field,
          GVariant *value)
{
  g_autoptr (ApoItem) blank = apo_item_new (apo_item_get_item_type (item), "blank");

  return g_variant_equal (apo_item_get_value (blank, field), value);
}

/* Whether all that @less says is in @more. */
static gboolean
is_within (GVariant *less,
           GVariant *more)
{
  if (g_variant_is_of_type (less, G_VARIANT_TYPE_STRING))
    return strstr (g_variant_get_string (more, NULL), g_variant_get_string (less, NULL)) != NULL;
  if (g_variant_is_of_type (less, G_VARIANT_TYPE ("a(uu)")))
    {
      gsize n_less, n_more;
      const ApoSpan *x = g_variant_get_fixed_array (less, &n_less, sizeof (ApoSpan));
      const ApoSpan *y = g_variant_get_fixed_array (more, &n_more, sizeof (ApoSpan));
      guint length = 0;

      for (gsize i = 0; i < n_less; i++)
        length += x[i].end - x[i].start;

      return apo_spans_get_common (x, n_less, y, n_more) == length;
    }

  return FALSE;
}

/**
 * apo_merge_describe_conflict:
 * @dispute: what the conflict is about
 * @theirs: the item in the other copy
 * @conflict: gets whose hands are in it, and the careful side
 */
void
apo_merge_describe_conflict (const ApoMergeSetting *dispute,
                             ApoItem               *theirs,
                             ApoMergeConflict      *conflict)
{
  ApoItem *mine = dispute->item;
  GVariant *value = apo_item_get_value (mine, dispute->field);

  if (APO_IS_CLAIM (mine) && dispute->field == APO_CLAIM_FIELD_VERDICT)
    {
      find_hand (mine, &conflict->my_hand);
      find_hand (theirs, &conflict->their_hand);
    }

  conflict->careful = APO_MERGE_MINE;
  if (dispute->theirs == NULL
      && (is_unset (mine, dispute->field, value)
          || (!is_unset (mine, dispute->field, dispute->value)
              && is_within (value, dispute->value))))
    conflict->careful = APO_MERGE_THEIRS;
}

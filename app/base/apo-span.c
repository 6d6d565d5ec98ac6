/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-span.h"

/**
 * apo_span_compare:
 * @a: pointer to an #ApoSpan
 * @b: pointer to an #ApoSpan
 *
 * Orders spans by start, the longer first where two start together; for g_array_sort().
 */
int
apo_span_compare (gconstpointer a,
                  gconstpointer b)
{
  const ApoSpan *x = a;
  const ApoSpan *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end > y->end ? -1 : 1;

  return 0;
}

/**
 * apo_span_get_common:
 *
 * Returns: how many code points both spans cover
 */
guint
apo_span_get_common (ApoSpan a,
                     ApoSpan b)
{
  guint start = MAX (a.start, b.start);
  guint end = MIN (a.end, b.end);

  return end > start ? end - start : 0;
}

/**
 * apo_spans_new:
 *
 * Returns: (transfer full) (element-type ApoSpan): an empty array of spans
 */
GArray *
apo_spans_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (ApoSpan));
}

/**
 * apo_spans_get_length:
 *
 * Returns: the code points the spans cover together, which must not overlap
 */
guint
apo_spans_get_length (const ApoSpan *spans,
                      guint          n_spans)
{
  guint length = 0;

  for (guint i = 0; i < n_spans; i++)
    length += apo_span_get_length (spans[i]);

  return length;
}

/**
 * apo_spans_get_common:
 *
 * Returns: the code points that both lists cover; within a list, spans must not overlap
 */
guint
apo_spans_get_common (const ApoSpan *a,
                      guint          n_a,
                      const ApoSpan *b,
                      guint          n_b)
{
  guint common = 0;

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      common += apo_span_get_common (a[i], b[j]);

  return common;
}

/**
 * apo_spans_contain:
 *
 * Returns: whether one of @spans covers the whole of @inner
 */
gboolean
apo_spans_contain (const ApoSpan *spans,
                   guint          n_spans,
                   ApoSpan        inner)
{
  for (guint i = 0; i < n_spans; i++)
    if (apo_span_contains (spans[i], inner))
      return TRUE;

  return FALSE;
}

/**
 * apo_spans_unite:
 * @spans: (element-type ApoSpan): in any order
 *
 * Sorts the spans and makes one of those that overlap or touch.
 */
void
apo_spans_unite (GArray *spans)
{
  g_array_sort (spans, apo_span_compare);
  for (guint i = spans->len; i > 1; i--)
    {
      ApoSpan *before = &g_array_index (spans, ApoSpan, i - 2);
      const ApoSpan *after = &g_array_index (spans, ApoSpan, i - 1);

      if (after->start > before->end)
        continue;
      before->end = MAX (before->end, after->end);
      g_array_remove_index (spans, i - 1);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ApoSpan:
 * @start: first code point
 * @end: one past the last code point
 *
 * A stretch of the normalised text, in Unicode code points, half open.  The layout is fixed: an
 * array of spans is the same in memory as a #GVariant of type `a(uu)`.
 */
typedef struct {
  guint start;
  guint end;
} ApoSpan;

#define APO_SPAN(start, end) ((ApoSpan) { (start), (end) })

static inline guint
apo_span_get_length (ApoSpan span)
{
  return span.end > span.start ? span.end - span.start : 0;
}

static inline gboolean
apo_span_overlaps (ApoSpan a, ApoSpan b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
apo_span_contains (ApoSpan outer, ApoSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

static inline gboolean
apo_span_equal (ApoSpan a, ApoSpan b)
{
  return a.start == b.start && a.end == b.end;
}

int      apo_span_compare          (gconstpointer a,
                                    gconstpointer b);
guint    apo_span_get_common       (ApoSpan a,
                                    ApoSpan b);

GArray  *apo_spans_new             (void);
guint    apo_spans_get_length      (const ApoSpan *spans,
                                    guint          n_spans);
guint    apo_spans_get_common      (const ApoSpan *a,
                                    guint          n_a,
                                    const ApoSpan *b,
                                    guint          n_b);
gboolean apo_spans_contain         (const ApoSpan *spans,
                                    guint          n_spans,
                                    ApoSpan        inner);
void     apo_spans_unite           (GArray        *spans);

G_END_DECLS

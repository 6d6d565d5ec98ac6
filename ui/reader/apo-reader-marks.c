/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-marks.h"

struct _ApoReaderMarks {
  GArray *marks;                /* ApoReaderMark, by start, the longer first */
  guint *reach;                 /* of each mark: the furthest end up to and with it */
  GPtrArray *items;             /* keeps the items alive */
};

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const ApoReaderMark *x = a;
  const ApoReaderMark *y = b;

  return apo_span_compare (&x->span, &y->span);
}

static void
add_spans (ApoReaderMarks *self,
           ApoItem        *item,
           const ApoSpan  *spans,
           guint           n_spans)
{
  g_ptr_array_add (self->items, g_object_ref (item));

  for (guint i = 0; i < n_spans; i++)
    {
      ApoReaderMark mark = { spans[i], item, i == 0 };

      g_array_append_val (self->marks, mark);
    }
}

static void
add_mentions (ApoReaderMarks *self,
              ApoActor       *actor,
              guint           article)
{
  guint n_mentions;
  const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n_mentions);

  g_ptr_array_add (self->items, g_object_ref (actor));

  for (guint i = 0; i < n_mentions; i++)
    {
      ApoReaderMark mark = { mentions[i].span, APO_ITEM (actor), i == 0 };

      if (mentions[i].article == article && mentions[i].form != APO_MENTION_PRONOUN)
        g_array_append_val (self->marks, mark);
    }
}

static void
add_items (ApoReaderMarks *self,
           ApoDossier     *dossier,
           ApoItemType     type,
           guint           article)
{
  GListModel *items = apo_dossier_get_items (dossier, type);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);
      const ApoSpan *spans;
      guint n_spans;
      ApoSpan place;

      if (APO_IS_ACTOR (item) && !apo_actor_is_dismissed (APO_ACTOR (item)))
        add_mentions (self, APO_ACTOR (item), article);
      else if (!apo_dossier_get_item_span (dossier, item, &place))
        continue;               /* it stands in an older version of the text */
      else if (APO_IS_CLAIM (item) && !apo_claim_is_dismissed (APO_CLAIM (item)))
        {
          spans = apo_claim_get_content (APO_CLAIM (item), &n_spans);
          add_spans (self, item, spans, n_spans);
        }
      else if (APO_IS_TIME (item))
        {
          spans = apo_item_get_spans (item, APO_TIME_FIELD_SPAN, &n_spans);
          add_spans (self, item, spans, n_spans);
        }
    }
}

/**
 * apo_reader_marks_new:
 *
 * Returns: (transfer full): the claims, actors and times of the first article as they are now;
 *   O(n log n)
 */
ApoReaderMarks *
apo_reader_marks_new (ApoDossier *dossier)
{
  ApoReaderMarks *self = g_new0 (ApoReaderMarks, 1);
  ApoArticle *article = apo_dossier_get_article (dossier);
  guint number = article != NULL ? apo_article_get_number (article) : 1;
  guint reach = 0;

  self->marks = g_array_new (FALSE, FALSE, sizeof (ApoReaderMark));
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  add_items (self, dossier, APO_ITEM_CLAIM, number);
  add_items (self, dossier, APO_ITEM_ACTOR, number);
  add_items (self, dossier, APO_ITEM_TIME, number);
  g_array_sort (self->marks, compare_marks);

  self->reach = g_new (guint, self->marks->len + 1);
  for (guint i = 0; i < self->marks->len; i++)
    {
      reach = MAX (reach, g_array_index (self->marks, ApoReaderMark, i).span.end);
      self->reach[i] = reach;
    }

  return self;
}

void
apo_reader_marks_free (ApoReaderMarks *marks)
{
  g_array_unref (marks->marks);
  g_ptr_array_unref (marks->items);
  g_free (marks->reach);
  g_free (marks);
}

/* The first mark that may end after @offset; those before it all end at or before it. */
static guint
find_first (ApoReaderMarks *self,
            guint           offset)
{
  guint low = 0;
  guint high = self->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->reach[middle] <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * apo_reader_marks_foreach:
 * @func: called for each mark that overlaps @range, by start, the longer first
 */
void
apo_reader_marks_foreach (ApoReaderMarks   *marks,
                          ApoSpan           range,
                          ApoReaderMarkFunc func,
                          gpointer          user_data)
{
  for (guint i = find_first (marks, range.start); i < marks->marks->len; i++)
    {
      const ApoReaderMark *mark = &g_array_index (marks->marks, ApoReaderMark, i);

      if (mark->span.start >= range.end)
        break;
      if (mark->span.end > range.start)
        func (mark, user_data);
    }
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const ApoReaderMark *x = *(const ApoReaderMark *const *) a;
  const ApoReaderMark *y = *(const ApoReaderMark *const *) b;
  guint length_x = apo_span_get_length (x->span);
  guint length_y = apo_span_get_length (y->span);

  return length_x < length_y ? -1 : length_x > length_y;
}

static void
collect_cb (const ApoReaderMark *mark,
            gpointer             user_data)
{
  g_ptr_array_add (user_data, (gpointer) mark);
}

/**
 * apo_reader_marks_at:
 *
 * Returns: (transfer container) (element-type ApoReaderMark): what covers the character at @offset,
 *   the shortest first
 */
GPtrArray *
apo_reader_marks_at (ApoReaderMarks *marks,
                     guint           offset)
{
  GPtrArray *found = g_ptr_array_new ();

  apo_reader_marks_foreach (marks, APO_SPAN (offset, offset + 1), collect_cb, found);
  g_ptr_array_sort (found, compare_lengths);

  return found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-find.h"

#include <string.h>

/* One character for one, so that offsets stay. */
static gunichar
fold (gunichar c)
{
  switch (c)
    {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return '\'';
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
      return '"';
    default:
      return g_unichar_isspace (c) || c == 0x00A0 || c == 0x202F ? ' ' : g_unichar_tolower (c);
    }
}

static gunichar *
dup_folded (const char *utf8,
            glong      *length)
{
  gunichar *folded = g_utf8_to_ucs4_fast (utf8, -1, length);

  for (glong i = 0; i < *length; i++)
    folded[i] = fold (folded[i]);

  return folded;
}

/**
 * apo_reader_find:
 * @query: what was typed, UTF-8
 *
 * Finds @query wherever it stands, whatever its case, quotes and spaces.
 *
 * Returns: (transfer full) (element-type ApoSpan): the places, in the order of the text, none
 *   overlapping another
 */
GArray *
apo_reader_find (ApoText    *text,
                 const char *query)
{
  GArray *found = apo_spans_new ();
  glong n_text;
  glong n_query;
  g_autofree gunichar *haystack = NULL;
  g_autofree gunichar *needle = dup_folded (query, &n_query);

  if (n_query == 0)
    return found;

  haystack = dup_folded (apo_text_get_string (text), &n_text);

  for (glong i = 0; i + n_query <= n_text; i++)
    if (haystack[i] == needle[0]
        && memcmp (haystack + i, needle, n_query * sizeof (gunichar)) == 0)
      {
        ApoSpan span = APO_SPAN (i, i + n_query);

        g_array_append_val (found, span);
        i += n_query - 1;
      }

  return found;
}

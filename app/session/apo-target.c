/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-target.h"

#include <string.h>

#include "apo-json-member.h"
#include "apo-json-writer.h"

#define QUOTE    "TextQuoteSelector"
#define POSITION "TextPositionSelector"

/* Code points of context on each side. */
#define CONTEXT 32

static void
append_member (GString    *out,
               const char *key,
               ApoText    *text,
               ApoSpan     span)
{
  g_autofree char *slice = apo_text_dup_slice (text, span);

  g_string_append_printf (out, ", \"%s\": ", key);
  apo_json_append_string (out, slice);
}

/**
 * apo_target_append_json:
 * @indent: of the line that it begins on, in levels
 *
 * Appends the targets of an annotation of these passages, one for each, as in the Web Annotation
 * Data Model (W3C, 2017), 4.2.4 and 4.2.5: what the passage says, with the text around it, and where
 * it stands.
 */
void
apo_target_append_json (GString       *out,
                        guint          indent,
                        ApoText       *text,
                        const ApoSpan *spans,
                        guint          n_spans)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < n_spans; i++)
    {
      ApoSpan span = spans[i];
      guint before = span.start > CONTEXT ? span.start - CONTEXT : 0;

      g_string_append_printf (out, "%s\n%*s{\"selector\": [{\"type\": \"" QUOTE "\"",
                              i > 0 ? "," : "", 2 * (indent + 1), "");
      append_member (out, "exact", text, span);
      append_member (out, "prefix", text, APO_SPAN (before, span.start));
      append_member (out, "suffix", text, APO_SPAN (span.end, span.end + CONTEXT));
      g_string_append_printf (out, "}, {\"type\": \"" POSITION "\", \"start\": %u, \"end\": %u}]}",
                              span.start, span.end);
    }
  g_string_append_printf (out, "\n%*s]", 2 * indent, "");
}

/* The first selector of that type, or NULL. */
static JsonObject *
find_selector (JsonArray  *selectors,
               const char *type)
{
  for (guint i = 0; i < json_array_get_length (selectors); i++)
    {
      JsonNode *node = json_array_get_element (selectors, i);
      JsonObject *selector = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

      if (selector != NULL && g_strcmp0 (apo_json_get_string (selector, "type"), type) == 0)
        return selector;
    }

  return NULL;
}

/* Whether a passage says just that. */
static gboolean
says (ApoText    *text,
      ApoSpan     span,
      const char *exact)
{
  gsize start = apo_text_offset_to_byte (text, span.start);
  gsize end = apo_text_offset_to_byte (text, MAX (span.start, span.end));

  return exact != NULL && strlen (exact) == end - start
         && memcmp (apo_text_get_string (text) + start, exact, end - start) == 0;
}

/* Whether a target is of that passage and quotes it rightly. */
static gboolean
target_fits (JsonNode *target,
             ApoText  *text,
             ApoSpan   span)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (target) ? json_node_get_object (target) : NULL;
  JsonNode *node = object != NULL ? json_object_get_member (object, "selector") : NULL;
  JsonArray *selectors = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                                      : NULL;
  JsonObject *quote = selectors != NULL ? find_selector (selectors, QUOTE) : NULL;
  JsonObject *position = selectors != NULL ? find_selector (selectors, POSITION) : NULL;
  gint64 start;
  gint64 end;

  return quote != NULL && position != NULL
         && apo_json_get_integer (position, "start", 0, &start) && start == span.start
         && apo_json_get_integer (position, "end", 0, &end) && end == span.end
         && says (text, span, apo_json_get_string (quote, "exact"));
}

/**
 * apo_target_fits:
 * @spans: passages within the text
 *
 * Returns: whether @node holds the targets of these passages of this text
 */
gboolean
apo_target_fits (JsonNode      *node,
                 ApoText       *text,
                 const ApoSpan *spans,
                 guint          n_spans)
{
  JsonArray *targets = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (targets == NULL || json_array_get_length (targets) != n_spans)
    return FALSE;

  for (guint i = 0; i < n_spans; i++)
    if (!target_fits (json_array_get_element (targets, i), text, spans[i]))
      return FALSE;

  return TRUE;
}

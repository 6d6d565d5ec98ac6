/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-json-writer.h"

#include <math.h>
#include <string.h>

/**
 * apo_json_append_string:
 * @string: UTF-8
 *
 * Appends a JSON string, which stays readable: only quotes, backslashes and control characters are
 * escaped.
 */
void
apo_json_append_string (GString    *out,
                        const char *string)
{
  g_string_append_c (out, '"');

  for (const char *p = string; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
        g_string_append (out, "\\\"");
        break;
      case '\\':
        g_string_append (out, "\\\\");
        break;
      case '\n':
        g_string_append (out, "\\n");
        break;
      case '\r':
        g_string_append (out, "\\r");
        break;
      case '\t':
        g_string_append (out, "\\t");
        break;
      default:
        if ((guchar) *p < 0x20 || *p == 0x7F)
          g_string_append_printf (out, "\\u%04x", (guchar) *p);
        else
          g_string_append_c (out, *p);
        break;
      }

  g_string_append_c (out, '"');
}

/**
 * apo_json_append_key:
 * @indent: in levels of two spaces
 * @first: (inout): whether it is the first key of its object
 *
 * Begins the line of the next member of an object.
 */
void
apo_json_append_key (GString    *out,
                     guint       indent,
                     const char *key,
                     gboolean   *first)
{
  g_string_append (out, *first ? "\n" : ",\n");
  *first = FALSE;
  for (guint i = 0; i < indent; i++)
    g_string_append (out, "  ");
  apo_json_append_string (out, key);
  g_string_append (out, ": ");
}

/* The shortest digits that are read back as the same number, and as one that is not an integer. */
static void
append_double (GString *out,
               double   value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint precision = 15; precision <= 17; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%ug", precision);
      g_ascii_formatd (digits, sizeof digits, format, value);
      if (g_ascii_strtod (digits, NULL) == value)
        break;
    }

  g_string_append (out, digits);
  if (strpbrk (digits, ".e") == NULL)
    g_string_append (out, ".0");
}

static void
append_scalar (GString  *out,
               JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    g_string_append (out, "null");
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    apo_json_append_string (out, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    append_double (out, json_node_get_double (node));
  else
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

/**
 * apo_json_append_node:
 *
 * Appends @node on one line, the members of objects in their order.
 */
void
apo_json_append_node (GString  *out,
                      JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      g_string_append_c (out, '[');
      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          if (i > 0)
            g_string_append (out, ", ");
          apo_json_append_node (out, json_array_get_element (array, i));
        }
      g_string_append_c (out, ']');
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;
      gboolean first = TRUE;

      g_string_append_c (out, '{');
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        {
          if (!first)
            g_string_append (out, ", ");
          first = FALSE;
          apo_json_append_string (out, name);
          g_string_append (out, ": ");
          apo_json_append_node (out, member);
        }
      g_string_append_c (out, '}');
    }
  else
    append_scalar (out, node);
}

/**
 * apo_json_node_is_writable:
 * @depth: how deep it may be
 *
 * Returns: whether @node can be written and read again: no deeper than that, and all numbers finite
 */
gboolean
apo_json_node_is_writable (JsonNode *node,
                           guint     depth)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if (depth == 0 || !apo_json_node_is_writable (json_array_get_element (array, i), depth - 1))
          return FALSE;
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        if (depth == 0 || !apo_json_node_is_writable (member, depth - 1))
          return FALSE;
    }
  else if (json_node_get_value_type (node) == G_TYPE_DOUBLE)
    return isfinite (json_node_get_double (node));

  return TRUE;
}

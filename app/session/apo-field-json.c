/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-field-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-actor.h"
#include "apo-json-writer.h"

/* The first article of a dossier, whose number mentions leave out. */
#define FIRST_ARTICLE 1

/* Longer words are not repeated in sentences about them. */
#define MAX_QUOTED_BYTES 60

static void
append_enum (GType    type,
             int      value,
             GString *out)
{
  apo_json_append_string (out, apo_enum_to_nick (type, value));
}

static void
append_spans (const ApoSpan *spans,
              gsize          n_spans,
              GString       *out)
{
  g_string_append_c (out, '[');
  for (gsize i = 0; i < n_spans; i++)
    g_string_append_printf (out, "%s[%u, %u]", i > 0 ? ", " : "", spans[i].start, spans[i].end);
  g_string_append_c (out, ']');
}

static void
append_mentions (const ApoActorMention *mentions,
                 gsize                  n_mentions,
                 GString               *out)
{
  g_string_append_c (out, '[');
  for (gsize i = 0; i < n_mentions; i++)
    {
      g_string_append_printf (out, "%s[%u, %u, ", i > 0 ? ", " : "", mentions[i].span.start,
                              mentions[i].span.end);
      append_enum (APO_TYPE_MENTION_FORM, mentions[i].form, out);
      if (mentions[i].article != FIRST_ARTICLE)
        g_string_append_printf (out, ", %u", mentions[i].article);
      g_string_append_c (out, ']');
    }
  g_string_append_c (out, ']');
}

static void
append_refs (GVariant *value,
             GString  *out)
{
  gsize n_refs;
  g_autofree const char **refs = g_variant_get_strv (value, &n_refs);

  g_string_append_c (out, '[');
  for (gsize i = 0; i < n_refs; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      apo_json_append_string (out, refs[i]);
    }
  g_string_append_c (out, ']');
}

static void
append_time (gint64   unix_time,
             GString *out)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (unix_time);

  if (time == NULL)
    time = g_date_time_new_from_unix_utc (0);

  g_string_append_printf (out, "\"%04d-%02d-%02dT%02d:%02d:%02dZ\"", g_date_time_get_year (time),
                          g_date_time_get_month (time), g_date_time_get_day_of_month (time),
                          g_date_time_get_hour (time), g_date_time_get_minute (time),
                          g_date_time_get_second (time));
}

static void
append_verdicts (GVariant *value,
                 GString  *out)
{
  GVariantIter iter;
  gint64 time;
  int old;
  int new;
  const char *by;
  const char *why;
  gboolean first = TRUE;

  g_string_append_c (out, '[');
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(xii&s&s)", &time, &old, &new, &by, &why))
    {
      g_string_append (out, first ? "{\"time\": " : ", {\"time\": ");
      first = FALSE;
      append_time (time, out);
      g_string_append (out, ", \"from\": ");
      append_enum (APO_TYPE_VERDICT, old, out);
      g_string_append (out, ", \"to\": ");
      append_enum (APO_TYPE_VERDICT, new, out);
      g_string_append (out, ", \"by\": ");
      apo_json_append_string (out, by);
      g_string_append (out, ", \"why\": ");
      apo_json_append_string (out, why);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_anchors (GVariant *value,
                GString  *out)
{
  GVariantIter iter;
  const char *id;
  const char *key;
  GVariant *spans;
  gboolean first = TRUE;

  g_string_append_c (out, '[');
  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(&s&s@a(uu))", &id, &key, &spans))
    {
      gsize n_spans;
      const ApoSpan *array = g_variant_get_fixed_array (spans, &n_spans, sizeof (ApoSpan));

      g_string_append (out, first ? "[" : ", [");
      first = FALSE;
      apo_json_append_string (out, id);
      g_string_append (out, ", ");
      apo_json_append_string (out, key);
      g_string_append (out, ", ");
      append_spans (array, n_spans, out);
      g_string_append_c (out, ']');
      g_variant_unref (spans);
    }
  g_string_append_c (out, ']');
}

static void
append_day (ApoDay   day,
            GString *out)
{
  g_autofree char *iso = apo_day_format (day);

  if (iso != NULL)
    apo_json_append_string (out, iso);
  else
    g_string_append (out, "null");
}

static void
append_point (GVariant *value,
              GString  *out)
{
  int x;
  int y;

  if (g_variant_n_children (value) == 0)
    {
      g_string_append (out, "[]");
      return;
    }

  g_variant_get_child (value, 0, "(ii)", &x, &y);
  g_string_append_printf (out, "[%d, %d]", x, y);
}

/**
 * apo_field_append_json:
 * @value: of the type of the field
 *
 * Appends the value as files write it, on one line.
 */
void
apo_field_append_json (const ApoField *field,
                       GVariant       *value,
                       GString        *out)
{
  const void *array;
  gsize n;

  switch (field->kind)
    {
    case APO_FIELD_ENUM:
      append_enum (field->get_enum_type (), g_variant_get_int32 (value), out);
      break;
    case APO_FIELD_BOOLEAN:
      g_string_append (out, g_variant_get_boolean (value) ? "true" : "false");
      break;
    case APO_FIELD_INTEGER:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, g_variant_get_int64 (value));
      break;
    case APO_FIELD_DAY:
      append_day (g_variant_get_int32 (value), out);
      break;
    case APO_FIELD_SPAN:
    case APO_FIELD_SPANS:
      array = g_variant_get_fixed_array (value, &n, sizeof (ApoSpan));
      if (field->kind == APO_FIELD_SPAN && n == 1)
        g_string_append_printf (out, "[%u, %u]", ((const ApoSpan *) array)->start,
                                ((const ApoSpan *) array)->end);
      else
        append_spans (array, n, out);
      break;
    case APO_FIELD_MENTIONS:
      array = g_variant_get_fixed_array (value, &n, sizeof (ApoActorMention));
      append_mentions (array, n, out);
      break;
    case APO_FIELD_REFS:
    case APO_FIELD_STRINGS:
      append_refs (value, out);
      break;
    case APO_FIELD_POINT:
      append_point (value, out);
      break;
    case APO_FIELD_VERDICTS:
      append_verdicts (value, out);
      break;
    case APO_FIELD_ANCHORS:
      append_anchors (value, out);
      break;
    case APO_FIELD_MOMENT:
      append_time (g_variant_get_int64 (value), out);
      break;
    case APO_FIELD_STRING:
    case APO_FIELD_REF:
    default:
      apo_json_append_string (out, g_variant_get_string (value, NULL));
      break;
    }
}

/* Each of the readers below returns a new floating value, or NULL if the node is not such a one. */

static const char *
get_string (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

static gboolean
get_integer (JsonNode *node,
             gint64    lowest,
             gint64    highest,
             gint64   *value)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;

  *value = json_node_get_int (node);

  return *value >= lowest && *value <= highest;
}

static gboolean
get_pair (JsonNode *node,
          gint64    lowest,
          gint64    highest,
          gint64   *first,
          gint64   *second)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  return array != NULL && json_array_get_length (array) >= 2
         && get_integer (json_array_get_element (array, 0), lowest, highest, first)
         && get_integer (json_array_get_element (array, 1), lowest, highest, second);
}

static gboolean
get_enum (JsonNode *node,
          GType     type,
          int      *value)
{
  const char *nick = get_string (node);

  return nick != NULL && apo_enum_from_nick (type, nick, value);
}

static gboolean
get_span (JsonNode *node,
          ApoSpan  *span)
{
  gint64 start;
  gint64 end;

  if (!get_pair (node, 0, G_MAXUINT, &start, &end) || start >= end)
    return FALSE;

  *span = APO_SPAN (start, end);

  return TRUE;
}

static GVariant *
read_string (const ApoField *field,
             JsonNode       *node)
{
  const char *string = get_string (node);

  return string != NULL ? g_variant_new_string (string) : NULL;
}

static GVariant *
read_enum (const ApoField *field,
           JsonNode       *node)
{
  int value;

  return get_enum (node, field->get_enum_type (), &value) ? g_variant_new_int32 (value) : NULL;
}

static GVariant *
read_boolean (const ApoField *field,
              JsonNode       *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return NULL;

  return g_variant_new_boolean (json_node_get_boolean (node));
}

static GVariant *
read_integer (const ApoField *field,
              JsonNode       *node)
{
  gint64 value;

  return get_integer (node, G_MININT64, G_MAXINT64, &value) ? g_variant_new_int64 (value) : NULL;
}

static GVariant *
read_day (const ApoField *field,
          JsonNode       *node)
{
  const char *iso = get_string (node);
  ApoDay day;

  return iso != NULL && apo_day_parse (iso, &day) ? g_variant_new_int32 (day) : NULL;
}

static GVariant *
read_span (const ApoField *field,
           JsonNode       *node)
{
  ApoSpan span;

  if (!get_span (node, &span) || json_array_get_length (json_node_get_array (node)) != 2)
    return NULL;

  return g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1, sizeof span);
}

static GVariant *
read_spans (const ApoField *field,
            JsonNode       *node)
{
  g_autoptr (GArray) spans = apo_spans_new ();
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      ApoSpan span;

      if (!get_span (element, &span) || json_array_get_length (json_node_get_array (element)) != 2)
        return NULL;
      g_array_append_val (spans, span);
    }

  if (array == NULL)
    return NULL;

  return g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), spans->data, spans->len,
                                    sizeof (ApoSpan));
}

static gboolean
get_mention (JsonNode        *node,
             ApoActorMention *mention)
{
  JsonArray *array;
  gint64 article = FIRST_ARTICLE;
  int form;

  if (!get_span (node, &mention->span))
    return FALSE;

  array = json_node_get_array (node);
  if (json_array_get_length (array) < 3 || json_array_get_length (array) > 4
      || !get_enum (json_array_get_element (array, 2), APO_TYPE_MENTION_FORM, &form))
    return FALSE;
  if (json_array_get_length (array) == 4
      && !get_integer (json_array_get_element (array, 3), 1, G_MAXINT, &article))
    return FALSE;

  mention->form = form;
  mention->article = article;

  return TRUE;
}

static GVariant *
read_mentions (const ApoField *field,
               JsonNode       *node)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      ApoActorMention mention;

      if (!get_mention (json_array_get_element (array, i), &mention))
        return NULL;
      g_array_append_val (mentions, mention);
    }

  if (array == NULL)
    return NULL;

  return g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), mentions->data, mentions->len,
                                    sizeof (ApoActorMention));
}

static GVariant *
read_refs (const ApoField *field,
           JsonNode       *node)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new ();
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *ref = get_string (json_array_get_element (array, i));

      if (ref == NULL)
        return NULL;
      g_ptr_array_add (refs, (char *) ref);
    }

  if (array == NULL)
    return NULL;

  return g_variant_new_strv ((const char *const *) refs->pdata, refs->len);
}

static GVariant *
read_point (const ApoField *field,
            JsonNode       *node)
{
  gint64 x;
  gint64 y;
  GVariant *point;

  if (!get_pair (node, G_MININT, G_MAXINT, &x, &y)
      || json_array_get_length (json_node_get_array (node)) != 2)
    return NULL;

  point = g_variant_new ("(ii)", (int) x, (int) y);

  return g_variant_new_array (G_VARIANT_TYPE ("(ii)"), &point, 1);
}

static gboolean
get_moment (JsonNode *node,
            gint64   *unix_time)
{
  const char *iso = node != NULL ? get_string (node) : NULL;
  g_autoptr (GDateTime) time = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;

  if (time == NULL)
    return FALSE;

  *unix_time = g_date_time_to_unix (time);

  return TRUE;
}

static gboolean
get_verdict (JsonObject *object,
             const char *key,
             int        *verdict)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL && get_enum (node, APO_TYPE_VERDICT, verdict);
}

/* The string of an optional member; NULL if it is there and no string. */
static const char *
get_member (JsonObject *object,
            const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  return node != NULL ? get_string (node) : "";
}

static GVariant *
read_verdicts (const ApoField *field,
               JsonNode       *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("a(xiiss)"));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      gint64 time;
      int old;
      int new;
      const char *by;
      const char *why;

      if (object == NULL || !get_moment (json_object_get_member (object, "time"), &time) || !get_verdict (object, "from", &old)
          || !get_verdict (object, "to", &new) || (by = get_member (object, "by")) == NULL
          || (why = get_member (object, "why")) == NULL)
        return NULL;
      g_variant_builder_add (builder, "(xiiss)", time, old, new, by, why);
    }

  return array != NULL ? g_variant_builder_end (builder) : NULL;
}

static GVariant *
read_moment (const ApoField *field,
             JsonNode       *node)
{
  gint64 time;

  return get_moment (node, &time) ? g_variant_new_int64 (time) : NULL;
}

static GVariant *
read_anchors (const ApoField *field,
              JsonNode       *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  g_autoptr (GVariantBuilder) builder = g_variant_builder_new (G_VARIANT_TYPE ("a(ssa(uu))"));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonArray *anchor = JSON_NODE_HOLDS_ARRAY (element) ? json_node_get_array (element) : NULL;
      const char *id;
      const char *key;
      GVariant *spans;

      if (anchor == NULL || json_array_get_length (anchor) != 3
          || (id = get_string (json_array_get_element (anchor, 0))) == NULL
          || (key = get_string (json_array_get_element (anchor, 1))) == NULL
          || (spans = read_spans (field, json_array_get_element (anchor, 2))) == NULL)
        return NULL;
      g_variant_builder_add (builder, "(ss@a(uu))", id, key, spans);
    }

  return array != NULL ? g_variant_builder_end (builder) : NULL;
}

/**
 * apo_field_read_json:
 * @problem: (out): what is wrong, translated; untouched on success
 *
 * Returns: (transfer full) (nullable): the value, not floating
 */
GVariant *
apo_field_read_json (const ApoField *field,
                     JsonNode       *node,
                     char          **problem)
{
  static GVariant *(*const readers[]) (const ApoField *, JsonNode *) = {
    [APO_FIELD_STRING] = read_string,
    [APO_FIELD_ENUM] = read_enum,
    [APO_FIELD_BOOLEAN] = read_boolean,
    [APO_FIELD_INTEGER] = read_integer,
    [APO_FIELD_DAY] = read_day,
    [APO_FIELD_SPAN] = read_span,
    [APO_FIELD_SPANS] = read_spans,
    [APO_FIELD_MENTIONS] = read_mentions,
    [APO_FIELD_REF] = read_string,
    [APO_FIELD_REFS] = read_refs,
    [APO_FIELD_POINT] = read_point,
    [APO_FIELD_VERDICTS] = read_verdicts,
    [APO_FIELD_ANCHORS] = read_anchors,
    [APO_FIELD_STRINGS] = read_refs,
    [APO_FIELD_MOMENT] = read_moment,
  };
  GVariant *value = readers[field->kind](field, node);
  const char *word = get_string (node);

  if (value != NULL)
    return g_variant_ref_sink (value);

  if (word != NULL && strlen (word) <= MAX_QUOTED_BYTES)
    *problem = g_strdup_printf (_("“%s” cannot be “%s”"), field->key, word);
  else
    *problem = g_strdup_printf (_("“%s” is not of the right kind"), field->key);

  return NULL;
}

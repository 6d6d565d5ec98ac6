/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-fuzz.h"

#include <string.h>

#include "apo-item-private.h"

/* Changes the JSON of a dossier where it stands, value by value, without a tree: what is written
 * into a field is most often of the kind that it holds. */

#define MAX_NODES 2048
#define MAX_DEPTH 64
#define NO_NODE G_MAXUINT

/* Of a claim whose words stand there in most of the corpus. */
#define TARGET                                                          \
  "[{\"selector\": [{\"type\": \"TextQuoteSelector\", \"exact\": \"oui\"}, " \
  "{\"type\": \"TextPositionSelector\", \"start\": 8, \"end\": 11}]}]"

typedef struct {
  guint start;
  guint end;
  guint key_start;              /* of the key without its quotation marks */
  guint key_end;                /* the same as key_start in an array */
  guint parent;                 /* or NO_NODE */
} Node;

typedef struct {
  ApoBuffer *buffer;
  gsize at;
  Node nodes[MAX_NODES];
  guint n_nodes;
} Tree;

/**
 * apo_buffer_replace:
 *
 * Returns: whether there was room; else nothing has changed
 */
gboolean
apo_buffer_replace (ApoBuffer  *buffer,
                    gsize       start,
                    gsize       end,
                    const char *bytes,
                    gsize       length)
{
  if (buffer->size - (end - start) + length > buffer->max)
    return FALSE;

  memmove (buffer->data + start + length, buffer->data + end, buffer->size - end);
  if (length > 0)
    memcpy (buffer->data + start, bytes, length);
  buffer->size = buffer->size - (end - start) + length;

  return TRUE;
}

/**
 * apo_fuzz_bytes:
 *
 * Changes some bytes that no structure knows of.
 */
void
apo_fuzz_bytes (ApoBuffer *buffer,
                ApoChance *chance)
{
  static const char *const pieces[] = {
    "\\u0000", "\\uD800", "\\uDC00", "\\uD83D\\uDC1F", "\\u00e9", "\\n", "\\x", "\\", "\"", "{", "}",
    "[", "]", ",", ":", "\xEF\xBB\xBF", "\xC3", "\xF0\x9F\x90\x9F", " \t\r\n", "-", "1e999", "1.", "0",
    "12345678901234567890", "null", "tru", "/", "\x01", "\xFF",
  };
  gsize at = apo_chance_below (chance, buffer->size + 1);
  const char *piece = pieces[apo_chance_below (chance, G_N_ELEMENTS (pieces))];
  gsize end = at + apo_chance_below (chance, 8);

  end = MIN (buffer->size, end);
  switch (apo_chance_below (chance, 6))
    {
    case 0:
      if (at < buffer->size)
        buffer->data[at] ^= 1 << apo_chance_below (chance, 8);
      break;
    case 1:
      apo_buffer_replace (buffer, at, end, NULL, 0);
      break;
    case 2:
      if (apo_chance_below (chance, 8) == 0)
        buffer->size = at;
      break;
    default:
      apo_buffer_replace (buffer, at, apo_chance_below (chance, 2) ? at : end, piece,
                          strlen (piece));
      break;
    }
}

static char
peek (Tree *self)
{
  ApoBuffer *buffer = self->buffer;

  while (self->at < buffer->size && memchr (" \t\r\n", buffer->data[self->at], 4) != NULL)
    self->at++;

  return self->at < buffer->size ? buffer->data[self->at] : '\0';
}

static gboolean
skip_string (Tree *self)
{
  ApoBuffer *buffer = self->buffer;

  for (self->at++; self->at < buffer->size && buffer->data[self->at] != '"'; self->at++)
    if (buffer->data[self->at] == '\\')
      self->at++;
  self->at++;

  return self->at <= buffer->size;
}

/* Takes a scalar, or only the bracket that opens the others. */
static gboolean
take_value (Tree *self)
{
  gsize start = self->at;
  char c = peek (self);

  if (c == '"')
    return skip_string (self);
  if (c == '{' || c == '[')
    {
      self->at++;
      return TRUE;
    }
  while (self->at < self->buffer->size
         && strchr (",]} \t\r\n:\"", self->buffer->data[self->at]) == NULL)
    self->at++;

  return self->at > start;
}

static gboolean
take_key (Tree *self,
          Node *node)
{
  if (peek (self) != '"')
    return FALSE;
  node->key_start = self->at + 1;
  if (!skip_string (self))
    return FALSE;
  node->key_end = self->at - 1;
  if (peek (self) != ':')
    return FALSE;
  self->at++;
  peek (self);

  return TRUE;
}

static gboolean
is_open (Tree *self,
         guint node,
         char  bracket)
{
  return self->buffer->data[self->nodes[node].start] == bracket;
}

/* Finds all values; FALSE where the text is not JSON, or too much of it. */
static gboolean
tree_init (Tree      *self,
           ApoBuffer *buffer)
{
  guint open = NO_NODE;

  self->buffer = buffer;
  self->at = 0;
  self->n_nodes = 0;
  if (buffer->size > G_MAXINT)
    return FALSE;

  do
    {
      char c = peek (self);

      if (open != NO_NODE && (c == '}' || c == ']'))
        {
          self->nodes[open].end = ++self->at;
          open = self->nodes[open].parent;
        }
      else if (open != NO_NODE && c == ',')
        self->at++;
      else if (self->n_nodes == MAX_NODES || c == '\0')
        return FALSE;
      else
        {
          Node *node = &self->nodes[self->n_nodes];

          node->parent = open;
          node->key_start = node->key_end = 0;
          if (open != NO_NODE && is_open (self, open, '{') && !take_key (self, node))
            return FALSE;
          node->start = self->at;
          if (!take_value (self))
            return FALSE;
          node->end = self->at;
          c = buffer->data[node->start];
          if (c == '{' || c == '[')
            open = self->n_nodes;
          self->n_nodes++;
        }
    }
  while (open != NO_NODE);

  return TRUE;
}

static gboolean
has_key (Tree       *self,
         guint       node,
         const char *key)
{
  const Node *n = &self->nodes[node];

  return n->key_end - n->key_start == strlen (key)
         && memcmp (self->buffer->data + n->key_start, key, strlen (key)) == 0;
}

static gboolean
has_key_of (Tree       *self,
            guint       node,
            Tree       *other,
            guint       other_node)
{
  const Node *a = &self->nodes[node];
  const Node *b = &other->nodes[other_node];

  return a->key_end - a->key_start == b->key_end - b->key_start
         && memcmp (self->buffer->data + a->key_start, other->buffer->data + b->key_start,
                    a->key_end - a->key_start) == 0;
}

/* Any value but the whole; of 16 tries one may be the text. */
static guint
pick_node (Tree      *self,
           gboolean   keep_text,
           ApoChance *chance)
{
  for (guint i = 0; i < 8; i++)
    {
      guint node = apo_chance_below (chance, self->n_nodes);
      gboolean text = has_key (self, node, "text") || has_key (self, node, "text-sha256")
                      || has_key (self, node, "articles") || has_key (self, node, "format")
                      || has_key (self, node, "version");

      if (node > 0 && !(keep_text && text) && (!text || apo_chance_below (chance, 16) == 0))
        return node;
    }

  return NO_NODE;
}

/* The fields of items of all types, one after the other. */
static const ApoField *
pick_field (const char *key,
            gsize       length,
            ApoChance  *chance)
{
  const ApoField *found = NULL;
  guint type = apo_chance_below (chance, APO_N_ITEM_TYPES);

  for (guint i = 0; i < APO_N_ITEM_TYPES && found == NULL; i++)
    {
      ApoItemClass *item_class =
        g_type_class_ref (apo_item_type_get_gtype ((type + i) % APO_N_ITEM_TYPES));

      if (key == NULL)
        found = &item_class->fields[apo_chance_below (chance, item_class->n_fields)];
      for (guint j = 0; j < item_class->n_fields && found == NULL; j++)
        if (strlen (item_class->fields[j].key) == length
            && memcmp (item_class->fields[j].key, key, length) == 0)
          found = &item_class->fields[j];
      g_type_class_unref (item_class);
    }

  return found;
}

static void
append_string (GString   *out,
               ApoChance *chance)
{
  static const char *const strings[] = {
    "", "quai", "\\u00ab digue \\u00bb", "a \\\"b\\\" \\\\ c", "deux\\nlignes\\tet\\rplus", "\\u0001",
    "\xF0\x9F\x90\x9F", "\\uD83D\\uDC1F", "null", "Éva", "oui", "d", "a{sv}", "(ii)", "x", "FR",
    "2024-05-03", "fr",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "a name that nobody would give to anything, as it is longer than what sentences repeat of one",
  };

  g_string_append_printf (out, "\"%s\"",
                          strings[apo_chance_below (chance, G_N_ELEMENTS (strings))]);
}

/* The id of something that is there. */
static void
append_ref (GString   *out,
            Tree      *tree,
            ApoChance *chance)
{
  guint first = apo_chance_below (chance, tree->n_nodes);

  for (guint i = 0; i < tree->n_nodes && apo_chance_below (chance, 32) > 0; i++)
    {
      guint node = (first + i) % tree->n_nodes;

      if (has_key (tree, node, "id"))
        {
          g_string_append_len (out, tree->buffer->data + tree->nodes[node].start,
                               tree->nodes[node].end - tree->nodes[node].start);
          return;
        }
    }
  append_string (out, chance);
}

static void
append_id (GString   *out,
           ApoChance *chance)
{
  static const char *const replicas[] = { "bcdfg", "zzzzz", "other", "bcdfg" };

  g_string_append_printf (out, "\"%s-%c%u\"", replicas[apo_chance_below (chance, 4)],
                          "dactersln"[apo_chance_below (chance, 9)], apo_chance_below (chance, 12));
}

static gint64
pick_number (ApoChance *chance)
{
  static const gint64 numbers[] = {
    0, 1, -1, 2, 64, 65, 255, 99999, G_MAXINT32, G_MININT32, G_MAXUINT32, G_MAXINT64, G_MININT64,
  };

  return apo_chance_below (chance, 4) > 0 ? (gint64) apo_chance_below (chance, 40)
                                          : numbers[apo_chance_below (chance,
                                                                      G_N_ELEMENTS (numbers))];
}

static void
append_span (GString   *out,
             ApoChance *chance)
{
  guint start = apo_chance_below (chance, 40);

  if (apo_chance_below (chance, 16) == 0)
    g_string_append_printf (out, "[%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT, pick_number (chance),
                            pick_number (chance));
  else
    g_string_append_printf (out, "[%u, %u", start, start + 1 + apo_chance_below (chance, 30));
  if (apo_chance_below (chance, 64) == 0)
    g_string_append (out, ", 1");
}

static void
append_nick (GString   *out,
             GType      type,
             ApoChance *chance)
{
  GEnumClass *enum_class = g_type_class_ref (type);

  g_string_append_printf (out, "\"%s\"",
                          enum_class->values[apo_chance_below (chance, enum_class->n_values)]
                            .value_nick);
  g_type_class_unref (enum_class);
}

static void
append_day (GString   *out,
            ApoChance *chance)
{
  static const char *const days[] = {
    "2024-05-03", "2023-12-31", "2024-02-29", "2023-02-29", "0001-01-01", "9999-12-31", "-0044-03-15",
    "2024-13-01", "2024-05", "",
  };

  g_string_append_printf (out, "\"%s\"", days[apo_chance_below (chance, G_N_ELEMENTS (days))]);
}

static void
append_moment (GString   *out,
               ApoChance *chance)
{
  static const char *const times[] = {
    "2026-01-02T03:04:05Z", "1969-01-01T00:00:00Z", "2026-02-30T03:04:05Z", "2026-01-02T03:04:05+02",
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1",
  };

  g_string_append_printf (out, "\"%s\"",
                          times[apo_chance_below (chance, 3)
                                * apo_chance_below (chance, G_N_ELEMENTS (times)) / 2]);
}

static void
append_verdict (GString   *out,
                ApoChance *chance)
{
  g_string_append (out, "{\"time\": ");
  append_moment (out, chance);
  g_string_append (out, ", \"from\": ");
  append_nick (out, APO_TYPE_VERDICT, chance);
  g_string_append (out, ", \"to\": ");
  append_nick (out, APO_TYPE_VERDICT, chance);
  if (apo_chance_below (chance, 4) > 0)
    {
      g_string_append (out, ", \"by\": ");
      append_string (out, chance);
      g_string_append (out, ", \"why\": ");
      append_string (out, chance);
    }
  g_string_append_c (out, '}');
}

static void
append_element (GString        *out,
                const ApoField *field,
                Tree           *tree,
                ApoChance      *chance)
{
  switch (field->kind)
    {
    case APO_FIELD_SPANS:
      append_span (out, chance);
      g_string_append_c (out, ']');
      break;
    case APO_FIELD_MENTIONS:
      append_span (out, chance);
      g_string_append (out, ", ");
      append_nick (out, APO_TYPE_MENTION_FORM, chance);
      if (apo_chance_below (chance, 4) == 0)
        g_string_append_printf (out, ", %u", apo_chance_below (chance, 4));
      g_string_append_c (out, ']');
      break;
    case APO_FIELD_REFS:
      append_ref (out, tree, chance);
      break;
    case APO_FIELD_STRINGS:
      append_string (out, chance);
      break;
    case APO_FIELD_VERDICTS:
      append_verdict (out, chance);
      break;
    case APO_FIELD_ANCHORS:
      g_string_append_c (out, '[');
      append_ref (out, tree, chance);
      g_string_append (out, ", \"content\", [");
      append_span (out, chance);
      g_string_append (out, "]]]");
      break;
    case APO_FIELD_STRING: case APO_FIELD_ENUM: case APO_FIELD_BOOLEAN: case APO_FIELD_INTEGER:
    case APO_FIELD_DAY: case APO_FIELD_SPAN: case APO_FIELD_REF: case APO_FIELD_POINT:
    case APO_FIELD_MOMENT:
    default:
      break;
    }
}

static void
append_field (GString        *out,
              const ApoField *field,
              Tree           *tree,
              ApoChance      *chance)
{
  switch (field->kind)
    {
    case APO_FIELD_ENUM:
      append_nick (out, field->get_enum_type (), chance);
      break;
    case APO_FIELD_BOOLEAN:
      g_string_append (out, apo_chance_below (chance, 4) > 0 ? "true" : "false");
      break;
    case APO_FIELD_INTEGER:
      g_string_append_printf (out, "%" G_GINT64_FORMAT, pick_number (chance));
      break;
    case APO_FIELD_DAY:
      append_day (out, chance);
      break;
    case APO_FIELD_MOMENT:
      append_moment (out, chance);
      break;
    case APO_FIELD_SPAN:
      append_span (out, chance);
      g_string_append_c (out, ']');
      break;
    case APO_FIELD_REF:
      append_ref (out, tree, chance);
      break;
    case APO_FIELD_POINT:
      g_string_append_printf (out, "[%" G_GINT64_FORMAT ", %" G_GINT64_FORMAT "]",
                              pick_number (chance), pick_number (chance));
      break;
    case APO_FIELD_STRING:
      append_string (out, chance);
      break;
    case APO_FIELD_SPANS: case APO_FIELD_MENTIONS: case APO_FIELD_REFS: case APO_FIELD_VERDICTS:
    case APO_FIELD_ANCHORS: case APO_FIELD_STRINGS:
    default:
      g_string_append_c (out, '[');
      for (guint i = apo_chance_below (chance, 4); i > 0; i--)
        {
          append_element (out, field, tree, chance);
          if (i > 1)
            g_string_append (out, ", ");
        }
      g_string_append_c (out, ']');
      break;
    }
}

/* A value that makes sense nowhere in particular. */
static void
append_anything (GString   *out,
                 ApoChance *chance)
{
  static const char *const values[] = {
    "null", "true", "false", "1.5", "-0.0", "1e300", "1E-5", "[]", "{}", "[[]]", "[{}]", "[0, 3]",
    "[3, 0]", "[[0, 3]]", "[[0, 3, \"name\"]]", "{\"type\": \"d\", \"value\": 1}",
    "{\"type\": \"a{s(ii)}\", \"value\": {\"a\": [1, 2], \"b\": [3, 4]}}",
    "{\"type\": \"a{sv}\", \"value\": {}}", "{\"type\": \"(dd)\", \"value\": [0.5, -1e300]}",
    "{\"type\": \"x\", \"value\": 9223372036854775807}", "{\"type\": \"as\", \"value\": [\"\"]}",
    "{\"type\": \"b\", \"value\": \"b\"}", "{\"type\": \"\", \"value\": 1}", "{\"value\": 1}",
    "[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]", "\"d\"",
    "[\"729f95be8f85ad0a08cb7bdc2d1949353ab5cc78b2812604c64f540669387816\"]",
    TARGET,
  };

  if (apo_chance_below (chance, 3) == 0)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, pick_number (chance));
  else
    g_string_append (out, values[apo_chance_below (chance, G_N_ELEMENTS (values))]);
}

/* An item with some of its fields. */
static void
append_item (GString    *out,
             ApoItemType type,
             Tree       *tree,
             ApoChance  *chance)
{
  ApoItemClass *item_class = g_type_class_ref (apo_item_type_get_gtype (type));

  g_string_append (out, "{\"id\": ");
  append_id (out, chance);
  if (type == APO_ITEM_ARTICLE)
    g_string_append (out, ", \"text\": \"Non.\"");
  for (guint i = apo_chance_below (chance, 3); i < item_class->n_fields;
       i += 1 + apo_chance_below (chance, 7))
    {
      g_string_append_printf (out, ", \"%s\": ", item_class->fields[i].key);
      append_field (out, &item_class->fields[i], tree, chance);
    }
  g_string_append_c (out, '}');
  g_type_class_unref (item_class);
}

/* Appends what the value with that key might be. */
static void
append_for_key (GString   *out,
                Tree      *tree,
                guint      node,
                ApoChance *chance)
{
  const Node *n = &tree->nodes[node];
  const ApoField *field = pick_field (tree->buffer->data + n->key_start, n->key_end - n->key_start,
                                      chance);

  if (has_key (tree, node, "id"))
    append_id (out, chance);
  else if (field != NULL && n->key_end > n->key_start)
    append_field (out, field, tree, chance);
  else if (memchr ("-0123456789", tree->buffer->data[n->start], 11) != NULL)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, pick_number (chance));
  else if (tree->buffer->data[n->start] == '"')
    append_string (out, chance);
  else
    append_anything (out, chance);
}

/* Takes a value away, with its key and a comma. */
static void
delete_node (Tree *self,
             guint node)
{
  const Node *n = &self->nodes[node];
  ApoBuffer *buffer = self->buffer;
  gsize start = n->key_start > 0 ? n->key_start - 1 : n->start;
  gsize end = n->end;

  self->at = end;
  if (peek (self) == ',')
    end = self->at + 1;
  else
    {
      while (start > 0 && strchr (" \t\r\n", buffer->data[start - 1]) != NULL)
        start--;
      if (start > 0 && buffer->data[start - 1] == ',')
        start--;
    }
  apo_buffer_replace (buffer, start, end, NULL, 0);
}

/* Puts something behind the opening bracket of an object or array. */
static void
insert_first (Tree    *self,
              guint    node,
              GString *piece)
{
  if (self->nodes[node].end > self->nodes[node].start + 2)
    g_string_append (piece, ", ");
  apo_buffer_replace (self->buffer, self->nodes[node].start + 1, self->nodes[node].start + 1,
                      piece->str, piece->len);
}

/* Adds a field to an object, and an element to an array: an item where it is one of a dossier. */
static void
insert_into (Tree      *self,
             guint      node,
             GString   *piece,
             ApoChance *chance)
{
  if (is_open (self, node, '{'))
    {
      const ApoField *field = pick_field (NULL, 0, chance);

      g_string_append_printf (piece, "\"%s\": ",
                              apo_chance_below (chance, 12) > 0 ? field->key : "later");
      append_field (piece, field, self, chance);
      insert_first (self, node, piece);
      return;
    }
  if (!is_open (self, node, '['))
    return;

  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    if (has_key (self, node, apo_item_type_get_plural (type)))
      append_item (piece, type, self, chance);
  if (piece->len == 0)
    append_for_key (piece, self, node, chance);
  if (self->buffer->data[self->nodes[node].start + 1] == '[' || piece->str[0] != '[')
    insert_first (self, node, piece);
  else
    apo_buffer_replace (self->buffer, self->nodes[node].start, self->nodes[node].end, piece->str,
                        piece->len);
}

/* A value of the same key from elsewhere, or any. */
static guint
pick_like (Tree      *self,
           guint      node,
           Tree      *other,
           ApoChance *chance)
{
  guint first = apo_chance_below (chance, other->n_nodes);

  for (guint i = 0; i < other->n_nodes; i++)
    {
      guint candidate = (first + i) % other->n_nodes;

      if (candidate > 0 && has_key_of (self, node, other, candidate))
        return candidate;
    }

  return first;
}

/* A number one up or down, a string one character longer or shorter. */
static void
tweak (Tree      *self,
       guint      node,
       GString   *piece,
       ApoChance *chance)
{
  const Node *n = &self->nodes[node];
  const char *start = self->buffer->data + n->start;

  if (*start == '"')
    {
      g_string_append_len (piece, start, n->end - n->start);
      if (piece->len > 2 && apo_chance_below (chance, 2) && piece->str[piece->len - 2] != '\\')
        g_string_erase (piece, piece->len - 2, 1);
      else
        g_string_insert (piece, 1, apo_chance_below (chance, 2) ? "x" : "\\u00e9");
    }
  else if (g_ascii_isdigit (*start))
    {
      gint64 number = g_ascii_strtoll (start, NULL, 10);

      g_string_append_printf (piece, "%" G_GINT64_FORMAT,
                              apo_chance_below (chance, 2) ? MIN (number, G_MAXINT64 - 1) + 1
                                                           : number - 1);
    }
  else
    append_for_key (piece, self, node, chance);

  apo_buffer_replace (self->buffer, n->start, n->end, piece->str, piece->len);
}

/* Writes a value of @other over one of the tree. */
static void
copy_over (Tree    *self,
           guint    node,
           Tree    *other,
           guint    other_node,
           GString *piece)
{
  g_string_append_len (piece, other->buffer->data + other->nodes[other_node].start,
                       other->nodes[other_node].end - other->nodes[other_node].start);
  apo_buffer_replace (self->buffer, self->nodes[node].start, self->nodes[node].end, piece->str,
                      piece->len);
}

static void
change_node (Tree      *self,
             guint      node,
             GString   *piece,
             ApoChance *chance)
{
  const Node *n = &self->nodes[node];

  switch (apo_chance_below (chance, 16))
    {
    case 0:
      delete_node (self, node);
      break;
    case 1:
      copy_over (self, node, self, pick_like (self, node, self, chance), piece);
      break;
    case 2:
      append_anything (piece, chance);
      apo_buffer_replace (self->buffer, n->start, n->end, piece->str, piece->len);
      break;
    case 3:
    case 4:
      tweak (self, node, piece, chance);
      break;
    case 5:
      g_string_append_len (piece, self->buffer->data + n->start, n->end - n->start);
      if (n->parent != NO_NODE && is_open (self, n->parent, '['))
        insert_first (self, n->parent, piece);
      break;
    case 6:
    case 7:
    case 8:
    case 9:
      insert_into (self, node, piece, chance);
      break;
    default:
      append_for_key (piece, self, node, chance);
      apo_buffer_replace (self->buffer, n->start, n->end, piece->str, piece->len);
      break;
    }
}

/**
 * apo_fuzz_dossier:
 * @buffer: JSON, or what is left of it
 * @keep_text: whether it is to stay a dossier of the same text
 *
 * Changes some values of a dossier.
 */
void
apo_fuzz_dossier (ApoBuffer *buffer,
                  gboolean   keep_text,
                  ApoChance *chance)
{
  static Tree tree;
  g_autoptr (GString) piece = g_string_sized_new (256);

  for (guint n = 1 + apo_chance_below (chance, 4); n > 0; n--)
    {
      gboolean bytes = !keep_text && apo_chance_below (chance, 40) == 0;
      guint node = !bytes && tree_init (&tree, buffer) ? pick_node (&tree, keep_text, chance)
                                                       : NO_NODE;

      g_string_truncate (piece, 0);
      if (node != NO_NODE)
        change_node (&tree, node, piece, chance);
      else if (!keep_text)
        apo_fuzz_bytes (buffer, chance);
    }
}

/**
 * apo_fuzz_cross:
 *
 * Takes a value of another dossier over, where one of the same key stands.
 */
void
apo_fuzz_cross (ApoBuffer  *buffer,
                const char *other,
                gsize       other_size,
                gboolean    keep_text,
                ApoChance  *chance)
{
  static Tree tree;
  static Tree other_tree;
  g_autoptr (GString) piece = g_string_sized_new (256);
  ApoBuffer other_buffer = { (char *) other, other_size, other_size };
  guint node = tree_init (&tree, buffer) ? pick_node (&tree, keep_text, chance) : NO_NODE;

  if (node != NO_NODE && tree_init (&other_tree, &other_buffer))
    copy_over (&tree, node, &other_tree, pick_like (&tree, node, &other_tree, chance), piece);
}

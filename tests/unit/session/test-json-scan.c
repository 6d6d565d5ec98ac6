/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-json-pieces.h"

#include <string.h>

typedef struct {
  const char *json;
  const char *problem;          /* NULL for good ones */
} ScanCase;

static const ScanCase cases[] = {
  { "{}", NULL },
  { "[]", NULL },
  { " [ 1 , -0, 1.5e-3, 2E+7, true, false, null, \"\" ] \n", NULL },
  { "{\"a\": {\"a\": 1}, \"b\": [{\"a\": 2}, {\"a\": 3}]}", NULL },
  { "\"\\u00e9\\ud83d\\udc1f\\n\\/\"", NULL },
  { "9223372036854775807", NULL },
  { "-9223372036854775808", NULL },
  { "1.7e308", NULL },
  { "", "line 1, column 1: the file ends too early" },
  { "{", "line 1, column 2: the file ends too early" },
  { "{\"a\"", "line 1, column 5: the file ends too early" },
  { "{\"a\": 1", "line 1, column 8: the file ends too early" },
  { "[1, 2", "line 1, column 6: the file ends too early" },
  { "\"abc", "line 1, column 5: the file ends too early" },
  { "[1,]", "line 1, column 4: value expected" },
  { "[1 2]", "line 1, column 4: comma or closing bracket expected" },
  { "[1}", "line 1, column 3: comma or closing bracket expected" },
  { "{\"a\": 1,}", "line 1, column 9: string expected" },
  { "{a: 1}", "line 1, column 2: string expected" },
  { "{\"a\" 1}", "line 1, column 6: colon expected" },
  { "{}\n{}", "line 2, column 1: something follows the end" },
  { "[01]", "line 1, column 3: comma or closing bracket expected" },
  { "[.5]", "line 1, column 2: value expected" },
  { "[1.]", "line 1, column 4: digit expected" },
  { "[1e]", "line 1, column 4: digit expected" },
  { "[-]", "line 1, column 3: digit expected" },
  { "[+1]", "line 1, column 2: value expected" },
  { "[NaN]", "line 1, column 2: value expected" },
  { "[nul]", "line 1, column 2: value expected" },
  { "[9223372036854775808]", "line 1, column 2: number out of range" },
  { "[12345678901234567890]", "line 1, column 2: number out of range" },
  { "[1e999]", "line 1, column 2: number out of range" },
  { "// x\n[]", "line 1, column 1: value expected" },
  { "['a']", "line 1, column 2: value expected" },
  { "[\"a\nb\"]", "line 1, column 4: control character in a string" },
  { "[\"\\x\"]", "line 1, column 4: unknown escape" },
  { "[\"\\u12g4\"]", "line 1, column 7: escape of four digits expected" },
  { "[\"é\\u0000\"]", "line 1, column 4: null character" },
  { "[\"\\ud83d\"]", "line 1, column 3: half of a pair of escapes" },
  { "[\"\\ud83d\\u0041\"]", "line 1, column 3: half of a pair of escapes" },
  { "[\"\\udc1f\"]", "line 1, column 3: half of a pair of escapes" },
  { "{\n  \"a\": 1,\n  \"a\": 2\n}", "line 3, column 3: the key “a” is there twice" },
  { "{\"a\": 1, \"\\u0061\": 2}", "line 1, column 10: the key “a” is there twice" },
  { "\xEF\xBB\xBF{}", "line 1, column 1: byte order mark" },
  { "[\"\xFF\"]", "line 1, column 3: not UTF-8" },
  { "[\"\xED\xA0\x80\"]", "line 1, column 3: not UTF-8" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *escaped = g_strescape (cases[i].json, NULL);
      g_autofree char *problem = NULL;
      gboolean good = apo_json_scan (cases[i].json, strlen (cases[i].json), &problem);

      g_test_message ("%s", escaped);
      g_assert_cmpstr (problem, ==, cases[i].problem);
      g_assert_cmpint (good, ==, cases[i].problem == NULL);
    }
}

/* json-glib reads whatever the scan lets through. */
static void
test_parser_agrees (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      if (cases[i].problem == NULL)
        json_parser_load_from_data (parser, cases[i].json, -1, &error);
      g_assert_no_error (error);
    }
}

/* Both ends of the integers arrive as what they are. */
static void
test_integers (void)
{
  static const gint64 integers[] = { G_MININT64, G_MININT64 + 1, -1, 0, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      g_autofree char *json = g_strdup_printf ("%" G_GINT64_FORMAT, integers[i]);
      g_autoptr (JsonNode) node = json_from_string (json, NULL);

      g_assert_cmpint (json_node_get_int (node), ==, integers[i]);
    }
}

static void
test_null_byte (void)
{
  g_autofree char *problem = NULL;

  g_assert_false (apo_json_scan ("[\"a\0b\"]", 7, &problem));
  g_assert_cmpstr (problem, ==, "line 1, column 4: null character");
}

static void
test_no_bytes (void)
{
  g_autofree char *problem = NULL;

  g_assert_false (apo_json_scan (NULL, 0, &problem));
  g_assert_cmpstr (problem, ==, "line 1, column 1: the file ends too early");
}

static char *
nest (guint       depth,
      const char *open,
      const char *close)
{
  GString *json = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (json, open);
  g_string_append (json, "1");
  for (guint i = 0; i < depth; i++)
    g_string_append (json, close);

  return g_string_free (json, FALSE);
}

static void
test_depth (void)
{
  static const struct { guint depth; const char *open; const char *close; gboolean good; } depths[] = {
    { APO_JSON_MAX_DEPTH, "[", "]", TRUE },
    { APO_JSON_MAX_DEPTH, "{\"a\": ", "}", TRUE },
    { APO_JSON_MAX_DEPTH + 1, "[", "]", FALSE },
    { 100000, "[", "]", FALSE },
    { 100000, "{\"a\": ", "}", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autofree char *json = nest (depths[i].depth, depths[i].open, depths[i].close);
      g_autofree char *problem = NULL;

      g_assert_cmpint (apo_json_scan (json, strlen (json), &problem), ==, depths[i].good);
      if (!depths[i].good)
        g_assert_true (g_str_has_suffix (problem, ": too many levels inside one another"));
    }
}

/* An object with so many keys, the last of which is @last. */
static char *
build_keys (guint       n_keys,
            const char *last)
{
  GString *json = g_string_new ("{");

  for (guint i = 0; i < n_keys; i++)
    g_string_append_printf (json, "\"key%u\": 1, ", i);
  g_string_append_printf (json, "\"%s\": 1}", last);

  return g_string_free (json, FALSE);
}

static void
test_many_keys (void)
{
  static const struct { guint n_keys; const char *last; gboolean good; } objects[] = {
    { 1, "other", TRUE }, { 1, "key0", FALSE }, { 1, "k\\u0065y0", FALSE },
    { 15, "key14", FALSE }, { 16, "other", TRUE }, { 16, "key0", FALSE }, { 17, "key3", FALSE },
    { 17, "k\\u0065y16", FALSE }, { 5000, "key5000", TRUE }, { 5000, "key2500", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_autofree char *json = build_keys (objects[i].n_keys, objects[i].last);
      g_autofree char *problem = NULL;

      g_assert_cmpint (apo_json_scan (json, strlen (json), &problem), ==, objects[i].good);
      if (!objects[i].good)
        g_assert_true (g_str_has_suffix (problem, " is there twice"));
    }
}

static void
test_escaped_first (void)
{
  static const char json[] = "{\"\\u0061\": {\"a\": 1}, \"a\": 2}";
  g_autofree char *problem = NULL;

  g_assert_false (apo_json_scan (json, strlen (json), &problem));
  g_assert_cmpstr (problem, ==, "line 1, column 22: the key “a” is there twice");
}

/* Two long lists of which one has a key with an escape, an empty list, one within an object. */
static char *
build_lists (void)
{
  GString *json = g_string_new ("{\"first\": [");

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (json, "%s {\"number\": %u, \"of\": [1, [2], []]} ", i > 0 ? "," : "",
                            i);
  g_string_append (json, "], \"none\": [ ], \"inner\": {\"list\": [1, 2]}, ");
  g_string_append (json, "\"se\\u0063ond\" : [");
  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (json, "%s%u", i > 0 ? ", " : "", i);
  g_string_append (json, "], \"last\": [true]}\n");

  return g_string_free (json, FALSE);
}

static void
test_pieces (void)
{
  static const char *const keys[] = { "first", "second", NULL };
  g_autofree char *json = build_lists ();
  g_autofree char *problem = NULL;
  g_autoptr (GArray) pieces = apo_json_scan_lists (json, strlen (json), &problem);
  g_autoptr (JsonNode) whole = apo_json_parse (json, strlen (json));
  g_autoptr (JsonNode) rest = apo_json_parse_without (json, strlen (json), pieces, keys);
  JsonObject *object = json_node_get_object (whole);
  JsonObject *emptied = json_node_get_object (rest);

  g_assert_cmpuint (pieces->len, >, 6);
  for (guint k = 0; keys[k] != NULL; k++)
    {
      JsonArray *list = json_object_get_array_member (object, keys[k]);
      guint n = 0;

      for (guint i = 0; i < pieces->len; i++)
        {
          const ApoJsonPiece *piece = &g_array_index (pieces, ApoJsonPiece, i);
          g_autoptr (JsonNode) node = NULL;

          if (!g_str_equal (piece->key, keys[k]))
            continue;
          node = apo_json_parse_piece (json, piece);
          g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==,
                            piece->n_elements);
          for (guint j = 0; j < piece->n_elements; j++, n++)
            g_assert_true (json_node_equal (json_array_get_element (list, n),
                                            json_array_get_element (json_node_get_array (node),
                                                                    j)));
        }
      g_assert_cmpuint (n, ==, json_array_get_length (list));
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (emptied, keys[k])),
                        ==, 0);
    }
  g_assert_true (json_node_equal (json_object_get_member (object, "inner"),
                                  json_object_get_member (emptied, "inner")));
  g_assert_true (json_node_equal (json_object_get_member (object, "last"),
                                  json_object_get_member (emptied, "last")));
}

static void
test_no_pieces (void)
{
  static const char *const documents[] = {
    "[[1], [2]]", "{}", "{\"a\": []}", "{\"a\": {\"b\": [1]}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *problem = NULL;
      g_autoptr (GArray) pieces = apo_json_scan_lists (documents[i], strlen (documents[i]),
                                                       &problem);

      g_assert_cmpuint (pieces->len, ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-scan/cases", test_cases);
  g_test_add_func ("/json-scan/parser-agrees", test_parser_agrees);
  g_test_add_func ("/json-scan/integers", test_integers);
  g_test_add_func ("/json-scan/null-byte", test_null_byte);
  g_test_add_func ("/json-scan/no-bytes", test_no_bytes);
  g_test_add_func ("/json-scan/depth", test_depth);

  g_test_add_func ("/json-scan/many-keys", test_many_keys);
  g_test_add_func ("/json-scan/escaped-first", test_escaped_first);
  g_test_add_func ("/json-scan/pieces", test_pieces);
  g_test_add_func ("/json-scan/no-pieces", test_no_pieces);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-json-pieces.h"

/**
 * apo_json_parse:
 * @data: what apo_json_scan() has found good
 *
 * Returns: (transfer full) (nullable): its root, immutable; %NULL if json-glib does not take it
 */
JsonNode *
apo_json_parse (const char *data,
                gsize       length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  return json_parser_load_from_data (parser, data, length, NULL) ? json_parser_steal_root (parser)
                                                                 : NULL;
}

/**
 * apo_json_parse_without:
 * @pieces: (element-type ApoJsonPiece): those of @data
 * @keys: (array zero-terminated=1): of members of the root
 *
 * Returns: (transfer full) (nullable): the root as apo_json_parse() gives it, but the lists with
 *   these keys are empty
 */
JsonNode *
apo_json_parse_without (const char        *data,
                        gsize              length,
                        GArray            *pieces,
                        const char *const *keys)
{
  g_autoptr (GString) rest = g_string_new (NULL);
  const char *last_key = NULL;
  gsize done = 0;

  for (guint i = 0; i < pieces->len; i++)
    {
      const ApoJsonPiece *piece = &g_array_index (pieces, ApoJsonPiece, i);

      if (!g_strv_contains (keys, piece->key))
        continue;
      /* what stands between two pieces of a list goes as well */
      if (g_strcmp0 (piece->key, last_key) != 0)
        g_string_append_len (rest, data + done, piece->start - done);
      last_key = piece->key;
      done = piece->end;
    }
  g_string_append_len (rest, data + done, length - done);

  return apo_json_parse (rest->str, rest->len);
}

/**
 * apo_json_parse_piece:
 * @data: all of the document
 *
 * Returns: (transfer full) (nullable): an array of its elements, as apo_json_parse() gives it
 */
JsonNode *
apo_json_parse_piece (const char         *data,
                      const ApoJsonPiece *piece)
{
  gsize length = piece->end - piece->start;
  g_autoptr (GString) array = g_string_sized_new (length + 3);

  g_string_append_c (array, '[');
  g_string_append_len (array, data + piece->start, length);
  g_string_append_c (array, ']');

  return apo_json_parse (array->str, array->len);
}

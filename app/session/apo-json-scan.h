/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Objects and arrays inside one another, at most. */
#define APO_JSON_MAX_DEPTH 64

/* A piece ends with the element that makes it as long as this. */
#define APO_JSON_PIECE_BYTES (32u << 10)

/**
 * ApoJsonPiece:
 * @key: of the list
 * @start: the byte at which its first element begins
 * @end: the byte behind its last element
 * @n_elements: at least one
 *
 * Elements of a list that follow one another.
 */
typedef struct {
  char *key;
  gsize start;
  gsize end;
  guint n_elements;
} ApoJsonPiece;

gboolean apo_json_scan       (const char *data,
                              gsize       length,
                              char      **problem);
GArray  *apo_json_scan_lists (const char *data,
                              gsize       length,
                              char      **problem);

G_END_DECLS

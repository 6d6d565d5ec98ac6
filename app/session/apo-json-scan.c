/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-json-scan.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* So many keys of an object are compared one by one before they go into a table. */
#define N_FEW_KEYS 16

/* An integer that is not longer than that, with its sign, can be held. */
#define N_SAFE_DIGITS 18

typedef struct {
  const char *start;
  gsize length;
} Slice;

/* An object or array that is open. */
typedef struct {
  gboolean is_object;
  Slice few[N_FEW_KEYS];        /* keys that stand in the file as they are meant */
  guint n_few;
  gboolean has_many;            /* all keys are in the table, decoded */
  GHashTable *many;             /* (nullable) */
} Level;

typedef struct {
  const char *start;
  const char *p;
  const char *end;
  Level levels[APO_JSON_MAX_DEPTH];
  guint depth;
  GArray *pieces;               /* (nullable) ApoJsonPiece, what the caller gets */
  char *root_key;               /* (nullable) of the last member of the root */
  ApoJsonPiece piece;           /* the one that is growing; its key is not set */
  GString *string;              /* the last string with escapes, decoded */
  char *problem;
} Scan;

/* Notes what is wrong at @at, with its line and column in characters; the first problem counts. */
static gboolean
fail_at (Scan       *self,
         const char *at,
         const char *what)
{
  guint line = 1;
  const char *line_start = self->start;

  for (const char *p = self->start; p < at; p++)
    if (*p == '\n')
      {
        line++;
        line_start = p + 1;
      }

  /* Translators: the place of an error in a file, then what is wrong there */
  self->problem = g_strdup_printf (_("line %u, column %lu: %s"), line,
                                   g_utf8_strlen (line_start, at - line_start) + 1, what);

  return FALSE;
}

static gboolean
check_bytes (Scan *self)
{
  const char *bad;

  if (self->end - self->start >= 3 && memcmp (self->start, "\xEF\xBB\xBF", 3) == 0)
    return fail_at (self, self->start, _("byte order mark"));
  if (!g_utf8_validate_len (self->start, self->end - self->start, &bad))
    return fail_at (self, bad, *bad == '\0' ? _("null character") : _("not UTF-8"));

  return TRUE;
}

static void
skip_space (Scan *self)
{
  while (self->p < self->end
         && (*self->p == ' ' || *self->p == '\n' || *self->p == '\t' || *self->p == '\r'))
    self->p++;
}

static gboolean
accept (Scan *self,
        char  c)
{
  if (self->p == self->end || *self->p != c)
    return FALSE;

  self->p++;

  return TRUE;
}

/* @what is translated only when it is said: this is asked for each bracket of a file. */
static gboolean
expect (Scan       *self,
        char        c,
        const char *what)
{
  if (accept (self, c))
    return TRUE;

  return fail_at (self, self->p, self->p == self->end ? _("the file ends too early") : _(what));
}

/* Reads four hexadecimal digits. */
static gboolean
scan_hex (Scan     *self,
          gunichar *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (self->p == self->end || !g_ascii_isxdigit (*self->p))
        return fail_at (self, self->p, _("escape of four digits expected"));
      *unit = *unit * 16 + g_ascii_xdigit_value (*self->p++);
    }

  return TRUE;
}

/* Reads what follows \u, and the other half of a pair. */
static gboolean
scan_unicode_escape (Scan *self)
{
  const char *at = self->p - 2;
  gunichar unit;
  gunichar low;

  if (!scan_hex (self, &unit))
    return FALSE;
  if (unit == 0)
    return fail_at (self, at, _("null character"));

  if (unit >= 0xD800 && unit < 0xDC00)
    {
      if (!accept (self, '\\') || !accept (self, 'u'))
        return fail_at (self, at, _("half of a pair of escapes"));
      if (!scan_hex (self, &low))
        return FALSE;
      if (low < 0xDC00 || low > 0xDFFF)
        return fail_at (self, at, _("half of a pair of escapes"));
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
  else if (unit >= 0xDC00 && unit < 0xE000)
    return fail_at (self, at, _("half of a pair of escapes"));

  g_string_append_unichar (self->string, unit);

  return TRUE;
}

static gboolean
scan_escape (Scan *self)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (accept (self, 'u'))
    return scan_unicode_escape (self);

  letter = self->p < self->end ? memchr (letters, *self->p, sizeof letters - 1) : NULL;
  if (letter == NULL)
    return fail_at (self, self->p, _("unknown escape"));

  g_string_append_c (self->string, meanings[letter - letters]);
  self->p++;

  return TRUE;
}

/* Goes to the next character of a string that is not taken as it is. */
static void
skip_plain (Scan *self)
{
  const char *p = self->p;

  while (p < self->end && *p != '"' && *p != '\\' && (guchar) *p >= 0x20)
    p++;
  self->p = p;
}

/* Reads the rest of a string from its first escape on, and decodes it from @first on. */
static gboolean
scan_escaped (Scan       *self,
              const char *first)
{
  g_string_truncate (self->string, 0);
  g_string_append_len (self->string, first, self->p - first);
  while (self->p < self->end && *self->p == '\\')
    {
      const char *plain;

      self->p++;
      if (!scan_escape (self))
        return FALSE;
      plain = self->p;
      skip_plain (self);
      g_string_append_len (self->string, plain, self->p - plain);
    }

  return TRUE;
}

/* Reads a string; @slice is what stands between its quotation marks, %NULL if there are escapes,
 * which are then decoded in the string of the scan. */
static gboolean
scan_string (Scan  *self,
             Slice *slice)
{
  if (!expect (self, '"', N_("string expected")))
    return FALSE;

  slice->start = self->p;
  skip_plain (self);
  slice->length = self->p - slice->start;
  if (self->p < self->end && *self->p == '\\')
    {
      if (!scan_escaped (self, slice->start))
        return FALSE;
      slice->start = NULL;
    }
  if (self->p < self->end && (guchar) *self->p < 0x20)
    return fail_at (self, self->p, _("control character in a string"));

  return expect (self, '"', N_("string expected"));
}

static gboolean
skip_digits (Scan *self)
{
  const char *first = self->p;

  while (self->p < self->end && g_ascii_isdigit (*self->p))
    self->p++;

  return self->p > first || fail_at (self, self->p, _("digit expected"));
}

/* Whether the number that was just read can be held. */
static gboolean
check_range (Scan       *self,
             const char *number,
             gboolean    is_integer)
{
  g_autofree char *copy = NULL;

  if (is_integer && self->p - number <= N_SAFE_DIGITS)
    return TRUE;

  copy = g_strndup (number, self->p - number);
  errno = 0;
  if (is_integer)
    g_ascii_strtoll (copy, NULL, 10);
  else if (isfinite (g_ascii_strtod (copy, NULL)))
    errno = 0;

  return errno == 0 || fail_at (self, number, _("number out of range"));
}

static gboolean
scan_number (Scan *self)
{
  const char *number = self->p;
  gboolean is_integer = TRUE;

  accept (self, '-');
  if (!accept (self, '0') && !skip_digits (self))
    return FALSE;

  if (accept (self, '.'))
    {
      is_integer = FALSE;
      if (!skip_digits (self))
        return FALSE;
    }
  if (accept (self, 'e') || accept (self, 'E'))
    {
      is_integer = FALSE;
      if (!accept (self, '+'))
        accept (self, '-');
      if (!skip_digits (self))
        return FALSE;
    }

  return check_range (self, number, is_integer);
}

static gboolean
scan_word (Scan *self)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (self->end - self->p) >= length && memcmp (self->p, words[i], length) == 0)
        {
          self->p += length;
          return TRUE;
        }
    }

  return fail_at (self, self->p, self->p == self->end ? _("the file ends too early")
                                                      : _("value expected"));
}

static gboolean
scan_scalar (Scan *self)
{
  Slice slice;

  if (self->p < self->end && *self->p == '"')
    return scan_string (self, &slice);
  if (self->p < self->end && (*self->p == '-' || g_ascii_isdigit (*self->p)))
    return scan_number (self);

  return scan_word (self);
}

/* Whether a key that stands in the file as it is meant is new among few. */
static gboolean
add_few (Level       *level,
         const Slice *key)
{
  for (guint i = 0; i < level->n_few; i++)
    if (level->few[i].length == key->length
        && memcmp (level->few[i].start, key->start, key->length) == 0)
      return FALSE;

  level->few[level->n_few++] = *key;

  return TRUE;
}

/* Whether a key is new among many, or among escaped ones. */
static gboolean
add_many (Level *level,
          char  *key)
{
  if (level->many == NULL)
    level->many = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!level->has_many)
    {
      g_hash_table_remove_all (level->many);
      for (guint i = 0; i < level->n_few; i++)
        g_hash_table_add (level->many, g_strndup (level->few[i].start, level->few[i].length));
      level->has_many = TRUE;
    }

  return g_hash_table_add (level->many, key);
}

/* Reads a key that is new in the open object, and the colon. */
static gboolean
scan_key (Scan *self)
{
  Level *level = &self->levels[self->depth - 1];
  const char *at;
  Slice key;
  gboolean is_new;

  skip_space (self);
  at = self->p;
  if (!scan_string (self, &key))
    return FALSE;

  if (self->pieces != NULL && self->depth == 1)
    {
      g_free (self->root_key);
      self->root_key = key.start != NULL ? g_strndup (key.start, key.length)
                                         : g_strdup (self->string->str);
    }

  if (key.start == NULL)
    is_new = add_many (level, g_strdup (self->string->str));
  else if (level->has_many || level->n_few == N_FEW_KEYS)
    is_new = add_many (level, g_strndup (key.start, key.length));
  else
    is_new = add_few (level, &key);
  if (!is_new)
    {
      g_autofree char *name = key.start != NULL ? g_strndup (key.start, key.length)
                                                : g_strdup (self->string->str);
      g_autofree char *what = g_strdup_printf (_("the key “%s” is there twice"), name);

      return fail_at (self, at, what);
    }
  skip_space (self);

  return expect (self, ':', N_("colon expected"));
}

static gboolean
open_level (Scan    *self,
            gboolean is_object)
{
  Level *level = &self->levels[self->depth];

  if (self->depth == APO_JSON_MAX_DEPTH)
    return fail_at (self, self->p - 1, _("too many levels inside one another"));

  self->depth++;
  level->is_object = is_object;
  level->n_few = 0;
  level->has_many = FALSE;
  skip_space (self);

  return TRUE;
}

/* Whether what is read now lies in a list of the root, and pieces are wanted. */
static gboolean
is_in_list (Scan *self)
{
  return self->depth == 2 && self->pieces != NULL && self->levels[0].is_object
         && !self->levels[1].is_object;
}

static void
end_piece (Scan *self)
{
  if (self->piece.n_elements == 0)
    return;

  self->piece.key = g_strdup (self->root_key);
  g_array_append_val (self->pieces, self->piece);
  self->piece.n_elements = 0;
}

static void
begin_element (Scan *self)
{
  skip_space (self);
  if (self->piece.n_elements == 0)
    self->piece.start = self->p - self->start;
}

static void
end_element (Scan *self)
{
  self->piece.end = self->p - self->start;
  self->piece.n_elements++;
  if (self->piece.end - self->piece.start >= APO_JSON_PIECE_BYTES)
    end_piece (self);
}

/* Reads a scalar, an empty object or array, or the beginning of a full one, after which @ended is
 * %FALSE and the next value follows. */
static gboolean
scan_value (Scan     *self,
            gboolean *ended)
{
  gboolean is_object;

  *ended = TRUE;
  skip_space (self);
  is_object = accept (self, '{');
  if (!is_object && !accept (self, '['))
    return scan_scalar (self);

  if (!open_level (self, is_object))
    return FALSE;
  if (accept (self, is_object ? '}' : ']'))
    {
      self->depth--;
      return TRUE;
    }
  *ended = FALSE;

  return !is_object || scan_key (self);
}

/* Reads what follows a value, up to the next value or the end of all of them. */
static gboolean
scan_after_value (Scan *self)
{
  while (self->depth > 0)
    {
      Level *level = &self->levels[self->depth - 1];

      if (is_in_list (self))
        end_element (self);
      skip_space (self);
      if (accept (self, ','))
        return !level->is_object || scan_key (self);
      if (!expect (self, level->is_object ? '}' : ']', N_("comma or closing bracket expected")))
        return FALSE;
      if (is_in_list (self))
        end_piece (self);
      self->depth--;
    }

  return TRUE;
}

static gboolean
scan_document (Scan *self)
{
  gboolean ended;

  if (!check_bytes (self))
    return FALSE;

  do
    {
      if (is_in_list (self))
        begin_element (self);
      if (!scan_value (self, &ended) || (ended && !scan_after_value (self)))
        return FALSE;
    }
  while (self->depth > 0);

  skip_space (self);

  return self->p == self->end || fail_at (self, self->p, _("something follows the end"));
}

static gboolean
scan_all (const char *data,
          gsize       length,
          GArray     *pieces,
          char      **problem)
{
  const char *start = data != NULL ? data : "";
  Scan scan = { .start = start, .p = start, .end = start + length, .pieces = pieces };
  gboolean good;

  scan.string = g_string_new (NULL);
  good = scan_document (&scan);

  for (guint i = 0; i < APO_JSON_MAX_DEPTH; i++)
    g_clear_pointer (&scan.levels[i].many, g_hash_table_unref);
  g_string_free (scan.string, TRUE);
  g_free (scan.root_key);
  if (!good)
    *problem = scan.problem;

  return good;
}

/**
 * apo_json_scan:
 * @data: (nullable): bytes from anywhere, %NULL for none
 * @problem: (out): what is wrong, with its line and column, translated; untouched on success
 *
 * Checks that @data is JSON (RFC 8259) in UTF-8 that json-glib reads rightly and without harm: not
 * nested deeper than %APO_JSON_MAX_DEPTH, no key twice in an object, no null characters, no numbers
 * that cannot be held.  Linear, without recursion.
 *
 * Returns: whether it is
 */
gboolean
apo_json_scan (const char *data,
               gsize       length,
               char      **problem)
{
  return scan_all (data, length, NULL, problem);
}

static void
clear_piece (ApoJsonPiece *piece)
{
  g_free (piece->key);
}

/**
 * apo_json_scan_lists:
 * @problem: (out): as of apo_json_scan()
 *
 * Checks the same, and notes where the elements of the lists stand that are members of the root:
 * they can then be read a piece at a time.
 *
 * Returns: (transfer full) (nullable) (element-type ApoJsonPiece): the pieces in the order of the
 *   file, none of an empty list; %NULL if @data is not good
 */
GArray *
apo_json_scan_lists (const char *data,
                     gsize       length,
                     char      **problem)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (ApoJsonPiece));

  g_array_set_clear_func (pieces, (GDestroyNotify) clear_piece);

  return scan_all (data, length, pieces, problem) ? g_steal_pointer (&pieces) : NULL;
}

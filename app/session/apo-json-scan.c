/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-json-scan.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

typedef struct {
  gboolean is_object;
  GHashTable *keys;             /* (nullable) of the object that is open at this depth */
} Level;

typedef struct {
  const char *start;
  const char *p;
  const char *end;
  Level levels[APO_JSON_MAX_DEPTH];
  guint depth;
  GString *string;              /* the last string, decoded */
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
  while (self->p < self->end && strchr (" \t\n\r", *self->p) != NULL)
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

static gboolean
expect (Scan       *self,
        char        c,
        const char *what)
{
  if (accept (self, c))
    return TRUE;

  return fail_at (self, self->p, self->p == self->end ? _("the file ends too early") : what);
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

static gboolean
scan_string (Scan *self)
{
  if (!expect (self, '"', _("string expected")))
    return FALSE;

  g_string_truncate (self->string, 0);
  while (self->p < self->end && *self->p != '"')
    {
      if ((guchar) *self->p < 0x20)
        return fail_at (self, self->p, _("control character in a string"));

      if (*self->p == '\\')
        {
          self->p++;
          if (!scan_escape (self))
            return FALSE;
        }
      else
        g_string_append_c (self->string, *self->p++);
    }

  return expect (self, '"', _("string expected"));
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
  g_autofree char *copy = g_strndup (number, self->p - number);

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
  if (self->p < self->end && *self->p == '"')
    return scan_string (self);
  if (self->p < self->end && (*self->p == '-' || g_ascii_isdigit (*self->p)))
    return scan_number (self);

  return scan_word (self);
}

/* Reads a key that is new in the open object, and the colon. */
static gboolean
scan_key (Scan *self)
{
  Level *level = &self->levels[self->depth - 1];
  const char *key;

  skip_space (self);
  key = self->p;
  if (!scan_string (self))
    return FALSE;

  if (!g_hash_table_add (level->keys, g_strdup (self->string->str)))
    {
      g_autofree char *what = g_strdup_printf (_("the key “%s” is there twice"),
                                               self->string->str);

      return fail_at (self, key, what);
    }
  skip_space (self);

  return expect (self, ':', _("colon expected"));
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
  if (is_object && level->keys == NULL)
    level->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  else if (is_object)
    g_hash_table_remove_all (level->keys);
  skip_space (self);

  return TRUE;
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

      skip_space (self);
      if (accept (self, ','))
        return !level->is_object || scan_key (self);
      if (!expect (self, level->is_object ? '}' : ']', _("comma or closing bracket expected")))
        return FALSE;
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
    if (!scan_value (self, &ended) || (ended && !scan_after_value (self)))
      return FALSE;
  while (self->depth > 0);

  skip_space (self);

  return self->p == self->end || fail_at (self, self->p, _("something follows the end"));
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
  const char *start = data != NULL ? data : "";
  Scan scan = { .start = start, .p = start, .end = start + length };
  gboolean good;

  scan.string = g_string_new (NULL);
  good = scan_document (&scan);

  for (guint i = 0; i < APO_JSON_MAX_DEPTH; i++)
    g_clear_pointer (&scan.levels[i].keys, g_hash_table_unref);
  g_string_free (scan.string, TRUE);
  if (!good)
    *problem = scan.problem;

  return good;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "apo-import.h"

/* ICU works in 32-bit lengths; input of %APO_IMPORT_MAX_BYTES stays far below. */

typedef struct {
  const char *charset;
  const char *mark;
  guint length;
} ByteOrderMark;

/* The longer marks first: that of UTF-32LE begins with that of UTF-16LE. */
static const ByteOrderMark marks[] = {
  { "UTF-32LE", "\xFF\xFE\x00\x00", 4 },
  { "UTF-32BE", "\x00\x00\xFE\xFF", 4 },
  { "UTF-8", "\xEF\xBB\xBF", 3 },
  { "UTF-16LE", "\xFF\xFE", 2 },
  { "UTF-16BE", "\xFE\xFF", 2 },
};

static const ByteOrderMark *
find_mark (const char *bytes,
           gsize       n_bytes)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (n_bytes >= marks[i].length && memcmp (bytes, marks[i].mark, marks[i].length) == 0)
      return &marks[i];

  return NULL;
}

/* Bytes no text has: NUL, and more than a few other control characters. */
static gboolean
looks_binary (const char *bytes,
              gsize       n_bytes)
{
  gsize checked = MIN (n_bytes, 65536);
  gsize controls = 0;

  if (memchr (bytes, '\0', n_bytes) != NULL)
    return TRUE;

  for (gsize i = 0; i < checked; i++)
    {
      guchar c = bytes[i];

      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B) || c == 0x7F)
        controls++;
    }

  return controls * 50 > checked;
}

static char *
detect_charset (const char *bytes,
                gsize       n_bytes)
{
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match;
  char *charset = NULL;

  ucsdet_setText (detector, bytes, MIN (n_bytes, 262144), &status);
  match = ucsdet_detect (detector, &status);

  if (U_SUCCESS (status) && match != NULL && ucsdet_getConfidence (match, &status) >= 10)
    {
      const char *found = ucsdet_getName (match, &status);

      /* What calls itself ISO-8859-1 uses 0x80 to 0x9F as Windows does. */
      if (U_SUCCESS (status) && found != NULL)
        charset = g_strdup (strcmp (found, "ISO-8859-1") == 0 ? "windows-1252" : found);
    }

  ucsdet_close (detector);

  return charset;
}

/* Strict: a byte that means nothing in @charset is an error, not a replacement character. */
static UChar *
convert (const char *charset,
         const char *bytes,
         gsize       n_bytes,
         int        *length)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (charset, &status);
  g_autofree UChar *units = NULL;
  gsize capacity = 2 * n_bytes + 16;

  if (U_FAILURE (status))
    return NULL;

  ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  units = g_try_new (UChar, capacity);
  if (units != NULL)
    *length = ucnv_toUChars (converter, units, capacity, bytes, n_bytes, &status);
  ucnv_close (converter);

  return units != NULL && U_SUCCESS (status) ? g_steal_pointer (&units) : NULL;
}

static UChar *
normalize (UChar *units,
           int   *length)
{
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance (&status);
  g_autofree UChar *normal = NULL;
  int n;

  if (U_SUCCESS (status) && unorm2_isNormalized (nfc, units, *length, &status))
    return units;

  n = unorm2_normalize (nfc, units, *length, NULL, 0, &status);
  status = U_ZERO_ERROR;
  normal = g_new (UChar, n + 1);
  unorm2_normalize (nfc, units, *length, normal, n + 1, &status);
  g_free (units);
  *length = n;

  return g_steal_pointer (&normal);
}

static void
join_line_feeds (UChar *units,
                 int   *length)
{
  int to = 0;

  for (int from = 0; from < *length; from++)
    if (!(units[from] == '\r' && from + 1 < *length && units[from + 1] == '\n'))
      units[to++] = units[from];

  *length = to;
}

static char *
to_utf8 (const UChar *units,
         int          length)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree char *utf8 = g_try_malloc (3 * (gsize) length + 1);
  int n = 0;

  if (utf8 == NULL)
    return NULL;

  u_strToUTF8 (utf8, 3 * length + 1, &n, units, length, &status);
  utf8[U_SUCCESS (status) ? n : 0] = '\0';

  return U_SUCCESS (status) ? g_realloc (g_steal_pointer (&utf8), n + 1) : NULL;
}

static gboolean
is_ascii (const char *bytes,
          gsize       n_bytes)
{
  for (gsize i = 0; i < n_bytes; i++)
    if ((guchar) bytes[i] >= 0x80 || bytes[i] == '\r')
      return FALSE;

  return TRUE;
}

static char *
decode_as (const char *charset,
           const char *bytes,
           gsize       n_bytes)
{
  UChar *units;
  char *utf8;
  int length = 0;

  units = convert (charset, bytes, n_bytes, &length);
  if (units == NULL)
    return NULL;

  if (u_memchr (units, 0, length) != NULL)
    {
      g_free (units);
      return NULL;
    }

  join_line_feeds (units, &length);
  units = normalize (units, &length);
  utf8 = to_utf8 (units, length);
  g_free (units);

  return utf8;
}

/**
 * apo_decode_text:
 * @bytes: at most %APO_IMPORT_MAX_BYTES
 * @name: of the file, for errors
 *
 * UTF-8, UTF-16 or UTF-32 by their byte order mark, UTF-8 where it is valid, else the charset that
 * ICU detects; then CRLF becomes LF and everything is composed (NFC).
 *
 * Returns: (transfer full) (nullable): UTF-8 without NUL, or %APO_IMPORT_ERROR_BINARY or
 * %APO_IMPORT_ERROR_ENCODING
 */
char *
apo_decode_text (const char  *bytes,
                 gsize        n_bytes,
                 const char  *name,
                 GError     **error)
{
  const ByteOrderMark *mark = find_mark (bytes, n_bytes);
  g_autofree char *charset = NULL;
  g_autofree char *utf8 = NULL;

  if (mark != NULL)
    utf8 = decode_as (mark->charset, bytes + mark->length, n_bytes - mark->length);
  else if (looks_binary (bytes, n_bytes))
    {
      g_set_error (error, APO_IMPORT_ERROR, APO_IMPORT_ERROR_BINARY,
                   _("“%s” is not a text file."), name);
      return NULL;
    }
  else if (is_ascii (bytes, n_bytes))
    utf8 = g_strndup (bytes, n_bytes);
  else if (g_utf8_validate (bytes, n_bytes, NULL))
    utf8 = decode_as ("UTF-8", bytes, n_bytes);
  else
    {
      charset = detect_charset (bytes, n_bytes);
      utf8 = charset != NULL ? decode_as (charset, bytes, n_bytes) : NULL;
    }

  if (utf8 == NULL)
    g_set_error (error, APO_IMPORT_ERROR, APO_IMPORT_ERROR_ENCODING,
                 _("The characters of “%s” cannot be decoded."), name);

  return g_steal_pointer (&utf8);
}

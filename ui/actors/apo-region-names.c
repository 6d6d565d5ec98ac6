/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-region-names.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

#define MAX_UNITS 160

/* The locale of the user's first language, as ICU writes it. */
static char *
dup_locale (void)
{
  const char *language = g_get_language_names ()[0];

  if (g_str_equal (language, "C") || g_str_equal (language, "POSIX"))
    return g_strdup ("en");

  return g_strndup (language, strcspn (language, ".@"));
}

static char *
dup_name (const char *code,
          const char *locale)
{
  g_autofree char *region = g_strconcat ("und_", code, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UChar name[MAX_UNITS];
  char utf8[MAX_UNITS * 3];
  int32_t length = uloc_getDisplayCountry (region, locale, name, MAX_UNITS, &status);

  u_strToUTF8 (utf8, sizeof utf8, NULL, name, MIN (length, MAX_UNITS - 1), &status);

  return g_strdup (U_SUCCESS (status) ? utf8 : code);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (((const ApoRegionName *) a)->name, ((const ApoRegionName *) b)->name);
}

/**
 * apo_region_names_get:
 *
 * Returns: (transfer none) (element-type ApoRegionName): all countries and territories, by name; made
 *   at the first call, about a millisecond
 */
const GArray *
apo_region_names_get (void)
{
  static GArray *names;
  const char *const *codes;
  g_autofree char *locale = NULL;

  if (names != NULL)
    return names;

  names = g_array_new (FALSE, FALSE, sizeof (ApoRegionName));
  locale = dup_locale ();
  codes = uloc_getISOCountries ();
  for (guint i = 0; codes[i] != NULL; i++)
    {
      ApoRegionName name = { codes[i], dup_name (codes[i], locale) };

      g_array_append_val (names, name);
    }
  g_array_sort (names, compare_names);

  return names;
}

/**
 * apo_region_names_get_name:
 *
 * Returns: (transfer none): what a region is called, or its code where that is not known
 */
const char *
apo_region_names_get_name (const char *code)
{
  const GArray *names = apo_region_names_get ();

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_array_index (names, ApoRegionName, i).code, code))
      return g_array_index (names, ApoRegionName, i).name;

  return code;
}

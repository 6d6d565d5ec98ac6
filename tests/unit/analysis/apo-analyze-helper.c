/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyze-helper.h"

/**
 * apo_analyze_helper_run:
 * @date: (nullable): ISO
 *
 * Returns: (transfer full): what is found in @string with the packs of the source tree
 */
ApoFindings *
apo_analyze_helper_run (const char *string,
                        const char *language,
                        const char *date)
{
  g_autoptr (ApoAnalyzer) analyzer = apo_analyzer_new (g_getenv ("APOSTILLE_DATADIR"));
  g_autoptr (ApoText) text = apo_text_new (string, -1);
  g_autoptr (GError) error = NULL;
  ApoDay day = APO_DAY_NONE;
  ApoFindings *findings;

  if (date != NULL)
    g_assert_true (apo_day_parse (date, &day));

  findings = apo_analyzer_analyze (analyzer, text, language, day, NULL, NULL, &error);
  g_assert_no_error (error);

  return findings;
}

char *
apo_analyze_helper_slice (const char *string,
                          ApoSpan     span)
{
  return g_utf8_substring (string, span.start, span.end);
}

/**
 * apo_analyze_helper_name:
 *
 * Returns: (nullable): the name of the actor
 */
const char *
apo_analyze_helper_name (ApoFindings *findings,
                         int          actor)
{
  return actor == APO_FOUND_NONE
           ? NULL : ((ApoFoundActor *) g_ptr_array_index (findings->actors, actor))->name;
}

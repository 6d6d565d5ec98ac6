/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-language-guess.h"

#include <libexttextcat/textcat.h>
#include <string.h>

/* What is looked at: enough to be sure, little enough to cost nothing. */
#define MAX_BYTES 4096
#define MIN_BYTES 100

/* The first of the answers, which look like "[fr--utf8][oc--utf8]". */
static char *
parse_answer (const char *answer)
{
  gsize length;

  if (answer == NULL || answer[0] != '[')
    return NULL;

  length = strspn (answer + 1, "abcdefghijklmnopqrstuvwxyz");

  return length >= 2 ? g_strndup (answer + 1, length) : NULL;
}

/**
 * apo_language_guess:
 * @text: valid UTF-8
 * @n_bytes: its length
 *
 * Guesses by the frequencies of letter groups (W. B. Cavnar and J. M. Trenkle, "N-Gram-Based Text
 * Categorization", 1994), with the fingerprints of libexttextcat.
 *
 * Returns: (transfer full) (nullable): an ISO 639 code, or %NULL if the text is too short to tell
 */
char *
apo_language_guess (const char *text,
                    gsize       n_bytes)
{
  void *classifier;
  char *language;

  if (n_bytes < MIN_BYTES)
    return NULL;

  classifier = special_textcat_Init (APO_TEXTCAT_DIR "/fpdb.conf", APO_TEXTCAT_DIR "/");
  if (classifier == NULL)
    return NULL;

  language = parse_answer (textcat_Classify (classifier, text, MIN (n_bytes, MAX_BYTES)));
  textcat_Done (classifier);

  return language;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-metadata-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

enum { BYLINE, SOURCE, PUBLISHED, UPDATED, N_KINDS };

/* What a table does not name is never met. */
#define NOTHING "(?!)"

static int
find_kind (const char *name)
{
  static const char * const names[N_KINDS] = { "byline", "source", "published", "updated" };

  for (int kind = 0; kind < N_KINDS; kind++)
    if (strcmp (names[kind], name) == 0)
      return kind;

  return -1;
}

/* Makes one pattern of the phrases of each kind: `(?i:phrase|phrase)`. */
static gboolean
read_words (ApoTable  *table,
            GString   *words[N_KINDS],
            GError   **error)
{
  for (guint row = 0; row < apo_table_get_n_rows (table); row++)
    {
      int kind = find_kind (apo_table_get (table, row, 0));
      g_auto (GStrv) phrases = g_strsplit (apo_table_get (table, row, 1), "|", -1);

      if (!apo_table_require (table, row, 3, error))
        return FALSE;
      if (kind < 0)
        {
          apo_table_set_error (table, row, error, _("a word is not one of those allowed there"));
          return FALSE;
        }

      for (guint i = 0; phrases[i] != NULL; i++)
        {
          g_autofree char *escaped = g_regex_escape_string (phrases[i], -1);

          g_string_append_printf (words[kind], "%s%s", words[kind]->len > 0 ? "|" : "", escaped);
        }
    }

  for (guint kind = 0; kind < N_KINDS; kind++)
    {
      if (words[kind]->len == 0)
        g_string_append (words[kind], NOTHING);
      g_string_prepend (words[kind], "(?i:");
      g_string_append_c (words[kind], ')');
    }

  return TRUE;
}

static GRegex *
compile (const char *before,
         const char *words,
         const char *after)
{
  g_autofree char *pattern = g_strconcat (before, words, after, NULL);

  return g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
}

static void
compile_all (ApoMetadataRules *self,
             const char       *byline,
             const char       *source,
             const char       *published,
             const char       *updated)
{
  g_autofree char *date_words = g_strconcat ("(?:", published, "|", updated, ")", NULL);
  g_autofree char *all = g_strconcat ("(?:", byline, "|", date_words, ")", NULL);

  /* “By Anna Little”, “By Anna Little, in Bath” */
  self->byline = compile ("^", byline, "\\s+(\\p{Lu}[^.!?:]{2,70}?)"
                          "(?:\\s*(?:[,|–—-]\\s|\\().*)?$");
  /* “Source: The Beacon” */
  self->outlet[0] = compile ("^", source, "\\s*:\\s*(\\p{Lu}[^.!?:,]{2,50})$");
  /* “The Beacon — 3 March 2024”, “The Beacon, published on 3 March 2024” */
  self->outlet[1] = compile ("^(\\p{Lu}[^.!?:,\\d]{2,40}?)\\s*[,|–—-]\\s*(?:", date_words,
                             "\\s*:?\\s+(?:\\p{L}+\\s+)?)?(?:\\p{L}+\\s+)?\\d{1,2}");
  /* “By Anna Little | The Beacon”, “By Anna Little (The Beacon)” */
  self->outlet[2] = compile ("^", byline, "\\s[^|(–—]+\\s*[|(–—]\\s*"
                             "(\\p{Lu}[^.!?:,\\d)]{2,40})\\)?$");
  self->no_outlet = compile ("^", all, "\\b");
  self->published = compile ("\\b", published, "\\b");
  self->updated = compile ("\\b", updated, "\\b");
}

/**
 * apo_metadata_rules_new:
 *
 * Returns: (transfer full) (nullable): the rules of @pack, or an #ApoLanguageError with file and
 * line
 */
ApoMetadataRules *
apo_metadata_rules_new (ApoLanguagePack  *pack,
                        GError          **error)
{
  ApoTable *table = apo_language_pack_get_table (pack, "metadata", error);
  ApoMetadataRules *self = NULL;
  GString *words[N_KINDS];

  if (table == NULL)
    return NULL;

  for (guint kind = 0; kind < N_KINDS; kind++)
    words[kind] = g_string_new (NULL);

  if (read_words (table, words, error))
    {
      self = g_new0 (ApoMetadataRules, 1);
      compile_all (self, words[BYLINE]->str, words[SOURCE]->str, words[PUBLISHED]->str,
                   words[UPDATED]->str);
    }

  for (guint kind = 0; kind < N_KINDS; kind++)
    g_string_free (words[kind], TRUE);

  return self;
}

void
apo_metadata_rules_free (ApoMetadataRules *rules)
{
  g_regex_unref (rules->byline);
  for (guint i = 0; i < G_N_ELEMENTS (rules->outlet); i++)
    g_regex_unref (rules->outlet[i]);
  g_regex_unref (rules->no_outlet);
  g_regex_unref (rules->published);
  g_regex_unref (rules->updated);
  g_free (rules);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "apo-analyzer.h"
#include "apo-datadir.h"
#include "apo-findings-json.h"
#include "apo-import.h"

typedef struct {
  char *date;
  char *language;
  char *format;
  gboolean timing;
  char **files;
  ApoDay day;
  ApoAnalyzer *analyzer;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->date);
  g_free (options->language);
  g_free (options->format);
  g_strfreev (options->files);
  g_clear_object (&options->analyzer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static int
parse_options (Options  *options,
               int       argc,
               char    **argv)
{
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &options->date, NULL, NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options->language, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &options->format, NULL, NULL },
    { "timing", 0, 0, G_OPTION_ARG_NONE, &options->timing, NULL, NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options->files, NULL, NULL },
    { NULL }
  };

  if (!apo_cli_parse (entries, argc, argv, &error))
    return apo_cli_fail_usage (error->message);
  if (!apo_cli_parse_date (options->date, &options->day))
    return apo_cli_fail_usage (_("“--date” takes a date such as 2024-03-15."));
  if (options->format != NULL && strcmp (options->format, "json") != 0
      && strcmp (options->format, "ndjson") != 0 && strcmp (options->format, "text") != 0)
    return apo_cli_fail_usage (_("“--format” takes json, ndjson or text."));
  if (options->files == NULL)
    return apo_cli_fail_usage (_("“analyze” takes at least one file."));

  return APO_EXIT_OK;
}

static const char *
get_error_code (const GError *error)
{
  static const struct { int code; const char *name; } codes[] = {
    { APO_IMPORT_ERROR_NOT_FOUND, "not-found" },
    { APO_IMPORT_ERROR_IS_DIRECTORY, "is-directory" },
    { APO_IMPORT_ERROR_PERMISSION, "permission" },
    { APO_IMPORT_ERROR_EMPTY, "empty" },
    { APO_IMPORT_ERROR_BINARY, "binary" },
    { APO_IMPORT_ERROR_TOO_LARGE, "too-large" },
    { APO_IMPORT_ERROR_ENCODING, "encoding" },
    { APO_IMPORT_ERROR_READ, "read" },
  };

  if (error->domain == APO_ANALYZER_ERROR)
    return error->code == APO_ANALYZER_ERROR_LANGUAGE ? "language" : "data";

  for (guint i = 0; error->domain == APO_IMPORT_ERROR && i < G_N_ELEMENTS (codes); i++)
    if (codes[i].code == error->code)
      return codes[i].name;

  return "failed";
}

static void
print_node (JsonNode *node,
            gboolean  pretty)
{
  g_autofree char *json = json_to_string (node, pretty);

  fputs (json, stdout);
  fputc ('\n', stdout);
}

static void
print_failure (const char   *file,
               const GError *error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *name = g_filename_display_name (file);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "file");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, get_error_code (error));
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, error->message);
  json_builder_end_object (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  print_node (root, FALSE);
}

static void
print_text (ApoFindings *findings,
            ApoArticle  *article)
{
  ApoText *text = apo_article_get_text (article);

  for (guint i = 0; i < findings->claims->len; i++)
    {
      const ApoFoundClaim *claim = g_ptr_array_index (findings->claims, i);
      const ApoFoundActor *speaker = claim->speaker != APO_FOUND_NONE
        ? g_ptr_array_index (findings->actors, claim->speaker) : NULL;
      g_autofree char *content = apo_text_dup_slices (text,
                                                      (const ApoSpan *) (gconstpointer) claim->content->data,
                                                      claim->content->len);

      printf ("%s (%s): %s\n", speaker != NULL ? speaker->name : "?",
              apo_certainty_get_label (claim->certainty), content);
    }
}

static void
take_times (ApoAnalyzer       *analyzer,
            gint64             analysis,
            ApoFindingsTiming *timing)
{
  G_STATIC_ASSERT (APO_N_STAGES <= APO_MAX_STAGES);

  timing->analyze_ms = analysis / 1000.0;
  timing->n_stages = APO_N_STAGES;
  for (guint i = 0; i < APO_N_STAGES; i++)
    {
      timing->stages[i] = apo_stage_to_string (i);
      timing->stage_ms[i] = apo_analyzer_get_stage_time (analyzer, i) / 1000.0;
    }
}

static gboolean
analyze_file (Options     *options,
              const char  *file,
              gboolean     lines,
              GError     **error)
{
  g_autoptr (ApoArticle) article = NULL;
  g_autoptr (ApoFindings) findings = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *name = g_filename_display_name (file);
  ApoFindingsTiming timing = { 0 };
  gint64 start = g_get_monotonic_time ();
  gint64 loaded;

  article = apo_cli_read (file, error);
  if (article == NULL)
    return FALSE;

  loaded = g_get_monotonic_time ();
  findings = apo_analyzer_analyze (options->analyzer, apo_article_get_text (article),
                                   apo_cli_get_language (article, options->language),
                                   options->day, NULL, NULL, error);
  if (findings == NULL)
    return FALSE;

  if (g_strcmp0 (options->format, "text") == 0)
    {
      print_text (findings, article);
      return TRUE;
    }

  timing.load_ms = (loaded - start) / 1000.0;
  take_times (options->analyzer, g_get_monotonic_time () - loaded, &timing);
  root = apo_findings_to_json (findings, article, lines ? name : NULL,
                               options->timing ? &timing : NULL);
  print_node (root, !lines);

  return TRUE;
}

/**
 * apo_cli_analyze:
 *
 * `analyze [--date YYYY-MM-DD] [--language CODE] [--format json|ndjson|text] [--timing] FILE…`:
 * prints what was found; several files as NDJSON, one line each, in order.
 */
int
apo_cli_analyze (int    argc,
                     char **argv)
{
  g_auto (Options) options = { 0 };
  g_autofree char *data_dir = apo_datadir_dup_path ();
  int status = parse_options (&options, argc, argv);
  gboolean lines;

  if (status != APO_EXIT_OK)
    return status;

  options.analyzer = apo_analyzer_new (data_dir);
  lines = g_strcmp0 (options.format, "ndjson") == 0
          || (options.files[1] != NULL && g_strcmp0 (options.format, "text") != 0);

  for (guint i = 0; options.files[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!analyze_file (&options, options.files[i], lines, &error))
        {
          status = APO_EXIT_FAILED;
          apo_cli_print_error (options.files[i], error);
          if (lines)
            print_failure (options.files[i], error);
        }
    }

  return fflush (stdout) == 0 ? status : APO_EXIT_FAILED;
}

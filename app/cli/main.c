/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "apo-cli.h"
#include "apo-datadir.h"

static const ApoCliCommand commands[] = {
  { "analyze", N_("Read texts and print what was found, as JSON"), apo_cli_analyze },
  { "new", N_("Read a text and write a dossier"), apo_cli_new },
  { "check", N_("Say what is damaged in a dossier"), apo_cli_check },
  { "merge", N_("Write a dossier with all that is in another copy of it"), apo_cli_merge },
  { "replace-text", N_("Write a dossier with another version of its text"), apo_cli_replace_text },
  { "text", N_("Print the normalised text that all offsets refer to"), apo_cli_text },
};

static int
print_help (void)
{
  printf ("%s\n\n", _("Usage: apostille-cli COMMAND [OPTION…] [FILE…]"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %-12s %s\n", commands[i].name, _(commands[i].summary));

  printf ("\n%s\n", _("Options of “analyze”:"));
  printf ("  --date YYYY-MM-DD          %s\n", _("the day that words like “yesterday” hang on"));
  printf ("  --language CODE            %s\n", _("the language of the text"));
  printf ("  --format json|ndjson|text  %s\n", _("how to print"));
  printf ("  --timing                   %s\n", _("say how long it took"));
  printf ("\n%s\n", _("“new” also takes --date and --language, and needs -o DOSSIER."));
  printf ("\n%s\n", _("“merge” takes two dossiers, -o DOSSIER, --base DOSSIER (what both come from) and "
                      "--settle mine|theirs; “replace-text” takes a dossier, a text and -o DOSSIER."));
  printf ("\n%s\n", _("A file named “-” is the standard input."));

  return APO_EXIT_OK;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *locale_dir = apo_datadir_dup_locale ();
  g_autofree char *message = NULL;

  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2)
    return apo_cli_fail_usage (_("A command is missing."));

  if (strcmp (argv[1], "--version") == 0)
    {
      printf ("apostille-cli %s\n", APO_VERSION);
      return APO_EXIT_OK;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    return print_help ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      return commands[i].run (argc - 2, argv + 2);

  message = g_strdup_printf (_("There is no command “%s”."), argv[1]);

  return apo_cli_fail_usage (message);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>

#include "apo-application.h"
#include "apo-datadir.h"

int
main (int    argc,
      char **argv)
{
  g_autofree char *locale_dir = apo_datadir_dup_locale ();
  g_autoptr (ApoApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_("Apostille"));

  application = apo_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}

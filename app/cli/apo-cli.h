/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "apo-dossier.h"

G_BEGIN_DECLS

/* What the program exits with. */
enum {
  APO_EXIT_OK,
  APO_EXIT_FAILED,              /* some input failed */
  APO_EXIT_USAGE,
};

/**
 * ApoCliCommand:
 * @name: the word on the command line
 * @summary: what it does, untranslated
 * @run: its arguments without its name; returns an exit status
 */
typedef struct {
  const char *name;
  const char *summary;
  int (* run) (int argc, char **argv);
} ApoCliCommand;

int         apo_cli_analyze     (int           argc,
                                 char        **argv);
int         apo_cli_text        (int           argc,
                                 char        **argv);
int         apo_cli_new         (int           argc,
                                 char        **argv);
int         apo_cli_check       (int           argc,
                                 char        **argv);
int         apo_cli_merge       (int           argc,
                                 char        **argv);
int         apo_cli_replace_text (int          argc,
                                 char        **argv);

int         apo_cli_fail_usage  (const char   *message);
gboolean    apo_cli_parse       (const GOptionEntry *entries,
                                 int           argc,
                                 char        **argv,
                                 GError      **error);
gboolean    apo_cli_parse_date  (const char   *date,
                                 ApoDay       *day);
void        apo_cli_print_error (const char   *file,
                                 const GError *error);
ApoArticle *apo_cli_read        (const char   *file,
                                 GError      **error);
ApoDossier *apo_cli_read_dossier (const char  *file,
                                 GError      **error);
gboolean    apo_cli_write_dossier (ApoDossier *dossier,
                                 const char   *was,
                                 const char   *file,
                                 GError      **error);
void        apo_cli_print_row   (const char *const *cells);
const char *apo_cli_get_language (ApoArticle   *article,
                                 const char   *given);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "apo-article.h"

G_BEGIN_DECLS

/* What the program exits with. */
enum {
  APO_EXIT_OK,
  APO_EXIT_FAILED,              /* some input failed */
  APO_EXIT_USAGE,
};

/**
 * ApoCommand:
 * @name: the word on the command line
 * @summary: what it does, untranslated
 * @run: its arguments without its name; returns an exit status
 */
typedef struct {
  const char *name;
  const char *summary;
  int (* run) (int argc, char **argv);
} ApoCommand;

int         apo_command_analyze     (int           argc,
                                     char        **argv);
int         apo_command_text        (int           argc,
                                     char        **argv);

int         apo_command_fail_usage  (const char   *message);
void        apo_command_print_error (const char   *file,
                                     const GError *error);
ApoArticle *apo_command_read        (const char   *file,
                                     GError      **error);
const char *apo_command_get_language (ApoArticle  *article,
                                     const char   *given);

G_END_DECLS

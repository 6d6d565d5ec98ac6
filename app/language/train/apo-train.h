/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-treebank.h"

G_BEGIN_DECLS

/**
 * ApoTrainCommand:
 * @name: the word on the command line
 * @arguments: what may follow
 * @summary: what it does
 * @run: its arguments, the first of them its name
 */
typedef struct {
  const char *name;
  const char *arguments;
  const char *summary;
  gboolean (* run) (int      argc,
                    char   **argv,
                    GError **error);
} ApoTrainCommand;

gboolean apo_train_lexicon   (int                 argc,
                              char              **argv,
                              GError            **error);
gboolean apo_train_tagger    (int                 argc,
                              char              **argv,
                              GError            **error);
gboolean apo_train_jackknife (int                 argc,
                              char              **argv,
                              GError            **error);
gboolean apo_train_names     (int                 argc,
                              char              **argv,
                              GError            **error);
gboolean apo_train_test_names (int                argc,
                              char              **argv,
                              GError            **error);
gboolean apo_train_evaluate  (int                 argc,
                              char              **argv,
                              GError            **error);
gboolean apo_train_parser  (int                 argc,
                            char              **argv,
                            GError            **error);
gboolean apo_train_surface   (int                 argc,
                              char              **argv,
                              GError            **error);

gboolean apo_train_parse   (const GOptionEntry *entries,
                            int                *argc,
                            char             ***argv,
                            int                 n_files,
                            GError            **error);
void     apo_train_shuffle (guint              *order,
                            guint               n,
                            GRand              *random);

G_END_DECLS

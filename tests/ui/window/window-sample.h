/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-window-private.h"

G_BEGIN_DECLS

/* Whole windows to test with, and the application that they belong to. */

void              window_sample_init        (int       *argc,
                                             char    ***argv);
int               window_sample_run         (void);
GtkApplication   *window_sample_get_application (void);
ApoWindow        *window_sample_new         (GSettings *settings,
                                             ApoStore  *store);
void              window_sample_iterate     (void);
void              window_sample_open        (ApoWindow *window,
                                             GFile     *file);
AdwMessageDialog *window_sample_find_dialog (void);

G_END_DECLS

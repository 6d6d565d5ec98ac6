/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *apo_datadir_dup_path   (void);
char *apo_datadir_dup_locale (void);

G_END_DECLS

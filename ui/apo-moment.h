/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *apo_moment_dup_label (gint64 time,
                            gint64 now);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *apo_language_guess (const char *text,
                          gsize       n_bytes);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *apo_decode_text (const char  *bytes,
                       gsize        n_bytes,
                       const char  *name,
                       GError     **error);

G_END_DECLS

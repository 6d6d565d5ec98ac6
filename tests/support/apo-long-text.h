/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A text as long as wanted, made of the sample article over and over, each time with other names and
 * years. */

char *apo_long_text_new (gsize    n_bytes,
                         gboolean one_paragraph);

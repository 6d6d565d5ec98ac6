/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ApoRegionName:
 * @code: ISO 3166 alpha-2
 * @name: in the reader's language
 */
typedef struct {
  const char *code;
  char *name;
} ApoRegionName;

const GArray *apo_region_names_get      (void);
const char   *apo_region_names_get_name (const char *code);

G_END_DECLS

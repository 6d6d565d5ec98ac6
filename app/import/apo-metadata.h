/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-day.h"
#include "apo-text.h"

G_BEGIN_DECLS

/**
 * ApoMetadata:
 *
 * What the first lines of a text say about it.
 */
typedef struct {
  char *title;                  /* (nullable) */
  char *byline;                 /* (nullable) */
  char *outlet;                 /* (nullable) */
  ApoDay date;
} ApoMetadata;

ApoMetadata *apo_metadata_guess (const char  *text);
void         apo_metadata_free  (ApoMetadata *metadata);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoMetadata, apo_metadata_free)

G_END_DECLS

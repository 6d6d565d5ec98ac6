/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-language-pack.h"

G_BEGIN_DECLS

/**
 * ApoMetadataRules:
 *
 * The words of metadata.tsv as patterns over one line.  Never changes.
 */
typedef struct _ApoMetadataRules {
  GRegex *byline;               /* group 1: who */
  GRegex *outlet[3];            /* group 1: the outlet; the surest first */
  GRegex *no_outlet;            /* how a line begins that names no outlet */
  GRegex *published;            /* up to where the date is to be looked for */
  GRegex *updated;              /* the same */
} ApoMetadataRules;

ApoMetadataRules *apo_metadata_rules_new  (ApoLanguagePack   *pack,
                                           GError           **error);
void              apo_metadata_rules_free (ApoMetadataRules  *rules);

G_END_DECLS

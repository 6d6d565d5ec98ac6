/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

/**
 * ApoSearchGroup:
 *
 * Where words were found.
 */
typedef enum {
  APO_SEARCH_TEXT,              /* the article itself */
  APO_SEARCH_CLAIMS,
  APO_SEARCH_REASONS,           /* why claims have their verdicts */
  APO_SEARCH_ACTORS,
  APO_SEARCH_EVENTS,
  APO_SEARCH_NOTES,
  APO_SEARCH_SOURCES,
} ApoSearchGroup;

#define APO_N_SEARCH_GROUPS (APO_SEARCH_SOURCES + 1)

/**
 * ApoSearch:
 *
 * All places of a dossier where some words stand, as of when it was made.
 */
typedef struct _ApoSearch ApoSearch;

ApoSearch *apo_search_new         (ApoDossier     *dossier,
                                   const char     *words);
void       apo_search_free        (ApoSearch      *search);
guint      apo_search_count       (ApoSearch      *search,
                                   ApoSearchGroup  group);
ApoItem   *apo_search_get_item    (ApoSearch      *search,
                                   ApoSearchGroup  group,
                                   guint           index);
ApoSpan    apo_search_get_span    (ApoSearch      *search,
                                   guint           index);
char      *apo_search_dup_excerpt (ApoSearch      *search,
                                   ApoSearchGroup  group,
                                   guint           index,
                                   GArray        **marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoSearch, apo_search_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

/**
 * ApoFinder:
 *
 * A search for the names of one text.
 */
typedef struct {
  ApoReading *reading;
  const ApoClasses *is;
  GHashTable *capitals;         /* (element-type utf8) words with a capital inside a sentence */
  GHashTable *common;           /* (element-type utf8) words seen without one */
} ApoFinder;

static inline const ApoToken *
apo_finder_get (const ApoFinder *finder, guint i)
{
  return apo_reading_get (finder->reading, i);
}

void           apo_finder_survey            (ApoFinder    *finder);
gboolean       apo_finder_is_word           (ApoFinder    *finder,
                                             guint         i);
gboolean       apo_finder_is_capital        (ApoFinder    *finder,
                                             guint         i);
gboolean       apo_finder_has_inner_capital (ApoFinder    *finder,
                                             guint         i,
                                             gboolean      hyphened);
gboolean       apo_finder_is_given_name     (ApoFinder    *finder,
                                             guint         i);
gboolean       apo_finder_is_initial        (ApoFinder    *finder,
                                             guint         i);
gboolean       apo_finder_same_paragraph    (ApoFinder    *finder,
                                             guint         i);
guint          apo_finder_get_title         (ApoFinder    *finder,
                                             guint         i);
const ApoHead *apo_finder_get_head          (ApoFinder    *finder,
                                             guint         i);
ApoName       *apo_finder_add               (ApoFinder    *finder,
                                             guint         start,
                                             guint         end,
                                             ApoActorKind  kind);
void           apo_finder_look_around       (ApoFinder    *finder,
                                             ApoName      *name);

G_END_DECLS

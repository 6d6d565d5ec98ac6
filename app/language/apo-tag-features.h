/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-word.h"

G_BEGIN_DECLS

#define APO_TAG_MAX_FEATURES 96

guint apo_tag_features_extract (const ApoWord *words,
                                guint          n,
                                guint          i,
                                gboolean       again,
                                ApoFeature    *features);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

void     apo_coreference_prepare    (ApoReading       *reading);
gboolean apo_coreference_is_subject (const ApoReading *reading,
                                     const ApoName    *name);
int      apo_coreference_find       (const ApoReading *reading,
                                     guint             pronoun,
                                     int               last);
int      apo_coreference_get_body   (const ApoReading *reading,
                                     guint             noun);
int      apo_coreference_describe   (const ApoReading *reading,
                                     guint             noun,
                                     ApoActorKind      kind);

G_END_DECLS

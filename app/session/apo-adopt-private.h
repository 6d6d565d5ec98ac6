/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-adopt.h"

G_BEGIN_DECLS

GPtrArray *apo_adopt_build_all (ApoDossier  *dossier,
                                ApoArticle  *article,
                                ApoFindings *findings);

G_END_DECLS

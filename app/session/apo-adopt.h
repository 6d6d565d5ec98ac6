/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-findings.h"
#include "apo-history.h"

G_BEGIN_DECLS

void        apo_adopt_as_opening  (ApoDossier  *dossier,
                                   ApoArticle  *article,
                                   ApoFindings *findings);
ApoCommand *apo_adopt_as_command  (ApoDossier  *dossier,
                                   ApoArticle  *article,
                                   ApoFindings *findings);

G_END_DECLS

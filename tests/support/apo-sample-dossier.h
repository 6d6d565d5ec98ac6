/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier-private.h"
#include "apo-findings.h"
#include "apo-history.h"

/* Dossiers to test with. */

ApoArticle  *apo_sample_article_new  (void);
ApoFindings *apo_sample_findings_new (void);
ApoDossier  *apo_sample_dossier_new  (guint32     seed);
GVariant    *apo_sample_value_new    (ApoDossier *dossier,
                                      ApoItem    *item,
                                      guint       field,
                                      GRand      *rand);
ApoCommand  *apo_sample_command_new  (ApoDossier *dossier,
                                      GRand      *rand);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

/* A relation as one of its two actors would say it. */

ApoActor *apo_relation_phrase_get_other (ApoDossier  *dossier,
                                        ApoRelation *relation,
                                        ApoActor    *actor,
                                        gboolean    *incoming);
char     *apo_relation_phrase_dup       (ApoRelation *relation,
                                        gboolean     incoming,
                                        const char  *other);

G_END_DECLS

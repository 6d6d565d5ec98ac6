/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

char *apo_passage_dup_title (ApoDossier *dossier,
                             ApoItem    *item,
                             int         field);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

GStrv apo_actor_names_dup_aliases (ApoDossier *dossier,
                                   ApoActor   *actor);
char *apo_actor_names_dup_folded  (ApoDossier *dossier,
                                   ApoActor   *actor);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-actor-keys.h"

G_BEGIN_DECLS

void apo_roles_find (ApoReading   *reading);
void apo_roles_link (ApoReading   *reading,
                     ApoActorKeys *keys);

G_END_DECLS

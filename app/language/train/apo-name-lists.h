/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-gazetteer.h"

G_BEGIN_DECLS

GBytes *apo_name_lists_pack (ApoLanguagePack  *pack,
                             GError          **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-replace-item.h"

G_BEGIN_DECLS

GPtrArray *apo_replace_list_new (ApoDossier  *dossier,
                                 ApoReanchor *reanchor,
                                 GListModel  *earlier);

G_END_DECLS

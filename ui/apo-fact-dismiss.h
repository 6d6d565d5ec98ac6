/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-fact-row.h"
#include "apo-history.h"

G_BEGIN_DECLS

void apo_fact_dismiss (GtkWidget  *widget,
                       ApoDossier *dossier,
                       ApoHistory *history,
                       GListModel *items,
                       ApoFactFunc describe);

G_END_DECLS

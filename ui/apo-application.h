/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define APO_TYPE_APPLICATION (apo_application_get_type ())

G_DECLARE_FINAL_TYPE (ApoApplication, apo_application, APO, APPLICATION, AdwApplication)

ApoApplication *apo_application_new (void);

G_END_DECLS

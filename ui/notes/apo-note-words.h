/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

char       *apo_note_words_dup_about  (ApoDossier *dossier,
                                       ApoNote    *note);
const char *apo_note_words_get_icon   (ApoDossier *dossier,
                                       ApoNote    *note);
char       *apo_note_words_dup_folded (ApoDossier *dossier,
                                       ApoNote    *note);

G_END_DECLS

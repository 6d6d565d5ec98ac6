/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

G_BEGIN_DECLS

/* What a reader can do to a dossier, each as one undoable, named command. */

void apo_edit_set_verdict  (ApoHistory *history,
                            ApoClaim   *claim,
                            ApoVerdict  verdict,
                            const char *author);
void apo_edit_place_actor  (ApoHistory *history,
                            ApoActor   *actor,
                            int         x,
                            int         y);
void apo_edit_release_actor (ApoHistory *history,
                            ApoActor   *actor);
void apo_edit_set_date     (ApoHistory *history,
                            ApoArticle *article,
                            ApoDay      date);

G_END_DECLS

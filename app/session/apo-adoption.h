/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-adopt.h"

G_BEGIN_DECLS

/* What becomes of what was found. */
typedef enum {
  APO_ADOPT_OPENING,            /* it takes the place of what an earlier pass found */
  APO_ADOPT_COMMAND,            /* what is new is added, all else stays */
  APO_ADOPT_PLAN,               /* nothing: all of it is only looked at */
} ApoAdoptPurpose;

/**
 * ApoAdoption:
 *
 * Findings on their way to become items: apo-adoption.c names them, apo-adoption-items.c makes them,
 * apo-adoption-opening.c puts them into the dossier.
 *
 * Preparing only reads the dossier, and can be done in parts; between them the dossier must not
 * change, or it has to begin anew.
 */
typedef struct _ApoAdoption ApoAdoption;

ApoAdoption *apo_adoption_new         (ApoDossier     *dossier,
                                       ApoArticle     *article,
                                       ApoFindings    *findings,
                                       ApoAdoptPurpose purpose);
void         apo_adoption_free        (ApoAdoption    *self);
gboolean     apo_adoption_prepare     (ApoAdoption    *self,
                                       guint           n_steps);
GPtrArray   *apo_adoption_take_items  (ApoAdoption    *self);
GPtrArray   *apo_adoption_get_there   (ApoAdoption    *self);
ApoCommand  *apo_adoption_take_command (ApoAdoption   *self);
void         apo_adoption_open        (ApoAdoption    *self);

/* apo-adoption.c, for the others */
ApoDossier  *apo_adoption_get_dossier (ApoAdoption    *self);
ApoArticle  *apo_adoption_get_article (ApoAdoption    *self);
ApoFindings *apo_adoption_get_findings (ApoAdoption   *self);
const char  *apo_adoption_get_id      (ApoAdoption    *self,
                                       ApoItemType     type,
                                       int             index);
const char  *apo_adoption_get_live_id (ApoAdoption    *self,
                                       int             actor);
void         apo_adoption_fill_article (ApoArticle    *article,
                                       ApoFindings    *findings,
                                       ApoCommand     *command);

/* apo-adoption-items.c */
ApoItem     *apo_adoption_build_item  (ApoAdoption    *self,
                                       ApoItemType     type,
                                       guint           index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoAdoption, apo_adoption_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-session.h"

G_BEGIN_DECLS

/**
 * ApoSlowAdoption:
 *
 * What apo_session_adopt_pass() or apo_session_adopt_findings() does, in parts between which the
 * reader can go on working: findings are made into items a few at a time, and come into the dossier
 * all at once, as the last part.  What the reader does meanwhile counts: the dossier becomes what it
 * would have become if the findings had arrived only then.
 */
typedef struct _ApoSlowAdoption ApoSlowAdoption;

ApoSlowAdoption *apo_slow_adoption_new  (ApoSession      *session,
                                         ApoFindings     *findings,
                                         gboolean         whole);
void             apo_slow_adoption_free (ApoSlowAdoption *adoption);
gboolean         apo_slow_adoption_step (ApoSlowAdoption *adoption,
                                         guint            n_steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoSlowAdoption, apo_slow_adoption_free)

G_END_DECLS

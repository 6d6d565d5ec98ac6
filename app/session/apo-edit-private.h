/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier-private.h"
#include "apo-history.h"

G_BEGIN_DECLS

/* What the edits have in common. */

void        apo_edit_put_int        (ApoCommand    *command,
                                     gpointer       item,
                                     guint          field,
                                     int            value);
void        apo_edit_put_string     (ApoCommand    *command,
                                     gpointer       item,
                                     guint          field,
                                     const char    *string);
void        apo_edit_put_spans      (ApoCommand    *command,
                                     gpointer       item,
                                     guint          field,
                                     const ApoSpan *spans,
                                     guint          n_spans);
void        apo_edit_touch          (ApoCommand    *command,
                                     gpointer       item);
GVariant   *apo_edit_find_claims    (ApoDossier    *dossier,
                                     ApoSpan        span);
ApoItem    *apo_edit_copy_item      (ApoDossier    *dossier,
                                     gpointer       item);
void        apo_edit_redirect       (ApoCommand    *command,
                                     ApoDossier    *dossier,
                                     GHashTable    *replaced,
                                     GHashTable    *skipped);
GVariant   *apo_edit_extend_log     (ApoClaim      *claim,
                                     ApoVerdict     verdict,
                                     const char    *author,
                                     const char    *why);
void        apo_edit_put_mentions   (ApoCommand    *command,
                                     gpointer       actor,
                                     GArray        *mentions);
GArray     *apo_edit_dup_mentions   (ApoActor      *actor);
ApoCommand *apo_edit_build_merge    (ApoDossier    *dossier,
                                     GPtrArray     *actors);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"

G_BEGIN_DECLS

/**
 * ApoBasisKind:
 * @APO_BASIS_EVERYTHING: all there is
 * @APO_BASIS_STATED: what the article says in its own voice
 * @APO_BASIS_VERIFIED: what the reader has verified
 * @APO_BASIS_ACCORDING: what one actor says, or is said to say
 */
typedef enum {
  APO_BASIS_EVERYTHING,
  APO_BASIS_STATED,
  APO_BASIS_VERIFIED,
  APO_BASIS_ACCORDING,
} ApoBasisKind;

#define APO_TYPE_BASIS (apo_basis_get_type ())

/**
 * ApoBasis:
 *
 * On what text, lists, graph and timeline are drawn.  Immutable value.
 */
typedef struct _ApoBasis ApoBasis;

GType         apo_basis_get_type         (void) G_GNUC_CONST;

ApoBasis     *apo_basis_new              (ApoBasisKind    kind,
                                          const char     *actor);
ApoBasis     *apo_basis_new_from_string  (const char     *string);
ApoBasis     *apo_basis_copy             (const ApoBasis *basis);
void          apo_basis_free             (ApoBasis       *basis);
char         *apo_basis_to_string        (const ApoBasis *basis);
gboolean      apo_basis_equal            (const ApoBasis *a,
                                          const ApoBasis *b);
ApoBasisKind  apo_basis_get_kind         (const ApoBasis *basis);
const char   *apo_basis_get_actor        (const ApoBasis *basis);

gboolean      apo_basis_has_claim        (const ApoBasis *basis,
                                          ApoDossier     *dossier,
                                          ApoClaim       *claim);
gboolean      apo_basis_has_item         (const ApoBasis *basis,
                                          ApoDossier     *dossier,
                                          ApoItem        *item);
ApoStanding   apo_basis_get_standing     (const ApoBasis *basis,
                                          ApoDossier     *dossier,
                                          ApoItem        *item);
GArray       *apo_basis_collect_spans    (const ApoBasis *basis,
                                          ApoDossier     *dossier);
GHashTable   *apo_basis_collect_actors   (const ApoBasis *basis,
                                          ApoDossier     *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoBasis, apo_basis_free)

G_END_DECLS

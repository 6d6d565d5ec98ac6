/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dictionary.h"
#include "apo-findings.h"
#include "apo-history.h"

G_BEGIN_DECLS

typedef enum {
  APO_RENEWAL_ADDED,
  APO_RENEWAL_CHANGED,
  APO_RENEWAL_GONE,
} ApoRenewalKind;

/**
 * ApoRenewalField:
 * @key: of the field
 * @before: what it is, for people
 * @after: what it would be, for people
 */
typedef struct {
  char *key;
  char *before;
  char *after;
} ApoRenewalField;

/**
 * ApoRenewalChange:
 * @type: of the item
 * @id: of the item; of one that would be added, the id that it would have
 * @label: its passage, or the name of an actor
 * @span: where it is in the text; empty where that is not known
 * @fields: (element-type ApoRenewalField): what would change of it; empty of those that would be
 *   added or go
 */
typedef struct {
  ApoRenewalKind kind;
  ApoItemType type;
  char *id;
  char *label;
  ApoSpan span;
  GArray *fields;
} ApoRenewalChange;

/**
 * ApoRenewal:
 *
 * What another analysis of an article would change, before it does.  What the reader made, changed,
 * judged, wrote about or dismissed is not among it.
 */
typedef struct _ApoRenewal ApoRenewal;

ApoRenewal *apo_renewal_begin         (ApoDossier     *dossier,
                                       ApoArticle     *article,
                                       ApoFindings    *findings,
                                       ApoDictionary  *dictionary);
gboolean    apo_renewal_prepare       (ApoRenewal     *renewal,
                                       guint           n_steps);
ApoRenewal *apo_renewal_new           (ApoDossier     *dossier,
                                       ApoArticle     *article,
                                       ApoFindings    *findings,
                                       ApoDictionary  *dictionary);
void        apo_renewal_free          (ApoRenewal     *renewal);
guint       apo_renewal_get_n_changes (ApoRenewal     *renewal);
guint       apo_renewal_count         (ApoRenewal     *renewal,
                                       ApoRenewalKind  kind);
guint       apo_renewal_count_kept    (ApoRenewal     *renewal);
const ApoRenewalChange *
            apo_renewal_get_change    (ApoRenewal     *renewal,
                                       guint           change);
ApoCommand *apo_renewal_apply         (ApoRenewal     *renewal,
                                       const gboolean *chosen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoRenewal, apo_renewal_free)

G_END_DECLS

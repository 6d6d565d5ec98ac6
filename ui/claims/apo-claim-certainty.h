/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-vocabulary.h"

G_BEGIN_DECLS

#define APO_TYPE_CLAIM_CERTAINTY (apo_claim_certainty_get_type ())

/**
 * ApoClaimCertainty:
 *
 * The sign of how sure the words of a claim are; it stands before the word itself and so says
 * nothing to screen readers.  CSS node: `certainty`.
 */
G_DECLARE_FINAL_TYPE (ApoClaimCertainty, apo_claim_certainty, APO, CLAIM_CERTAINTY, GtkWidget)

void apo_claim_certainty_set (ApoClaimCertainty *sign,
                              ApoCertainty       certainty);

G_END_DECLS

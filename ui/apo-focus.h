/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-basis.h"

G_BEGIN_DECLS

#define APO_TYPE_FOCUS (apo_focus_get_type ())

/**
 * ApoFocus:
 *
 * The one thing that all views share: which item is selected, which is pointed at, what belongs
 * to them, and on what basis all is shown.  Views never talk to one another; they set it and draw
 * by it.
 *
 * It also knows which words of the text the reader has selected, for views that make something of
 * them.
 *
 * Signals: `changed`, when what is lit has changed; `selected` (const char *id, nullable), when the
 * selection was set, also to the same item again: the moment to scroll to it; `basis-changed`, when
 * another basis was chosen (what belongs to it also changes whenever the dossier does); `words-changed`, when other words are
 * selected.
 */
G_DECLARE_FINAL_TYPE (ApoFocus, apo_focus, APO, FOCUS, GObject)

/**
 * ApoLight:
 *
 * How an item is to be drawn, the stronger the greater.
 */
typedef enum {
  APO_LIGHT_CALM,               /* nothing to do with what is selected or pointed at */
  APO_LIGHT_HOVER_RELATED,      /* belongs to what is pointed at */
  APO_LIGHT_RELATED,            /* belongs to what is selected */
  APO_LIGHT_HOVERED,            /* is pointed at */
  APO_LIGHT_SELECTED,           /* is selected */
} ApoLight;

ApoFocus   *apo_focus_new          (ApoDossier *dossier);
const char *apo_focus_get_selected (ApoFocus   *focus);
const char *apo_focus_get_hovered  (ApoFocus   *focus);
void        apo_focus_select       (ApoFocus   *focus,
                                    const char *id);
void        apo_focus_hover        (ApoFocus   *focus,
                                    const char *id);
ApoLight    apo_focus_get_light    (ApoFocus   *focus,
                                    const char *id);

const ApoBasis *apo_focus_get_basis      (ApoFocus       *focus);
void            apo_focus_set_basis      (ApoFocus       *focus,
                                          const ApoBasis *basis);
gboolean        apo_focus_has_item       (ApoFocus       *focus,
                                          ApoItem        *item);
ApoStanding     apo_focus_get_standing   (ApoFocus       *focus,
                                          ApoItem        *item);
const GArray   *apo_focus_get_passages   (ApoFocus       *focus);
void            apo_focus_set_words      (ApoFocus       *focus,
                                          ApoSpan         words);
gboolean        apo_focus_get_words      (ApoFocus       *focus,
                                          ApoSpan        *words);

G_END_DECLS

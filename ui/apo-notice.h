/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define APO_TYPE_NOTICE (apo_notice_get_type ())

/**
 * ApoNotice:
 *
 * A line below the header bar that says what waits, with a button that goes there.
 *
 * Signal: `closed`, when the reader does not want to see it any more.
 */
G_DECLARE_FINAL_TYPE (ApoNotice, apo_notice, APO, NOTICE, AdwBin)

void        apo_notice_show         (ApoNotice  *notice,
                                     const char *sentence,
                                     const char *button,
                                     const char *action,
                                     gboolean    can_close);
void        apo_notice_hide         (ApoNotice  *notice);
const char *apo_notice_get_sentence (ApoNotice  *notice);

G_END_DECLS

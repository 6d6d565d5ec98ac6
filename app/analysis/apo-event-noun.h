/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

/**
 * ApoEventNoun:
 * @noun: its token
 * @pieces: the tokens of the noun and of what belongs to it, before and after a time inside
 * @n_pieces: 1 or 2
 * @dated: whether @time says when it happens
 * @time: the token where the time begins, inside of the phrase or right behind at first
 * @complement: the head of its complement, or 0
 * @apart: whether it only says when or why something else happens (*après la réunion*)
 *
 * A noun phrase for something that happens.
 */
typedef struct {
  guint noun;
  ApoSpan pieces[2];
  guint n_pieces;
  gboolean dated;
  guint time;
  guint complement;
  gboolean apart;
} ApoEventNoun;

gboolean apo_event_noun_read    (const ApoReading   *reading,
                                 ApoSpan             sentence,
                                 guint               token,
                                 ApoEventNoun       *noun);
char    *apo_event_noun_dup_key (const ApoReading   *reading,
                                 const ApoEventNoun *noun);
guint    apo_event_get_time_end (const ApoReading   *reading,
                                 guint               token);
gboolean apo_event_is_datable   (const ApoReading   *reading,
                                 guint               token);
gboolean apo_event_is           (const ApoReading   *reading,
                                 guint               token,
                                 guint               uses);

G_END_DECLS

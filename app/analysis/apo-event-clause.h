/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"

G_BEGIN_DECLS

/**
 * ApoEventClause:
 * @verb: the first token of its verb, or %G_MAXUINT where it has none
 * @said: whether the verb reports
 * @happens: whether it tells something that happened or will happen
 * @tokens: from its subject to its end
 * @subject: tokens; empty where it stands elsewhere
 * @subject_actor: who a pronoun in place of the subject stands for, or %APO_FOUND_NONE
 * @pieces: the tokens of the verb and what it says, before and after the time
 * @n_pieces: 0 to 2
 *
 * What stands around a time.
 */
typedef struct {
  guint verb;
  gboolean said;
  gboolean happens;
  ApoSpan tokens;
  ApoSpan subject;
  int subject_actor;
  ApoSpan pieces[2];
  guint n_pieces;
} ApoEventClause;

ApoSpan apo_event_clause_find_borders (const ApoReading *reading,
                                       ApoSpan           sentence,
                                       guint             token);
void    apo_event_clause_read         (ApoReading       *reading,
                                       ApoSpan           borders,
                                       guint             time,
                                       ApoEventClause   *clause);

G_END_DECLS

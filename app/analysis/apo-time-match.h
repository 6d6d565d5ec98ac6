/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-time-rules.h"

G_BEGIN_DECLS

#define APO_TIME_N_VALUES 26

/**
 * ApoTimeMatch:
 * @text: the values that slots gave, by their letters; what was not there is %NULL
 * @number: the same as numbers
 * @tokens: what the expression takes
 * @rule: which of the rules it is, by its place in the table
 */
typedef struct {
  const char *text[APO_TIME_N_VALUES];
  int number[APO_TIME_N_VALUES];
  ApoSpan tokens;
  guint rule;
} ApoTimeMatch;

static inline const char *
apo_time_match_get (const ApoTimeMatch *match, char name)
{
  return match->text[name - 'a'];
}

static inline int
apo_time_match_get_number (const ApoTimeMatch *match, char name)
{
  return match->number[name - 'a'];
}

const ApoTimeRule *apo_time_match_find   (const ApoTimeRules *rules,
                                          const ApoTokens    *tokens,
                                          guint               position,
                                          ApoTimeMatch       *match);
const char        *apo_time_match_lookup (const ApoTimeRules *rules,
                                          const char         *list,
                                          const ApoTokens    *tokens,
                                          guint               position);
gboolean           apo_time_match_is_noun (const ApoTimeRules *rules,
                                          const ApoToken     *token);

G_END_DECLS

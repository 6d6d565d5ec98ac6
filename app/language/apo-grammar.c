/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-grammar.h"

#include <string.h>

static const char * const POS_NAMES[APO_N_POS] = {
  "_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
  "PUNCT", "SCONJ", "SYM", "VERB", "X",
};

static const char * const DEP_NAMES[APO_N_DEPS] = {
  "_", "root", "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:caus", "aux:pass",
  "aux:tense", "case", "cc", "ccomp", "clf", "compound", "conj", "cop", "csubj", "csubj:pass", "dep",
  "det", "discourse", "dislocated", "expl", "expl:pass", "expl:subj", "fixed", "flat", "goeswith",
  "iobj", "list", "mark", "nmod", "nsubj", "nsubj:caus", "nsubj:pass", "nummod", "obj", "obl",
  "obl:agent", "obl:arg", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
};

const char *
apo_pos_to_string (ApoPos pos)
{
  return pos < APO_N_POS ? POS_NAMES[pos] : POS_NAMES[0];
}

/**
 * apo_pos_from_string:
 * @name: as Universal Dependencies has it
 *
 * Returns: the part of speech, or %APO_POS_NONE
 */
ApoPos
apo_pos_from_string (const char *name)
{
  for (guint i = 1; i < APO_N_POS; i++)
    if (strcmp (POS_NAMES[i], name) == 0)
      return i;

  return APO_POS_NONE;
}

const char *
apo_dep_to_string (ApoDep dep)
{
  return dep < APO_N_DEPS ? DEP_NAMES[dep] : DEP_NAMES[0];
}

/**
 * apo_dep_from_string:
 * @name: as Universal Dependencies has it; of a subtype that is not in the list, what it is a
 * subtype of
 *
 * Returns: the relation, or %APO_DEP_NONE
 */
ApoDep
apo_dep_from_string (const char *name)
{
  gsize length = strcspn (name, ":");

  for (guint i = 1; i < APO_N_DEPS; i++)
    if (strcmp (DEP_NAMES[i], name) == 0)
      return i;

  for (guint i = 1; i < APO_N_DEPS; i++)
    if (strncmp (DEP_NAMES[i], name, length) == 0 && DEP_NAMES[i][length] == '\0')
      return i;

  return APO_DEP_NONE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Parts of speech and relations are those of Universal Dependencies 2 (M.-C. de Marneffe, C. Manning,
 * J. Nivre, D. Zeman, "Universal Dependencies", 2021); names and numbers are part of the models. */

typedef enum {
  APO_POS_NONE,
  APO_POS_ADJ,
  APO_POS_ADP,
  APO_POS_ADV,
  APO_POS_AUX,
  APO_POS_CCONJ,
  APO_POS_DET,
  APO_POS_INTJ,
  APO_POS_NOUN,
  APO_POS_NUM,
  APO_POS_PART,
  APO_POS_PRON,
  APO_POS_PROPN,
  APO_POS_PUNCT,
  APO_POS_SCONJ,
  APO_POS_SYM,
  APO_POS_VERB,
  APO_POS_X,
  APO_N_POS
} ApoPos;

typedef enum {
  APO_DEP_NONE,
  APO_DEP_ROOT,
  APO_DEP_ACL,
  APO_DEP_ACL_RELCL,
  APO_DEP_ADVCL,
  APO_DEP_ADVMOD,
  APO_DEP_AMOD,
  APO_DEP_APPOS,
  APO_DEP_AUX,
  APO_DEP_AUX_CAUS,
  APO_DEP_AUX_PASS,
  APO_DEP_AUX_TENSE,
  APO_DEP_CASE,
  APO_DEP_CC,
  APO_DEP_CCOMP,
  APO_DEP_CLF,
  APO_DEP_COMPOUND,
  APO_DEP_CONJ,
  APO_DEP_COP,
  APO_DEP_CSUBJ,
  APO_DEP_CSUBJ_PASS,
  APO_DEP_DEP,
  APO_DEP_DET,
  APO_DEP_DISCOURSE,
  APO_DEP_DISLOCATED,
  APO_DEP_EXPL,
  APO_DEP_EXPL_PASS,
  APO_DEP_EXPL_SUBJ,
  APO_DEP_FIXED,
  APO_DEP_FLAT,
  APO_DEP_GOESWITH,
  APO_DEP_IOBJ,
  APO_DEP_LIST,
  APO_DEP_MARK,
  APO_DEP_NMOD,
  APO_DEP_NSUBJ,
  APO_DEP_NSUBJ_CAUS,
  APO_DEP_NSUBJ_PASS,
  APO_DEP_NUMMOD,
  APO_DEP_OBJ,
  APO_DEP_OBL,
  APO_DEP_OBL_AGENT,
  APO_DEP_OBL_ARG,
  APO_DEP_ORPHAN,
  APO_DEP_PARATAXIS,
  APO_DEP_PUNCT,
  APO_DEP_REPARANDUM,
  APO_DEP_VOCATIVE,
  APO_DEP_XCOMP,
  APO_N_DEPS
} ApoDep;

/* What a word says of gender, number and person; several at once where it does not tell. */
typedef enum {
  APO_MORPH_MASCULINE = 1 << 0,
  APO_MORPH_FEMININE  = 1 << 1,
  APO_MORPH_SINGULAR  = 1 << 2,
  APO_MORPH_PLURAL    = 1 << 3,
  APO_MORPH_FIRST     = 1 << 4,
  APO_MORPH_SECOND    = 1 << 5,
  APO_MORPH_THIRD     = 1 << 6,
} ApoMorph;

const char *apo_pos_to_string   (ApoPos      pos);
ApoPos      apo_pos_from_string (const char *name);
const char *apo_dep_to_string   (ApoDep      dep);
ApoDep      apo_dep_from_string (const char *name);

G_END_DECLS

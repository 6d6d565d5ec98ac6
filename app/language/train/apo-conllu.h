/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-treebank.h"

G_BEGIN_DECLS

#define APO_CONLLU_ERROR (apo_conllu_error_quark ())

typedef enum {
  APO_CONLLU_ERROR_SYNTAX,      /* a line is none of CoNLL-U */
} ApoConlluError;

GQuark   apo_conllu_error_quark (void);
ApoTree *apo_conllu_parse       (const char     *block,
                                 GError        **error);
void     apo_conllu_print       (const ApoTree  *tree,
                                 GString        *out);
void     apo_tree_free          (ApoTree        *tree);

G_END_DECLS

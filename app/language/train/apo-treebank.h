/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-word.h"

G_BEGIN_DECLS

/**
 * ApoLeaf:
 * @form: as it stands in the text
 * @spaced: white space follows it
 * @morph: #ApoMorph flags
 * @head: in the sentence; of a root the word itself
 *
 * A word of a tree as people annotated it.
 */
typedef struct {
  char *form;
  gboolean spaced;
  ApoTag tag;
  ApoDep dep;
  guint morph;
  guint head;
} ApoLeaf;

/**
 * ApoTree:
 * @text: (nullable): the sentence as it was printed
 * @leaves: what is right
 * @words: what the models see; their tags are the right ones, or where the file says what a tagger
 * made of them that; heads and relations are not filled in
 *
 * A sentence of surface tokens: contractions like *du* are one.
 */
typedef struct {
  char *text;
  guint n;
  ApoLeaf *leaves;
  ApoWord *words;
} ApoTree;

/**
 * ApoTreebank:
 *
 * Annotated sentences in the order of their files.
 */
typedef struct {
  GPtrArray *trees;             /* (element-type ApoTree) */
  guint n_words;
} ApoTreebank;

ApoTreebank *apo_treebank_new   (void);
void         apo_treebank_free  (ApoTreebank        *treebank);
gboolean     apo_treebank_read  (ApoTreebank        *treebank,
                                 const char         *path,
                                 GError            **error);
ApoTreebank *apo_treebank_load  (const char * const *paths,
                                 GError            **error);
gboolean     apo_treebank_write (const ApoTreebank  *treebank,
                                 const char         *path,
                                 GError            **error);

static inline ApoTree *
apo_treebank_get (const ApoTreebank *treebank,
                  guint              i)
{
  return g_ptr_array_index (treebank->trees, i);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoTreebank, apo_treebank_free)

G_END_DECLS

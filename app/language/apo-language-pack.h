/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-verb-forms.h"

G_BEGIN_DECLS

/**
 * ApoLanguagePack:
 *
 * The tables of one language: a folder `lang/CODE` of the data folder.  Never changes once loaded;
 * may be read by several threads at once.
 */
typedef struct _ApoLanguagePack ApoLanguagePack;

/* The trained models, see apo-syntax.h. */
typedef struct _ApoSyntax ApoSyntax;

/* A set of word classes; the names are those of words.tsv. */
typedef guint64 ApoWordClasses;

ApoLanguagePack      *apo_language_pack_load            (const char       *folder,
                                                         GError          **error);
ApoLanguagePack      *apo_language_pack_ref             (ApoLanguagePack  *pack);
void                  apo_language_pack_unref           (ApoLanguagePack  *pack);

const char           *apo_language_pack_get_code        (ApoLanguagePack  *pack);
const char           *apo_language_pack_get_fingerprint (ApoLanguagePack  *pack);
const ApoSyntax      *apo_language_pack_get_syntax      (ApoLanguagePack  *pack);
ApoTable             *apo_language_pack_get_table       (ApoLanguagePack  *pack,
                                                         const char       *name,
                                                         GError          **error);
ApoWordClasses        apo_language_pack_get_class       (ApoLanguagePack  *pack,
                                                         const char       *name);
ApoWordClasses        apo_language_pack_get_classes     (ApoLanguagePack  *pack,
                                                         const char       *word);
const ApoVerbReading *apo_language_pack_get_verb        (ApoLanguagePack  *pack,
                                                         const char       *word);
char                 *apo_language_pack_dup_model_path  (ApoLanguagePack  *pack,
                                                         const char       *name);
gboolean              apo_language_pack_has_verb        (ApoLanguagePack  *pack,
                                                         const char       *lemma);
gsize                 apo_language_pack_get_elision     (ApoLanguagePack  *pack,
                                                         const char       *word);
gsize                 apo_language_pack_get_clitic      (ApoLanguagePack  *pack,
                                                         const char       *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoLanguagePack, apo_language_pack_unref)

G_END_DECLS

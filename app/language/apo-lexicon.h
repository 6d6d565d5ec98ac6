/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-model-file.h"
#include "apo-word.h"

G_BEGIN_DECLS

/* What kind of name a proper noun is. */
typedef enum {
  APO_NAME_ANY,
  APO_NAME_GIVEN,
  APO_NAME_FAMILY,
} ApoNameKind;

/**
 * ApoLexicalReading:
 *
 * One way to read a word form: the #ApoTag in the lowest 16 bits, #ApoMorph flags in the next 8,
 * the #ApoNameKind in the highest.
 */
typedef guint32 ApoLexicalReading;

/**
 * ApoLexicon:
 *
 * What each word form of a language can be, whatever the sentence: a hash table from forms to
 * classes, where a class is a set of readings, and for forms that are not in it the class that most
 * words with the same ending have.  Never changes; may be used by several threads at once.
 */
typedef struct _ApoLexicon ApoLexicon;

/* A form, or an ending, on its way into a lexicon. */
typedef struct {
  guint64 hash;
  guint32 class;                /* from 1 */
} ApoLexicalEntry;

#define APO_LEXICON_MAX_CLASSES 0x7fff

ApoLexicon              *apo_lexicon_new            (ApoModelFile            *file,
                                                     GError                 **error);
void                     apo_lexicon_free           (ApoLexicon              *lexicon);
void                     apo_lexicon_look_up        (const ApoLexicon        *lexicon,
                                                     ApoWord                 *word);
const ApoLexicalReading *apo_lexicon_get_readings   (const ApoLexicon        *lexicon,
                                                     const ApoWord           *word,
                                                     guint                   *n_readings);
guint                    apo_lexicon_get_morph      (const ApoLexicon        *lexicon,
                                                     const ApoWord           *word);
gboolean                 apo_lexicon_write          (const char              *path,
                                                     ApoLexicalEntry         *forms,
                                                     guint                    n_forms,
                                                     ApoLexicalEntry         *endings,
                                                     guint                    n_endings,
                                                     GPtrArray               *classes,
                                                     GError                 **error);

static inline ApoLexicalReading
apo_lexical_reading_make (ApoTag      tag,
                          guint       morph,
                          ApoNameKind kind)
{
  return tag | morph << 16 | (guint) kind << 24;
}

static inline ApoTag
apo_lexical_reading_get_tag (ApoLexicalReading reading)
{
  return reading & 0xffff;
}

static inline guint
apo_lexical_reading_get_morph (ApoLexicalReading reading)
{
  return reading >> 16 & 0xff;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoLexicon, apo_lexicon_free)

G_END_DECLS

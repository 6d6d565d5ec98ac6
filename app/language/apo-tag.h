/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-grammar.h"
#include "apo-verb-forms.h"

G_BEGIN_DECLS

/**
 * ApoTag:
 *
 * What the tagger tells apart: the part of speech in the lower five bits and above them, for verbs,
 * the number from 1 of the form's bit in #ApoVerbForm.  The numbers are part of the models.
 */
typedef guint16 ApoTag;

#define APO_TAG_NONE 0

static inline ApoTag
apo_tag_make (ApoPos pos,
              guint  form)
{
  return pos | (form != 0 ? g_bit_nth_lsf (form, -1) + 1 : 0) << 5;
}

static inline ApoPos
apo_tag_get_pos (ApoTag tag)
{
  return tag & 31;
}

/* The #ApoVerbForm, or 0 where it is no verb. */
static inline guint
apo_tag_get_form (ApoTag tag)
{
  return tag >> 5 != 0 ? 1u << ((tag >> 5) - 1) : 0;
}

char     *apo_tag_to_string   (ApoTag      tag);
gboolean  apo_tag_from_string (const char *name,
                               ApoTag     *tag);

G_END_DECLS

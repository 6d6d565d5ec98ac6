/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-span.h"

G_BEGIN_DECLS

/**
 * ApoText:
 *
 * A normalised text (UTF-8, NFC, LF) that never changes, with a map between code points and bytes.
 * Reference counted; may be read by several threads at once.
 */
typedef struct _ApoText ApoText;

#define APO_TYPE_TEXT (apo_text_get_type ())

GType       apo_text_get_type       (void) G_GNUC_CONST;
ApoText    *apo_text_new            (const char    *utf8,
                                     gssize         n_bytes);
ApoText    *apo_text_ref            (ApoText       *text);
void        apo_text_unref          (ApoText       *text);

const char *apo_text_get_string     (ApoText       *text);
gsize       apo_text_get_n_bytes    (ApoText       *text);
guint       apo_text_get_length     (ApoText       *text);
gsize       apo_text_offset_to_byte (ApoText       *text,
                                     guint          offset);
guint       apo_text_byte_to_offset (ApoText       *text,
                                     gsize          byte);
char       *apo_text_dup_slice      (ApoText       *text,
                                     ApoSpan        span);
char       *apo_text_dup_slices     (ApoText       *text,
                                     const ApoSpan *spans,
                                     guint          n_spans);
void        apo_text_dup_context    (ApoText       *text,
                                     ApoSpan        span,
                                     guint          length,
                                     char         **before,
                                     char         **after);
guint       apo_text_count_words    (ApoText       *text);
char       *apo_text_dup_folded     (const char    *utf8);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoText, apo_text_unref)

G_END_DECLS

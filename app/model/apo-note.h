/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-item.h"

G_BEGIN_DECLS

/* The fields, by their index. */
enum {
  APO_NOTE_FIELD_ARTICLE,
  APO_NOTE_FIELD_SPAN,
  APO_NOTE_FIELD_TARGET,
  APO_NOTE_FIELD_TEXT,
  APO_NOTE_FIELD_AUTHOR,
  APO_NOTE_FIELD_CREATED,
  APO_NOTE_FIELD_CHANGED,
  APO_NOTE_FIELD_ANCHOR,
  APO_NOTE_N_FIELDS
};

#define APO_TYPE_NOTE (apo_note_get_type ())

/**
 * ApoNote:
 *
 * What the reader wrote beside an item, beside a passage of the text, or beside it all.
 */
G_DECLARE_FINAL_TYPE (ApoNote, apo_note, APO, NOTE, ApoItem)

const char *apo_note_get_article (ApoNote *note);
ApoSpan apo_note_get_span (ApoNote *note);
const char *apo_note_get_target (ApoNote *note);
const char *apo_note_get_text (ApoNote *note);
const char *apo_note_get_author (ApoNote *note);
gint64 apo_note_get_created (ApoNote *note);
gint64 apo_note_get_changed (ApoNote *note);

G_END_DECLS

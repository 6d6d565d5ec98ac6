/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-note.h"

struct _ApoNote {
  ApoItem parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoNote, apo_note, APO_TYPE_ITEM)

static const ApoField fields[] = {
  [APO_NOTE_FIELD_ARTICLE] = { "article", APO_FIELD_REF, NULL },
  [APO_NOTE_FIELD_SPAN] = { "span", APO_FIELD_SPAN, NULL },
  [APO_NOTE_FIELD_TARGET] = { "target", APO_FIELD_REF, NULL },
  [APO_NOTE_FIELD_TEXT] = { "text", APO_FIELD_STRING, NULL },
  [APO_NOTE_FIELD_AUTHOR] = { "author", APO_FIELD_STRING, NULL },
  [APO_NOTE_FIELD_CREATED] = { "created", APO_FIELD_MOMENT, NULL },
  [APO_NOTE_FIELD_CHANGED] = { "changed", APO_FIELD_MOMENT, NULL },
  [APO_NOTE_FIELD_ANCHOR] = { "anchor", APO_FIELD_ENUM, apo_anchor_get_type },
};

static void
apo_note_class_init (ApoNoteClass *klass)
{
  ApoItemClass *item_class = APO_ITEM_CLASS (klass);

  item_class->item_type = APO_ITEM_NOTE;
  item_class->fields = fields;
  item_class->n_fields = G_N_ELEMENTS (fields);
}

static void
apo_note_init (ApoNote *self)
{
}

const char *
apo_note_get_article (ApoNote *note)
{
  return apo_item_get_string (APO_ITEM (note), APO_NOTE_FIELD_ARTICLE);
}

/**
 * apo_note_get_span:
 *
 * Returns: the passage that it is about, empty where there is none
 */
ApoSpan
apo_note_get_span (ApoNote *note)
{
  return apo_item_get_span (APO_ITEM (note), APO_NOTE_FIELD_SPAN);
}

/**
 * apo_note_get_target:
 *
 * Returns: (transfer none): the id of the item that it is about, empty where there is none
 */
const char *
apo_note_get_target (ApoNote *note)
{
  return apo_item_get_string (APO_ITEM (note), APO_NOTE_FIELD_TARGET);
}

const char *
apo_note_get_text (ApoNote *note)
{
  return apo_item_get_string (APO_ITEM (note), APO_NOTE_FIELD_TEXT);
}

const char *
apo_note_get_author (ApoNote *note)
{
  return apo_item_get_string (APO_ITEM (note), APO_NOTE_FIELD_AUTHOR);
}

/**
 * apo_note_get_created:
 *
 * Returns: when it was begun, in seconds since 1970 UTC
 */
gint64
apo_note_get_created (ApoNote *note)
{
  return apo_item_get_int64 (APO_ITEM (note), APO_NOTE_FIELD_CREATED);
}

/**
 * apo_note_get_changed:
 *
 * Returns: when it was changed last, in seconds since 1970 UTC
 */
gint64
apo_note_get_changed (ApoNote *note)
{
  return apo_item_get_int64 (APO_ITEM (note), APO_NOTE_FIELD_CHANGED);
}

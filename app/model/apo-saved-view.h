/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-item.h"

G_BEGIN_DECLS

/* The fields, by their index. */
enum {
  APO_SAVED_VIEW_FIELD_NAME,
  APO_SAVED_VIEW_FIELD_VERDICTS,
  APO_SAVED_VIEW_FIELD_CERTAINTIES,
  APO_SAVED_VIEW_FIELD_STATUSES,
  APO_SAVED_VIEW_FIELD_SPEAKER,
  APO_SAVED_VIEW_FIELD_ACTOR,
  APO_SAVED_VIEW_FIELD_ABOUT,
  APO_SAVED_VIEW_FIELD_TEXT,
  APO_SAVED_VIEW_FIELD_DISMISSED,
  APO_SAVED_VIEW_FIELD_NOBODY,
  APO_SAVED_VIEW_N_FIELDS
};

#define APO_TYPE_SAVED_VIEW (apo_saved_view_get_type ())

/**
 * ApoSavedView:
 *
 * A choice of claims that the reader gave a name.  Its words are those of the vocabularies.
 */
G_DECLARE_FINAL_TYPE (ApoSavedView, apo_saved_view, APO, SAVED_VIEW, ApoItem)

const char *apo_saved_view_get_name (ApoSavedView *view);

G_END_DECLS

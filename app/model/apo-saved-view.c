/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-saved-view.h"

struct _ApoSavedView {
  ApoItem parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoSavedView, apo_saved_view, APO_TYPE_ITEM)

static const ApoField fields[] = {
  [APO_SAVED_VIEW_FIELD_NAME] = { "name", APO_FIELD_STRING, NULL },
  [APO_SAVED_VIEW_FIELD_VERDICTS] = { "verdicts", APO_FIELD_STRINGS, NULL },
  [APO_SAVED_VIEW_FIELD_CERTAINTIES] = { "certainties", APO_FIELD_STRINGS, NULL },
  [APO_SAVED_VIEW_FIELD_STATUSES] = { "statuses", APO_FIELD_STRINGS, NULL },
  [APO_SAVED_VIEW_FIELD_SPEAKER] = { "speaker", APO_FIELD_REF, NULL },
  [APO_SAVED_VIEW_FIELD_ACTOR] = { "actor", APO_FIELD_REF, NULL },
  [APO_SAVED_VIEW_FIELD_ABOUT] = { "about", APO_FIELD_REF, NULL },
  [APO_SAVED_VIEW_FIELD_TEXT] = { "text", APO_FIELD_STRING, NULL },
  [APO_SAVED_VIEW_FIELD_DISMISSED] = { "only-dismissed", APO_FIELD_BOOLEAN, NULL },
  [APO_SAVED_VIEW_FIELD_NOBODY] = { "nobody", APO_FIELD_BOOLEAN, NULL },
};

static void
apo_saved_view_class_init (ApoSavedViewClass *klass)
{
  ApoItemClass *item_class = APO_ITEM_CLASS (klass);

  item_class->item_type = APO_ITEM_VIEW;
  item_class->fields = fields;
  item_class->n_fields = G_N_ELEMENTS (fields);
}

static void
apo_saved_view_init (ApoSavedView *self)
{
}

const char *
apo_saved_view_get_name (ApoSavedView *view)
{
  return apo_item_get_string (APO_ITEM (view), APO_SAVED_VIEW_FIELD_NAME);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-day.h"
#include "apo-span.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

/**
 * ApoFieldKind:
 *
 * What a field holds, and as which #GVariant.
 */
typedef enum {
  APO_FIELD_STRING,             /* s, empty where there is none */
  APO_FIELD_ENUM,               /* i */
  APO_FIELD_BOOLEAN,            /* b */
  APO_FIELD_INTEGER,            /* x */
  APO_FIELD_DAY,                /* i, an ApoDay */
  APO_FIELD_SPAN,               /* a(uu), at most one */
  APO_FIELD_SPANS,              /* a(uu) */
  APO_FIELD_MENTIONS,           /* a(uuuu), ApoActorMention */
  APO_FIELD_REF,                /* s, the id of an item, empty where there is none */
  APO_FIELD_REFS,               /* as */
  APO_FIELD_POINT,              /* a(ii), at most one */
  APO_FIELD_VERDICTS,           /* a(xiiss): Unix time, old, new, by whom, why */
  APO_FIELD_ANCHORS,            /* a(ssa(uu)): id of an item, key of its field, where that stood */
  APO_FIELD_STRINGS,            /* as */
  APO_FIELD_MOMENT,             /* x, Unix time, 0 where there is none */
} ApoFieldKind;

#define APO_N_FIELD_KINDS (APO_FIELD_MOMENT + 1)

/**
 * ApoField:
 * @key: its name in files and commands
 * @kind: what it holds
 * @get_enum_type: the enumeration of an %APO_FIELD_ENUM
 */
typedef struct {
  const char *key;
  ApoFieldKind kind;
  GType (*get_enum_type) (void);
} ApoField;

typedef enum {
  APO_ITEM_ARTICLE,
  APO_ITEM_ACTOR,
  APO_ITEM_CLAIM,
  APO_ITEM_TIME,
  APO_ITEM_EVENT,
  APO_ITEM_RELATION,
  APO_ITEM_SOURCE,
  APO_ITEM_LINK,
  APO_ITEM_NOTE,
  APO_ITEM_VIEW,
} ApoItemType;

#define APO_N_ITEM_TYPES (APO_ITEM_VIEW + 1)

#define APO_TYPE_ITEM (apo_item_get_type ())

G_DECLARE_DERIVABLE_TYPE (ApoItem, apo_item, APO, ITEM, GObject)

/**
 * ApoItem:
 *
 * A thing of a dossier: an id and a table of fields, each an immutable #GVariant.  Everything that
 * goes over all fields alike (files, undo, merging) uses the table; everything else uses the typed
 * getters of the subclasses.  Only `app/session` changes an item, with `apo-item-private.h`.
 *
 * Signals: `changed` (detail: the key of the field), after a field has changed.
 */
struct _ApoItemClass {
  GObjectClass parent_class;

  ApoItemType item_type;
  const ApoField *fields;
  guint n_fields;
};

GType              apo_item_type_get_gtype   (ApoItemType     type);
const char        *apo_item_type_get_plural  (ApoItemType     type);

ApoItem           *apo_item_new              (ApoItemType     type,
                                              const char     *id);
const char        *apo_item_get_id           (ApoItem        *item);
ApoItemType        apo_item_get_item_type    (ApoItem        *item);
const ApoField    *apo_item_get_fields       (ApoItem        *item,
                                              guint          *n_fields);
int                apo_item_find_field       (ApoItem        *item,
                                              const char     *key);
GVariant          *apo_item_get_value        (ApoItem        *item,
                                              guint           field);
gboolean           apo_item_is_default       (ApoItem        *item,
                                              guint           field);
const char        *apo_item_get_extra        (ApoItem        *item);

const GVariantType *apo_field_kind_get_variant_type (ApoFieldKind kind);

const char        *apo_item_get_string       (ApoItem        *item,
                                              guint           field);
int                apo_item_get_int          (ApoItem        *item,
                                              guint           field);
gint64             apo_item_get_int64        (ApoItem        *item,
                                              guint           field);
gboolean           apo_item_get_boolean      (ApoItem        *item,
                                              guint           field);
const ApoSpan     *apo_item_get_spans        (ApoItem        *item,
                                              guint           field,
                                              guint          *n_spans);
ApoSpan            apo_item_get_span         (ApoItem        *item,
                                              guint           field);
GStrv              apo_item_dup_refs         (ApoItem        *item,
                                              guint           field);
gboolean           apo_item_refers_to        (ApoItem        *item,
                                              guint           field,
                                              const char     *id);
gboolean           apo_item_needs            (ApoItem        *item,
                                              guint           field);
gboolean           apo_item_is_dismissed     (ApoItem        *item);

G_END_DECLS

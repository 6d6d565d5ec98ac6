/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "apo-merge.h"
#include "apo-merge-match.h"

G_BEGIN_DECLS

/* A field of an item of mine that gets another value, or may get one. */
typedef struct {
  ApoItem *item;
  guint field;
  GVariant *value;
  ApoItem *theirs;              /* (nullable) if it goes to another text: where it stands there */
} ApoMergeSetting;

/* What an item of mine says in keys that are not known gets another text. */
typedef struct {
  ApoItem *item;
  char *json;                   /* (nullable) */
} ApoMergeExtra;

struct _ApoMerge {
  ApoMergeMap *map;
  char *name;
  GArray *settings;             /* ApoMergeSetting */
  GArray *disputes;             /* ApoMergeSetting: theirs, in the order of the conflicts */
  GArray *extras;               /* ApoMergeExtra */
  GPtrArray *added;             /* ApoItem, with the ids of the merged dossier */
  GPtrArray *absent;            /* ApoItem the same, that mine took away and they did not touch */
  GPtrArray *removed;           /* ApoItem of mine, that they took away and mine did not touch */
  GArray *changes;              /* ApoMergeChange */
  GArray *conflicts;            /* ApoMergeConflict */
  GFile *file;                  /* (nullable) of the other copy */
  GBytes *bytes;                /* (nullable) of the same */
  char *stamp;                  /* (nullable) of the same, if it is mine that others have changed */
};

void     apo_merge_keep_named (ApoMerge *merge);
void     apo_merge_describe_conflict (const ApoMergeSetting *dispute,
                                      ApoItem               *theirs,
                                      ApoMergeConflict      *conflict);
char    *apo_merge_dup_extra  (const char *mine,
                               const char *theirs,
                               const char *base);
gboolean apo_merge_has_state  (ApoDossier *dossier,
                               const char *hash);

/* The description of a field of @item. */
static inline const ApoField *
apo_merge_get_field (ApoItem *item,
                     guint    field)
{
  guint n_fields;

  return &apo_item_get_fields (item, &n_fields)[field];
}

/* Whether a field says where in a text the item stands. */
static inline gboolean
apo_merge_is_passage (ApoItem *item,
                      guint    field)
{
  ApoFieldKind kind = apo_merge_get_field (item, field)->kind;

  return kind == APO_FIELD_SPAN || kind == APO_FIELD_SPANS;
}

G_END_DECLS

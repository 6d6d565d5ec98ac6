/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier-private.h"

G_BEGIN_DECLS

typedef enum {
  APO_CHANGE_SET,
  APO_CHANGE_ADD,
  APO_CHANGE_REMOVE,
} ApoChangeKind;

/**
 * ApoChange:
 *
 * One step of a command, as plain data.
 */
typedef struct {
  ApoChangeKind kind;
  ApoItem *item;                /* (nullable) as given; let go once the change was executed */
  char *id;                     /* (nullable) of the item; known once the change was executed */

  /* of APO_CHANGE_SET */
  char *key;                    /* of a field, or APO_CHANGE_EXTRA */
  GVariant *old_value;          /* (nullable) known once the change was executed */
  GVariant *new_value;

  /* of APO_CHANGE_ADD and APO_CHANGE_REMOVE, known once the change was executed */
  ApoItemType type;
  guint position;               /* in the list of its type, or APO_CHANGE_IN_TEXT_ORDER */
  GVariant *fields;             /* (nullable) a{sv}: those that have not their default */
  char *extra;                  /* (nullable) */
  char *text;                   /* (nullable) of an article */
} ApoChange;

#define APO_CHANGE_IN_TEXT_ORDER G_MAXUINT

/* The key of all that an item has in keys that are not known; its value is a string, empty for
 * nothing. */
#define APO_CHANGE_EXTRA ""

ApoChange *apo_change_new_set      (ApoItem    *item,
                                    guint       field,
                                    GVariant   *value);
ApoChange *apo_change_new_set_extra (ApoItem   *item,
                                    const char *json);
ApoChange *apo_change_new_add      (ApoItem    *item);
ApoChange *apo_change_new_add_whole (ApoItem   *item);
ApoChange *apo_change_new_remove   (ApoItem    *item);
void       apo_change_free         (ApoChange  *change);

gboolean   apo_change_execute      (ApoChange  *change,
                                    ApoDossier *dossier);
void       apo_change_redo         (ApoChange  *change,
                                    ApoDossier *dossier);
void       apo_change_undo         (ApoChange  *change,
                                    ApoDossier *dossier);

/* apo-change-add.c */
guint      apo_changes_execute_adds (ApoChange **changes,
                                    guint       n_changes,
                                    ApoDossier *dossier);

/* apo-change.c, for it */
void       apo_change_take_snapshot (ApoChange *change,
                                    ApoItem    *item);
ApoItem   *apo_change_build_item   (ApoChange  *change);

GVariant  *apo_change_dup_value    (ApoItem    *item,
                                    const char *key);
void       apo_change_set_value    (ApoItem    *item,
                                    const char *key,
                                    GVariant   *value);
gboolean   apo_change_replay       (ApoChange  *change,
                                    ApoDossier *dossier,
                                    gboolean    forward);

GVariant  *apo_change_to_variant   (ApoChange  *change);
ApoChange *apo_change_new_from_variant (GVariant *variant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoChange, apo_change_free)

G_END_DECLS

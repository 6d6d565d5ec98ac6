/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

G_BEGIN_DECLS

#define APO_MERGE_ERROR (apo_merge_error_quark ())

/**
 * ApoMergeError:
 * @APO_MERGE_ERROR_OTHER_TEXT: the copy has another version of the article's text
 * @APO_MERGE_ERROR_OTHER_ARTICLE: it is about another article
 * @APO_MERGE_ERROR_SAME_FILE: it is the file that is open
 */
typedef enum {
  APO_MERGE_ERROR_OTHER_TEXT,
  APO_MERGE_ERROR_OTHER_ARTICLE,
  APO_MERGE_ERROR_SAME_FILE,
} ApoMergeError;

typedef enum {
  APO_MERGE_ADDED,
  APO_MERGE_CHANGED,
  APO_MERGE_REMOVED,
} ApoMergeKind;

typedef enum {
  APO_MERGE_UNSETTLED,
  APO_MERGE_MINE,
  APO_MERGE_THEIRS,
} ApoMergeSide;

/**
 * ApoMergeChange:
 * @kind: what happens to the item
 * @type: of the item
 * @id: of the item, as it is in the merged dossier
 * @label: its words
 * @key: (nullable): the field that changes
 * @value: (nullable): what it becomes
 *
 * Something that comes from the other copy.
 */
typedef struct {
  ApoMergeKind kind;
  ApoItemType type;
  char *id;
  char *label;
  char *key;
  char *value;
} ApoMergeChange;

/**
 * ApoMergeHand:
 * @by: (nullable): who gave the value, where that was written down and is not empty
 * @time: when, in seconds since 1970 UTC; 0 where that was not written down
 */
typedef struct {
  char *by;
  gint64 time;
} ApoMergeHand;

/**
 * ApoMergeConflict:
 * @type: of the item
 * @id: of the item
 * @label: its words
 * @key: the field
 * @mine: what it is here
 * @theirs: what it is in the other copy
 * @base: (nullable): what it was before both changed it
 * @my_hand: whose value is here
 * @their_hand: whose is in the other copy
 * @side: which of them it becomes
 * @careful: the side that loses nothing, or least: the one that says something, or more; else mine,
 *   of which the other copy has a record (logs unite, and the copy itself stays as it is)
 *
 * A field that has one value, and two in the two copies.
 */
typedef struct {
  ApoItemType type;
  char *id;
  char *label;
  char *key;
  char *mine;
  char *theirs;
  char *base;
  ApoMergeHand my_hand;
  ApoMergeHand their_hand;
  ApoMergeSide side;
  ApoMergeSide careful;
} ApoMergeConflict;

/**
 * ApoMergeCounts:
 * @verdicts: verdicts that come in
 * @reasons: reasons that do, or become longer
 * @added: items that do, by type
 * @removed: items that go
 * @other: other fields that change, but for logs and what the program keeps for itself
 *
 * What a merge brings, in numbers.
 */
typedef struct {
  guint verdicts;
  guint reasons;
  guint added[APO_N_ITEM_TYPES];
  guint removed;
  guint other;
} ApoMergeCounts;

/**
 * ApoMerge:
 *
 * What merging another copy of a dossier into it would do.
 */
typedef struct _ApoMerge ApoMerge;

GQuark      apo_merge_error_quark      (void);

ApoMerge   *apo_merge_prepare          (ApoDossier   *mine,
                                        ApoDossier   *theirs,
                                        ApoDossier   *base,
                                        const char   *name,
                                        GError      **error);
void        apo_merge_free             (ApoMerge     *merge);
const char *apo_merge_get_name         (ApoMerge     *merge);
gboolean    apo_merge_has_base         (ApoMerge     *merge);
gboolean    apo_merge_is_record        (const ApoMergeChange *change);
guint       apo_merge_get_n_changes    (ApoMerge     *merge);
const ApoMergeChange *
            apo_merge_get_change       (ApoMerge     *merge,
                                        guint         change);
void        apo_merge_count            (ApoMerge     *merge,
                                        ApoMergeCounts *counts);
guint       apo_merge_get_n_conflicts  (ApoMerge     *merge);
const ApoMergeConflict *
            apo_merge_get_conflict     (ApoMerge     *merge,
                                        guint         conflict);
guint       apo_merge_get_n_unsettled  (ApoMerge     *merge);
void        apo_merge_settle           (ApoMerge     *merge,
                                        guint         conflict,
                                        ApoMergeSide  side);
ApoCommand *apo_merge_apply            (ApoMerge     *merge);

char      **apo_merge_find_bases       (ApoDossier   *mine,
                                        ApoDossier   *theirs);
char       *apo_merge_dup_hash         (ApoDossier   *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoMerge, apo_merge_free)

G_END_DECLS

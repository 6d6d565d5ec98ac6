/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-file-ops.h"

/**
 * ApoFaultKind:
 * @APO_FAULT_ERROR: the operation fails with an error number
 * @APO_FAULT_SHORT: a write or read does half of what it was asked to
 * @APO_FAULT_CRASH: the operation and all after it do nothing and fail
 */
typedef enum {
  APO_FAULT_NONE,
  APO_FAULT_ERROR,
  APO_FAULT_SHORT,
  APO_FAULT_CRASH,
} ApoFaultKind;

/**
 * ApoLoss:
 * @APO_LOSS_ALL: what was not synced is gone, and so are names whose folder was not
 * @APO_LOSS_DATA: names are all there, but data that was not synced is gone
 * @APO_LOSS_HALF: names are all there, and half of the data that was not synced
 * @APO_LOSS_NOTHING: the program died, but not the computer
 *
 * What a crash takes away.
 */
typedef enum {
  APO_LOSS_ALL,
  APO_LOSS_DATA,
  APO_LOSS_HALF,
  APO_LOSS_NOTHING,
  APO_N_LOSSES,
} ApoLoss;

/**
 * ApoFaults:
 *
 * File operations on a folder of which one goes wrong, and a record of what is surely on the disk.
 */
typedef struct {
  ApoFileOps ops;
  GMutex mutex;
  char *root;
  GHashTable *live;             /* char* path → Node: as programs see it */
  GHashTable *durable;          /* the same, as a crash would leave it */
  GHashTable *by_fd;            /* int → Node */
  ApoFaultKind kind;
  int code;
  guint at;                     /* the operation that goes wrong, from 1 */
  guint n_ops;
  gboolean crashed;
  gboolean hit;
} ApoFaults;

ApoFaults *apo_faults_new   (void);
void       apo_faults_free  (ApoFaults    *faults);
void       apo_faults_begin (ApoFaults    *faults,
                             const char   *root,
                             ApoFaultKind  kind,
                             int           code,
                             guint         at);
void       apo_faults_crash (ApoFaults    *faults,
                             ApoLoss       loss);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ApoFaults, apo_faults_free)

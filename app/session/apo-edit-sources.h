/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-history.h"

G_BEGIN_DECLS

/* Sources of claims and links between claims. */

/**
 * ApoSourceInfo:
 * @consulted: the day on which the reader saw it, or %APO_DAY_NONE
 * @file: (nullable): the name of a file that the reader keeps
 * @file_sha256: (nullable): of its bytes, see apo_attachment_read_async()
 * @file_size: in bytes
 *
 * What a source is; every string may be %NULL.
 */
typedef struct {
  ApoSourceStance stance;
  const char *url;
  const char *title;
  const char *publisher;
  ApoDay consulted;
  const char *quotation;
  const char *file;
  const char *file_sha256;
  gint64 file_size;
} ApoSourceInfo;

ApoSource    *apo_edit_add_source        (ApoHistory          *history,
                                          ApoClaim            *claim,
                                          const ApoSourceInfo *info);
void          apo_edit_change_source     (ApoHistory          *history,
                                          ApoSource           *source,
                                          const ApoSourceInfo *info);
void          apo_edit_set_source_string (ApoHistory          *history,
                                          ApoSource           *source,
                                          guint                field,
                                          const char          *string);
void          apo_edit_set_source_stance (ApoHistory          *history,
                                          ApoSource           *source,
                                          ApoSourceStance      stance);
void          apo_edit_set_source_day    (ApoHistory          *history,
                                          ApoSource           *source,
                                          ApoDay               consulted);
void          apo_edit_set_source_file   (ApoHistory          *history,
                                          ApoSource           *source,
                                          const char          *name,
                                          const char          *sha256,
                                          gint64               size);
void          apo_edit_remove_source     (ApoHistory          *history,
                                          ApoSource           *source);
GListModel   *apo_dossier_list_sources   (ApoDossier          *dossier,
                                          ApoClaim            *claim);

ApoClaimLink *apo_edit_add_link          (ApoHistory          *history,
                                          ApoClaim            *from,
                                          ApoClaim            *to,
                                          ApoLinkKind          kind);
void          apo_edit_set_link_kind     (ApoHistory          *history,
                                          ApoClaimLink        *link,
                                          ApoLinkKind          kind);
void          apo_edit_turn_link         (ApoHistory          *history,
                                          ApoClaimLink        *link);
void          apo_edit_remove_link       (ApoHistory          *history,
                                          ApoClaimLink        *link);
GListModel   *apo_dossier_list_links     (ApoDossier          *dossier,
                                          ApoClaim            *claim);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-dossier.h"
#include "apo-file-ops.h"

G_BEGIN_DECLS

#define APO_TYPE_CORRECTION (apo_correction_get_type ())

/**
 * ApoCorrection:
 *
 * What a reader has put right about a name.  Immutable.
 */
G_DECLARE_FINAL_TYPE (ApoCorrection, apo_correction, APO, CORRECTION, GObject)

/* Of what is not known. */
#define APO_CORRECTION_NO_KIND -1

const char *apo_correction_get_name    (ApoCorrection *correction);
const char *apo_correction_get_same_as (ApoCorrection *correction);
int         apo_correction_get_kind    (ApoCorrection *correction);
const char *apo_correction_get_region  (ApoCorrection *correction);
gboolean    apo_correction_is_no_actor (ApoCorrection *correction);
char       *apo_correction_dup_text    (ApoCorrection *correction);

#define APO_TYPE_DICTIONARY (apo_dictionary_get_type ())

/**
 * ApoDictionary:
 *
 * What a reader has put right about names, in whichever dossier, kept for the next article.  It
 * belongs to the reader, not to a dossier: forgetting a dossier leaves it alone.
 */
G_DECLARE_FINAL_TYPE (ApoDictionary, apo_dictionary, APO, DICTIONARY, GObject)

ApoDictionary *apo_dictionary_new          (const char       *path,
                                            const ApoFileOps *ops);
ApoDictionary *apo_dictionary_new_for_user (void);
gboolean       apo_dictionary_load         (ApoDictionary    *dictionary,
                                            GError          **error);
gboolean       apo_dictionary_save         (ApoDictionary    *dictionary,
                                            GError          **error);
gboolean       apo_dictionary_is_changed   (ApoDictionary    *dictionary);
void           apo_dictionary_save_async   (ApoDictionary      *dictionary,
                                            GAsyncReadyCallback callback,
                                            gpointer            user_data);
gboolean       apo_dictionary_save_finish  (ApoDictionary      *dictionary,
                                            GAsyncResult       *result,
                                            GError            **error);
GListModel    *apo_dictionary_get_corrections (ApoDictionary *dictionary);
ApoCorrection *apo_dictionary_find         (ApoDictionary    *dictionary,
                                            const char       *name);
void           apo_dictionary_remember     (ApoDictionary    *dictionary,
                                            const char       *name,
                                            const char       *same_as,
                                            int               kind,
                                            const char       *region,
                                            gboolean          no_actor);
void           apo_dictionary_remove       (ApoDictionary    *dictionary,
                                            ApoCorrection    *correction);
void           apo_dictionary_clear        (ApoDictionary    *dictionary);
GHashTable    *apo_dictionary_note         (ApoDossier       *dossier);
void           apo_dictionary_learn        (ApoDictionary    *dictionary,
                                            ApoDossier       *dossier,
                                            GHashTable       *noted);
guint          apo_dictionary_apply        (ApoDictionary    *dictionary,
                                            ApoDossier       *dossier);

G_END_DECLS

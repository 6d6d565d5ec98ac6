/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "apo-fuzz.h"

/* Journals changed record by record, with checksums that are right. */

/* What the files are called that journals to test with may build on. */
#define APO_FUZZ_FILE_KNOWN   "known.apostille"
#define APO_FUZZ_FILE_CHANGED "changed.apostille"
#define APO_FUZZ_FILE_GONE    "gone.apostille"

/* What is in the first of them, and was in the others. */
extern const char apo_fuzz_known_file[];

GByteArray *apo_fuzz_journal_rebase (GBytes *bytes,
                                     GFile  *file);

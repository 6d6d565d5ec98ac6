/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-analyzer.h"

ApoFindings *apo_analyze_helper_run    (const char  *string,
                                        const char  *language,
                                        const char  *date);
char        *apo_analyze_helper_slice  (const char  *string,
                                        ApoSpan      span);
const char  *apo_analyze_helper_name   (ApoFindings *findings,
                                        int          actor);

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-feature.h"

G_BEGIN_DECLS

/**
 * ApoTemplate:
 *
 * Which of the things seen make one feature together: up to four numbers of atoms, of which 0 is
 * nothing.
 */
typedef guint8 ApoTemplate[4];

/**
 * apo_templates_fill:
 * @atoms: what was seen; the first is 0
 *
 * Makes one feature of each template; its place in the table is part of it, and thus of the models.
 */
static inline void
apo_templates_fill (const ApoTemplate *templates,
                    guint              n_templates,
                    const guint64     *atoms,
                    ApoFeature        *features)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  for (guint i = 0; i < n_templates; i++)
    {
      guint64 hash = (i + 1) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);

      for (guint k = 0; k < 4; k++)
        {
          hash = (hash ^ atoms[templates[i][k]]) * factor;
          hash ^= hash >> 32;
        }
      features[i] = hash * factor;
      features[i] ^= features[i] >> 32;
    }
}

G_END_DECLS

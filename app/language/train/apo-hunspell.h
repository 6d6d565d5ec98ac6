/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ApoHunspellFunc:
 * @form: an inflected form
 * @morph: what the dictionary says of it, `po:nom is:mas is:sg`
 */
typedef void (* ApoHunspellFunc) (const char *form,
                                  const char *morph,
                                  gpointer    data);

gboolean apo_hunspell_expand (const char       *affixes,
                              const char       *words,
                              ApoHunspellFunc   callback,
                              gpointer          data,
                              GError          **error);

G_END_DECLS

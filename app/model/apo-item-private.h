/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-article.h"
#include "apo-item.h"

G_BEGIN_DECLS

/* For app/session (and the tests of app/model) alone: nothing else may write to a dossier. */

void apo_item_set_id      (ApoItem    *item,
                           const char *id);
gboolean apo_item_has_value (ApoItem  *item,
                           guint       field,
                           GVariant   *value);
void apo_item_set_value   (ApoItem    *item,
                           guint       field,
                           GVariant   *value);
void apo_item_set_extra   (ApoItem    *item,
                           const char *json);
void apo_article_set_text (ApoArticle *article,
                           ApoText    *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "apo-adopt.h"
#include "apo-edit-check.h"
#include "apo-sample-dossier.h"

/* The sample article as a reader finds it, for tests of edits. */

typedef struct {
  ApoDossier *dossier;
  ApoHistory *history;
} Fixture;

static inline void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();

  fixture->dossier = apo_dossier_new ("zzzzz");
  apo_dossier_insert (fixture->dossier, APO_ITEM (article), 0);
  apo_adopt_as_opening (fixture->dossier, article, findings);
  fixture->history = apo_history_new (fixture->dossier);
}

static inline void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->history);
  g_object_unref (fixture->dossier);
}

static inline ApoItem *
get_item (Fixture    *fixture,
          ApoItemType type,
          guint       i)
{
  g_autoptr (ApoItem) item = g_list_model_get_item (apo_dossier_get_items (fixture->dossier, type),
                                                    i);

  return item;
}

static inline guint
count_items (Fixture    *fixture,
             ApoItemType type)
{
  return g_list_model_get_n_items (apo_dossier_get_items (fixture->dossier, type));
}

static inline guint
find_words (Fixture    *fixture,
            const char *words)
{
  const char *text =
    apo_text_get_string (apo_article_get_text (apo_dossier_get_article (fixture->dossier)));
  const char *place = strstr (text, words);

  g_assert_nonnull (place);

  return g_utf8_strlen (text, place - text);
}

static inline ApoSpan
find_span (Fixture    *fixture,
           const char *words)
{
  guint start = find_words (fixture, words);

  return APO_SPAN (start, start + g_utf8_strlen (words, -1));
}

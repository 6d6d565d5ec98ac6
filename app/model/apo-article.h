/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-item.h"
#include "apo-text.h"

G_BEGIN_DECLS

/* The fields, by their index. */
enum {
  APO_ARTICLE_FIELD_NUMBER,
  APO_ARTICLE_FIELD_TITLE,
  APO_ARTICLE_FIELD_BYLINE,
  APO_ARTICLE_FIELD_OUTLET,
  APO_ARTICLE_FIELD_DATE,
  APO_ARTICLE_FIELD_LANGUAGE,
  APO_ARTICLE_FIELD_NAME,
  APO_ARTICLE_FIELD_URI,
  APO_ARTICLE_FIELD_ORIGINAL_SHA256,
  APO_ARTICLE_FIELD_TEXT_SHA256,
  APO_ARTICLE_FIELD_ANALYSER,
  APO_ARTICLE_FIELD_REPLACED_BY,
  APO_ARTICLE_FIELD_ANCHORS,
  APO_ARTICLE_FIELD_MERGED,
  APO_ARTICLE_N_FIELDS
};

/**
 * ApoArticleInfo:
 *
 * What is known of a text when it comes in; every pointer may be %NULL, @date may be
 * %APO_DAY_NONE.
 */
typedef struct {
  const char *title;
  const char *byline;
  const char *outlet;
  ApoDay date;
  const char *language;         /* BCP 47 */
  const char *name;             /* of the original file, for people */
  const char *uri;              /* of the original */
  const char *original_sha256;  /* hexadecimal, of the original bytes */
} ApoArticleInfo;

#define APO_TYPE_ARTICLE (apo_article_get_type ())

/**
 * ApoArticle:
 *
 * A normalised text with what is known about it.  The text never changes.
 */
G_DECLARE_FINAL_TYPE (ApoArticle, apo_article, APO, ARTICLE, ApoItem)

ApoArticle *apo_article_new          (ApoText              *text,
                                      const ApoArticleInfo *info);
ApoText    *apo_article_get_text     (ApoArticle           *article);
guint       apo_article_get_number   (ApoArticle           *article);
const char *apo_article_get_title    (ApoArticle           *article);
const char *apo_article_get_byline   (ApoArticle           *article);
const char *apo_article_get_outlet   (ApoArticle           *article);
ApoDay      apo_article_get_date     (ApoArticle           *article);
const char *apo_article_get_language (ApoArticle           *article);
const char *apo_article_get_name     (ApoArticle           *article);
const char *apo_article_get_replaced_by (ApoArticle        *article);

G_END_DECLS

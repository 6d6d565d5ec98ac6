/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-article.h"

#include "apo-item-private.h"

struct _ApoArticle {
  ApoItem parent_instance;

  ApoText *text;
};

G_DEFINE_FINAL_TYPE (ApoArticle, apo_article, APO_TYPE_ITEM)

static const ApoField fields[] = {
  [APO_ARTICLE_FIELD_NUMBER] = { "number", APO_FIELD_INTEGER, NULL },
  [APO_ARTICLE_FIELD_TITLE] = { "title", APO_FIELD_STRING, NULL },
  [APO_ARTICLE_FIELD_BYLINE] = { "byline", APO_FIELD_STRING, NULL },
  [APO_ARTICLE_FIELD_OUTLET] = { "outlet", APO_FIELD_STRING, NULL },
  [APO_ARTICLE_FIELD_DATE] = { "date", APO_FIELD_DAY, NULL },
  [APO_ARTICLE_FIELD_LANGUAGE] = { "language", APO_FIELD_STRING, NULL },
  [APO_ARTICLE_FIELD_NAME] = { "name", APO_FIELD_STRING, NULL },
  [APO_ARTICLE_FIELD_URI] = { "uri", APO_FIELD_STRING, NULL },
  [APO_ARTICLE_FIELD_ORIGINAL_SHA256] = { "original-sha256", APO_FIELD_STRING, NULL },
  [APO_ARTICLE_FIELD_TEXT_SHA256] = { "text-sha256", APO_FIELD_STRING, NULL },
  [APO_ARTICLE_FIELD_ANALYSER] = { "analyser", APO_FIELD_STRING, NULL },
  [APO_ARTICLE_FIELD_REPLACED_BY] = { "replaced-by", APO_FIELD_REF, NULL },
  [APO_ARTICLE_FIELD_ANCHORS] = { "anchors", APO_FIELD_ANCHORS, NULL },
  [APO_ARTICLE_FIELD_MERGED] = { "merged", APO_FIELD_REFS, NULL },
};

static void
apo_article_finalize (GObject *object)
{
  ApoArticle *self = APO_ARTICLE (object);

  g_clear_pointer (&self->text, apo_text_unref);

  G_OBJECT_CLASS (apo_article_parent_class)->finalize (object);
}

static void
apo_article_class_init (ApoArticleClass *klass)
{
  ApoItemClass *item_class = APO_ITEM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = apo_article_finalize;

  item_class->item_type = APO_ITEM_ARTICLE;
  item_class->fields = fields;
  item_class->n_fields = G_N_ELEMENTS (fields);
}

static void
apo_article_init (ApoArticle *self)
{
}

static void
set_string (ApoArticle *self,
            guint       field,
            const char *string)
{
  if (string != NULL)
    apo_item_set_value (APO_ITEM (self), field, g_variant_new_string (string));
}

/**
 * apo_article_new:
 * @text: the normalised text
 * @info: what is known about it
 *
 * Returns: (transfer full): the only article of a dossier to be, numbered 1 and without an id
 */
ApoArticle *
apo_article_new (ApoText              *text,
                 const ApoArticleInfo *info)
{
  ApoArticle *self = APO_ARTICLE (apo_item_new (APO_ITEM_ARTICLE, NULL));
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                                         (const guchar *) apo_text_get_string (text),
                                                         apo_text_get_n_bytes (text));

  self->text = apo_text_ref (text);
  apo_item_set_value (APO_ITEM (self), APO_ARTICLE_FIELD_NUMBER, g_variant_new_int64 (1));
  set_string (self, APO_ARTICLE_FIELD_TITLE, info->title);
  set_string (self, APO_ARTICLE_FIELD_BYLINE, info->byline);
  set_string (self, APO_ARTICLE_FIELD_OUTLET, info->outlet);
  apo_item_set_value (APO_ITEM (self), APO_ARTICLE_FIELD_DATE, g_variant_new_int32 (info->date));
  set_string (self, APO_ARTICLE_FIELD_LANGUAGE, info->language);
  set_string (self, APO_ARTICLE_FIELD_NAME, info->name);
  set_string (self, APO_ARTICLE_FIELD_URI, info->uri);
  set_string (self, APO_ARTICLE_FIELD_ORIGINAL_SHA256, info->original_sha256);
  set_string (self, APO_ARTICLE_FIELD_TEXT_SHA256, sha256);

  return self;
}

/**
 * apo_article_set_text:
 *
 * For the reader of dossiers, which makes the item before it knows the text.
 */
void
apo_article_set_text (ApoArticle *article,
                      ApoText    *text)
{
  g_return_if_fail (article->text == NULL);

  article->text = apo_text_ref (text);
}

/**
 * apo_article_get_text:
 *
 * Returns: (transfer none): the text, which may be shared with threads
 */
ApoText *
apo_article_get_text (ApoArticle *article)
{
  return article->text;
}

guint
apo_article_get_number (ApoArticle *article)
{
  return apo_item_get_int64 (APO_ITEM (article), APO_ARTICLE_FIELD_NUMBER);
}

const char *
apo_article_get_title (ApoArticle *article)
{
  return apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_TITLE);
}

const char *
apo_article_get_byline (ApoArticle *article)
{
  return apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_BYLINE);
}

const char *
apo_article_get_outlet (ApoArticle *article)
{
  return apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_OUTLET);
}

ApoDay
apo_article_get_date (ApoArticle *article)
{
  return apo_item_get_int (APO_ITEM (article), APO_ARTICLE_FIELD_DATE);
}

const char *
apo_article_get_language (ApoArticle *article)
{
  return apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_LANGUAGE);
}

/**
 * apo_article_get_name:
 *
 * Returns: (transfer none): the name of the original file, empty where there was none
 */
const char *
apo_article_get_name (ApoArticle *article)
{
  return apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_NAME);
}

/**
 * apo_article_get_replaced_by:
 *
 * Returns: (transfer none): the id of the article whose text took the place of this one, which is an
 *   older version then; empty for a text that is current
 */
const char *
apo_article_get_replaced_by (ApoArticle *article)
{
  return apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_REPLACED_BY);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-target.h"

#define MAX_ID_LENGTH 128

/* A file that is all wrong is not described further than that. */
#define MAX_PROBLEMS 1000

/* Items of any type. */
#define ANY_TYPE APO_N_ITEM_TYPES

/* The items that a field refers to. */
typedef struct {
  ApoItemType owner;
  guint field;
  guint target;
} Reference;

static const Reference references[] = {
  { APO_ITEM_CLAIM, APO_CLAIM_FIELD_SPEAKER, APO_ITEM_ACTOR },
  { APO_ITEM_CLAIM, APO_CLAIM_FIELD_REPORTED_BY, APO_ITEM_CLAIM },
  { APO_ITEM_CLAIM, APO_CLAIM_FIELD_ABOUT, APO_ITEM_ACTOR },
  { APO_ITEM_CLAIM, APO_CLAIM_FIELD_STATEMENT_TIME, APO_ITEM_TIME },
  { APO_ITEM_CLAIM, APO_CLAIM_FIELD_EVENT_TIME, APO_ITEM_TIME },
  { APO_ITEM_EVENT, APO_EVENT_FIELD_TIME, APO_ITEM_TIME },
  { APO_ITEM_EVENT, APO_EVENT_FIELD_STATEMENT_TIME, APO_ITEM_TIME },
  { APO_ITEM_EVENT, APO_EVENT_FIELD_ACTORS, APO_ITEM_ACTOR },
  { APO_ITEM_EVENT, APO_EVENT_FIELD_CLAIMS, APO_ITEM_CLAIM },
  { APO_ITEM_RELATION, APO_RELATION_FIELD_FROM, APO_ITEM_ACTOR },
  { APO_ITEM_RELATION, APO_RELATION_FIELD_TO, APO_ITEM_ACTOR },
  { APO_ITEM_RELATION, APO_RELATION_FIELD_CLAIMS, APO_ITEM_CLAIM },
  { APO_ITEM_SOURCE, APO_SOURCE_FIELD_CLAIM, APO_ITEM_CLAIM },
  { APO_ITEM_LINK, APO_CLAIM_LINK_FIELD_FROM, APO_ITEM_CLAIM },
  { APO_ITEM_LINK, APO_CLAIM_LINK_FIELD_TO, APO_ITEM_CLAIM },
  { APO_ITEM_NOTE, APO_NOTE_FIELD_TARGET, ANY_TYPE },
  { APO_ITEM_VIEW, APO_SAVED_VIEW_FIELD_SPEAKER, APO_ITEM_ACTOR },
  { APO_ITEM_VIEW, APO_SAVED_VIEW_FIELD_ACTOR, APO_ITEM_ACTOR },
  { APO_ITEM_VIEW, APO_SAVED_VIEW_FIELD_ABOUT, APO_ITEM_ACTOR },
};

ApoDossierParts *
apo_dossier_parts_new (void)
{
  ApoDossierParts *self = g_new0 (ApoDossierParts, 1);

  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    self->items[type] = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_number = g_hash_table_new (NULL, NULL);
  self->misquoted = g_hash_table_new (NULL, NULL);
  self->problems = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
apo_dossier_parts_free (ApoDossierParts *parts)
{
  g_hash_table_unref (parts->misquoted);
  g_hash_table_unref (parts->by_number);
  g_hash_table_unref (parts->by_id);
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    g_ptr_array_unref (parts->items[type]);
  g_ptr_array_unref (parts->problems);
  g_free (parts);
}

/**
 * apo_is_well_formed_id:
 *
 * Returns: whether @id is one to 128 letters, digits, hyphens, underlines, dots and colons of ASCII
 */
gboolean
apo_is_well_formed_id (const char *id)
{
  gsize length = strlen (id);

  if (length == 0 || length > MAX_ID_LENGTH)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (id[i]) && strchr ("-_.:", id[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * apo_dossier_parts_report:
 * @name: the id of the item, or its number in the list
 * @what: what is wrong, translated
 *
 * Adds a problem, unless there are very many already.
 */
void
apo_dossier_parts_report (ApoDossierParts *parts,
                          ApoItemType      type,
                          const char      *name,
                          const char      *what)
{
  static const char *const nouns[] = {
    N_("Article"), N_("Actor"), N_("Claim"), N_("Time"), N_("Event"), N_("Relation"),
    N_("Source"), N_("Link"), N_("Note"), N_("View"),
  };

  if (parts->problems->len < MAX_PROBLEMS)
    g_ptr_array_add (parts->problems,
                     /* Translators: “Claim x7k2m-c12: “content” reaches beyond the text” */
                     g_strdup_printf (_("%s %s: %s"), _(nouns[type]), name, what));
}

static void
report_item (ApoDossierParts *self,
             ApoItem         *item,
             const char      *what)
{
  apo_dossier_parts_report (self, apo_item_get_item_type (item), apo_item_get_id (item), what);
}

static void
report_field (ApoDossierParts *self,
              ApoItem         *item,
              guint            field,
              const char      *format)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);
  g_autofree char *key = g_strdup_printf ("“%s”", fields[field].key);
  g_autofree char *what = g_strdup_printf ("%s %s", key, format);

  report_item (self, item, what);
}

/**
 * apo_dossier_parts_add:
 * @item: an item with an id
 *
 * Returns: whether it was added; else its id or number is in use, which was reported
 */
gboolean
apo_dossier_parts_add (ApoDossierParts *parts,
                       ApoItem         *item)
{
  ApoItemType type = apo_item_get_item_type (item);

  if (g_hash_table_contains (parts->by_id, apo_item_get_id (item)))
    {
      report_item (parts, item, _("its id is there twice"));
      return FALSE;
    }

  if (type == APO_ITEM_ARTICLE)
    {
      gint64 number = apo_item_get_int64 (item, APO_ARTICLE_FIELD_NUMBER);

      if (number < 1 || number > G_MAXINT
          || g_hash_table_contains (parts->by_number, GINT_TO_POINTER ((int) number)))
        {
          report_item (parts, item, _("its number is missing or there twice"));
          return FALSE;
        }
      g_hash_table_insert (parts->by_number, GINT_TO_POINTER ((int) number), item);
    }

  g_hash_table_insert (parts->by_id, (char *) apo_item_get_id (item), item);
  g_ptr_array_add (parts->items[type], g_object_ref (item));

  return TRUE;
}

/* The article whose text an item's spans are of, or NULL if it names one that is not there. */
static ApoArticle *
find_article (ApoDossierParts *self,
              ApoItem         *item)
{
  int field = apo_item_find_field (item, "article");
  const char *id = field >= 0 ? apo_item_get_string (item, field) : "";
  ApoItem *article;

  if (self->items[APO_ITEM_ARTICLE]->len == 0)
    return NULL;

  if (*id == '\0')
    return self->items[APO_ITEM_ARTICLE]->pdata[0];

  article = g_hash_table_lookup (self->by_id, id);

  return article != NULL && APO_IS_ARTICLE (article) ? APO_ARTICLE (article) : NULL;
}

static gboolean
mentions_fit (ApoDossierParts *self,
              ApoActor        *actor)
{
  guint n_mentions;
  const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n_mentions);

  for (guint i = 0; i < n_mentions; i++)
    {
      ApoArticle *article = g_hash_table_lookup (self->by_number,
                                                 GUINT_TO_POINTER (mentions[i].article));

      if (article == NULL
          || mentions[i].span.end > apo_text_get_length (apo_article_get_text (article)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
spans_fit (ApoItem *item,
           guint    field,
           ApoText *text)
{
  guint n_spans;
  const ApoSpan *spans = apo_item_get_spans (item, field, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].end > apo_text_get_length (text))
      return FALSE;

  return TRUE;
}

/**
 * apo_dossier_parts_compare:
 * @claim: one that was added, after all articles
 * @target: its target, as the file has it
 *
 * Holds what a claim is said to quote against the text.
 */
void
apo_dossier_parts_compare (ApoDossierParts *parts,
                           ApoClaim        *claim,
                           JsonNode        *target)
{
  ApoArticle *article = find_article (parts, APO_ITEM (claim));
  guint n_spans;
  const ApoSpan *spans = apo_claim_get_content (claim, &n_spans);

  if (article != NULL
      && !apo_target_fits (target, apo_article_get_text (article), spans, n_spans))
    g_hash_table_add (parts->misquoted, claim);
}

/* Whether all that the item says of the text can be so. */
static gboolean
check_passages (ApoDossierParts *self,
                ApoItem         *item)
{
  ApoArticle *article = find_article (self, item);
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  if (article == NULL)
    {
      report_item (self, item, _("its article is missing"));
      return FALSE;
    }

  for (guint i = 0; i < n_fields; i++)
    if (((fields[i].kind == APO_FIELD_SPAN || fields[i].kind == APO_FIELD_SPANS)
         && !apo_item_is_default (item, i)
         && !spans_fit (item, i, apo_article_get_text (article)))
        || (fields[i].kind == APO_FIELD_MENTIONS && !mentions_fit (self, APO_ACTOR (item))))
      {
        report_field (self, item, i, _("reaches beyond the text"));
        return FALSE;
      }

  if (g_hash_table_contains (self->misquoted, item))
    {
      report_item (self, item, _("the text at its place is not the one it quotes"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
is_there (ApoDossierParts *self,
          const char      *id,
          guint            type)
{
  ApoItem *item = g_hash_table_lookup (self->by_id, id);

  return item != NULL && (type == ANY_TYPE || apo_item_get_item_type (item) == type);
}

/* The references of a field that lead somewhere: a new floating value, or NULL if all do. */
static GVariant *
filter_refs (ApoDossierParts *self,
             GVariant        *value,
             guint            type)
{
  g_autofree const char **refs = NULL;
  g_autoptr (GPtrArray) good = NULL;
  gsize n_refs;

  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    {
      const char *ref = g_variant_get_string (value, NULL);

      return *ref == '\0' || is_there (self, ref, type) ? NULL : g_variant_new_string ("");
    }

  good = g_ptr_array_new ();
  refs = g_variant_get_strv (value, &n_refs);
  for (gsize i = 0; i < n_refs; i++)
    if (is_there (self, refs[i], type))
      g_ptr_array_add (good, (char *) refs[i]);

  return good->len < n_refs ? g_variant_new_strv ((const char *const *) good->pdata, good->len)
                            : NULL;
}

/* Whether the item still makes sense once references to what is not there are dropped. */
static gboolean
check_references (ApoDossierParts *self,
                  ApoItem         *item)
{
  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      guint field = references[i].field;
      GVariant *filtered;

      if (references[i].owner != apo_item_get_item_type (item))
        continue;

      filtered = apo_item_is_default (item, field)
                   ? NULL : filter_refs (self, apo_item_get_value (item, field),
                                         references[i].target);
      if (filtered != NULL)
        {
          report_field (self, item, field, _("refers to what is not there"));
          apo_item_set_value (item, field, filtered);
        }
      if (apo_item_needs (item, field) && apo_item_is_default (item, field))
        {
          if (filtered == NULL)
            report_field (self, item, field, _("is missing"));
          return FALSE;
        }
    }

  return TRUE;
}

/* Cuts chains of claims that report one another in a circle. */
static void
check_circles (ApoDossierParts *self)
{
  GPtrArray *claims = self->items[APO_ITEM_CLAIM];
  g_autoptr (GHashTable) rounds = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      ApoItem *claim = claims->pdata[i];
      ApoItem *last = NULL;

      /* most report nobody */
      if (apo_item_is_default (claim, APO_CLAIM_FIELD_REPORTED_BY))
        continue;

      while (claim != NULL && !g_hash_table_contains (rounds, claim))
        {
          g_hash_table_insert (rounds, claim, GUINT_TO_POINTER (i));
          last = claim;
          claim = g_hash_table_lookup (self->by_id,
                                       apo_item_get_string (claim, APO_CLAIM_FIELD_REPORTED_BY));
        }

      if (claim != NULL && last != NULL
          && g_hash_table_lookup (rounds, claim) == GUINT_TO_POINTER (i))
        {
          report_field (self, last, APO_CLAIM_FIELD_REPORTED_BY, _("leads in a circle"));
          apo_item_set_value (last, APO_CLAIM_FIELD_REPORTED_BY, g_variant_new_string (""));
        }
    }
}

/* Whether all passages that an older text keeps are in it. */
static gboolean
anchors_fit (ApoArticle *article)
{
  guint length = apo_text_get_length (apo_article_get_text (article));
  GVariantIter iter;
  GVariant *spans;
  gboolean fit = TRUE;

  g_variant_iter_init (&iter, apo_item_get_value (APO_ITEM (article), APO_ARTICLE_FIELD_ANCHORS));
  while (g_variant_iter_next (&iter, "(&s&s@a(uu))", NULL, NULL, &spans))
    {
      gsize n_spans;
      const ApoSpan *array = g_variant_get_fixed_array (spans, &n_spans, sizeof (ApoSpan));

      for (gsize i = 0; i < n_spans; i++)
        fit = fit && array[i].end <= length;
      g_variant_unref (spans);
    }

  return fit;
}

/* Drops what an article says of others that cannot be so; no article is left out for that. */
static void
check_articles (ApoDossierParts *self)
{
  GPtrArray *articles = self->items[APO_ITEM_ARTICLE];

  for (guint i = 0; i < articles->len; i++)
    {
      ApoItem *article = articles->pdata[i];
      const char *newer = apo_article_get_replaced_by (APO_ARTICLE (article));

      if (*newer != '\0'
          && (!is_there (self, newer, APO_ITEM_ARTICLE)
              || g_str_equal (newer, apo_item_get_id (article))))
        {
          report_field (self, article, APO_ARTICLE_FIELD_REPLACED_BY,
                        _("refers to what is not there"));
          apo_item_set_value (article, APO_ARTICLE_FIELD_REPLACED_BY, g_variant_new_string (""));
        }
      if (!anchors_fit (APO_ARTICLE (article)))
        {
          report_field (self, article, APO_ARTICLE_FIELD_ANCHORS, _("reaches beyond the text"));
          apo_item_set_value (article, APO_ARTICLE_FIELD_ANCHORS,
                              g_variant_new_array (G_VARIANT_TYPE ("(ssa(uu))"), NULL, 0));
        }
    }
}

/* Leaves out the items that @check does not accept. */
static void
sift (ApoDossierParts *self,
      gboolean       (*check) (ApoDossierParts *, ApoItem *))
{
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    {
      GPtrArray *all = self->items[type];

      self->items[type] = g_ptr_array_new_full (all->len, g_object_unref);
      for (guint i = 0; i < all->len; i++)
        if (check (self, all->pdata[i]))
          g_ptr_array_add (self->items[type], g_object_ref (all->pdata[i]));
        else
          g_hash_table_remove (self->by_id, apo_item_get_id (all->pdata[i]));
      g_ptr_array_unref (all);
    }
}

/**
 * apo_dossier_parts_check:
 * @parts: with at least one article
 *
 * Reports and leaves out every item whose passages are not in its text or that lacks what it cannot
 * do without, and drops every reference that leads nowhere.
 */
void
apo_dossier_parts_check (ApoDossierParts *parts)
{
  sift (parts, check_passages);
  sift (parts, check_references);
  check_circles (parts);
  check_articles (parts);
}

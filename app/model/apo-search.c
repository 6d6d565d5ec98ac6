/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-search.h"

#include "apo-text-find.h"

/* How much is shown on either side of what was found, in code points. */
#define CONTEXT 40

struct _ApoSearch {
  ApoDossier *dossier;
  char *words;
  GArray *text;                 /* ApoSpan, in the order of the article */
  GPtrArray *items[APO_N_SEARCH_GROUPS];  /* but for the text */
};

static const struct {
  ApoSearchGroup group;
  ApoItemType type;
} item_groups[] = {
  { APO_SEARCH_CLAIMS, APO_ITEM_CLAIM },
  { APO_SEARCH_REASONS, APO_ITEM_CLAIM },
  { APO_SEARCH_ACTORS, APO_ITEM_ACTOR },
  { APO_SEARCH_EVENTS, APO_ITEM_EVENT },
  { APO_SEARCH_NOTES, APO_ITEM_NOTE },
  { APO_SEARCH_SOURCES, APO_ITEM_SOURCE },
};

static gboolean
contains (const char *utf8,
          const char *words)
{
  g_autoptr (GArray) found = *utf8 != '\0' ? apo_text_find_folded (utf8, words) : NULL;

  return found != NULL && found->len > 0;
}

/* Whether one of the places in the article lies within @span; logarithmic. */
static gboolean
holds_place (ApoSearch *self,
             ApoSpan    span)
{
  guint low = 0;
  guint high = self->text->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->text, ApoSpan, middle).start < span.start)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->text->len && g_array_index (self->text, ApoSpan, low).end <= span.end;
}

/* The passage of a claim or an event: by its places where it stands in the text that was looked
 * through, or else by its words. */
static gboolean
matches_passage (ApoSearch *self,
                 ApoItem   *item,
                 guint      field)
{
  g_autofree char *text = NULL;
  guint n_spans;
  const ApoSpan *spans;

  if (apo_dossier_get_item_article (self->dossier, item)
      == apo_dossier_get_article (self->dossier))
    {
      spans = apo_item_get_spans (item, field, &n_spans);
      for (guint i = 0; i < n_spans; i++)
        if (holds_place (self, spans[i]))
          return TRUE;

      return FALSE;
    }
  text = apo_dossier_dup_item_text (self->dossier, item);

  return contains (text, self->words);
}

/* What is known of an actor or a source in words, the most telling first. */
static GStrv
dup_strings (ApoItem *item)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (APO_IS_ACTOR (item))
    {
      g_auto (GStrv) aliases = apo_actor_dup_aliases (APO_ACTOR (item));

      g_strv_builder_add (builder, apo_actor_get_name (APO_ACTOR (item)));
      g_strv_builder_addv (builder, (const char **) aliases);
    }
  else
    {
      g_strv_builder_add (builder, apo_source_get_title (APO_SOURCE (item)));
      g_strv_builder_add (builder, apo_source_get_url (APO_SOURCE (item)));
      g_strv_builder_add (builder, apo_source_get_publisher (APO_SOURCE (item)));
      g_strv_builder_add (builder, apo_source_get_quotation (APO_SOURCE (item)));
    }

  return g_strv_builder_end (builder);
}

/* The first of the strings with the words in it; NULL if none. */
static char *
dup_matching (ApoSearch *self,
              ApoItem   *item)
{
  g_auto (GStrv) strings = dup_strings (item);

  for (guint i = 0; strings[i] != NULL; i++)
    if (contains (strings[i], self->words))
      return g_strdup (strings[i]);

  return NULL;
}

static gboolean
matches (ApoSearch      *self,
         ApoSearchGroup  group,
         ApoItem        *item)
{
  g_autofree char *matching = NULL;

  if (apo_item_is_dismissed (item))
    return FALSE;

  switch (group)
    {
    case APO_SEARCH_CLAIMS:
      return matches_passage (self, item, APO_CLAIM_FIELD_CONTENT);
    case APO_SEARCH_REASONS:
      return contains (apo_claim_get_reason (APO_CLAIM (item)), self->words);
    case APO_SEARCH_EVENTS:
      return contains (apo_event_get_label (APO_EVENT (item)), self->words)
             || matches_passage (self, item, APO_EVENT_FIELD_SPAN);
    case APO_SEARCH_NOTES:
      return contains (apo_note_get_text (APO_NOTE (item)), self->words);
    default:
      matching = dup_matching (self, item);
      return matching != NULL;
    }
}

static void
collect (ApoSearch      *self,
         ApoSearchGroup  group,
         ApoItemType     type)
{
  GListModel *items = apo_dossier_get_items (self->dossier, type);
  guint n_items = g_list_model_get_n_items (items);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (items, i);

      if (matches (self, group, item))
        g_ptr_array_add (self->items[group], g_steal_pointer (&item));
    }
}

/**
 * apo_search_new:
 * @words: what was typed; white space alone finds nothing
 *
 * Looks for words and parts of them in all that is not dismissed, without regard to case, kinds of
 * white space, of quotation marks and of apostrophes; linear.
 *
 * Returns: (transfer full): what was found
 */
ApoSearch *
apo_search_new (ApoDossier *dossier,
                const char *words)
{
  ApoSearch *self = g_new0 (ApoSearch, 1);
  ApoArticle *article = apo_dossier_get_article (dossier);

  self->dossier = g_object_ref (dossier);
  self->words = g_strstrip (g_strdup (words));
  self->text = article != NULL
                 ? apo_text_find_folded (apo_text_get_string (apo_article_get_text (article)),
                                         self->words)
                 : apo_spans_new ();
  for (guint i = 0; i < G_N_ELEMENTS (item_groups); i++)
    {
      self->items[item_groups[i].group] = g_ptr_array_new_with_free_func (g_object_unref);
      if (*self->words != '\0')
        collect (self, item_groups[i].group, item_groups[i].type);
    }

  return self;
}

void
apo_search_free (ApoSearch *search)
{
  for (guint i = 0; i < G_N_ELEMENTS (item_groups); i++)
    g_ptr_array_unref (search->items[item_groups[i].group]);
  g_array_unref (search->text);
  g_free (search->words);
  g_object_unref (search->dossier);
  g_free (search);
}

guint
apo_search_count (ApoSearch      *search,
                  ApoSearchGroup  group)
{
  return group == APO_SEARCH_TEXT ? search->text->len : search->items[group]->len;
}

/**
 * apo_search_get_item:
 *
 * Returns: (transfer none) (nullable): what was found, which may be gone from the dossier by now;
 *   %NULL for a place of the text
 */
ApoItem *
apo_search_get_item (ApoSearch      *search,
                     ApoSearchGroup  group,
                     guint           index)
{
  return group == APO_SEARCH_TEXT ? NULL : search->items[group]->pdata[index];
}

/**
 * apo_search_get_span:
 * @index: of a place of the text
 *
 * Returns: where it is
 */
ApoSpan
apo_search_get_span (ApoSearch *search,
                     guint      index)
{
  return g_array_index (search->text, ApoSpan, index);
}

/* All that is to be said of what was found, before it is cut. */
static char *
dup_whole (ApoSearch      *self,
           ApoSearchGroup  group,
           ApoItem        *item)
{
  switch (group)
    {
    case APO_SEARCH_REASONS:
      return g_strdup (apo_claim_get_reason (APO_CLAIM (item)));
    case APO_SEARCH_EVENTS:
      if (contains (apo_event_get_label (APO_EVENT (item)), self->words))
        return g_strdup (apo_event_get_label (APO_EVENT (item)));
      return apo_dossier_dup_item_text (self->dossier, item);
    case APO_SEARCH_ACTORS:
    case APO_SEARCH_SOURCES:
      return dup_matching (self, item);
    default:
      return apo_dossier_dup_item_text (self->dossier, item);
    }
}

/**
 * apo_search_dup_excerpt:
 * @marks: (out) (transfer full) (element-type ApoSpan): where the words are in it, in code points
 *
 * Returns: (transfer full): what was found with some words around it, on one line
 */
char *
apo_search_dup_excerpt (ApoSearch       *search,
                        ApoSearchGroup   group,
                        guint            index,
                        GArray         **marks)
{
  g_autoptr (ApoText) whole = NULL;
  g_autoptr (GArray) found = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *slice = NULL;
  char *excerpt;
  ApoSpan span = { 0, 0 };

  if (group == APO_SEARCH_TEXT)
    {
      whole = apo_text_ref (apo_article_get_text (apo_dossier_get_article (search->dossier)));
      span = apo_search_get_span (search, index);
    }
  else
    {
      g_autofree char *string = dup_whole (search, group, search->items[group]->pdata[index]);

      whole = apo_text_new (string != NULL ? string : "", -1);
      found = apo_text_find_folded (apo_text_get_string (whole), search->words);
      if (found->len > 0)
        span = g_array_index (found, ApoSpan, 0);
    }

  slice = apo_text_dup_slice (whole, span);
  apo_text_dup_context (whole, span, CONTEXT, &before, &after);
  excerpt = g_strdelimit (g_strconcat (before, slice, after, NULL), "\n\r\t", ' ');
  *marks = apo_text_find_folded (excerpt, search->words);

  return excerpt;
}

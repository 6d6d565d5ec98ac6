/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-search.h"

#include <string.h>

#include "apo-dossier-private.h"

static const char sample[] =
  "The minister said that the bridge l’Orme would hold. Nobody else saw the BRIDGE that day.\n"
  "The bridges were counted.";

static ApoItem *
add_item (ApoDossier  *dossier,
          ApoItemType  type,
          guint        field,
          GVariant    *value)
{
  g_autoptr (ApoItem) item = apo_item_new (type, NULL);

  apo_item_set_value (item, field, value);
  apo_dossier_insert (dossier, item, G_MAXUINT);

  return item;
}

static GVariant *
new_span (const char *words)
{
  guint start = g_utf8_strlen (sample, strstr (sample, words) - sample);
  ApoSpan span = { start, start + g_utf8_strlen (words, -1) };

  return g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1, sizeof span);
}

static ApoItem *
add_in_text (ApoDossier  *dossier,
             ApoItemType  type,
             guint        article_field,
             guint        span_field,
             const char  *words)
{
  ApoItem *item = add_item (dossier, type, span_field, new_span (words));

  apo_item_set_value (item, article_field,
                      g_variant_new_string (
                        apo_item_get_id (APO_ITEM (apo_dossier_get_article (dossier)))));

  return item;
}

static ApoDossier *
new_dossier (void)
{
  ApoDossier *dossier = apo_dossier_new ("aaaaa");
  g_autoptr (ApoText) text = apo_text_new (sample, -1);
  ApoArticleInfo info = { .title = "Bridges", .date = APO_DAY_NONE, .language = "en" };
  g_autoptr (ApoArticle) article = apo_article_new (text, &info);
  ApoItem *claim;

  apo_dossier_insert (dossier, APO_ITEM (article), 0);
  claim = add_in_text (dossier, APO_ITEM_CLAIM, APO_CLAIM_FIELD_ARTICLE, APO_CLAIM_FIELD_CONTENT,
                       "the bridge l’Orme would hold");
  apo_item_set_value (claim, APO_CLAIM_FIELD_REASON, g_variant_new_string ("It fell in March"));
  add_in_text (dossier, APO_ITEM_CLAIM, APO_CLAIM_FIELD_ARTICLE, APO_CLAIM_FIELD_CONTENT,
               "Nobody else saw");
  claim = add_in_text (dossier, APO_ITEM_CLAIM, APO_CLAIM_FIELD_ARTICLE, APO_CLAIM_FIELD_CONTENT,
                       "The bridges were counted");
  apo_item_set_value (claim, APO_CLAIM_FIELD_DISMISSED, g_variant_new_boolean (TRUE));
  add_in_text (dossier, APO_ITEM_EVENT, APO_EVENT_FIELD_ARTICLE, APO_EVENT_FIELD_SPAN,
               "were counted");
  add_item (dossier, APO_ITEM_ACTOR, APO_ACTOR_FIELD_NAME, g_variant_new_string ("Bridge Board"));
  add_item (dossier, APO_ITEM_NOTE, APO_NOTE_FIELD_TEXT,
            g_variant_new_string ("Which bridge?\nAsk in March"));
  add_item (dossier, APO_ITEM_SOURCE, APO_SOURCE_FIELD_PUBLISHER,
            g_variant_new_string ("Bridge & Road"));

  return dossier;
}

/* Folded, also within words, in all that is not dismissed. */
static void
test_groups (void)
{
  static const struct {
    const char *words;
    guint n[APO_N_SEARCH_GROUPS];
  } table[] = {
    { "bridge", { 3, 1, 0, 1, 0, 1, 1 } },
    { " BRIDGE  L'orme ", { 1, 1, 0, 0, 0, 0, 0 } },
    { "march", { 0, 0, 1, 0, 0, 1, 0 } },
    { "counted", { 1, 0, 0, 0, 1, 0, 0 } },
    { "nobody", { 1, 1, 0, 0, 0, 0, 0 } },
    { "tunnel", { 0 } },
    { "  ", { 0 } },
    { "", { 0 } },
  };
  g_autoptr (ApoDossier) dossier = new_dossier ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (ApoSearch) search = apo_search_new (dossier, table[i].words);

      for (guint group = 0; group < APO_N_SEARCH_GROUPS; group++)
        {
          g_test_message ("“%s”, group %u", table[i].words, group);
          g_assert_cmpuint (apo_search_count (search, group), ==, table[i].n[group]);
        }
    }
}

static void
test_excerpts (void)
{
  static const ApoSearchGroup groups[] = {
    APO_SEARCH_TEXT, APO_SEARCH_CLAIMS, APO_SEARCH_ACTORS, APO_SEARCH_NOTES, APO_SEARCH_SOURCES,
  };
  g_autoptr (ApoDossier) dossier = new_dossier ();
  g_autoptr (ApoSearch) search = apo_search_new (dossier, "bridge");

  g_assert_null (apo_search_get_item (search, APO_SEARCH_TEXT, 0));
  g_assert_true (APO_IS_SOURCE (apo_search_get_item (search, APO_SEARCH_SOURCES, 0)));
  g_assert_cmpuint (apo_search_get_span (search, 0).start, ==, 27);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autoptr (GArray) marks = NULL;
      g_autofree char *excerpt = apo_search_dup_excerpt (search, groups[i], 0, &marks);
      ApoSpan mark;
      g_autofree char *marked = NULL;
      g_autofree char *folded = NULL;

      g_assert_cmpuint (marks->len, >, 0);
      mark = g_array_index (marks, ApoSpan, 0);
      marked = g_utf8_substring (excerpt, mark.start, mark.end);
      folded = apo_text_dup_folded (marked);
      g_assert_cmpstr (folded, ==, "bridge");
      g_assert_null (strchr (excerpt, '\n'));
    }
}

/* Twenty thousand claims: no match is missed, nor any found that is none. */
static void
test_many (void)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (ApoDossier) dossier = apo_dossier_new ("aaaaa");
  g_autoptr (ApoText) text = NULL;
  g_autoptr (ApoArticle) article = NULL;
  g_autoptr (ApoSearch) search = NULL;
  ApoArticleInfo info = { .title = "", .date = APO_DAY_NONE, .language = "en" };
  const guint n = 20000;
  const guint length = 40;
  gint64 begin;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (string, "%-39s\n", i % 10 == 0 ? "here is a Needle in it"
                                                           : "here is nothing but straw");
  text = apo_text_new (string->str, -1);
  article = apo_article_new (text, &info);
  apo_dossier_insert (dossier, APO_ITEM (article), 0);
  for (guint i = 0; i < n; i++)
    {
      ApoSpan span = { i * length, i * length + 30 };
      ApoItem *claim = add_item (dossier, APO_ITEM_CLAIM, APO_CLAIM_FIELD_CONTENT,
                                 g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1,
                                                            sizeof span));

      apo_item_set_value (claim, APO_CLAIM_FIELD_ARTICLE,
                          g_variant_new_string (apo_item_get_id (APO_ITEM (article))));
    }

  begin = g_get_monotonic_time ();
  search = apo_search_new (dossier, "needle");
  g_test_message ("%u claims in %" G_GINT64_FORMAT " µs", n, g_get_monotonic_time () - begin);
  g_assert_cmpuint (apo_search_count (search, APO_SEARCH_TEXT), ==, n / 10);
  g_assert_cmpuint (apo_search_count (search, APO_SEARCH_CLAIMS), ==, n / 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/groups", test_groups);
  g_test_add_func ("/search/excerpts", test_excerpts);
  g_test_add_func ("/search/many", test_many);

  return g_test_run ();
}

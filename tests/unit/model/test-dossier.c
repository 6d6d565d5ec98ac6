/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-private.h"

typedef struct {
  ApoDossier *dossier;
  ApoItem *russia;
  ApoItem *analyst;
  ApoItem *claim;
  ApoItem *relation;
} Fixture;

static ApoItem *
add (ApoDossier *dossier,
     ApoItemType type)
{
  g_autoptr (ApoItem) item = apo_item_new (type, NULL);

  apo_dossier_insert (dossier, item, G_MAXUINT);

  return item;
}

static GVariant *
spans_new (guint start,
           guint end)
{
  const ApoSpan span = APO_SPAN (start, end);

  return g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1, sizeof span);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ApoText) text = apo_text_new ("L’analyste dit que la Russie viendra.", -1);
  ApoArticleInfo info = { .date = APO_DAY_NONE, .title = "Essai" };
  g_autoptr (ApoArticle) article = apo_article_new (text, &info);
  const ApoActorMention mentions[] = { { { 19, 28 }, APO_MENTION_NAME, 1 },
                                       { { 22, 28 }, APO_MENTION_NAME, 1 } };
  const char *claims[] = { NULL, NULL };

  fixture->dossier = apo_dossier_new ("test");
  apo_dossier_insert (fixture->dossier, APO_ITEM (article), 0);
  fixture->russia = add (fixture->dossier, APO_ITEM_ACTOR);
  fixture->analyst = add (fixture->dossier, APO_ITEM_ACTOR);
  fixture->claim = add (fixture->dossier, APO_ITEM_CLAIM);
  fixture->relation = add (fixture->dossier, APO_ITEM_RELATION);

  apo_item_set_value (fixture->russia, APO_ACTOR_FIELD_MENTIONS,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), mentions, 2,
                                                 sizeof *mentions));
  apo_item_set_value (fixture->claim, APO_CLAIM_FIELD_CONTENT, spans_new (19, 36));
  apo_item_set_value (fixture->claim, APO_CLAIM_FIELD_SPEAKER,
                      g_variant_new_string (apo_item_get_id (fixture->analyst)));
  apo_item_set_value (fixture->relation, APO_RELATION_FIELD_FROM,
                      g_variant_new_string (apo_item_get_id (fixture->russia)));
  apo_item_set_value (fixture->relation, APO_RELATION_FIELD_EVIDENCE, spans_new (22, 36));
  claims[0] = apo_item_get_id (fixture->claim);
  apo_item_set_value (fixture->relation, APO_RELATION_FIELD_CLAIMS,
                      g_variant_new_strv (claims, 1));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->dossier);
}

static void
test_ids (Fixture      *fixture,
          gconstpointer data)
{
  g_assert_cmpstr (apo_item_get_id (fixture->russia), ==, "test-a2");
  g_assert_cmpstr (apo_item_get_id (fixture->claim), ==, "test-c4");
  g_assert_true (apo_dossier_lookup (fixture->dossier, "test-c4") == fixture->claim);
  g_assert_null (apo_dossier_lookup (fixture->dossier, "test-c5"));
  g_assert_null (apo_dossier_lookup (fixture->dossier, NULL));

  g_object_ref (fixture->claim);
  apo_dossier_remove (fixture->dossier, fixture->claim);
  g_assert_null (apo_dossier_lookup (fixture->dossier, "test-c4"));
  apo_dossier_insert (fixture->dossier, fixture->claim, 0);
  g_assert_true (apo_dossier_lookup (fixture->dossier, "test-c4") == fixture->claim);
  g_object_unref (fixture->claim);
}

static void
test_standing (Fixture      *fixture,
               gconstpointer data)
{
  static const struct {
    ApoVerdict verdict;
    ApoStanding standing;
  } table[] = {
    { APO_VERDICT_NONE, APO_STANDING_DASHED },
    { APO_VERDICT_VERIFIED, APO_STANDING_SOLID },
    { APO_VERDICT_DISPUTED, APO_STANDING_STRUCK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      apo_item_set_value (fixture->claim, APO_CLAIM_FIELD_VERDICT,
                          g_variant_new_int32 (table[i].verdict));
      g_assert_cmpint (apo_dossier_get_standing (fixture->dossier, fixture->relation), ==,
                       table[i].standing);
    }

  /* A passage outside of every claim is the article's own word. */
  apo_item_set_value (fixture->relation, APO_RELATION_FIELD_EVIDENCE, spans_new (0, 10));
  g_assert_cmpint (apo_dossier_get_standing (fixture->dossier, fixture->relation), ==,
                   APO_STANDING_SOLID);
}

static void
test_related (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GHashTable) of_relation =
    apo_dossier_collect_related (fixture->dossier, apo_item_get_id (fixture->relation));
  g_autoptr (GHashTable) of_analyst =
    apo_dossier_collect_related (fixture->dossier, apo_item_get_id (fixture->analyst));
  g_autoptr (GHashTable) of_nothing = apo_dossier_collect_related (fixture->dossier, NULL);

  g_assert_true (g_hash_table_contains (of_relation, apo_item_get_id (fixture->russia)));
  g_assert_true (g_hash_table_contains (of_relation, apo_item_get_id (fixture->claim)));
  g_assert_true (g_hash_table_contains (of_relation, apo_item_get_id (fixture->analyst)));
  g_assert_false (g_hash_table_contains (of_relation, apo_item_get_id (fixture->relation)));
  g_assert_true (g_hash_table_contains (of_analyst, apo_item_get_id (fixture->claim)));
  g_assert_cmpuint (g_hash_table_size (of_analyst), ==, 1);
  g_assert_cmpuint (g_hash_table_size (of_nothing), ==, 0);
}

static void
test_ranks (Fixture      *fixture,
            gconstpointer data)
{
  const char *russia = apo_item_get_id (fixture->russia);
  const char *analyst = apo_item_get_id (fixture->analyst);

  g_assert_cmpint (apo_dossier_get_actor_rank (fixture->dossier, russia), ==, 0);
  g_assert_cmpint (apo_dossier_get_actor_rank (fixture->dossier, analyst), ==, 1);
  apo_item_set_value (fixture->russia, APO_ACTOR_FIELD_DISMISSED, g_variant_new_boolean (TRUE));
  g_assert_cmpint (apo_dossier_get_actor_rank (fixture->dossier, russia), ==, -1);
  g_assert_cmpint (apo_dossier_get_actor_rank (fixture->dossier, analyst), ==, 0);
  g_assert_cmpint (apo_dossier_get_actor_rank (fixture->dossier, NULL), ==, -1);
}

static void
item_changed_cb (ApoDossier *dossier,
                 ApoItem    *item,
                 const char *key,
                 char      **seen)
{
  g_free (*seen);
  *seen = g_strdup_printf ("%s %s", apo_item_get_id (item), key);
}

static void
test_signals (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *seen = NULL;

  g_signal_connect (fixture->dossier, "item-changed", G_CALLBACK (item_changed_cb), &seen);
  apo_item_set_value (fixture->claim, APO_CLAIM_FIELD_VERDICT, g_variant_new_int32 (1));
  g_assert_cmpstr (seen, ==, "test-c4 verdict");

  g_clear_pointer (&seen, g_free);
  apo_item_set_value (fixture->claim, APO_CLAIM_FIELD_VERDICT, g_variant_new_int32 (1));
  g_assert_null (seen);
  apo_item_set_value (fixture->claim, APO_CLAIM_FIELD_VERDICT, g_variant_new_int32 (0));
  g_assert_cmpstr (seen, ==, "test-c4 verdict");
  g_assert_true (apo_item_is_default (fixture->claim, APO_CLAIM_FIELD_VERDICT));
}

static void
test_counts (Fixture      *fixture,
             gconstpointer data)
{
  guint n_reviewed;
  guint n_claims;

  apo_item_set_value (fixture->claim, APO_CLAIM_FIELD_VERDICT, g_variant_new_int32 (2));
  apo_dossier_count_reviewed (fixture->dossier, &n_reviewed, &n_claims);
  g_assert_cmpuint (n_reviewed, ==, 1);
  g_assert_cmpuint (n_claims, ==, 1);
  apo_item_set_value (fixture->claim, APO_CLAIM_FIELD_DISMISSED, g_variant_new_boolean (TRUE));
  apo_dossier_count_reviewed (fixture->dossier, &n_reviewed, &n_claims);
  g_assert_cmpuint (n_claims, ==, 0);
}

static void
test_texts (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *claim = apo_dossier_dup_item_text (fixture->dossier, fixture->claim);
  ApoSpan span;

  g_assert_cmpstr (claim, ==, "la Russie viendra");
  g_assert_true (apo_dossier_get_item_span (fixture->dossier, fixture->russia, &span));
  g_assert_cmpuint (span.start, ==, 19);
  g_assert_false (apo_dossier_get_item_span (fixture->dossier, fixture->analyst, &span));
}

static void
test_view_state (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (GVariant) all = NULL;
  g_autoptr (GVariant) value = NULL;

  apo_dossier_set_view_state (fixture->dossier, "position", g_variant_new_int64 (12));
  all = apo_dossier_get_view_states (fixture->dossier);
  g_assert_cmpuint (g_variant_n_children (all), ==, 1);
  value = apo_dossier_get_view_state (fixture->dossier, "position");
  g_assert_cmpint (g_variant_get_int64 (value), ==, 12);
  apo_dossier_set_view_state (fixture->dossier, "position", NULL);
  g_assert_null (apo_dossier_get_view_state (fixture->dossier, "position"));
}

static void
test_initials (void)
{
  static const struct {
    const char *name;
    const char *initials;
    ApoActorKind kind;
    const char *region;
  } table[] = {
    { "Vladimir Poutine", "VP" }, { "Hamas", "Ha" }, { "élan", "Él" }, { "X", "X" },
    { "Jean-Claude de la Tour", "JT" }, { "", "" },
    { "Norvège", "NO", APO_ACTOR_COUNTRY, "NO" },
    { "Ligue des ports", "LP", APO_ACTOR_ORGANISATION, "NO" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (ApoItem) actor = apo_item_new (APO_ITEM_ACTOR, "a");
      g_autofree char *initials = NULL;

      apo_item_set_value (actor, APO_ACTOR_FIELD_NAME, g_variant_new_string (table[i].name));
      apo_item_set_value (actor, APO_ACTOR_FIELD_KIND, g_variant_new_int32 (table[i].kind));
      if (table[i].region != NULL)
        apo_item_set_value (actor, APO_ACTOR_FIELD_REGION,
                            g_variant_new_string (table[i].region));
      initials = apo_actor_dup_initials (APO_ACTOR (actor));
      g_assert_cmpstr (initials, ==, table[i].initials);
    }
}

/* Every class: all fields have defaults of their own type and keys that differ. */
static void
test_fields (void)
{
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    {
      g_autoptr (ApoItem) item = apo_item_new (type, "x");
      guint n_fields;
      const ApoField *fields = apo_item_get_fields (item, &n_fields);

      g_assert_cmpint (apo_item_get_item_type (item), ==, type);
      for (guint i = 0; i < n_fields; i++)
        {
          g_assert_true (g_variant_is_of_type (apo_item_get_value (item, i),
                                               apo_field_kind_get_variant_type (fields[i].kind)));
          g_assert_cmpint (apo_item_find_field (item, fields[i].key), ==, i);
          g_assert_cmpint (fields[i].get_enum_type != NULL, ==, fields[i].kind == APO_FIELD_ENUM);
        }
      g_assert_cmpint (apo_item_find_field (item, "no-such-field"), ==, -1);
    }
}

#define ADD(name) \
  g_test_add ("/model/dossier/" #name, Fixture, NULL, set_up, test_##name, tear_down)

/* Numbers of articles are given where they are free, also where the highest one is taken. */
static void
test_free_numbers (void)
{
  static const guint taken[] = { 1, 2, 5, G_MAXINT };
  g_autoptr (ApoDossier) dossier = apo_dossier_new ("test");

  g_assert_cmpuint (apo_dossier_find_free_number (dossier, 0), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (taken); i++)
    apo_item_set_value (add (dossier, APO_ITEM_ARTICLE), APO_ARTICLE_FIELD_NUMBER,
                        g_variant_new_int64 (taken[i]));
  g_assert_cmpuint (apo_dossier_find_free_number (dossier, 0), ==, 3);
  g_assert_cmpuint (apo_dossier_find_free_number (dossier, 3), ==, 4);
  g_assert_cmpuint (apo_dossier_find_free_number (dossier, 4), ==, 6);
}

/* A file can say that the counter has come to its end; no id is given twice for that. */
static void
test_last_id (void)
{
  g_autoptr (ApoDossier) dossier = apo_dossier_new ("test");
  ApoItem *first = add (dossier, APO_ITEM_ACTOR);
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  g_assert_cmpstr (apo_item_get_id (first), ==, "test-a1");
  apo_dossier_set_counter (dossier, G_MAXINT64);
  a = apo_dossier_mint_id (dossier, APO_ITEM_ACTOR);
  b = apo_dossier_mint_id (dossier, APO_ITEM_ACTOR);
  g_assert_cmpstr (a, ==, "test-a2");
  g_assert_cmpstr (b, ==, "test-a3");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (ids);
  ADD (standing);
  ADD (related);
  ADD (ranks);
  ADD (signals);
  ADD (counts);
  ADD (texts);
  ADD (view_state);
  g_test_add_func ("/model/dossier/initials", test_initials);
  g_test_add_func ("/model/dossier/fields", test_fields);
  g_test_add_func ("/model/dossier/free-numbers", test_free_numbers);
  g_test_add_func ("/model/dossier/last-id", test_last_id);

  return g_test_run ();
}

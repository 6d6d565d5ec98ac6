/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-basis.h"

#include "apo-dossier-private.h"

/* “Il pleut. Anne dit que le pont tiendra, Paul dit qu'il tombe. Le pont est fermé.” with claims of
 * two speakers, the second reported by the first in one of the tests. */
typedef struct {
  ApoDossier *dossier;
  ApoItem *anne;
  ApoItem *paul;
  ApoItem *bridge;
  ApoItem *by_anne;
  ApoItem *by_paul;
  ApoItem *falls;               /* rests on what Paul says */
  ApoItem *closed;              /* is stated */
} Fixture;

static ApoItem *
add (ApoDossier *dossier,
     ApoItemType type)
{
  g_autoptr (ApoItem) item = apo_item_new (type, NULL);

  apo_dossier_insert (dossier, item, G_MAXUINT);

  return item;
}

static void
set_span (ApoItem *item,
          guint    field,
          guint    start,
          guint    end)
{
  const ApoSpan span = APO_SPAN (start, end);

  apo_item_set_value (item, field,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1, sizeof span));
}

static void
set_ref (ApoItem *item,
         guint    field,
         ApoItem *other)
{
  apo_item_set_value (item, field, g_variant_new_string (apo_item_get_id (other)));
}

static void
set_refs (ApoItem *item,
          guint    field,
          ApoItem *other)
{
  const char *ids[] = { apo_item_get_id (other) };

  apo_item_set_value (item, field, g_variant_new_strv (ids, 1));
}

static void
set_mention (ApoItem *actor,
             guint    start,
             guint    end)
{
  const ApoActorMention mention = { { start, end }, APO_MENTION_NAME, 1 };

  apo_item_set_value (actor, APO_ACTOR_FIELD_MENTIONS,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), &mention, 1,
                                                 sizeof mention));
}

static ApoItem *
add_claim (Fixture *fixture,
           ApoItem *speaker,
           guint    start,
           guint    end)
{
  ApoItem *claim = add (fixture->dossier, APO_ITEM_CLAIM);

  set_ref (claim, APO_CLAIM_FIELD_ARTICLE,
           APO_ITEM (apo_dossier_get_article (fixture->dossier)));
  set_ref (claim, APO_CLAIM_FIELD_SPEAKER, speaker);
  set_span (claim, APO_CLAIM_FIELD_CONTENT, start, end);

  return claim;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ApoText) text = apo_text_new ("Il pleut. Anne dit que le pont tiendra, Paul dit "
                                           "qu’il tombe. Le pont est fermé.", -1);
  ApoArticleInfo info = { .date = APO_DAY_NONE, .title = "Essai" };
  g_autoptr (ApoArticle) article = apo_article_new (text, &info);

  fixture->dossier = apo_dossier_new ("test");
  apo_dossier_insert (fixture->dossier, APO_ITEM (article), 0);
  fixture->anne = add (fixture->dossier, APO_ITEM_ACTOR);
  fixture->paul = add (fixture->dossier, APO_ITEM_ACTOR);
  fixture->bridge = add (fixture->dossier, APO_ITEM_ACTOR);
  set_mention (fixture->anne, 10, 14);
  set_mention (fixture->paul, 40, 44);
  set_mention (fixture->bridge, 23, 30);
  fixture->by_anne = add_claim (fixture, fixture->anne, 23, 38);
  fixture->by_paul = add_claim (fixture, fixture->paul, 52, 60);
  fixture->falls = add (fixture->dossier, APO_ITEM_EVENT);
  set_span (fixture->falls, APO_EVENT_FIELD_SPAN, 55, 60);
  set_refs (fixture->falls, APO_EVENT_FIELD_CLAIMS, fixture->by_paul);
  fixture->closed = add (fixture->dossier, APO_ITEM_EVENT);
  set_span (fixture->closed, APO_EVENT_FIELD_SPAN, 62, 79);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->dossier);
}

static char *
describe_spans (const ApoBasis *basis,
                ApoDossier     *dossier)
{
  g_autoptr (GArray) spans = apo_basis_collect_spans (basis, dossier);
  GString *string = g_string_new (NULL);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      ApoSpan span = g_array_index (spans, ApoSpan, i);

      g_string_append_printf (string, "%s%u-%u", i > 0 ? " " : "", span.start, span.end);
    }

  return g_string_free (string, FALSE);
}

/* What is part of which basis: claims of Anne and Paul, what falls, what is closed; spans; actors
 * Anne, Paul and the bridge. */
static void
test_table (Fixture      *fixture,
            gconstpointer data)
{
  const struct {
    ApoBasisKind kind;
    ApoItem *actor;
    gboolean has[4];
    const char *spans;
    gboolean names[3];
  } table[] = {
    { APO_BASIS_EVERYTHING, NULL, { TRUE, TRUE, TRUE, TRUE }, "", { TRUE, TRUE, TRUE } },
    { APO_BASIS_STATED, NULL, { FALSE, FALSE, FALSE, TRUE }, "0-23 38-52 60-80",
      { TRUE, TRUE, FALSE } },
    { APO_BASIS_VERIFIED, NULL, { TRUE, FALSE, FALSE, FALSE }, "23-38", { TRUE, FALSE, TRUE } },
    { APO_BASIS_ACCORDING, fixture->anne, { TRUE, FALSE, FALSE, FALSE }, "23-38",
      { TRUE, FALSE, TRUE } },
    { APO_BASIS_ACCORDING, fixture->paul, { FALSE, TRUE, TRUE, FALSE }, "52-60",
      { FALSE, TRUE, FALSE } },
    { APO_BASIS_ACCORDING, fixture->bridge, { FALSE, FALSE, FALSE, FALSE }, "",
      { FALSE, FALSE, FALSE } },
  };
  ApoItem *items[] = { fixture->by_anne, fixture->by_paul, fixture->falls, fixture->closed };
  ApoItem *actors[] = { fixture->anne, fixture->paul, fixture->bridge };

  apo_item_set_value (fixture->by_anne, APO_CLAIM_FIELD_VERDICT,
                      g_variant_new_int32 (APO_VERDICT_MOSTLY_VERIFIED));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (ApoBasis) basis =
        apo_basis_new (table[i].kind,
                       table[i].actor != NULL ? apo_item_get_id (table[i].actor) : NULL);
      g_autoptr (GHashTable) named = apo_basis_collect_actors (basis, fixture->dossier);
      g_autofree char *spans = describe_spans (basis, fixture->dossier);

      g_test_message ("row %u", i);
      for (guint j = 0; j < G_N_ELEMENTS (items); j++)
        g_assert_cmpint (apo_basis_has_item (basis, fixture->dossier, items[j]), ==,
                         table[i].has[j]);
      g_assert_cmpstr (spans, ==, table[i].spans);
      for (guint j = 0; j < G_N_ELEMENTS (actors); j++)
        g_assert_cmpint (named == NULL
                         || g_hash_table_contains (named, apo_item_get_id (actors[j])), ==,
                         table[i].names[j]);
    }
}

/* Who reports what somebody says is part of the chain; a circle of reporters ends. */
static void
test_chain (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (ApoBasis) anne = apo_basis_new (APO_BASIS_ACCORDING, apo_item_get_id (fixture->anne));
  g_autoptr (ApoBasis) bridge = apo_basis_new (APO_BASIS_ACCORDING,
                                               apo_item_get_id (fixture->bridge));

  set_ref (fixture->by_paul, APO_CLAIM_FIELD_REPORTED_BY, fixture->by_anne);
  g_assert_true (apo_basis_has_claim (anne, fixture->dossier, APO_CLAIM (fixture->by_paul)));
  g_assert_true (apo_basis_has_item (anne, fixture->dossier, fixture->falls));

  set_ref (fixture->by_anne, APO_CLAIM_FIELD_REPORTED_BY, fixture->by_paul);
  g_assert_false (apo_basis_has_claim (bridge, fixture->dossier, APO_CLAIM (fixture->by_paul)));
}

/* Something that the article states and a disputed claim says: each basis by itself. */
static void
test_standing (Fixture      *fixture,
               gconstpointer data)
{
  static const struct {
    const char *basis;
    ApoStanding standing;
    gboolean has;
  } table[] = {
    { "everything", APO_STANDING_SOLID, TRUE },
    { "stated", APO_STANDING_SOLID, TRUE },
    { "verified", APO_STANDING_DASHED, FALSE },
    { "according:test-a3", APO_STANDING_STRUCK, TRUE },
  };

  set_refs (fixture->closed, APO_EVENT_FIELD_CLAIMS, fixture->by_paul);
  apo_item_set_value (fixture->by_paul, APO_CLAIM_FIELD_VERDICT,
                      g_variant_new_int32 (APO_VERDICT_REFUTED));
  g_assert_cmpstr (apo_item_get_id (fixture->paul), ==, "test-a3");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (ApoBasis) basis = apo_basis_new_from_string (table[i].basis);

      g_test_message ("%s", table[i].basis);
      g_assert_cmpint (apo_basis_has_item (basis, fixture->dossier, fixture->closed), ==,
                       table[i].has);
      g_assert_cmpint (apo_basis_get_standing (basis, fixture->dossier, fixture->closed), ==,
                       table[i].standing);
    }
}

static void
test_dismissed (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (ApoBasis) everything = apo_basis_new (APO_BASIS_EVERYTHING, NULL);
  g_autoptr (ApoBasis) paul = apo_basis_new (APO_BASIS_ACCORDING, apo_item_get_id (fixture->paul));

  apo_item_set_value (fixture->by_paul, APO_CLAIM_FIELD_DISMISSED, g_variant_new_boolean (TRUE));
  g_assert_false (apo_basis_has_item (everything, fixture->dossier, fixture->by_paul));
  g_assert_false (apo_basis_has_item (paul, fixture->dossier, fixture->falls));

  apo_item_set_value (fixture->falls, APO_EVENT_FIELD_DISMISSED, g_variant_new_boolean (TRUE));
  g_assert_false (apo_basis_has_item (everything, fixture->dossier, fixture->falls));
}

static void
test_names (void)
{
  static const char * const names[] = { "everything", "stated", "verified", "according:x-a1" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (ApoBasis) basis = apo_basis_new_from_string (names[i]);
      g_autoptr (ApoBasis) copy = apo_basis_copy (basis);
      g_autofree char *name = apo_basis_to_string (copy);

      g_assert_cmpstr (name, ==, names[i]);
      g_assert_true (apo_basis_equal (basis, copy));
      g_assert_cmpint (apo_basis_get_kind (basis), ==, i);
      g_assert_cmpstr (apo_basis_get_actor (basis), ==, i == 3 ? "x-a1" : NULL);
    }

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ApoBasis) basis = apo_basis_new_from_string (i == 0 ? NULL : "no such thing");

      g_assert_cmpint (apo_basis_get_kind (basis), ==, APO_BASIS_EVERYTHING);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/model/basis/table", Fixture, NULL, set_up, test_table, tear_down);
  g_test_add ("/model/basis/chain", Fixture, NULL, set_up, test_chain, tear_down);
  g_test_add ("/model/basis/standing", Fixture, NULL, set_up, test_standing, tear_down);
  g_test_add ("/model/basis/dismissed", Fixture, NULL, set_up, test_dismissed, tear_down);
  g_test_add_func ("/model/basis/names", test_names);

  return g_test_run ();
}

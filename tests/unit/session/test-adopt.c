/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"
#include "apo-edit.h"
#include "apo-sample-dossier.h"
#include "apo-session.h"

typedef struct {
  ApoSession *session;
  ApoDossier *dossier;
  ApoHistory *history;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();

  fixture->session = apo_session_new (article);
  fixture->dossier = apo_session_get_dossier (fixture->session);
  fixture->history = apo_session_get_history (fixture->session);
  apo_session_adopt_findings (fixture->session, findings);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_unref (fixture->session);
}

static guint
count (Fixture    *fixture,
       ApoItemType type)
{
  return g_list_model_get_n_items (apo_dossier_get_items (fixture->dossier, type));
}

static ApoItem *
get_item (Fixture    *fixture,
          ApoItemType type,
          guint       i)
{
  g_autoptr (ApoItem) item = g_list_model_get_item (apo_dossier_get_items (fixture->dossier, type),
                                                    i);

  return item;
}

static void
set_field (Fixture  *fixture,
           ApoItem  *item,
           guint     field,
           GVariant *value)
{
  ApoCommand *command = apo_command_new ("edit");
  int origin = apo_item_find_field (item, "origin");

  apo_command_set_field (command, item, field, value);
  apo_command_set_field (command, item, origin, g_variant_new_int32 (APO_ORIGIN_EDITED));
  g_assert_true (apo_history_execute (fixture->history, command));
}

static void
adopt_again (Fixture *fixture)
{
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();

  apo_session_adopt_findings (fixture->session, findings);
}

static void
test_opening (Fixture      *fixture,
              gconstpointer data)
{
  ApoArticle *article = apo_dossier_get_article (fixture->dossier);
  ApoItem *claim = get_item (fixture, APO_ITEM_CLAIM, 0);
  ApoItem *event = get_item (fixture, APO_ITEM_EVENT, 0);
  g_autofree char *text = apo_dossier_dup_item_text (fixture->dossier, claim);
  guint n_mentions;

  g_assert_false (apo_history_can_undo (fixture->history));
  g_assert_cmpuint (count (fixture, APO_ITEM_ACTOR), ==, 3);
  g_assert_cmpuint (count (fixture, APO_ITEM_CLAIM), ==, 3);
  g_assert_cmpuint (count (fixture, APO_ITEM_TIME), ==, 1);
  g_assert_cmpuint (count (fixture, APO_ITEM_EVENT), ==, 1);
  g_assert_cmpuint (count (fixture, APO_ITEM_RELATION), ==, 1);

  g_assert_cmpstr (text, ==, "les quais « tiendront cent ans »");
  g_assert_cmpstr (apo_claim_get_speaker (APO_CLAIM (claim)), ==,
                   apo_item_get_id (get_item (fixture, APO_ITEM_ACTOR, 0)));
  apo_actor_get_mentions (APO_ACTOR (get_item (fixture, APO_ITEM_ACTOR, 0)), &n_mentions);
  g_assert_cmpuint (n_mentions, ==, 2);
  g_assert_cmpstr (apo_event_get_time (APO_EVENT (event)), ==,
                   apo_item_get_id (get_item (fixture, APO_ITEM_TIME, 0)));
  g_assert_true (apo_item_refers_to (event, APO_EVENT_FIELD_ACTORS,
                                     apo_item_get_id (get_item (fixture, APO_ITEM_ACTOR, 2))));

  g_assert_cmpstr (apo_article_get_title (article), ==, "Le port rouvre après la tempête");
  g_assert_cmpstr (apo_article_get_language (article), ==, "fr");
  g_assert_cmpint (apo_article_get_date (article), ==, APO_DAY_NONE);
  g_assert_cmpstr (apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_ANALYSER), ==,
                   APO_VERSION " 0badcafe");
}

/* A second pass before the first command replaces the first one; what is the same keeps its id. */
static void
test_second_pass (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();
  g_autofree char *kept = g_strdup (apo_item_get_id (get_item (fixture, APO_ITEM_CLAIM, 2)));
  g_autofree char *gone = g_strdup (apo_item_get_id (get_item (fixture, APO_ITEM_CLAIM, 1)));

  g_ptr_array_remove_index (findings->claims, 1);
  apo_session_adopt_findings (fixture->session, findings);
  g_assert_cmpuint (count (fixture, APO_ITEM_CLAIM), ==, 2);
  g_assert_cmpstr (apo_item_get_id (get_item (fixture, APO_ITEM_CLAIM, 1)), ==, kept);
  g_assert_null (apo_dossier_lookup (fixture->dossier, gone));
  g_assert_false (apo_session_is_changed (fixture->session));
}

/* What a pass guesses of the article fills empty fields alone, and is no change of the reader's. */
static void
test_metadata (Fixture      *fixture,
               gconstpointer data)
{
  ApoArticle *article = apo_dossier_get_article (fixture->dossier);
  ApoDay day = apo_day_from_ymd (2011, 5, 4);

  for (guint pass = 0; pass < 2; pass++)
    {
      g_autoptr (ApoFindings) findings = apo_sample_findings_new ();

      findings->date = day + pass;
      apo_session_adopt_findings (fixture->session, findings);
      g_assert_cmpint (apo_article_get_date (article), ==, day);
      g_assert_false (apo_session_is_changed (fixture->session));
    }
}

/* The same findings again, after the reader's first command, bring nothing. */
static void
test_nothing_new (Fixture      *fixture,
                  gconstpointer data)
{
  guint64 position;

  apo_edit_set_verdict (fixture->history, APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, 0)),
                        APO_VERDICT_VERIFIED, NULL);
  position = apo_history_get_position (fixture->history);
  adopt_again (fixture);
  g_assert_cmpuint (apo_history_get_position (fixture->history), ==, position);
}

/* What the reader did to items does not bring the found ones back. */
static void
test_touched (Fixture      *fixture,
              gconstpointer data)
{
  ApoItem *dismissed = get_item (fixture, APO_ITEM_CLAIM, 0);
  ApoItem *trimmed = get_item (fixture, APO_ITEM_CLAIM, 1);
  ApoItem *attributed = get_item (fixture, APO_ITEM_CLAIM, 2);
  ApoItem *relation = get_item (fixture, APO_ITEM_RELATION, 0);
  ApoItem *actor = get_item (fixture, APO_ITEM_ACTOR, 1);
  ApoSpan span = apo_claim_get_content (APO_CLAIM (trimmed), &(guint) { 0 })[0];
  guint64 position;

  span.end = span.start + 8;
  set_field (fixture, dismissed, APO_CLAIM_FIELD_DISMISSED, g_variant_new_boolean (TRUE));
  set_field (fixture, trimmed, APO_CLAIM_FIELD_CONTENT,
             g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1, sizeof span));
  set_field (fixture, attributed, APO_CLAIM_FIELD_SPEAKER,
             g_variant_new_string (apo_item_get_id (actor)));
  set_field (fixture, relation, APO_RELATION_FIELD_KIND, g_variant_new_int32 (APO_RELATION_TRADE));
  set_field (fixture, actor, APO_ACTOR_FIELD_NAME, g_variant_new_string ("Oslo"));
  position = apo_history_get_position (fixture->history);

  adopt_again (fixture);
  g_assert_cmpuint (apo_history_get_position (fixture->history), ==, position);
  g_assert_cmpuint (count (fixture, APO_ITEM_CLAIM), ==, 3);
  g_assert_cmpuint (count (fixture, APO_ITEM_RELATION), ==, 1);
  g_assert_cmpuint (count (fixture, APO_ITEM_ACTOR), ==, 3);
}

/* What is new comes as one command, which undo takes back whole; it does not lean on an actor that the
 * reader threw away. */
static void
test_new (Fixture      *fixture,
          gconstpointer data)
{
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();
  ApoItem *thrown = get_item (fixture, APO_ITEM_ACTOR, 1);
  ApoFoundClaim *claim = apo_findings_add_claim (findings);
  ApoFoundActor *mayor = findings->actors->pdata[0];
  ApoSpan span = APO_SPAN (2, 12);
  guint n = 0;

  set_field (fixture, thrown, APO_ACTOR_FIELD_DISMISSED, g_variant_new_boolean (TRUE));
  g_array_append_val (claim->content, span);
  claim->speaker = 1;
  claim->reported_by = 0;
  apo_findings_add_relation (findings, 0, 1, APO_RELATION_CONFLICT);
  apo_findings_add_relation (findings, 0, 2, APO_RELATION_CONFLICT);
  apo_findings_add_relation (findings, 2, 1, APO_RELATION_COOPERATION);
  apo_findings_add_actor (findings, mayor->name, APO_ACTOR_PERSON, NULL);

  apo_session_adopt_findings (fixture->session, findings);
  g_assert_cmpuint (count (fixture, APO_ITEM_ACTOR), ==, 3);
  g_assert_cmpuint (count (fixture, APO_ITEM_CLAIM), ==, 4);
  g_assert_cmpuint (count (fixture, APO_ITEM_RELATION), ==, 2);
  g_assert_cmpstr (apo_claim_get_speaker (APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, 0))), ==, "");
  g_assert_cmpstr (apo_claim_get_reported_by (APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, 0))),
                   ==, apo_item_get_id (get_item (fixture, APO_ITEM_CLAIM, 1)));
  g_assert_cmpstr (apo_history_get_undo_name (fixture->history), ==, "New findings");

  apo_history_undo (fixture->history);
  g_assert_cmpuint (count (fixture, APO_ITEM_CLAIM), ==, 3);
  for (; apo_history_can_undo (fixture->history); n++)
    apo_history_undo (fixture->history);
  g_assert_cmpuint (n, ==, 1);
}

/* Two actors that the reader made one stay one, and get no relation to themselves. */
static void
test_merged_actors (Fixture      *fixture,
                    gconstpointer data)
{
  ApoItem *kept = get_item (fixture, APO_ITEM_ACTOR, 1);
  ApoItem *gone = get_item (fixture, APO_ITEM_ACTOR, 2);
  guint n_a;
  guint n_b;
  const ApoActorMention *a = apo_actor_get_mentions (APO_ACTOR (kept), &n_a);
  const ApoActorMention *b = apo_actor_get_mentions (APO_ACTOR (gone), &n_b);
  g_autoptr (GArray) both = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));
  ApoCommand *command = apo_command_new ("merge");

  g_array_append_vals (both, a, n_a);
  g_array_append_vals (both, b, n_b);
  apo_command_set_field (command, kept, APO_ACTOR_FIELD_MENTIONS,
                         g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), both->data,
                                                    both->len, sizeof (ApoActorMention)));
  apo_command_remove_item (command, gone);
  g_assert_true (apo_history_execute (fixture->history, command));

  adopt_again (fixture);
  g_assert_cmpuint (count (fixture, APO_ITEM_ACTOR), ==, 2);
  g_assert_cmpuint (count (fixture, APO_ITEM_RELATION), ==, 0);
}

#define ADD(name, func) g_test_add ("/adopt/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("opening", test_opening);
  ADD ("second-pass", test_second_pass);
  ADD ("metadata", test_metadata);
  ADD ("nothing-new", test_nothing_new);
  ADD ("touched", test_touched);
  ADD ("new", test_new);
  ADD ("merged-actors", test_merged_actors);

  return g_test_run ();
}

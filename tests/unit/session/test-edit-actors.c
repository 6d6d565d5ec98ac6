/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-actors.h"

#include "apo-edit-dismiss.h"
#include "apo-edit-notes.h"
#include "apo-judged-sample.h"

#define ACTOR(fixture, i) APO_ACTOR (get_item (fixture, APO_ITEM_ACTOR, i))
#define ID(item)          apo_item_get_id (APO_ITEM (item))

static void
assert_mentions (Fixture    *fixture,
                 ApoActor   *actor,
                 const char *expected)
{
  ApoText *text = apo_article_get_text (apo_dossier_get_article (fixture->dossier));
  g_autoptr (GString) all = g_string_new (NULL);
  guint n;
  const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *words = apo_text_dup_slice (text, mentions[i].span);

      g_string_append_printf (all, "%s%s:%s", i > 0 ? ", " : "", words,
                              apo_enum_to_nick (APO_TYPE_MENTION_FORM, mentions[i].form));
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_names (Fixture      *fixture,
            gconstpointer data)
{
  ApoActor *actor = ACTOR (fixture, 1);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  g_auto (GStrv) aliases = NULL;

  apo_edit_rename_actor (fixture->history, actor, " Oslo ");
  apo_edit_check_end (check, "Rename to Oslo");
  g_assert_cmpstr (apo_actor_get_name (actor), ==, "Oslo");
  g_assert_cmpint (apo_actor_get_origin (actor), ==, APO_ORIGIN_EDITED);
  check = apo_edit_check_begin (fixture->history);
  apo_edit_add_alias (fixture->history, actor, "Christiania");
  apo_edit_check_end (check, "Other name: Christiania");
  apo_edit_add_alias (fixture->history, actor, "christiania");
  apo_edit_add_alias (fixture->history, actor, "OSLO");
  apo_edit_add_alias (fixture->history, actor, " ");
  apo_edit_rename_actor (fixture->history, actor, " ");
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 2);
  aliases = apo_actor_dup_aliases (actor);
  g_assert_cmpuint (g_strv_length (aliases), ==, 1);
  check = apo_edit_check_begin (fixture->history);
  apo_edit_remove_alias (fixture->history, actor, "Christiania");
  apo_edit_check_end (check, "Remove the name Christiania");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_actor_kind (fixture->history, actor, APO_ACTOR_PLACE);
  apo_edit_check_end (check, "Oslo: Place");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_actor_region (fixture->history, actor, "SE");
  apo_edit_check_end (check, "Region of Oslo");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_dismissed (fixture->history, APO_ITEM (actor), TRUE);
  apo_edit_check_end (check, "Dismiss 1 actor");
}

static void
test_occurrences (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr (GArray) found = apo_dossier_find_occurrences (fixture->dossier, "odile carrère");
  ApoOccurrence *first = &g_array_index (found, ApoOccurrence, 0);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (first[0].actor == ACTOR (fixture, 0));
  g_assert_null (first[1].actor);
  g_assert_cmpuint (first[0].span.start, <, first[1].span.start);
}

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  ApoSpan spans[] = { find_span (fixture, "pêcheurs"), find_span (fixture, "Lisbonne") };
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  apo_edit_add_actor (fixture->history, " Pêcheurs", APO_ACTOR_GROUP, NULL, spans, 2);
  apo_edit_check_end (check, "New actor: Pêcheurs");
  assert_mentions (fixture, ACTOR (fixture, 1), "pêcheurs:name, Lisbonne:alias");
  assert_mentions (fixture, ACTOR (fixture, 3), "");
  g_assert_cmpstr (apo_actor_get_name (ACTOR (fixture, 1)), ==, "Pêcheurs");
  apo_history_undo (fixture->history);
  assert_mentions (fixture, ACTOR (fixture, 2), "Lisbonne:metonym");
  apo_history_redo (fixture->history);
  g_assert_null (apo_edit_add_actor (fixture->history, " ", APO_ACTOR_GROUP, NULL, NULL, 0));
}

static void
test_mentions (Fixture      *fixture,
               gconstpointer data)
{
  ApoSpan spans[] = { find_span (fixture, "syndicat"), find_span (fixture, "Oslo") };
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  apo_edit_add_mentions (fixture->history, ACTOR (fixture, 2), spans, 2);
  apo_edit_check_end (check, "2 mentions of Portugal");
  assert_mentions (fixture, ACTOR (fixture, 1), "");
  assert_mentions (fixture, ACTOR (fixture, 2), "syndicat:alias, Oslo:alias, Lisbonne:metonym");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_remove_mention (fixture->history, ACTOR (fixture, 2), 1);
  apo_edit_check_end (check, "Not a mention of Portugal");
  assert_mentions (fixture, ACTOR (fixture, 2), "syndicat:alias, Lisbonne:metonym");
}

/* A name with all the places where it stands comes and goes in one step. */
static void
test_name_at (Fixture      *fixture,
              gconstpointer data)
{
  ApoActor *actor = ACTOR (fixture, 2);
  ApoSpan spans[] = { find_span (fixture, "syndicat"), find_span (fixture, "Oslo") };
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  apo_edit_add_alias_at (fixture->history, actor, "Syndicat", spans, 2);
  apo_edit_check_end (check, "Other name: Syndicat");
  assert_mentions (fixture, actor, "syndicat:alias, Oslo:alias, Lisbonne:metonym");
  assert_mentions (fixture, ACTOR (fixture, 1), "");
  check = apo_edit_check_begin (fixture->history);
  apo_edit_remove_name (fixture->history, actor, "SYNDICAT");
  apo_edit_check_end (check, "Remove the name SYNDICAT");
  assert_mentions (fixture, actor, "Oslo:alias, Lisbonne:metonym");
  g_assert_false (apo_actor_has_name (actor, "Syndicat"));
  check = apo_edit_check_begin (fixture->history);
  apo_edit_remove_name (fixture->history, actor, "Lisbonne");
  apo_edit_check_end (check, "Remove the name Lisbonne");
  assert_mentions (fixture, actor, "Oslo:alias");
  apo_edit_remove_name (fixture->history, actor, "Lisbonne");
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 3);
}

static void
test_kinds (Fixture      *fixture,
            gconstpointer data)
{
  GListModel *actors = apo_dossier_get_items (fixture->dossier, APO_ITEM_ACTOR);
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);

  apo_edit_set_actor_kinds (fixture->history, actors, APO_ACTOR_PLACE);
  apo_edit_check_end (check, "3 actors: Place");
  apo_edit_set_actor_kind (fixture->history, ACTOR (fixture, 0), APO_ACTOR_PERSON);
  check = apo_edit_check_begin (fixture->history);
  apo_edit_set_actor_kinds (fixture->history, actors, APO_ACTOR_PLACE);
  apo_edit_check_end (check, "Odile Carrère: Place");
  apo_edit_set_actor_kinds (fixture->history, actors, APO_ACTOR_PLACE);
  g_assert_cmpuint (apo_history_get_n_done (fixture->history), ==, 3);
}

/* Another relation of the mayor, with Oslo or Lisbon. */
static void
add_relation (Fixture *fixture,
              guint    to,
              ApoSpan  evidence)
{
  ApoCommand *command = apo_command_new ("Relation");
  g_autoptr (ApoItem) relation = apo_item_new (APO_ITEM_RELATION, NULL);

  apo_item_set_value (relation, APO_RELATION_FIELD_FROM,
                      g_variant_new_string (ID (ACTOR (fixture, 0))));
  apo_item_set_value (relation, APO_RELATION_FIELD_TO,
                      g_variant_new_string (ID (ACTOR (fixture, to))));
  apo_item_set_value (relation, APO_RELATION_FIELD_EVIDENCE,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &evidence, 1,
                                                 sizeof evidence));
  apo_command_add_item (command, relation);
  apo_history_execute (fixture->history, command);
}

/* Oslo and Lisbon become one: what is between them goes, what they both have with others unites. */
static void
test_merge (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GListStore) some = g_list_store_new (APO_TYPE_ACTOR);
  ApoActor *into = ACTOR (fixture, 2);
  ApoEditCheck *check;
  ApoItem *event;
  ApoItem *relation;
  g_auto (GStrv) aliases = NULL;
  guint n;

  add_relation (fixture, 1, APO_SPAN (3, 5));
  add_relation (fixture, 2, APO_SPAN (7, 9));
  apo_edit_add_note (fixture->history, APO_ITEM (ACTOR (fixture, 1)), "Voir", NULL);
  apo_edit_add_note (fixture->history, get_item (fixture, APO_ITEM_RELATION, 1), "Aussi", NULL);
  g_list_store_append (some, ACTOR (fixture, 1));
  g_assert_null (apo_edit_merge_actors (fixture->history, G_LIST_MODEL (some), NULL));
  check = apo_edit_check_begin (fixture->history);
  g_assert_true (apo_edit_merge_actors (fixture->history, G_LIST_MODEL (some), into) == into);
  apo_edit_check_end (check, "Merge 2 actors");

  into = ACTOR (fixture, 1);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_ACTOR), ==, 2);
  assert_mentions (fixture, into, "Oslo:metonym, Lisbonne:metonym");
  aliases = apo_actor_dup_aliases (into);
  g_assert_cmpuint (g_strv_length (aliases), ==, 1);
  g_assert_cmpstr (aliases[0], ==, "Norvège");
  event = get_item (fixture, APO_ITEM_EVENT, 0);
  g_assert_cmpuint (g_variant_n_children (apo_item_get_value (event, APO_EVENT_FIELD_ACTORS)), ==,
                    1);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_RELATION), ==, 1);
  relation = get_item (fixture, APO_ITEM_RELATION, 0);
  apo_relation_get_evidence (APO_RELATION (relation), &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (apo_relation_get_to (APO_RELATION (relation)), ==, ID (into));
  g_assert_cmpuint (count_items (fixture, APO_ITEM_NOTE), ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_false (apo_item_is_default (get_item (fixture, APO_ITEM_NOTE, i),
                                         APO_NOTE_FIELD_TARGET));
}

/* All three, into the one that is mentioned most. */
static void
test_merge_three (Fixture      *fixture,
                  gconstpointer data)
{
  ApoEditCheck *check = apo_edit_check_begin (fixture->history);
  ApoActor *mayor = ACTOR (fixture, 0);

  g_assert_true (apo_edit_merge_actors (fixture->history,
                                        apo_dossier_get_items (fixture->dossier, APO_ITEM_ACTOR),
                                        NULL) == mayor);
  apo_edit_check_end (check, "Merge 3 actors");
  g_assert_cmpuint (count_items (fixture, APO_ITEM_ACTOR), ==, 1);
  g_assert_cmpuint (count_items (fixture, APO_ITEM_RELATION), ==, 0);
  g_assert_true (apo_actor_has_name (mayor, "norvège"));
  g_assert_true (apo_actor_has_name (mayor, "portugal"));
}

static void
test_split (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GListStore) some = g_list_store_new (APO_TYPE_ACTOR);
  guint second = 1;
  guint both[] = { 0, 1 };
  ApoActor *one;
  ApoActor *other;
  ApoEditCheck *check;
  ApoItem *event;

  g_list_store_append (some, ACTOR (fixture, 1));
  g_list_store_append (some, ACTOR (fixture, 2));
  apo_edit_merge_actors (fixture->history, G_LIST_MODEL (some), NULL);
  one = ACTOR (fixture, 1);
  g_assert_null (apo_edit_split_actor (fixture->history, one, both, 2, NULL));
  g_assert_null (apo_edit_split_actor (fixture->history, one, NULL, 0, NULL));

  check = apo_edit_check_begin (fixture->history);
  apo_edit_split_actor (fixture->history, one, &second, 1, NULL);
  apo_edit_check_end (check, "Split Norvège");
  one = ACTOR (fixture, 1);
  other = ACTOR (fixture, 2);
  g_assert_cmpstr (apo_actor_get_name (other), ==, "Lisbonne");
  g_assert_cmpint (apo_actor_get_kind (other), ==, APO_ACTOR_COUNTRY);
  assert_mentions (fixture, one, "Oslo:metonym");
  assert_mentions (fixture, other, "Lisbonne:metonym");
  event = get_item (fixture, APO_ITEM_EVENT, 0);
  g_assert_true (apo_item_refers_to (event, APO_EVENT_FIELD_ACTORS, ID (one)));
  g_assert_true (apo_item_refers_to (event, APO_EVENT_FIELD_ACTORS, ID (other)));
}

/* The words that name the speaker say whose claim it is. */
static void
test_split_speaker (Fixture      *fixture,
                    gconstpointer data)
{
  ApoItem *claim = get_item (fixture, APO_ITEM_CLAIM, 0);
  ApoSpan source = find_span (fixture, "La maire");
  ApoCommand *command = apo_command_new ("Source");
  guint first = 0;
  ApoEditCheck *check;

  apo_command_set_field (command, claim, APO_CLAIM_FIELD_SOURCE,
                         g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &source, 1,
                                                    sizeof source));
  apo_history_execute (fixture->history, command);
  assert_mentions (fixture, ACTOR (fixture, 0), "Odile Carrère:name, La maire:description");
  first = 1;
  check = apo_edit_check_begin (fixture->history);
  apo_edit_split_actor (fixture->history, ACTOR (fixture, 0), &first, 1, "La mairie");
  apo_edit_check_end (check, "Split Odile Carrère");
  g_assert_cmpstr (apo_claim_get_speaker (APO_CLAIM (claim)), ==, ID (ACTOR (fixture, 0)));
  g_assert_cmpstr (apo_actor_get_name (ACTOR (fixture, 0)), ==, "La mairie");
  g_assert_cmpstr (apo_claim_get_speaker (APO_CLAIM (get_item (fixture, APO_ITEM_CLAIM, 2))), ==,
                   ID (ACTOR (fixture, 1)));
}

#define ADD(path, func) \
  g_test_add ("/edit-actors/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("names", test_names);
  ADD ("occurrences", test_occurrences);
  ADD ("add", test_add);
  ADD ("mentions", test_mentions);
  ADD ("name-at", test_name_at);
  ADD ("kinds", test_kinds);
  ADD ("merge", test_merge);
  ADD ("merge-three", test_merge_three);
  ADD ("split", test_split);
  ADD ("split-speaker", test_split_speaker);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-adopt.h"
#include "apo-command-private.h"
#include "apo-dossier-file.h"
#include "apo-edit.h"
#include "apo-edited-text.h"
#include "apo-reanchor.h"
#include "apo-reanchor-edit.h"
#include "apo-sample-dossier.h"

#include <string.h>

#define N_SEEDS 60

/* The sample with other words in one claim, set otherwise, and without its last sentence. */
static const char newer_text[] =
  "Le port rouvre après la tempête\n"
  "\n"
  "La maire, Odile Carrère, assure que les quais \"tiendront dix ans\". Selon le syndicat des "
  "pêcheurs, la digue aurait cédé dès\u00A0mardi. Le 3 mai 2024, Oslo et Lisbonne ont signé un "
  "accord.\n\U0001F41F\n";

static ApoDossier *
make_dossier (void)
{
  ApoDossier *dossier = apo_dossier_new ("zzzzz");
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();

  apo_dossier_insert (dossier, APO_ITEM (article), 0);
  apo_adopt_as_opening (dossier, article, findings);

  return dossier;
}

static ApoArticle *
make_article (const char *string)
{
  g_autoptr (ApoText) text = apo_text_new (string, -1);
  ApoArticleInfo info = { .date = APO_DAY_NONE, .name = "newer.txt" };

  return apo_article_new (text, &info);
}

static ApoItem *
get_item (ApoDossier *dossier,
          ApoItemType type,
          guint       position)
{
  g_autoptr (ApoItem) item = g_list_model_get_item (apo_dossier_get_items (dossier, type), position);

  return item;
}

static GBytes *
take_state (ApoDossier *dossier)
{
  gint64 counter = apo_dossier_get_counter (dossier);
  GBytes *bytes;

  apo_dossier_set_counter (dossier, 0);
  bytes = apo_dossier_file_serialize (dossier);
  apo_dossier_set_counter (dossier, counter);

  return bytes;
}

static void
assert_same (GBytes *a,
             GBytes *b)
{
  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL),
                   g_bytes_get_size (b));
}

static ApoDossier *
reload (GBytes *bytes)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  ApoDossier *dossier = apo_dossier_file_parse (bytes, "x", &problems, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);

  return dossier;
}

static void
assert_text (ApoDossier *dossier,
             ApoItem    *item,
             const char *expected)
{
  g_autofree char *text = apo_dossier_dup_item_text (dossier, item);

  g_assert_cmpstr (text, ==, expected);
}

static void
replace (ApoHistory *history,
         ApoArticle *newer)
{
  g_autoptr (ApoReanchor) reanchor = apo_reanchor_new (apo_history_get_dossier (history), newer);
  ApoCommand *command;

  apo_reanchor_run (reanchor, NULL);
  command = apo_reanchor_apply (reanchor);
  g_assert_nonnull (command);
  g_assert_true (apo_history_execute (history, command));
}

static void
test_replace (void)
{
  g_autoptr (ApoDossier) dossier = make_dossier ();
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autoptr (ApoArticle) newer = make_article (newer_text);
  ApoArticle *old = apo_dossier_get_article (dossier);
  ApoClaim *changed = APO_CLAIM (get_item (dossier, APO_ITEM_CLAIM, 0));
  ApoClaim *lost = APO_CLAIM (get_item (dossier, APO_ITEM_CLAIM, 2));
  ApoClaim *same = APO_CLAIM (get_item (dossier, APO_ITEM_CLAIM, 1));
  g_autofree char *was = NULL;
  ApoSpan span;

  apo_edit_set_verdict (history, changed, APO_VERDICT_VERIFIED, "Ada");
  apo_edit_set_verdict (history, same, APO_VERDICT_REFUTED, "Ada");
  replace (history, newer);

  g_assert_true (apo_dossier_get_article (dossier) != old);
  g_assert_cmpuint (apo_article_get_number (apo_dossier_get_article (dossier)), ==, 1);
  g_assert_cmpuint (apo_article_get_number (old), ==, 2);
  g_assert_cmpstr (apo_article_get_replaced_by (old), ==,
                   apo_item_get_id (APO_ITEM (apo_dossier_get_article (dossier))));

  assert_text (dossier, APO_ITEM (changed), "les quais \"tiendront dix ans\"");
  g_assert_cmpint (apo_claim_get_anchor (changed), ==, APO_ANCHOR_CHANGED);
  g_assert_cmpint (apo_claim_get_verdict (changed), ==, APO_VERDICT_VERIFIED);
  g_assert_cmpint (apo_claim_get_status (changed), ==, APO_STATUS_REVIEW_AGAIN);
  was = apo_reanchor_dup_old_text (dossier, APO_ITEM (changed));
  g_assert_cmpstr (was, ==, "les quais « tiendront cent ans »");

  assert_text (dossier, APO_ITEM (same), "la digue aurait cédé dès\u00A0mardi");
  g_assert_cmpint (apo_claim_get_anchor (same), ==, APO_ANCHOR_PLACED);
  g_assert_cmpint (apo_claim_get_status (same), ==, APO_STATUS_DONE);

  assert_text (dossier, APO_ITEM (lost), "Nous n’avons rien promis");
  g_assert_cmpint (apo_claim_get_anchor (lost), ==, APO_ANCHOR_LOST);
  g_assert_false (apo_dossier_get_item_span (dossier, APO_ITEM (lost), &span));
  assert_text (dossier, get_item (dossier, APO_ITEM_EVENT, 0),
               "Oslo et Lisbonne ont signé un accord");
  assert_text (dossier, get_item (dossier, APO_ITEM_TIME, 0), "Le 3 mai 2024");
}

/* Whether an item is among what is to be placed. */
static gboolean
is_listed (ApoDossier  *dossier,
           ApoItem     *item,
           ApoUnplaced *found)
{
  g_autoptr (GArray) unplaced = apo_reanchor_list_unplaced (dossier);

  for (guint i = 0; i < unplaced->len; i++)
    {
      *found = g_array_index (unplaced, ApoUnplaced, i);
      if (found->item == item)
        return TRUE;
    }

  return FALSE;
}

static void
test_list (void)
{
  g_autoptr (ApoDossier) dossier = make_dossier ();
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autoptr (ApoArticle) newer = make_article (newer_text);
  ApoArticle *old = apo_dossier_get_article (dossier);
  ApoItem *lost = get_item (dossier, APO_ITEM_CLAIM, 2);
  ApoItem *same = get_item (dossier, APO_ITEM_CLAIM, 1);
  g_autoptr (GPtrArray) none = apo_reanchor_list_versions (dossier);
  g_autoptr (GPtrArray) versions = NULL;
  const ApoSpan span = { 0, 14 };
  g_autofree char *words = NULL;
  ApoUnplaced entry;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (is_listed (dossier, lost, &entry));
  replace (history, newer);
  versions = apo_reanchor_list_versions (dossier);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_true (versions->pdata[0] == old);

  g_assert_false (is_listed (dossier, same, &entry));
  g_assert_true (is_listed (dossier, lost, &entry));
  g_assert_true (entry.article == old);
  g_assert_cmpint (entry.anchor, ==, APO_ANCHOR_LOST);
  words = apo_text_dup_slice (apo_article_get_text (old), entry.span);
  g_assert_cmpstr (words, ==, "Nous n’avons rien promis");

  apo_reanchor_attach (history, lost, &span, 1);
  g_assert_false (is_listed (dossier, lost, &entry));
  apo_history_undo (history);
  g_assert_true (is_listed (dossier, lost, &entry));
  apo_history_undo (history);
  g_assert_false (is_listed (dossier, lost, &entry));
}

static void
test_attach (void)
{
  g_autoptr (ApoDossier) dossier = make_dossier ();
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autoptr (ApoArticle) newer = make_article (newer_text);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ApoDossier) again = NULL;
  ApoClaim *lost = APO_CLAIM (get_item (dossier, APO_ITEM_CLAIM, 2));
  ApoClaim *changed = APO_CLAIM (get_item (dossier, APO_ITEM_CLAIM, 0));
  const ApoSpan span = { 0, 14 };

  replace (history, newer);
  apo_reanchor_attach (history, APO_ITEM (lost), &span, 1);
  assert_text (dossier, APO_ITEM (lost), "Le port rouvre");
  g_assert_cmpint (apo_claim_get_anchor (lost), ==, APO_ANCHOR_CHANGED);
  apo_reanchor_confirm (history, APO_ITEM (lost));
  g_assert_cmpint (apo_claim_get_anchor (lost), ==, APO_ANCHOR_PLACED);
  apo_reanchor_confirm (history, APO_ITEM (changed));
  apo_reanchor_attach_mention (history, APO_ACTOR (get_item (dossier, APO_ITEM_ACTOR, 0)), 0, span);
  bytes = apo_dossier_file_serialize (dossier);
  again = reload (bytes);

  for (guint i = 0; i < 4; i++)
    apo_history_undo (history);
  g_assert_cmpint (apo_claim_get_anchor (lost), ==, APO_ANCHOR_LOST);
  assert_text (dossier, APO_ITEM (lost), "Nous n’avons rien promis");
}

/* What was lost comes back with the next version. */
static void
test_second_time (void)
{
  g_autoptr (ApoDossier) dossier = make_dossier ();
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autoptr (ApoArticle) newer = make_article (newer_text);
  g_autoptr (ApoArticle) first = apo_sample_article_new ();
  ApoClaim *lost = APO_CLAIM (get_item (dossier, APO_ITEM_CLAIM, 2));
  ApoSpan span;

  replace (history, newer);
  replace (history, first);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (dossier, APO_ITEM_ARTICLE)),
                    ==, 3);
  g_assert_true (apo_dossier_get_item_span (dossier, APO_ITEM (lost), &span));
  g_assert_cmpint (apo_claim_get_anchor (lost), ==, APO_ANCHOR_PLACED);
  assert_text (dossier, APO_ITEM (lost), "Nous n’avons rien promis");
}

/* An older version of which nothing has a place is left alone. */
static void
test_nowhere (void)
{
  g_autoptr (ApoDossier) dossier = make_dossier ();
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autoptr (ApoArticle) newer = make_article (newer_text);
  g_autoptr (ApoArticle) first = apo_sample_article_new ();
  ApoItem *event = get_item (dossier, APO_ITEM_EVENT, 0);
  const char *old = apo_item_get_id (APO_ITEM (apo_dossier_get_article (dossier)));
  ApoCommand *command = apo_command_new ("x");

  replace (history, newer);
  apo_command_remove_item (command, get_item (dossier, APO_ITEM_CLAIM, 2));
  apo_command_set_field (command, event, APO_EVENT_FIELD_ARTICLE, g_variant_new_string (old));
  apo_command_set_field (command, event, APO_EVENT_FIELD_SPAN,
                         g_variant_new_array (G_VARIANT_TYPE ("(uu)"), NULL, 0));
  g_assert_true (apo_history_execute (history, command));
  replace (history, first);
  g_assert_true (get_item (dossier, APO_ITEM_EVENT, 0) == event);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (dossier, APO_ITEM_ARTICLE)),
                    ==, 3);
}

static void
finished_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (apo_reanchor_run_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

/* In a thread; and what changed meanwhile is noticed. */
static void
test_thread (void)
{
  g_autoptr (ApoDossier) dossier = make_dossier ();
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autoptr (ApoArticle) newer = make_article (newer_text);
  g_autoptr (ApoReanchor) reanchor = apo_reanchor_new (dossier, newer);
  g_autoptr (ApoCommand) none = NULL;
  ApoCommand *command = apo_command_new ("remove");
  gboolean finished = FALSE;
  ApoSpan span = { 0, 7 };

  apo_reanchor_run_async (reanchor, NULL, finished_cb, &finished);
  while (!finished)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (apo_reanchor_count (reanchor, APO_PLACE_FOUND), >, 0);
  g_assert_cmpuint (apo_reanchor_count (reanchor, APO_PLACE_LOST), >, 0);
  for (guint i = 0; i < apo_reanchor_get_n_targets (reanchor); i++)
    {
      g_autofree char *was = apo_reanchor_dup_old_words (reanchor, i);
      g_autofree char *is = apo_reanchor_dup_new_words (reanchor, i);

      g_assert_cmpstr (was, !=, "");
      g_test_message ("%s → %s", was, is);
    }
  apo_reanchor_settle (reanchor, 0, &span);
  g_assert_cmpint (apo_reanchor_get_target (reanchor, 0)->place.state, ==, APO_PLACE_MOVED);
  apo_reanchor_settle (reanchor, 0, NULL);
  g_assert_cmpint (apo_reanchor_get_target (reanchor, 0)->place.state, ==, APO_PLACE_LOST);

  apo_command_remove_item (command, get_item (dossier, APO_ITEM_CLAIM, 2));
  apo_history_execute (history, command);
  none = apo_reanchor_apply (reanchor);
  g_assert_null (none);
}

/* Any dossier, any edits: nothing goes, and all of it is one step that can be undone, written down
 * and replayed. */
static void
check_edits (guint32     seed,
             ApoEditKind kind)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (seed);
  g_autoptr (GBytes) opening = apo_dossier_file_serialize (dossier);
  g_autoptr (ApoDossier) copy = reload (opening);
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autoptr (GBytes) start = take_state (dossier);
  g_autoptr (GArray) chars =
    apo_edited_text_new (apo_article_get_text (apo_dossier_get_article (dossier)), kind, rand);
  g_autoptr (ApoText) text = apo_edited_text_join (chars);
  g_autoptr (ApoArticle) newer = make_article (apo_text_get_string (text));
  g_autoptr (ApoReanchor) reanchor = apo_reanchor_new (dossier, newer);
  ApoCommand *command;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (ApoCommand) replayed = NULL;
  g_autoptr (GBytes) end = NULL;
  g_autoptr (GBytes) end_again = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (ApoDossier) again = NULL;

  apo_reanchor_run (reanchor, NULL);
  command = apo_reanchor_apply (reanchor);
  g_assert_true (apo_history_execute (history, command));
  variant = g_variant_ref_sink (apo_command_to_variant (command));
  end = take_state (dossier);
  again = reload (end);
  end_again = take_state (again);
  assert_same (end, end_again);
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (dossier, type)), ==,
                      g_list_model_get_n_items (apo_dossier_get_items (copy, type)));

  apo_history_undo (history);
  undone = take_state (dossier);
  assert_same (start, undone);
  apo_history_redo (history);
  redone = take_state (dossier);
  assert_same (end, redone);

  replayed = apo_command_new_from_variant (variant);
  g_assert_true (apo_command_execute (replayed, copy));
  other = take_state (copy);
  assert_same (end, other);
}

static void
test_edits (void)
{
  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    for (guint kind = 0; kind < APO_N_EDIT_KINDS; kind++)
      check_edits (seed, kind);
}

/* A note on a passage goes with it; one on an item, or on nothing, stays with that. */
static void
test_notes (void)
{
  g_autoptr (ApoDossier) dossier = make_dossier ();
  g_autoptr (ApoHistory) history = apo_history_new (dossier);
  g_autoptr (ApoArticle) newer = make_article (newer_text);
  ApoItem *same = get_item (dossier, APO_ITEM_CLAIM, 1);
  ApoItem *on_span, *on_item;
  g_autofree char *before = apo_dossier_dup_item_text (dossier, same);
  g_autofree char *after = NULL;
  guint n;
  ApoSpan span = apo_claim_get_content (APO_CLAIM (same), &n)[0];

  on_span = APO_ITEM (apo_edit_add_note_on_span (history, span, "Là", NULL));
  on_item = APO_ITEM (apo_edit_add_note (history, same, "Lui", NULL));
  replace (history, newer);
  after = apo_text_dup_slice (apo_article_get_text (apo_dossier_get_article (dossier)),
                              apo_note_get_span (APO_NOTE (on_span)));
  g_assert_cmpstr (before, ==, "la digue aurait cédé dès mardi");
  g_assert_cmpstr (after, ==, "la digue aurait cédé dès\u00A0mardi");
  g_assert_true (apo_dossier_get_item_article (dossier, on_span)
                 == apo_dossier_get_article (dossier));
  g_assert_cmpstr (apo_note_get_target (APO_NOTE (on_item)), ==, apo_item_get_id (same));
  apo_history_undo (history);
  g_assert_true (apo_span_equal (apo_note_get_span (APO_NOTE (on_span)), span));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reanchor/replace", test_replace);
  g_test_add_func ("/reanchor/list", test_list);
  g_test_add_func ("/reanchor/attach", test_attach);
  g_test_add_func ("/reanchor/second-time", test_second_time);
  g_test_add_func ("/reanchor/nowhere", test_nowhere);
  g_test_add_func ("/reanchor/thread", test_thread);
  g_test_add_func ("/reanchor/edits", test_edits);
  g_test_add_func ("/reanchor/notes", test_notes);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-adopt.h"
#include "apo-command-private.h"
#include "apo-dossier-file.h"
#include "apo-edit.h"
#include "apo-merge.h"
#include "apo-sample-dossier.h"

#include <string.h>

#define N_SEEDS 120

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

/* A copy that went through a file, which leaves out what makes no sense; with a tag of its own,
 * unless @replica is NULL. */
static ApoDossier *
mend_dossier (ApoDossier *dossier,
              const char *replica,
              guint      *n_problems)
{
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (dossier);
  g_autofree char *string = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GBytes) tagged = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  ApoDossier *copy;

  if (replica != NULL)
    memcpy (strstr (string, "\"replica\": \"") + strlen ("\"replica\": \""), replica,
            strlen (replica));
  tagged = g_bytes_new (string, strlen (string));
  copy = apo_dossier_file_parse (tagged, "x", &problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) problems->pdata[i]);
  *n_problems = problems->len;

  return copy;
}

static ApoDossier *
copy_dossier (ApoDossier *dossier,
              const char *replica)
{
  guint n_problems;
  ApoDossier *copy = mend_dossier (dossier, replica, &n_problems);

  g_assert_cmpuint (n_problems, ==, 0);

  return copy;
}

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

static void
set_string (ApoHistory *history,
            ApoItem    *item,
            guint       field,
            const char *string)
{
  ApoCommand *command = apo_command_new ("set");

  apo_command_set_field (command, item, field, g_variant_new_string (string));
  apo_history_execute (history, command);
}

/* Merges with all conflicts settled for one side; returns how many there were. */
static guint
merge (ApoHistory  *mine,
       ApoDossier  *theirs,
       ApoDossier  *base,
       ApoMergeSide side,
       gboolean    *changed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoMerge) plan = apo_merge_prepare (apo_history_get_dossier (mine), theirs, base,
                                                 "copy", &error);
  guint n_conflicts;

  g_assert_no_error (error);
  n_conflicts = apo_merge_get_n_conflicts (plan);
  g_assert_cmpuint (apo_merge_get_n_unsettled (plan), ==, n_conflicts);
  for (guint i = 0; i < n_conflicts; i++)
    apo_merge_settle (plan, i, side);
  *changed = apo_history_execute (mine, apo_merge_apply (plan));

  return n_conflicts;
}

static void
test_verdicts (void)
{
  g_autoptr (ApoDossier) base = make_dossier ();
  g_autoptr (ApoDossier) mine = copy_dossier (base, NULL);
  g_autoptr (ApoDossier) theirs = copy_dossier (base, NULL);
  g_autoptr (ApoHistory) my_history = apo_history_new (mine);
  g_autoptr (ApoHistory) their_history = apo_history_new (theirs);
  ApoClaim *both = APO_CLAIM (get_item (mine, APO_ITEM_CLAIM, 0));
  ApoClaim *only = APO_CLAIM (get_item (mine, APO_ITEM_CLAIM, 1));
  g_autoptr (ApoMerge) plan = NULL;
  const ApoMergeConflict *conflict;

  apo_edit_set_verdict (my_history, both, APO_VERDICT_VERIFIED, "Ada");
  set_string (my_history, APO_ITEM (both), APO_CLAIM_FIELD_REASON, "seen");
  apo_edit_set_verdict (their_history, APO_CLAIM (get_item (theirs, APO_ITEM_CLAIM, 0)),
                        APO_VERDICT_REFUTED, "Bob");
  set_string (their_history, get_item (theirs, APO_ITEM_CLAIM, 0), APO_CLAIM_FIELD_REASON, "heard");
  apo_edit_set_verdict (their_history, APO_CLAIM (get_item (theirs, APO_ITEM_CLAIM, 1)),
                        APO_VERDICT_MIXED, "Bob");

  plan = apo_merge_prepare (mine, theirs, base, "Bob’s copy", NULL);
  g_assert_cmpuint (apo_merge_get_n_conflicts (plan), ==, 1);
  conflict = apo_merge_get_conflict (plan, 0);
  g_assert_cmpstr (conflict->key, ==, "verdict");
  g_assert_cmpstr (conflict->label, ==, "les quais « tiendront cent ans »");
  g_assert_cmpstr (conflict->mine, ==, "Verified");
  g_assert_cmpstr (conflict->theirs, ==, "Refuted");
  g_assert_cmpstr (conflict->base, ==, "Not assessed");
  g_assert_cmpuint (apo_merge_get_n_changes (plan), >, 0);
  apo_merge_settle (plan, 0, APO_MERGE_THEIRS);
  g_assert_cmpuint (apo_merge_get_n_unsettled (plan), ==, 0);
  g_assert_true (apo_history_execute (my_history, apo_merge_apply (plan)));
  g_assert_cmpstr (apo_history_get_undo_name (my_history), ==, "Merge from “Bob’s copy”");

  g_assert_cmpint (apo_claim_get_verdict (both), ==, APO_VERDICT_REFUTED);
  g_assert_cmpstr (apo_claim_get_reason (both), ==, "heard\n\nseen");
  g_assert_cmpuint (g_variant_n_children (apo_item_get_value (APO_ITEM (both),
                                                              APO_CLAIM_FIELD_LOG)), ==, 2);
  g_assert_cmpint (apo_claim_get_verdict (only), ==, APO_VERDICT_MIXED);
  apo_history_undo (my_history);
  g_assert_cmpint (apo_claim_get_verdict (both), ==, APO_VERDICT_VERIFIED);
  g_assert_cmpint (apo_claim_get_verdict (only), ==, APO_VERDICT_NONE);
}

/* What both wrote beside a claim is there, in whichever way they are merged. */
static void
test_written (gconstpointer data)
{
  gboolean three_way = GPOINTER_TO_INT (data);
  g_autoptr (ApoDossier) base = make_dossier ();
  g_autoptr (ApoHistory) base_history = apo_history_new (base);
  ApoSourceInfo info = { .title = "Registre", .consulted = APO_DAY_NONE };
  g_autoptr (ApoDossier) mine = NULL;
  g_autoptr (ApoDossier) theirs = NULL;
  g_autoptr (ApoHistory) my_history = NULL;
  g_autoptr (ApoHistory) their_history = NULL;
  ApoItem *claim;
  gboolean changed;

  apo_edit_set_verdict (base_history, APO_CLAIM (get_item (base, APO_ITEM_CLAIM, 0)),
                        APO_VERDICT_VERIFIED, "Ada");
  apo_edit_add_note (base_history, get_item (base, APO_ITEM_CLAIM, 0), "Vu", "Ada");
  mine = copy_dossier (base, NULL);
  theirs = copy_dossier (base, "qqqqq");
  my_history = apo_history_new (mine);
  their_history = apo_history_new (theirs);

  claim = get_item (mine, APO_ITEM_CLAIM, 0);
  apo_edit_add_source (my_history, APO_CLAIM (claim), &info);
  apo_edit_set_reason (my_history, APO_CLAIM (claim), "Relu");
  claim = get_item (theirs, APO_ITEM_CLAIM, 0);
  info.stance = APO_SOURCE_CONTRADICTS;
  info.title = "Journal";
  apo_edit_add_source (their_history, APO_CLAIM (claim), &info);
  apo_edit_add_note (their_history, NULL, "À suivre", "Bob");
  apo_edit_set_note_text (their_history, APO_NOTE (get_item (theirs, APO_ITEM_NOTE, 0)),
                          "Vu de loin");
  apo_edit_add_link (their_history, APO_CLAIM (claim),
                     APO_CLAIM (get_item (theirs, APO_ITEM_CLAIM, 1)), APO_LINK_CONTRADICTS);

  g_assert_cmpuint (merge (my_history, theirs, three_way ? base : NULL, APO_MERGE_MINE, &changed),
                    ==, 0);
  g_assert_true (changed);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (mine, APO_ITEM_SOURCE)), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (mine, APO_ITEM_LINK)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (mine, APO_ITEM_NOTE)), ==, 2);
  g_assert_cmpstr (apo_note_get_text (APO_NOTE (get_item (mine, APO_ITEM_NOTE, 0))), ==,
                   "Vu de loin");
  claim = get_item (mine, APO_ITEM_CLAIM, 0);
  g_assert_cmpuint (g_variant_n_children (apo_item_get_value (claim, APO_CLAIM_FIELD_LOG)), ==, 1);
  g_assert_cmpstr (apo_claim_get_reason (APO_CLAIM (claim)), ==, "Relu");
}

/* Without a base: what was never set gives way, and a log that goes on from the other is newer. */
static void
test_two_ways (void)
{
  g_autoptr (ApoDossier) base = make_dossier ();
  g_autoptr (ApoHistory) base_history = apo_history_new (base);
  g_autoptr (ApoDossier) mine = NULL;
  g_autoptr (ApoDossier) theirs = NULL;
  g_autoptr (ApoHistory) my_history = NULL;
  g_autoptr (ApoHistory) their_history = NULL;
  gboolean changed;

  apo_edit_set_verdict (base_history, APO_CLAIM (get_item (base, APO_ITEM_CLAIM, 0)),
                        APO_VERDICT_MIXED, "Ada");
  mine = copy_dossier (base, NULL);
  theirs = copy_dossier (base, "yyyyy");
  my_history = apo_history_new (mine);
  their_history = apo_history_new (theirs);
  apo_edit_set_verdict (their_history, APO_CLAIM (get_item (theirs, APO_ITEM_CLAIM, 0)),
                        APO_VERDICT_VERIFIED, "Bob");
  set_string (their_history, get_item (theirs, APO_ITEM_EVENT, 0), APO_EVENT_FIELD_LABEL, "pacte");

  g_assert_cmpuint (merge (my_history, theirs, NULL, APO_MERGE_THEIRS, &changed), ==, 1);
  g_assert_true (changed);
  g_assert_cmpint (apo_claim_get_verdict (APO_CLAIM (get_item (mine, APO_ITEM_CLAIM, 0))), ==,
                   APO_VERDICT_VERIFIED);
  g_assert_cmpstr (apo_event_get_label (APO_EVENT (get_item (mine, APO_ITEM_EVENT, 0))), ==,
                   "pacte");
}

/* Two dossiers that were made apart of the same text. */
static void
test_made_apart (void)
{
  g_autoptr (ApoDossier) mine = make_dossier ();
  g_autoptr (ApoDossier) theirs = apo_dossier_new ("yyyyy");
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();
  g_autoptr (ApoHistory) history = apo_history_new (mine);
  g_autoptr (ApoHistory) their_history = apo_history_new (theirs);
  guint n_claims = g_list_model_get_n_items (apo_dossier_get_items (mine, APO_ITEM_CLAIM));
  gboolean changed;

  apo_dossier_insert (theirs, APO_ITEM (article), 0);
  apo_adopt_as_opening (theirs, article, findings);
  apo_edit_set_verdict (their_history, APO_CLAIM (get_item (theirs, APO_ITEM_CLAIM, 2)),
                        APO_VERDICT_REFUTED, "Bob");
  g_assert_cmpuint (merge (history, theirs, NULL, APO_MERGE_MINE, &changed), ==, 0);
  g_assert_true (changed);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (mine, APO_ITEM_CLAIM)), ==,
                    n_claims);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (mine, APO_ITEM_ARTICLE)), ==,
                    1);
  g_assert_cmpint (apo_claim_get_verdict (APO_CLAIM (get_item (mine, APO_ITEM_CLAIM, 2))), ==,
                   APO_VERDICT_REFUTED);
}

/* Both copies gave the same id to different claims: both stay. */
static void
test_same_id (void)
{
  g_autoptr (ApoDossier) base = make_dossier ();
  g_autoptr (ApoDossier) mine = copy_dossier (base, NULL);
  g_autoptr (ApoDossier) theirs = copy_dossier (base, NULL);
  ApoDossier *copies[] = { mine, theirs };
  g_autoptr (ApoHistory) history = apo_history_new (mine);
  gboolean changed;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ApoItem) claim = apo_item_new (APO_ITEM_CLAIM, NULL);
      ApoSpan span = { 2 + 20 * i, 9 + 20 * i };

      apo_item_set_value (claim, APO_CLAIM_FIELD_CONTENT,
                          g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1,
                                                     sizeof span));
      apo_dossier_insert (copies[i], claim, G_MAXUINT);
    }
  g_assert_cmpuint (merge (history, theirs, base, APO_MERGE_MINE, &changed), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (mine, APO_ITEM_CLAIM)), ==, 5);
}

/* A copy that goes on from what is here is known as such, and so is one that came in before. */
static void
test_ancestors (void)
{
  g_autoptr (ApoDossier) mine = make_dossier ();
  g_autofree char *hash = apo_merge_dup_hash (mine);
  g_autoptr (ApoDossier) theirs = copy_dossier (mine, NULL);
  g_autoptr (ApoDossier) again = NULL;
  g_autoptr (ApoHistory) my_history = apo_history_new (mine);
  g_autoptr (ApoHistory) their_history = apo_history_new (theirs);
  g_auto (GStrv) same = apo_merge_find_bases (mine, theirs);
  g_auto (GStrv) bases = NULL;
  g_auto (GStrv) newest = NULL;
  ApoItem *event = get_item (theirs, APO_ITEM_EVENT, 0);
  gboolean changed;

  g_assert_cmpstr (same[0], ==, hash);
  apo_dossier_add_ancestor (theirs, hash);
  apo_dossier_add_ancestor (theirs, hash);
  g_assert_cmpuint (g_strv_length ((char **) apo_dossier_get_ancestors (theirs)), ==, 1);
  set_string (their_history, event, APO_EVENT_FIELD_LABEL, "pacte");
  bases = apo_merge_find_bases (mine, theirs);
  g_assert_cmpstrv (bases, ((const char *[]) { hash, NULL }));

  /* no conflict: they went on from this */
  g_assert_cmpuint (merge (my_history, theirs, NULL, APO_MERGE_MINE, &changed), ==, 0);
  g_assert_true (changed);
  g_assert_cmpstr (apo_event_get_label (APO_EVENT (get_item (mine, APO_ITEM_EVENT, 0))), ==,
                   "pacte");
  g_assert_cmpuint (merge (my_history, theirs, NULL, APO_MERGE_MINE, &changed), ==, 0);
  g_assert_false (changed);

  again = copy_dossier (theirs, NULL);
  g_assert_cmpstr (apo_dossier_get_ancestors (again)[0], ==, hash);
  newest = apo_merge_find_bases (mine, again);
  g_assert_cmpuint (g_strv_length (newest), ==, 1);
  g_assert_cmpstr (newest[0], !=, hash);
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *other = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) &i,
                                                            sizeof i);

      apo_dossier_add_ancestor (theirs, other);
    }
  g_assert_cmpuint (g_strv_length ((char **) apo_dossier_get_ancestors (theirs)), ==, 64);
}

static void
test_other_text (void)
{
  g_autoptr (ApoDossier) mine = make_dossier ();
  g_autoptr (ApoDossier) theirs = apo_dossier_new (NULL);
  g_autoptr (ApoText) text = apo_text_new ("Autre chose.\n", -1);
  ApoArticleInfo info = { .date = APO_DAY_NONE };
  g_autoptr (ApoArticle) article = apo_article_new (text, &info);
  g_autoptr (GError) error = NULL;

  apo_dossier_insert (theirs, APO_ITEM (article), 0);
  g_assert_null (apo_merge_prepare (mine, theirs, NULL, "b.apostille", &error));
  g_assert_error (error, APO_MERGE_ERROR, APO_MERGE_ERROR_OTHER_ARTICLE);
  g_assert_nonnull (strstr (error->message, "b.apostille"));
}

/* A copy in which the text was replaced is one all the same, and the sentence says what to do. */
static void
test_newer_text (void)
{
  g_autoptr (ApoDossier) mine = make_dossier ();
  g_autoptr (ApoDossier) theirs = apo_dossier_new (apo_dossier_get_replica (mine));
  g_autoptr (ApoText) text = apo_text_new ("Autre chose.\n", -1);
  ApoArticleInfo info = { .date = APO_DAY_NONE };
  g_autoptr (ApoArticle) article = apo_article_new (text, &info);
  g_autoptr (GError) error = NULL;

  apo_dossier_insert (theirs, APO_ITEM (article), 0);
  g_assert_null (apo_merge_prepare (mine, theirs, NULL, "b.apostille", &error));
  g_assert_error (error, APO_MERGE_ERROR, APO_MERGE_ERROR_OTHER_TEXT);
  g_assert_nonnull (strstr (error->message, "“Replace the Article’s Text”"));
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All that a dossier says, whatever the order of its lists, and not what it was made of. */
static char *
describe (ApoDossier *dossier)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    for (guint i = 0; i < g_list_model_get_n_items (apo_dossier_get_items (dossier, type)); i++)
      {
        ApoItem *item = get_item (dossier, type, i);
        guint n_fields;
        const ApoField *fields = apo_item_get_fields (item, &n_fields);

        for (guint j = 0; j < n_fields; j++)
          {
            g_autofree char *value = g_variant_print (apo_item_get_value (item, j), FALSE);

            if (!APO_IS_ARTICLE (item) || j != APO_ARTICLE_FIELD_MERGED)
              g_ptr_array_add (lines, g_strdup_printf ("%s %s %s", apo_item_get_id (item),
                                                       fields[j].key, value));
          }
      }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static gboolean
has_all_items (ApoDossier *dossier,
               ApoDossier *of)
{
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    for (guint i = 0; i < g_list_model_get_n_items (apo_dossier_get_items (of, type)); i++)
      {
        const char *id = apo_item_get_id (get_item (of, type, i));

        if (g_str_has_prefix (id, "yyyyy") && apo_dossier_lookup (dossier, id) == NULL)
          return FALSE;
      }

  return TRUE;
}

/* No line of a log of theirs is missing, of claims that both had from the beginning. */
static void
check_logs (ApoDossier *merged,
            ApoDossier *theirs,
            ApoDossier *base)
{
  for (guint i = 0; i < g_list_model_get_n_items (apo_dossier_get_items (theirs, APO_ITEM_CLAIM)); i++)
    {
      ApoItem *claim = get_item (theirs, APO_ITEM_CLAIM, i);
      ApoItem *same = apo_dossier_lookup (merged, apo_item_get_id (claim));
      GVariant *log = apo_item_get_value (claim, APO_CLAIM_FIELD_LOG);
      g_autofree char *all = NULL;

      if (same == NULL || apo_dossier_lookup (base, apo_item_get_id (claim)) == NULL)
        continue;
      all = g_variant_print (apo_item_get_value (same, APO_CLAIM_FIELD_LOG), FALSE);
      for (gsize j = 0; j < g_variant_n_children (log); j++)
        {
          g_autoptr (GVariant) line = g_variant_get_child_value (log, j);
          g_autofree char *printed = g_variant_print (line, FALSE);

          g_assert_nonnull (strstr (all, printed));
        }
    }
}

/* Another copy on which somebody worked. */
static ApoDossier *
work_on (ApoDossier *base,
         const char *replica,
         GRand      *rand)
{
  g_autoptr (ApoDossier) copy = copy_dossier (base, replica);
  g_autoptr (ApoHistory) history = apo_history_new (copy);
  guint n_problems;

  for (guint n = g_rand_int_range (rand, 0, 12); n > 0; n--)
    apo_history_execute (history, apo_sample_command_new (copy, rand));

  return mend_dossier (copy, NULL, &n_problems);
}

/* What must be so of one merge, whatever the copies are. */
static void
check_merge (ApoHistory  *history,
             ApoDossier  *theirs,
             ApoDossier  *base,
             ApoMergeSide side)
{
  ApoDossier *mine = apo_history_get_dossier (history);
  g_autoptr (ApoDossier) start_copy = copy_dossier (mine, NULL);
  g_autoptr (GBytes) start = take_state (mine);
  g_autoptr (GBytes) end = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  g_autoptr (GBytes) loaded = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (ApoCommand) replayed = NULL;
  g_autoptr (ApoDossier) again = NULL;
  g_autoptr (ApoMerge) plan = apo_merge_prepare (mine, theirs, base, "copy", NULL);
  ApoCommand *command;
  gboolean changed;

  for (guint i = 0; i < apo_merge_get_n_conflicts (plan); i++)
    apo_merge_settle (plan, i, side);
  command = apo_merge_apply (plan);
  if (!apo_history_execute (history, command))
    return;
  variant = g_variant_ref_sink (apo_command_to_variant (command));
  end = take_state (mine);
  if (base != NULL)
    check_logs (mine, theirs, base);

  again = copy_dossier (mine, NULL);
  loaded = take_state (again);
  assert_same (end, loaded);
  apo_history_undo (history);
  undone = take_state (mine);
  assert_same (start, undone);
  apo_history_redo (history);
  redone = take_state (mine);
  assert_same (end, redone);
  replayed = apo_command_new_from_variant (variant);
  g_assert_true (apo_command_execute (replayed, start_copy));
  other = take_state (start_copy);
  assert_same (end, other);

  /* as a recovery does it, and back */
  g_assert_true (apo_command_replay (replayed, start_copy, FALSE));
  g_assert_true (apo_command_replay (replayed, start_copy, TRUE));
  g_clear_pointer (&other, g_bytes_unref);
  other = take_state (start_copy);
  assert_same (end, other);

  g_assert_cmpuint (merge (history, theirs, base, side, &changed), ==, 0);
  g_assert_false (changed);
}

/* What a later version has written into an item that both have is united, as everything else is. */
static void
test_extra (void)
{
  static const struct {
    const char *mine;
    const char *theirs;
    const char *base;
    const char *both;
  } rows[] = {
    { "{\"a\": 1}", "{\"b\": 2}", NULL, "{\"a\": 1, \"b\": 2}" },
    { "{\"b\": 1}", "{\"a\": [true], \"b\": 2}", NULL, "{\"a\": [true], \"b\": 1}" },
    { "{\"b\": 1}", "{\"b\": 2}", "{\"b\": 1}", "{\"b\": 2}" },
    { "{\"b\": 1}", "{\"b\": 2}", "{\"b\": 2}", "{\"b\": 1}" },
    { "{\"a\": 1, \"b\": 1}", "{\"b\": 1}", "{\"a\": 1, \"b\": 1}", "{\"b\": 1}" },
    { "{\"a\": 1}", NULL, "{\"a\": 1}", NULL },
    { NULL, "{\"a\": {\"x\": null}}", NULL, "{\"a\": {\"x\": null}}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ApoDossier) base = make_dossier ();
      g_autoptr (ApoDossier) mine = NULL;
      g_autoptr (ApoDossier) theirs = NULL;
      g_autoptr (ApoHistory) history = NULL;

      apo_item_set_extra (get_item (base, APO_ITEM_CLAIM, 1), rows[i].base);
      mine = copy_dossier (base, NULL);
      theirs = copy_dossier (base, "yyyyy");
      history = apo_history_new (mine);
      apo_item_set_extra (get_item (mine, APO_ITEM_CLAIM, 1), rows[i].mine);
      apo_item_set_extra (get_item (theirs, APO_ITEM_CLAIM, 1), rows[i].theirs);
      check_merge (history, theirs, base, APO_MERGE_MINE);
      g_assert_cmpstr (apo_item_get_extra (get_item (mine, APO_ITEM_CLAIM, 1)), ==, rows[i].both);
    }
}

static void
test_properties (gconstpointer data)
{
  const char *replica = data;
  guint n_agreed = 0;

  for (guint32 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (ApoDossier) sample = apo_sample_dossier_new (seed);
      guint n_problems;
      g_autoptr (ApoDossier) base = mend_dossier (sample, NULL, &n_problems);
      g_autoptr (ApoDossier) a = work_on (base, NULL, rand);
      g_autoptr (ApoDossier) b = work_on (base, replica, rand);
      g_autoptr (ApoHistory) a_history = apo_history_new (a);
      g_autoptr (ApoHistory) b_history = apo_history_new (b);
      g_autoptr (ApoDossier) a_before = NULL;
      g_autoptr (ApoDossier) b_before = NULL;
      g_autofree char *a_said = NULL;
      g_autofree char *b_said = NULL;
      gboolean changed;
      ApoDossier *known = seed % 4 == 3 ? NULL : base;

      a_before = copy_dossier (a, NULL);
      b_before = copy_dossier (b, NULL);
      g_assert_cmpuint (merge (a_history, a_before, known, APO_MERGE_MINE, &changed), ==, 0);
      g_assert_false (changed);

      check_merge (a_history, b_before, known, APO_MERGE_MINE);
      check_merge (b_history, a_before, known, APO_MERGE_THEIRS);
      if (replica == NULL || known == NULL || !has_all_items (a, b_before)
          || !has_all_items (b, b_before))
        continue;
      a_said = describe (a);
      b_said = describe (b);
      if (!g_str_equal (a_said, b_said))
        {
          g_auto (GStrv) a_lines = g_strsplit (a_said, "\n", -1);
          g_auto (GStrv) b_lines = g_strsplit (b_said, "\n", -1);

          for (guint i = 0; a_lines[i] != NULL; i++)
            if (!g_strv_contains ((const char *const *) b_lines, a_lines[i]))
              g_test_message ("%u: only here: %s", seed, a_lines[i]);
          for (guint i = 0; b_lines[i] != NULL; i++)
            if (!g_strv_contains ((const char *const *) a_lines, b_lines[i]))
              g_test_message ("%u: only there: %s", seed, b_lines[i]);
          g_test_fail ();
        }
      n_agreed++;
    }

  g_test_message ("%u pairs of copies, %u compared both ways", N_SEEDS, n_agreed);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge/verdicts", test_verdicts);
  g_test_add_data_func ("/merge/written/two-way", GINT_TO_POINTER (FALSE), test_written);
  g_test_add_data_func ("/merge/written/three-way", GINT_TO_POINTER (TRUE), test_written);
  g_test_add_func ("/merge/two-ways", test_two_ways);
  g_test_add_func ("/merge/made-apart", test_made_apart);
  g_test_add_func ("/merge/same-id", test_same_id);
  g_test_add_func ("/merge/ancestors", test_ancestors);
  g_test_add_func ("/merge/other-text", test_other_text);
  g_test_add_func ("/merge/newer-text", test_newer_text);
  g_test_add_func ("/merge/extra", test_extra);
  g_test_add_data_func ("/merge/properties/own-tags", "yyyyy", test_properties);
  g_test_add_data_func ("/merge/properties/same-tag", NULL, test_properties);

  return g_test_run ();
}

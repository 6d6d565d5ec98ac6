/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-claims.h"

#include <glib/gi18n-lib.h>

#include "apo-edit-private.h"

/* Judging claims, and putting right whose they are. */

static GListModel *
list_one (ApoClaim *claim)
{
  GListStore *list = g_list_store_new (APO_TYPE_CLAIM);

  g_list_store_append (list, claim);

  return G_LIST_MODEL (list);
}

static GPtrArray *
collect_claims (GListModel *claims)
{
  GPtrArray *collected = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (claims, i);

      if (APO_IS_CLAIM (item))
        g_ptr_array_add (collected, g_steal_pointer (&item));
    }

  return collected;
}

static void
put_verdict (ApoCommand *command,
             ApoClaim   *claim,
             ApoVerdict  verdict,
             const char *author)
{
  ApoWorkStatus status = verdict == APO_VERDICT_NONE ? APO_STATUS_TO_CHECK : APO_STATUS_DONE;

  apo_edit_put_int (command, claim, APO_CLAIM_FIELD_VERDICT, verdict);
  apo_edit_put_int (command, claim, APO_CLAIM_FIELD_STATUS, status);
  apo_edit_put_int (command, claim, APO_CLAIM_FIELD_REVIEW, APO_DAY_NONE);
  apo_command_set_field (command, APO_ITEM (claim), APO_CLAIM_FIELD_LOG,
                         apo_edit_extend_log (claim, verdict, author,
                                              apo_claim_get_reason (claim)));
  if (apo_claim_get_anchor (claim) == APO_ANCHOR_CHANGED)
    apo_edit_put_int (command, claim, APO_CLAIM_FIELD_ANCHOR, APO_ANCHOR_PLACED);
}

/**
 * apo_edit_set_verdicts:
 * @author: (nullable): by whom, for the log; %NULL for whoever is at work
 *
 * Sets the verdict of all, as apo_edit_set_verdict() does.  Claims that have it stay as they are.
 */
void
apo_edit_set_verdicts (ApoHistory *history,
                       GListModel *claims,
                       ApoVerdict  verdict,
                       const char *author)
{
  g_autoptr (GPtrArray) all = collect_claims (claims);
  g_autofree char *name = NULL;
  ApoCommand *command;

  for (guint i = all->len; i > 0; i--)
    if (apo_claim_get_verdict (all->pdata[i - 1]) == verdict)
      g_ptr_array_remove_index (all, i - 1);
  if (all->len == 0)
    return;

  if (all->len == 1)
    /* Translators: a line of the undo list; %s is a verdict, such as “Mostly verified” */
    name = g_strdup_printf (_("Verdict: %s"), apo_verdict_get_label (verdict));
  else
    /* Translators: a line of the undo list; a number of claims, a verdict */
    name = g_strdup_printf (ngettext ("Verdict on %u claim: %s", "Verdict on %u claims: %s",
                                      all->len),
                            all->len, apo_verdict_get_label (verdict));

  command = apo_command_new (name);
  for (guint i = 0; i < all->len; i++)
    put_verdict (command, all->pdata[i], verdict,
                 author != NULL ? author : apo_history_get_author (history));
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_verdict:
 * @author: (nullable): by whom, for the log; %NULL for whoever is at work
 *
 * Sets the verdict, writes it into the log of the claim with the reason that stands there, and sets
 * the work status to *done*, or to *to check* where the verdict is taken back.  A verdict on words
 * that had changed is one on the words of now.  Does nothing if the claim has that verdict.
 */
void
apo_edit_set_verdict (ApoHistory *history,
                      ApoClaim   *claim,
                      ApoVerdict  verdict,
                      const char *author)
{
  g_autoptr (GListModel) one = list_one (claim);

  apo_edit_set_verdicts (history, one, verdict, author);
}

/* The log of @claim, its last line with another reason; floating, NULL where there is no line. */
static GVariant *
give_reason (ApoClaim   *claim,
             const char *reason)
{
  GVariant *log = apo_item_get_value (APO_ITEM (claim), APO_CLAIM_FIELD_LOG);
  gsize n = g_variant_n_children (log);
  GVariantBuilder builder;
  gint64 time;
  int from;
  int to;
  const char *by;

  if (n == 0)
    return NULL;

  g_variant_builder_init (&builder, g_variant_get_type (log));
  for (gsize i = 0; i + 1 < n; i++)
    {
      g_autoptr (GVariant) line = g_variant_get_child_value (log, i);

      g_variant_builder_add_value (&builder, line);
    }
  g_variant_get_child (log, n - 1, "(xii&s&s)", &time, &from, &to, &by, NULL);
  g_variant_builder_add (&builder, "(xiiss)", time, from, to, by, reason);

  return g_variant_builder_end (&builder);
}

/**
 * apo_edit_set_reason:
 * @reason: why the verdict is what it is, in the reader's words
 *
 * To be called while the reader types: what is typed without a pause for something else is one
 * command.  The last line of the log says the reason too.
 */
void
apo_edit_set_reason (ApoHistory *history,
                     ApoClaim   *claim,
                     const char *reason)
{
  g_autofree char *key = g_strconcat ("reason ", apo_item_get_id (APO_ITEM (claim)), NULL);
  ApoCommand *command;
  GVariant *log;

  if (g_str_equal (apo_claim_get_reason (claim), reason))
    return;

  command = apo_command_new (_("Reason of a verdict"));
  apo_command_set_merge_key (command, key);
  apo_edit_put_string (command, claim, APO_CLAIM_FIELD_REASON, reason);
  log = give_reason (claim, reason);
  if (log != NULL)
    apo_command_set_field (command, APO_ITEM (claim), APO_CLAIM_FIELD_LOG, log);
  apo_history_execute (history, command);
}

void
apo_edit_set_confidence (ApoHistory   *history,
                         ApoClaim     *claim,
                         ApoConfidence confidence)
{
  /* Translators: a line of the undo list; %s is how sure the reader is, such as “High” */
  g_autofree char *name = g_strdup_printf (_("Confidence: %s"),
                                           apo_confidence_get_label (confidence));
  ApoCommand *command = apo_command_new (name);

  apo_edit_put_int (command, claim, APO_CLAIM_FIELD_CONFIDENCE, confidence);
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_statuses:
 * @review_day: when to review them, or %APO_DAY_NONE; only of %APO_STATUS_REVIEW_AGAIN
 */
void
apo_edit_set_statuses (ApoHistory   *history,
                       GListModel   *claims,
                       ApoWorkStatus status,
                       ApoDay        review_day)
{
  g_autoptr (GPtrArray) all = collect_claims (claims);
  g_autofree char *name = NULL;
  ApoCommand *command;

  if (all->len == 1)
    /* Translators: a line of the undo list; %s is a work status, such as “In progress” */
    name = g_strdup_printf (_("Status: %s"), apo_work_status_get_label (status));
  else
    /* Translators: a line of the undo list; a number of claims, a work status */
    name = g_strdup_printf (ngettext ("Status of %u claim: %s", "Status of %u claims: %s",
                                      all->len),
                            all->len, apo_work_status_get_label (status));

  if (status != APO_STATUS_REVIEW_AGAIN)
    review_day = APO_DAY_NONE;
  command = apo_command_new (name);
  for (guint i = 0; i < all->len; i++)
    {
      apo_edit_put_int (command, all->pdata[i], APO_CLAIM_FIELD_STATUS, status);
      apo_edit_put_int (command, all->pdata[i], APO_CLAIM_FIELD_REVIEW, review_day);
    }
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_status:
 * @review_day: when to review it, or %APO_DAY_NONE; only of %APO_STATUS_REVIEW_AGAIN
 */
void
apo_edit_set_status (ApoHistory   *history,
                     ApoClaim     *claim,
                     ApoWorkStatus status,
                     ApoDay        review_day)
{
  g_autoptr (GListModel) one = list_one (claim);

  apo_edit_set_statuses (history, one, status, review_day);
}

/**
 * apo_edit_set_due_day:
 * @day: when it will be known whether the prediction was right, or %APO_DAY_NONE
 */
void
apo_edit_set_due_day (ApoHistory *history,
                      ApoClaim   *claim,
                      ApoDay      day)
{
  ApoCommand *command = apo_command_new (_("Due date of a prediction"));

  apo_edit_put_int (command, claim, APO_CLAIM_FIELD_DUE, day);
  apo_history_execute (history, command);
}

/* A command without changes, named for giving @n claims to @speaker. */
static ApoCommand *
begin_speaker (guint       n,
               const char *speaker)
{
  g_autofree char *name = NULL;

  if (speaker == NULL && n == 1)
    name = g_strdup (_("Take the speaker away"));
  else if (speaker == NULL)
    /* Translators: a line of the undo list; a number of claims */
    name = g_strdup_printf (ngettext ("Take the speaker of %u claim away",
                                      "Take the speaker of %u claims away", n), n);
  else if (n == 1)
    /* Translators: a line of the undo list; %s is the name of an actor */
    name = g_strdup_printf (_("Speaker: %s"), speaker);
  else
    /* Translators: a line of the undo list; a number of claims, the name of an actor */
    name = g_strdup_printf (ngettext ("Speaker of %u claim: %s", "Speaker of %u claims: %s", n),
                            n, speaker);

  return apo_command_new (name);
}

static void
put_speaker (ApoCommand *command,
             GPtrArray  *claims,
             const char *speaker)
{
  for (guint i = 0; i < claims->len; i++)
    if (!g_str_equal (apo_claim_get_speaker (claims->pdata[i]), speaker))
      {
        apo_edit_put_string (command, claims->pdata[i], APO_CLAIM_FIELD_SPEAKER, speaker);
        apo_edit_touch (command, claims->pdata[i]);
      }
}

/**
 * apo_edit_set_speakers:
 * @speaker: (nullable): who makes these claims; %NULL for nobody who is known
 */
void
apo_edit_set_speakers (ApoHistory *history,
                       GListModel *claims,
                       ApoActor   *speaker)
{
  g_autoptr (GPtrArray) all = collect_claims (claims);
  ApoCommand *command = begin_speaker (all->len,
                                       speaker != NULL ? apo_actor_get_name (speaker) : NULL);

  put_speaker (command, all, speaker != NULL ? apo_item_get_id (APO_ITEM (speaker)) : "");
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_speaker:
 * @speaker: (nullable): who makes the claim; %NULL for nobody who is known
 */
void
apo_edit_set_speaker (ApoHistory *history,
                      ApoClaim   *claim,
                      ApoActor   *speaker)
{
  g_autoptr (GListModel) one = list_one (claim);

  apo_edit_set_speakers (history, one, speaker);
}

/* An actor of that name that was not dismissed, borrowed; NULL where there is none. */
static ApoActor *
find_actor (ApoDossier *dossier,
            const char *name)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      if (!apo_actor_is_dismissed (actor) && apo_actor_has_name (actor, name))
        return actor;
    }

  return NULL;
}

/**
 * apo_edit_set_new_speaker:
 * @name: of the speaker; white space around it is taken off
 *
 * Makes an actor of that name, or takes the one that there is, and gives it the claims.
 *
 * Returns: (transfer none) (nullable): the actor; %NULL if the name is empty
 */
ApoActor *
apo_edit_set_new_speaker (ApoHistory  *history,
                          GListModel  *claims,
                          const char  *name,
                          ApoActorKind kind)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  ApoActor *known = find_actor (dossier, stripped);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (ApoItem) actor = NULL;
  g_autofree char *id = NULL;
  ApoCommand *command;

  if (*stripped == '\0')
    return NULL;
  if (known != NULL)
    {
      apo_edit_set_speakers (history, claims, known);
      return known;
    }

  all = collect_claims (claims);
  id = apo_dossier_mint_id (dossier, APO_ITEM_ACTOR);
  actor = apo_item_new (APO_ITEM_ACTOR, id);
  apo_item_set_value (actor, APO_ACTOR_FIELD_NAME, g_variant_new_string (stripped));
  apo_item_set_value (actor, APO_ACTOR_FIELD_KIND, g_variant_new_int32 (kind));
  apo_item_set_value (actor, APO_ACTOR_FIELD_ORIGIN, g_variant_new_int32 (APO_ORIGIN_MANUAL));
  command = begin_speaker (all->len, stripped);
  apo_command_add_item (command, actor);
  put_speaker (command, all, id);
  apo_history_execute (history, command);

  return APO_ACTOR (apo_dossier_lookup (dossier, id));
}

/**
 * apo_edit_can_report:
 *
 * Returns: whether @claim can be reported by @reporter: not if that is reported, over whatever
 *   steps, by @claim
 */
gboolean
apo_edit_can_report (ApoDossier *dossier,
                     ApoClaim   *claim,
                     ApoClaim   *reporter)
{
  guint n = g_list_model_get_n_items (apo_dossier_get_items (dossier, APO_ITEM_CLAIM));
  ApoItem *step = APO_ITEM (reporter);

  for (; step != NULL && n > 0; n--)
    {
      if (step == APO_ITEM (claim))
        return FALSE;
      step = apo_dossier_lookup (dossier, apo_claim_get_reported_by (APO_CLAIM (step)));
    }

  return step == NULL;
}

/**
 * apo_edit_set_reported_by:
 * @reporter: (nullable): the claim in which @claim is reported; %NULL if it is said at first hand
 *
 * Returns: whether it can be so: %FALSE, and nothing is done, if a circle would come of it
 */
gboolean
apo_edit_set_reported_by (ApoHistory *history,
                          ApoClaim   *claim,
                          ApoClaim   *reporter)
{
  const char *id = reporter != NULL ? apo_item_get_id (APO_ITEM (reporter)) : "";
  ApoCommand *command;

  if (reporter != NULL && !apo_edit_can_report (apo_history_get_dossier (history), claim, reporter))
    return FALSE;
  if (g_str_equal (apo_claim_get_reported_by (claim), id))
    return TRUE;

  command = apo_command_new (_("Who reports a claim"));
  apo_edit_put_string (command, claim, APO_CLAIM_FIELD_REPORTED_BY, id);
  apo_edit_touch (command, claim);
  apo_history_execute (history, command);

  return TRUE;
}

static void
set_word (ApoHistory *history,
          ApoClaim   *claim,
          guint       field,
          int         value,
          const char *name)
{
  ApoCommand *command;

  if (apo_item_get_int (APO_ITEM (claim), field) == value)
    return;

  command = apo_command_new (name);
  apo_edit_put_int (command, claim, field, value);
  apo_edit_touch (command, claim);
  apo_history_execute (history, command);
}

void
apo_edit_set_claim_type (ApoHistory  *history,
                         ApoClaim    *claim,
                         ApoClaimType type)
{
  /* Translators: a line of the undo list; %s is a kind of claim, such as “Prediction” */
  g_autofree char *name = g_strdup_printf (_("Type: %s"), apo_claim_type_get_label (type));

  set_word (history, claim, APO_CLAIM_FIELD_TYPE, type, name);
}

void
apo_edit_set_claim_certainty (ApoHistory  *history,
                              ApoClaim    *claim,
                              ApoCertainty certainty)
{
  /* Translators: a line of the undo list; %s is how sure words are, such as “Hedged” */
  g_autofree char *name = g_strdup_printf (_("Certainty: %s"),
                                           apo_certainty_get_label (certainty));

  set_word (history, claim, APO_CLAIM_FIELD_CERTAINTY, certainty, name);
}

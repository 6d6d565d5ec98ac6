/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-claims.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-edit-private.h"
#include "apo-text-find.h"

/* Which passages claims are: made, trimmed and split by hand. */

static ApoText *
get_text (ApoDossier *dossier,
          gpointer    item)
{
  return apo_article_get_text (apo_dossier_get_item_article (dossier, APO_ITEM (item)));
}

/* The ids of the actors that are mentioned in @spans of the first article, @speaker aside. */
static GVariant *
find_about (ApoDossier *dossier,
            ApoSpan     span,
            ApoActor   *speaker)
{
  guint number = apo_article_get_number (apo_dossier_get_article (dossier));
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);
  GVariantBuilder about;

  g_variant_builder_init (&about, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);
      guint n;
      const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n);
      gboolean found = FALSE;

      for (guint j = 0; j < n && !found; j++)
        found = mentions[j].article == number && apo_span_contains (span, mentions[j].span);
      if (found && actor != speaker && !apo_actor_is_dismissed (actor))
        g_variant_builder_add (&about, "s", apo_item_get_id (APO_ITEM (actor)));
    }

  return g_variant_builder_end (&about);
}

/* Whether @span is what stands between quotation marks, with them or without. */
static gboolean
is_quoted (ApoText *text,
           ApoSpan  span)
{
  ApoSpan around = { span.start > 2 ? span.start - 2 : 0, span.start + 1 };
  g_autofree char *before = apo_text_dup_slice (text, around);

  return strpbrk (before, "\"") != NULL || strstr (before, "«") != NULL
         || strstr (before, "“") != NULL;
}

/**
 * apo_edit_add_claim:
 * @span: of the text of the first article; an empty one stands for the sentence around it
 * @speaker: (nullable): who makes the claim
 *
 * Makes a claim of what the reader has selected.  White space at its ends is left out; the actors
 * that it mentions are those it is about; between quotation marks it is a quotation.
 *
 * Returns: (transfer none) (nullable): the claim; %NULL if there is nothing in @span
 */
ApoClaim *
apo_edit_add_claim (ApoHistory *history,
                    ApoSpan     span,
                    ApoActor   *speaker)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  ApoItem *article = APO_ITEM (apo_dossier_get_article (dossier));
  ApoText *text = apo_article_get_text (APO_ARTICLE (article));
  ApoCommand *command;
  g_autofree char *id = NULL;
  g_autoptr (ApoItem) claim = NULL;

  if (apo_span_get_length (span) == 0)
    span = apo_text_get_sentence (text, span);
  span = apo_text_trim (text, span);
  if (apo_span_get_length (span) == 0)
    return NULL;

  id = apo_dossier_mint_id (dossier, APO_ITEM_CLAIM);
  claim = apo_item_new (APO_ITEM_CLAIM, id);
  apo_item_set_value (claim, APO_CLAIM_FIELD_ARTICLE,
                      g_variant_new_string (apo_item_get_id (article)));
  apo_item_set_value (claim, APO_CLAIM_FIELD_CONTENT,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1, sizeof span));
  if (speaker != NULL)
    apo_item_set_value (claim, APO_CLAIM_FIELD_SPEAKER,
                        g_variant_new_string (apo_item_get_id (APO_ITEM (speaker))));
  if (is_quoted (text, span))
    {
      apo_item_set_value (claim, APO_CLAIM_FIELD_FORM, g_variant_new_int32 (APO_FORM_DIRECT));
      apo_item_set_value (claim, APO_CLAIM_FIELD_TYPE, g_variant_new_int32 (APO_CLAIM_QUOTATION));
    }
  apo_item_set_value (claim, APO_CLAIM_FIELD_ABOUT, find_about (dossier, span, speaker));
  apo_item_set_value (claim, APO_CLAIM_FIELD_ORIGIN, g_variant_new_int32 (APO_ORIGIN_MANUAL));

  command = apo_command_new (_("New claim"));
  apo_command_add_item (command, claim);
  apo_history_execute (history, command);

  return APO_CLAIM (apo_dossier_lookup (dossier, id));
}

static GArray *
dup_content (ApoClaim *claim)
{
  GArray *content = apo_spans_new ();
  guint n;
  const ApoSpan *spans = apo_claim_get_content (claim, &n);

  g_array_append_vals (content, spans, n);

  return content;
}

/* Sets the content, if it differs. */
static void
put_content (ApoCommand *command,
             gpointer    claim,
             GArray     *content)
{
  apo_edit_put_spans (command, claim, APO_CLAIM_FIELD_CONTENT, (const ApoSpan *) content->data,
                      content->len);
  apo_edit_touch (command, claim);
}

/**
 * apo_edit_trim_claim:
 * @piece: which of its spans, from 0
 * @span: where that stands from now on, in the text of the article of the claim; it may also take
 *   in other pieces of the claim
 *
 * Trims or extends a claim; the verdict stays.
 *
 * Returns: whether it can be so: %FALSE, and nothing is done, if @span holds no words
 */
gboolean
apo_edit_trim_claim (ApoHistory *history,
                     ApoClaim   *claim,
                     guint       piece,
                     ApoSpan     span)
{
  g_autoptr (GArray) content = dup_content (claim);
  guint n;
  const ApoSpan *own = apo_claim_get_content (claim, &n);
  ApoCommand *command;

  span = apo_text_trim (get_text (apo_history_get_dossier (history), claim), span);
  if (piece >= n || apo_span_get_length (span) == 0)
    return FALSE;

  g_array_index (content, ApoSpan, piece) = span;
  apo_spans_unite (content);
  if (content->len == n && memcmp (content->data, own, n * sizeof (ApoSpan)) == 0)
    return TRUE;

  command = apo_command_new (_("Ends of a claim"));
  put_content (command, claim, content);
  apo_history_execute (history, command);

  return TRUE;
}

/* What of @claim stands before (@after: behind) @position. */
static GArray *
cut_content (ApoDossier *dossier,
             ApoClaim   *claim,
             guint       position,
             gboolean    after)
{
  GArray *part = apo_spans_new ();
  guint n;
  const ApoSpan *spans = apo_claim_get_content (claim, &n);

  for (guint i = 0; i < n; i++)
    {
      ApoSpan span = spans[i];

      if (after)
        span.start = MAX (span.start, position);
      else
        span.end = MIN (span.end, position);
      if (span.start < span.end)
        span = apo_text_trim (get_text (dossier, claim), span);
      if (span.start < span.end)
        g_array_append_val (part, span);
    }

  return part;
}

/**
 * apo_edit_can_split_claim:
 *
 * Returns: whether there are words of the claim on both sides of @position
 */
gboolean
apo_edit_can_split_claim (ApoDossier *dossier,
                          ApoClaim   *claim,
                          guint       position)
{
  g_autoptr (GArray) before = cut_content (dossier, claim, position, FALSE);
  g_autoptr (GArray) after = cut_content (dossier, claim, position, TRUE);

  return before->len > 0 && after->len > 0;
}

/* Lets an event or a relation that rests on @claim rest on the half, or halves, where it stands. */
static void
share_support (ApoCommand *command,
               ApoItem    *item,
               guint       field,
               ApoClaim   *claim,
               const char *other,
               guint       position)
{
  guint n;
  const ApoSpan *spans = apo_item_get_spans (item, apo_item_get_place_field (item), &n);
  const char *id = apo_item_get_id (APO_ITEM (claim));
  g_auto (GStrv) refs = apo_item_dup_refs (item, field);
  g_autoptr (GPtrArray) shared = g_ptr_array_new ();
  gboolean before = FALSE;
  gboolean after = FALSE;

  for (guint i = 0; i < n; i++)
    {
      before = before || spans[i].start < position;
      after = after || spans[i].end > position;
    }
  for (guint i = 0; refs[i] != NULL; i++)
    if (!g_str_equal (refs[i], id))
      g_ptr_array_add (shared, refs[i]);
    else
      {
        if (before || !after)
          g_ptr_array_add (shared, refs[i]);
        if (after || !before)
          g_ptr_array_add (shared, (char *) other);
      }

  apo_command_set_field (command, item, field,
                         g_variant_new_strv ((const char *const *) shared->pdata, shared->len));
  apo_edit_touch (command, item);
}

static void
share_all_support (ApoCommand *command,
                   ApoDossier *dossier,
                   ApoClaim   *claim,
                   const char *other,
                   guint       position)
{
  g_autoptr (GPtrArray) items =
    apo_dossier_collect_referring (dossier, apo_item_get_id (APO_ITEM (claim)));

  for (guint i = 0; i < items->len; i++)
    if (APO_IS_EVENT (items->pdata[i]))
      share_support (command, items->pdata[i], APO_EVENT_FIELD_CLAIMS, claim, other, position);
    else if (APO_IS_RELATION (items->pdata[i]))
      share_support (command, items->pdata[i], APO_RELATION_FIELD_CLAIMS, claim, other, position);
}

/**
 * apo_edit_split_claim:
 * @position: in the text of the article of the claim, in code points
 *
 * Makes two claims of one: @claim keeps what stands before @position, the new one is like it in all
 * the rest.  Events and relations rest on the one that is where they are.
 *
 * Returns: (transfer none) (nullable): the new claim; %NULL, and nothing is done, if one of both
 *   would be empty
 */
ApoClaim *
apo_edit_split_claim (ApoHistory *history,
                      ApoClaim   *claim,
                      guint       position)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autoptr (GArray) before = cut_content (dossier, claim, position, FALSE);
  g_autoptr (GArray) after = cut_content (dossier, claim, position, TRUE);
  g_autoptr (ApoItem) other = NULL;
  ApoCommand *command;

  if (before->len == 0 || after->len == 0)
    return NULL;

  command = apo_command_new (_("Split a claim"));
  other = apo_edit_copy_item (dossier, claim);
  put_content (command, claim, before);
  apo_item_set_value (other, APO_CLAIM_FIELD_CONTENT,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), after->data, after->len,
                                                 sizeof (ApoSpan)));
  if (apo_claim_get_origin (claim) == APO_ORIGIN_AUTO)
    apo_item_set_value (other, APO_CLAIM_FIELD_ORIGIN, g_variant_new_int32 (APO_ORIGIN_EDITED));
  apo_command_add_item (command, other);
  share_all_support (command, dossier, claim, apo_item_get_id (other), position);
  apo_history_execute (history, command);

  return APO_CLAIM (apo_dossier_lookup (dossier, apo_item_get_id (other)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-query.h"

#include <string.h>

static gboolean
is_empty (const char *string)
{
  return string == NULL || *string == '\0';
}

static gboolean
is_same (const char *a,
         const char *b)
{
  return g_strcmp0 (is_empty (a) ? NULL : a, is_empty (b) ? NULL : b) == 0;
}

/**
 * apo_claim_query_copy:
 *
 * Returns: (transfer full): another of the same choice
 */
ApoClaimQuery *
apo_claim_query_copy (const ApoClaimQuery *query)
{
  ApoClaimQuery *copy = g_memdup2 (query, sizeof *query);

  copy->speaker = g_strdup (query->speaker);
  copy->actor = g_strdup (query->actor);
  copy->about = g_strdup (query->about);
  copy->text = g_strdup (query->text);

  return copy;
}

void
apo_claim_query_free (ApoClaimQuery *query)
{
  g_free (query->speaker);
  g_free (query->actor);
  g_free (query->about);
  g_free (query->text);
  g_free (query);
}

gboolean
apo_claim_query_equal (const ApoClaimQuery *a,
                       const ApoClaimQuery *b)
{
  return a->verdicts == b->verdicts && a->certainties == b->certainties
         && a->statuses == b->statuses && !a->only_dismissed == !b->only_dismissed
         && !a->nobody == !b->nobody
         && is_same (a->speaker, b->speaker) && is_same (a->actor, b->actor)
         && is_same (a->about, b->about) && is_same (a->text, b->text);
}

/**
 * apo_claim_query_is_all:
 *
 * Returns: whether the choice leaves nothing out but what was dismissed
 */
gboolean
apo_claim_query_is_all (const ApoClaimQuery *query)
{
  static const ApoClaimQuery all;

  return apo_claim_query_equal (query, &all);
}

static gboolean
has_bit (guint bits,
         guint bit)
{
  return bits == 0 || (bits & (1u << bit)) != 0;
}

static gboolean
contains_folded (const char *string,
                 const char *folded_words)
{
  g_autofree char *folded = apo_text_dup_folded (string);

  return strstr (folded, folded_words) != NULL;
}

static gboolean
has_words (ApoDossier *dossier,
           ApoClaim   *claim,
           const char *words)
{
  g_autofree char *folded = apo_text_dup_folded (words);
  g_autofree char *passage = apo_dossier_dup_item_text (dossier, APO_ITEM (claim));
  ApoItem *speaker = apo_dossier_lookup (dossier, apo_claim_get_speaker (claim));

  return contains_folded (passage, folded)
         || contains_folded (apo_claim_get_reason (claim), folded)
         || (speaker != NULL && APO_IS_ACTOR (speaker)
             && contains_folded (apo_actor_get_name (APO_ACTOR (speaker)), folded));
}

static gboolean
is_unnamed (ApoDossier *dossier,
            const char *speaker)
{
  ApoItem *actor = apo_dossier_lookup (dossier, speaker);

  return !APO_IS_ACTOR (actor) || apo_item_is_dismissed (actor);
}

/**
 * apo_claim_query_matches:
 *
 * Returns: whether the claim is one of the choice
 */
gboolean
apo_claim_query_matches (const ApoClaimQuery *query,
                         ApoDossier          *dossier,
                         ApoClaim            *claim)
{
  const char *speaker = apo_claim_get_speaker (claim);

  return !apo_claim_is_dismissed (claim) == !query->only_dismissed
         && has_bit (query->verdicts, apo_verdict_get_group (apo_claim_get_verdict (claim)))
         && has_bit (query->certainties, apo_claim_get_certainty (claim))
         && has_bit (query->statuses, apo_claim_get_status (claim))
         && (!query->nobody || is_unnamed (dossier, speaker))
         && (is_empty (query->speaker) || g_str_equal (speaker, query->speaker))
         && (is_empty (query->actor) || g_str_equal (speaker, query->actor)
             || apo_item_refers_to (APO_ITEM (claim), APO_CLAIM_FIELD_ABOUT, query->actor))
         && (is_empty (query->about)
             || apo_item_refers_to (APO_ITEM (claim), APO_CLAIM_FIELD_ABOUT, query->about))
         && (is_empty (query->text) || has_words (dossier, claim, query->text));
}

/* The words of an enumeration whose bits are set, floating. */
static GVariant *
bits_to_words (guint bits,
               GType type)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GVariantBuilder words;

  g_variant_builder_init (&words, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < enum_class->n_values; i++)
    if ((bits & (1u << enum_class->values[i].value)) != 0)
      g_variant_builder_add (&words, "s", enum_class->values[i].value_nick);

  return g_variant_builder_end (&words);
}

/* The bits of the words of a field; those of another version of the program are passed over. */
static guint
words_to_bits (ApoItem *view,
               guint    field,
               GType    type)
{
  g_auto (GStrv) words = apo_item_dup_refs (view, field);
  guint bits = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int value;

      if (apo_enum_from_nick (type, words[i], &value))
        bits |= 1u << value;
    }

  return bits;
}

static char *
dup_string (ApoItem *view,
            guint    field)
{
  const char *string = apo_item_get_string (view, field);

  return is_empty (string) ? NULL : g_strdup (string);
}

/**
 * apo_saved_view_dup_query:
 *
 * Returns: (transfer full): the choice that has that name
 */
ApoClaimQuery *
apo_saved_view_dup_query (ApoSavedView *view)
{
  ApoClaimQuery *query = g_new0 (ApoClaimQuery, 1);
  ApoItem *item = APO_ITEM (view);

  query->verdicts = words_to_bits (item, APO_SAVED_VIEW_FIELD_VERDICTS, APO_TYPE_VERDICT_GROUP);
  query->certainties = words_to_bits (item, APO_SAVED_VIEW_FIELD_CERTAINTIES, APO_TYPE_CERTAINTY);
  query->statuses = words_to_bits (item, APO_SAVED_VIEW_FIELD_STATUSES, APO_TYPE_WORK_STATUS);
  query->speaker = dup_string (item, APO_SAVED_VIEW_FIELD_SPEAKER);
  query->actor = dup_string (item, APO_SAVED_VIEW_FIELD_ACTOR);
  query->about = dup_string (item, APO_SAVED_VIEW_FIELD_ABOUT);
  query->text = dup_string (item, APO_SAVED_VIEW_FIELD_TEXT);
  query->only_dismissed = apo_item_get_boolean (item, APO_SAVED_VIEW_FIELD_DISMISSED);
  query->nobody = apo_item_get_boolean (item, APO_SAVED_VIEW_FIELD_NOBODY);

  return query;
}

/**
 * apo_claim_query_get_value:
 * @field: of a saved view
 *
 * Returns: (transfer full) (nullable): floating, what the field is in a view of this choice; %NULL
 *   for one that is not of the choice
 */
GVariant *
apo_claim_query_get_value (const ApoClaimQuery *query,
                           guint                field)
{
  switch (field)
    {
    case APO_SAVED_VIEW_FIELD_VERDICTS:
      return bits_to_words (query->verdicts, APO_TYPE_VERDICT_GROUP);
    case APO_SAVED_VIEW_FIELD_CERTAINTIES:
      return bits_to_words (query->certainties, APO_TYPE_CERTAINTY);
    case APO_SAVED_VIEW_FIELD_STATUSES:
      return bits_to_words (query->statuses, APO_TYPE_WORK_STATUS);
    case APO_SAVED_VIEW_FIELD_SPEAKER:
      return g_variant_new_string (query->speaker != NULL ? query->speaker : "");
    case APO_SAVED_VIEW_FIELD_ACTOR:
      return g_variant_new_string (query->actor != NULL ? query->actor : "");
    case APO_SAVED_VIEW_FIELD_ABOUT:
      return g_variant_new_string (query->about != NULL ? query->about : "");
    case APO_SAVED_VIEW_FIELD_TEXT:
      return g_variant_new_string (query->text != NULL ? query->text : "");
    case APO_SAVED_VIEW_FIELD_DISMISSED:
      return g_variant_new_boolean (query->only_dismissed);
    case APO_SAVED_VIEW_FIELD_NOBODY:
      return g_variant_new_boolean (query->nobody);
    default:
      return NULL;
    }
}

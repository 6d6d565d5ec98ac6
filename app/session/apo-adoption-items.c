/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-adoption.h"

#include "apo-dossier-private.h"

/* What was found of each kind, as the fields of an item. */

static const char *
get_article_id (ApoAdoption *self)
{
  return apo_item_get_id (APO_ITEM (apo_adoption_get_article (self)));
}

static void
set_string (ApoItem    *item,
            guint       field,
            const char *string)
{
  if (string != NULL)
    apo_item_set_value (item, field, g_variant_new_string (string));
}

static void
set_int (ApoItem *item,
         guint    field,
         int      value)
{
  apo_item_set_value (item, field, g_variant_new_int32 (value));
}

static void
set_spans (ApoItem *item,
           guint    field,
           GArray  *spans)
{
  apo_item_set_value (item, field,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), spans->data, spans->len,
                                                 sizeof (ApoSpan)));
}

static void
set_span (ApoItem *item,
          guint    field,
          ApoSpan  span)
{
  if (apo_span_get_length (span) > 0)
    apo_item_set_value (item, field,
                        g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1, sizeof span));
}

static void
set_refs (ApoAdoption *self,
          ApoItem     *item,
          guint        field,
          ApoItemType  type,
          GArray      *indices)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new ();

  for (guint i = 0; i < indices->len; i++)
    {
      int index = g_array_index (indices, int, i);
      const char *id = type == APO_ITEM_ACTOR ? apo_adoption_get_live_id (self, index)
                                              : apo_adoption_get_id (self, type, index);

      if (*id != '\0' && !g_ptr_array_find_with_equal_func (refs, id, g_str_equal, NULL))
        g_ptr_array_add (refs, (char *) id);
    }

  apo_item_set_value (item, field,
                      g_variant_new_strv ((const char *const *) refs->pdata, refs->len));
}

static void
fill_actor (ApoAdoption *self,
            ApoItem     *item,
            guint        index)
{
  const ApoFoundActor *found = apo_adoption_get_findings (self)->actors->pdata[index];
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));

  for (guint i = 0; i < found->mentions->len; i++)
    {
      const ApoMention *mention = &g_array_index (found->mentions, ApoMention, i);
      ApoActorMention own = { mention->span, mention->form,
                              apo_article_get_number (apo_adoption_get_article (self)) };

      g_array_append_val (mentions, own);
    }

  set_string (item, APO_ACTOR_FIELD_NAME, found->name);
  set_int (item, APO_ACTOR_FIELD_KIND, found->kind);
  set_string (item, APO_ACTOR_FIELD_REGION, found->region);
  apo_item_set_value (item, APO_ACTOR_FIELD_MENTIONS,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), mentions->data,
                                                 mentions->len, sizeof (ApoActorMention)));
}

static void
fill_claim (ApoAdoption *self,
            ApoItem     *item,
            guint        index)
{
  const ApoFoundClaim *found = apo_adoption_get_findings (self)->claims->pdata[index];

  set_string (item, APO_CLAIM_FIELD_ARTICLE, get_article_id (self));
  set_spans (item, APO_CLAIM_FIELD_CONTENT, found->content);
  set_span (item, APO_CLAIM_FIELD_CUE, found->cue);
  set_span (item, APO_CLAIM_FIELD_SOURCE, found->source);
  set_string (item, APO_CLAIM_FIELD_SPEAKER, apo_adoption_get_live_id (self, found->speaker));
  set_string (item, APO_CLAIM_FIELD_REPORTED_BY,
              apo_adoption_get_id (self, APO_ITEM_CLAIM, found->reported_by));
  set_int (item, APO_CLAIM_FIELD_FORM, found->form);
  set_int (item, APO_CLAIM_FIELD_TYPE, found->type);
  set_int (item, APO_CLAIM_FIELD_CERTAINTY, found->certainty);
  set_spans (item, APO_CLAIM_FIELD_DISCLAIMERS, found->disclaimers);
  set_refs (self, item, APO_CLAIM_FIELD_ABOUT, APO_ITEM_ACTOR, found->about);
  set_string (item, APO_CLAIM_FIELD_STATEMENT_TIME,
              apo_adoption_get_id (self, APO_ITEM_TIME, found->statement_time));
  set_string (item, APO_CLAIM_FIELD_EVENT_TIME,
              apo_adoption_get_id (self, APO_ITEM_TIME, found->event_time));
}

static void
fill_time (ApoAdoption *self,
           ApoItem     *item,
           guint        index)
{
  const ApoFoundTime *found = apo_adoption_get_findings (self)->times->pdata[index];

  set_string (item, APO_TIME_FIELD_ARTICLE, get_article_id (self));
  set_span (item, APO_TIME_FIELD_SPAN, found->span);
  set_int (item, APO_TIME_FIELD_TYPE, found->type);
  set_string (item, APO_TIME_FIELD_VALUE, found->value);
  set_string (item, APO_TIME_FIELD_EDTF, found->edtf);
  set_int (item, APO_TIME_FIELD_EARLIEST, found->interval.earliest);
  set_int (item, APO_TIME_FIELD_LATEST, found->interval.latest);
}

static void
fill_event (ApoAdoption *self,
            ApoItem     *item,
            guint        index)
{
  const ApoFoundEvent *found = apo_adoption_get_findings (self)->events->pdata[index];

  set_string (item, APO_EVENT_FIELD_ARTICLE, get_article_id (self));
  set_span (item, APO_EVENT_FIELD_SPAN, found->span);
  set_string (item, APO_EVENT_FIELD_LABEL, found->label);
  set_string (item, APO_EVENT_FIELD_TIME,
              apo_adoption_get_id (self, APO_ITEM_TIME, found->time));
  set_string (item, APO_EVENT_FIELD_STATEMENT_TIME,
              apo_adoption_get_id (self, APO_ITEM_TIME, found->statement_time));
  set_int (item, APO_EVENT_FIELD_EARLIEST, found->interval.earliest);
  set_int (item, APO_EVENT_FIELD_LATEST, found->interval.latest);
  set_int (item, APO_EVENT_FIELD_PRECISION, found->precision);
  set_int (item, APO_EVENT_FIELD_CERTAINTY, found->certainty);
  set_refs (self, item, APO_EVENT_FIELD_ACTORS, APO_ITEM_ACTOR, found->actors);
  set_refs (self, item, APO_EVENT_FIELD_CLAIMS, APO_ITEM_CLAIM, found->claims);
}

static void
fill_relation (ApoAdoption *self,
               ApoItem     *item,
               guint        index)
{
  const ApoFoundRelation *found = apo_adoption_get_findings (self)->relations->pdata[index];

  set_string (item, APO_RELATION_FIELD_ARTICLE, get_article_id (self));
  set_string (item, APO_RELATION_FIELD_FROM, apo_adoption_get_live_id (self, found->from));
  set_string (item, APO_RELATION_FIELD_TO, apo_adoption_get_live_id (self, found->to));
  set_int (item, APO_RELATION_FIELD_KIND, found->kind);
  apo_item_set_value (item, APO_RELATION_FIELD_DIRECTED, g_variant_new_boolean (found->directed));
  set_int (item, APO_RELATION_FIELD_CERTAINTY, found->certainty);
  set_spans (item, APO_RELATION_FIELD_EVIDENCE, found->evidence);
  set_refs (self, item, APO_RELATION_FIELD_CLAIMS, APO_ITEM_CLAIM, found->claims);
}

/* Whether an item makes sense: a relation needs two ends, which may have become one in the hands of
 * the reader. */
static gboolean
is_whole (ApoItem *item)
{
  const char *from;
  const char *to;

  if (!APO_IS_RELATION (item))
    return TRUE;

  from = apo_relation_get_from (APO_RELATION (item));
  to = apo_relation_get_to (APO_RELATION (item));

  return *from != '\0' && *to != '\0' && !g_str_equal (from, to);
}

/**
 * apo_adoption_build_item:
 * @index: of what was found, which has an id by now, as all that it refers to
 *
 * Returns: (transfer full) (nullable): it as an item, if it makes sense
 */
ApoItem *
apo_adoption_build_item (ApoAdoption *self,
                         ApoItemType  type,
                         guint        index)
{
  static void (*const fill[]) (ApoAdoption *, ApoItem *, guint) = {
    [APO_ITEM_ACTOR] = fill_actor,
    [APO_ITEM_CLAIM] = fill_claim,
    [APO_ITEM_TIME] = fill_time,
    [APO_ITEM_EVENT] = fill_event,
    [APO_ITEM_RELATION] = fill_relation,
  };
  g_autoptr (ApoItem) item = apo_item_new (type, apo_adoption_get_id (self, type, index));

  fill[type] (self, item, index);

  return is_whole (item) ? g_steal_pointer (&item) : NULL;
}

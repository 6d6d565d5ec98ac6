/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-findings.h"

G_DEFINE_FINAL_TYPE (ApoFindings, apo_findings, G_TYPE_OBJECT)

static void
found_actor_free (ApoFoundActor *actor)
{
  g_free (actor->name);
  g_free (actor->region);
  g_array_unref (actor->mentions);
  g_free (actor);
}

static void
found_claim_free (ApoFoundClaim *claim)
{
  g_array_unref (claim->content);
  g_array_unref (claim->disclaimers);
  g_array_unref (claim->about);
  g_free (claim);
}

static void
found_time_free (ApoFoundTime *time)
{
  g_free (time->value);
  g_free (time->edtf);
  g_free (time);
}

static void
found_event_free (ApoFoundEvent *event)
{
  g_free (event->label);
  g_array_unref (event->actors);
  g_array_unref (event->claims);
  g_free (event);
}

static void
found_relation_free (ApoFoundRelation *relation)
{
  g_array_unref (relation->evidence);
  g_array_unref (relation->claims);
  g_free (relation);
}

static GArray *
indices_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (int));
}

static void
apo_findings_finalize (GObject *object)
{
  ApoFindings *self = APO_FINDINGS (object);

  g_free (self->language);
  g_free (self->title);
  g_free (self->byline);
  g_free (self->outlet);
  g_free (self->fingerprint);
  g_array_unref (self->sentences);
  g_ptr_array_unref (self->actors);
  g_array_unref (self->entities);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->times);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->relations);

  G_OBJECT_CLASS (apo_findings_parent_class)->finalize (object);
}

static void
apo_findings_class_init (ApoFindingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = apo_findings_finalize;
}

static void
apo_findings_init (ApoFindings *self)
{
  self->date = APO_DAY_NONE;
  self->sentences = apo_spans_new ();
  self->actors = g_ptr_array_new_with_free_func ((GDestroyNotify) found_actor_free);
  self->entities = g_array_new (FALSE, FALSE, sizeof (ApoFoundEntity));
  self->claims = g_ptr_array_new_with_free_func ((GDestroyNotify) found_claim_free);
  self->times = g_ptr_array_new_with_free_func ((GDestroyNotify) found_time_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) found_event_free);
  self->relations = g_ptr_array_new_with_free_func ((GDestroyNotify) found_relation_free);
}

/**
 * apo_findings_new:
 *
 * Returns: (transfer full): findings with nothing in them
 */
ApoFindings *
apo_findings_new (void)
{
  return g_object_new (APO_TYPE_FINDINGS, NULL);
}

/**
 * apo_findings_add_actor:
 * @region: (nullable): ISO 3166 alpha-2 of a country
 *
 * Returns: (transfer none): the new actor, without mentions; its id is its place in the array
 */
ApoFoundActor *
apo_findings_add_actor (ApoFindings *findings,
                        const char  *name,
                        ApoActorKind kind,
                        const char  *region)
{
  ApoFoundActor *actor = g_new0 (ApoFoundActor, 1);

  actor->name = g_strdup (name);
  actor->kind = kind;
  actor->region = g_strdup (region);
  actor->mentions = g_array_new (FALSE, FALSE, sizeof (ApoMention));
  g_ptr_array_add (findings->actors, actor);

  return actor;
}

void
apo_found_actor_add_mention (ApoFoundActor *actor,
                             ApoSpan        span,
                             ApoMentionForm form)
{
  ApoMention mention = { span, form };

  g_array_append_val (actor->mentions, mention);
}

/**
 * apo_findings_add_claim:
 *
 * Returns: (transfer none): a new claim by nobody, without content
 */
ApoFoundClaim *
apo_findings_add_claim (ApoFindings *findings)
{
  ApoFoundClaim *claim = g_new0 (ApoFoundClaim, 1);

  claim->content = apo_spans_new ();
  claim->speaker = APO_FOUND_NONE;
  claim->reported_by = APO_FOUND_NONE;
  claim->disclaimers = apo_spans_new ();
  claim->about = indices_new ();
  claim->statement_time = APO_FOUND_NONE;
  claim->event_time = APO_FOUND_NONE;
  g_ptr_array_add (findings->claims, claim);

  return claim;
}

/**
 * apo_findings_add_time:
 * @value: the TIMEX3 value
 *
 * Returns: (transfer none): a new time without an interval
 */
ApoFoundTime *
apo_findings_add_time (ApoFindings *findings,
                       ApoSpan      span,
                       ApoTimeType  type,
                       const char  *value)
{
  ApoFoundTime *time = g_new0 (ApoFoundTime, 1);

  time->span = span;
  time->type = type;
  time->value = g_strdup (value);
  time->interval = APO_INTERVAL_NONE;
  g_ptr_array_add (findings->times, time);

  return time;
}

/**
 * apo_findings_add_event:
 *
 * Returns: (transfer none): a new undated event
 */
ApoFoundEvent *
apo_findings_add_event (ApoFindings *findings,
                        ApoSpan      span,
                        const char  *label)
{
  ApoFoundEvent *event = g_new0 (ApoFoundEvent, 1);

  event->span = span;
  event->label = g_strdup (label);
  event->time = APO_FOUND_NONE;
  event->statement_time = APO_FOUND_NONE;
  event->interval = APO_INTERVAL_NONE;
  event->actors = indices_new ();
  event->claims = indices_new ();
  g_ptr_array_add (findings->events, event);

  return event;
}

/**
 * apo_findings_add_relation:
 *
 * Returns: (transfer none): a new relation without evidence, directed as its kind is
 */
ApoFoundRelation *
apo_findings_add_relation (ApoFindings    *findings,
                           int             from,
                           int             to,
                           ApoRelationKind kind)
{
  ApoFoundRelation *relation = g_new0 (ApoFoundRelation, 1);

  relation->from = from;
  relation->to = to;
  relation->kind = kind;
  relation->directed = apo_relation_kind_is_directed (kind);
  relation->evidence = apo_spans_new ();
  relation->claims = indices_new ();
  g_ptr_array_add (findings->relations, relation);

  return relation;
}

static void
copy_actor (ApoFindings         *copy,
            const ApoFoundActor *actor)
{
  ApoFoundActor *new = apo_findings_add_actor (copy, actor->name, actor->kind, actor->region);

  g_array_append_vals (new->mentions, actor->mentions->data, actor->mentions->len);
}

static void
copy_claim (ApoFindings         *copy,
            const ApoFoundClaim *claim)
{
  ApoFoundClaim *new = g_new0 (ApoFoundClaim, 1);

  *new = *claim;
  new->content = g_array_copy (claim->content);
  new->disclaimers = g_array_copy (claim->disclaimers);
  new->about = g_array_copy (claim->about);
  g_ptr_array_add (copy->claims, new);
}

static void
copy_time (ApoFindings        *copy,
           const ApoFoundTime *time)
{
  ApoFoundTime *new = apo_findings_add_time (copy, time->span, time->type, time->value);

  new->edtf = g_strdup (time->edtf);
  new->interval = time->interval;
}

static void
copy_event (ApoFindings         *copy,
            const ApoFoundEvent *event)
{
  ApoFoundEvent *new = g_new0 (ApoFoundEvent, 1);

  *new = *event;
  new->label = g_strdup (event->label);
  new->actors = g_array_copy (event->actors);
  new->claims = g_array_copy (event->claims);
  g_ptr_array_add (copy->events, new);
}

static void
copy_relation (ApoFindings            *copy,
               const ApoFoundRelation *relation)
{
  ApoFoundRelation *new = g_new0 (ApoFoundRelation, 1);

  *new = *relation;
  new->evidence = g_array_copy (relation->evidence);
  new->claims = g_array_copy (relation->claims);
  g_ptr_array_add (copy->relations, new);
}

/**
 * apo_findings_copy:
 *
 * Returns: (transfer full): findings of their own with the same in them, but for the fingerprint,
 *   which is for the engine to set when it has come to the end
 */
ApoFindings *
apo_findings_copy (ApoFindings *findings)
{
  ApoFindings *copy = apo_findings_new ();

  copy->language = g_strdup (findings->language);
  copy->title = g_strdup (findings->title);
  copy->byline = g_strdup (findings->byline);
  copy->outlet = g_strdup (findings->outlet);
  copy->date = findings->date;
  copy->length = findings->length;
  copy->n_words = findings->n_words;
  g_array_append_vals (copy->sentences, findings->sentences->data, findings->sentences->len);
  g_array_append_vals (copy->entities, findings->entities->data, findings->entities->len);

  for (guint i = 0; i < findings->actors->len; i++)
    copy_actor (copy, findings->actors->pdata[i]);
  for (guint i = 0; i < findings->claims->len; i++)
    copy_claim (copy, findings->claims->pdata[i]);
  for (guint i = 0; i < findings->times->len; i++)
    copy_time (copy, findings->times->pdata[i]);
  for (guint i = 0; i < findings->events->len; i++)
    copy_event (copy, findings->events->pdata[i]);
  for (guint i = 0; i < findings->relations->len; i++)
    copy_relation (copy, findings->relations->pdata[i]);

  return copy;
}

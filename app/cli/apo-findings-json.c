/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-findings-json.h"

typedef struct {
  JsonBuilder *builder;
  ApoText *text;
  ApoFindings *findings;
} Writer;

static void
add_string (Writer     *w,
            const char *key,
            const char *value)
{
  json_builder_set_member_name (w->builder, key);
  if (value != NULL)
    json_builder_add_string_value (w->builder, value);
  else
    json_builder_add_null_value (w->builder);
}

static void
add_nick (Writer     *w,
          const char *key,
          GType       type,
          int         value)
{
  add_string (w, key, apo_enum_to_nick (type, value));
}

static void
add_int (Writer     *w,
         const char *key,
         gint64      value)
{
  json_builder_set_member_name (w->builder, key);
  json_builder_add_int_value (w->builder, value);
}

static void
add_id (Writer     *w,
        const char *key,
        char        letter,
        int         index)
{
  g_autofree char *id = index != APO_FOUND_NONE ? g_strdup_printf ("%c%d", letter, index + 1)
    : NULL;

  add_string (w, key, id);
}

static void
add_ids (Writer     *w,
         const char *key,
         char        letter,
         GArray     *indices)
{
  json_builder_set_member_name (w->builder, key);
  json_builder_begin_array (w->builder);
  for (guint i = 0; i < indices->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%c%d", letter, g_array_index (indices, int, i) + 1);

      json_builder_add_string_value (w->builder, id);
    }
  json_builder_end_array (w->builder);
}

static void
add_pair (Writer  *w,
          ApoSpan  span)
{
  json_builder_begin_array (w->builder);
  json_builder_add_int_value (w->builder, span.start);
  json_builder_add_int_value (w->builder, span.end);
  json_builder_end_array (w->builder);
}

static void
add_span (Writer     *w,
          const char *key,
          ApoSpan     span)
{
  json_builder_set_member_name (w->builder, key);
  if (apo_span_get_length (span) > 0)
    add_pair (w, span);
  else
    json_builder_add_null_value (w->builder);
}

static void
add_spans (Writer     *w,
           const char *key,
           GArray     *spans)
{
  json_builder_set_member_name (w->builder, key);
  json_builder_begin_array (w->builder);
  for (guint i = 0; i < spans->len; i++)
    add_pair (w, g_array_index (spans, ApoSpan, i));
  json_builder_end_array (w->builder);
}

static void
add_text (Writer     *w,
          const char *key,
          ApoSpan     span)
{
  g_autofree char *text = apo_span_get_length (span) > 0 ? apo_text_dup_slice (w->text, span)
    : NULL;

  add_string (w, key, text);
}

/* Where it stands, with its words. */
static void
add_place (Writer  *w,
           ApoSpan  span)
{
  add_int (w, "start", span.start);
  add_int (w, "end", span.end);
  add_text (w, "text", span);
}

static void
add_day (Writer     *w,
         const char *key,
         ApoDay      day)
{
  g_autofree char *iso = day != APO_DAY_NONE ? apo_day_format (day) : NULL;

  add_string (w, key, iso);
}

static void
write_actor (Writer *w,
             guint   index)
{
  const ApoFoundActor *actor = g_ptr_array_index (w->findings->actors, index);

  add_id (w, "id", 'a', index);
  add_string (w, "name", actor->name);
  add_nick (w, "kind", APO_TYPE_ACTOR_KIND, actor->kind);
  add_string (w, "region", actor->region);
  json_builder_set_member_name (w->builder, "mentions");
  json_builder_begin_array (w->builder);
  for (guint i = 0; i < actor->mentions->len; i++)
    {
      const ApoMention *mention = &g_array_index (actor->mentions, ApoMention, i);

      json_builder_begin_object (w->builder);
      add_place (w, mention->span);
      add_nick (w, "form", APO_TYPE_MENTION_FORM, mention->form);
      json_builder_end_object (w->builder);
    }
  json_builder_end_array (w->builder);
}

static void
write_claim (Writer *w,
             guint   index)
{
  const ApoFoundClaim *claim = g_ptr_array_index (w->findings->claims, index);
  const ApoSpan *content = (const ApoSpan *) (gconstpointer) claim->content->data;
  g_autofree char *text = apo_text_dup_slices (w->text, content, claim->content->len);

  add_id (w, "id", 'c', index);
  add_spans (w, "content", claim->content);
  add_string (w, "text", text);
  add_span (w, "cue", claim->cue);
  add_text (w, "cue_text", claim->cue);
  add_span (w, "source", claim->source);
  add_id (w, "speaker", 'a', claim->speaker);
  add_id (w, "reported_by", 'c', claim->reported_by);
  add_nick (w, "form", APO_TYPE_CLAIM_FORM, claim->form);
  add_nick (w, "type", APO_TYPE_CLAIM_TYPE, claim->type);
  add_nick (w, "certainty", APO_TYPE_CERTAINTY, claim->certainty);
  add_spans (w, "disclaimers", claim->disclaimers);
  add_ids (w, "about", 'a', claim->about);
  add_id (w, "statement_time", 't', claim->statement_time);
  add_id (w, "event_time", 't', claim->event_time);
}

static void
write_time (Writer *w,
            guint   index)
{
  const ApoFoundTime *time = g_ptr_array_index (w->findings->times, index);

  add_id (w, "id", 't', index);
  add_place (w, time->span);
  add_nick (w, "type", APO_TYPE_TIME_TYPE, time->type);
  add_string (w, "value", time->value);
  add_string (w, "edtf", time->edtf);
  add_day (w, "earliest", time->interval.earliest);
  add_day (w, "latest", time->interval.latest);
}

static void
write_event (Writer *w,
             guint   index)
{
  const ApoFoundEvent *event = g_ptr_array_index (w->findings->events, index);

  add_id (w, "id", 'e', index);
  add_place (w, event->span);
  add_string (w, "label", event->label);
  add_id (w, "time", 't', event->time);
  add_id (w, "statement_time", 't', event->statement_time);
  add_day (w, "earliest", event->interval.earliest);
  add_day (w, "latest", event->interval.latest);
  add_nick (w, "precision", APO_TYPE_PRECISION, event->precision);
  add_ids (w, "actors", 'a', event->actors);
  add_ids (w, "claims", 'c', event->claims);
}

static void
write_relation (Writer *w,
                guint   index)
{
  const ApoFoundRelation *relation = g_ptr_array_index (w->findings->relations, index);

  add_id (w, "id", 'r', index);
  add_id (w, "from", 'a', relation->from);
  add_id (w, "to", 'a', relation->to);
  add_nick (w, "kind", APO_TYPE_RELATION_KIND, relation->kind);
  json_builder_set_member_name (w->builder, "directed");
  json_builder_add_boolean_value (w->builder, relation->directed);
  add_nick (w, "certainty", APO_TYPE_CERTAINTY, relation->certainty);
  add_spans (w, "evidence", relation->evidence);
  add_ids (w, "claims", 'c', relation->claims);
}

static void
write_entity (Writer *w,
              guint   index)
{
  const ApoFoundEntity *entity = &g_array_index (w->findings->entities, ApoFoundEntity, index);

  add_place (w, entity->span);
  add_nick (w, "type", APO_TYPE_ENTITY_TYPE, entity->type);
}

static void
write_list (Writer      *w,
            const char  *key,
            guint        n,
            void       (*write) (Writer *w, guint index))
{
  json_builder_set_member_name (w->builder, key);
  json_builder_begin_array (w->builder);
  for (guint i = 0; i < n; i++)
    {
      json_builder_begin_object (w->builder);
      write (w, i);
      json_builder_end_object (w->builder);
    }
  json_builder_end_array (w->builder);
}

static const char *
or_empty (const char *string)
{
  return string != NULL ? string : "";
}

static void
write_article (Writer *w)
{
  json_builder_set_member_name (w->builder, "article");
  json_builder_begin_object (w->builder);
  add_string (w, "title", or_empty (w->findings->title));
  add_string (w, "byline", or_empty (w->findings->byline));
  add_string (w, "outlet", or_empty (w->findings->outlet));
  add_day (w, "date", w->findings->date);
  add_int (w, "length", w->findings->length);
  json_builder_end_object (w->builder);
}

static void
write_timing (Writer                  *w,
              const ApoFindingsTiming *timing)
{
  json_builder_set_member_name (w->builder, "timing");
  json_builder_begin_object (w->builder);
  json_builder_set_member_name (w->builder, "load_ms");
  json_builder_add_double_value (w->builder, timing->load_ms);
  json_builder_set_member_name (w->builder, "analyze_ms");
  json_builder_add_double_value (w->builder, timing->analyze_ms);
  json_builder_set_member_name (w->builder, "stages_ms");
  json_builder_begin_object (w->builder);
  for (guint i = 0; i < timing->n_stages; i++)
    {
      json_builder_set_member_name (w->builder, timing->stages[i]);
      json_builder_add_double_value (w->builder, timing->stage_ms[i]);
    }
  json_builder_end_object (w->builder);
  add_int (w, "words", w->findings->n_words);
  json_builder_end_object (w->builder);
}

/**
 * apo_findings_to_json:
 * @file: (nullable): the file as the command line named it, where there are several
 * @timing: (nullable): how long it took
 *
 * Returns: (transfer full): the findings as `apostille-cli analyze` prints them
 */
JsonNode *
apo_findings_to_json (ApoFindings             *findings,
                      ApoArticle              *article,
                      const char              *file,
                      const ApoFindingsTiming *timing)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  Writer w = { builder, apo_article_get_text (article), findings };

  json_builder_begin_object (builder);
  if (file != NULL)
    add_string (&w, "file", file);
  add_string (&w, "format", "apostille-findings");
  add_int (&w, "version", 1);
  add_string (&w, "language", findings->language);
  add_string (&w, "fingerprint", findings->fingerprint);
  write_article (&w);
  add_spans (&w, "sentences", findings->sentences);
  write_list (&w, "actors", findings->actors->len, write_actor);
  write_list (&w, "entities", findings->entities->len, write_entity);
  write_list (&w, "claims", findings->claims->len, write_claim);
  write_list (&w, "times", findings->times->len, write_time);
  write_list (&w, "events", findings->events->len, write_event);
  write_list (&w, "relations", findings->relations->len, write_relation);
  if (timing != NULL)
    write_timing (&w, timing);
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

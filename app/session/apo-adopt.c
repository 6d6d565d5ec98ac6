/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-adopt-private.h"

#include <glib/gi18n-lib.h>

#include "apo-dossier-private.h"
#include "apo-match.h"

typedef struct {
  ApoDossier *dossier;
  ApoArticle *article;
  ApoFindings *findings;
  ApoMatcher *matcher;
  ApoCommand *command;                  /* (nullable): NULL for the opening state */
  GPtrArray *ids[APO_N_ITEM_TYPES];     /* char*, by index; NULL for what is not to be referred to */
  GPtrArray *is_new[APO_N_ITEM_TYPES];  /* gboolean, by index */
  GHashTable *used;                     /* char*, ids given so far */
} Adoption;

static void
adoption_init (Adoption    *self,
               ApoDossier  *dossier,
               ApoArticle  *article,
               ApoFindings *findings,
               ApoCommand  *command)
{
  self->dossier = dossier;
  self->article = article;
  self->findings = findings;
  self->command = command;
  self->matcher = apo_matcher_new (dossier, apo_article_get_number (article));
  self->used = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    {
      self->ids[type] = g_ptr_array_new_with_free_func (g_free);
      self->is_new[type] = g_ptr_array_new ();
    }
}

static void
adoption_clear (Adoption *self)
{
  apo_matcher_free (self->matcher);
  g_hash_table_unref (self->used);
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    {
      g_ptr_array_unref (self->ids[type]);
      g_ptr_array_unref (self->is_new[type]);
    }
}

/* Names the next thing that was found: after the item it matches, or anew.  In the opening state the
 * items are made anew either way, but what can keep its id keeps it. */
static void
add_id (Adoption   *self,
        ApoItemType type,
        ApoItem    *match)
{
  char *id = match != NULL ? g_strdup (apo_item_get_id (match)) : NULL;

  if (self->command == NULL && id != NULL && g_hash_table_contains (self->used, id))
    g_clear_pointer (&id, g_free);

  g_ptr_array_add (self->is_new[type], GINT_TO_POINTER (self->command == NULL || id == NULL));
  if (id == NULL)
    id = apo_dossier_mint_id (self->dossier, type);
  g_hash_table_add (self->used, id);
  g_ptr_array_add (self->ids[type], id);
}

/* The id of something that was found, empty where there is none. */
static const char *
get_id (Adoption   *self,
        ApoItemType type,
        int         index)
{
  return index == APO_FOUND_NONE ? "" : self->ids[type]->pdata[index];
}

/* The same, but without what the reader dismissed: new items do not refer to it. */
static const char *
get_live_id (Adoption *self,
             int       actor)
{
  const char *id = get_id (self, APO_ITEM_ACTOR, actor);
  ApoItem *item = apo_dossier_lookup (self->dossier, id);

  return item != NULL && apo_actor_is_dismissed (APO_ACTOR (item)) ? "" : id;
}

static void
assign_ids (Adoption *self)
{
  ApoFindings *findings = self->findings;

  for (guint i = 0; i < findings->actors->len; i++)
    add_id (self, APO_ITEM_ACTOR,
            apo_matcher_find_actor (self->matcher, findings->actors->pdata[i]));

  for (guint i = 0; i < findings->claims->len; i++)
    {
      const ApoFoundClaim *claim = findings->claims->pdata[i];

      add_id (self, APO_ITEM_CLAIM,
              apo_matcher_find_claim (self->matcher, claim,
                                      get_id (self, APO_ITEM_ACTOR, claim->speaker)));
    }

  for (guint i = 0; i < findings->times->len; i++)
    {
      const ApoFoundTime *time = findings->times->pdata[i];

      add_id (self, APO_ITEM_TIME,
              apo_matcher_find_span (self->matcher, APO_ITEM_TIME, time->span));
    }

  for (guint i = 0; i < findings->events->len; i++)
    {
      const ApoFoundEvent *event = findings->events->pdata[i];

      add_id (self, APO_ITEM_EVENT,
              apo_matcher_find_span (self->matcher, APO_ITEM_EVENT, event->span));
    }

  for (guint i = 0; i < findings->relations->len; i++)
    {
      const ApoFoundRelation *relation = findings->relations->pdata[i];

      add_id (self, APO_ITEM_RELATION,
              apo_matcher_find_relation (self->matcher, relation,
                                         get_id (self, APO_ITEM_ACTOR, relation->from),
                                         get_id (self, APO_ITEM_ACTOR, relation->to)));
    }
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
set_refs (Adoption   *self,
          ApoItem    *item,
          guint       field,
          ApoItemType type,
          GArray     *indices)
{
  g_autoptr (GPtrArray) refs = g_ptr_array_new ();

  for (guint i = 0; i < indices->len; i++)
    {
      int index = g_array_index (indices, int, i);
      const char *id = type == APO_ITEM_ACTOR ? get_live_id (self, index)
                                              : get_id (self, type, index);

      if (*id != '\0' && !g_ptr_array_find_with_equal_func (refs, id, g_str_equal, NULL))
        g_ptr_array_add (refs, (char *) id);
    }

  apo_item_set_value (item, field,
                      g_variant_new_strv ((const char *const *) refs->pdata, refs->len));
}

static void
fill_actor (Adoption *self,
            ApoItem  *item,
            guint     index)
{
  const ApoFoundActor *found = self->findings->actors->pdata[index];
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));

  for (guint i = 0; i < found->mentions->len; i++)
    {
      const ApoMention *mention = &g_array_index (found->mentions, ApoMention, i);
      ApoActorMention own = { mention->span, mention->form,
                              apo_article_get_number (self->article) };

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
fill_claim (Adoption *self,
            ApoItem  *item,
            guint     index)
{
  const ApoFoundClaim *found = self->findings->claims->pdata[index];

  set_string (item, APO_CLAIM_FIELD_ARTICLE, apo_item_get_id (APO_ITEM (self->article)));
  set_spans (item, APO_CLAIM_FIELD_CONTENT, found->content);
  set_span (item, APO_CLAIM_FIELD_CUE, found->cue);
  set_span (item, APO_CLAIM_FIELD_SOURCE, found->source);
  set_string (item, APO_CLAIM_FIELD_SPEAKER, get_live_id (self, found->speaker));
  set_string (item, APO_CLAIM_FIELD_REPORTED_BY,
              get_id (self, APO_ITEM_CLAIM, found->reported_by));
  set_int (item, APO_CLAIM_FIELD_FORM, found->form);
  set_int (item, APO_CLAIM_FIELD_TYPE, found->type);
  set_int (item, APO_CLAIM_FIELD_CERTAINTY, found->certainty);
  set_spans (item, APO_CLAIM_FIELD_DISCLAIMERS, found->disclaimers);
  set_refs (self, item, APO_CLAIM_FIELD_ABOUT, APO_ITEM_ACTOR, found->about);
  set_string (item, APO_CLAIM_FIELD_STATEMENT_TIME,
              get_id (self, APO_ITEM_TIME, found->statement_time));
  set_string (item, APO_CLAIM_FIELD_EVENT_TIME, get_id (self, APO_ITEM_TIME, found->event_time));
}

static void
fill_time (Adoption *self,
           ApoItem  *item,
           guint     index)
{
  const ApoFoundTime *found = self->findings->times->pdata[index];

  set_string (item, APO_TIME_FIELD_ARTICLE, apo_item_get_id (APO_ITEM (self->article)));
  set_span (item, APO_TIME_FIELD_SPAN, found->span);
  set_int (item, APO_TIME_FIELD_TYPE, found->type);
  set_string (item, APO_TIME_FIELD_VALUE, found->value);
  set_string (item, APO_TIME_FIELD_EDTF, found->edtf);
  set_int (item, APO_TIME_FIELD_EARLIEST, found->interval.earliest);
  set_int (item, APO_TIME_FIELD_LATEST, found->interval.latest);
}

static void
fill_event (Adoption *self,
            ApoItem  *item,
            guint     index)
{
  const ApoFoundEvent *found = self->findings->events->pdata[index];

  set_string (item, APO_EVENT_FIELD_ARTICLE, apo_item_get_id (APO_ITEM (self->article)));
  set_span (item, APO_EVENT_FIELD_SPAN, found->span);
  set_string (item, APO_EVENT_FIELD_LABEL, found->label);
  set_string (item, APO_EVENT_FIELD_TIME, get_id (self, APO_ITEM_TIME, found->time));
  set_string (item, APO_EVENT_FIELD_STATEMENT_TIME,
              get_id (self, APO_ITEM_TIME, found->statement_time));
  set_int (item, APO_EVENT_FIELD_EARLIEST, found->interval.earliest);
  set_int (item, APO_EVENT_FIELD_LATEST, found->interval.latest);
  set_int (item, APO_EVENT_FIELD_PRECISION, found->precision);
  set_int (item, APO_EVENT_FIELD_CERTAINTY, found->certainty);
  set_refs (self, item, APO_EVENT_FIELD_ACTORS, APO_ITEM_ACTOR, found->actors);
  set_refs (self, item, APO_EVENT_FIELD_CLAIMS, APO_ITEM_CLAIM, found->claims);
}

static void
fill_relation (Adoption *self,
               ApoItem  *item,
               guint     index)
{
  const ApoFoundRelation *found = self->findings->relations->pdata[index];

  set_string (item, APO_RELATION_FIELD_ARTICLE, apo_item_get_id (APO_ITEM (self->article)));
  set_string (item, APO_RELATION_FIELD_FROM, get_live_id (self, found->from));
  set_string (item, APO_RELATION_FIELD_TO, get_live_id (self, found->to));
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

/* Makes the items that are new, in the order in which references may be followed. */
static GPtrArray *
build_items (Adoption *self)
{
  static void (*const fill[]) (Adoption *, ApoItem *, guint) = {
    [APO_ITEM_ACTOR] = fill_actor,
    [APO_ITEM_CLAIM] = fill_claim,
    [APO_ITEM_TIME] = fill_time,
    [APO_ITEM_EVENT] = fill_event,
    [APO_ITEM_RELATION] = fill_relation,
  };
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    for (guint i = 0; i < self->ids[type]->len; i++)
      {
        g_autoptr (ApoItem) item = NULL;

        if (!GPOINTER_TO_INT (self->is_new[type]->pdata[i]))
          continue;
        item = apo_item_new (type, self->ids[type]->pdata[i]);
        fill[type](self, item, i);
        if (is_whole (item))
          g_ptr_array_add (items, g_steal_pointer (&item));
      }

  return items;
}

static void
set_article_field (Adoption *self,
                   guint     field,
                   GVariant *value)
{
  if (self->command != NULL)
    apo_command_set_field (self->command, APO_ITEM (self->article), field, value);
  else
    apo_item_set_value (APO_ITEM (self->article), field, value);
}

static void
fill_article_string (Adoption   *self,
                     guint       field,
                     const char *guess)
{
  if (guess != NULL && apo_item_is_default (APO_ITEM (self->article), field))
    set_article_field (self, field, g_variant_new_string (guess));
}

/* Fills what is not known of the article, and says which engine went over it to the end. */
static void
fill_article (Adoption *self)
{
  ApoFindings *findings = self->findings;
  g_autofree char *analyser = NULL;

  fill_article_string (self, APO_ARTICLE_FIELD_TITLE, findings->title);
  fill_article_string (self, APO_ARTICLE_FIELD_BYLINE, findings->byline);
  fill_article_string (self, APO_ARTICLE_FIELD_OUTLET, findings->outlet);
  fill_article_string (self, APO_ARTICLE_FIELD_LANGUAGE, findings->language);
  if (findings->date != APO_DAY_NONE
      && apo_item_is_default (APO_ITEM (self->article), APO_ARTICLE_FIELD_DATE))
    set_article_field (self, APO_ARTICLE_FIELD_DATE, g_variant_new_int32 (findings->date));

  if (findings->fingerprint == NULL)
    return;
  analyser = g_strjoin (" ", APO_VERSION, findings->fingerprint, NULL);
  set_article_field (self, APO_ARTICLE_FIELD_ANALYSER, g_variant_new_string (analyser));
}

/* One change of a list for each type: views don't follow item by item. */
static void
replace_items (ApoDossier *dossier,
               GPtrArray  *items)
{
  guint done = 0;

  for (guint type = APO_N_ITEM_TYPES - 1; type > APO_ITEM_ARTICLE; type--)
    apo_dossier_remove_all (dossier, type);

  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    {
      guint first = done;

      while (done < items->len && apo_item_get_item_type (items->pdata[done]) == type)
        done++;
      if (done > first)
        apo_dossier_append_all (dossier, type, (ApoItem **) items->pdata + first, done - first);
    }
}

/**
 * apo_adopt_as_opening:
 * @dossier: one whose items, articles aside, all come from an earlier call
 * @article: of @dossier, the one that was analysed
 *
 * Makes the findings the items of the dossier, in the place of those of an earlier pass; what is the
 * same as before keeps its id.  No command: it cannot be undone.
 */
void
apo_adopt_as_opening (ApoDossier  *dossier,
                      ApoArticle  *article,
                      ApoFindings *findings)
{
  Adoption self;
  g_autoptr (GPtrArray) items = NULL;

  adoption_init (&self, dossier, article, findings, NULL);
  assign_ids (&self);
  items = build_items (&self);
  fill_article (&self);
  adoption_clear (&self);

  replace_items (dossier, items);
}

/**
 * apo_adopt_as_command:
 * @article: of @dossier, the one that was analysed
 *
 * Returns: (transfer full): a command that adds what is new in the findings and leaves all the rest
 *   alone: nothing that is there is changed, and nothing that was dismissed, merged, split, trimmed
 *   or re-attributed comes back
 */
ApoCommand *
apo_adopt_as_command (ApoDossier  *dossier,
                      ApoArticle  *article,
                      ApoFindings *findings)
{
  ApoCommand *command = apo_command_new (_("New findings"));
  g_autoptr (GPtrArray) items = NULL;
  Adoption self;

  adoption_init (&self, dossier, article, findings, command);
  assign_ids (&self);
  items = build_items (&self);
  for (guint i = 0; i < items->len; i++)
    apo_command_add_item (command, items->pdata[i]);
  fill_article (&self);
  adoption_clear (&self);

  return command;
}

/**
 * apo_adopt_build_all:
 * @article: of @dossier, the one that was analysed
 *
 * Returns: (transfer full) (element-type ApoItem): all that was found as items of no dossier, in the
 *   order in which references may be followed; those that match an item of @dossier have its id
 */
GPtrArray *
apo_adopt_build_all (ApoDossier  *dossier,
                     ApoArticle  *article,
                     ApoFindings *findings)
{
  g_autoptr (ApoCommand) nothing = apo_command_new ("");
  GPtrArray *items;
  Adoption self;

  adoption_init (&self, dossier, article, findings, nothing);
  assign_ids (&self);
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    for (guint i = 0; i < self.is_new[type]->len; i++)
      self.is_new[type]->pdata[i] = GINT_TO_POINTER (TRUE);
  items = build_items (&self);
  adoption_clear (&self);

  return items;
}

/**
 * apo_adopt_fill_article:
 *
 * Adds to @command what the findings say of the article that is not known, and which engine went
 * over it.
 */
void
apo_adopt_fill_article (ApoDossier  *dossier,
                        ApoArticle  *article,
                        ApoFindings *findings,
                        ApoCommand  *command)
{
  Adoption self = {
    .dossier = dossier, .article = article, .findings = findings, .command = command,
  };

  fill_article (&self);
}

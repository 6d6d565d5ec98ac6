/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-sample-edit.h"

#include "apo-edit.h"

/* What an edit may be done to: any of each type, or NULL. */
typedef struct {
  ApoHistory *history;
  GRand *rand;
  ApoItem *items[APO_N_ITEM_TYPES];
  ApoItem *others[APO_N_ITEM_TYPES];
  GListModel *some[APO_N_ITEM_TYPES];
  ApoSpan span;
} Sample;

static const char *const words[] = { "", "quai", "Oslo", "« digue »", "Odile Carrère", "x\ny" };

static int
pick (Sample *self,
      int     n)
{
  return g_rand_int_range (self->rand, 0, n);
}

static const char *
pick_words (Sample *self)
{
  return words[pick (self, G_N_ELEMENTS (words))];
}

static ApoDay
pick_day (Sample *self)
{
  return pick (self, 4) == 0 ? APO_DAY_NONE : g_rand_int_range (self->rand, 0, 30000);
}

static ApoInterval
pick_interval (Sample *self)
{
  ApoDay a = pick_day (self);
  ApoDay b = pick_day (self);

  return a == APO_DAY_NONE || b == APO_DAY_NONE ? APO_INTERVAL_NONE
                                                : (ApoInterval) { MIN (a, b), MAX (a, b) };
}

static ApoItem *
pick_item (Sample     *self,
           ApoItemType type)
{
  GListModel *items = apo_dossier_get_items (apo_history_get_dossier (self->history), type);
  guint n = g_list_model_get_n_items (items);
  g_autoptr (ApoItem) item = n > 0 ? g_list_model_get_item (items, pick (self, n)) : NULL;

  return item;
}

static void
judge (Sample   *self,
       ApoClaim *claim,
       ApoClaim *other)
{
  GListModel *some = self->some[APO_ITEM_CLAIM];

  switch (pick (self, 10))
    {
    case 0:
      apo_edit_set_verdict (self->history, claim, pick (self, APO_N_VERDICTS), "Ada");
      break;
    case 1:
      apo_edit_set_verdicts (self->history, some, pick (self, APO_N_VERDICTS), NULL);
      break;
    case 2:
      apo_edit_set_reason (self->history, claim, pick_words (self));
      break;
    case 3:
      apo_edit_set_statuses (self->history, some, pick (self, 5), pick_day (self));
      break;
    case 4:
      apo_edit_set_due_day (self->history, claim, pick_day (self));
      break;
    case 5:
      apo_edit_set_speakers (self->history, some, (ApoActor *) self->items[APO_ITEM_ACTOR]);
      break;
    case 6:
      apo_edit_set_new_speaker (self->history, some, pick_words (self), pick (self, 6));
      break;
    case 7:
      apo_edit_set_reported_by (self->history, claim, other);
      break;
    case 8:
      apo_edit_set_claim_type (self->history, claim, pick (self, 5));
      break;
    default:
      apo_edit_set_claim_certainty (self->history, claim, pick (self, 5));
      break;
    }
}

static void
shape (Sample   *self,
       ApoClaim *claim)
{
  switch (pick (self, 5))
    {
    case 0:
      apo_edit_add_claim (self->history, self->span, (ApoActor *) self->items[APO_ITEM_ACTOR]);
      break;
    case 1:
      apo_edit_trim_claim (self->history, claim, pick (self, 2), self->span);
      break;
    case 2:
      apo_edit_split_claim (self->history, claim, self->span.start);
      break;
    case 3:
      apo_edit_join_claims (self->history, self->some[APO_ITEM_CLAIM]);
      break;
    default:
      apo_edit_set_all_dismissed (self->history, self->some[pick (self, APO_N_ITEM_TYPES)],
                                  pick (self, 2));
      break;
    }
}

static void
write_down (Sample   *self,
            ApoClaim *claim,
            ApoClaim *other)
{
  ApoSourceInfo info = { pick (self, 3), NULL, pick_words (self), NULL, pick_day (self), NULL,
                         NULL, NULL, 0 };
  ApoClaimQuery query = { .verdicts = pick (self, 64), .text = (char *) pick_words (self) };

  switch (pick (self, 8))
    {
    case 0:
      apo_edit_add_source (self->history, claim, &info);
      break;
    case 1:
      if (self->items[APO_ITEM_SOURCE] != NULL)
        apo_edit_change_source (self->history, APO_SOURCE (self->items[APO_ITEM_SOURCE]), &info);
      break;
    case 2:
      apo_edit_add_link (self->history, claim, other, pick (self, APO_N_LINK_KINDS));
      break;
    case 3:
      if (self->items[APO_ITEM_LINK] != NULL)
        apo_edit_turn_link (self->history, APO_CLAIM_LINK (self->items[APO_ITEM_LINK]));
      break;
    case 4:
      apo_edit_add_note (self->history, self->items[pick (self, APO_N_ITEM_TYPES)],
                         pick_words (self), NULL);
      break;
    case 5:
      apo_edit_add_note_on_span (self->history, self->span, pick_words (self), "Ada");
      break;
    case 6:
      if (self->items[APO_ITEM_NOTE] != NULL)
        apo_edit_set_note_text (self->history, APO_NOTE (self->items[APO_ITEM_NOTE]),
                                pick_words (self));
      break;
    default:
      apo_edit_save_view (self->history, pick_words (self), &query);
      break;
    }
}

static void
settle_actors (Sample   *self,
               ApoActor *actor)
{
  guint mentions[] = { pick (self, 3), pick (self, 3) };

  switch (pick (self, 6))
    {
    case 0:
      apo_edit_merge_actors (self->history, self->some[APO_ITEM_ACTOR],
                             pick (self, 2) ? actor : NULL);
      break;
    case 1:
      apo_edit_split_actor (self->history, actor, mentions, 2, pick_words (self));
      break;
    case 2:
      apo_edit_rename_actor (self->history, actor, pick_words (self));
      break;
    case 3:
      apo_edit_add_alias (self->history, actor, pick_words (self));
      break;
    case 4:
      apo_edit_add_actor (self->history, pick_words (self), pick (self, 6), NULL, &self->span, 1);
      break;
    default:
      apo_edit_add_mentions (self->history, actor, &self->span, 1);
      break;
    }
}

static void
settle_events (Sample *self)
{
  ApoItem **items = self->items;

  switch (pick (self, 7))
    {
    case 0:
      apo_edit_add_event (self->history, self->span, pick_words (self));
      break;
    case 1:
      if (items[APO_ITEM_EVENT] != NULL)
        apo_edit_set_event_date (self->history, APO_EVENT (items[APO_ITEM_EVENT]),
                                 pick_interval (self), pick (self, 8));
      break;
    case 2:
      if (items[APO_ITEM_TIME] != NULL)
        apo_edit_set_time (self->history, APO_TIME (items[APO_ITEM_TIME]), pick_interval (self),
                           pick (self, 8));
      break;
    case 3:
      if (items[APO_ITEM_ACTOR] != NULL)
        apo_edit_add_relation (self->history, APO_ACTOR (items[APO_ITEM_ACTOR]),
                               APO_ACTOR (self->others[APO_ITEM_ACTOR]), pick (self, 11),
                               self->span);
      break;
    case 4:
      apo_edit_set_relation_kind (self->history, self->some[APO_ITEM_RELATION], pick (self, 11));
      break;
    case 5:
      if (items[APO_ITEM_RELATION] != NULL)
        apo_edit_add_evidence (self->history, APO_RELATION (items[APO_ITEM_RELATION]), self->span);
      break;
    default:
      apo_edit_turn_relation (self->history, self->some[APO_ITEM_RELATION]);
      break;
    }
}

/* Does one of the edits to anything, if that can be. */
void
apo_sample_edit (ApoHistory *history,
                 GRand      *rand)
{
  Sample self = { .history = history, .rand = rand };
  ApoDossier *dossier = apo_history_get_dossier (history);
  guint length = apo_text_get_length (apo_article_get_text (apo_dossier_get_article (dossier)));

  self.span.start = pick (&self, length - 1);
  self.span.end = self.span.start + 1 + pick (&self, MIN (40, length - self.span.start));
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    {
      GListStore *some = g_list_store_new (APO_TYPE_ITEM);

      self.items[type] = pick_item (&self, type);
      self.others[type] = pick_item (&self, type);
      for (guint n = pick (&self, 4); n > 0 && self.items[type] != NULL; n--)
        g_list_store_append (some, pick_item (&self, type));
      self.some[type] = G_LIST_MODEL (some);
    }

  switch (pick (&self, 5))
    {
    case 0:
      if (self.items[APO_ITEM_CLAIM] != NULL)
        judge (&self, APO_CLAIM (self.items[APO_ITEM_CLAIM]),
               APO_CLAIM (self.others[APO_ITEM_CLAIM]));
      break;
    case 1:
      if (self.items[APO_ITEM_CLAIM] != NULL)
        shape (&self, APO_CLAIM (self.items[APO_ITEM_CLAIM]));
      break;
    case 2:
      if (self.items[APO_ITEM_CLAIM] != NULL)
        write_down (&self, APO_CLAIM (self.items[APO_ITEM_CLAIM]),
                    APO_CLAIM (self.others[APO_ITEM_CLAIM]));
      break;
    case 3:
      if (self.items[APO_ITEM_ACTOR] != NULL)
        settle_actors (&self, APO_ACTOR (self.items[APO_ITEM_ACTOR]));
      break;
    default:
      settle_events (&self);
      break;
    }
  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    g_object_unref (self.some[type]);
}

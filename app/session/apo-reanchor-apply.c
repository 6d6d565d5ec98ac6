/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reanchor.h"

#include <glib/gi18n-lib.h>

#include "apo-command-private.h"
#include "apo-reanchor-private.h"

/* What goes on while a command is made of a replacement. */
typedef struct {
  ApoReanchor *reanchor;
  ApoDossier *dossier;
  ApoCommand *command;
  const ApoReanchorVersion *version;    /* whose items are gone through */
  const char *new_id;                   /* of the newer article */
  guint old_number;                     /* that the replaced article gets */
  GVariantBuilder anchors;              /* of the version */
} Application;

/* What became of the passages of one field. */
typedef struct {
  GArray *spans;                /* ApoSpan: where those are that were placed */
  GArray *unplaced;             /* ApoSpan: where the others were */
  gboolean asks;
  gboolean changed;
} Outcome;

static void
outcome_clear (Outcome *outcome)
{
  g_array_unref (outcome->spans);
  g_array_unref (outcome->unplaced);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outcome, outcome_clear)

static GVariant *
make_spans (GArray *spans)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), spans->data, spans->len,
                                    sizeof (ApoSpan));
}

/* Takes together what became of the passages of @field among the @n targets of an item. */
static void
take_outcome (const ApoReanchorTarget *targets,
              guint                    n,
              guint                    field,
              Outcome                 *outcome)
{
  outcome->spans = apo_spans_new ();
  outcome->unplaced = apo_spans_new ();
  outcome->asks = outcome->changed = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const ApoPlace *place = &targets[i].place;

      if (targets[i].field != field)
        continue;
      if (place->state <= APO_PLACE_MOVED)
        {
          g_array_append_val (outcome->spans, place->span);
          outcome->changed = outcome->changed || place->changed;
        }
      else
        {
          g_array_append_val (outcome->unplaced, place->old_span);
          outcome->asks = outcome->asks || place->state == APO_PLACE_ASK;
        }
    }
  g_array_sort (outcome->spans, apo_span_compare);
}

/* Writes down where a field stood in the version that is gone through. */
static void
keep_anchor (Application *self,
             ApoItem     *item,
             guint        field,
             GVariant    *spans)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  g_variant_builder_add (&self->anchors, "(ss@a(uu))", apo_item_get_id (item), fields[field].key,
                         spans);
}

static void
set_string (Application *self,
            ApoItem     *item,
            guint        field,
            const char  *string)
{
  apo_command_set_field (self->command, item, field, g_variant_new_string (string));
}

static void
set_anchor (Application *self,
            ApoItem     *item,
            ApoAnchor    anchor)
{
  apo_command_set_field (self->command, item, apo_item_find_field (item, "anchor"),
                         g_variant_new_int32 (anchor));
  if (anchor != APO_ANCHOR_PLACED && APO_IS_CLAIM (item)
      && apo_claim_get_verdict (APO_CLAIM (item)) != APO_VERDICT_NONE)
    apo_command_set_field (self->command, item, APO_CLAIM_FIELD_STATUS,
                           g_variant_new_int32 (APO_STATUS_REVIEW_AGAIN));
}

/* Leaves an item where it stands: in what is an older version from now on. */
static void
leave_item (Application *self,
            ApoItem     *item,
            gboolean     asks)
{
  if (self->version->article == apo_dossier_get_article (self->dossier))
    set_anchor (self, item, asks ? APO_ANCHOR_ASK : APO_ANCHOR_LOST);
}

/* Finds out where a field of an item goes in the newer text.  Returns whether all its words are
 * there. */
static gboolean
move_field (Application             *self,
            ApoItem                 *item,
            guint                    field,
            const ApoReanchorTarget *targets,
            guint                    n,
            GVariant               **value)
{
  g_auto (Outcome) outcome = { 0 };

  take_outcome (targets, n, field, &outcome);
  if (outcome.spans->len + outcome.unplaced->len == 0)
    return TRUE;

  if (outcome.changed)
    keep_anchor (self, item, field, apo_item_get_value (item, field));
  else if (outcome.unplaced->len > 0)
    keep_anchor (self, item, field, make_spans (outcome.unplaced));
  *value = make_spans (outcome.spans);

  return !outcome.changed && outcome.unplaced->len == 0;
}

/* Whether an item can go to the newer text: a relation or what has no passage at all, with part of
 * its evidence; everything else, whole. */
static gboolean
can_go (ApoItem       *item,
        const Outcome *outcome)
{
  if (outcome->unplaced->len == 0)
    return TRUE;

  return APO_IS_RELATION (item) && outcome->spans->len > 0;
}

static void
apply_to_item (Application             *self,
               ApoItem                 *item,
               const ApoReanchorTarget *targets,
               guint                    n)
{
  g_auto (Outcome) main = { 0 };
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);
  g_autofree GVariant **passages = g_new0 (GVariant *, n_fields);
  int anchor = apo_item_find_field (item, "anchor");
  gboolean same = TRUE;

  take_outcome (targets, n, apo_item_get_place_field (item), &main);
  if (!can_go (item, &main))
    {
      leave_item (self, item, main.asks);
      return;
    }

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == APO_FIELD_SPAN || fields[i].kind == APO_FIELD_SPANS)
      same = move_field (self, item, i, targets, n, &passages[i]) && same;
  apo_reanchor_relocate (self->command, item, self->new_id, passages);

  if (!same)
    set_anchor (self, item, APO_ANCHOR_CHANGED);
  else if (apo_item_get_int (item, anchor) > APO_ANCHOR_CHANGED)
    set_anchor (self, item, APO_ANCHOR_PLACED);
}

/* What does not say which text it is of, and so is of the first one, says so before another is
 * first. */
static void
name_article (Application *self)
{
  ApoItem *article = APO_ITEM (apo_dossier_get_article (self->dossier));

  for (guint type = APO_ITEM_CLAIM; type < APO_N_ITEM_TYPES; type++)
    {
      GListModel *items = apo_dossier_get_items (self->dossier, type);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (ApoItem) item = g_list_model_get_item (items, i);

          if (apo_reanchor_is_of (self->dossier, item, APO_ARTICLE (article)))
            set_string (self, item, apo_item_find_article (item), apo_item_get_id (article));
        }
    }
}

/* Goes over all items of the version, also those that stand nowhere in its text. */
static void
apply_to_items (Application *self)
{
  const ApoReanchorTarget *targets = NULL;
  guint next = self->version->first;
  guint end = next + self->version->n;

  if (self->version->n > 0)
    targets = &g_array_index (self->reanchor->targets, ApoReanchorTarget, 0);
  while (next < end && targets[next].type == APO_ITEM_ACTOR)
    next++;

  for (guint type = APO_ITEM_CLAIM; type < APO_N_ITEM_TYPES; type++)
    {
      GListModel *items = apo_dossier_get_items (self->dossier, type);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (ApoItem) item = g_list_model_get_item (items, i);
          guint first = next;

          if (!apo_reanchor_is_of (self->dossier, item, self->version->article))
            continue;
          while (next < end && g_str_equal (targets[next].id, apo_item_get_id (item)))
            next++;
          apply_to_item (self, item, next > first ? targets + first : NULL, next - first);
        }
    }
}

static int
compare_mentions (gconstpointer a,
                  gconstpointer b)
{
  const ApoActorMention *x = a;
  const ApoActorMention *y = b;

  if (x->article != y->article)
    return x->article < y->article ? -1 : 1;

  return apo_span_compare (&x->span, &y->span);
}

/* Where the mentions of all actors are now: char* → GArray of ApoActorMention. */
static GHashTable *
move_mentions (Application *self)
{
  GHashTable *moved = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) g_array_unref);
  guint current = g_array_index (self->reanchor->versions, ApoReanchorVersion, 0).number;

  for (guint i = 0; i < self->reanchor->versions->len; i++)
    {
      const ApoReanchorVersion *version =
        &g_array_index (self->reanchor->versions, ApoReanchorVersion, i);

      for (guint j = 0; j < version->n; j++)
        {
          const ApoReanchorTarget *target = apo_reanchor_get_target (self->reanchor,
                                                                     version->first + j);
          ApoItem *actor = apo_dossier_lookup (self->dossier, target->id);
          GArray *mentions;
          ApoActorMention *mention;

          if (target->type != APO_ITEM_ACTOR)
            continue;
          mentions = g_hash_table_lookup (moved, target->id);
          if (mentions == NULL)
            {
              guint n;
              const ApoActorMention *own = apo_actor_get_mentions (APO_ACTOR (actor), &n);

              mentions = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));
              g_array_append_vals (mentions, own, n);
              g_hash_table_insert (moved, target->id, mentions);
            }
          mention = &g_array_index (mentions, ApoActorMention, target->index);
          if (target->place.state <= APO_PLACE_MOVED)
            {
              mention->article = current;
              mention->span = target->place.span;
            }
          else if (i == 0)
            mention->article = self->old_number;
        }
    }

  return moved;
}

static void
apply_to_actors (Application *self)
{
  g_autoptr (GHashTable) moved = move_mentions (self);
  GListModel *actors = apo_dossier_get_items (self->dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoItem) actor = g_list_model_get_item (actors, i);
      GArray *mentions = g_hash_table_lookup (moved, apo_item_get_id (actor));

      if (mentions == NULL)
        continue;
      g_array_sort (mentions, compare_mentions);
      apo_command_set_field (self->command, actor, APO_ACTOR_FIELD_MENTIONS,
                             g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), mentions->data,
                                                        mentions->len, sizeof (ApoActorMention)));
    }
}

/* The newer article with what was known of the one it replaces: what the reader put right stays. */
static ApoItem *
build_article (ApoReanchor *reanchor,
               const char  *id)
{
  static const guint kept[] = {
    APO_ARTICLE_FIELD_TITLE, APO_ARTICLE_FIELD_BYLINE, APO_ARTICLE_FIELD_OUTLET,
    APO_ARTICLE_FIELD_DATE, APO_ARTICLE_FIELD_LANGUAGE,
  };
  ApoItem *old = APO_ITEM (apo_dossier_get_article (reanchor->dossier));
  ApoItem *item = apo_item_new (APO_ITEM_ARTICLE, id);
  guint n_fields;

  apo_item_get_fields (item, &n_fields);
  apo_article_set_text (APO_ARTICLE (item), reanchor->new_text);
  for (guint i = 0; i < n_fields; i++)
    apo_item_set_value (item, i, apo_item_get_value (APO_ITEM (reanchor->newer), i));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (!apo_item_is_default (old, kept[i]))
      apo_item_set_value (item, kept[i], apo_item_get_value (old, kept[i]));
  apo_item_set_value (item, APO_ARTICLE_FIELD_NUMBER,
                      apo_item_get_value (old, APO_ARTICLE_FIELD_NUMBER));

  return item;
}

/* Whether the passages are still those that were taken down. */
static gboolean
is_current (ApoReanchor *reanchor)
{
  if (g_array_index (reanchor->versions, ApoReanchorVersion, 0).article
      != apo_dossier_get_article (reanchor->dossier))
    return FALSE;

  for (guint i = 0; i < reanchor->versions->len; i++)
    {
      const ApoReanchorVersion *version =
        &g_array_index (reanchor->versions, ApoReanchorVersion, i);
      g_autoptr (GArray) now = apo_reanchor_collect (reanchor->dossier, version->article);

      if (now->len != version->n)
        return FALSE;
      for (guint j = 0; j < now->len; j++)
        {
          const ApoReanchorTarget *a = &g_array_index (now, ApoReanchorTarget, j);
          const ApoReanchorTarget *b = apo_reanchor_get_target (reanchor, version->first + j);

          if (!g_str_equal (a->id, b->id) || a->field != b->field || a->index != b->index
              || !apo_span_equal (a->place.old_span, b->place.old_span))
            return FALSE;
        }
    }

  return TRUE;
}

/* Starts from what the version keeps already. */
static void
start_anchors (Application *self)
{
  GVariant *kept = apo_item_get_value (APO_ITEM (self->version->article),
                                       APO_ARTICLE_FIELD_ANCHORS);

  g_variant_builder_init (&self->anchors, G_VARIANT_TYPE ("a(ssa(uu))"));
  for (gsize i = 0; i < g_variant_n_children (kept); i++)
    {
      g_autoptr (GVariant) anchor = g_variant_get_child_value (kept, i);

      g_variant_builder_add_value (&self->anchors, anchor);
    }
}

/**
 * apo_reanchor_apply:
 * @reanchor: one that was run
 *
 * Makes the newer text the first article: what was placed goes there, what was not stays in the
 * older version, which stays in the dossier with a higher number and says where things stood whose
 * words changed.  A verdict stays; its claim says that its words changed since, and is to be
 * reviewed again.
 *
 * Returns: (transfer full) (nullable): one command, or %NULL if passages of the dossier have
 *   changed since the replacement was made
 */
ApoCommand *
apo_reanchor_apply (ApoReanchor *reanchor)
{
  ApoItem *old = APO_ITEM (apo_dossier_get_article (reanchor->dossier));
  g_autofree char *id = NULL;
  g_autoptr (ApoItem) article = NULL;
  Application self = { .reanchor = reanchor, .dossier = reanchor->dossier };

  if (!is_current (reanchor))
    return NULL;

  id = apo_dossier_mint_id (reanchor->dossier, APO_ITEM_ARTICLE);
  article = build_article (reanchor, id);
  self.new_id = id;
  self.old_number = apo_dossier_find_free_number (reanchor->dossier, 0);
  self.command = apo_command_new (_("Replace the text"));
  name_article (&self);
  apo_command_insert_item (self.command, article, 0);
  apo_command_set_field (self.command, old, APO_ARTICLE_FIELD_NUMBER,
                         g_variant_new_int64 (self.old_number));
  set_string (&self, old, APO_ARTICLE_FIELD_REPLACED_BY, id);

  apply_to_actors (&self);
  for (guint i = 0; i < reanchor->versions->len; i++)
    {
      self.version = &g_array_index (reanchor->versions, ApoReanchorVersion, i);
      start_anchors (&self);
      apply_to_items (&self);
      apo_command_set_field (self.command, APO_ITEM (self.version->article),
                             APO_ARTICLE_FIELD_ANCHORS, g_variant_builder_end (&self.anchors));
    }

  return self.command;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reanchor.h"

#include "apo-reanchor-private.h"

static void
target_clear (ApoReanchorTarget *target)
{
  g_free (target->id);
}

static void
version_clear (ApoReanchorVersion *version)
{
  g_object_unref (version->article);
  apo_text_unref (version->text);
}

/**
 * apo_item_find_article:
 *
 * Returns: the field that says which text the passages of the item are of, or -1
 */
int
apo_item_find_article (ApoItem *item)
{
  return APO_IS_ARTICLE (item) ? -1 : apo_item_find_field (item, "article");
}

/**
 * apo_reanchor_is_of:
 *
 * Returns: whether the passages of @item are of the text of @article; those that do not say are of
 *   the first one
 */
gboolean
apo_reanchor_is_of (ApoDossier *dossier,
                    ApoItem    *item,
                    ApoArticle *article)
{
  int field = apo_item_find_article (item);
  const char *id = field >= 0 ? apo_item_get_string (item, field) : NULL;

  if (id == NULL)
    return FALSE;
  if (apo_dossier_lookup (dossier, id) == NULL)
    return article == apo_dossier_get_article (dossier);

  return g_str_equal (id, apo_item_get_id (APO_ITEM (article)));
}

static gboolean
is_passage (const ApoField *field)
{
  return field->kind == APO_FIELD_SPAN || field->kind == APO_FIELD_SPANS;
}

/**
 * apo_reanchor_relocate:
 * @article: the id of the text that the item stands in from now on
 * @passages: (element-type GVariant): for each field of the item its value there, floating or not;
 *   %NULL for what stays
 *
 * Moves an item from one text to another such that none of its passages reaches beyond its text at
 * any time in between: whoever replays the command may check that after each change.
 */
void
apo_reanchor_relocate (ApoCommand *command,
                       ApoItem    *item,
                       const char *article,
                       GVariant  **passages)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (is_passage (&fields[i]) && !apo_item_is_default (item, i))
      apo_command_set_field (command, item, i,
                             g_variant_new_array (G_VARIANT_TYPE ("(uu)"), NULL, 0));
  apo_command_set_field (command, item, apo_item_find_article (item),
                         g_variant_new_string (article));
  for (guint i = 0; i < n_fields; i++)
    if (is_passage (&fields[i]))
      apo_command_set_field (command, item, i, passages[i] != NULL ? passages[i]
                                                                   : apo_item_get_value (item, i));
}

static void
add_target (GArray  *targets,
            ApoItem *item,
            guint    field,
            guint    index,
            ApoSpan  span)
{
  ApoReanchorTarget target = {
    .id = g_strdup (apo_item_get_id (item)),
    .type = apo_item_get_item_type (item),
    .field = field,
    .index = index,
    .is_main = APO_IS_ACTOR (item) || (int) field == apo_item_get_place_field (item),
    .place = { .old_span = span, .state = APO_PLACE_LOST },
  };

  g_array_append_val (targets, target);
}

static void
add_mentions (GArray   *targets,
              ApoActor *actor,
              guint     number)
{
  guint n;
  const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n);

  for (guint i = 0; i < n; i++)
    if (mentions[i].article == number)
      add_target (targets, APO_ITEM (actor), APO_ACTOR_FIELD_MENTIONS, i, mentions[i].span);
}

static void
add_passages (GArray  *targets,
              ApoItem *item)
{
  guint n_fields;
  const ApoField *fields = apo_item_get_fields (item, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (is_passage (&fields[i]))
      {
        guint n;
        const ApoSpan *spans = apo_item_get_spans (item, i, &n);

        for (guint j = 0; j < n; j++)
          add_target (targets, item, i, j, spans[j]);
      }
}

/**
 * apo_reanchor_collect:
 *
 * Returns: (transfer full) (element-type ApoReanchorTarget): all passages of the text of @article
 */
GArray *
apo_reanchor_collect (ApoDossier *dossier,
                      ApoArticle *article)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (ApoReanchorTarget));

  g_array_set_clear_func (targets, (GDestroyNotify) target_clear);
  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    {
      GListModel *items = apo_dossier_get_items (dossier, type);

      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (ApoItem) item = g_list_model_get_item (items, i);

          if (type == APO_ITEM_ACTOR)
            add_mentions (targets, APO_ACTOR (item), apo_article_get_number (article));
          else if (apo_reanchor_is_of (dossier, item, article))
            add_passages (targets, item);
        }
    }

  return targets;
}

static void
add_version (ApoReanchor *self,
             ApoArticle  *article)
{
  g_autoptr (GArray) targets = apo_reanchor_collect (self->dossier, article);
  ApoReanchorVersion version = {
    g_object_ref (article), apo_text_ref (apo_article_get_text (article)),
    apo_article_get_number (article), self->targets->len, targets->len,
  };

  g_array_append_val (self->versions, version);
  g_array_append_vals (self->targets, targets->data, targets->len);
  g_array_set_clear_func (targets, NULL);
}

/**
 * apo_reanchor_new:
 * @newer: an article of no dossier, with the text that takes the place of that of the first one
 *
 * Takes down all passages of the text that is replaced, and those of older versions that were not
 * found again then.
 *
 * Returns: (transfer full): a replacement that was not run yet
 */
ApoReanchor *
apo_reanchor_new (ApoDossier *dossier,
                  ApoArticle *newer)
{
  ApoReanchor *self = g_new0 (ApoReanchor, 1);
  ApoArticle *current = apo_dossier_get_article (dossier);
  GListModel *articles = apo_dossier_get_items (dossier, APO_ITEM_ARTICLE);

  g_atomic_ref_count_init (&self->refs);
  self->dossier = g_object_ref (dossier);
  self->newer = g_object_ref (newer);
  self->new_text = apo_text_ref (apo_article_get_text (newer));
  self->versions = g_array_new (FALSE, FALSE, sizeof (ApoReanchorVersion));
  g_array_set_clear_func (self->versions, (GDestroyNotify) version_clear);
  self->targets = g_array_new (FALSE, FALSE, sizeof (ApoReanchorTarget));
  g_array_set_clear_func (self->targets, (GDestroyNotify) target_clear);

  add_version (self, current);
  for (guint i = 1; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (ApoArticle) article = g_list_model_get_item (articles, i);

      if (apo_reanchor_is_older (dossier, article, current))
        add_version (self, article);
    }

  return self;
}

/**
 * apo_reanchor_free:
 *
 * Gives it up; a thread that is at work with it may go on.
 */
void
apo_reanchor_free (ApoReanchor *reanchor)
{
  if (!g_atomic_ref_count_dec (&reanchor->refs))
    return;

  g_array_unref (reanchor->targets);
  g_array_unref (reanchor->versions);
  apo_text_unref (reanchor->new_text);
  g_object_unref (reanchor->newer);
  g_object_unref (reanchor->dossier);
  g_free (reanchor);
}

/**
 * apo_reanchor_run:
 * @cancellable: (nullable): for threads
 *
 * Finds all passages again.  For any thread, which touches nothing of the dossier.
 */
void
apo_reanchor_run (ApoReanchor  *reanchor,
                  GCancellable *cancellable)
{
  for (guint i = 0; i < reanchor->versions->len; i++)
    {
      const ApoReanchorVersion *version =
        &g_array_index (reanchor->versions, ApoReanchorVersion, i);
      g_autoptr (GArray) spans = apo_spans_new ();
      g_autoptr (GArray) places = NULL;

      for (guint j = 0; j < version->n; j++)
        g_array_append_val (spans, g_array_index (reanchor->targets, ApoReanchorTarget,
                                                  version->first + j).place.old_span);
      if (spans->len == 0)
        continue;
      places = apo_anchor_place (version->text, reanchor->new_text,
                                 (const ApoSpan *) (void *) spans->data, spans->len, cancellable);
      for (guint j = 0; j < version->n; j++)
        g_array_index (reanchor->targets, ApoReanchorTarget, version->first + j).place =
          g_array_index (places, ApoPlace, j);
    }
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  apo_reanchor_run (task_data, cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

/* The last reference may go in any thread, but the dossier belongs to the main one. */
static gboolean
free_cb (gpointer reanchor)
{
  apo_reanchor_free (reanchor);

  return G_SOURCE_REMOVE;
}

static void
free_later (gpointer reanchor)
{
  g_main_context_invoke (NULL, free_cb, reanchor);
}

/**
 * apo_reanchor_run_async:
 *
 * Finds all passages again in a thread of its own; @reanchor is not to be used until then.
 */
void
apo_reanchor_run_async (ApoReanchor         *reanchor,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_atomic_ref_count_inc (&reanchor->refs);
  g_task_set_source_tag (task, apo_reanchor_run_async);
  g_task_set_task_data (task, reanchor, free_later);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * apo_reanchor_run_finish:
 * @error: %G_IO_ERROR_CANCELLED
 */
gboolean
apo_reanchor_run_finish (GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

guint
apo_reanchor_get_n_targets (ApoReanchor *reanchor)
{
  return reanchor->targets->len;
}

/**
 * apo_reanchor_get_target:
 *
 * Returns: (transfer none): a passage, those of one item one after the other
 */
const ApoReanchorTarget *
apo_reanchor_get_target (ApoReanchor *reanchor,
                         guint        target)
{
  return &g_array_index (reanchor->targets, ApoReanchorTarget, target);
}

/**
 * apo_reanchor_count:
 *
 * Returns: the number of passages in that state
 */
guint
apo_reanchor_count (ApoReanchor  *reanchor,
                    ApoPlaceState state)
{
  guint n = 0;

  for (guint i = 0; i < reanchor->targets->len; i++)
    n += apo_reanchor_get_target (reanchor, i)->place.state == state;

  return n;
}

/**
 * apo_reanchor_get_old_text:
 *
 * Returns: (transfer none): the text that the passage stands in
 */
ApoText *
apo_reanchor_get_old_text (ApoReanchor *reanchor,
                           guint        target)
{
  const ApoReanchorVersion *version = NULL;

  for (guint i = 0; i < reanchor->versions->len; i++)
    {
      version = &g_array_index (reanchor->versions, ApoReanchorVersion, i);
      if (target < version->first + version->n)
        break;
    }

  return version->text;
}

ApoText *
apo_reanchor_get_new_text (ApoReanchor *reanchor)
{
  return reanchor->new_text;
}

/**
 * apo_reanchor_dup_old_words:
 *
 * Returns: (transfer full): what the passage said
 */
char *
apo_reanchor_dup_old_words (ApoReanchor *reanchor,
                            guint        target)
{
  return apo_text_dup_slice (apo_reanchor_get_old_text (reanchor, target),
                             apo_reanchor_get_target (reanchor, target)->place.old_span);
}

/**
 * apo_reanchor_dup_new_words:
 *
 * Returns: (transfer full): what it says now, or what the best candidate says; empty where it is
 *   lost
 */
char *
apo_reanchor_dup_new_words (ApoReanchor *reanchor,
                            guint        target)
{
  const ApoPlace *place = &apo_reanchor_get_target (reanchor, target)->place;

  if (place->state <= APO_PLACE_MOVED)
    return apo_text_dup_slice (reanchor->new_text, place->span);
  if (place->state == APO_PLACE_ASK && place->n_candidates > 0)
    return apo_text_dup_slice (reanchor->new_text, place->candidates[0].span);

  return g_strdup ("");
}

/**
 * apo_reanchor_settle:
 * @span: (nullable): where the passage is in the newer text, in code points; %NULL if it is not
 *   there
 *
 * Says for the reader where a passage is.
 */
void
apo_reanchor_settle (ApoReanchor   *reanchor,
                     guint          target,
                     const ApoSpan *span)
{
  ApoPlace *place = &g_array_index (reanchor->targets, ApoReanchorTarget, target).place;
  g_autofree char *old_words = NULL;
  g_autofree char *new_words = NULL;
  g_autofree char *old_folded = NULL;
  g_autofree char *new_folded = NULL;

  place->state = APO_PLACE_LOST;
  if (span == NULL)
    return;

  g_return_if_fail (span->start < span->end
                    && span->end <= apo_text_get_length (reanchor->new_text));

  place->state = APO_PLACE_MOVED;
  place->span = *span;
  old_words = apo_reanchor_dup_old_words (reanchor, target);
  new_words = apo_reanchor_dup_new_words (reanchor, target);
  old_folded = apo_text_dup_folded (old_words);
  new_folded = apo_text_dup_folded (new_words);
  place->changed = !g_str_equal (old_folded, new_folded);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-actors.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-edit-private.h"
#include "apo-text-find.h"

/* Names, kinds and mentions of actors, one by one. */

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

/**
 * apo_edit_put_mentions:
 * @mentions: (element-type ApoActorMention): sorted here; those that are there twice go
 */
void
apo_edit_put_mentions (ApoCommand *command,
                       gpointer    actor,
                       GArray     *mentions)
{
  g_array_sort (mentions, compare_mentions);
  for (guint i = mentions->len; i > 1; i--)
    if (compare_mentions (&g_array_index (mentions, ApoActorMention, i - 1),
                          &g_array_index (mentions, ApoActorMention, i - 2)) == 0)
      g_array_remove_index (mentions, i - 1);
  apo_command_set_field (command, APO_ITEM (actor), APO_ACTOR_FIELD_MENTIONS,
                         g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), mentions->data,
                                                    mentions->len, sizeof (ApoActorMention)));
}

/**
 * apo_edit_dup_mentions:
 *
 * Returns: (transfer full) (element-type ApoActorMention): those of @actor
 */
GArray *
apo_edit_dup_mentions (ApoActor *actor)
{
  GArray *mentions = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));
  guint n;
  const ApoActorMention *own = apo_actor_get_mentions (actor, &n);

  g_array_append_vals (mentions, own, n);

  return mentions;
}

static ApoActor *
find_mentioned (ApoDossier *dossier,
                ApoSpan     span,
                guint       number)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);
      guint n;
      const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n);

      for (guint j = 0; j < n; j++)
        if (mentions[j].article == number && apo_span_overlaps (mentions[j].span, span))
          return actor;
    }

  return NULL;
}

/**
 * apo_dossier_find_occurrences:
 * @name: one or more words
 *
 * Looks for the whole words, folded, in the text of the first article.
 *
 * Returns: (transfer full) (element-type ApoOccurrence): all places, in the order of the text, those
 *   that are mentions of an actor already too
 */
GArray *
apo_dossier_find_occurrences (ApoDossier *dossier,
                              const char *name)
{
  ApoArticle *article = apo_dossier_get_article (dossier);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (ApoOccurrence));
  g_autoptr (GArray) spans = apo_text_find_words (apo_article_get_text (article), name);

  for (guint i = 0; i < spans->len; i++)
    {
      ApoSpan span = g_array_index (spans, ApoSpan, i);
      ApoOccurrence occurrence = {
        span, find_mentioned (dossier, span, apo_article_get_number (article)),
      };

      g_array_append_val (found, occurrence);
    }

  return found;
}

static gboolean
overlaps (const ApoActorMention *mention,
          guint                  number,
          const ApoSpan         *spans,
          guint                  n_spans)
{
  return mention->article == number
         && apo_spans_get_common (&mention->span, 1, spans, n_spans) > 0;
}

/* Takes what overlaps @spans away from all actors but @except. */
static void
take_mentions (ApoCommand    *command,
               ApoDossier    *dossier,
               ApoActor      *except,
               const ApoSpan *spans,
               guint          n_spans)
{
  guint number = apo_article_get_number (apo_dossier_get_article (dossier));
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);
      g_autoptr (GArray) kept = NULL;
      guint n;
      const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n);
      gboolean taken = FALSE;

      for (guint j = 0; j < n && !taken && actor != except; j++)
        taken = overlaps (&mentions[j], number, spans, n_spans);
      if (!taken)
        continue;

      kept = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));
      for (guint j = 0; j < n; j++)
        if (!overlaps (&mentions[j], number, spans, n_spans))
          g_array_append_val (kept, mentions[j]);
      apo_edit_put_mentions (command, actor, kept);
      apo_edit_touch (command, actor);
    }
}

/* Adds spans of the first article to mentions of an actor of that name. */
static void
append_spans (ApoDossier    *dossier,
              GArray        *mentions,
              const char    *name,
              const ApoSpan *spans,
              guint          n_spans)
{
  ApoArticle *article = apo_dossier_get_article (dossier);
  g_autofree char *folded_name = apo_text_dup_folded (name);

  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *words = apo_text_dup_slice (apo_article_get_text (article), spans[i]);
      g_autofree char *folded = apo_text_dup_folded (words);
      ApoActorMention mention = {
        spans[i], g_str_equal (folded, folded_name) ? APO_MENTION_NAME : APO_MENTION_ALIAS,
        apo_article_get_number (article),
      };

      for (guint j = mentions->len; j > 0; j--)
        {
          const ApoActorMention *own = &g_array_index (mentions, ApoActorMention, j - 1);

          if (own->article == mention.article && apo_span_overlaps (own->span, mention.span))
            g_array_remove_index (mentions, j - 1);
        }
      g_array_append_val (mentions, mention);
    }
}

/**
 * apo_edit_add_actor:
 * @name: white space around it is taken off
 * @region: (nullable): ISO 3166 alpha-2
 * @mentions: (array length=n_mentions) (nullable): where it stands in the text of the first article;
 *   they are no longer mentions of others
 *
 * Returns: (transfer none) (nullable): the actor; %NULL if the name is empty
 */
ApoActor *
apo_edit_add_actor (ApoHistory    *history,
                    const char    *name,
                    ApoActorKind   kind,
                    const char    *region,
                    const ApoSpan *mentions,
                    guint          n_mentions)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;
  g_autoptr (ApoItem) actor = NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));
  ApoCommand *command;

  if (*stripped == '\0')
    return NULL;

  id = apo_dossier_mint_id (dossier, APO_ITEM_ACTOR);
  actor = apo_item_new (APO_ITEM_ACTOR, id);
  append_spans (dossier, all, stripped, mentions, n_mentions);
  apo_item_set_value (actor, APO_ACTOR_FIELD_NAME, g_variant_new_string (stripped));
  apo_item_set_value (actor, APO_ACTOR_FIELD_KIND, g_variant_new_int32 (kind));
  apo_item_set_value (actor, APO_ACTOR_FIELD_REGION,
                      g_variant_new_string (region != NULL ? region : ""));
  apo_item_set_value (actor, APO_ACTOR_FIELD_ORIGIN, g_variant_new_int32 (APO_ORIGIN_MANUAL));
  g_array_sort (all, compare_mentions);
  apo_item_set_value (actor, APO_ACTOR_FIELD_MENTIONS,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), all->data, all->len,
                                                 sizeof (ApoActorMention)));
  /* Translators: a line of the undo list; %s is the name of an actor */
  title = g_strdup_printf (_("New actor: %s"), stripped);
  command = apo_command_new (title);
  take_mentions (command, dossier, NULL, mentions, n_mentions);
  apo_command_add_item (command, actor);
  apo_history_execute (history, command);

  return APO_ACTOR (apo_dossier_lookup (dossier, id));
}

/**
 * apo_edit_add_mentions:
 * @spans: (array length=n_spans): in the text of the first article; they are no longer mentions of
 *   others
 */
void
apo_edit_add_mentions (ApoHistory    *history,
                       ApoActor      *actor,
                       const ApoSpan *spans,
                       guint          n_spans)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autoptr (GArray) mentions = apo_edit_dup_mentions (actor);
  g_autofree char *name = NULL;
  ApoCommand *command;

  if (n_spans == 0)
    return;

  /* Translators: a line of the undo list; a number of mentions, the name of an actor */
  name = g_strdup_printf (ngettext ("%u mention of %s", "%u mentions of %s", n_spans), n_spans,
                          apo_actor_get_name (actor));
  command = apo_command_new (name);
  take_mentions (command, dossier, actor, spans, n_spans);
  append_spans (dossier, mentions, apo_actor_get_name (actor), spans, n_spans);
  apo_edit_put_mentions (command, actor, mentions);
  apo_edit_touch (command, actor);
  apo_history_execute (history, command);
}

/**
 * apo_edit_remove_mention:
 * @mention: its number among those of the actor
 */
void
apo_edit_remove_mention (ApoHistory *history,
                         ApoActor   *actor,
                         guint       mention)
{
  g_autoptr (GArray) mentions = apo_edit_dup_mentions (actor);
  /* Translators: a line of the undo list; %s is the name of an actor */
  g_autofree char *name = g_strdup_printf (_("Not a mention of %s"), apo_actor_get_name (actor));
  ApoCommand *command;

  g_return_if_fail (mention < mentions->len);

  command = apo_command_new (name);
  g_array_remove_index (mentions, mention);
  apo_edit_put_mentions (command, actor, mentions);
  apo_edit_touch (command, actor);
  apo_history_execute (history, command);
}

/**
 * apo_edit_rename_actor:
 * @name: white space around it is taken off; nothing is done if that leaves nothing
 */
void
apo_edit_rename_actor (ApoHistory *history,
                       ApoActor   *actor,
                       const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  g_autofree char *title = NULL;
  ApoCommand *command;

  if (*stripped == '\0' || g_str_equal (stripped, apo_actor_get_name (actor)))
    return;

  /* Translators: a line of the undo list; %s is the new name of an actor */
  title = g_strdup_printf (_("Rename to %s"), stripped);
  command = apo_command_new (title);
  apo_edit_put_string (command, actor, APO_ACTOR_FIELD_NAME, stripped);
  apo_edit_touch (command, actor);
  apo_history_execute (history, command);
}

/* The other names of @actor without @without and with @with, each of which may be NULL; floating. */
static GVariant *
change_aliases (ApoActor   *actor,
                const char *without,
                const char *with)
{
  g_auto (GStrv) aliases = apo_actor_dup_aliases (actor);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; aliases[i] != NULL; i++)
    if (g_strcmp0 (aliases[i], without) != 0)
      g_variant_builder_add (&builder, "s", aliases[i]);
  if (with != NULL)
    g_variant_builder_add (&builder, "s", with);

  return g_variant_builder_end (&builder);
}

/**
 * apo_edit_add_alias_at:
 * @alias: white space around it is taken off; nothing is done if it is a name of the actor already
 * @spans: (array length=n_spans) (nullable): where it stands in the text of the first article; they
 *   become mentions of the actor and are no longer those of others
 */
void
apo_edit_add_alias_at (ApoHistory    *history,
                       ApoActor      *actor,
                       const char    *alias,
                       const ApoSpan *spans,
                       guint          n_spans)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autofree char *stripped = g_strstrip (g_strdup (alias));
  g_autofree char *title = NULL;
  ApoCommand *command;

  if (*stripped == '\0' || apo_actor_has_name (actor, stripped))
    return;

  /* Translators: a line of the undo list; %s is another name of an actor */
  title = g_strdup_printf (_("Other name: %s"), stripped);
  command = apo_command_new (title);
  apo_command_set_field (command, APO_ITEM (actor), APO_ACTOR_FIELD_ALIASES,
                         change_aliases (actor, NULL, stripped));
  if (n_spans > 0)
    {
      g_autoptr (GArray) mentions = apo_edit_dup_mentions (actor);

      take_mentions (command, dossier, actor, spans, n_spans);
      append_spans (dossier, mentions, apo_actor_get_name (actor), spans, n_spans);
      apo_edit_put_mentions (command, actor, mentions);
    }
  apo_edit_touch (command, actor);
  apo_history_execute (history, command);
}

/**
 * apo_edit_add_alias:
 * @alias: white space around it is taken off; nothing is done if it is a name of the actor already
 */
void
apo_edit_add_alias (ApoHistory *history,
                    ApoActor   *actor,
                    const char *alias)
{
  apo_edit_add_alias_at (history, actor, alias, NULL, 0);
}

void
apo_edit_remove_alias (ApoHistory *history,
                       ApoActor   *actor,
                       const char *alias)
{
  /* Translators: a line of the undo list; %s is another name of an actor */
  g_autofree char *title = g_strdup_printf (_("Remove the name %s"), alias);
  g_auto (GStrv) aliases = apo_actor_dup_aliases (actor);
  ApoCommand *command;

  if (!g_strv_contains ((const char *const *) aliases, alias))
    return;

  command = apo_command_new (title);
  apo_command_set_field (command, APO_ITEM (actor), APO_ACTOR_FIELD_ALIASES,
                         change_aliases (actor, alias, NULL));
  apo_edit_touch (command, actor);
  apo_history_execute (history, command);
}

/* The mentions of @actor but for those in the current text that are these words. */
static GArray *
leave_out_words (ApoDossier *dossier,
                 ApoActor   *actor,
                 const char *folded)
{
  ApoArticle *article = apo_dossier_get_article (dossier);
  GArray *mentions = apo_edit_dup_mentions (actor);

  for (guint i = mentions->len; i > 0; i--)
    {
      const ApoActorMention *mention = &g_array_index (mentions, ApoActorMention, i - 1);
      g_autofree char *words = NULL;
      g_autofree char *folded_words = NULL;

      if (mention->article != apo_article_get_number (article)
          || mention->form == APO_MENTION_PRONOUN)
        continue;
      words = apo_text_dup_slice (apo_article_get_text (article), mention->span);
      folded_words = apo_text_dup_folded (words);
      if (g_str_equal (folded_words, folded))
        g_array_remove_index (mentions, i - 1);
    }

  return mentions;
}

/**
 * apo_edit_remove_name:
 * @name: words that name the actor, in whichever case
 *
 * Says that the actor does not go by that name: it is no other name of it, and no mention in the
 * text of the first article.  Its own name stays, if it is that.
 */
void
apo_edit_remove_name (ApoHistory *history,
                      ApoActor   *actor,
                      const char *name)
{
  /* Translators: a line of the undo list; %s is another name of an actor */
  g_autofree char *title = g_strdup_printf (_("Remove the name %s"), name);
  g_autofree char *folded = apo_text_dup_folded (name);
  g_autoptr (GArray) mentions = leave_out_words (apo_history_get_dossier (history), actor, folded);
  g_auto (GStrv) aliases = apo_actor_dup_aliases (actor);
  const char *alias = NULL;
  ApoCommand *command;
  guint n_mentions;

  for (guint i = 0; aliases[i] != NULL && alias == NULL; i++)
    {
      g_autofree char *folded_alias = apo_text_dup_folded (aliases[i]);

      if (g_str_equal (folded_alias, folded))
        alias = aliases[i];
    }
  apo_actor_get_mentions (actor, &n_mentions);
  if (alias == NULL && mentions->len == n_mentions)
    return;

  command = apo_command_new (title);
  if (alias != NULL)
    apo_command_set_field (command, APO_ITEM (actor), APO_ACTOR_FIELD_ALIASES,
                           change_aliases (actor, alias, NULL));
  apo_edit_put_mentions (command, actor, mentions);
  apo_edit_touch (command, actor);
  apo_history_execute (history, command);
}

void
apo_edit_set_actor_kind (ApoHistory  *history,
                         ApoActor    *actor,
                         ApoActorKind kind)
{
  /* Translators: a line of the undo list; the name of an actor, its kind, such as “Country” */
  g_autofree char *name = g_strdup_printf (_("%s: %s"), apo_actor_get_name (actor),
                                           apo_actor_kind_get_label (kind));
  ApoCommand *command;

  if (apo_actor_get_kind (actor) == kind)
    return;

  command = apo_command_new (name);
  apo_edit_put_int (command, actor, APO_ACTOR_FIELD_KIND, kind);
  apo_edit_touch (command, actor);
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_actor_kinds:
 * @actors: (element-type ApoActor): any number
 *
 * Says of all of them at once what they are.
 */
void
apo_edit_set_actor_kinds (ApoHistory  *history,
                          GListModel  *actors,
                          ApoActorKind kind)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = NULL;
  ApoCommand *command;

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (actors, i);

      if (APO_IS_ACTOR (item) && apo_actor_get_kind (APO_ACTOR (item)) != kind)
        g_ptr_array_add (others, g_steal_pointer (&item));
    }
  if (others->len == 0)
    return;
  if (others->len == 1)
    {
      apo_edit_set_actor_kind (history, others->pdata[0], kind);
      return;
    }

  /* Translators: a line of the undo list; a number of actors, their kind, such as “Country” */
  name = g_strdup_printf (ngettext ("%u actor: %s", "%u actors: %s", others->len), others->len,
                          apo_actor_kind_get_label (kind));
  command = apo_command_new (name);
  for (guint i = 0; i < others->len; i++)
    {
      apo_edit_put_int (command, others->pdata[i], APO_ACTOR_FIELD_KIND, kind);
      apo_edit_touch (command, others->pdata[i]);
    }
  apo_history_execute (history, command);
}

/**
 * apo_edit_set_actor_region:
 * @region: (nullable): ISO 3166 alpha-2
 */
void
apo_edit_set_actor_region (ApoHistory *history,
                           ApoActor   *actor,
                           const char *region)
{
  /* Translators: a line of the undo list; %s is the name of an actor */
  g_autofree char *name = g_strdup_printf (_("Region of %s"), apo_actor_get_name (actor));
  ApoCommand *command;

  if (g_str_equal (apo_actor_get_region (actor), region != NULL ? region : ""))
    return;

  command = apo_command_new (name);
  apo_edit_put_string (command, actor, APO_ACTOR_FIELD_REGION, region);
  apo_edit_touch (command, actor);
  apo_history_execute (history, command);
}

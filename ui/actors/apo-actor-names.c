/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-names.h"

static ApoText *
find_text (ApoDossier *dossier,
           guint       number)
{
  GListModel *articles = apo_dossier_get_items (dossier, APO_ITEM_ARTICLE);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (ApoArticle) article = g_list_model_get_item (articles, i);

      if (apo_article_get_number (article) == number)
        return apo_article_get_text (article);
    }

  return NULL;
}

/**
 * apo_actor_names_dup_aliases:
 *
 * Returns: (transfer full): what the text calls the actor other than by the name, each once, in the
 *   order of the text; pronouns are left out
 */
GStrv
apo_actor_names_dup_aliases (ApoDossier *dossier,
                             ApoActor   *actor)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_mentions;
  const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n_mentions);

  g_hash_table_add (seen, apo_text_dup_folded (apo_actor_get_name (actor)));

  for (guint i = 0; i < n_mentions; i++)
    {
      ApoText *text = find_text (dossier, mentions[i].article);
      g_autofree char *alias = NULL;

      if (text == NULL || mentions[i].form == APO_MENTION_PRONOUN)
        continue;
      alias = g_strdelimit (apo_text_dup_slice (text, mentions[i].span), "\n", ' ');
      if (g_hash_table_add (seen, apo_text_dup_folded (alias)))
        g_strv_builder_add (builder, alias);
    }

  return g_strv_builder_end (builder);
}

/**
 * apo_actor_names_dup_folded:
 *
 * Returns: (transfer full): all names of the actor, folded for searching
 */
char *
apo_actor_names_dup_folded (ApoDossier *dossier,
                            ApoActor   *actor)
{
  g_auto (GStrv) aliases = apo_actor_names_dup_aliases (dossier, actor);
  g_autofree char *joined = g_strjoinv ("\n", aliases);
  g_autofree char *all = g_strconcat (apo_actor_get_name (actor), "\n", joined, NULL);

  return apo_text_dup_folded (all);
}

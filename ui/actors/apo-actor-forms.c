/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-forms.h"

#include <glib/gi18n.h>

#include "apo-text-find.h"

/* No words are folded to this. */
#define PRONOUNS "\001"

/* In code points. */
#define LONG_SENTENCE 180
#define CONTEXT 75

static void
form_free (gpointer data)
{
  ApoActorForm *form = data;

  g_free (form->key);
  g_free (form->label);
  g_free (form->alias);
  g_array_unref (form->mentions);
  g_free (form);
}

static ApoActorForm *
ensure_form (GPtrArray  *forms,
             GHashTable *by_key,
             const char *key,
             const char *label)
{
  ApoActorForm *form = g_hash_table_lookup (by_key, key);

  if (form == NULL)
    {
      form = g_new0 (ApoActorForm, 1);
      form->key = g_strdup (key);
      form->label = g_strdup (label);
      form->mentions = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (forms, form);
      g_hash_table_insert (by_key, form->key, form);
    }

  return form;
}

static void
add_mentions (GPtrArray  *forms,
              GHashTable *by_key,
              ApoArticle *article,
              ApoActor   *actor)
{
  guint n;
  const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean pronoun = mentions[i].form == APO_MENTION_PRONOUN;
      g_autofree char *words = NULL;
      g_autofree char *key = NULL;
      ApoActorForm *form;

      if (mentions[i].article != apo_article_get_number (article))
        continue;
      words = g_strdelimit (apo_text_dup_slice (apo_article_get_text (article), mentions[i].span),
                            "\n", ' ');
      key = pronoun ? g_strdup (PRONOUNS) : apo_text_dup_folded (words);
      /* Translators: “she”, “they” … for an actor, with their number after it */
      form = ensure_form (forms, by_key, key, pronoun ? _("Pronouns") : words);
      g_array_append_val (form->mentions, i);
    }
}

/* Those that the text has first, in its order. */
static int
compare_forms (gconstpointer a,
               gconstpointer b)
{
  const ApoActorForm *x = *(ApoActorForm *const *) a;
  const ApoActorForm *y = *(ApoActorForm *const *) b;
  guint first_x = x->mentions->len > 0 ? g_array_index (x->mentions, guint, 0) : G_MAXUINT;
  guint first_y = y->mentions->len > 0 ? g_array_index (y->mentions, guint, 0) : G_MAXUINT;
  gboolean pronouns = g_str_equal (x->key, PRONOUNS);

  if (pronouns != g_str_equal (y->key, PRONOUNS))
    return pronouns ? 1 : -1;

  return first_x < first_y ? -1 : first_x > first_y;
}

/**
 * apo_actor_forms_collect:
 *
 * Returns: (transfer full) (element-type ApoActorForm): how the current text names the actor, in the
 *   order of the text, then the other names of the actor that do not stand in it, then the pronouns
 */
GPtrArray *
apo_actor_forms_collect (ApoDossier *dossier,
                         ApoActor   *actor)
{
  GPtrArray *forms = g_ptr_array_new_with_free_func (form_free);
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) aliases = apo_actor_dup_aliases (actor);

  add_mentions (forms, by_key, apo_dossier_get_article (dossier), actor);
  for (guint i = 0; aliases[i] != NULL; i++)
    {
      g_autofree char *key = apo_text_dup_folded (aliases[i]);
      ApoActorForm *form = ensure_form (forms, by_key, key, aliases[i]);

      if (form->alias == NULL)
        form->alias = g_strdup (aliases[i]);
    }
  g_ptr_array_sort (forms, compare_forms);

  return forms;
}

/**
 * apo_actor_forms_list_mentions:
 *
 * Returns: (transfer full) (element-type guint): those of the mentions of the actor, by their number,
 *   that are in the current text
 */
GArray *
apo_actor_forms_list_mentions (ApoDossier *dossier,
                               ApoActor   *actor)
{
  guint number = apo_article_get_number (apo_dossier_get_article (dossier));
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n;
  const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n);

  for (guint i = 0; i < n; i++)
    if (mentions[i].article == number)
      g_array_append_val (list, i);

  return list;
}

/**
 * apo_actor_forms_dup_markup:
 * @span: a mention in the current text
 *
 * Returns: (transfer full): the sentence with the words in bold, or of a long one what stands around
 *   them, as markup on one line
 */
char *
apo_actor_forms_dup_markup (ApoDossier *dossier,
                            ApoSpan     span)
{
  ApoText *text = apo_article_get_text (apo_dossier_get_article (dossier));
  ApoSpan sentence = apo_text_get_sentence (text, span);
  g_autofree char *words = g_strdelimit (apo_text_dup_slice (text, span), "\n", ' ');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (sentence.end - sentence.start > LONG_SENTENCE)
    apo_text_dup_context (text, span, CONTEXT, &before, &after);
  else
    {
      before = apo_text_dup_slice (text, APO_SPAN (MIN (sentence.start, span.start), span.start));
      after = apo_text_dup_slice (text, APO_SPAN (span.end, MAX (sentence.end, span.end)));
    }
  g_strdelimit (before, "\n", ' ');
  g_strdelimit (after, "\n", ' ');

  return g_markup_printf_escaped ("%s<b>%s</b>%s", before, words, after);
}

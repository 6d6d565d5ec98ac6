/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-note-words.h"

#include <glib/gi18n.h>

#include "apo-item-words.h"

/* What a note is about, in words. */

static char *
dup_passage (ApoDossier *dossier,
             ApoNote    *note)
{
  ApoArticle *article = apo_dossier_get_item_article (dossier, APO_ITEM (note));
  g_autofree char *slice = NULL;

  if (article == NULL)
    return g_strdup ("");

  slice = apo_text_dup_slice (apo_article_get_text (article), apo_note_get_span (note));

  return apo_item_words_dup_line (slice);
}

static ApoItem *
get_target (ApoDossier *dossier,
            ApoNote    *note)
{
  return apo_dossier_lookup (dossier, apo_note_get_target (note));
}

/**
 * apo_note_words_dup_about:
 * @note: of @dossier
 *
 * Returns: (transfer full): what kind of thing it is about, and which
 */
char *
apo_note_words_dup_about (ApoDossier *dossier,
                          ApoNote    *note)
{
  ApoItem *target = get_target (dossier, note);
  g_autofree char *title = NULL;
  const char *kind = _("Passage");

  if (target != NULL)
    {
      kind = apo_item_words_get_kind (apo_item_get_item_type (target));
      title = apo_item_words_dup_title (dossier, target);
    }
  else if (!apo_item_is_default (APO_ITEM (note), APO_NOTE_FIELD_SPAN))
    title = dup_passage (dossier, note);
  else if (*apo_note_get_target (note) != '\0')
    return g_strdup (_("Something that is no longer here"));
  else
    return g_strdup (_("The whole dossier"));

  /* Translators: what a note is about: its kind, such as "Claim", and its words */
  return g_strdup_printf (_("%s: %s"), kind, title);
}

const char *
apo_note_words_get_icon (ApoDossier *dossier,
                         ApoNote    *note)
{
  ApoItem *target = get_target (dossier, note);

  return apo_item_words_get_icon (target != NULL ? apo_item_get_item_type (target)
                                                 : APO_ITEM_ARTICLE);
}

/**
 * apo_note_words_dup_folded:
 *
 * Returns: (transfer full): all that is said of @note, folded, to search in
 */
char *
apo_note_words_dup_folded (ApoDossier *dossier,
                           ApoNote    *note)
{
  g_autofree char *about = apo_note_words_dup_about (dossier, note);
  g_autofree char *all = g_strjoin ("\n", apo_note_get_text (note), about,
                                    apo_note_get_author (note), NULL);

  return apo_text_dup_folded (all);
}

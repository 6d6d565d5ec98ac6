/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-fuzz-work.h"

#include "apo-edited-text.h"
#include "apo-reanchor.h"
#include "apo-sample-dossier.h"

/* Another version of the text takes the place of the first. */
static void
replace_text (ApoHistory *history,
              GRand      *rand)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autoptr (GArray) chars =
    apo_edited_text_new (apo_article_get_text (apo_dossier_get_article (dossier)),
                         g_rand_int_range (rand, 0, APO_N_EDIT_KINDS), rand);
  g_autoptr (ApoText) text = apo_edited_text_join (chars);
  ApoArticleInfo info = { .date = APO_DAY_NONE };
  g_autoptr (ApoArticle) article = apo_article_new (text, &info);
  g_autoptr (ApoReanchor) reanchor = apo_reanchor_new (dossier, article);

  apo_reanchor_run (reanchor, NULL);
  apo_history_execute (history, apo_reanchor_apply (reanchor));
}

/**
 * apo_fuzz_work:
 *
 * Does something to a dossier that its program can do; nothing where there is no text.
 */
void
apo_fuzz_work (ApoHistory *history,
               GRand      *rand)
{
  ApoDossier *dossier = apo_history_get_dossier (history);

  if (apo_text_get_length (apo_article_get_text (apo_dossier_get_article (dossier))) == 0)
    return;

  if (g_rand_int_range (rand, 0, 8) == 0)
    replace_text (history, rand);
  else
    apo_history_execute (history, apo_sample_command_new (dossier, rand));
}

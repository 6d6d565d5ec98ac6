/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline-sample.h"

#include "apo-dossier-private.h"

ApoDossier *
timeline_sample_new (ApoDay article_day)
{
  ApoDossier *dossier = apo_dossier_new ("test");
  g_autoptr (ApoText) text = apo_text_new ("The bridge was opened. The mayor resigned.", -1);
  ApoArticleInfo info = { .title = "The bridge", .date = article_day };
  g_autoptr (ApoArticle) article = apo_article_new (text, &info);

  apo_dossier_insert (dossier, APO_ITEM (article), 0);

  return dossier;
}

ApoClaim *
timeline_sample_add_claim (ApoDossier *dossier)
{
  g_autoptr (ApoItem) claim = apo_item_new (APO_ITEM_CLAIM, NULL);

  apo_dossier_insert (dossier, claim, 0);

  return APO_CLAIM (claim);
}

ApoEvent *
timeline_sample_add_event (ApoDossier   *dossier,
                           const char   *label,
                           ApoInterval   interval,
                           ApoPrecision  precision,
                           ApoClaim     *claim)
{
  GListModel *events = apo_dossier_get_items (dossier, APO_ITEM_EVENT);
  g_autoptr (ApoItem) event = apo_item_new (APO_ITEM_EVENT, NULL);

  apo_item_set_value (event, APO_EVENT_FIELD_LABEL, g_variant_new_string (label));
  apo_item_set_value (event, APO_EVENT_FIELD_EARLIEST, g_variant_new_int32 (interval.earliest));
  apo_item_set_value (event, APO_EVENT_FIELD_LATEST, g_variant_new_int32 (interval.latest));
  apo_item_set_value (event, APO_EVENT_FIELD_PRECISION, g_variant_new_int32 (precision));
  if (claim != NULL)
    {
      const char *claims[] = { apo_item_get_id (APO_ITEM (claim)), NULL };

      apo_item_set_value (event, APO_EVENT_FIELD_CLAIMS, g_variant_new_strv (claims, -1));
    }
  apo_dossier_insert (dossier, event, g_list_model_get_n_items (events));

  return APO_EVENT (event);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-filter.h"

#include <glib/gi18n.h>
#include <string.h>

struct _ApoClaimFilter {
  GtkFilter parent_instance;

  ApoDossier *dossier;
  ApoClaimShow show;
  char *search;                 /* folded */
  GHashTable *folded;           /* ApoClaim* → folded passage and speaker, made at need */
};

G_DEFINE_FINAL_TYPE (ApoClaimFilter, apo_claim_filter, GTK_TYPE_FILTER)

G_DEFINE_ENUM_TYPE (ApoClaimShow, apo_claim_show,
  G_DEFINE_ENUM_VALUE (APO_CLAIM_SHOW_ALL, "all"),
  G_DEFINE_ENUM_VALUE (APO_CLAIM_SHOW_TO_CHECK, "to-check"),
  G_DEFINE_ENUM_VALUE (APO_CLAIM_SHOW_REVIEWED, "reviewed"),
  G_DEFINE_ENUM_VALUE (APO_CLAIM_SHOW_VERIFIED, "verified"),
  G_DEFINE_ENUM_VALUE (APO_CLAIM_SHOW_MIXED, "mixed"),
  G_DEFINE_ENUM_VALUE (APO_CLAIM_SHOW_DISPUTED, "disputed"),
  G_DEFINE_ENUM_VALUE (APO_CLAIM_SHOW_OPEN, "open"),
  G_DEFINE_ENUM_VALUE (APO_CLAIM_SHOW_OUTSIDE, "outside"))

static ApoVerdictGroup
get_group (ApoClaimShow show)
{
  static const ApoVerdictGroup groups[] = {
    [APO_CLAIM_SHOW_VERIFIED] = APO_VERDICT_GROUP_VERIFIED,
    [APO_CLAIM_SHOW_MIXED] = APO_VERDICT_GROUP_MIXED,
    [APO_CLAIM_SHOW_DISPUTED] = APO_VERDICT_GROUP_DISPUTED,
    [APO_CLAIM_SHOW_OPEN] = APO_VERDICT_GROUP_OPEN,
    [APO_CLAIM_SHOW_OUTSIDE] = APO_VERDICT_GROUP_OUTSIDE,
  };

  return groups[show];
}

/**
 * apo_claim_show_get_label:
 *
 * Returns: (transfer none): the choice as translated words
 */
const char *
apo_claim_show_get_label (ApoClaimShow show)
{
  switch (show)
    {
    case APO_CLAIM_SHOW_ALL:
      return _("All");
    case APO_CLAIM_SHOW_TO_CHECK:
      return _("To check");
    case APO_CLAIM_SHOW_REVIEWED:
      return _("Reviewed");
    case APO_CLAIM_SHOW_VERIFIED:
    case APO_CLAIM_SHOW_MIXED:
    case APO_CLAIM_SHOW_DISPUTED:
    case APO_CLAIM_SHOW_OPEN:
    case APO_CLAIM_SHOW_OUTSIDE:
    default:
      return apo_verdict_group_get_label (get_group (show));
    }
}

static gboolean
shows_verdict (ApoClaimShow show,
               ApoVerdict   verdict)
{
  if (show == APO_CLAIM_SHOW_ALL)
    return TRUE;
  if (show == APO_CLAIM_SHOW_TO_CHECK)
    return verdict == APO_VERDICT_NONE;
  if (show == APO_CLAIM_SHOW_REVIEWED)
    return verdict != APO_VERDICT_NONE;

  return apo_verdict_get_group (verdict) == get_group (show);
}

static const char *
get_folded (ApoClaimFilter *self,
            ApoClaim       *claim)
{
  char *folded = g_hash_table_lookup (self->folded, claim);

  if (folded == NULL)
    {
      ApoItem *speaker = apo_dossier_lookup (self->dossier, apo_claim_get_speaker (claim));
      g_autofree char *passage = apo_dossier_dup_item_text (self->dossier, APO_ITEM (claim));
      g_autofree char *both =
        g_strconcat (passage, "\n", speaker != NULL ? apo_actor_get_name (APO_ACTOR (speaker)) : "",
                     NULL);

      folded = apo_text_dup_folded (both);
      g_hash_table_insert (self->folded, g_object_ref (claim), folded);
    }

  return folded;
}

static gboolean
apo_claim_filter_match (GtkFilter *filter,
                        gpointer   item)
{
  ApoClaimFilter *self = APO_CLAIM_FILTER (filter);
  ApoClaim *claim = APO_CLAIM (item);

  if (apo_claim_is_dismissed (claim)
      || !shows_verdict (self->show, apo_claim_get_verdict (claim)))
    return FALSE;

  return *self->search == '\0' || self->dossier == NULL
         || strstr (get_folded (self, claim), self->search) != NULL;
}

static void
dossier_changed_cb (ApoClaimFilter *self)
{
  g_hash_table_remove_all (self->folded);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
apo_claim_filter_dispose (GObject *object)
{
  ApoClaimFilter *self = APO_CLAIM_FILTER (object);

  g_hash_table_remove_all (self->folded);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_claim_filter_parent_class)->dispose (object);
}

static void
apo_claim_filter_finalize (GObject *object)
{
  ApoClaimFilter *self = APO_CLAIM_FILTER (object);

  g_hash_table_unref (self->folded);
  g_free (self->search);

  G_OBJECT_CLASS (apo_claim_filter_parent_class)->finalize (object);
}

static void
apo_claim_filter_class_init (ApoClaimFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = apo_claim_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_claim_filter_finalize;
  GTK_FILTER_CLASS (klass)->match = apo_claim_filter_match;
}

static void
apo_claim_filter_init (ApoClaimFilter *self)
{
  self->search = g_strdup ("");
  self->folded = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
}

ApoClaimFilter *
apo_claim_filter_new (void)
{
  return g_object_new (APO_TYPE_CLAIM_FILTER, NULL);
}

/**
 * apo_claim_filter_set_dossier:
 * @dossier: (nullable): where passages and speakers are looked up
 */
void
apo_claim_filter_set_dossier (ApoClaimFilter *filter,
                              ApoDossier     *dossier)
{
  g_return_if_fail (APO_IS_CLAIM_FILTER (filter));

  if (filter->dossier != NULL)
    g_signal_handlers_disconnect_by_data (filter->dossier, filter);
  g_set_object (&filter->dossier, dossier);
  if (dossier != NULL)
    g_signal_connect_object (dossier, "changed", G_CALLBACK (dossier_changed_cb), filter,
                             G_CONNECT_SWAPPED);

  dossier_changed_cb (filter);
}

void
apo_claim_filter_set_show (ApoClaimFilter *filter,
                           ApoClaimShow    show)
{
  g_return_if_fail (APO_IS_CLAIM_FILTER (filter));

  if (filter->show == show)
    return;

  filter->show = show;
  gtk_filter_changed (GTK_FILTER (filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * apo_claim_filter_set_search:
 * @search: as typed; case, kinds of quotes and of white space do not matter
 */
void
apo_claim_filter_set_search (ApoClaimFilter *filter,
                             const char     *search)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (APO_IS_CLAIM_FILTER (filter));

  folded = apo_text_dup_folded (search);
  g_strstrip (folded);
  if (g_str_equal (folded, filter->search))
    return;

  g_free (filter->search);
  filter->search = g_steal_pointer (&folded);
  gtk_filter_changed (GTK_FILTER (filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * apo_claim_filter_is_narrow:
 *
 * Returns: whether the reader has left anything out
 */
gboolean
apo_claim_filter_is_narrow (ApoClaimFilter *filter)
{
  return filter->show != APO_CLAIM_SHOW_ALL || *filter->search != '\0';
}

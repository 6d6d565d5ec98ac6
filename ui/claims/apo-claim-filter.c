/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-filter.h"

struct _ApoClaimFilter {
  GtkFilter parent_instance;

  ApoDossier *dossier;
  ApoFocus *focus;              /* (nullable) */
  ApoClaimQuery *query;
};

G_DEFINE_FINAL_TYPE (ApoClaimFilter, apo_claim_filter, GTK_TYPE_FILTER)

static gboolean
apo_claim_filter_match (GtkFilter *filter,
                        gpointer   item)
{
  ApoClaimFilter *self = APO_CLAIM_FILTER (filter);

  return self->dossier != NULL
         && apo_claim_query_matches (self->query, self->dossier, APO_CLAIM (item))
         && (self->focus == NULL || self->query->only_dismissed
             || apo_focus_has_item (self->focus, APO_ITEM (item)));
}

static void
dossier_changed_cb (ApoClaimFilter *self)
{
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
apo_claim_filter_dispose (GObject *object)
{
  g_clear_object (&APO_CLAIM_FILTER (object)->dossier);
  g_clear_object (&APO_CLAIM_FILTER (object)->focus);

  G_OBJECT_CLASS (apo_claim_filter_parent_class)->dispose (object);
}

static void
apo_claim_filter_finalize (GObject *object)
{
  apo_claim_query_free (APO_CLAIM_FILTER (object)->query);

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
  self->query = g_new0 (ApoClaimQuery, 1);
}

ApoClaimFilter *
apo_claim_filter_new (void)
{
  return g_object_new (APO_TYPE_CLAIM_FILTER, NULL);
}

/**
 * apo_claim_filter_set_dossier:
 * @dossier: (nullable): whose claims are let through
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

/**
 * apo_claim_filter_set_focus:
 * @focus: (nullable): whose basis claims have to belong to
 */
void
apo_claim_filter_set_focus (ApoClaimFilter *filter,
                            ApoFocus       *focus)
{
  g_return_if_fail (APO_IS_CLAIM_FILTER (filter));

  if (filter->focus != NULL)
    g_signal_handlers_disconnect_by_data (filter->focus, filter);
  g_set_object (&filter->focus, focus);
  if (focus != NULL)
    g_signal_connect_object (focus, "basis-changed", G_CALLBACK (dossier_changed_cb), filter,
                             G_CONNECT_SWAPPED);

  dossier_changed_cb (filter);
}

/**
 * apo_claim_filter_get_dossier:
 *
 * Returns: (transfer none) (nullable): whose claims are let through
 */
ApoDossier *
apo_claim_filter_get_dossier (ApoClaimFilter *filter)
{
  return filter->dossier;
}

/**
 * apo_claim_filter_get_query:
 *
 * Returns: (transfer none): what is let through, until the filter changes
 */
const ApoClaimQuery *
apo_claim_filter_get_query (ApoClaimFilter *filter)
{
  return filter->query;
}

void
apo_claim_filter_set_query (ApoClaimFilter      *filter,
                            const ApoClaimQuery *query)
{
  ApoClaimQuery *copy;

  g_return_if_fail (APO_IS_CLAIM_FILTER (filter));

  if (apo_claim_query_equal (filter->query, query))
    return;

  copy = apo_claim_query_copy (query);
  apo_claim_query_free (filter->query);
  filter->query = copy;
  dossier_changed_cb (filter);
}

/**
 * apo_claim_filter_set_search:
 * @search: as typed; case, kinds of quotes and of white space do not matter
 */
void
apo_claim_filter_set_search (ApoClaimFilter *filter,
                             const char     *search)
{
  g_autoptr (ApoClaimQuery) query = apo_claim_query_copy (filter->query);

  g_free (query->text);
  query->text = g_strstrip (g_strdup (search));
  apo_claim_filter_set_query (filter, query);
}

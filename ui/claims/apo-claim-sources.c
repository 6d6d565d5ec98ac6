/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-sources.h"

#include <glib/gi18n.h>

#include "apo-meter.h"
#include "apo-tooltip.h"

#define MIN_CLAIMS 3

struct _ApoClaimSources {
  GtkBox parent_instance;

  GtkLabel *title;
  ApoMeter *meter;
  GtkLabel *share;
  GtkLabel *others;
};

G_DEFINE_FINAL_TYPE (ApoClaimSources, apo_claim_sources, GTK_TYPE_BOX)

typedef struct {
  const char *name;
  int rank;
  guint n_claims;
} Speaker;

static int
compare_speakers (gconstpointer a,
                  gconstpointer b)
{
  const Speaker *x = a;
  const Speaker *y = b;

  if (x->n_claims != y->n_claims)
    return x->n_claims > y->n_claims ? -1 : 1;

  return x->rank < y->rank ? -1 : x->rank > y->rank;
}

static void
count_speaker (ApoDossier *dossier,
               GArray     *speakers,
               ApoItem    *actor)
{
  Speaker speaker = { apo_actor_get_name (APO_ACTOR (actor)), 0, 1 };

  speaker.rank = apo_dossier_get_actor_rank (dossier, apo_item_get_id (actor));
  for (guint i = 0; i < speakers->len; i++)
    if (g_array_index (speakers, Speaker, i).name == speaker.name)
      {
        g_array_index (speakers, Speaker, i).n_claims++;
        return;
      }

  g_array_append_val (speakers, speaker);
}

/* The speakers, most talkative first; claims of nobody named count for @n_claims alone. */
static GArray *
collect_speakers (ApoDossier *dossier,
                  guint      *n_claims)
{
  GListModel *claims = apo_dossier_get_items (dossier, APO_ITEM_CLAIM);
  GArray *speakers = g_array_new (FALSE, FALSE, sizeof (Speaker));

  *n_claims = 0;
  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);
      ApoItem *actor = apo_dossier_lookup (dossier, apo_claim_get_speaker (claim));

      if (apo_claim_is_dismissed (claim))
        continue;
      *n_claims += 1;
      if (actor != NULL)
        count_speaker (dossier, speakers, actor);
    }
  g_array_sort (speakers, compare_speakers);

  return speakers;
}

static void
show_others (ApoClaimSources *self,
             GArray          *speakers)
{
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = 1; i < speakers->len; i++)
    {
      const Speaker *speaker = &g_array_index (speakers, Speaker, i);

      g_string_append_printf (others, "%s%s %u", i > 1 ? " · " : "", speaker->name,
                              speaker->n_claims);
    }

  gtk_label_set_label (self->others, others->str);
}

static void
show_speakers (ApoClaimSources *self,
               GArray          *speakers,
               guint            n_claims)
{
  const Speaker *leader = &g_array_index (speakers, Speaker, 0);
  g_autofree ApoMeterSegment *segments = g_new (ApoMeterSegment, speakers->len);
  g_autofree char *plain = NULL;
  g_autofree char *bold = NULL;
  g_autofree char *share = NULL;

  for (guint i = 0; i < speakers->len; i++)
    {
      const Speaker *speaker = &g_array_index (speakers, Speaker, i);

      segments[i] = (ApoMeterSegment) { speaker->rank, speaker->n_claims };
    }
  apo_meter_set_segments (self->meter, APO_METER_ACTORS, segments, speakers->len, n_claims);

  /* Translators: the number of claims, of how many, and the name of the one who made them. */
  plain = g_strdup_printf (ngettext ("%u of %u comes from %s", "%u of %u come from %s",
                                     leader->n_claims),
                           leader->n_claims, n_claims, leader->name);
  /* Translators: as above, with the numbers in bold: keep the markup. */
  bold = g_markup_printf_escaped (ngettext ("<b>%u of %u</b> comes from %s",
                                            "<b>%u of %u</b> come from %s", leader->n_claims),
                                  leader->n_claims, n_claims, leader->name);
  share = g_strdup_printf (_("Single source: %u %%"),
                           (leader->n_claims * 100 + n_claims / 2) / n_claims);

  gtk_label_set_markup (self->title, bold);
  gtk_label_set_label (self->share, share);
  apo_meter_set_label (self->meter, plain);
  show_others (self, speakers);
}

static void
apo_claim_sources_class_init (ApoClaimSourcesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (APO_TYPE_METER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/apostille/Apostille/ui/apo-claim-sources.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimSources, title);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimSources, meter);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimSources, share);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimSources, others);
}

static void
apo_claim_sources_init (ApoClaimSources *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  apo_tooltip_set_label (GTK_WIDGET (self->others), self->others);
}

/**
 * apo_claim_sources_update:
 * @dossier: (nullable): whose claims to count
 *
 * Counts anew and shows or hides the card.
 */
void
apo_claim_sources_update (ApoClaimSources *sources,
                          ApoDossier      *dossier)
{
  g_autoptr (GArray) speakers = NULL;
  guint n_claims = 0;
  gboolean single = FALSE;

  g_return_if_fail (APO_IS_CLAIM_SOURCES (sources));

  if (dossier != NULL)
    {
      speakers = collect_speakers (dossier, &n_claims);
      single = n_claims >= MIN_CLAIMS && speakers->len > 0
               && 2 * g_array_index (speakers, Speaker, 0).n_claims >= n_claims;
    }

  gtk_widget_set_visible (GTK_WIDGET (sources), single);
  if (single)
    show_speakers (sources, speakers, n_claims);
}

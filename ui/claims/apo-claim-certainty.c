/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-certainty.h"

#include "apo-mark.h"

#define WIDTH 18
#define HEIGHT 8

struct _ApoClaimCertainty {
  GtkWidget parent_instance;

  ApoCertainty certainty;
};

G_DEFINE_FINAL_TYPE (ApoClaimCertainty, apo_claim_certainty, GTK_TYPE_WIDGET)

static void
apo_claim_certainty_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
apo_claim_certainty_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  apo_mark_snapshot_certainty (snapshot, widget, APO_CLAIM_CERTAINTY (widget)->certainty,
                               0, (gtk_widget_get_height (widget) - HEIGHT) / 2., WIDTH, HEIGHT);
}

static void
apo_claim_certainty_class_init (ApoClaimCertaintyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = apo_claim_certainty_measure;
  widget_class->snapshot = apo_claim_certainty_snapshot;

  gtk_widget_class_set_css_name (widget_class, "certainty");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
apo_claim_certainty_init (ApoClaimCertainty *self)
{
}

void
apo_claim_certainty_set (ApoClaimCertainty *sign,
                         ApoCertainty       certainty)
{
  g_return_if_fail (APO_IS_CLAIM_CERTAINTY (sign));

  if (sign->certainty == certainty)
    return;

  sign->certainty = certainty;
  gtk_widget_queue_draw (GTK_WIDGET (sign));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-palette.h"

#include <adwaita.h>

static void
look_up (GtkWidget  *widget,
         const char *name,
         GdkRGBA    *color)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (!gtk_style_context_lookup_color (context, name, color))
    gtk_style_context_get_color (context, color);
}

/**
 * apo_palette_get_verdict:
 * @color: (out): the colour of a group of verdicts, at least 4.5 : 1 on the view
 */
void
apo_palette_get_verdict (GtkWidget      *widget,
                         ApoVerdictGroup group,
                         GdkRGBA        *color)
{
  static const char *const names[] = {
    "verdict_none_color", "verdict_verified_color", "verdict_mixed_color",
    "verdict_disputed_color", "verdict_open_color", "verdict_outside_color",
  };

  look_up (widget, names[group], color);
}

/**
 * apo_palette_get_family:
 * @color: (out): the colour of a family of relations, at least 3 : 1 on the view
 */
void
apo_palette_get_family (GtkWidget        *widget,
                        ApoRelationFamily family,
                        GdkRGBA          *color)
{
  static const char *const names[] = {
    "family_tie_color", "family_exchange_color", "family_tension_color", "family_speech_color",
    "family_presence_color",
  };

  look_up (widget, names[family], color);
}

/**
 * apo_palette_get_actor:
 * @rank: as of apo_dossier_get_actor_rank(): the first six have a colour of their own
 * @color: (out): the colour of the actor, at least 3 : 1 on the view
 */
void
apo_palette_get_actor (GtkWidget *widget,
                       int        rank,
                       GdkRGBA   *color)
{
  static const char *const names[] = {
    "actor_1_color", "actor_2_color", "actor_3_color", "actor_4_color", "actor_5_color",
    "actor_6_color",
  };

  look_up (widget,
           rank >= 0 && rank < (int) G_N_ELEMENTS (names) ? names[rank] : "actor_other_color",
           color);
}

/**
 * apo_palette_get_accent:
 * @color: (out): what selections are drawn in, and nothing else
 */
void
apo_palette_get_accent (GtkWidget *widget,
                        GdkRGBA   *color)
{
  look_up (widget, "accent_bg_color", color);
}

/**
 * apo_palette_get_view:
 * @color: (out): the ground of the views
 */
void
apo_palette_get_view (GtkWidget *widget,
                      GdkRGBA   *color)
{
  look_up (widget, "view_bg_color", color);
}

/**
 * apo_palette_get_ink:
 * @color: (out): the colour of text on the views
 */
void
apo_palette_get_ink (GtkWidget *widget,
                     GdkRGBA   *color)
{
  look_up (widget, "view_fg_color", color);
}

/**
 * apo_palette_get_found:
 * @color: (out): what is laid behind words that were looked for; text on it is at least 7 : 1
 */
void
apo_palette_get_found (GtkWidget *widget,
                       GdkRGBA   *color)
{
  look_up (widget, "found_color", color);
}

/**
 * apo_palette_is_high_contrast:
 *
 * Returns: whether nothing may be dimmed
 */
gboolean
apo_palette_is_high_contrast (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  return adw_style_manager_get_high_contrast (manager);
}

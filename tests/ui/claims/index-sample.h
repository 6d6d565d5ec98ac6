/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"
#include "apo-history.h"

G_BEGIN_DECLS

/**
 * IndexSample:
 *
 * A small dossier for the tests of the index: eight claims, five of them by Mara Linden, one by
 * nobody named, one dismissed; six actors, of which one is a place and one was dismissed.
 */
typedef struct {
  ApoDossier *dossier;
  ApoHistory *history;
  ApoFocus *focus;
  GtkWidget *window;            /* (nullable) where a test shows its panel */
} IndexSample;

void       index_sample_set_up       (IndexSample   *sample,
                                      gconstpointer  user_data);
void       index_sample_tear_down    (IndexSample   *sample,
                                      gconstpointer  user_data);
ApoClaim  *index_sample_get_claim    (IndexSample   *sample,
                                      guint          number);
ApoActor  *index_sample_get_actor    (IndexSample   *sample,
                                      const char    *name);
void       index_sample_show         (IndexSample   *sample,
                                      GtkWidget     *panel,
                                      int            width);
void       index_sample_settle       (IndexSample   *sample);
GtkWidget *index_sample_find         (GtkWidget     *root,
                                      const char    *type_name,
                                      guint          nth);
GtkWidget *index_sample_find_label   (GtkWidget     *root,
                                      const char    *text);
void       index_sample_click_label  (GtkWidget     *root,
                                      const char    *text);
GtkWidget *index_sample_find_child   (GtkWidget     *template_widget,
                                      const char    *id);
guint      index_sample_count        (GtkWidget     *root,
                                      const char    *type_name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reader-bar.h"
#include "apo-reader-date.h"
#include "apo-reader-look.h"
#include "apo-reader-time.h"
#include "apo-reader-view.h"
#include "apo-reader.h"

G_BEGIN_DECLS

struct _ApoReader {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkLabel *search_count;
  GtkWidget *search_previous;
  GtkWidget *search_next;
  GtkLabel *about;
  GtkMenuButton *date_button;
  ApoReaderDate *date;
  ApoReaderLook *look;
  GtkScrolledWindow *scroller;
  ApoReaderView *view;

  ApoReaderBar *bar;
  guint bar_source;
  ApoReaderTime *time;

  GSettings *settings;          /* (nullable) */
  ApoDossier *dossier;
  ApoHistory *history;          /* (nullable) */
  ApoFocus *focus;
  ApoText *text;                /* (nullable) (unowned): of the article shown */
  guint n_words;                /* of it */
  GArray *found;                /* (nullable) ApoSpan, what the bar found */
  guint current;
};

/* What can be made of words that are selected, in apo-reader-selection.c. */
void apo_reader_install_selection (GtkWidgetClass *widget_class);
void apo_reader_add_selection     (ApoReader      *self);
void apo_reader_remove_selection  (ApoReader      *self);

G_END_DECLS

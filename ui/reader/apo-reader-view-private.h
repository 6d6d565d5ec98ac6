/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "apo-reader-buffer.h"
#include "apo-reader-card.h"
#include "apo-reader-gutter.h"
#include "apo-reader-marks.h"
#include "apo-reader-trim.h"
#include "apo-reader-view.h"

G_BEGIN_DECLS

struct _ApoReaderView {
  GtkTextView parent_instance;

  ApoDossier *dossier;
  ApoFocus *focus;
  ApoReaderMarks *marks;
  ApoReaderTies *ties;
  ApoReaderGutter *gutter;
  ApoReaderBuffer *buffer;      /* (unowned): the view owns it */
  GArray *found;                /* (nullable) ApoSpan, to be lit */
  guint current_found;
  int measure;                  /* characters in a line */
  double line_spacing;          /* height of a line, in font sizes */
  int leading;                  /* pixels between the lines of a paragraph */
  guint margins_source;
  guint held_top;               /* what to keep at the top until all is laid out, or none */
  guint release_source;
  AdwAnimation *scrolling;      /* (nullable) */
  ApoReaderTrim *trim;
  ApoReaderCard *card;
  guint card_source;
  char *card_id;                /* (nullable) what the pointer rests on */
  guint card_offset;
  guint last_click;             /* where the last click fell, to cycle through what lies there */
  guint n_cycle;
};

/* What the pointer does, in apo-reader-view-pointing.c. */
void apo_reader_view_add_pointing (ApoReaderView *self);
void apo_reader_view_hide_card    (ApoReaderView *self);

G_END_DECLS

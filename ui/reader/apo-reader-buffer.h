/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-text.h"

G_BEGIN_DECLS

#define APO_TYPE_READER_BUFFER (apo_reader_buffer_get_type ())

/**
 * ApoReaderBuffer:
 *
 * The text of an article as it is displayed.  Very long paragraphs have line breaks in it that the
 * text does not have, and that are not copied: whatever comes from a text, or goes back to one,
 * passes through the functions here, which take and give offsets of the text in code points.
 */
G_DECLARE_FINAL_TYPE (ApoReaderBuffer, apo_reader_buffer, APO, READER_BUFFER, GtkTextBuffer)

ApoReaderBuffer *apo_reader_buffer_new           (void);
void             apo_reader_buffer_set_article   (ApoReaderBuffer   *buffer,
                                                  ApoText           *text);
ApoText         *apo_reader_buffer_get_article   (ApoReaderBuffer   *buffer);
void             apo_reader_buffer_set_title     (ApoReaderBuffer   *buffer,
                                                  ApoSpan            span);
void             apo_reader_buffer_set_leading   (ApoReaderBuffer   *buffer,
                                                  int                leading);
void             apo_reader_buffer_get_iter      (ApoReaderBuffer   *buffer,
                                                  GtkTextIter       *iter,
                                                  guint              offset);
void             apo_reader_buffer_get_bounds    (ApoReaderBuffer   *buffer,
                                                  GtkTextIter       *start,
                                                  GtkTextIter       *end,
                                                  ApoSpan            span);
guint            apo_reader_buffer_get_offset    (ApoReaderBuffer   *buffer,
                                                  const GtkTextIter *iter);

G_END_DECLS

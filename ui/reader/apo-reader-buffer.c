/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-buffer.h"

#include <string.h>

#include "apo-pieces.h"

/* A paragraph is laid out as a whole before anything of it is seen, at some 5 ms a kilobyte: one
 * that would be noticed is displayed in pieces, in bytes. */
#define LONGEST_PARAGRAPH 6144
#define PIECE 1536

struct _ApoReaderBuffer {
  GtkTextBuffer parent_instance;

  ApoText *text;                /* (nullable) */
  ApoPieces *pieces;            /* (nullable): of it */
  GtkTextTag *blank;            /* a line with nothing on it */
  GtkTextTag *piece;            /* one that goes on below */
  GtkTextTag *seam;             /* the break between two */
  GtkTextTag *title;
};

G_DEFINE_FINAL_TYPE (ApoReaderBuffer, apo_reader_buffer, GTK_TYPE_TEXT_BUFFER)

static void
apo_reader_buffer_finalize (GObject *object)
{
  ApoReaderBuffer *self = APO_READER_BUFFER (object);

  g_clear_pointer (&self->pieces, apo_pieces_free);
  g_clear_pointer (&self->text, apo_text_unref);

  G_OBJECT_CLASS (apo_reader_buffer_parent_class)->finalize (object);
}

/* Not earlier: the table of tags is a property that is set once. */
static void
apo_reader_buffer_constructed (GObject *object)
{
  ApoReaderBuffer *self = APO_READER_BUFFER (object);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (object);

  G_OBJECT_CLASS (apo_reader_buffer_parent_class)->constructed (object);

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  self->blank = gtk_text_buffer_create_tag (buffer, NULL, "scale", .05, "pixels-below-lines", 0,
                                            NULL);
  self->piece = gtk_text_buffer_create_tag (buffer, NULL, "pixels-below-lines", 0, NULL);
  self->seam = gtk_text_buffer_create_tag (buffer, NULL, "invisible", TRUE, NULL);
  self->title = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD,
                                            "scale", 1.4, NULL);
}

static void
apo_reader_buffer_class_init (ApoReaderBufferClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = apo_reader_buffer_constructed;
  G_OBJECT_CLASS (klass)->finalize = apo_reader_buffer_finalize;
}

static void
apo_reader_buffer_init (ApoReaderBuffer *self)
{
}

ApoReaderBuffer *
apo_reader_buffer_new (void)
{
  return g_object_new (APO_TYPE_READER_BUFFER, NULL);
}

/* Blank lines between paragraphs take no room of their own: the gap below a paragraph is enough. */
static void
shrink_blank_lines (ApoReaderBuffer *self,
                    const char      *displayed)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const char *line = displayed;
  glong offset = 0;
  const char *end;

  while ((end = strchr (line, '\n')) != NULL)
    {
      glong length = g_utf8_strlen (line, end + 1 - line);
      const char *p = line;

      while (p < end && g_unichar_isspace (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == end)
        {
          GtkTextIter from;
          GtkTextIter to;

          gtk_text_buffer_get_iter_at_offset (buffer, &from, offset);
          to = from;
          gtk_text_iter_forward_chars (&to, length);
          gtk_text_buffer_apply_tag (buffer, self->blank, &from, &to);
        }
      line = end + 1;
      offset += length;
    }
}

/* The break between two pieces is seen, but it is not copied. */
static void
join_pieces (ApoReaderBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  for (guint i = 0; i < apo_pieces_get_n_breaks (self->pieces); i++)
    {
      GtkTextIter line;
      GtkTextIter seam;
      GtkTextIter end;

      gtk_text_buffer_get_iter_at_offset (buffer, &seam, apo_pieces_get_break (self->pieces, i));
      line = end = seam;
      gtk_text_iter_set_line_offset (&line, 0);
      gtk_text_iter_forward_char (&end);
      gtk_text_buffer_apply_tag (buffer, self->piece, &line, &end);
      gtk_text_buffer_apply_tag (buffer, self->seam, &seam, &end);
    }
}

/**
 * apo_reader_buffer_set_article:
 * @text: (nullable): what to display
 */
void
apo_reader_buffer_set_article (ApoReaderBuffer *buffer,
                               ApoText         *text)
{
  GtkTextBuffer *text_buffer = GTK_TEXT_BUFFER (buffer);
  g_autofree char *displayed = NULL;
  GtkTextIter start;
  gsize n_bytes;

  g_clear_pointer (&buffer->pieces, apo_pieces_free);
  g_clear_pointer (&buffer->text, apo_text_unref);
  if (text == NULL)
    {
      gtk_text_buffer_set_text (text_buffer, "", 0);
      return;
    }

  buffer->text = apo_text_ref (text);
  buffer->pieces = apo_pieces_new (text, LONGEST_PARAGRAPH, PIECE);
  displayed = apo_pieces_dup_displayed (buffer->pieces, &n_bytes);
  gtk_text_buffer_set_text (text_buffer, displayed, n_bytes);
  gtk_text_buffer_get_start_iter (text_buffer, &start);
  gtk_text_buffer_place_cursor (text_buffer, &start);
  shrink_blank_lines (buffer, displayed);
  join_pieces (buffer);
}

/**
 * apo_reader_buffer_get_article:
 *
 * Returns: (transfer none) (nullable): what is displayed
 */
ApoText *
apo_reader_buffer_get_article (ApoReaderBuffer *buffer)
{
  return buffer->text;
}

/**
 * apo_reader_buffer_set_title:
 * @span: what is set as a title, in the place of what was until now
 */
void
apo_reader_buffer_set_title (ApoReaderBuffer *buffer,
                             ApoSpan          span)
{
  GtkTextBuffer *text_buffer = GTK_TEXT_BUFFER (buffer);
  GtkTextIter start;
  GtkTextIter end;

  apo_reader_buffer_get_bounds (buffer, &start, &end, span);
  if (gtk_text_iter_compare (&start, &end) < 0
      && gtk_text_iter_starts_tag (&start, buffer->title)
      && gtk_text_iter_ends_tag (&end, buffer->title))
    return;

  gtk_text_buffer_get_bounds (text_buffer, &start, &end);
  gtk_text_buffer_remove_tag (text_buffer, buffer->title, &start, &end);
  apo_reader_buffer_get_bounds (buffer, &start, &end, span);
  gtk_text_buffer_apply_tag (text_buffer, buffer->title, &start, &end);
}

/**
 * apo_reader_buffer_set_leading:
 * @leading: pixels between the lines of a paragraph, and so between the pieces of one
 */
void
apo_reader_buffer_set_leading (ApoReaderBuffer *buffer,
                               int              leading)
{
  int before;

  g_object_get (buffer->piece, "pixels-below-lines", &before, NULL);
  if (before != leading)
    g_object_set (buffer->piece, "pixels-below-lines", leading, NULL);
}

/**
 * apo_reader_buffer_get_iter:
 * @iter: (out): where the character at @offset is displayed
 */
void
apo_reader_buffer_get_iter (ApoReaderBuffer *buffer,
                            GtkTextIter     *iter,
                            guint            offset)
{
  if (buffer->pieces != NULL)
    offset = apo_pieces_to_displayed (buffer->pieces, offset);

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), iter, offset);
}

/**
 * apo_reader_buffer_get_bounds:
 * @start: (out): where the first character of @span is displayed
 * @end: (out): behind where its last one is
 */
void
apo_reader_buffer_get_bounds (ApoReaderBuffer *buffer,
                              GtkTextIter     *start,
                              GtkTextIter     *end,
                              ApoSpan          span)
{
  if (buffer->pieces != NULL)
    span = apo_pieces_span_to_displayed (buffer->pieces, span);

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), start, span.start);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), end, span.end);
}

/**
 * apo_reader_buffer_get_offset:
 *
 * Returns: the offset in the text of what is displayed at @iter
 */
guint
apo_reader_buffer_get_offset (ApoReaderBuffer   *buffer,
                              const GtkTextIter *iter)
{
  guint displayed = gtk_text_iter_get_offset (iter);

  return buffer->pieces != NULL ? apo_pieces_to_text (buffer->pieces, displayed) : displayed;
}

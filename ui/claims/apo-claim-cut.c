/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-cut.h"

#include "apo-wrap-layout.h"
#include "apo-edit-claims.h"
#include "apo-text-find.h"

struct _ApoClaimCut {
  GtkBox parent_instance;

  ApoHistory *history;
  ApoClaim *claim;
  guint start;                  /* where in the article the text shown begins */

  GtkTextView *view;
  GtkWidget *keep;
  GtkWidget *split;
};

G_DEFINE_FINAL_TYPE (ApoClaimCut, apo_claim_cut, GTK_TYPE_BOX)

enum {
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (ApoClaimCut *self)
{
  return gtk_text_view_get_buffer (self->view);
}

/* What is selected, as a stretch of the article; empty at the cursor if nothing is. */
static ApoSpan
get_selected (ApoClaimCut *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);

  return APO_SPAN (self->start + gtk_text_iter_get_offset (&start),
                   self->start + gtk_text_iter_get_offset (&end));
}

static guint
get_cursor (ApoClaimCut *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter,
                                    gtk_text_buffer_get_insert (get_buffer (self)));

  return self->start + gtk_text_iter_get_offset (&iter);
}

/* The piece of the claim that is selected most; its first piece if none is. */
static guint
find_piece (ApoClaimCut *self,
            ApoSpan      selected)
{
  guint n_pieces;
  const ApoSpan *pieces = apo_claim_get_content (self->claim, &n_pieces);
  guint best = 0;
  guint most = 0;

  for (guint i = 0; i < n_pieces; i++)
    {
      ApoSpan common = APO_SPAN (MAX (pieces[i].start, selected.start),
                                 MIN (pieces[i].end, selected.end));

      if (apo_span_get_length (common) > most)
        {
          most = apo_span_get_length (common);
          best = i;
        }
    }

  return best;
}

static void
update (ApoClaimCut *self)
{
  ApoDossier *dossier;

  if (self->claim == NULL)
    return;

  dossier = apo_history_get_dossier (self->history);
  gtk_widget_set_sensitive (self->keep, apo_span_get_length (get_selected (self)) > 0);
  gtk_widget_set_sensitive (self->split, apo_edit_can_split_claim (dossier, self->claim,
                                                                   get_cursor (self)));
}

static void
stop (ApoClaimCut *self)
{
  g_clear_object (&self->claim);
  g_clear_object (&self->history);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
keep_cb (ApoClaimCut *self)
{
  ApoSpan selected = get_selected (self);

  apo_edit_trim_claim (self->history, self->claim, find_piece (self, selected), selected);
  stop (self);
}

static void
split_cb (ApoClaimCut *self)
{
  apo_edit_split_claim (self->history, self->claim, get_cursor (self));
  stop (self);
}

static void
apo_claim_cut_dispose (GObject *object)
{
  g_clear_object (&APO_CLAIM_CUT (object)->claim);
  g_clear_object (&APO_CLAIM_CUT (object)->history);

  G_OBJECT_CLASS (apo_claim_cut_parent_class)->dispose (object);
}

static void
apo_claim_cut_class_init (ApoClaimCutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_claim_cut_dispose;

  signals[SIGNAL_DONE] =
    g_signal_new ("done", APO_TYPE_CLAIM_CUT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  0);
  g_type_ensure (APO_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-claim-cut.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoClaimCut, view);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimCut, keep);
  gtk_widget_class_bind_template_child (widget_class, ApoClaimCut, split);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop);
}

static void
apo_claim_cut_init (ApoClaimCut *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (get_buffer (self), "notify::cursor-position", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_buffer (self), "notify::has-selection", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

/* From the sentence before the claim to the one after it. */
static ApoSpan
find_surroundings (ApoText  *text,
                   ApoClaim *claim)
{
  guint n_pieces;
  const ApoSpan *pieces = apo_claim_get_content (claim, &n_pieces);
  ApoSpan first = apo_text_get_sentence (text, pieces[0]);
  ApoSpan last = apo_text_get_sentence (text, pieces[n_pieces - 1]);
  guint length = apo_text_get_length (text);
  guint before = first.start > 2 ? first.start - 2 : 0;
  guint after = MIN (last.end + 2, length);

  first = apo_text_get_sentence (text, APO_SPAN (before, before));
  last = apo_text_get_sentence (text, APO_SPAN (after, after));

  return APO_SPAN (MIN (first.start, pieces[0].start),
                   MAX (last.end, pieces[n_pieces - 1].end));
}

/**
 * apo_claim_cut_start:
 * @claim: a claim with a passage in a text
 *
 * Shows the passage with its first piece selected, and takes the keyboard focus.
 */
void
apo_claim_cut_start (ApoClaimCut *cut,
                     ApoHistory  *history,
                     ApoClaim    *claim)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  ApoArticle *article = apo_dossier_get_item_article (dossier, APO_ITEM (claim));
  ApoText *text = apo_article_get_text (article);
  guint n_pieces;
  const ApoSpan *pieces = apo_claim_get_content (claim, &n_pieces);
  ApoSpan shown;
  g_autofree char *slice = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (n_pieces == 0)
    return;

  shown = find_surroundings (text, claim);
  slice = apo_text_dup_slice (text, shown);
  gtk_text_buffer_set_text (get_buffer (cut), slice, -1);
  cut->start = shown.start;
  g_set_object (&cut->history, history);
  g_set_object (&cut->claim, claim);
  gtk_text_buffer_get_iter_at_offset (get_buffer (cut), &start, pieces[0].start - shown.start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (cut), &end, pieces[0].end - shown.start);
  gtk_text_buffer_select_range (get_buffer (cut), &end, &start);
  update (cut);
  gtk_widget_grab_focus (GTK_WIDGET (cut->view));
}

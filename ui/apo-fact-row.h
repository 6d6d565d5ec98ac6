/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "apo-focus.h"

G_BEGIN_DECLS

/**
 * ApoFact:
 * @title: (transfer full): the fact itself
 * @caption: (transfer full): on what it stands
 * @sentence: (transfer full): all of it as screen readers say it
 * @verdict: of the claims that it stands on
 *
 * An item in words.
 */
typedef struct {
  char *title;
  char *caption;
  char *sentence;
  ApoVerdict verdict;
} ApoFact;

/**
 * ApoFactFunc:
 * @fact: (out caller-allocates): empty before
 *
 * Puts an item into words.
 */
typedef void (*ApoFactFunc) (ApoDossier *dossier,
                             ApoItem    *item,
                             ApoFact    *fact);

#define APO_TYPE_FACT_ROW (apo_fact_row_get_type ())

/**
 * ApoFactRow:
 *
 * A relation or an event as a row of a list; properties `item` and `selected`.  The row of the list
 * that it stands in is named by the whole sentence.
 */
G_DECLARE_FINAL_TYPE (ApoFactRow, apo_fact_row, APO, FACT_ROW, GtkBox)

GtkWidget *apo_fact_row_new (ApoDossier *dossier,
                             ApoFocus   *focus,
                             ApoFactFunc describe);

G_END_DECLS

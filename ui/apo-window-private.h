/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-analysis.h"
#include "apo-basis-button.h"
#include "apo-crossfade.h"
#include "apo-desk.h"
#include "apo-focus.h"
#include "apo-history-popover.h"
#include "apo-merge-review.h"
#include "apo-notice.h"
#include "apo-older-item.h"
#include "apo-older-pane.h"
#include "apo-recovery-bar.h"
#include "apo-renewal-review.h"
#include "apo-replace-review.h"
#include "apo-start-page.h"
#include "apo-window.h"

G_BEGIN_DECLS

/* Shared by the parts of the window: apo-window.c (its look), apo-window-document.c (opening,
 * saving, closing), apo-window-keeping.c (what is kept beside the file) and apo-window-actions.c
 * (what menus and keys do). */

struct _ApoWindow {
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  ApoStartPage *start_page;
  AdwStatusPage *error_page;
  ApoCrossfade *crossfade;
  ApoDesk *desk;
  AdwWindowTitle *title;
  GtkWidget *open_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *history_button;
  ApoHistoryPopover *history_popover;
  GMenu *history_menu;
  GtkWidget *find_button;
  ApoBasisButton *basis_button;
  ApoRecoveryBar *recovery_bar;
  ApoNotice *older_notice;
  GtkRevealer *file_bar;
  GtkLabel *file_label;
  GtkRevealer *damage_bar;
  GtkLabel *damage_label;
  GtkWidget *damage_button;
  GtkLabel *damage_details;
  GtkRevealer *analysis_bar;
  GtkProgressBar *analysis_progress;

  ApoReplaceReview *replace_review;     /* of the desk, like the next two */
  ApoOlderPane *older_pane;
  ApoMergeReview *merge_review;
  ApoRenewalReview *renewal_review;
  gboolean renewal_asked;       /* the reader waits for it */
  guint merge_source;

  GSettings *settings;
  ApoStore *store;              /* (nullable) where changes are kept */
  ApoMemory *memory;            /* (nullable) of corrections, from one dossier to the next */
  ApoSession *session;
  GFile *elsewhere;             /* (nullable) what is open in another program, and not here */
  ApoFocus *focus;
  ApoAnalysis *analysis;
  GCancellable *opening;        /* (nullable) the reading that is under way */
  AdwToast *toast;              /* (nullable) (unowned) the one that is shown */
  gint64 toast_time;            /* since when, on the monotonic clock */
  guint analysis_source;
  guint n_saves;                /* under way */
  gboolean close_after_save;
  gboolean closing;             /* the reader has decided */
};

/* apo-window-toast.c */
void apo_window_show_toast       (ApoWindow  *window,
                                  const char *message,
                                  const char *button,
                                  const char *action);

/* apo-window.c */
void apo_window_set_session      (ApoWindow  *window,
                                  ApoSession *session);
void apo_window_close_session    (ApoWindow  *window);
ApoWindow *apo_window_get_empty  (ApoWindow  *window);
void apo_window_update_title     (ApoWindow  *window);
void apo_window_update_actions   (ApoWindow  *window);

/* apo-window-document.c */
void apo_window_show_error       (ApoWindow  *window,
                                  const char *message);
void apo_window_open_text        (ApoWindow  *window,
                                  const char *text);
void apo_window_save_to          (ApoWindow  *window,
                                  GFile      *file,
                                  gboolean    overwrite);
void apo_window_save             (ApoWindow  *window);
GFile *apo_window_dup_folder     (ApoWindow  *window);
void apo_window_save_as          (ApoWindow  *window);
gboolean apo_window_close_request (ApoWindow *window);

/* apo-window-keeping.c */
void apo_window_take_session     (ApoWindow  *window,
                                  ApoSession *session);
void apo_window_tell_problem     (ApoWindow  *window);
void apo_window_show_file_state  (ApoWindow  *window);
void apo_window_settle_file      (ApoWindow  *window);
void apo_window_show_versions    (ApoWindow  *window);
void apo_window_forget_dossier   (ApoWindow  *window);
void apo_window_connect_recovery (ApoWindow  *window);
void apo_window_attach_memory    (ApoWindow  *window);

/* apo-window-replace.c */
void apo_window_install_replace_actions (GtkWidgetClass *widget_class);
void apo_window_add_replace      (ApoWindow  *window);
void apo_window_set_replace_session (ApoWindow *window,
                                  ApoSession *session);
void apo_window_update_replace   (ApoWindow  *window);

/* apo-window-merge.c */
void apo_window_install_merge_actions (GtkWidgetClass *widget_class);
void apo_window_add_merge        (ApoWindow  *window);
void apo_window_set_merge_session (ApoWindow *window,
                                  ApoSession *session);
void apo_window_merge_file       (ApoWindow  *window,
                                  GFile      *file);

/* apo-window-renewal.c */
void apo_window_add_renewal      (ApoWindow  *window);
void apo_window_set_renewal_session (ApoWindow *window,
                                  ApoSession *session);
void apo_window_analyse          (ApoWindow  *window);

/* apo-window-actions.c */
void apo_window_install_actions  (GtkWidgetClass *widget_class);
void apo_window_add_keys         (ApoWindow  *window);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-session-adopt.h"

#include "apo-adoption.h"
#include "apo-session-private.h"

/* Who works so fast that preparing has to begin anew so often, waits for the rest of it once. */
#define MAX_BEGINNINGS 4

struct _ApoSlowAdoption {
  ApoSession *session;
  ApoFindings *findings;
  gboolean whole;
  ApoAdoption *adoption;        /* (nullable): none before the first step, and after a change */
  guint revision;               /* of the opening state, as it was when that began */
  guint n_beginnings;
};

static gboolean
is_opening (ApoSession *self)
{
  return self->opening && apo_history_is_empty (self->history);
}

/**
 * apo_session_set_dictionary:
 * @dictionary: (nullable): what the reader has put right before
 *
 * What is found from now on, before the reader's first command, is corrected by it.
 */
void
apo_session_set_dictionary (ApoSession    *session,
                            ApoDictionary *dictionary)
{
  g_set_object (&session->dictionary, dictionary);
}

/**
 * apo_session_get_dictionary:
 *
 * Returns: (transfer none) (nullable): what the reader has put right before
 */
ApoDictionary *
apo_session_get_dictionary (ApoSession *session)
{
  return session->dictionary;
}

static void
open_with (ApoSession  *self,
           ApoAdoption *adoption)
{
  apo_adoption_open (adoption);
  if (self->dictionary != NULL)
    apo_dictionary_apply (self->dictionary, self->dossier);
  self->opening_revision++;
  apo_session_journal_opened (self);
  apo_dossier_emit_changed (self->dossier);
  apo_session_update_changed (self);
}

static void
history_changed_cb (ApoSlowAdoption *self)
{
  g_clear_pointer (&self->adoption, apo_adoption_free);
}

/**
 * apo_slow_adoption_new:
 * @findings: in the first article
 * @whole: whether that is all, as for apo_session_adopt_findings(), or a part, as for
 *   apo_session_adopt_pass()
 *
 * Returns: (transfer full): an adoption of which nothing is done yet
 */
ApoSlowAdoption *
apo_slow_adoption_new (ApoSession  *session,
                       ApoFindings *findings,
                       gboolean     whole)
{
  ApoSlowAdoption *self = g_new0 (ApoSlowAdoption, 1);

  self->session = g_object_ref (session);
  self->findings = g_object_ref (findings);
  self->whole = whole;
  g_signal_connect_swapped (session->history, "changed", G_CALLBACK (history_changed_cb), self);

  return self;
}

/**
 * apo_slow_adoption_free:
 *
 * What was not adopted yet never will be; the dossier is as if it had never been begun.
 */
void
apo_slow_adoption_free (ApoSlowAdoption *adoption)
{
  g_signal_handlers_disconnect_by_data (adoption->session->history, adoption);
  g_clear_pointer (&adoption->adoption, apo_adoption_free);
  g_object_unref (adoption->findings);
  g_object_unref (adoption->session);
  g_free (adoption);
}

static void
begin (ApoSlowAdoption *self)
{
  ApoDossier *dossier = self->session->dossier;

  self->n_beginnings++;
  self->revision = self->session->opening_revision;
  self->adoption = apo_adoption_new (dossier, apo_dossier_get_article (dossier), self->findings,
                                     is_opening (self->session) ? APO_ADOPT_OPENING
                                                                : APO_ADOPT_COMMAND);
}

/**
 * apo_slow_adoption_step:
 * @n_steps: how much to do at most; everything that was found takes two steps or three
 *
 * Returns: whether all is done, and there is no use in going on
 */
gboolean
apo_slow_adoption_step (ApoSlowAdoption *adoption,
                        guint            n_steps)
{
  ApoSession *session = adoption->session;

  if (!adoption->whole && !is_opening (session))
    return TRUE;
  if (adoption->revision != session->opening_revision)
    g_clear_pointer (&adoption->adoption, apo_adoption_free);
  if (adoption->adoption == NULL)
    begin (adoption);

  if (!apo_adoption_prepare (adoption->adoption,
                             adoption->n_beginnings < MAX_BEGINNINGS ? n_steps : G_MAXUINT))
    return FALSE;

  if (is_opening (session))
    open_with (session, adoption->adoption);
  else
    apo_history_execute (session->history, apo_adoption_take_command (adoption->adoption));

  return TRUE;
}

/**
 * apo_session_adopt_pass:
 * @findings: what was found so far in the first article
 *
 * Shows them until the whole is there.  Once the reader has done something they are left alone: the
 * whole comes as one command.
 */
void
apo_session_adopt_pass (ApoSession  *session,
                        ApoFindings *findings)
{
  g_autoptr (ApoSlowAdoption) adoption = apo_slow_adoption_new (session, findings, FALSE);

  apo_slow_adoption_step (adoption, G_MAXUINT);
}

/**
 * apo_session_adopt_findings:
 * @findings: of the first article
 *
 * Before the reader's first command they become part of the opening state, in the place of what an
 * earlier pass found.  Later, what is new in them is added by one command.
 */
void
apo_session_adopt_findings (ApoSession  *session,
                            ApoFindings *findings)
{
  g_autoptr (ApoSlowAdoption) adoption = apo_slow_adoption_new (session, findings, TRUE);

  apo_slow_adoption_step (adoption, G_MAXUINT);
}

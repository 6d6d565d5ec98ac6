/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-basis-button.h"
#include "apo-crossfade.h"
#include "apo-graph-content.h"
#include "apo-sample-dossier.h"
#include "apo-session.h"
#include "apo-timeline-content.h"

#include <adwaita.h>

typedef struct {
  ApoSession *session;
  ApoDossier *dossier;
  ApoFocus *focus;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  g_autoptr (ApoFindings) findings = apo_sample_findings_new ();

  fixture->session = apo_session_new (article);
  apo_session_adopt_findings (fixture->session, findings);
  fixture->dossier = apo_session_get_dossier (fixture->session);
  fixture->focus = apo_focus_new (fixture->dossier);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_object (&fixture->focus);
  g_clear_object (&fixture->session);
}

static void
set_basis (Fixture    *fixture,
           const char *name)
{
  g_autoptr (ApoBasis) basis = apo_basis_new_from_string (name);

  apo_focus_set_basis (fixture->focus, basis);
}

static void
count_cb (guint *n)
{
  *n += 1;
}

/* The agreement between Oslo and Lisbon is stated by the article; nothing is verified. */
static void
test_content (Fixture      *fixture,
              gconstpointer data)
{
  static const struct {
    const char *basis;
    guint n_relations;
    guint n_events;
    guint n_nodes;
  } table[] = {
    { "everything", 1, 1, 2 },
    { "stated", 1, 1, 2 },
    { "verified", 0, 0, 2 },
  };
  guint n_changes = 0;

  g_signal_connect_swapped (fixture->focus, "basis-changed", G_CALLBACK (count_cb), &n_changes);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (ApoGraphContent) content = NULL;
      g_autoptr (GPtrArray) events = NULL;
      guint n_dated;

      set_basis (fixture, table[i].basis);
      set_basis (fixture, table[i].basis);
      content = apo_graph_content_new (fixture->dossier, fixture->focus, G_MAXUINT, NULL);
      events = apo_timeline_content_list (fixture->dossier, fixture->focus, &n_dated);
      g_test_message ("%s", table[i].basis);
      g_assert_cmpuint (content->relations->len, ==, table[i].n_relations);
      g_assert_cmpuint (events->len, ==, table[i].n_events);
      /* the nodes keep their places, whatever the basis */
      g_assert_cmpuint (content->actors->len, ==, table[i].n_nodes);
    }
  g_assert_cmpuint (n_changes, ==, 2);
}

static const char *
get_label (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *label = GTK_IS_LABEL (child) ? gtk_label_get_label (GTK_LABEL (child))
                                               : get_label (child);

      if (label != NULL)
        return label;
    }

  return NULL;
}

/* The button names the basis, sets it by its action, and leaves it with the dossier. */
static void
test_button (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *button = g_object_ref_sink (g_object_new (APO_TYPE_BASIS_BUTTON, NULL));
  g_autoptr (GArray) voices = apo_dossier_collect_voices (fixture->dossier);
  g_autoptr (GVariant) kept = NULL;
  g_autoptr (ApoFocus) later = NULL;
  g_autofree char *mayor = NULL;

  g_assert_cmpuint (voices->len, ==, 1);
  g_assert_cmpuint (g_array_index (voices, ApoVoice, 0).n_claims, ==, 2);
  mayor = g_strconcat ("according:",
                       apo_item_get_id (APO_ITEM (g_array_index (voices, ApoVoice, 0).actor)),
                       NULL);

  apo_basis_button_set_context (APO_BASIS_BUTTON (button), fixture->dossier, fixture->focus);
  g_assert_cmpstr (get_label (button), ==, "Everything");
  g_assert_true (gtk_widget_activate_action (button, "basis.set", "s", mayor));
  g_assert_cmpstr (get_label (button), ==, "According to Odile Carrère");
  g_assert_cmpint (apo_basis_get_kind (apo_focus_get_basis (fixture->focus)), ==,
                   APO_BASIS_ACCORDING);

  kept = apo_dossier_get_view_state (fixture->dossier, "basis");
  g_assert_cmpstr (g_variant_get_string (kept, NULL), ==, mayor);
  g_assert_false (apo_session_is_changed (fixture->session));

  later = apo_focus_new (fixture->dossier);
  apo_basis_button_set_context (APO_BASIS_BUTTON (button), fixture->dossier, later);
  g_assert_cmpstr (get_label (button), ==, "According to Odile Carrère");

  apo_basis_button_set_context (APO_BASIS_BUTTON (button), NULL, NULL);
  g_assert_false (gtk_widget_get_visible (button));
  g_object_unref (button);
}

static void
wait_mapped (GtkWidget *widget)
{
  while (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* It ends by itself, and does not begin where there are to be no animations. */
static void
test_crossfade (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *crossfade = g_object_new (APO_TYPE_CROSSFADE, "child", gtk_label_new ("One"), NULL);
  GtkSettings *settings = gtk_settings_get_default ();

  gtk_window_set_default_size (GTK_WINDOW (window), 200, 100);
  gtk_window_set_child (GTK_WINDOW (window), crossfade);
  gtk_window_present (GTK_WINDOW (window));
  wait_mapped (crossfade);

  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  apo_crossfade_start (APO_CROSSFADE (crossfade));
  g_assert_false (apo_crossfade_is_running (APO_CROSSFADE (crossfade)));

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  apo_crossfade_start (APO_CROSSFADE (crossfade));
  g_assert_true (apo_crossfade_is_running (APO_CROSSFADE (crossfade)));
  while (apo_crossfade_is_running (APO_CROSSFADE (crossfade)))
    g_main_context_iteration (NULL, TRUE);

  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/window/basis/content", Fixture, NULL, set_up, test_content, tear_down);
  g_test_add ("/window/basis/button", Fixture, NULL, set_up, test_button, tear_down);
  g_test_add_func ("/window/basis/crossfade", test_crossfade);

  return g_test_run ();
}

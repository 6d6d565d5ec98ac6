/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-focus.h"
#include "apo-sample-dossier.h"

static void
count_cb (guint *n_calls)
{
  (*n_calls)++;
}

static ApoItem *
get_related_claim (ApoDossier *dossier)
{
  GListModel *claims = apo_dossier_get_items (dossier, APO_ITEM_CLAIM);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);

      if (*apo_claim_get_speaker (claim) != '\0')
        return APO_ITEM (claim);
    }

  g_assert_not_reached ();
}

static void
test_light (void)
{
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (3);
  g_autoptr (ApoFocus) focus = apo_focus_new (dossier);
  ApoItem *claim = get_related_claim (dossier);
  const char *speaker = apo_claim_get_speaker (APO_CLAIM (claim));
  const char *id = apo_item_get_id (claim);
  guint n_changed = 0;
  guint n_selected = 0;

  g_signal_connect_swapped (focus, "changed", G_CALLBACK (count_cb), &n_changed);
  g_signal_connect_swapped (focus, "selected", G_CALLBACK (count_cb), &n_selected);
  g_assert_cmpint (apo_focus_get_light (focus, id), ==, APO_LIGHT_CALM);

  apo_focus_select (focus, id);
  g_assert_cmpstr (apo_focus_get_selected (focus), ==, id);
  g_assert_cmpint (apo_focus_get_light (focus, id), ==, APO_LIGHT_SELECTED);
  g_assert_cmpint (apo_focus_get_light (focus, speaker), ==, APO_LIGHT_RELATED);
  g_assert_cmpuint (n_changed, ==, 1);

  /* The same again: nothing lights up anew, but the views are told to show it. */
  apo_focus_select (focus, id);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (n_selected, ==, 2);

  apo_focus_select (focus, NULL);
  g_assert_cmpint (apo_focus_get_light (focus, speaker), ==, APO_LIGHT_CALM);
  g_assert_cmpint (apo_focus_get_light (focus, NULL), ==, APO_LIGHT_CALM);
}

static void
test_hover (void)
{
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (3);
  g_autoptr (ApoFocus) focus = apo_focus_new (dossier);
  const char *id = apo_item_get_id (get_related_claim (dossier));

  apo_focus_hover (focus, id);
  g_assert_null (apo_focus_get_hovered (focus));
  while (apo_focus_get_hovered (focus) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (apo_focus_get_light (focus, id), ==, APO_LIGHT_HOVERED);

  apo_focus_hover (focus, NULL);
  while (apo_focus_get_hovered (focus) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (apo_focus_get_light (focus, id), ==, APO_LIGHT_CALM);
}

/* What is undone away can't stay selected. */
static void
test_gone (void)
{
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (3);
  g_autoptr (ApoFocus) focus = apo_focus_new (dossier);
  g_autoptr (ApoItem) claim = g_object_ref (get_related_claim (dossier));

  apo_focus_select (focus, apo_item_get_id (claim));
  apo_dossier_remove (dossier, claim);
  apo_dossier_emit_changed (dossier);
  g_assert_null (apo_focus_get_selected (focus));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/focus/light", test_light);
  g_test_add_func ("/focus/hover", test_hover);
  g_test_add_func ("/focus/gone", test_gone);

  return g_test_run ();
}

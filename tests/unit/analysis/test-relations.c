/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyze-helper.h"

static void
test_pairs (void)
{
  static const struct { const char *text, *from, *to; ApoRelationKind kind; } cases[] = {
    { "Anne Morin rencontre Paul Grand.", "Anne Morin", "Paul Grand", APO_RELATION_MEETING },
    { "La Suède sanctionne la Norvège.", "Suède", "Norvège", APO_RELATION_SANCTION },
    { "La Suède a attaqué la Norvège.", "Suède", "Norvège", APO_RELATION_CONFLICT },
    { "La Suède coopère avec la Norvège, et non avec la Finlande.", "Suède", "Norvège",
      APO_RELATION_COOPERATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoFindings) findings = apo_analyze_helper_run (cases[i].text, "fr", NULL);
      const ApoFoundRelation *relation;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (findings->relations->len, ==, 1);
      relation = g_ptr_array_index (findings->relations, 0);
      g_assert_cmpstr (apo_analyze_helper_name (findings, relation->from), ==, cases[i].from);
      g_assert_cmpstr (apo_analyze_helper_name (findings, relation->to), ==, cases[i].to);
      g_assert_cmpint (relation->kind, ==, cases[i].kind);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/relations/pairs", test_pairs);

  return g_test_run ();
}

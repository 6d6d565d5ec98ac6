/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyze-helper.h"

/* Each relation as FROM kind TO, in order. */
static char *
dup_relations (ApoFindings *findings)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < findings->relations->len; i++)
    {
      const ApoFoundRelation *relation = g_ptr_array_index (findings->relations, i);

      g_string_append_printf (string, "%s%s %s %s", i > 0 ? ", " : "",
                              apo_analyze_helper_name (findings, relation->from),
                              apo_enum_to_nick (APO_TYPE_RELATION_KIND, relation->kind),
                              apo_analyze_helper_name (findings, relation->to));
    }

  return g_string_free (string, FALSE);
}

static void
test_pairs (void)
{
  static const struct { const char *text, *relations; } cases[] = {
    { "Anne Morin rencontre Paul Grand.", "Anne Morin meeting Paul Grand" },
    { "La Suède sanctionne la Norvège.", "Suède sanction Norvège" },
    { "La Suède a attaqué la Norvège.", "Suède conflict Norvège" },
    { "La Suède coopère avec la Norvège, et non avec la Finlande.", "Suède cooperation Norvège" },
    { "La Suède a été attaquée par la Norvège.", "Norvège conflict Suède" },
    { "La Suède parle. La Norvège parle. Le soutien de la Suède à la Norvège demeure.",
      "Suède support Norvège" },
    { "Le conflit entre la Suède et la Norvège dure.", "Suède conflict Norvège" },
    { "Anne Morin et Paul Grand ont signé un traité.", "Anne Morin cooperation Paul Grand" },
    { "L’axe se renforce avec le triangle Oslo–Riga–Vilnius.",
      "Norvège cooperation Lettonie, Norvège cooperation Lituanie, Lettonie cooperation Lituanie" },
    { "La Norvège parle. La Suède a dénoncé les projets norvégiens.",
      "Suède accusation Norvège" },
    { "La Suède menace Anne Morin et Paul Grand.",
      "Suède pressure Anne Morin, Suède pressure Paul Grand" },
    { "La Suède a reculé. Elle a attaqué la Norvège.", "Suède conflict Norvège" },
    { "La Norvège est menacée, selon Anne Morin.", "" },
    { "Anne Morin voit un accord dans lequel la Suède paie.", "" },
    { "Anne Morin annonce un accord avec Paul Grand.", "Anne Morin cooperation Paul Grand" },
    { "La Suède parle ; Paul Grand attaque le port.", "" },
    { "La Suède est soutenue par la Norvège, la Finlande et le Danemark.",
      "Norvège support Suède, Finlande support Suède, Danemark support Suède" },
    { "Paul Grand est arrivé. Sa rencontre avec Anne Morin a duré une heure.",
      "Paul Grand meeting Anne Morin" },
    { "La Suède veut attaquer la Norvège.", "Suède conflict Norvège" },
    { "La Suède, qui soutient la Norvège, dort.", "Suède support Norvège" },
    { "La société Zeta, filiale de la société Omega, recrute.", "Zeta dependence Omega" },
    { "La Suède refuse de reculer, accusant la Norvège de mentir.", "Suède accusation Norvège" },
    { "Anne Morin, hostile à Paul Grand, proteste.", "Anne Morin conflict Paul Grand" },
    { "La Suède et la Norvège négocient.", "Suède meeting Norvège" },
    { "La Suède parle. La France parle. Le traité franco-suédois avance.",
      "France cooperation Suède" },
    { "Anne Morin a appelé. Paul Grand lui a reproché son silence.",
      "Paul Grand accusation Anne Morin" },
    { "La Suède accuse le club. Le sommet franco-suédois a lieu à Oslo.", "" },
    { "Selon Anne Morin, Paul Grand a menti.", "Anne Morin accusation Paul Grand" },
    { "Selon Anne Morin, Paul Grand doit payer.", "Anne Morin pressure Paul Grand" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoFindings) findings = apo_analyze_helper_run (cases[i].text, "fr", NULL);
      g_autofree char *relations = dup_relations (findings);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (relations, ==, cases[i].relations);
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

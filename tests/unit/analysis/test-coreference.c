/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyze-helper.h"

/* Who says the last claim of a text. */
static void
test_speakers (void)
{
  static const struct { const char *text, *speaker; } cases[] = {
    { "Anne Morin a rencontré Paul Grand. Elle affirme que tout va bien.", "Anne Morin" },
    { "Paul Grand a rencontré Anne Morin. Il affirme que tout va bien.", "Paul Grand" },
    { "La ministre Claude Morin et Paul Grand marchent. Elle affirme que tout va bien.",
      "Claude Morin" },
    { "Paul Grand, le maire, est arrivé. Le maire affirme que tout va bien.", "Paul Grand" },
    { "Le maire de Liège, Paul Grand, est arrivé. Marc Petit dort. Le maire affirme que tout va"
      " bien.", "Paul Grand" },
    { "La société Zeta recrute. L’entreprise Omega dort. La société affirme que tout va bien.",
      "Zeta" },
    { "Il pleut. Le procureur de Liège affirme que tout va bien.", "Procureur de Liège" },
    { "Les rebelles avancent. Ils affirment que tout va bien.", "Rebelles" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoFindings) findings = apo_analyze_helper_run (cases[i].text, "fr", NULL);
      const ApoFoundClaim *claim;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (findings->claims->len, >, 0);
      claim = g_ptr_array_index (findings->claims, findings->claims->len - 1);
      g_assert_cmpint (claim->speaker, !=, APO_FOUND_NONE);
      g_assert_cmpstr (apo_analyze_helper_name (findings, claim->speaker), ==, cases[i].speaker);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coreference/speakers", test_speakers);

  return g_test_run ();
}

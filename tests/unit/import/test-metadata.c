/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-metadata.h"

static void
test_guess (void)
{
  static const struct { const char *text, *title, *byline, *outlet, *date; } cases[] = {
    { "Le pont rouvre\n\nPar Anne Petit\nPublié le 3 mars 2024\n\nLe pont a rouvert lundi.\n",
      "Le pont rouvre", "Anne Petit", NULL, "2024-03-03" },
    { "Le pont rouvre\n\n4 mai 2011. – Le pont a rouvert lundi.\n", "Le pont rouvre", NULL, NULL,
      "2011-05-04" },
    { "Le pont rouvre\nLe Phare, 4 mai 2011\n\nLe pont a rouvert lundi.\n", "Le pont rouvre", NULL,
      "Le Phare", "2011-05-04" },
    { "Le pont a rouvert lundi.\nIl était fermé.\n", NULL, NULL, NULL, NULL },
    { "Bridge opens\n\nBy Anna Little\nMarch 3, 2024\n\nIt opened.\n", "Bridge opens",
      "Anna Little", NULL, "2024-03-03" },
    { "Le pont rouvre\n\nPublié le 2024-03-03\n\nIl a rouvert.\n", "Le pont rouvre", NULL, NULL,
      "2024-03-03" },
    { "Le 31 février 2024\n\nIl a rouvert.\n", "Le 31 février 2024", NULL, NULL, NULL },
    { "", NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoMetadata) metadata = apo_metadata_guess (cases[i].text);
      g_autofree char *date = metadata->date != APO_DAY_NONE ? apo_day_format (metadata->date)
        : NULL;

      g_assert_cmpstr (metadata->title, ==, cases[i].title);
      g_assert_cmpstr (metadata->byline, ==, cases[i].byline);
      g_assert_cmpstr (metadata->outlet, ==, cases[i].outlet);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/metadata/guess", test_guess);

  return g_test_run ();
}

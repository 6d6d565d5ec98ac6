/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyze-helper.h"

typedef struct {
  const char *text, *title, *byline, *outlet, *date;
} Case;

static void
check (const Case *expected,
       const char *language)
{
  g_autoptr (ApoFindings) findings = apo_analyze_helper_run (expected->text, language, NULL);
  g_autofree char *date = findings->date != APO_DAY_NONE ? apo_day_format (findings->date) : NULL;

  g_test_message ("%s", expected->text);
  g_assert_cmpstr (findings->title, ==, expected->title);
  g_assert_cmpstr (findings->byline, ==, expected->byline);
  g_assert_cmpstr (findings->outlet, ==, expected->outlet);
  g_assert_cmpstr (date, ==, expected->date);
}

static void
test_french (void)
{
  static const Case cases[] = {
    { "Le pont rouvre\n\nPar Anne Petit\nPublié le 3 mars 2024\n\nLe pont a rouvert lundi.\n",
      "Le pont rouvre", "Anne Petit", NULL, "2024-03-03" },
    { "Le pont rouvre\n\n4 mai 2011. – Le pont a rouvert lundi.\n", "Le pont rouvre", NULL, NULL,
      "2011-05-04" },
    { "Le pont rouvre\nLe Phare, 4 mai 2011\n\nLe pont a rouvert lundi.\n", "Le pont rouvre", NULL,
      "Le Phare", "2011-05-04" },
    { "Le pont rouvre\nLe Phare, publié le mardi 1er MARS 2011\n\nIl a rouvert.\n",
      "Le pont rouvre", NULL, "Le Phare", "2011-03-01" },
    { "Le pont rouvre\n\nPar Anne Petit (Le Phare)\nMis à jour le 5 mai 2011, publié le 4 mai 2011"
      "\n\nIl a rouvert.\n", "Le pont rouvre", "Anne Petit", "Le Phare", "2011-05-04" },
    { "Le pont rouvre\n\nMis à jour le 5 mai 2011 à 8 h\n\nIl a rouvert.\n", "Le pont rouvre",
      NULL, NULL, "2011-05-05" },
    { "Ce que l’on sait du 13 mai 2009\n\nPublié le 4 mai 2011\n\nIl a rouvert.\n",
      "Ce que l’on sait du 13 mai 2009", NULL, NULL, "2011-05-04" },
    { "Le pont a rouvert lundi.\nIl était fermé.\n", NULL, NULL, NULL, NULL },
    { "Le pont rouvre\n\nPublié le 2024-03-03\n\nIl a rouvert.\n", "Le pont rouvre", NULL, NULL,
      "2024-03-03" },
    { "Le pont rouvre\n\nSource : Le Phare\n03/04/2024\n\nIl a rouvert.\n", "Le pont rouvre", NULL,
      "Le Phare", "2024-04-03" },
    { "\n\u00A0\n  Le pont rouvre \n\n  Par Anne Petit\n4 sept 2011\n", "Le pont rouvre",
      "Anne Petit", NULL, "2011-09-04" },
    { "Le 31 février 2024\n\nIl a rouvert.\n", "Le 31 février 2024", NULL, NULL, NULL },
    { "Bridge opens\n\nBy Anna Little\nMarch 3, 2024\n\nIt opened.\n", "Bridge opens", NULL, NULL,
      NULL },
    { "4 mai 2011 – Le pont a rouvert lundi, après deux ans de travaux que personne n’avait crus si "
      "longs, et que la ville avait d’abord promis de finir en six mois.\nIl était fermé.\n",
      NULL, NULL, NULL, "2011-05-04" },
    { "Un mot\n", NULL, NULL, NULL, NULL },
    { "", NULL, NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i], "fr");
}

static void
test_english (void)
{
  static const Case cases[] = {
    { "Bridge opens\n\nBy Anna Little\nMarch 3, 2024\n\nIt opened.\n", "Bridge opens",
      "Anna Little", NULL, "2024-03-03" },
    { "Bridge opens\n\nThe Beacon — Published on Sunday 3 March 2024\n\nIt opened.\n",
      "Bridge opens", NULL, "The Beacon", "2024-03-03" },
    { "Bridge opens\n\nBy Anna Little | The Beacon\nUpdated Jan 3, 2024\n\nIt opened.\n",
      "Bridge opens", "Anna Little", "The Beacon", "2024-01-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i], "en");
}

static const ApoFoundTime *
get_last_time (ApoFindings *findings)
{
  g_assert_cmpuint (findings->times->len, >, 0);

  return g_ptr_array_index (findings->times, findings->times->len - 1);
}

/* Relative times hang on the date that is given, else on the one of the text. */
static void
test_date (void)
{
  const char *text = "Le pont rouvre\n\nPublié le 4 mai 2011\n\nLe pont a rouvert hier.\n";
  g_autoptr (ApoFindings) guessed = apo_analyze_helper_run (text, "fr", NULL);
  g_autoptr (ApoFindings) given = apo_analyze_helper_run (text, "fr", "2020-02-01");

  g_assert_cmpstr (get_last_time (guessed)->value, ==, "2011-05-03");
  g_assert_cmpstr (get_last_time (given)->value, ==, "2020-01-31");
  g_assert_cmpstr (given->title, ==, "Le pont rouvre");
  g_assert_cmpint (given->date, ==, apo_day_from_ymd (2020, 2, 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/metadata/french", test_french);
  g_test_add_func ("/metadata/english", test_english);
  g_test_add_func ("/metadata/date", test_date);

  return g_test_run ();
}

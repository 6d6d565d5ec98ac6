/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyze-helper.h"

typedef struct {
  const char *text;
  const char *date;
  const char *expression;       /* (nullable): nothing is to be found */
  const char *value;
} Case;

static void
check (const Case *cases,
       guint       n,
       const char *language)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ApoFindings) findings = apo_analyze_helper_run (cases[i].text, language,
                                                                 cases[i].date);
      const ApoFoundTime *time;
      g_autofree char *found = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (findings->times->len, ==, cases[i].expression != NULL ? 1 : 0);
      if (cases[i].expression == NULL)
        continue;

      time = g_ptr_array_index (findings->times, 0);
      found = apo_analyze_helper_slice (cases[i].text, time->span);
      g_assert_cmpstr (found, ==, cases[i].expression);
      g_assert_cmpstr (time->value, ==, cases[i].value);
    }
}

static void
test_french (void)
{
  static const Case cases[] = {
    { "La digue céda le 4 mai 2011.", NULL, "le 4 mai 2011", "2011-05-04" },
    { "La digue céda le 4 mai.", "2011-06-01", "le 4 mai", "2011-05-04" },
    { "La digue céda le 30 décembre.", "2011-01-05", "le 30 décembre", "2010-12-30" },
    { "La digue céda le 4 mai.", NULL, "le 4 mai", "XXXX-05-04" },
    { "Le bal se tient du 4 au 7 mai.", "2011-04-01", "du 4 au 7 mai", "2011-05-04/2011-05-07" },
    { "La digue céda hier.", "2011-05-01", "hier", "2011-04-30" },
    { "La digue céda hier.", NULL, "hier", "XXXX-XX-XX" },
    { "La digue céda lundi.", "2011-05-04", "lundi", "2011-05-02" },
    { "La digue rouvrira lundi.", "2011-05-04", "lundi", "2011-05-09" },
    { "La digue céda lundi dernier.", "2011-05-04", "lundi dernier", "2011-05-02" },
    { "La digue céda mardi soir.", "2011-05-04", "mardi soir", "2011-05-03TEV" },
    { "La digue céda l'an dernier.", "2011-05-04", "l'an dernier", "2010" },
    { "La digue céda la semaine dernière.", "2011-05-04", "la semaine dernière", "2011-W17" },
    { "Elle céda à la fin de l’année dernière.", "2011-05-04", "la fin de l’année dernière",
     "2010" },
    { "La digue céda il y a deux ans.", "2011-05-04", "il y a deux ans", "2009" },
    { "Elle dura plus de vingt ans.", NULL, "plus de vingt ans", "P20Y" },
    { "La digue tient depuis 2010.", NULL, "2010", "2010" },
    { "Elle cédera cet hiver.", "2011-11-04", "cet hiver", "2011-WI" },
    { "Elle cédera en janvier.", "2011-11-04", "janvier", "2012-01" },
    { "Elle céda dans les années 60.", NULL, "années 60", "196X" },
    { "Elle céda au XIXe siècle.", NULL, "au XIXe siècle", "18XX" },
    { "Il pleut chaque jour.", NULL, "chaque jour", "P1D" },
    { "Elle céda à 14 h 30.", "2011-05-04", "14 h 30", "2011-05-04T14:30" },
    { "Le format « 3+3 » revient.", NULL, NULL, NULL },
    { "Anne Morin, 40 ans, dort.", NULL, NULL, NULL },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

static void
test_english (void)
{
  static const Case cases[] = {
    { "The dam broke on March 3, 2011.", NULL, "March 3, 2011", "2011-03-03" },
    { "The dam broke yesterday.", "2011-05-01", "yesterday", "2011-04-30" },
    { "The dam broke two years ago.", "2011-05-04", "two years ago", "2009" },
    { "The dam broke last week.", "2011-05-04", "last week", "2011-W17" },
    { "It has held since 2010.", NULL, "2010", "2010" },
  };

  check (cases, G_N_ELEMENTS (cases), "en");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/times/french", test_french);
  g_test_add_func ("/times/english", test_english);

  return g_test_run ();
}

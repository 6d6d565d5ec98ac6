/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-timex.h"

static void
test_values (void)
{
  static const struct {
    const char *value, *earliest, *latest, *edtf;
    ApoPrecision precision;
  } cases[] = {
    { "2011", "2011-01-01", "2011-12-31", "2011", APO_PRECISION_YEAR },
    { "2012-02", "2012-02-01", "2012-02-29", "2012-02", APO_PRECISION_MONTH },
    { "2011-05-04", "2011-05-04", "2011-05-04", "2011-05-04", APO_PRECISION_DAY },
    { "2011-05-04TMO", "2011-05-04", "2011-05-04", "2011-05-04", APO_PRECISION_DAY },
    { "2011-W01", "2011-01-03", "2011-01-09", "2011-01-03/2011-01-09", APO_PRECISION_WEEK },
    { "2020-W53", "2020-12-28", "2021-01-03", "2020-12-28/2021-01-03", APO_PRECISION_WEEK },
    { "2011-WI", "2011-12-01", "2012-02-29", "2011-24", APO_PRECISION_SEASON },
    { "2011-SP", "2011-03-01", "2011-05-31", "2011-21", APO_PRECISION_SEASON },
    { "2011-Q2", "2011-04-01", "2011-06-30", "2011-34", APO_PRECISION_SEASON },
    { "2011-H2", "2011-07-01", "2011-12-31", "2011-41", APO_PRECISION_SEASON },
    { "2011-W18-WE", "2011-05-07", "2011-05-08", "2011-05-07/2011-05-08", APO_PRECISION_WEEK },
    { "196X", "1960-01-01", "1969-12-31", "196X", APO_PRECISION_DECADE },
    { "19XX", "1900-01-01", "1999-12-31", "19XX", APO_PRECISION_VAGUE },
    { "2011-05-04/2011-05-07", "2011-05-04", "2011-05-07", "2011-05-04/2011-05-07",
      APO_PRECISION_VAGUE },
    { "XXXX-05-04", NULL, NULL, NULL, APO_PRECISION_NONE },
    { "P2Y", NULL, NULL, NULL, APO_PRECISION_NONE },
    { "PAST_REF", NULL, NULL, NULL, APO_PRECISION_VAGUE },
    { "", NULL, NULL, NULL, APO_PRECISION_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ApoInterval interval = apo_timex_get_interval (cases[i].value);
      g_autofree char *earliest = NULL;
      g_autofree char *latest = NULL;
      g_autofree char *edtf = apo_timex_dup_edtf (cases[i].value);

      g_test_message ("%s", cases[i].value);
      if (interval.earliest != APO_DAY_NONE)
        earliest = apo_day_format (interval.earliest);
      if (interval.latest != APO_DAY_NONE)
        latest = apo_day_format (interval.latest);
      g_assert_cmpstr (earliest, ==, cases[i].earliest);
      g_assert_cmpstr (latest, ==, cases[i].latest);
      g_assert_cmpstr (edtf, ==, cases[i].edtf);
      g_assert_cmpint (apo_timex_get_precision (cases[i].value), ==, cases[i].precision);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timex/values", test_values);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dating.h"

#include <locale.h>

typedef struct {
  const char *text;
  const char *from;             /* NULL for an open end */
  const char *to;
  ApoPrecision precision;
} Case;

static const Case cases[] = {
  { "2024", "2024-01-01", "2024-12-31", APO_PRECISION_YEAR },
  { "2024-05", "2024-05-01", "2024-05-31", APO_PRECISION_MONTH },
  { "2024-05-03", "2024-05-03", "2024-05-03", APO_PRECISION_DAY },
  { "3/5/2024", "2024-05-03", "2024-05-03", APO_PRECISION_DAY },
  { "03.05.2024", "2024-05-03", "2024-05-03", APO_PRECISION_DAY },
  { "5/2024", "2024-05-01", "2024-05-31", APO_PRECISION_MONTH },
  { "March 2024", "2024-03-01", "2024-03-31", APO_PRECISION_MONTH },
  { " in MARCH 2024 ", "2024-03-01", "2024-03-31", APO_PRECISION_MONTH },
  { "sept. 2024", "2024-09-01", "2024-09-30", APO_PRECISION_MONTH },
  { "3 March 2024", "2024-03-03", "2024-03-03", APO_PRECISION_DAY },
  { "March 3rd, 2024", "2024-03-03", "2024-03-03", APO_PRECISION_DAY },
  { "winter 2023", "2023-12-01", "2024-02-29", APO_PRECISION_SEASON },
  { "2024-22", "2024-06-01", "2024-08-31", APO_PRECISION_SEASON },
  { "2024-W01", "2024-01-01", "2024-01-07", APO_PRECISION_WEEK },
  { "1990s", "1990-01-01", "1999-12-31", APO_PRECISION_DECADE },
  { "199X", "1990-01-01", "1999-12-31", APO_PRECISION_DECADE },
  { "about 1999", "1999-01-01", "1999-12-31", APO_PRECISION_VAGUE },
  { "ca. 1999", "1999-01-01", "1999-12-31", APO_PRECISION_VAGUE },
  { "2024-05~", "2024-05-01", "2024-05-31", APO_PRECISION_VAGUE },
  { "1999–2003", "1999-01-01", "2003-12-31", APO_PRECISION_YEAR },
  { "1999 - 2003", "1999-01-01", "2003-12-31", APO_PRECISION_YEAR },
  { "2024-05/2024-07", "2024-05-01", "2024-07-31", APO_PRECISION_MONTH },
  { "2024-05-03/2024-07", "2024-05-03", "2024-07-31", APO_PRECISION_MONTH },
  { "from May to July 2024", "2024-05-01", "2024-07-31", APO_PRECISION_MONTH },
  { "3 to 5 May 2024", "2024-05-03", "2024-05-05", APO_PRECISION_DAY },
  { "between 1999 and 2003", "1999-01-01", "2003-12-31", APO_PRECISION_YEAR },
  { "since 2022", "2022-01-01", NULL, APO_PRECISION_YEAR },
  { "2022/..", "2022-01-01", NULL, APO_PRECISION_YEAR },
  { "until May 2022", NULL, "2022-05-31", APO_PRECISION_MONTH },
  { "../2022", NULL, "2022-12-31", APO_PRECISION_YEAR },
  { "", NULL, NULL, APO_PRECISION_NONE },
  { "Undated", NULL, NULL, APO_PRECISION_NONE },
};

static void
assert_day (ApoDay      day,
            const char *expected)
{
  g_autofree char *iso = day != APO_DAY_NONE ? apo_day_format (day) : NULL;

  g_assert_cmpstr (iso, ==, expected);
}

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ApoInterval interval;
      ApoPrecision precision;

      g_test_message ("%s", cases[i].text);
      g_assert_true (apo_dating_parse (cases[i].text, &interval, &precision));
      assert_day (interval.earliest, cases[i].from);
      assert_day (interval.latest, cases[i].to);
      g_assert_cmpint (precision, ==, cases[i].precision);
    }
}

static void
test_refuse (void)
{
  static const char *const texts[] = {
    "x", "5", "99", "2024-13", "2024-02-30", "31/2/2024", "32/1/2024", "May", "Ma 2024", "ju 2024",
    "2003–1999", "about", "since", "to 2024", "/", "../..", "2024/x", "2024 2025 2026 2027 2028",
    "May 2024x", "0024", "20245", "2024-00", "2024-25",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      ApoInterval interval = { 7, 8 };
      ApoPrecision precision = APO_PRECISION_WEEK;

      g_test_message ("%s", texts[i]);
      g_assert_false (apo_dating_parse (texts[i], &interval, &precision));
      g_assert_cmpint (interval.earliest, ==, 7);
      g_assert_cmpint (interval.latest, ==, 8);
      g_assert_cmpint (precision, ==, APO_PRECISION_WEEK);
    }
}

/* What is put into an entry gives the same date again. */
static void
test_entry (void)
{
  static const char *const entries[] = {
    "2024", "2024-05", "2024-05-03", "2024-21", "2023-24", "2024-W01", "2024-W53", "199X",
    "1999/2003", "2024-05/2024-07", "2024-05-03/2024-05-05", "2022/..", "../2022-05",
    "../2022-05-03", "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      ApoInterval interval, again;
      ApoPrecision precision, precision_again;
      g_autofree char *entry = NULL;

      g_test_message ("%s", entries[i]);
      g_assert_true (apo_dating_parse (entries[i], &interval, &precision));
      entry = apo_dating_dup_entry (interval, precision);
      g_assert_true (apo_dating_parse (entry, &again, &precision_again));
      g_assert_cmpint (again.earliest, ==, interval.earliest);
      g_assert_cmpint (again.latest, ==, interval.latest);
      g_assert_cmpint (precision_again, ==, precision);
    }
}

typedef struct {
  const char *before;
  int steps;
  const char *from;
  const char *to;
} StepCase;

static void
test_step (void)
{
  static const StepCase steps[] = {
    { "2024-02-28", 2, "2024-03-01", "2024-03-01" },
    { "2024-W01", -1, "2023-12-25", "2023-12-31" },
    { "2024-01", 1, "2024-02-01", "2024-02-29" },
    { "2024-01", -1, "2023-12-01", "2023-12-31" },
    { "2024-02", 12, "2025-02-01", "2025-02-28" },
    { "2023-24", 1, "2024-03-01", "2024-05-31" },
    { "2024", -1, "2023-01-01", "2023-12-31" },
    { "199X", 2, "2010-01-01", "2019-12-31" },
    { "2022/..", 1, "2023-01-01", NULL },
    { "2024-05/2024-07~", 1, "2024-06-01", "2024-08-31" },
    { "2024-05", 0, "2024-05-01", "2024-05-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      ApoInterval interval;
      ApoPrecision precision;

      g_test_message ("%s %d", steps[i].before, steps[i].steps);
      g_assert_true (apo_dating_parse (steps[i].before, &interval, &precision));
      interval = apo_dating_step (interval, precision, steps[i].steps);
      assert_day (interval.earliest, steps[i].from);
      assert_day (interval.latest, steps[i].to);
    }

  g_assert_cmpint (apo_dating_count_steps (APO_PRECISION_DAY, 2.4), ==, 2);
  g_assert_cmpint (apo_dating_count_steps (APO_PRECISION_WEEK, -11), ==, -2);
  g_assert_cmpint (apo_dating_count_steps (APO_PRECISION_MONTH, 15), ==, 0);
  g_assert_cmpint (apo_dating_count_steps (APO_PRECISION_YEAR, 700), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dating/parse", test_parse);
  g_test_add_func ("/dating/refuse", test_refuse);
  g_test_add_func ("/dating/entry", test_entry);
  g_test_add_func ("/dating/step", test_step);

  return g_test_run ();
}

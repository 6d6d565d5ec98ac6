/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyze-helper.h"

static void
test_labels (void)
{
  static const struct { const char *text, *labels, *earliest; } cases[] = {
    { "Le sommet de Lisbonne a eu lieu le 4 mai 2011.", "Sommet de Lisbonne", "2011-05-04" },
    { "La visite discrète de la reine à Oslo a duré deux jours.",
      "Visite discrète de la reine à Oslo", NULL },
    { "La réunion du 4 mai 2011 avec Paul Grand fut brève.", "Réunion avec Paul Grand",
      "2011-05-04" },
    { "La Suède a fermé la frontière le 4 mai 2011.", "La Suède a fermé la frontière",
      "2011-05-04" },
    { "La Suède a fermé le 4 mai 2011 la route du nord.", "La Suède a fermé la route du nord",
      "2011-05-04" },
    { "Le pont sera démoli à la fin de 2031.", "Le pont sera démoli", "2031-09-01" },
    { "Les négociations entre la Suède et la Norvège sont rompues.",
      "Négociations entre la Suède et la Norvège", NULL },
    { "L’incendie du moulin fut bref. Après l’incendie du moulin, la ville dormait.",
      "Incendie du moulin", NULL },
    { "La grève des boulangers dure. La grève a commencé le 4 mai 2011.",
      "Grève des boulangers", "2011-05-04" },
    { "Anne Morin a déclaré lundi 4 mai 2011 que le pont tenait.", "", NULL },
    { "Aujourd’hui, le moulin est vide.", "", NULL },
    { "Le moulin demeure fermé depuis 2011.", "", NULL },
    { "La ville n’a pas fermé le pont le 4 mai 2011.", "", NULL },
    { "Le lieu de réunion est secret.", "", NULL },
    { "Anne Morin, 4 mai 2011", "", NULL },
    /* days that the date of the article would tell */
    { "La Suède a fermé la frontière l’an dernier.", "La Suède a fermé la frontière", NULL },
    { "Paul Grand est là. Anne Morin affirme qu’elle a fermé le port cet hiver.",
      "Anne Morin a fermé le port", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoFindings) findings = apo_analyze_helper_run (cases[i].text, "fr", NULL);
      g_autoptr (GString) labels = g_string_new (NULL);
      ApoDay day = APO_DAY_NONE;

      g_test_message ("%s", cases[i].text);
      for (guint k = 0; k < findings->events->len; k++)
        {
          const ApoFoundEvent *event = g_ptr_array_index (findings->events, k);

          g_string_append_printf (labels, "%s%s", k > 0 ? "|" : "", event->label);
          if (k == 0)
            day = event->interval.earliest;
        }
      g_assert_cmpstr (labels->str, ==, cases[i].labels);
      if (cases[i].earliest != NULL)
        {
          ApoDay expected;

          g_assert_true (apo_day_parse (cases[i].earliest, &expected));
          g_assert_cmpint (day, ==, expected);
        }
      else
        g_assert_cmpint (day, ==, APO_DAY_NONE);
    }
}

static void
test_links (void)
{
  g_autoptr (ApoFindings) findings =
    apo_analyze_helper_run ("Anne Morin affirme que la visite de Paul Grand à Oslo a eu lieu le 4 "
                            "mai 2011.",
                            "fr",
                            NULL);
  const ApoFoundEvent *event;

  g_assert_cmpuint (findings->events->len, ==, 1);
  event = g_ptr_array_index (findings->events, 0);
  g_assert_cmpstr (event->label, ==, "Visite de Paul Grand à Oslo");
  g_assert_cmpint (event->precision, ==, APO_PRECISION_DAY);
  g_assert_cmpuint (event->claims->len, ==, 1);
  g_assert_cmpint (event->statement_time, ==, APO_FOUND_NONE);
  g_assert_cmpuint (event->actors->len, >=, 1);
  g_assert_cmpstr (apo_analyze_helper_name (findings, g_array_index (event->actors, int, 0)), ==,
                   "Paul Grand");
}

/* The time of a report is that of its cue, not of any other clause of the sentence. */
static void
test_statement_time (void)
{
  static const struct { const char *text; gboolean known; } cases[] = {
    { "Anne Morin a affirmé le 4 mai 2011 que la visite de Paul Grand fut brève.", TRUE },
    { "Anne Morin affirme que la visite de Paul Grand fut brève ; il neige depuis 2011.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoFindings) findings = apo_analyze_helper_run (cases[i].text, "fr", NULL);
      const ApoFoundEvent *event;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (findings->events->len, ==, 1);
      event = g_ptr_array_index (findings->events, 0);
      g_assert_cmpint (event->time, ==, APO_FOUND_NONE);
      g_assert_cmpint (event->statement_time != APO_FOUND_NONE, ==, cases[i].known);
    }
}

/* A part of a year is no year. */
static void
test_precision (void)
{
  g_autoptr (ApoFindings) findings =
    apo_analyze_helper_run ("Le pont sera démoli à la fin de 2031.", "fr", NULL);
  const ApoFoundEvent *event;

  g_assert_cmpuint (findings->events->len, ==, 1);
  event = g_ptr_array_index (findings->events, 0);
  g_assert_cmpint (event->precision, ==, APO_PRECISION_VAGUE);
  g_assert_cmpint (event->certainty, ==, APO_CERTAINTY_PREDICTION);
}

static void
test_english (void)
{
  g_autoptr (ApoFindings) findings =
    apo_analyze_helper_run ("The visit of the queen to Oslo was short. Today it rains.", "en",
                            NULL);

  g_assert_cmpuint (findings->events->len, ==, 1);
  g_assert_cmpstr (((ApoFoundEvent *) g_ptr_array_index (findings->events, 0))->label, ==,
                   "Visit of the queen to Oslo");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/events/labels", test_labels);
  g_test_add_func ("/events/links", test_links);
  g_test_add_func ("/events/statement-time", test_statement_time);
  g_test_add_func ("/events/precision", test_precision);
  g_test_add_func ("/events/english", test_english);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyze-helper.h"

#include <string.h>

#include "apo-analyzer.h"
#include "apo-table.h"

/* What is found: « expression = value », several parted by « | ». */
typedef struct {
  const char *text;
  const char *date;
  const char *found;
} Case;

static ApoAnalyzer *analyzer;

static ApoFindings *
analyze (const char *string,
         const char *date,
         const char *language)
{
  g_autoptr (ApoText) text = apo_text_new (string, -1);
  g_autoptr (GError) error = NULL;
  ApoDay day = APO_DAY_NONE;
  ApoFindings *findings;

  if (date != NULL)
    g_assert_true (apo_day_parse (date, &day));
  findings = apo_analyzer_analyze (analyzer, text, language, day, NULL, NULL, &error);
  g_assert_no_error (error);

  return findings;
}

static void
check (const Case *cases,
       guint       n,
       const char *language)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ApoFindings) findings = analyze (cases[i].text, cases[i].date, language);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint k = 0; k < findings->times->len; k++)
        {
          const ApoFoundTime *time = g_ptr_array_index (findings->times, k);
          g_autofree char *words = apo_analyze_helper_slice (cases[i].text, time->span);

          g_string_append_printf (found, "%s%s = %s", k > 0 ? " | " : "", words, time->value);
        }
      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

/* Days and months, and the years they are in. */
static void
test_dates (void)
{
  static const Case cases[] = {
    { "La digue céda le 4 mai 2011.", NULL, "le 4 mai 2011 = 2011-05-04" },
    { "La digue céda le 1er mai 2011.", NULL, "le 1er mai 2011 = 2011-05-01" },
    { "La digue céda au matin du 4 mai 2011.", NULL, "4 mai 2011 = 2011-05-04" },
    { "La digue céda le premier mai.", "2011-05-04", "le premier mai = 2011-05-01" },
    { "La digue céda le 4 mai.", "2011-06-01", "le 4 mai = 2011-05-04" },
    { "La digue céda le 30 décembre.", "2011-01-05", "le 30 décembre = 2010-12-30" },
    { "La digue cédera le 5 janvier.", "2010-12-30", "le 5 janvier = 2011-01-05" },
    { "La digue céda le 4 mai.", NULL, "le 4 mai = XXXX-05-04" },
    { "La digue céda le mercredi 4 mai.", "2011-05-04", "le mercredi 4 mai = 2011-05-04" },
    { "La digue céda le mardi 4 mai.", "2011-05-04", "le mardi 4 mai = 2010-05-04" },
    { "La digue céda le 30 février 2011.", NULL, "février 2011 = 2011-02" },
    { "La digue céda le 04/05/2011.", NULL, "le 04/05/2011 = 2011-05-04" },
    { "La digue céda en mai 2010.", "2011-05-04", "mai 2010 = 2010-05" },
    { "La digue céda en septembre.", "2011-05-04", "septembre = 2010-09" },
    { "La digue rouvrira en janvier.", "2011-11-04", "janvier = 2012-01" },
    { "Elle a marché en mai 68.", "2011-05-04", "mai 68 = 1968-05" },
    { "La digue céda le 20 septembre dernier.", "2011-05-04",
      "le 20 septembre dernier = 2010-09-20" },
    { "Elle rouvrira en septembre prochain.", "2011-05-04", "septembre prochain = 2011-09" },
    { "Elle rouvrira fin juin.", "2011-05-04", "fin juin = 2011-06" },
    { "Elle rouvrira à la mi-juin.", "2011-05-04", "mi-juin = 2011-06" },
    { "Le 3 mai 1968, la digue tint. Le 13 mai, elle céda.", "2011-05-04",
      "Le 3 mai 1968 = 1968-05-03 | Le 13 mai = 1968-05-13" },
    { "Le bal aura lieu le 23 avril 2012 et la foire le 7 mai.", "2011-05-04",
      "le 23 avril 2012 = 2012-04-23 | le 7 mai = 2012-05-07" },
    { "Elle céda la nuit de jeudi 28 à vendredi 29 avril.", "2011-05-04",
      "la nuit de jeudi 28 à vendredi 29 avril = 2011-04-28TNI" },
    { "Elle céda la nuit du 3 au 4 mai.", "2011-05-04", "la nuit du 3 au 4 mai = 2011-05-03TNI" },
    { "La foire se tient le premier dimanche de mai.", "2011-05-04",
      "le premier dimanche de mai = 2011-05-01" },
    { "Elle fut fermée en mars-avril.", "2011-05-04", "mars-avril = 2011-03/2011-04" },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

/* Both ends of a stretch of time are expressions of their own. */
static void
test_ranges_and_lists (void)
{
  static const Case cases[] = {
    { "Le bal se tient du 4 au 7 mai.", "2011-04-01", "4 = 2011-05-04 | 7 mai = 2011-05-07" },
    { "Le bal se tient du lundi 2 au jeudi 5 mai.", "2011-05-04",
      "lundi 2 = 2011-05-02 | jeudi 5 mai = 2011-05-05" },
    { "Elle tint entre le 4 et le 7 mai.", "2011-05-04",
      "le 4 = 2011-05-04 | le 7 mai = 2011-05-07" },
    { "Elle fut fermée les 4, 5 et 6 mai.", "2011-05-04",
      "les 4 = 2011-05-04 | 5 = 2011-05-05 | 6 mai = 2011-05-06" },
    { "Il voyage du 28 décembre au 3 janvier 2012.", "2011-05-04",
      "28 décembre = 2011-12-28 | 3 janvier 2012 = 2012-01-03" },
    { "Elle fut fermée de mars à mai 2010.", "2011-05-04", "mars = 2010-03 | mai 2010 = 2010-05" },
    { "Elle régna de 1910 à 1912.", "2011-05-04", "1910 = 1910 | 1912 = 1912" },
    { "La saison 2010-2011 fut belle.", "2011-05-04", "2010 = 2010 | 2011 = 2011" },
    { "La saison 2010-11 fut belle.", "2011-05-04", "2010 = 2010 | 11 = 2011" },
    { "Il risque de deux à cinq ans de prison.", "2011-05-04", "deux = P2Y | cinq ans = P5Y" },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

/* Weekdays by the tense of their verb, and by a date in full elsewhere. */
static void
test_weekdays (void)
{
  static const Case cases[] = {
    { "La digue céda lundi.", "2011-05-04", "lundi = 2011-05-02" },
    { "La digue a cédé mercredi.", "2011-05-04", "mercredi = 2011-05-04" },
    { "La digue rouvrira lundi.", "2011-05-04", "lundi = 2011-05-09" },
    { "La digue va rouvrir lundi.", "2011-05-04", "lundi = 2011-05-09" },
    { "La réouverture est prévue lundi.", "2011-05-04", "lundi = 2011-05-09" },
    { "La digue a été fermée lundi.", "2011-05-04", "lundi = 2011-05-02" },
    { "La digue céda lundi dernier.", "2011-05-04", "lundi dernier = 2011-05-02" },
    { "La digue rouvrira lundi prochain.", "2011-05-04", "lundi prochain = 2011-05-09" },
    { "La digue céda mardi soir.", "2011-05-04", "mardi soir = 2011-05-03TEV" },
    { "La digue céda mardi dans la soirée.", "2011-05-04", "mardi dans la soirée = 2011-05-03TEV" },
    { "La digue céda dans la nuit de lundi à mardi.", "2011-05-04",
      "la nuit de lundi à mardi = 2011-05-02TNI" },
    { "Le bal a lieu samedi 7 mai. Départ samedi à la gare.", "2011-05-04",
      "samedi 7 mai = 2011-05-07 | samedi = 2011-05-07" },
    { "La digue est fermée depuis lundi.", "2011-05-04", "lundi = 2011-05-02" },
    { "Le maire déclare lundi que la digue tient.", "2011-05-04", "lundi = 2011-05-02" },
    { "La salle est ouverte du lundi au jeudi.", "2011-05-04",
      "lundi = XXXX-WXX-1 | jeudi = XXXX-WXX-4" },
    { "Il part demain jeudi.", "2011-05-04", "demain jeudi = 2011-05-05" },
    { "La digue céda vendredi 29.", "2011-05-04", "vendredi 29 = 2011-04-29" },
    { "La digue céda lundi.", NULL, "lundi = XXXX-XX-XX" },
    { "Le musée ferme le lundi.", "2011-05-04", "le lundi = XXXX-WXX-1" },
    { "Elle chante tous les lundis.", "2011-05-04", "tous les lundis = XXXX-WXX-1" },
    { "La digue céda le 4 avril 2011. Le lundi suivant, elle tint.", "2011-05-04",
      "le 4 avril 2011 = 2011-04-04 | Le lundi suivant = 2011-04-11" },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

/* Days and longer times by how far they are from the date or from what was spoken of. */
static void
test_distances (void)
{
  static const Case cases[] = {
    { "La digue céda hier.", "2011-05-01", "hier = 2011-04-30" },
    { "La digue céda hier.", NULL, "hier = XXXX-XX-XX" },
    { "Elle céda hier en fin de matinée.", "2011-05-04", "hier en fin de matinée = 2011-05-03TMO" },
    { "Elle cédera demain matin.", "2011-05-04", "demain matin = 2011-05-05TMO" },
    { "Elle ouvre aujourd’hui.", "2011-05-04", "aujourd’hui = 2011-05-04" },
    { "Aujourd’hui, la digue est une ruine.", "2011-05-04", "Aujourd’hui = PRESENT_REF" },
    { "Elle céda ce matin.", "2011-05-04", "ce matin = 2011-05-04TMO" },
    { "La digue céda le 2 mai. Le lendemain, il gela.", "2011-05-04",
      "le 2 mai = 2011-05-02 | Le lendemain = 2011-05-03" },
    { "La digue céda le 2 mai. La veille au soir, il gelait.", "2011-05-04",
      "le 2 mai = 2011-05-02 | La veille au soir = 2011-05-01TEV" },
    { "La digue céda l'an dernier.", "2011-05-04", "l'an dernier = 2010" },
    { "La digue céda la semaine dernière.", "2011-05-04", "la semaine dernière = 2011-W17" },
    { "Elle cédera le mois prochain.", "2011-05-04", "le mois prochain = 2011-06" },
    { "Elle cédera ce week-end.", "2011-05-04", "ce week-end = 2011-W18-WE" },
    { "Elle céda à la fin de l’année dernière.", "2011-05-04",
      "la fin de l’année dernière = 2010" },
    { "Elle cédera en fin de semaine.", "2011-05-04", "fin de semaine = 2011-W18" },
    { "Elle céda en 1910. L’année suivante, on la refit.", "2011-05-04",
      "1910 = 1910 | L’année suivante = 1911" },
    { "La digue céda il y a deux ans.", "2011-05-04", "il y a deux ans = 2009" },
    { "La digue céda il y a tout juste un an.", "2011-05-04", "il y a tout juste un an = 2010" },
    { "La digue céda voici trois semaines.", "2011-05-04", "voici trois semaines = 2011-04-13" },
    { "La digue céda il y a quelques jours.", "2011-05-04", "il y a quelques jours = PAST_REF" },
    { "Elle cédera dans deux ans.", "2011-05-04", "deux ans = P2Y" },
    { "Elle cédera d'ici à mars.", "2011-05-04", "mars = 2012-03" },
    { "On la refit trois jours plus tard.", "2011-05-04", "trois jours = P3D" },
    { "Elle tint six ans après la crue.", "2011-05-04", "six ans = P6Y" },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

/* Years, their parts, seasons, decades and centuries. */
static void
test_years (void)
{
  static const Case cases[] = {
    { "La digue tient depuis 2010.", NULL, "2010 = 2010" },
    { "La coupe du monde 2018 fut belle.", NULL, "2018 = 2018" },
    { "Elle céda fin 2010.", "2011-05-04", "fin 2010 = 2010" },
    { "Elle rouvrira mi-2012.", "2011-05-04", "mi-2012 = 2012" },
    { "Elle céda au début de l'année 2010.", "2011-05-04", "début de l'année 2010 = 2010" },
    { "Elle céda au deuxième trimestre 2010.", "2011-05-04", "deuxième trimestre 2010 = 2010-Q2" },
    { "Elle cédera au second semestre.", "2011-05-04", "second semestre = 2011-H2" },
    { "Elle cédera cet hiver.", "2011-11-04", "cet hiver = 2011-WI" },
    { "Elle céda l'été dernier.", "2011-05-04", "l'été dernier = 2010-SU" },
    { "Elle céda au printemps 2010.", "2011-05-04", "printemps 2010 = 2010-SP" },
    { "Elle ferme en hiver.", "2011-05-04", "hiver = XXXX-WI" },
    { "Elle céda dans les années 60.", NULL, "les années 60 = 196X" },
    { "Elle céda à la fin des années quatre-vingt-dix.", NULL,
      "la fin des années quatre-vingt-dix = 199X" },
    { "Elle céda au XIXe siècle.", NULL, "XIXe siècle = 18XX" },
    { "Elle céda au XX e siècle.", NULL, "XX e siècle = 19XX" },
    { "Elle céda à la fin du 19e siècle.", NULL, "la fin du 19e siècle = 18XX" },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

/* Feasts, fixed and by Easter. */
static void
test_feasts (void)
{
  static const Case cases[] = {
    { "Elle céda à Noël.", "2011-01-04", "Noël = 2010-12-25" },
    { "Elle rouvrira à Noël.", "2011-05-04", "Noël = 2011-12-25" },
    { "Elle céda à Pâques.", "2011-05-04", "Pâques = 2011-04-24" },
    { "Elle céda le lundi de Pentecôte 2010.", "2011-05-04",
      "le lundi de Pentecôte 2010 = 2010-05-24" },
    { "Elle céda à la Toussaint.", "2011-05-04", "la Toussaint = 2010-11-01" },
    { "On danse le 14-Juillet.", "2011-07-20", "le 14-Juillet = 2011-07-14" },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

/* How long. */
static void
test_durations (void)
{
  static const Case cases[] = {
    { "Elle dura plus de vingt ans.", NULL, "plus de vingt ans = P20Y" },
    { "Elle dura quatre-vingt-dix-neuf ans.", NULL, "quatre-vingt-dix-neuf ans = P99Y" },
    { "Elle dura vingt et un jours.", NULL, "vingt et un jours = P21D" },
    { "Elle dura deux ans et demi.", NULL, "deux ans et demi = P2.5Y" },
    { "Elle dura une dizaine de jours.", NULL, "une dizaine de jours = P10D" },
    { "Elle dura quelques semaines.", NULL, "quelques semaines = PXW" },
    { "Elle dura 48 heures.", NULL, "48 heures = PT48H" },
    { "Elle dura une demi-heure.", NULL, "une demi-heure = PT30M" },
    { "Elle dura 2 heures 15 minutes et 4 secondes.", NULL,
      "2 heures 15 minutes et 4 secondes = PT2H15M4S" },
    { "Elle dura deux ou trois ans.", NULL, "deux ou trois ans = P3Y" },
    { "Elle dura un quart de siècle.", NULL, "un quart de siècle = P25Y" },
    { "Ces dernières 24 heures furent longues.", NULL, "Ces dernières 24 heures = PT24H" },
    { "Les deux derniers mois furent longs.", NULL, "Les deux derniers mois = P2M" },
    { "Il fut condamné à 12 ans de prison.", NULL, "12 ans = P12Y" },
    { "Il purge une peine de 12 ans.", NULL, "12 ans = P12Y" },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

/* What comes again. */
static void
test_sets (void)
{
  static const Case cases[] = {
    { "Il pleut chaque jour.", NULL, "chaque jour = P1D" },
    { "Il pleut tous les deux jours.", NULL, "tous les deux jours = P2D" },
    { "Il écrit deux fois par semaine.", NULL, "deux fois par semaine = P1W" },
    { "Il gagne mille francs par an.", NULL, "an = P1Y" },
    { "Il chante chaque dimanche.", NULL, "chaque dimanche = XXXX-WXX-7" },
    { "Il chante un jour sur deux.", NULL, "un jour sur deux = P2D" },
    { "Sa promenade quotidienne est longue.", NULL, "quotidienne = P1D" },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

/* Times of day. */
static void
test_clock (void)
{
  static const Case cases[] = {
    { "Elle céda à 14 h 30.", "2011-05-04", "14 h 30 = 2011-05-04T14:30" },
    { "Elle céda à 14h30.", "2011-05-04", "14h30 = 2011-05-04T14:30" },
    { "Elle céda mardi vers 21 h 45.", "2011-05-04",
      "mardi = 2011-05-03 | 21 h 45 = 2011-05-03T21:45" },
    { "Elle céda lundi. Elle rouvrit à 17 heures.", "2011-05-04",
      "lundi = 2011-05-02 | 17 heures = 2011-05-02T17:00" },
    { "Elle céda à trois heures du matin.", "2011-05-04",
      "trois heures du matin = 2011-05-04T03:00" },
    { "Elle céda à 8 heures du soir.", "2011-05-04", "8 heures du soir = 2011-05-04T20:00" },
    { "Elle céda à 12 h 30 GMT.", "2011-05-04", "12 h 30 GMT = 2011-05-04T12:30Z" },
    { "Elle céda à midi.", "2011-05-04", "midi = 2011-05-04T12:00" },
    { "Elle courut la boucle en 2 h 15.", "2011-05-04", "2 h 15 = PT2H15M" },
    { "Elle marqua à la 63e minute.", "2011-05-04", "la 63e minute = 2011-05-04TXX:XX" },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

/* Now, once and some day. */
static void
test_vague (void)
{
  static const Case cases[] = {
    { "La digue tient désormais.", "2011-05-04", "désormais = PRESENT_REF" },
    { "Elle céda récemment.", "2011-05-04", "récemment = PAST_REF" },
    { "Elle cédera bientôt.", "2011-05-04", "bientôt = FUTURE_REF" },
    { "Le futur pont sera large.", "2011-05-04", "futur = FUTURE_REF" },
    { "La prochaine crue sera haute.", "2011-05-04", "prochaine = FUTURE_REF" },
    { "Un précédent pont tenait mal.", "2011-05-04", "précédent = PAST_REF" },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

/* What looks like a time and is none. */
static void
test_false_friends (void)
{
  static const Case cases[] = {
    { "Le format « 3+3 » revient.", "2011-05-04", "" },
    { "Quatre hivers après la crue, il gèle.", "2011-05-04", "" },
    { "Des avions de 2e génération passent.", "2011-05-04", "" },
    { "Anne Morin, 40 ans, dort.", "2011-05-04", "" },
    { "Il est âgé d’une quarantaine d’années.", "2011-05-04", "" },
    { "Jupiter et Mars se lèvent.", "2011-05-04", "" },
    { "Un apprenti de 15 ans dort.", "2011-05-04", "" },
    { "Une Lilloise de 6 ans dort.", "2011-05-04", "" },
    { "Les enfants de 2 à 8 ans jouent.", "2011-05-04", "" },
    { "À 80 ans, elle peint.", "2011-05-04", "" },
    { "Elle avait 96 ans.", "2011-05-04", "" },
    { "Les moins de 26 ans entrent.", "2011-05-04", "" },
    { "Les années de plomb furent dures.", "2011-05-04", "" },
    { "Elle suit les 24 Heures du Mans.", "2011-05-04", "" },
    { "La loi sur les 35 heures tient.", "2011-05-04", "" },
    { "La foule compta 2000 personnes.", "2011-05-04", "" },
    { "La route monte de 1500 à 2000 mètres.", "2011-05-04", "" },
    { "La facture n° 2011 est payée.", "2011-05-04", "" },
    { "Le maréchal Juin passait.", "2011-05-04", "" },
    { "Une seconde fois, elle tint.", "2011-05-04", "" },
    { "Ils gardent une minute de silence.", "2011-05-04", "" },
    { "Un jour, elle cédera.", "2011-05-04", "" },
    { "La digue a été refaite.", "2011-05-04", "" },
    { "Les Jeux d'hiver furent beaux.", "2011-05-04", "" },
    { "Le printemps arabe la surprit.", "2011-05-04", "" },
    { "Noël Petit dort.", "2011-05-04", "" },
    { "Le marché de Noël ouvre.", "2011-05-04", "" },
    { "C'est sans précédent.", "2011-05-04", "" },
    { "L'ascension fut rude.", "2011-05-04", "" },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

/* The same in English. */
static void
test_english (void)
{
  static const Case cases[] = {
    { "The dam broke on March 3, 2011.", NULL, "March 3, 2011 = 2011-03-03" },
    { "The dam broke yesterday.", "2011-05-01", "yesterday = 2011-04-30" },
    { "The dam broke two years ago.", "2011-05-04", "two years ago = 2009" },
    { "The dam broke last week.", "2011-05-04", "last week = 2011-W17" },
    { "The dam broke last Monday.", "2011-05-04", "last Monday = 2011-05-02" },
    { "It has held since 2010.", NULL, "2010 = 2010" },
    { "It held for twenty-five years.", NULL, "twenty-five years = P25Y" },
  };

  check (cases, G_N_ELEMENTS (cases), "en");
}

/* The days a time stands for where they are not simply those of its value. */
static void
test_intervals (void)
{
  static const struct { const char *text, *date, *earliest, *latest, *edtf; } cases[] = {
    { "La digue céda fin 2010.", "2011-05-04", "2010-09-01", "2010-12-31", "2010" },
    { "La digue céda début 2010.", "2011-05-04", "2010-01-01", "2010-04-30", "2010" },
    { "La digue rouvrira mi-juin.", "2011-05-04", "2011-06-11", "2011-06-20", "2011-06" },
    { "Elle céda au début des années 60.", "2011-05-04", "1960-01-01", "1963-04-30", "196X" },
    { "Elle rouvrira dans deux mois.", "2011-05-04", "2011-07-01", "2011-07-31",
      "2011-07-01/2011-07-31" },
    { "Ces trois derniers mois furent doux.", "2011-05-04", "2011-02-01", "2011-05-04",
      "2011-02-01/2011-05-04" },
    { "La digue céda le week-end dernier.", "2011-05-04", "2011-04-30", "2011-05-01",
      "2011-04-30/2011-05-01" },
    { "Le premier semestre 2010 fut doux.", "2011-05-04", "2010-01-01", "2010-06-30", "2010-40" },
    { "Elle dura deux ans.", "2011-05-04", NULL, NULL, NULL },
    { "Elle rouvrira bientôt.", "2011-05-04", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoFindings) findings = analyze (cases[i].text, cases[i].date, "fr");
      const ApoFoundTime *time;
      g_autofree char *earliest = NULL;
      g_autofree char *latest = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (findings->times->len, ==, 1);
      time = g_ptr_array_index (findings->times, 0);
      if (time->interval.earliest != APO_DAY_NONE)
        earliest = apo_day_format (time->interval.earliest);
      if (time->interval.latest != APO_DAY_NONE)
        latest = apo_day_format (time->interval.latest);
      g_assert_cmpstr (earliest, ==, cases[i].earliest);
      g_assert_cmpstr (latest, ==, cases[i].latest);
      g_assert_cmpstr (time->edtf, ==, cases[i].edtf);
    }
}

/* Both ends of a stretch of time know the whole of it. */
static void
test_ranges (void)
{
  static const struct { const char *text; gboolean joined; } cases[] = {
    { "Le bal se tient du 4 au 7 mai 2011.", TRUE },
    { "Le bal se tient entre le 4 et le 7 mai 2011.", TRUE },
    { "Elle régna de 1910 à 1912.", TRUE },
    { "Elle régna (1910-1912).", TRUE },
    { "Il neigea de mars à mai 2011.", TRUE },
    { "La salle est fermée les 4 et 7 mai 2011.", FALSE },
    { "Elle vint en 1910 et en 1912.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoFindings) findings = analyze (cases[i].text, "2011-05-20", "fr");
      const ApoFoundTime *first, *second;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (findings->times->len, ==, 2);
      first = g_ptr_array_index (findings->times, 0);
      second = g_ptr_array_index (findings->times, 1);
      g_assert_cmpint (first->range.earliest, ==, first->interval.earliest);
      g_assert_cmpint (first->range.latest, ==,
                       cases[i].joined ? second->interval.latest : first->interval.latest);
      g_assert_cmpint (second->range.earliest, ==,
                       cases[i].joined ? first->interval.earliest : second->interval.earliest);
    }
}

/* Every rule finds what its example is there for, and those for what is no time find none. */
static void
test_examples (void)
{
  static const char * const languages[] = { "fr", "en" };

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("APOSTILLE_DATADIR"), "lang",
                                                languages[l], "times.tsv", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (ApoTable) table = apo_table_load (path, &error);

      g_assert_no_error (error);
      for (guint row = 0; row < apo_table_get_n_rows (table); row++)
        {
          const char *example = apo_table_get (table, row, 3);
          g_autoptr (ApoFindings) findings = analyze (example, "2011-05-04", languages[l]);
          gboolean none = strcmp (apo_table_get (table, row, 2), "none") == 0;
          gboolean found = FALSE;
          int type;

          g_test_message ("%s", example);
          g_assert_true (apo_enum_from_nick (APO_TYPE_TIME_TYPE, apo_table_get (table, row, 1),
                                             &type));
          for (guint k = 0; k < findings->times->len; k++)
            found = found || ((ApoFoundTime *) g_ptr_array_index (findings->times,
                                                                  k))->type == (ApoTimeType) type;
          g_assert_cmpint (found, ==, !none);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  analyzer = apo_analyzer_new (g_getenv ("APOSTILLE_DATADIR"));

  g_test_add_func ("/times/dates", test_dates);
  g_test_add_func ("/times/ranges-and-lists", test_ranges_and_lists);
  g_test_add_func ("/times/weekdays", test_weekdays);
  g_test_add_func ("/times/distances", test_distances);
  g_test_add_func ("/times/years", test_years);
  g_test_add_func ("/times/feasts", test_feasts);
  g_test_add_func ("/times/durations", test_durations);
  g_test_add_func ("/times/sets", test_sets);
  g_test_add_func ("/times/clock", test_clock);
  g_test_add_func ("/times/vague", test_vague);
  g_test_add_func ("/times/false-friends", test_false_friends);
  g_test_add_func ("/times/english", test_english);
  g_test_add_func ("/times/intervals", test_intervals);
  g_test_add_func ("/times/ranges", test_ranges);
  g_test_add_func ("/times/examples", test_examples);

  status = g_test_run ();
  g_object_unref (analyzer);

  return status;
}

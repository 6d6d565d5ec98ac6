/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyze-helper.h"

/* Actors as “name/kind/region/number of mentions”, in the order of their names. */
static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static char *
describe (ApoFindings *findings)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->actors->len; i++)
    {
      const ApoFoundActor *actor = g_ptr_array_index (findings->actors, i);

      g_ptr_array_add (all, g_strdup_printf ("%s/%s/%s/%u", actor->name,
                                             apo_enum_to_nick (APO_TYPE_ACTOR_KIND, actor->kind),
                                             actor->region != NULL ? actor->region : "-",
                                             actor->mentions->len));
    }
  g_ptr_array_sort (all, compare_strings);
  g_ptr_array_add (all, NULL);

  return g_strjoinv (" ", (char **) all->pdata);
}

static void
test_actors (void)
{
  static const char * const cases[][2] = {
    { "Anne Morin arrive. Morin repart.", "Anne Morin/person/-/2" },
    { "La Suède proteste. Stockholm a répondu.", "Suède/country/SE/2" },
    { "Le Kremlin a répondu.", "Russie/country/RU/1" },
    { "La foule marche à Stockholm.", "" },
    { "Il neige en Suède.", "" },
    { "Oslo, et non Stockholm ou Helsinki, a été choisie.", "" },
    { "La Suède, et non la Norvège, paie.", "Suède/country/SE/1" },
    { "Selon Oslo, la Suède paie.", "Norvège/country/NO/1 Suède/country/SE/1" },
    { "L’axe Oslo–Stockholm–Helsinki avance.",
      "Finlande/country/FI/1 Norvège/country/NO/1 Suède/country/SE/1" },
    { "La Suède paie. L’industrie suédoise paie.", "Suède/country/SE/2" },
    { "L’armée suédoise avance. L’armée recule.", "Armée suédoise/organisation/SE/2" },
    { "L’OTAN avance.", "OTAN/organisation/-/1" },
    { "L’Union des ports du Nord (UPN) paie. L’UPN avance.",
      "Union des ports du Nord/organisation/-/3" },
    { "La société Zeta recrute.", "Zeta/organisation/-/1" },
    { "Le journal Aurore paraît.", "Aurore/media/-/1" },
    { "Il parle dans l’émission matinale d’Aurora Vostoka.", "Aurora Vostoka/media/-/1" },
    { "Il parle dans l’émission matinale d’Anne Morin.", "Anne Morin/person/-/1" },
    { "Interrogé, il se tait. Demain viendra. Rien ne bouge.", "" },
    { "La ministre des Transports Anne Morin arrive.", "Anne Morin/person/-/1" },
    { "Ali Ben Omar part. Ben Omar revient.", "Ali Ben Omar/person/-/2" },
    { "Ali Bona Omar part. Ali Bona revient.", "Ali Bona Omar/person/-/2" },
    { "Les autorités suédoises ont réagi.", "Suède/country/SE/1" },
    { "Il pleut. Le ministère suédois des Forêts du Nord dément.",
      "Ministère suédois des Forêts du Nord/organisation/SE/1" },
    { "Il neige. La police enquête. La police cherche.", "Police/organisation/-/2" },
    { "Le régime de Paul Grand vacille. Le régime tombe.",
      "Paul Grand/person/-/1 Régime de Paul Grand/organisation/-/2" },
    { "Elle aime l’Union internationale des ports libres (UIPL). L’UIPL avance.",
      "Union internationale des ports libres/organisation/-/3" },
    { "Elle aime l’UIPL (Union internationale des ports libres).",
      "Union internationale des ports libres/organisation/-/2" },
    { "Selon la Suède, la Norvège et la Finlande, il pleut.",
      "Finlande/country/FI/1 Norvège/country/NO/1 Suède/country/SE/1" },
    { "Le refus de la Suède étonne.", "Suède/country/SE/1" },
    { "Il lance un missile ZXV.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoFindings) findings = apo_analyze_helper_run (cases[i][0], "fr", NULL);
      g_autofree char *found = describe (findings);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static void
test_forms (void)
{
  g_autoptr (ApoFindings) findings =
    apo_analyze_helper_run ("La Suède paie. Stockholm paie. L’argent suédois suffit.", "fr", NULL);
  const ApoFoundActor *actor = g_ptr_array_index (findings->actors, 0);

  g_assert_cmpuint (actor->mentions->len, ==, 3);
  g_assert_cmpint (g_array_index (actor->mentions, ApoMention, 0).form, ==, APO_MENTION_NAME);
  g_assert_cmpint (g_array_index (actor->mentions, ApoMention, 1).form, ==, APO_MENTION_METONYM);
  g_assert_cmpint (g_array_index (actor->mentions, ApoMention, 2).form, ==, APO_MENTION_DEMONYM);
}

static void
test_pronoun (void)
{
  g_autoptr (ApoFindings) findings =
    apo_analyze_helper_run ("Anne Morin arrive. Elle affirme que le pont est vieux.", "fr", NULL);
  const ApoFoundActor *actor = g_ptr_array_index (findings->actors, 0);

  g_assert_cmpuint (actor->mentions->len, ==, 2);
  g_assert_cmpint (g_array_index (actor->mentions, ApoMention, 1).form, ==, APO_MENTION_PRONOUN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/actors/actors", test_actors);
  g_test_add_func ("/actors/forms", test_forms);
  g_test_add_func ("/actors/pronoun", test_pronoun);

  return g_test_run ();
}

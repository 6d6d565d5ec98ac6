/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-analyze-helper.h"

#include <string.h>

typedef struct {
  const char *text;
  const char *speaker;
  const char *cue;
  const char *content;          /* (nullable): there is no claim */
  ApoClaimForm form;
  ApoCertainty certainty;
} Case;

static void
check (const Case *cases,
       guint       n,
       const char *language)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ApoFindings) findings = apo_analyze_helper_run (cases[i].text, language, NULL);
      g_autoptr (ApoText) text = apo_text_new (cases[i].text, -1);
      const ApoFoundClaim *claim;
      g_autofree char *content = NULL;
      g_autofree char *cue = NULL;

      g_test_message ("%s", cases[i].text);
      if (cases[i].content == NULL)
        {
          g_assert_cmpuint (findings->claims->len, ==, 0);
          continue;
        }

      g_assert_cmpuint (findings->claims->len, >=, 1);
      claim = g_ptr_array_index (findings->claims, findings->claims->len - 1);
      content = apo_text_dup_slices (text, (const ApoSpan *) (gconstpointer) claim->content->data,
                                     claim->content->len);
      cue = apo_analyze_helper_slice (cases[i].text, claim->cue);
      g_assert_cmpstr (content, ==, cases[i].content);
      g_assert_cmpstr (cue, ==, cases[i].cue);
      g_assert_cmpstr (apo_analyze_helper_name (findings, claim->speaker), ==, cases[i].speaker);
      g_assert_cmpint (claim->form, ==, cases[i].form);
      g_assert_cmpint (claim->certainty, ==, cases[i].certainty);
    }
}

/* Two cues for what one speaker says once. */
static void
test_two_cues (void)
{
  g_autoptr (ApoFindings) findings =
    apo_analyze_helper_run ("Dans un entretien, Anne Morin a estimé que la Suède considère la "
                            "Norvège comme une alliée, tout en partant du principe que le pont "
                            "« ne tiendra pas ».", "fr", NULL);
  guint n = 0;

  for (guint i = 0; i < findings->claims->len; i++)
    {
      const ApoFoundClaim *claim = g_ptr_array_index (findings->claims, i);
      ApoSpan content = g_array_index (claim->content, ApoSpan, 0);

      if (content.end - content.start > 40)
        continue;
      g_assert_cmpstr (apo_analyze_helper_name (findings, claim->speaker), ==, "Suède");
      n++;
    }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_french (void)
{
  static const Case cases[] = {
    { "Anne Morin affirme que le pont est vieux.", "Anne Morin", "affirme", "le pont est vieux",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin a également précisé, lundi, que le pont rouvrira.", "Anne Morin",
      "a également précisé", "le pont rouvrira", APO_FORM_INDIRECT, APO_CERTAINTY_PREDICTION },
    { "Anne Morin n’a pas confirmé que le pont est vieux.", "Anne Morin", "n’a pas confirmé",
      "le pont est vieux", APO_FORM_INDIRECT, APO_CERTAINTY_DENIED },
    { "Le pont, selon Anne Morin, serait vieux.", "Anne Morin", "selon", "Le pont … serait vieux",
      APO_FORM_INDIRECT, APO_CERTAINTY_HEDGED },
    { "D’après Anne Morin, le pont est vieux.", "Anne Morin", "D’après", "le pont est vieux",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Le pont, a noté Anne Morin, est vieux.", "Anne Morin", "a noté", "Le pont … est vieux",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin arrive. Le pont, a-t-elle ajouté, est vieux.", "Anne Morin", "a-t-elle ajouté",
      "Le pont … est vieux", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "« Le pont est vieux », a déclaré Anne Morin.", "Anne Morin", "a déclaré",
      "« Le pont est vieux »", APO_FORM_DIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin a déclaré : « Le pont est vieux. »", "Anne Morin", "a déclaré",
      "« Le pont est vieux. »", APO_FORM_DIRECT, APO_CERTAINTY_ASSERTED },
    { "La ministre Anne Morin affirme avoir vu le pont.", "Anne Morin", "affirme",
      "avoir vu le pont", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin annonce la fermeture du pont.", "Anne Morin", "annonce", "la fermeture du pont",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin parle de la ville et l’accuse de mentir.", "Anne Morin", "l’accuse", "mentir",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin a exprimé, hier soir, sa colère face au bruit.", "Anne Morin", "a exprimé",
      "sa colère face au bruit", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin se dit candidate depuis lundi.", "Anne Morin", "se dit", "candidate",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin présente le vote comme une victoire.", "Anne Morin", "présente",
      "le vote comme une victoire", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin a proposé aux habitants de la ville de fermer le pont.", "Anne Morin",
      "a proposé", "fermer le pont", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Le plan est vu comme un échec par Anne Morin.", "Anne Morin", "est vu",
      "Le plan … un échec", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin sait que la tâche est rude, elle a déjà échoué.", "Anne Morin", "sait",
      "la tâche est rude", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin propose de partir en courant.", "Anne Morin", "propose",
      "partir en courant", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Le bruit court : le pont est vieux selon Anne Morin.", "Anne Morin", "selon",
      "le pont est vieux", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin accuse la ville de mentir.", "Anne Morin", "accuse", "la ville de mentir",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "L’argument d’Anne Morin est que le pont est vieux.", "Anne Morin", "L’argument",
      "le pont est vieux", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin parle. À ses yeux, le pont est vieux.", "Anne Morin", "À ses yeux",
      "le pont est vieux", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin sourit, estimant que le pont est vieux.", "Anne Morin", "estimant",
      "le pont est vieux", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin s’inquiète de la hausse des prix.", "Anne Morin", "s’inquiète",
      "la hausse des prix", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin se dit favorable à une fermeture.", "Anne Morin", "se dit",
      "favorable à une fermeture", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin se dit convaincue que le pont est vieux.", "Anne Morin", "se dit convaincue",
      "le pont est vieux", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin se demande si le pont est vieux.", "Anne Morin", "se demande",
      "si le pont est vieux", APO_FORM_INDIRECT, APO_CERTAINTY_HEDGED },
    { "Anne Morin prévoit une forte hausse des prix.", "Anne Morin", "prévoit",
      "une forte hausse des prix", APO_FORM_INDIRECT, APO_CERTAINTY_PREDICTION },
    { "Anne Morin prévoit une fête.", NULL, NULL, NULL, 0, 0 },
    { "Anne Morin est soupçonnée d’avoir menti.", NULL, "est soupçonnée", "avoir menti",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "La fermeture du pont a été annoncée par Anne Morin.", "Anne Morin", "a été annoncée",
      "La fermeture du pont", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Il a été annoncé que le pont est vieux.", NULL, "a été annoncé", "le pont est vieux",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Comme le souligne Anne Morin, le pont est vieux.", "Anne Morin", "le souligne",
      "le pont est vieux", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin a fini par démentir avoir vu le pont.", "Anne Morin", "a fini par démentir",
      "avoir vu le pont", APO_FORM_INDIRECT, APO_CERTAINTY_DENIED },
    { "Anne Morin a de son côté annoncé une trêve.", "Anne Morin", "a de son côté annoncé",
      "une trêve", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin demande à ce que le pont ferme.", "Anne Morin", "demande", "le pont ferme",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anne Morin n’a pas annoncé de trêve.", NULL, NULL, NULL, 0, 0 },
    { "Anne Morin prédit que, même s’il pleut, le pont tiendra.", "Anne Morin", "prédit",
      "même s’il pleut, le pont tiendra", APO_FORM_INDIRECT, APO_CERTAINTY_PREDICTION },
    { "Le pont est vieux, a fait savoir Anne Morin.", "Anne Morin", "a fait savoir",
      "Le pont est vieux", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Selon Anne Morin, interrogée par la radio, le pont est vieux.", "Anne Morin", "Selon",
      "le pont est vieux", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "On dit que le pont est vieux.", NULL, NULL, NULL, 0, 0 },
    { "Anne Morin rejette en bloc toute faute.", "Anne Morin", "rejette", "toute faute",
      APO_FORM_INDIRECT, APO_CERTAINTY_DENIED },
    { "La crainte d’Anne Morin de voir le pont fermer grandit.", "Anne Morin", "La crainte",
      "voir le pont fermer grandit", APO_FORM_INDIRECT, APO_CERTAINTY_PREDICTION },
    { "Le pain est cuit selon la méthode ancienne.", NULL, NULL, NULL, 0, 0 },
    { "La note est longue. Une annonce suit le texte.", NULL, NULL, NULL, 0, 0 },
    { "Le pont est vieux.", NULL, NULL, NULL, 0, 0 },
  };

  check (cases, G_N_ELEMENTS (cases), "fr");
}

static void
test_english (void)
{
  static const Case cases[] = {
    { "Anna Little said that the bridge was old.", "Anna Little", "said", "the bridge was old",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "Anna Little said the bridge was old.", "Anna Little", "said", "the bridge was old",
      APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "According to Anna Little, the bridge was old.", "Anna Little", "According to",
      "the bridge was old", APO_FORM_INDIRECT, APO_CERTAINTY_ASSERTED },
    { "“The bridge is old,” said Anna Little.", "Anna Little", "said", "“The bridge is old,”",
      APO_FORM_DIRECT, APO_CERTAINTY_ASSERTED },
  };

  check (cases, G_N_ELEMENTS (cases), "en");
}

static void
test_nested (void)
{
  g_autoptr (ApoFindings) findings =
    apo_analyze_helper_run ("Anne Morin affirme que Paul Grand a déclaré que le pont est vieux.",
                            "fr",
                            NULL);
  const ApoFoundClaim *outer, *inner;

  g_assert_cmpuint (findings->claims->len, ==, 2);
  outer = g_ptr_array_index (findings->claims, 0);
  inner = g_ptr_array_index (findings->claims, 1);
  g_assert_cmpint (outer->reported_by, ==, APO_FOUND_NONE);
  g_assert_cmpint (inner->reported_by, ==, 0);
  g_assert_cmpstr (apo_analyze_helper_name (findings, inner->speaker), ==, "Paul Grand");
}

static void
test_turns (void)
{
  static const char string[] =
    "Anne Morin arrive. Paul Grand lui dit :\n\n— Tu viens ?\n\n"
    "— Je viens, répondit-elle. Il pleut.\n\n"
    "— Alors, partons !\n\nIls partent. « Il neige », dit Anne Morin. « Il fait froid. »";
  static const struct { const char *cue; const char *content; } turns[] = {
    { "lui dit", "Tu viens ?" },
    { "répondit-elle", "Je viens … Il pleut" },
    { "", "Alors, partons !" },
    { "dit", "« Il neige » … « Il fait froid. »" },
  };
  g_autoptr (ApoFindings) findings = apo_analyze_helper_run (string, "fr", NULL);
  g_autoptr (ApoText) text = apo_text_new (string, -1);

  g_assert_cmpuint (findings->claims->len, ==, G_N_ELEMENTS (turns));
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      const ApoFoundClaim *claim = g_ptr_array_index (findings->claims, i);
      g_autofree char *cue = apo_analyze_helper_slice (string, claim->cue);
      g_autofree char *content =
        apo_text_dup_slices (text, (const ApoSpan *) (gconstpointer) claim->content->data,
                             claim->content->len);

      g_assert_cmpstr (cue, ==, turns[i].cue);
      g_assert_cmpstr (content, ==, turns[i].content);
    }
}

static void
test_disclaimer (void)
{
  const char *string = "Anne Morin affirme que le pont est vieux. Cette affirmation n’est pas prouvée.";
  g_autoptr (ApoFindings) findings = apo_analyze_helper_run (string, "fr", NULL);
  const ApoFoundClaim *claim = g_ptr_array_index (findings->claims, 0);
  g_autofree char *words = NULL;

  g_assert_cmpuint (claim->disclaimers->len, ==, 1);
  words = apo_analyze_helper_slice (string, g_array_index (claim->disclaimers, ApoSpan, 0));
  g_assert_cmpstr (words, ==, "Cette affirmation n’est pas prouvée");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/claims/two-cues", test_two_cues);
  g_test_add_func ("/claims/french", test_french);
  g_test_add_func ("/claims/english", test_english);
  g_test_add_func ("/claims/nested", test_nested);
  g_test_add_func ("/claims/turns", test_turns);
  g_test_add_func ("/claims/disclaimer", test_disclaimer);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-language-pack.h"

static ApoLanguagePack *
load (const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (g_getenv ("APOSTILLE_DATADIR"), "lang", code, NULL);
  ApoLanguagePack *pack = apo_language_pack_load (folder, &error);

  g_assert_no_error (error);

  return pack;
}

static void
test_forms (void)
{
  static const struct { const char *code, *word, *lemma; guint form; } cases[] = {
    { "fr", "annonçait", "annoncer", APO_VERB_IMPERFECT },
    { "fr", "soutiendra", "soutenir", APO_VERB_FUTURE },
    { "fr", "prétend", "prétendre", APO_VERB_PRESENT },
    { "fr", "rappellent", "rappeler", APO_VERB_PRESENT },
    { "fr", "révélé", "révéler", APO_VERB_PARTICIPLE },
    { "fr", "révèle", "révéler", APO_VERB_PRESENT },
    { "fr", "reconnu", "reconnaître", APO_VERB_PARTICIPLE },
    { "fr", "craignant", "craindre", APO_VERB_GERUND },
    { "fr", "aurait", "avoir", APO_VERB_CONDITIONAL },
    { "fr", "promirent", "promettre", APO_VERB_PAST },
    { "fr", "écrivait", "écrire", APO_VERB_IMPERFECT },
    { "fr", "avertissent", "avertir", APO_VERB_PRESENT },
    { "en", "denied", "deny", APO_VERB_PAST },
    { "en", "announcing", "announce", APO_VERB_GERUND },
    { "en", "admitted", "admit", APO_VERB_PARTICIPLE },
    { "en", "says", "say", APO_VERB_PRESENT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoLanguagePack) pack = load (cases[i].code);
      const ApoVerbReading *reading = apo_language_pack_get_verb (pack, cases[i].word);
      gboolean found = FALSE;

      for (; reading != NULL; reading = reading->next)
        found |= g_str_equal (reading->lemma, cases[i].lemma) && (reading->forms & cases[i].form);
      g_test_message ("%s", cases[i].word);
      g_assert_true (found);
    }
}

static void
test_two_verbs (void)
{
  g_autoptr (ApoTable) paradigms = apo_table_parse ("p", "ir\tit\t-\t-\t-\t-\t-\ti\t-\n"
                                                    "ire\tit\t-\t-\t-\t-\t-\t0\t-\n", -1, NULL);
  g_autoptr (ApoTable) verbs = apo_table_parse ("v", "bir bire\n", -1, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoVerbForms) forms = apo_verb_forms_new (paradigms, verbs, &error);
  const ApoVerbReading *reading;

  g_assert_no_error (error);
  reading = apo_verb_forms_lookup (forms, "bit");
  g_assert_nonnull (reading);
  g_assert_nonnull (reading->next);
  g_assert_null (reading->next->next);
  g_assert_nonnull (apo_verb_forms_lookup (forms, "b"));
  g_assert_null (apo_verb_forms_lookup (forms, "bx"));
  g_assert_true (apo_verb_forms_has_lemma (forms, "bire"));
}

static void
test_no_paradigm (void)
{
  g_autoptr (ApoTable) paradigms = apo_table_parse ("p", "er\te\t-\t-\t-\t-\t-\té\t-\n", -1, NULL);
  g_autoptr (ApoTable) verbs = apo_table_parse ("v", "parler\nfinir\n", -1, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (apo_verb_forms_new (paradigms, verbs, &error));
  g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/verb-forms/forms", test_forms);
  g_test_add_func ("/verb-forms/two-verbs", test_two_verbs);
  g_test_add_func ("/verb-forms/no-paradigm", test_no_paradigm);

  return g_test_run ();
}

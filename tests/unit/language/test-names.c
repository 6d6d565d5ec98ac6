/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include "apo-name-settle.h"
#include "apo-name-tagger.h"

static ApoLanguagePack *
load_french (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("APOSTILLE_DATADIR"), "lang", "fr", NULL);
  g_autoptr (GError) error = NULL;
  ApoLanguagePack *pack = apo_language_pack_load (folder, &error);

  g_assert_no_error (error);

  return pack;
}

static ApoGazetteer *
make_gazetteer (ApoLanguagePack *pack)
{
  g_autoptr (ApoGazetteerMaker) maker = apo_gazetteer_maker_new (pack);
  g_autoptr (GBytes) bytes = NULL;

  apo_gazetteer_maker_add (maker, "Zora", APO_KNOWN_GIVEN);
  apo_gazetteer_maker_add (maker, "Zora", APO_KNOWN_CITY);
  apo_gazetteer_maker_add (maker, "Ligue des Ports", APO_KNOWN_ORGANISATION);
  apo_gazetteer_maker_add (maker, "LP", APO_KNOWN_GROUP);
  apo_gazetteer_maker_add (maker, "ministre", APO_KNOWN_TITLE);
  apo_gazetteer_maker_add (maker, "", APO_KNOWN_CITY);
  bytes = apo_gazetteer_maker_pack (maker);

  return apo_gazetteer_new (bytes);
}

static void
test_gazetteer (void)
{
  static const struct { const char *text; guint n; guint known; } cases[] = {
    { "Zora parle.", 1, APO_KNOWN_GIVEN | APO_KNOWN_CITY },
    { "la Ligue", 0, 0 },
    { "Ligue des ports et canaux", 3, APO_KNOWN_ORGANISATION },
    { "Ligue des vents", 0, 0 },
    { "LP", 1, APO_KNOWN_GROUP },
    { "lp", 0, 0 },
    { "Ministre", 1, APO_KNOWN_TITLE },
  };
  g_autoptr (ApoLanguagePack) pack = load_french ();
  g_autoptr (ApoGazetteer) gazetteer = make_gazetteer (pack);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoText) text = apo_text_new (cases[i].text, -1);
      g_autoptr (ApoTokens) tokens = apo_tokens_new (text, pack);
      guint known = 0;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (apo_gazetteer_match (gazetteer, tokens, 0, &known), ==, cases[i].n);
      g_assert_cmpuint (known, ==, cases[i].known);
    }
}

static void
test_gazetteer_damaged (void)
{
  static const guint32 full[2 + 2 * 16] = { 4 };
  g_autofree guint32 *copy = g_memdup2 (full, sizeof full);
  g_autoptr (GBytes) good = g_bytes_new (full, sizeof full);
  g_autoptr (GBytes) cut = g_bytes_new (full, sizeof full - 8);
  g_autoptr (GBytes) tiny = g_bytes_new (full, 3);
  g_autoptr (GBytes) endless = NULL;
  g_autoptr (ApoGazetteer) gazetteer = apo_gazetteer_new (good);

  g_assert_nonnull (gazetteer);
  g_assert_null (apo_gazetteer_new (cut));
  g_assert_null (apo_gazetteer_new (tiny));

  for (guint i = 0; i < 16; i++)
    copy[2 + 2 * i + 1] = APO_KNOWN_CITY;
  endless = g_bytes_new (copy, sizeof full);
  g_assert_null (apo_gazetteer_new (endless));
}

static void
test_words (void)
{
  g_autoptr (ApoLanguagePack) pack = load_french ();
  g_autoptr (ApoGazetteer) gazetteer = make_gazetteer (pack);
  g_autoptr (ApoText) text = apo_text_new ("Elle rejoint l'Union des vents (UV) avec M. Brun. Les "
                                           "vents et le brun al-Zed.", -1);
  g_autoptr (ApoTokens) tokens = apo_tokens_new (text, pack);
  g_autoptr (GArray) words = apo_name_words_new (text, tokens, gazetteer);
  static const struct { const char *norm; guint letters; guint spelled; guint doc; } cases[] = {
    { "elle", APO_NAME_CASE_CAPITAL, 0, 0 },
    { "union", APO_NAME_CASE_CAPITAL, 1, APO_NAME_DOC_INNER | APO_NAME_DOC_ARTICLE },
    { "uv", APO_NAME_CASE_UPPER, 0, APO_NAME_DOC_INNER | APO_NAME_DOC_BRACKETS },
    { "al-zed", APO_NAME_CASE_MIXED, 0, APO_NAME_DOC_INNER },
  };

  g_assert_cmpuint (words->len, ==, tokens->tokens->len);
  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    for (guint i = 0; i < words->len; i++)
      if (g_strcmp0 (apo_tokens_get (tokens, i)->norm, cases[k].norm) == 0)
        {
          const ApoNameWord *word = &g_array_index (words, ApoNameWord, i);

          g_test_message ("%s", cases[k].norm);
          g_assert_cmpuint (word->letters, ==, cases[k].letters);
          g_assert_cmpuint (word->spelled, ==, cases[k].spelled);
          g_assert_cmpuint (word->doc, ==, cases[k].doc);
        }
}

static void
test_collect (void)
{
  const guint8 tags[] = {
    APO_NAME_OUTSIDE, APO_NAME_TAG (APO_NAME_PERSON, APO_NAME_BEGIN),
    APO_NAME_TAG (APO_NAME_PERSON, APO_NAME_INSIDE), APO_NAME_TAG (APO_NAME_PERSON, APO_NAME_LAST),
    APO_NAME_TAG (APO_NAME_PLACE, APO_NAME_WHOLE),
  };
  g_autoptr (GArray) names = apo_name_tagger_collect (tags, G_N_ELEMENTS (tags));

  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpuint (g_array_index (names, ApoTaggedName, 0).tokens.start, ==, 1);
  g_assert_cmpuint (g_array_index (names, ApoTaggedName, 0).tokens.end, ==, 4);
  g_assert_cmpint (g_array_index (names, ApoTaggedName, 0).type, ==, APO_NAME_PERSON);
  g_assert_cmpuint (g_array_index (names, ApoTaggedName, 1).tokens.start, ==, 4);
  g_assert_cmpint (g_array_index (names, ApoTaggedName, 1).type, ==, APO_NAME_PLACE);
}

/* « Vanda Kolm » decides what « Kolm » is, also where the tagger passed it over. */
static void
test_settle (void)
{
  g_autoptr (ApoLanguagePack) pack = load_french ();
  g_autoptr (ApoGazetteer) gazetteer = make_gazetteer (pack);
  g_autoptr (ApoText) text = apo_text_new ("Hier Vanda Kolm partit. Puis Kolm revint, et Kolm dort.",
                                           -1);
  g_autoptr (ApoTokens) tokens = apo_tokens_new (text, pack);
  g_autoptr (GArray) words = apo_name_words_new (text, tokens, gazetteer);
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (ApoTaggedName));
  ApoTaggedName full = { { 1, 3 }, APO_NAME_PERSON }, wrong = { { 6, 7 }, APO_NAME_PLACE };

  g_array_append_val (names, full);
  g_array_append_val (names, wrong);
  apo_name_settle (words, names);

  g_assert_cmpuint (names->len, ==, 3);
  for (guint i = 0; i < names->len; i++)
    g_assert_cmpint (g_array_index (names, ApoTaggedName, i).type, ==, APO_NAME_PERSON);
  g_assert_cmpuint (g_array_index (names, ApoTaggedName, 2).tokens.start, ==, 10);
}

/* The model itself, on sentences that leave no doubt. */
static void
test_model (void)
{
  static const struct { const char *text; const char *name; ApoNameType type; } cases[] = {
    { "La ministre Hélène Vasseur a rencontré les élus.", "Hélène Vasseur", APO_NAME_PERSON },
    { "Il habite à Toulouse depuis deux ans.", "Toulouse", APO_NAME_PLACE },
    { "L'Organisation mondiale de la santé (OMS) publie un rapport.",
      "Organisation mondiale de la santé", APO_NAME_ORGANISATION },
    { "Selon l'ONU, la route est coupée.", "ONU", APO_NAME_ORGANISATION },
  };
  g_autoptr (ApoLanguagePack) pack = load_french ();
  g_autofree char *path = apo_language_pack_dup_model_path (pack, "names");
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoNameTagger) tagger = apo_name_tagger_new (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoText) text = apo_text_new (cases[i].text, -1);
      g_autoptr (ApoTokens) tokens = apo_tokens_new (text, pack);
      g_autoptr (GArray) names = apo_name_tagger_tag (tagger, text, tokens);
      const ApoTaggedName *name;
      g_autofree char *found = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (names->len, >, 0);
      name = &g_array_index (names, ApoTaggedName, 0);
      found = apo_text_dup_slice (text,
                                  APO_SPAN (apo_tokens_get (tokens, name->tokens.start)->span.start,
                                            apo_tokens_get (tokens, name->tokens.end - 1)->span.end));
      g_assert_cmpstr (found, ==, cases[i].name);
      g_assert_cmpint (name->type, ==, cases[i].type);
    }
}

/* A model without one of its sections, or with one that is something else, is refused. */
static void
test_model_damaged (void)
{
  g_autofree char *folder = g_dir_make_tmp ("apostille-names-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "names.model", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("nothing", 7);
  const ApoModelSection sections[] = {
    { APO_NAME_SECTION_GAZETTEER, bytes }, { APO_NAME_SECTION_FIRST, bytes },
    { APO_NAME_SECTION_SECOND, bytes },
  };

  for (guint n = 1; n <= G_N_ELEMENTS (sections); n++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (apo_model_file_write (path, sections, n, NULL));
      g_assert_null (apo_name_tagger_new (path, &error));
      g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED);
    }

  g_remove (path);
  g_rmdir (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/names/gazetteer", test_gazetteer);
  g_test_add_func ("/names/gazetteer/damaged", test_gazetteer_damaged);
  g_test_add_func ("/names/words", test_words);
  g_test_add_func ("/names/collect", test_collect);
  g_test_add_func ("/names/settle", test_settle);
  g_test_add_func ("/names/model", test_model);
  g_test_add_func ("/names/model/damaged", test_model_damaged);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-text-find.h"

#include <string.h>

static const char sample[] =
  "M. Lebrun l’a dit. « Le pont tiendra ! » Puis il s’est tu… Et alors ?\n"
  "Nul ne sait\n";

typedef struct {
  const char *at;               /* the place begins with this */
  const char *sentence;
} SentenceCase;

static const SentenceCase sentences[] = {
  { "Lebrun", "M. Lebrun l’a dit." },
  { "M. ", "M. Lebrun l’a dit." },
  { "pont", "« Le pont tiendra ! »" },
  { "il s’est", "Puis il s’est tu…" },
  { "alors", "Et alors ?" },
  { "sait", "Nul ne sait" },
};

static guint
find (const char *words)
{
  const char *place = strstr (sample, words);

  g_assert_nonnull (place);

  return g_utf8_strlen (sample, place - sample);
}

static void
test_sentences (void)
{
  g_autoptr (ApoText) text = apo_text_new (sample, -1);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      guint place = find (sentences[i].at);
      ApoSpan span = apo_text_get_sentence (text, APO_SPAN (place, place));
      g_autofree char *got = apo_text_dup_slice (text, span);

      g_assert_cmpstr (got, ==, sentences[i].sentence);
    }
}

/* Wherever one looks, one finds something in the text that holds the place. */
static void
test_everywhere (void)
{
  g_autoptr (ApoText) text = apo_text_new (sample, -1);
  guint length = apo_text_get_length (text);

  for (guint i = 0; i <= length + 3; i++)
    {
      ApoSpan span = apo_text_get_sentence (text, APO_SPAN (i, i + i % 3));

      g_assert_cmpuint (span.start, <=, span.end);
      g_assert_cmpuint (span.end, <=, length);
    }
}

static void
test_trim (void)
{
  g_autoptr (ApoText) text = apo_text_new (" \u00A0à\n b\u202F ", -1);
  ApoSpan span = apo_text_trim (text, APO_SPAN (0, 99));

  g_assert_cmpuint (span.start, ==, 2);
  g_assert_cmpuint (span.end, ==, 6);
  span = apo_text_trim (text, APO_SPAN (0, 2));
  g_assert_cmpuint (apo_span_get_length (span), ==, 0);
}

typedef struct {
  const char *text;
  const char *words;
  const char *found;            /* starts and ends */
} WordsCase;

static const WordsCase words[] = {
  { "Bakou et bakou, d’Bakou.", "Bakou", "0-5 9-14 18-23" },
  { "Bakous Rebakou", "bakou", "" },
  { "La Maison\u00A0 Blanche", " Maison Blanche ", "3-18" },
  { "l’État, l'état", "l'État", "0-6 8-14" },
  { "co\u00ADton", "coton", "0-6" },
  { "aa aa aa", "aa aa", "0-5" },
  { "x", "", "" },
  { "x", "xy", "" },
  { "É. É.", "É.", "0-2 3-5" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (ApoText) text = apo_text_new (words[i].text, -1);
      g_autoptr (GArray) found = apo_text_find_words (text, words[i].words);
      g_autoptr (GString) got = g_string_new (NULL);

      for (guint j = 0; j < found->len; j++)
        {
          ApoSpan span = g_array_index (found, ApoSpan, j);

          g_string_append_printf (got, "%s%u-%u", j > 0 ? " " : "", span.start, span.end);
        }
      g_assert_cmpstr (got->str, ==, words[i].found);
    }
}

/* What is typed to be found, parts of words too. */
static void
test_folded (void)
{
  static const struct {
    const char *text;
    const char *words;
    guint n_found;
    ApoSpan first;
  } table[] = {
    { "L’été, l'été, L'ÉTÉ", "l’été", 3, { 0, 5 } },
    { "« Non », dit-il", "\" non", 1, { 0, 5 } },
    { "un\u00A0deux", "un deux", 1, { 0, 7 } },
    { "un\ndeux", "un deux", 1, { 0, 7 } },
    { "aaaa", "aa", 2, { 0, 2 } },
    { "abc", "", 0, { 0, 0 } },
    { "abc", " ", 0, { 0, 0 } },
    { "", "a", 0, { 0, 0 } },
    { "abc", "abcd", 0, { 0, 0 } },
    { "🜚🜚x", "X", 1, { 2, 3 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GArray) found = apo_text_find_folded (table[i].text, table[i].words);

      g_assert_cmpuint (found->len, ==, table[i].n_found);
      if (found->len > 0)
        g_assert_true (apo_span_equal (g_array_index (found, ApoSpan, 0), table[i].first));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-find/sentences", test_sentences);
  g_test_add_func ("/text-find/everywhere", test_everywhere);
  g_test_add_func ("/text-find/trim", test_trim);
  g_test_add_func ("/text-find/words", test_words);
  g_test_add_func ("/text-find/folded", test_folded);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-anchor.h"

#include <string.h>

#include "apo-anchor-bits.h"
#include "apo-anchor-text.h"
#include "apo-edited-text.h"

#define N_SEEDS    40
#define N_PASSAGES 60

/* What the engine says of passages whose fate is known. */
typedef struct {
  guint n;
  guint n_there;                /* most of the letters are still there */
  guint n_placed;               /* … and the passage was placed without asking */
  guint n_asked;
  guint n_lost;
  guint n_wrong;                /* placed where it is not */
} Tally;

static const char own_text[] =
  "Le port rouvre après la tempête\n"
  "\n"
  "La maire, Odile Carrère, assure que les quais « tiendront cent ans ». Selon le syndicat des "
  "pêcheurs, la digue aurait cédé dès mardi. Le 3 mai 2024, Oslo et Lisbonne ont signé un accord. "
  "« Nous n’avons rien promis », a répondu Odile Carrère : l’enquête suit son cours.\n"
  "\n"
  "Le préfet a dit que la digue serait refaite avant l’hiver. Le préfet a dit que la digue serait "
  "payée par la région. D'après la compagnie Norvoile, les ferries reprendront lundi ; la compagnie "
  "affirme avoir perdu 3,5 millions d’euros. Il a plu. Il a venté. Il a plu.\n"
  "\n"
  "Pour Jean-Baptiste Le Goff, patron du « Marie-Galante », « la mer ne rend rien ». Il accuse le "
  "port d’avoir attendu – à tort – le dernier bulletin. Le syndicat demande une enquête, et la maire "
  "la promet. Selon le syndicat, douze bateaux ont coulé ; selon la préfecture, neuf.\n"
  "\n"
  "Oslo a proposé une aide de deux millions de couronnes. Lisbonne enverra des plongeurs. La maire "
  "a remercié les deux capitales… avant de repartir pour le port.\n";

static void
test_fold (void)
{
  static const struct { const char *text; const char *folded; } cases[] = {
    { "a  b\n\nc", "a b c" },
    { "l’eau ‘x’", "l'eau 'x'" },
    { "dit « mot » et", "dit\"mot\"et" },
    { "dit \"mot\" et", "dit\"mot\"et" },
    { "dit “mot” et", "dit\"mot\"et" },
    { "port\u00A0: oui\u202F!", "port: oui!" },
    { "co\u00ADopé\u00ADrer", "coopérer" },
    { "e\u0301te\u0301", "été" },
    { "fin… 1–2 — a", "fin... 1-2 - a" },
    { "  a  ", "a" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoText) text = apo_text_new (cases[i].text, -1);
      g_autoptr (GHashTable) ids = apo_anchor_ids_new ();
      g_autoptr (ApoAnchorText) folded = apo_anchor_text_new (text, ids);
      g_autofree char *string = g_ucs4_to_utf8 (folded->chars, folded->length, NULL, NULL, NULL);

      g_assert_cmpstr (string, ==, cases[i].folded);
      for (guint j = 0; j < folded->length; j++)
        {
          g_assert_cmpuint (folded->starts[j], <, folded->ends[j]);
          g_assert_cmpuint (folded->ends[j], <=, apo_text_get_length (text));
        }
    }
}

/* The least number of edits by the plain table of Sellers. */
static guint
count_edits (const gunichar *pattern,
             guint           n_pattern,
             const gunichar *text,
             guint           n_text,
             gboolean        anchored)
{
  g_autofree guint *row = g_new (guint, n_pattern + 1);
  guint best = n_pattern;

  for (guint i = 0; i <= n_pattern; i++)
    row[i] = i;
  for (guint j = 1; j <= n_text; j++)
    {
      guint diagonal = row[0];

      row[0] = anchored ? j : 0;
      for (guint i = 1; i <= n_pattern; i++)
        {
          guint above = row[i];
          guint cost = diagonal + (pattern[i - 1] != text[j - 1]);

          row[i] = MIN (cost, MIN (above, row[i - 1]) + 1);
          diagonal = above;
        }
      best = MIN (best, row[n_pattern]);
    }

  return best;
}

static void
test_bits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 3000; round++)
    {
      gunichar pattern[200];
      gunichar text[300];
      guint n_pattern = g_rand_int_range (rand, 1, round % 2 == 0 ? 12 : 200);
      guint n_text = g_rand_int_range (rand, 0, 300);
      guint best, n_used;
      ApoSpan found;

      for (guint i = 0; i < n_pattern; i++)
        pattern[i] = 'a' + g_rand_int_range (rand, 0, 4);
      for (guint i = 0; i < n_text; i++)
        text[i] = 'a' + g_rand_int_range (rand, 0, 4);

      best = apo_anchor_bits_find (pattern, n_pattern, text, n_text, &found);
      g_assert_cmpuint (best, ==, count_edits (pattern, n_pattern, text, n_text, FALSE));
      g_assert_cmpuint (found.end, <=, n_text);
      g_assert_cmpuint (best, ==, count_edits (pattern, n_pattern, text + found.start,
                                               found.end - found.start, TRUE));
      best = apo_anchor_bits_distance (pattern, n_pattern, text, n_text, FALSE, &n_used);
      g_assert_cmpuint (best, ==, count_edits (pattern, n_pattern, text, n_text, TRUE));
      g_assert_cmpuint (n_used, <=, n_text);
    }
}

/* One passage of one text, and what becomes of it. */
static void
test_cases (void)
{
  static const struct {
    const char *older;
    const char *quote;
    const char *newer;
    ApoPlaceState state;
    const char *now;            /* the words at its new place, or of the first candidate */
    gboolean changed;
  } cases[] = {
    { "Le pont est vieux.", "pont", "Le pont est vieux.", APO_PLACE_FOUND, "pont", FALSE },
    { "Il dit « oui ». Elle part.", "« oui »", "Il dit \"oui\". Elle part.", APO_PLACE_FOUND,
      "\"oui\"", FALSE },
    { "La mairie promet que la digue sera refaite avant le printemps prochain. Rien d’autre.",
      "la digue sera refaite avant le printemps prochain",
      "La mairie promet que la digue sera refaite avant le mois prochain. Rien d’autre.",
      APO_PLACE_MOVED, "la digue sera refaite avant le mois prochain", TRUE },
    { "Un mot. La mairie promet que la digue sera refaite avant le printemps prochain. Fin.",
      "la digue sera refaite avant le printemps prochain", "Un mot. Fin.", APO_PLACE_LOST, NULL,
      FALSE },
    { "Il part. Paul crie fort dans la rue. Il revient.", "Paul", "Il part. Il revient.",
      APO_PLACE_LOST, NULL, FALSE },
    { "", "", "", APO_PLACE_LOST, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ApoText) older = apo_text_new (cases[i].older, -1);
      g_autoptr (ApoText) newer = apo_text_new (cases[i].newer, -1);
      gsize byte = strstr (cases[i].older, cases[i].quote) - cases[i].older;
      ApoSpan span = APO_SPAN (apo_text_byte_to_offset (older, byte), 0);
      g_autoptr (GArray) places = NULL;
      const ApoPlace *place;

      g_test_message ("%s", cases[i].newer);
      span.end = apo_text_byte_to_offset (older, byte + strlen (cases[i].quote));
      places = apo_anchor_place (older, newer, &span, 1, NULL);
      place = &g_array_index (places, ApoPlace, 0);
      g_assert_cmpint (place->state, ==, cases[i].state);
      g_assert_cmpint (place->changed, ==, cases[i].changed);
      if (cases[i].now != NULL)
        {
          g_autofree char *now = apo_text_dup_slice (newer, place->span);

          g_assert_cmpstr (now, ==, cases[i].now);
        }
    }
}

static gboolean
is_letter_at (ApoText *text,
              guint    offset)
{
  const char *p = apo_text_get_string (text) + apo_text_offset_to_byte (text, offset);

  return g_unichar_isalnum (g_utf8_get_char (p));
}

/* Passages of whole words: many short ones, as mentions are, and many long ones, as claims are. */
static GArray *
make_spans (ApoText *text,
            GRand   *rand,
            guint    n)
{
  GArray *spans = apo_spans_new ();
  guint length = apo_text_get_length (text);

  while (spans->len < n)
    {
      guint n_words = g_rand_int_range (rand, 0, 2) == 0 ? g_rand_int_range (rand, 1, 4)
                                                         : g_rand_int_range (rand, 4, 25);
      ApoSpan span = APO_SPAN (g_rand_int_range (rand, 0, length), 0);

      while (span.start > 0 && is_letter_at (text, span.start - 1))
        span.start--;
      if (!is_letter_at (text, span.start))
        continue;
      span.end = span.start;
      for (guint i = 0; i < n_words; i++)
        {
          guint end = span.end;

          while (end < length && !is_letter_at (text, end))
            end++;
          if (end == length)
            break;
          while (end < length && is_letter_at (text, end))
            end++;
          span.end = end;
        }
      g_array_append_val (spans, span);
    }

  return spans;
}

static void
say_place (ApoText        *older,
           ApoText        *newer,
           const ApoPlace *place,
           ApoSpan         now,
           const char     *what)
{
  g_autofree char *before = apo_text_dup_slice (older, place->old_span);
  g_autofree char *context = apo_text_dup_slice (older, APO_SPAN (place->old_span.start
                                                                  - MIN (place->old_span.start, 40),
                                                                  place->old_span.end + 40));
  g_autofree char *after = apo_text_dup_slice (newer, now);
  g_autofree char *beside = apo_text_dup_slice (newer, APO_SPAN (now.start - MIN (now.start, 40),
                                                                 now.end + 40));

  g_test_message ("%s (%.2f): “%s” in “%s” → “%s” in “%s”", what, place->score, before, context,
                  after, beside);
}

static void
judge (ApoEditKind     kind,
       ApoText        *older,
       ApoText        *newer,
       GArray         *chars,
       const ApoPlace *place,
       Tally          *tally)
{
  ApoSpan now = APO_SPAN (0, 0);
  double kept;
  gboolean there = apo_edited_text_trace (chars, older, place->old_span, &now, &kept);
  gboolean placed = place->state <= APO_PLACE_MOVED;

  tally->n++;
  tally->n_there += kept >= 0.5;
  tally->n_placed += kept >= 0.5 && placed;
  tally->n_asked += place->state == APO_PLACE_ASK;
  tally->n_lost += kept >= 0.5 && place->state == APO_PLACE_LOST;
  if (kept >= 0.5 && !placed && g_test_verbose ())
    say_place (older, newer, place, now, place->state == APO_PLACE_ASK ? "asked" : "lost");
  if (!placed)
    return;

  if (!there || !apo_edited_text_holds (chars, place->old_span, place->span)
      || (kind == APO_EDIT_TYPOGRAPHY && !apo_span_equal (now, place->span)))
    {
      tally->n_wrong++;
      say_place (older, newer, place, place->span, "wrong");
    }
}

static void
run_edits (const char *name,
           const char *string,
           guint       min_percent)
{
  g_autoptr (ApoText) older = apo_text_new (string, -1);

  for (guint kind = 0; kind < APO_N_EDIT_KINDS; kind++)
    {
      Tally tally = { 0 };

      for (guint seed = 0; seed < N_SEEDS; seed++)
        {
          g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
          g_autoptr (GArray) chars = apo_edited_text_new (older, kind, rand);
          g_autoptr (ApoText) newer = apo_edited_text_join (chars);
          g_autoptr (GArray) spans = make_spans (older, rand, N_PASSAGES);
          g_autoptr (GArray) places =
            apo_anchor_place (older, newer, (const ApoSpan *) (void *) spans->data, spans->len, NULL);

          for (guint i = 0; i < places->len; i++)
            judge (kind, older, newer, chars, &g_array_index (places, ApoPlace, i), &tally);
        }

      g_test_message ("%s, %s: %u passages, %u still there, %u of them placed (%.1f %%), %u asked "
                      "about in all, %u lost, %u wrong",
                      name, apo_edit_kind_to_string (kind), tally.n, tally.n_there, tally.n_placed,
                      100.0 * tally.n_placed / MAX (1, tally.n_there), tally.n_asked, tally.n_lost,
                      tally.n_wrong);
      if (tally.n_wrong > 0
          || ((kind == APO_EDIT_TYPOGRAPHY || kind == APO_EDIT_INSERTIONS)
              && 100 * tally.n_placed < min_percent * tally.n_there))
        g_test_fail ();
    }
}

static void
test_own_text (void)
{
  run_edits ("own text", own_text, 95);
}

/* A text of few words, where much is there several times. */
static void
test_poor_text (void)
{
  static const char *const words[] = {
    "le", "la", "maire", "dit", "que", "port", "digue", "a", "et", "sera", "ouvert", "selon", "Oslo",
    "Paul", "Martin", "pas", "contrat", "accord", "de", "lundi", "refaite",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint paragraph = 0; paragraph < 8; paragraph++)
    {
      for (guint sentence = g_rand_int_range (rand, 2, 6); sentence > 0; sentence--)
        {
          for (guint n = g_rand_int_range (rand, 3, 14); n > 0; n--)
            g_string_append_printf (text, "%s%s", words[g_rand_int_range (rand, 0,
                                                                          G_N_ELEMENTS (words))],
                                    n > 1 ? " " : ". ");
        }
      g_string_append (text, "\n\n");
    }

  run_edits ("poor text", text->str, 93);
}

/* Texts of others, where they lie beside the source tree. */
static void
test_corpus (gconstpointer data)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", NULL);
  g_autofree char *path = g_build_filename (file, data, NULL);
  g_autofree char *content = NULL;

  if (!g_file_get_contents (path, &content, NULL, NULL))
    {
      g_test_skip ("the text is not there");
      return;
    }

  run_edits (data, content, 97);
}

/* Two thousand passages of a megabyte. */
static void
test_large (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (ApoText) older = NULL;
  g_autoptr (ApoText) newer = NULL;
  g_autoptr (GArray) chars = NULL;
  g_autoptr (GArray) spans = NULL;
  g_autoptr (GArray) places = NULL;
  guint n_placed = 0;
  gint64 start;

  while (text->len < 1000000)
    {
      for (guint n = g_rand_int_range (rand, 5, 30); n > 0; n--)
        {
          /* common words and rare ones, as in any text */
          double x = g_rand_double (rand);
          guint word = x * x * x * 20000;

          for (guint letters = 2 + word % 9; letters > 0; letters--, word = word * 7 + 3)
            g_string_append_c (text, 'a' + word % 26);
          g_string_append_c (text, n > 1 ? ' ' : '.');
        }
      g_string_append (text, g_rand_int_range (rand, 0, 8) == 0 ? "\n\n" : " ");
    }

  older = apo_text_new (text->str, -1);
  chars = apo_edited_text_new (older, APO_EDIT_ALL, rand);
  newer = apo_edited_text_join (chars);
  spans = make_spans (older, rand, 2000);
  start = g_get_monotonic_time ();
  places = apo_anchor_place (older, newer, (const ApoSpan *) (void *) spans->data, spans->len, NULL);
  for (guint i = 0; i < places->len; i++)
    n_placed += g_array_index (places, ApoPlace, i).state <= APO_PLACE_MOVED;
  g_test_message ("%u of %u passages of a text of %u code points placed in %.2f s", n_placed,
                  places->len, apo_text_get_length (older),
                  (g_get_monotonic_time () - start) / 1e6);
  g_assert_cmpuint (n_placed, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const texts[] = {
    "articles/douchanbe.fr.txt", "corpora/claims-fr/2016_01_24-003.txt",
    "corpora/claims-fr/2016_07_29-002.txt", "corpora/claims-fr/2016_12_21-003.txt",
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/anchor/fold", test_fold);
  g_test_add_func ("/anchor/bits", test_bits);
  g_test_add_func ("/anchor/cases", test_cases);
  g_test_add_func ("/anchor/edits/own-text", test_own_text);
  g_test_add_func ("/anchor/edits/poor-text", test_poor_text);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/anchor/edits/", texts[i], NULL);

      g_test_add_data_func (path, texts[i], test_corpus);
    }
  g_test_add_func ("/anchor/large", test_large);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edited-text.h"

static const char *const other_words[] = {
  "la", "lune", "jamais", "président", "a", "bleu", "dit", "contrat", "vingt", "pourrait", "navire",
  "Bruxelles", "ministre", "le", "que", "selon", "hiver", "accord", "et", "les", "nouvelle", "France",
};

static const char *const other_sentences[] = {
  "Le ministre n'a pas souhaité répondre à nos questions. ",
  "Cette information a été mise à jour mardi soir. ",
  "Selon lui, « rien ne presse ». ",
  "La France et l'Iran ont des vues proches sur ce point. ",
  "Il a dit que le président serait présent. ",
};

static void
push (GArray  *chars,
      gunichar c,
      int      origin,
      gboolean is_same)
{
  ApoEditedChar next = { c, origin, is_same };

  g_array_append_val (chars, next);
}

static void
push_string (GArray     *chars,
             const char *string,
             int         origin)
{
  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    push (chars, g_utf8_get_char (p), origin, FALSE);
}

static gunichar
get_char (GArray *chars,
          guint   i)
{
  return i < chars->len ? g_array_index (chars, ApoEditedChar, i).c : 0;
}

static gboolean
is_letter (GArray *chars,
           guint   i)
{
  return g_unichar_isalnum (get_char (chars, i));
}

/* Where the sentence that starts at @start ends, with the white space behind it. */
static guint
find_sentence_end (GArray *chars,
                   guint   start)
{
  guint i = start;

  while (i < chars->len && get_char (chars, i) != '\n'
         && !((get_char (chars, i) == '.' || get_char (chars, i) == '!')
              && (get_char (chars, i + 1) == ' ' || get_char (chars, i + 1) == '\n')))
    i++;
  while (i < chars->len && !g_unichar_isspace (get_char (chars, i)))
    i++;
  while (i < chars->len && g_unichar_isspace (get_char (chars, i)))
    i++;

  return i;
}

/* One character set otherwise: quotation marks, apostrophes, no-break spaces, soft hyphens, dashes,
 * line ends, decomposed letters. */
static void
set_char (GArray       *out,
          GArray       *in,
          guint         i,
          GRand        *rand,
          const guint8 *styles)
{
  ApoEditedChar old = g_array_index (in, ApoEditedChar, i);
  gunichar a, b;

  if ((old.c == '\'' || old.c == 0x2019) && styles[0])
    push (out, old.c == '\'' ? 0x2019 : '\'', old.origin, TRUE);
  else if ((old.c == 0xAB || old.c == 0xBB) && styles[1])
    push (out, styles[1] == 1 ? '"' : old.c == 0xAB ? 0x201C : 0x201D, old.origin, TRUE);
  else if (old.c == ' ' && styles[2]
           && (get_char (in, i + 1) == ':' || get_char (in, i + 1) == 0xBB
               || get_char (in, i - 1) == 0xAB || g_rand_int_range (rand, 0, 20) == 0))
    push (out, styles[2] == 1 ? 0xA0 : 0x202F, old.origin, TRUE);
  else if (old.c == ' ' && styles[3] && g_rand_int_range (rand, 0, 12) == 0)
    {
      push (out, styles[3] == 1 ? '\n' : ' ', old.origin, TRUE);
      push (out, ' ', old.origin, TRUE);
    }
  else if ((old.c == '-' || old.c == 0x2013) && styles[4])
    push (out, 0x2014, old.origin, TRUE);
  else if (styles[5] && g_unichar_decompose (old.c, &a, &b) && b != 0)
    {
      push (out, a, old.origin, TRUE);
      push (out, b, old.origin, TRUE);
    }
  else
    push (out, old.c, old.origin, old.is_same);

  if (styles[6] && is_letter (in, i) && is_letter (in, i + 1)
      && g_rand_int_range (rand, 0, 15) == 0)
    push (out, 0xAD, -1, FALSE);
}

static GArray *
edit_typography (GArray *in,
                 GRand  *rand)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (ApoEditedChar));
  guint8 styles[7];

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    styles[i] = g_rand_int_range (rand, 0, 3);
  for (guint i = 0; i < in->len; i++)
    set_char (out, in, i, rand, styles);

  return out;
}

/* Every so many words another one comes in, and every so many sentences. */
static GArray *
edit_insertions (GArray *in,
                 GRand  *rand)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (ApoEditedChar));
  guint next_sentence = 0;

  for (guint i = 0; i < in->len; i++)
    {
      if (i == next_sentence)
        {
          next_sentence = find_sentence_end (in, i);
          if (g_rand_int_range (rand, 0, 6) == 0)
            push_string (out, other_sentences[g_rand_int_range (rand, 0,
                                                                G_N_ELEMENTS (other_sentences))],
                         -1);
        }
      if (is_letter (in, i) && i > 0 && get_char (in, i - 1) == ' '
          && g_rand_int_range (rand, 0, 40) == 0)
        {
          push_string (out, other_words[g_rand_int_range (rand, 0, G_N_ELEMENTS (other_words))], -1);
          push (out, ' ', -1, FALSE);
        }
      g_array_append_val (out, g_array_index (in, ApoEditedChar, i));
    }

  return out;
}

static gboolean
is_word (GArray     *chars,
         guint       start,
         guint       end,
         const char *word)
{
  for (; start < end && *word != '\0'; start++, word = g_utf8_next_char (word))
    if (get_char (chars, start) != g_utf8_get_char (word))
      return FALSE;

  return start == end && *word == '\0';
}

static GArray *
edit_words (GArray *in,
            GRand  *rand)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (ApoEditedChar));

  for (guint i = 0; i < in->len;)
    {
      const char *other = other_words[g_rand_int_range (rand, 0, G_N_ELEMENTS (other_words))];
      guint end = i;

      while (is_letter (in, end))
        end++;
      if (end == i || g_rand_int_range (rand, 0, 15) > 0 || is_word (in, i, end, other))
        {
          for (end = MAX (end, i + 1); i < end; i++)
            g_array_append_val (out, g_array_index (in, ApoEditedChar, i));
          continue;
        }
      push_string (out, other, g_array_index (in, ApoEditedChar, i).origin);
      i = end;
    }

  return out;
}

static GArray *
edit_deletions (GArray *in,
                GRand  *rand)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (ApoEditedChar));

  for (guint i = 0; i < in->len;)
    {
      guint end = find_sentence_end (in, i);

      if (g_rand_int_range (rand, 0, 5) > 0)
        for (guint j = i; j < end; j++)
          g_array_append_val (out, g_array_index (in, ApoEditedChar, j));
      i = end;
    }

  return out;
}

static GArray *
edit_moves (GArray *in,
            GRand  *rand)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (ApoEditedChar));
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < in->len;)
    {
      GArray *paragraph = g_array_new (FALSE, FALSE, sizeof (ApoEditedChar));

      do
        g_array_append_val (paragraph, g_array_index (in, ApoEditedChar, i));
      while (get_char (in, i++) != '\n' && i < in->len);
      while (get_char (in, i) == '\n')
        g_array_append_val (paragraph, g_array_index (in, ApoEditedChar, i++));
      g_ptr_array_add (paragraphs, paragraph);
    }

  for (guint n = (paragraphs->len + 2) / 3; n > 0; n--)
    {
      guint from = g_rand_int_range (rand, 0, paragraphs->len);
      gpointer moved = g_ptr_array_steal_index (paragraphs, from);

      g_ptr_array_insert (paragraphs, g_rand_int_range (rand, 0, paragraphs->len + 1), moved);
    }
  for (guint i = 0; i < paragraphs->len; i++)
    {
      GArray *paragraph = paragraphs->pdata[i];

      g_array_append_vals (out, paragraph->data, paragraph->len);
    }

  return out;
}

/* The newer version of a text: ApoEditedChar. */
GArray *
apo_edited_text_new (ApoText    *text,
                     ApoEditKind kind,
                     GRand      *rand)
{
  static GArray *(*const edits[]) (GArray *, GRand *) = {
    edit_typography, edit_insertions, edit_words, edit_deletions, edit_moves,
  };
  GArray *chars = g_array_new (FALSE, FALSE, sizeof (ApoEditedChar));
  int origin = 0;

  for (const char *p = apo_text_get_string (text); *p != '\0'; p = g_utf8_next_char (p))
    push (chars, g_utf8_get_char (p), origin++, TRUE);

  for (guint i = G_N_ELEMENTS (edits); i > 0; i--)
    if (kind == APO_EDIT_ALL || i - 1 == kind)
      {
        GArray *edited = edits[i - 1](chars, rand);

        g_array_unref (chars);
        chars = edited;
      }

  return chars;
}

ApoText *
apo_edited_text_join (GArray *chars)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < chars->len; i++)
    g_string_append_unichar (string, get_char (chars, i));

  return apo_text_new (string->str, -1);
}

/* Says where a passage of the older text is now, and which part of its letters is still there;
 * whether anything stands for it at all. */
gboolean
apo_edited_text_trace (GArray  *chars,
                       ApoText *text,
                       ApoSpan  span,
                       ApoSpan *now,
                       double  *kept)
{
  g_autofree char *words = apo_text_dup_slice (text, span);
  guint n_letters = 0;
  guint n_kept = 0;
  int last = -1;
  gboolean found = FALSE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalnum (g_utf8_get_char (p));
  for (guint i = 0; i < chars->len; i++)
    {
      const ApoEditedChar *c = &g_array_index (chars, ApoEditedChar, i);

      if (c->origin < (int) span.start || c->origin >= (int) span.end)
        continue;
      if (!found)
        now->start = i;
      now->end = i + 1;
      found = TRUE;
      if (c->is_same && c->origin != last && g_unichar_isalnum (c->c))
        n_kept++;
      last = c->origin;
    }
  *kept = n_letters > 0 ? (double) n_kept / n_letters : 0;

  return found;
}

/* Whether the passage @now of the newer text is @span of the older one: it has half of the letters
 * that are still there, and not more from elsewhere. */
gboolean
apo_edited_text_holds (GArray *chars,
                       ApoSpan span,
                       ApoSpan now)
{
  guint n_own = 0;
  guint n_all = 0;
  guint n_foreign = 0;

  for (guint i = 0; i < chars->len; i++)
    {
      const ApoEditedChar *c = &g_array_index (chars, ApoEditedChar, i);
      gboolean own = c->origin >= (int) span.start && c->origin < (int) span.end;
      gboolean inside = i >= now.start && i < now.end;

      if (!g_unichar_isalnum (c->c))
        continue;
      n_all += own && c->is_same;
      n_own += own && c->is_same && inside;
      n_foreign += !own && c->origin >= 0 && inside;
    }

  return n_own > 0 && 2 * n_own >= n_all && n_foreign <= n_own;
}

const char *
apo_edit_kind_to_string (ApoEditKind kind)
{
  static const char *const names[] = {
    "typography", "insertions", "words", "deletions", "moves", "all",
  };

  return names[kind];
}

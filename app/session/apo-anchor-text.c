/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-anchor-text.h"

/* A sentence is not followed further than that, in folded characters. */
#define MAX_SENTENCE 400

#define QUOTE '"'

typedef struct {
  ApoAnchorText *text;
  gboolean space;               /* white space was passed */
  guint space_start;
  gboolean line;                /* … and a line ended in it */
} Folder;

/* What stands for @c where texts are matched; 0 for what is left out. */
static gunichar
fold_char (gunichar c)
{
  switch (c)
    {
    case 0x00AD: case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF:
      return 0;
    case 0x2018: case 0x2019: case 0x02BC: case 0x2032:
      return '\'';
    case 0x00AB: case 0x00BB: case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033:
      return QUOTE;
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
      return '-';
    default:
      return c;
    }
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x00A0 || c == 0x202F || c == 0x2007;
}

/* Whether white space before @c and after @before is a matter of typography: French sets it inside
 * quotation marks and before high punctuation. */
static gboolean
is_loose (gunichar before,
          gunichar c)
{
  return before == QUOTE || c == QUOTE || c == ':' || c == ';' || c == '!' || c == '?';
}

static void
append (Folder  *folder,
        gunichar c,
        guint    start,
        guint    end)
{
  ApoAnchorText *text = folder->text;

  text->chars[text->length] = c;
  text->starts[text->length] = start;
  text->ends[text->length] = end;
  text->breaks[text->length] = folder->line;
  text->length++;
  folder->line = FALSE;
}

/* Appends what stands for @c, which may join the character before it. */
static void
fold_next (Folder  *folder,
           gunichar c,
           guint    offset)
{
  ApoAnchorText *text = folder->text;
  gunichar before = text->length > 0 ? text->chars[text->length - 1] : 0;
  gunichar joined;

  if (is_space (c))
    {
      if (!folder->space)
        folder->space_start = offset;
      folder->space = TRUE;
      folder->line = folder->line || c == '\n';
      return;
    }
  if (!folder->space && g_unichar_ismark (c) && text->length > 0
      && g_unichar_compose (before, c, &joined))
    {
      text->chars[text->length - 1] = joined;
      text->ends[text->length - 1] = offset + 1;
      return;
    }

  c = fold_char (c);
  if (c == 0)
    return;
  if (folder->space && text->length > 0 && !is_loose (before, c))
    {
      gboolean line = folder->line;

      folder->line = FALSE;
      append (folder, ' ', folder->space_start, offset);
      folder->line = line;
    }
  folder->space = FALSE;

  for (guint n = c == 0x2026 ? 3 : 1; n > 0; n--)
    append (folder, c == 0x2026 ? '.' : c, offset, offset + 1);
}

static void
fold_all (ApoAnchorText *self,
          ApoText       *text)
{
  /* an ellipsis becomes three points, and white space may stand before each character */
  gsize room = 4 * (gsize) apo_text_get_length (text) + 1;
  Folder folder = { .text = self };
  guint offset = 0;

  self->chars = g_new (gunichar, room);
  self->starts = g_new (guint, room);
  self->ends = g_new (guint, room);
  self->breaks = g_new (guint8, room);
  for (const char *p = apo_text_get_string (text); *p != '\0'; p = g_utf8_next_char (p))
    fold_next (&folder, g_utf8_get_char (p), offset++);

  self->chars = g_renew (gunichar, self->chars, self->length + 1);
  self->starts = g_renew (guint, self->starts, self->length + 1);
  self->ends = g_renew (guint, self->ends, self->length + 1);
  self->breaks = g_renew (guint8, self->breaks, self->length + 1);
}

/**
 * apo_anchor_ids_new:
 *
 * Returns: (transfer full): the numbers of words, to be shared by texts that are compared
 */
GHashTable *
apo_anchor_ids_new (void)
{
  return g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
}

static guint
get_word_id (GHashTable *ids,
             gunichar   *chars,
             guint       n)
{
  g_autoptr (GBytes) look = g_bytes_new_static (chars, n * sizeof (gunichar));
  gpointer found = g_hash_table_lookup (ids, look);

  if (found == NULL)
    {
      found = GUINT_TO_POINTER (g_hash_table_size (ids) + 1);
      g_hash_table_insert (ids, g_bytes_new (chars, n * sizeof (gunichar)), found);
    }

  return GPOINTER_TO_UINT (found) - 1;
}

static void
find_words (ApoAnchorText *self,
            GHashTable    *ids)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (ApoAnchorWord));

  for (guint i = 0; i < self->length;)
    {
      ApoAnchorWord word = { { i, i }, 0, G_MAXUINT };

      while (word.span.end < self->length && g_unichar_isalnum (self->chars[word.span.end]))
        word.span.end++;
      i = MAX (word.span.end, i + 1);
      if (word.span.end == word.span.start)
        continue;
      word.id = get_word_id (ids, self->chars + word.span.start, apo_span_get_length (word.span));
      g_array_append_val (words, word);
    }

  self->n_words = words->len;
  self->words = (ApoAnchorWord *) (void *) g_array_free (g_steal_pointer (&words), FALSE);
}

/* Links the places of each word. */
static void
index_words (ApoAnchorText *self,
             guint          n_ids)
{
  guint none = G_MAXUINT;

  self->firsts = g_array_sized_new (FALSE, FALSE, sizeof (guint), n_ids);
  self->counts = g_array_sized_new (FALSE, TRUE, sizeof (guint), n_ids);
  g_array_set_size (self->counts, n_ids);
  for (guint i = 0; i < n_ids; i++)
    g_array_append_val (self->firsts, none);

  for (guint i = self->n_words; i > 0; i--)
    {
      ApoAnchorWord *word = &self->words[i - 1];

      word->next = g_array_index (self->firsts, guint, word->id);
      g_array_index (self->firsts, guint, word->id) = i - 1;
      g_array_index (self->counts, guint, word->id)++;
    }
}

/**
 * apo_anchor_text_new:
 * @ids: of apo_anchor_ids_new(), to which the words of this text are added
 *
 * Folds for matching, and only for that: a run of white space becomes one space, and none next to
 * quotation marks and before high punctuation; typographic apostrophes, quotation marks, dashes and
 * ellipses become plain ones; soft hyphens and other marks without width go; letters with combining
 * marks are composed.  Case stays.  Linear.
 */
ApoAnchorText *
apo_anchor_text_new (ApoText    *text,
                     GHashTable *ids)
{
  ApoAnchorText *self = g_new0 (ApoAnchorText, 1);

  fold_all (self, text);
  find_words (self, ids);
  index_words (self, g_hash_table_size (ids));

  return self;
}

void
apo_anchor_text_free (ApoAnchorText *self)
{
  g_free (self->chars);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self->breaks);
  g_free (self->words);
  g_array_unref (self->firsts);
  g_array_unref (self->counts);
  g_free (self);
}

/* The first of @n sorted @values that is at least @value. */
static guint
find_bound (const guint *values,
            guint        n,
            guint        value)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (values[middle] < value)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * apo_anchor_text_fold:
 * @span: in code points
 *
 * Returns: the same in folded characters, without white space at its ends; it may be empty
 */
ApoSpan
apo_anchor_text_fold (ApoAnchorText *self,
                      ApoSpan        span)
{
  guint start = find_bound (self->ends, self->length, span.start + 1);
  guint end = find_bound (self->starts, self->length, span.end);

  while (start < end && self->chars[start] == ' ')
    start++;
  while (start < end && self->chars[end - 1] == ' ')
    end--;

  return APO_SPAN (start, MAX (start, end));
}

/**
 * apo_anchor_text_unfold:
 * @folded: not empty
 *
 * Returns: the code points that these characters stand for
 */
ApoSpan
apo_anchor_text_unfold (ApoAnchorText *self,
                        ApoSpan        folded)
{
  return APO_SPAN (self->starts[folded.start], self->ends[folded.end - 1]);
}

/**
 * apo_anchor_text_is_edge:
 *
 * Returns: whether no word goes on from before @place to behind it
 */
gboolean
apo_anchor_text_is_edge (ApoAnchorText *self,
                         guint          place)
{
  return place == 0 || place >= self->length || !g_unichar_isalnum (self->chars[place - 1])
         || !g_unichar_isalnum (self->chars[place]);
}

/**
 * apo_anchor_text_find_word:
 *
 * Returns: the first word that starts at or behind @place
 */
guint
apo_anchor_text_find_word (ApoAnchorText *self,
                           guint          place)
{
  guint low = 0;
  guint high = self->n_words;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->words[middle].span.start < place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * apo_anchor_text_count:
 *
 * Returns: how often the word is in the text
 */
guint
apo_anchor_text_count (ApoAnchorText *self,
                       guint          id)
{
  return id < self->counts->len ? g_array_index (self->counts, guint, id) : 0;
}

/* Whether a sentence begins at @place: a line or a full stop ended before it. */
static gboolean
begins_sentence (ApoAnchorText *self,
                 guint          place)
{
  guint i = place;

  if (place == 0 || self->breaks[place])
    return TRUE;
  if (self->chars[place - 1] != ' ' && self->chars[place - 1] != QUOTE)
    return FALSE;

  while (i > 0 && (self->chars[i - 1] == ' ' || self->chars[i - 1] == QUOTE
                   || self->chars[i - 1] == ')'))
    i--;

  return i > 0 && (self->chars[i - 1] == '.' || self->chars[i - 1] == '!'
                   || self->chars[i - 1] == '?');
}

/**
 * apo_anchor_text_get_sentence:
 * @folded: in folded characters
 *
 * Returns: the sentence or sentences that hold it, cut where they are very long
 */
ApoSpan
apo_anchor_text_get_sentence (ApoAnchorText *self,
                              ApoSpan        folded)
{
  ApoSpan sentence = folded;

  while (sentence.start > 0 && folded.start - sentence.start < MAX_SENTENCE
         && !begins_sentence (self, sentence.start))
    sentence.start--;
  while (sentence.end < self->length && sentence.end - folded.end < MAX_SENTENCE
         && !begins_sentence (self, sentence.end))
    sentence.end++;
  while (sentence.start < folded.start && self->chars[sentence.start] == ' ')
    sentence.start++;
  while (sentence.end > folded.end && self->chars[sentence.end - 1] == ' ')
    sentence.end--;

  return sentence;
}

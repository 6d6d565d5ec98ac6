/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-tag-features.h"

/**
 * List:
 * @number: of the next feature; every place that adds one counts, so that numbers stay in step
 */
typedef struct {
  ApoFeature *features;
  guint n;
  guint number;
} List;

/* A word and those around it. */
typedef struct {
  const ApoWord *here;
  const ApoWord *before[2];
  const ApoWord *after[2];
} Window;

static const ApoWord OUTSIDE;

static inline void
add (List    *list,
     guint64  a)
{
  list->features[list->n++] = apo_feature_join (list->number++, a);
}

static inline void
add2 (List    *list,
      guint64  a,
      guint64  b)
{
  list->features[list->n++] = apo_feature_join3 (list->number++, a, b);
}

static inline void
add3 (List    *list,
      guint64  a,
      guint64  b,
      guint64  c)
{
  list->features[list->n++] = apo_feature_join4 (list->number++, a, b, c);
}

static void
add_word (List         *list,
          const Window *window,
          gboolean      first)
{
  const ApoWord *word = window->here;

  add (list, 0);
  add (list, word->form);
  add (list, word->lower);
  for (guint i = 0; i < APO_WORD_SUFFIXES; i++)
    add (list, word->suffix[i]);
  for (guint i = 0; i < APO_WORD_PREFIXES; i++)
    add (list, word->prefix[i]);
  add (list, word->shape);
  add2 (list, word->shape, first);
  add (list, word->lexical);
  add2 (list, word->lexical, word->suffix[2]);
  add (list, word->poses);
  add2 (list, word->poses, word->shape);
}

static void
add_neighbours (List         *list,
                const Window *window)
{
  const ApoWord *word = window->here;
  const ApoWord *before = window->before[0], *before2 = window->before[1];
  const ApoWord *after = window->after[0], *after2 = window->after[1];

  add (list, before->lower);
  add (list, before2->lower);
  add (list, after->lower);
  add (list, after2->lower);
  add (list, before->suffix[2]);
  add (list, after->suffix[1]);
  add (list, after->suffix[2]);
  add2 (list, before->lower, word->lower);
  add2 (list, word->lower, after->lower);
  add2 (list, before->lower, after->lower);
  add2 (list, word->shape, before->shape);
  add2 (list, word->shape, after->shape);

  add (list, after->lexical);
  add2 (list, word->lexical, after->lexical);
  add2 (list, after->lexical, after2->lexical);
  add2 (list, word->lexical, before->lower);
  add2 (list, word->lexical, after->lower);
  add2 (list, word->poses, after->poses);
  add2 (list, before->poses, word->poses);
  add3 (list, before->poses, word->poses, after->poses);
  add3 (list, before2->poses, before->poses, word->poses);
  add3 (list, word->poses, after->poses, after2->poses);
  add3 (list, before->lower, word->poses, after->poses);
  add3 (list, before->poses, word->lower, after->poses);
}

static void
add_tags (List         *list,
          const Window *window)
{
  const ApoWord *word = window->here;
  ApoTag tag = window->before[0]->tag, tag2 = window->before[1]->tag;

  add (list, tag);
  add2 (list, tag, tag2);
  add2 (list, tag, word->lower);
  add2 (list, tag, word->suffix[2]);
  add2 (list, tag2, word->lower);
  add2 (list, word->lexical, tag);
  add3 (list, word->lexical, tag, window->after[0]->lexical);
}

/* What an earlier pass made of the words that follow. */
static void
add_tags_behind (List         *list,
                 const Window *window)
{
  const ApoWord *word = window->here;
  ApoTag before = window->before[0]->tag, before2 = window->before[1]->tag;
  ApoTag after = window->after[0]->tag, after2 = window->after[1]->tag;

  add (list, after);
  add2 (list, after, after2);
  add2 (list, before, after);
  add2 (list, after, word->lower);
  add2 (list, after, word->suffix[2]);
  add2 (list, after2, word->lower);
  add2 (list, word->lexical, after);
  add3 (list, before, after, word->lower);
  add3 (list, before, after, word->lexical);
  add3 (list, before2, before, after);
  add3 (list, before, after, after2);
}

/**
 * apo_tag_features_extract:
 * @words: the @n words of a sentence; those before @i have their tags
 * @again: those behind @i have tags of an earlier pass, which count
 * @features: (out caller-allocates): room for %APO_TAG_MAX_FEATURES
 *
 * Returns: how many features the word at @i has
 */
guint
apo_tag_features_extract (const ApoWord *words,
                          guint          n,
                          guint          i,
                          gboolean       again,
                          ApoFeature    *features)
{
  List list = { features, 0, 1 };
  Window window = { &words[i], { &OUTSIDE, &OUTSIDE }, { &OUTSIDE, &OUTSIDE } };

  for (guint k = 0; k < 2; k++)
    {
      if (i > k)
        window.before[k] = &words[i - k - 1];
      if (i + k + 1 < n)
        window.after[k] = &words[i + k + 1];
    }

  add_word (&list, &window, i == 0);
  add_neighbours (&list, &window);
  add_tags (&list, &window);
  if (again)
    add_tags_behind (&list, &window);

  return list.n;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-conllu.h"

#include <stdlib.h>
#include <string.h>

/* The columns of CoNLL-U. */
enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC, N_COLUMNS };

/**
 * Node:
 * @surface: (nullable): of the first word of a contraction, how this is written
 * @n_surface: how many words the contraction has, itself counted
 * @surface_misc: (nullable): the last column of the contraction
 *
 * A word of Universal Dependencies; heads count from 1, 0 is none.
 */
typedef struct {
  char *cells[N_COLUMNS];
  char *surface;
  char *surface_misc;
  guint n_surface;
  guint head;
} Node;

G_DEFINE_QUARK (apo-conllu-error-quark, apo_conllu_error)

static void
node_clear (gpointer data)
{
  Node *node = data;

  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (node->cells[i]);
  g_free (node->surface);
  g_free (node->surface_misc);
}

/* The value of a key in `A=x|B=y`; empty where there is none. */
static char *
dup_value (const char *list,
           const char *key)
{
  g_auto (GStrv) pairs = g_strsplit (list, "|", -1);
  gsize length = strlen (key);

  for (guint i = 0; pairs[i] != NULL; i++)
    if (strncmp (pairs[i], key, length) == 0 && pairs[i][length] == '=')
      return g_strdup (pairs[i] + length + 1);

  return g_strdup ("");
}

/* How features say a form; the first that fits is it, and what is written. */
static const struct {
  guint form;
  const char *pairs[4];
} FORMS[] = {
  { APO_VERB_INFINITIVE, { "VerbForm=Inf" } },
  { APO_VERB_GERUND, { "VerbForm=Ger" } },
  { APO_VERB_GERUND, { "Tense=Pres", "VerbForm=Part" } },
  { APO_VERB_PARTICIPLE, { "Tense=Past", "VerbForm=Part" } },
  { APO_VERB_PARTICIPLE, { "VerbForm=Part" } },
  { APO_VERB_CONDITIONAL, { "Mood=Cnd" } },
  { APO_VERB_SUBJUNCTIVE, { "Mood=Sub" } },
  { APO_VERB_IMPERATIVE, { "Mood=Imp" } },
  { APO_VERB_IMPERFECT, { "Tense=Imp" } },
  { APO_VERB_FUTURE, { "Tense=Fut" } },
  { APO_VERB_PAST, { "Tense=Past" } },
  { APO_VERB_PRESENT, { "Mood=Ind", "Tense=Pres", "VerbForm=Fin" } },
  { APO_VERB_PRESENT, { "Tense=Pres" } },
  { APO_VERB_PRESENT, { "VerbForm=Fin" } },
};

static const struct {
  guint flag;
  const char *pair;
} MORPHS[] = {
  { APO_MORPH_MASCULINE, "Gender=Masc" }, { APO_MORPH_FEMININE, "Gender=Fem" },
  { APO_MORPH_SINGULAR, "Number=Sing" }, { APO_MORPH_PLURAL, "Number=Plur" },
  { APO_MORPH_FIRST, "Person=1" }, { APO_MORPH_SECOND, "Person=2" },
  { APO_MORPH_THIRD, "Person=3" },
};

static guint
read_form (const char * const *feats)
{
  for (guint i = 0; i < G_N_ELEMENTS (FORMS); i++)
    {
      gboolean fits = TRUE;

      for (guint k = 0; FORMS[i].pairs[k] != NULL && fits; k++)
        fits = g_strv_contains (feats, FORMS[i].pairs[k]);
      if (fits)
        return FORMS[i].form;
    }

  return 0;
}

static guint
read_morph (const char *cell)
{
  g_auto (GStrv) feats = g_strsplit (cell, "|", -1);
  guint morph = 0;

  for (guint i = 0; i < G_N_ELEMENTS (MORPHS); i++)
    if (g_strv_contains ((const char * const *) feats, MORPHS[i].pair))
      morph |= MORPHS[i].flag;

  return morph;
}

static char *
dup_feats (const ApoLeaf *leaf)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint form = apo_tag_get_form (leaf->tag);

  for (guint i = 0; i < G_N_ELEMENTS (MORPHS); i++)
    if (leaf->morph & MORPHS[i].flag)
      g_string_append_printf (out, "|%s", MORPHS[i].pair);

  for (guint i = 0; i < G_N_ELEMENTS (FORMS) && form != 0; i++)
    if (FORMS[i].form == form)
      {
        for (guint k = 0; FORMS[i].pairs[k] != NULL; k++)
          g_string_append_printf (out, "|%s", FORMS[i].pairs[k]);
        break;
      }

  return g_strdup (out->len > 0 ? out->str + 1 : "_");
}

static ApoTag
read_tag (const Node *node)
{
  g_auto (GStrv) feats = g_strsplit (node->cells[FEATS], "|", -1);
  ApoPos pos = apo_pos_from_string (node->cells[UPOS]);
  gboolean verb = pos == APO_POS_VERB || pos == APO_POS_AUX;

  return apo_tag_make (pos, verb ? read_form ((const char * const *) feats) : 0);
}

/* Which word of the contraction at @first stands for it: the first that hangs outside. */
static guint
find_main (GArray *nodes,
           guint   first)
{
  guint n = g_array_index (nodes, Node, first).n_surface;

  for (guint i = first; i < first + n; i++)
    {
      guint head = g_array_index (nodes, Node, i).head;

      if (head <= first || head > first + n)
        return i;
    }

  return first;
}

static void
fill_leaf (ApoTree     *tree,
           guint        i,
           GArray      *nodes,
           guint        first,
           const guint *places)
{
  const Node *node = &g_array_index (nodes, Node, first);
  const Node *main = &g_array_index (nodes, Node, find_main (nodes, first));
  const char *misc = node->surface != NULL ? node->surface_misc : node->cells[MISC];
  g_autofree char *space = dup_value (misc, "SpaceAfter");
  g_autofree char *seen = dup_value (misc, "Tag");
  ApoLeaf *leaf = &tree->leaves[i];

  leaf->form = g_strdup (node->surface != NULL ? node->surface : node->cells[FORM]);
  leaf->spaced = strcmp (space, "No") != 0;
  leaf->tag = read_tag (main);
  leaf->dep = apo_dep_from_string (main->cells[DEPREL]);
  leaf->head = main->head == 0 ? i : places[main->head - 1];
  for (guint k = 0; k < node->n_surface; k++)
    leaf->morph |= read_morph (g_array_index (nodes, Node, first + k).cells[FEATS]);

  apo_word_init (&tree->words[i], leaf->form, strlen (leaf->form));
  tree->words[i].head = i;
  tree->words[i].tag = leaf->tag;
  apo_tag_from_string (seen, &tree->words[i].tag);
}

static ApoTree *
build_tree (GArray *nodes,
            char   *text)
{
  ApoTree *tree = g_new0 (ApoTree, 1);
  g_autofree guint *places = g_new0 (guint, nodes->len + 1);

  for (guint i = 0; i < nodes->len; tree->n++)
    for (guint last = i + g_array_index (nodes, Node, i).n_surface; i < last; i++)
      places[i] = tree->n;

  tree->text = text;
  tree->leaves = g_new0 (ApoLeaf, tree->n);
  tree->words = g_new0 (ApoWord, tree->n);
  for (guint i = 0, k = 0; i < nodes->len; i += g_array_index (nodes, Node, i).n_surface)
    fill_leaf (tree, k++, nodes, i, places);

  return tree;
}

/* A line `3-4 du …`: kept until its words have come. */
typedef struct {
  char *surface;
  char *misc;
  guint first;
  guint last;
} Range;

static gboolean
add_line (GArray     *nodes,
          Range      *range,
          const char *line,
          GError    **error)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);
  Node node = { .n_surface = 1 };

  if (g_strv_length (cells) != N_COLUMNS)
    {
      g_set_error (error, APO_CONLLU_ERROR, APO_CONLLU_ERROR_SYNTAX,
                   "This line does not have ten columns: %s", line);
      return FALSE;
    }

  if (strchr (cells[ID], '.') != NULL)
    return TRUE;
  if (strchr (cells[ID], '-') != NULL)
    {
      g_free (range->surface);
      g_free (range->misc);
      *range = (Range) { g_strdup (cells[FORM]), g_strdup (cells[MISC]), atoi (cells[ID]),
                         atoi (strchr (cells[ID], '-') + 1) };
      return TRUE;
    }

  for (guint i = 0; i < N_COLUMNS; i++)
    node.cells[i] = g_strdup (cells[i]);
  node.head = atoi (cells[HEAD]);
  if (range->surface != NULL && nodes->len + 1 == range->first && range->last > range->first)
    {
      node.surface = g_steal_pointer (&range->surface);
      node.surface_misc = g_steal_pointer (&range->misc);
      node.n_surface = range->last - range->first + 1;
    }
  g_array_append_val (nodes, node);

  return TRUE;
}

static gboolean
is_sound (GArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const Node *node = &g_array_index (nodes, Node, i);

      if (node->head > nodes->len || node->head == i + 1 || node->n_surface > nodes->len - i)
        return FALSE;
    }

  return nodes->len > 0;
}

/**
 * apo_conllu_parse:
 * @block: the lines of one sentence of CoNLL-U
 *
 * Returns: (transfer full) (nullable): the sentence
 */
ApoTree *
apo_conllu_parse (const char  *block,
                  GError     **error)
{
  g_auto (GStrv) lines = g_strsplit (block, "\n", -1);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_autofree char *text = NULL;
  Range range = { NULL };
  gboolean good = TRUE;

  g_array_set_clear_func (nodes, node_clear);
  for (guint i = 0; lines[i] != NULL && good; i++)
    if (g_str_has_prefix (lines[i], "# text = "))
      {
        g_free (text);
        text = g_strdup (lines[i] + strlen ("# text = "));
      }
    else if (lines[i][0] != '#' && lines[i][0] != '\0')
      good = add_line (nodes, &range, lines[i], error);

  g_free (range.surface);
  g_free (range.misc);
  if (!good)
    return NULL;

  if (!is_sound (nodes))
    {
      g_set_error (error, APO_CONLLU_ERROR, APO_CONLLU_ERROR_SYNTAX,
                   "This is no tree: %s", text != NULL ? text : block);
      return NULL;
    }

  return build_tree (nodes, g_steal_pointer (&text));
}

void
apo_tree_free (ApoTree *tree)
{
  for (guint i = 0; i < tree->n; i++)
    g_free (tree->leaves[i].form);
  g_free (tree->leaves);
  g_free (tree->words);
  g_free (tree->text);
  g_free (tree);
}

/**
 * apo_conllu_print:
 *
 * Appends a sentence as CoNLL-U of surface tokens; what a tagger made of each word is the `Tag` of
 * its last column.
 */
void
apo_conllu_print (const ApoTree *tree,
                  GString       *out)
{
  if (tree->text != NULL)
    g_string_append_printf (out, "# text = %s\n", tree->text);

  for (guint i = 0; i < tree->n; i++)
    {
      const ApoLeaf *leaf = &tree->leaves[i];
      g_autofree char *feats = dup_feats (leaf);
      g_autofree char *tag = apo_tag_to_string (tree->words[i].tag);

      g_string_append_printf (out, "%u\t%s\t_\t%s\t_\t%s\t%u\t%s\t_\tTag=%s%s\n", i + 1, leaf->form,
                              apo_pos_to_string (apo_tag_get_pos (leaf->tag)), feats,
                              leaf->head == i ? 0 : leaf->head + 1, apo_dep_to_string (leaf->dep),
                              tag, leaf->spaced ? "" : "|SpaceAfter=No");
    }

  g_string_append_c (out, '\n');
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "apo-lexicon.h"

#define NOUN APO_POS_NOUN
#define ADJ APO_POS_ADJ
#define PROPN APO_POS_PROPN

static char *folder;

static GArray *
make_class (guint n,
            const ApoLexicalReading *readings)
{
  GArray *class = g_array_new (FALSE, FALSE, sizeof *readings);

  g_array_append_vals (class, readings, n);

  return class;
}

static ApoWord
make_word (const char *form)
{
  ApoWord word;

  apo_word_init (&word, form, strlen (form));

  return word;
}

/* « table » and « rouge », « Lyon », and what ends in « -age ». */
static char *
write_lexicon (void)
{
  const ApoLexicalReading noun[] = {
    apo_lexical_reading_make (apo_tag_make (NOUN, 0), APO_MORPH_FEMININE | APO_MORPH_SINGULAR, 0),
  };
  const ApoLexicalReading both[] = {
    apo_lexical_reading_make (apo_tag_make (ADJ, 0), APO_MORPH_SINGULAR, 0),
    apo_lexical_reading_make (apo_tag_make (NOUN, 0), APO_MORPH_MASCULINE, 0),
  };
  const ApoLexicalReading verb[] = {
    apo_lexical_reading_make (apo_tag_make (PROPN, 0), 0, APO_NAME_ANY),
    apo_lexical_reading_make (apo_tag_make (APO_POS_VERB, APO_VERB_PAST), APO_MORPH_THIRD, 0),
  };
  ApoLexicalEntry forms[] = {
    { make_word ("table").form, 1 }, { make_word ("rouge").form, 2 }, { make_word ("Lyon").form, 3 },
  };
  ApoLexicalEntry endings[] = { { make_word ("age").form, 2 } };
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  char *path = g_build_filename (folder, "lexicon.model", NULL);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (classes, make_class (G_N_ELEMENTS (noun), noun));
  g_ptr_array_add (classes, make_class (G_N_ELEMENTS (both), both));
  g_ptr_array_add (classes, make_class (G_N_ELEMENTS (verb), verb));
  apo_lexicon_write (path, forms, G_N_ELEMENTS (forms), endings, G_N_ELEMENTS (endings), classes,
                     &error);
  g_assert_no_error (error);

  return path;
}

static void
test_look_up (void)
{
  static const struct {
    const char *form;
    guint class;
  } cases[] = {
    { "table", 1 }, { "Table", 1 }, { "TABLE", 1 }, { "LYON", 3 }, { "lyon", 0 },
    { "avant-table", 1 }, { "bricolage", 2 | APO_WORD_GUESSED }, { "xyz", 0 }, { "", 0 },
  };
  g_autofree char *path = write_lexicon ();
  g_autoptr (ApoModelFile) file = apo_model_file_open (path, NULL);
  g_autoptr (ApoLexicon) lexicon = apo_lexicon_new (file, NULL);

  g_assert_nonnull (lexicon);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ApoWord word = make_word (cases[i].form);

      apo_lexicon_look_up (lexicon, &word);
      g_assert_cmpuint (word.lexical, ==, cases[i].class);
    }
}

static void
test_readings (void)
{
  g_autofree char *path = write_lexicon ();
  g_autoptr (ApoModelFile) file = apo_model_file_open (path, NULL);
  g_autoptr (ApoLexicon) lexicon = apo_lexicon_new (file, NULL);
  ApoWord red = make_word ("rouge"), lyon = make_word ("Lyon");

  apo_lexicon_look_up (lexicon, &red);
  g_assert_cmphex (red.poses, ==, 1u << NOUN | 1u << ADJ);
  red.tag = apo_tag_make (NOUN, 0);
  g_assert_cmphex (apo_lexicon_get_morph (lexicon, &red), ==, APO_MORPH_MASCULINE);

  apo_lexicon_look_up (lexicon, &lyon);
  g_assert_cmphex (lyon.forms, ==, APO_VERB_PAST);
  lyon.tag = apo_tag_make (APO_POS_VERB, APO_VERB_PRESENT);
  g_assert_cmphex (apo_lexicon_get_morph (lexicon, &lyon), ==, APO_MORPH_THIRD);
}

/* Sections that a checksum has nothing against and that make no sense all the same. */
static void
test_damaged (void)
{
  static const guint32 sections[][3][12] = {
    /* no class; a class that ends before it starts; a table without end; an unknown class */
    { { 0, 0, 0 }, { 1, 0, 0, 0 }, { 1, 0, 0, 0 } },
    { { 1, 4, 0, 0 }, { 1, 0, 0, 0 }, { 1, 0, 0, 0 } },
    { { 1, 0, 0 }, { 30, 0, 0, 0 }, { 1, 0, 0, 0 } },
    { { 1, 0, 0 }, { 1, 0, 0, 1, 0x00090000 }, { 1, 0, 0, 0 } },
  };
  static const guint lengths[][3] = { { 3, 4, 4 }, { 4, 4, 4 }, { 3, 4, 4 }, { 3, 5, 4 } };
  static const char * const names[] = { "classes", "forms", "endings" };
  g_autofree char *path = g_build_filename (folder, "damaged.model", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      ApoModelSection parts[3];
      g_autoptr (ApoModelFile) file = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 3; k++)
        parts[k] = (ApoModelSection) { names[k], g_bytes_new (sections[i][k],
                                                              4 * lengths[i][k]) };
      g_assert_true (apo_model_file_write (path, parts, 3, NULL));
      for (guint k = 0; k < 3; k++)
        g_bytes_unref (parts[k].bytes);

      file = apo_model_file_open (path, NULL);
      g_assert_null (apo_lexicon_new (file, &error));
      g_assert_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED);
    }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("apostille-lexicon-XXXXXX", NULL);

  g_test_add_func ("/language/lexicon/look-up", test_look_up);
  g_test_add_func ("/language/lexicon/readings", test_readings);
  g_test_add_func ("/language/lexicon/damaged", test_damaged);
  status = g_test_run ();

  path = g_build_filename (folder, "lexicon.model", NULL);
  g_remove (path);
  g_rmdir (folder);
  g_free (folder);

  return status;
}

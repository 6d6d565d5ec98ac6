/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "apo-train.h"

static const ApoTrainCommand commands[] = {
  { "lexicon", "OUT.model WORDS.aff WORDS.dic", "Bake a dictionary of Hunspell into a lexicon",
    apo_train_lexicon },
  { "tagger", "--lexicon LEXICON.model OUT.model JACKKNIFED.conllu…", "Train the tagger",
    apo_train_tagger },
  { "jackknife", "--lexicon LEXICON.model OUT.conllu FILE.conllu…",
    "Write trees with the tags of taggers that have not seen them", apo_train_jackknife },
  { "names", "OUT PACK FILE…", "Train the tagger of names on words with their BIO tags",
    apo_train_names },
  { "test-names", "MODEL PACK FILE…", "Print how many names of such files are found",
    apo_train_test_names },
  { "evaluate", "[--errors] FOLDER FILE.conllu…", "Say how well the models of a language read trees",
    apo_train_evaluate },
  { "parser", "--lexicon LEXICON.model OUT.model JACKKNIFED.conllu…", "Train the parser",
    apo_train_parser },
  { "surface", "OUT FILE.conllu…", "Write trees of surface tokens: contractions whole",
    apo_train_surface },
};

static int
print_help (void)
{
  printf ("Usage: apostille-train COMMAND [OPTION…] [FILE…]\n\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    printf ("  %s %s\n        %s\n", commands[i].name, commands[i].arguments, commands[i].summary);
  printf ("\nThe same files and the same --seed make the same models.\n");

  return 0;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  if (argc < 2 || strcmp (argv[1], "--help") == 0)
    return print_help ();

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[1], commands[i].name) == 0)
      {
        if (commands[i].run (argc - 1, argv + 1, &error))
          return 0;
        g_printerr ("%s\n", error->message);
        return 1;
      }

  g_printerr ("There is no command “%s”; see --help.\n", argv[1]);

  return 2;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-name-lists.h"

#include <string.h>

typedef struct {
  ApoGazetteerMaker *maker;
  ApoTable *table;
  guint row;
} Reader;

static void
add_all (Reader     *reader,
         guint       column,
         const char *separator,
         guint       known)
{
  const char *cell = apo_table_get (reader->table, reader->row, column);
  g_auto (GStrv) phrases = g_strsplit (cell, separator, -1);

  for (guint i = 0; phrases[i] != NULL; i++)
    if (phrases[i][0] != '\0' && strcmp (phrases[i], "-") != 0)
      apo_gazetteer_maker_add (reader->maker, phrases[i], known);
}

static void
read_countries (Reader *reader)
{
  static const guint known[] = { APO_KNOWN_COUNTRY, APO_KNOWN_COUNTRY, APO_KNOWN_CITY,
                                 APO_KNOWN_SEAT, APO_KNOWN_DEMONYM };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    add_all (reader, i + 1, "|", known[i]);
}

static void
read_places (Reader *reader)
{
  add_all (reader, 1, "|", APO_KNOWN_REGION);
}

static void
read_cities (Reader *reader)
{
  add_all (reader, 1, "|", APO_KNOWN_CITY);
}

static void
read_organisations (Reader *reader)
{
  const char *kind = apo_table_get (reader->table, reader->row, 0);
  guint known = strcmp (kind, "media") == 0 ? APO_KNOWN_MEDIUM
                : strcmp (kind, "group") == 0 ? APO_KNOWN_GROUP : APO_KNOWN_ORGANISATION;

  add_all (reader, 2, "|", known);
  add_all (reader, 3, "|", known);
}

static void
read_given_names (Reader *reader)
{
  add_all (reader, 0, " ", APO_KNOWN_GIVEN);
}

static void
read_surnames (Reader *reader)
{
  add_all (reader, 0, " ", APO_KNOWN_SURNAME);
}

static void
read_titles (Reader *reader)
{
  add_all (reader, 1, " ", strcmp (apo_table_get (reader->table, reader->row, 0), "civil") == 0
                           ? APO_KNOWN_CIVIL : APO_KNOWN_TITLE);
}

static void
read_heads (Reader *reader)
{
  const char *uses = apo_table_get (reader->table, reader->row, 1);
  guint known = 0;

  if (strstr (uses, "institution") != NULL)
    known |= APO_KNOWN_INSTITUTION;
  if (strstr (uses, "before-name") != NULL)
    known |= APO_KNOWN_KIND;
  else if (strstr (uses, "name") != NULL)
    known |= APO_KNOWN_HEAD;
  if (known != 0)
    add_all (reader, 2, " ", known);
}

static void
read_words (Reader *reader)
{
  if (strcmp (apo_table_get (reader->table, reader->row, 0), "place-noun") == 0)
    add_all (reader, 1, " ", APO_KNOWN_PLACE_NOUN);
}

/**
 * apo_name_lists_pack:
 *
 * Returns: (transfer full) (nullable): the tables of a language that know names, and the words
 * around names, as a packed gazetteer
 */
GBytes *
apo_name_lists_pack (ApoLanguagePack  *pack,
                     GError          **error)
{
  static const struct {
    const char *name;
    guint n_cells;
    void (* read) (Reader *reader);
  } tables[] = {
    { "countries", 6, read_countries }, { "places", 2, read_places },
    { "cities", 2, read_cities }, { "organisations", 4, read_organisations },
    { "given-names", 1, read_given_names }, { "persons", 1, read_surnames },
    { "titles", 3, read_titles }, { "heads", 4, read_heads }, { "words", 2, read_words },
  };
  g_autoptr (ApoGazetteerMaker) maker = apo_gazetteer_maker_new (pack);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      Reader reader = { maker, apo_language_pack_get_table (pack, tables[i].name, error), 0 };

      if (reader.table == NULL)
        return NULL;
      for (; reader.row < apo_table_get_n_rows (reader.table); reader.row++)
        {
          if (!apo_table_require (reader.table, reader.row, tables[i].n_cells, error))
            return NULL;
          tables[i].read (&reader);
        }
    }

  return apo_gazetteer_maker_pack (maker);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ApoTable {
  char *name;
  char *content;
  GArray *rows;                 /* (element-type Row) */
  GPtrArray *cells;             /* (element-type utf8), into @content */
};

typedef struct {
  guint line;
  guint first;
  guint n_cells;
} Row;

G_DEFINE_QUARK (apo-language-error-quark, apo_language_error)

static void
add_row (ApoTable *self,
         char     *line,
         guint     number)
{
  Row row = { number, self->cells->len, 0 };
  char *cell = line;

  while (cell != NULL)
    {
      char *next = strchr (cell, '\t');

      if (next != NULL)
        *next++ = '\0';

      g_ptr_array_add (self->cells, g_strstrip (cell));
      row.n_cells++;
      cell = next;
    }

  g_array_append_val (self->rows, row);
}

/**
 * apo_table_parse:
 * @name: what errors call the table
 * @content: the text of the table
 * @length: its length in bytes, or -1
 *
 * Returns: (transfer full) (nullable): the table; %APO_LANGUAGE_ERROR_DAMAGED where it is not UTF-8
 */
ApoTable *
apo_table_parse (const char  *name,
                 const char  *content,
                 gssize       length,
                 GError     **error)
{
  ApoTable *self;
  guint number = 0;

  if (!g_utf8_validate (content, length, NULL))
    {
      g_set_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED,
                   _("The language table “%s” is not valid UTF-8."), name);
      return NULL;
    }

  self = g_new0 (ApoTable, 1);
  self->name = g_strdup (name);
  self->content = length < 0 ? g_strdup (content) : g_strndup (content, length);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->cells = g_ptr_array_new ();

  for (char *line = self->content; line != NULL;)
    {
      char *next = strchr (line, '\n');

      if (next != NULL)
        *next++ = '\0';

      number++;
      if (line[0] != '#' && line[strspn (line, " \t\r")] != '\0')
        add_row (self, line, number);

      line = next;
    }

  return self;
}

/**
 * apo_table_load:
 * @path: a file
 *
 * Returns: (transfer full) (nullable): the table in that file
 */
ApoTable *
apo_table_load (const char  *path,
                GError     **error)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) local = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, &local))
    {
      g_set_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_MISSING,
                   _("The language table “%s” cannot be read: %s"), path, local->message);
      return NULL;
    }

  return apo_table_parse (path, content, length, error);
}

void
apo_table_free (ApoTable *table)
{
  g_free (table->name);
  g_free (table->content);
  g_array_unref (table->rows);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

guint
apo_table_get_n_rows (ApoTable *table)
{
  return table->rows->len;
}

guint
apo_table_get_n_cells (ApoTable *table,
                       guint     row)
{
  return g_array_index (table->rows, Row, row).n_cells;
}

/**
 * apo_table_get:
 *
 * Returns: (transfer none): the cell, without white space at its ends; empty where the row is
 * shorter
 */
const char *
apo_table_get (ApoTable *table,
               guint     row,
               guint     column)
{
  const Row *r = &g_array_index (table->rows, Row, row);

  return column < r->n_cells ? g_ptr_array_index (table->cells, r->first + column) : "";
}

/**
 * apo_table_set_error:
 * @problem: what is wrong, a translated clause
 *
 * Sets %APO_LANGUAGE_ERROR_DAMAGED with the name of the file and the number of the line.
 */
void
apo_table_set_error (ApoTable    *table,
                     guint        row,
                     GError     **error,
                     const char  *problem)
{
  g_set_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED,
               /* Translators: a file, a line number, and what is wrong there */
               _("The language table “%s” is damaged in line %u: %s."), table->name,
               g_array_index (table->rows, Row, row).line, problem);
}

/**
 * apo_table_require:
 * @n_cells: how many cells the row must have, each of them filled
 *
 * Returns: whether it has; else the error names file and line
 */
gboolean
apo_table_require (ApoTable  *table,
                   guint      row,
                   guint      n_cells,
                   GError   **error)
{
  for (guint i = 0; i < n_cells; i++)
    if (apo_table_get (table, row, i)[0] == '\0')
      {
        apo_table_set_error (table, row, error, _("a cell is missing"));
        return FALSE;
      }

  return TRUE;
}

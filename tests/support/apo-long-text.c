/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-long-text.h"

#include "apo-datadir.h"

/* Every copy has names of its own in the place of these. */
static const char *const names[] = { "Iskakov", "Bekenov", "Toktorova", "Timour", "Daniar", "Aïzada" };

static char *
invent_name (guint copy,
             guint i)
{
  static const char *const starts[] = {
    "Bar", "Cor", "Dun", "Fal", "Gar", "Hol", "Kel", "Lam", "Mor", "Nar", "Per", "Sal", "Tor",
  };
  static const char *const middles[] = { "a", "e", "i", "o", "u", "ani", "eli", "ori" };
  static const char *const ends[] = { "kov", "din", "mas", "nel", "rine", "tova", "vard" };
  guint number = copy * G_N_ELEMENTS (names) + i;

  return g_strconcat (starts[number % G_N_ELEMENTS (starts)],
                      middles[number / G_N_ELEMENTS (starts) % G_N_ELEMENTS (middles)],
                      ends[number / 7 % G_N_ELEMENTS (ends)], NULL);
}

static void
append_copy (GString    *text,
             const char *sample,
             guint       copy)
{
  g_autoptr (GString) next = g_string_new (sample);
  g_autofree char *year = g_strdup_printf ("%u", 1961 + copy % 60);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = invent_name (copy, i);

      g_string_replace (next, names[i], name, 0);
    }
  g_string_replace (next, "2025", year, 0);
  g_string_append (text, next->str);
  g_string_append_c (text, '\n');
}

/**
 * apo_long_text_new:
 * @n_bytes: how long it is to be at least
 * @one_paragraph: whether to leave out all breaks
 *
 * Returns: (transfer full): the text, always the same for the same arguments
 */
char *
apo_long_text_new (gsize    n_bytes,
                   gboolean one_paragraph)
{
  g_autofree char *data_dir = apo_datadir_dup_path ();
  g_autofree char *path = g_build_filename (data_dir, "sample", "sample.fr.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = NULL;
  GString *text = g_string_new (NULL);

  g_file_get_contents (path, &sample, NULL, &error);
  g_assert_no_error (error);
  for (guint copy = 0; text->len < n_bytes; copy++)
    append_copy (text, sample, copy);
  if (one_paragraph)
    g_strdelimit (text->str, "\n", ' ');

  return g_string_free (text, FALSE);
}

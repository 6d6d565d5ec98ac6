/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-hunspell.h"

#include <string.h>

/* Flags are two bytes long (`FLAG long`); the man page hunspell(5) describes the format. */
#define FLAG_LENGTH 2

/* One rule for a suffix: words that match @condition lose @strip and gain @add. */
typedef struct {
  char *strip;
  char *add;
  char *morph;
  GRegex *condition;            /* (nullable) */
} Rule;

typedef struct {
  GHashTable *rules;            /* (element-type utf8 GPtrArray) by flag */
  char *need_affix;             /* (nullable) */
  char *forbidden;              /* (nullable) */
  ApoHunspellFunc callback;
  gpointer data;
} Expander;

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  g_free (rule->strip);
  g_free (rule->add);
  g_free (rule->morph);
  g_clear_pointer (&rule->condition, g_regex_unref);
  g_free (rule);
}

/* All words from @first on, joined again. */
static char *
dup_rest (char **words,
          guint  first)
{
  return g_strv_length (words) > first ? g_strjoinv (" ", words + first) : g_strdup ("");
}

static char **
split_words (const char *line)
{
  g_auto (GStrv) cells = g_strsplit_set (line, " \t", -1);
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; cells[i] != NULL; i++)
    if (cells[i][0] != '\0')
      g_ptr_array_add (words, g_strdup (cells[i]));
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

static char *
dup_affix (const char *cell)
{
  gsize length = strcspn (cell, "/");

  return length == 1 && cell[0] == '0' ? g_strdup ("") : g_strndup (cell, length);
}

/* `SFX flag strip add condition morph…`; the heads of the tables have only four cells. */
static gboolean
add_rule (Expander  *self,
          char     **words,
          GError   **error)
{
  GPtrArray *rules = g_hash_table_lookup (self->rules, words[1]);
  Rule *rule;

  if (g_strv_length (words) < 5)
    return TRUE;

  if (rules == NULL)
    {
      rules = g_ptr_array_new_with_free_func (rule_free);
      g_hash_table_insert (self->rules, g_strdup (words[1]), rules);
    }

  rule = g_new0 (Rule, 1);
  g_ptr_array_add (rules, rule);
  rule->strip = dup_affix (words[2]);
  rule->add = dup_affix (words[3]);
  rule->morph = dup_rest (words, 5);
  if (strcmp (words[4], ".") != 0)
    {
      g_autofree char *pattern = g_strconcat ("(?:", words[4], ")$", NULL);

      rule->condition = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, error);
      return rule->condition != NULL;
    }

  return TRUE;
}

static gboolean
read_affixes (Expander    *self,
              const char  *path,
              GError     **error)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &content, NULL, error))
    return FALSE;

  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = split_words (lines[i]);

      if (g_strv_length (words) < 2)
        continue;
      if (strcmp (words[0], "SFX") == 0 && !add_rule (self, words, error))
        return FALSE;
      if (strcmp (words[0], "NEEDAFFIX") == 0)
        self->need_affix = g_strdup (words[1]);
      if (strcmp (words[0], "FORBIDDENWORD") == 0)
        self->forbidden = g_strdup (words[1]);
    }

  return TRUE;
}

static void
apply_rules (Expander   *self,
             const char *stem,
             const char *flag,
             const char *morph)
{
  GPtrArray *rules = g_hash_table_lookup (self->rules, flag);

  for (guint i = 0; rules != NULL && i < rules->len; i++)
    {
      const Rule *rule = g_ptr_array_index (rules, i);
      g_autofree char *start = NULL;
      g_autofree char *form = NULL;
      g_autofree char *all = NULL;

      if (!g_str_has_suffix (stem, rule->strip)
          || (rule->condition != NULL && !g_regex_match (rule->condition, stem, 0, NULL)))
        continue;

      start = g_strndup (stem, strlen (stem) - strlen (rule->strip));
      form = g_strconcat (start, rule->add, NULL);
      all = g_strjoin (" ", morph, rule->morph, NULL);
      self->callback (form, all, self->data);
    }
}

/* `stem/flags morph…` */
static void
expand_line (Expander   *self,
             const char *line)
{
  g_auto (GStrv) words = split_words (line);
  g_autofree char *stem = NULL;
  g_autofree char *morph = NULL;
  const char *flags;
  gboolean bare = TRUE;

  if (words[0] == NULL)
    return;

  stem = g_strndup (words[0], strcspn (words[0], "/"));
  flags = words[0] + strlen (stem);
  flags += *flags == '/';
  morph = dup_rest (words, 1);

  for (const char *p = flags; strlen (p) >= FLAG_LENGTH; p += FLAG_LENGTH)
    {
      g_autofree char *flag = g_strndup (p, FLAG_LENGTH);

      if (g_strcmp0 (flag, self->forbidden) == 0)
        return;
      bare &= g_strcmp0 (flag, self->need_affix) != 0;
      apply_rules (self, stem, flag, morph);
    }

  if (bare)
    self->callback (stem, morph, self->data);
}

/**
 * apo_hunspell_expand:
 * @affixes: a file `.aff`
 * @words: the file `.dic` that goes with it
 * @callback: called for each form, which may come several times
 *
 * Lists the inflected forms of a dictionary of Hunspell.  Prefixes are left aside: what they stand
 * for is a word of its own.
 */
gboolean
apo_hunspell_expand (const char       *affixes,
                     const char       *words,
                     ApoHunspellFunc   callback,
                     gpointer          data,
                     GError          **error)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  Expander self = { .callback = callback, .data = data };
  gboolean good;

  self.rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) g_ptr_array_unref);
  good = read_affixes (&self, affixes, error) && g_file_get_contents (words, &content, NULL, error);
  if (good)
    {
      lines = g_strsplit (content, "\n", -1);
      for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
        expand_line (&self, lines[i]);
    }

  g_hash_table_unref (self.rules);
  g_free (self.need_affix);
  g_free (self.forbidden);

  return good;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-command-private.h"
#include "apo-dossier-file.h"
#include "apo-fuzz-work.h"
#include "apo-merge.h"

#include <string.h>

/* Two copies of one dossier, on each of which somebody worked, can be merged however conflicts are
 * settled: the outcome is a whole dossier, merging is one step that can be undone and replayed, and
 * it changes nothing a second time.  An input is one character of choices and three dossiers, what
 * both copies come from, mine and theirs, with a separator between them. */

#define SEPARATOR '\x1E'

enum {
  PART_BASE,
  PART_MINE,
  PART_THEIRS,
  N_PARTS,
};

/* Of the character at the beginning. */
enum {
  CHOICE_BASE = 1 << 0,         /* the base is known */
  CHOICE_REPLAY = 1 << 1,       /* the command is replayed, not done again */
  CHOICE_FIND = 1 << 2,         /* a base is looked for */
  CHOICE_CAREFUL = 1 << 3,      /* conflicts become what loses least, else either */
};

typedef struct {
  guint choices;
  const char *start[N_PARTS];
  gsize length[N_PARTS];
} Input;

static gboolean
split (const uint8_t *data,
       size_t         size,
       Input         *input)
{
  const char *p = (const char *) data + 1;
  const char *end = (const char *) data + size;

  if (size == 0)
    return FALSE;

  input->choices = data[0];
  for (guint i = 0; i < N_PARTS; i++)
    {
      const char *next = i + 1 < N_PARTS ? memchr (p, SEPARATOR, end - p) : end;

      if (next == NULL)
        return FALSE;
      input->start[i] = p;
      input->length[i] = next - p;
      p = MIN (next + 1, end);
    }

  return TRUE;
}

static ApoDossier *
parse (const char *data,
       gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GPtrArray) problems = NULL;

  return apo_dossier_file_parse (bytes, "x", &problems, NULL);
}

/* A part, read only if it is another than the last time. */
static ApoDossier *
parse_again (Input *input,
             guint  part)
{
  static struct {
    GBytes *bytes;
    ApoDossier *dossier;
  } last[N_PARTS];
  g_autoptr (GBytes) bytes = g_bytes_new (input->start[part], input->length[part]);

  if (last[part].bytes != NULL && g_bytes_equal (last[part].bytes, bytes))
    return last[part].dossier;

  g_clear_pointer (&last[part].bytes, g_bytes_unref);
  g_clear_object (&last[part].dossier);
  last[part].dossier = parse (input->start[part], input->length[part]);
  last[part].bytes = g_steal_pointer (&bytes);

  return last[part].dossier;
}

static GBytes *
take_state (ApoDossier *dossier)
{
  gint64 counter = apo_dossier_get_counter (dossier);
  GBytes *bytes;

  apo_dossier_set_counter (dossier, 0);
  bytes = apo_dossier_file_serialize (dossier);
  apo_dossier_set_counter (dossier, counter);

  return bytes;
}

static void
assert_state (ApoDossier *dossier,
              GBytes     *expected)
{
  g_autoptr (GBytes) bytes = take_state (dossier);

  g_assert_true (g_bytes_equal (bytes, expected));
}

/* The file gives the dossier back without damage. */
static void
assert_whole (GBytes *state)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoDossier) dossier = apo_dossier_file_parse (state, "x", &problems, &error);

  g_assert_no_error (error);
  if (problems->len > 0)
    g_error ("%s", (const char *) problems->pdata[0]);
  assert_state (dossier, state);
}

static ApoCommand *
plan_merge (ApoDossier *mine,
            ApoDossier *theirs,
            ApoDossier *base,
            guint       choices)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ApoMerge) merge = apo_merge_prepare (mine, theirs, base, "x", &error);
  ApoChance chance = { choices };
  ApoMergeCounts counts;

  if (merge == NULL)
    {
      g_assert_true (error != NULL && error->domain == APO_MERGE_ERROR);
      return NULL;
    }

  for (guint i = 0; i < apo_merge_get_n_conflicts (merge); i++)
    {
      ApoMergeSide side = apo_chance_below (&chance, 2) ? APO_MERGE_MINE : APO_MERGE_THEIRS;

      g_assert_nonnull (apo_merge_get_conflict (merge, i)->theirs);
      if (choices & CHOICE_CAREFUL)
        side = apo_merge_get_conflict (merge, i)->careful;
      apo_merge_settle (merge, i, side);
    }
  for (guint i = 0; i < apo_merge_get_n_changes (merge); i++)
    g_assert_nonnull (apo_merge_get_change (merge, i)->label);

  apo_merge_count (merge, &counts);

  return apo_merge_apply (merge);
}

/* Does the step a second time from what a journal keeps of it. */
static void
replay (ApoDossier *dossier,
        ApoCommand *command,
        GBytes     *start,
        GBytes     *end)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (apo_command_to_variant (command));
  g_autoptr (ApoCommand) replayed = apo_command_new_from_variant (variant);

  g_assert_nonnull (replayed);
  apo_command_execute (replayed, dossier);
  assert_state (dossier, end);
  apo_command_undo (replayed, dossier);
  assert_state (dossier, start);
}

/* Leaves @mine as it was. */
static void
check_merge (ApoDossier *mine,
             ApoDossier *theirs,
             ApoDossier *base,
             guint       choices)
{
  g_autoptr (ApoHistory) history = apo_history_new (mine);
  g_autoptr (GBytes) start = take_state (mine);
  g_autoptr (GBytes) end = NULL;
  g_autoptr (ApoCommand) empty = NULL;
  ApoCommand *command = plan_merge (mine, theirs, base, choices);

  if (command == NULL || !apo_history_execute (history, command))
    return;

  end = take_state (mine);
  assert_whole (end);
  empty = plan_merge (mine, theirs, base, choices);
  g_assert_true (apo_command_is_empty (empty));
  apo_history_undo (history);
  assert_state (mine, start);
  if (choices & CHOICE_REPLAY)
    {
      replay (mine, command, start, end);
      return;
    }

  apo_history_redo (history);
  assert_state (mine, end);
  apo_history_undo (history);
}

static void
check (Input *input)
{
  ApoDossier *theirs = parse_again (input, PART_THEIRS);
  ApoDossier *base = input->choices & CHOICE_BASE ? parse_again (input, PART_BASE) : NULL;
  ApoDossier *mine = theirs != NULL ? parse_again (input, PART_MINE) : NULL;
  g_auto (GStrv) bases = NULL;
  gint64 counter;

  if (mine == NULL)
    return;

  if (input->choices & CHOICE_FIND)
    bases = apo_merge_find_bases (mine, theirs);
  counter = apo_dossier_get_counter (mine);
  check_merge (mine, theirs, base, input->choices);
  apo_dossier_set_counter (mine, counter);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  Input input;

  if (split (data, size, &input))
    check (&input);
  apo_fuzz_find_leaks ();

  return 0;
}

/* Writes a dossier over a part, without the white space between its values. */
static void
take_bytes (ApoBuffer  *part,
            ApoDossier *dossier)
{
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (dossier);
  g_autoptr (GString) dense = g_string_new (NULL);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (data[i] == '"')
        in_string = !in_string;
      if (in_string || !g_ascii_isspace (data[i]))
        g_string_append_c (dense, data[i]);
      if (in_string && data[i] == '\\')
        g_string_append_c (dense, data[++i]);
    }
  apo_buffer_replace (part, 0, part->size, dense->str, dense->len);
}

/* What only a program does to a dossier: commands, another text, knowing an earlier state. */
static void
work_on (ApoBuffer *parts,
         guint      part,
         ApoChance *chance)
{
  g_autoptr (ApoDossier) dossier = parse (parts[part].data, parts[part].size);
  g_autoptr (ApoDossier) other = NULL;
  g_autoptr (ApoHistory) history = NULL;
  g_autoptr (GRand) rand = NULL;
  g_autofree char *hash = NULL;

  if (dossier == NULL)
    return;

  switch (apo_chance_below (chance, 8))
    {
    case 0:
    case 1:
      other = parse (parts[PART_MINE].data, parts[PART_MINE].size);
      if (other != NULL)
        {
          hash = apo_merge_dup_hash (other);
          apo_dossier_add_ancestor (dossier, hash);
        }
      break;
    default:
      rand = g_rand_new_with_seed (apo_chance_next (chance));
      history = apo_history_new (dossier);
      for (guint n = 1 + apo_chance_below (chance, 3); n > 0; n--)
        apo_fuzz_work (history, rand);
      break;
    }
  take_bytes (&parts[part], dossier);
}

/* Changes one part, or several alike. */
static void
change_parts (ApoBuffer *parts,
              ApoChance *chance)
{
  static const guint8 which[] = { 2, 2, 2, 2, 4, 4, 4, 4, 2, 4, 6, 6, 7, 1, 1, 3 };
  guint mask = which[apo_chance_below (chance, G_N_ELEMENTS (which))];
  guint way = apo_chance_below (chance, 32);
  guint part = apo_chance_below (chance, N_PARTS);
  gboolean keep_text = apo_chance_below (chance, 32) > 0;

  if (way == 0)
    work_on (parts, part, chance);
  else if (way == 1)
    apo_buffer_replace (&parts[part], 0, parts[part].size, parts[PART_MINE].data,
                        parts[PART_MINE].size);
  else if (way < 5)
    apo_fuzz_cross (&parts[part], parts[(part + 1) % N_PARTS].data,
                    parts[(part + 1) % N_PARTS].size, keep_text, chance);
  else
    for (guint i = 0; i < N_PARTS; i++)
      {
        ApoChance same = *chance;

        if (mask >> i & 1)
          apo_fuzz_dossier (&parts[i], keep_text, &same);
      }
}

/* Takes the parts into memory of their own, each with room to grow. */
static void
parts_init (ApoBuffer *parts,
            Input     *input,
            gsize      max_size)
{
  for (guint i = 0; i < N_PARTS; i++)
    {
      parts[i].max = max_size;
      parts[i].size = MIN (input->length[i], max_size);
      parts[i].data = g_malloc (max_size);
      memcpy (parts[i].data, input->start[i], parts[i].size);
    }
}

/* Returns the length of all parts; 0 where there is not enough room for them. */
static size_t
parts_join (ApoBuffer *parts,
            uint8_t   *out,
            size_t     max_size)
{
  size_t size = 1;

  if (parts[0].size + parts[1].size + parts[2].size + N_PARTS > max_size)
    return 0;

  for (guint i = 0; i < N_PARTS; i++)
    {
      memcpy (out + size, parts[i].data, parts[i].size);
      size += parts[i].size;
      if (i + 1 < N_PARTS)
        out[size++] = SEPARATOR;
    }

  return size;
}

static void
parts_clear (ApoBuffer *parts)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_free (parts[i].data);
}

size_t
LLVMFuzzerCustomMutator (uint8_t     *data,
                         size_t       size,
                         size_t       max_size,
                         unsigned int seed)
{
  ApoChance chance = { seed };
  ApoBuffer parts[N_PARTS];
  Input input;
  size_t changed;

  if (!split (data, size, &input))
    return size;

  if (apo_chance_below (&chance, 8) == 0)
    {
      data[0] = '0' + apo_chance_below (&chance, 64);
      return size;
    }
  parts_init (parts, &input, max_size);
  change_parts (parts, &chance);
  changed = parts_join (parts, data, max_size);
  parts_clear (parts);

  return changed > 0 ? changed : size;
}

size_t
LLVMFuzzerCustomCrossOver (const uint8_t *one,
                           size_t         one_size,
                           const uint8_t *two,
                           size_t         two_size,
                           uint8_t       *out,
                           size_t         max_size,
                           unsigned int   seed)
{
  ApoChance chance = { seed };
  ApoBuffer parts[N_PARTS];
  Input input;
  Input other;
  guint part = apo_chance_below (&chance, N_PARTS);
  size_t size = MIN (one_size, max_size);
  size_t crossed;

  memcpy (out, one, size);
  if (!split (one, size, &input) || !split (two, two_size, &other))
    return size;

  parts_init (parts, &input, max_size);
  apo_fuzz_cross (&parts[part], other.start[part], other.length[part], TRUE, &chance);
  crossed = parts_join (parts, out, max_size);
  parts_clear (parts);

  return crossed > 0 ? crossed : size;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-fuzz-journal.h"

#include <string.h>

#include "apo-dossier-file.h"
#include "apo-fuzz-work.h"
#include "apo-replay.h"

#define MAGIC "apostille-journal\n"
#define MAGIC_LENGTH (sizeof MAGIC - 1)
#define SUM_LENGTH 16
#define HEAD_LENGTH (8 + SUM_LENGTH)
#define KIND_BASE 1

const char apo_fuzz_known_file[] =
  "{\"format\": \"apostille-dossier\", \"version\": 1, \"replica\": \"zzzzz\", \"counter\": 3, "
  "\"articles\": [{\"id\": \"zzzzz-d1\", \"number\": 1, \"text-sha256\": "
  "\"729f95be8f85ad0a08cb7bdc2d1949353ab5cc78b2812604c64f540669387816\", "
  "\"text\": \"\xC3\x89va dit oui.\"}], "
  "\"actors\": [{\"id\": \"zzzzz-a2\", \"name\": \"\xC3\x89va\", \"mentions\": [[0, 3, \"name\"]]}], "
  "\"claims\": [{\"id\": \"zzzzz-c3\", \"content\": [[8, 11]], \"speaker\": \"zzzzz-a2\"}]}";

static const char *
get_known_sum (void)
{
  static char *sum;

  if (sum == NULL)
    sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, apo_fuzz_known_file, -1);

  return sum;
}

static GBytes *
get_known_bytes (void)
{
  return g_bytes_new_static (apo_fuzz_known_file, strlen (apo_fuzz_known_file));
}

/* Sets the checksum of a record, of which @length bytes follow the head. */
static void
set_sum (guint8 *record,
         guint32 length)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 sum[32];
  gsize n = sizeof sum;

  g_checksum_update (checksum, record, 8);
  g_checksum_update (checksum, record + HEAD_LENGTH, length);
  g_checksum_get_digest (checksum, sum, &n);
  memcpy (record + 8, sum, SUM_LENGTH);
}

static guint32
get_length (const guint8 *record)
{
  guint32 length;

  memcpy (&length, record, sizeof length);

  return GUINT32_FROM_LE (length);
}

static void
append (GByteArray *out,
        GBytes     *record)
{
  g_byte_array_append (out, g_bytes_get_data (record, NULL), g_bytes_get_size (record));
  g_bytes_unref (record);
}

/* A record of that payload, which is taken. */
static void
append_record (GByteArray *out,
               guint32     kind,
               GVariant   *payload)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (payload);
  guint32 length = g_variant_get_size (owned);
  guint at = out->len;
  guint32 word;

  g_byte_array_set_size (out, at + HEAD_LENGTH + length);
  word = GUINT32_TO_LE (length);
  memcpy (out->data + at, &word, sizeof word);
  word = GUINT32_TO_LE (kind);
  memcpy (out->data + at + 4, &word, sizeof word);
  memcpy (out->data + at + HEAD_LENGTH, g_variant_get_data (owned), length);
  set_sum (out->data + at, length);
}

/**
 * apo_fuzz_journal_rebase:
 * @bytes: a journal whose beginning is whole
 * @file: what it is to build on
 *
 * Returns: (transfer full): the journal with that file, and all else as it was
 */
GByteArray *
apo_fuzz_journal_rebase (GBytes *bytes,
                         GFile  *file)
{
  GByteArray *out = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint32 length = get_length (data + MAGIC_LENGTH);
  gsize rest = MAGIC_LENGTH + HEAD_LENGTH + length;
  g_autoptr (GBytes) payload = g_bytes_new (data + MAGIC_LENGTH + HEAD_LENGTH, length);
  g_autoptr (GVariant) base =
    g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, payload, FALSE));
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (base);
  g_autofree char *uri = g_file_get_uri (file);

  g_variant_dict_insert (&dict, "uri", "s", uri);
  g_byte_array_append (out, data, MAGIC_LENGTH);
  append_record (out, KIND_BASE, g_variant_dict_end (&dict));
  g_byte_array_append (out, data + rest, size - rest);

  return out;
}

static const char *
pick_string (ApoChance  *chance,
             const char *old)
{
  static const char *const strings[] = {
    "", "x", "text", "set", "add", "remove", "zzzzz-a1", "zzzzz-a2", "zzzzz-c3", "zzzzz-d1", "content",
    "speaker", "reported-by", "name", "article", "position", "log", "verdict", "mentions", "about",
    "replaced-by", "anchors", "{\"later\": 1}", "{\"id\": 1}", "{\"new\": [1, 2]}", "{", "[]",
    "\xC3\xA9",
  };
  guint i = apo_chance_below (chance, 2 * G_N_ELEMENTS (strings));

  return i < G_N_ELEMENTS (strings) ? strings[i] : old;
}

static guint64
pick_number (ApoChance *chance,
             guint64    old)
{
  static const guint64 numbers[] = {
    0, 1, 2, 5, 6, 12, 100, 255, G_MAXINT32, G_MAXUINT32, G_MAXINT64, G_MAXUINT64,
  };

  switch (apo_chance_below (chance, 3))
    {
    case 0:
      return numbers[apo_chance_below (chance, G_N_ELEMENTS (numbers))];
    case 1:
      return old + 1;
    default:
      return old - 1;
    }
}

/* A value of the same type; returns a floating one. */
static GVariant *
change_leaf (GVariant  *value,
             ApoChance *chance)
{
  switch (g_variant_classify (value))
    {
    case G_VARIANT_CLASS_STRING:
      return g_variant_new_string (pick_string (chance, g_variant_get_string (value, NULL)));
    case G_VARIANT_CLASS_BOOLEAN:
      return g_variant_new_boolean (!g_variant_get_boolean (value));
    case G_VARIANT_CLASS_BYTE:
      return g_variant_new_byte (pick_number (chance, g_variant_get_byte (value)));
    case G_VARIANT_CLASS_INT32:
      return g_variant_new_int32 (pick_number (chance, g_variant_get_int32 (value)));
    case G_VARIANT_CLASS_UINT32:
      return g_variant_new_uint32 (pick_number (chance, g_variant_get_uint32 (value)));
    case G_VARIANT_CLASS_INT64:
      return g_variant_new_int64 (pick_number (chance, g_variant_get_int64 (value)));
    case G_VARIANT_CLASS_UINT64:
      return g_variant_new_uint64 (pick_number (chance, g_variant_get_uint64 (value)));
    default:
      return value;
    }
}

/* The same with some leaves changed, and some elements of arrays missing or there twice. */
static GVariant *
change_value (GVariant  *value,
              ApoChance *chance,
              guint      rarity)
{
  GVariantBuilder builder;
  gsize n;
  gboolean array = g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY);

  if (!g_variant_is_container (value))
    return apo_chance_below (chance, rarity) == 0 ? change_leaf (value, chance) : value;
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT)
      && apo_chance_below (chance, 8 * rarity) == 0)
    return g_variant_new_variant (g_variant_new_int32 (pick_number (chance, 0)));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_MAYBE))
    {
      g_autoptr (GVariant) child = g_variant_get_maybe (value);

      if (child == NULL || apo_chance_below (chance, rarity) == 0)
        return g_variant_new_maybe (g_variant_type_element (g_variant_get_type (value)), NULL);
      return g_variant_new_maybe (NULL, change_value (child, chance, rarity));
    }

  n = g_variant_n_children (value);
  g_variant_builder_init (&builder, g_variant_get_type (value));
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (value, i);
      guint times = !array || apo_chance_below (chance, rarity) > 0 ? 1
                                                                    : apo_chance_below (chance, 3);

      for (; times > 0; times--)
        g_variant_builder_add_value (&builder, change_value (child, chance, rarity));
    }

  return g_variant_builder_end (&builder);
}

/* Changes what the journal says it builds on. */
static void
change_base (ApoJournalBase *base,
             ApoChance      *chance)
{
  static const char *const uris[] = {
    "file:///" APO_FUZZ_FILE_KNOWN, "file:///" APO_FUZZ_FILE_CHANGED, "file:///" APO_FUZZ_FILE_GONE,
  };

  switch (apo_chance_below (chance, 5))
    {
    case 0:
      g_clear_object (&base->file);
      base->file = g_file_new_for_uri (uris[apo_chance_below (chance, G_N_ELEMENTS (uris))]);
      break;
    case 1:
      g_free (base->sha256);
      base->sha256 = g_strdup (get_known_sum ());
      break;
    case 2:
      if (base->file != NULL && base->sha256 != NULL)
        g_clear_pointer (&base->snapshot, g_bytes_unref);
      break;
    case 3:
      base->position = pick_number (chance, base->position);
      break;
    default:
      g_clear_pointer (&base->snapshot, g_bytes_unref);
      base->snapshot = get_known_bytes ();
      break;
    }
}

/* Changes the dossier that the journal begins with. */
static void
change_snapshot (ApoJournalBase *base,
                 gsize           max_size,
                 ApoChance      *chance)
{
  gsize size;
  const char *data = base->snapshot != NULL ? g_bytes_get_data (base->snapshot, &size) : NULL;
  ApoBuffer buffer;

  if (data == NULL || size > max_size)
    return;

  buffer.data = g_malloc (max_size);
  buffer.size = size;
  buffer.max = max_size;
  memcpy (buffer.data, data, size);
  apo_fuzz_dossier (&buffer, apo_chance_below (chance, 16) > 0, chance);
  g_bytes_unref (base->snapshot);
  base->snapshot = g_bytes_new_take (buffer.data, buffer.size);
}

/* What goes on with a journal: the steps of the history of its dossier are written behind it. */
typedef struct {
  ApoReplayed *replayed;
  GByteArray *out;
  guint64 number;
} Live;

static void
after_step (ApoHistoryStep kind,
            ApoCommand    *command,
            gpointer       data)
{
  Live *live = data;
  g_autoptr (GVariant) variant = g_variant_ref_sink (apo_command_to_variant (command));
  g_autoptr (GVariant) views = apo_dossier_get_view_states (live->replayed->dossier);
  ApoJournalStep step = {
    .number = ++live->number,
    .step = kind,
    .position = apo_history_get_position (live->replayed->history),
    .counter = apo_dossier_get_counter (live->replayed->dossier),
    .views = live->number % 2 == 0 ? views : NULL,
    .command = variant,
  };

  append (live->out, apo_journal_encode_step (&step));
}

/* Appends what somebody would do next: commands, undo and redo. */
static void
go_on (ApoJournalContent *content,
       GByteArray        *out,
       guint64            number,
       ApoChance         *chance)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (apo_chance_next (chance));
  g_autoptr (ApoReplayed) replayed = NULL;
  Live live = { NULL, out, number };
  ApoHistoryRecorder recorder = { NULL, after_step, &live };

  /* no file is to be read */
  g_clear_object (&content->base.file);
  if (content->base.snapshot == NULL)
    content->base.snapshot = get_known_bytes ();
  replayed = live.replayed = apo_replay (NULL, content, NULL);
  if (replayed == NULL)
    return;

  apo_history_set_recorder (replayed->history, &recorder);
  for (guint n = 1 + apo_chance_below (chance, 4); n > 0; n--)
    switch (apo_chance_below (chance, 8))
      {
      case 0:
      case 1:
        apo_history_undo (replayed->history);
        break;
      case 2:
        apo_history_redo (replayed->history);
        break;
      case 3:
        apo_dossier_set_view_state (replayed->dossier, "zoom", g_variant_new_double (n));
        break;
      default:
        apo_fuzz_work (replayed->history, rand);
        break;
      }
}

/* Writes a step, most often as it is. */
static void
append_step (GByteArray           *out,
             const ApoJournalStep *step,
             guint64               number,
             gboolean              change,
             ApoChance            *chance)
{
  ApoJournalStep changed = *step;
  g_autoptr (GVariant) command = NULL;

  changed.number = number;
  if (change)
    switch (apo_chance_below (chance, 8))
      {
      case 0:
        changed.step = apo_chance_below (chance, APO_HISTORY_N_STEPS + 1);
        break;
      case 1:
        changed.position = pick_number (chance, changed.position);
        break;
      case 2:
        changed.counter = pick_number (chance, changed.counter);
        break;
      default:
        command = g_variant_ref_sink (change_value (step->command, chance,
                                                    2 + apo_chance_below (chance, 40)));
        changed.command = command;
        break;
      }
  append (out, apo_journal_encode_step (&changed));
}

static void
append_mark (GByteArray *out,
             const char *sha256,
             guint64     number)
{
  ApoJournalMark mark = { (char *) sha256, number, number };

  append (out, apo_journal_encode_mark (&mark));
}

/* Writes all steps, one of which is missing, changed, there twice or out of order, and marks between
 * them.  Returns the last number. */
static guint64
append_steps (GByteArray              *out,
              const ApoJournalContent *content,
              gboolean                 whole,
              ApoChance               *chance)
{
  guint n = content->steps->len;
  guint odd = whole ? G_MAXUINT : apo_chance_below (chance, n);
  guint way = apo_chance_below (chance, 12);
  guint64 number = 0;

  for (guint i = 0; i < n; i++)
    {
      guint taken = i == odd && way == 2 ? apo_chance_below (chance, n) : i;

      if (i == odd && way == 0)
        continue;
      append_step (out, content->steps->pdata[taken], ++number, i == odd && way > 2, chance);
      if (i == odd && way == 1)
        append_step (out, content->steps->pdata[i], ++number, FALSE, chance);
      if (i == odd && way == 3)
        append_mark (out, apo_chance_below (chance, 4) > 0 ? get_known_sum () : "0", number);
    }

  return number;
}

/* Changes a byte in one of the records, of whose checksum it is hidden, or not. */
static void
change_byte (GByteArray *journal,
             ApoChance  *chance)
{
  guint at = MAGIC_LENGTH;
  guint8 *record;
  guint length;

  if (apo_chance_below (chance, 4) == 0)
    {
      journal->data[apo_chance_below (chance, journal->len)] ^= 1 << apo_chance_below (chance, 8);
      return;
    }

  while (at + HEAD_LENGTH < journal->len && apo_chance_below (chance, 4) > 0
         && at + HEAD_LENGTH + get_length (journal->data + at) + HEAD_LENGTH < journal->len)
    at += HEAD_LENGTH + get_length (journal->data + at);
  record = journal->data + at;
  length = get_length (record);
  if (length == 0 || at + HEAD_LENGTH + length > journal->len)
    return;

  if (apo_chance_below (chance, 8) == 0)
    record[4] = apo_chance_below (chance, 5);
  else
    record[HEAD_LENGTH + apo_chance_below (chance, length)] ^= 1 << apo_chance_below (chance, 8);
  set_sum (record, length);
}

/* Another journal. */
static GByteArray *
change_journal (ApoJournalContent *content,
                gsize              max_size,
                ApoChance         *chance)
{
  GByteArray *out = g_byte_array_new ();
  guint way = apo_chance_below (chance, 16);
  guint64 number;

  if (way < 3)
    change_snapshot (&content->base, max_size, chance);
  else if (way == 3)
    change_base (&content->base, chance);
  append (out, apo_journal_encode_base (&content->base));
  number = append_steps (out, content, way < 6, chance);
  if (way == 4)
    go_on (content, out, number, chance);
  if (way == 5)
    change_byte (out, chance);
  if (apo_chance_below (chance, 32) == 0)
    g_byte_array_set_size (out, apo_chance_below (chance, out->len));

  return out;
}

size_t
LLVMFuzzerCustomMutator (uint8_t     *data,
                         size_t       size,
                         size_t       max_size,
                         unsigned int seed)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (ApoJournalContent) content = apo_journal_decode (bytes, "x", NULL);
  g_autoptr (GByteArray) changed = NULL;
  ApoChance chance = { seed };

  if (content == NULL)
    {
      ApoBuffer buffer = { (char *) data, size, max_size };

      apo_fuzz_bytes (&buffer, &chance);
      return buffer.size;
    }

  changed = change_journal (content, max_size, &chance);
  if (changed->len > max_size)
    return size;
  if (changed->len > 0)
    memcpy (data, changed->data, changed->len);

  return changed->len;
}

/* The base of one journal, with steps of both. */
size_t
LLVMFuzzerCustomCrossOver (const uint8_t *one,
                           size_t         one_size,
                           const uint8_t *two,
                           size_t         two_size,
                           uint8_t       *out,
                           size_t         max_size,
                           unsigned int   seed)
{
  g_autoptr (GBytes) bytes = g_bytes_new (one, one_size);
  g_autoptr (GBytes) other_bytes = g_bytes_new (two, two_size);
  g_autoptr (ApoJournalContent) content = apo_journal_decode (bytes, "x", NULL);
  g_autoptr (ApoJournalContent) other = apo_journal_decode (other_bytes, "x", NULL);
  g_autoptr (GByteArray) crossed = g_byte_array_new ();
  ApoChance chance = { seed };
  guint64 number;

  if (content != NULL && other != NULL)
    {
      append (crossed, apo_journal_encode_base (&content->base));
      number = append_steps (crossed, content, TRUE, &chance);
      for (guint i = apo_chance_below (&chance, other->steps->len); i < other->steps->len; i++)
        append_step (crossed, other->steps->pdata[i], ++number, FALSE, &chance);
    }
  if (crossed->len == 0 || crossed->len > max_size)
    {
      memcpy (out, one, MIN (one_size, max_size));
      return MIN (one_size, max_size);
    }

  memcpy (out, crossed->data, crossed->len);

  return crossed->len;
}

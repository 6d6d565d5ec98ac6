/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-journal-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-dossier-file.h"

/* How a journal begins; the version and all that may change is in its first record. */
static const char magic[] = "apostille-journal\n";
#define MAGIC_LENGTH (sizeof magic - 1)

/* Each record begins with its length without this head, its kind, both as 32 bits with the lowest
 * byte first, and the beginning of the SHA-256 of those and of what follows. */
#define SUM_LENGTH 16
#define HEAD_LENGTH (8 + SUM_LENGTH)

enum {
  KIND_BASE = 1,
  KIND_STEP = 2,
  KIND_MARK = 3,
};

#define SHA256_LENGTH 64

#define STEP_TYPE G_VARIANT_TYPE ("(tytxxma{sv}(sxmsa(sv)))")
#define MARK_TYPE G_VARIANT_TYPE ("(stt)")

void
apo_journal_base_clear (ApoJournalBase *base)
{
  g_clear_object (&base->file);
  g_clear_pointer (&base->name, g_free);
  g_clear_pointer (&base->sha256, g_free);
  g_clear_pointer (&base->snapshot, g_bytes_unref);
}

void
apo_journal_step_free (ApoJournalStep *step)
{
  g_clear_pointer (&step->views, g_variant_unref);
  g_clear_pointer (&step->command, g_variant_unref);
  g_free (step);
}

static void
mark_free (ApoJournalMark *mark)
{
  g_free (mark->sha256);
  g_free (mark);
}

void
apo_journal_content_free (ApoJournalContent *content)
{
  apo_journal_base_clear (&content->base);
  g_ptr_array_unref (content->steps);
  g_ptr_array_unref (content->marks);
  g_free (content);
}

static void
compute_sum (const guint8 *head,
             const guint8 *data,
             gsize         length,
             guint8       *sum)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 whole[32];
  gsize n = sizeof whole;

  g_checksum_update (checksum, head, 8);
  g_checksum_update (checksum, data, length);
  g_checksum_get_digest (checksum, whole, &n);
  memcpy (sum, whole, SUM_LENGTH);
}

static GVariant *
to_little_endian (GVariant *variant)
{
  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    return g_variant_byteswap (variant);

  return g_variant_ref (variant);
}

/* A record; @payload is taken if it is floating. */
static GBytes *
encode (guint32     kind,
        const char *prefix,
        GVariant   *payload)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (payload);
  g_autoptr (GVariant) little = to_little_endian (owned);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 head[HEAD_LENGTH];
  guint32 word = GUINT32_TO_LE ((guint32) g_variant_get_size (little));

  memcpy (head, &word, 4);
  word = GUINT32_TO_LE (kind);
  memcpy (head + 4, &word, 4);
  compute_sum (head, g_variant_get_data (little), g_variant_get_size (little), head + 8);

  g_byte_array_append (bytes, (const guint8 *) prefix, strlen (prefix));
  g_byte_array_append (bytes, head, sizeof head);
  g_byte_array_append (bytes, g_variant_get_data (little), g_variant_get_size (little));

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * apo_journal_encode_base:
 *
 * Returns: (transfer full): how a journal on that base begins
 */
GBytes *
apo_journal_encode_base (const ApoJournalBase *base)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "version", "u", APO_JOURNAL_VERSION);
  g_variant_dict_insert (&dict, "generator", "s", "Apostille " APO_VERSION);
  g_variant_dict_insert (&dict, "name", "s", base->name);
  g_variant_dict_insert (&dict, "position", "t", base->position);
  if (base->file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (base->file);

      g_variant_dict_insert (&dict, "uri", "s", uri);
    }
  if (base->sha256 != NULL)
    g_variant_dict_insert (&dict, "sha256", "s", base->sha256);
  if (base->snapshot != NULL)
    g_variant_dict_insert_value (&dict, "snapshot",
                                 g_variant_new_from_bytes (G_VARIANT_TYPE_BYTESTRING,
                                                           base->snapshot, TRUE));

  return encode (KIND_BASE, magic, g_variant_dict_end (&dict));
}

/**
 * apo_journal_encode_step:
 *
 * Returns: (transfer full): its record
 */
GBytes *
apo_journal_encode_step (const ApoJournalStep *step)
{
  return encode (KIND_STEP, "",
                 g_variant_new ("(tytxxm@a{sv}@(sxmsa(sv)))", step->number, (guchar) step->step,
                                step->position, step->counter, step->time, step->views,
                                step->command));
}

/**
 * apo_journal_encode_mark:
 *
 * Returns: (transfer full): its record
 */
GBytes *
apo_journal_encode_mark (const ApoJournalMark *mark)
{
  return encode (KIND_MARK, "",
                 g_variant_new ("(stt)", mark->sha256, mark->number, mark->position));
}

/* What is left of a journal that is being read. */
typedef struct {
  const guint8 *data;
  gsize length;
} Rest;

/* Takes the next record: its kind, and its payload into @bytes; 0 where none is whole. */
static guint32
next_record (Rest    *rest,
             GBytes **bytes)
{
  guint32 length;
  guint32 kind;
  guint8 sum[SUM_LENGTH];

  if (rest->length < HEAD_LENGTH)
    return 0;

  memcpy (&length, rest->data, 4);
  memcpy (&kind, rest->data + 4, 4);
  length = GUINT32_FROM_LE (length);
  if (length > rest->length - HEAD_LENGTH)
    return 0;

  compute_sum (rest->data, rest->data + HEAD_LENGTH, length, sum);
  if (memcmp (sum, rest->data + 8, SUM_LENGTH) != 0)
    return 0;

  /* a copy, which is aligned */
  *bytes = g_bytes_new (rest->data + HEAD_LENGTH, length);
  rest->data += HEAD_LENGTH + length;
  rest->length -= HEAD_LENGTH + length;

  return GUINT32_FROM_LE (kind);
}

/* The payload of a record, or NULL if it is none of that type. */
static GVariant *
read_payload (GBytes             *bytes,
              const GVariantType *type)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_from_bytes (type, bytes, FALSE));

  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    {
      GVariant *swapped = g_variant_byteswap (variant);

      g_variant_unref (variant);
      variant = swapped;
    }

  return g_variant_is_normal_form (variant) ? g_steal_pointer (&variant) : NULL;
}

static gboolean
is_sha256 (const char *string)
{
  return strlen (string) == SHA256_LENGTH
         && strspn (string, "0123456789abcdef") == SHA256_LENGTH;
}

static gboolean
decode_base (GBytes         *bytes,
             ApoJournalBase *base)
{
  g_autoptr (GVariant) payload = read_payload (bytes, G_VARIANT_TYPE_VARDICT);
  g_autoptr (GVariant) snapshot = NULL;
  const char *uri;

  if (payload == NULL || !g_variant_lookup (payload, "version", "u", &base->version)
      || !g_variant_lookup (payload, "name", "s", &base->name))
    return FALSE;

  g_variant_lookup (payload, "position", "t", &base->position);
  if (g_variant_lookup (payload, "uri", "&s", &uri))
    base->file = g_file_new_for_uri (uri);
  g_variant_lookup (payload, "sha256", "s", &base->sha256);
  snapshot = g_variant_lookup_value (payload, "snapshot", G_VARIANT_TYPE_BYTESTRING);
  if (snapshot != NULL)
    base->snapshot = g_variant_get_data_as_bytes (snapshot);

  return base->snapshot != NULL
         || (base->file != NULL && base->sha256 != NULL && is_sha256 (base->sha256));
}

/* Whether the record is a step that can follow those before. */
static gboolean
decode_step (GBytes            *bytes,
             ApoJournalContent *content)
{
  g_autoptr (GVariant) payload = read_payload (bytes, STEP_TYPE);
  g_autoptr (ApoJournalStep) step = g_new0 (ApoJournalStep, 1);
  const ApoJournalStep *last =
    content->steps->len > 0 ? content->steps->pdata[content->steps->len - 1] : NULL;
  guchar kind;

  if (payload == NULL)
    return FALSE;

  g_variant_get (payload, "(tytxxm@a{sv}@(sxmsa(sv)))", &step->number, &kind, &step->position,
                 &step->counter, &step->time, &step->views, &step->command);
  if (kind >= APO_HISTORY_N_STEPS || step->counter < 0
      || (last != NULL && step->number <= last->number))
    return FALSE;

  step->step = kind;
  g_ptr_array_add (content->steps, g_steal_pointer (&step));

  return TRUE;
}

static gboolean
decode_mark (GBytes            *bytes,
             ApoJournalContent *content)
{
  g_autoptr (GVariant) payload = read_payload (bytes, MARK_TYPE);
  ApoJournalMark *mark;

  if (payload == NULL)
    return FALSE;

  mark = g_new0 (ApoJournalMark, 1);
  g_variant_get (payload, "(stt)", &mark->sha256, &mark->number, &mark->position);
  g_ptr_array_add (content->marks, mark);

  return TRUE;
}

/* Takes records to the end, or to the first that is damaged or not known. */
static void
decode_records (Rest              *rest,
                ApoJournalContent *content)
{
  gboolean good = TRUE;

  while (good && rest->length > 0)
    {
      g_autoptr (GBytes) payload = NULL;
      guint32 kind = next_record (rest, &payload);

      if (kind == KIND_STEP)
        good = decode_step (payload, content);
      else if (kind == KIND_MARK)
        good = decode_mark (payload, content);
      else
        good = FALSE;
    }

  content->damaged = !good;
}

/**
 * apo_journal_decode:
 * @bytes: from anywhere
 * @name: of the journal, for sentences
 * @error: of %APO_DOSSIER_ERROR
 *
 * Reads a journal as far as it holds; one of a later version, as far as this one understands it.
 *
 * Returns: (transfer full) (nullable): what it holds, or %NULL if not even its beginning can be read
 */
ApoJournalContent *
apo_journal_decode (GBytes     *bytes,
                    const char *name,
                    GError    **error)
{
  g_autoptr (ApoJournalContent) content = g_new0 (ApoJournalContent, 1);
  g_autoptr (GBytes) payload = NULL;
  Rest rest;

  content->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) apo_journal_step_free);
  content->marks = g_ptr_array_new_with_free_func ((GDestroyNotify) mark_free);
  rest.data = g_bytes_get_data (bytes, &rest.length);

  if (rest.length < MAGIC_LENGTH || memcmp (rest.data, magic, MAGIC_LENGTH) != 0)
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_NOT_DOSSIER,
                   _("“%s” is not a journal of Apostille."), name);
      return NULL;
    }

  rest.data += MAGIC_LENGTH;
  rest.length -= MAGIC_LENGTH;
  if (next_record (&rest, &payload) != KIND_BASE || !decode_base (payload, &content->base))
    {
      g_set_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED,
                   _("The journal “%s” is damaged at its beginning; no change can be recovered "
                     "from it."),
                   name);
      return NULL;
    }
  decode_records (&rest, content);

  return g_steal_pointer (&content);
}

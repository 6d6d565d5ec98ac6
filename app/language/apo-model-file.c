/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-model-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-feature.h"
#include "apo-table.h"

#define MAGIC "APOMODEL"
#define VERSION 1
#define BYTE_ORDER_MARK 0x01020304
#define MAX_SECTIONS 64

/* All numbers little endian; sections start at multiples of 8 bytes, right behind the entries. */
typedef struct {
  char magic[8];
  guint32 version;
  guint32 byte_order;
  guint64 length;               /* of all that follows the header */
  guint64 checksum;             /* of the whole file, as if this were 0 */
  guint32 n_sections;
  guint32 padding;
} Header;

typedef struct {
  char name[16];
  guint64 offset;               /* from the start of the file */
  guint64 length;
} Entry;

struct _ApoModelFile {
  char *path;
  GBytes *bytes;
  GHashTable *sections;         /* (element-type utf8 GBytes) */
  guint64 checksum;
};

/* Four lanes of eight bytes, so that 16 MB take some milliseconds. */
static guint64
hash_bytes (const guchar *data,
            gsize         length)
{
  guint64 lanes[4] = { 1, 2, 3, 4 };
  gsize i = 0;

  for (; i + 32 <= length; i += 32)
    for (guint k = 0; k < 4; k++)
      {
        guint64 word;

        memcpy (&word, data + i + 8 * k, 8);
        lanes[k] = (lanes[k] ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
        lanes[k] ^= lanes[k] >> 29;
      }

  for (; i < length; i++)
    lanes[0] = (lanes[0] ^ data[i]) * G_GUINT64_CONSTANT (1099511628211);

  return apo_feature_join4 (lanes[0], lanes[1], lanes[2], apo_feature_join (lanes[3], length));
}

static guint64
compute_checksum (Header        header,
                  const guchar *rest,
                  gsize         length)
{
  header.checksum = 0;

  return apo_feature_join (hash_bytes ((const guchar *) &header, sizeof header),
                           hash_bytes (rest, length));
}

/**
 * apo_model_file_set_error:
 *
 * Says that the file is damaged: what a section holds is not what it should be.
 */
void
apo_model_file_set_error (ApoModelFile  *file,
                          GError       **error)
{
  g_set_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED,
               _("The language model “%s” is damaged; install Apostille again."), file->path);
}

static gboolean
read_sections (ApoModelFile *self,
               const guchar *data,
               gsize         size,
               const Header *header)
{
  if (header->n_sections > MAX_SECTIONS
      || header->n_sections * sizeof (Entry) > size - sizeof (Header))
    return FALSE;

  for (guint i = 0; i < header->n_sections; i++)
    {
      Entry entry;

      memcpy (&entry, data + sizeof (Header) + i * sizeof (Entry), sizeof entry);
      if (entry.offset > size || entry.length > size - entry.offset || entry.offset % 8 != 0
          || entry.name[15] != '\0')
        return FALSE;
      g_hash_table_insert (self->sections, g_strdup (entry.name),
                           g_bytes_new_from_bytes (self->bytes, entry.offset, entry.length));
    }

  return TRUE;
}

/**
 * apo_model_file_open:
 *
 * Maps a model.  The whole file is read once for its checksum.
 *
 * Returns: (transfer full) (nullable): the file; an #ApoLanguageError where it is missing, of
 * another version or damaged
 */
ApoModelFile *
apo_model_file_open (const char  *path,
                     GError     **error)
{
  g_autoptr (ApoModelFile) self = g_new0 (ApoModelFile, 1);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  const guchar *data;
  Header header;
  gsize size;

  self->path = g_strdup (path);
  self->sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_bytes_unref);
  if (mapped == NULL)
    {
      g_set_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_MISSING,
                   _("The language model “%s” is missing."), path);
      return NULL;
    }

  self->bytes = g_mapped_file_get_bytes (mapped);
  data = g_bytes_get_data (self->bytes, &size);
  if (size < sizeof header)
    {
      apo_model_file_set_error (self, error);
      return NULL;
    }

  memcpy (&header, data, sizeof header);
  if (memcmp (header.magic, MAGIC, sizeof header.magic) == 0
      && (header.version != VERSION || header.byte_order != BYTE_ORDER_MARK))
    {
      g_set_error (error, APO_LANGUAGE_ERROR, APO_LANGUAGE_ERROR_DAMAGED,
                   _("The language model “%s” was made for another version of Apostille."), path);
      return NULL;
    }

  self->checksum = compute_checksum (header, data + sizeof header, size - sizeof header);
  if (memcmp (header.magic, MAGIC, sizeof header.magic) != 0
      || header.length != size - sizeof header || header.checksum != self->checksum
      || !read_sections (self, data, size, &header))
    {
      apo_model_file_set_error (self, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
apo_model_file_free (ApoModelFile *file)
{
  g_hash_table_unref (file->sections);
  g_clear_pointer (&file->bytes, g_bytes_unref);
  g_free (file->path);
  g_free (file);
}

/**
 * apo_model_file_get_section:
 *
 * Returns: (transfer none) (nullable): what the section holds, aligned to 8 bytes; an
 * #ApoLanguageError where there is none of this name
 */
GBytes *
apo_model_file_get_section (ApoModelFile  *file,
                            const char    *name,
                            GError       **error)
{
  GBytes *bytes = g_hash_table_lookup (file->sections, name);

  if (bytes == NULL)
    apo_model_file_set_error (file, error);

  return bytes;
}

/**
 * apo_model_file_get_checksum:
 *
 * Returns: what tells this model from any other
 */
guint64
apo_model_file_get_checksum (ApoModelFile *file)
{
  return file->checksum;
}

static void
pad (GByteArray *array)
{
  static const guint8 zeros[8];

  g_byte_array_append (array, zeros, (8 - array->len % 8) % 8);
}

/**
 * apo_model_file_write:
 *
 * Writes a model, in one go: an old file stays until the new one is whole.
 */
gboolean
apo_model_file_write (const char             *path,
                      const ApoModelSection  *sections,
                      guint                   n_sections,
                      GError                **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  Header header = { MAGIC, VERSION, BYTE_ORDER_MARK, 0, 0, n_sections, 0 };

  g_return_val_if_fail (n_sections <= MAX_SECTIONS, FALSE);

  g_byte_array_set_size (out, sizeof header + n_sections * sizeof (Entry));
  memset (out->data, 0, out->len);
  pad (out);

  for (guint i = 0; i < n_sections; i++)
    {
      Entry entry = { "", out->len, g_bytes_get_size (sections[i].bytes) };

      g_strlcpy (entry.name, sections[i].name, sizeof entry.name);
      memcpy (out->data + sizeof header + i * sizeof entry, &entry, sizeof entry);
      g_byte_array_append (out, g_bytes_get_data (sections[i].bytes, NULL), entry.length);
      pad (out);
    }

  header.length = out->len - sizeof header;
  header.checksum = compute_checksum (header, out->data + sizeof header, header.length);
  memcpy (out->data, &header, sizeof header);

  return g_file_set_contents (path, (const char *) out->data, out->len, error);
}

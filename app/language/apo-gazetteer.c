/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-gazetteer.h"

#include <string.h>

/* No phrase has more tokens. */
#define MAX_PHRASE 16

/* Marks the beginning of a longer phrase. */
#define MORE G_GUINT64_CONSTANT (0x80000000)

/* Words of up to so many letters, all capitals, are known as such only: *PS* is not *ps*. */
#define SHORT_ACRONYM 4
#define UPPER_SALT G_GUINT64_CONSTANT (0x5550504552)

#define MIN_BITS 4
#define MAX_BITS 22

/*
 * A packed gazetteer is a header and a hash table with open addressing.  The highest bits of a hash
 * are the slot where its search begins, the lowest are its tag; flags of 0 mark a slot as empty.
 */
typedef struct {
  guint32 bits;
  guint32 padding;
} Header;

typedef struct {
  guint32 tag;
  guint32 flags;
} Slot;

struct _ApoGazetteer {
  GBytes *bytes;
  const Slot *slots;
  guint bits;
};

struct _ApoGazetteerMaker {
  ApoLanguagePack *pack;
  GHashTable *phrases;          /* (element-type guint64 uint) hashes to flags */
};

static guint32
look_up (const ApoGazetteer *self,
         guint64             hash)
{
  guint mask = (1u << self->bits) - 1;
  guint slot = hash >> (64 - self->bits);

  for (; self->slots[slot].flags != 0; slot = (slot + 1) & mask)
    if (self->slots[slot].tag == (guint32) hash)
      return self->slots[slot].flags;

  return 0;
}

static guint64
hash_token (const ApoToken *token)
{
  return apo_feature_hash (token->norm, strlen (token->norm));
}

/**
 * apo_gazetteer_new:
 * @bytes: a section of a model file
 *
 * Returns: (transfer full) (nullable): the gazetteer, or %NULL where @bytes are none
 */
ApoGazetteer *
apo_gazetteer_new (GBytes *bytes)
{
  g_autoptr (ApoGazetteer) self = g_new0 (ApoGazetteer, 1);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean has_end = FALSE;
  Header header;

  if (size < sizeof header)
    return NULL;

  memcpy (&header, data, sizeof header);
  if (header.bits < MIN_BITS || header.bits > MAX_BITS
      || size != sizeof header + ((gsize) 1 << header.bits) * sizeof (Slot))
    return NULL;

  self->bytes = g_bytes_ref (bytes);
  self->bits = header.bits;
  self->slots = (const Slot *) (gconstpointer) (data + sizeof header);

  /* A search ends at an empty slot. */
  for (guint i = 0; i < 1u << self->bits && !has_end; i++)
    has_end = self->slots[i].flags == 0;

  return has_end ? g_steal_pointer (&self) : NULL;
}

void
apo_gazetteer_free (ApoGazetteer *gazetteer)
{
  g_clear_pointer (&gazetteer->bytes, g_bytes_unref);
  g_free (gazetteer);
}

/**
 * apo_gazetteer_get:
 *
 * Returns: what the word is known to be by itself, #ApoKnown
 */
guint
apo_gazetteer_get (const ApoGazetteer *gazetteer,
                   const ApoToken     *token)
{
  guint64 hash = hash_token (token);
  guint known = look_up (gazetteer, hash);

  if (token->flags & APO_TOKEN_UPPER)
    known |= look_up (gazetteer, apo_feature_join (hash, UPPER_SALT));

  return known & ~MORE;
}

/**
 * apo_gazetteer_match:
 * @position: the token to begin with
 * @known: (out): what the phrase is, untouched where there is none
 *
 * Returns: how many tokens the longest phrase that begins there has, or 0
 */
guint
apo_gazetteer_match (const ApoGazetteer *gazetteer,
                     const ApoTokens    *tokens,
                     guint               position,
                     guint              *known)
{
  guint n = MIN (tokens->tokens->len, position + MAX_PHRASE);
  guint64 hash = hash_token (apo_tokens_get (tokens, position));
  guint32 flags = look_up (gazetteer, hash);
  guint best = 0;
  guint alone = apo_gazetteer_get (gazetteer, apo_tokens_get (tokens, position));

  if (alone != 0)
    {
      best = 1;
      *known = alone;
    }

  for (guint i = position + 1; i < n && (flags & MORE); i++)
    {
      const ApoToken *token = apo_tokens_get (tokens, i);

      if (token->flags & APO_TOKEN_PARAGRAPH)
        break;

      hash = apo_feature_join (hash, hash_token (token));
      flags = look_up (gazetteer, hash);
      if (flags & ~MORE)
        {
          best = i + 1 - position;
          *known = flags & ~MORE;
        }
    }

  return best;
}

/**
 * apo_gazetteer_maker_new:
 * @pack: whose tokens the phrases are cut into
 *
 * Returns: (transfer full): an empty set
 */
ApoGazetteerMaker *
apo_gazetteer_maker_new (ApoLanguagePack *pack)
{
  ApoGazetteerMaker *self = g_new0 (ApoGazetteerMaker, 1);

  self->pack = apo_language_pack_ref (pack);
  self->phrases = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  return self;
}

void
apo_gazetteer_maker_free (ApoGazetteerMaker *maker)
{
  g_hash_table_unref (maker->phrases);
  apo_language_pack_unref (maker->pack);
  g_free (maker);
}

static void
add_hash (ApoGazetteerMaker *self,
          guint64            hash,
          guint64            flags)
{
  guint64 had = GPOINTER_TO_SIZE (g_hash_table_lookup (self->phrases, &hash));

  g_hash_table_insert (self->phrases, g_memdup2 (&hash, sizeof hash),
                       GSIZE_TO_POINTER (had | flags));
}

/**
 * apo_gazetteer_maker_add:
 * @known: #ApoKnown flags, added to those it has already
 */
void
apo_gazetteer_maker_add (ApoGazetteerMaker *maker,
                         const char        *phrase,
                         guint              known)
{
  g_autoptr (ApoText) text = apo_text_new (phrase, -1);
  g_autoptr (ApoTokens) tokens = apo_tokens_new (text, maker->pack);
  guint n = tokens->tokens->len;
  guint64 hash;

  if (n == 0 || n > MAX_PHRASE)
    return;

  hash = hash_token (apo_tokens_get (tokens, 0));
  if (n == 1 && (apo_tokens_get (tokens, 0)->flags & APO_TOKEN_UPPER)
      && g_utf8_strlen (phrase, -1) <= SHORT_ACRONYM)
    hash = apo_feature_join (hash, UPPER_SALT);

  for (guint i = 1; i < n; i++)
    {
      add_hash (maker, hash, MORE);
      hash = apo_feature_join (hash, hash_token (apo_tokens_get (tokens, i)));
    }
  add_hash (maker, hash, known);
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  guint64 x = **(guint64 * const *) a, y = **(guint64 * const *) b;

  return x < y ? -1 : x > y;
}

/**
 * apo_gazetteer_maker_pack:
 *
 * Returns: (transfer full): what apo_gazetteer_new() takes; the same for the same phrases
 */
GBytes *
apo_gazetteer_maker_pack (ApoGazetteerMaker *maker)
{
  guint n;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (maker->phrases, &n);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree Slot *slots = NULL;
  Header header = { MIN_BITS, 0 };

  while (header.bits < MAX_BITS && (1u << header.bits) < n * 3 / 2 + 1)
    header.bits++;
  slots = g_new0 (Slot, 1u << header.bits);
  qsort (keys, n, sizeof *keys, compare_hashes);

  for (guint i = 0; i < n; i++)
    {
      guint64 hash = *(const guint64 *) keys[i];
      guint slot = hash >> (64 - header.bits);

      while (slots[slot].flags != 0)
        slot = (slot + 1) & ((1u << header.bits) - 1);
      slots[slot].tag = (guint32) hash;
      slots[slot].flags = GPOINTER_TO_SIZE (g_hash_table_lookup (maker->phrases, keys[i]));
    }

  g_byte_array_append (out, (guint8 *) &header, sizeof header);
  g_byte_array_append (out, (guint8 *) slots, (1u << header.bits) * sizeof *slots);

  return g_bytes_new (out->data, out->len);
}

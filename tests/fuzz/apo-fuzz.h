/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

/* What the bodies of fuzz targets have in common.  With clang -fsanitize=fuzzer a body is a fuzz
 * target; with apo-fuzz-main.c it is a test that runs over its corpus and changes made to that; ./run does the
 * former. */

/* What the fuzzer calls, and the tests too. */
int    LLVMFuzzerTestOneInput    (const uint8_t *data,
                                  size_t         size);
size_t LLVMFuzzerCustomMutator   (uint8_t       *data,
                                  size_t         size,
                                  size_t         max_size,
                                  unsigned int   seed);
size_t LLVMFuzzerCustomCrossOver (const uint8_t *one,
                                  size_t         one_size,
                                  const uint8_t *two,
                                  size_t         two_size,
                                  uint8_t       *out,
                                  size_t         max_size,
                                  unsigned int   seed);

/**
 * ApoChance:
 *
 * Numbers at random (splitmix64), cheaper to begin with than a GRand.
 */
typedef struct {
  guint64 state;
} ApoChance;

static inline guint64
apo_chance_next (ApoChance *chance)
{
  guint64 z = chance->state += G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);

  return z ^ (z >> 31);
}

/* From 0 to @n - 1; 0 where @n is. */
static inline guint
apo_chance_below (ApoChance *chance,
                  guint      n)
{
  return n > 0 ? apo_chance_next (chance) % n : 0;
}

/**
 * ApoBuffer:
 * @max: the size must not grow beyond it
 *
 * Bytes that are changed where they are.
 */
typedef struct {
  char *data;
  gsize size;
  gsize max;
} ApoBuffer;

gboolean apo_buffer_replace   (ApoBuffer  *buffer,
                               gsize       start,
                               gsize       end,
                               const char *bytes,
                               gsize       length);
void     apo_fuzz_bytes       (ApoBuffer  *buffer,
                               ApoChance  *chance);
void     apo_fuzz_dossier     (ApoBuffer  *buffer,
                               gboolean    keep_text,
                               ApoChance  *chance);
void     apo_fuzz_cross       (ApoBuffer  *buffer,
                               const char *other,
                               gsize       other_size,
                               gboolean    keep_text,
                               ApoChance  *chance);

void     apo_fuzz_find_leaks   (void);

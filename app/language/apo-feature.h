/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ApoFeature:
 *
 * A feature of a linear model: the hash of its number and of what it saw.  The same on every
 * machine, for models keep nothing else of a feature.
 */
typedef guint64 ApoFeature;

/* The finalizer of MurmurHash3 (A. Appleby, public domain): every bit of @value counts. */
static inline guint64
apo_feature_mix (guint64 value)
{
  value ^= value >> 33;
  value *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  value ^= value >> 33;
  value *= G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  return value ^ (value >> 33);
}

static inline ApoFeature
apo_feature_join (guint64 a,
                  guint64 b)
{
  return apo_feature_mix (a * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)
                          ^ (b + G_GUINT64_CONSTANT (0x7f4a7c159e3779b9)));
}

static inline ApoFeature
apo_feature_join3 (guint64 a,
                   guint64 b,
                   guint64 c)
{
  return apo_feature_join (apo_feature_join (a, b), c);
}

static inline ApoFeature
apo_feature_join4 (guint64 a,
                   guint64 b,
                   guint64 c,
                   guint64 d)
{
  return apo_feature_join (apo_feature_join3 (a, b, c), d);
}

/* FNV-1a over @length bytes. */
static inline guint64
apo_feature_hash (const char *bytes,
                  gsize       length)
{
  guint64 hash = G_GUINT64_CONSTANT (1469598103934665603);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) bytes[i]) * G_GUINT64_CONSTANT (1099511628211);

  return apo_feature_mix (hash);
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-vocabulary.h"

static void
test_nicks (void)
{
  const GType types[] = {
    APO_TYPE_ACTOR_KIND, APO_TYPE_MENTION_FORM, APO_TYPE_ENTITY_TYPE, APO_TYPE_CLAIM_FORM,
    APO_TYPE_CLAIM_TYPE, APO_TYPE_CERTAINTY, APO_TYPE_TIME_TYPE, APO_TYPE_PRECISION,
    APO_TYPE_RELATION_KIND, APO_TYPE_VERDICT, APO_TYPE_CONFIDENCE, APO_TYPE_WORK_STATUS,
    APO_TYPE_ORIGIN, APO_TYPE_STANDING,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GEnumClass) enum_class = g_type_class_ref (types[i]);
      int value = -7;

      for (guint j = 0; j < enum_class->n_values; j++)
        {
          const char *nick = apo_enum_to_nick (types[i], enum_class->values[j].value);

          g_assert_true (apo_enum_from_nick (types[i], nick, &value));
          g_assert_cmpint (value, ==, enum_class->values[j].value);
        }
      value = -7;
      g_assert_false (apo_enum_from_nick (types[i], "no-such-word", &value));
      g_assert_cmpint (value, ==, -7);
    }
}

static void
test_file_words (void)
{
  int value;

  g_assert_true (apo_enum_from_nick (APO_TYPE_VERDICT, "mostly-verified", &value));
  g_assert_cmpint (value, ==, APO_VERDICT_MOSTLY_VERIFIED);
  g_assert_true (apo_enum_from_nick (APO_TYPE_VERDICT, "not-checkable", &value));
  g_assert_true (apo_enum_from_nick (APO_TYPE_ACTOR_KIND, "organisation", &value));
  g_assert_true (apo_enum_from_nick (APO_TYPE_WORK_STATUS, "review-again", &value));
}

static void
test_groups (void)
{
  static const ApoVerdictGroup groups[APO_N_VERDICTS] = {
    APO_VERDICT_GROUP_NONE, APO_VERDICT_GROUP_VERIFIED, APO_VERDICT_GROUP_VERIFIED,
    APO_VERDICT_GROUP_MIXED, APO_VERDICT_GROUP_DISPUTED, APO_VERDICT_GROUP_DISPUTED,
    APO_VERDICT_GROUP_DISPUTED, APO_VERDICT_GROUP_OPEN, APO_VERDICT_GROUP_OPEN,
    APO_VERDICT_GROUP_OUTSIDE,
  };

  for (guint i = 0; i < APO_N_VERDICTS; i++)
    {
      g_assert_cmpint (apo_verdict_get_group (i), ==, groups[i]);
      g_assert_nonnull (apo_verdict_get_label (i));
    }
  for (guint i = 0; i < APO_N_VERDICT_GROUPS; i++)
    g_assert_nonnull (apo_verdict_group_get_label (i));
}

static void
test_relations (void)
{
  for (guint i = 0; i <= APO_RELATION_MENTION; i++)
    g_assert_nonnull (apo_relation_kind_get_label (i));

  g_assert_cmpint (apo_relation_kind_get_family (APO_RELATION_SUPPORT), ==, APO_FAMILY_TIE);
  g_assert_cmpint (apo_relation_kind_get_family (APO_RELATION_SANCTION), ==, APO_FAMILY_TENSION);
  g_assert_true (apo_relation_kind_is_directed (APO_RELATION_ACCUSATION));
  g_assert_false (apo_relation_kind_is_directed (APO_RELATION_MEETING));
}

/* Every word of a vocabulary that is shown has a label, and no two have the same. */
static void
assert_labels (GType type,
               const char *(*get_label) (int))
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < enum_class->n_values; i++)
    {
      const char *label = get_label (enum_class->values[i].value);

      g_assert_nonnull (label);
      g_assert_true (g_hash_table_add (labels, (char *) label));
    }
}

static const char *
get_type_label (int value)
{
  return apo_claim_type_get_label (value);
}

static const char *
get_confidence_label (int value)
{
  return apo_confidence_get_label (value);
}

static const char *
get_status_label (int value)
{
  return apo_work_status_get_label (value);
}

static void
test_labels (void)
{
  assert_labels (APO_TYPE_CLAIM_TYPE, get_type_label);
  assert_labels (APO_TYPE_CONFIDENCE, get_confidence_label);
  assert_labels (APO_TYPE_WORK_STATUS, get_status_label);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/vocabulary/nicks", test_nicks);
  g_test_add_func ("/model/vocabulary/file-words", test_file_words);
  g_test_add_func ("/model/vocabulary/groups", test_groups);
  g_test_add_func ("/model/vocabulary/relations", test_relations);
  g_test_add_func ("/model/vocabulary/labels", test_labels);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-standing.h"

#define STATED(certainty) { TRUE, APO_VERDICT_NONE, APO_CERTAINTY_##certainty }
#define CLAIM(verdict, certainty) { FALSE, APO_VERDICT_##verdict, APO_CERTAINTY_##certainty }

static void
test_table (void)
{
  static const struct {
    guint n_supports;
    ApoSupport supports[3];
    ApoStanding standing;
  } table[] = {
    { 0, { { 0 } }, APO_STANDING_DASHED },
    { 1, { STATED (ASSERTED) }, APO_STANDING_SOLID },
    { 1, { STATED (DENIED) }, APO_STANDING_DASHED },
    { 1, { STATED (HEDGED) }, APO_STANDING_DOTTED },
    { 1, { CLAIM (NONE, ASSERTED) }, APO_STANDING_DASHED },
    { 1, { CLAIM (NONE, HEDGED) }, APO_STANDING_DOTTED },
    { 1, { CLAIM (NONE, PREDICTION) }, APO_STANDING_DOTTED },
    { 1, { CLAIM (NONE, DENIED) }, APO_STANDING_DASHED },
    { 1, { CLAIM (MIXED, ASSERTED) }, APO_STANDING_DASHED },
    { 1, { CLAIM (UNPROVEN, ASSERTED) }, APO_STANDING_DASHED },
    { 1, { CLAIM (NOT_CHECKABLE, ASSERTED) }, APO_STANDING_DASHED },
    { 1, { CLAIM (VERIFIED, PREDICTION) }, APO_STANDING_SOLID },
    { 1, { CLAIM (MOSTLY_VERIFIED, ASSERTED) }, APO_STANDING_SOLID },
    { 1, { CLAIM (DISPUTED, ASSERTED) }, APO_STANDING_STRUCK },
    { 1, { CLAIM (REFUTED, HEDGED) }, APO_STANDING_STRUCK },
    { 2, { CLAIM (DISPUTED, ASSERTED), CLAIM (MISLEADING, ASSERTED) }, APO_STANDING_STRUCK },
    { 2, { CLAIM (DISPUTED, ASSERTED), CLAIM (NONE, ASSERTED) }, APO_STANDING_DASHED },
    { 2, { CLAIM (DISPUTED, ASSERTED), CLAIM (NONE, PREDICTION) }, APO_STANDING_DOTTED },
    { 2, { CLAIM (DISPUTED, ASSERTED), CLAIM (VERIFIED, ASSERTED) }, APO_STANDING_CONTESTED },
    { 2, { STATED (ASSERTED), CLAIM (DISPUTED, ASSERTED) }, APO_STANDING_SOLID },
    { 2, { STATED (HEDGED), CLAIM (DISPUTED, ASSERTED) }, APO_STANDING_DOTTED },
    { 2, { CLAIM (NONE, HEDGED), CLAIM (NONE, ASSERTED) }, APO_STANDING_DASHED },
    { 3, { STATED (ASSERTED), CLAIM (DISPUTED, ASSERTED), CLAIM (VERIFIED, ASSERTED) },
      APO_STANDING_CONTESTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      ApoStanding standing = apo_standing_of_supports (table[i].supports, table[i].n_supports);

      g_test_message ("row %u", i);
      g_assert_cmpint (standing, ==, table[i].standing);
    }
}

/* The order of the passages never matters. */
static void
test_order_property (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint round = 0; round < 500; round++)
    {
      ApoSupport supports[5];
      ApoSupport reversed[5];

      for (guint i = 0; i < 5; i++)
        {
          supports[i].stated = g_rand_boolean (rand);
          supports[i].verdict = g_rand_int_range (rand, 0, APO_N_VERDICTS);
          supports[i].certainty = g_rand_int_range (rand, 0, APO_CERTAINTY_QUESTION + 1);
          reversed[4 - i] = supports[i];
        }
      g_assert_cmpint (apo_standing_of_supports (supports, 5), ==,
                       apo_standing_of_supports (reversed, 5));
    }
}

static void
test_gravest (void)
{
  gboolean found[APO_N_VERDICTS] = { FALSE };

  g_assert_cmpint (apo_verdict_find_gravest (found), ==, APO_VERDICT_NONE);
  found[APO_VERDICT_NONE] = found[APO_VERDICT_VERIFIED] = TRUE;
  g_assert_cmpint (apo_verdict_find_gravest (found), ==, APO_VERDICT_VERIFIED);
  found[APO_VERDICT_DISPUTED] = TRUE;
  g_assert_cmpint (apo_verdict_find_gravest (found), ==, APO_VERDICT_DISPUTED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/standing/table", test_table);
  g_test_add_func ("/model/standing/order", test_order_property);
  g_test_add_func ("/model/standing/gravest", test_gravest);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-dossier-file.h"
#include "apo-sample-dossier.h"

#include <string.h>

#define N_SEEDS 100
#define N_MUTATIONS 2000

static ApoDossier *
parse (const char *data,
       gssize      length,
       GPtrArray **problems,
       GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length < 0 ? strlen (data) : (gsize) length);

  return apo_dossier_file_parse (bytes, "x.apostille", problems, error);
}

static char *
dup_serialized (ApoDossier *dossier)
{
  g_autoptr (GBytes) bytes = apo_dossier_file_serialize (dossier);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Save, load, save: the same bytes, and nothing to complain of. */
static void
test_round_trip (void)
{
  for (guint seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (seed);
      g_autofree char *first = dup_serialized (dossier);
      g_autofree char *second = NULL;
      g_autoptr (ApoDossier) read = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GError) error = NULL;

      read = parse (first, -1, &problems, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < problems->len; i++)
        g_test_message ("%s", (const char *) problems->pdata[i]);
      g_assert_cmpuint (problems->len, ==, 0);
      second = dup_serialized (read);
      g_assert_cmpstr (first, ==, second);
      g_assert_true (apo_dossier_file_looks_like (first, 100));
    }
}

static void
test_view_states (void)
{
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (7);
  g_autofree char *json = NULL;
  g_autoptr (ApoDossier) read = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GVariant) states = NULL;
  g_autoptr (GVariant) read_states = NULL;
  GVariantIter iter;
  const char *key;
  GVariant *value;
  guint n = 0;

  states = apo_dossier_get_view_states (dossier);
  apo_dossier_set_view_state (dossier, "endless", g_variant_new_double (G_MAXDOUBLE * 2));
  apo_dossier_set_view_state (dossier, "boxed", g_variant_new_variant (g_variant_new_int32 (1)));
  json = dup_serialized (dossier);
  read = parse (json, -1, &problems, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  read_states = apo_dossier_get_view_states (read);
  g_assert_cmpuint (g_variant_n_children (read_states), ==, g_variant_n_children (states));

  g_variant_iter_init (&iter, states);
  while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
    {
      g_autoptr (GVariant) other = apo_dossier_get_view_state (read, key);

      g_assert_cmpvariant (value, other);
      n++;
    }
  g_assert_cmpuint (n, ==, 7);
}

/* A small good dossier; each case below spoils it by putting one string in the place of another. */
static const char good[] =
  "{\n"
  "  \"format\": \"apostille-dossier\",\n"
  "  \"version\": 1,\n"
  "  \"generator\": \"Apostille " APO_VERSION "\",\n"
  "  \"replica\": \"bcdfg\",\n"
  "  \"counter\": 7,\n"
  "  \"articles\": [\n"
  "    {\n"
  "      \"id\": \"bcdfg-d1\",\n"
  "      \"number\": 1,\n"
  "      \"date\": \"2024-05-03\",\n"
  "      \"text-sha256\": \"a2ee23d5f6ec8c5b34ad5ae4fe4b9a3d1cb4ef1a2ff2d1ba0aa42dabb1a3d1b2\",\n"
  "      \"text\": \"Éva dit oui.\"\n"
  "    }\n"
  "  ],\n"
  "  \"actors\": [\n"
  "    {\n"
  "      \"id\": \"bcdfg-a2\",\n"
  "      \"name\": \"Éva\",\n"
  "      \"mentions\": [[0, 3, \"name\"]],\n"
  "      \"position\": [4, -5]\n"
  "    },\n"
  "    {\n"
  "      \"id\": \"bcdfg-a3\",\n"
  "      \"name\": \"Ugo\"\n"
  "    }\n"
  "  ],\n"
  "  \"claims\": [\n"
  "    {\n"
  "      \"id\": \"bcdfg-c4\",\n"
  "      \"article\": \"bcdfg-d1\",\n"
  "      \"content\": [[8, 11]],\n"
  "      \"speaker\": \"bcdfg-a2\",\n"
  "      \"verdict\": \"verified\",\n"
  "      \"log\": [{\"time\": \"2026-01-02T03:04:05Z\", \"from\": \"none\", \"to\": \"verified\", "
  "\"by\": \"\", \"why\": \"\"}],\n"
  "      \"target\": [\n"
  "        {\"selector\": [{\"type\": \"TextQuoteSelector\", \"exact\": \"oui\", \"prefix\": "
  "\"Éva dit \", \"suffix\": \".\"}, {\"type\": \"TextPositionSelector\", \"start\": 8, "
  "\"end\": 11}]}\n"
  "      ]\n"
  "    }\n"
  "  ],\n"
  "  \"times\": [],\n"
  "  \"events\": [\n"
  "    {\n"
  "      \"id\": \"bcdfg-e5\",\n"
  "      \"actors\": [\"bcdfg-a2\", \"bcdfg-a3\"],\n"
  "      \"claims\": [\"bcdfg-c4\"]\n"
  "    }\n"
  "  ],\n"
  "  \"relations\": [\n"
  "    {\n"
  "      \"id\": \"bcdfg-r6\",\n"
  "      \"from\": \"bcdfg-a2\",\n"
  "      \"to\": \"bcdfg-a3\"\n"
  "    }\n"
  "  ],\n"
  "  \"view\": {\n"
  "    \"zoom\": {\"type\": \"d\", \"value\": 1.5}\n"
  "  }\n"
  "}\n";

/* @string with the first @from in it replaced by @to. */
static char *
replace (const char *string,
         const char *from,
         const char *to)
{
  const char *place = strstr (string, from);
  g_autofree char *before = NULL;

  g_assert_nonnull (place);
  before = g_strndup (string, place - string);

  return g_strconcat (before, to, place + strlen (from), NULL);
}

/* The good dossier with the checksum that its text really has. */
static char *
dup_good (void)
{
  const char *stale = "a2ee23d5f6ec8c5b34ad5ae4fe4b9a3d1cb4ef1a2ff2d1ba0aa42dabb1a3d1b2";
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "Éva dit oui.", -1);

  return replace (good, stale, sha256);
}

static void
test_good (void)
{
  g_autofree char *json = dup_good ();
  g_autofree char *again = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (ApoDossier) dossier = parse (json, -1, &problems, NULL);

  g_assert_nonnull (dossier);
  g_assert_cmpuint (problems->len, ==, 0);
  again = dup_serialized (dossier);
  g_assert_cmpstr (json, ==, again);
}

typedef struct {
  const char *from;
  const char *to;
  const char *problem;          /* the first one */
  guint n_problems;
  guint n_items;                /* of the six that are left, articles and all */
} DamageCase;

static const DamageCase damages[] = {
  { "\"content\": [[8, 11]]", "\"content\": [[8, 99]]",
    "Claim bcdfg-c4: “content” reaches beyond the text", 2, 5 },
  { "\"content\": [[8, 11]]", "\"content\": [[4, 7]]",
    "Claim bcdfg-c4: the text at its place is not the one it quotes", 2, 5 },
  { "\"exact\": \"oui\"", "\"exact\": \"non\"",
    "Claim bcdfg-c4: the text at its place is not the one it quotes", 2, 5 },
  { "\"content\": [[8, 11]]", "\"content\": [[11, 8]]",
    "Claim bcdfg-c4: “content” is not of the right kind", 2, 5 },
  { "\"content\": [[8, 11]]", "\"content\": [[8, 11.5]]",
    "Claim bcdfg-c4: “content” is not of the right kind", 2, 5 },
  { "\"content\": [[8, 11]]", "\"content\": [[-8, 11]]",
    "Claim bcdfg-c4: “content” is not of the right kind", 2, 5 },
  { "\"content\": [[8, 11]]", "\"content\": [[8, 11, 12]]",
    "Claim bcdfg-c4: “content” is not of the right kind", 2, 5 },
  { "\"verdict\": \"verified\"", "\"verdict\": \"true\"",
    "Claim bcdfg-c4: “verdict” cannot be “true”", 2, 5 },
  { "\"verdict\": \"verified\"", "\"verdict\": 1",
    "Claim bcdfg-c4: “verdict” is not of the right kind", 2, 5 },
  { "\"time\": \"2026-01-02T03:04:05Z\"", "\"time\": \"yesterday\"",
    "Claim bcdfg-c4: “log” is not of the right kind", 2, 5 },
  { "\"article\": \"bcdfg-d1\"", "\"article\": \"bcdfg-d9\"",
    "Claim bcdfg-c4: its article is missing", 2, 5 },
  { "\"speaker\": \"bcdfg-a2\"", "\"speaker\": \"bcdfg-a9\"",
    "Claim bcdfg-c4: “speaker” refers to what is not there", 1, 6 },
  { "\"speaker\": \"bcdfg-a2\"", "\"speaker\": \"bcdfg-r6\"",
    "Claim bcdfg-c4: “speaker” refers to what is not there", 1, 6 },
  { "\"speaker\": \"bcdfg-a2\"", "\"reported-by\": \"bcdfg-c4\"",
    "Claim bcdfg-c4: “reported-by” leads in a circle", 1, 6 },
  { "[0, 3, \"name\"]", "[0, 13, \"name\"]",
    "Actor bcdfg-a2: “mentions” reaches beyond the text", 4, 4 },
  { "[0, 3, \"name\"]", "[0, 3, \"name\", 2]",
    "Actor bcdfg-a2: “mentions” reaches beyond the text", 4, 4 },
  { "[0, 3, \"name\"]", "[0, 3, \"noun\"]",
    "Actor bcdfg-a2: “mentions” is not of the right kind", 4, 4 },
  { "[4, -5]", "[4, 5000000000]",
    "Actor bcdfg-a2: “position” is not of the right kind", 4, 4 },
  { "\"id\": \"bcdfg-a3\"", "\"id\": \"bcdfg-a2\"", "Actor bcdfg-a2: its id is there twice", 3, 4 },
  { "\"id\": \"bcdfg-a3\"", "\"id\": \"a b\"", "Actor 2: it has no proper id", 3, 4 },
  { "\"id\": \"bcdfg-a3\"", "\"id\": 3", "Actor 2: it has no proper id", 3, 4 },
  { "\"to\": \"bcdfg-a3\"", "\"kind\": \"meeting\"", "Relation bcdfg-r6: “to” is missing", 1, 5 },
  { "\"date\": \"2024-05-03\"", "\"date\": \"2024-02-30\"", NULL, 0, 0 },
  { "\"number\": 1,", "", NULL, 0, 0 },
  { "\"text\": \"Éva dit oui.\"", "\"text\": \"Eva dit oui.\"",
    "Article bcdfg-d1: the text is not the one that was saved", 1, 6 },
  { "\"text\": \"Éva dit oui.\"", "\"text\": \"Éva\"",
    "Article bcdfg-d1: the text is not the one that was saved", 3, 5 },
  { "\"replica\": \"bcdfg\"", "\"replica\": \"\"", "“replica” is not of the right kind", 1, 6 },
  { "\"counter\": 7", "\"counter\": -7", "“counter” is not of the right kind", 1, 6 },
  { "\"counter\": 7", "\"counter\": 7, \"ancestors\": [\"x\"]",
    "“ancestors” is not of the right kind", 1, 6 },
  { "\"counter\": 7", "\"counter\": 7, \"ancestors\": {}",
    "“ancestors” is not of the right kind", 1, 6 },
  { "\"number\": 1,", "\"number\": 1, \"anchors\": [[\"c\", \"content\", [[0, 99]]]],",
    "Article bcdfg-d1: “anchors” reaches beyond the text", 1, 6 },
  { "\"number\": 1,", "\"number\": 1, \"anchors\": [[\"c\", [[0, 9]]]],", NULL, 0, 0 },
  { "\"number\": 1,", "\"number\": 1, \"replaced-by\": \"bcdfg-d9\",",
    "Article bcdfg-d1: “replaced-by” refers to what is not there", 1, 6 },
  { "\"number\": 1,", "\"number\": 1, \"replaced-by\": \"bcdfg-d1\",",
    "Article bcdfg-d1: “replaced-by” refers to what is not there", 1, 6 },
  { "\"verdict\": \"verified\"", "\"anchor\": \"drifting\"",
    "Claim bcdfg-c4: “anchor” cannot be “drifting”", 2, 5 },
  { "\"times\": []", "\"times\": {}", "“times” is not a list", 1, 6 },
  { "\"times\": []", "\"times\": [1]", "Time 1: it has no proper id", 1, 6 },
  { "\"type\": \"d\"", "\"type\": \"v\"", "View state “zoom” cannot be read", 1, 6 },
  { "\"type\": \"d\"", "\"type\": \"((\"", "View state “zoom” cannot be read", 1, 6 },
  { "\"type\": \"d\"", "\"type\": \"as\"", "View state “zoom” cannot be read", 1, 6 },
};

static guint
count_items (ApoDossier *dossier)
{
  guint n = 0;

  for (guint type = 0; type < APO_N_ITEM_TYPES; type++)
    n += g_list_model_get_n_items (apo_dossier_get_items (dossier, type));

  return n;
}

/* One damaged part is named and left out, the rest is there, and saved it is a good dossier. */
/* A list that is read in many pieces, with an item that has no id far behind. */
static void
test_long_list (void)
{
  g_autoptr (ApoDossier) dossier = apo_sample_dossier_new (3);
  guint n_before = g_list_model_get_n_items (apo_dossier_get_items (dossier, APO_ITEM_ACTOR));
  g_autofree char *json = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *again = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) problems_after = NULL;
  g_autoptr (ApoDossier) read = NULL;
  g_autoptr (ApoDossier) read_after = NULL;

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *id = g_strdup_printf ("far-%u", i);
      g_autoptr (ApoItem) actor = apo_item_new (APO_ITEM_ACTOR, id);

      apo_item_set_value (actor, APO_ACTOR_FIELD_NAME, g_variant_new_string (id));
      apo_dossier_insert (dossier, actor, G_MAXUINT);
    }
  json = dup_serialized (dossier);
  read = parse (json, -1, &problems, NULL);
  g_assert_cmpuint (problems->len, ==, 0);
  again = dup_serialized (read);
  g_assert_cmpstr (json, ==, again);

  damaged = replace (json, "\"id\": \"far-3900\"", "\"id\": 7");
  read_after = parse (damaged, -1, &problems_after, NULL);
  expected = g_strdup_printf ("Actor %u: it has no proper id", n_before + 3901);
  g_assert_cmpuint (problems_after->len, ==, 1);
  g_assert_cmpstr (problems_after->pdata[0], ==, expected);
  g_assert_cmpuint (g_list_model_get_n_items (apo_dossier_get_items (read_after, APO_ITEM_ACTOR)),
                    ==, n_before + 3999);
}

static void
test_damage (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *base = dup_good ();
      g_autofree char *json = replace (base, damages[i].from, damages[i].to);
      g_autofree char *repaired = NULL;
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (GPtrArray) problems_after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ApoDossier) dossier = parse (json, -1, &problems, &error);
      g_autoptr (ApoDossier) read = NULL;

      g_test_message ("%s", damages[i].to);
      if (damages[i].problem == NULL)
        {
          g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED);
          continue;
        }

      g_assert_no_error (error);
      for (guint j = 0; j < problems->len; j++)
        g_test_message ("  %s", (const char *) problems->pdata[j]);
      g_assert_cmpuint (problems->len, ==, damages[i].n_problems);
      g_assert_cmpstr (problems->pdata[0], ==, damages[i].problem);
      g_assert_cmpuint (count_items (dossier), ==, damages[i].n_items);

      repaired = dup_serialized (dossier);
      read = parse (repaired, -1, &problems_after, NULL);
      g_assert_cmpuint (problems_after->len, ==, 0);
    }
}

typedef struct {
  const char *json;
  int code;
  const char *message;
} RefusalCase;

#define HEAD "{\"format\": \"apostille-dossier\", "

static const RefusalCase refusals[] = {
  { "", APO_DOSSIER_ERROR_NOT_DOSSIER,
    "“x.apostille” is not an Apostille dossier: line 1, column 1: the file ends too early." },
  { "Bonjour.", APO_DOSSIER_ERROR_NOT_DOSSIER,
    "“x.apostille” is not an Apostille dossier: line 1, column 1: value expected." },
  { "[]", APO_DOSSIER_ERROR_NOT_DOSSIER, "“x.apostille” is not an Apostille dossier." },
  { "{}", APO_DOSSIER_ERROR_NOT_DOSSIER, "“x.apostille” is not an Apostille dossier." },
  { "{\"format\": \"apostille-findings\", \"version\": 1}", APO_DOSSIER_ERROR_NOT_DOSSIER,
    "“x.apostille” is not an Apostille dossier." },
  { "{\"format\": 7}", APO_DOSSIER_ERROR_NOT_DOSSIER,
    "“x.apostille” is not an Apostille dossier." },
  { HEAD "\"version\": 99}", APO_DOSSIER_ERROR_NEWER_VERSION,
    "“x.apostille” was made by a newer version of Apostille and cannot be opened by this one." },
  { HEAD "\"version\": 0}", APO_DOSSIER_ERROR_DAMAGED,
    "“x.apostille” is damaged: it does not say its version." },
  { HEAD "\"version\": \"1\"}", APO_DOSSIER_ERROR_DAMAGED,
    "“x.apostille” is damaged: it does not say its version." },
  { HEAD "\"version\": 1}", APO_DOSSIER_ERROR_DAMAGED,
    "“x.apostille” is damaged: it holds no article that can be read." },
  { HEAD "\"version\": 1, \"articles\": 3}", APO_DOSSIER_ERROR_DAMAGED,
    "“x.apostille” is damaged: it holds no article that can be read." },
  { HEAD "\"version\": 12345678901234567890}", APO_DOSSIER_ERROR_DAMAGED,
    "“x.apostille” is damaged: line 1, column 44: number out of range." },
  { HEAD "\"version\": 1, \"version\": 1}", APO_DOSSIER_ERROR_DAMAGED,
    "“x.apostille” is damaged: line 1, column 47: the key “version” is there twice." },
  { HEAD "\"x\": \"\\u0000\"}", APO_DOSSIER_ERROR_DAMAGED,
    "“x.apostille” is damaged: line 1, column 39: null character." },
};

static void
test_refusals (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      GPtrArray *problems = NULL;

      g_test_message ("%s", refusals[i].json);
      g_assert_null (parse (refusals[i].json, -1, &problems, &error));
      g_assert_null (problems);
      g_assert_cmpstr (error->message, ==, refusals[i].message);
      g_assert_error (error, APO_DOSSIER_ERROR, refusals[i].code);
    }
}

static void
test_nested_brackets (void)
{
  g_autofree char *brackets = g_strnfill (100000, '[');
  g_autofree char *json = g_strconcat (HEAD "\"x\": ", brackets, NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *problems = NULL;

  g_assert_null (parse (json, -1, &problems, &error));
  g_assert_error (error, APO_DOSSIER_ERROR, APO_DOSSIER_ERROR_DAMAGED);
}

/* Cut off anywhere, a dossier is refused. */
static void
test_truncated (void)
{
  g_autofree char *json = dup_good ();
  gsize length = strlen (json);

  for (gsize i = 0; i + 2 <= length; i++)
    {
      g_autoptr (GError) error = NULL;
      GPtrArray *problems = NULL;

      g_assert_null (parse (json, i, &problems, &error));
      g_assert_true (error->code == APO_DOSSIER_ERROR_NOT_DOSSIER
                     || error->code == APO_DOSSIER_ERROR_DAMAGED);
    }
}

/* With any bytes changed, it is refused, or what is read can be saved and read again. */
static void
test_mutated (void)
{
  g_autofree char *json = dup_good ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  gsize length = strlen (json);
  guint n_read = 0;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autofree char *mutated = g_strdup (json);
      g_autoptr (GPtrArray) problems = NULL;
      g_autoptr (ApoDossier) dossier = NULL;

      for (guint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
        mutated[g_rand_int_range (rand, 0, length)] =
          "0123456789,:[]{}\"\\abcdefxyz -"[g_rand_int_range (rand, 0, 30)];

      dossier = parse (mutated, length, &problems, NULL);
      if (dossier != NULL)
        {
          g_autofree char *first = dup_serialized (dossier);
          g_autofree char *second = NULL;
          g_autoptr (GPtrArray) problems_after = NULL;
          g_autoptr (ApoDossier) read = parse (first, -1, &problems_after, NULL);

          g_assert_cmpuint (problems_after->len, ==, 0);
          second = dup_serialized (read);
          g_assert_cmpstr (first, ==, second);
          n_read++;
        }
    }

  g_test_message ("%u of %u could be read", n_read, N_MUTATIONS);
  g_assert_cmpuint (n_read, >, 0);
}

/* What this version does not know stays, sorted, behind what it knows. */
static void
test_unknown_keys (void)
{
  g_autofree char *base = dup_good ();
  g_autofree char *item = replace (base, "\"name\": \"Ugo\"",
                                   "\"zeal\": {\"b\": [1, 2.5, null], \"a\": \"é\"}, \"age\": 41, "
                                   "\"name\": \"Ugo\"");
  g_autofree char *json = replace (item, "\"counter\": 7",
                                   "\"quirks\": [{\"id\": \"n\"}], \"counter\": 7, \"big\": 1e30");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (ApoDossier) dossier = parse (json, -1, &problems, NULL);
  g_autoptr (ApoDossier) read = NULL;

  g_assert_cmpuint (problems->len, ==, 0);
  first = dup_serialized (dossier);
  g_assert_nonnull (strstr (first, "      \"name\": \"Ugo\",\n"
                                   "      \"age\": 41,\n"
                                   "      \"zeal\": {\"b\": [1, 2.5, null], \"a\": \"é\"}\n"
                                   "    }\n"));
  g_assert_true (g_str_has_suffix (first, "  },\n"
                                          "  \"big\": 1e+30,\n"
                                          "  \"quirks\": [{\"id\": \"n\"}]\n"
                                          "}\n"));
  g_clear_pointer (&problems, g_ptr_array_unref);
  read = parse (first, -1, &problems, NULL);
  second = dup_serialized (read);
  g_assert_cmpstr (first, ==, second);
}

/* An id that is there is never minted again, whatever the counter says. */
static void
test_counter (void)
{
  g_autofree char *base = dup_good ();
  g_autofree char *json = replace (base, "\"counter\": 7", "\"counter\": 2");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (ApoDossier) dossier = parse (json, -1, &problems, NULL);
  g_autofree char *id = apo_dossier_mint_id (dossier, APO_ITEM_CLAIM);

  g_assert_cmpstr (id, ==, "bcdfg-c7");
}

typedef struct {
  const char *data;
  gboolean looks;
} SniffCase;

static const SniffCase sniffs[] = {
  { "{\n  \"format\": \"apostille-dossier\",", TRUE },
  { "{\"format\":\"apostille-dossier\"", TRUE },
  { " { \"format\" : \"apostille-dossier\"}", TRUE },
  { "", FALSE },
  { "{", FALSE },
  { "{\"format\": \"apostille-dossie", FALSE },
  { "{\"format\": \"apostille-findings\"}", FALSE },
  { "{\"form\": 1}", FALSE },
};

static void
test_sniff (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sniffs); i++)
    g_assert_cmpint (apo_dossier_file_looks_like (sniffs[i].data, strlen (sniffs[i].data)), ==,
                     sniffs[i].looks);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dossier-reader/round-trip", test_round_trip);
  g_test_add_func ("/dossier-reader/view-states", test_view_states);
  g_test_add_func ("/dossier-reader/good", test_good);
  g_test_add_func ("/dossier-reader/long-list", test_long_list);
  g_test_add_func ("/dossier-reader/damage", test_damage);
  g_test_add_func ("/dossier-reader/refusals", test_refusals);
  g_test_add_func ("/dossier-reader/nested-brackets", test_nested_brackets);
  g_test_add_func ("/dossier-reader/truncated", test_truncated);
  g_test_add_func ("/dossier-reader/mutated", test_mutated);
  g_test_add_func ("/dossier-reader/unknown-keys", test_unknown_keys);
  g_test_add_func ("/dossier-reader/counter", test_counter);
  g_test_add_func ("/dossier-reader/sniff", test_sniff);

  return g_test_run ();
}

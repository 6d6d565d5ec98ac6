/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-sample-dossier.h"

#include <string.h>

static const char sample_text[] =
  "Le port rouvre après la tempête\n"
  "\n"
  "La maire, Odile Carrère, assure que les quais « tiendront cent ans ». Selon le syndicat des\n"
  "pêcheurs, la digue aurait cédé dès mardi. Le 3 mai 2024, Oslo et Lisbonne ont signé un accord.\n"
  "« Nous n’avons rien promis », a répondu Odile Carrère. \U0001F41F\n";

/* The stretch of the sample text where @words stand for the first time. */
static ApoSpan
find_words (const char *words)
{
  const char *place = strstr (sample_text, words);
  guint start;

  g_assert_nonnull (place);
  start = g_utf8_strlen (sample_text, place - sample_text);

  return APO_SPAN (start, start + g_utf8_strlen (words, -1));
}

ApoArticle *
apo_sample_article_new (void)
{
  g_autoptr (ApoText) text = apo_text_new (sample_text, -1);
  ApoArticleInfo info = { .date = APO_DAY_NONE, .name = "port.txt" };

  return apo_article_new (text, &info);
}

static void
add_claim (ApoFindings *findings,
           const char  *content,
           int          speaker)
{
  ApoFoundClaim *claim = apo_findings_add_claim (findings);
  ApoSpan span = find_words (content);

  g_array_append_val (claim->content, span);
  claim->speaker = speaker;
}

/* Three actors, three claims, a date, an event and a relation. */
ApoFindings *
apo_sample_findings_new (void)
{
  ApoFindings *findings = apo_findings_new ();
  ApoFoundActor *mayor = apo_findings_add_actor (findings, "Odile Carrère", APO_ACTOR_PERSON, NULL);
  ApoFoundActor *oslo = apo_findings_add_actor (findings, "Norvège", APO_ACTOR_COUNTRY, "NO");
  ApoFoundActor *lisbon = apo_findings_add_actor (findings, "Portugal", APO_ACTOR_COUNTRY, "PT");
  ApoFoundRelation *accord;
  ApoFoundTime *time;
  ApoFoundEvent *event;
  ApoSpan evidence = find_words ("Oslo et Lisbonne ont signé un accord");
  int index;

  apo_found_actor_add_mention (mayor, find_words ("Odile Carrère"), APO_MENTION_NAME);
  apo_found_actor_add_mention (mayor, find_words ("La maire"), APO_MENTION_DESCRIPTION);
  apo_found_actor_add_mention (oslo, find_words ("Oslo"), APO_MENTION_METONYM);
  apo_found_actor_add_mention (lisbon, find_words ("Lisbonne"), APO_MENTION_METONYM);
  add_claim (findings, "les quais « tiendront cent ans »", 0);
  add_claim (findings, "la digue aurait cédé dès mardi", APO_FOUND_NONE);
  add_claim (findings, "Nous n’avons rien promis", 0);

  time = apo_findings_add_time (findings, find_words ("Le 3 mai 2024"), APO_TIME_DATE,
                                "2024-05-03");
  time->interval = (ApoInterval) { apo_day_from_ymd (2024, 5, 3), apo_day_from_ymd (2024, 5, 3) };
  event = apo_findings_add_event (findings, evidence, "accord");
  event->time = 0;
  event->interval = time->interval;
  event->precision = APO_PRECISION_DAY;
  index = 1;
  g_array_append_val (event->actors, index);
  index = 2;
  g_array_append_val (event->actors, index);
  accord = apo_findings_add_relation (findings, 1, 2, APO_RELATION_COOPERATION);
  g_array_append_val (accord->evidence, evidence);

  findings->language = g_strdup ("fr");
  findings->title = g_strdup ("Le port rouvre après la tempête");
  findings->fingerprint = g_strdup ("0badcafe");
  findings->length = g_utf8_strlen (sample_text, -1);

  return findings;
}

static ApoSpan
make_span (GRand *rand,
           guint  length)
{
  guint start = g_rand_int_range (rand, 0, length);

  return APO_SPAN (start, g_rand_int_range (rand, start + 1, length + 1));
}

static GVariant *
make_spans (GRand *rand,
            guint  n,
            guint  length)
{
  g_autoptr (GArray) spans = apo_spans_new ();

  for (guint i = 0; i < n; i++)
    {
      ApoSpan span = make_span (rand, length);

      g_array_append_val (spans, span);
    }

  return g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), spans->data, spans->len,
                                    sizeof (ApoSpan));
}

static GVariant *
make_mentions (GRand *rand,
               guint  n,
               guint  length)
{
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (ApoActorMention));

  for (guint i = 0; i < n; i++)
    {
      ApoActorMention mention = { make_span (rand, length), g_rand_int_range (rand, 0, 6), 1 };

      g_array_append_val (mentions, mention);
    }

  return g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), mentions->data, mentions->len,
                                    sizeof (ApoActorMention));
}

static const char *
make_string (GRand *rand)
{
  static const char *const strings[] = {
    "", "quai", "« digue »", "a \"b\" \\ c", "deux\nlignes\tet\rplus", "\x01\x1F\x7F", "\U0001F41F",
    "sépare\u2028ligne", "{\"x\": [1]}", "null",
  };

  return strings[g_rand_int_range (rand, 0, G_N_ELEMENTS (strings))];
}

/* The id of an item that stands before @item, of the type that a field of that name refers to; empty
 * where there is none. */
static const char *
make_ref (ApoDossier *dossier,
          ApoItem    *item,
          const char *key,
          GRand      *rand)
{
  ApoItemType type = APO_ITEM_ACTOR;
  GListModel *items;
  guint n;
  g_autoptr (ApoItem) target = NULL;

  if (g_str_equal (key, "article") || g_str_equal (key, "replaced-by"))
    type = APO_ITEM_ARTICLE;
  else if (g_str_equal (key, "reported-by") || g_str_has_prefix (key, "claim")
           || apo_item_get_item_type (item) == APO_ITEM_LINK)
    type = APO_ITEM_CLAIM;
  else if (g_str_equal (key, "target"))
    type = g_rand_int_range (rand, 0, APO_N_ITEM_TYPES);
  else if (g_str_has_suffix (key, "time"))
    type = APO_ITEM_TIME;

  items = apo_dossier_get_items (dossier, type);
  n = g_list_model_get_n_items (items);
  if (apo_item_get_item_type (item) == type)
    n = MIN (n, apo_dossier_get_position (dossier, item));
  if (n == 0)
    return "";

  target = g_list_model_get_item (items, g_rand_int_range (rand, 0, n));

  return apo_item_get_id (target);
}

static GVariant *
make_refs (ApoDossier *dossier,
           ApoItem    *item,
           const char *key,
           GRand      *rand)
{
  GVariantBuilder refs;

  g_variant_builder_init (&refs, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    {
      const char *ref = make_ref (dossier, item, key, rand);

      if (*ref != '\0')
        g_variant_builder_add (&refs, "s", ref);
    }

  return g_variant_builder_end (&refs);
}

static GVariant *
make_strings (GRand *rand)
{
  GVariantBuilder strings;

  g_variant_builder_init (&strings, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    g_variant_builder_add (&strings, "s", make_string (rand));

  return g_variant_builder_end (&strings);
}

static GVariant *
make_verdicts (GRand *rand)
{
  GVariantBuilder log;

  g_variant_builder_init (&log, G_VARIANT_TYPE ("a(xiiss)"));
  for (guint n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    g_variant_builder_add (&log, "(xiiss)", (gint64) g_rand_int_range (rand, -1000, G_MAXINT),
                           g_rand_int_range (rand, 0, APO_N_VERDICTS),
                           g_rand_int_range (rand, 0, APO_N_VERDICTS), make_string (rand),
                           make_string (rand));

  return g_variant_builder_end (&log);
}

static GVariant *
make_point (GRand *rand)
{
  GVariant *point = g_variant_new ("(ii)", (int) g_rand_int (rand), (int) g_rand_int (rand));

  return g_variant_new_array (G_VARIANT_TYPE ("(ii)"), &point, 1);
}

static GVariant *
make_anchors (GRand *rand,
              guint  length)
{
  GVariantBuilder anchors;

  g_variant_builder_init (&anchors, G_VARIANT_TYPE ("a(ssa(uu))"));
  for (guint n = g_rand_int_range (rand, 0, 3); n > 0; n--)
    g_variant_builder_add (&anchors, "(ss@a(uu))", "zzzzz-c1", make_string (rand),
                           make_spans (rand, g_rand_int_range (rand, 0, 3), length));

  return g_variant_builder_end (&anchors);
}

static GVariant *
make_enum (GType  type,
           GRand *rand)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);

  return g_variant_new_int32 (g_rand_int_range (rand, 0, enum_class->n_values));
}

/* A value that the field of such an item can have, floating. */
GVariant *
apo_sample_value_new (ApoDossier *dossier,
                      ApoItem    *item,
                      guint       field,
                      GRand      *rand)
{
  guint n_fields;
  const ApoField *info = &apo_item_get_fields (item, &n_fields)[field];
  guint length = apo_text_get_length (apo_article_get_text (apo_dossier_get_article (dossier)));

  switch (info->kind)
    {
    case APO_FIELD_ENUM:
      return make_enum (info->get_enum_type (), rand);
    case APO_FIELD_BOOLEAN:
      return g_variant_new_boolean (g_rand_boolean (rand));
    case APO_FIELD_INTEGER:
      return g_variant_new_int64 (g_rand_int_range (rand, 1, G_MAXINT));
    case APO_FIELD_DAY:
      return g_variant_new_int32 (g_rand_boolean (rand) ? APO_DAY_NONE
                                                        : g_rand_int_range (rand, -9000, 90000));
    case APO_FIELD_SPAN:
      return make_spans (rand, g_rand_int_range (rand, 0, 2), length);
    case APO_FIELD_SPANS:
      return make_spans (rand, g_rand_int_range (rand, 0, 4), length);
    case APO_FIELD_MENTIONS:
      return make_mentions (rand, g_rand_int_range (rand, 0, 6), length);
    case APO_FIELD_REF:
      return g_variant_new_string (make_ref (dossier, item, info->key, rand));
    case APO_FIELD_REFS:
      return make_refs (dossier, item, info->key, rand);
    case APO_FIELD_POINT:
      return make_point (rand);
    case APO_FIELD_VERDICTS:
      return make_verdicts (rand);
    case APO_FIELD_ANCHORS:
      return make_anchors (rand, length);
    case APO_FIELD_STRINGS:
      return make_strings (rand);
    case APO_FIELD_MOMENT:
      return g_variant_new_int64 (g_rand_int_range (rand, -1000, G_MAXINT));
    case APO_FIELD_STRING:
    default:
      return g_variant_new_string (make_string (rand));
    }
}

/* Whether any value will do; an article keeps what its text decides. */
static gboolean
is_free (ApoItem *item,
         guint    field)
{
  return !APO_IS_ARTICLE (item) || (field != APO_ARTICLE_FIELD_NUMBER
                                    && field != APO_ARTICLE_FIELD_TEXT_SHA256);
}

static void
fill_item (ApoDossier *dossier,
           ApoItem    *item,
           GRand      *rand)
{
  guint n_fields;

  apo_item_get_fields (item, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    if (is_free (item, i))
      apo_item_set_value (item, i, apo_sample_value_new (dossier, item, i, rand));
}

static void
set_view (ApoDossier *dossier,
          GRand      *rand)
{
  GVariantBuilder places;

  g_variant_builder_init (&places, G_VARIANT_TYPE ("a{s(ii)}"));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *key = g_strdup_printf ("k%u", i);

      g_variant_builder_add (&places, "{s(ii)}", key, (int) g_rand_int (rand), -1);
    }

  apo_dossier_set_view_state (dossier, "places", g_variant_builder_end (&places));
  apo_dossier_set_view_state (dossier, "zoom", g_variant_new_double (g_rand_double (rand)));
  apo_dossier_set_view_state (dossier, "whole", g_variant_new_double (2.0));
  apo_dossier_set_view_state (dossier, "offset", g_variant_new_int64 (G_MAXINT64));
  apo_dossier_set_view_state (dossier, "wide", g_variant_new_boolean (g_rand_boolean (rand)));
  apo_dossier_set_view_state (dossier, "pane", g_variant_new_string (make_string (rand)));
  apo_dossier_set_view_state (dossier, "middle", g_variant_new ("(dd)", 0.1, -1e300));
}

/* A dossier with items of all types, whose fields hold anything that they can. */
ApoDossier *
apo_sample_dossier_new (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ApoDossier *dossier = apo_dossier_new ("zzzzz");
  g_autoptr (ApoArticle) article = apo_sample_article_new ();

  apo_dossier_insert (dossier, APO_ITEM (article), 0);
  fill_item (dossier, APO_ITEM (article), rand);

  for (guint type = APO_ITEM_ACTOR; type < APO_N_ITEM_TYPES; type++)
    for (guint n = g_rand_int_range (rand, 2, 8); n > 0; n--)
      {
        g_autoptr (ApoItem) item = apo_item_new (type, NULL);

        apo_dossier_insert (dossier, item, G_MAXUINT);
        fill_item (dossier, item, rand);
      }

  set_view (dossier, rand);

  return dossier;
}

static ApoItem *
dup_any_item (ApoDossier *dossier,
              GRand      *rand)
{
  GListModel *items = apo_dossier_get_items (dossier, g_rand_int_range (rand, 0, APO_N_ITEM_TYPES));
  guint n = g_list_model_get_n_items (items);

  return n > 0 ? g_list_model_get_item (items, g_rand_int_range (rand, 0, n)) : NULL;
}

static void
add_change (ApoCommand *command,
            ApoDossier *dossier,
            GRand      *rand)
{
  g_autoptr (ApoItem) item = dup_any_item (dossier, rand);
  guint n_fields;
  guint field;

  if (item == NULL || g_rand_int_range (rand, 0, 8) == 0)
    {
      g_autoptr (ApoItem) added = apo_item_new (g_rand_int_range (rand, 1, APO_N_ITEM_TYPES), NULL);

      fill_item (dossier, added, rand);
      apo_command_add_item (command, added);
      return;
    }

  apo_item_get_fields (item, &n_fields);
  field = g_rand_int_range (rand, 0, n_fields);
  if (is_free (item, field))
    apo_command_set_field (command, item, field, apo_sample_value_new (dossier, item, field, rand));
}

static void
add_removal (ApoCommand *command,
             ApoDossier *dossier,
             GRand      *rand)
{
  g_autoptr (ApoItem) item = dup_any_item (dossier, rand);

  if (item != NULL && !APO_IS_ARTICLE (item))
    apo_command_remove_item (command, item);
}

/* A command that removes some items, or one of some changes of any other kind; some of them merge. */
ApoCommand *
apo_sample_command_new (ApoDossier *dossier,
                        GRand      *rand)
{
  ApoCommand *command = apo_command_new ("Sample");
  gboolean removes = g_rand_int_range (rand, 0, 5) == 0;

  for (guint n = g_rand_int_range (rand, 1, 6); n > 0; n--)
    if (removes)
      add_removal (command, dossier, rand);
    else
      add_change (command, dossier, rand);
  if (g_rand_int_range (rand, 0, 3) == 0)
    apo_command_set_merge_key (command, "same");

  return command;
}

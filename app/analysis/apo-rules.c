/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-metadata-rules.h"
#include "apo-time-rules.h"

typedef gboolean (* ReadRow) (ApoRules *self, ApoTable *table, guint row, GError **error);

static void
named_free (gpointer data)
{
  g_free (((ApoNamed *) data)->phrase);
  g_free (data);
}

static void
cue_free (gpointer data)
{
  ApoCue *cue = data;

  while (cue != NULL)
    {
      ApoCue *next = cue->next;

      g_free (cue);
      cue = next;
    }
}

static void
fill_classes (ApoRules *self)
{
  ApoClasses *is = &self->is;
  const struct { ApoWordClasses *to; const char *name; } all[] = {
    { &is->determiner, "determiner" }, { &is->article, "article" },
    { &is->contracted, "contracted" }, { &is->preposition, "preposition" },
    { &is->subject, "subject" }, { &is->speaker, "speaker" }, { &is->clitic, "clitic" },
    { &is->negation, "negation" }, { &is->negator, "negator" }, { &is->inverted, "inverted" },
    { &is->inverted_speaker, "inverted-speaker" }, { &is->that, "that" },
    { &is->relative, "relative" }, { &is->coordination, "coordination" }, { &is->and_, "and" },
    { &is->but, "but" }, { &is->subordination, "subordination" }, { &is->adverb, "adverb" },
    { &is->stop, "stop" }, { &is->locative, "locative" }, { &is->of, "of" }, { &is->to, "to" },
    { &is->by, "by" }, { &is->with, "with" }, { &is->between, "between" },
    { &is->particle, "particle" }, { &is->movement, "movement" },
    { &is->place_noun, "place-noun" }, { &is->contrast, "contrast" },
    { &is->hedging, "hedging" }, { &is->modal, "modal" }, { &is->near_future, "near-future" },
    { &is->first_person, "first-person" }, { &is->org_adjective, "org-adjective" },
    { &is->auxiliary, "auxiliary-lemma" }, { &is->passive, "passive-lemma" },
    { &is->deed, "deed" },
    { &is->reflexive, "reflexive" }, { &is->purpose, "purpose" },
    { &is->impersonal, "impersonal" }, { &is->people, "people" }, { &is->gap, "gap" },
    { &is->degree, "degree" }, { &is->question, "question" }, { &is->measure, "measure" },
    { &is->on, "on" }, { &is->trend, "trend" }, { &is->as, "as" }, { &is->coming, "coming" },
    { &is->adverbial, "adverbial" },
    { &is->plural_article, "plural-article" },
    { &is->premodifier, "premodifier" }, { &is->feminine, "feminine" },
    { &is->masculine, "masculine" }, { &is->plural, "plural" },
    { &is->latter, "latter" }, { &is->owner, "owner" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    *all[i].to = apo_language_pack_get_class (self->pack, all[i].name);
}

static gboolean
read_enum (ApoTable    *table,
           guint        row,
           guint        column,
           GType        type,
           int         *value,
           GError     **error)
{
  if (apo_enum_from_nick (type, apo_table_get (table, row, column), value))
    return TRUE;

  apo_table_set_error (table, row, error, _("a word is not one of those allowed there"));

  return FALSE;
}

static const char *
get_optional (ApoTable *table,
              guint     row,
              guint     column)
{
  const char *cell = apo_table_get (table, row, column);

  return strcmp (cell, "-") == 0 || cell[0] == '\0' ? NULL : cell;
}

static void
add_named (ApoRules     *self,
           const char   *phrases,
           ApoNamedForm  form,
           ApoActorKind  kind,
           const char   *name,
           const char   *region)
{
  g_auto (GStrv) all = phrases != NULL ? g_strsplit (phrases, "|", -1) : NULL;

  for (guint i = 0; all != NULL && all[i] != NULL; i++)
    {
      ApoNamed *named;

      if (all[i][0] == '\0')
        continue;

      named = g_new0 (ApoNamed, 1);
      named->form = form;
      named->kind = kind;
      named->name = name;
      named->region = region;
      named->phrase = g_strdup (all[i]);
      g_ptr_array_add (self->named, named);

      if (form == APO_NAMED_DEMONYM)
        {
          g_autofree char *folded = g_utf8_strdown (all[i], -1);

          if (!g_hash_table_contains (self->demonyms, folded))
            g_hash_table_insert (self->demonyms, g_steal_pointer (&folded), named);
        }
      else
        apo_phrases_add (self->gazetteer, all[i], self->named->len - 1);
    }
}

static gboolean
read_country (ApoRules  *self,
              ApoTable  *table,
              guint      row,
              GError   **error)
{
  const char *region = apo_table_get (table, row, 0);
  const char *name = apo_table_get (table, row, 1);
  static const ApoNamedForm forms[] = {
    APO_NAMED_COUNTRY, APO_NAMED_COUNTRY, APO_NAMED_CAPITAL, APO_NAMED_SEAT, APO_NAMED_DEMONYM,
  };

  if (!apo_table_require (table, row, 6, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    add_named (self, get_optional (table, row, i + 1), forms[i], APO_ACTOR_COUNTRY, name, region);

  return TRUE;
}

static gboolean
read_place (ApoRules  *self,
            ApoTable  *table,
            guint      row,
            GError   **error)
{
  if (!apo_table_require (table, row, 2, error))
    return FALSE;

  add_named (self, apo_table_get (table, row, 1), APO_NAMED_PLACE, APO_ACTOR_PLACE, NULL,
             get_optional (table, row, 0));

  return TRUE;
}

static gboolean
read_organisation (ApoRules  *self,
                   ApoTable  *table,
                   guint      row,
                   GError   **error)
{
  const char *name = apo_table_get (table, row, 2);
  const char *region = get_optional (table, row, 1);
  int kind;

  if (!apo_table_require (table, row, 4, error)
      || !read_enum (table, row, 0, APO_TYPE_ACTOR_KIND, &kind, error))
    return FALSE;

  add_named (self, name, APO_NAMED_ORGANISATION, kind, name, region);
  add_named (self, get_optional (table, row, 3), APO_NAMED_ORGANISATION, kind, name, region);

  return TRUE;
}

static void
add_set (GHashTable *set,
         const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0')
      g_hash_table_add (set, g_utf8_strdown (all[i], -1));
}

static gboolean
read_given_names (ApoRules *self, ApoTable *table, guint row, GError **error)
{
  add_set (self->given_names, apo_table_get (table, row, 0));
  return TRUE;
}

static gboolean
read_feminine (ApoRules *self, ApoTable *table, guint row, GError **error)
{
  add_set (self->feminine, apo_table_get (table, row, 1));
  return apo_table_require (table, row, 3, error);
}

static gboolean
read_compound (ApoRules *self, ApoTable *table, guint row, GError **error)
{
  g_auto (GStrv) forms = g_strsplit (apo_table_get (table, row, 1), "|", -1);

  for (guint i = 0; forms[i] != NULL; i++)
    g_hash_table_insert (self->compounds, g_strdup (forms[i]),
                         (gpointer) apo_table_get (table, row, 0));

  return apo_table_require (table, row, 3, error);
}

static gboolean
read_surnames (ApoRules *self, ApoTable *table, guint row, GError **error)
{
  add_set (self->surnames, apo_table_get (table, row, 0));
  return TRUE;
}

static gboolean
read_flag (ApoTable           *table,
           guint               row,
           guint               column,
           const char * const *names,
           guint              *flags,
           GError            **error)
{
  g_auto (GStrv) given = g_strsplit (apo_table_get (table, row, column), ",", -1);

  *flags = 0;

  for (guint i = 0; given[i] != NULL; i++)
    {
      guint bit = 0;

      while (names[bit] != NULL && strcmp (names[bit], given[i]) != 0)
        bit++;

      if (names[bit] == NULL)
        {
          apo_table_set_error (table, row, error, _("a word is not one of those allowed there"));
          return FALSE;
        }
      *flags |= 1u << bit;
    }

  return TRUE;
}

static gboolean
read_events (ApoRules  *self,
             ApoTable  *table,
             guint      row,
             GError   **error)
{
  static const char * const uses[] = { "noun", "link", "apart", "void", "hollow", "state", "vague",
                                       "since", "plan", "part", NULL };
  g_auto (GStrv) words = NULL;
  guint use;

  if (!apo_table_require (table, row, 4, error)
      || !read_flag (table, row, 0, uses, &use, error))
    return FALSE;

  words = g_strsplit (apo_table_get (table, row, 2), " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint had = GPOINTER_TO_UINT (g_hash_table_lookup (self->event_words, words[i]));

      g_hash_table_insert (self->event_words, g_strdup (words[i]), GUINT_TO_POINTER (had | use));
    }

  return TRUE;
}

static gboolean
read_head (ApoRules  *self,
           ApoTable  *table,
           guint      row,
           GError   **error)
{
  static const char * const uses[] = { "institution", "before-name", "name", "collective", NULL };
  g_auto (GStrv) words = NULL;
  guint use;
  int kind;

  if (!apo_table_require (table, row, 4, error)
      || !read_enum (table, row, 0, APO_TYPE_ACTOR_KIND, &kind, error)
      || !read_flag (table, row, 1, uses, &use, error))
    return FALSE;

  words = g_strsplit (apo_table_get (table, row, 2), " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_strdown (words[i], -1);
      ApoHead *head = g_hash_table_lookup (self->heads, word);

      if (head == NULL)
        {
          head = g_new0 (ApoHead, 1);
          head->kind = kind;
          g_hash_table_insert (self->heads, g_steal_pointer (&word), head);
        }
      head->uses |= use;
    }

  return TRUE;
}

static gboolean
read_title (ApoRules  *self,
            ApoTable  *table,
            guint      row,
            GError   **error)
{
  static const char * const kinds[] = { "civil", "title", "role", "epithet", NULL };
  g_auto (GStrv) words = NULL;
  guint kind;

  if (!apo_table_require (table, row, 3, error)
      || !read_flag (table, row, 0, kinds, &kind, error))
    return FALSE;

  words = g_strsplit (apo_table_get (table, row, 1), " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      guint had = GPOINTER_TO_UINT (g_hash_table_lookup (self->titles, words[i]));

      g_hash_table_insert (self->titles, g_strdup (words[i]), GUINT_TO_POINTER (had | kind));
    }

  return TRUE;
}

static gboolean
read_cue (ApoRules  *self,
          ApoTable  *table,
          guint      row,
          GError   **error)
{
  static const char * const frames[] = {
    "that", "inf", "charge", "aside", "quote", "colon", "strong-obj", "bare", "weak-obj", "whether",
    "told", "of", "on", "to", "for", "state", "passive", "self",
    "trend-obj", "urge", "as", "called", NULL
  };
  g_auto (GStrv) verbs = NULL;
  guint flags;
  int type, certainty;

  if (!apo_table_require (table, row, 5, error)
      || !read_flag (table, row, 0, frames, &flags, error)
      || !read_enum (table, row, 1, APO_TYPE_CLAIM_TYPE, &type, error)
      || !read_enum (table, row, 2, APO_TYPE_CERTAINTY, &certainty, error))
    return FALSE;

  verbs = g_strsplit (apo_table_get (table, row, 3), " ", -1);
  for (guint i = 0; verbs[i] != NULL; i++)
    {
      ApoCue *first = g_hash_table_lookup (self->cues, verbs[i]);
      ApoCue *cue;

      if (verbs[i][0] == '\0')
        continue;
      if (!apo_language_pack_has_verb (self->pack, verbs[i]))
        {
          apo_table_set_error (table, row, error, _("a verb is missing in verbs.tsv"));
          return FALSE;
        }

      cue = g_new0 (ApoCue, 1);
      cue->frames = flags;
      cue->type = type;
      cue->certainty = certainty;
      if (first == NULL)
        g_hash_table_insert (self->cues, g_strdup (verbs[i]), cue);
      else
        {
          while (first->next != NULL)
            first = first->next;
          first->next = cue;
        }
    }

  return TRUE;
}

static gboolean
read_cue_phrase (ApoRules  *self,
                 ApoTable  *table,
                 guint      row,
                 GError   **error)
{
  static const struct { const char *name; ApoCuePhraseKind kind; } kinds[] = {
    { "source", APO_CUE_SOURCE }, { "loose-source", APO_CUE_LOOSE_SOURCE },
    { "owner", APO_CUE_OWNER }, { "speaker-noun", APO_CUE_SPEAKER_NOUN },
    { "thought-noun", APO_CUE_THOUGHT_NOUN }, { "participle", APO_CUE_PARTICIPLE },
  };
  ApoCuePhrase phrase = { 0 };
  int type, certainty;

  if (!apo_table_require (table, row, 5, error)
      || !read_enum (table, row, 1, APO_TYPE_CERTAINTY, &certainty, error)
      || !read_enum (table, row, 2, APO_TYPE_CLAIM_TYPE, &type, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i].name, apo_table_get (table, row, 0)) == 0)
      {
        phrase.kind = kinds[i].kind;
        phrase.type = type;
        phrase.certainty = certainty;
        g_array_append_val (self->cue_phrases, phrase);
        apo_phrases_add (self->cue_words, apo_table_get (table, row, 3),
                         self->cue_phrases->len - 1);
        return TRUE;
      }

  apo_table_set_error (table, row, error, _("a word is not one of those allowed there"));

  return FALSE;
}

static gboolean
read_disclaimer (ApoRules *self, ApoTable *table, guint row, GError **error)
{
  apo_phrases_add (self->disclaimers, apo_table_get (table, row, 1), 0);
  return apo_table_require (table, row, 3, error);
}

static gboolean
read_table (ApoRules    *self,
            const char  *name,
            ReadRow      read_row,
            GError     **error)
{
  ApoTable *table = apo_language_pack_get_table (self->pack, name, error);

  for (guint row = 0; table != NULL && row < apo_table_get_n_rows (table); row++)
    if (!read_row (self, table, row, error))
      return FALSE;

  return table != NULL;
}

static gboolean
read_tables (ApoRules  *self,
             GError   **error)
{
  static const struct { const char *name; ReadRow read; } tables[] = {
    { "organisations", read_organisation }, { "countries", read_country },
    { "places", read_place }, { "given-names", read_given_names }, { "persons", read_surnames },
    { "genders", read_feminine }, { "compounds", read_compound },
    { "heads", read_head }, { "titles", read_title }, { "cues", read_cue },
    { "cue-phrases", read_cue_phrase }, { "disclaimers", read_disclaimer },
    { "events", read_events },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!read_table (self, tables[i].name, tables[i].read, error))
      return FALSE;

  self->bodies = apo_body_rules_new (self->pack, error);
  if (self->bodies != NULL)
    self->relations = apo_relation_rules_new (self->pack, error);
  if (self->relations != NULL)
    self->stances = apo_stance_rules_new (self->pack, error);
  if (self->stances != NULL)
    self->times = apo_time_rules_new (self->pack, error);
  if (self->times != NULL)
    self->metadata = apo_metadata_rules_new (self->pack, error);

  return self->metadata != NULL;
}

/**
 * apo_cue_get_frames:
 * @cue: (nullable): the first of a verb
 *
 * Returns: the frames of all meanings together
 */
guint
apo_cue_get_frames (const ApoCue *cue)
{
  guint frames = 0;

  for (; cue != NULL; cue = cue->next)
    frames |= cue->frames;

  return frames;
}

/**
 * apo_rules_new:
 *
 * Returns: (transfer full) (nullable): the rules of @pack, or an #ApoLanguageError with file and
 * line
 */
ApoRules *
apo_rules_new (ApoLanguagePack  *pack,
               GError          **error)
{
  g_autoptr (ApoRules) self = g_new0 (ApoRules, 1);
  g_autofree char *path = NULL;

  self->pack = apo_language_pack_ref (pack);
  self->named = g_ptr_array_new_with_free_func (named_free);
  self->gazetteer = apo_phrases_new (pack);
  self->demonyms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->given_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->compounds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->feminine = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->surnames = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, cue_free);
  self->cue_phrases = g_array_new (FALSE, FALSE, sizeof (ApoCuePhrase));
  self->cue_words = apo_phrases_new (pack);
  self->disclaimers = apo_phrases_new (pack);
  self->event_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fill_classes (self);

  path = apo_language_pack_dup_model_path (pack, "names");
  if (path != NULL)
    {
      self->names = apo_name_tagger_new (path, error);
      if (self->names == NULL)
        return NULL;
    }

  return read_tables (self, error) ? g_steal_pointer (&self) : NULL;
}

void
apo_rules_free (ApoRules *rules)
{
  g_clear_pointer (&rules->metadata, apo_metadata_rules_free);
  g_clear_pointer (&rules->times, apo_time_rules_free);
  g_clear_pointer (&rules->bodies, apo_body_rules_free);
  g_hash_table_unref (rules->event_words);
  g_clear_pointer (&rules->stances, apo_stance_rules_free);
  g_clear_pointer (&rules->relations, apo_relation_rules_free);
  apo_phrases_free (rules->disclaimers);
  apo_phrases_free (rules->cue_words);
  g_array_unref (rules->cue_phrases);
  g_hash_table_unref (rules->cues);
  g_hash_table_unref (rules->titles);
  g_hash_table_unref (rules->heads);
  g_hash_table_unref (rules->surnames);
  g_hash_table_unref (rules->feminine);
  g_hash_table_unref (rules->compounds);
  g_hash_table_unref (rules->given_names);
  g_hash_table_unref (rules->demonyms);
  apo_phrases_free (rules->gazetteer);
  g_clear_pointer (&rules->names, apo_name_tagger_free);
  g_ptr_array_unref (rules->named);
  apo_language_pack_unref (rules->pack);
  g_free (rules);
}

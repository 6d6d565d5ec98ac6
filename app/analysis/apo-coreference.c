/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-coreference.h"

#include <string.h>

#include "apo-traits.h"

/* After S. Lappin and H. Leass, "An algorithm for pronominal anaphora resolution" (1994): whoever
 * agrees is weighed by what they were in their sentence and by how far back that is. */

/* How many tokens, sentences and names one looks back. */
#define MAX_TOKENS 250
#define MAX_SENTENCES 4
#define MAX_NAMES 40

/* Weights.  Persons come before bodies, since what takes a pronoun here says or does something. */
#define WEIGHT_SENTENCE (-28)
#define WEIGHT_RANK (-2)
#define WEIGHT_SUBJECT 40
#define WEIGHT_PERSON 30
#define WEIGHT_LAST 30
#define WEIGHT_GENITIVE (-18)
#define WEIGHT_COUNTRY (-12)
#define WEIGHT_UNSURE (-6)
#define WEIGHT_ROLE (-20)
#define WEIGHT_PLURAL 30

typedef struct {
  const ApoReading *reading;
  const ApoClasses *is;
  guint pronoun;
  guint sentence;
  guint traits;                 /* what it asks for */
  gboolean latter;
  gboolean object;              /* of a verb: whoever stands in its own sentence is not meant */
  int last;
  int best;
  int best_score;
  guint rank;
} Search;

static ApoActorKind
get_kind (const ApoReading *reading,
          int               actor)
{
  return ((const ApoFoundActor *) g_ptr_array_index (reading->findings->actors, actor))->kind;
}

/**
 * apo_coreference_is_subject:
 *
 * Returns: whether the name is the subject of its clause: by the tree where there is one, else since
 * its verb comes next
 */
gboolean
apo_coreference_is_subject (const ApoReading *reading,
                            const ApoName    *name)
{
  const ApoClasses *is = &reading->rules->is;
  guint i = name->tokens.end;

  for (guint k = name->tokens.start; k < name->tokens.end; k++)
    {
      const ApoToken *token = apo_reading_get (reading, k);

      if (token->dep == APO_DEP_NSUBJ || token->dep == APO_DEP_NSUBJ_PASS)
        return TRUE;
    }

  /* « l'ère Petit » */
  if (!name->role && name->title == NULL && name->tokens.start > 0
      && apo_reading_get (reading, name->tokens.start - 1)->pos == APO_POS_NOUN)
    return FALSE;

  if (apo_reading_is_mark (reading, i, ","))
    i++;
  while (i < name->tokens.end + 4
         && apo_reading_is (reading, i, is->clitic | is->negation | is->adverb))
    i++;

  return apo_reading_is_finite (reading, i)
         && (name->tokens.start == 0
             || !apo_reading_is (reading, name->tokens.start - 1, is->by | is->of));
}

static gboolean
agrees (const Search *s,
        int           actor)
{
  guint traits = apo_traits_get (s->reading, actor);
  guint gender = APO_MORPH_FEMININE | APO_MORPH_MASCULINE;

  if ((s->traits & APO_MORPH_PLURAL) && !(traits & APO_MORPH_PLURAL)
      && get_kind (s->reading, actor) != APO_ACTOR_GROUP
      && (actor != s->last || get_kind (s->reading, actor) == APO_ACTOR_PERSON))
    return FALSE;
  if (!(s->traits & APO_MORPH_PLURAL) && (traits & APO_MORPH_PLURAL))
    return FALSE;

  return (s->traits & gender) == 0 || (traits & gender) == 0 || (s->traits & traits & gender)
         || (s->traits & APO_MORPH_PLURAL);
}

static void
weigh (Search   *s,
       int       actor,
       guint     token,
       gboolean  subject,
       gboolean  role)
{
  ApoActorKind kind = get_kind (s->reading, actor);
  guint distance = s->sentence - apo_reading_get (s->reading, token)->sentence;
  int score = (int) distance * WEIGHT_SENTENCE + (int) s->rank * WEIGHT_RANK;

  s->rank++;
  if (!agrees (s, actor) || (s->object && distance == 0))
    return;

  if (s->latter)
    score = -(int) s->rank * 10;
  else if (kind == APO_ACTOR_PERSON)
    score += WEIGHT_PERSON;
  else if (kind == APO_ACTOR_COUNTRY)
    score += WEIGHT_COUNTRY;
  if (role)
    score += WEIGHT_ROLE;
  if (subject && !s->latter)
    score += WEIGHT_SUBJECT;
  if (!subject && !s->latter && token > 0 && apo_reading_is (s->reading, token - 1, s->is->of))
    score += WEIGHT_GENITIVE;
  if (s->traits & apo_traits_get (s->reading, actor) & APO_MORPH_PLURAL)
    score += WEIGHT_PLURAL;
  if (actor == s->last && distance < 3)
    score += WEIGHT_LAST;
  if ((apo_traits_get (s->reading, actor) & (APO_MORPH_FEMININE | APO_MORPH_MASCULINE)) == 0)
    score += WEIGHT_UNSURE;

  if (s->best == APO_FOUND_NONE || score > s->best_score)
    {
      s->best = actor;
      s->best_score = score;
    }
}

/* Who stands at a token: a name, or a pronoun that was understood before. */
static guint
look_at (Search *s,
         guint   i)
{
  const ApoName *name = apo_reading_get_name (s->reading, i);

  if (name != NULL && name->actor != APO_FOUND_NONE && name->form != APO_MENTION_DEMONYM)
    weigh (s, name->actor, name->tokens.start, apo_coreference_is_subject (s->reading, name),
           name->role);
  else if (s->reading->actor_at[i] >= 0)
    weigh (s, s->reading->actor_at[i], i, TRUE, FALSE);

  return name != NULL ? name->tokens.start : i;
}

/* Back over the text; what is quoted in front of « a-t-il dit » is about others. */
static void
search (Search   *s,
        gboolean  quoted)
{
  guint last = s->pronoun > MAX_TOKENS ? s->pronoun - MAX_TOKENS : 0;

  for (guint i = s->pronoun; i > last && s->rank < MAX_NAMES;)
    {
      const ApoToken *token = apo_reading_get (s->reading, --i);

      if (s->sentence - token->sentence > MAX_SENTENCES)
        return;
      if (!quoted && (token->flags & APO_TOKEN_CLOSING) && token->partner < i)
        i = token->partner;
      else
        i = look_at (s, i);
    }
}

static gboolean
is_object (const ApoReading *reading,
           guint             pronoun)
{
  const ApoToken *token = apo_reading_get (reading, pronoun);

  return token->pos == APO_POS_PRON
         && (token->dep == APO_DEP_OBJ || token->dep == APO_DEP_IOBJ);
}

/**
 * apo_coreference_find:
 * @pronoun: its token
 * @last: who spoke last, or %APO_FOUND_NONE
 *
 * Returns: whom it stands for, or %APO_FOUND_NONE.  Looks back over a stretch of fixed length.
 */
int
apo_coreference_find (const ApoReading *reading,
                      guint             pronoun,
                      int               last)
{
  Search s = { reading, &reading->rules->is, pronoun };

  s.sentence = apo_reading_get (reading, pronoun)->sentence;
  s.last = last;
  s.best = APO_FOUND_NONE;
  s.latter = apo_reading_is (reading, pronoun, s.is->latter);
  if (apo_reading_is (reading, pronoun, s.is->plural))
    s.traits |= APO_MORPH_PLURAL;
  if (apo_reading_is (reading, pronoun, s.is->feminine))
    s.traits |= APO_MORPH_FEMININE;
  else if (apo_reading_is (reading, pronoun, s.is->masculine))
    s.traits |= APO_MORPH_MASCULINE;
  /* « sa ville » may be a man's, « lui parler » a woman's */
  s.object = is_object (reading, pronoun);
  if (apo_reading_is (reading, pronoun, s.is->owner)
      || (s.object && apo_reading_is (reading, pronoun, s.is->speaker)))
    s.traits = 0;
  if (s.object && apo_reading_is (reading, pronoun, s.is->plural_article))
    s.traits = APO_MORPH_PLURAL;

  search (&s, FALSE);
  if (s.best == APO_FOUND_NONE)
    {
      s.rank = 0;
      search (&s, TRUE);
    }

  return s.best;
}

static char *
dup_called_key (const char *noun,
                int         actor)
{
  return g_strdup_printf ("%s %d", noun, actor);
}

static gboolean
is_called (const ApoReading *reading,
           const char       *noun,
           int               actor)
{
  g_autofree char *key = dup_called_key (noun, actor);

  return g_hash_table_contains (reading->called, key);
}

/**
 * apo_coreference_prepare:
 *
 * Notes what common nouns the text calls its actors by (*la société Zeta*).  Call it after they were
 * linked.
 */
void
apo_coreference_prepare (ApoReading *reading)
{
  g_hash_table_remove_all (reading->called);

  for (guint k = 0; k < reading->names->len; k++)
    {
      const ApoName *name = &g_array_index (reading->names, ApoName, k);

      if (name->title == NULL || name->actor == APO_FOUND_NONE || name->kind == APO_ACTOR_PERSON)
        continue;
      g_hash_table_insert (reading->called, dup_called_key (name->title, name->actor),
                           GINT_TO_POINTER (name->actor + 1));
      if (!g_hash_table_contains (reading->called, name->title))
        g_hash_table_insert (reading->called, g_strdup (name->title),
                             GINT_TO_POINTER (name->actor + 1));
    }
}

/**
 * apo_coreference_describe:
 * @noun: the token of a common noun for a body of that kind (*le groupe*, *le quotidien*)
 *
 * Returns: whom it means: of those who are called so the one named last, else who is most likely of
 * that kind; or %APO_FOUND_NONE
 */
int
apo_coreference_describe (const ApoReading *reading,
                          guint             noun,
                          ApoActorKind      kind)
{
  const ApoToken *token = apo_reading_get (reading, noun);
  gpointer called = g_hash_table_lookup (reading->called, token->norm);
  int best = APO_FOUND_NONE;
  int best_score = 0;
  int looked = 0;

  for (guint i = noun; i > 0 && looked < MAX_NAMES;)
    {
      const ApoName *name = apo_reading_get_name (reading, --i);
      int score = -10 * looked;

      if (name == NULL)
        continue;
      i = name->tokens.start;
      looked++;
      if (name->actor == APO_FOUND_NONE || name->role || name->form == APO_MENTION_DEMONYM)
        continue;
      if (called != NULL && is_called (reading, token->norm, name->actor))
        return name->actor;
      if (called != NULL || name->body != NULL || get_kind (reading, name->actor) != kind)
        continue;
      if (apo_coreference_is_subject (reading, name))
        score += WEIGHT_SUBJECT;
      if (best == APO_FOUND_NONE || score > best_score)
        {
          best = name->actor;
          best_score = score;
        }
    }

  return called != NULL ? GPOINTER_TO_INT (called) - 1 : best;
}

/* « le quotidien suisse Aurore » */
static gboolean
has_name_behind (const ApoReading *reading,
                 guint             noun)
{
  for (guint i = noun + 1; i < noun + 4; i++)
    {
      const ApoName *name = apo_reading_get_name (reading, i);

      if (name != NULL && name->form != APO_MENTION_DEMONYM)
        return TRUE;
      if (name == NULL && (i >= reading->tokens->tokens->len
                           || apo_reading_get (reading, i)->pos != APO_POS_ADJ))
        return FALSE;
    }

  return FALSE;
}

/**
 * apo_coreference_get_body:
 * @noun: the token of a common noun
 *
 * Returns: whom « le groupe », « ce quotidien » mean, where the noun is definite and one for a body;
 * else %APO_FOUND_NONE
 */
int
apo_coreference_get_body (const ApoReading *reading,
                          guint             noun)
{
  const ApoClasses *is = &reading->rules->is;
  const ApoHead *head = g_hash_table_lookup (reading->rules->heads,
                                             apo_reading_get (reading, noun)->norm);

  if (head == NULL || !(head->uses & APO_HEAD_BEFORE_NAME) || noun == 0
      || (apo_reading_get (reading, noun)->flags & APO_TOKEN_FIRST)
      || !apo_reading_is (reading, noun - 1, is->article | is->contracted)
      || apo_reading_is (reading, noun - 1, is->plural_article | is->owner)
      || apo_reading_is (reading, noun - 1,
                         apo_language_pack_get_class (reading->rules->pack, "indefinite"))
      || apo_reading_is (reading, noun + 1, is->of) || has_name_behind (reading, noun))
    return APO_FOUND_NONE;

  return apo_coreference_describe (reading, noun, head->kind);
}

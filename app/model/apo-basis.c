/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-basis.h"

#include <string.h>

#include "apo-standing.h"

#define ACCORDING "according:"

/* A chain of reporters is not followed further than this. */
#define MAX_CHAIN 16

struct _ApoBasis {
  ApoBasisKind kind;
  char *actor;
};

G_DEFINE_BOXED_TYPE (ApoBasis, apo_basis, apo_basis_copy, apo_basis_free)

static const char * const names[] = { "everything", "stated", "verified" };

/**
 * apo_basis_new:
 * @actor: (nullable): the id of who speaks, for %APO_BASIS_ACCORDING
 *
 * Returns: (transfer full): a basis
 */
ApoBasis *
apo_basis_new (ApoBasisKind kind,
               const char  *actor)
{
  ApoBasis *self = g_new0 (ApoBasis, 1);

  self->kind = kind;
  if (kind == APO_BASIS_ACCORDING)
    self->actor = g_strdup (actor != NULL ? actor : "");

  return self;
}

/**
 * apo_basis_new_from_string:
 * @string: (nullable): what apo_basis_to_string() gave
 *
 * Returns: (transfer full): that basis; *everything* for what is none
 */
ApoBasis *
apo_basis_new_from_string (const char *string)
{
  if (string != NULL && g_str_has_prefix (string, ACCORDING))
    return apo_basis_new (APO_BASIS_ACCORDING, string + strlen (ACCORDING));

  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    if (g_strcmp0 (string, names[kind]) == 0)
      return apo_basis_new (kind, NULL);

  return apo_basis_new (APO_BASIS_EVERYTHING, NULL);
}

ApoBasis *
apo_basis_copy (const ApoBasis *basis)
{
  return apo_basis_new (basis->kind, basis->actor);
}

void
apo_basis_free (ApoBasis *basis)
{
  g_free (basis->actor);
  g_free (basis);
}

/**
 * apo_basis_to_string:
 *
 * Returns: (transfer full): its name for view states and actions: `everything`, `stated`,
 *   `verified`, `according:ID`
 */
char *
apo_basis_to_string (const ApoBasis *basis)
{
  return basis->kind == APO_BASIS_ACCORDING ? g_strconcat (ACCORDING, basis->actor, NULL)
                                            : g_strdup (names[basis->kind]);
}

gboolean
apo_basis_equal (const ApoBasis *a,
                 const ApoBasis *b)
{
  return a->kind == b->kind && g_strcmp0 (a->actor, b->actor) == 0;
}

ApoBasisKind
apo_basis_get_kind (const ApoBasis *basis)
{
  return basis->kind;
}

/**
 * apo_basis_get_actor:
 *
 * Returns: (nullable): the id of who speaks, for %APO_BASIS_ACCORDING
 */
const char *
apo_basis_get_actor (const ApoBasis *basis)
{
  return basis->actor;
}

/* Whether @actor says @claim, or says that somebody says it. */
static gboolean
is_said_by (ApoDossier *dossier,
            ApoClaim   *claim,
            const char *actor)
{
  for (guint i = 0; claim != NULL && i < MAX_CHAIN; i++)
    {
      ApoItem *reporter;

      if (g_strcmp0 (apo_claim_get_speaker (claim), actor) == 0)
        return TRUE;
      reporter = apo_dossier_lookup (dossier, apo_claim_get_reported_by (claim));
      claim = reporter != NULL && APO_IS_CLAIM (reporter) ? APO_CLAIM (reporter) : NULL;
    }

  return FALSE;
}

/**
 * apo_basis_has_claim:
 *
 * Returns: whether @claim is part of it; a dismissed one never is
 */
gboolean
apo_basis_has_claim (const ApoBasis *basis,
                     ApoDossier     *dossier,
                     ApoClaim       *claim)
{
  if (apo_claim_is_dismissed (claim))
    return FALSE;

  switch (basis->kind)
    {
    case APO_BASIS_STATED:
      return FALSE;

    case APO_BASIS_VERIFIED:
      return apo_verdict_get_group (apo_claim_get_verdict (claim)) == APO_VERDICT_GROUP_VERIFIED;

    case APO_BASIS_ACCORDING:
      return is_said_by (dossier, claim, basis->actor);

    case APO_BASIS_EVERYTHING:
    default:
      return TRUE;
    }
}

static GPtrArray *
list_claims (ApoDossier *dossier,
             ApoItem    *item)
{
  guint field = APO_IS_RELATION (item) ? APO_RELATION_FIELD_CLAIMS : APO_EVENT_FIELD_CLAIMS;
  g_auto (GStrv) ids = apo_item_dup_refs (item, field);
  GPtrArray *claims = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      ApoItem *claim = apo_dossier_lookup (dossier, ids[i]);

      if (claim != NULL && APO_IS_CLAIM (claim) && !apo_claim_is_dismissed (APO_CLAIM (claim)))
        g_ptr_array_add (claims, claim);
    }

  return claims;
}

static gboolean
is_inside_claims (ApoSpan    span,
                  GPtrArray *claims)
{
  for (guint i = 0; i < claims->len; i++)
    {
      guint n_spans;
      const ApoSpan *spans = apo_claim_get_content (claims->pdata[i], &n_spans);

      for (guint j = 0; j < n_spans; j++)
        if (apo_span_overlaps (spans[j], span))
          return TRUE;
    }

  return FALSE;
}

/* Each of its claims that belongs to the basis, and the article itself for every passage outside of
 * all of its claims, if that belongs to it. */
static GArray *
collect_supports (const ApoBasis *basis,
                  ApoDossier     *dossier,
                  ApoItem        *item)
{
  gboolean is_relation = APO_IS_RELATION (item);
  g_autoptr (GPtrArray) claims = list_claims (dossier, item);
  GArray *supports = g_array_new (FALSE, FALSE, sizeof (ApoSupport));
  ApoSupport own = { TRUE, APO_VERDICT_NONE, APO_CERTAINTY_ASSERTED };
  guint n_spans;
  const ApoSpan *spans;

  for (guint i = 0; i < claims->len; i++)
    {
      ApoClaim *claim = claims->pdata[i];
      ApoSupport support = { FALSE, apo_claim_get_verdict (claim),
                             apo_claim_get_certainty (claim) };

      if (apo_basis_has_claim (basis, dossier, claim))
        g_array_append_val (supports, support);
    }

  if (basis->kind != APO_BASIS_EVERYTHING && basis->kind != APO_BASIS_STATED)
    return supports;

  spans = apo_item_get_spans (item,
                              is_relation ? APO_RELATION_FIELD_EVIDENCE : APO_EVENT_FIELD_SPAN,
                              &n_spans);
  own.certainty = is_relation ? apo_relation_get_certainty (APO_RELATION (item))
                              : apo_event_get_certainty (APO_EVENT (item));
  for (guint i = 0; i < n_spans; i++)
    if (!is_inside_claims (spans[i], claims))
      g_array_append_val (supports, own);

  return supports;
}

/**
 * apo_basis_has_item:
 * @item: a claim, a relation or an event; what is of another kind always belongs to it
 *
 * Returns: whether @item is part of it: for a relation and an event, whether one of the passages
 *   that it stands on is; linear in those
 */
gboolean
apo_basis_has_item (const ApoBasis *basis,
                    ApoDossier     *dossier,
                    ApoItem        *item)
{
  g_autoptr (GArray) supports = NULL;

  if (APO_IS_CLAIM (item))
    return apo_basis_has_claim (basis, dossier, APO_CLAIM (item));
  if (!APO_IS_RELATION (item) && !APO_IS_EVENT (item))
    return TRUE;
  if (apo_item_is_dismissed (item))
    return FALSE;
  if (basis->kind == APO_BASIS_EVERYTHING)
    return TRUE;

  supports = collect_supports (basis, dossier, item);

  return supports->len > 0;
}

/**
 * apo_basis_get_standing:
 * @item: a relation or an event of the dossier
 *
 * Returns: on what it stands, of the passages that belong to the basis
 */
ApoStanding
apo_basis_get_standing (const ApoBasis *basis,
                        ApoDossier     *dossier,
                        ApoItem        *item)
{
  g_autoptr (GArray) supports = NULL;

  g_return_val_if_fail (APO_IS_RELATION (item) || APO_IS_EVENT (item), APO_STANDING_DASHED);

  supports = collect_supports (basis, dossier, item);

  return apo_standing_of_supports ((const ApoSupport *) (void *) supports->data, supports->len);
}

/* The words of all claims of the first article, or of those that belong to @basis, in order and
 * without overlaps. */
static GArray *
collect_claim_spans (const ApoBasis *basis,
                     ApoDossier     *dossier)
{
  GListModel *claims = apo_dossier_get_items (dossier, APO_ITEM_CLAIM);
  const char *article = apo_item_get_id (APO_ITEM (apo_dossier_get_article (dossier)));
  GArray *all = g_array_new (FALSE, FALSE, sizeof (ApoSpan));

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);
      guint n_spans;
      const ApoSpan *spans = apo_claim_get_content (claim, &n_spans);

      if (g_str_equal (apo_claim_get_article (claim), article)
          && apo_basis_has_claim (basis, dossier, claim))
        g_array_append_vals (all, spans, n_spans);
    }
  apo_spans_unite (all);

  return all;
}

/**
 * apo_basis_collect_spans:
 *
 * Returns: (transfer full) (nullable) (element-type ApoSpan): the passages of the first article
 *   that belong to it, in order and without overlaps; %NULL for all of the text
 */
GArray *
apo_basis_collect_spans (const ApoBasis *basis,
                         ApoDossier     *dossier)
{
  g_autoptr (ApoBasis) everything = NULL;
  g_autoptr (GArray) said = NULL;
  GArray *spans;
  guint position = 0;
  guint length;

  if (basis->kind == APO_BASIS_EVERYTHING)
    return NULL;
  if (basis->kind != APO_BASIS_STATED)
    return collect_claim_spans (basis, dossier);

  everything = apo_basis_new (APO_BASIS_EVERYTHING, NULL);
  said = collect_claim_spans (everything, dossier);
  length = apo_text_get_length (apo_article_get_text (apo_dossier_get_article (dossier)));
  spans = g_array_new (FALSE, FALSE, sizeof (ApoSpan));
  for (guint i = 0; i <= said->len; i++)
    {
      ApoSpan next = i < said->len ? g_array_index (said, ApoSpan, i) : APO_SPAN (length, length);
      ApoSpan own = { position, next.start };

      if (own.end > own.start)
        g_array_append_val (spans, own);
      position = next.end;
    }

  return spans;
}

/* Whether one of the spans in @spans, in order, overlaps @span. */
static gboolean
is_within (GArray *spans,
           ApoSpan span)
{
  guint low = 0;
  guint high = spans->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (spans, ApoSpan, middle).end <= span.start)
        low = middle + 1;
      else
        high = middle;
    }

  return low < spans->len && apo_span_overlaps (g_array_index (spans, ApoSpan, low), span);
}

static void
add_speakers (const ApoBasis *basis,
              ApoDossier     *dossier,
              GHashTable     *actors)
{
  GListModel *claims = apo_dossier_get_items (dossier, APO_ITEM_CLAIM);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);
      const char *speaker = apo_claim_get_speaker (claim);

      if (speaker != NULL && *speaker != '\0' && apo_basis_has_claim (basis, dossier, claim))
        g_hash_table_add (actors, g_strdup (speaker));
    }
}

/**
 * apo_basis_collect_actors:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): the ids of the actors whom its passages
 *   name, and of who says them; %NULL for all
 */
GHashTable *
apo_basis_collect_actors (const ApoBasis *basis,
                          ApoDossier     *dossier)
{
  g_autoptr (GArray) spans = apo_basis_collect_spans (basis, dossier);
  GListModel *items = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);
  ApoArticle *article = apo_dossier_get_article (dossier);
  GHashTable *actors;

  if (spans == NULL)
    return NULL;

  actors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  add_speakers (basis, dossier, actors);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (items, i);
      guint n_mentions;
      const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n_mentions);

      for (guint j = 0; j < n_mentions; j++)
        if (mentions[j].article == apo_article_get_number (article)
            && is_within (spans, mentions[j].span))
          {
            g_hash_table_add (actors, g_strdup (apo_item_get_id (APO_ITEM (actor))));
            break;
          }
    }

  return actors;
}

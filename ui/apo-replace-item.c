/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-replace-item.h"

#include "apo-passage-title.h"

/* How much of what surrounds a passage is shown, in code points. */
#define CONTEXT_LENGTH 48

struct _ApoReplaceItem {
  GObject parent_instance;

  ApoDossier *dossier;
  ApoReanchor *reanchor;        /* (unowned): whoever made the item keeps it longer */
  guint target;
  ApoPlaceState state;          /* as it was found, before any answer */
  ApoReplaceAnswer answer;
  guint candidate;
};

G_DEFINE_ENUM_TYPE (ApoReplaceAnswer, apo_replace_answer,
  G_DEFINE_ENUM_VALUE (APO_REPLACE_OPEN, "open"),
  G_DEFINE_ENUM_VALUE (APO_REPLACE_HERE, "here"),
  G_DEFINE_ENUM_VALUE (APO_REPLACE_GONE, "gone"))

G_DEFINE_FINAL_TYPE (ApoReplaceItem, apo_replace_item, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ANSWER,
  PROP_CANDIDATE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
apo_replace_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ApoReplaceItem *self = APO_REPLACE_ITEM (object);

  switch (prop_id)
    {
    case PROP_ANSWER:
      g_value_set_enum (value, self->answer);
      break;
    case PROP_CANDIDATE:
      g_value_set_uint (value, self->candidate);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_replace_item_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ApoReplaceItem *self = APO_REPLACE_ITEM (object);

  switch (prop_id)
    {
    case PROP_ANSWER:
      apo_replace_item_set_answer (self, g_value_get_enum (value));
      break;
    case PROP_CANDIDATE:
      apo_replace_item_set_candidate (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
apo_replace_item_finalize (GObject *object)
{
  g_object_unref (APO_REPLACE_ITEM (object)->dossier);

  G_OBJECT_CLASS (apo_replace_item_parent_class)->finalize (object);
}

static void
apo_replace_item_class_init (ApoReplaceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = apo_replace_item_get_property;
  object_class->set_property = apo_replace_item_set_property;
  object_class->finalize = apo_replace_item_finalize;

  props[PROP_ANSWER] =
    g_param_spec_enum ("answer", NULL, NULL, APO_TYPE_REPLACE_ANSWER, APO_REPLACE_OPEN,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_CANDIDATE] =
    g_param_spec_uint ("candidate", NULL, NULL, 0, APO_PLACE_MAX_CANDIDATES - 1, 0,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
apo_replace_item_init (ApoReplaceItem *self)
{
}

/**
 * apo_replace_item_new:
 * @reanchor: one that was run, and that outlives the item
 * @target: one of its passages
 */
ApoReplaceItem *
apo_replace_item_new (ApoDossier  *dossier,
                      ApoReanchor *reanchor,
                      guint        target)
{
  ApoReplaceItem *self = g_object_new (APO_TYPE_REPLACE_ITEM, NULL);

  self->dossier = g_object_ref (dossier);
  self->reanchor = reanchor;
  self->target = target;
  self->state = apo_reanchor_get_target (reanchor, target)->place.state;

  return self;
}

const ApoReanchorTarget *
apo_replace_item_get_target (ApoReplaceItem *item)
{
  return apo_reanchor_get_target (item->reanchor, item->target);
}

/**
 * apo_replace_item_get_state:
 *
 * Returns: what was found out about the passage, whatever the reader says
 */
ApoPlaceState
apo_replace_item_get_state (ApoReplaceItem *item)
{
  return item->state;
}

/**
 * apo_replace_item_is_open:
 *
 * Returns: whether the reader is asked and has not answered
 */
gboolean
apo_replace_item_is_open (ApoReplaceItem *item)
{
  return item->state == APO_PLACE_ASK && item->answer == APO_REPLACE_OPEN;
}

ApoReplaceAnswer
apo_replace_item_get_answer (ApoReplaceItem *item)
{
  return item->answer;
}

void
apo_replace_item_set_answer (ApoReplaceItem   *item,
                             ApoReplaceAnswer  answer)
{
  if (item->answer == answer)
    return;

  item->answer = answer;
  g_object_notify_by_pspec (G_OBJECT (item), props[PROP_ANSWER]);
}

guint
apo_replace_item_get_candidate (ApoReplaceItem *item)
{
  return item->candidate;
}

/**
 * apo_replace_item_set_candidate:
 *
 * Looks at another of the places where the passage may be.
 */
void
apo_replace_item_set_candidate (ApoReplaceItem *item,
                                guint           candidate)
{
  if (item->candidate == candidate
      || candidate >= apo_replace_item_get_target (item)->place.n_candidates)
    return;

  item->candidate = candidate;
  g_object_notify_by_pspec (G_OBJECT (item), props[PROP_CANDIDATE]);
}

/**
 * apo_replace_item_dup_title:
 *
 * Returns: (transfer full): a few words that say of what it is a passage
 */
char *
apo_replace_item_dup_title (ApoReplaceItem *item)
{
  const ApoReanchorTarget *target = apo_replace_item_get_target (item);
  ApoItem *of = apo_dossier_lookup (item->dossier, target->id);

  return of != NULL ? apo_passage_dup_title (item->dossier, of, target->field) : g_strdup ("");
}

static char *
dup_words (ApoText *text,
           ApoSpan  span,
           char   **before,
           char   **after)
{
  apo_text_dup_context (text, span, CONTEXT_LENGTH, before, after);

  return g_strdelimit (apo_text_dup_slice (text, span), "\n", ' ');
}

/**
 * apo_replace_item_dup_old_words:
 * @before: (out) (transfer full): what stood before
 * @after: (out) (transfer full): what stood after
 *
 * Returns: (transfer full): what the passage said
 */
char *
apo_replace_item_dup_old_words (ApoReplaceItem *item,
                                char          **before,
                                char          **after)
{
  return dup_words (apo_reanchor_get_old_text (item->reanchor, item->target),
                    apo_replace_item_get_target (item)->place.old_span, before, after);
}

/* Where it is, or may be; FALSE if nowhere. */
static gboolean
get_new_span (ApoReplaceItem *self,
              ApoSpan        *span)
{
  const ApoPlace *place = &apo_replace_item_get_target (self)->place;

  if (self->state == APO_PLACE_LOST)
    return FALSE;

  *span = self->state == APO_PLACE_ASK ? place->candidates[self->candidate].span : place->span;

  return TRUE;
}

/**
 * apo_replace_item_dup_new_words:
 * @before: (out) (transfer full) (nullable): what stands before
 * @after: (out) (transfer full) (nullable): what stands after
 *
 * Returns: (transfer full) (nullable): what it says in the newer text, or would say at the place
 *   that is looked at; %NULL if it is lost
 */
char *
apo_replace_item_dup_new_words (ApoReplaceItem *item,
                                char          **before,
                                char          **after)
{
  ApoSpan span;

  *before = *after = NULL;
  if (!get_new_span (item, &span))
    return NULL;

  return dup_words (apo_reanchor_get_new_text (item->reanchor), span, before, after);
}

/**
 * apo_replace_item_settle:
 *
 * Tells the replacement what the reader says, if anything.
 */
void
apo_replace_item_settle (ApoReplaceItem *item)
{
  ApoSpan span;

  if (item->answer == APO_REPLACE_GONE)
    apo_reanchor_settle (item->reanchor, item->target, NULL);
  else if (item->answer == APO_REPLACE_HERE && item->state == APO_PLACE_ASK
           && get_new_span (item, &span))
    apo_reanchor_settle (item->reanchor, item->target, &span);
}

/**
 * apo_replace_item_copy_answer:
 * @from: of an earlier replacement by the same text
 *
 * Takes over an answer, if it is about the same passage and the same place.
 */
void
apo_replace_item_copy_answer (ApoReplaceItem *item,
                              ApoReplaceItem *from)
{
  ApoSpan span = { 0, 0 };
  ApoSpan other = { 0, 0 };

  if (item->state != from->state)
    return;

  apo_replace_item_set_candidate (item, from->candidate);
  get_new_span (item, &span);
  get_new_span (from, &other);
  if (apo_span_equal (span, other))
    apo_replace_item_set_answer (item, from->answer);
}

/* What matters more to the reader comes first. */
static int
get_rank (ApoItemType type)
{
  static const int ranks[] = {
    [APO_ITEM_CLAIM] = 0, [APO_ITEM_EVENT] = 1, [APO_ITEM_RELATION] = 2, [APO_ITEM_TIME] = 3,
    [APO_ITEM_ACTOR] = 4, [APO_ITEM_ARTICLE] = 5,
  };

  return ranks[type];
}

/**
 * apo_replace_item_compare:
 * @a: an #ApoReplaceItem**
 * @b: an #ApoReplaceItem**
 *
 * Sorts by kind of item, and those of a kind in the order of the older text.
 */
int
apo_replace_item_compare (gconstpointer a,
                          gconstpointer b)
{
  const ApoReanchorTarget *x =
    apo_replace_item_get_target (*(ApoReplaceItem *const *) (gpointer) a);
  const ApoReanchorTarget *y =
    apo_replace_item_get_target (*(ApoReplaceItem *const *) (gpointer) b);
  int order = get_rank (x->type) - get_rank (y->type);

  return order != 0 ? order : apo_span_compare (&x->place.old_span, &y->place.old_span);
}

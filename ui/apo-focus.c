/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-focus.h"

/* A pointer that only passes over something lights nothing up. */
#define HOVER_DELAY_MS 80

struct _ApoFocus {
  GObject parent_instance;

  ApoDossier *dossier;
  char *selected;
  char *hovered;
  char *pending;                /* what the pointer is over, before the delay */
  guint hover_source;
  GHashTable *selected_related;
  GHashTable *hovered_related;
  ApoBasis *basis;
  gboolean basis_known;         /* whether the two below are those of now */
  GHashTable *basis_actors;     /* (nullable) */
  GArray *basis_passages;       /* (nullable) */
  ApoSpan words;                /* of the first article; empty for none */
};

G_DEFINE_FINAL_TYPE (ApoFocus, apo_focus, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  SIGNAL_SELECTED,
  SIGNAL_BASIS_CHANGED,
  SIGNAL_WORDS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
collect (ApoFocus *self)
{
  g_clear_pointer (&self->selected_related, g_hash_table_unref);
  g_clear_pointer (&self->hovered_related, g_hash_table_unref);
  self->selected_related = apo_dossier_collect_related (self->dossier, self->selected);
  self->hovered_related = apo_dossier_collect_related (self->dossier, self->hovered);
}

static void
forget_basis (ApoFocus *self)
{
  g_clear_pointer (&self->basis_actors, g_hash_table_unref);
  g_clear_pointer (&self->basis_passages, g_array_unref);
  self->basis_known = FALSE;
}

static void
learn_basis (ApoFocus *self)
{
  if (self->basis_known)
    return;

  self->basis_actors = apo_basis_collect_actors (self->basis, self->dossier);
  self->basis_passages = apo_basis_collect_spans (self->basis, self->dossier);
  self->basis_known = TRUE;
}

/* An item that is gone (undone, merged) can't stay lit. */
static void
dossier_changed_cb (ApoFocus *self)
{
  forget_basis (self);
  if (apo_dossier_lookup (self->dossier, self->selected) == NULL)
    g_clear_pointer (&self->selected, g_free);
  if (apo_dossier_lookup (self->dossier, self->hovered) == NULL)
    g_clear_pointer (&self->hovered, g_free);

  collect (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
hover_cb (gpointer user_data)
{
  ApoFocus *self = user_data;

  self->hover_source = 0;
  if (g_strcmp0 (self->pending, self->hovered) == 0)
    return G_SOURCE_REMOVE;

  g_free (self->hovered);
  self->hovered = g_strdup (self->pending);
  g_hash_table_unref (self->hovered_related);
  self->hovered_related = apo_dossier_collect_related (self->dossier, self->hovered);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
apo_focus_dispose (GObject *object)
{
  ApoFocus *self = APO_FOCUS (object);

  g_clear_handle_id (&self->hover_source, g_source_remove);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_focus_parent_class)->dispose (object);
}

static void
apo_focus_finalize (GObject *object)
{
  ApoFocus *self = APO_FOCUS (object);

  g_free (self->selected);
  g_free (self->hovered);
  g_free (self->pending);
  g_clear_pointer (&self->selected_related, g_hash_table_unref);
  g_clear_pointer (&self->hovered_related, g_hash_table_unref);
  forget_basis (self);
  apo_basis_free (self->basis);

  G_OBJECT_CLASS (apo_focus_parent_class)->finalize (object);
}

static void
apo_focus_class_init (ApoFocusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = apo_focus_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_focus_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", APO_TYPE_FOCUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_SELECTED] =
    g_signal_new ("selected", APO_TYPE_FOCUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_BASIS_CHANGED] =
    g_signal_new ("basis-changed", APO_TYPE_FOCUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  signals[SIGNAL_WORDS_CHANGED] =
    g_signal_new ("words-changed", APO_TYPE_FOCUS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
apo_focus_init (ApoFocus *self)
{
  self->basis = apo_basis_new (APO_BASIS_EVERYTHING, NULL);
}

/**
 * apo_focus_new:
 *
 * Returns: (transfer full): a focus on nothing
 */
ApoFocus *
apo_focus_new (ApoDossier *dossier)
{
  ApoFocus *self = g_object_new (APO_TYPE_FOCUS, NULL);

  self->dossier = g_object_ref (dossier);
  g_signal_connect_object (dossier, "changed", G_CALLBACK (dossier_changed_cb), self,
                           G_CONNECT_SWAPPED);
  collect (self);

  return self;
}

const char *
apo_focus_get_selected (ApoFocus *focus)
{
  return focus->selected;
}

const char *
apo_focus_get_hovered (ApoFocus *focus)
{
  return focus->hovered;
}

/**
 * apo_focus_select:
 * @id: (nullable): an item, or %NULL for none
 */
void
apo_focus_select (ApoFocus   *focus,
                  const char *id)
{
  g_autofree char *owned = g_strdup (id);

  if (g_strcmp0 (owned, focus->selected) != 0)
    {
      g_free (focus->selected);
      focus->selected = g_strdup (owned);
      g_hash_table_unref (focus->selected_related);
      focus->selected_related = apo_dossier_collect_related (focus->dossier, owned);
      g_signal_emit (focus, signals[SIGNAL_CHANGED], 0);
    }

  g_signal_emit (focus, signals[SIGNAL_SELECTED], 0, owned);
}

/**
 * apo_focus_hover:
 * @id: (nullable): what the pointer is over, or %NULL
 *
 * Takes effect after 80 ms, unless the pointer has gone on by then.
 */
void
apo_focus_hover (ApoFocus   *focus,
                 const char *id)
{
  if (g_strcmp0 (id, focus->pending) == 0)
    return;

  g_free (focus->pending);
  focus->pending = g_strdup (id);
  g_clear_handle_id (&focus->hover_source, g_source_remove);
  focus->hover_source = g_timeout_add (HOVER_DELAY_MS, hover_cb, focus);
}

/**
 * apo_focus_get_light:
 * @id: (nullable): an item
 *
 * Returns: how strongly to draw it
 */
ApoLight
apo_focus_get_light (ApoFocus   *focus,
                     const char *id)
{
  if (id == NULL)
    return APO_LIGHT_CALM;
  if (g_strcmp0 (id, focus->selected) == 0)
    return APO_LIGHT_SELECTED;
  if (g_strcmp0 (id, focus->hovered) == 0)
    return APO_LIGHT_HOVERED;
  if (g_hash_table_contains (focus->selected_related, id))
    return APO_LIGHT_RELATED;
  if (g_hash_table_contains (focus->hovered_related, id))
    return APO_LIGHT_HOVER_RELATED;

  return APO_LIGHT_CALM;
}

const ApoBasis *
apo_focus_get_basis (ApoFocus *focus)
{
  return focus->basis;
}

void
apo_focus_set_basis (ApoFocus       *focus,
                     const ApoBasis *basis)
{
  ApoBasis *copy;

  if (apo_basis_equal (basis, focus->basis))
    return;

  copy = apo_basis_copy (basis);
  apo_basis_free (focus->basis);
  focus->basis = copy;
  forget_basis (focus);
  g_signal_emit (focus, signals[SIGNAL_BASIS_CHANGED], 0);
}

/**
 * apo_focus_has_item:
 *
 * Returns: whether @item belongs to the basis; an actor does if one of its passages names it
 */
gboolean
apo_focus_has_item (ApoFocus *focus,
                    ApoItem  *item)
{
  if (!APO_IS_ACTOR (item))
    return apo_basis_has_item (focus->basis, focus->dossier, item);

  learn_basis (focus);

  return focus->basis_actors == NULL
         || g_hash_table_contains (focus->basis_actors, apo_item_get_id (item));
}

/**
 * apo_focus_get_standing:
 * @item: a relation or an event
 *
 * Returns: on what it stands, as far as the basis goes; what does not belong to the basis stands as
 *   if there were none
 */
ApoStanding
apo_focus_get_standing (ApoFocus *focus,
                        ApoItem  *item)
{
  return apo_focus_has_item (focus, item)
           ? apo_basis_get_standing (focus->basis, focus->dossier, item)
           : apo_dossier_get_standing (focus->dossier, item);
}

/**
 * apo_focus_get_passages:
 *
 * Returns: (transfer none) (nullable) (element-type ApoSpan): the passages of the text that belong
 *   to the basis, in order; %NULL for all of it
 */
const GArray *
apo_focus_get_passages (ApoFocus *focus)
{
  learn_basis (focus);

  return focus->basis_passages;
}

/**
 * apo_focus_set_words:
 * @words: of the first article, that the reader has selected; empty for none
 */
void
apo_focus_set_words (ApoFocus *focus,
                     ApoSpan   words)
{
  if (apo_span_equal (words, focus->words))
    return;

  focus->words = words;
  g_signal_emit (focus, signals[SIGNAL_WORDS_CHANGED], 0);
}

/**
 * apo_focus_get_words:
 * @words: (out): the words that the reader has selected, empty for none
 *
 * Returns: whether there are any
 */
gboolean
apo_focus_get_words (ApoFocus *focus,
                     ApoSpan  *words)
{
  *words = focus->words;

  return apo_span_get_length (focus->words) > 0;
}

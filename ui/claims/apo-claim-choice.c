/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-claim-choice.h"

#include <glib/gi18n.h>

/* In the place of the id of a speaker, which has no such character. */
#define NOBODY "?"

struct _ApoClaimChoice {
  GObject parent_instance;

  ApoClaimFilter *filter;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (ApoClaimChoice, apo_claim_choice, G_TYPE_OBJECT)

/* One kind of bits in a query. */
typedef struct {
  const char *prefix;
  guint n;
  gsize offset;
  const char *(* get_label) (guint value);
} Bits;

static const char *
get_group_label (guint value)
{
  return value == APO_VERDICT_GROUP_NONE ? _("To check") : apo_verdict_group_get_label (value);
}

static const char *
get_certainty_label (guint value)
{
  return apo_certainty_get_label (value);
}

static const char *
get_status_label (guint value)
{
  return apo_work_status_get_label (value);
}

static const Bits all_bits[] = {
  { "verdict", APO_N_VERDICT_GROUPS, G_STRUCT_OFFSET (ApoClaimQuery, verdicts), get_group_label },
  { "certainty", APO_CERTAINTY_QUESTION + 1, G_STRUCT_OFFSET (ApoClaimQuery, certainties),
    get_certainty_label },
  { "status", APO_STATUS_WITHDRAWN + 1, G_STRUCT_OFFSET (ApoClaimQuery, statuses),
    get_status_label },
};

static char *
dup_bit_name (const Bits *bits,
              guint       value)
{
  return g_strdup_printf ("%s-%u", bits->prefix, value);
}

static void
set_state (ApoClaimChoice *self,
           const char     *name,
           GVariant       *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action), state);
}

static void
show_states (ApoClaimChoice *self)
{
  const ApoClaimQuery *query = apo_claim_filter_get_query (self->filter);

  for (guint i = 0; i < G_N_ELEMENTS (all_bits); i++)
    for (guint j = 0; j < all_bits[i].n; j++)
      {
        g_autofree char *name = dup_bit_name (&all_bits[i], j);
        guint bits = G_STRUCT_MEMBER (guint, query, all_bits[i].offset);

        set_state (self, name, g_variant_new_boolean ((bits & (1u << j)) != 0));
      }
  set_state (self, "dismissed", g_variant_new_boolean (query->only_dismissed));
  set_state (self, "speaker", g_variant_new_string (query->nobody ? NOBODY
                                                    : query->speaker != NULL ? query->speaker
                                                    : ""));
  set_state (self, "actor", g_variant_new_string (query->actor != NULL ? query->actor : ""));
}

static void
bit_cb (ApoClaimChoice *self,
        GVariant       *parameter,
        GSimpleAction  *action)
{
  const char *name = g_action_get_name (G_ACTION (action));
  g_autoptr (ApoClaimQuery) query =
    apo_claim_query_copy (apo_claim_filter_get_query (self->filter));

  for (guint i = 0; i < G_N_ELEMENTS (all_bits); i++)
    for (guint j = 0; j < all_bits[i].n; j++)
      {
        g_autofree char *bit_name = dup_bit_name (&all_bits[i], j);

        if (g_str_equal (bit_name, name))
          G_STRUCT_MEMBER (guint, query, all_bits[i].offset) ^= 1u << j;
      }
  apo_claim_filter_set_query (self->filter, query);
}

static void
dismissed_cb (ApoClaimChoice *self)
{
  g_autoptr (ApoClaimQuery) query =
    apo_claim_query_copy (apo_claim_filter_get_query (self->filter));

  query->only_dismissed = !query->only_dismissed;
  apo_claim_filter_set_query (self->filter, query);
}

static void
actor_cb (ApoClaimChoice *self,
          GVariant       *parameter,
          GSimpleAction  *action)
{
  g_autoptr (ApoClaimQuery) query =
    apo_claim_query_copy (apo_claim_filter_get_query (self->filter));
  gboolean speaks = g_str_equal (g_action_get_name (G_ACTION (action)), "speaker");
  char **id = speaks ? &query->speaker : &query->actor;

  g_clear_pointer (id, g_free);
  if (speaks)
    query->nobody = g_str_equal (g_variant_get_string (parameter, NULL), NOBODY);
  if (!speaks || !query->nobody)
    *id = g_variant_dup_string (parameter, NULL);
  apo_claim_filter_set_query (self->filter, query);
}

static void
view_cb (ApoClaimChoice *self,
         GVariant       *parameter)
{
  ApoDossier *dossier = apo_claim_filter_get_dossier (self->filter);
  ApoItem *view = dossier != NULL
                    ? apo_dossier_lookup (dossier, g_variant_get_string (parameter, NULL)) : NULL;
  g_autoptr (ApoClaimQuery) query = NULL;

  if (view == NULL || !APO_IS_SAVED_VIEW (view))
    return;

  query = apo_saved_view_dup_query (APO_SAVED_VIEW (view));
  apo_claim_filter_set_query (self->filter, query);
}

static void
reset_cb (ApoClaimChoice *self)
{
  static const ApoClaimQuery all;

  apo_claim_filter_set_query (self->filter, &all);
}

static void
add_action (ApoClaimChoice *self,
            const char     *name,
            const char     *parameter_type,
            GVariant       *state,
            GCallback       callback)
{
  g_autoptr (GVariantType) type = parameter_type != NULL ? g_variant_type_new (parameter_type)
                                                         : NULL;
  g_autoptr (GSimpleAction) action =
    state != NULL ? g_simple_action_new_stateful (name, type, state)
                  : g_simple_action_new (name, type);

  g_signal_connect_object (action, "activate", callback, self, G_CONNECT_SWAPPED);
  g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
}

static void
add_actions (ApoClaimChoice *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_bits); i++)
    for (guint j = 0; j < all_bits[i].n; j++)
      {
        g_autofree char *name = dup_bit_name (&all_bits[i], j);

        add_action (self, name, NULL, g_variant_new_boolean (FALSE), G_CALLBACK (bit_cb));
      }
  add_action (self, "dismissed", NULL, g_variant_new_boolean (FALSE), G_CALLBACK (dismissed_cb));
  add_action (self, "speaker", "s", g_variant_new_string (""), G_CALLBACK (actor_cb));
  add_action (self, "actor", "s", g_variant_new_string (""), G_CALLBACK (actor_cb));
  add_action (self, "view", "s", NULL, G_CALLBACK (view_cb));
  add_action (self, "reset", NULL, NULL, G_CALLBACK (reset_cb));
}

static void
apo_claim_choice_dispose (GObject *object)
{
  ApoClaimChoice *self = APO_CLAIM_CHOICE (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (apo_claim_choice_parent_class)->dispose (object);
}

static void
apo_claim_choice_class_init (ApoClaimChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = apo_claim_choice_dispose;
}

static void
apo_claim_choice_init (ApoClaimChoice *self)
{
  self->actions = g_simple_action_group_new ();
  add_actions (self);
}

/**
 * apo_claim_choice_new:
 * @filter: what the menu narrows
 */
ApoClaimChoice *
apo_claim_choice_new (ApoClaimFilter *filter)
{
  ApoClaimChoice *self = g_object_new (APO_TYPE_CLAIM_CHOICE, NULL);

  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (show_states), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * apo_claim_choice_get_actions:
 *
 * Returns: (transfer none): to be inserted with the prefix `filter`
 */
GActionGroup *
apo_claim_choice_get_actions (ApoClaimChoice *choice)
{
  return G_ACTION_GROUP (choice->actions);
}

static void
append_bits (GMenu      *menu,
             const char *label,
             const Bits *bits)
{
  g_autoptr (GMenu) submenu = g_menu_new ();

  for (guint i = 0; i < bits->n; i++)
    {
      g_autofree char *name = g_strdup_printf ("filter.%s-%u", bits->prefix, i);

      g_menu_append (submenu, bits->get_label (i), name);
    }
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

static void
append_target (GMenu      *menu,
               const char *label,
               const char *action,
               const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

  /* A name is no mnemonic. */
  g_auto (GStrv) parts = g_strsplit (label, "_", -1);
  g_autofree char *escaped = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, escaped);
  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* Those who make claims, or all whom they are about too. */
static gboolean
is_in_claims (ApoDossier *dossier,
              const char *id,
              gboolean    speaks)
{
  GListModel *claims = apo_dossier_get_items (dossier, APO_ITEM_CLAIM);

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, i);

      if (g_str_equal (apo_claim_get_speaker (claim), id)
          || (!speaks && apo_item_refers_to (APO_ITEM (claim), APO_CLAIM_FIELD_ABOUT, id)))
        return TRUE;
    }

  return FALSE;
}

static void
append_actors (GMenu      *menu,
               ApoDossier *dossier,
               const char *label,
               const char *action,
               gboolean    speaks)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);
  g_autoptr (GMenu) submenu = g_menu_new ();

  append_target (submenu, _("Anybody"), action, "");
  if (speaks)
    append_target (submenu, _("Nobody named"), action, NOBODY);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      if (!apo_actor_is_dismissed (actor)
          && is_in_claims (dossier, apo_item_get_id (APO_ITEM (actor)), speaks))
        append_target (submenu, apo_actor_get_name (actor), action,
                       apo_item_get_id (APO_ITEM (actor)));
    }
  g_menu_append_submenu (menu, label, G_MENU_MODEL (submenu));
}

static void
append_views (GMenu      *menu,
              ApoDossier *dossier)
{
  GListModel *views = apo_dossier_get_items (dossier, APO_ITEM_VIEW);
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (views); i++)
    {
      g_autoptr (ApoSavedView) view = g_list_model_get_item (views, i);

      append_target (section, apo_saved_view_get_name (view), "filter.view",
                     apo_item_get_id (APO_ITEM (view)));
    }
  g_menu_append_section (menu, _("Saved views"), G_MENU_MODEL (section));
}

/**
 * apo_claim_choice_create_menu:
 *
 * Returns: (transfer full): the menu for the claims of the filter's dossier as they are now
 */
GMenuModel *
apo_claim_choice_create_menu (ApoClaimChoice *choice)
{
  ApoDossier *dossier = apo_claim_filter_get_dossier (choice->filter);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) narrow = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  append_bits (narrow, _("Verdict"), &all_bits[0]);
  append_actors (narrow, dossier, _("Speaker"), "filter.speaker", TRUE);
  append_bits (narrow, _("Certainty"), &all_bits[1]);
  append_actors (narrow, dossier, _("Actor"), "filter.actor", FALSE);
  append_bits (narrow, _("Work"), &all_bits[2]);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (narrow));

  g_menu_append (others, _("Dismissed"), "filter.dismissed");
  g_menu_append (others, _("All claims"), "filter.reset");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  if (g_list_model_get_n_items (apo_dossier_get_items (dossier, APO_ITEM_VIEW)) > 0)
    append_views (menu, dossier);

  return G_MENU_MODEL (menu);
}

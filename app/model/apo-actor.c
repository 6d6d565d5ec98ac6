/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor.h"

#include "apo-text.h"

struct _ApoActor {
  ApoItem parent_instance;
};

G_DEFINE_FINAL_TYPE (ApoActor, apo_actor, APO_TYPE_ITEM)

static const ApoField fields[] = {
  [APO_ACTOR_FIELD_NAME] = { "name", APO_FIELD_STRING, NULL },
  [APO_ACTOR_FIELD_KIND] = { "kind", APO_FIELD_ENUM, apo_actor_kind_get_type },
  [APO_ACTOR_FIELD_REGION] = { "region", APO_FIELD_STRING, NULL },
  [APO_ACTOR_FIELD_ALIASES] = { "aliases", APO_FIELD_STRINGS, NULL },
  [APO_ACTOR_FIELD_MENTIONS] = { "mentions", APO_FIELD_MENTIONS, NULL },
  [APO_ACTOR_FIELD_POSITION] = { "position", APO_FIELD_POINT, NULL },
  [APO_ACTOR_FIELD_PINNED] = { "pinned", APO_FIELD_BOOLEAN, NULL },
  [APO_ACTOR_FIELD_ORIGIN] = { "origin", APO_FIELD_ENUM, apo_origin_get_type },
  [APO_ACTOR_FIELD_DISMISSED] = { "dismissed", APO_FIELD_BOOLEAN, NULL },
};

static void
apo_actor_class_init (ApoActorClass *klass)
{
  ApoItemClass *item_class = APO_ITEM_CLASS (klass);

  item_class->item_type = APO_ITEM_ACTOR;
  item_class->fields = fields;
  item_class->n_fields = G_N_ELEMENTS (fields);
}

static void
apo_actor_init (ApoActor *self)
{
}

const char *
apo_actor_get_name (ApoActor *actor)
{
  return apo_item_get_string (APO_ITEM (actor), APO_ACTOR_FIELD_NAME);
}

ApoActorKind
apo_actor_get_kind (ApoActor *actor)
{
  return apo_item_get_int (APO_ITEM (actor), APO_ACTOR_FIELD_KIND);
}

const char *
apo_actor_get_region (ApoActor *actor)
{
  return apo_item_get_string (APO_ITEM (actor), APO_ACTOR_FIELD_REGION);
}

/**
 * apo_actor_dup_aliases:
 *
 * Returns: (transfer full): the other names that it has
 */
GStrv
apo_actor_dup_aliases (ApoActor *actor)
{
  return apo_item_dup_refs (APO_ITEM (actor), APO_ACTOR_FIELD_ALIASES);
}

/**
 * apo_actor_has_name:
 *
 * Returns: whether @name, folded, is the name of the actor or one of its other names
 */
gboolean
apo_actor_has_name (ApoActor   *actor,
                    const char *name)
{
  g_autofree char *wanted = apo_text_dup_folded (name);
  g_autofree char *own = apo_text_dup_folded (apo_actor_get_name (actor));
  g_auto (GStrv) aliases = apo_actor_dup_aliases (actor);

  if (g_str_equal (own, wanted))
    return TRUE;

  for (guint i = 0; aliases[i] != NULL; i++)
    {
      g_autofree char *folded = apo_text_dup_folded (aliases[i]);

      if (g_str_equal (folded, wanted))
        return TRUE;
    }

  return FALSE;
}

gboolean
apo_actor_is_pinned (ApoActor *actor)
{
  return apo_item_get_boolean (APO_ITEM (actor), APO_ACTOR_FIELD_PINNED);
}

ApoOrigin
apo_actor_get_origin (ApoActor *actor)
{
  return apo_item_get_int (APO_ITEM (actor), APO_ACTOR_FIELD_ORIGIN);
}

gboolean
apo_actor_is_dismissed (ApoActor *actor)
{
  return apo_item_get_boolean (APO_ITEM (actor), APO_ACTOR_FIELD_DISMISSED);
}

/**
 * apo_actor_get_mentions:
 * @n_mentions: (out): their number
 *
 * Returns: (transfer none): the mentions in the order of the text, valid until the field changes
 */
const ApoActorMention *
apo_actor_get_mentions (ApoActor *actor,
                        guint    *n_mentions)
{
  gsize n;
  GVariant *value = apo_item_get_value (APO_ITEM (actor), APO_ACTOR_FIELD_MENTIONS);
  const ApoActorMention *mentions = g_variant_get_fixed_array (value, &n, sizeof *mentions);

  *n_mentions = n;

  return mentions;
}

/**
 * apo_actor_get_position:
 * @x: (out): in the units of the graph, 1/96 inch at zoom 1, from its middle
 * @y: (out): the same, downwards
 *
 * Returns: whether the reader gave the actor a place by hand; else @x and @y are untouched
 */
gboolean
apo_actor_get_position (ApoActor *actor,
                        int      *x,
                        int      *y)
{
  GVariant *value = apo_item_get_value (APO_ITEM (actor), APO_ACTOR_FIELD_POSITION);

  if (g_variant_n_children (value) == 0)
    return FALSE;

  g_variant_get_child (value, 0, "(ii)", x, y);

  return TRUE;
}

/**
 * apo_actor_dup_initials:
 *
 * Returns: (transfer full): two letters to draw inside a sign: the code of a country, the initials
 *   of a name of several words, else the first two letters
 */
char *
apo_actor_dup_initials (ApoActor *actor)
{
  const char *region = apo_actor_get_region (actor);
  g_auto (GStrv) words = g_strsplit_set (apo_actor_get_name (actor), " -", -1);
  g_autoptr (GString) initials = g_string_new (NULL);
  const char *last = NULL;

  if (*region != '\0' && apo_actor_get_kind (actor) == APO_ACTOR_COUNTRY)
    return g_strdup (region);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (!g_unichar_isalnum (g_utf8_get_char (words[i])))
        continue;
      if (initials->len == 0)
        g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (words[i])));
      else
        last = words[i];
    }

  if (last != NULL)
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (last)));
  else if (initials->len > 0 && g_utf8_strlen (words[0], -1) > 1)
    g_string_append_unichar (initials, g_utf8_get_char (g_utf8_next_char (words[0])));

  return g_string_free (g_steal_pointer (&initials), FALSE);
}

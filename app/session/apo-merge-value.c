/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-merge-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How two values of a field become one. */
typedef enum {
  RULE_SINGLE,                  /* whoever changed it; a conflict if both did */
  RULE_SET,                     /* what either has, without what one of them took away */
  RULE_GROWING,                 /* what either has */
  RULE_WORDS,                   /* both texts, one after the other */
  RULE_HIGHEST,
  RULE_MINE,
} Rule;

static Rule
get_rule (ApoItem        *item,
          guint           field,
          const ApoField *info)
{
  if (APO_IS_ARTICLE (item)
      && (field == APO_ARTICLE_FIELD_NUMBER || field == APO_ARTICLE_FIELD_REPLACED_BY
          || field == APO_ARTICLE_FIELD_TEXT_SHA256))
    return RULE_MINE;
  if ((APO_IS_ARTICLE (item) && field == APO_ARTICLE_FIELD_ANALYSER)
      || g_str_equal (info->key, "origin"))
    return RULE_HIGHEST;
  if (APO_IS_ARTICLE (item) && field == APO_ARTICLE_FIELD_MERGED)
    return RULE_GROWING;
  if ((APO_IS_CLAIM (item) && field == APO_CLAIM_FIELD_REASON)
      || (APO_IS_NOTE (item) && field == APO_NOTE_FIELD_TEXT))
    return RULE_WORDS;

  switch (info->kind)
    {
    case APO_FIELD_VERDICTS:
    case APO_FIELD_ANCHORS:
      return RULE_GROWING;
    case APO_FIELD_MENTIONS:
    case APO_FIELD_REFS:
    case APO_FIELD_STRINGS:
      return RULE_SET;
    case APO_FIELD_MOMENT:
      return RULE_HIGHEST;
    case APO_FIELD_SPANS:
      return APO_IS_CLAIM (item) && field == APO_CLAIM_FIELD_CONTENT ? RULE_SINGLE : RULE_SET;
    case APO_FIELD_STRING: case APO_FIELD_ENUM: case APO_FIELD_BOOLEAN: case APO_FIELD_INTEGER:
    case APO_FIELD_DAY: case APO_FIELD_SPAN: case APO_FIELD_REF: case APO_FIELD_POINT:
    default:
      return RULE_SINGLE;
    }
}

/* An order of values of one type: by their parts, one after the other. */
static int
compare_values (GVariant *a,
                GVariant *b)
{
  gsize n_a, n_b;

  if (!g_variant_is_container (a))
    return g_variant_compare (a, b);

  n_a = g_variant_n_children (a);
  n_b = g_variant_n_children (b);
  for (gsize i = 0; i < MIN (n_a, n_b); i++)
    {
      g_autoptr (GVariant) x = g_variant_get_child_value (a, i);
      g_autoptr (GVariant) y = g_variant_get_child_value (b, i);
      int difference = compare_values (x, y);

      if (difference != 0)
        return difference;
    }

  return n_a < n_b ? -1 : n_a > n_b;
}

static int
compare_elements (gconstpointer a,
                  gconstpointer b)
{
  return compare_values (*(GVariant *const *) a, *(GVariant *const *) b);
}

/* The elements of a list, sorted, each once. */
static GPtrArray *
list_elements (GVariant *list)
{
  GPtrArray *elements = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);

  for (gsize i = 0; list != NULL && i < g_variant_n_children (list); i++)
    g_ptr_array_add (elements, g_variant_get_child_value (list, i));
  g_ptr_array_sort (elements, compare_elements);
  for (guint i = elements->len; i > 1; i--)
    if (g_variant_equal (elements->pdata[i - 1], elements->pdata[i - 2]))
      g_ptr_array_remove_index (elements, i - 1);

  return elements;
}

static gboolean
contains (GPtrArray *elements,
          GVariant  *element)
{
  guint low = 0;
  guint high = elements->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      int difference = compare_values (elements->pdata[middle], element);

      if (difference == 0)
        return TRUE;
      if (difference < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

static gboolean
is_same_set (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_variant_equal (a->pdata[i], b->pdata[i]))
      return FALSE;

  return TRUE;
}

/* What is in one list and was not taken away in the other. */
static void
add_elements (GPtrArray *united,
              GPtrArray *from,
              GPtrArray *other,
              GPtrArray *base)
{
  for (guint i = 0; i < from->len; i++)
    if (contains (other, from->pdata[i]) || !contains (base, from->pdata[i]))
      g_ptr_array_add (united, g_variant_ref (from->pdata[i]));
}

/* Whether two lines of a log are of one verdict, and the reason of the later one goes on from that of
 * the other: it was written after the verdict. */
static gboolean
is_continued (GVariant *line,
              GVariant *later)
{
  g_autoptr (GVariant) why = NULL;
  g_autoptr (GVariant) later_why = NULL;

  if (!g_variant_is_of_type (line, G_VARIANT_TYPE ("(xiiss)")))
    return FALSE;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GVariant) a = g_variant_get_child_value (line, i);
      g_autoptr (GVariant) b = g_variant_get_child_value (later, i);

      if (!g_variant_equal (a, b))
        return FALSE;
    }
  why = g_variant_get_child_value (line, 4);
  later_why = g_variant_get_child_value (later, 4);

  return g_str_has_prefix (g_variant_get_string (later_why, NULL),
                           g_variant_get_string (why, NULL));
}

/* One list of both: in the order of the one that has it all, or sorted.  Floating. */
static GVariant *
unite_lists (GVariant *mine,
             GVariant *theirs,
             GVariant *base)
{
  const GVariantType *type = g_variant_type_element (g_variant_get_type (mine));
  g_autoptr (GPtrArray) my_elements = list_elements (mine);
  g_autoptr (GPtrArray) their_elements = list_elements (theirs);
  g_autoptr (GPtrArray) base_elements = list_elements (base);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autoptr (GVariant) list = NULL;
  g_autoptr (GPtrArray) united = NULL;
  gboolean is_mine, is_theirs;

  add_elements (all, my_elements, their_elements, base_elements);
  add_elements (all, their_elements, my_elements, base_elements);
  list = g_variant_ref_sink (g_variant_new_array (type, (GVariant *const *) all->pdata, all->len));
  united = list_elements (list);
  for (guint i = united->len; i > 1; i--)
    if (is_continued (united->pdata[i - 2], united->pdata[i - 1]))
      g_ptr_array_remove_index (united, i - 2);
  is_mine = is_same_set (united, my_elements);
  is_theirs = is_same_set (united, their_elements);
  if (is_mine && (!is_theirs || compare_values (mine, theirs) <= 0))
    return g_variant_ref (mine);
  if (is_theirs)
    return g_variant_ref (theirs);

  return g_variant_new_array (type, (GVariant *const *) united->pdata, united->len);
}

/* Both texts, the longer one if that has the other in it. */
static GVariant *
unite_words (GVariant *mine,
             GVariant *theirs)
{
  const char *a = g_variant_get_string (mine, NULL);
  const char *b = g_variant_get_string (theirs, NULL);

  if (strstr (a, b) != NULL)
    return g_variant_ref (mine);
  if (strstr (b, a) != NULL)
    return g_variant_ref (theirs);

  return strcmp (a, b) < 0 ? g_variant_new_printf ("%s\n\n%s", a, b)
                           : g_variant_new_printf ("%s\n\n%s", b, a);
}

static gboolean
is_default (ApoItem  *item,
            guint     field,
            GVariant *value)
{
  g_autoptr (ApoItem) blank = apo_item_new (apo_item_get_item_type (item), "blank");

  return g_variant_equal (apo_item_get_value (blank, field), value);
}

/**
 * apo_merge_value:
 * @item: whose field it is
 * @base: (nullable): what the field was before the copies parted, where that is known
 * @merged: (out) (optional): if it is to be taken, what it becomes
 *
 * Makes one value of two.  Where the base is not known, a value that was never set gives way to one
 * that was.
 */
ApoMergedState
apo_merge_value (ApoItem   *item,
                 guint      field,
                 GVariant  *mine,
                 GVariant  *theirs,
                 GVariant  *base,
                 GVariant **merged)
{
  guint n_fields;
  const ApoField *info = &apo_item_get_fields (item, &n_fields)[field];
  Rule rule = get_rule (item, field, info);
  g_autoptr (GVariant) value = NULL;

  if (g_variant_equal (mine, theirs) || rule == RULE_MINE)
    return APO_MERGED_KEEP;

  if (rule == RULE_SET || rule == RULE_GROWING)
    value = g_variant_take_ref (unite_lists (mine, theirs, rule == RULE_SET ? base : NULL));
  else if (rule == RULE_HIGHEST)
    value = g_variant_ref (compare_values (mine, theirs) < 0 ? theirs : mine);
  else if (base != NULL && g_variant_equal (base, theirs))
    return APO_MERGED_KEEP;
  else if (base != NULL ? g_variant_equal (base, mine) : is_default (item, field, mine))
    value = g_variant_ref (theirs);
  else if (base == NULL && is_default (item, field, theirs))
    return APO_MERGED_KEEP;
  else if (rule == RULE_WORDS)
    value = g_variant_take_ref (unite_words (mine, theirs));
  else
    return APO_MERGED_CONFLICT;

  if (g_variant_equal (value, mine))
    return APO_MERGED_KEEP;

  *merged = g_steal_pointer (&value);

  return APO_MERGED_TAKE;
}

static char *
dup_enum (const ApoField *info,
          int             value)
{
  GType type = info->get_enum_type ();

  if (type == APO_TYPE_VERDICT)
    return g_strdup (apo_verdict_get_label (value));
  if (type == APO_TYPE_CONFIDENCE)
    return g_strdup (apo_confidence_get_label (value));
  if (type == APO_TYPE_WORK_STATUS)
    return g_strdup (apo_work_status_get_label (value));
  if (type == APO_TYPE_CLAIM_TYPE)
    return g_strdup (apo_claim_type_get_label (value));
  if (type == APO_TYPE_CERTAINTY)
    return g_strdup (apo_certainty_get_label (value));
  if (type == APO_TYPE_ACTOR_KIND)
    return g_strdup (apo_actor_kind_get_label (value));
  if (type == APO_TYPE_RELATION_KIND)
    return g_strdup (apo_relation_kind_get_label (value));
  if (type == APO_TYPE_SOURCE_STANCE)
    return g_strdup (apo_source_stance_get_label (value));
  if (type == APO_TYPE_LINK_KIND)
    return g_strdup (apo_link_kind_get_label (value));
  if (type == APO_TYPE_ANCHOR)
    return g_strdup (apo_anchor_get_label (value));

  return g_strdup (apo_enum_to_nick (type, value));
}

static char *
dup_ref (ApoDossier *mine,
         ApoDossier *theirs,
         const char *id)
{
  ApoItem *item = apo_dossier_lookup (mine, id);

  if (item != NULL)
    return apo_dossier_dup_item_text (mine, item);
  item = apo_dossier_lookup (theirs, id);

  return item != NULL ? apo_dossier_dup_item_text (theirs, item) : g_strdup (id);
}

static char *
dup_refs (ApoDossier *mine,
          ApoDossier *theirs,
          GVariant   *value)
{
  g_auto (GStrv) ids = g_variant_dup_strv (value, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = dup_ref (mine, theirs, ids[i]);

      g_strv_builder_add (builder, name);
    }
  names = g_strv_builder_end (builder);

  return g_strjoinv (", ", names);
}

static char *
dup_point (GVariant *value)
{
  int x;
  int y;

  if (g_variant_n_children (value) == 0)
    return g_strdup ("");
  g_variant_get_child (value, 0, "(ii)", &x, &y);

  return g_strdup_printf ("%d, %d", x, y);
}

static char *
dup_strings (GVariant *value)
{
  g_auto (GStrv) strings = g_variant_dup_strv (value, NULL);

  return g_strjoinv (", ", strings);
}

static char *
dup_moment (GVariant *value)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (g_variant_get_int64 (value));

  return moment != NULL && g_variant_get_int64 (value) != 0
           ? g_date_time_format (moment, "%Y-%m-%d %H:%M") : g_strdup ("");
}

static char *
dup_number (guint n)
{
  return g_strdup_printf ("%u", n);
}

static char *
dup_spans (ApoDossier *dossier,
           GVariant   *value)
{
  gsize n;
  const ApoSpan *spans = g_variant_get_fixed_array (value, &n, sizeof (ApoSpan));

  return apo_text_dup_slices (apo_article_get_text (apo_dossier_get_article (dossier)), spans, n);
}

/**
 * apo_merge_dup_display:
 * @value: of either copy, with the ids of the merged dossier
 *
 * Returns: (transfer full): the value for people; of mentions and the like, how many there are
 */
char *
apo_merge_dup_display (ApoDossier *mine,
                       ApoDossier *theirs,
                       ApoItem    *item,
                       guint       field,
                       GVariant   *value)
{
  guint n_fields;
  const ApoField *info = &apo_item_get_fields (item, &n_fields)[field];

  switch (info->kind)
    {
    case APO_FIELD_STRING:
      return g_variant_dup_string (value, NULL);
    case APO_FIELD_ENUM:
      return dup_enum (info, g_variant_get_int32 (value));
    case APO_FIELD_BOOLEAN:
      return g_strdup (g_variant_get_boolean (value) ? _("yes") : _("no"));
    case APO_FIELD_DAY:
      return g_variant_get_int32 (value) != APO_DAY_NONE
               ? apo_day_format (g_variant_get_int32 (value)) : g_strdup ("");
    case APO_FIELD_SPAN:
    case APO_FIELD_SPANS:
      return dup_spans (mine, value);
    case APO_FIELD_REF:
      return dup_ref (mine, theirs, g_variant_get_string (value, NULL));
    case APO_FIELD_REFS:
      return dup_refs (mine, theirs, value);
    case APO_FIELD_STRINGS:
      return dup_strings (value);
    case APO_FIELD_MOMENT:
      return dup_moment (value);
    case APO_FIELD_POINT:
      return dup_point (value);
    case APO_FIELD_MENTIONS: case APO_FIELD_VERDICTS: case APO_FIELD_ANCHORS:
      return dup_number (g_variant_n_children (value));
    case APO_FIELD_INTEGER:
    default:
      return g_variant_print (value, FALSE);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-merge-words.h"

#include <glib/gi18n.h>

#include "apo-moment.h"

/* What a merge says to people. */

/**
 * apo_merge_words_get_field:
 * @key: of a field
 *
 * Returns: (transfer none): its name for people
 */
const char *
apo_merge_words_get_field (const char *key)
{
  static const struct {
    const char *key;
    const char *label;
  } fields[] = {
    { "about", NC_("field", "About") },
    { "actor", NC_("field", "Actor") },
    { "actors", NC_("field", "Actors") },
    { "aliases", NC_("field", "Other names") },
    { "anchor", NC_("field", "Place in the text") },
    { "article", NC_("field", "Version of the text") },
    { "author", NC_("field", "Author") },
    { "byline", NC_("field", "Author") },
    { "certainties", NC_("field", "Certainties") },
    { "certainty", NC_("field", "Certainty") },
    { "claim", NC_("field", "Claim") },
    { "claims", NC_("field", "Claims") },
    { "confidence", NC_("field", "Confidence") },
    { "consulted", NC_("field", "Consulted on") },
    { "content", NC_("field", "Words") },
    { "cue", NC_("field", "Word that announces it") },
    { "date", NC_("field", "Date") },
    { "directed", NC_("field", "One-way") },
    { "disclaimers", NC_("field", "Reservations of the article") },
    { "dismissed", NC_("field", "Dismissed") },
    { "due", NC_("field", "Due on") },
    { "earliest", NC_("field", "Earliest day") },
    { "event-time", NC_("field", "When it happened") },
    { "evidence", NC_("field", "Evidence") },
    { "file", NC_("field", "File") },
    { "form", NC_("field", "Form") },
    { "from", NC_("field", "From") },
    { "kind", NC_("field", "Kind") },
    { "label", NC_("field", "Name") },
    { "language", NC_("field", "Language") },
    { "latest", NC_("field", "Latest day") },
    { "mentions", NC_("field", "Mentions") },
    { "name", NC_("field", "Name") },
    { "nobody", NC_("field", "Only where nobody is named") },
    { "only-dismissed", NC_("field", "Only dismissed ones") },
    { "outlet", NC_("field", "Outlet") },
    { "pinned", NC_("field", "Pinned in the graph") },
    { "position", NC_("field", "Position in the graph") },
    { "precision", NC_("field", "Precision") },
    { "publisher", NC_("field", "Publisher") },
    { "quotation", NC_("field", "Quotation") },
    { "reason", NC_("field", "Reason") },
    { "region", NC_("field", "Country") },
    { "reported-by", NC_("field", "Reported by") },
    { "review", NC_("field", "Review again on") },
    { "source", NC_("field", "Named source") },
    { "sources", NC_("field", "Sources") },
    { "span", NC_("field", "Words") },
    { "speaker", NC_("field", "Speaker") },
    { "stance", NC_("field", "Stance") },
    { "statement-time", NC_("field", "When it was said") },
    { "status", NC_("field", "Work status") },
    { "statuses", NC_("field", "Work statuses") },
    { "target", NC_("field", "Other claim") },
    { "text", NC_("field", "Text") },
    { "time", NC_("field", "Time") },
    { "title", NC_("field", "Title") },
    { "to", NC_("field", "To") },
    { "type", NC_("field", "Type") },
    { "uri", NC_("field", "Address") },
    { "url", NC_("field", "Address") },
    { "value", NC_("field", "Date") },
    { "verdict", NC_("field", "Verdict") },
    { "verdicts", NC_("field", "Verdicts") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].key, key))
      return g_dpgettext2 (NULL, "field", fields[i].label);

  return C_("field", "Detail");
}

/**
 * apo_merge_words_get_type:
 *
 * Returns: (transfer none): what an item of that type is
 */
const char *
apo_merge_words_get_type (ApoItemType type)
{
  switch (type)
    {
    case APO_ITEM_ARTICLE:
      return C_("item", "Article");
    case APO_ITEM_ACTOR:
      return C_("item", "Actor");
    case APO_ITEM_CLAIM:
      return C_("item", "Claim");
    case APO_ITEM_TIME:
      return C_("item", "Date");
    case APO_ITEM_EVENT:
      return C_("item", "Event");
    case APO_ITEM_RELATION:
      return C_("item", "Relation");
    case APO_ITEM_SOURCE:
      return C_("item", "Source");
    case APO_ITEM_LINK:
      return C_("item", "Link between claims");
    case APO_ITEM_NOTE:
      return C_("item", "Note");
    case APO_ITEM_VIEW:
      return C_("item", "Saved view");
    default:
      return C_("item", "Entry");
    }
}

/**
 * apo_merge_words_dup_change:
 *
 * Returns: (transfer full): what happens to an item, without its words
 */
char *
apo_merge_words_dup_change (const ApoMergeChange *change)
{
  const char *type = apo_merge_words_get_type (change->type);
  g_autofree char *line = NULL;

  if (change->kind == APO_MERGE_ADDED)
    /* Translators: something comes in; %s is what it is, such as “Claim” */
    return g_strdup_printf (_("New: %s"), type);
  if (change->kind == APO_MERGE_REMOVED)
    /* Translators: something goes; %s is what it is, such as “Claim” */
    return g_strdup_printf (_("Removed: %s"), type);
  if (change->value == NULL || *change->value == '\0')
    return g_strdup (apo_merge_words_get_field (change->key));

  line = g_strdelimit (g_strdup (change->value), "\n\t", ' ');
  /* Translators: a field and what it becomes, such as “Verdict: Verified” */
  return g_strdup_printf (_("%s: %s"), apo_merge_words_get_field (change->key), line);
}

/**
 * apo_merge_words_dup_heading:
 * @hand: who gave the value, and when, as far as that is known
 *
 * Returns: (transfer full): what stands above the value of that side
 */
char *
apo_merge_words_dup_heading (ApoMergeSide        side,
                             const ApoMergeHand *hand)
{
  g_autofree char *moment = NULL;
  const char *parts[4] = { side == APO_MERGE_MINE ? _("Mine") : _("Theirs"), NULL, NULL, NULL };
  guint n = 1;

  if (hand->by != NULL)
    parts[n++] = hand->by;
  if (hand->time != 0)
    {
      moment = apo_moment_dup_label (hand->time * G_USEC_PER_SEC, g_get_real_time ());
      parts[n++] = moment;
    }

  return g_strjoinv (" · ", (char **) parts);
}

/* Adds @part, which is taken, unless it speaks of nothing. */
static void
add_part (GStrvBuilder *parts,
          char         *part,
          guint         n,
          guint        *n_all)
{
  g_autofree char *owned = part;

  if (n > 0)
    g_strv_builder_add (parts, owned);
  *n_all += n;
}

/* What was found in the text, or drawn from it. */
static void
add_found (GStrvBuilder *builder,
           const guint  *added,
           guint        *n_all)
{
  guint n = added[APO_ITEM_CLAIM];

  add_part (builder, g_strdup_printf (ngettext ("%u claim", "%u claims", n), n), n, n_all);
  n = added[APO_ITEM_ACTOR];
  add_part (builder, g_strdup_printf (ngettext ("%u actor", "%u actors", n), n), n, n_all);
  n = added[APO_ITEM_EVENT];
  add_part (builder, g_strdup_printf (ngettext ("%u event", "%u events", n), n), n, n_all);
  n = added[APO_ITEM_RELATION];
  add_part (builder, g_strdup_printf (ngettext ("%u relation", "%u relations", n), n), n, n_all);
  n = added[APO_ITEM_TIME];
  add_part (builder, g_strdup_printf (ngettext ("%u date", "%u dates", n), n), n, n_all);
  n = added[APO_ITEM_LINK];
  add_part (builder, g_strdup_printf (ngettext ("%u link between claims",
                                                "%u links between claims", n), n), n, n_all);
}

/* What comes in, in numbers; NULL if it is nothing. */
static char *
dup_coming (const ApoMergeCounts *counts,
            guint                *n_all)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  const guint *added = counts->added;
  guint n = counts->verdicts;

  *n_all = 0;
  add_part (builder, g_strdup_printf (ngettext ("%u verdict", "%u verdicts", n), n), n, n_all);
  n = counts->reasons;
  add_part (builder, g_strdup_printf (ngettext ("%u reason", "%u reasons", n), n), n, n_all);
  n = added[APO_ITEM_SOURCE];
  add_part (builder, g_strdup_printf (ngettext ("%u source", "%u sources", n), n), n, n_all);
  n = added[APO_ITEM_NOTE];
  add_part (builder, g_strdup_printf (ngettext ("%u note", "%u notes", n), n), n, n_all);
  add_found (builder, added, n_all);
  n = added[APO_ITEM_VIEW];
  add_part (builder, g_strdup_printf (ngettext ("%u saved view", "%u saved views", n), n), n,
            n_all);
  n = added[APO_ITEM_ARTICLE];
  add_part (builder, g_strdup_printf (ngettext ("%u older text", "%u older texts", n), n), n,
            n_all);
  n = counts->other;
  add_part (builder, g_strdup_printf (ngettext ("%u other change", "%u other changes", n), n), n,
            n_all);
  parts = g_strv_builder_end (builder);

  return *n_all > 0 ? g_strjoinv (", ", parts) : NULL;
}

/**
 * apo_merge_words_dup_summary:
 *
 * Returns: (transfer full): what the merge brings, in numbers
 */
char *
apo_merge_words_dup_summary (ApoMerge *merge)
{
  guint n_conflicts = apo_merge_get_n_conflicts (merge);
  ApoMergeCounts counts;
  guint n;
  g_autofree char *list = NULL;
  g_autofree char *coming = NULL;
  g_autofree char *going = NULL;
  g_autofree char *conflicts = NULL;
  const char *parts[4] = { NULL, NULL, NULL, NULL };
  guint n_parts = 0;

  apo_merge_count (merge, &counts);
  list = dup_coming (&counts, &n);
  if (list != NULL)
    /* Translators: %s is a list, such as “12 verdicts, 3 reasons”; the number is that of all */
    parts[n_parts++] = coming = g_strdup_printf (ngettext ("%s comes in", "%s come in", n), list);
  if (counts.removed > 0)
    parts[n_parts++] = going = g_strdup_printf (ngettext ("%u entry goes", "%u entries go",
                                                          counts.removed), counts.removed);
  if (n_parts == 0 && apo_merge_get_n_changes (merge) > 0)
    parts[n_parts++] = _("only records come in, such as those of earlier verdicts");
  if (n_conflicts > 0)
    parts[n_parts++] = conflicts = g_strdup_printf (ngettext ("%u conflict", "%u conflicts",
                                                              n_conflicts), n_conflicts);

  return g_strjoinv (_("; "), (char **) parts);
}

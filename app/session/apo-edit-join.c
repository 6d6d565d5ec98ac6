/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-edit-claims.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "apo-edit-private.h"
#include "apo-text-find.h"

/* Several claims made one. */

static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  guint n_a, n_b;
  const ApoSpan *x = apo_claim_get_content (*(ApoClaim *const *) a, &n_a);
  const ApoSpan *y = apo_claim_get_content (*(ApoClaim *const *) b, &n_b);

  if (n_a == 0 || n_b == 0)
    return (n_a == 0) - (n_b == 0);

  return apo_span_compare (&x[0], &y[0]);
}

/* The claims, borrowed, in the order of the text; NULL if they cannot be joined. */
static GPtrArray *
collect_joinable (ApoDossier *dossier,
                  GListModel *claims)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (claims); i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (claims, i);

      if (!APO_IS_CLAIM (item)
          || apo_dossier_get_item_article (dossier, item)
             != apo_dossier_get_item_article (dossier, all->len > 0 ? all->pdata[0] : item))
        return NULL;
      if (!g_ptr_array_find (all, item, NULL))
        g_ptr_array_add (all, item);
    }
  g_ptr_array_sort (all, compare_claims);

  return all->len > 1 ? g_steal_pointer (&all) : NULL;
}

/**
 * apo_edit_can_join_claims:
 *
 * Returns: whether these are two or more claims of one text
 */
gboolean
apo_edit_can_join_claims (ApoDossier *dossier,
                          GListModel *claims)
{
  g_autoptr (GPtrArray) all = collect_joinable (dossier, claims);

  return all != NULL;
}

/* Fills the gaps between spans that hold nothing but white space. */
static void
fill_gaps (GArray  *spans,
           ApoText *text)
{
  for (guint i = spans->len; i > 1; i--)
    {
      ApoSpan *before = &g_array_index (spans, ApoSpan, i - 2);
      const ApoSpan *after = &g_array_index (spans, ApoSpan, i - 1);
      ApoSpan gap = apo_text_trim (text, APO_SPAN (before->end, after->start));

      if (gap.start < gap.end)
        continue;
      before->end = after->end;
      g_array_remove_index (spans, i - 1);
    }
}

/* The lines of the logs of all claims, the oldest first. */
static GVariant *
join_logs (GPtrArray *claims)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  gint64 last = G_MININT64;

  for (;;)
    {
      gint64 next = G_MAXINT64;

      for (guint i = 0; i < claims->len; i++)
        {
          GVariant *log = apo_item_get_value (claims->pdata[i], APO_CLAIM_FIELD_LOG);

          for (gsize j = 0; j < g_variant_n_children (log); j++)
            {
              gint64 time;

              g_variant_get_child (log, j, "(xiiss)", &time, NULL, NULL, NULL, NULL);
              if (time == last)
                g_ptr_array_add (lines, g_variant_get_child_value (log, j));
              else if (time > last)
                next = MIN (next, time);
            }
        }
      if (next == G_MAXINT64)
        break;
      last = next;
    }

  return g_variant_new_array (G_VARIANT_TYPE ("(xiiss)"), (GVariant *const *) lines->pdata,
                              lines->len);
}

/* The reasons of all claims, each once, with an empty line between two. */
static char *
join_reasons (GPtrArray *claims)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      const char *reason = apo_claim_get_reason (claims->pdata[i]);

      if (*reason == '\0' || strstr (joined->str, reason) != NULL)
        continue;
      if (joined->len > 0)
        g_string_append (joined, "\n\n");
      g_string_append (joined, reason);
    }

  return g_string_free (joined, FALSE);
}

/* Makes a field of references that of all claims together. */
static void
join_refs (ApoCommand *command,
           GPtrArray  *claims,
           guint       field)
{
  g_autoptr (GPtrArray) joined = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < claims->len; i++)
    {
      g_auto (GStrv) refs = apo_item_dup_refs (claims->pdata[i], field);

      for (guint j = 0; refs[j] != NULL; j++)
        if (!g_ptr_array_find_with_equal_func (joined, refs[j], g_str_equal, NULL))
          g_ptr_array_add (joined, g_strdup (refs[j]));
    }

  apo_command_set_field (command, claims->pdata[0], field,
                         g_variant_new_strv ((const char *const *) joined->pdata, joined->len));
}

static void
join_spans (ApoCommand *command,
            GPtrArray  *claims,
            guint       field,
            ApoText    *text)
{
  g_autoptr (GArray) joined = apo_spans_new ();

  for (guint i = 0; i < claims->len; i++)
    {
      guint n;
      const ApoSpan *spans = apo_item_get_spans (claims->pdata[i], field, &n);

      g_array_append_vals (joined, spans, n);
    }
  apo_spans_unite (joined);
  if (text != NULL)
    fill_gaps (joined, text);
  apo_edit_put_spans (command, claims->pdata[0], field, (const ApoSpan *) joined->data,
                      joined->len);
}

/* Gives the first claim the value of a field of the first one that has any. */
static void
join_single (ApoCommand *command,
             GPtrArray  *claims,
             guint       field)
{
  for (guint i = 0; i < claims->len; i++)
    if (!apo_item_is_default (claims->pdata[i], field))
      {
        apo_command_set_field (command, claims->pdata[0], field,
                               apo_item_get_value (claims->pdata[i], field));
        break;
      }
}

/* The first claim outside of @claims that reports one of them and is, over all steps, reported by
 * none of them: its id, or an empty string. */
static const char *
find_reporter (ApoDossier *dossier,
               GPtrArray  *claims)
{
  guint limit = g_list_model_get_n_items (apo_dossier_get_items (dossier, APO_ITEM_CLAIM));

  for (guint i = 0; i < claims->len; i++)
    {
      const char *id = apo_claim_get_reported_by (claims->pdata[i]);
      ApoItem *step = apo_dossier_lookup (dossier, id);

      for (guint n = 0; step != NULL && n < limit && !g_ptr_array_find (claims, step, NULL); n++)
        step = apo_dossier_lookup (dossier, apo_claim_get_reported_by (APO_CLAIM (step)));
      if (step == NULL && *id != '\0')
        return id;
    }

  return "";
}

static void
put_joined (ApoCommand *command,
            ApoDossier *dossier,
            GPtrArray  *claims)
{
  static const guint singles[] = {
    APO_CLAIM_FIELD_CUE, APO_CLAIM_FIELD_SOURCE, APO_CLAIM_FIELD_SPEAKER,
    APO_CLAIM_FIELD_STATEMENT_TIME, APO_CLAIM_FIELD_EVENT_TIME, APO_CLAIM_FIELD_VERDICT,
    APO_CLAIM_FIELD_CONFIDENCE, APO_CLAIM_FIELD_STATUS, APO_CLAIM_FIELD_REVIEW,
    APO_CLAIM_FIELD_DUE,
  };
  g_autofree char *reason = join_reasons (claims);
  ApoArticle *article = apo_dossier_get_item_article (dossier, claims->pdata[0]);

  join_spans (command, claims, APO_CLAIM_FIELD_CONTENT, apo_article_get_text (article));
  join_spans (command, claims, APO_CLAIM_FIELD_DISCLAIMERS, NULL);
  join_refs (command, claims, APO_CLAIM_FIELD_ABOUT);
  for (guint i = 0; i < G_N_ELEMENTS (singles); i++)
    join_single (command, claims, singles[i]);
  apo_edit_put_string (command, claims->pdata[0], APO_CLAIM_FIELD_REPORTED_BY,
                       find_reporter (dossier, claims));
  apo_edit_put_string (command, claims->pdata[0], APO_CLAIM_FIELD_REASON, reason);
  apo_command_set_field (command, claims->pdata[0], APO_CLAIM_FIELD_LOG, join_logs (claims));
  apo_edit_touch (command, claims->pdata[0]);
}

/**
 * apo_edit_join_claims:
 *
 * Makes one claim of several: the first one in the text takes in the passages, reasons, logs and
 * all that rests on the others, which go.  Where it has no speaker, verdict … it takes that of the
 * next one that has.
 *
 * Returns: (transfer none) (nullable): the claim; %NULL, and nothing is done, unless
 *   apo_edit_can_join_claims()
 */
ApoClaim *
apo_edit_join_claims (ApoHistory *history,
                      GListModel *claims)
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  g_autoptr (GPtrArray) all = collect_joinable (dossier, claims);
  g_autoptr (GHashTable) replaced = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) skipped = g_hash_table_new (NULL, NULL);
  g_autofree char *name = NULL;
  ApoCommand *command;
  ApoClaim *kept;

  if (all == NULL)
    return NULL;

  /* Translators: a line of the undo list */
  name = g_strdup_printf (ngettext ("Join %u claim", "Join %u claims", all->len), all->len);
  command = apo_command_new (name);
  kept = all->pdata[0];
  g_hash_table_add (skipped, kept);
  put_joined (command, dossier, all);
  for (guint i = 1; i < all->len; i++)
    {
      g_hash_table_add (skipped, all->pdata[i]);
      g_hash_table_insert (replaced, (char *) apo_item_get_id (all->pdata[i]),
                           (char *) apo_item_get_id (APO_ITEM (kept)));
    }
  apo_edit_redirect (command, dossier, replaced, skipped);
  for (guint i = 1; i < all->len; i++)
    apo_command_remove_item (command, all->pdata[i]);
  apo_history_execute (history, command);

  return kept;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-relation-list.h"

#include "apo-certainty.h"

static ApoFoundRelation *
find_same (ApoReading       *reading,
           int               from,
           int               to,
           ApoRelationKind   kind)
{
  GPtrArray *relations = reading->findings->relations;
  guint last = relations->len > 200 ? relations->len - 200 : 0;

  for (guint i = relations->len; i-- > last;)
    {
      ApoFoundRelation *relation = g_ptr_array_index (relations, i);

      if (relation->kind == kind
          && ((relation->from == from && relation->to == to)
              || (!relation->directed && relation->from == to && relation->to == from)))
        return relation;
    }

  return NULL;
}

/**
 * apo_relation_list_add:
 * @tokens: the passage that says so
 *
 * Adds a relation, or another passage to the one that is there; nobody has one with themselves.
 */
void
apo_relation_list_add (ApoReading      *reading,
                       int              from,
                       int              to,
                       ApoRelationKind  kind,
                       ApoSpan          tokens)
{
  ApoSpan evidence = apo_reading_get_span (reading, tokens);
  ApoFoundRelation *relation = find_same (reading, from, to, kind);

  if (from == to)
    return;

  if (relation == NULL)
    {
      relation = apo_findings_add_relation (reading->findings, from, to, kind);
      relation->certainty = apo_certainty_of_tokens (reading, tokens);
    }
  else if (apo_spans_get_common ((ApoSpan *) (gpointer) relation->evidence->data,
                                 relation->evidence->len, &evidence, 1) > 0)
    return;

  g_array_append_val (relation->evidence, evidence);
}

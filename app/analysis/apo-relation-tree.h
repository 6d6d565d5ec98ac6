/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-reading.h"
#include "apo-tree.h"

G_BEGIN_DECLS

gboolean apo_relation_tree_is_there    (const ApoReading *reading,
                                        ApoSpan           sentence);
guint    apo_relation_tree_get_head    (const ApoReading *reading,
                                        guint             node);
guint    apo_relation_tree_next_child  (const ApoReading *reading,
                                        guint             node,
                                        guint             from);
guint    apo_relation_tree_get_case    (const ApoReading *reading,
                                        guint             node);
gboolean apo_relation_tree_is_passive  (const ApoReading *reading,
                                        guint             verb);
guint    apo_relation_tree_get_subject (const ApoReading *reading,
                                        guint             verb);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-actor-facts.h"

#include <glib/gi18n.h>

#include "apo-edit-notes.h"
#include "apo-graph-sample.h"
#include "apo-item-words.h"
#include "apo-mark.h"
#include "apo-relation-phrase.h"
#include "apo-standing.h"
#include "apo-timeline-dates.h"

/* More rows than these are made when they are asked for. */
#define FEW_ROWS 20

/* One of the lists, with what stands around it. */
typedef struct {
  GtkListBox *list;
  GtkWidget *box;               /* (nullable) hidden where the list is empty */
  GtkLabel *count;              /* (nullable) */
  GtkWidget *more;              /* (nullable) */
  char *shown;                  /* (nullable) what the rows were made of */
} Section;

enum {
  RELATIONS,
  EVENTS,
  NOTES,
  N_SECTIONS
};

struct _ApoActorFacts {
  GtkBox parent_instance;

  ApoDossier *dossier;
  ApoFocus *focus;
  ApoActor *actor;
  Section sections[N_SECTIONS];
  gboolean all;

  GtkListBox *relations;
  GtkWidget *relations_box;
  GtkLabel *relations_count;
  GtkWidget *more_relations;
  GtkListBox *events;
  GtkWidget *events_box;
  GtkLabel *events_count;
  GtkWidget *more_events;
  GtkListBox *notes;
};

G_DEFINE_FINAL_TYPE (ApoActorFacts, apo_actor_facts, GTK_TYPE_BOX)

/* What belongs into a list, borrowed from the dossier, and where in the text it is. */
typedef struct {
  ApoItem *item;
  guint position;
} Place;

/* A row to be. */
typedef struct {
  ApoItem *item;
  char *markup;                 /* what stands in the row */
  char *caption;                /* (nullable) */
  char *words;                  /* the same as a screen reader says it */
  ApoVerdict verdict;
  ApoStanding standing;
  gboolean incoming;
} Fact;

static void
clear_fact (gpointer data)
{
  Fact *fact = data;

  g_free (fact->markup);
  g_free (fact->caption);
  g_free (fact->words);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;

  return x->position < y->position ? -1 : x->position > y->position;
}

/* The list that an item belongs into, or -1. */
static int
find_section (ApoActorFacts *self,
              ApoItem       *item)
{
  if (APO_IS_NOTE (item))
    return NOTES;
  if (apo_item_is_dismissed (item) || !apo_focus_has_item (self->focus, item))
    return -1;
  if (APO_IS_RELATION (item))
    {
      ApoRelation *relation = APO_RELATION (item);
      gboolean incoming;
      ApoActor *other = apo_relation_phrase_get_other (self->dossier, relation, self->actor,
                                                       &incoming);

      return other != NULL && other != self->actor
             && apo_relation_get_kind (relation) != APO_RELATION_MENTION ? RELATIONS : -1;
    }

  return EVENTS;
}

/* In the order of the text. */
static void
collect_places (ApoActorFacts *self,
                GArray       **places)
{
  const char *id = apo_item_get_id (APO_ITEM (self->actor));
  g_autoptr (GPtrArray) items = apo_dossier_collect_referring (self->dossier, id);

  for (guint i = 0; i < items->len; i++)
    {
      Place place = { items->pdata[i], G_MAXUINT };
      gboolean wanted = APO_IS_RELATION (place.item) || APO_IS_EVENT (place.item)
                        || APO_IS_NOTE (place.item);
      int section = wanted ? find_section (self, place.item) : -1;
      ApoSpan span;

      if (section < 0)
        continue;
      if (apo_dossier_get_item_span (self->dossier, place.item, &span))
        place.position = span.start;
      g_array_append_val (places[section], place);
    }
  for (guint i = 0; i < N_SECTIONS; i++)
    g_array_sort (places[i], compare_places);
}

static ApoVerdict
get_verdict (ApoActorFacts *self,
             ApoItem       *item)
{
  gboolean found[APO_N_VERDICTS] = { FALSE };

  apo_dossier_find_verdicts (self->dossier, item, found);

  return apo_verdict_find_gravest (found);
}

static void
describe_relation (ApoActorFacts *self,
                   ApoRelation   *relation,
                   Fact          *fact)
{
  ApoActor *other = apo_relation_phrase_get_other (self->dossier, relation, self->actor,
                                                   &fact->incoming);
  g_autofree char *escaped = g_markup_escape_text (apo_actor_get_name (other), -1);
  g_autofree char *bold = g_strdup_printf ("<b>%s</b>", escaped);
  g_autofree char *plain = apo_relation_phrase_dup (relation, fact->incoming,
                                                    apo_actor_get_name (other));

  fact->markup = apo_relation_phrase_dup (relation, fact->incoming, bold);
  fact->standing = apo_focus_get_standing (self->focus, fact->item);
  fact->verdict = get_verdict (self, fact->item);
  fact->words = g_strjoin (". ", plain, apo_standing_get_label (fact->standing),
                           fact->verdict != APO_VERDICT_NONE
                           ? apo_verdict_get_label (fact->verdict) : NULL,
                           NULL);
}

static void
describe_event (ApoActorFacts *self,
                ApoEvent      *event,
                Fact          *fact)
{
  g_autofree char *title = apo_item_words_dup_title (self->dossier, fact->item);

  fact->markup = g_markup_escape_text (title, -1);
  fact->caption = apo_timeline_format_interval (apo_event_get_interval (event),
                                                apo_event_get_precision (event));
  fact->standing = apo_focus_get_standing (self->focus, fact->item);
  fact->verdict = get_verdict (self, fact->item);
  fact->words = g_strjoin (". ", title, fact->caption, apo_standing_get_label (fact->standing),
                           NULL);
}

static void
describe_note (ApoNote *note,
               Fact    *fact)
{
  g_autofree char *text = apo_item_words_dup_line (apo_note_get_text (note));

  fact->words = g_strdup (*text != '\0' ? text : _("An empty note"));
  fact->markup = g_markup_escape_text (fact->words, -1);
}

/* Only what is shown is put into words. */
static GArray *
describe (ApoActorFacts *self,
          GArray        *places)
{
  guint n = self->all || places->len <= FEW_ROWS + 1 ? places->len : FEW_ROWS;
  GArray *facts = g_array_sized_new (FALSE, TRUE, sizeof (Fact), n);

  g_array_set_clear_func (facts, clear_fact);
  for (guint i = 0; i < n; i++)
    {
      Fact fact = { .item = g_array_index (places, Place, i).item };

      if (APO_IS_RELATION (fact.item))
        describe_relation (self, APO_RELATION (fact.item), &fact);
      else if (APO_IS_EVENT (fact.item))
        describe_event (self, APO_EVENT (fact.item), &fact);
      else
        describe_note (APO_NOTE (fact.item), &fact);
      g_array_append_val (facts, fact);
    }

  return facts;
}

static GtkWidget *
create_texts (const Fact *fact)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), fact->markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (texts), label);
  if (fact->caption != NULL)
    {
      GtkWidget *caption = gtk_label_new (fact->caption);

      gtk_label_set_xalign (GTK_LABEL (caption), 0);
      gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
      gtk_widget_add_css_class (caption, "apo-caption");
      gtk_widget_add_css_class (caption, "dim-label");
      gtk_box_append (GTK_BOX (texts), caption);
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);

  return texts;
}

static GtkWidget *
create_row (const Fact *fact)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  const char *id = apo_item_get_id (fact->item);

  if (APO_IS_RELATION (fact->item))
    {
      GtkWidget *sample =
        apo_graph_sample_new (apo_relation_get_kind (APO_RELATION (fact->item)), fact->standing,
                              fact->incoming
                              && apo_relation_is_directed (APO_RELATION (fact->item)));

      gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), sample);
    }
  gtk_box_append (GTK_BOX (box), create_texts (fact));
  if (fact->verdict != APO_VERDICT_NONE)
    {
      GtkWidget *mark = apo_mark_new ();

      apo_mark_set_verdict (APO_MARK (mark), fact->verdict);
      gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), mark);
    }
  gtk_widget_add_css_class (box, "apo-detail-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  gtk_widget_set_tooltip_text (row, fact->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, fact->words,
                                  -1);

  return row;
}

static char *
dup_signature (ApoActorFacts *self,
               GArray        *facts,
               guint          n)
{
  GString *signature = g_string_new (apo_item_get_id (APO_ITEM (self->actor)));

  g_string_append_printf (signature, " %u\2", n);
  for (guint i = 0; i < facts->len; i++)
    {
      const Fact *fact = &g_array_index (facts, Fact, i);

      g_string_append_printf (signature, "%s\1%s\1%s\1%u\1%u\2", apo_item_get_id (fact->item),
                              fact->words, fact->caption != NULL ? fact->caption : "",
                              fact->verdict, fact->standing);
    }

  return g_string_free (signature, FALSE);
}

static void
fill (ApoActorFacts *self,
      Section       *section,
      GArray        *places)
{
  g_autoptr (GArray) facts = describe (self, places);
  g_autofree char *signature = dup_signature (self, facts, places->len);
  g_autofree char *count = g_strdup_printf ("%u", places->len);
  GtkWidget *row;

  if (g_strcmp0 (signature, section->shown) == 0)
    return;

  g_free (section->shown);
  section->shown = g_steal_pointer (&signature);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (section->list))) != NULL)
    gtk_list_box_remove (section->list, row);
  for (guint i = 0; i < facts->len; i++)
    gtk_list_box_append (section->list, create_row (&g_array_index (facts, Fact, i)));
  gtk_widget_set_visible (GTK_WIDGET (section->list), facts->len > 0);
  if (section->box != NULL)
    gtk_widget_set_visible (section->box, facts->len > 0);
  if (section->count != NULL)
    gtk_label_set_label (section->count, count);
  if (section->more != NULL)
    gtk_widget_set_visible (section->more, facts->len < places->len);
}

/* What is selected elsewhere is so here. */
static void
light_rows (ApoActorFacts *self)
{
  const char *selected = self->focus != NULL ? apo_focus_get_selected (self->focus) : NULL;

  for (guint i = 0; i < N_SECTIONS; i++)
    {
      GtkListBoxRow *row;

      gtk_list_box_unselect_all (self->sections[i].list);
      for (int j = 0; selected != NULL
                      && (row = gtk_list_box_get_row_at_index (self->sections[i].list, j)) != NULL;
           j++)
        if (g_str_equal (g_object_get_data (G_OBJECT (row), "id"), selected))
          gtk_list_box_select_row (self->sections[i].list, row);
    }
}

static void
update (ApoActorFacts *self)
{
  GArray *places[N_SECTIONS];

  if (self->actor == NULL)
    return;

  for (guint i = 0; i < N_SECTIONS; i++)
    places[i] = g_array_new (FALSE, FALSE, sizeof (Place));
  collect_places (self, places);
  for (guint i = 0; i < N_SECTIONS; i++)
    {
      fill (self, &self->sections[i], places[i]);
      g_array_unref (places[i]);
    }
  light_rows (self);
}

static void
row_activated_cb (ApoActorFacts *self,
                  GtkListBoxRow *row)
{
  apo_focus_select (self->focus, g_object_get_data (G_OBJECT (row), "id"));
}

static void
show_all_cb (ApoActorFacts *self)
{
  self->all = TRUE;
  update (self);
}

static void
add_note_cb (ApoActorFacts *self)
{
  apo_focus_select (self->focus, apo_item_get_id (APO_ITEM (self->actor)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-note", NULL);
}

static void
apo_actor_facts_dispose (GObject *object)
{
  ApoActorFacts *self = APO_ACTOR_FACTS (object);

  g_clear_object (&self->actor);
  g_clear_object (&self->focus);
  g_clear_object (&self->dossier);

  G_OBJECT_CLASS (apo_actor_facts_parent_class)->dispose (object);
}

static void
apo_actor_facts_finalize (GObject *object)
{
  for (guint i = 0; i < N_SECTIONS; i++)
    g_free (APO_ACTOR_FACTS (object)->sections[i].shown);

  G_OBJECT_CLASS (apo_actor_facts_parent_class)->finalize (object);
}

static void
apo_actor_facts_class_init (ApoActorFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = apo_actor_facts_dispose;
  G_OBJECT_CLASS (klass)->finalize = apo_actor_facts_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/apostille/Apostille/ui/apo-actor-facts.ui");
  gtk_widget_class_bind_template_child (widget_class, ApoActorFacts, relations);
  gtk_widget_class_bind_template_child (widget_class, ApoActorFacts, relations_box);
  gtk_widget_class_bind_template_child (widget_class, ApoActorFacts, relations_count);
  gtk_widget_class_bind_template_child (widget_class, ApoActorFacts, more_relations);
  gtk_widget_class_bind_template_child (widget_class, ApoActorFacts, events);
  gtk_widget_class_bind_template_child (widget_class, ApoActorFacts, events_box);
  gtk_widget_class_bind_template_child (widget_class, ApoActorFacts, events_count);
  gtk_widget_class_bind_template_child (widget_class, ApoActorFacts, more_events);
  gtk_widget_class_bind_template_child (widget_class, ApoActorFacts, notes);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_note_cb);
}

static void
apo_actor_facts_init (ApoActorFacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->sections[RELATIONS] = (Section) { self->relations, self->relations_box,
                                          self->relations_count, self->more_relations, NULL };
  self->sections[EVENTS] = (Section) { self->events, self->events_box, self->events_count,
                                       self->more_events, NULL };
  self->sections[NOTES] = (Section) { self->notes, NULL, NULL, NULL, NULL };
}

/**
 * apo_actor_facts_show:
 * @focus: what is told of where the reader goes, and knows the basis
 * @actor: (nullable): the actor to show
 */
void
apo_actor_facts_show (ApoActorFacts *facts,
                      ApoDossier    *dossier,
                      ApoFocus      *focus,
                      ApoActor      *actor)
{
  g_return_if_fail (APO_IS_ACTOR_FACTS (facts));

  if (facts->actor != actor)
    facts->all = FALSE;
  g_set_object (&facts->dossier, dossier);
  g_set_object (&facts->focus, focus);
  g_set_object (&facts->actor, actor);
  update (facts);
}

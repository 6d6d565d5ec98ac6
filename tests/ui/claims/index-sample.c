/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index-sample.h"

#include <string.h>

#include "apo-dossier-private.h"

static const char text[] =
  "Mara Linden says that the harbour was closed for three weeks. She adds that Norland knew of it. "
  "According to the Harbour Board, no ship was turned away.\n"
  "Linden believes that the dredging will last until spring, that the fishermen might be paid, and "
  "that Norland’s ministry never answered. The Evening Tide denies that its report was wrong. "
  "In Port Vell it is said that the tolls will rise. Mara Linden holds that Norland has the keys.";

typedef struct {
  const char *name;
  ApoActorKind kind;
  const char *region;
  const char *mentions[4];
  gboolean dismissed;
} ActorCase;

static const ActorCase actor_cases[] = {
  { "Port Vell", APO_ACTOR_PLACE, "", { "Port Vell" }, FALSE },
  { "Norland", APO_ACTOR_COUNTRY, "NO", { "Norland knew", "Norland’s ministry", "Norland has" },
    FALSE },
  { "Mara Linden", APO_ACTOR_PERSON, "",
    { "Mara Linden says", "She adds", "Linden believes", "Mara Linden holds" }, FALSE },
  { "Harbour Board", APO_ACTOR_ORGANISATION, "", { "Harbour Board" }, FALSE },
  { "Evening Tide", APO_ACTOR_MEDIA, "", { "Evening Tide" }, FALSE },
  { "Fishermen", APO_ACTOR_GROUP, "", { "fishermen" }, TRUE },
};

typedef struct {
  const char *content;
  const char *speaker;          /* (nullable) */
  const char *about;            /* (nullable) */
  ApoCertainty certainty;
  gboolean dismissed;
} ClaimCase;

static const ClaimCase claim_cases[] = {
  { "the harbour was closed for three weeks", "Mara Linden", NULL, APO_CERTAINTY_ASSERTED, FALSE },
  { "Norland knew of it", "Mara Linden", "Norland", APO_CERTAINTY_ASSERTED, FALSE },
  { "no ship was turned away", "Harbour Board", NULL, APO_CERTAINTY_DENIED, FALSE },
  { "the dredging will last until spring", "Mara Linden", NULL, APO_CERTAINTY_PREDICTION, FALSE },
  { "the fishermen might be paid", "Mara Linden", NULL, APO_CERTAINTY_HEDGED, FALSE },
  { "Norland’s ministry never answered", "Mara Linden", "Norland", APO_CERTAINTY_ASSERTED, TRUE },
  { "the tolls will rise", NULL, "Port Vell", APO_CERTAINTY_PREDICTION, FALSE },
  { "Norland has the keys", "Mara Linden", "Norland", APO_CERTAINTY_ASSERTED, FALSE },
};

static ApoSpan
find_span (const char *passage)
{
  const char *found = strstr (text, passage);
  guint start;

  g_assert_nonnull (found);
  start = g_utf8_strlen (text, found - text);

  return APO_SPAN (start, start + g_utf8_strlen (passage, -1));
}

/* Of a mention, only the first word belongs to the name, or the first two if they are the name. */
static ApoSpan
find_mention (const ActorCase *actor,
              const char      *mention)
{
  ApoSpan span = find_span (mention);
  const char *end = g_str_has_prefix (mention, actor->name) ? mention + strlen (actor->name)
                                                            : strpbrk (mention, " ’");

  if (end != NULL)
    span.end = span.start + g_utf8_strlen (mention, end - mention);

  return span;
}

static void
add_actor (ApoDossier      *dossier,
           const ActorCase *actor)
{
  g_autoptr (ApoItem) item = apo_item_new (APO_ITEM_ACTOR, NULL);
  GVariantBuilder mentions;

  g_variant_builder_init (&mentions, G_VARIANT_TYPE ("a(uuuu)"));
  for (guint i = 0; i < G_N_ELEMENTS (actor->mentions) && actor->mentions[i] != NULL; i++)
    {
      ApoSpan span = find_mention (actor, actor->mentions[i]);
      gboolean pronoun = g_str_has_prefix (actor->mentions[i], "She");

      g_variant_builder_add (&mentions, "(uuuu)", span.start, span.end,
                             pronoun ? APO_MENTION_PRONOUN : APO_MENTION_NAME,
                             apo_article_get_number (apo_dossier_get_article (dossier)));
    }

  apo_item_set_value (item, APO_ACTOR_FIELD_NAME, g_variant_new_string (actor->name));
  apo_item_set_value (item, APO_ACTOR_FIELD_KIND, g_variant_new_int32 (actor->kind));
  apo_item_set_value (item, APO_ACTOR_FIELD_REGION, g_variant_new_string (actor->region));
  apo_item_set_value (item, APO_ACTOR_FIELD_MENTIONS, g_variant_builder_end (&mentions));
  apo_item_set_value (item, APO_ACTOR_FIELD_DISMISSED, g_variant_new_boolean (actor->dismissed));
  apo_dossier_insert (dossier, item, G_MAXUINT);
}

static ApoActor *
find_actor (ApoDossier *dossier,
            const char *name)
{
  GListModel *actors = apo_dossier_get_items (dossier, APO_ITEM_ACTOR);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, i);

      if (g_str_equal (apo_actor_get_name (actor), name))
        return actor;
    }

  g_assert_not_reached ();
}

static const char *
find_actor_id (ApoDossier *dossier,
               const char *name)
{
  return apo_item_get_id (APO_ITEM (find_actor (dossier, name)));
}

static void
add_claim (ApoDossier      *dossier,
           const ClaimCase *claim)
{
  g_autoptr (ApoItem) item = apo_item_new (APO_ITEM_CLAIM, NULL);
  ApoSpan span = find_span (claim->content);
  GVariant *content = g_variant_new ("(uu)", span.start, span.end);

  apo_item_set_value (item, APO_CLAIM_FIELD_ARTICLE,
                      g_variant_new_string (
                        apo_item_get_id (APO_ITEM (apo_dossier_get_article (dossier)))));
  apo_item_set_value (item, APO_CLAIM_FIELD_CONTENT, g_variant_new_array (NULL, &content, 1));
  apo_item_set_value (item, APO_CLAIM_FIELD_CERTAINTY, g_variant_new_int32 (claim->certainty));
  apo_item_set_value (item, APO_CLAIM_FIELD_DISMISSED, g_variant_new_boolean (claim->dismissed));
  if (claim->speaker != NULL)
    apo_item_set_value (item, APO_CLAIM_FIELD_SPEAKER,
                        g_variant_new_string (find_actor_id (dossier, claim->speaker)));
  if (claim->about != NULL)
    {
      const char *about[] = { find_actor_id (dossier, claim->about), NULL };

      apo_item_set_value (item, APO_CLAIM_FIELD_ABOUT, g_variant_new_strv (about, -1));
    }
  apo_dossier_insert (dossier, item, G_MAXUINT);
}

void
index_sample_set_up (IndexSample  *sample,
                     gconstpointer user_data)
{
  g_autoptr (ApoText) article_text = apo_text_new (text, -1);
  ApoArticleInfo info = { .title = "The harbour", .date = APO_DAY_NONE, .language = "en" };
  g_autoptr (ApoArticle) article = apo_article_new (article_text, &info);

  sample->dossier = apo_dossier_new ("ttttt");
  apo_dossier_insert (sample->dossier, APO_ITEM (article), 0);
  for (guint i = 0; i < G_N_ELEMENTS (actor_cases); i++)
    add_actor (sample->dossier, &actor_cases[i]);
  for (guint i = 0; i < G_N_ELEMENTS (claim_cases); i++)
    add_claim (sample->dossier, &claim_cases[i]);

  sample->history = apo_history_new (sample->dossier);
  sample->focus = apo_focus_new (sample->dossier);
}

void
index_sample_tear_down (IndexSample  *sample,
                        gconstpointer user_data)
{
  if (sample->window != NULL)
    gtk_window_destroy (GTK_WINDOW (sample->window));
  g_clear_object (&sample->focus);
  g_clear_object (&sample->history);
  g_assert_finalize_object (g_steal_pointer (&sample->dossier));
}

/* Borrowed; counted from 0 with the dismissed one. */
ApoClaim *
index_sample_get_claim (IndexSample *sample,
                        guint        number)
{
  g_autoptr (ApoClaim) claim =
    g_list_model_get_item (apo_dossier_get_items (sample->dossier, APO_ITEM_CLAIM), number);

  return claim;
}

/* Borrowed. */
ApoActor *
index_sample_get_actor (IndexSample *sample,
                        const char  *name)
{
  return find_actor (sample->dossier, name);
}

static void
after_paint_cb (GdkFrameClock *clock,
                guint         *n_frames)
{
  (*n_frames)++;
}

/* Waits until two frames are drawn: in the first, list rows learn their size. */
void
index_sample_settle (IndexSample *sample)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (sample->window);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &n_frames);

  while (n_frames < 2)
    {
      gtk_widget_queue_draw (sample->window);
      g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, handler);
}

/* Shows @panel in a window of its own, so that its rows are made. */
void
index_sample_show (IndexSample *sample,
                   GtkWidget   *panel,
                   int          width)
{
  sample->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (sample->window), width, 700);
  gtk_window_set_child (GTK_WINDOW (sample->window), panel);
  gtk_window_present (GTK_WINDOW (sample->window));
  while (!gtk_widget_get_mapped (panel))
    g_main_context_iteration (NULL, TRUE);
  index_sample_settle (sample);
}

typedef gboolean (*Test) (GtkWidget  *widget,
                          const char *what);

static gboolean
is_of_type (GtkWidget  *widget,
            const char *type_name)
{
  return g_str_equal (G_OBJECT_TYPE_NAME (widget), type_name);
}

static gboolean
is_label (GtkWidget  *widget,
          const char *label)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), label);
}

/* The matches under @root, in the order of the tree, without what is hidden. */
static void
collect (GtkWidget  *root,
         Test        test,
         const char *what,
         GPtrArray  *found)
{
  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return;
  if (test (root, what))
    g_ptr_array_add (found, root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, test, what, found);
}

/* The nth shown widget of that type under @root, or NULL. */
GtkWidget *
index_sample_find (GtkWidget  *root,
                   const char *type_name,
                   guint       nth)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (root, is_of_type, type_name, found);

  return nth < found->len ? found->pdata[nth] : NULL;
}

guint
index_sample_count (GtkWidget  *root,
                    const char *type_name)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (root, is_of_type, type_name, found);

  return found->len;
}

/* The first shown label with that text, or NULL. */
GtkWidget *
index_sample_find_label (GtkWidget  *root,
                         const char *label)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (root, is_label, label, found);

  return found->len > 0 ? found->pdata[0] : NULL;
}

/* Presses the button with that text. */
void
index_sample_click_label (GtkWidget  *root,
                          const char *label)
{
  GtkWidget *found = index_sample_find_label (root, label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
}

/* A child by its id in the template. */
GtkWidget *
index_sample_find_child (GtkWidget  *template_widget,
                         const char *id)
{
  GObject *child = gtk_widget_get_template_child (template_widget,
                                                  G_OBJECT_TYPE (template_widget), id);

  g_assert_true (GTK_IS_WIDGET (child));

  return GTK_WIDGET (child);
}

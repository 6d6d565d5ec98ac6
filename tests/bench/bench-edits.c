/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "apo-edit.h"
#include "apo-sample-dossier.h"

/* What each edit costs the main thread in a large dossier, in the order of a busy reader.  Prints, and
 * never fails on time. */

#define N_CLAIMS 20000
#define N_ACTORS 5000
#define N_OTHERS 5000
#define N_ROUNDS 60

static ApoItem *
add (ApoDossier *dossier,
     ApoItemType type)
{
  g_autoptr (ApoItem) item = apo_item_new (type, NULL);

  apo_dossier_insert (dossier, item, G_MAXUINT);

  return item;
}

static const char *
get_id (ApoDossier *dossier,
        ApoItemType type,
        guint       i)
{
  g_autoptr (ApoItem) item = g_list_model_get_item (apo_dossier_get_items (dossier, type), i);

  return apo_item_get_id (item);
}

static void
set_refs (ApoItem    *item,
          guint       field,
          const char *a,
          const char *b)
{
  const char *refs[] = { a, b };

  apo_item_set_value (item, field, g_variant_new_strv (refs, 2));
}

static void
set_span (ApoItem *item,
          guint    field,
          guint    start)
{
  ApoSpan span = { start, start + 30 };

  apo_item_set_value (item, field,
                      g_variant_new_fixed_array (G_VARIANT_TYPE ("(uu)"), &span, 1, sizeof span));
}

/* Everything names something, and each claim is reported, judged and about two actors. */
static ApoDossier *
build_dossier (void)
{
  ApoDossier *dossier = apo_dossier_new ("bcdfg");
  g_autoptr (ApoArticle) article = apo_sample_article_new ();
  guint length = apo_text_get_length (apo_article_get_text (article)) - 30;

  apo_dossier_insert (dossier, APO_ITEM (article), 0);
  for (guint i = 0; i < N_ACTORS; i++)
    {
      ApoItem *actor = add (dossier, APO_ITEM_ACTOR);
      ApoActorMention mention = { APO_SPAN (i % length, i % length + 9), 0, 1 };
      g_autofree char *name = g_strdup_printf ("Actor %u", i);

      apo_item_set_value (actor, APO_ACTOR_FIELD_NAME, g_variant_new_string (name));
      apo_item_set_value (actor, APO_ACTOR_FIELD_MENTIONS,
                          g_variant_new_fixed_array (G_VARIANT_TYPE ("(uuuu)"), &mention, 1,
                                                     sizeof mention));
    }
  for (guint i = 0; i < N_CLAIMS; i++)
    {
      ApoItem *claim = add (dossier, APO_ITEM_CLAIM);

      set_span (claim, APO_CLAIM_FIELD_CONTENT, i % length);
      apo_item_set_value (claim, APO_CLAIM_FIELD_SPEAKER,
                          g_variant_new_string (get_id (dossier, APO_ITEM_ACTOR, i % N_ACTORS)));
      set_refs (claim, APO_CLAIM_FIELD_ABOUT, get_id (dossier, APO_ITEM_ACTOR, (i + 1) % N_ACTORS),
                get_id (dossier, APO_ITEM_ACTOR, (i + 2) % N_ACTORS));
    }
  for (guint i = 0; i < N_OTHERS; i++)
    {
      ApoItem *event = add (dossier, APO_ITEM_EVENT);
      ApoItem *relation = add (dossier, APO_ITEM_RELATION);
      const char *a = get_id (dossier, APO_ITEM_ACTOR, i % N_ACTORS);
      const char *b = get_id (dossier, APO_ITEM_ACTOR, (i + 7) % N_ACTORS);

      set_span (event, APO_EVENT_FIELD_SPAN, i % length);
      set_refs (event, APO_EVENT_FIELD_ACTORS, a, b);
      set_span (relation, APO_RELATION_FIELD_EVIDENCE, i % length);
      apo_item_set_value (relation, APO_RELATION_FIELD_FROM, g_variant_new_string (a));
      apo_item_set_value (relation, APO_RELATION_FIELD_TO, g_variant_new_string (b));
      set_refs (relation, APO_RELATION_FIELD_CLAIMS, get_id (dossier, APO_ITEM_CLAIM, i),
                get_id (dossier, APO_ITEM_CLAIM, i + 1));
    }

  return dossier;
}

/* What an edit is done to. */
typedef struct {
  ApoHistory *history;
  ApoClaim *claim;
  ApoActor *actor;
  GListModel *claims;
  GListModel *actors;
} Choice;

static void
judge (Choice *choice)
{
  apo_edit_set_verdict (choice->history, choice->claim, APO_VERDICT_MIXED, "Ada");
}

static void
give_reason (Choice *choice)
{
  apo_edit_set_reason (choice->history, choice->claim, "Le registre le dit.");
}

static void
attribute (Choice *choice)
{
  apo_edit_set_speaker (choice->history, choice->claim, choice->actor);
}

static void
add_claim (Choice *choice)
{
  apo_edit_add_claim (choice->history, APO_SPAN (40, 60), choice->actor);
}

static void
split (Choice *choice)
{
  guint n;

  apo_edit_split_claim (choice->history, choice->claim,
                        apo_claim_get_content (choice->claim, &n)[0].start + 15);
}

static void
join (Choice *choice)
{
  apo_edit_join_claims (choice->history, choice->claims);
}

static void
add_source (Choice *choice)
{
  ApoSourceInfo info = { .title = "Registre", .consulted = APO_DAY_NONE };

  apo_edit_add_source (choice->history, choice->claim, &info);
}

static void
add_note (Choice *choice)
{
  apo_edit_add_note (choice->history, APO_ITEM (choice->claim), "Voir", "Ada");
}

static void
merge (Choice *choice)
{
  apo_edit_merge_actors (choice->history, choice->actors, NULL);
}

static void
add_actor (Choice *choice)
{
  ApoSpan span = { 40, 60 };

  apo_edit_add_actor (choice->history, "Ligue", APO_ACTOR_GROUP, NULL, &span, 1);
}

static void
add_event (Choice *choice)
{
  apo_edit_add_event (choice->history, APO_SPAN (40, 75), NULL);
}

/* The time that this thread has worked, in microseconds. */
static gint64
get_thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  return *(const gint64 *) a < *(const gint64 *) b ? -1 : *(const gint64 *) a > *(const gint64 *) b;
}

static GListModel *
pick (ApoDossier *dossier,
      ApoItemType type,
      guint       first,
      guint       n)
{
  GListStore *some = g_list_store_new (APO_TYPE_ITEM);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ApoItem) item = g_list_model_get_item (apo_dossier_get_items (dossier, type),
                                                        first + i);

      g_list_store_append (some, item);
    }

  return G_LIST_MODEL (some);
}

static void
bench (ApoHistory *history,
       const char *name,
       void      (*edit) (Choice *))
{
  ApoDossier *dossier = apo_history_get_dossier (history);
  gint64 times[N_ROUNDS];
  gint64 first;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GListModel) claims = pick (dossier, APO_ITEM_CLAIM, i * 97, 2);
      g_autoptr (GListModel) actors = pick (dossier, APO_ITEM_ACTOR, i * 61, 3);
      g_autoptr (ApoClaim) claim = g_list_model_get_item (claims, 0);
      g_autoptr (ApoActor) actor = g_list_model_get_item (actors, 0);
      Choice choice = { history, claim, actor, claims, actors };
      gint64 start = get_thread_time ();

      edit (&choice);
      times[i] = get_thread_time () - start;
    }
  first = times[0];
  qsort (times, N_ROUNDS, sizeof *times, compare_times);
  g_print ("%-14s %7.3f ms in the median, %7.3f ms at most, %7.3f ms the first time\n", name,
           times[N_ROUNDS / 2] / 1000.0, times[N_ROUNDS - 1] / 1000.0, first / 1000.0);
}

int
main (void)
{
  static const struct {
    const char *name;
    void (*edit) (Choice *);
  } edits[] = {
    { "verdict", judge }, { "reason", give_reason }, { "speaker", attribute },
    { "new claim", add_claim }, { "split claim", split }, { "join claims", join },
    { "source", add_source }, { "note", add_note }, { "merge actors", merge },
    { "new actor", add_actor }, { "new event", add_event },
  };
  g_autoptr (ApoDossier) dossier = build_dossier ();
  g_autoptr (ApoHistory) history = apo_history_new (dossier);

  g_print ("%u claims, %u actors, %u events, %u relations\n", N_CLAIMS, N_ACTORS, N_OTHERS,
           N_OTHERS);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    bench (history, edits[i].name, edits[i].edit);

  return 0;
}

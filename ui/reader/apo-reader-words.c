/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-reader-words.h"

#include <glib/gi18n.h>

/* So much of a sentence is quoted where it explains something, in characters. */
#define QUOTED_LENGTH 120

/**
 * apo_reader_words_dup_day:
 *
 * Returns: (transfer full): the day as people write it, or that it is not known
 */
char *
apo_reader_words_dup_day (ApoDay day)
{
  int year;
  int month;
  int day_of_month;
  g_autoptr (GDateTime) date = NULL;

  if (day == APO_DAY_NONE)
    return g_strdup (_("undated"));

  apo_day_to_ymd (day, &year, &month, &day_of_month);
  date = g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  /* Translators: how the date of an article is written, as for g_date_time_format() */
  return date != NULL ? g_date_time_format (date, _("%-d %B %Y")) : apo_day_format (day);
}

static char *
dup_quoted (const char *text)
{
  /* Translators: quotation marks around something that the article says */
  return g_strdup_printf (_("“%s”"), text);
}

/* The passage on one line, cut where it is long. */
static char *
dup_passage (ApoArticle *article,
             ApoSpan     span)
{
  gboolean cut = apo_span_get_length (span) > QUOTED_LENGTH;
  g_autofree char *slice = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *line = NULL;
  g_autofree char *shown = NULL;

  if (cut)
    span.end = span.start + QUOTED_LENGTH;
  slice = apo_text_dup_slice (apo_article_get_text (article), span);
  lines = g_strsplit (g_strstrip (slice), "\n", -1);
  line = g_strjoinv (" ", lines);
  shown = g_strconcat (line, cut ? "…" : NULL, NULL);

  return dup_quoted (shown);
}

/**
 * apo_reader_words_dup_citation:
 *
 * Returns: (transfer full): the passage in quotation marks and where it is from, for other texts to
 *   quote it
 */
char *
apo_reader_words_dup_citation (ApoArticle *article,
                               ApoSpan     span)
{
  g_autofree char *passage = apo_text_dup_slice (apo_article_get_text (article), span);
  g_autofree char *quotation = dup_quoted (g_strstrip (passage));
  g_autofree char *title = NULL;
  g_autofree char *date = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *origin = NULL;

  if (*apo_article_get_byline (article) != '\0')
    g_ptr_array_add (parts, (char *) apo_article_get_byline (article));
  if (*apo_article_get_title (article) != '\0')
    g_ptr_array_add (parts, title = dup_quoted (apo_article_get_title (article)));
  if (*apo_article_get_outlet (article) != '\0')
    g_ptr_array_add (parts, (char *) apo_article_get_outlet (article));
  if (apo_article_get_date (article) != APO_DAY_NONE)
    g_ptr_array_add (parts, date = apo_reader_words_dup_day (apo_article_get_date (article)));
  if (*apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_URI) != '\0')
    g_ptr_array_add (parts,
                     (char *) apo_item_get_string (APO_ITEM (article), APO_ARTICLE_FIELD_URI));
  if (parts->len == 0)
    return g_steal_pointer (&quotation);

  g_ptr_array_add (parts, NULL);
  origin = g_strjoinv (", ", (char **) parts->pdata);

  return g_strdup_printf ("%s — %s", quotation, origin);
}

/* Takes @line. */
static void
take_line (GString *lines,
           char    *line)
{
  g_autofree char *owned = line;

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, owned);
}

static const char *
get_speaker_name (ApoDossier *dossier,
                  ApoClaim   *claim)
{
  ApoItem *speaker = apo_dossier_lookup (dossier, apo_claim_get_speaker (claim));

  return APO_IS_ACTOR (speaker) ? apo_actor_get_name (APO_ACTOR (speaker)) : _("Nobody named");
}

static char *
dup_claim_grounds (ApoDossier *dossier,
                   ApoClaim   *claim)
{
  ApoArticle *article = apo_dossier_get_article (dossier);
  ApoItem *reporter = apo_dossier_lookup (dossier, apo_claim_get_reported_by (claim));
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n_disclaimers;
  const ApoSpan *disclaimers = apo_claim_get_disclaimers (claim, &n_disclaimers);

  if (APO_IS_CLAIM (reporter))
    /* Translators: who passes on a claim of somebody else */
    take_line (lines, g_strdup_printf (_("Reported by: %s"),
                                       get_speaker_name (dossier, APO_CLAIM (reporter))));
  if (apo_claim_get_origin (claim) == APO_ORIGIN_MANUAL)
    take_line (lines, g_strdup (_("Added by hand.")));
  else if (apo_span_get_length (apo_claim_get_cue (claim)) > 0)
    {
      g_autofree char *cue = dup_passage (article, apo_claim_get_cue (claim));

      /* Translators: the words by which a claim is known, in quotation marks */
      take_line (lines, g_strdup_printf (_("Cue: %s"), cue));
    }
  else if (apo_claim_get_form (claim) == APO_FORM_DIRECT)
    take_line (lines, g_strdup (_("It stands in quotation marks.")));
  if (apo_claim_get_origin (claim) == APO_ORIGIN_EDITED)
    take_line (lines, g_strdup (_("Changed by hand.")));
  for (guint i = 0; i < n_disclaimers; i++)
    {
      g_autofree char *disclaimer = dup_passage (article, disclaimers[i]);

      /* Translators: what the article itself says against trusting a claim, in quotation marks */
      take_line (lines, g_strdup_printf (_("The article’s own reservation: %s"), disclaimer));
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
describe_claim (ApoReaderWords *words,
                ApoDossier     *dossier,
                ApoClaim       *claim)
{
  words->title = g_strdup (get_speaker_name (dossier, claim));
  words->state = g_strdup_printf ("%s · %s",
                                  apo_certainty_get_label (apo_claim_get_certainty (claim)),
                                  apo_verdict_get_label (apo_claim_get_verdict (claim)));
  words->grounds = dup_claim_grounds (dossier, claim);
}

/* What ties the words to the actor; NULL where they are the name itself. */
static char *
dup_form (ApoMentionForm form,
          const char    *passage)
{
  switch (form)
    {
    case APO_MENTION_ALIAS:
      /* Translators: %s is a passage in quotation marks */
      return g_strdup_printf (_("%s is another name."), passage);
    case APO_MENTION_METONYM:
      return g_strdup_printf (_("%s stands for those who govern from there."), passage);
    case APO_MENTION_DEMONYM:
      return g_strdup_printf (_("%s says where somebody or something belongs."), passage);
    case APO_MENTION_PRONOUN:
      return g_strdup_printf (_("%s stands for the name."), passage);
    case APO_MENTION_DESCRIPTION:
      return g_strdup_printf (_("%s says what the actor is."), passage);
    case APO_MENTION_NAME:
    default:
      return NULL;
    }
}

static void
describe_actor (ApoReaderWords *words,
                ApoDossier     *dossier,
                ApoActor       *actor,
                guint           offset)
{
  ApoArticle *article = apo_dossier_get_article (dossier);
  guint n;
  const ApoActorMention *mentions = apo_actor_get_mentions (actor, &n);
  g_autofree char *count = g_strdup_printf (ngettext ("%u mention", "%u mentions", n), n);

  words->title = g_strdup (apo_actor_get_name (actor));
  words->state = g_strdup_printf ("%s · %s",
                                  apo_actor_kind_get_label (apo_actor_get_kind (actor)), count);
  for (guint i = 0; i < n && words->grounds == NULL; i++)
    if (mentions[i].article == apo_article_get_number (article)
        && apo_span_contains (mentions[i].span, APO_SPAN (offset, offset + 1)))
      {
        g_autofree char *passage = dup_passage (article, mentions[i].span);

        words->grounds = dup_form (mentions[i].form, passage);
      }
}

static void
describe_time (ApoReaderWords *words,
               ApoDossier     *dossier,
               ApoTime        *time)
{
  ApoArticle *article = apo_dossier_get_article (dossier);
  ApoInterval interval = apo_time_get_interval (time);
  g_autofree char *from = apo_reader_words_dup_day (interval.earliest);
  g_autofree char *to = apo_reader_words_dup_day (interval.latest);

  words->title = dup_passage (article, apo_time_get_span (time));
  if (!apo_interval_is_known (interval))
    words->state = g_strdup (_("No day can be told from it."));
  else if (interval.earliest == interval.latest)
    words->state = g_steal_pointer (&from);
  else if (interval.earliest == APO_DAY_NONE)
    /* Translators: an open interval; %s is a day */
    words->state = g_strdup_printf (_("until %s"), to);
  else if (interval.latest == APO_DAY_NONE)
    /* Translators: an open interval; %s is a day */
    words->state = g_strdup_printf (_("from %s on"), from);
  else
    /* Translators: an interval, from its first to its last day */
    words->state = g_strdup_printf (_("%s – %s"), from, to);

  if (!apo_interval_is_known (interval) && apo_article_get_date (article) == APO_DAY_NONE)
    words->grounds = g_strdup (_("It may hang on the day of publication, which is not known."));
}

/**
 * apo_reader_words_new:
 * @item: a claim, actor or time
 * @offset: a character of the passage that is asked about
 *
 * Returns: (transfer full): what is to be said about it
 */
ApoReaderWords *
apo_reader_words_new (ApoDossier *dossier,
                      ApoItem    *item,
                      guint       offset)
{
  ApoReaderWords *self = g_new0 (ApoReaderWords, 1);

  if (APO_IS_CLAIM (item))
    describe_claim (self, dossier, APO_CLAIM (item));
  else if (APO_IS_ACTOR (item))
    describe_actor (self, dossier, APO_ACTOR (item), offset);
  else if (APO_IS_TIME (item))
    describe_time (self, dossier, APO_TIME (item));
  else
    self->title = apo_dossier_dup_item_text (dossier, item);

  return self;
}

void
apo_reader_words_free (ApoReaderWords *words)
{
  g_free (words->title);
  g_free (words->state);
  g_free (words->grounds);
  g_free (words);
}

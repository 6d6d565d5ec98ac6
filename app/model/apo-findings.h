/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "apo-day.h"
#include "apo-span.h"
#include "apo-vocabulary.h"

G_BEGIN_DECLS

/* What an analysis found.  Ids are positions in the arrays of one findings object, printed as a1, c1,
 * t1, e1, r1 …; %APO_FOUND_NONE stands for null.  Fill it while it is yours, then hand it on and
 * never change it again. */

#define APO_FOUND_NONE (-1)

typedef struct {
  ApoSpan span;
  ApoMentionForm form;
} ApoMention;

typedef struct {
  char *name;
  ApoActorKind kind;
  char *region;                 /* (nullable) ISO 3166 alpha-2 */
  GArray *mentions;             /* (element-type ApoMention), by start */
} ApoFoundActor;

typedef struct {
  ApoSpan span;
  ApoEntityType type;
} ApoFoundEntity;

typedef struct {
  GArray *content;              /* (element-type ApoSpan), at least one, by start */
  ApoSpan cue;                  /* empty where there is none */
  ApoSpan source;               /* empty where there is none */
  int speaker;                  /* actor */
  int reported_by;              /* claim */
  ApoClaimForm form;
  ApoClaimType type;
  ApoCertainty certainty;
  GArray *disclaimers;          /* (element-type ApoSpan) */
  GArray *about;                /* (element-type int), actors */
  int statement_time;           /* time */
  int event_time;               /* time */
} ApoFoundClaim;

typedef struct {
  ApoSpan span;
  ApoTimeType type;
  char *value;                  /* TIMEX3 value, never NULL */
  char *edtf;                   /* (nullable) */
  ApoInterval interval;
  ApoInterval range;            /* of the whole range that it begins or ends, else the same */
} ApoFoundTime;

typedef struct {
  ApoSpan span;
  char *label;
  int time;                     /* time */
  int statement_time;           /* time */
  ApoInterval interval;
  ApoPrecision precision;
  ApoCertainty certainty;       /* of the article's own words, where no claim reports it */
  GArray *actors;               /* (element-type int) */
  GArray *claims;               /* (element-type int), claims whose content holds it */
} ApoFoundEvent;

typedef struct {
  int from;                     /* actor */
  int to;                       /* actor */
  ApoRelationKind kind;
  gboolean directed;
  ApoCertainty certainty;       /* of the article's own words, where no claim reports it */
  GArray *evidence;             /* (element-type ApoSpan) */
  GArray *claims;               /* (element-type int), claims whose content holds the evidence */
} ApoFoundRelation;

#define APO_TYPE_FINDINGS (apo_findings_get_type ())

G_DECLARE_FINAL_TYPE (ApoFindings, apo_findings, APO, FINDINGS, GObject)

/**
 * ApoFindings:
 *
 * The arrays are owned by the object and hold what their names say.
 */
struct _ApoFindings {
  GObject parent_instance;

  char *language;               /* BCP 47 */
  char *title;                  /* (nullable) metadata guessed from the text */
  char *byline;                 /* (nullable) */
  char *outlet;                 /* (nullable) */
  ApoDay date;                  /* the date that relative times hang on, or APO_DAY_NONE */
  guint length;                 /* code points */
  guint n_words;
  char *fingerprint;            /* (nullable) of the data the engine used; NULL before the end */

  GArray *sentences;            /* ApoSpan */
  GPtrArray *actors;            /* ApoFoundActor */
  GArray *entities;             /* ApoFoundEntity */
  GPtrArray *claims;            /* ApoFoundClaim */
  GPtrArray *times;             /* ApoFoundTime */
  GPtrArray *events;            /* ApoFoundEvent */
  GPtrArray *relations;         /* ApoFoundRelation */
};

ApoFindings      *apo_findings_new          (void);
ApoFindings      *apo_findings_copy         (ApoFindings    *findings);
ApoFoundActor    *apo_findings_add_actor    (ApoFindings    *findings,
                                             const char     *name,
                                             ApoActorKind    kind,
                                             const char     *region);
void              apo_found_actor_add_mention (ApoFoundActor *actor,
                                             ApoSpan         span,
                                             ApoMentionForm  form);
ApoFoundClaim    *apo_findings_add_claim    (ApoFindings    *findings);
ApoFoundTime     *apo_findings_add_time     (ApoFindings    *findings,
                                             ApoSpan         span,
                                             ApoTimeType     type,
                                             const char     *value);
ApoFoundEvent    *apo_findings_add_event    (ApoFindings    *findings,
                                             ApoSpan         span,
                                             const char     *label);
ApoFoundRelation *apo_findings_add_relation (ApoFindings    *findings,
                                             int             from,
                                             int             to,
                                             ApoRelationKind kind);

G_END_DECLS

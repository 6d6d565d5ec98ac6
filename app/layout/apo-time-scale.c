/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "apo-time-scale.h"

#include <math.h>

#define SHORTEST 1.0
#define LONGEST (2000 * 365.2425)
#define FIRST_YEAR -9999
#define LAST_YEAR 9999
#define CLOSEST_TICKS 8.0
#define N_SAMPLES 12

/* One way to divide the line: a tick every @count of @level, under ticks of @major. */
typedef struct {
  ApoTickLevel level;
  int count;
  ApoTickLevel major;
} TickStep;

static const TickStep steps[] = {
  { APO_TICK_DAY, 1, APO_TICK_MONTH },
  { APO_TICK_WEEK, 1, APO_TICK_MONTH },
  { APO_TICK_MONTH, 1, APO_TICK_YEAR },
  { APO_TICK_QUARTER, 1, APO_TICK_YEAR },
  { APO_TICK_YEAR, 1, APO_TICK_DECADE },
  { APO_TICK_YEAR, 2, APO_TICK_DECADE },
  { APO_TICK_YEAR, 5, APO_TICK_DECADE },
  { APO_TICK_DECADE, 1, APO_TICK_CENTURY },
  { APO_TICK_DECADE, 2, APO_TICK_CENTURY },
  { APO_TICK_DECADE, 5, APO_TICK_CENTURY },
  { APO_TICK_CENTURY, 1, APO_TICK_MILLENNIUM },
  { APO_TICK_CENTURY, 2, APO_TICK_MILLENNIUM },
  { APO_TICK_CENTURY, 5, APO_TICK_MILLENNIUM },
};

static const double level_days[] = {
  [APO_TICK_DAY] = 1,
  [APO_TICK_WEEK] = 7,
  [APO_TICK_MONTH] = 30.436875,
  [APO_TICK_QUARTER] = 91.310625,
  [APO_TICK_YEAR] = 365.2425,
  [APO_TICK_DECADE] = 3652.425,
  [APO_TICK_CENTURY] = 36524.25,
  [APO_TICK_MILLENNIUM] = 365242.5,
};

static int
floor_to (int value,
          int unit)
{
  int rest = value % unit;

  return value - (rest < 0 ? rest + unit : rest);
}

/* How many months the periods of a level last that begin with a month. */
static int
count_months (ApoTickLevel level)
{
  switch (level)
    {
    case APO_TICK_DAY:
    case APO_TICK_WEEK:
      return 0;

    case APO_TICK_MONTH:
      return 1;

    case APO_TICK_QUARTER:
      return 3;

    case APO_TICK_YEAR:
      return 12;

    case APO_TICK_DECADE:
      return 120;

    case APO_TICK_CENTURY:
      return 1200;

    case APO_TICK_MILLENNIUM:
      return 12000;

    default:
      g_assert_not_reached ();
    }
}

static ApoDay
day_of_month (int month_number)
{
  int year = floor_to (month_number, 12) / 12;
  int month = month_number - year * 12 + 1;

  return apo_day_from_ymd (CLAMP (year, FIRST_YEAR, LAST_YEAR + 1), month, 1);
}

/* The first day of the period that @day lies in. */
static ApoDay
find_period (ApoDay       day,
             ApoTickLevel level,
             int          count)
{
  int months = count_months (level) * count;
  int year;
  int month;

  if (level == APO_TICK_DAY)
    return floor_to (day, count);
  if (level == APO_TICK_WEEK)
    return day - (apo_day_get_weekday (day) - 1);

  apo_day_to_ymd (day, &year, &month, NULL);

  return day_of_month (floor_to (year * 12 + month - 1, months));
}

/* The first day of the period after the one that begins at @day, or none after the last year. */
static ApoDay
find_next_period (ApoDay       day,
                  ApoTickLevel level,
                  int          count)
{
  int year;
  int month;

  if (level == APO_TICK_DAY)
    return day + count;
  if (level == APO_TICK_WEEK)
    return day + 7 * count;

  apo_day_to_ymd (day, &year, &month, NULL);

  /* The very first period may be one that is cut off by the first year. */
  return day_of_month (floor_to (year * 12 + month - 1, count_months (level) * count)
                       + count_months (level) * count);
}

static gboolean
step_has_room (const ApoTimeScale *scale,
               const TickStep     *step,
               ApoTickMeasure      measure,
               gpointer            user_data)
{
  double pixels = scale->width / (scale->end - scale->start);
  double spacing = level_days[step->level] * step->count * pixels;
  ApoDay day = find_period (floor (scale->start), step->level, step->count);

  if (spacing < CLOSEST_TICKS)
    return FALSE;

  for (guint i = 0; i < N_SAMPLES && day != APO_DAY_NONE && day < scale->end; i++)
    {
      if (measure (step->level, FALSE, day, user_data) > spacing)
        return FALSE;
      day = find_next_period (day, step->level, step->count);
    }

  return TRUE;
}

static const TickStep *
choose_step (const ApoTimeScale *scale,
             ApoTickMeasure      measure,
             gpointer            user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps) - 1; i++)
    if (step_has_room (scale, &steps[i], measure, user_data))
      return &steps[i];

  return &steps[G_N_ELEMENTS (steps) - 1];
}

/* What began before the start keeps its label at the start, as long as the next one leaves room. */
static void
append_row (const ApoTimeScale *scale,
            ApoTickLevel        level,
            int                 count,
            gboolean            major,
            ApoTickMeasure      measure,
            gpointer            user_data,
            GArray             *ticks)
{
  ApoDay day = find_period (floor (scale->start), level, count);
  double taken = 0;

  while (day != APO_DAY_NONE && day <= scale->end)
    {
      ApoDay next = find_next_period (day, level, count);
      double room = next != APO_DAY_NONE ? apo_time_scale_get_x (scale, next) : scale->width;
      ApoTick tick = { day, level, major };

      tick.x = apo_time_scale_get_x (scale, day);
      tick.label_x = MAX (tick.x, 0);
      tick.label_width = measure (level, major, day, user_data);
      tick.labelled = tick.label_x >= taken
                      && tick.label_x + tick.label_width <= scale->width
                      && (tick.x >= 0 || tick.label_x + tick.label_width <= room);
      if (tick.labelled)
        taken = tick.label_x + tick.label_width;
      g_array_append_val (ticks, tick);

      day = next;
    }
}

/**
 * apo_time_scale_set_range:
 * @start: in days
 * @end: in days
 *
 * Shows that range, or what is nearest to it within the limits; anything that is no range at all
 * (not a number, the wrong way round) becomes a day, too.
 */
void
apo_time_scale_set_range (ApoTimeScale *scale,
                          double        start,
                          double        end)
{
  double first = apo_day_from_ymd (FIRST_YEAR, 1, 1);
  double last = apo_day_from_ymd (LAST_YEAR, 12, 31) + 1.0;
  double span;

  start = isnan (start) ? 0 : CLAMP (start, first, last);
  end = isnan (end) ? start : CLAMP (end, first, last);
  span = CLAMP (end - start, SHORTEST, LONGEST);
  if (span != end - start)
    start = (start + end - span) / 2;
  start = CLAMP (start, first, last - span);

  scale->start = start;
  scale->end = start + span;
  scale->width = MAX (scale->width, 1);
}

/**
 * apo_time_scale_set_width:
 * @width: pixels
 *
 * Gives the same range another width.
 */
void
apo_time_scale_set_width (ApoTimeScale *scale,
                          double        width)
{
  scale->width = MAX (width, 1);
}

/**
 * apo_time_scale_fit:
 * @intervals: (array length=n_intervals): what is to be in sight; open ends do not count
 * @margin: pixels to leave free at both ends, as far as there are any
 *
 * Shows all of @intervals.
 *
 * Returns: whether there was any known day; if not, the scale stays as it is
 */
gboolean
apo_time_scale_fit (ApoTimeScale      *scale,
                    const ApoInterval *intervals,
                    guint              n_intervals,
                    double             margin)
{
  double first = INFINITY;
  double last = -INFINITY;
  double days;

  for (guint i = 0; i < n_intervals; i++)
    {
      const ApoDay ends[] = { intervals[i].earliest, intervals[i].latest };

      for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
        if (ends[j] != APO_DAY_NONE)
          {
            first = MIN (first, ends[j]);
            last = MAX (last, ends[j] + 1.0);
          }
    }
  if (first > last)
    return FALSE;

  margin = CLAMP (margin, 0, scale->width / 4);
  days = (last - first) / (scale->width - 2 * margin) * margin;
  apo_time_scale_set_range (scale, first - days, last + days);

  return TRUE;
}

/**
 * apo_time_scale_zoom:
 * @factor: greater than 1 to see less, and that larger
 * @x: pixels, what is to stay where it is
 *
 * Zooms within the limits; only at the ends of time does what is under @x move.
 */
void
apo_time_scale_zoom (ApoTimeScale *scale,
                     double        factor,
                     double        x)
{
  double span = CLAMP ((scale->end - scale->start) / factor, SHORTEST, LONGEST);
  double start = apo_time_scale_get_day (scale, x) - x / scale->width * span;
  double first = apo_day_from_ymd (FIRST_YEAR, 1, 1);
  double last = apo_day_from_ymd (LAST_YEAR, 12, 31) + 1.0;

  scale->start = CLAMP (start, first, last - span);
  scale->end = scale->start + span;
}

/**
 * apo_time_scale_pan:
 * @pixels: how far what is in sight moves, to the right
 */
void
apo_time_scale_pan (ApoTimeScale *scale,
                    double        pixels)
{
  double span = scale->end - scale->start;
  double first = apo_day_from_ymd (FIRST_YEAR, 1, 1);
  double last = apo_day_from_ymd (LAST_YEAR, 12, 31) + 1.0;

  scale->start = CLAMP (scale->start - pixels / scale->width * span, first, last - span);
  scale->end = scale->start + span;
}

/**
 * apo_time_scale_mix:
 * @progress: 0 for @from to 1 for @to
 *
 * Sets the range on the way from one to another.  The span grows evenly to the eye, that is
 * geometrically, and a moment that both show at the same place stays there all the way.
 */
void
apo_time_scale_mix (ApoTimeScale       *scale,
                    const ApoTimeScale *from,
                    const ApoTimeScale *to,
                    double              progress)
{
  double from_span = from->end - from->start;
  double to_span = to->end - to->start;
  double span = from_span * pow (to_span / from_span, progress);
  double share = progress;

  if (fabs (to_span / from_span - 1) > 1e-6)
    share = (span - from_span) / (to_span - from_span);

  scale->start = from->start + (to->start - from->start) * share;
  scale->end = scale->start + span;
}

/**
 * apo_time_scale_get_x:
 * @day: a moment in days
 *
 * Returns: its place in pixels, which may be outside of the scale
 */
double
apo_time_scale_get_x (const ApoTimeScale *scale,
                      double              day)
{
  return (day - scale->start) / (scale->end - scale->start) * scale->width;
}

/**
 * apo_time_scale_get_day:
 * @x: pixels
 *
 * Returns: the moment there, in days
 */
double
apo_time_scale_get_day (const ApoTimeScale *scale,
                        double              x)
{
  return scale->start + x / scale->width * (scale->end - scale->start);
}

/**
 * apo_time_scale_list_ticks:
 * @measure: (scope call): the width of a label
 *
 * Divides the scale as finely as the labels allow, from days to centuries.  The lower row comes
 * first, then the upper one, each from left to right and each beginning with what began before the
 * start.  Labels of one row never overlap, nor do they leave the scale.
 *
 * Returns: (transfer full) (element-type ApoTick): the ticks
 */
GArray *
apo_time_scale_list_ticks (const ApoTimeScale *scale,
                           ApoTickMeasure      measure,
                           gpointer            user_data)
{
  const TickStep *step = choose_step (scale, measure, user_data);
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (ApoTick));

  append_row (scale, step->level, step->count, FALSE, measure, user_data, ticks);
  append_row (scale, step->major, 1, TRUE, measure, user_data, ticks);

  return ticks;
}

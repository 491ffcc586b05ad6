import type { EpochMs, Interval } from './interval.ts';
import { type Clock, clocksOf, stretches } from './offsets.ts';
import { dayIndex } from './time.ts';
import { DAY, HOUR, WEEK } from './units.ts';

/** 1 = Sunday … 7 = Saturday. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When, week for week, maintenance may start. */
export interface WeeklyWindow {
  readonly dayOfWeek: DayOfWeek;
  /** 0 … 23. */
  readonly hourOfDay: number;
  /** A zone that is known here: what a server sent goes through `parseZone` first. */
  readonly timeZoneId: string;
}

/**
 * The starts in [from, to), in order, by every clock that counts: where two releases of the zone's rules differ,
 * a start is there at both instants.
 *
 * @throws RangeError when nobody knows the zone
 */
export function weeklyStarts(
  window: WeeklyWindow,
  from: EpochMs,
  to: EpochMs,
  [newest, ...older] = clocksOf(window.timeZoneId),
): EpochMs[] {
  const starts = startsBy(newest, window, from, to);
  // Most zones have one clock only, and thousands of starts are asked for.
  if (older.length === 0) return starts;
  const others = older.flatMap(clock => startsBy(clock, window, from, to));
  return [...new Set([...starts, ...others])].sort((a, b) => a - b);
}

/** The first start at or after `from` by the newest rules: what people are shown. What counts is every one. */
export const nextWeeklyStart = (
  window: WeeklyWindow,
  from: EpochMs,
  [newest] = clocksOf(window.timeZoneId),
): EpochMs => nextBy(newest, window, from);

/** The first start at or after `from` by every clock that counts, each said once: one, or two where they differ. */
export function nextWeeklyStarts(
  window: WeeklyWindow,
  from: EpochMs,
  clocks: readonly Clock[] = clocksOf(window.timeZoneId),
): EpochMs[] {
  return [...new Set(clocks.map(clock => nextBy(clock, window, from)))].sort((a, b) => a - b);
}

/**
 * Where a start goes that is put off to the window's next one: by each clock that has this start. So two readings
 * of a start stay two, a week later too, and the one is never taken for what follows on the other.
 */
export function nextStartsAfter(
  window: WeeklyWindow,
  start: EpochMs,
  clocks: readonly Clock[] = clocksOf(window.timeZoneId),
): EpochMs[] {
  const having = clocks.filter(clock => startsBy(clock, window, start, start + 1).length > 0);
  return nextWeeklyStarts(window, start + 1, having.length > 0 ? having : clocks);
}

/**
 * Where maintenance may start that is put off by a week, if it was to start between two instants: a known start, an
 * interval without length, goes to the window's next one; a span moves as it is, and so does a start without a window.
 */
export const weekLater = (
  window: WeeklyWindow | undefined,
  { start, end }: Interval,
): [Interval, ...Interval[]] => {
  const [first, ...more] = window && start === end ? nextStartsAfter(window, start) : [];
  return first === undefined
    ? [{ start: start + WEEK, end: end + WEEK }]
    : [{ start: first, end: first }, ...more.map(at => ({ start: at, end: at }))];
};

/** The first start in [from, to) at which the clocks differ: an instant for each, in their order. */
export function firstDifference(
  window: WeeklyWindow,
  from: EpochMs,
  to: EpochMs,
  clocks: readonly Clock[] = clocksOf(window.timeZoneId),
): EpochMs[] | undefined {
  // Two readings of one start are nearer to each other than to the weeks before and after.
  const each = clocks.map(clock => startsBy(clock, window, from, to));
  const odd = each.flat().filter(start => each.some(starts => !starts.includes(start)));
  if (odd.length === 0) return undefined;
  const first = Math.min(...odd);
  return clocks.map(clock => nearestBy(clock, window, first));
}

/**
 * The starts in [from, to) by one clock, in order.
 *
 * Inferred: Atlas says nothing about daylight saving. Its service runs on Java, so java.time's rules are
 * taken: a start that the clock skips moves forward by as much as the clock did, and of a start that the
 * clock shows twice the earlier counts. This function is the one place that knows.
 */
function startsBy(clock: Clock, window: WeeklyWindow, from: EpochMs, to: EpochMs): EpochMs[] {
  const starts: EpochMs[] = [];
  // Early enough that a start before a change of clock is met before that change.
  const known = stretches(clock, from - MARGIN, Math.max(from, to) + MARGIN);
  let local: EpochMs | undefined;
  let before = 0;
  for (const { start, end, offset } of known) {
    local ??= inWeekOf(start + offset, window);
    // Walking along the wall clock meets every time once: the second showing lies behind us already.
    for (; local < end + offset; local += WEEK) {
      const skipped = local < start + offset;
      const at = local - (skipped ? before : offset);
      if (from <= at && at < to) starts.push(at);
    }
    before = offset;
  }
  return starts;
}

function nextBy(clock: Clock, window: WeeklyWindow, from: EpochMs): EpochMs {
  // Two weeks, since the clock can skip a day: the start then comes late, but it comes.
  const [first] = startsBy(clock, window, from, from + 2 * WEEK);
  if (first === undefined) throw new RangeError(`No weekly start in two weeks in ${window.timeZoneId}`);
  return first;
}

/** The clock's own reading of a start that another clock has at `start`. */
const nearestBy = (clock: Clock, window: WeeklyWindow, start: EpochMs): EpochMs =>
  startsBy(clock, window, start - WEEK, start + WEEK).reduce((best, other) =>
    Math.abs(other - start) < Math.abs(best - start) ? other : best,
  );

/** More than any change of clock, the date line moved by a day, and than any clock is away from UTC. */
const MARGIN = 2 * DAY;

/** The window's day and hour in the week that holds `local`, Sunday first; both on the wall clock. */
const inWeekOf = (local: EpochMs, { dayOfWeek, hourOfDay }: WeeklyWindow): EpochMs =>
  (Math.floor(local / DAY) - dayIndex(local) + dayOfWeek - 1) * DAY + hourOfDay * HOUR;

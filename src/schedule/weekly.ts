import { stretches } from './offsets.ts';
import { dayIndex, type EpochMs } from './time.ts';
import { DAY, HOUR, WEEK } from './units.ts';

/** 1 = Sunday … 7 = Saturday. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When, week for week, maintenance may start. */
export interface WeeklyWindow {
  readonly dayOfWeek: DayOfWeek;
  /** 0 … 23. */
  readonly hourOfDay: number;
  /** A zone that the runtime knows: what a server sent goes through `parseZone` first. */
  readonly timeZoneId: string;
}

/**
 * The starts in [from, to), in order.
 *
 * Inferred: Atlas says nothing about daylight saving. Its service runs on Java, so java.time's rules are
 * taken: a start that the clock skips moves forward by as much as the clock did, and of a start that the
 * clock shows twice the earlier counts. This function is the one place that knows.
 *
 * @throws RangeError when the runtime does not know the zone
 */
export function weeklyStarts(window: WeeklyWindow, from: EpochMs, to: EpochMs): EpochMs[] {
  const starts: EpochMs[] = [];
  // Early enough that a start before a change of clock is met before that change.
  const known = stretches(window.timeZoneId, from - MARGIN, Math.max(from, to) + MARGIN);
  let local: EpochMs | undefined;
  let before = 0;
  for (const { start, end, offset } of known) {
    local ??= firstLocal(window, start + offset);
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

/** The first start at or after `from`. */
export function nextWeeklyStart(window: WeeklyWindow, from: EpochMs): EpochMs {
  // Two weeks, since the clock can skip a day: the start then comes late, but it comes.
  const [first] = weeklyStarts(window, from, from + 2 * WEEK);
  if (first === undefined) throw new RangeError(`No weekly start in two weeks in ${window.timeZoneId}`);
  return first;
}

/** More than any change of clock: the date line moved by a day. */
const MARGIN = 2 * DAY;

/** The first time at or after `from`, both on the wall clock, that is the window's day and hour. */
function firstLocal({ dayOfWeek, hourOfDay }: WeeklyWindow, from: EpochMs): EpochMs {
  const sunday = Math.floor(from / DAY) * DAY - dayIndex(from) * DAY;
  const local = sunday + (dayOfWeek - 1) * DAY + hourOfDay * HOUR;
  return local < from ? local + WEEK : local;
}

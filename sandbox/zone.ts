/**
 * Weekly starts as instants, on Intl alone: a second reading of the same rules as the action's, so that the
 * two can be held against each other.
 */

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
};

/** What the clocks on the wall show, as if it were UTC (ms, whole seconds). */
export const wallClock = (instant: number, zone: string): number => {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
};

const offsetAt = (instant: number, zone: string): number =>
  wallClock(instant, zone) - Math.floor(instant / 1000) * 1000;

/** Instant of a wall clock: in a gap forward by the gap, in an overlap the earlier one (java.time's rules). */
const instantOf = (wall: number, zone: string): number => {
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const hits = [wall - before, wall - after].filter(instant => wallClock(instant, zone) === wall);
  return hits.length > 0 ? Math.min(...hits) : wall - before;
};

/** 1 = Sunday … 7 = Saturday. */
export const dayOfWeek = (wall: number): number => new Date(wall).getUTCDay() + 1;

/** First weekly start at or after `from`. */
export const weeklyStart = (from: number, day: number, hour: number, zone: string): number => {
  const wall = wallClock(from, zone);
  const midnight = wall - (((wall % DAY) + DAY) % DAY);
  // From two days back, as a clock change may move a date against its instants; nine days cover the week.
  for (let date = midnight - 2 * DAY; ; date += DAY) {
    if (dayOfWeek(date) !== day) continue;
    const start = instantOf(date + hour * HOUR, zone);
    if (start >= from) return start;
  }
};

/**
 * The same questions as in src/schedule, answered the slow way: the wall clock is read from the runtime minute
 * by minute. Nothing of src/schedule is used here.
 */
import { Temporal } from 'temporal-polyfill';
import { HOUR, MINUTE } from './support.ts';

const MINUTES_A_WEEK = 7 * 24 * 60;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const formats = new Map<string, Intl.DateTimeFormat>();
const dated = new Map<string, Intl.DateTimeFormat>();

/** What the zone's clock and calendar show at a minute, written as if it were UTC. */
export function wallTime(zone: string, at: number): number {
  let format = dated.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    dated.set(zone, format);
  }
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`); // 2026-03-01 21:00
}

/** Every minute at which the zone's clock shows a time, by looking at all minutes around it. */
export function slowReadings(zone: string, local: number): number[] {
  const found: number[] = [];
  for (let at = local - 15 * HOUR; at <= local + 15 * HOUR; at += MINUTE) {
    if (wallTime(zone, at) === local) found.push(at);
  }
  return found;
}

/** What the zone's clock shows at a minute, in minutes since Sunday 00:00. */
export function wall(zone: string, at: number): number {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(zone, format);
  }
  const text = format.format(at); // Sun 23:05
  return DAYS.indexOf(text.slice(0, 3)) * 1440 + Number(text.slice(-5, -3)) * 60 + Number(text.slice(-2));
}

/** No clock was or will be changed by more than this between 2020 and 2040 (Antarctica/Casey, 2020). */
export const LARGEST_CHANGE = 3 * HOUR;

/**
 * The starts of a weekly window in [from, to), whole minutes, 2020 to 2040.
 * @param clock what is shown at a minute, in minutes since Sunday 00:00
 * @param largest no change of that clock is larger
 */
export function slowStarts(
  window: { dayOfWeek: number; hourOfDay: number; timeZoneId: string },
  from: number,
  to: number,
  clock: (at: number) => number = at => wall(window.timeZoneId, at),
  largest = LARGEST_CHANGE,
): number[] {
  const wanted = (window.dayOfWeek - 1) * 1440 + window.hourOfDay * 60;
  const starts: number[] = [];
  // A start that the clock skips comes later than the change that skips it.
  let shown = clock(from - largest);
  for (let at = from - largest + MINUTE; at < to; at += MINUTE) {
    const expected = (shown + 1) % MINUTES_A_WEEK;
    shown = clock(at);
    const skipped = (shown - expected + MINUTES_A_WEEK) % MINUTES_A_WEEK;
    const intoSkipped = (wanted - expected + MINUTES_A_WEEK) % MINUTES_A_WEEK;
    if (skipped > 0 && skipped < MINUTES_A_WEEK / 2) {
      if (intoSkipped < skipped) starts.push(at + intoSkipped * MINUTE);
      else if (shown === wanted) starts.push(at);
    } else if (shown === wanted && !shownBefore(clock, at, largest)) {
      starts.push(at);
    }
  }
  return starts.filter(start => from <= start && start < to);
}

/** Did the clock show the same just now, and was it put back since? */
function shownBefore(clock: (at: number) => number, at: number, largest: number): boolean {
  const shown = clock(at);
  for (let earlier = at - MINUTE; earlier >= at - largest; earlier -= MINUTE) {
    if (clock(earlier) === shown) return true;
  }
  return false;
}

/** Maintenance that a deploy meets, by the starts of the window that reach into it. */
export const slowOverlaps = (
  starts: readonly number[],
  maintenanceDuration: number,
  deploy: { start: number; end: number },
): number[] => starts.filter(start => start < deploy.end && deploy.start < start + maintenanceDuration);

/** The starts of a weekly window in [from, to), by a calendar that goes from week to week; one may be earlier on that first day. */
export function calendarStarts(
  { dayOfWeek, hourOfDay, timeZoneId }: { dayOfWeek: number; hourOfDay: number; timeZoneId: string },
  from: number,
  to: number,
): number[] {
  const starts: number[] = [];
  let day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZoneId).toPlainDate();
  while ((day.dayOfWeek % 7) + 1 !== dayOfWeek) day = day.add({ days: 1 });
  for (;;) {
    const start = day.toPlainDateTime({ hour: hourOfDay }).toZonedDateTime(timeZoneId).epochMilliseconds;
    if (start >= to) return starts;
    starts.push(start);
    day = day.add({ weeks: 1 });
  }
}

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { parseDeploy, resolveDeploys } from '../../src/schedule/deploy.ts';
import { judge } from '../../src/schedule/judge.ts';
import { cases, instants, lengths, zones } from './arbitrary.ts';
import { LARGEST_CHANGE, slowOverlaps, slowStarts, wall, wallTime } from './slow.ts';
import { check, DAY, HOUR, MINUTE, PATIENCE, WEEK } from './support.ts';

const nothing = { state: { running: [], scheduled: [], unknown: [] }, blockOn: 'window' } as const;

test('the gate sees an overlap exactly where the minutes show one', { timeout: PATIENCE }, () => {
  const values = cases.chain(({ window, near }) =>
    fc.record({
      window: fc.constant(window),
      // Around a start: touching it, just missing it, reaching into it.
      start: fc.integer({ min: -9 * 60, max: 9 * 60 }).map(minutes => near + minutes * MINUTE),
      length: lengths,
      maintenanceDuration: lengths,
    }),
  );
  check('overlap', 2_000, values, ({ window, start, length, maintenanceDuration }) => {
    const deploy = { start, end: start + length };
    const starts = slowStarts(window, start - maintenanceDuration, deploy.end);
    const met = slowOverlaps(starts, maintenanceDuration, deploy);

    const judgement = judge({ ...nothing, window, deploys: [deploy], maintenanceDuration, now: start });
    expect(judgement.overlap).toBe(met.length > 0);
    expect(judgement.block?.maintenance).toEqual(
      met[0] === undefined ? undefined : { start: met[0], end: met[0] + maintenanceDuration },
    );
  });
});

test('clearAt is clear, and not a minute before it is', { timeout: PATIENCE }, () => {
  const values = cases.chain(({ window, near }) =>
    fc.record({
      window: fc.constant(window),
      start: fc.integer({ min: -5 * 60, max: 5 * 60 }).map(minutes => near + minutes * MINUTE),
      now: fc.integer({ min: -5 * 60, max: 5 * 60 }).map(minutes => near + minutes * MINUTE),
      length: fc.integer({ min: 1, max: 5 * 60 }).map(minutes => minutes * MINUTE),
      maintenanceDuration: fc.integer({ min: 1, max: 5 * 60 }).map(minutes => minutes * MINUTE),
    }),
  );
  check('clearAt', 1_000, values, ({ window, start, now, length, maintenanceDuration }) => {
    const question = { ...nothing, window, maintenanceDuration, now };
    const { clearAt } = judge({ ...question, deploys: [{ start, end: start + length }] });
    const earliest = Math.max(start, now);
    if (clearAt === undefined) throw new Error('Hours of maintenance leave most of a week clear');

    const starts = slowStarts(window, earliest - maintenanceDuration, clearAt + length);
    const clear = (at: number) =>
      slowOverlaps(starts, maintenanceDuration, { start: at, end: at + length }).length === 0;
    expect(clearAt).toBeGreaterThanOrEqual(earliest);
    expect(clear(clearAt)).toBe(true);
    for (let at = earliest; at < clearAt; at += MINUTE) expect(clear(at)).toBe(false);
  });
});

const times = fc
  .record({ start: fc.nat(24 * 4 - 1), length: fc.integer({ min: 1, max: 24 * 4 - 1 }) })
  .map(({ start, length }) => ({ start: start * 15, end: ((start + length) * 15) % 1440 }));

const lines = fc.record({ days: fc.uniqueArray(fc.nat(6), { minLength: 1 }), times });
type Line = { days: number[]; times: { start: number; end: number } };

const NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const clock = (minutes: number) =>
  new Date(minutes * MINUTE).toISOString().slice('1970-01-01T'.length, '1970-01-01T00:00'.length);
const written = ({ days, times: { start, end } }: Line) =>
  `${days.map(day => NAMES[day]).join(',')} ${clock(start)}-${clock(end)}`;

function occurrences(line: Line, zone: string, now: number) {
  const parsed = parseDeploy({ deployStart: 'now', deployWindow: written(line), zone: { id: zone } });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return resolveDeploys(parsed.deploy, now);
}

/** Does the line's window hold a minute of the week? */
function within({ days, times: { start, end } }: Line, minute: number): boolean {
  const [day, time] = [Math.floor(minute / 1440), minute % 1440];
  const today = days.includes(day);
  const yesterday = days.includes((day + 6) % 7);
  return start < end
    ? today && start <= time && time < end
    : (today && start <= time) || (yesterday && time < end);
}

test('a standing deploy window covers the minutes that the wall clock says', { timeout: PATIENCE }, () => {
  const values = zones.chain(zone => fc.record({ zone: fc.constant(zone), line: lines, at: instants(zone) }));
  check('standing window', 150, values, ({ zone, line, at }) => {
    const now = at - 12 * HOUR;
    const found = occurrences(line, zone, now);
    for (let minute = now; minute < at + 12 * HOUR; minute += MINUTE) {
      const covered = found.some(({ start, end }) => start <= minute && minute < end);
      const wanted = within(line, wall(zone, minute));
      if (wanted !== covered) {
        // Only ever too long, and only where the clock is changed.
        expect({ zone, minute, covered, changed: changes(zone, minute) }).toEqual({
          zone,
          minute,
          covered: true,
          changed: true,
        });
      }
    }
  });
});

/** Is the clock changed around this minute? */
function changes(zone: string, at: number): boolean {
  const shown = wallTime(zone, at + LARGEST_CHANGE) - wallTime(zone, at - LARGEST_CHANGE);
  return shown !== 2 * LARGEST_CHANGE;
}

test('a standing window over a year is judged like all of its days one by one', { timeout: PATIENCE }, () => {
  const values = fc.record({
    weekly: cases,
    deployZone: zones,
    line: lines,
    hours: fc.integer({ min: 1, max: 30 }),
  });
  check('53 weeks', 150, values, ({ weekly: { window, near }, deployZone, line, hours }) => {
    const now = near;
    const maintenanceDuration = hours * HOUR;
    const deploys = occurrences(line, deployZone, now);
    const starts = calendarStarts(window, now - 40 * DAY, now + 60 * WEEK);
    const pairs = deploys.map(deploy => ({
      deploy,
      met: slowOverlaps(starts, maintenanceDuration, deploy)[0],
    }));
    const first = pairs.find(({ met }) => met !== undefined);
    const clear = pairs.find(({ deploy, met }) => met === undefined && deploy.start >= now);

    const judgement = judge({ ...nothing, window, deploys, maintenanceDuration, now });
    expect(judgement.block?.deploy.start).toBe(first?.deploy.start);
    expect(judgement.block?.maintenance.start).toBe(first?.met);
    expect(judgement.clearAt).toBe(clear?.deploy.start);
  });
});

function calendarStarts(
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

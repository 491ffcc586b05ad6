import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDeploy, resolveDeploys } from '../../src/schedule/deploy.ts';
import { blocksOf, judge } from '../../src/schedule/judge.ts';
import { cases, instants, lengths, zones } from './arbitrary.ts';
import { calendarStarts, LARGEST_CHANGE, slowOverlaps, slowStarts, wall, wallTime } from './slow.ts';
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
  return resolveDeploys(parsed.deploy, now).deploys;
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

const plans = fc.array(
  fc.record({
    // Minutes from the middle of the plan: next to a weekly start, or weeks away from it.
    away: fc.oneof(fc.integer({ min: -600, max: 600 }), fc.integer({ min: -30_000, max: 30_000 })),
    as: fc.constantFrom('instant', 'offset', 'commented'),
  }),
  { minLength: 2, maxLength: 8 },
);

const writtenStart = (at: number, as: string) => {
  const utc = new Date(at).toISOString().slice(0, '2026-03-01T21:00'.length);
  if (as === 'instant') return `${utc}Z`;
  if (as === 'commented') return `\n  ${utc}+00:00 # ${at}`;
  return `${new Date(at + 5 * HOUR).toISOString().slice(0, utc.length)}+05:00`;
};

test('a plan is judged like each of its releases that are left, one by one', { timeout: PATIENCE }, () => {
  const values = fc.record({
    weekly: cases,
    plan: plans,
    nowAway: fc.integer({ min: -700, max: 700 }),
    length: lengths,
    maintenanceDuration: lengths,
  });
  check(
    'plans',
    1_000,
    values,
    ({ weekly: { window, near }, plan, nowAway, length, maintenanceDuration }) => {
      const now = near + nowAway * MINUTE;
      const starts = [...new Set(plan.map(({ away }) => near + away * MINUTE))];
      fc.pre(starts.length > 1);
      const parsed = parseDeploy({
        deployStart: plan.map(({ away, as }) => writtenStart(near + away * MINUTE, as)).join('\n'),
        deployDuration: `${length / MINUTE}m`,
        zone: { id: 'UTC' },
      });
      if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));

      const left = starts.filter(start => start + length > now).sort((a, b) => a - b);
      if (left.length === 0) return expect(() => resolveDeploys(parsed.deploy, now)).toThrow(/are over/);
      const { deploys, over } = resolveDeploys(parsed.deploy, now);
      expect(over.map(({ start }) => start)).toEqual(
        starts.filter(start => start + length <= now).sort((a, b) => a - b),
      );

      const threats = calendarStarts(window, near - 70 * DAY, near + 40 * DAY);
      const expected = left
        .map(start => Math.max(start, now))
        .map(start => ({
          start,
          met: slowOverlaps(threats, maintenanceDuration, { start, end: start + length })[0],
        }));
      const question = { ...nothing, window, deploys, maintenanceDuration, now };
      expect(
        blocksOf(question).map((block, i) => ({ start: deploys[i]?.start, met: block?.maintenance.start })),
      ).toEqual(expected);

      const { overlap, block, clearAt } = judge(question);
      expect(overlap).toBe(expected.some(({ met }) => met !== undefined));
      expect(block?.deploy.start).toBe(expected.find(({ met }) => met !== undefined)?.start);
      expect(clearAt).toBe(expected.find(({ met }) => met === undefined)?.start);
    },
  );
});

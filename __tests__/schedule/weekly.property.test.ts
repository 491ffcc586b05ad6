import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { clocksOf, offsetAt, readLocal, stretches } from '../../src/schedule/offsets.ts';
import { nextWeeklyStart, weeklyStarts } from '../../src/schedule/weekly.ts';
import { cases, instants, zones } from './arbitrary.ts';
import { slowReadings, slowStarts, wallTime } from './slow.ts';
import { check, DAY, HOUR, MINUTE, PATIENCE, WEEK } from './support.ts';

const zoned = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

test('every zone has the offset that the runtime shows', { timeout: PATIENCE }, () => {
  const moments = zones.chain(zone => fc.record({ zone: fc.constant(zone), at: instants(zone) }));
  check('offsets', 2_000, moments, ({ zone, at }) => {
    expect(offsetAt(zone, at)).toBe(wallTime(zone, at) - at);
  });
});

test('a clock tells the same in whatever order it is asked', { timeout: PATIENCE }, () => {
  const values = zones.chain(zone =>
    fc.record({ zone: fc.constant(zone), times: fc.array(instants(zone), { minLength: 2, maxLength: 6 }) }),
  );
  check('order of asking', 500, values, ({ zone, times }) => {
    const asked = { ...clocksOf(zone)[0], known: [] };
    for (const at of times) {
      const fresh = { ...clocksOf(zone)[0], known: [] };
      const around = [at - 200 * DAY, at + 200 * DAY] as const;
      expect(stretches(asked, ...around)).toEqual(stretches(fresh, ...around));
    }
  });
});

test('a time on the wall clock comes once, twice or never, as the minutes show', {
  timeout: PATIENCE,
}, () => {
  const moments = zones.chain(zone =>
    fc.record({
      zone: fc.constant(zone),
      at: instants(zone),
      away: fc.integer({ min: -120, max: 120 }),
    }),
  );
  check('wall clock', 400, moments, ({ zone, at, away }) => {
    const local = wallTime(zone, at) + away * MINUTE;
    const found = slowReadings(zone, local);
    const [first, second] = found;
    const reading = readLocal(clocksOf(zone)[0], local);
    if ('change' in reading) {
      expect(found).toEqual([]);
      expect(wallTime(zone, reading.change - MINUTE)).toBe(reading.from - MINUTE);
      expect(wallTime(zone, reading.change)).toBe(reading.to);
      expect(reading.from <= local && local < reading.to).toBe(true);
    } else {
      expect(reading).toEqual({ earlier: first, later: second ?? first });
      expect(found.length).toBeLessThanOrEqual(2);
    }
  });
});

test('weekly starts are those that the wall clock shows, minute by minute', { timeout: PATIENCE }, () => {
  const values = cases.chain(({ window, near }) =>
    fc.record({
      window: fc.constant(window),
      from: fc.integer({ min: -9 * 60, max: 60 }).map(minutes => near + minutes * MINUTE),
      hours: fc.integer({ min: 1, max: 18 }),
    }),
  );
  check('weekly starts', 1_500, values, ({ window, from, hours }) => {
    const to = from + hours * HOUR;
    expect(weeklyStarts(window, from, to)).toEqual(slowStarts(window, from, to));
  });
});

test('weekly starts are those of a calendar that goes from week to week', { timeout: PATIENCE }, () => {
  check('weeks of a year', 200, cases, ({ window, near }) => {
    const zone = window.timeZoneId;
    let local = zoned(near - DAY, zone).toPlainDate();
    while ((local.dayOfWeek % 7) + 1 !== window.dayOfWeek) local = local.subtract({ days: 1 });
    const expected: number[] = [];
    for (; ; local = local.add({ weeks: 1 })) {
      const start = local.toPlainDateTime({ hour: window.hourOfDay }).toZonedDateTime(zone).epochMilliseconds;
      if (start >= near + 53 * WEEK) break;
      if (start >= near) expected.push(start);
    }
    expect(weeklyStarts(window, near, near + 53 * WEEK)).toEqual(expected);
    expect(nextWeeklyStart(window, near)).toBe(expected[0]);
  });
});

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { offsetAt, readLocal } from '../../src/schedule/offsets.ts';
import { nextWeeklyStart, weeklyStarts } from '../../src/schedule/weekly.ts';
import { cases, instants, zones } from './arbitrary.ts';
import { slowStarts } from './slow.ts';
import { check, DAY, HOUR, PATIENCE, WEEK } from './support.ts';

const zoned = (at: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);

test('offsets are those of Temporal, in every zone', { timeout: PATIENCE }, () => {
  const moments = zones.chain(zone => fc.record({ zone: fc.constant(zone), at: instants(zone) }));
  check('offsets', 2_000, moments, ({ zone, at }) => {
    expect(offsetAt(zone, at)).toBe(zoned(at, zone).offsetNanoseconds / 1e6);
  });
});

test('a time on the wall clock means what it means to Temporal', { timeout: PATIENCE }, () => {
  const moments = zones.chain(zone =>
    fc.record({ zone: fc.constant(zone), at: instants(zone), away: fc.integer({ min: -3, max: 3 }) }),
  );
  check('wall clock', 2_000, moments, ({ zone, at, away }) => {
    const local = at + offsetAt(zone, at) + away * HOUR;
    const plain = zoned(local, 'UTC').toPlainDateTime();
    const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
    const later = plain.toZonedDateTime(zone, { disambiguation: 'later' });
    const [a, b] = [earlier.epochMilliseconds, later.epochMilliseconds];
    const reading = readLocal(zone, local);
    if (a === b || earlier.toPlainDateTime().equals(plain)) {
      expect(reading).toEqual(a === b ? { kind: 'once', at: a } : { kind: 'twice', earlier: a, later: b });
      return;
    }
    const change = earlier.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.NaN;
    const [from, to] = [change + earlier.offsetNanoseconds / 1e6, change + later.offsetNanoseconds / 1e6];
    expect(reading).toEqual({ kind: 'never', change, from, to });
  });
});

test('weekly starts are those that the wall clock shows, minute by minute', { timeout: PATIENCE }, () => {
  check('weekly starts', 1_000, cases, ({ window, near }) => {
    const [from, to] = [near - 9 * HOUR, near + 9 * HOUR];
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

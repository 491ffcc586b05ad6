import { describe, expect, test } from 'vitest';
import { toIso } from '../../src/schedule/time.ts';
import { type DayOfWeek, nextWeeklyStart, weeklyStarts } from '../../src/schedule/weekly.ts';
import { DAY, HOUR, MINUTE, utc, WEEK } from './support.ts';

const window = (dayOfWeek: DayOfWeek, hourOfDay: number, timeZoneId: string) => ({
  dayOfWeek,
  hourOfDay,
  timeZoneId,
});
const next = (...[day, hour, zone, from]: [DayOfWeek, number, string, string]) =>
  toIso(nextWeeklyStart(window(day, hour, zone), utc(from)), zone);

test('days are counted from Sunday, hours from midnight', () => {
  const from = '2026-03-02T00:00'; // a Monday
  expect(next(1, 0, 'UTC', from)).toBe('2026-03-08T00:00:00Z');
  expect(next(2, 0, 'UTC', from)).toBe('2026-03-02T00:00:00Z');
  expect(next(7, 23, 'UTC', from)).toBe('2026-03-07T23:00:00Z');
});

test('the next start is the one of now, and a moment later that of the week after', () => {
  const sunday = window(1, 21, 'Europe/Berlin');
  const start = utc('2026-03-01T20:00');
  expect(nextWeeklyStart(sunday, start)).toBe(start);
  expect(nextWeeklyStart(sunday, start + 1)).toBe(start + WEEK);
  expect(weeklyStarts(sunday, start, start)).toEqual([]);
  expect(weeklyStarts(sunday, start, start + 1)).toEqual([start]);
  expect(weeklyStarts(sunday, start, start + WEEK)).toEqual([start]);
});

test('starts go on over the ends of months and years', () => {
  expect(next(7, 23, 'UTC', '2026-02-28T23:30')).toBe('2026-03-07T23:00:00Z');
  expect(next(6, 1, 'UTC', '2026-12-26T00:00')).toBe('2027-01-01T01:00:00Z');
  expect(next(5, 3, 'Pacific/Kiritimati', '2025-12-31T12:00')).toBe('2026-01-01T03:00:00+14:00');
});

describe('daylight saving', () => {
  test.for([
    // A start in the gap moves forward by the gap.
    ['Europe/Berlin', 1, 2, '2026-03-29', '2026-03-29T03:00:00+02:00'],
    ['America/New_York', 1, 2, '2026-03-08', '2026-03-08T03:00:00-04:00'],
    ['Australia/Sydney', 1, 2, '2026-10-04', '2026-10-04T03:00:00+11:00'],
    ['America/Santiago', 1, 0, '2026-09-06', '2026-09-06T01:00:00-03:00'],
    ['Australia/Lord_Howe', 1, 2, '2026-10-04', '2026-10-04T02:30:00+11:00'],
    ['Antarctica/Troll', 1, 2, '2026-03-29', '2026-03-29T04:00:00+02:00'],
    ['Pacific/Chatham', 1, 3, '2026-09-27', '2026-09-27T04:00:00+13:45'],
    // One at the end of the gap stays where it is.
    ['Europe/Berlin', 1, 3, '2026-03-29', '2026-03-29T03:00:00+02:00'],
    // Of a start that comes twice the earlier counts.
    ['Europe/Berlin', 1, 2, '2026-10-25', '2026-10-25T02:00:00+02:00'],
    ['America/New_York', 1, 1, '2026-11-01', '2026-11-01T01:00:00-04:00'],
    ['Australia/Sydney', 1, 2, '2026-04-05', '2026-04-05T02:00:00+11:00'],
    ['America/Santiago', 7, 23, '2026-04-04', '2026-04-04T23:00:00-03:00'],
    ['America/Havana', 1, 0, '2026-11-01', '2026-11-01T00:00:00-04:00'],
    // One at the hour from which the clock is put back comes when that is reached for good.
    ['Europe/Berlin', 1, 3, '2026-10-25', '2026-10-25T03:00:00+01:00'],
    // Thirty minutes: 02:00 comes once more only as 01:30.
    ['Australia/Lord_Howe', 1, 2, '2026-04-05', '2026-04-05T02:00:00+10:30'],
  ] as const)('%s, day %i at %i, around %s: %s', ([zone, day, hour, date, expected]) => {
    const noonBefore = utc(`${date}T00:00`) - DAY;
    expect(toIso(nextWeeklyStart(window(day, hour, zone), noonBefore), zone)).toBe(expected);
  });

  test('a start that comes twice counts once', () => {
    const twice = window(1, 2, 'Europe/Berlin');
    const first = utc('2026-10-25T00:00');
    expect(weeklyStarts(twice, first - HOUR, first + 3 * HOUR)).toEqual([first]);
    expect(weeklyStarts(twice, first + MINUTE, first + 3 * HOUR)).toEqual([]);
  });

  test('a skipped start is found by those who ask after the change of clock', () => {
    // Troll goes from 01:00 to 03:00: 1 o'clock moves to 3, and 2 o'clock to 4.
    const change = utc('2026-03-29T01:00');
    const asked = (hour: number) =>
      weeklyStarts(window(1, hour, 'Antarctica/Troll'), change + MINUTE, change + 3 * HOUR);
    expect(asked(1)).toEqual([]);
    expect(asked(2)).toEqual([change + HOUR]);
  });
});

test('zones of 30 and 45 minutes start on their own hours', () => {
  expect(next(2, 9, 'Asia/Kolkata', '2026-03-01T00:00')).toBe('2026-03-02T09:00:00+05:30');
  expect(nextWeeklyStart(window(2, 9, 'Asia/Kathmandu'), utc('2026-03-01T00:00'))).toBe(
    utc('2026-03-02T03:15'),
  );
  expect(nextWeeklyStart(window(2, 9, 'America/St_Johns'), utc('2026-03-01T00:00'))).toBe(
    utc('2026-03-02T12:30'),
  );
  expect(nextWeeklyStart(window(2, 9, 'Australia/Eucla'), utc('2026-03-01T00:00'))).toBe(
    utc('2026-03-02T00:15'),
  );
});

test('a day that a zone skipped gives way to the next one', () => {
  // Samoa had no Friday, 30 December 2011.
  expect(next(6, 12, 'Pacific/Apia', '2011-12-28T00:00')).toBe('2011-12-31T12:00:00+14:00');
  expect(next(6, 12, 'Pacific/Apia', '2012-01-01T00:00')).toBe('2012-01-06T12:00:00+14:00');
  // Asked on the Saturday, before noon and after.
  expect(next(6, 12, 'Pacific/Apia', '2011-12-30T20:00')).toBe('2011-12-31T12:00:00+14:00');
  expect(next(6, 12, 'Pacific/Apia', '2011-12-30T23:00')).toBe('2012-01-06T12:00:00+14:00');
});

test('rules that a zone had in the past hold for the past', () => {
  // Moscow kept daylight saving until 2011, was at +04:00 until 2014, and is at +03:00 since.
  expect(next(1, 12, 'Europe/Moscow', '2010-07-01T00:00')).toBe('2010-07-04T12:00:00+04:00');
  expect(next(1, 12, 'Europe/Moscow', '2010-12-01T00:00')).toBe('2010-12-05T12:00:00+03:00');
  expect(next(1, 12, 'Europe/Moscow', '2012-12-01T00:00')).toBe('2012-12-02T12:00:00+04:00');
  expect(next(1, 12, 'Europe/Moscow', '2026-07-01T00:00')).toBe('2026-07-05T12:00:00+03:00');
  expect(next(1, 12, 'America/Sao_Paulo', '2018-12-01T00:00')).toBe('2018-12-02T12:00:00-02:00');
  expect(next(1, 12, 'America/Sao_Paulo', '2026-12-01T00:00')).toBe('2026-12-06T12:00:00-03:00');
});

test('a year of starts is as many as there are weeks, whatever the clock does', () => {
  for (const zone of ['Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Gaza']) {
    const starts = weeklyStarts(window(1, 2, zone), utc('2026-01-01T00:00'), utc('2026-12-31T00:00'));
    expect(starts).toHaveLength(52);
  }
});

test('a zone that the runtime does not know is an error, never an empty list', () => {
  const unknown = window(1, 2, 'Mars/Olympus');
  expect(() => weeklyStarts(unknown, 0, WEEK)).toThrow(RangeError);
  expect(() => nextWeeklyStart(unknown, 0)).toThrow(RangeError);
});

test('a time that is none has no next start', () => {
  expect(() => nextWeeklyStart(window(1, 2, 'UTC'), Number.NaN)).toThrow(
    new RangeError('No weekly start in two weeks in UTC'),
  );
});

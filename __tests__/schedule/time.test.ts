import { describe, expect, test } from 'vitest';
import { hull, overlaps } from '../../src/schedule/interval.ts';
import { formatInZone, parseInstant, toIso } from '../../src/schedule/time.ts';
import { utc } from './support.ts';

const berlin = { id: 'Europe/Berlin' };
const once = (text: string) => ({ earlier: utc(text), later: utc(text) });

test('an interval holds its start and not its end, so touching intervals do not overlap', () => {
  const interval = { start: 10, end: 20 };
  expect(overlaps(interval, { start: 20, end: 30 })).toBe(false);
  expect(overlaps(interval, { start: 0, end: 10 })).toBe(false);
  expect(overlaps(interval, { start: 19, end: 30 })).toBe(true);
  expect(overlaps(interval, { start: 0, end: 11 })).toBe(true);
  expect(overlaps(interval, { start: 12, end: 13 })).toBe(true);
  expect(overlaps({ start: 12, end: 13 }, interval)).toBe(true);
});

test('what holds several intervals reaches from the first start to the last end, in whatever order they come', () => {
  const intervals = [
    { start: 20, end: 30 },
    { start: 10, end: 90 },
    { start: 50, end: 60 },
  ];
  expect(hull(intervals)).toEqual({ start: 10, end: 90 });
  expect(hull(intervals.slice(0, 1))).toEqual({ start: 20, end: 30 });
});

test.for([
  ['2026-03-01T21:00', once('2026-03-01T20:00')],
  ['2026-07-01T21:00', once('2026-07-01T19:00')],
  ['2026-03-01T21:00:30', once('2026-03-01T20:00:30')],
  ['2026-03-01T21:00:30.5', once('2026-03-01T20:00:30.500')],
  ['2026-03-01T21:00Z', once('2026-03-01T21:00')],
  ['2026-03-01T21:00:00.123Z', once('2026-03-01T21:00:00.123')],
  ['2026-03-01T21:00-08:00', once('2026-03-02T05:00')],
  ['2026-03-01T21:00+05:45', once('2026-03-01T15:15')],
  ['2026-03-01T21:00+01:59', once('2026-03-01T19:01')],
  ['2026-03-01T21:00+18:00', once('2026-03-01T03:00')],
  ['2028-02-29T00:00Z', once('2028-02-29T00:00')],
  // Skipped and repeated in Berlin, but the offset says which is meant.
  ['2026-03-29T02:30+01:00', once('2026-03-29T01:30')],
  ['2026-10-25T02:30+01:00', once('2026-10-25T01:30')],
  ['2026-10-25T02:30', { earlier: utc('2026-10-25T00:30'), later: utc('2026-10-25T01:30') }],
  ['0000-01-01T00:00Z', once('0000-01-01T00:00')],
] as const)('%s is a time', ([text, expected]) => {
  expect(parseInstant(text, berlin)).toEqual(expected);
});

describe('a time is never read loosely', () => {
  test.for([
    '',
    'tomorrow',
    '2026-03-01',
    '2026-03-01T21',
    '20260301T2100',
    '2026-03-01 21:00',
    '2026-03-01t21:00z',
    '2026-3-1T21:00',
    '2026-03-01T9:00',
    '2026-03-01T21:00:00.1234',
    '2026-03-01T21:00:00,5',
    '2026-03-01T21:00+01',
    '2026-03-01T21:00+0100',
    '2026-03-01T21:00 +01:00',
    '2026-03-01T21:00[Europe/Berlin]',
    '2026-03-01T21:00+01:00[Europe/Berlin]',
    '2026-03-01T21:00Z\n',
    ' 2026-03-01T21:00Z',
    '+002026-03-01T21:00Z',
    '2026-W09-7T21:00',
    '03/01/2026 21:00',
  ])('%j', text => {
    expect(() => parseInstant(text, berlin)).toThrow(/is not a date and time: write 2026-03-01T21:00/);
  });

  test.for([
    '2026-02-29T21:00',
    '2026-13-01T21:00',
    '2026-00-01T21:00',
    '2026-04-31T21:00Z',
    '2026-03-01T24:00',
    '2026-03-01T25:00',
    '2026-03-01T21:60',
    '2016-12-31T23:59:60Z',
  ])('%s is not on the calendar or the clock', text => {
    expect(() => parseInstant(text, berlin)).toThrow(/is not on the calendar or not on the clock/);
  });

  test.for(['2026-03-01T21:00+19:00', '2026-03-01T21:00-18:01', '2026-03-01T21:00+01:60'])(
    '%s has no such offset',
    text => {
      expect(() => parseInstant(text, berlin)).toThrow(/has an offset that no place on Earth keeps/);
    },
  );
});

describe('a local time that the clock skipped is refused, with the two ways out', () => {
  test.for([
    ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:59:00+01:00', '2026-03-29T03:00:00+02:00'],
    ['Europe/Berlin', '2026-03-29T02:00', '2026-03-29T01:59:00+01:00', '2026-03-29T03:00:00+02:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-04T01:59:00+10:30', '2026-10-04T02:30:00+11:00'],
    ['America/Santiago', '2026-09-06T00:30', '2026-09-05T23:59:00-04:00', '2026-09-06T01:00:00-03:00'],
    ['Pacific/Apia', '2011-12-30T12:00', '2011-12-29T23:59:00-10:00', '2011-12-31T00:00:00+14:00'],
  ] as const)('%s %s', ([id, text, before, after]) => {
    const read = () => parseInstant(text, { id });
    expect(read).toThrow(`"${text}" does not exist in ${id}`);
    expect(read).toThrow(`Use a time up to ${before} or from ${after} on`);
  });

  test('right before and after it exists', () => {
    expect(parseInstant('2026-03-29T01:59', berlin)).toEqual(once('2026-03-29T00:59'));
    expect(parseInstant('2026-03-29T03:00', berlin)).toEqual(once('2026-03-29T01:00'));
  });
});

test('a time is shown with its day of the week and its zone', () => {
  expect(formatInZone(utc('2026-03-01T20:00'), 'Europe/Berlin')).toBe('Sun 2026-03-01 21:00 Europe/Berlin');
  expect(formatInZone(utc('2026-03-01T20:00:07'), 'UTC')).toBe('Sun 2026-03-01 20:00:07 UTC');
  expect(formatInZone(utc('2025-12-31T23:30'), 'Asia/Kathmandu')).toBe('Thu 2026-01-01 05:15 Asia/Kathmandu');
  expect(formatInZone(utc('1969-12-31T23:59'), 'UTC')).toBe('Wed 1969-12-31 23:59 UTC');
});

test('a time is written as an instant with its offset', () => {
  expect(toIso(utc('2026-03-01T20:00'), 'Europe/Berlin')).toBe('2026-03-01T21:00:00+01:00');
  expect(toIso(utc('2026-03-01T20:00'), 'UTC')).toBe('2026-03-01T20:00:00Z');
  expect(toIso(utc('2026-03-01T20:00'), 'America/St_Johns')).toBe('2026-03-01T16:30:00-03:30');
  expect(toIso(utc('2026-03-01T20:00:00.999'), 'Asia/Kolkata')).toBe('2026-03-02T01:30:00+05:30');
  // Before there were zones, Berlin went by the sun.
  expect(toIso(utc('1890-01-01T00:00'), 'Europe/Berlin')).toBe('1890-01-01T00:53:28+00:53:28');
});

test('what is written can be read again, also where the clock shows a time twice', () => {
  for (const at of [utc('2026-10-25T00:30'), utc('2026-10-25T01:30'), utc('2026-03-29T01:00')]) {
    expect(parseInstant(toIso(at, 'Europe/Berlin'), { id: 'UTC' })).toEqual({ earlier: at, later: at });
  }
});

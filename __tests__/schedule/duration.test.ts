import { describe, expect, test } from 'vitest';
import { Complaint } from '../../src/complaint.ts';
import { formatDuration, parseDuration } from '../../src/schedule/duration.ts';
import { DAY, HOUR, MINUTE } from './support.ts';

test.for([
  ['90s', 90_000],
  ['45m', 45 * MINUTE],
  ['1h30m', 90 * MINUTE],
  ['2d', 2 * DAY],
  ['1d2h3m4s', DAY + 2 * HOUR + 3 * MINUTE + 4_000],
  ['PT45M', 45 * MINUTE],
  ['PT90M', 90 * MINUTE],
  ['P1D', DAY],
  ['P1DT2H', DAY + 2 * HOUR],
  ['P10D', 10 * DAY],
  ['PT90S', 90_000],
  ['PT10H', 10 * HOUR],
  ['P1W', 7 * DAY],
  ['PT1H0M0S', HOUR],
  ['31d', 31 * DAY],
] as const)('%s is a duration', ([text, ms]) => {
  expect(parseDuration(text)).toBe(ms);
});

describe('what is not a duration is refused with the reason', () => {
  test.for([
    ['0', 'ends in a number without a unit'],
    ['0s', 'is zero: write 90s, 45m, 1h30m or 2d, or ISO 8601 such as PT45M or P1D'],
    ['PT0S', 'is zero'],
    ['-1h', 'has a sign'],
    ['+1h', 'has a sign'],
    ['-PT1H', 'has a sign'],
    ['1h30', 'ends in a number without a unit'],
    ['1h3', 'ends in a number without a unit'],
    ['1h2m30', 'ends in a number without a unit'],
    ['60', 'ends in a number without a unit'],
    ['1.5h', 'is not in whole numbers'],
    ['1,5h', 'is not in whole numbers'],
    ['PT1.5H', 'is not in whole numbers'],
    ['P1M', 'years or months'],
    ['P1Y', 'years or months'],
    ['P12M', 'years or months'],
    ['P1W2MT1H', 'years or months'],
    ['P1W2M1DT1H', 'years or months'],
    ['1y', 'years or months'],
    ['12mo', 'years or months'],
    ['1m1h', 'wrong place'],
    ['1h1h', 'twice'],
    ['10m10h', 'wrong place'],
    ['1H', 'wrong case'],
    ['pt1h', 'wrong case'],
    ['P1WT1H', 'wrong place'],
    ['P', 'is not a duration'],
    ['PT', 'is not a duration'],
    ['P1DT', 'is not a duration'],
    ['h', 'is not a duration'],
    ['', 'is not a duration'],
    [' 1h', 'is not a duration'],
    ['1h ', 'is not a duration'],
    ['1h\n', 'is not a duration'],
    ['1 h', 'is not a duration'],
    ['1h 30m', 'is not a duration'],
    ['1h 30', 'is not a duration'],
    ['1-2h', 'is not a duration'],
    ['xP1M', 'is not a duration'],
    ['xP1D2MT1H', 'is not a duration'],
    ['x1y', 'is not a duration'],
    ['12abc', 'is not a duration'],
    ['١h', 'is not a duration'],
    ['32d', 'longer than 31 days'],
    ['31d1s', 'longer than 31 days'],
    ['P5W', 'longer than 31 days'],
    ['P10W', 'longer than 31 days'],
    ['99999999999999999999999h', 'longer than 31 days'],
    [`${'9'.repeat(400)}s`, 'longer than 31 days'],
  ] as const)('%j %s', ([text, reason]) => {
    expect(() => parseDuration(text)).toThrow(Complaint);
    expect(() => parseDuration(text)).toThrow(reason);
  });
});

test('a duration is shown in the form in which it can be written', () => {
  expect(formatDuration(90 * MINUTE)).toBe('1h30m');
  expect(formatDuration(2 * DAY)).toBe('2d');
  expect(formatDuration(DAY + 4_000)).toBe('1d4s');
  expect(formatDuration(999)).toBe('0s');
  for (const text of ['1s', '59m59s', '4h', '31d', '1d2h3m4s']) {
    expect(formatDuration(parseDuration(text))).toBe(text);
  }
});

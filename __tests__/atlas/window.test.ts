import { describe, expect, test } from 'vitest';
import { parseWindow } from '../../src/atlas/window.ts';
import { WINDOW } from './server.ts';

const value = (json: unknown) => {
  const parsed = parseWindow(json);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.value;
};

describe('a window is read', () => {
  test('from the recorded answer', () => {
    expect(value(WINDOW)).toEqual({ configured: true, ...WINDOW });
  });

  test('with everything that Atlas may add, unknown keys ignored', () => {
    const more = {
      protectedHours: { startHourOfDay: 9, endHourOfDay: 17 },
      waveAssignment: 2,
      effectiveWaveAssignment: 3,
    };
    expect(value({ ...WINDOW, ...more, somethingNew: { a: 1 } })).toEqual({
      configured: true,
      ...WINDOW,
      ...more,
    });
  });

  test('with midnight and with the last hour and day', () => {
    expect(value({ ...WINDOW, hourOfDay: 0 })).toMatchObject({ hourOfDay: 0 });
    expect(value({ ...WINDOW, dayOfWeek: 7, hourOfDay: 23 })).toMatchObject({ dayOfWeek: 7, hourOfDay: 23 });
  });

  test.each([[null], [{}], [{ startHourOfDay: null, endHourOfDay: null }]])(
    'with protectedHours %j as unset',
    protectedHours => {
      expect(value({ ...WINDOW, protectedHours, waveAssignment: null })).toEqual({
        configured: true,
        ...WINDOW,
      });
    },
  );
});

describe('no window is set', () => {
  test.each([
    ['without any field', {}],
    ['without a day', { timeZoneId: 'UTC' }],
    ['with the day null', { ...WINDOW, dayOfWeek: null, hourOfDay: null }],
    ['with day 0 and hour 0', { ...WINDOW, dayOfWeek: 0, hourOfDay: 0 }],
    [
      'with a wave alone, which may be set without a window',
      { waveAssignment: 2, effectiveWaveAssignment: 2 },
    ],
  ])('%s', (_, json) => {
    expect(value(json).configured).toBe(false);
  });

  test('and what is sure is kept', () => {
    const waves = { waveAssignment: 3, effectiveWaveAssignment: 3 };
    expect(value({ ...WINDOW, dayOfWeek: 0, hourOfDay: 0, protectedHours: null, ...waves })).toEqual({
      configured: false,
      ...waves,
      timeZoneId: 'UTC',
      autoDeferOnceEnabled: false,
      numberOfDeferrals: 0,
      startASAP: false,
    });
  });
});

describe('nonsense is an error and never "no window"', () => {
  test.each([
    ['null', null, 'it is null, not a JSON object'],
    ['a list', [], 'it is Array, not a JSON object'],
    ['a list of windows', [WINDOW], 'it is Array, not a JSON object'],
    ['text', 'no window', 'it is "no window", not a JSON object'],
    [
      'a window in another object',
      { data: WINDOW },
      'it is a JSON object with no field of a maintenance window',
    ],
    [
      'an error with status 200',
      { error: 404, errorCode: 'GROUP_NOT_FOUND' },
      'no field of a maintenance window',
    ],
    ['day 8', { ...WINDOW, dayOfWeek: 8 }, 'dayOfWeek is 8, not a day from 1 to 7'],
    ['day 42', { ...WINDOW, dayOfWeek: 42 }, 'dayOfWeek is 42'],
    ['day -1', { ...WINDOW, dayOfWeek: -1 }, 'dayOfWeek is -1'],
    ['day 1.5', { ...WINDOW, dayOfWeek: 1.5 }, 'dayOfWeek is 1.5'],
    ['a day as text', { ...WINDOW, dayOfWeek: '1' }, 'dayOfWeek is "1"'],
    ['day "0"', { ...WINDOW, dayOfWeek: '0' }, 'dayOfWeek is "0"'],
    ['day false', { ...WINDOW, dayOfWeek: false }, 'dayOfWeek is false'],
    ['hour 24', { ...WINDOW, hourOfDay: 24 }, 'hourOfDay is 24, not an hour from 0 to 23'],
    ['hour 42', { ...WINDOW, hourOfDay: 42 }, 'hourOfDay is 42'],
    ['an hour as text', { ...WINDOW, hourOfDay: '1' }, 'hourOfDay is "1"'],
    ['no hour', { ...WINDOW, hourOfDay: undefined }, 'hourOfDay is missing'],
    ['hour null', { ...WINDOW, hourOfDay: null }, 'hourOfDay is null'],
    ['hour 42 beside an unset day', { dayOfWeek: 0, hourOfDay: 42 }, 'hourOfDay is 42'],
    ['hour 1 without a day', { hourOfDay: 1 }, 'hourOfDay is 1, not 0, as it has to be where no day is set'],
    ['hour 23 beside day 0', { ...WINDOW, dayOfWeek: 0, hourOfDay: 23 }, 'hourOfDay is 23, not 0'],
    [
      'a deferral without a day',
      { ...WINDOW, dayOfWeek: null, hourOfDay: 0, numberOfDeferrals: 1 },
      'numberOfDeferrals is 1, not 0, as it has to be where no day is set',
    ],
    [
      'maintenance told to start without a day',
      { ...WINDOW, dayOfWeek: 0, hourOfDay: 0, startASAP: true },
      'startASAP is true, not false, as it has to be where no day is set',
    ],
    ['no zone', { ...WINDOW, timeZoneId: undefined }, 'timeZoneId is missing'],
    ['an empty zone', { ...WINDOW, timeZoneId: '' }, 'timeZoneId is ""'],
    ['a flag as text', { ...WINDOW, autoDeferOnceEnabled: 'false' }, 'autoDeferOnceEnabled is "false"'],
    ['a negative count', { ...WINDOW, numberOfDeferrals: -1 }, 'numberOfDeferrals is -1'],
    ['wave 4', { ...WINDOW, waveAssignment: 4 }, 'waveAssignment is 4'],
    ['protected hours as a list', { ...WINDOW, protectedHours: [] }, 'protectedHours is Array'],
    [
      'half of the protected hours',
      { ...WINDOW, protectedHours: { startHourOfDay: 9 } },
      'protectedHours is Object',
    ],
    [
      'protected hour 24',
      { ...WINDOW, protectedHours: { startHourOfDay: 9, endHourOfDay: 24 } },
      'protectedHours.endHourOfDay is 24',
    ],
  ])('%s', (_, json, problem) => {
    expect(parseWindow(json)).toEqual({ problem: expect.stringContaining(problem) });
  });
});

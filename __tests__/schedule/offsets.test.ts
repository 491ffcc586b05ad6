import { describe, expect, test } from 'vitest';
import type { CarriedRules } from '../../src/schedule/carriedRules.ts';
import { type Clock, clocksOf, offsetBy, readLocal, stretches } from '../../src/schedule/offsets.ts';
import { DAY, HOUR, utc } from './support.ts';

const MARS: CarriedRules = {
  release: '2099a',
  from: '2026-01-01T00:00Z',
  to: '2042-01-01T00:00Z',
  zones: { 'Mars/Olympus': '+03:00 2027-03-01T00:00Z +03:30' },
};

describe('Berlin’s clock', () => {
  const berlin = (): Clock => ({ ...clocksOf('Europe/Berlin')[0], known: [] });
  const [spring, autumn] = [utc('2026-03-29T01:00'), utc('2026-10-25T01:00')];

  test('keeps one offset all summer, whatever was asked of it before', () => {
    const clock = berlin();
    const summer = [{ start: spring, end: autumn, offset: 2 * HOUR }];
    expect(stretches(clock, spring, autumn)).toEqual(summer);
    stretches(clock, spring - 200 * DAY, autumn + 200 * DAY);
    expect(stretches(clock, spring, autumn)).toEqual(summer);
  });

  test('is looked up once for a time, in whatever order it is asked', () => {
    const { at } = berlin();
    let lookups = 0;
    const counted: Clock = {
      ...berlin(),
      at: time => {
        lookups += 1;
        return at(time);
      },
    };
    const ask = (day: number) => {
      lookups = 0;
      stretches(counted, spring + day * DAY, spring + (day + 1) * DAY);
      return lookups;
    };
    // The summer, the winter after it; then the winter before it, and the summer from its beginning.
    expect([10, 10, 100, 300, 300, 10, -100, -100, 50, 300].map(ask)).toEqual([1, 0, 0, 1, 0, 0, 2, 0, 0, 0]);
  });

  test('is the same one for all who ask, and not made of rules that somebody tries', () => {
    const before = clocksOf('Europe/Paris', { ...MARS, zones: { 'Europe/Paris': '+05:00' } });
    expect(before).toHaveLength(2);
    expect(clocksOf('Europe/Paris')).toHaveLength(1);
    expect(clocksOf('Europe/Paris')).toBe(clocksOf('Europe/Paris'));
  });
});

describe('rules that are carried', () => {
  const parts = (zone: string, zones: CarriedRules['zones'], from: string, to: string) =>
    stretches(clocksOf(zone, { ...MARS, zones })[0], utc(from), utc(to)).map(
      ({ start, offset }) => `${new Date(start).toISOString().slice(0, 10)} ${offset / HOUR}`,
    );

  test('leave the runner’s as they are before their first moment', () => {
    const carried = { 'Europe/Berlin': '+05:00' };
    expect(parts('Europe/Berlin', carried, '2025-07-01T00:00', '2026-02-01T00:00')).toEqual([
      '2025-07-01 2',
      '2025-10-26 1',
      '2026-01-01 5',
    ]);
  });

  test('go on as they begin and end where the runner has none', () => {
    expect(parts('Mars/Olympus', MARS.zones, '2020-01-01T00:00', '2050-01-01T00:00')).toEqual([
      '2020-01-01 3',
      '2027-03-01 3.5',
    ]);
  });
});

describe('a clock is refused, never guessed at', () => {
  test('where it is further from UTC than any place on Earth', () => {
    const [mars] = clocksOf('Mars/Olympus', { ...MARS, zones: { 'Mars/Olympus': '+90:00' } });
    const read = () => readLocal(mars, utc('2026-03-01T12:00'));
    expect(read).toThrow(RangeError);
    expect(read).toThrow('The clock of Mars/Olympus never comes to 2026-03-01T12:00:00.000Z');
  });

  test('at a time that is none', () => {
    const [mars] = clocksOf('Mars/Olympus', MARS);
    expect(offsetBy(mars, utc('2026-03-01T12:00'))).toBe(3 * HOUR);
    expect(() => offsetBy(mars, Number.NaN)).toThrow('Mars/Olympus has no offset at NaN');
    expect(() => mars.at(Number.NaN)).toThrow(new RangeError('Nothing is carried of Mars/Olympus at NaN'));
  });
});

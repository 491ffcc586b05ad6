import fc from 'fast-check';
import moment from 'moment-timezone';
import { describe, expect, test } from 'vitest';
import type { CarriedRules } from '../../src/schedule/carriedRules.ts';
import { deployDifference, parseDeploy, resolveDeploys } from '../../src/schedule/deploy.ts';
import { occurrences, parseDeployWindow, windowDifference } from '../../src/schedule/deployWindow.ts';
import {
  carriedAlone,
  differenceAt,
  differenceNotice,
  weeklyDifference,
} from '../../src/schedule/difference.ts';
import { judge } from '../../src/schedule/judge.ts';
import { NEWER_RULES } from '../../src/schedule/newerRules.ts';
import {
  CARRIED_RELEASE,
  clocksOf,
  RUNNERS_RELEASE,
  readLocal,
  stretches,
} from '../../src/schedule/offsets.ts';
import { formatOffset, parseInstant } from '../../src/schedule/time.ts';
import {
  firstDifference,
  nextStartsAfter,
  nextWeeklyStart,
  nextWeeklyStarts,
  weekLater,
  weeklyStarts,
} from '../../src/schedule/weekly.ts';
import { parseZone } from '../../src/schedule/zone.ts';
import { dayOf, instants, lengths } from './arbitrary.ts';
import { slowOverlaps, slowStarts, wall, wallTime } from './slow.ts';
import { check, DAY, HOUR, MINUTE, PATIENCE, utc, WEEK } from './support.ts';

const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
const minuteOf = (at: number) => `${iso(at)}Z`;

/** Rules that a release of the future could bring: the zone's own, and from a moment on an offset that is off by `shift`. */
function madeUp(zone: string, change: number, shift: number, release = '2099a'): CarriedRules {
  const none: CarriedRules = { release, from: '', to: '', zones: {} };
  const [from, to] = [utc('2019-01-01T00:00'), utc('2042-01-01T00:00')];
  const own = stretches(clocksOf(zone, none)[0], from, to);
  const parts = own.flatMap(({ start, end, offset }) => {
    const before = start < change ? [minuteOf(start), formatOffset(offset)] : [];
    const after = end > change ? [minuteOf(Math.max(start, change)), formatOffset(offset + shift)] : [];
    return [...before, ...after];
  });
  return { release, from: minuteOf(from), to: minuteOf(to), zones: { [zone]: parts.slice(1).join(' ') } };
}

const SHIFTS = [30 * MINUTE, HOUR, DAY].flatMap(size => [size, -size]);
const PLACES = [
  'UTC',
  'Asia/Kolkata',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];

const changes = fc.record({
  zone: fc.constantFrom(...PLACES),
  change: fc
    .integer({ min: utc('2027-01-01T00:00') / HOUR, max: utc('2030-01-01T00:00') / HOUR })
    .map(h => h * HOUR),
  shift: fc.constantFrom(...SHIFTS),
});

describe('rules made up, that are off by half an hour, an hour, a day', () => {
  test('a weekly start is there by both', { timeout: PATIENCE }, () => {
    const values = fc.record({
      made: changes,
      day: fc.integer({ min: 1, max: 7 }).map(dayOf),
      hourOfDay: fc.nat(23),
      from: fc.integer({ min: -4 * 24, max: 10 * 24 }),
    });
    check('made-up rules', 60, values, ({ made: { zone, change, shift }, day, hourOfDay, from }) => {
      const window = { dayOfWeek: day, hourOfDay, timeZoneId: zone };
      const clocks = clocksOf(zone, madeUp(zone, change, shift));
      const [first, last] = [change + from * HOUR, change + from * HOUR + WEEK];
      const minutes = (at: number) =>
        (((wall(zone, at) + (at >= change ? shift / MINUTE : 0)) % 10_080) + 10_080) % 10_080;
      const theirs = slowStarts(window, first, last, minutes, Math.abs(shift) + 3 * HOUR);
      const expected = [...new Set([...slowStarts(window, first, last), ...theirs])].sort((a, b) => a - b);
      expect(weeklyStarts(window, first, last, clocks).map(iso)).toEqual(expected.map(iso));
      const next = weeklyStarts(window, first, first + 3 * WEEK, clocks)[0];
      expect(nextWeeklyStarts(window, first, clocks)[0]).toBe(next);
      expect(nextWeeklyStarts(window, first, clocks)).toContain(nextWeeklyStart(window, first, clocks));
    });
  });

  test('a deploy window covers the minutes that either clock shows', { timeout: PATIENCE }, () => {
    const values = fc.record({
      made: changes.map(made => ({ ...made, zone: made.zone === 'UTC' ? 'UTC' : 'Asia/Kolkata' })),
      start: fc.nat(22),
      hours: fc.integer({ min: 1, max: 12 }),
      after: fc.integer({ min: 3, max: 300 }),
    });
    check('made-up windows', 60, values, ({ made: { zone, change, shift }, start, hours, after }) => {
      const two = (hour: number) => String(hour % 24).padStart(2, '0');
      const [line] = parseDeployWindow(`Mon-Wed ${two(start)}:00-${two(start + hours)}:00`).lines;
      if (line === undefined) throw new Error('No line');
      const from = change + after * DAY;
      const found = occurrences(line, zone, from, from + WEEK, clocksOf(zone, madeUp(zone, change, shift)));
      for (let at = from; at < from + WEEK; at += 15 * MINUTE) {
        const shows = (local: number) =>
          [local, local - DAY].some(day => {
            const midnight = Math.floor(day / DAY) * DAY;
            const into = local - midnight;
            return line.days.has(new Date(midnight).getUTCDay()) && line.start <= into && into < line.end;
          });
        const expected = shows(wallTime(zone, at)) || shows(wallTime(zone, at) + shift);
        expect(
          found.some(({ start, end }) => start <= at && at < end),
          iso(at),
        ).toBe(expected);
      }
    });
  });

  test('a time on the clock reaches from the earlier to the later of both', { timeout: PATIENCE }, () => {
    const values = fc.record({ made: changes, after: fc.integer({ min: 3 * 24, max: 9_000 }) });
    check('made-up times', 300, values, ({ made: { zone, change, shift }, after }) => {
      const at = change + after * HOUR;
      const clocks = clocksOf(zone, madeUp(zone, change, shift));
      const text = iso(wallTime(zone, at));
      const found = parseInstant(text, { id: zone }, clocks);
      expect(found.earlier).toBeLessThanOrEqual(at);
      expect(found.later).toBeGreaterThanOrEqual(at);
      const each = clocks.map(clock => readLocal(clock, Date.parse(`${text}Z`)));
      expect(found.readings).toHaveLength(2);
      for (const reading of each) {
        if ('change' in reading) continue;
        expect(found.earlier <= reading.earlier && reading.later <= found.later).toBe(true);
      }
    });
  });

  test('a start that is deferred stays on its clock, and no third reading comes of it', () => {
    for (const shift of SHIFTS) {
      const clocks = clocksOf('UTC', madeUp('UTC', utc('2027-03-01T00:00'), shift));
      const window = { dayOfWeek: 3, hourOfDay: 12, timeZoneId: 'UTC' } as const;
      let starts = nextWeeklyStarts(window, utc('2027-06-01T00:00'), clocks);
      expect(starts).toHaveLength(2);
      const [a = 0, b = 0] = starts;
      starts = starts.flatMap(start => nextStartsAfter(window, start, clocks));
      expect(starts).toEqual([a + WEEK, b + WEEK]);
    }
  });

  test('only a start on which they differ is a difference', () => {
    const change = utc('2027-06-02T00:00'); // a Wednesday
    const clocks = clocksOf('UTC', madeUp('UTC', change, DAY));
    const window = { dayOfWeek: 1, hourOfDay: 3, timeZoneId: 'UTC' } as const;
    expect(firstDifference(window, change - 4 * WEEK, change, clocks)).toBeUndefined();
    // The day is skipped: the newer clock comes to Sunday on Saturday.
    expect(firstDifference(window, change, change + WEEK, clocks)?.map(iso)).toEqual([
      '2027-06-05T03:00',
      '2027-06-06T03:00',
    ]);
  });

  test('of several differences the first is told, each clock with its own reading, the newest first', () => {
    const change = utc('2027-06-02T00:00');
    const window = { dayOfWeek: 1, hourOfDay: 3, timeZoneId: 'UTC' } as const;
    for (const [shift, newest] of [
      [HOUR, '2027-06-06T02:00'],
      [-HOUR, '2027-06-06T04:00'],
    ] as const) {
      const clocks = clocksOf('UTC', madeUp('UTC', change, shift));
      const found = firstDifference(window, change - 4 * WEEK, change + 4 * WEEK, clocks);
      expect(found?.map(iso)).toEqual([newest, '2027-06-06T03:00']);
    }
  });

  test('a difference is told with both times where only the later one lies ahead', () => {
    const clocks = clocksOf('UTC', madeUp('UTC', utc('2027-06-02T00:00'), HOUR));
    const window = { dayOfWeek: 1, hourOfDay: 3, timeZoneId: 'UTC' } as const;
    const from = utc('2027-06-06T02:30');
    expect(firstDifference(window, from, from + WEEK, clocks)?.map(iso)).toEqual([
      '2027-06-06T02:00',
      '2027-06-06T03:00',
    ]);
  });

  test('a start that both have goes, where they differ a week later, to both', () => {
    const clocks = clocksOf('UTC', madeUp('UTC', utc('2027-06-02T00:00'), HOUR));
    const window = { dayOfWeek: 1, hourOfDay: 3, timeZoneId: 'UTC' } as const;
    const after = nextStartsAfter(window, utc('2027-05-30T03:00'), clocks);
    expect(after.map(iso)).toEqual(['2027-06-06T02:00', '2027-06-06T03:00']);
  });

  test('a start that neither has goes to the next one of each', () => {
    const clocks = clocksOf('UTC', madeUp('UTC', utc('2027-03-01T00:00'), HOUR));
    const window = { dayOfWeek: 1, hourOfDay: 3, timeZoneId: 'UTC' } as const;
    const after = nextStartsAfter(window, utc('2027-06-02T12:00'), clocks);
    expect(after.map(iso)).toEqual(['2027-06-06T02:00', '2027-06-06T03:00']);
  });
});

describe('which clocks count', () => {
  const at = utc('2027-01-01T00:00');

  test('one, the runner’s, for a zone that is not carried', () => {
    expect(clocksOf('Europe/Berlin').map(({ by }) => by)).toEqual(['runner']);
  });

  test('one where the runner has the release that is carried', () => {
    const carried = madeUp('Europe/Berlin', at, HOUR, RUNNERS_RELEASE);
    expect(clocksOf('Europe/Berlin', carried).map(({ by }) => by)).toEqual(['runner']);
  });

  test.each([
    ['older', '2099a', ['action', 'runner']],
    ['newer', '2020a', ['runner', 'action']],
  ])('both where the runner is %s, the newest first', (_, release, expected) => {
    const carried = madeUp('Europe/Berlin', at, HOUR, release);
    expect(clocksOf('Europe/Berlin', carried).map(({ by }) => by)).toEqual(expected);
    const window = { dayOfWeek: 1, hourOfDay: 3, timeZoneId: 'Europe/Berlin' } as const;
    expect(
      nextWeeklyStarts(window, utc('2027-02-01T00:00'), clocksOf('Europe/Berlin', carried)).map(iso),
    ).toEqual(['2027-02-07T01:00', '2027-02-07T02:00']);
  });

  test('in any spelling, and under every other name of the zone', () => {
    for (const name of ['America/Vancouver', 'america/vancouver', 'Canada/Pacific', 'CANADA/PACIFIC'])
      expect(clocksOf(name)).toHaveLength(2);
  });

  test('beyond what is carried, the runner’s word alone', () => {
    const { from, to } = NEWER_RULES;
    for (const zone of Object.keys(NEWER_RULES.zones)) {
      const [ours, runners] = clocksOf(zone);
      if (runners === undefined) throw new Error(zone);
      for (const time of [Date.parse(from) - 20 * WEEK, Date.parse(to) + 20 * WEEK])
        expect(stretches(ours, time, time + 1)).toEqual(stretches(runners, time, time + 1));
    }
  });
});

test('rules that are carried hold from their first moment on, whenever the clock was asked before', () => {
  const begin = utc('2026-01-01T00:00');
  const carried: CarriedRules = {
    release: '2099a',
    from: minuteOf(begin),
    to: '2042-01-01T00:00Z',
    zones: { UTC: '+00:00:30' },
  };
  const offsets = (from: number, to: number) =>
    stretches(clocksOf('UTC', carried)[0], from, to).map(({ start, offset }) => `${iso(start)} ${offset}`);
  expect(offsets(begin - DAY, begin + DAY)).toEqual(['2025-12-31T00:00 0', '2026-01-01T00:00 30000']);
  expect(offsets(begin - 20 * DAY, begin - DAY)).toEqual(['2025-12-12T00:00 0']);
});

describe('a zone that the runner does not know', () => {
  const carried: CarriedRules = {
    release: '2099a',
    from: '2026-01-01T00:00Z',
    to: '2042-01-01T00:00Z',
    zones: { 'Mars/Olympus': '+03:00 2027-03-01T00:00Z +03:30', 'Mars/Peak': 'Mars/Olympus' },
  };

  test('is known by what is carried, in any case', () => {
    expect(parseZone('mars/olympus', carried)).toEqual({ id: 'Mars/Olympus' });
    expect(parseZone('Mars/Peak', carried)).toEqual({ id: 'Mars/Peak' });
    expect(() => parseZone('Mars/Elsewhere', carried)).toThrow(/is not a time zone that is known here/);
  });

  test('has the starts that are carried, and a notice that says so', () => {
    const clocks = clocksOf('Mars/Peak', carried);
    const window = { dayOfWeek: 2, hourOfDay: 12, timeZoneId: 'Mars/Peak' } as const;
    expect(weeklyStarts(window, utc('2027-02-20T00:00'), utc('2027-03-02T00:00'), clocks).map(iso)).toEqual([
      '2027-02-22T09:00',
      '2027-03-01T08:30',
    ]);
    const difference = carriedAlone('Mars/Peak', utc('2027-02-20T00:00'), clocks);
    expect(difference && differenceNotice("the window's start", difference, '2025b')).toBe(
      "This runner's Node (time zone rules 2025b) does not know Mars/Peak: the rules 2099a, which this action carries, are followed.",
    );
  });

  test('is refused where nobody knows it', () => {
    expect(() => nextWeeklyStart({ dayOfWeek: 1, hourOfDay: 1, timeZoneId: 'Mars/Elsewhere' }, 0)).toThrow(
      RangeError,
    );
  });
});

describe('the zones that are carried, against moment-timezone and the runner', () => {
  const zones = Object.keys(NEWER_RULES.zones);
  const newest = (zone: string) => (at: number) =>
    (((Math.floor(at / MINUTE) + moment.tz(at, zone).utcOffset() + 4 * 1440) % 10_080) + 10_080) % 10_080;

  test('the gate sees an overlap exactly where one of both has it', { timeout: PATIENCE }, () => {
    const values = fc.constantFrom(...zones).chain(zone =>
      fc.record({
        zone: fc.constant(zone),
        near: instants(zone).filter(at => at > utc('2026-01-01T00:00')),
        away: fc.integer({ min: -5, max: 5 }),
        length: lengths,
        maintenanceDuration: fc.constantFrom(30 * MINUTE, HOUR, 4 * HOUR),
      }),
    );
    check('newest rules', 150, values, ({ zone, near, away, length, maintenanceDuration }) => {
      const shown = Math.floor(newest(zone)(near) / 60);
      const window = {
        dayOfWeek: dayOf(Math.floor(shown / 24) + 1),
        hourOfDay: shown % 24,
        timeZoneId: zone,
      };
      const start = near + away * 30 * MINUTE;
      const deploy = { start, end: start + length };
      const [from, to] = [start - maintenanceDuration, deploy.end];
      const starts = [...slowStarts(window, from, to), ...slowStarts(window, from, to, newest(zone))];
      const { overlap } = judge({
        window,
        state: { running: [], scheduled: [], unknown: [] },
        deploys: [deploy],
        maintenanceDuration,
        blockOn: 'window',
        now: start - HOUR,
      });
      expect(overlap).toBe(slowOverlaps(starts, maintenanceDuration, deploy).length > 0);
    });
  });
});

// Under a Node that has Havana's new rules too there is nothing left to tell; the scenarios have the oldest Node.
describe.runIf(RUNNERS_RELEASE < '2026d')('a deploy by the clock of a zone whose rules changed', () => {
  // Havana: 2026f has kept -04:00 since the summer, older tables have -05:00 in winter.
  const zone = { id: 'America/Havana' };
  const now = utc('2026-12-01T00:00');
  const parsed = (inputs: Parameters<typeof parseDeploy>[0]) => {
    const found = parseDeploy(inputs);
    if ('problems' in found) throw new Error(JSON.stringify(found.problems));
    return found;
  };

  test('covers both, and is told with both times, but not as a time that comes twice', () => {
    const { deploy, notes } = parsed({ zone, deployStart: '2026-12-02T09:00', deployDuration: '1h' });
    expect(notes).toEqual([]);
    expect(resolveDeploys(deploy, now).deploys.map(({ start, end }) => [iso(start), iso(end)])).toEqual([
      ['2026-12-02T13:00', '2026-12-02T15:00'],
    ]);
    const difference = deployDifference(deploy, now);
    expect(difference && differenceNotice('a time of the deploy', difference, RUNNERS_RELEASE)).toBe(
      `The time zone rules of America/Havana differ between releases: a time of the deploy is 2026-12-02T09:00:00-04:00 by ${CARRIED_RELEASE} (carried by this action) and 2026-12-02T09:00:00-05:00 by ${RUNNERS_RELEASE} (this runner's Node). Both count.`,
    );
  });

  test('planned: the first release on which they differ is told, and none that is over', () => {
    const deployStart = '2026-12-02T09:00\n2026-12-03T09:00\n2026-07-01T09:00\n2026-12-01T09:00-05:00';
    const { deploy } = parsed({ zone, deployStart, deployDuration: '1h' });
    const told = (at: string) => deployDifference(deploy, utc(at))?.readings.map(reading => iso(reading.at));
    expect(told('2026-12-01T00:00')).toEqual(['2026-12-02T13:00', '2026-12-02T14:00']);
    expect(told('2026-12-02T14:59')).toEqual(['2026-12-02T13:00', '2026-12-02T14:00']);
    expect(told('2026-12-02T15:00')).toEqual(['2026-12-03T13:00', '2026-12-03T14:00']);
    expect(told('2026-12-04T00:00')).toBeUndefined();
  });

  test('maintenance that is put off over the change of clock may start at both times', () => {
    const sunday = { dayOfWeek: 1, hourOfDay: 3, timeZoneId: zone.id } as const;
    const start = utc('2026-10-25T07:00');
    expect(weekLater(sunday, { start, end: start }).map(({ start, end }) => [iso(start), iso(end)])).toEqual([
      ['2026-11-01T07:00', '2026-11-01T07:00'],
      ['2026-11-01T08:00', '2026-11-01T08:00'],
    ]);
  });

  describe('beside a window: a start on which they differ is told where it matters', () => {
    // Sundays at 07:00 UTC by both in summer, by the older at 08:00 in winter.
    const sunday = { dayOfWeek: 1, hourOfDay: 3, timeZoneId: zone.id } as const;
    const summer = '2026-07-01T00:00';
    const told = (at: string, ...deploys: [from: string, to: string][]) => {
      const intervals = deploys.map(([from, to]) => ({ start: utc(from), end: utc(to) }));
      return weeklyDifference(sunday, intervals, 2 * HOUR, utc(at))?.readings.map(({ at }) => iso(at));
    };

    test('the next one, also between its two times', () => {
      expect(told(summer)).toBeUndefined();
      expect(told('2026-12-01T00:00')).toEqual(['2026-12-06T07:00', '2026-12-06T08:00']);
      expect(told('2026-12-06T07:30')).toEqual(['2026-12-06T07:00', '2026-12-06T08:00']);
      expect(told('2026-12-01T00:00', ['2027-07-05T00:00', '2027-07-06T00:00'])).toEqual([
        '2026-12-06T07:00',
        '2026-12-06T08:00',
      ]);
    });

    test('one that a deploy could meet, with as much before it as maintenance lasts', () => {
      const first = ['2026-11-08T07:00', '2026-11-08T08:00'];
      expect(told(summer, ['2026-11-02T00:00', '2026-11-16T00:00'])).toEqual(first);
      expect(told(summer, ['2026-11-08T10:00', '2026-11-08T11:00'])).toEqual(first);
      expect(told(summer, ['2026-11-08T10:01', '2026-11-08T11:00'])).toBeUndefined();
      expect(told(summer, ['2026-11-08T06:00', '2026-11-08T07:00'])).toBeUndefined();
    });

    test('one that the last of several deploys could meet', () => {
      expect(
        told(summer, ['2026-07-02T00:00', '2026-07-02T01:00'], ['2026-11-08T06:00', '2026-11-08T07:01']),
      ).toEqual(['2026-11-01T07:00', '2026-11-01T08:00']);
    });
  });

  test('that starts now needs no notice', () => {
    const { deploy } = parsed({ zone, deployStart: 'now', deployDuration: '1h' });
    expect(deployDifference(deploy, now)).toBeUndefined();
  });

  test('with an offset is one time, and needs no notice', () => {
    const { deploy } = parsed({ zone, deployStart: '2026-12-02T09:00-05:00', deployDuration: '1h' });
    expect(resolveDeploys(deploy, now).deploys.map(({ start }) => iso(start))).toEqual(['2026-12-02T14:00']);
    expect(deployDifference(deploy, now)).toBeUndefined();
  });

  test('that would end before it starts is refused, though the readings overlap', () => {
    const found = parseDeploy({ zone, deployStart: '2026-12-02T09:00', deployEnd: '2026-12-02T08:30' });
    expect(found).toMatchObject({ problems: [{ input: 'deployEnd' }] });
  });

  test('that would end before it starts by one of both is refused, where the other time has an offset', () => {
    const start = parseDeploy({ zone, deployStart: '2026-12-02T09:00', deployEnd: '2026-12-02T13:30Z' });
    expect(start).toMatchObject({ problems: [{ input: 'deployEnd' }] });
    const end = parseDeploy({ zone, deployStart: '2026-12-02T14:00Z', deployEnd: '2026-12-02T09:30' });
    expect(end).toMatchObject({ problems: [{ input: 'deployEnd' }] });
  });

  test('that one clock has begin after an end that it skips is refused, never cut short', () => {
    // To the newest 23:50 is 03:50 UTC and 00:30 is 04:30; to the older 23:50 is 04:50, and there is no 00:30.
    const found = parseDeploy({ zone, deployStart: '2027-03-13T23:50', deployEnd: '2027-03-14T00:30' });
    expect(found).toMatchObject({ problems: [{ input: 'deployEnd' }] });
  });

  test('is told with both times of its end, where its start has an offset', () => {
    const { deploy } = parsed({ zone, deployStart: '2026-12-02T09:00-05:00', deployEnd: '2026-12-02T12:00' });
    const difference = deployDifference(deploy, now);
    expect(difference?.readings.map(({ at }) => iso(at))).toEqual(['2026-12-02T16:00', '2026-12-02T17:00']);
  });

  test('that the older skips is told as the newest has it', () => {
    const { deploy } = parsed({ zone, deployStart: '2027-03-14T00:30', deployDuration: '1h' });
    const difference = deployDifference(deploy, now);
    expect(difference?.readings.map(({ at, by }) => `${by} ${iso(at)}`)).toEqual(['action 2027-03-14T04:30']);
    // The runner knows the zone: its clock only does not show that time.
    expect(difference && differenceNotice('a time of the deploy', difference, RUNNERS_RELEASE)).toMatch(
      /^The time zone rules of America\/Havana differ between releases: a time of the deploy is .*; the other clock skips it\.$/,
    );
  });

  test('may be as short as its clock says', () => {
    const { deploy } = parsed({ zone, deployStart: '2026-12-02T09:00', deployEnd: '2026-12-02T09:10' });
    expect(resolveDeploys(deploy, now).deploys.map(({ start, end }) => [iso(start), iso(end)])).toEqual([
      ['2026-12-02T13:00', '2026-12-02T14:10'],
    ]);
  });

  test('standing: the first time on which they differ is told', () => {
    const { deploy } = parsed({ zone, deployStart: 'now', deployWindow: 'Mon 09:00-10:00\nWed 09:00-10:00' });
    const difference = deployDifference(deploy, now);
    expect(difference?.readings.map(reading => iso(reading.at))).toEqual([
      '2026-12-02T13:00',
      '2026-12-02T14:00',
    ]);
  });

  test('standing: of lines whose times lie across each other the earliest is told, in any order', () => {
    const lines = ['Wed 09:00-10:00', 'Wed 09:30-10:00'];
    for (const written of [lines, lines.toReversed()]) {
      const { deploy } = parsed({ zone, deployWindow: written.join('\n') });
      const difference = deployDifference(deploy, now);
      expect(difference?.readings.map(({ at }) => iso(at))).toEqual(['2026-12-02T13:00', '2026-12-02T14:00']);
    }
  });
});

test('a difference of a standing window is told by its start, or by its end', () => {
  const clocks = clocksOf('UTC', madeUp('UTC', utc('2027-06-07T12:00'), HOUR)); // a Monday
  const [line] = parseDeployWindow('Mon 09:00-17:00').lines;
  if (line === undefined) throw new Error('No line');
  const instants = windowDifference(line, clocks, utc('2027-06-01T00:00'), utc('2027-06-30T00:00'));
  expect(instants?.map(iso)).toEqual(['2027-06-07T16:00', '2027-06-07T17:00']);
  expect(differenceAt('UTC', clocks, instants ?? []).readings.map(({ offset }) => offset)).toEqual([HOUR, 0]);
});

describe('what each clock makes of a time is told only where they differ', () => {
  const change = utc('2027-06-02T00:00');
  const read = (text: string, carried: CarriedRules) => {
    const { earlier, later, readings } = parseInstant(text, { id: 'UTC' }, clocksOf('UTC', carried));
    const shown = (instants: { earlier: number; later: number }) =>
      [instants.earlier, instants.later].map(iso).join(' ');
    return { all: shown({ earlier, later }), each: readings?.map(reading => reading && shown(reading)) };
  };
  const once = (at: string) => `${at} ${at}`;

  test('not before their rules part', () => {
    const time = '2027-06-01T12:00';
    expect(read(time, madeUp('UTC', change, HOUR))).toEqual({ all: once(time), each: undefined });
  });

  test('one skips it', () => {
    const time = '2027-06-02T12:00';
    expect(read(time, madeUp('UTC', change, DAY))).toEqual({
      all: once(time),
      each: [undefined, once(time)],
    });
  });

  test('one shows it once more, later', () => {
    const twice = '2027-06-01T23:30 2027-06-02T00:30';
    expect(read('2027-06-01T23:30', madeUp('UTC', change, -HOUR))).toEqual({
      all: twice,
      each: [twice, once('2027-06-01T23:30')],
    });
  });

  test('one has shown it before', () => {
    const carried = { ...madeUp('UTC', change, 0), zones: { UTC: '+01:00 2027-06-02T00:00Z +00:00' } };
    const twice = '2027-06-01T23:30 2027-06-02T00:30';
    expect(read('2027-06-02T00:30', carried)).toEqual({
      all: twice,
      each: [twice, once('2027-06-02T00:30')],
    });
  });
});

describe('a deploy window that the newest clock has an hour earlier', () => {
  const clocks = () => clocksOf('UTC', madeUp('UTC', utc('2027-03-01T00:00'), HOUR));
  const line = (text: string) => {
    const [read] = parseDeployWindow(text).lines;
    if (read === undefined) throw new Error('No line');
    return read;
  };
  const monday = () => line('Mon 09:00-17:00');
  const [from, to] = [utc('2027-06-06T00:00'), utc('2027-06-12T00:00')];

  test.for([
    ['Mon 09:00-17:00', ['2027-06-07T08:00 2027-06-07T17:00']],
    ['Mon 09:00-10:00', ['2027-06-07T08:00 2027-06-07T10:00']],
    ['Mon 09:00-09:30', ['2027-06-07T08:00 2027-06-07T08:30', '2027-06-07T09:00 2027-06-07T09:30']],
  ] as const)('%s is one that is longer, or two where there is time in between', ([text, expected]) => {
    const found = occurrences(line(text), 'UTC', from, to, clocks());
    expect(found.map(({ start, end }) => `${iso(start)} ${iso(end)}`)).toEqual(expected);
  });

  test('is not there for those who ask up to the instant of its start', () => {
    expect(occurrences(monday(), 'UTC', from, utc('2027-06-07T08:00'), clocks())).toEqual([]);
    expect(occurrences(monday(), 'UTC', from, utc('2027-06-07T08:01'), clocks())).toHaveLength(1);
  });

  test('differs from its first minute to its last, by whichever clock', () => {
    const told = (from: string, to: string) =>
      windowDifference(monday(), clocks(), utc(from), utc(to))?.map(iso);
    const first = ['2027-06-07T08:00', '2027-06-07T09:00'];
    expect(told('2027-06-06T00:00', '2027-06-07T08:00')).toBeUndefined();
    expect(told('2027-06-06T00:00', '2027-06-07T08:01')).toEqual(first);
    expect(told('2027-06-07T16:30', '2027-06-30T00:00')).toEqual(first);
    expect(told('2027-06-07T17:00', '2027-06-30T00:00')).toEqual(['2027-06-14T08:00', '2027-06-14T09:00']);
  });
});

test('a time that the newest clock skips is told as the other one has it', () => {
  const clocks = clocksOf('UTC', madeUp('UTC', utc('2027-03-01T00:00'), HOUR));
  const at = utc('2027-06-07T17:00');
  const difference = differenceAt('UTC', clocks, [undefined, at]);
  expect(difference.readings).toEqual([{ release: RUNNERS_RELEASE, by: 'runner', at, offset: 0 }]);
  expect(differenceNotice('a time of the deploy', difference, RUNNERS_RELEASE)).toMatch(
    /^The time zone rules of UTC differ between releases: a time of the deploy is 2027-06-07T17:00:00\+00:00 by /,
  );
});

test('a zone that the runner knows needs no notice of its own', () => {
  for (const zone of ['Europe/Berlin', 'America/Havana'])
    expect(carriedAlone(zone, utc('2027-01-01T00:00'))).toBeUndefined();
});

test('at a time that one of both skips is the time that the other has', () => {
  // Chisinau's clock goes forward at 02:00 by the older tables, at 03:00 by the newest.
  const chisinau = clocksOf('Europe/Chisinau', {
    release: '2099a',
    from: '2026-01-01T00:00Z',
    to: '2028-01-01T00:00Z',
    zones: { 'Europe/Chisinau': '+02:00 2027-03-28T05:00Z +03:00' },
  });
  const found = parseInstant('2027-03-28T03:30', { id: 'Europe/Chisinau' }, chisinau);
  expect([iso(found.earlier), iso(found.later)]).toEqual(
    RUNNERS_RELEASE < '2026'
      ? ['2027-03-28T00:30', '2027-03-28T01:30']
      : ['2027-03-28T01:30', '2027-03-28T01:30'],
  );
});

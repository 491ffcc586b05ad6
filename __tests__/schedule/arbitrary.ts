import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { NEWER_RULES } from '../../src/schedule/newerRules.ts';
import type { DayOfWeek, WeeklyWindow } from '../../src/schedule/weekly.ts';
import { wall } from './slow.ts';
import { HOUR, MINUTE, utc, ZONES } from './support.ts';

/** Zones of which the action carries rules of its own have tests of their own: `zoneRules.test.ts`. */
const asTheRuntimeSays = ZONES.filter(zone => !Object.hasOwn(NEWER_RULES.zones, zone));

/** Every such zone, and more often those whose clocks do odd things between 2020 and 2040. */
export const zones: fc.Arbitrary<string> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...asTheRuntimeSays) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'Africa/Cairo', // abolished daylight saving and took it back
      'America/Asuncion', // moved to daylight saving for good
      'Asia/Beirut', // changes at midnight
      'America/Nuuk', // changed its standard time
      'America/New_York',
      'America/Santiago', // changes at midnight, in the south
      'America/St_Johns', // 30 minutes
      'Antarctica/Casey', // changes by three hours
      'Antarctica/Troll', // changes by two hours
      'Asia/Gaza', // takes a change back within a week in 2040
      'Asia/Kathmandu', // 45 minutes
      'Asia/Tehran', // abolished daylight saving
      'Australia/Lord_Howe', // changes by half an hour
      'Europe/Berlin',
      'Europe/Dublin', // winter time is the exception
      'Europe/Volgograd', // moved west
      'Pacific/Chatham', // 45 minutes, in the south
    ),
  },
);

const FIRST = utc('2020-01-01T00:00');
const LAST = utc('2040-12-31T23:59');

/** A whole minute from 2020 to 2040, half of the time within hours of a change of the zone's clock. */
export const instants = (zone: string): fc.Arbitrary<number> =>
  fc
    .record({
      minute: fc.integer({ min: FIRST / MINUTE, max: LAST / MINUTE }),
      nearChange: fc.boolean(),
      away: fc.integer({ min: -6 * 60, max: 6 * 60 }),
    })
    .map(({ minute, nearChange, away }) => {
      const at = minute * MINUTE;
      const change = nearChange ? nextChange(zone, at) : undefined;
      return change === undefined || change > LAST ? at : change + away * MINUTE;
    });

function nextChange(zone: string, at: number): number | undefined {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).getTimeZoneTransition('next')
    ?.epochMilliseconds;
}

/** A window in a zone and a moment within a day of one of its starts, or of a clock change near one. */
export interface Case {
  readonly window: WeeklyWindow;
  readonly near: number;
}

export const cases: fc.Arbitrary<Case> = zones.chain(timeZoneId =>
  fc
    .record({
      near: instants(timeZoneId),
      hours: fc.integer({ min: -3, max: 3 }),
      anyHour: fc.nat(7 * 24 - 1),
    })
    .chain(({ near, hours, anyHour }) => {
      const shown = Math.floor(wall(timeZoneId, near) / 60);
      return fc.constantFrom(shown + hours, shown + hours, shown + hours, anyHour).map(hour => {
        const hourOfWeek = (hour + 7 * 24) % (7 * 24);
        const dayOfWeek = dayOf(Math.floor(hourOfWeek / 24) + 1);
        return { near, window: { dayOfWeek, hourOfDay: hourOfWeek % 24, timeZoneId } };
      });
    }),
);

export function dayOf(value: number): DayOfWeek {
  const days: readonly DayOfWeek[] = [1, 2, 3, 4, 5, 6, 7];
  const day = days[value - 1];
  if (day === undefined) throw new RangeError(`${value} is not a day`);
  return day;
}

/** Milliseconds, whole minutes: hours most of the time, days now and then. */
export const lengths: fc.Arbitrary<number> = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 6 * 60 }).map(minutes => minutes * MINUTE) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 * 24 }).map(hours => hours * HOUR) },
);

import type { EpochMs, Interval } from '../schedule/interval.ts';
import { formatInZone } from '../schedule/time.ts';
import { DAY, HOUR, MINUTE } from '../schedule/units.ts';

/** People read minutes: a start is shown no later than it is, an end no earlier. */
export const floorMinute = (at: EpochMs): EpochMs => Math.floor(at / MINUTE) * MINUTE;
export const ceilMinute = (at: EpochMs): EpochMs => Math.ceil(at / MINUTE) * MINUTE;

/**
 * One instant in all zones, the date said again only where it differs:
 * `Sun 2026-03-01 23:30 Europe/Berlin (17:30 America/New_York, 22:30 UTC)`.
 */
export function inZones(at: EpochMs, zones: readonly string[]): string {
  const texts = zones.map(zone => formatInZone(floorMinute(at), zone));
  const [first = '', ...others] = texts.map((text, index) => after(texts[index - 1], text));
  return others.length === 0 ? first : `${first} (${others.join(', ')})`;
}

const DATE = 'Sun 2026-03-01 '.length;
/** A time told after another: the date is said again only where it is another. */
const after = (before: string | undefined, text: string): string =>
  before?.slice(0, DATE) === text.slice(0, DATE) ? text.slice(DATE) : text;

/** `Sun 2026-03-01 21:00`, without the zone's name. */
export const moment = (at: EpochMs, zone: string): string =>
  formatInZone(at, zone).slice(0, -zone.length - 1);

/** `Sun 2026-03-01 21:00 to 22:30`, without the zone's name. */
export function span({ start, end }: Interval, zone: string): string {
  const [from, to] = [moment(floorMinute(start), zone), moment(ceilMinute(end), zone)];
  return `${from} to ${after(from, to)}`;
}

/** How long something has taken, rounded down: `40 min`, `3 h 5 min`, `9 d 8 h`. */
export const ago = (ms: number): string => (ms < MINUTE ? 'less than a minute' : inUnits(ms, Math.floor));

/** How far away, from now: `in 14 h`, `3 h ago`. */
export function away(ms: number): string {
  if (Math.abs(ms) < MINUTE / 2) return 'now';
  return ms > 0 ? `in ${lengthOf(ms)}` : `${ago(-ms)} ago`;
}

/** How long something will take, rounded up: `14 h 20 min`, `60 h`, `4 d 12 h`. */
export const lengthOf = (ms: number): string => inUnits(ms, Math.ceil);

/** To the minute, from a day on to the hour; days are counted from three on. */
function inUnits(ms: number, round: (units: number) => number): string {
  const unit = ms < DAY ? MINUTE : HOUR;
  const minutes = (round(ms / unit) * unit) / MINUTE;
  const days = minutes < 3 * 1440 ? 0 : Math.floor(minutes / 1440);
  const parts = [
    [days, 'd'],
    [Math.floor(minutes / 60) - 24 * days, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  return parts.flatMap(([count, name]) => (count > 0 ? [`${count} ${name}`] : [])).join(' ');
}

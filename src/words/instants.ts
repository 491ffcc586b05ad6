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

/** In whole units, for people: `40 min`, `3 h`, `2 d`. */
export function ago(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return `${minutes} min`;
  return minutes < 72 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}

/** How far away, from now: `in 14 h`, `3 h ago`. */
export function away(ms: number): string {
  if (Math.abs(ms) < MINUTE / 2) return 'now';
  return ms > 0 ? `in ${ago(ms)}` : `${ago(-ms)} ago`;
}

/** Rounded up to the minute, from a day on to the hour: `14 h 20 min`, `2 d 8 h`. */
export function lengthOf(ms: number): string {
  const unit = ms < DAY ? MINUTE : HOUR;
  const minutes = (Math.ceil(ms / unit) * unit) / MINUTE;
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'min'],
  ] as const;
  return parts.flatMap(([count, name]) => (count > 0 ? [`${count} ${name}`] : [])).join(' ');
}

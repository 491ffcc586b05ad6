import { Complaint } from '../complaint.ts';
import { quoted } from '../text.ts';
import { SHORT_DAYS } from './days.ts';
import type { EpochMs } from './interval.ts';
import {
  type Clock,
  clocksOf,
  type Instants,
  offsetAt,
  parseOffset,
  readLocal,
  type Skip,
} from './offsets.ts';
import { DAY, HOUR, MINUTE, SECOND } from './units.ts';
import type { Zone } from './zone.ts';

/** `Sun 2026-03-01 21:00 Europe/Berlin`, with seconds only where there are any. */
export function formatInZone(at: EpochMs, zone: string): string {
  const local = at + offsetAt(zone, at);
  return `${SHORT_DAYS[dayIndex(local)]} ${date(local)} ${clock(local)} ${zone}`;
}

/** RFC 3339, such as `2026-03-01T21:00:00+01:00`; UTC is written `Z`. Fractions of a second are cut off. */
export function toIso(at: EpochMs, zone: string): string {
  return zone === 'UTC' ? isoAt(at, 0).replace('+00:00', 'Z') : isoAt(at, offsetAt(zone, at));
}

/** RFC 3339 with this offset. */
export const isoAt = (at: EpochMs, offset: number): string =>
  new Date(at + offset).toISOString().slice(0, -'.000Z'.length) + formatOffset(offset);

/** `+05:30`. */
export function formatOffset(offset: number): string {
  const size = Math.abs(offset);
  const seconds = (size % MINUTE) / SECOND;
  const [hh, mm, ss] = [Math.floor(size / HOUR), Math.floor((size % HOUR) / MINUTE), seconds].map(two);
  return `${offset < 0 ? '-' : '+'}${hh}:${mm}${seconds === 0 ? '' : `:${ss}`}`;
}

/** The day of the week of a wall-clock time, 0 = Sunday. */
export const dayIndex = (local: EpochMs): number => {
  const THURSDAY = 4; // 1970-01-01
  return (((Math.floor(local / DAY) + THURSDAY) % 7) + 7) % 7;
};

/** The first and the last instant that a written time may mean. */
export interface ParsedInstant extends Instants {
  /** Where releases of the zone's rules differ: what it means by each clock, `undefined` where that skips it. */
  readonly readings?: readonly (Instants | undefined)[];
}

const ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * Reads an ISO 8601 date and time in its extended form: `2026-03-01T21:00`, with seconds, a fraction down to
 * milliseconds, and `Z` or an offset if wanted. Nothing looser: `24:00`, leap seconds, a date alone, the
 * basic form and comments in brackets are refused.
 *
 * @param zone where a time without an offset is read
 * @throws {Complaint} a phrase, also for a time that the zone's clock skipped
 */
export function parseInstant(
  text: string,
  zone: Zone,
  clocks: readonly Clock[] = clocksOf(zone.id),
): ParsedInstant {
  const [, day, hours, minutes, seconds = '00', fraction = '', offset] = ISO.exec(text) ?? [];
  if (day === undefined) {
    throw new Complaint(
      `${quoted(text)} is not a date and time: write 2026-03-01T21:00, or with an offset 2026-03-01T21:00+01:00`,
    );
  }
  const written = `${day}T${hours}:${minutes}:${seconds}.${fraction.padEnd(3, '0')}Z`;
  const local = Date.parse(written);
  // Date.parse lets 30 February and 24:00 roll over into the next day.
  if (Number.isNaN(local) || new Date(local).toISOString() !== written) {
    throw new Complaint(`${quoted(text)} is not on the calendar or not on the clock`);
  }
  if (offset !== undefined) {
    const at = local - checkedOffset(text, offset);
    return { earlier: at, later: at };
  }
  const found = clocks.map(clock => readLocal(clock, local));
  const readings = found.map(reading => ('change' in reading ? undefined : reading));
  const shown = readings.filter(reading => reading !== undefined);
  const [skip] = found.filter(reading => 'change' in reading);
  if (skip !== undefined && shown.length === 0) throw new Complaint(skipped(text, zone, skip));
  const earlier = Math.min(...shown.map(instants => instants.earlier));
  const later = Math.max(...shown.map(instants => instants.later));
  const agreed = readings.every(each => each?.earlier === earlier && each.later === later);
  return agreed ? { earlier, later } : { earlier, later, readings };
}

function skipped(text: string, zone: Zone, { change, from, to }: Skip): string {
  const near = (at: EpochMs) => toIso(at, zone.id);
  return (
    `${quoted(text)} does not exist in ${zone.id}: the clock goes from ${date(from)} ${clock(from)} to ` +
    `${date(to)} ${clock(to)}. Use a time up to ${near(change - MINUTE)} or from ${near(change)} on`
  );
}

function checkedOffset(text: string, offset: string): number {
  const value = parseOffset(offset);
  if (Number(offset.slice('+00:'.length)) > 59 || Math.abs(value) > 18 * HOUR) {
    throw new Complaint(`${quoted(text)} has an offset that no place on Earth keeps: ${offset}`);
  }
  return value;
}

const two = (value: number): string => String(value).padStart(2, '0');
const date = (local: EpochMs): string => new Date(local).toISOString().slice(0, -'T00:00:00.000Z'.length);
const clock = (local: EpochMs): string =>
  new Date(local).toISOString().slice(-'00:00:00.000Z'.length, -'.000Z'.length).replace(/:00$/, '');

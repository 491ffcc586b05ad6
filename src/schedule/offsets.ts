import * as Instant from 'temporal-polyfill/fns/Instant';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import type { EpochMs, Interval } from './time.ts';
import { DAY } from './units.ts';

/** A stretch of time in which a zone keeps one offset: wall clock = UTC + offset (ms). */
export interface Stretch extends Interval {
  readonly offset: number;
}

/** What a time on a zone's wall clock means. Times on a wall clock are written as if they were UTC. */
export type Reading =
  | { readonly kind: 'once'; readonly at: EpochMs }
  /** The clock was put back over it. */
  | { readonly kind: 'twice'; readonly earlier: EpochMs; readonly later: EpochMs }
  /** The clock was put forward over it: at `change` it went from the wall-clock time `from` to `to`. */
  | { readonly kind: 'never'; readonly change: EpochMs; readonly from: EpochMs; readonly to: EpochMs };

/**
 * The stretches of constant offset that make up [from, to), in order, the outer two cut off there. Inside of one,
 * wall clocks are plain arithmetic, which is what makes a year of a thousand projects cheap to judge.
 *
 * @throws RangeError when the runtime does not know the zone
 */
export function stretches(zone: string, from: EpochMs, to: EpochMs): Stretch[] {
  return knownStretches(zone, from, to)
    .filter(({ start, end }) => start < to && from < end)
    .map(({ start, end, offset }) => ({ start: Math.max(start, from), end: Math.min(end, to), offset }));
}

/** Every instant at which the zone's clock shows `local`. */
export function readLocal(zone: string, local: EpochMs): Reading {
  const near = stretches(zone, local - FURTHEST, local + FURTHEST);
  const hits = near.flatMap(({ start, end, offset }) => {
    const at = local - offset;
    return start <= at && at < end ? [at] : [];
  });
  const [earlier, later] = [hits.at(0), hits.at(-1)];
  if (earlier !== undefined && later !== undefined) {
    return earlier === later ? { kind: 'once', at: earlier } : { kind: 'twice', earlier, later };
  }
  for (const [i, after] of near.entries()) {
    const before = near[i - 1];
    if (before !== undefined && local < after.start + after.offset) {
      const change = after.start;
      return { kind: 'never', change, from: change + before.offset, to: change + after.offset };
    }
  }
  throw new RangeError(`The clock of ${zone} never comes to ${new Date(local).toISOString()}`);
}

/** Local time minus UTC, in milliseconds. */
export function offsetAt(zone: string, at: EpochMs): number {
  const [stretch] = stretches(zone, at, at + 1);
  if (stretch === undefined) throw new RangeError(`${zone} has no offset at ${at}`);
  return stretch.offset;
}

/** Further from UTC than any zone is or was, a day's jump over the date line included. */
const FURTHEST = 2 * DAY;

/** Facts that do not change while a process lives: for each zone, stretches without a gap between them. */
const known = new Map<string, Stretch[]>();

/** Stretches that cover [from, to), taken from what is known or looked up as far as it is not. */
function knownStretches(zone: string, from: EpochMs, to: EpochMs): readonly Stretch[] {
  let found = known.get(zone);
  // What lies before the first one known is rarely asked for, and then looked up anew.
  if (found === undefined || from < (found[0]?.start ?? from)) {
    found = [stretchFrom(zone, from - FURTHEST)];
    known.set(zone, found);
  }
  for (let end = found.at(-1)?.end ?? from; end < to; end = found.at(-1)?.end ?? to)
    found.push(stretchFrom(zone, end));
  return found;
}

/** Temporal by its functions: the classes would be four times as much to load. */
function stretchFrom(zone: string, start: EpochMs): Stretch {
  const there = Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(start), zone);
  const change = ZonedDateTime.getTimeZoneTransition(there, 'next');
  return {
    start,
    end: change?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: ZonedDateTime.offsetNanoseconds(there) / 1_000_000,
  };
}

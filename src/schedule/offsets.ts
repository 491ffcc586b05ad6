import type { EpochMs, Interval } from './time.ts';
import { DAY, HOUR, MINUTE, SECOND } from './units.ts';

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
 * The stretches of constant offset that make up [from, to), in order, the outer two cut off there.
 * @throws RangeError when the runtime does not know the zone
 */
export function stretches(zone: string, from: EpochMs, to: EpochMs): Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  let offset = offsetAt(zone, from);
  for (let chunk = chunkOf(from); chunk * CHUNK < to; chunk += 1) {
    for (const setting of settings(zone, chunk)) {
      if (setting.from <= from || setting.from >= to || setting.offset === offset) continue;
      found.push({ start, end: setting.from, offset });
      start = setting.from;
      offset = setting.offset;
    }
  }
  found.push({ start, end: to, offset });
  return found;
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
  let offset = 0;
  for (const setting of settings(zone, chunkOf(at))) {
    if (setting.from > at) break;
    offset = setting.offset;
  }
  return offset;
}

/**
 * The runtime tells a zone's offset at an instant, but not when it changes. So it is asked every six days, and
 * between two answers that differ the change is found by halving. No zone takes a change back within six
 * days: since 1970 the quickest are 6.96 days (Noronha in 2000, Gaza in 2040).
 */
const STEP = 6 * DAY;
const CHUNK = 10 * STEP;
const chunkOf = (at: EpochMs): number => Math.floor(at / CHUNK);

/** Further from UTC than any zone is or was, a day's jump over the date line included. */
const FURTHEST = 2 * DAY;

/** A clock as it is set from an instant on. */
interface Setting {
  readonly from: EpochMs;
  readonly offset: number;
}

/** What the runtime said about zones: facts that do not change while a process lives. */
const zones = new Map<string, { ask: (at: EpochMs) => number; chunks: Map<number, readonly Setting[]> }>();

/** How the zone's clock is set in a chunk of time: at its start, then at each change. */
function settings(zone: string, chunk: number): readonly Setting[] {
  let known = zones.get(zone);
  if (known === undefined) {
    // Of the formats that tell an offset, the one that the runtime writes fastest.
    const shape = { timeZone: zone, second: 'numeric', timeZoneName: 'longOffset' } as const;
    const format = new Intl.DateTimeFormat('en-US', shape);
    known = { ask: at => parseOffset(format.format(at)), chunks: new Map() };
    zones.set(zone, known);
  }
  let list = known.chunks.get(chunk);
  if (list === undefined) {
    list = findSettings(known.ask, chunk * CHUNK);
    known.chunks.set(chunk, list);
  }
  return list;
}

function findSettings(ask: (at: EpochMs) => number, start: EpochMs): Setting[] {
  const first = ask(start);
  const found: Setting[] = [{ from: start, offset: first }];
  /** Finds the changes in (from, to] to the second, given the offsets at both ends. */
  const halve = (from: EpochMs, before: number, to: EpochMs, after: number): void => {
    if (before === after) return;
    if (to - from <= SECOND) {
      found.push({ from: to, offset: after });
      return;
    }
    const middle = Math.floor((from + to) / 2 / SECOND) * SECOND;
    const between = ask(middle);
    halve(from, before, middle, between);
    halve(middle, between, to, after);
  };
  let offset = first;
  for (let at = start + STEP; at <= start + CHUNK; at += STEP) {
    const next = ask(at);
    halve(at - STEP, offset, at, next);
    offset = next;
  }
  return found;
}

/** `0 GMT+05:45` → 20 700 000. Years before standard time have seconds too. */
function parseOffset(text: string): number {
  const [, sign, hours, minutes, seconds] = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text) ?? [];
  if (sign === undefined) {
    if (text.endsWith('GMT')) return 0;
    throw new RangeError(`The runtime wrote an offset that cannot be read: ${text}`);
  }
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds ?? 0) * SECOND;
  return sign === '-' ? -size : size;
}

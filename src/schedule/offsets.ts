import * as Instant from 'temporal-polyfill/fns/Instant';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import type { CarriedRules } from './carriedRules.ts';
import type { EpochMs, Interval } from './interval.ts';
import { NEWER_RULES } from './newerRules.ts';
import { DAY, HOUR, MINUTE, SECOND } from './units.ts';

/** A stretch of time in which a zone keeps one offset: wall clock = UTC + offset (ms). */
export interface Stretch extends Interval {
  readonly offset: number;
}

/** A zone's clock as one release of the IANA rules has it. */
export interface Clock {
  readonly zone: string;
  /** Such as `2026f`. */
  readonly release: string;
  /** Whose rules: the runner's own, or those that the action carries. */
  readonly by: 'runner' | 'action';
  /** The stretch that is kept at a time; it may begin there. */
  readonly at: (time: EpochMs) => Stretch;
  /** Facts that do not change while a process lives: stretches without a gap between them. */
  readonly known: Stretch[];
}

/** The release that the runner's Node has. */
export const RUNNERS_RELEASE = process.versions.tz ?? '(unknown)';

/** The release that the action carries. */
export const CARRIED_RELEASE = NEWER_RULES.release;

/**
 * The clocks that count in a zone, the newest first: the runner's, and where the action carries other rules than
 * the oldest runner's, that too. For all other zones nothing is looked at.
 *
 * @throws RangeError when nobody knows the zone
 */
export function clocksOf(zone: string, carried: CarriedRules = NEWER_RULES): readonly [Clock, ...Clock[]] {
  if (carried !== NEWER_RULES) return makeClocks(zone, carried);
  const found = clocks.get(zone) ?? makeClocks(zone, carried);
  clocks.set(zone, found);
  return found;
}

/** The name of a zone that is carried, as IANA writes it. */
export function carriedName(zone: string, { zones }: CarriedRules = NEWER_RULES): string | undefined {
  const wanted = zone.toLowerCase();
  return Object.keys(zones).find(name => name.toLowerCase() === wanted);
}

/**
 * The stretches of constant offset that make up [from, to), in order, the outer two cut off there. Inside of one,
 * wall clocks are plain arithmetic, which is what makes a year of a thousand projects cheap to judge.
 */
export function stretches(clock: Clock, from: EpochMs, to: EpochMs): Stretch[] {
  return knownStretches(clock, from, to)
    .filter(({ start, end }) => start < to && from < end)
    .map(({ start, end, offset }) => ({ start: Math.max(start, from), end: Math.min(end, to), offset }));
}

/** When a clock shows a time: at one instant, or at two, where it was put back over it. */
export interface Instants {
  readonly earlier: EpochMs;
  readonly later: EpochMs;
}

/** A clock was put forward over a time: at `change` it went from the wall-clock time `from` to `to`. */
export interface Skip {
  readonly change: EpochMs;
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** When the clock shows `local`, a time on the wall clock, written as if it were UTC. */
export function readLocal(clock: Clock, local: EpochMs): Instants | Skip {
  const near = stretches(clock, local - FURTHEST, local + FURTHEST);
  const hits = near.flatMap(({ start, end, offset }) => {
    const at = local - offset;
    return start <= at && at < end ? [at] : [];
  });
  if (hits.length > 0) return { earlier: Math.min(...hits), later: Math.max(...hits) };
  const [skip] = near.flatMap(({ start: change, offset }, i) => {
    const [from, to] = [change + (near[i - 1]?.offset ?? offset), change + offset];
    return from <= local && local < to ? [{ change, from, to }] : [];
  });
  if (skip !== undefined) return skip;
  throw new RangeError(`The clock of ${clock.zone} never comes to ${new Date(local).toISOString()}`);
}

/** Local time minus UTC, in milliseconds, by the newest rules: those that people are shown. */
export const offsetAt = (zone: string, at: EpochMs): number => offsetBy(clocksOf(zone)[0], at);

/** Local time minus UTC, in milliseconds. */
export function offsetBy(clock: Clock, at: EpochMs): number {
  const [stretch] = stretches(clock, at, at + 1);
  if (stretch === undefined) throw new RangeError(`${clock.zone} has no offset at ${at}`);
  return stretch.offset;
}

/** Further from UTC than any zone is or was, a day's jump over the date line included. */
const FURTHEST = 2 * DAY;

const clocks = new Map<string, readonly [Clock, ...Clock[]]>();

function makeClocks(zone: string, carried: CarriedRules): readonly [Clock, ...Clock[]] {
  const runners: Clock = {
    zone,
    release: RUNNERS_RELEASE,
    by: 'runner',
    at: time => askRuntime(zone, time),
    known: [],
  };
  const name = carried.release === RUNNERS_RELEASE ? undefined : carriedName(zone, carried);
  if (name === undefined) return [runners];
  const knows = isKnownHere(zone);
  const ours: Clock = {
    zone,
    release: carried.release,
    by: 'action',
    at: lookUp(name, carried, knows ? runners.at : undefined),
    known: [],
  };
  if (!knows) return [ours];
  // Releases are named by their year and a letter, so that they sort, and one without a name before all.
  return RUNNERS_RELEASE < carried.release ? [ours, runners] : [runners, ours];
}

function isKnownHere(zone: string): boolean {
  try {
    Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(0), zone);
    return true;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}

/** What is carried of a zone; beyond its ends `other` goes on, or the outermost offset where there is none. */
function lookUp(
  name: string,
  { zones, from, to }: CarriedRules,
  other: Clock['at'] | undefined,
): Clock['at'] {
  const rules = zones[name] ?? name;
  const outer = { start: other ? Date.parse(from) : -Infinity, end: other ? Date.parse(to) : Infinity };
  let start = outer.start;
  const parts = (zones[rules] ?? rules).matchAll(/(\S+)(?: (\S+))?/g);
  const table = Array.from(parts, ([, offset = '', change]): Stretch => {
    const end = change === undefined ? outer.end : Date.parse(change);
    const stretch = { start, end, offset: parseOffset(offset) };
    start = end;
    return stretch;
  });
  return time => {
    const found = table.find(({ start, end }) => start <= time && time < end);
    if (found !== undefined) return found;
    const beyond = other?.(time);
    if (beyond === undefined) throw new RangeError(`Nothing is carried of ${name} at ${time}`);
    return time < outer.start ? { ...beyond, end: Math.min(beyond.end, outer.start) } : beyond;
  };
}

/** Local time minus UTC, in milliseconds, as it is written: `-08:00`, `+00:19:32`, `Z`. */
export function parseOffset(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  const size = hours * HOUR + minutes * MINUTE + seconds * SECOND;
  return text.startsWith('-') ? -size : size;
}

/** Stretches that cover [from, to), taken from what is known or looked up as far as it is not. */
function knownStretches({ known, at }: Clock, from: EpochMs, to: EpochMs): readonly Stretch[] {
  const [first] = known;
  // Nothing known is thrown away but where it begins: a plan may name a thousand times in any order.
  if (first === undefined || from < first.start)
    known.splice(0, 1, ...follow(at, from - FURTHEST, first?.end ?? to));
  known.push(...follow(at, known.at(-1)?.end ?? to, to));
  return known;
}

/** The stretches from a time on, up to one that reaches another. */
function follow(at: Clock['at'], from: EpochMs, to: EpochMs): Stretch[] {
  const found: Stretch[] = [];
  for (let next = from; next < to; ) {
    const stretch = at(next);
    found.push(stretch);
    next = stretch.end;
  }
  return found;
}

/** Temporal by its functions: the classes would be four times as much to load. */
function askRuntime(zone: string, start: EpochMs): Stretch {
  const there = Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(start), zone);
  const change = ZonedDateTime.getTimeZoneTransition(there, 'next');
  return {
    start,
    end: change?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: ZonedDateTime.offsetNanoseconds(there) / 1_000_000,
  };
}

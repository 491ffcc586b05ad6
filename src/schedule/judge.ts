import type { DeployInterval } from './deploy.ts';
import { type EpochMs, type Interval, overlaps } from './interval.ts';
import { ANNOUNCED_LATEST, type MaintenanceState, type Scheduled, type Unknown } from './maintenance.ts';
import { HORIZON, HOUR } from './units.ts';
import { nextWeeklyStart, type WeeklyWindow, weeklyStarts } from './weekly.ts';

/** `window`: every weekly start blocks. `scheduled`: only what is announced, runs, or cannot be known yet. */
export type BlockOn = 'window' | 'scheduled';

export interface Question {
  /** `undefined` when no window is set. */
  readonly window: WeeklyWindow | undefined;
  readonly state: MaintenanceState;
  /** In the order of their starts, at least one. */
  readonly deploys: readonly DeployInterval[];
  /** How long maintenance is assumed to last: milliseconds, more than 0. */
  readonly maintenanceDuration: number;
  readonly blockOn: BlockOn;
  readonly now: EpochMs;
}

/** Why maintenance counts: a weekly start, announced, running, or too far away to be announced yet. */
export type Reason = 'weekly' | 'scheduled' | 'running' | 'tooEarly';

/** A deploy and the maintenance that it meets. */
export interface Block {
  readonly reason: Reason;
  readonly maintenance: Interval;
  readonly deploy: Interval;
  /** The line of the planned starts or of the standing deploy window. */
  readonly deployLine?: string;
  /** With `tooEarly`: from when on Atlas has announced it, if it will come. */
  readonly knownFrom?: EpochMs;
}

export interface Judgement {
  readonly overlap: boolean;
  /**
   * The first deploy that meets maintenance, and the first maintenance that it meets; where some that runs is among
   * it, that one.
   */
  readonly block?: Block;
  /** Why nobody can know whether a deploy meets more than that; empty where it is known. */
  readonly unknown: readonly (Unknown | { readonly why: 'noWindow' })[];
  /** The next start of the window, and its assumed end. */
  readonly nextStart?: EpochMs;
  readonly nextEnd?: EpochMs;
  /** The start of announced maintenance. */
  readonly scheduledStart?: EpochMs;
  /**
   * The earliest start, not before now nor before the deploy's own, at which a deploy of the same length
   * meets nothing; of several deploys, planned or of a standing window, the start of the first clear one from now on.
   * Absent when there is none, of a single deploy within the `HORIZON`; and where nothing blocks but not all is known.
   */
  readonly clearAt?: EpochMs;
}

/**
 * What is further away than this may still be announced; what is nearer is not coming unless it has been. Atlas
 * announces at the latest `ANNOUNCED_LATEST` ahead; the hour is a margin for a feed that lags.
 */
export const KNOWN_BEFORE = ANNOUNCED_LATEST - HOUR;

/**
 * Does maintenance meet a deploy? Without a window only maintenance that runs can be known.
 * @throws RangeError when there is no deploy, or the runtime does not know the window's zone
 */
export function judge(question: Question): Judgement {
  const { window, state, deploys, maintenanceDuration, now } = question;
  const [deploy] = deploys;
  if (deploy === undefined) throw new RangeError('There is no deploy to judge');
  // What comes from a line has its times, and nobody asks for others.
  const fixed = deploy.line !== undefined;
  const earliest = Math.max(deploy.start, now);
  const length = deploy.end - deploy.start;
  const walk = walks(question, fixed ? lastEnd(deploys) : earliest + HORIZON + length);

  const meets = walk();
  let block: Block | undefined;
  for (const each of deploys) {
    block = blockOf(each, meets(each), question);
    if (block !== undefined) break;
  }
  const unknown = [...state.unknown, ...(window ? [] : [{ why: 'noWindow' } as const])];
  const clearAt = fixed ? firstClear(deploys, now, walk()) : slideClear(earliest, length, walk());
  const known = block !== undefined || unknown.length === 0;
  const nextStart = window && nextWeeklyStart(window, now);
  const [scheduled] = state.scheduled;
  return {
    overlap: block !== undefined,
    ...(block && { block }),
    unknown,
    ...(nextStart !== undefined && { nextStart, nextEnd: nextStart + maintenanceDuration }),
    ...(scheduled && { scheduledStart: scheduled.start }),
    ...(known && clearAt !== undefined && { clearAt }),
  };
}

/**
 * What each deploy meets, in the order of the deploys: what `judge` tells of the first that meets any. Where there is
 * none, the deploy is clear only if the judgement's `unknown` is empty.
 */
export function blocksOf(question: Question): (Block | undefined)[] {
  const meets = walks(question, lastEnd(question.deploys))();
  return question.deploys.map(deploy => blockOf(deploy, meets(deploy), question));
}

const lastEnd = (deploys: readonly Interval[]): EpochMs =>
  deploys.reduce((at, { end }) => Math.max(at, end), Number.NEGATIVE_INFINITY);

/** A maintenance interval that counts. */
interface Threat extends Interval {
  readonly reason: Reason;
}

/** What a deploy meets first. To be asked for deploys in the order of their starts. */
type Meets = (deploy: Interval) => Threat | undefined;

/**
 * Sorts out the maintenance that counts and starts before `to`, and returns what starts a walk along it. A walk leaves
 * behind what ends before a deploy starts: it is over for all later deploys too.
 */
function walks(question: Question, to: EpochMs): () => Meets {
  const { window, state, deploys, maintenanceDuration: length, now } = question;
  const from = (deploys[0]?.start ?? now) - length;
  const starts = window ? weeklyStarts(window, from, to) : [];
  // Each kind in the order of its starts, and what runs is told of first anyway.
  const known: Threat[] = [
    ...state.running.map(({ since }) => ({
      reason: 'running' as const,
      ...runningInterval(since, length, now),
    })),
    ...state.scheduled.map(start => ({
      reason: 'scheduled' as const,
      ...scheduledInterval(start, length, now),
    })),
  ];

  const reasonOf = (start: EpochMs) => weeklyReason(question, start);
  // Plain numbers until one is met: there are dozens for each of many projects.
  const weekly = starts.filter(start => reasonOf(start) !== undefined);

  return () => {
    let passed = 0;
    return deploy => {
      let start = weekly[passed];
      while (start !== undefined && start + length <= deploy.start) {
        passed += 1;
        start = weekly[passed];
      }
      const met = firstOf(known, deploy);
      if (start === undefined || start >= deploy.end || (met && met.start <= start)) return met;
      return { reason: reasonOf(start) ?? 'weekly', start, end: start + length };
    };
  };
}

/** A loop, not `find`: the gate asks it hundreds of times a project. */
function firstOf(known: readonly Threat[], deploy: Interval): Threat | undefined {
  for (const threat of known) if (overlaps(threat, deploy)) return threat;
  return undefined;
}

/** Maintenance that runs, as an interval: it reaches as far as if it had started just now. */
export const runningInterval = (since: EpochMs, maintenanceDuration: number, now: EpochMs): Interval => ({
  start: since,
  end: Math.max(since, now) + maintenanceDuration,
});

/**
 * Announced maintenance, as an interval. Past its start with no word that it started, it may run all the
 * same: until an event tells otherwise it reaches as far as if it had started just now.
 */
export const scheduledInterval = (
  { start, latest }: Pick<Scheduled, 'start' | 'latest'>,
  maintenanceDuration: number,
  now: EpochMs,
): Interval => ({ start, end: Math.max(latest, now) + maintenanceDuration });

/** Why a start of the weekly window counts, if it does. */
export function weeklyReason(
  { blockOn, state, now }: Pick<Question, 'blockOn' | 'state' | 'now'>,
  start: EpochMs,
): 'weekly' | 'tooEarly' | undefined {
  if (blockOn === 'window' || state.unknown.length > 0) return 'weekly';
  const scheduled = state.scheduled[0]?.start;
  // Atlas plans one after the other: before the start that it has announced none is to come.
  if (scheduled !== undefined && start < scheduled) return undefined;
  if (start - now >= KNOWN_BEFORE) return 'tooEarly';
  // Announced maintenance that is overdue may come with any later start.
  return scheduled !== undefined && scheduled <= now ? 'weekly' : undefined;
}

/** A deploy and what it meets first; but what a person has to hear of first is that some of it is running. */
function blockOf(
  { start, end, line }: DeployInterval,
  first: Threat | undefined,
  { state, maintenanceDuration, now }: Question,
): Block | undefined {
  if (first === undefined) return undefined;
  const running = state.running
    .map(({ since }) => runningInterval(since, maintenanceDuration, now))
    .find(interval => overlaps(interval, { start, end }));
  const reason = running ? 'running' : first.reason;
  return {
    reason,
    maintenance: running ?? { start: first.start, end: first.end },
    deploy: { start, end },
    ...(line !== undefined && { deployLine: line }),
    ...(reason === 'tooEarly' && { knownFrom: first.start - KNOWN_BEFORE }),
  };
}

/** The start of the first deploy from `now` on that meets nothing. */
function firstClear(deploys: readonly Interval[], now: EpochMs, meets: Meets): EpochMs | undefined {
  return deploys.find(deploy => deploy.start >= now && meets(deploy) === undefined)?.start;
}

/** The first time from `start` on, within the `HORIZON`, at which a deploy of some length meets nothing. */
function slideClear(start: EpochMs, length: number, meets: Meets): EpochMs | undefined {
  for (let at = start; at <= start + HORIZON; ) {
    const threat = meets({ start: at, end: at + length });
    if (threat === undefined) return at;
    at = threat.end;
  }
  return undefined;
}

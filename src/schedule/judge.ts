import type { DeployInterval } from './deploy.ts';
import type { MaintenanceState, Scheduled } from './maintenance.ts';
import { type EpochMs, type Interval, overlaps } from './time.ts';
import { HORIZON, HOUR, LONGEST } from './units.ts';
import { type WeeklyWindow, weeklyStarts } from './weekly.ts';

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
  /** The line of the standing deploy window. */
  readonly deployLine?: string;
  /** With `tooEarly`: from when on Atlas has announced it, if it will come. */
  readonly knownFrom?: EpochMs;
}

export interface Judgement {
  readonly overlap: boolean;
  /** The first deploy that meets maintenance, and the first maintenance that it meets. */
  readonly block?: Block;
  /** The next start of the window, and its assumed end. */
  readonly nextStart?: EpochMs;
  readonly nextEnd?: EpochMs;
  /** The start of announced maintenance. */
  readonly scheduledStart?: EpochMs;
  /**
   * The earliest start, not before now nor before the deploy's own, at which a deploy of the same length
   * meets nothing; of a standing deploy window, the start of its first clear occurrence from now on.
   * Absent when there is none within 53 weeks.
   */
  readonly clearAt?: EpochMs;
}

/**
 * Atlas announces maintenance 72 to 48 hours before its start: what is further away than this may still be
 * announced, and what is nearer is not coming unless it has been.
 */
export const ANNOUNCED_BEFORE = 48 * HOUR;

/**
 * Does maintenance meet a deploy? Without a window only maintenance that runs can be known.
 * @throws RangeError when there is no deploy, or the runtime does not know the window's zone
 */
export function judge(question: Question): Judgement {
  const { window, state, deploys, maintenanceDuration, now } = question;
  const [first] = deploys;
  if (first === undefined) throw new RangeError('There is no deploy to judge');
  const standing = first.line !== undefined;
  const earliest = standing ? now : Math.max(first.start, now);
  const length = first.end - first.start;
  const from = Math.min(first.start - maintenanceDuration, now);
  const to = earliest + HORIZON + Math.max(length, LONGEST);
  const starts = window ? weeklyStarts(window, from, to) : [];
  const walk = walks(question, starts);

  const block = firstBlock(deploys, walk());
  const clearAt = standing ? firstClear(deploys, now, walk()) : slideClear(earliest, length, walk());
  const nextStart = starts.find(start => start >= now);
  const scheduled = scheduledOf(state);
  return {
    overlap: block !== undefined,
    ...(block && { block }),
    ...(nextStart !== undefined && { nextStart, nextEnd: nextStart + maintenanceDuration }),
    ...(scheduled && { scheduledStart: scheduled.start }),
    ...(clearAt !== undefined && clearAt <= earliest + HORIZON && { clearAt }),
  };
}

/** A maintenance interval that counts. */
interface Threat extends Interval {
  readonly reason: Reason;
}

/** What a deploy meets first. To be asked for deploys in the order of their starts. */
type Meets = (deploy: Interval) => Threat | undefined;

/**
 * Sorts out the maintenance that counts, and returns what starts a walk along it. A walk leaves behind what
 * ends before a deploy starts: it is over for all later deploys too.
 */
function walks(question: Question, starts: readonly EpochMs[]): () => Meets {
  const { state, maintenanceDuration: length, now } = question;
  const known: Threat[] = [];
  const since = state.kind === 'running' || state.kind === 'unknown' ? state.since : undefined;
  if (since !== undefined) {
    known.push({ reason: 'running', start: since, end: Math.max(since, now) + length });
  }
  const scheduled = scheduledOf(state);
  if (scheduled) known.push({ reason: 'scheduled', ...scheduledInterval(scheduled, length, now) });
  known.sort((a, b) => a.start - b.start);

  const reasonOf = (start: EpochMs) => weeklyReason(question, scheduled?.start, start);
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

function scheduledOf(state: MaintenanceState): Scheduled | undefined {
  if (state.kind === 'running') return state.next;
  return state.kind === 'scheduled' ? state : undefined;
}

/** A loop, not `find`: the gate asks it hundreds of times a project. */
function firstOf(known: readonly Threat[], deploy: Interval): Threat | undefined {
  for (const threat of known) if (overlaps(threat, deploy)) return threat;
  return undefined;
}

/**
 * Announced maintenance, as an interval. Past its start with no word that it started, it may run all the
 * same: until an event tells otherwise it reaches as far as if it had started just now.
 */
export const scheduledInterval = (
  { start }: { readonly start: EpochMs },
  maintenanceDuration: number,
  now: EpochMs,
): Interval => ({ start, end: Math.max(start, now) + maintenanceDuration });

/** Why a start of the weekly window counts, if it does. */
function weeklyReason(
  { blockOn, state, now }: Question,
  scheduled: EpochMs | undefined,
  start: EpochMs,
): Reason | undefined {
  if (blockOn === 'window' || state.kind === 'unknown') return 'weekly';
  if (scheduled !== undefined && start < scheduled) return undefined;
  if (start - now >= ANNOUNCED_BEFORE) return 'tooEarly';
  // Announced maintenance that is overdue may come with any later start.
  return scheduled !== undefined && scheduled <= now ? 'weekly' : undefined;
}

function firstBlock(deploys: readonly DeployInterval[], meets: Meets): Block | undefined {
  for (const deploy of deploys) {
    const threat = meets(deploy);
    if (threat === undefined) continue;
    const { reason, start, end } = threat;
    return {
      reason,
      maintenance: { start, end },
      deploy: { start: deploy.start, end: deploy.end },
      ...(deploy.line !== undefined && { deployLine: deploy.line }),
      ...(reason === 'tooEarly' && { knownFrom: start - ANNOUNCED_BEFORE }),
    };
  }
  return undefined;
}

/** The start of the first deploy from `now` on that meets nothing. */
function firstClear(deploys: readonly Interval[], now: EpochMs, meets: Meets): EpochMs | undefined {
  return deploys.find(deploy => deploy.start >= now && meets(deploy) === undefined)?.start;
}

/** The first time from `start` on at which a deploy of some length meets nothing. */
function slideClear(start: EpochMs, length: number, meets: Meets): EpochMs {
  const threat = meets({ start, end: start + length });
  return threat === undefined ? start : slideClear(threat.end, length, meets);
}

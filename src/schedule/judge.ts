import type { DeployInterval } from './deploy.ts';
import type { MaintenanceState } from './maintenance.ts';
import { type EpochMs, type Interval, overlaps } from './time.ts';
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
  const longest = deploys.reduce((ms, { start, end }) => Math.max(ms, end - start), 0);
  const all = threats(question, first.start, earliest + HORIZON + longest);

  const block = firstBlock(deploys, all);
  const clearAt = standing
    ? firstClear(
        deploys.filter(({ start }) => start >= now),
        all,
      )
    : slideClear(earliest, longest, all);
  const nextStart = window && nextWeeklyStart(window, now);
  const planned = state.kind === 'running' ? state.next : state;
  return {
    overlap: block !== undefined,
    ...(block && { block }),
    ...(nextStart !== undefined && { nextStart, nextEnd: nextStart + maintenanceDuration }),
    ...(planned?.kind === 'scheduled' && { scheduledStart: planned.start }),
    ...(clearAt !== undefined && clearAt <= earliest + HORIZON && { clearAt }),
  };
}

/** Maintenance that counts. */
interface Threat extends Interval {
  readonly reason: Reason;
}

/** All that counts and touches [from, to), in the order of starts, each start once. */
function threats(question: Question, from: EpochMs, to: EpochMs): Threat[] {
  const { window, state, maintenanceDuration: length, now } = question;
  const found: Threat[] = [];
  const since = state.kind === 'running' || state.kind === 'unknown' ? state.since : undefined;
  if (since !== undefined) {
    found.push({ reason: 'running', start: since, end: Math.max(since, now) + length });
  }
  const planned = state.kind === 'running' ? state.next : state;
  const scheduled = planned?.kind === 'scheduled' ? planned : undefined;
  if (scheduled) found.push({ reason: 'scheduled', ...scheduledInterval(scheduled, length, now) });
  for (const start of window ? weeklyStarts(window, from - length, to) : []) {
    const reason = weeklyReason(question, scheduled?.start, start);
    if (reason !== undefined && start !== scheduled?.start)
      found.push({ reason, start, end: start + length });
  }
  return found.sort((a, b) => a.start - b.start);
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

/**
 * Finds what a deploy meets first. Asked for deploys in the order of their starts, it walks the threats once:
 * what ends before one deploy starts is over for all later ones too.
 */
function walker(all: readonly Threat[]): (deploy: Interval) => Threat | undefined {
  let passed = 0;
  return deploy => {
    let threat = all[passed];
    while (threat !== undefined && threat.end <= deploy.start) {
      passed += 1;
      threat = all[passed];
    }
    return threat !== undefined && overlaps(threat, deploy) ? threat : undefined;
  };
}

function firstBlock(deploys: readonly DeployInterval[], all: readonly Threat[]): Block | undefined {
  const meets = walker(all);
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

/** The first of some deploys that meets nothing. */
function firstClear(deploys: readonly Interval[], all: readonly Threat[]): EpochMs | undefined {
  const meets = walker(all);
  return deploys.find(deploy => meets(deploy) === undefined)?.start;
}

/** The first time from `start` on at which a deploy of some length meets nothing. */
function slideClear(start: EpochMs, length: number, all: readonly Threat[]): EpochMs {
  const meets = walker(all);
  let at = start;
  for (
    let threat = meets({ start: at, end: at + length });
    threat;
    threat = meets({ start: at, end: at + length })
  ) {
    at = threat.end;
  }
  return at;
}

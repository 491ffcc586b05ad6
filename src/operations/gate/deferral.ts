/** `onOverlap: defer`. */

import type { EpochMs } from '../../schedule/interval.ts';
import { judge } from '../../schedule/judge.ts';
import type { Scheduled } from '../../schedule/maintenance.ts';
import { WEEK } from '../../schedule/units.ts';
import { nextStartsAfter, type WeeklyWindow } from '../../schedule/weekly.ts';
import { deferOnce } from '../defer.ts';
import { isRefusal, type Outcome, type Project, requireWindow, settle } from '../project.ts';
import { type GateTask, verdictOf } from './task.ts';
import type { ByProject, Look, View } from './view.ts';

/** Why nothing was deferred of a project. */
export type Hindrance =
  | 'running'
  | 'unknown'
  | 'nothingScheduled'
  | 'overdue'
  /** More than one maintenance is scheduled, and which one Atlas would defer is not known. */
  | 'several'
  /** The deploy would still meet maintenance. */
  | 'noHelp'
  /** The step would fail over another project all the same. */
  | 'others';

/** From when to when maintenance moves. */
export interface Move {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** What came of it for a project that a deploy meets. */
export type Deferral =
  | { readonly moved: Move }
  /** In a dry run. */
  | { readonly wouldMove: Move }
  | { readonly refused: string }
  | { readonly not: Hindrance };

/** Defers what blocks, only where the whole step passes with it; says for each project that blocks what came of that. */
export async function deferAll(
  views: ByProject<Outcome<View>>,
  task: GateTask,
): Promise<Map<Project, Outcome<Deferral>>> {
  const blocked = new Map<Project, View>();
  let others = false;
  for (const [project, view] of views) {
    if ('error' in view) others = true;
    else if (view.done.judgement.overlap) blocked.set(project, view.done);
    else others ||= verdictOf(view.done.judgement, task) === 'fail';
  }
  const hindrances = new Map(
    [...blocked].map(([project, view]) => [project, hindrance(project, view, task)]),
  );
  if (others || [...hindrances.values()].some(Boolean))
    return new Map([...hindrances].map(([project, not = 'others']) => [project, { done: { not } }] as const));
  return await spend(blocked);
}

/** What keeps the deploy from passing with the maintenance that it meets moved by a week, if anything does. */
function hindrance(
  { maintenanceDuration }: Project,
  view: View,
  { blockOn }: GateTask,
): Hindrance | undefined {
  const { state, judgement, window, now } = view;
  const [scheduled, ...more] = state.scheduled;
  if (state.running.length > 0) return 'running';
  if (judgement.unknown.length > 0 || !window.configured) return 'unknown';
  if (scheduled === undefined) return 'nothingScheduled';
  if (scheduled.start <= now) return 'overdue';
  // Several starts that are possible for one maintenance move together.
  if (more.some(({ announced }) => announced !== scheduled.announced)) return 'several';
  const moved = { ...state, scheduled: state.scheduled.flatMap(planned => weekLater(planned, window)) };
  return judge({ ...view, window, state: moved, maintenanceDuration, blockOn }).overlap
    ? 'noHelp'
    : undefined;
}

/** Announced maintenance after one more deferral: every start that is possible then. */
function weekLater(planned: Scheduled, window: WeeklyWindow): Scheduled[] {
  const { start, latest } = planned;
  const deferrals = planned.deferrals + 1;
  return start === latest
    ? nextStartsAfter(window, start).map(moved => ({ ...planned, start: moved, latest: moved, deferrals }))
    : [{ ...planned, start: start + WEEK, latest: latest + WEEK, deferrals }];
}

/**
 * One after the other and the most urgent first: where one is refused the step fails, and the deferrals of those that
 * follow are not spent.
 */
async function spend(blocked: ByProject<View>): Promise<Map<Project, Outcome<Deferral>>> {
  const startOf = ({ state: { scheduled } }: View) =>
    (scheduled.find(({ start, latest }) => start === latest) ?? scheduled[0])?.start ?? 0;
  const deferrals = new Map<Project, Outcome<Deferral>>();
  let stopped = false;
  for (const [project, view] of [...blocked].sort(([, a], [, b]) => startOf(a) - startOf(b))) {
    const deferral: Outcome<Deferral> = stopped
      ? { done: { not: 'others' } }
      : await settle(() => deferOf(project, view, startOf(view)));
    stopped ||= 'error' in deferral || 'refused' in deferral.done;
    deferrals.set(project, deferral);
  }
  return deferrals;
}

async function deferOf(project: Project, view: View, from: EpochMs): Promise<Deferral> {
  const window = requireWindow(view.window);
  const move = { from, to: Math.min(...nextStartsAfter(window, from)) };
  if (project.dryRun) return { wouldMove: move };
  try {
    await deferOnce(project, window);
    return { moved: move };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { refused: error.message };
  }
}

const DEFERRED = 'ATLAS_MAINTENANCE_DEFERRED';

/** The look after a deferral of this step's own: that it happened is known, also where the feed of events lags. */
export function withDeferral(look: Look, before: Look, now: EpochMs): Look {
  const deferrals = ({ events }: Look) =>
    'unreadable' in events ? [] : events.filter(({ eventTypeName }) => eventTypeName === DEFERRED);
  const old = new Set(deferrals(before).map(({ created }) => created));
  if ('unreadable' in look.events || deferrals(look).some(({ created }) => !old.has(created))) return look;
  return { ...look, events: [...look.events, { created: now, eventTypeName: DEFERRED }] };
}

/** `onOverlap: defer`. */

import { deferralSpan, type Hindrance, hindranceOf, type Move, moveOf } from '../../schedule/deferral.ts';
import type { EpochMs } from '../../schedule/interval.ts';
import { deferOnce } from '../defer.ts';
import { isRefusal, type Outcome, type Project, requireWindow, settle } from '../project.ts';
import { USUAL_DEFERRALS } from '../window.ts';
import { type GateTask, verdictOf } from './task.ts';
import { type ByProject, type Look, questionOf, type View } from './view.ts';

/** What came of it for a project that a deploy meets. */
export type Deferral =
  | { readonly moved: Move }
  /** In a dry run. */
  | { readonly wouldMove: Move }
  | { readonly refused: string }
  /** `others`: the step would fail over another project all the same. */
  | { readonly not: Hindrance | 'others' };

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
    [...blocked].map(([project, view]) => {
      const { maintenanceDuration } = project;
      return [project, hindranceOf(questionOf(view, { ...task, maintenanceDuration }))] as const;
    }),
  );
  if (!others && ![...hindrances.values()].some(Boolean)) return await spend(blocked);
  return new Map(
    [...hindrances].map(([project, not]): [Project, Outcome<Deferral>] => [
      project,
      { done: { not: not ?? 'others' } },
    ]),
  );
}

/**
 * One after the other: where one is refused the step fails, and the deferrals of those that follow are not spent. So
 * the doubtful come first, then the most urgent.
 */
async function spend(blocked: ByProject<View>): Promise<Map<Project, Outcome<Deferral>>> {
  const startOf = ({ state: { scheduled } }: View) => scheduled[0]?.start ?? 0;
  const deferrals = new Map<Project, Outcome<Deferral>>();
  let stopped = false;
  const sorted = [...blocked].sort(
    ([, a], [, b]) => Number(isDoubtful(b)) - Number(isDoubtful(a)) || startOf(a) - startOf(b),
  );
  for (const [project, view] of sorted) {
    const deferral: Outcome<Deferral> = stopped
      ? { done: { not: 'others' } }
      : await settle(() => deferOf(project, view));
    stopped ||= 'error' in deferral || 'refused' in deferral.done;
    deferrals.set(project, deferral);
  }
  return deferrals;
}

/** Will Atlas refuse, by what is known of its rules? It is asked all the same, since it makes exceptions. */
function isDoubtful({ window, state: { scheduled }, now }: View): boolean {
  const [span] = scheduled.map(deferralSpan);
  // What it is too late to defer is the most urgent anyway.
  const isInTime = span !== undefined && span.start <= now;
  return !isInTime || (window.numberOfDeferrals ?? 0) >= USUAL_DEFERRALS;
}

async function deferOf(project: Project, view: View): Promise<Deferral> {
  const window = requireWindow(view.window);
  const move = moveOf(view.state, window);
  if (move === undefined) return { not: 'nothingScheduled' };
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

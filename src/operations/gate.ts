import { AtlasError } from '../atlas/client.ts';
import { type Deploy, type DeployInterval, resolveDeploys } from '../schedule/deploy.ts';
import { type BlockOn, judge, scheduledInterval } from '../schedule/judge.ts';
import { EVENTS_LOOKBACK_MS, MAINTENANCE_EVENT_TYPES, maintenanceState } from '../schedule/maintenance.ts';
import { overlaps } from '../schedule/time.ts';
import type { Zone } from '../schedule/zone.ts';
import { deferOnce } from './defer.ts';
import {
  type Done,
  type GateView,
  isRefusal,
  type Project,
  read,
  requireWindow,
  type Verdict,
} from './project.ts';

export type OnOverlap = 'fail' | 'warn' | 'ignore' | 'defer';

export interface GateTask {
  readonly deploy: Deploy;
  readonly zone: Zone;
  readonly blockOn: BlockOn;
  readonly onOverlap: OnOverlap;
  /** What to do when nobody can know whether maintenance would meet the deploy. */
  readonly onUnknown: 'fail' | 'warn';
}

/**
 * GET, events → judge → policy.
 *
 * @param maintenanceDuration milliseconds
 * @returns the gate for any number of projects: all meet the same deploy, also one that starts now
 */
export function gate(task: GateTask, maintenanceDuration: number): (project: Project) => Promise<Done> {
  let deploys: readonly DeployInterval[] | undefined;

  const look = async (project: Project): Promise<GateView> => {
    const { window, events, now } = await observe(project);
    deploys ??= deploysAt(task.deploy, now);
    const set = window.configured ? window : undefined;
    const { state, notes } = maintenanceState(events, set, now);
    for (const note of notes) project.log.info(note);
    const { blockOn } = task;
    const judgement = judge({ window: set, state, deploys, maintenanceDuration, blockOn, now });
    return { window, now, deploys, state, judgement };
  };
  const judged = (view: GateView) =>
    ({ did: 'judged', view, verdict: verdictOf(view, task.onOverlap) }) as const;

  return async project => {
    const view = await look(project);
    if (task.onOverlap !== 'defer' || !scheduledOverlaps(view, maintenanceDuration)) return judged(view);
    if (project.dryRun) return { ...judged(view), deferral: 'wouldDefer' };
    try {
      await deferOnce(project, requireWindow(view.window));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { ...judged(view), deferral: { refused: error.message } };
    }
    return { ...judged(await look(project)), deferral: 'deferred' };
  };
}

/** Is it announced maintenance, which can be deferred, that a deploy meets? */
const scheduledOverlaps = ({ state, deploys, now }: GateView, maintenanceDuration: number): boolean =>
  state.kind === 'scheduled' &&
  deploys.some(deploy => overlaps(deploy, scheduledInterval(state, maintenanceDuration, now)));

/** Window and events; events that cannot be read are a warning, and `undefined`. */
async function observe(project: Project) {
  const { atlas, outcome } = project;
  const window = await read(project);
  const query = { eventTypes: MAINTENANCE_EVENT_TYPES, minDate: atlas.now() - EVENTS_LOOKBACK_MS };
  const events = await atlas.listEvents(outcome.groupId, query).catch((error: unknown) => {
    // Without time or after a cancel nothing more can be known: that is a failure, not an unknown state.
    if (!(error instanceof AtlasError) || project.deadline.signal.aborted) throw error;
    outcome.warnings.push(
      `Whether maintenance is scheduled or running is unknown, so every weekly start of the window counts: the project's events could not be read. ${error.message}.`,
    );
    return undefined;
  });
  return { window, events, now: atlas.now() };
}

function deploysAt(deploy: Deploy, now: number): DeployInterval[] {
  try {
    return resolveDeploys(deploy, now);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AtlasError({
      code: 'NO_DEPLOY',
      message: error.message.replace(/\.$/, ''),
      outcome: 'refused',
    });
  }
}

/** Policy apart from judgement. */
function verdictOf({ judgement, window }: GateView, onOverlap: OnOverlap): Verdict {
  if (judgement.overlap) return onOverlap === 'warn' ? 'warn' : onOverlap === 'ignore' ? 'pass' : 'fail';
  // Without a window Atlas may start maintenance whenever it chooses.
  return window.configured ? 'pass' : 'warn';
}

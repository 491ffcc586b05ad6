import { AtlasError } from '../atlas/client.ts';
import { type Deploy, type DeployInterval, resolveDeploys } from '../schedule/deploy.ts';
import { type BlockOn, judge, scheduledInterval } from '../schedule/judge.ts';
import { EVENTS_LOOKBACK_MS, MAINTENANCE_EVENT_TYPES, maintenanceState } from '../schedule/maintenance.ts';
import { overlaps } from '../schedule/time.ts';
import type { Zone } from '../schedule/zone.ts';
import { deferOnce } from './defer.ts';
import { type Done, type GateView, type Project, read, requireWindow, type Verdict } from './project.ts';

export type OnOverlap = 'fail' | 'warn' | 'ignore' | 'defer';

export interface GateTask {
  readonly deploy: Deploy;
  readonly zone: Zone;
  readonly blockOn: BlockOn;
  readonly onOverlap: OnOverlap;
}

/** GET, events → judge → policy. */
export async function gate(project: Project, task: GateTask, maintenanceDuration: number): Promise<Done> {
  const view = await look(project, task, maintenanceDuration);
  const { state, deploys } = view;
  const deferrable =
    task.onOverlap === 'defer' &&
    state.kind === 'scheduled' &&
    deploys.some(deploy => overlaps(deploy, scheduledInterval(state, maintenanceDuration, view.now)));
  if (!deferrable) return judged(task, view);
  if (project.dryRun) return { ...judged(task, view), deferral: 'wouldDefer' };
  try {
    await deferOnce(project, requireWindow(view.window));
  } catch (error) {
    if (!(error instanceof AtlasError) || error.outcome !== 'refused') throw error;
    return { ...judged(task, view), deferral: error };
  }
  return { ...judged(task, await look(project, task, maintenanceDuration)), deferral: 'deferred' };
}

async function look(project: Project, task: GateTask, maintenanceDuration: number): Promise<GateView> {
  const { atlas } = project;
  const window = await read(project);
  const events = await atlas
    .listEvents(project.outcome.groupId, {
      eventTypes: MAINTENANCE_EVENT_TYPES,
      minDate: atlas.now() - EVENTS_LOOKBACK_MS,
    })
    .catch((error: unknown) => {
      // Without time or after a cancel nothing more can be known: that is a failure, not an unknown state.
      if (!(error instanceof AtlasError) || project.deadline.signal.aborted) throw error;
      project.outcome.warnings.push(
        `Whether maintenance is scheduled or running is unknown, so every weekly start of the window counts. The project's events could not be read: ${error.message}`,
      );
      return undefined;
    });
  const now = atlas.now();
  const { state, notes } = maintenanceState(events, window.configured ? window : undefined, now);
  for (const note of notes) project.log.info(note);
  const deploys = deploysAt(task.deploy, now);
  const judgement = judge({
    window: window.configured ? window : undefined,
    state,
    deploys,
    maintenanceDuration,
    blockOn: task.blockOn,
    now,
  });
  return { window, now, deploys, state, judgement };
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

function judged(task: GateTask, view: GateView): Extract<Done, { did: 'judged' }> {
  return { did: 'judged', view, verdict: verdictOf(view, task.onOverlap) };
}

/** Policy apart from judgement. */
function verdictOf({ judgement, window }: GateView, onOverlap: OnOverlap): Verdict {
  if (judgement.overlap) return onOverlap === 'warn' ? 'warn' : onOverlap === 'ignore' ? 'pass' : 'fail';
  // Without a window Atlas may start maintenance whenever it chooses.
  return window.configured ? 'pass' : 'warn';
}

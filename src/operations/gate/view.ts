import { AtlasError } from '../../atlas/client.ts';
import type { MaintenanceWindow } from '../../atlas/window.ts';
import { Complaint } from '../../complaint.ts';
import { type Deploy, type DeployInterval, type Resolved, resolveDeploys } from '../../schedule/deploy.ts';
import type { EpochMs } from '../../schedule/interval.ts';
import { type BlockOn, type Judgement, judge, type Question } from '../../schedule/judge.ts';
import {
  EVENTS_LOOKBACK_MS,
  MAINTENANCE_EVENT_TYPES,
  type MaintenanceEvent,
  type MaintenanceState,
  maintenanceState,
  type Over,
} from '../../schedule/maintenance.ts';
import { Failure } from '../failure.ts';
import { type Outcome, type Project, read, settle } from '../project.ts';

/** By project, in their order. */
export type ByProject<T> = ReadonlyMap<Project, T>;

/** What one look at a project brought. */
export interface Look {
  readonly window: MaintenanceWindow;
  readonly events: readonly MaintenanceEvent[] | { readonly unreadable: string };
}

/** Window and events; events that cannot be read are no failure, but nothing can be known without them. */
export async function look(project: Project): Promise<Look> {
  const { atlas, id, deadline } = project;
  const window = await read(project);
  const query = { eventTypes: MAINTENANCE_EVENT_TYPES, minDate: atlas.now() - EVENTS_LOOKBACK_MS };
  const events = await atlas.listEvents(id, query).catch((error: unknown) => {
    // Without time or after a cancel nothing more can be known: that is a failure, not an unknown state.
    if (!(error instanceof AtlasError) || deadline.signal.aborted) throw error;
    return { unreadable: error.message };
  });
  return { window, events };
}

/** What a look means for the deploy. */
export interface View extends Look {
  readonly now: EpochMs;
  readonly deploys: readonly DeployInterval[];
  /** Those of a plan that are over. */
  readonly past: readonly DeployInterval[];
  readonly state: MaintenanceState;
  /** Taken to be over, since nothing was heard of it for a week. */
  readonly over: readonly Over[];
  /** For the log. */
  readonly notes: readonly string[];
  readonly judgement: Judgement;
}

/** Judges all at one moment, the last look, so that a deploy that starts now starts then for all. */
export async function viewAll(
  looks: ByProject<Outcome<Look>>,
  { deploy, blockOn }: { readonly deploy: Deploy; readonly blockOn: BlockOn },
): Promise<Map<Project, Outcome<View>>> {
  const views = new Map<Project, Outcome<View>>();
  let now: EpochMs | undefined;
  for (const [project, look] of looks) {
    now ??= project.atlas.now();
    const at = now;
    const { maintenanceDuration } = project;
    views.set(
      project,
      'error' in look
        ? look
        : await settle(() => viewOf(look.done, deploy, { blockOn, maintenanceDuration }, at)),
    );
  }
  return views;
}

type Policy = Pick<Question, 'blockOn' | 'maintenanceDuration'>;

/** What the schedule is asked about a view. */
export const questionOf = (
  { window, state, deploys, now }: Pick<View, 'window' | 'state' | 'deploys' | 'now'>,
  { blockOn, maintenanceDuration }: Policy,
): Question => ({
  window: window.configured ? window : undefined,
  state,
  deploys,
  maintenanceDuration,
  blockOn,
  now,
});

function viewOf(look: Look, deploy: Deploy, policy: Policy, now: EpochMs): View {
  const window = look.window.configured ? look.window : undefined;
  const events = 'unreadable' in look.events ? undefined : look.events;
  const { state, notes, over } = maintenanceState(events, window, now);
  const { deploys, over: past } = deploysAt(deploy, now);
  const seen = { ...look, now, deploys, past, state, over, notes };
  return { ...seen, judgement: judge(questionOf(seen, policy)) };
}

/** @throws {Failure} where `resolve` complains, such as of a deploy that is over */
export function deploysAt(deploy: Deploy, now: EpochMs, resolve = resolveDeploys): Resolved {
  try {
    return resolve(deploy, now);
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    throw Failure.because('NO_DEPLOY', error.message);
  }
}

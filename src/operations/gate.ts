import { AtlasError } from '../atlas/client.ts';
import type { MaintenanceWindow } from '../atlas/window.ts';
import { Complaint } from '../complaint.ts';
import { type Deploy, type DeployInterval, resolveDeploys } from '../schedule/deploy.ts';
import { type BlockOn, type Judgement, judge } from '../schedule/judge.ts';
import {
  EVENTS_LOOKBACK_MS,
  MAINTENANCE_EVENT_TYPES,
  type MaintenanceEvent,
  maintenanceState,
  type Scheduled,
} from '../schedule/maintenance.ts';
import { WEEK } from '../schedule/units.ts';
import { nextStartsAfter, type WeeklyWindow } from '../schedule/weekly.ts';
import type { Zone } from '../schedule/zone.ts';
import { deferOnce } from './defer.ts';
import {
  type Deferral,
  eachInTurns,
  type GateView,
  type Hindrance,
  isRefusal,
  type Outcome,
  type Project,
  read,
  requireWindow,
  settle,
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

/** What one look at a project brought. */
interface Look {
  readonly window: MaintenanceWindow;
  /** `undefined`: they could not be read. */
  readonly events: readonly MaintenanceEvent[] | undefined;
}

/** By project, those left out that could not be looked at or judged: their outcome says why. */
type ByProject<T> = ReadonlyMap<Project, T>;

/**
 * Looks at all projects, then judges them together at the moment of the last look, so that a deploy that starts now
 * starts then for all. Only after that something may be deferred; what was is looked at and judged again.
 *
 * @param maintenanceDuration milliseconds
 */
export function gate(
  task: GateTask,
  maintenanceDuration: number,
  tell: (outcome: Outcome) => void,
): (projects: readonly Project[]) => Promise<void> {
  const { blockOn } = task;
  const viewOf = ({ window, events }: Look, now: number): GateView => {
    const set = window.configured ? window : undefined;
    const { state, notes, over } = maintenanceState(events, set, now);
    const deploys = deploysAt(task.deploy, now);
    const judgement = judge({ window: set, state, deploys, maintenanceDuration, blockOn, now });
    return { window, now, deploys, state, over, notes, judgement };
  };
  /** Would the deploy pass if the maintenance that it meets were moved by a week? Else what stands against it. */
  const hindrance = (view: GateView): Hindrance | undefined => {
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
  };

  return async projects => {
    const looks = await lookAt(projects, tell);
    let views = await judgeAll(looks, viewOf);
    let deferrals: ByProject<Deferral> = new Map();
    if (task.onOverlap === 'defer') {
      const blocked = [...views].filter(([, { judgement }]) => judgement.overlap);
      const hindrances = new Map(blocked.map(([project, view]) => [project, hindrance(view)]));
      const unhelped =
        projects.some(({ outcome }) => outcome.error) || [...hindrances.values()].some(Boolean);
      const stuck = [...views.values()].some(
        ({ judgement }) => !judgement.overlap && verdictOf(judgement, task) === 'fail',
      );
      deferrals =
        unhelped || stuck
          ? new Map(blocked.map(([project]) => [project, { not: hindrances.get(project) ?? 'others' }]))
          : await deferAll(new Map(blocked));
      const moved = [...deferrals].flatMap(([project, deferral]) =>
        'to' in deferral && !project.dryRun ? [project] : [],
      );
      if (moved.length > 0) {
        const again = [...(await lookAt(moved))].map(
          ([project, look]) =>
            [project, withDeferral(look, looks.get(project), project.atlas.now())] as const,
        );
        views = await judgeAll(new Map([...looks, ...again]), viewOf);
      }
    }
    for (const [project, view] of views) {
      for (const note of view.notes) project.log.info(note);
      const deferral = deferrals.get(project);
      const verdict = verdictOf(view.judgement, task);
      project.outcome.done = { did: 'judged', view, verdict, ...(deferral && { deferral }) };
    }
  };
}

/** Announced maintenance after one more deferral: every start that is possible then. */
function weekLater(planned: Scheduled, window: WeeklyWindow): Scheduled[] {
  const { start, latest } = planned;
  const deferrals = planned.deferrals + 1;
  return start === latest
    ? nextStartsAfter(window, start).map(moved => ({ ...planned, start: moved, latest: moved, deferrals }))
    : [{ ...planned, start: start + WEEK, latest: latest + WEEK, deferrals }];
}

/** Reads window and events of each. */
async function lookAt(
  projects: readonly Project[],
  tell?: (outcome: Outcome) => void,
): Promise<ByProject<Look>> {
  const looks = new Map<Project, Look>();
  const work = async (project: Project) => {
    looks.set(project, await look(project));
  };
  await eachInTurns(projects, work, tell);
  return looks;
}

const DEFERRED = 'ATLAS_MAINTENANCE_DEFERRED';

/** The look after a deferral of this step's own: that it happened is known, also where the feed of events lags. */
function withDeferral(look: Look, before: Look | undefined, now: number): Look {
  const deferrals = (events: Look['events']) =>
    (events ?? []).filter(({ eventTypeName }) => eventTypeName === DEFERRED).map(({ created }) => created);
  const old = new Set(deferrals(before?.events));
  if (look.events === undefined || deferrals(look.events).some(created => !old.has(created))) return look;
  return { ...look, events: [...look.events, { created: now, eventTypeName: DEFERRED }] };
}

/** Judges all at one moment: the last look. */
async function judgeAll(
  looks: ByProject<Look>,
  viewOf: (look: Look, now: number) => GateView,
): Promise<ByProject<GateView>> {
  const views = new Map<Project, GateView>();
  let now: number | undefined;
  for (const [project, look] of looks) {
    if (project.outcome.error) continue;
    now ??= project.atlas.now();
    const at = now;
    await settle(project, async () => {
      views.set(project, viewOf(look, at));
    });
  }
  return views;
}

/**
 * Defers what each of the projects has scheduled, one after the other and the most urgent first: where one is
 * refused the step fails, and the deferrals of those that follow are not spent.
 */
async function deferAll(blocked: ByProject<GateView>): Promise<ByProject<Deferral>> {
  const startOf = ({ state: { scheduled } }: GateView) =>
    (scheduled.find(({ start, latest }) => start === latest) ?? scheduled[0])?.start ?? 0;
  const deferrals = new Map<Project, Deferral>();
  let stopped = false;
  for (const [project, view] of [...blocked].sort(([, a], [, b]) => startOf(a) - startOf(b))) {
    const window = requireWindow(view.window);
    const from = startOf(view);
    const moved = { from, to: Math.min(...nextStartsAfter(window, from)) };
    if (stopped) {
      deferrals.set(project, { not: 'others' });
    } else if (project.dryRun) {
      deferrals.set(project, moved);
    } else {
      const done = await settle(project, async () => {
        try {
          await deferOnce(project, window);
          deferrals.set(project, moved);
        } catch (error) {
          if (!isRefusal(error)) throw error;
          deferrals.set(project, { refused: error.message });
          stopped = true;
        }
      });
      stopped ||= !done;
    }
  }
  return deferrals;
}

/** Window and events; events that cannot be read are a warning, and `undefined`. */
async function look(project: Project): Promise<Look> {
  const { atlas, outcome } = project;
  const window = await read(project);
  const query = { eventTypes: MAINTENANCE_EVENT_TYPES, minDate: atlas.now() - EVENTS_LOOKBACK_MS };
  const events = await atlas.listEvents(outcome.groupId, query).catch((error: unknown) => {
    // Without time or after a cancel nothing more can be known: that is a failure, not an unknown state.
    if (!(error instanceof AtlasError) || project.deadline.signal.aborted) throw error;
    outcome.warnings.push(
      `Whether maintenance is scheduled or running is unknown: the project's events could not be read. ${error.message}.`,
    );
    return undefined;
  });
  return { window, events };
}

function deploysAt(deploy: Deploy, now: number): readonly DeployInterval[] {
  try {
    return resolveDeploys(deploy, now).deploys;
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    throw new AtlasError({ code: 'NO_DEPLOY', message: error.message, outcome: 'refused' });
  }
}

/** Policy apart from judgement: the stricter of what overlap and what ignorance call for. */
export function verdictOf(
  { overlap, unknown }: Judgement,
  { onOverlap, onUnknown }: Pick<GateTask, 'onOverlap' | 'onUnknown'>,
): Verdict {
  if (unknown.length > 0 && onUnknown === 'fail') return 'fail';
  if (overlap && onOverlap !== 'warn' && onOverlap !== 'ignore') return 'fail';
  return (overlap && onOverlap === 'warn') || unknown.length > 0 ? 'warn' : 'pass';
}

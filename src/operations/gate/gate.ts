import { formatDuration } from '../../schedule/duration.ts';
import type { Facts } from '../../words/facts.ts';
import { moment } from '../../words/instants.ts';
import { fleetOperation } from '../operation.ts';
import { eachInTurns, type Outcome, type Progress, type Project } from '../project.ts';
import { WINDOW_COLUMNS, windowCells } from '../window.ts';
import { type Deferral, deferAll, withDeferral } from './deferral.ts';
import { besideEmpty, tellNoClusters } from './noClusters.ts';
import { type GateTask, INPUTS, readTask, verdictOf } from './task.ts';
import { type Judged, tellJudged } from './tell.ts';
import { type ByProject, type Look, look, type View, viewAll } from './view.ts';

/** GET, events → judge → policy. */
export const gate = fleetOperation({
  inputs: INPUTS,
  wish: readTask,
  frame: (_name, { deploy }, { maintenanceDuration }) => ({
    heading: 'Atlas maintenance gate',
    failure: 'blocked',
    failed: many => `block${many ? '' : 's'} the deploy`,
    passed: told => `Clear: none of ${told.length} projects has maintenance in the way.`,
    columns: [...WINDOW_COLUMNS, 'Maintenance', 'Clear from'],
    zone: deploy.zone.id,
    assumptions: [
      `Maintenance is assumed to last ${formatDuration(maintenanceDuration)} (\`maintenanceDuration\`): Atlas publishes no length.`,
      'Atlas does urgent maintenance, such as security patches, at any time: a clear verdict is not a promise.',
    ],
  }),
  zone: ({ deploy }) => deploy.zone.id,
  // A gate that could not judge is closed.
  failed: { verdict: 'fail' },
  run: besideEmpty<Judged>(judgeProjects),
  tell: { judged: tellJudged, noClusters: tellNoClusters },
  cells: (window, { now }, { deploy }) => windowCells(window, now, at => moment(at, deploy.zone.id)),
});

const SPENT: Partial<Facts> = { changed: true, deferred: true };

/**
 * Looks at all projects, then judges them together. Only after that something may be deferred; what was is looked at
 * and judged again.
 */
async function judgeProjects(
  projects: readonly Project[],
  task: GateTask,
  progress: Progress,
): Promise<Outcome<Judged>[]> {
  const looks = await lookAt(projects, progress);
  let views = await viewAll(looks, task);
  const deferrals = task.onOverlap === 'defer' ? await deferAll(views, task) : new Map<Project, never>();
  const moved = projects.filter(project => isSpent(deferrals.get(project)));
  if (moved.length > 0) {
    const again = [...(await lookAt(moved))].map(
      ([project, look]) => [project, known(look, looks.get(project), project.atlas.now())] as const,
    );
    views = await viewAll(new Map([...looks, ...again]), task);
  }
  return [...views].map(([project, view]) => outcomeOf(project, view, deferrals.get(project), task));
}

const isSpent = (deferral: Outcome<Deferral> | undefined): boolean =>
  deferral !== undefined && 'done' in deferral && 'moved' in deferral.done;

/** Reads window and events of each. */
async function lookAt(
  projects: readonly Project[],
  progress: Progress = () => {},
): Promise<ByProject<Outcome<Look>>> {
  const looks = await eachInTurns(projects, look, (project, outcome) =>
    progress(project, 'done' in outcome ? 'was looked at' : 'has failed'),
  );
  return new Map(projects.flatMap((project, index) => (looks[index] ? [[project, looks[index]]] : [])));
}

const known = (again: Outcome<Look>, before: Outcome<Look> | undefined, now: number): Outcome<Look> =>
  'done' in again && before && 'done' in before
    ? { done: withDeferral(again.done, before.done, now) }
    : again;

function outcomeOf(
  { log }: Project,
  view: Outcome<View>,
  deferral: Outcome<Deferral> | undefined,
  task: GateTask,
): Outcome<Judged> {
  if (deferral && 'error' in deferral) return deferral;
  if ('error' in view) return isSpent(deferral) ? { ...view, did: SPENT } : view;
  for (const note of view.done.notes) log.info(note);
  const verdict = verdictOf(view.done.judgement, task);
  return {
    done: {
      did: 'judged',
      window: view.done.window,
      view: view.done,
      verdict,
      ...(deferral && { deferral: deferral.done }),
    },
  };
}

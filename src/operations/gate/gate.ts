import { formatDuration } from '../../schedule/duration.ts';
import { SECOND } from '../../schedule/units.ts';
import { coded } from '../../text.ts';
import type { Facts } from '../../words/facts.ts';
import { moment } from '../../words/instants.ts';
import { fleetOperation } from '../operation.ts';
import { eachInTurns, type Outcome, type Progress, type Project, type Runtime } from '../project.ts';
import { WINDOW_COLUMNS, windowCells } from '../window.ts';
import { type Deferral, deferAll, withDeferral } from './deferral.ts';
import { besideEmpty, tellNoClusters } from './noClusters.ts';
import { type GateTask, INPUTS, readTask, verdictOf } from './task.ts';
import { type Judged, overrideText, tellFailed, tellJudged, type Wait } from './tell.ts';
import { type ByProject, type Look, look, type View, viewAll } from './view.ts';
import { waitUntilClear } from './wait.ts';

/** GET, events → judge → policy. */
export const gate = fleetOperation({
  inputs: INPUTS,
  wish: readTask,
  frame: (_name, { deploy, override }, { maintenanceDuration, actor }) => ({
    heading: 'Atlas maintenance gate',
    failure: 'blocked',
    failed: many => `block${many ? '' : 's'} the deploy`,
    erred: 'could not be judged',
    passed: told => `Clear: none of the ${told.length} projects has maintenance in the way.`,
    columns: [...WINDOW_COLUMNS, 'Maintenance', 'Clear from'],
    zone: deploy.zone.id,
    ...(override === undefined ? {} : { override: overrideText(override, actor) }),
    assumptions: [
      `Maintenance is assumed to last ${formatDuration(maintenanceDuration)} (\`maintenanceDuration\`): Atlas publishes no length.`,
      'Atlas does urgent maintenance, such as security patches, at any time: a clear verdict is not a promise.',
    ],
  }),
  zone: ({ deploy }) => deploy.zone.id,
  failed: tellFailed,
  run: besideEmpty<Judged>(judgeProjects),
  tell: { judged: tellJudged, noClusters: tellNoClusters },
  cells: (window, { now }, { deploy }) => windowCells(window, now, at => moment(at, deploy.zone.id)),
});

const SPENT: Partial<Facts> = { changed: true, deferred: true };

/**
 * Looks at all projects, then judges them together. Only after that something may be deferred, or waited for, and then
 * they are looked at and judged again. What is overridden spends no deferral and waits for nothing.
 */
async function judgeProjects(
  projects: readonly Project[],
  task: GateTask,
  runtime: Runtime,
): Promise<Outcome<Judged>[]> {
  const looks = await lookAt(projects, runtime.progress);
  const views = await viewAll(looks, task);
  const acts = task.override === undefined;
  if (acts && task.onOverlap === 'defer') return await judgeDeferred(projects, looks, views, task);
  if (acts && task.onOverlap === 'wait' && !projects.some(({ dryRun }) => dryRun)) {
    const { views: last, wait } = await waitUntilClear({ looks, views }, task, runtime, lookAt);
    return [...last].map(([project, view]) => afterWait(outcomeOf(project, view, task, { wait }), wait));
  }
  return [...views].map(([project, view]) => outcomeOf(project, view, task));
}

function afterWait(outcome: Outcome<Judged>, { waited, ended }: Wait): Outcome<Judged> {
  const did = { waitedSeconds: Math.floor(waited / SECOND) };
  if ('error' in outcome) return { ...outcome, did };
  if (ended !== 'cancelled' || outcome.done.verdict !== 'fail') return outcome;
  const message = coded('The run was cancelled while the gate waited for maintenance to pass', 'CANCELLED');
  return { error: { code: 'CANCELLED', message }, did };
}

async function judgeDeferred(
  projects: readonly Project[],
  looks: ByProject<Outcome<Look>>,
  first: ByProject<Outcome<View>>,
  task: GateTask,
): Promise<Outcome<Judged>[]> {
  const deferrals = await deferAll(first, task);
  const moved = projects.filter(project => isSpent(deferrals.get(project)));
  const again = [...(await lookAt(moved))].map(
    ([project, look]) => [project, known(look, looks.get(project), project.atlas.now())] as const,
  );
  const views = moved.length === 0 ? first : await viewAll(new Map([...looks, ...again]), task);
  return [...views].map(([project, view]) => {
    const deferral = deferrals.get(project);
    if (deferral && 'error' in deferral) return deferral;
    if ('error' in view && isSpent(deferral)) return { ...view, did: SPENT };
    return outcomeOf(project, view, task, deferral && { deferral: deferral.done });
  });
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
  task: GateTask,
  effects: { readonly deferral?: Deferral; readonly wait?: Wait } = {},
): Outcome<Judged> {
  if ('error' in view) return view;
  for (const note of view.done.notes) log.info(note);
  const verdict = verdictOf(view.done.judgement, task);
  return { done: { did: 'judged', window: view.done.window, view: view.done, verdict, ...effects } };
}

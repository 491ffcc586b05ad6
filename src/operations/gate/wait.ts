/** `onOverlap: wait`. */

import { formatDuration } from '../../schedule/duration.ts';
import { HOUR, MINUTE } from '../../schedule/units.ts';
import { prospectOf } from '../../schedule/waiting.ts';
import { projectCalled } from '../../words/phrases.ts';
import type { Outcome, Project, Runtime } from '../project.ts';
import { type GateTask, verdictOf } from './task.ts';
import { type Wait, waitingFor } from './tell.ts';
import { type ByProject, type Look, questionOf, type View, viewAll } from './view.ts';

/** What is known of the projects while it waits. */
interface Known {
  readonly looks: ByProject<Outcome<Look>>;
  readonly views: ByProject<Outcome<View>>;
}

type LookAt = (projects: readonly Project[]) => Promise<ByProject<Outcome<Look>>>;

/** A hosted job lives for six hours. */
const JOB = 6 * HOUR;
/** How often to say that it still waits. */
const STILL = 5 * MINUTE;
/** Without a good look for so long nobody can say what goes on. */
const BLIND = 3 * MINUTE;

/**
 * Looks again, at the projects that block, whenever that may bring something new, until all pass or waiting is no
 * use. Passes only on looks at all projects that were made in the same round.
 */
export async function waitUntilClear(
  first: Known,
  task: GateTask,
  runtime: Runtime,
  lookAt: LookAt,
): Promise<{ readonly views: ByProject<Outcome<View>>; readonly wait: Wait }> {
  const began = runtime.elapsed();
  const limit = Math.min(task.waitAtMost, JOB - began);
  const waited = () => runtime.elapsed() - began;
  const looks = new Map(first.looks);
  let { views } = first;
  /** Looked at in vain, and since when: what was seen before proves nothing now. */
  const missed = new Map<Project, { readonly since: number; readonly look: Outcome<Look> }>();
  const over = async (ended: Wait['ended']) => {
    for (const [project, { look }] of missed) looks.set(project, look);
    if (missed.size > 0) views = await viewAll(looks, task);
    return { views, wait: { waited: waited(), ended } };
  };

  /** Looks at these; a look that fails is borne with for a while. */
  const lookAgain = async (projects: readonly Project[]): Promise<void> => {
    const before = runtime.elapsed();
    for (const [project, look] of await lookAt(projects)) {
      const why = problemOf(look, task);
      const since = missed.get(project)?.since ?? before;
      missed.delete(project);
      if (why === undefined || runtime.elapsed() - since > BLIND) looks.set(project, look);
      else {
        missed.set(project, { since, look });
        project.log.info(
          `Project ${projectCalled(project.id, project.name)} could not be looked at: ${why}. The wait goes on.`,
        );
      }
    }
  };

  const tell = announcer(runtime, limit, waited);
  for (;;) {
    const blocked = blockedIn(views, task);
    if (blocked === undefined) return over('stuck');
    if (blocked.size + missed.size === 0) return over('clear');
    const left = limit - waited();
    if (left <= 0) return over('timeUp');
    const prospects = [...blocked].map(([project, view]) => prospectAt(project, view, task));
    if (prospects.some(({ earliest }) => earliest > left)) return over('hopeless');
    const pause = Math.min(left, ...prospects.map(({ look }) => look), ...(missed.size > 0 ? [MINUTE] : []));
    if (!(await tell(blocked, pause, task))) return over('cancelled');

    runtime.renew();
    await lookAgain([...new Set([...blocked.keys(), ...missed.keys()])]);
    views = await viewAll(looks, task);
    const rest = [...looks.keys()].filter(project => !blocked.has(project));
    if (missed.size === 0 && blockedIn(views, task)?.size === 0 && rest.length > 0) {
      await lookAgain(rest);
      views = await viewAll(looks, task);
    }
  }
}

const problemOf = (look: Outcome<Look>, { onUnknown }: GateTask): string | undefined => {
  if ('error' in look) return look.error.message;
  return 'unreadable' in look.done.events && onUnknown === 'fail' ? look.done.events.unreadable : undefined;
};

/** The projects that wait for maintenance to pass; nothing, where another reason keeps the step from passing. */
function blockedIn(views: ByProject<Outcome<View>>, task: GateTask): Map<Project, View> | undefined {
  const blocked = new Map<Project, View>();
  for (const [project, view] of views) {
    if ('error' in view) return undefined;
    const { judgement } = view.done;
    if (verdictOf(judgement, task) !== 'fail') continue;
    if (judgement.unknown.length > 0 && task.onUnknown === 'fail') return undefined;
    blocked.set(project, view.done);
  }
  return blocked;
}

/** In how many milliseconds to look again, and before which it is not clear for certain. */
function prospectAt(
  { atlas, maintenanceDuration }: Project,
  view: View,
  { blockOn }: GateTask,
): { readonly look: number; readonly earliest: number } {
  const { look, earliest } = prospectOf(questionOf(view, { blockOn, maintenanceDuration }));
  return { look: look - atlas.now(), earliest: (earliest ?? Number.POSITIVE_INFINITY) - atlas.now() };
}

/** Says what is waited for: at the start, when it changes, and every few minutes. Then waits. */
function announcer(runtime: Runtime, limit: number, waited: () => number) {
  let said: string | undefined;
  let saidAt = 0;
  return async (blocked: ByProject<View>, pause: number, task: GateTask): Promise<boolean> => {
    const [[project] = []] = blocked;
    const what = waitingFor(
      [...blocked].map(([{ id, name }, view]) => [projectCalled(id, name), view]),
      task,
    );
    const say = (text: string) => {
      project?.log.info(text);
      saidAt = waited();
    };
    if (what !== undefined && what !== said) {
      say(
        said === undefined
          ? `Waiting for ${inMinutes(limit)} at most: ${what}.`
          : `Now waiting for ${inMinutes(limit - waited())} more at most: ${what}.`,
      );
      said = what;
      await runtime.pending(`Waiting: ${what}.`);
    }
    for (let rest = pause; rest > 0; ) {
      const piece = Math.min(rest, Math.max(1, saidAt + STILL - waited()));
      if (!(await runtime.pause(piece))) return false;
      rest -= piece;
      if (rest > 0 || waited() - saidAt >= STILL)
        say(
          `Still waiting after ${inMinutes(waited())}, ${inMinutes(Math.max(0, limit - waited()))} left: ${said ?? 'to look again'}.`,
        );
    }
    return true;
  };
}

const inMinutes = (ms: number): string =>
  ms < MINUTE ? 'less than a minute' : formatDuration(Math.round(ms / MINUTE) * MINUTE);

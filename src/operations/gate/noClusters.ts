/** Projects in which there is nothing to maintain. */

import type { Deploy } from '../../schedule/deploy.ts';
import type { EpochMs } from '../../schedule/interval.ts';
import { NO_CLUSTERS } from '../../words/phrases.ts';
import type { Telling } from '../../words/told.ts';
import type { Scene } from '../operation.ts';
import { type Outcome, type Project, type Runtime, settle } from '../project.ts';
import type { GateTask } from './task.ts';
import { clearFacts } from './tell.ts';
import { deploysAt } from './view.ts';

/** Atlas says that the project has no clusters, so nobody looked at its window. */
export interface Empty {
  readonly did: 'noClusters';
  /** When a deploy can start, at the earliest. */
  readonly clearAt: EpochMs;
}

type Judging<T> = (
  projects: readonly Project[],
  task: GateTask,
  runtime: Runtime,
) => Promise<readonly Outcome<T>[]>;

/** Judges all but the projects of which Atlas says that they have no clusters. */
export const besideEmpty =
  <T>(judge: Judging<T>): Judging<T | Empty> =>
  async (projects, task, runtime) => {
    const others = projects.filter(project => !isEmpty(project));
    const judged = (await judge(others, task, runtime)).values();
    const outcomes: Outcome<T | Empty>[] = [];
    for (const project of projects) {
      const outcome = isEmpty(project) ? await pass(project, task.deploy) : judged.next().value;
      if (outcome) outcomes.push(outcome);
      if (isEmpty(project)) runtime.progress(project, 'has no clusters');
    }
    return outcomes;
  };

const isEmpty = ({ clusterCount }: Project) => clusterCount === 0;

/** A deploy that is over is an error for them as well. */
const pass = ({ atlas }: Project, deploy: Deploy): Promise<Outcome<Empty>> =>
  settle(() => {
    const now = atlas.now();
    const { deploys } = deploysAt(deploy, now);
    return { did: 'noClusters', clearAt: Math.max(now, deploys[0]?.start ?? now) };
  });

export function tellNoClusters({ clearAt }: Empty, { now }: Scene, { deploy, onOverlap }: GateTask): Telling {
  return {
    standing: 'clear',
    sentences: [`Clear: ${NO_CLUSTERS.replace(/^T/, 't')}`],
    facts: {
      waitedSeconds: onOverlap === 'wait' ? 0 : null,
      overridden: false,
      overlap: false,
      verdict: 'pass',
      ...clearFacts(clearAt, now, deploy.zone.id),
    },
    cells: ['', '', 'no clusters', ''],
  };
}

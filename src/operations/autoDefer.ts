import { autoDeferPath } from '../atlas/endpoints.ts';
import { sendOnce } from './once.ts';
import { type Done, type Project, read, requireWindow } from './project.ts';

/**
 * GET → POST autoDefer → GET. The endpoint toggles, so with a value wanted nothing is sent where it holds already.
 * Unlike a PATCH of the same field, this keeps the deferrals used.
 */
export async function autoDefer(project: Project, wanted: boolean | undefined): Promise<Done> {
  const { atlas, outcome } = project;
  const before = requireWindow(await read(project));
  const goal = wanted ?? !before.autoDeferOnceEnabled;
  if (before.autoDeferOnceEnabled === goal) return { did: 'nothing', because: 'alreadySo' };
  if (project.dryRun) return { did: 'wouldSend', method: 'POST', path: autoDeferPath(outcome.groupId) };
  await sendOnce(
    project,
    () => atlas.toggleAutoDefer(outcome.groupId),
    window => window.configured && window.autoDeferOnceEnabled === goal,
  );
  outcome.changed = true;
  return { did: 'toggled' };
}

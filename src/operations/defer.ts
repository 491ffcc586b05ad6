import { deferPath } from '../atlas/endpoints.ts';
import type { ConfiguredWindow } from '../atlas/window.ts';
import { sendOnce } from './once.ts';
import { type Done, isRefusal, type Project, read, requireWindow } from './project.ts';

/** GET → POST defer → GET; succeeded means that `numberOfDeferrals` rose. */
export async function defer(project: Project, onNothingScheduled: 'ignore' | 'fail'): Promise<Done> {
  const before = requireWindow(await read(project));
  if (project.dryRun) return { did: 'wouldSend', method: 'POST', path: deferPath(project.outcome.groupId) };
  try {
    await deferOnce(project, before);
  } catch (error) {
    const nothing = isRefusal(error, 'ATLAS_MAINTENANCE_NOT_SCHEDULED');
    if (!nothing || onNothingScheduled === 'fail') throw error;
    return { did: 'nothing', because: 'nothingScheduled' };
  }
  return { did: 'deferred' };
}

/** Spends one deferral, never two. */
export async function deferOnce(project: Project, before: ConfiguredWindow): Promise<void> {
  const { atlas, outcome } = project;
  await sendOnce(
    project,
    () => atlas.defer(outcome.groupId),
    window => window.configured && window.numberOfDeferrals > before.numberOfDeferrals,
  );
  outcome.changed = true;
  outcome.deferred = true;
}

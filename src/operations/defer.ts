import type { ConfiguredWindow } from '../atlas/window.ts';
import { input } from '../inputs/environment.ts';
import { oneOf } from '../inputs/kinds.ts';
import { tellWouldSend, wouldSend } from './dryRun.ts';
import { sendOnce } from './once.ts';
import { operation } from './operation.ts';
import { isRefusal, type Project, read, requireWindow } from './project.ts';
import { usedText } from './window.ts';

/** GET → POST defer → GET; succeeded means that `numberOfDeferrals` rose. */
export const defer = operation({
  inputs: { onNothingScheduled: input(oneOf('ignore', 'fail'), 'ignore') },
  async run(project, { onNothingScheduled }) {
    const before = requireWindow(await read(project));
    if (project.dryRun) return wouldSend(project.atlas.defer(project.id), before);
    try {
      return { did: 'deferred', window: await deferOnce(project, before) } as const;
    } catch (error) {
      const nothing = isRefusal(error, 'ATLAS_MAINTENANCE_NOT_SCHEDULED');
      if (!nothing || onNothingScheduled === 'fail') throw error;
      return { did: 'nothingScheduled', window: before } as const;
    }
  },
  tell: {
    deferred: ({ window }) => ({
      standing: 'changed',
      sentences: ['The scheduled maintenance was deferred by one week.', usedText(window)],
      facts: { changed: true, deferred: true },
    }),
    nothingScheduled: () => ({
      standing: 'nothingToDo',
      sentences: ['No maintenance is scheduled, so there was nothing to defer.'],
    }),
    wouldSend: ending => tellWouldSend(ending),
  },
});

/** Spends one deferral, never two. */
export async function deferOnce(project: Project, before: ConfiguredWindow): Promise<ConfiguredWindow> {
  return requireWindow(
    await sendOnce(
      project,
      project.atlas.defer(project.id),
      window => window.configured && window.numberOfDeferrals > before.numberOfDeferrals,
    ),
  );
}

import type { Write } from '../atlas/client.ts';
import type { MaintenanceWindow } from '../atlas/window.ts';
import type { Telling } from '../words/told.ts';
import { changesOf } from './window.ts';

/** A dry run stops before this request. */
export const wouldSend = (write: Write, window: MaintenanceWindow) =>
  ({ did: 'wouldSend', write, window }) as const;

/**
 * @param what it would do, as in `would remove the maintenance window`
 * @param consequences what that would do besides, in sentences
 */
export const tellWouldSend = (
  { write, window }: { readonly write: Write; readonly window: MaintenanceWindow },
  what: string,
  {
    after = window,
    consequences = [],
  }: { readonly after?: MaintenanceWindow; readonly consequences?: readonly string[] } = {},
): Telling => ({
  standing: 'dryRun',
  sentences: [`Dry run: would ${what}. Nothing was changed.`, ...consequences],
  changes: changesOf(window, after),
  rows: [['Request that was not sent', `${write.method} ${write.path}`]],
});

import type { Write } from '../atlas/client.ts';
import type { MaintenanceWindow } from '../atlas/window.ts';
import type { Telling } from '../words/told.ts';

/** A dry run stops before this request. */
export const wouldSend = (write: Write, window: MaintenanceWindow) =>
  ({ did: 'wouldSend', write, window }) as const;

/** @param consequences what the request would do besides, in sentences */
export function tellWouldSend({ write }: { write: Write }, consequences: readonly string[] = []): Telling {
  const { method, path, body } = write;
  const sent = `Dry run: would send ${method} ${path}${body === undefined ? '' : ` with ${body}`}.`;
  return { standing: 'dryRun', sentences: [sent, ...consequences, 'Nothing was changed.'] };
}

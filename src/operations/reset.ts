import { AtlasError } from '../atlas/client.ts';
import { windowPath } from '../atlas/endpoints.ts';
import { sendAndRead } from './once.ts';
import { type Done, type Project, read } from './project.ts';

/** GET, which tells whether there is anything to remove → DELETE → GET, which must show no window. */
export async function reset(project: Project): Promise<Done> {
  const { atlas, outcome } = project;
  if (!(await read(project)).configured) return { did: 'nothing', because: 'noWindow' };
  if (project.dryRun) return { did: 'wouldSend', method: 'DELETE', path: windowPath(outcome.groupId) };
  const after = await sendAndRead(
    project,
    () => atlas.resetWindow(outcome.groupId),
    window => !window.configured,
  );
  if (after.configured)
    throw new AtlasError({
      code: 'RESET_NOT_TAKEN',
      message:
        'Atlas accepted the reset, but a read afterwards still shows a window: look at the project in Atlas before you rely on it',
      outcome: 'unknown',
    });
  return { did: 'reset' };
}

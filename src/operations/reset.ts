import { AtlasError } from '../atlas/client.ts';
import { windowPath } from '../atlas/endpoints.ts';
import { type Done, isRefusal, type Project, read } from './project.ts';

/** DELETE → GET, which must show no window. */
export async function reset(project: Project): Promise<Done> {
  const { atlas, outcome } = project;
  if (project.dryRun) {
    const window = await read(project);
    return window.configured
      ? { did: 'wouldSend', method: 'DELETE', path: windowPath(outcome.groupId) }
      : { did: 'nothing', because: 'noWindow' };
  }
  try {
    await atlas.resetWindow(outcome.groupId);
  } catch (error) {
    if (!isRefusal(error, 'ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED')) throw error;
    if ((await read(project)).configured) throw error;
    return { did: 'nothing', because: 'noWindow' };
  }
  outcome.changed = true;
  if ((await read(project)).configured)
    throw new AtlasError({
      code: 'RESET_NOT_TAKEN',
      message:
        'Atlas accepted the reset, but a read afterwards still shows a window: look at the project in Atlas before you rely on it',
      outcome: 'unknown',
    });
  return { did: 'reset' };
}

import { tellWouldSend, wouldSend } from './dryRun.ts';
import { Failure } from './failure.ts';
import { sendAndRead } from './once.ts';
import { operation } from './operation.ts';
import { read } from './project.ts';
import { changesOf, unsetText } from './window.ts';

/** GET, which tells whether there is anything to remove → DELETE → GET, which must show no window. */
export const reset = operation({
  inputs: {},
  onlyById: () => 'operation `reset`',
  async run(project) {
    const before = await read(project);
    if (!before.configured) return { did: 'nothing', window: before } as const;
    const request = project.atlas.resetWindow(project.id);
    if (project.dryRun) return wouldSend(request, before);
    const window = await sendAndRead(project, request, after => !after.configured);
    if (window.configured)
      throw Failure.because(
        'RESET_NOT_TAKEN',
        'Atlas accepted the reset, but a read afterwards still shows a window: look at the project in Atlas before you rely on it',
        { changed: changesOf(before, window).length > 0 },
      );
    return { did: 'reset', window, before } as const;
  },
  tell: {
    reset: ({ window, before }) => ({
      standing: 'removed',
      sentences: [unsetText('The maintenance window was removed')],
      changes: changesOf(before, window),
      facts: { changed: true },
    }),
    nothing: () => ({
      standing: 'nothingToDo',
      sentences: [unsetText('Nothing to do, as no maintenance window is set')],
    }),
    wouldSend: ending =>
      tellWouldSend(ending, 'remove the maintenance window', { after: { configured: false } }),
  },
});

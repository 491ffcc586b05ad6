import { input } from '../inputs/environment.ts';
import { boolean } from '../inputs/kinds.ts';
import { tellWouldSend, wouldSend } from './dryRun.ts';
import { sendOnce } from './once.ts';
import { operation } from './operation.ts';
import { read, requireWindow } from './project.ts';
import { alreadySo, changesOf } from './window.ts';

/**
 * GET → POST autoDefer → GET. The endpoint toggles, so with a value wanted nothing is sent where it holds already.
 * Unlike a PATCH of the same field, this keeps the deferrals used.
 */
export const autoDefer = operation({
  inputs: { autoDeferOnceEnabled: input(boolean) },
  async run(project, { autoDeferOnceEnabled: wanted }) {
    const before = requireWindow(await read(project));
    const goal = wanted ?? !before.autoDeferOnceEnabled;
    if (before.autoDeferOnceEnabled === goal) return { did: 'nothing', window: before } as const;
    const toggle = project.atlas.toggleAutoDefer(project.id);
    if (project.dryRun) return { ...wouldSend(toggle, before), goal } as const;
    const window = requireWindow(
      await sendOnce(project, toggle, window => window.configured && window.autoDeferOnceEnabled === goal),
    );
    return { did: 'toggled', window, before } as const;
  },
  tell: {
    toggled: ({ window, before }) => ({
      standing: 'changed',
      sentences: [
        window.autoDeferOnceEnabled
          ? 'Automatic deferral was switched on: Atlas defers every maintenance once, by one week.'
          : 'Automatic deferral was switched off.',
      ],
      changes: changesOf(before, window),
      facts: { changed: true },
    }),
    nothing: ({ window }) => alreadySo(window),
    wouldSend: ending =>
      tellWouldSend(ending, `switch automatic deferral ${ending.goal ? 'on' : 'off'}`, {
        after: { ...ending.window, autoDeferOnceEnabled: ending.goal },
      }),
  },
});

import { operation } from './operation.ts';
import { read } from './project.ts';
import { startsText, unsetText } from './window.ts';

/** GET. */
export const get = operation({
  inputs: {},
  run: async project => ({ did: 'read', window: await read(project) }) as const,
  tell: {
    read: ({ window }) => ({
      standing: 'read',
      sentences: [window.configured ? startsText(window) : unsetText('No maintenance window is set')],
    }),
  },
});

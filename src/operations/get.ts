import type { MaintenanceWindow } from '../atlas/window.ts';
import { NO_CLUSTERS } from '../words/phrases.ts';
import { operation } from './operation.ts';
import { read } from './project.ts';
import { startsText, unsetText } from './window.ts';

/** GET. */
export const get = operation({
  inputs: {},
  async run(project) {
    const window = await read(project);
    return project.clusterCount === 0
      ? ({ did: 'readEmpty', window } as const)
      : ({ did: 'read', window } as const);
  },
  tell: {
    read: ({ window }) => ({
      standing: window.configured ? 'read' : 'noWindow',
      sentences: [windowText(window)],
    }),
    readEmpty: ({ window }) => ({
      standing: 'read',
      sentences: [windowText(window), NO_CLUSTERS],
    }),
  },
  passed: told => {
    const without = told.filter(({ facts }) => facts.configured === false).length;
    return `All ${told.length} projects were read: ${without === 0 ? 'each has a maintenance window' : `${without} ${without === 1 ? 'has' : 'have'} no maintenance window`}.`;
  },
});

const windowText = (window: MaintenanceWindow) =>
  window.configured ? startsText(window) : unsetText('No maintenance window is set');

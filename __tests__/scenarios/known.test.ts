/** Green means known: lives of maintenance that are more than one at a time, told by events, judged by the bundle. */
import { describe, expect, it } from 'vitest';
import { projects } from '../../sandbox/server.ts';
import { NOON, stage } from './stage.ts';

const at = stage();

const HOUR = 3_600_000;
const NAMES = {
  announced: 'MAINTENANCE_IN_ADVANCED',
  started: 'MAINTENANCE_STARTED',
  completed: 'MAINTENANCE_COMPLETED',
  deferred: 'ATLAS_MAINTENANCE_DEFERRED',
  asked: 'ATLAS_MAINTENANCE_START_ASAP',
  nextWindow: 'ATLAS_MAINTENANCE_SCHEDULED_FOR_NEXT_WINDOW',
  notNeeded: 'MAINTENANCE_NO_LONGER_NEEDED',
  reset: 'ATLAS_MAINTENANCE_RESET_BY_ADMIN',
  modified: 'ATLAS_MAINTENANCE_WINDOW_MODIFIED',
  added: 'ATLAS_MAINTENANCE_WINDOW_ADDED',
} as const;
type Told = readonly [hoursBeforeStart: number, event: keyof typeof NAMES];

/** The window starts on Saturday at 08:00 UTC, 20 hours from now. */
const START = Date.parse(NOON) + 20 * HOUR;
const WINDOW = { dayOfWeek: 7, hourOfDay: 8 } as const;
const instant = (before: number) => new Date(START - before * HOUR).toISOString();

function story(events: readonly Told[], window: { dayOfWeek: number; hourOfDay: number } = WINDOW) {
  at.sandbox.setup(projects.window, {
    ...window,
    events: events.map(([before, event]) => ({ created: instant(before), eventTypeName: NAMES[event] })),
  });
}

/** A deploy of an hour so many hours before the start of the window. */
const gate = (before: number, more: Record<string, string> = {}) =>
  at.step({ operation: 'gate', blockOn: 'scheduled', deployStart: instant(before), ...more });

const NOW = 20;

describe('announced maintenance blocks a deploy at its start, whatever else goes on', () => {
  it.each<[string, readonly Told[]]>([
    ['nothing', []],
    [
      'urgent work, done',
      [
        [50, 'started'],
        [49, 'completed'],
      ],
    ],
    ['urgent work that still runs', [[21, 'started']]],
    ['a stray end', [[30, 'completed']]],
    [
      'an end told twice, a second apart',
      [
        [50, 'started'],
        [49, 'completed'],
        [49 - 1 / 3600, 'completed'],
      ],
    ],
    [
      'work that ran when it was announced',
      [
        [70, 'started'],
        [59, 'completed'],
        [58, 'completed'],
      ],
    ],
    ['a deferral that lies in the future', [[10, 'deferred']]],
    ['an end that lies in the future', [[10, 'completed']]],
    ['a window changed after the announcement', [[59, 'modified']]],
  ])('%s', async (_what, others) => {
    story([[60, 'announced'], ...others]);
    const result = await gate(0);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'fail', overlap: 'true' });
  });
});

describe.each(['scheduled', 'window'])('what runs blocks a deploy now, with blockOn %s', blockOn => {
  it.each<[string, readonly Told[]]>([
    [
      'while another is announced and cancelled',
      [
        [26, 'started'],
        [25, 'announced'],
        [21, 'notNeeded'],
      ],
    ],
    [
      'while another is announced and reset by Atlas',
      [
        [26, 'started'],
        [25, 'announced'],
        [21, 'reset'],
      ],
    ],
    [
      'while another is put off to the next window',
      [
        [26, 'started'],
        [21, 'nextWindow'],
      ],
    ],
    [
      'of two, of which one has ended',
      [
        [30, 'started'],
        [25, 'started'],
        [21, 'completed'],
      ],
    ],
  ])('%s', async (_what, events) => {
    story(events);
    const result = await gate(NOW, { blockOn });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ maintenanceState: 'running', verdict: 'fail', overlap: 'true' });
  });
});

it('startASAP in the window adds to what is known and hides nothing', async () => {
  story([[60, 'announced']]);
  at.sandbox.faults.push({ name: 'fields', path: 'maintenanceWindow', value: { startASAP: true } });
  const atStart = await gate(0);
  expect(atStart.outputs).toMatchObject({ verdict: 'fail', scheduledStart: '2026-03-07T08:00:00Z' });
  expect(atStart.log).toContain('while the events show none running: it counts as running.');
});

describe('which of two starts holds is not known', () => {
  it.each<[string, readonly Told[], number]>([
    [
      'where the window counts no deferral, and other work that runs says nothing of that',
      [
        [60, 'announced'],
        [59, 'deferred'],
        [21, 'started'],
      ],
      0,
    ],
    [
      'where one of two was asked to start at once',
      [
        [60, 'announced'],
        [59, 'deferred'],
        [50, 'announced'],
        [30, 'asked'],
        [29, 'started'],
        [28, 'completed'],
      ],
      1,
    ],
  ])('%s', async (_what, events, numberOfDeferrals) => {
    story(events);
    at.sandbox.faults.push({ name: 'fields', path: 'maintenanceWindow', value: { numberOfDeferrals } });
    expect((await gate(0)).outputs).toMatchObject({ verdict: 'fail', overlap: 'true' });
  });
});

describe('a window that was changed after the announcement leaves two starts, and both count', () => {
  // Told 60 h before Saturday 08:00, when the window was that; since then it is on Sunday at 20:00.
  const events: readonly Told[] = [
    [60, 'announced'],
    [59, 'modified'],
  ];
  const changed = { dayOfWeek: 1, hourOfDay: 20 };

  it.each([
    ['the old one', 0],
    ['the new one', -36],
  ])('%s', async (_what, before) => {
    story(events, changed);
    expect((await gate(before)).outputs).toMatchObject({ verdict: 'fail', overlap: 'true' });
  });

  it('a time between them is clear', async () => {
    story(events, changed);
    expect((await gate(-30)).outputs).toMatchObject({ verdict: 'pass' });
  });
});

describe('all is well, and the gate is open', () => {
  it.each<[string, readonly Told[], number]>([
    ['nothing ever happened', [], NOW],
    [
      'all that ran has ended',
      [
        [180, 'announced'],
        [168, 'started'],
        [165, 'completed'],
        [21, 'completed'],
      ],
      NOW,
    ],
    [
      'two ran side by side and both ended',
      [
        [168, 'started'],
        [160, 'started'],
        [159, 'completed'],
        [158, 'completed'],
      ],
      NOW,
    ],
    [
      'what was announced is not needed any more',
      [
        [60, 'announced'],
        [30, 'notNeeded'],
      ],
      0,
    ],
    [
      'what was announced was deferred',
      [
        [60, 'announced'],
        [59, 'deferred'],
      ],
      0,
    ],
  ])('%s', async (_what, events, before) => {
    story(events);
    const deferrals = events.filter(([, event]) => event === 'deferred').length;
    if (deferrals > 0)
      at.sandbox.faults.push({
        name: 'fields',
        path: 'maintenanceWindow',
        value: { numberOfDeferrals: deferrals },
      });
    const result = await gate(before);
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ verdict: 'pass', overlap: 'false' });
  });
});

describe('silence has an end', () => {
  it.each<[string, readonly Told[], typeof WINDOW | { dayOfWeek: 4; hourOfDay: 8 }]>([
    ['runs', [[NOW + 30, 'started']], WINDOW],
    // Announced 60 hours before Wednesday at 08:00.
    ['is overdue', [[3 * 24 + 60, 'announced']], { dayOfWeek: 4, hourOfDay: 8 }],
  ])('what %s, with nothing heard of it for a day, is not known', async (_what, events, window) => {
    story(events, window);
    const result = await gate(NOW);
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ maintenanceState: 'unknown', verdict: 'fail' });
    expect(result.outputs.message).toMatch(/event.* missing.*activity feed/);
    expect((await gate(NOW, { onUnknown: 'warn' })).outputs.verdict).toBe('warn');
  });

  it.each<[string, readonly Told[]]>([
    ['has been running for eight days', [[NOW + 8 * 24, 'started']]],
    ['was due eight days ago', [[8 * 24 + NOW + 60, 'announced']]],
  ])('what %s is taken to be over, with a warning', async (_what, events) => {
    story(events, { dayOfWeek: 5, hourOfDay: 12 });
    const result = await gate(NOW - 6);
    expect(result.exitCode).toBe(0);
    expect(result.outputs.verdict).toBe('pass');
    expect(result.log).toMatch(/^::warning .*taken to be over/m);
  });
});

describe('several projects meet the same deploy', () => {
  it('that starts now when the last of them was looked at', async () => {
    // The window of the first starts two hours from noon: only from one o'clock on a deploy of an hour meets it.
    at.sandbox.setup(projects.window, { dayOfWeek: 6, hourOfDay: 14 });
    at.sandbox.setup(projects.none, { dayOfWeek: 3, hourOfDay: 3 });
    // The last answer takes an hour.
    at.sandbox.faults.push({ name: 'clockSkew', path: 'events', skip: 1, value: 3660 });
    const result = await at.step({
      operation: 'gate',
      groupId: `${projects.window},${projects.none}`,
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'fail', overlap: 'true' });
  });
});

it('events that Atlas does not list in time are an error: a longer timeout may bring the answer', async () => {
  at.sandbox.faults.push({ name: 'silence', path: 'events' });
  const result = await at.step({ operation: 'gate', onUnknown: 'warn', timeout: '1s' });
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', overlap: '' } });
  expect(JSON.parse(result.outputs.results ?? '')).toMatchObject([{ error: { code: 'TIMEOUT' } }]);
});

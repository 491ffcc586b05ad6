import { expect, test } from 'vitest';
import type { MaintenanceWindow } from '../../src/atlas/window.ts';
import { input } from '../../src/inputs/environment.ts';
import { boolean } from '../../src/inputs/kinds.ts';
import { createReading } from '../../src/inputs/reader.ts';
import { OPERATIONS } from '../../src/operations/all.ts';
import { autoDefer } from '../../src/operations/autoDefer.ts';
import { Failure } from '../../src/operations/failure.ts';
import { get } from '../../src/operations/get.ts';
import { operation } from '../../src/operations/operation.ts';
import type { Project } from '../../src/operations/project.ts';
import { ID, SCENE, windowOf } from '../report/outcomes.ts';

test('an ending that nobody tells does not compile', () => {
  const mute = operation({
    inputs: {},
    run: async () => ({ did: 'vanished', window: windowOf() }) as const,
    // @ts-expect-error `vanished` is missing
    tell: {},
  });
  expect(mute.inputs).toEqual({});
});

test('nor does a value that an input cannot hold', () => {
  const odd = operation({
    inputs: { loud: input(boolean, 'false') },
    run: async (_project, { loud }) => {
      // @ts-expect-error a boolean is not a number
      const volume: number = loud;
      return { did: 'rang', volume, window: windowOf() } as const;
    },
    tell: { rang: () => ({ standing: 'read', sentences: ['It rang.'] }) },
  });
  expect(Object.keys(odd.inputs)).toEqual(['loud']);
});

test('a project without an outcome has failed: nothing is known of it', () => {
  const { told } = get.tell('get', {}, SCENE, [{ id: ID }], []);
  expect(told).toMatchObject([
    {
      groupId: ID,
      standing: 'failed',
      sentences: ['The project was not reached.'],
      error: { code: 'INTERNAL' },
      facts: { changed: false },
    },
  ]);
});

test('what is told of a project is how it ended, its window, and what a table of many shows', () => {
  const window = windowOf({ waveAssignment: 2, numberOfDeferrals: 1 });
  const { frame, told } = get.tell(
    'get',
    {},
    SCENE,
    [
      { id: ID, name: 'shop' },
      { id: ID, window },
    ],
    [
      { done: { did: 'read', window } },
      { error: { code: 'NO', message: 'Atlas says no' }, did: { changed: true } },
    ],
  );
  expect(frame).toMatchObject({
    heading: 'Atlas maintenance window · get',
    failure: 'get failed',
    erred: 'failed',
    columns: ['Window', 'Next start', 'Wave', 'Deferrals used'],
    assumptions: [],
  });
  expect(frame.failed(false)).toBe('failed');
  const same = {
    groupId: ID,
    zones: ['Europe/Berlin', 'UTC'],
    cells: ['every Sunday at 21:00 (Europe/Berlin)', 'Sun 2026-03-08 21:00 Europe/Berlin', '2', '1 of 2'],
    rows: [
      ['Maintenance window', 'every Sunday at 21:00 (Europe/Berlin)'],
      ['Next start', 'Sun 2026-03-08 21:00 Europe/Berlin (20:00 UTC)', 'time'],
      ['Deferrals used', '1 of 2'],
      ['Automatic deferral', 'off'],
      ['Wave', '2'],
    ],
    warnings: [],
    bars: [],
    changes: [],
    notices: [],
  };
  const text = 'The maintenance window starts every Sunday at 21:00 (Europe/Berlin).';
  expect(told).toMatchObject([
    {
      ...same,
      name: 'shop',
      standing: 'read',
      short: text,
      sentences: [text],
      error: null,
      facts: { configured: true, changed: false },
    },
    {
      ...same,
      name: null,
      standing: 'failed',
      short: 'Atlas says no.',
      error: { code: 'NO', message: 'Atlas says no' },
      facts: { configured: true, changed: true },
    },
  ]);
});

test('a project in UTC has one time, and one that nobody could read has UTC', () => {
  const zones = (window?: MaintenanceWindow) => {
    const [one] = get.tell('get', {}, SCENE, [{ id: ID, ...(window && { window }) }], []).told;
    return one?.zones;
  };
  expect(zones(windowOf({ timeZoneId: 'UTC' }))).toEqual(['UTC']);
  expect(zones()).toEqual(['UTC']);
});

test('what changed is told as a change, not as a setting once more', () => {
  const [one] = autoDefer.tell(
    'autoDefer',
    { autoDeferOnceEnabled: undefined },
    SCENE,
    [{ id: ID }],
    [{ done: { did: 'toggled', window: windowOf({ autoDeferOnceEnabled: true }), before: windowOf() } }],
  ).told;
  expect(one?.changes).toEqual([['Automatic deferral', 'off', 'on']]);
  expect(one?.rows.map(([name]) => name)).toEqual(['Maintenance window', 'Next start', 'Deferrals used']);
});

test('each project is worked on for itself, and how far that is is told', async () => {
  const odd = operation({
    inputs: {},
    run: async ({ id }) => {
      if (id === 'b') throw Failure.because('ODD', 'It is odd');
      return { did: 'rang', window: windowOf() } as const;
    },
    tell: { rang: () => ({ standing: 'read', sentences: ['It rang.'] }) },
  });
  const steps: string[] = [];
  const projects = ['a', 'b', 'c'].map(id => ({ id }) as Project); // it is all that the work above asks for
  const job = odd.prepare('ring', createReading({}, []));
  const tell = await job?.run(projects, {
    progress: ({ id }, how) => steps.push(`${id} ${how}`),
    elapsed: () => 0,
    renew() {},
    pause: async () => true,
    pending: async () => {},
  });
  expect(steps).toEqual(['a is done', 'b has failed', 'c is done']);
  expect(tell?.(SCENE).told.map(({ groupId, sentences }) => [groupId, ...sentences])).toEqual([
    ['a', 'It rang.'],
    ['b', 'It is odd. Code: ODD.'],
    ['c', 'It rang.'],
  ]);
  const { frame, told } = tell?.(SCENE) ?? {};
  expect(frame?.passed(told ?? [])).toBe('All 3 projects are done: 0 changed.');
});

test('where nobody can say which projects there are, that is told of none', () => {
  const error = { code: 'NO_SUCH_PROJECT', message: 'There is no project' };
  const account = get.prepare('get', createReading({}, []))?.fail(error)(SCENE);
  expect(account?.told).toMatchObject([
    { groupId: '', name: null, standing: 'failed', sentences: ['There is no project.'], error, rows: [] },
  ]);
});

test.each(Object.entries(OPERATIONS))(
  '%s starts only where its inputs hold no problem',
  (name, { inputs, prepare }) => {
    for (const input of Object.keys(inputs)) {
      const reading = createReading({ [`INPUT_${input.toUpperCase()}`]: '\u0007 nonsense {' }, []);
      const job = prepare(name, reading);
      expect([input, job === undefined]).toEqual([input, reading.problems.length > 0]);
    }
  },
);

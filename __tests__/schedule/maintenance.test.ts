import { describe, expect, test } from 'vitest';
import { judge } from '../../src/schedule/judge.ts';
import {
  EVENTS_LOOKBACK_MS,
  MAINTENANCE_EVENT_TYPES,
  type MaintenanceState,
  maintenanceState,
  type WitnessWindow,
} from '../../src/schedule/maintenance.ts';
import { toIso } from '../../src/schedule/time.ts';
import { HOUR, utc, WEEK } from './support.ts';

/** Starts on the Sundays 1, 8, 15, 22 and 29 March 2026. */
const window: WitnessWindow = {
  dayOfWeek: 1,
  hourOfDay: 3,
  timeZoneId: 'UTC',
  numberOfDeferrals: 0,
  startASAP: false,
};

const NAMES = {
  announced: 'MAINTENANCE_IN_ADVANCED',
  autoDeferred: 'MAINTENANCE_AUTO_DEFERRED',
  deferred: 'ATLAS_MAINTENANCE_DEFERRED',
  deferredByAdmin: 'ATLAS_MAINTENANCE_DEFERRED_BY_ADMIN',
  nextWindow: 'ATLAS_MAINTENANCE_SCHEDULED_FOR_NEXT_WINDOW',
  asap: 'ATLAS_MAINTENANCE_START_ASAP',
  started: 'MAINTENANCE_STARTED',
  completed: 'MAINTENANCE_COMPLETED',
  notNeeded: 'MAINTENANCE_NO_LONGER_NEEDED',
  reset: 'ATLAS_MAINTENANCE_RESET_BY_ADMIN',
} as const;

/** `05 03:00 announced` is the fifth of March 2026. */
const event = (text: string) => {
  const [, time = '', name = ''] = /^(.*) (\w+)$/.exec(text) ?? [];
  const known = Object.entries(NAMES).find(([short]) => short === name);
  return { created: utc(`2026-03-${time.replace(' ', 'T')}`), eventTypeName: known?.[1] ?? name };
};

interface Scene {
  /** After all of the events, unless said. */
  readonly now?: string;
  readonly deferrals?: number;
  readonly startASAP?: boolean;
}

const at = (scene: Scene) => utc(`2026-03-${(scene.now ?? '28 00:00').replace(' ', 'T')}`);

function read(events: readonly string[], scene: Scene = {}) {
  const numberOfDeferrals = scene.deferrals ?? 0;
  const witness = { ...window, numberOfDeferrals, startASAP: scene.startASAP ?? false };
  // Atlas tells the newest first.
  return maintenanceState(events.map(event).reverse(), witness, at(scene));
}

const shown = (time: number) => toIso(time, 'UTC').slice(8, 16).replace('T', ' ');

function told(state: MaintenanceState): string {
  switch (state.kind) {
    case 'none':
      return 'none';
    case 'scheduled':
      return `scheduled ${shown(state.start)}`;
    case 'running':
      return `running since ${shown(state.since)}${state.next ? `, then ${told(state.next)}` : ''}`;
    case 'unknown':
      return state.since === undefined ? 'unknown' : `unknown, running since ${shown(state.since)}`;
  }
}

describe('events in every order that Atlas can produce', () => {
  const announced = '05 09:00 announced'; // for Sunday 8
  const deferred = '05 12:00 deferred'; // to Sunday 15
  const again = '12 12:00 deferred'; // to Sunday 22
  const auto = '05 09:05 autoDeferred'; // to Sunday 15

  test.for<[string, readonly string[], string, Scene?]>([
    ['nothing', [], 'none'],
    ['announced', [announced], 'scheduled 08 03:00', { now: '06 00:00' }],
    ['deferred', [announced, deferred], 'scheduled 15 03:00', { now: '06 00:00', deferrals: 1 }],
    ['deferred twice', [announced, deferred, again], 'scheduled 22 03:00', { now: '13 00:00', deferrals: 2 }],
    ['deferred automatically', [announced, auto], 'scheduled 15 03:00', { now: '06 00:00', deferrals: 1 }],
    [
      'deferred automatically, which is not counted',
      [announced, auto],
      'scheduled 15 03:00',
      { now: '06 00:00' },
    ],
    [
      'deferred automatically, then by hand',
      [announced, auto, again],
      'scheduled 22 03:00',
      { now: '13 00:00', deferrals: 2 },
    ],
    [
      'deferred automatically, then twice by hand',
      [announced, auto, again, '19 12:00 deferred'],
      'scheduled 29 03:00',
      { now: '20 00:00', deferrals: 2 },
    ],
    [
      'deferred by Atlas',
      [announced, '05 12:00 deferredByAdmin'],
      'scheduled 15 03:00',
      { now: '06 00:00', deferrals: 1 },
    ],
    [
      'deferred and announced again',
      [announced, deferred, '12 09:00 announced'],
      'scheduled 15 03:00',
      { now: '13 00:00', deferrals: 1 },
    ],
    [
      'put off to the next window',
      [announced, '08 04:00 nextWindow'],
      'scheduled 15 03:00',
      { now: '09 00:00' },
    ],
    [
      'asked for at once, then put off',
      [announced, '06 10:00 asap', '06 11:00 nextWindow'],
      'scheduled 08 03:00',
      { now: '06 12:00' },
    ],
    [
      'asked for at once',
      [announced, '06 10:00 asap'],
      'running since 06 10:00',
      { now: '06 11:00', startASAP: true },
    ],
    [
      'asked for at once and started',
      [announced, '06 10:00 asap', '06 10:10 started'],
      'running since 06 10:00',
      { now: '06 11:00', startASAP: true },
    ],
    ['started', [announced, '08 03:02 started'], 'running since 08 03:02', { now: '08 04:00' }],
    [
      'started after a deferral',
      [announced, deferred, '15 03:00 started'],
      'running since 15 03:00',
      { now: '15 04:00', deferrals: 1 },
    ],
    ['started without a word before', ['08 14:00 started'], 'running since 08 14:00', { now: '08 15:00' }],
    ['completed', [announced, '08 03:02 started', '08 05:00 completed'], 'none'],
    ['no longer needed', [announced, '06 00:00 notNeeded'], 'none'],
    ['reset by Atlas', [announced, deferred, '06 00:00 reset'], 'none'],
    ['completed at once', [announced, '06 10:00 asap', '06 12:00 completed'], 'none'],
    [
      'announced again after the last one',
      ['04 03:00 completed', announced],
      'scheduled 08 03:00',
      { now: '06 00:00' },
    ],
    [
      'a whole life, and the next one',
      [announced, deferred, '15 03:00 started', '15 05:00 completed', '19 09:00 announced'],
      'scheduled 22 03:00',
      { now: '20 00:00' },
    ],
    [
      'announced while the last one runs',
      ['01 03:00 started', announced],
      'running since 01 03:00, then scheduled 08 03:00',
      { now: '06 00:00' },
    ],
    [
      'announced while the last one ran',
      ['01 03:00 started', announced, '05 20:00 completed'],
      'scheduled 08 03:00',
      { now: '06 00:00' },
    ],
    [
      'announced while the last one runs on, in parts',
      ['01 03:00 started', announced, '05 12:00 started', '05 20:00 completed'],
      'scheduled 08 03:00',
      { now: '06 00:00' },
    ],
    [
      'announced anew, after one of which nothing more was heard',
      [announced, deferred, '19 09:00 announced'],
      'scheduled 22 03:00',
      { now: '20 00:00' },
    ],
    ['due, without a word that it started', [announced], 'scheduled 08 03:00', { now: '08 04:00' }],
    [
      'deferred, announced before the events reach back',
      [deferred],
      'scheduled 15 03:00',
      { now: '06 00:00', deferrals: 1 },
    ],
    [
      'put off, announced before the events reach back',
      ['08 04:00 nextWindow'],
      'scheduled 15 03:00',
      { now: '09 00:00' },
    ],
    ['completed, started before the events reach back', ['01 05:00 completed'], 'none'],
  ])('%s', ([, events, expected, scene]) => {
    const { state, notes } = read(events, scene);
    expect(told(state)).toBe(expected);
    expect(notes).toEqual([]);
    // The order in which they are told does not matter.
    const other = maintenanceState(
      events.map(event),
      { ...window, numberOfDeferrals: scene?.deferrals ?? 0, startASAP: scene?.startASAP ?? false },
      at(scene ?? {}),
    );
    expect(other.state).toEqual(state);
  });
});

test('scheduled maintenance says since when and by what it is known, and how often it was deferred', () => {
  const { state } = read(['05 09:00 announced', '05 12:00 deferred'], { now: '06 00:00', deferrals: 1 });
  expect(state).toEqual({
    kind: 'scheduled',
    start: utc('2026-03-15T03:00'),
    announced: utc('2026-03-05T09:00'),
    deferrals: 1,
    by: 'ATLAS_MAINTENANCE_DEFERRED',
  });
});

test('a deferral moves the start by a week of the wall clock, not by 168 hours', () => {
  const berlin = { ...window, timeZoneId: 'Europe/Berlin', numberOfDeferrals: 1 };
  const events = ['19 09:00 announced', '20 01:00 deferred'].map(event);
  const { state } = maintenanceState(events, berlin, utc('2026-03-20T02:00'));
  // Sunday 22 at 03:00 +01:00, then Sunday 29 at 03:00 +02:00.
  expect(state).toMatchObject({ start: utc('2026-03-29T01:00') });
});

test('other events are ignored, whatever their name', () => {
  const noise = ['06 00:00 PROJECT_SCHEDULED_MAINTENANCE', '06 00:00 constructor', '06 00:00 toString'];
  expect(told(read(['05 09:00 announced', ...noise], { now: '06 01:00' }).state)).toBe('scheduled 08 03:00');
  expect(read(noise).state).toEqual({ kind: 'none' });
  expect(MAINTENANCE_EVENT_TYPES).not.toContain('PROJECT_SCHEDULED_MAINTENANCE');
  expect([...MAINTENANCE_EVENT_TYPES].sort()).toEqual(Object.values(NAMES).sort());
});

test('events are read back over an announcement, three deferrals and a late start', () => {
  expect(EVENTS_LOOKBACK_MS).toBeGreaterThan(72 * HOUR + 3 * WEEK + 2 * WEEK);
});

describe('events of the same second are read in the order that leaves most to beware of', () => {
  test.for<[readonly string[], string, Scene?]>([
    [['05 09:00 completed', '05 09:00 announced'], 'scheduled 08 03:00'],
    [['05 09:00 announced', '05 09:00 started'], 'running since 05 09:00'],
    [['05 09:00 started', '05 09:00 completed'], 'running since 05 09:00'],
    [['05 09:00 asap', '05 09:00 nextWindow'], 'running since 05 09:00'],
    // A deferral needs something to defer.
    [['05 09:00 announced', '05 09:00 autoDeferred'], 'scheduled 15 03:00', { deferrals: 1 }],
    [['05 09:00 announced', '05 09:00 deferred'], 'scheduled 15 03:00', { deferrals: 1 }],
    // There was something to defer already, so the announcement may be about what came of it.
    [
      ['05 08:00 announced', '05 09:00 deferred', '05 09:00 announced'],
      'scheduled 08 03:00',
      { deferrals: 1 },
    ],
    // Told twice, as where a page of events moved while it was read.
    [
      ['05 08:00 announced', '05 09:00 deferred', '05 09:00 deferred'],
      'scheduled 15 03:00',
      { deferrals: 1 },
    ],
    [
      ['05 08:00 announced', '05 09:00 autoDeferred', '05 09:00 deferred'],
      'scheduled 15 03:00',
      { deferrals: 1 },
    ],
  ])('%j: %s', ([events, expected, scene]) => {
    const when = { now: '06 00:00', ...scene };
    expect(told(read(events, when).state)).toBe(expected);
    expect(told(read([...events].reverse(), when).state)).toBe(expected);
  });
});

describe('an event dated later than now', () => {
  test('is believed when it is a reason to beware', () => {
    expect(told(read(['05 09:00 announced'], { now: '05 08:59' }).state)).toBe('scheduled 08 03:00');
    expect(told(read(['08 03:00 started'], { now: '08 02:59' }).state)).toBe('running since 08 02:59');
  });

  test('is not believed when it ends something', () => {
    const { state, notes } = read(['05 09:00 started', '05 12:00 completed'], { now: '05 11:00' });
    expect(told(state)).toBe('running since 05 09:00');
    expect(notes).toEqual([expect.stringMatching(/^MAINTENANCE_COMPLETED: dated later than now/)]);
  });
});

describe('where the window contradicts the events the more careful reading wins, and a note says so', () => {
  const announced = '05 09:00 announced';
  const deferred = '05 12:00 deferred';

  test.for<[string, readonly string[], Scene, string, RegExp]>([
    [
      'fewer deferrals than by hand',
      [announced, deferred],
      { now: '06 00:00', deferrals: 0 },
      'scheduled 08 03:00',
      /counts 0 deferrals, the events show one deferral: the earlier start/,
    ],
    [
      'fewer of two',
      [announced, deferred, '12 12:00 deferred'],
      { now: '13 00:00', deferrals: 1 },
      'scheduled 15 03:00',
      /counts one deferral, the events show 2 deferrals/,
    ],
    [
      'more deferrals than the events show',
      [announced],
      { now: '06 00:00', deferrals: 1 },
      'scheduled 08 03:00',
      /counts one deferral, the events show 0 deferrals/,
    ],
    [
      'a deferral of nothing',
      [],
      { deferrals: 1 },
      'unknown',
      /counts one deferral, while the events show nothing scheduled/,
    ],
    [
      'a deferral of what has ended',
      ['01 05:00 completed'],
      { deferrals: 1 },
      'unknown',
      /nothing scheduled/,
    ],
    [
      'startASAP and nothing scheduled',
      [],
      { now: '06 00:00', startASAP: true },
      'running since 06 00:00',
      /startASAP.*events show none: it is taken to run/,
    ],
    [
      'startASAP and only scheduled',
      [announced],
      { now: '06 00:00', startASAP: true },
      'running since 06 00:00',
      /startASAP.*only scheduled/,
    ],
    [
      'startASAP and completed',
      [announced, '06 10:00 asap', '06 12:00 completed'],
      { now: '06 12:01', startASAP: true },
      'running since 06 12:01',
      /startASAP/,
    ],
    [
      'startASAP and put off',
      [announced, '06 10:00 asap', '06 11:00 nextWindow'],
      { now: '06 12:00', startASAP: true },
      'running since 06 12:00',
      /startASAP/,
    ],
  ])('%s', ([, events, scene, expected, note]) => {
    const { state, notes } = read(events, scene);
    expect(told(state)).toBe(expected);
    expect(notes).toEqual([expect.stringMatching(note)]);
  });

  test('but no start asked for says nothing against a start seen', () => {
    expect(told(read([announced, '06 10:00 asap'], { now: '06 11:00' }).state)).toBe(
      'running since 06 10:00',
    );
  });
});

describe('events that could not be read', () => {
  test('leave the state unknown', () => {
    expect(maintenanceState(undefined, window, 0).state).toEqual({
      kind: 'unknown',
      reason: "the project's events could not be read",
    });
  });

  test('do not hide what the window tells about a start at once', () => {
    const { state } = maintenanceState(undefined, { ...window, startASAP: true }, utc('2026-03-06T00:00'));
    expect(told(state)).toBe('unknown, running since 06 00:00');
  });
});

describe('without a window', () => {
  const without = (...events: string[]) =>
    maintenanceState(events.map(event), undefined, utc('2026-03-06T00:00')).state;

  test('what runs is known, and what is announced has no known start', () => {
    expect(told(without())).toBe('none');
    expect(told(without('05 09:00 started'))).toBe('running since 05 09:00');
    expect(told(without('05 09:00 announced'))).toBe('unknown');
    expect(told(without('04 09:00 announced', '05 09:00 completed'))).toBe('none');
    expect(told(without('05 09:00 started', '05 10:00 announced'))).toBe('running since 05 09:00');
  });
});

test('an early reading of the start blocks all that a late one blocks', () => {
  // The reason why the earlier start is the careful one.
  for (let now = utc('2026-03-05T12:00'); now < utc('2026-03-16T00:00'); now += 5 * HOUR) {
    for (let start = now; start < now + 4 * WEEK; start += HOUR) {
      const blocks = (scheduled: string) =>
        judge({
          window,
          state: { kind: 'scheduled', start: utc(scheduled), announced: 0, deferrals: 0, by: '' },
          deploys: [{ start, end: start + HOUR }],
          maintenanceDuration: 4 * HOUR,
          blockOn: 'scheduled',
          now,
        }).overlap;
      if (blocks('2026-03-15T03:00')) expect(blocks('2026-03-08T03:00')).toBe(true);
    }
  }
});

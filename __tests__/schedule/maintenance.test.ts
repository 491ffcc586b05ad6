import { describe, expect, test } from 'vitest';
import { judge } from '../../src/schedule/judge.ts';
import {
  EVENTS_LOOKBACK_MS,
  kindOf,
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
  windowAdded: 'ATLAS_MAINTENANCE_WINDOW_ADDED',
  windowChanged: 'ATLAS_MAINTENANCE_WINDOW_MODIFIED',
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

function told({ running, scheduled, unknown }: MaintenanceState): string {
  const known = [
    ...running.map(({ since }) => `running since ${shown(since)}`),
    ...scheduled.map(({ start, latest }) =>
      start === latest ? `scheduled ${shown(start)}` : `scheduled ${shown(start)} to ${shown(latest)}`,
    ),
    ...unknown.map(reason =>
      reason.why === 'silent'
        ? `${reason.what} in silence since ${shown(reason.since)}`
        : `unknown: ${reason.why}`,
    ),
  ];
  return known.join(', ') || 'none';
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
      [announced, '07 04:00 nextWindow'],
      'scheduled 08 03:00',
      { now: '07 05:00' },
    ],
    [
      'due, and told of the next window: it puts off only what was asked to start at once',
      [announced, '08 04:00 nextWindow'],
      'scheduled 08 03:00, scheduled 15 03:00',
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
      'running since 06 10:10',
      { now: '06 11:00', startASAP: true },
    ],
    [
      'asked for at once, and started a week later: that was heard of just now',
      ['06 10:00 asap', '13 09:59 started'],
      'running since 13 09:59',
      { now: '13 10:00' },
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
      ['05 03:00 started', announced],
      'running since 05 03:00, scheduled 08 03:00',
      { now: '06 00:00' },
    ],
    [
      'announced while the last one ran',
      ['01 03:00 started', announced, '05 20:00 completed'],
      'scheduled 08 03:00',
      { now: '06 00:00' },
    ],
    [
      'announced while two run, of which one ends',
      ['01 03:00 started', announced, '05 12:00 started', '05 20:00 completed'],
      'running since 05 12:00, scheduled 08 03:00',
      { now: '06 00:00' },
    ],
    [
      'announced anew, after one of which nothing more was heard',
      [announced, deferred, '19 09:00 announced'],
      'scheduled 22 03:00, overdue in silence since 15 03:00',
      { now: '20 00:00', deferrals: 1 },
    ],
    [
      'announced anew after one of two was cancelled, and the one that is overdue starts',
      [announced, '12 09:00 announced', '12 10:00 notNeeded', '12 11:00 announced', '13 12:00 started'],
      'running since 13 12:00, scheduled 15 03:00',
      { now: '13 13:00' },
    ],
    [
      'urgent work while another is announced',
      [announced, '06 01:00 started', '06 02:00 completed'],
      'scheduled 08 03:00',
      { now: '07 07:00' },
    ],
    [
      'urgent work that runs while another is announced',
      [announced, '07 06:00 started'],
      'running since 07 06:00, scheduled 08 03:00',
      { now: '07 07:00' },
    ],
    ['a stray end', [announced, '06 02:00 completed'], 'scheduled 08 03:00', { now: '07 07:00' }],
    [
      'one end told twice, a second apart',
      [announced, '06 01:00 started', '06 02:00 completed', '06 02:00:01 completed'],
      'scheduled 08 03:00',
      { now: '07 07:00' },
    ],
    [
      'an end before the time of what started a little early',
      [announced, '08 02:10 started', '08 02:50 completed'],
      'scheduled 08 03:00',
      { now: '08 02:55' },
    ],
    [
      'started a little early',
      [announced, '08 02:10 started', '08 03:50 completed'],
      'none',
      { now: '08 04:00' },
    ],
    [
      'not needed any more, while other maintenance runs',
      ['07 01:00 started', '07 02:00 announced', '07 06:00 notNeeded'],
      'running since 07 01:00',
      { now: '07 07:00' },
    ],
    [
      'put off to the next window, while other maintenance runs',
      ['07 01:00 started', '07 02:00 nextWindow'],
      'running since 07 01:00, scheduled 08 03:00',
      { now: '07 07:00' },
    ],
    [
      'asked for at once and started: what runs is not put off',
      [announced, '06 10:00 asap', '06 10:10 started', '06 11:00 nextWindow'],
      'running since 06 10:10, scheduled 08 03:00',
      { now: '06 12:00' },
    ],
    [
      'overdue, and another announced',
      [announced, '12 09:00 announced'],
      'scheduled 15 03:00, overdue in silence since 08 03:00',
      { now: '13 00:00' },
    ],
    [
      'two at once, one of which ends',
      [announced, '08 03:00 started', '08 03:00 started', '08 04:00 completed'],
      'running since 08 03:00',
      { now: '08 05:00' },
    ],
    [
      'two scheduled and one of them cancelled: either may be left',
      [announced, deferred, '12 12:00 deferred', '12 13:00 announced', '12 14:00 notNeeded'],
      'scheduled 15 03:00, scheduled 22 03:00',
      { now: '13 00:00', deferrals: 2 },
    ],
    [
      'two scheduled and one of them asked for at once: either may be left',
      [announced, deferred, '05 13:00 announced', '06 10:00 asap'],
      'running since 06 10:00, scheduled 08 03:00, scheduled 15 03:00',
      { now: '06 12:00', deferrals: 1, startASAP: true },
    ],
    ['due, without a word that it started', [announced], 'scheduled 08 03:00', { now: '08 04:00' }],
    [
      'deferred when it was due already: it may come a week after that',
      [announced, '08 05:00 deferredByAdmin'],
      'scheduled 08 03:00, scheduled 15 03:00, scheduled 22 03:00',
      { now: '08 06:00', deferrals: 1 },
    ],
    [
      'announced and deferred at once, after one of which nothing more was heard',
      [announced, '12 09:00 announced', '12 09:00 autoDeferred'],
      'scheduled 22 03:00, overdue in silence since 08 03:00',
      { now: '13 00:00' },
    ],
    [
      'announced and deferred at once, as the last one is due: that cannot be deferred any more',
      [announced, '08 03:00 announced', '08 03:00 autoDeferred'],
      'scheduled 08 03:00, scheduled 22 03:00',
      { now: '08 06:00', deferrals: 1 },
    ],
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
    ['overdue, and completed with no word of its start', [announced, '08 05:00 completed'], 'none'],
    ['completed as soon as it is due', [announced, '08 03:00 completed'], 'none', { now: '08 04:00' }],
    [
      'started a little early, and completed as it is due',
      [announced, '08 02:10 started', '08 03:00 completed'],
      'none',
      { now: '08 04:00' },
    ],
    ['overdue, and no longer needed', [announced, '08 05:00 notNeeded'], 'none', { now: '08 06:00' }],
    [
      'due, told of the next window, and completed: what was due is over',
      [announced, '08 04:00 nextWindow', '08 05:00 completed'],
      'scheduled 15 03:00',
      { now: '08 06:00' },
    ],
    [
      'deferred as it is due: it may come a week after that',
      [announced, '08 03:00 deferredByAdmin'],
      'scheduled 08 03:00, scheduled 15 03:00, scheduled 22 03:00',
      { now: '08 06:00', deferrals: 1 },
    ],
    [
      'deferred when it was due already, two weeks ago',
      [announced, '08 05:00 deferredByAdmin'],
      'scheduled 22 03:00, overdue in silence since 15 03:00',
      { now: '22 02:59', deferrals: 1 },
    ],
    [
      'deferred when it was due already, and the first start is over by now',
      [announced, '08 05:00 deferredByAdmin'],
      'scheduled 22 03:00',
      { now: '22 03:00', deferrals: 1 },
    ],
    [
      'announced as the window starts: for the next one',
      ['08 03:00 announced'],
      'scheduled 15 03:00',
      { now: '09 00:00' },
    ],
    [
      'deferred, asked for at once, then put off: it keeps its deferrals',
      [announced, deferred, '06 10:00 asap', '06 11:00 nextWindow'],
      'scheduled 08 03:00',
      { now: '06 12:00', deferrals: 1 },
    ],
    [
      'asked for at once without a word before, then put off',
      ['06 10:00 asap', '06 11:00 nextWindow'],
      'scheduled 08 03:00',
      { now: '06 12:00' },
    ],
    [
      'asked for at once, twice, where nothing is scheduled: it is one',
      ['05 20:00 started', '06 10:00 asap', '06 10:05 asap'],
      'running since 05 20:00, running since 06 10:00',
      { now: '06 11:00' },
    ],
    [
      'two scheduled, and both asked for at once',
      [announced, deferred, '05 13:00 announced', '06 10:00 asap', '06 10:05 asap'],
      'running since 06 10:00, running since 06 10:05',
      { now: '06 11:00', deferrals: 1 },
    ],
    [
      'two asked for at once, of which one is put off',
      [announced, deferred, '05 13:00 announced', '06 10:00 asap', '06 10:05 asap', '06 11:00 nextWindow'],
      'running since 06 10:05, scheduled 08 03:00',
      { now: '06 12:00', deferrals: 1 },
    ],
    [
      'two scheduled, and a deferral: of the next one',
      [announced, deferred, '05 13:00 announced', '05 14:00 deferred'],
      'scheduled 15 03:00, scheduled 15 03:00',
      { now: '06 00:00', deferrals: 1 },
    ],
    [
      'two scheduled, and two more deferrals: of the next one each',
      [
        announced,
        deferred,
        '05 13:00 announced',
        '05 14:00 deferred',
        '12 12:00 deferred',
        '12 14:00 deferred',
      ],
      'scheduled 22 03:00, scheduled 22 03:00',
      { now: '13 00:00', deferrals: 2 },
    ],
    [
      'two scheduled and one of them cancelled: the deferrals may be those of either',
      [announced, deferred, '12 12:00 deferred', '12 13:00 announced', '12 14:00 notNeeded'],
      'scheduled 15 03:00, scheduled 22 03:00',
      { now: '13 00:00', deferrals: 0 },
    ],
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
    running: [],
    scheduled: [
      {
        start: utc('2026-03-15T03:00'),
        latest: utc('2026-03-15T03:00'),
        announced: utc('2026-03-05T09:00'),
        deferrals: 1,
        by: 'ATLAS_MAINTENANCE_DEFERRED',
      },
    ],
    unknown: [],
  });
});

test('of two of which one was cancelled, the one that is left is known since the first', () => {
  const events = ['05 09:00 announced', '05 12:00 deferred', '05 13:00 announced', '05 14:00 notNeeded'];
  const { scheduled } = read(events, { now: '06 00:00', deferrals: 1 }).state;
  expect(new Set(scheduled.map(({ announced }) => announced))).toEqual(new Set([utc('2026-03-05T09:00')]));
});

test('the state in a word: what runs before what is not known, and that before what is scheduled', () => {
  const word = (events: readonly string[], scene: Scene) => kindOf(read(events, scene).state);
  const running = '05 20:00 started';
  const announced = '05 09:00 announced';
  const now = '06 00:00';
  expect(word([], { now })).toBe('none');
  expect(word([announced], { now })).toBe('scheduled');
  expect(word([announced], { now, deferrals: 1 })).toBe('unknown');
  expect(word([running, announced], { now, deferrals: 1 })).toBe('running');
  expect(word([running], { now })).toBe('running');
});

test('a deferral moves the start by a week of the wall clock, not by 168 hours', () => {
  const berlin = { ...window, timeZoneId: 'Europe/Berlin', numberOfDeferrals: 1 };
  const events = ['19 09:00 announced', '20 01:00 deferred'].map(event);
  const { state } = maintenanceState(events, berlin, utc('2026-03-20T02:00'));
  // Sunday 22 at 03:00 +01:00, then Sunday 29 at 03:00 +02:00.
  expect(state.scheduled).toMatchObject([{ start: utc('2026-03-29T01:00') }]);
});

test('other events are ignored, whatever their name', () => {
  const noise = ['06 00:00 PROJECT_SCHEDULED_MAINTENANCE', '06 00:00 constructor', '06 00:00 toString'];
  expect(told(read(['05 09:00 announced', ...noise], { now: '06 01:00' }).state)).toBe('scheduled 08 03:00');
  expect(told(read(noise).state)).toBe('none');
  expect(MAINTENANCE_EVENT_TYPES).not.toContain('PROJECT_SCHEDULED_MAINTENANCE');
  expect([...MAINTENANCE_EVENT_TYPES].sort()).toEqual(Object.values(NAMES).sort());
});

test('events are read back over an announcement, three deferrals and a late start', () => {
  expect(EVENTS_LOOKBACK_MS).toBeGreaterThan(72 * HOUR + 3 * WEEK + 2 * WEEK);
});

describe('events of the same second are read in the order that leaves most to beware of', () => {
  test.for<[readonly string[], string, Scene?]>([
    [['05 09:00 completed', '05 09:00 announced'], 'scheduled 08 03:00'],
    [['05 09:00 announced', '05 09:00 started'], 'running since 05 09:00, scheduled 08 03:00'],
    [['05 09:00 started', '05 09:00 completed'], 'running since 05 09:00'],
    [['05 09:00 asap', '05 09:00 nextWindow'], 'running since 05 09:00'],
    // A deferral needs something to defer.
    [['05 09:00 announced', '05 09:00 autoDeferred'], 'scheduled 15 03:00', { deferrals: 1 }],
    [['05 09:00 announced', '05 09:00 deferred'], 'scheduled 15 03:00', { deferrals: 1 }],
    // There was something to defer already, so the announcement may be about what came of it.
    [
      ['05 08:00 announced', '05 09:00 deferred', '05 09:00 announced'],
      'scheduled 08 03:00, scheduled 15 03:00',
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
    // The one by hand is the one that the window counts.
    [
      ['05 08:00 announced', '05 09:00 autoDeferred', '05 09:00 deferred'],
      'scheduled 08 03:00, scheduled 15 03:00, unknown: deferrals',
      { deferrals: 0 },
    ],
    [
      ['05 07:00 announced', '05 08:00 deferred', '05 08:30 announced', '05 09:00 asap', '05 09:00 asap'],
      'running since 05 09:00, scheduled 08 03:00, scheduled 15 03:00',
      { deferrals: 1 },
    ],
    [
      [
        '05 07:00 announced',
        '05 08:00 deferred',
        '05 08:30 announced',
        '05 09:00 asap',
        '05 09:05 asap',
        '05 10:00 nextWindow',
        '05 10:00 nextWindow',
      ],
      'running since 05 09:05, scheduled 08 03:00',
      { deferrals: 1 },
    ],
  ])('%j: %s', ([events, expected, scene]) => {
    const when = { now: '06 00:00', ...scene };
    expect(told(read(events, when).state)).toBe(expected);
    expect(told(read([...events].reverse(), when).state)).toBe(expected);
  });
});

test.for<[string, readonly string[], Scene, string]>([
  [
    'of what runs',
    ['05 09:00 announced', '05 12:00 deferred', '15 03:00 started', '19 09:00 announced'],
    { now: '19 10:00', deferrals: 1 },
    'scheduled 22 03:00, running in silence since 15 03:00',
  ],
  [
    'of what is scheduled beside it',
    ['05 09:00 announced', '05 12:00 deferred', '14 20:00 started'],
    { now: '14 21:00', deferrals: 1 },
    'running since 14 20:00, scheduled 15 03:00',
  ],
  [
    'of neither, as what was deferred runs now',
    ['05 09:00 announced', '05 12:00 deferred', '15 03:00 started'],
    { now: '15 04:00', deferrals: 0 },
    'running since 15 03:00',
  ],
  [
    'of neither, and more than of what runs are told',
    ['05 09:00 announced', '08 03:00 started'],
    { now: '08 04:00', deferrals: 1 },
    'running since 08 03:00, unknown: deferrals',
  ],
])('while maintenance runs the window may count the deferrals %s', ([, events, scene, expected]) => {
  expect(told(read(events, scene).state)).toBe(expected);
});

describe('an event dated later than now', () => {
  test('is believed when it is a reason to beware', () => {
    expect(told(read(['05 09:00 announced'], { now: '05 08:59' }).state)).toBe('scheduled 08 03:00');
    expect(told(read(['08 03:00 started'], { now: '08 02:59' }).state)).toBe('running since 08 02:59');
    expect(told(read(['05 09:00 nextWindow'], { now: '05 08:59' }).state)).toBe('scheduled 08 03:00');
  });

  test.for(['announced', 'nextWindow', 'deferred'] as const)(
    '%s: it is known as of now, and by what',
    name => {
      const { state } = read([`06 00:00 ${name}`], { now: '05 00:00' });
      expect(state.scheduled[0]).toMatchObject({ announced: utc('2026-03-05T00:00'), by: NAMES[name] });
    },
  );

  test('leaves two starts where a deferral lies ahead: as it is, and a week later', () => {
    const known = ['05 09:00 announced', '05 12:00 deferred', '12 12:00 deferred'];
    expect(told(read(known, { now: '06 00:00', deferrals: 1 }).state)).toBe(
      'scheduled 15 03:00, scheduled 15 03:00, scheduled 22 03:00',
    );
    expect(told(read(['12 12:00 deferred'], { now: '06 00:00' }).state)).toBe(
      'scheduled 08 03:00, scheduled 15 03:00',
    );
    // What is due cannot be deferred: it is of the next one.
    expect(told(read(['05 09:00 announced', '08 05:00 deferred'], { now: '08 03:00' }).state)).toBe(
      'scheduled 08 03:00, scheduled 15 03:00, scheduled 22 03:00',
    );
  });

  test('is not spoken of where it says nothing of maintenance', () => {
    expect(read(['06 00:00 PROJECT_SCHEDULED_MAINTENANCE'], { now: '05 00:00' }).notes).toEqual([]);
  });

  test('hides nothing: a deferral that lies ahead leaves the start that it would move', () => {
    const events = ['05 09:00 announced', '05 12:00 deferred'];
    const { state } = read(events, { now: '05 11:00' });
    expect(told(state)).toBe('scheduled 08 03:00, scheduled 08 03:00, scheduled 15 03:00');
    const asap = read(['05 09:00 announced', '05 12:00 asap'], { now: '05 11:00' });
    expect(told(asap.state)).toBe('running since 05 11:00, scheduled 08 03:00');
  });

  test('within the second to which the clock is known is one of now', () => {
    const { state } = read(['05 09:00 announced', '05 12:00:00.900 deferred'], {
      now: '05 12:00',
      deferrals: 1,
    });
    expect(told(state)).toBe('scheduled 15 03:00');
    const last = read(['05 09:00 announced', '05 12:00:01 deferred'], { now: '05 12:00', deferrals: 1 });
    expect(told(last.state)).toBe('scheduled 15 03:00');
    expect(last.notes).toEqual([]);
  });

  test('is not believed when it ends something', () => {
    const { state, notes } = read(['05 09:00 started', '05 12:00 completed'], { now: '05 11:00' });
    expect(told(state)).toBe('running since 05 09:00');
    expect(notes).toEqual([expect.stringMatching(/^MAINTENANCE_COMPLETED: dated in the future/)]);
  });
});

describe('where the window contradicts the events nobody can know, and every start that is possible counts', () => {
  const announced = '05 09:00 announced';
  const deferred = '05 12:00 deferred';

  test.for<[string, readonly string[], Scene, string]>([
    [
      'fewer deferrals than by hand',
      [announced, deferred],
      { now: '06 00:00', deferrals: 0 },
      'scheduled 08 03:00, scheduled 15 03:00, unknown: deferrals',
    ],
    [
      'fewer of two',
      [announced, deferred, '12 12:00 deferred'],
      { now: '13 00:00', deferrals: 1 },
      'scheduled 15 03:00, scheduled 22 03:00, unknown: deferrals',
    ],
    [
      'more deferrals than the events show',
      [announced],
      { now: '06 00:00', deferrals: 1 },
      'scheduled 08 03:00, unknown: deferrals',
    ],
    ['a deferral of nothing', [], { deferrals: 1 }, 'unknown: deferrals'],
    ['a deferral of what has ended', ['01 05:00 completed'], { deferrals: 1 }, 'unknown: deferrals'],
    [
      'fewer deferrals than by hand, while other maintenance runs',
      [announced, deferred, '05 20:00 started'],
      { now: '06 00:00', deferrals: 0 },
      'running since 05 20:00, scheduled 08 03:00, scheduled 15 03:00, unknown: deferrals',
    ],
    [
      'a deferral of nothing, while maintenance runs that nobody announced',
      ['05 20:00 started'],
      { now: '06 00:00', deferrals: 1 },
      'running since 05 20:00, unknown: deferrals',
    ],
    [
      'more of what is left of two, after one of them was cancelled',
      [announced, deferred, '05 13:00 deferred', '05 14:00 announced', '05 15:00 notNeeded'],
      { now: '06 00:00', deferrals: 3 },
      'scheduled 08 03:00, scheduled 15 03:00, scheduled 22 03:00, unknown: deferrals',
    ],
  ])('%s', ([, events, scene, expected]) => {
    expect(told(read(events, scene).state)).toBe(expected);
  });

  test('how many are counted and how many told is part of the state, and whether any is scheduled', () => {
    const contradiction = (events: readonly string[], scene: Scene) => read(events, scene).state.unknown;
    const why = 'deferrals';
    expect(
      contradiction([announced, deferred, '12 12:00 deferred'], { now: '13 00:00', deferrals: 1 }),
    ).toEqual([{ why, counted: 1, told: 2, scheduled: true }]);
    expect(contradiction([], { deferrals: 1 })).toEqual([{ why, counted: 1, told: 0, scheduled: false }]);
  });
});

describe('a start at once that the window tells of adds to what is known and hides nothing', () => {
  const announced = '05 09:00 announced';

  test.for<[string, readonly string[], string, string]>([
    ['nothing scheduled', [], '06 00:00', 'running since 06 00:00'],
    ['only scheduled', [announced], '06 00:00', 'running since 06 00:00, scheduled 08 03:00'],
    ['completed', [announced, '06 10:00 asap', '06 12:00 completed'], '06 12:01', 'running since 06 12:01'],
    [
      'put off',
      [announced, '06 10:00 asap', '06 11:00 nextWindow'],
      '06 12:00',
      'running since 06 12:00, scheduled 08 03:00',
    ],
    // It says so until the maintenance has completed, so this is no silence.
    ['running for long', [announced, '06 10:00 asap'], '09 12:00', 'running since 06 10:00'],
  ])('%s', ([, events, now, expected]) => {
    expect(told(read(events, { now, startASAP: true }).state)).toBe(expected);
  });

  test('and not that what started long ago was heard of', () => {
    const { state, notes } = read(['05 09:00 started'], { now: '07 00:00', startASAP: true });
    expect(told(state)).toBe('running since 07 00:00, running in silence since 05 09:00');
    expect(notes).toEqual([expect.stringMatching(/startASAP.*counts as running/)]);
  });

  test('but no start asked for says nothing against a start seen', () => {
    expect(told(read([announced, '06 10:00 asap'], { now: '06 11:00' }).state)).toBe(
      'running since 06 10:00',
    );
  });
});

describe('silence has an end', () => {
  const started = '05 09:00 started';
  const due = '05 09:00 announced'; // for Sunday 8

  test.for<[string, string, string, string]>([
    ['runs for less than a day', started, '06 08:59', 'running since 05 09:00'],
    ['runs for a day', started, '06 09:00', 'running in silence since 05 09:00'],
    ['runs for nearly a week', started, '12 08:59', 'running in silence since 05 09:00'],
    ['has run for a week', started, '12 09:00', 'none'],
    ['is overdue for less than a day', due, '09 02:59', 'scheduled 08 03:00'],
    ['is overdue for a day', due, '09 03:00', 'overdue in silence since 08 03:00'],
    ['is overdue for nearly a week', due, '15 02:59', 'overdue in silence since 08 03:00'],
    ['is overdue for a week', due, '15 03:00', 'none'],
  ])('%s', ([, only, now, expected]) => {
    const { state, over } = read([only], { now });
    expect(told(state)).toBe(expected);
    const since = only === due ? utc('2026-03-08T03:00') : utc('2026-03-05T09:00');
    const what = only === due ? 'overdue' : 'running';
    expect(over).toEqual(expected === 'none' ? [{ what, since }] : []);
  });

  test('an end does not go to waste on what is over', () => {
    const events = [started, '12 08:00 announced', '15 03:00 started', '15 05:00 completed'];
    expect(told(read(events, { now: '15 06:00' }).state)).toBe('none');
    const overdue = [due, '12 09:00 announced', '16 00:00 completed'];
    expect(told(read(overdue, { now: '16 01:00' }).state)).toBe('none');
  });
});

describe('a window that was changed after the announcement leaves two starts, and both count', () => {
  test('the old one, of which only the span is known that it can lie in, and the new one', () => {
    // Announced on Wednesday for a start of the old window on Friday or Saturday.
    const { state } = read(['04 09:00 announced', '04 10:00 windowChanged'], { now: '05 00:00' });
    expect(told(state)).toBe('scheduled 06 09:00 to 07 09:00, scheduled 08 03:00');
  });

  test('also after a deferral', () => {
    const events = ['04 09:00 announced', '04 10:00 deferred', '04 11:00 windowChanged'];
    const { state } = read(events, { now: '05 00:00', deferrals: 1 });
    expect(told(state)).toBe('scheduled 13 09:00 to 14 09:00, scheduled 15 03:00');
  });

  test('also after a deferral, where the window was changed in the week between', () => {
    const changed = (when: string, now: string) =>
      told(
        read(['04 09:00 announced', '04 10:00 deferred', `${when} windowChanged`], { now, deferrals: 1 })
          .state,
      );
    expect(changed('07 09:00', '07 10:00')).toBe('scheduled 08 03:00, scheduled 13 09:00 to 14 09:00');
    expect(changed('10 00:00', '10 01:00')).toBe('scheduled 13 09:00 to 14 09:00, scheduled 15 03:00');
    expect(changed('14 09:00', '14 10:00')).toBe('scheduled 13 09:00 to 14 09:00');
  });

  test('also where spans begin together and end apart: the longest counts, where the deferrals contradict', () => {
    // From the 6th at 09:00 on it could start twice: for a day as announced, then until the 14th.
    const events = [
      '04 09:00 announced',
      '04 10:00 deferred',
      '06 09:00 nextWindow',
      '06 10:00 deferred',
      '06 11:00 windowChanged',
    ];
    const { state } = read(events, { now: '06 12:00', deferrals: 3 });
    expect(told(state)).toBe(
      'scheduled 06 09:00 to 21 09:00, scheduled 08 03:00, scheduled 15 03:00, scheduled 22 03:00, unknown: deferrals',
    );
  });

  test('also where both are of the same second', () => {
    const { state } = read(['04 09:00 announced', '04 09:00 windowChanged'], { now: '05 00:00' });
    expect(told(state)).toBe('scheduled 06 09:00 to 07 09:00, scheduled 08 03:00');
  });

  test('but a change when the old one is past does not bring it back', () => {
    const { state } = read(['04 09:00 announced', '07 09:00 windowChanged'], { now: '07 12:00' });
    expect(told(state)).toBe('scheduled 06 09:00 to 07 09:00');
  });

  test('and two announcements are two, though the new start would be the same', () => {
    const events = ['04 09:00 announced', '05 09:00 announced', '06 09:00 started', '06 10:00 windowChanged'];
    expect(told(read(events, { now: '06 11:00' }).state)).toBe(
      'running since 06 09:00, scheduled 07 09:00 to 08 09:00, scheduled 08 03:00',
    );
  });

  test('and a start before that span is other maintenance', () => {
    const events = ['04 09:00 announced', '04 10:00 windowChanged', '06 08:30 started'];
    expect(told(read(events, { now: '06 08:40' }).state)).toBe(
      'running since 06 08:30, scheduled 06 09:00 to 07 09:00, scheduled 08 03:00',
    );
  });

  test('a window that was removed and set anew counts as changed', () => {
    const { state } = read(['04 09:00 announced', '04 10:00 windowAdded'], { now: '05 00:00' });
    expect(told(state)).toBe('scheduled 06 09:00 to 07 09:00, scheduled 08 03:00');
  });

  test('a change before the announcement changes nothing', () => {
    const { state } = read(['04 08:00 windowChanged', '05 09:00 announced'], { now: '06 00:00' });
    expect(told(state)).toBe('scheduled 08 03:00');
  });

  test('what came and went before the change is over', () => {
    const events = ['04 09:00 announced', '07 03:00 started', '07 05:00 completed', '09 10:00 windowChanged'];
    expect(told(read(events, { now: '10 00:00' }).state)).toBe('none');
  });
});

test('thousands of events leave no more starts than there are weeks, and a judgement', () => {
  const now = utc('2026-03-28T00:00');
  const types = ['ATLAS_MAINTENANCE_SCHEDULED_FOR_NEXT_WINDOW', 'ATLAS_MAINTENANCE_DEFERRED'];
  const events = Array.from({ length: 800 }, (_, index) => ({
    created: now - (index + 2) * 1000,
    eventTypeName: types[index % 2] ?? '',
  }));
  events.push({ created: now - 1000, eventTypeName: 'ATLAS_MAINTENANCE_WINDOW_MODIFIED' });
  const { state } = maintenanceState(events, window, now);
  expect(state.scheduled.length).toBeLessThan(1000);
  const deploys = [{ start: now, end: now + HOUR }];
  const question = {
    window,
    state,
    deploys,
    maintenanceDuration: 4 * HOUR,
    blockOn: 'scheduled',
    now,
  } as const;
  expect(judge(question).overlap).toBe(true);
});

describe('events that could not be read', () => {
  test('leave the state unknown', () => {
    expect(maintenanceState(undefined, window, 0)).toEqual({
      state: { running: [], scheduled: [], unknown: [{ why: 'unreadable' }] },
      notes: [],
      over: [],
    });
  });

  test('do not hide what the window tells about a start at once', () => {
    const { state } = maintenanceState(undefined, { ...window, startASAP: true }, utc('2026-03-06T00:00'));
    expect(told(state)).toBe('running since 06 00:00, unknown: unreadable');
    expect(state.running[0]?.by).toBe('startASAP');
  });
});

describe('without a window', () => {
  const without = (...events: string[]) =>
    maintenanceState(events.map(event), undefined, utc('2026-03-06T00:00')).state;

  test('what runs is known, and of what is announced the span in which it starts', () => {
    expect(told(without())).toBe('none');
    expect(told(without('05 09:00 started'))).toBe('running since 05 09:00');
    expect(told(without('05 09:00 announced'))).toBe('scheduled 07 09:00 to 08 09:00');
    expect(told(without('04 09:00 announced', '05 09:00 completed'))).toBe('scheduled 06 09:00 to 07 09:00');
    expect(told(without('05 09:00 announced', '05 10:00 notNeeded'))).toBe('none');
    expect(told(without('04 09:00 announced', '04 10:00 windowChanged'))).toBe(
      'scheduled 06 09:00 to 07 09:00',
    );
  });

  test('spans of one maintenance that touch are one', () => {
    expect(told(without('05 09:00 nextWindow', '05 10:00 nextWindow'))).toBe(
      'scheduled 05 09:00 to 12 10:00',
    );
    expect(told(without('04 09:00 announced', '05 09:00 nextWindow'))).toBe('scheduled 05 09:00 to 12 09:00');
    // Dated later than now: announced now, or then.
    expect(told(without('07 00:00 announced'))).toBe('scheduled 08 00:00 to 10 00:00');
    expect(told(without('07 00:01 announced'))).toBe(
      'scheduled 08 00:00 to 09 00:00, scheduled 09 00:01 to 10 00:01',
    );
  });
});

test('an early reading of the start blocks all that a late one blocks', () => {
  // The reason why the earlier start is the careful one.
  for (let now = utc('2026-03-05T12:00'); now < utc('2026-03-16T00:00'); now += 5 * HOUR) {
    for (let start = now; start < now + 4 * WEEK; start += HOUR) {
      const blocks = (scheduled: string) =>
        judge({
          window,
          state: {
            running: [],
            scheduled: [
              { start: utc(scheduled), latest: utc(scheduled), announced: 0, deferrals: 0, by: '' },
            ],
            unknown: [],
          },
          deploys: [{ start, end: start + HOUR }],
          maintenanceDuration: 4 * HOUR,
          blockOn: 'scheduled',
          now,
        }).overlap;
      if (blocks('2026-03-15T03:00')) expect(blocks('2026-03-08T03:00')).toBe(true);
    }
  }
});

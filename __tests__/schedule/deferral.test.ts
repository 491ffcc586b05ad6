import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { announcedHindrance, deferralSpan, hindranceOf, moveOf } from '../../src/schedule/deferral.ts';
import { judge, type Question } from '../../src/schedule/judge.ts';
import type { MaintenanceState, Scheduled } from '../../src/schedule/maintenance.ts';
import type { WeeklyWindow } from '../../src/schedule/weekly.ts';
import { cases, lengths } from './arbitrary.ts';
import { calendarStarts } from './slow.ts';
import { check, DAY, HOUR, MINUTE, PATIENCE, utc, WEEK } from './support.ts';

const NOTHING: MaintenanceState = { running: [], scheduled: [], unknown: [] };

const scheduledAt = (start: number, more: Partial<Scheduled> = {}): Scheduled => ({
  start,
  latest: start,
  announced: start - 60 * HOUR,
  deferrals: 0,
  by: 'MAINTENANCE_IN_ADVANCED',
  ...more,
});

// Saturdays, 23:00 UTC: 7, 14 and 21 March 2026.
const window: WeeklyWindow = { dayOfWeek: 7, hourOfDay: 23, timeZoneId: 'UTC' };
const announced = scheduledAt(utc('2026-03-07T23:00'));

interface Scene {
  readonly now?: string;
  readonly window?: WeeklyWindow | undefined;
  readonly state?: Partial<MaintenanceState>;
  /** Each an hour long. */
  readonly starts?: readonly string[];
  readonly blockOn?: Question['blockOn'];
}

/** Maintenance is announced for the 7th, it is the 5th, and it lasts four hours. */
function questionOf(scene: Scene): Question {
  const starts = scene.starts ?? ['2026-03-07T23:30'];
  return {
    window: 'window' in scene ? scene.window : window,
    state: { ...NOTHING, scheduled: [announced], ...scene.state },
    deploys: starts.map(start => ({ start: utc(start), end: utc(start) + HOUR, line: start })),
    maintenanceDuration: 4 * HOUR,
    blockOn: scene.blockOn ?? 'scheduled',
    now: utc(scene.now ?? '2026-03-05T12:00'),
  };
}

describe('announced maintenance', () => {
  const hindrance = (scene: Scene) => announcedHindrance(questionOf(scene));

  test('that meets a release, and would meet none a week later, is to be deferred', () => {
    expect(hindrance({})).toBeUndefined();
    expect(
      hindrance({ starts: ['2026-03-06T12:00', '2026-03-07T22:01', '2026-03-13T12:00'] }),
    ).toBeUndefined();
  });

  test('that meets no release is left alone', () => {
    expect(hindrance({ starts: ['2026-03-07T22:00', '2026-03-08T03:00'] })).toBe('notMet');
    expect(hindrance({ starts: ['2026-03-14T23:30'] })).toBe('notMet');
  });

  test('is left alone where no release is left', () => {
    expect(hindrance({ starts: [] })).toBe('notMet');
  });

  test('that would meet another release a week later is left alone: of two close ones both count', () => {
    expect(hindrance({ starts: ['2026-03-07T23:30', '2026-03-14T23:30'] })).toBe('noHelp');
    expect(hindrance({ starts: ['2026-03-07T23:30', '2026-03-15T02:59'] })).toBe('noHelp');
    expect(hindrance({ starts: ['2026-03-07T23:30', '2026-03-15T03:00'] })).toBeUndefined();
  });

  test('is not kept by weekly starts with nothing announced, which the gate would block on', () => {
    const scene = { starts: ['2026-03-07T23:30', '2026-03-21T23:30'] };
    expect(hindrance(scene)).toBeUndefined();
    expect(hindranceOf(questionOf(scene))).toBe('noHelp');
  });

  test('there must be some: a weekly start over a release is no reason to defer', () => {
    expect(hindrance({ state: { scheduled: [] } })).toBe('nothingScheduled');
  });

  test('of which not all is known is left alone', () => {
    expect(hindrance({ state: { unknown: [{ why: 'unreadable' }] } })).toBe('unknown');
    expect(hindrance({ state: { scheduled: [], unknown: [{ why: 'unreadable' }] } })).toBe('unknown');
    expect(hindrance({ window: undefined })).toBe('unknown');
  });

  test('is not deferred while other maintenance runs, as one could not tell what was deferred', () => {
    const running = [{ since: utc('2026-03-05T11:00'), by: 'MAINTENANCE_STARTED' }];
    expect(hindrance({ state: { running } })).toBe('running');
    expect(hindrance({ state: { running }, starts: ['2026-03-05T15:59'] })).toBe('running');
    expect(hindrance({ state: { running }, starts: ['2026-03-05T16:00'] })).toBe('notMet');
    expect(hindrance({ state: { running, scheduled: [] }, starts: ['2026-03-05T15:59'] })).toBe('running');
  });

  test('that is due is too late to defer', () => {
    expect(hindrance({ now: '2026-03-07T23:00' })).toBe('overdue');
    expect(hindrance({ now: '2026-03-07T22:59' })).toBeUndefined();
  });

  test('of two kinds is left alone, as nobody knows which one Atlas would defer', () => {
    const other = scheduledAt(utc('2026-03-14T23:00'));
    expect(hindrance({ state: { scheduled: [announced, other] } })).toBe('several');
  });

  test('whose start is one of several moves with all of them', () => {
    const second = scheduledAt(utc('2026-03-09T09:00'), { announced: announced.announced });
    const state = { scheduled: [announced, second] };
    expect(hindrance({ state })).toBeUndefined();
    // On the window's next start, as it is now.
    expect(hindrance({ state, starts: ['2026-03-09T10:00', '2026-03-16T10:00'] })).toBeUndefined();
    expect(hindrance({ state, starts: ['2026-03-09T10:00', '2026-03-15T00:00'] })).toBe('noHelp');
  });

  test('whose start is known to lie in a span moves by a week as it is', () => {
    const span = scheduledAt(utc('2026-03-07T10:00'), { latest: utc('2026-03-08T10:00') });
    const state = { scheduled: [span] };
    expect(hindrance({ state, starts: ['2026-03-07T12:00', '2026-03-15T13:59'] })).toBe('noHelp');
    expect(hindrance({ state, starts: ['2026-03-07T12:00', '2026-03-15T14:00'] })).toBeUndefined();
  });
});

describe('a gate that would defer says why it does not', () => {
  const hindrance = (scene: Scene) => hindranceOf(questionOf(scene));

  test.for<[Scene, ReturnType<typeof hindranceOf>]>([
    [{}, undefined],
    [{ state: { running: [{ since: utc('2026-03-05T11:00'), by: 'MAINTENANCE_STARTED' }] } }, 'running'],
    [{ state: { unknown: [{ why: 'unreadable' }] } }, 'unknown'],
    [{ window: undefined }, 'unknown'],
    [{ state: { scheduled: [] } }, 'nothingScheduled'],
    [{ now: '2026-03-07T23:00' }, 'overdue'],
    [{ state: { scheduled: [announced, scheduledAt(utc('2026-03-14T23:00'))] } }, 'several'],
    [{ starts: ['2026-03-14T23:30'] }, 'noHelp'],
  ])('%j: %s', ([scene, expected]) => expect(hindrance(scene)).toBe(expected));
});

describe('where a deferral moves maintenance', () => {
  test('is the next start of the window, by its clock', () => {
    const berlin: WeeklyWindow = { dayOfWeek: 7, hourOfDay: 23, timeZoneId: 'Europe/Berlin' };
    const from = utc('2026-03-28T22:00');
    const state = { ...NOTHING, scheduled: [scheduledAt(from)] };
    expect(moveOf(state, berlin)).toEqual({ from, to: utc('2026-04-04T21:00') });
  });

  test('is told of a start that is known rather than of a span', () => {
    const span = scheduledAt(utc('2026-03-06T10:00'), { latest: utc('2026-03-08T10:00') });
    expect(moveOf({ ...NOTHING, scheduled: [span, announced] }, window)?.from).toBe(announced.start);
    expect(moveOf({ ...NOTHING, scheduled: [span] }, window)).toEqual({
      from: span.start,
      to: span.start + WEEK,
    });
    expect(moveOf(NOTHING, window)).toBeUndefined();
  });
});

describe('the span in which Atlas takes a deferral', () => {
  const start = utc('2026-03-07T23:00');
  const span = (more: Partial<Scheduled>) => {
    const found = deferralSpan(scheduledAt(start, more));
    return found && [start - found.start, start - found.end].map(ms => ms / HOUR);
  };

  test('goes from the announcement to 48 hours before the start', () => {
    expect(span({ announced: start - 60 * HOUR })).toEqual([60, 48]);
  });

  test('opens 72 hours before the start at the earliest, so after a deferral not at once', () => {
    expect(span({ announced: start - 60 * HOUR - WEEK, deferrals: 1 })).toEqual([72, 48]);
    expect(span({ announced: start - 72 * HOUR })).toEqual([72, 48]);
  });

  test('is none where maintenance was announced too late', () => {
    expect(span({ announced: start - 48 * HOUR })).toBeUndefined();
    expect(span({ announced: start - HOUR })).toBeUndefined();
  });

  test('holds for every start that is possible', () => {
    expect(span({ announced: start - WEEK, latest: start + 4 * HOUR })).toEqual([68, 48]);
    expect(span({ announced: start - WEEK, latest: start + DAY })).toBeUndefined();
  });
});

/** A window and a moment, announced maintenance of all kinds around it, and deploys near the starts that it may have. */
const scenes = cases.chain(({ window, near }) => {
  const starts = calendarStarts(window, near - 2 * WEEK, near + 5 * WEEK);
  const on = fc.constantFrom(...starts.filter(start => start > near - DAY && start < near + 2 * WEEK));
  const minutes = (most: number) => fc.integer({ min: -most, max: most }).map(each => each * MINUTE);
  const shifted = (base: fc.Arbitrary<number>, most: number) =>
    fc.tuple(base, minutes(most)).map(([at, shift]) => at + shift);
  const rarely = <T>(value: T, other: T) => fc.nat(11).map(one => (one === 0 ? value : other));
  return fc.record({
    window: rarely<WeeklyWindow | undefined>(undefined, window),
    real: fc.constant(window),
    starts: fc.constant(starts),
    now: fc.constant(near),
    maintenanceDuration: lengths,
    running: rarely([{ since: near - HOUR, by: 'MAINTENANCE_STARTED' }], []),
    unknown: rarely<MaintenanceState['unknown']>([{ why: 'unreadable' }], []),
    scheduled: fc.array(
      fc.record({
        // Of the window as it is, or of an older one.
        start: fc.oneof({ weight: 4, arbitrary: on }, { weight: 1, arbitrary: shifted(on, 3_000) }),
        spans: fc.constantFrom(0, 0, 0, 24 * HOUR),
        announced: rarely(near - 2 * HOUR, near - HOUR),
      }),
      { maxLength: 3 },
    ),
    deploys: fc.array(
      fc.record({
        start: shifted(
          fc.constantFrom(...starts.filter(start => start > near && start < near + 4 * WEEK)),
          600,
        ),
        length: lengths,
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  });
});

type Made = typeof scenes extends fc.Arbitrary<infer T> ? T : never;

function made({ now, window, running, unknown, maintenanceDuration, ...lists }: Made) {
  const scheduled = lists.scheduled
    .map(({ start, spans, announced }) => scheduledAt(start, { latest: start + spans, announced }))
    .sort((a, b) => a.start - b.start);
  const deploys = lists.deploys
    .map(({ start, length }) => ({ start: Math.max(start, now), end: Math.max(start, now) + length }))
    .map(deploy => ({ ...deploy, line: 'planned' }))
    .sort((a, b) => a.start - b.start);
  return { window, state: { running, unknown, scheduled }, deploys, maintenanceDuration, now };
}

type Span = { start: number; end: number };
const meet = (one: readonly Span[], others: readonly Span[]) =>
  one.some(a => others.some(b => Math.max(a.start, b.start) < Math.min(a.end, b.end)));

/** Every interval that maintenance may take a week later. */
const afterDeferral = ({ state, maintenanceDuration }: ReturnType<typeof made>, starts: readonly number[]) =>
  state.scheduled.map(({ start, latest }) => {
    const next = starts.find(later => later > start) ?? Number.NaN;
    return start === latest
      ? { start: next, end: next + maintenanceDuration }
      : { start: start + WEEK, end: latest + WEEK + maintenanceDuration };
  });

/** One maintenance, all of it known, and none of it due. */
const oneToCome = ({ window, state, now }: ReturnType<typeof made>) =>
  window !== undefined &&
  state.running.length + state.unknown.length === 0 &&
  new Set(state.scheduled.map(({ announced }) => announced)).size === 1 &&
  state.scheduled.every(({ start }) => start > now);

test('announced maintenance is deferred exactly where that frees all releases', { timeout: PATIENCE }, () => {
  check('defer', 3_000, scenes, scene => {
    const question = made(scene);
    const { state, deploys, maintenanceDuration } = question;
    const before = state.scheduled.map(({ start, latest }) => ({ start, end: latest + maintenanceDuration }));
    const helps =
      oneToCome(question) && meet(before, deploys) && !meet(afterDeferral(question, scene.starts), deploys);

    const hindrance = announcedHindrance(question);
    expect(hindrance === undefined).toBe(helps);
    if (hindrance === 'notMet')
      expect(
        meet(
          before.filter(({ start }) => start > question.now),
          deploys,
        ),
      ).toBe(false);
  });
});

test('the gate defers exactly where it would pass after that', { timeout: PATIENCE }, () => {
  check('defer and pass', 3_000, scenes, scene => {
    const question = { ...made(scene), blockOn: 'scheduled' } as const;
    const { deploys, maintenanceDuration, now } = question;
    const later = afterDeferral(question, scene.starts);
    const first = Math.min(...later.map(({ start }) => start));
    // What comes after it may be announced in time.
    const weekly = calendarStarts(scene.real, now, now + 10 * WEEK)
      .filter(start => start >= first && start >= now + 47 * HOUR)
      .map(start => ({ start, end: start + maintenanceDuration }));
    const passes = oneToCome(question) && !meet([...later, ...weekly], deploys);

    expect(hindranceOf(question) === undefined).toBe(passes);
    // Its help is never less than what the releases alone need.
    if (passes && judge({ ...question, window: undefined }).overlap)
      expect(announcedHindrance(question)).toBeUndefined();
  });
});

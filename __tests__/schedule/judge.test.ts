import { afterEach, describe, expect, test } from 'vitest';
import { parseDeploy, resolveDeploys } from '../../src/schedule/deploy.ts';
import { parseDuration } from '../../src/schedule/duration.ts';
import { type BlockOn, blocksOf, type Judgement, judge, type Question } from '../../src/schedule/judge.ts';
import type { MaintenanceState } from '../../src/schedule/maintenance.ts';
import { toIso } from '../../src/schedule/time.ts';
import type { DayOfWeek } from '../../src/schedule/weekly.ts';
import { HOUR, MINUTE, utc, WEEK } from './support.ts';

interface Scene {
  /** `Sat 23 UTC`; none: no window is set. */
  window?: string;
  now?: string;
  start?: string;
  end?: string;
  lasts?: string;
  standing?: string;
  deployZone?: string;
  maintenance?: string;
  blockOn?: BlockOn;
  state?: MaintenanceState;
}

const NOTHING: MaintenanceState = { running: [], scheduled: [], unknown: [] };

const DAYS: readonly DayOfWeek[] = [1, 2, 3, 4, 5, 6, 7];

function weekly(text: string) {
  const [day = '', hour, timeZoneId = ''] = text.split(' ');
  const dayOfWeek = DAYS[['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(day)];
  if (dayOfWeek === undefined) throw new Error(`Not a window: ${text}`);
  return { dayOfWeek, hourOfDay: Number(hour), timeZoneId };
}

const verdict = (scene: Scene): Judgement => judge(questionOf(scene));

function questionOf(scene: Scene): Question {
  const now = utc(scene.now ?? '2026-03-02T12:00');
  const parsed = parseDeploy({
    deployStart: scene.start ?? 'now',
    deployDuration: scene.lasts ?? '1h',
    ...(scene.end && { deployEnd: scene.end }),
    ...(scene.standing && { deployWindow: scene.standing }),
    zone: { id: scene.deployZone ?? 'UTC' },
  });
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
  return {
    window: scene.window === undefined ? undefined : weekly(scene.window),
    state: scene.state ?? NOTHING,
    deploys: resolveDeploys(parsed.deploy, now).deploys,
    maintenanceDuration: parseDuration(scene.maintenance ?? '4h'),
    blockOn: scene.blockOn ?? 'window',
    now,
  };
}

/** What blocks and what would be clear, readable. */
function summary(scene: Scene) {
  const { block, clearAt } = verdict(scene);
  const shown = (at: number | undefined) => (at === undefined ? 'never' : toIso(at, 'UTC').slice(0, 16));
  return block === undefined
    ? `clear from ${shown(clearAt)}`
    : `${block.reason} ${shown(block.maintenance.start)} to ${shown(block.maintenance.end)}, clear from ${shown(clearAt)}`;
}

describe('a deploy and the weekly window', () => {
  const window = 'Sat 23 UTC'; // 7 March 2026
  const clear = (start: string) => `clear from ${start}`;
  const blocked = 'weekly 2026-03-07T23:00 to 2026-03-08T03:00, clear from 2026-03-08T03:00';

  test.for([
    ['ends when maintenance starts', '2026-03-07T22:00', '2026-03-07T23:00', clear('2026-03-07T22:00')],
    ['ends a minute later', '2026-03-07T22:00', '2026-03-07T23:01', blocked],
    ['lies within maintenance, in the next week', '2026-03-08T01:00', '2026-03-08T02:00', blocked],
    ['starts a minute before its end', '2026-03-08T02:59', '2026-03-08T04:00', blocked],
    ['starts when it ends', '2026-03-08T03:00', '2026-03-08T04:00', clear('2026-03-08T03:00')],
    ['holds it', '2026-03-07T20:00', '2026-03-08T10:00', blocked],
    ['has its very times', '2026-03-07T23:00', '2026-03-08T03:00', blocked],
  ] as const)('that %s', ([, start, end, expected]) => {
    expect(summary({ window, start: `${start}Z`, end: `${end}Z` })).toBe(expected);
  });

  test('over the end of a year', () => {
    const scene = { window: 'Thu 23 UTC', now: '2026-12-01T00:00', start: '2027-01-01T02:00Z' };
    expect(summary(scene)).toBe('weekly 2026-12-31T23:00 to 2027-01-01T03:00, clear from 2027-01-01T03:00');
  });

  test('that starts now, within maintenance that may have started', () => {
    expect(summary({ window, now: '2026-03-08T00:30' })).toBe(blocked);
    expect(summary({ window, now: '2026-03-08T03:00' })).toBe(clear('2026-03-08T03:00'));
  });

  test('that takes longer than a week meets it, and is never clear', () => {
    expect(summary({ window, lasts: '8d' })).toBe(
      'weekly 2026-03-07T23:00 to 2026-03-08T03:00, clear from never',
    );
    expect(summary({ window, lasts: '6d20h' })).toBe(
      'weekly 2026-03-07T23:00 to 2026-03-08T03:00, clear from 2026-03-08T03:00',
    );
    expect(summary({ window, lasts: '6d20h1m' })).toMatch(/clear from never$/);
  });

  test('where maintenance is taken to last for weeks', () => {
    expect(summary({ window, maintenance: '31d', start: '2026-03-05T00:00Z' })).toBe(
      'weekly 2026-02-07T23:00 to 2026-03-10T23:00, clear from never',
    );
    expect(summary({ window, maintenance: '7d', start: '2026-03-05T00:00Z' })).toMatch(/clear from never$/);
  });

  test('that is over is an error, never a clear verdict', () => {
    const over = /^The deploy is over: it was to end .* and it is Mon 2026-03-02 12:00 UTC now/;
    expect(() => summary({ window, start: '2026-02-28T22:30Z' })).toThrow(over);
    expect(() => summary({ window, start: '2026-02-28T12:00Z', end: '2026-03-02T12:00Z' })).toThrow(over);
    expect(() => summary({ window, start: '2025-03-02T12:00Z' })).toThrow(over);
  });

  test('that should have begun is judged as beginning now, with its whole length', () => {
    const late = { window, now: '2026-03-07T22:30' };
    // By its plan it would end as maintenance starts.
    expect(summary({ ...late, start: '2026-03-07T22:00Z' })).toBe(blocked);
    expect(summary({ ...late, start: '2026-03-07T22:00Z', end: '2026-03-07T23:00Z' })).toBe(blocked);
    expect(summary({ ...late, start: '2026-03-07T22:00Z', lasts: '31m' })).toBe(blocked);
    expect(summary({ ...late, now: '2026-03-07T22:29', start: '2026-03-07T22:00Z', lasts: '31m' })).toBe(
      clear('2026-03-07T22:29'),
    );
  });

  test('that should have begun at a time that comes twice lasts to its later end', () => {
    const scene = { window: 'Sun 1 UTC', deployZone: 'Europe/Berlin', start: '2026-10-25T02:15' };
    // 00:15 or 01:15 UTC; by the later one it would end at 02:15 UTC.
    expect(summary({ ...scene, now: '2026-10-25T00:30', maintenance: '1h' })).toMatch(
      /^weekly 2026-10-25T01:00/,
    );
  });

  test('far ahead', () => {
    expect(summary({ window, start: '2031-03-08T23:30Z' })).toBe(
      'weekly 2031-03-08T23:00 to 2031-03-09T03:00, clear from 2031-03-09T03:00',
    );
  });

  test('in the zones of both, not in that of the machine', () => {
    const scene = {
      window: 'Sun 21 America/New_York', // 02:00 UTC on Monday
      start: '2026-03-02T07:30',
      deployZone: 'Asia/Kolkata', // 02:00 UTC
      now: '2026-03-01T00:00',
    };
    const expected = 'weekly 2026-03-02T02:00 to 2026-03-02T06:00, clear from 2026-03-02T06:00';
    for (const TZ of ['America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati']) {
      process.env.TZ = TZ;
      expect(summary(scene)).toBe(expected);
    }
  });
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });

  test('where the clock skips the start of maintenance', () => {
    // 02:00 in Berlin is 03:00 summer time that night: 01:00 to 05:00 UTC.
    const scene = { window: 'Sun 2 Europe/Berlin', now: '2026-03-28T12:00' };
    expect(summary({ ...scene, start: '2026-03-29T00:30Z', lasts: '30m' })).toMatch(/^clear/);
    expect(summary({ ...scene, start: '2026-03-29T04:30Z' })).toMatch(/^weekly 2026-03-29T01:00/);
  });

  test('where the clock shows the start of maintenance twice', () => {
    const scene = { window: 'Sun 2 Europe/Berlin', now: '2026-10-24T12:00', maintenance: '30m' };
    expect(summary({ ...scene, start: '2026-10-25T00:00Z' })).toMatch(/^weekly 2026-10-25T00:00/);
    expect(summary({ ...scene, start: '2026-10-25T01:00Z' })).toMatch(/^clear/);
  });

  test('knows when the window starts next, and ends by the assumption', () => {
    expect(verdict({ window, maintenance: '2h' })).toMatchObject({
      nextStart: utc('2026-03-07T23:00'),
      nextEnd: utc('2026-03-08T01:00'),
    });
    expect(verdict({ window, now: '2026-03-07T23:00' }).nextStart).toBe(utc('2026-03-07T23:00'));
  });
});

describe('a standing deploy window', () => {
  test('is judged over a year, so that clocks that change on different days are caught', () => {
    // From 8 to 29 March New York is an hour nearer to Berlin.
    const scene = {
      window: 'Wed 12 America/New_York', // 18:00 in Berlin, 17:00 in those weeks
      standing: 'Mon-Fri 09:00-18:00',
      deployZone: 'Europe/Berlin',
      now: '2026-01-05T06:00',
    };
    expect(summary(scene)).toBe('weekly 2026-03-11T16:00 to 2026-03-11T20:00, clear from 2026-01-05T08:00');
    expect(summary({ ...scene, standing: 'Mon-Fri 09:00-17:00' })).toBe('clear from 2026-01-05T08:00');
  });

  test('names the line, the deploy and the maintenance of the first overlap', () => {
    const { block } = verdict({
      window: 'Sun 1 UTC',
      standing: 'Mon-Fri 09:00-17:00\nSat,Sun 22:00-02:00',
    });
    expect(block).toEqual({
      reason: 'weekly',
      deployLine: 'Sat,Sun 22:00-02:00',
      deploy: { start: utc('2026-03-07T22:00'), end: utc('2026-03-08T02:00') },
      maintenance: { start: utc('2026-03-08T01:00'), end: utc('2026-03-08T05:00') },
    });
  });

  test('is clear from its first occurrence that is', () => {
    expect(summary({ window: 'Tue 10 UTC', standing: 'Tue,Thu 09:00-11:00' })).toMatch(
      /clear from 2026-03-05T09:00$/,
    );
    expect(summary({ window: 'Tue 10 UTC', standing: 'Tue 09:00-11:00' })).toMatch(/clear from never$/);
    // One that is open already does not start any more.
    expect(summary({ window: 'Sun 3 UTC', standing: 'Mon 09:00-17:00' })).toBe('clear from 2026-03-09T09:00');
  });

  test('that is open already is judged as a whole', () => {
    expect(summary({ window: 'Mon 6 UTC', standing: 'Mon 09:00-17:00' })).toMatch(/^weekly 2026-03-02T06:00/);
  });

  test('meets maintenance overnight', () => {
    expect(summary({ window: 'Sun 0 UTC', standing: 'Sat 22:00-02:00' })).toMatch(/^weekly 2026-03-08T00:00/);
    expect(summary({ window: 'Sat 0 UTC', standing: 'Sat 22:00-02:00', maintenance: '22h' })).toMatch(
      /^clear/,
    );
  });
});

describe('several planned releases', () => {
  const window = 'Sat 23 UTC'; // 7, 14 and 21 March 2026
  const plan = '2026-03-21T22:30 # third\n2026-03-04T22:30 # first\n2026-03-14T22:30';

  test('are told each with what it meets, and the first that meets any is the verdict', () => {
    const scene = { window, start: plan };
    const { block, overlap } = verdict(scene);
    expect(overlap).toBe(true);
    expect(block).toEqual({
      reason: 'weekly',
      deployLine: '2026-03-14T22:30',
      deploy: { start: utc('2026-03-14T22:30'), end: utc('2026-03-14T23:30') },
      maintenance: { start: utc('2026-03-14T23:00'), end: utc('2026-03-15T03:00') },
    });
    const third = utc('2026-03-21T22:30');
    expect(blocksOf(questionOf(scene))).toEqual([
      undefined,
      block,
      expect.objectContaining({
        deployLine: '2026-03-21T22:30 # third',
        deploy: { start: third, end: third + HOUR },
      }),
    ]);
  });

  test('are clear from the first start of the plan that is, and from no other time', () => {
    const start = '2026-03-07T22:30\n2026-03-14T22:30\n2026-03-18T22:30';
    expect(summary({ window, start })).toMatch(/^weekly 2026-03-07T23:00 .*clear from 2026-03-18T22:30$/);
    expect(summary({ window, start: plan })).toMatch(/clear from 2026-03-04T22:30$/);
    expect(summary({ window, start: '2026-03-07T22:30\n2026-03-14T22:30' })).toMatch(/clear from never$/);
    expect(summary({ window, start: '2026-03-04T22:30\n2029-03-04T22:30' })).toBe(
      'clear from 2026-03-04T22:30',
    );
  });

  test('count however far ahead they are', () => {
    // Sat 3 March 2029.
    const scene = { window, start: '2026-03-04T22:30\n2029-03-03T22:30' };
    expect(summary(scene)).toBe('weekly 2029-03-03T23:00 to 2029-03-04T03:00, clear from 2026-03-04T22:30');
  });

  test('of which one should have begun: it is judged as beginning now, and may be clear from now', () => {
    const scene = { window, now: '2026-03-07T21:30', start: '2026-03-07T21:00\n2026-03-14T22:30' };
    expect(summary(scene)).toBe('weekly 2026-03-14T23:00 to 2026-03-15T03:00, clear from 2026-03-07T21:30');
    // By its plan it would end as maintenance starts.
    const late = { ...scene, start: '2026-03-07T21:00\n2026-03-12T22:30', lasts: '2h' };
    expect(summary(late)).toBe('weekly 2026-03-07T23:00 to 2026-03-08T03:00, clear from 2026-03-12T22:30');
  });

  test('that are over count for nothing', () => {
    expect(summary({ window, now: '2026-03-08T12:00', start: '2026-03-07T22:30\n2026-03-12T22:30' })).toBe(
      'clear from 2026-03-12T22:30',
    );
  });

  test('too far away to know keep the gate closed with blockOn: scheduled, each from its own time on', () => {
    const scene: Scene = { window, blockOn: 'scheduled', start: plan };
    expect(blocksOf(questionOf(scene)).map(block => block?.knownFrom)).toEqual([
      undefined,
      utc('2026-03-13T00:00'),
      utc('2026-03-20T00:00'),
    ]);
  });

  test('are clear only as far as all is known', () => {
    const scene: Scene = { window, start: '2026-03-04T22:30\n2026-03-05T22:30' };
    const { overlap, unknown, clearAt } = verdict({
      ...scene,
      state: { ...NOTHING, unknown: [{ why: 'unreadable' }] },
    });
    expect({ overlap, unknown, clearAt }).toEqual({ overlap: false, unknown: [{ why: 'unreadable' }] });
  });
});

describe('blockOn: scheduled', () => {
  // The window starts on Saturday, 7 March, 23:00 UTC.
  const at = (now: string, state?: MaintenanceState): Scene => ({
    window: 'Sat 23 UTC',
    blockOn: 'scheduled',
    start: '2026-03-07T22:30Z',
    now,
    ...(state && { state }),
  });
  const scheduled = (start: string): MaintenanceState => ({
    ...NOTHING,
    scheduled: [
      {
        start: utc(start),
        latest: utc(start),
        announced: utc(start) - 60 * HOUR,
        deferrals: 0,
        by: 'MAINTENANCE_IN_ADVANCED',
      },
    ],
  });

  test('lets a start go by that is near and was not announced', () => {
    expect(summary(at('2026-03-06T17:00'))).toBe('clear from 2026-03-07T22:30');
    expect(summary({ ...at('2026-03-06T17:00'), blockOn: 'window' })).toMatch(/^weekly 2026-03-07T23:00/);
  });

  test('blocks on a start that is too far away to be announced, and says from when on it is known', () => {
    const far = verdict(at('2026-03-05T11:00'));
    expect(far.block).toMatchObject({ reason: 'tooEarly', knownFrom: utc('2026-03-06T00:00') });
    // Atlas announces at the latest 48 hours ahead, and the feed of events may lag.
    expect(summary(at('2026-03-05T23:30'))).toMatch(/^tooEarly/);
    expect(summary(at('2026-03-06T00:00'))).toMatch(/^tooEarly/);
    expect(summary(at('2026-03-06T00:01'))).toMatch(/^clear/);
  });

  test('does not count starts that have gone by without a word', () => {
    expect(summary({ ...at('2026-03-08T00:00'), start: 'now' })).toBe('clear from 2026-03-08T00:00');
  });

  test('blocks on what is announced', () => {
    expect(summary(at('2026-03-06T17:00', scheduled('2026-03-07T23:00')))).toBe(
      'scheduled 2026-03-07T23:00 to 2026-03-08T03:00, clear from 2026-03-08T03:00',
    );
  });

  test('lets the starts before deferred maintenance go by, and counts later ones', () => {
    const deferred = scheduled('2026-03-14T23:00');
    expect(summary(at('2026-03-05T11:00', deferred))).toBe('clear from 2026-03-07T22:30');
    const later = { ...at('2026-03-05T11:00', deferred), start: '2026-03-14T22:30Z' };
    expect(summary(later)).toMatch(/^scheduled 2026-03-14T23:00/);
    expect(summary({ ...later, start: '2026-03-21T22:30Z' })).toMatch(/^tooEarly 2026-03-21T23:00/);
    expect(verdict(later).scheduledStart).toBe(utc('2026-03-14T23:00'));
  });

  test('with blockOn: window every start counts, deferred or not', () => {
    const deferred = { ...at('2026-03-05T11:00', scheduled('2026-03-14T23:00')), blockOn: 'window' } as const;
    expect(summary(deferred)).toMatch(/^weekly 2026-03-07T23:00/);
    expect(summary({ ...deferred, start: '2026-03-14T22:30Z' })).toMatch(/^scheduled/);
  });

  test('names the weekly start where a deploy meets it before what is announced', () => {
    const both = { ...at('2026-03-05T11:00', scheduled('2026-03-14T23:00')), lasts: '8d' };
    expect(summary({ ...both, blockOn: 'window' })).toMatch(/^weekly 2026-03-07T23:00/);
    expect(summary(both)).toMatch(/^scheduled 2026-03-14T23:00/);
  });

  test('counts no near start after what is announced by an earlier window, until that is overdue', () => {
    const friday = scheduled('2026-03-06T09:00');
    expect(summary(at('2026-03-06T08:59', friday))).toBe('clear from 2026-03-07T22:30');
    expect(summary(at('2026-03-06T09:00', friday))).toMatch(/^weekly 2026-03-07T23:00/);
  });

  test('takes maintenance that is due for running until an event says otherwise', () => {
    const due = scheduled('2026-03-07T23:00');
    const scene = { ...at('2026-03-08T05:00', due), start: 'now' };
    expect(summary(scene)).toBe(
      'scheduled 2026-03-07T23:00 to 2026-03-08T09:00, clear from 2026-03-08T09:00',
    );
    // Days later, without a word, any start may be the one.
    expect(summary({ ...at('2026-03-13T23:00', due), start: '2026-03-14T23:00Z' })).toMatch(
      /^weekly 2026-03-14T23:00/,
    );
  });

  test('counts every start when not all is known', () => {
    expect(summary(at('2026-03-06T17:00', { ...NOTHING, unknown: [{ why: 'unreadable' }] }))).toMatch(
      /^weekly 2026-03-07T23:00/,
    );
  });

  test('blocks over the whole span in which maintenance may start', () => {
    const [known] = scheduled('2026-03-06T09:00').scheduled;
    if (known === undefined) throw new Error('There is one');
    const state = { ...NOTHING, scheduled: [{ ...known, latest: utc('2026-03-07T09:00') }] };
    const scene = { ...at('2026-03-05T00:00', state) };
    expect(summary({ ...scene, start: '2026-03-06T07:59Z' })).toMatch(/^clear/);
    expect(summary({ ...scene, start: '2026-03-07T12:59Z' })).toBe(
      'scheduled 2026-03-06T09:00 to 2026-03-07T13:00, clear from 2026-03-07T13:00',
    );
  });
});

describe('running maintenance', () => {
  const running: MaintenanceState = {
    ...NOTHING,
    running: [{ since: utc('2026-03-02T06:00'), by: 'MAINTENANCE_STARTED' }],
  };

  test.for(['window', 'scheduled'] as const)(
    'blocks with blockOn: %s, also past its assumed end',
    blockOn => {
      expect(summary({ window: 'Sat 23 UTC', state: running, blockOn })).toBe(
        'running 2026-03-02T06:00 to 2026-03-02T16:00, clear from 2026-03-02T16:00',
      );
    },
  );

  test('blocks until as far ahead as it is assumed to last', () => {
    const scene = { window: 'Sat 23 UTC', state: running };
    expect(summary({ ...scene, start: '2026-03-02T15:59Z' })).toMatch(/^running/);
    expect(summary({ ...scene, start: '2026-03-02T16:00Z' })).toMatch(/^clear/);
  });

  test('is told of first, where a deploy meets more', () => {
    const scene = { window: 'Mon 8 UTC', state: running, lasts: '8h' };
    expect(summary(scene)).toMatch(/^running 2026-03-02T06:00/);
  });

  test('is told of first, also where a weekly start or what is overdue lies before it', () => {
    const since = utc('2026-03-02T10:00');
    const late = { ...running, running: [{ since, by: 'MAINTENANCE_STARTED' }] };
    expect(summary({ window: 'Mon 9 UTC', state: late })).toMatch(/^running 2026-03-02T10:00/);
    const start = since - HOUR;
    const overdue = { start, latest: start, announced: start - 3 * 24 * HOUR, deferrals: 0, by: 'x' };
    expect(summary({ window: 'Sat 23 UTC', state: { ...late, scheduled: [overdue] } })).toMatch(
      /^running 2026-03-02T10:00 to 2026-03-02T16:00, clear from 2026-03-02T16:00$/,
    );
  });

  test('that a later deploy does not meet is not told with what that one meets', () => {
    const scene = { window: 'Sat 23 UTC', state: running, start: '2026-03-07T22:30Z' };
    expect(summary(scene)).toMatch(/^weekly 2026-03-07T23:00/);
  });

  test('blocks also where no window is set', () => {
    expect(summary({ state: running })).toMatch(/^running/);
  });

  test('does not hide what is announced meanwhile, nor starts that are far away', () => {
    const scene: Scene = {
      window: 'Sat 23 UTC',
      blockOn: 'scheduled',
      now: '2026-03-06T12:00',
      start: '2026-03-07T22:30Z',
    };
    const next = {
      start: utc('2026-03-07T23:00'),
      latest: utc('2026-03-07T23:00'),
      announced: utc('2026-03-05T00:00'),
      deferrals: 0,
      by: 'MAINTENANCE_IN_ADVANCED',
    } as const;
    expect(summary({ ...scene, state: { ...running, scheduled: [next] } })).toMatch(
      /^scheduled 2026-03-07T23:00/,
    );
    expect(summary({ ...scene, state: running })).toMatch(/^clear/);
    expect(summary({ ...scene, state: running, start: '2026-03-14T22:30Z' })).toMatch(/^tooEarly/);
  });

  test('blocks as the window alone tells it, while the events are unknown', () => {
    const state: MaintenanceState = {
      ...NOTHING,
      running: [{ since: utc('2026-03-02T12:00'), by: 'startASAP' }],
      unknown: [{ why: 'unreadable' }],
    };
    expect(summary({ window: 'Sat 23 UTC', blockOn: 'scheduled', state })).toMatch(/^running/);
  });
});

test('without a window nobody can know, and nothing is claimed about starts', () => {
  expect(verdict({})).toEqual({ overlap: false, unknown: [{ why: 'noWindow' }] });
});

test('what blocks for certain says from when on it is clear, though not all is known', () => {
  const state: MaintenanceState = { ...NOTHING, unknown: [{ why: 'unreadable' }] };
  expect(summary({ window: 'Mon 12 UTC', state })).toBe(
    'weekly 2026-03-02T12:00 to 2026-03-02T16:00, clear from 2026-03-02T16:00',
  );
});

test('a deploy without a line is told without one', () => {
  const deploy = { start: utc('2026-03-02T12:00'), end: utc('2026-03-02T13:00') };
  const maintenance = { start: utc('2026-03-02T12:00'), end: utc('2026-03-02T16:00') };
  expect(verdict({ window: 'Mon 12 UTC' }).block).toStrictEqual({ reason: 'weekly', maintenance, deploy });
});

test('what is not known of the events is not known of the deploy, in both modes', () => {
  for (const blockOn of ['window', 'scheduled'] as const) {
    const judgement = verdict({
      window: 'Sat 23 UTC',
      blockOn,
      state: { ...NOTHING, unknown: [{ why: 'unreadable' }] },
    });
    expect(judgement).toMatchObject({ overlap: false, unknown: [{ why: 'unreadable' }] });
    expect(judgement.clearAt).toBeUndefined();
  }
});

test('a zone that the runtime does not know is an error, never a clear verdict', () => {
  expect(() => verdict({ window: 'Sat 23 Mars/Olympus' })).toThrow(RangeError);
});

test('no deploy at all is an error, never a clear verdict', () => {
  const question = { window: weekly('Sat 23 UTC'), state: NOTHING, blockOn: 'window' } as const;
  expect(() => judge({ ...question, deploys: [], maintenanceDuration: HOUR, now: 0 })).toThrow(
    new RangeError('There is no deploy to judge'),
  );
});

test('a start is looked for as far as 53 weeks ahead', () => {
  // Maintenance leaves exactly a minute a week.
  const scene = { window: 'Sat 23 UTC', maintenance: '6d23h59m' };
  const { clearAt } = verdict({ ...scene, lasts: '1m' });
  expect(clearAt).toBe(utc('2026-03-07T23:00') - MINUTE);
  expect(verdict({ ...scene, lasts: '2m' }).clearAt).toBeUndefined();
  expect(verdict({ ...scene, lasts: '2m' }).nextStart).toBeLessThan(utc('2026-03-02T12:00') + WEEK);
  // What runs is over in exactly 53 weeks, or a minute later.
  const now = utc('2026-03-02T12:00');
  const running = [{ since: now, by: 'MAINTENANCE_STARTED' }];
  const question = questionOf({ state: { ...NOTHING, running } });
  const last = 53 * WEEK;
  expect(judge({ ...question, maintenanceDuration: last }).clearAt).toBe(now + last);
  expect(judge({ ...question, maintenanceDuration: last + MINUTE }).clearAt).toBeUndefined();
});

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { weeklyStart } from '../../sandbox/zone.ts';
import { call } from './client.ts';

const NOON = '2026-09-01T12:00:00Z'; // a Tuesday
const HOUR = 3_600_000;
const id = 'abcdefabcdefabcdefabcdef';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ now: NOON });
});
afterEach(() => sandbox.close());

/** Event types from the feed with their instants, oldest first, without the noise. */
const story = async () => {
  const { json } = await call(sandbox, 'GET', id, 'events');
  const results = json && typeof json === 'object' && 'results' in json ? json.results : [];
  return (Array.isArray(results) ? results : [])
    .map((event: { created: string; eventTypeName: string }) => `${event.created} ${event.eventTypeName}`)
    .reverse();
};
const state = () => sandbox.project(id)?.maintenance?.state ?? 'none';

describe('the clock plays the life of maintenance', () => {
  test('announced 60 hours ahead, started at the weekly start, completed four hours later', async () => {
    sandbox.setup(id, { dayOfWeek: 1, hourOfDay: 2, plan: {}, noise: 0 });
    expect(state()).toBe('none');
    expect(await story()).toEqual([]);

    sandbox.clock.freeze('2026-09-03T14:00:00Z');
    expect(state()).toBe('scheduled');
    sandbox.clock.freeze('2026-09-06T05:59:59Z');
    expect(state()).toBe('running');
    sandbox.clock.freeze('2026-09-06T06:00:00Z');
    expect(state()).toBe('none');
    expect(await story()).toEqual([
      '2026-09-03T14:00:00Z MAINTENANCE_IN_ADVANCED',
      '2026-09-06T02:00:00Z MAINTENANCE_STARTED',
      '2026-09-06T06:00:00Z MAINTENANCE_COMPLETED',
    ]);
    expect(sandbox.project(id)?.past).toEqual([
      { start: Date.parse('2026-09-06T02:00:00Z'), end: Date.parse('2026-09-06T06:00:00Z') },
    ]);
  });

  test('one leap of the clock tells the same story as many steps', async () => {
    const plan = { inHours: 100, announcedHoursAhead: 49 };
    sandbox.setup(id, {
      dayOfWeek: 4,
      hourOfDay: 3,
      timeZoneId: 'Asia/Kolkata',
      autoDeferOnceEnabled: true,
      plan,
    });
    sandbox.clock.advance(40 * 24 * HOUR);
    const leap = await story();
    sandbox.clock.freeze(NOON);
    sandbox.setup(id, {
      dayOfWeek: 4,
      hourOfDay: 3,
      timeZoneId: 'Asia/Kolkata',
      autoDeferOnceEnabled: true,
      plan,
    });
    for (let step = 0; step < 40 * 24; step++) {
      sandbox.clock.advance(HOUR);
      sandbox.project(id);
    }
    expect(await story()).toEqual(leap);
    expect(leap.map(line => line.split(' ')[1]).slice(-4)).toEqual([
      'MAINTENANCE_IN_ADVANCED',
      'MAINTENANCE_AUTO_DEFERRED',
      'MAINTENANCE_STARTED',
      'MAINTENANCE_COMPLETED',
    ]);
  });

  test('auto-defer moves it by a week and counts', () => {
    sandbox.setup(id, { dayOfWeek: 1, hourOfDay: 2, autoDeferOnceEnabled: true, plan: {}, noise: 0 });
    sandbox.clock.freeze('2026-09-03T14:00:00Z');
    expect(sandbox.project(id)?.maintenance).toMatchObject({
      start: Date.parse('2026-09-13T02:00:00Z'),
      numberOfDeferrals: 1,
    });
  });

  test('urgent maintenance comes unannounced', async () => {
    sandbox.setup(id, { dayOfWeek: 1, hourOfDay: 2, plan: { announcedHoursAhead: null }, noise: 0 });
    sandbox.clock.freeze('2026-09-06T02:00:00Z');
    expect(state()).toBe('running');
    expect(await story()).toEqual(['2026-09-06T02:00:00Z MAINTENANCE_STARTED']);
  });

  test('a window moved before the announcement takes the maintenance along', async () => {
    sandbox.setup(id, { dayOfWeek: 1, hourOfDay: 2, plan: {} });
    await call(sandbox, 'PATCH', id, undefined, { dayOfWeek: 2, hourOfDay: 5 });
    sandbox.clock.freeze('2026-09-06T05:00:00Z');
    expect(sandbox.project(id)?.maintenance?.start).toBe(Date.parse('2026-09-07T05:00:00Z'));
  });

  test('a wave keeps auto-defer from acting', () => {
    sandbox.setup(id, { dayOfWeek: 1, hourOfDay: 2, autoDeferOnceEnabled: true, waveFromTags: 3, plan: {} });
    sandbox.clock.freeze('2026-09-03T14:00:00Z');
    expect(sandbox.project(id)?.maintenance?.numberOfDeferrals).toBe(0);
  });
});

describe('Atlas acts', () => {
  test.each([
    ['deferByAdmin', 'ATLAS_MAINTENANCE_DEFERRED_BY_ADMIN', '2026-09-11T00:00:00.000Z'],
    ['scheduleForNextWindow', 'ATLAS_MAINTENANCE_SCHEDULED_FOR_NEXT_WINDOW', '2026-09-04T00:00:00.000Z'],
    ['announce', 'MAINTENANCE_IN_ADVANCED', '2026-09-04T00:00:00.000Z'],
    ['noLongerNeeded', 'MAINTENANCE_NO_LONGER_NEEDED', undefined],
    ['resetByAdmin', 'ATLAS_MAINTENANCE_RESET_BY_ADMIN', undefined],
  ] as const)('%s', async (action, event, start) => {
    sandbox.setup(id, { scheduledInHours: 60, noise: 0 });
    sandbox.administer(id, action);
    expect((await story()).at(-1)).toBe(`2026-09-01T12:00:00Z ${event}`);
    const at = sandbox.project(id)?.maintenance?.start;
    expect(at === undefined ? at : new Date(at).toISOString()).toBe(start);
  });

  test('running maintenance can be completed early, and its true end is kept', () => {
    sandbox.setup(id, { runningForHours: 5 });
    expect(state()).toBe('running');
    sandbox.administer(id, 'complete');
    expect(state()).toBe('none');
    expect(sandbox.project(id)?.past).toEqual([
      { start: Date.parse('2026-09-01T07:00:00Z'), end: Date.parse(NOON) },
    ]);
  });
});

describe('states come with the events that led there', () => {
  test('scheduled, deferred twice', async () => {
    sandbox.setup(id, { scheduledInHours: 60, numberOfDeferrals: 2, noise: 0 });
    expect(await story()).toEqual([
      '2026-08-18T12:00:00Z MAINTENANCE_IN_ADVANCED',
      '2026-08-18T12:00:00Z ATLAS_MAINTENANCE_DEFERRED',
      '2026-08-25T12:00:00Z ATLAS_MAINTENANCE_DEFERRED',
    ]);
    expect(sandbox.project(id)?.maintenance?.start).toBe(Date.parse('2026-09-04T00:00:00Z'));
  });

  test('running', async () => {
    sandbox.setup(id, { runningForHours: 5, noise: 0 });
    expect(await story()).toEqual([
      '2026-08-29T19:00:00Z MAINTENANCE_IN_ADVANCED',
      '2026-09-01T07:00:00Z MAINTENANCE_STARTED',
    ]);
  });

  test('or with events written by hand', async () => {
    const events = [{ created: '2026-08-30T00:00:00Z', eventTypeName: 'MAINTENANCE_COMPLETED' }];
    sandbox.setup(id, { dayOfWeek: 1, hourOfDay: 0, events });
    expect(await story()).toEqual(['2026-08-30T00:00:00Z MAINTENANCE_COMPLETED']);
  });
});

describe('events', () => {
  const list = async (query: string) => {
    const { json } = await call(sandbox, 'GET', id, `events${query}`);
    return json as { results: { eventTypeName: string; created: string }[]; totalCount: number };
  };

  test('come newest first, in pages, with a count unless it is not asked for', async () => {
    sandbox.setup(id, { noise: 250 });
    const first = await list('');
    expect([first.results.length, first.totalCount]).toEqual([100, 250]);
    expect(await list('?includeCount=false')).toEqual({ ...first, totalCount: 0, links: expect.anything() });
    expect(first.results.map(({ created }) => created)).toEqual(
      first.results
        .map(({ created }) => created)
        .sort()
        .reverse(),
    );
    expect((await list('?pageNum=3')).results).toHaveLength(50);
    expect((await list('?pageNum=4')).results).toHaveLength(0);
    expect((await list('?itemsPerPage=500')).results).toHaveLength(250);
    expect((await call(sandbox, 'GET', id, 'events?itemsPerPage=501')).status).toBe(400);
    for (const date of ['minDate', 'maxDate'])
      expect((await call(sandbox, 'GET', id, `events?${date}=yesterday`)).status).toBe(400);
  });

  test('are filtered by types and by date', async () => {
    sandbox.setup(id, { scheduledInHours: 60, numberOfDeferrals: 1 });
    const types = '?eventType=MAINTENANCE_IN_ADVANCED&eventType=ATLAS_MAINTENANCE_DEFERRED';
    expect((await list(types)).results.map(({ eventTypeName }) => eventTypeName)).toEqual([
      'ATLAS_MAINTENANCE_DEFERRED',
      'MAINTENANCE_IN_ADVANCED',
    ]);
    expect((await list(`${types}&minDate=2026-08-26T00:00:00Z`)).results).toEqual([]);
    expect((await list(`${types}&maxDate=2026-08-25T11:59:59Z`)).results).toEqual([]);
    expect((await list(`${types}&maxDate=2026-08-25T12:00:00Z`)).results).toHaveLength(2);
    expect((await list(`${types}&excludedEventType=MAINTENANCE_IN_ADVANCED`)).results).toHaveLength(1);
  });

  test('have a rate limit of their own', async () => {
    sandbox.setup(id, {});
    const { headers } = await call(sandbox, 'GET', id, 'events');
    expect(headers).toMatchObject({ 'ratelimit-limit': '300', 'ratelimit-remaining': '299' });
  });
});

test('weekly starts agree with Temporal in zones with gaps and overlaps', () => {
  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: Date.parse('2010-01-01'), max: Date.parse('2040-01-01') }),
      (zone, day, hour, from) => {
        const here = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
        const starts = Array.from({ length: 10 }, (_, index) => here.toPlainDate().add({ days: index - 1 }))
          .filter(date => (date.dayOfWeek % 7) + 1 === day)
          .map(date => date.toPlainDateTime({ hour }).toZonedDateTime(zone).epochMilliseconds)
          .filter(start => start >= from);
        expect(weeklyStart(from, day, hour, zone)).toBe(Math.min(...starts));
      },
    ),
    { numRuns: 500 },
  );
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accounts, projects, type Sandbox, type Setup, startSandbox } from '../../sandbox/server.ts';
import { api, ask, atlasHeaders, call, errorCode } from './client.ts';

const NOON = '2026-09-01T12:00:00Z'; // a Tuesday
const id = 'abcdefabcdefabcdefabcdef';
const WINDOW: Setup = { dayOfWeek: 1, hourOfDay: 1 };

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ now: NOON });
});
afterEach(() => sandbox.close());

const patch = (body: unknown) => call(sandbox, 'PATCH', id, undefined, body);
const defer = () => call(sandbox, 'POST', id, 'maintenanceWindow/defer');
const toggle = () => call(sandbox, 'POST', id, 'maintenanceWindow/autoDefer');
const read = async () => (await call(sandbox, 'GET', id)).json;
const code = async (reply: ReturnType<typeof call>) => errorCode(await reply);

describe('as recorded', () => {
  test('GET tells the window', async () => {
    sandbox.setup(id, WINDOW);
    const reply = await call(sandbox, 'GET', id);
    expect(reply.text).toBe(
      '{"autoDeferOnceEnabled":false,"dayOfWeek":1,"hourOfDay":1,"numberOfDeferrals":0,"startASAP":false,"timeZoneId":"UTC"}',
    );
    expect(reply.headers).toMatchObject({
      'ratelimit-limit': '1200',
      'ratelimit-remaining': '1199',
      date: 'Tue, 01 Sep 2026 12:00:00 GMT',
    });
  });

  test('a project without a window is a 200 without a day', async () => {
    sandbox.setup(id, {});
    const reply = await call(sandbox, 'GET', id);
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual({
      autoDeferOnceEnabled: false,
      numberOfDeferrals: 0,
      startASAP: false,
      timeZoneId: 'UTC',
    });
  });

  test('writes answer without a body and without a type', async () => {
    sandbox.setup(id, { ...WINDOW, scheduledInHours: 60 });
    for (const reply of [await defer(), await toggle()]) {
      expect([reply.status, reply.text]).toEqual([200, '']);
      expect(reply.headers['content-length']).toBe('0');
      expect(reply.headers['content-type']).toBeUndefined();
    }
    sandbox.setup(id, WINDOW);
    const removed = await call(sandbox, 'DELETE', id);
    expect([removed.status, removed.text]).toEqual([204, '']);
    expect(sandbox.project(id)?.window).toBeNull();
  });

  test('any other media type is refused', async () => {
    sandbox.setup(id, WINDOW);
    const Authorization = `Bearer ${accounts.owner.accessToken}`;
    const send = (headers: Record<string, string>, body = '') =>
      ask(api(sandbox, id), body ? 'PATCH' : 'GET', { Authorization, ...headers }, body);
    expect((await send({ Accept: 'application/json' })).status).toBe(406);
    expect((await send({})).status).toBe(406);
    const body = '{"dayOfWeek":2}';
    for (const version of ['2023-01-01', '2025-03-12', '2099-12-31', 'preview']) {
      const type = `application/vnd.atlas.${version}+json`;
      expect((await send({ Accept: type })).status).toBe(200);
      expect((await send({ Accept: type, 'Content-Type': type }, body)).status).toBe(200);
    }
    expect((await send({ Accept: 'application/vnd.atlas.2022-12-31+json' })).status).toBe(406);
    expect((await send({ ...atlasHeaders(), 'Content-Type': 'application/json' }, body)).status).toBe(415);
    expect((await send(atlasHeaders(body), body)).status).toBe(200);
  });

  test('paths and methods that do not exist are refused', async () => {
    expect((await call(sandbox, 'GET', 'ABC')).status).toBe(404);
    expect((await call(sandbox, 'GET', projects.window, 'clusters')).status).toBe(404);
    expect((await call(sandbox, 'PUT', projects.window)).status).toBe(405);
  });
});

describe('PATCH', () => {
  test('the first one needs day and hour', async () => {
    sandbox.setup(id, {});
    expect(await code(patch({ hourOfDay: 3 }))).toBe('ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK');
    expect(await code(patch({ dayOfWeek: 3 }))).toBe('ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY');
    expect((await patch({ dayOfWeek: 3, hourOfDay: 0 })).status).toBe(200);
    expect(await read()).toMatchObject({ dayOfWeek: 3, hourOfDay: 0 });
  });

  test('later ones need the day and keep what they do not name', async () => {
    const protectedHours = { startHourOfDay: 9, endHourOfDay: 17 };
    sandbox.setup(id, { ...WINDOW, autoDeferOnceEnabled: true, protectedHours });
    expect(await code(patch({ hourOfDay: 3 }))).toBe('ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK');
    expect((await patch({ dayOfWeek: 5 })).status).toBe(200);
    expect(await read()).toMatchObject({
      dayOfWeek: 5,
      hourOfDay: 1,
      autoDeferOnceEnabled: true,
      protectedHours,
    });
  });

  test.each([
    [{ dayOfWeek: 0 }, 'ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK'],
    [{ dayOfWeek: 8 }, 'ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK'],
    [{ dayOfWeek: '1' }, 'ATLAS_INVALID_MAINTENANCE_WINDOW_DAY_OF_WEEK'],
    [{ dayOfWeek: 1, hourOfDay: 24 }, 'ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY'],
    [{ dayOfWeek: 1, hourOfDay: 1.5 }, 'ATLAS_INVALID_MAINTENANCE_WINDOW_HOUR_OF_DAY'],
    [{ dayOfWeek: 1, numberOfDeferrals: 0 }, 'INVALID_ATTRIBUTE'],
    [{ dayOfWeek: 1, timeZoneId: 'UTC' }, 'INVALID_ATTRIBUTE'],
    [{ dayOfWeek: 1, effectiveWaveAssignment: 1 }, 'INVALID_ATTRIBUTE'],
    [{ dayOfWeek: 1, colour: 'red' }, 'INVALID_ATTRIBUTE'],
    [{ dayOfWeek: 1, autoDeferOnceEnabled: 'yes' }, 'INVALID_ATTRIBUTE'],
    [{ dayOfWeek: 1, protectedHours: { startHourOfDay: 9, endHourOfDay: 9 } }, 'INVALID_ATTRIBUTE'],
    [{ dayOfWeek: 1, protectedHours: { startHourOfDay: 0, endHourOfDay: 19 } }, 'INVALID_ATTRIBUTE'],
    [{ dayOfWeek: 1, protectedHours: { startHourOfDay: 9 } }, 'INVALID_ATTRIBUTE'],
    [{ dayOfWeek: 1, protectedHours: null }, 'INVALID_ATTRIBUTE'],
    [{ dayOfWeek: 1, waveAssignment: 4 }, 'INVALID_ATTRIBUTE'],
    [{ dayOfWeek: 1, autoDeferOnceEnabled: true, startASAP: true }, 'INVALID_ATTRIBUTE'],
    [[], 'INVALID_JSON'],
  ])('%j is refused', async (body, expected) => {
    sandbox.setup(id, WINDOW);
    const before = await read();
    const reply = await patch(body);
    expect([reply.status, errorCode(reply)]).toEqual([400, expected]);
    expect(await read()).toEqual(before);
  });

  test('protected hours may wrap midnight, be 18 hours long, and be cleared', async () => {
    sandbox.setup(id, WINDOW);
    const protectedHours = { startHourOfDay: 22, endHourOfDay: 16 };
    expect((await patch({ dayOfWeek: 1, protectedHours })).status).toBe(200);
    expect(await read()).toMatchObject({ protectedHours });
    expect((await patch({ dayOfWeek: 1, protectedHours: {} })).status).toBe(200);
    expect(await read()).not.toHaveProperty('protectedHours');
  });

  test('a wave is chosen and cleared, unless the organization derives it from tags', async () => {
    sandbox.setup(id, WINDOW);
    await patch({ dayOfWeek: 1, waveAssignment: 2 });
    expect(await read()).toMatchObject({ waveAssignment: 2, effectiveWaveAssignment: 2 });
    await patch({ dayOfWeek: 1, waveAssignment: null });
    expect(await read()).not.toHaveProperty('effectiveWaveAssignment');
    sandbox.setup(id, { ...WINDOW, waveFromTags: 1 });
    expect((await patch({ dayOfWeek: 1, waveAssignment: 2 })).status).toBe(400);
    expect(await read()).toMatchObject({ effectiveWaveAssignment: 1 });
    // The reference tells it in another way: stored, and ignored.
    sandbox.setup(id, { ...WINDOW, waveFromTags: 1, waveBesideTags: 'stored' });
    expect((await patch({ dayOfWeek: 1, waveAssignment: 2 })).status).toBe(200);
    expect(await read()).toMatchObject({ waveAssignment: 2, effectiveWaveAssignment: 1 });
  });

  test('a wave needs no window, and is shown without one; nothing else does without', async () => {
    sandbox.setup(id, {});
    expect((await patch({ waveAssignment: 2 })).status).toBe(200);
    const wave = { waveAssignment: 2, effectiveWaveAssignment: 2 };
    expect(await read()).toMatchObject(wave);
    expect(await read()).not.toHaveProperty('dayOfWeek');
    expect((await patch({ waveAssignment: 3, autoDeferOnceEnabled: false })).status).toBe(400);
    expect(await read()).toMatchObject(wave);
    expect((await patch({ waveAssignment: 4 })).status).toBe(400);
    await patch({ waveAssignment: null });
    expect(await read()).not.toHaveProperty('waveAssignment');
  });

  test.each(['keep', 'clear'] as const)(
    'without protected hours may %s them, as sources differ',
    async omittedHours => {
      const protectedHours = { startHourOfDay: 9, endHourOfDay: 17 };
      sandbox.setup(id, { ...WINDOW, protectedHours, omittedHours });
      await patch({ dayOfWeek: 2, hourOfDay: 1 });
      expect(sandbox.project(id)?.window?.protectedHours).toEqual(
        omittedHours === 'keep' ? protectedHours : undefined,
      );
    },
  );

  test('what is on already may be sent along with waves', async () => {
    sandbox.setup(id, { ...WINDOW, autoDeferOnceEnabled: true, waveFromTags: 3 });
    expect((await patch({ dayOfWeek: 2, hourOfDay: 1, autoDeferOnceEnabled: true })).status).toBe(200);
  });

  test('scheduled maintenance freezes the window, and every PATCH that passes resets the deferrals', async () => {
    sandbox.setup(id, { scheduledInHours: 60, numberOfDeferrals: 2 });
    const { dayOfWeek = 0, hourOfDay = 0 } = sandbox.project(id)?.window ?? {};
    expect(await code(patch({ dayOfWeek, hourOfDay: (hourOfDay + 1) % 24 }))).toBe(
      'ATLAS_MAINTENANCE_ALREADY_SCHEDULED',
    );
    expect(await code(call(sandbox, 'DELETE', id))).toBe('ATLAS_MAINTENANCE_ALREADY_SCHEDULED');
    expect(await read()).toMatchObject({ numberOfDeferrals: 2 });
    expect((await patch({ dayOfWeek, hourOfDay })).status).toBe(200);
    expect(await read()).toMatchObject({ numberOfDeferrals: 0 });
  });

  test('startASAP needs a window and scheduled maintenance, and runs it at once', async () => {
    sandbox.setup(id, {});
    expect(await code(patch({ startASAP: true }))).toBe('ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED');
    sandbox.setup(id, WINDOW);
    expect(await code(patch({ startASAP: true }))).toBe('ATLAS_MAINTENANCE_NOT_SCHEDULED');
    sandbox.setup(id, { scheduledInHours: 30 });
    expect((await patch({ startASAP: true })).status).toBe(200);
    expect(await read()).toMatchObject({ startASAP: true });
    expect(sandbox.project(id)?.maintenance?.state).toBe('running');
    sandbox.clock.advance(5 * 3_600_000);
    expect(await read()).toMatchObject({ startASAP: false });
  });
});

test.each([
  { dayOfWeek: 3, hourOfDay: 4 },
  { dayOfWeek: 0, hourOfDay: 0 },
])('startASAP is taken with %j along, which count for nothing', async along => {
  sandbox.setup(id, { scheduledInHours: 30 });
  const before = sandbox.project(id)?.window;
  expect((await patch({ ...along, startASAP: true })).status).toBe(200);
  expect(sandbox.project(id)).toMatchObject({ window: before, maintenance: { state: 'running' } });
});

describe('defer', () => {
  test('moves maintenance by a week, twice', async () => {
    sandbox.setup(id, { scheduledInHours: 60 });
    const start = () => new Date(sandbox.project(id)?.maintenance?.start ?? 0).toISOString();
    expect(start()).toBe('2026-09-04T00:00:00.000Z');
    expect((await defer()).status).toBe(200);
    expect(start()).toBe('2026-09-11T00:00:00.000Z');
    expect(await read()).toMatchObject({ numberOfDeferrals: 1 });
    expect((await defer()).status).toBe(400); // a week too early now
    sandbox.clock.advance(7 * 24 * 3_600_000);
    expect((await defer()).status).toBe(200);
    expect(start()).toBe('2026-09-18T00:00:00.000Z');
    expect(await code(defer())).toBe('ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED');
  });

  test('goes on beyond two where Atlas granted one more', async () => {
    sandbox.setup(id, { scheduledInHours: 60, numberOfDeferrals: 2 });
    expect((await defer()).status).toBe(400);
    sandbox.administer(id, 'grantDeferral');
    expect(sandbox.project(id)?.events.at(-1)?.eventTypeName).toBe('EXTRA_MAINTENANCE_DEFERRAL_GRANTED');
    expect((await defer()).status).toBe(200);
    expect(await read()).toMatchObject({ numberOfDeferrals: 3 });
    sandbox.setup(id, { scheduledInHours: 60, numberOfDeferrals: 3 });
    expect(await read()).toMatchObject({ numberOfDeferrals: 3 });
    expect(await code(defer())).toBe('ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED');
  });

  test('by itself leaves a deferral by hand', async () => {
    sandbox.setup(id, { ...WINDOW, autoDeferOnceEnabled: true, plan: { inHours: 72 } });
    sandbox.administer(id, 'announce');
    expect(await read()).toMatchObject({ numberOfDeferrals: 1 });
    sandbox.clock.freeze((sandbox.project(id)?.maintenance?.start ?? 0) - 60 * 3_600_000);
    expect((await defer()).status).toBe(200);
    expect(await read()).toMatchObject({ numberOfDeferrals: 2 });
  });

  test.each([
    [73, 400],
    [72, 200],
    [48, 200],
    [47, 400],
  ])('%i hours before the start: %i', async (scheduledInHours, status) => {
    sandbox.setup(id, { scheduledInHours });
    expect((await defer()).status).toBe(status);
  });

  test.each([
    ['nothing scheduled', WINDOW],
    ['no window', {}],
  ])('%s: refused', async (_state, setup) => {
    sandbox.setup(id, setup);
    expect(await code(defer())).toBe('ATLAS_MAINTENANCE_NOT_SCHEDULED');
  });

  test('with waves only the last one, and once', async () => {
    sandbox.setup(id, { scheduledInHours: 60, waveAssignment: 1 });
    expect((await defer()).status).toBe(400);
    sandbox.setup(id, { scheduledInHours: 60, waveAssignment: 3 });
    expect((await defer()).status).toBe(200);
    sandbox.setup(id, { scheduledInHours: 60, waveAssignment: 3, numberOfDeferrals: 1 });
    expect(await code(defer())).toBe('ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED');
  });
});

describe('autoDefer', () => {
  test('flips and leaves the deferrals alone', async () => {
    sandbox.setup(id, { scheduledInHours: 60, numberOfDeferrals: 1 });
    await toggle();
    expect(await read()).toMatchObject({ autoDeferOnceEnabled: true, numberOfDeferrals: 1 });
    await toggle();
    expect(await read()).toMatchObject({ autoDeferOnceEnabled: false, numberOfDeferrals: 1 });
  });

  test('needs a window, and no waves', async () => {
    sandbox.setup(id, {});
    expect(await code(toggle())).toBe('ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED');
    sandbox.setup(id, { ...WINDOW, waveFromTags: 3 });
    expect((await toggle()).status).toBe(400);
    expect((await patch({ dayOfWeek: 1, autoDeferOnceEnabled: true })).status).toBe(400);
  });
});

test('the bucket empties, tells when it is full again, and fills with time', async () => {
  sandbox.setup(id, WINDOW);
  for (let batch = 0; batch < 24; batch++) {
    await Promise.all(Array.from({ length: 50 }, () => call(sandbox, 'GET', id)));
  }
  const reply = await call(sandbox, 'GET', id);
  expect(reply.status).toBe(429);
  expect(reply.headers).toMatchObject({ 'retry-after': '1', 'ratelimit-remaining': '0' });
  expect(reply.json).toMatchObject({
    errorCode: 'RATE_LIMITED_TOKEN_BUCKET',
    parameters: ['maintenanceWindow', 1, 1200, 500, 60],
  });
  expect((await call(sandbox, 'GET', projects.window)).status).toBe(200);
  sandbox.clock.advance(60_000);
  expect((await call(sandbox, 'GET', id)).headers['ratelimit-remaining']).toBe('499');
}, 20_000);

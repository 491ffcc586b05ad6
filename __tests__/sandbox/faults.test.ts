import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  accounts,
  type Fault,
  type FaultName,
  faultNames,
  HOSTILE,
  projects,
  type Sandbox,
  startSandbox,
} from '../../sandbox/server.ts';
import { api, ask, atlasHeaders, call, digestAnswer, errorCode, nonceOf } from './client.ts';

const NOON = '2026-09-01T12:00:00Z';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ now: NOON });
});
afterEach(() => sandbox.close());

const on = (fault: Fault) => sandbox.faults.push(fault);
const get = (path?: string) => call(sandbox, 'GET', projects.window, path);
const deferrals = (id: string) => sandbox.project(id)?.maintenance?.numberOfDeferrals;

/** What arrives, byte for byte, until the connection ends or `enough` of it is there. */
const raw = (enough = Number.POSITIVE_INFINITY): Promise<{ text: string; ended: string }> =>
  new Promise(resolve => {
    const { port } = new URL(sandbox.url);
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    const done = (ended: string) => {
      socket.destroy();
      resolve({ text, ended });
    };
    socket.on('data', chunk => {
      text += chunk;
      if (text.length >= enough) done('enough');
    });
    socket.on('error', error => done('code' in error ? String(error.code) : 'error'));
    socket.on('end', () => done('end'));
    const { pathname } = new URL(api(sandbox, projects.window));
    socket.write(
      [
        `GET ${pathname} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        `Accept: ${atlasHeaders().Accept}`,
        `Authorization: Bearer ${accounts.owner.accessToken}`,
        '\r\n',
      ].join('\r\n'),
    );
  });

describe('a connection can', () => {
  test.each([
    ['resetBeforeHeaders', /^$/, 'ECONNRESET'],
    ['resetInHeaders', /appli$/, 'ECONNRESET'],
    ['resetAfterHeaders', /Content-Length: 150\r\n.*\r\n\r\n$/s, 'ECONNRESET'],
    ['cutBody', /Content-Length: 117\r\n.*\r\n\r\n.{58}$/s, 'end'],
  ] as const)('break: %s', async (name, text, ended) => {
    on({ name });
    const received = await raw();
    expect(received.text).toMatch(text);
    expect(received.ended).toBe(ended);
    expect(sandbox.requests[0]?.fault).toBe(name);
  });

  test('stay silent, until the sandbox closes', async () => {
    on({ name: 'silence' });
    const answer = raw();
    while (sandbox.requests[0]?.fault === undefined) await new Promise(setImmediate);
    await sandbox.close();
    expect((await answer).text).toBe('');
    sandbox = await startSandbox();
  });

  test('drip', async () => {
    on({ name: 'drip', value: 1 });
    expect((await get()).json).toMatchObject({ dayOfWeek: 1 });
  });
});

describe('an answer can', () => {
  test.each<[FaultName, unknown]>([
    ['nullBody', null],
    ['arrayBody', [expect.objectContaining({ dayOfWeek: 1 })]],
    ['wrongShape', { data: expect.objectContaining({ dayOfWeek: 1 }) }],
    ['numbersAsStrings', expect.objectContaining({ dayOfWeek: '1', hourOfDay: '2' })],
    ['day0', expect.objectContaining({ dayOfWeek: 0, hourOfDay: 2 })],
    ['day8', expect.objectContaining({ dayOfWeek: 8 })],
    ['day42', expect.objectContaining({ dayOfWeek: 42 })],
    ['hour24', expect.objectContaining({ dayOfWeek: 1, hourOfDay: 24 })],
    ['hour42', expect.objectContaining({ hourOfDay: 42 })],
    ['hostileText', expect.objectContaining({ dayOfWeek: 1, timeZoneId: HOSTILE })],
  ])('be nonsense: %s', async (name, expected) => {
    on({ name });
    const reply = await get();
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual(expected);
  });

  test('be empty, HTML, broken, not UTF-8, huge, deep', async () => {
    const played = async (name: FaultName) => {
      sandbox.faults.splice(0, 1, { name });
      return get();
    };
    expect((await played('emptyBody')).text).toBe('');
    expect((await played('html')).headers['content-type']).toContain('text/html');
    expect((await played('brokenJson')).json).toBeUndefined();
    expect((await played('invalidUtf8')).text).toContain('\ufffd');
    expect((await played('hugeBody')).text.length).toBeGreaterThan(10_000_000);
    expect((await played('deepBody')).text.slice(0, 100_000)).toBe('['.repeat(100_000));
  });

  test('say anything', async () => {
    on({ name: 'fields', value: { dayOfWeek: null, hourOfDay: null } });
    expect((await get()).json).toMatchObject({ dayOfWeek: null, hourOfDay: null, timeZoneId: 'UTC' });
    sandbox.faults.splice(0, 1, {
      name: 'answer',
      value: { status: 418, headers: { 'X-Tea': 1 }, body: 'pot' },
    });
    const reply = await get();
    expect([reply.status, reply.headers['x-tea'], reply.text]).toEqual([418, '1', 'pot']);
  });

  test('lead elsewhere', async () => {
    const { port } = new URL(sandbox.url);
    on({ name: 'redirect301', times: 1 });
    on({ name: 'redirect307', value: 'same', times: 1 });
    on({ name: 'redirect302', value: 'https://elsewhere.example/' });
    const { pathname } = new URL(api(sandbox, projects.window));
    const replies = [await get(), await get(), await get()];
    expect(replies.map(({ status, headers }) => [status, headers.location])).toEqual([
      [301, `http://localhost:${port}${pathname}`],
      [307, `${sandbox.url}${pathname}?redirected=true`],
      [302, 'https://elsewhere.example/'],
    ]);
  });

  test('carry a wrong date', async () => {
    on({ name: 'clockSkew', value: -7200 });
    expect((await get()).headers.date).toBe('Tue, 01 Sep 2026 10:00:00 GMT');
  });

  test.each<[FaultName, number, string]>([
    ['accessList', 403, 'IP_ADDRESS_NOT_ON_ACCESS_LIST'],
    ['notFound', 404, 'GROUP_NOT_FOUND'],
    ['upgrade', 405, 'WRITES_NOT_ALLOWED_DURING_APP_UPGRADES'],
    ['nonCompliant', 400, 'NON_COMPLIANT_ATLAS_MAINTENANCE_WINDOW'],
    ['rateLimitedSilently', 429, 'RATE_LIMITED'],
    ['error500', 500, 'UNEXPECTED_ERROR'],
    ['error502', 502, 'UNEXPECTED_ERROR'],
    ['error503', 503, 'SERVICE_UNAVAILABLE'],
    ['error504', 504, 'UNEXPECTED_ERROR'],
  ])('be an error: %s', async (name, status, code) => {
    on({ name });
    const reply = await get();
    expect([reply.status, errorCode(reply)]).toEqual([status, code]);
  });

  test.each([500, 502, 503, 504] as const)("be a gateway's page: %i", async status => {
    on({ name: `gateway${status}` });
    const reply = await get();
    expect([reply.status, reply.json]).toEqual([status, undefined]);
  });

  test.each<[FaultName, string | undefined]>([
    ['rateLimited', '90'],
    ['rateLimitedUntilDate', 'Tue, 01 Sep 2026 12:01:30 GMT'],
    ['rateLimitedInBody', undefined],
  ])('tell to wait: %s', async (name, retryAfter) => {
    on({ name, value: 90 });
    const reply = await get();
    expect([reply.status, reply.headers['retry-after']]).toEqual([429, retryAfter]);
    expect(reply.json).toMatchObject({ parameters: ['maintenanceWindow', 90, 1200, 500, 60] });
  });

  test('refuse the events alone', async () => {
    on({ name: 'eventsForbidden' });
    expect([(await get()).status, (await get('events')).status]).toEqual([200, 403]);
  });
});

describe('a write can', () => {
  const defer = () => call(sandbox, 'POST', projects.scheduled, 'maintenanceWindow/defer');

  test('be done although its answer is lost', async () => {
    on({ name: 'lostAfterActing', path: '/defer$' });
    await expect(defer()).rejects.toThrow();
    expect(deferrals(projects.scheduled)).toBe(1);
  });

  test('be lost before it is done', async () => {
    on({ name: 'lostBeforeActing', path: '/defer$' });
    await expect(defer()).rejects.toThrow();
    expect(deferrals(projects.scheduled)).toBe(0);
  });

  test('be done although a gateway says otherwise', async () => {
    on({ name: 'gateway502', path: '/defer$', acts: true });
    expect((await defer()).status).toBe(502);
    expect(deferrals(projects.scheduled)).toBe(1);
  });

  test('take effect long after a gateway gave up on it', async () => {
    on({ name: 'lateEffect', path: '/defer$', times: 1, value: 2 });
    expect((await defer()).status).toBe(504);
    await call(sandbox, 'GET', projects.window);
    await call(sandbox, 'GET', projects.scheduled, 'events');
    const seen = async () => (await call(sandbox, 'GET', projects.scheduled)).json;
    expect(await seen()).toMatchObject({ numberOfDeferrals: 0 });
    expect(await seen()).toMatchObject({ numberOfDeferrals: 1 });
    expect(await seen()).toMatchObject({ numberOfDeferrals: 1 });
  });

  test('be answered as done and not be done', async () => {
    on({ name: 'notTaken' });
    const reply = await call(sandbox, 'PATCH', projects.window, undefined, { dayOfWeek: 5 });
    expect([reply.status, reply.text]).toEqual([200, '']);
    expect(sandbox.project(projects.window)?.window?.dayOfWeek).toBe(1);
  });
});

describe('signing in can', () => {
  const { publicKey: username, privateKey: password } = accounts.owner;
  const at = () => api(sandbox, projects.window);
  const signed = async (nc = '00000001') => {
    const nonce = nonceOf(await ask(at(), 'GET', atlasHeaders()));
    const uri = new URL(at()).pathname;
    const Authorization = digestAnswer({ username, password, nonce, method: 'GET', uri, nc });
    return ask(at(), 'GET', { ...atlasHeaders(), Authorization });
  };

  test('turn stale once', async () => {
    on({ name: 'stale', times: 1 });
    const first = await signed();
    expect([first.status, first.headers['www-authenticate']]).toEqual([
      401,
      expect.stringContaining('stale=true'),
    ]);
    expect((await signed()).status).toBe(200);
  });

  test('be refused for ever', async () => {
    on({ name: 'unauthorized' });
    for (let attempt = 0; attempt < 3; attempt++) expect((await signed()).status).toBe(401);
  });

  test.each<[FaultName, RegExp]>([
    ['challengeWithoutQop', /^Digest (?!.*qop)/],
    ['challengeAuthInt', /qop="auth-int"/],
    ['challengeSha256', /^Digest .*algorithm=SHA-256(?!.*MD5)/],
    ['challengesInOneHeader', /^Basic .*, Digest .*SHA-256.*, Digest .*MD5/],
    ['challengesInSeveralHeaders', /^Basic .*, Digest .*SHA-256.*, Digest .*MD5/],
    ['challengeHostile', /realm="::error::hostile/],
    ['challengeUnknown', /^Negotiate$/],
  ])('start with %s', async (name, header) => {
    on({ name });
    const reply = await ask(at(), 'GET', atlasHeaders());
    expect(reply.headers['www-authenticate']).toMatch(header);
  });

  test('end in the middle: the token dies, and stays dead', async () => {
    on({ name: 'tokenExpired', times: 1 });
    expect((await get()).status).toBe(401);
    expect((await get()).status).toBe(401);
  });

  test('fail at the token endpoint in both shapes', async () => {
    const mint = () => ask(`${sandbox.url}/api/oauth/token`, 'POST');
    on({ name: 'tokenOAuthError', times: 1 });
    on({ name: 'tokenAtlasError', times: 1 });
    expect((await mint()).json).toHaveProperty('error', 'invalid_client');
    expect((await mint()).json).toHaveProperty('errorCode', 'UNEXPECTED_ERROR');
  });

  test('meet the limits of the token endpoint', async () => {
    const mint = () => ask(`${sandbox.url}/api/oauth/token`, 'POST');
    on({ name: 'tokenRateLimited', times: 1 });
    on({ name: 'tokenLimit', times: 1 });
    const limited = await mint();
    expect([limited.status, limited.headers['retry-after']]).toEqual([429, undefined]);
    expect(limited.json).toMatchObject({ parameters: ['/api/oauth/token', 50, 1] });
    expect(await mint()).toMatchObject({ status: 403, json: { error: 'access_denied' } });
  });
});

describe('faults are counted', () => {
  test('so many times, after so many, on one path, then never again', async () => {
    on({ name: 'error503', path: '/events', skip: 1, times: 2 });
    const codes = [];
    for (let index = 0; index < 5; index++) {
      await get();
      codes.push((await get('events')).status);
    }
    expect(codes).toEqual([200, 503, 503, 200, 200]);
    expect(sandbox.faults).toEqual([]);
  });

  test('and leave the challenge alone unless told', async () => {
    on({ name: 'error503' });
    const unsigned = () => ask(api(sandbox, projects.window), 'GET', atlasHeaders());
    expect((await unsigned()).status).toBe(401);
    on({ name: 'error503', leg: 'any' });
    expect((await unsigned()).status).toBe(503);
  });
});

test('an error can play back what was sent, signed or not', async () => {
  on({ name: 'echo', value: 503, times: 2 });
  const answer = await call(sandbox, 'PATCH', projects.window, undefined, { dayOfWeek: 1 });
  expect(answer.status).toBe(503);
  const text = `Bearer ${accounts.owner.accessToken} {"dayOfWeek":1}`;
  expect(answer.json).toMatchObject({ detail: text, errorCode: text, parameters: [text] });
  const unsigned = await ask(api(sandbox, projects.window), 'GET', atlasHeaders());
  expect(unsigned.status).toBe(503);
});

test('an answer can be any bytes at all', async () => {
  on({ name: 'raw', value: 'HTTP/1.1 200 Fine\r\nX: \u00ff\r\n\r\n{' });
  const { text, ended } = await raw();
  expect(text).toMatch(/^HTTP\/1\.1 200 Fine\r\nX: .\r\n\r\n\{$/);
  expect(ended).toBe('end');
});

test('every fault says what it does', () => {
  for (const tells of Object.values(faultNames)) expect(tells).not.toBe('');
});

import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accounts, projects, type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { api, ask, atlasHeaders, digestAnswer, errorCode, nonceOf } from './client.ts';

const { publicKey: username, privateKey: password } = accounts.owner;
const uri = `/api/atlas/v2/groups/${projects.window}/maintenanceWindow`;

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const get = (authorization?: string, path = 'maintenanceWindow') =>
  ask(api(sandbox, projects.window, path), 'GET', {
    ...atlasHeaders(),
    ...(authorization && { Authorization: authorization }),
  });
const freshNonce = async () => nonceOf(await get());
const right = (nonce: string) => ({ username, password, nonce, method: 'GET', uri });

test('a request without credentials gets the recorded challenge', async () => {
  const reply = await get();
  expect(reply.status).toBe(401);
  expect(reply.headers['www-authenticate']).toMatch(
    /^Digest realm="MMS Public API", domain="", nonce="[A-Za-z0-9+/]{31}=", algorithm=MD5, qop="auth", stale=false$/,
  );
  expect(reply.headers['content-type']).toBe('application/json');
  expect(errorCode(reply)).toBe('UNEXPECTED_ERROR');
});

test('a right answer is let in', async () => {
  const reply = await get(digestAnswer(right(await freshNonce())));
  expect(reply.status).toBe(200);
});

test('algorithm may stand in quotes, as official Go clients write it', async () => {
  const answer = digestAnswer(right(await freshNonce())).replace('algorithm=MD5', 'algorithm="MD5"');
  expect((await get(answer)).status).toBe(200);
  const wrong = digestAnswer(right(await freshNonce())).replace('algorithm=MD5', 'algorithm="SHA-256"');
  expect((await get(wrong)).status).toBe(401);
});

test('a nonce serves many requests, also when they overtake each other', async () => {
  const nonce = await freshNonce();
  for (const nc of ['00000002', '00000001', '0000000a']) {
    expect((await get(digestAnswer({ ...right(nonce), nc }))).status).toBe(200);
  }
});

test('an answer that was used before is refused', async () => {
  const answer = digestAnswer(right(await freshNonce()));
  expect((await get(answer)).status).toBe(200);
  const replay = await get(answer);
  expect(replay.status).toBe(401);
  expect(replay.headers['www-authenticate']).toContain('stale=false');
});

describe('refused is', () => {
  test.each([
    ['a wrong private key', { password: 'wrong' }],
    ['a wrong public key', { username: 'unknown1' }],
    ['a uri without the query', { uri: `${uri}?pretty=true` }],
    ['a method other than the one sent', { method: 'PATCH' }],
    ['a nonce that was never given', { nonce: 'bm90IGdpdmVuIGJ5IHRoaXMgc2VydmVy' }],
    ['a realm of its own', { realm: 'elsewhere' }],
    ['nc in capitals', { nc: '0000000A' }],
    ['nc too short', { nc: '1' }],
    ['nc of zero', { nc: '00000000' }],
    ['an empty cnonce', { cnonce: '' }],
  ])('%s', async (_what, wrong) => {
    const reply = await get(digestAnswer({ ...right(await freshNonce()), ...wrong }));
    expect(reply.status).toBe(401);
    expect(nonceOf(reply)).not.toBe('');
  });

  test.each([
    ['qop in quotes', (answer: string) => answer.replace('qop=auth', 'qop="auth"')],
    ['nc in quotes', (answer: string) => answer.replace(/nc=(\w+)/, 'nc="$1"')],
    ['another algorithm', (answer: string) => answer.replace('algorithm=MD5', 'algorithm=SHA-256')],
    ['no qop', (answer: string) => answer.replace(', qop=auth', '')],
    ['a parameter twice', (answer: string) => `${answer}, qop=auth`],
    ['an opaque that was not given', (answer: string) => `${answer}, opaque="x"`],
    ['broken grammar', (answer: string) => answer.replace(', uri', ' uri')],
  ])('%s', async (_what, spoil) => {
    expect((await get(spoil(digestAnswer(right(await freshNonce()))))).status).toBe(401);
  });
});

test('a nonce that has served its time is called stale', async () => {
  const strict = await startSandbox({ usesPerNonce: 1 });
  try {
    const at = api(strict, projects.window);
    const nonce = nonceOf(await ask(at, 'GET', atlasHeaders()));
    const send = (nc: string) =>
      ask(at, 'GET', { ...atlasHeaders(), Authorization: digestAnswer({ ...right(nonce), nc }) });
    expect((await send('00000001')).status).toBe(200);
    const second = await send('00000002');
    expect(second.status).toBe(401);
    expect(second.headers['www-authenticate']).toContain('stale=true');
  } finally {
    await strict.close();
  }
});

const hasCurl = spawnSync('curl', ['--version']).status === 0;

describe.skipIf(!hasCurl)('curl --digest (skipped where curl is not installed)', () => {
  const curl = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)('curl', [
      ...['--silent', '--show-error', '--digest', '--user', `${username}:${password}`],
      ...['--header', `Accept: ${atlasHeaders().Accept}`],
      ...args,
    ]);
    return stdout;
  };

  test('gets the window', async () => {
    expect(JSON.parse(await curl(api(sandbox, projects.window)))).toEqual({
      autoDeferOnceEnabled: false,
      dayOfWeek: 1,
      hourOfDay: 2,
      numberOfDeferrals: 0,
      startASAP: false,
      timeZoneId: 'UTC',
    });
    expect(sandbox.requests.map(({ authorization, status }) => [authorization, status])).toEqual([
      ['none', 401],
      ['digest', 200],
    ]);
  });

  test('sends a body and a query', async () => {
    const type = `Content-Type: ${atlasHeaders().Accept}`;
    const at = api(sandbox, projects.window);
    await curl(
      '--request',
      'PATCH',
      '--header',
      type,
      '--data',
      '{"dayOfWeek":7,"hourOfDay":0}',
      `${at}?a=b`,
    );
    expect(sandbox.project(projects.window)?.window).toMatchObject({ dayOfWeek: 7, hourOfDay: 0 });
  });

  test.each([
    'challengeSha256',
    'challengeWithoutQop',
    'challengesInSeveralHeaders',
    'challengeHostile',
  ] as const)('copes with %s', async name => {
    sandbox.faults.push({ name });
    expect(JSON.parse(await curl(api(sandbox, projects.window)))).toMatchObject({ dayOfWeek: 1 });
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accounts, projects, type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { api, ask, atlasHeaders, call, errorCode } from './client.ts';

const NOON = '2026-09-01T12:00:00Z';
const { clientId, clientSecret, accessToken } = accounts.owner;
const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const form = {
  Authorization: basic(clientId, clientSecret),
  'Content-Type': 'application/x-www-form-urlencoded',
};
const grant = 'grant_type=client_credentials';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ now: NOON });
});
afterEach(() => sandbox.close());

const mint = (headers: Record<string, string> = form, body = grant) =>
  ask(`${sandbox.url}/api/oauth/token`, 'POST', headers, body);
const revoke = (token: string) =>
  ask(`${sandbox.url}/api/oauth/revoke`, 'POST', form, `token=${token}&token_type_hint=access_token`);
const mintToken = async () => {
  const { json } = await mint();
  return json && typeof json === 'object' && 'access_token' in json ? String(json.access_token) : '';
};
const get = (token: string) =>
  ask(api(sandbox, projects.window), 'GET', { ...atlasHeaders(), Authorization: `Bearer ${token}` });

test('a minted token opens the window until it is revoked', async () => {
  const token = await mintToken();
  expect(token).toMatch(/^eyJ/);
  expect(sandbox.tokens().map(each => each.token)).toEqual([token]);
  expect((await get(token)).status).toBe(200);

  const revoked = await revoke(token);
  expect([revoked.status, revoked.text, revoked.headers['content-type']]).toEqual([200, '', undefined]);
  expect(sandbox.tokens()).toEqual([]);
  expect((await get(token)).status).toBe(401);
});

test('the answer has the recorded shape', async () => {
  expect((await mint()).json).toEqual({
    access_token: expect.stringMatching(/^eyJ/),
    expires_in: 3600,
    token_type: 'Bearer',
  });
});

test('a token dies after an hour of the sandbox', async () => {
  const token = await mintToken();
  sandbox.clock.advance(3_599_000);
  expect((await get(token)).status).toBe(200);
  sandbox.clock.advance(1_000);
  expect((await get(token)).status).toBe(401);
  expect(sandbox.tokens()).toEqual([]);
});

test('a token can be made to die after some requests', async () => {
  await sandbox.close();
  sandbox = await startSandbox({ usesPerToken: 1 });
  const token = await mintToken();
  expect((await get(token)).status).toBe(200);
  expect((await get(token)).status).toBe(401);
});

describe('refused is', () => {
  test.each([
    ['a wrong secret', basic(clientId, 'mdb_sa_sk_wrong')],
    ['a percent-encoded id', basic(clientId.replaceAll('_', '%5F'), clientSecret)],
    ['an API key', basic(accounts.owner.publicKey, accounts.owner.privateKey)],
    ['Basic that is not base64', `Basic ${clientId}:${clientSecret}`],
  ])('%s', async (_what, Authorization) => {
    const reply = await mint({ ...form, Authorization });
    expect(reply.status).toBe(401);
    expect(reply.json).toEqual({
      error: 'invalid_client',
      error_description: 'Invalid credentials provided.',
    });
  });

  test.each([
    ['JSON', { ...form, 'Content-Type': 'application/json' }, grant],
    ['another grant', form, 'grant_type=password'],
    ['an empty body', form, ''],
  ])('%s', async (_what, headers, body) => {
    expect((await mint(headers, body)).status).toBe(400);
  });

  test('the 51st token of a minute', async () => {
    for (let count = 0; count < 50; count++) await revoke(await mintToken());
    const reply = await mint();
    expect([reply.status, errorCode(reply)]).toEqual([429, 'RATE_LIMITED']);
    expect(reply.json).toMatchObject({ parameters: ['/api/oauth/token', 50, 1] });
    sandbox.clock.advance(60_000);
    expect((await mint()).status).toBe(200);
  });
});

test('the 101st live token is refused, until one is revoked', async () => {
  const tokens: string[] = [];
  for (let count = 0; count < 100; count++) {
    tokens.push(await mintToken());
    sandbox.clock.advance(2000);
  }
  const reply = await mint();
  expect([reply.status, reply.json]).toEqual([
    403,
    { error: 'access_denied', error_description: 'Access Token limit reached' },
  ]);
  await revoke(tokens[0] ?? '');
  expect((await mint()).status).toBe(200);
});

test('somebody else cannot revoke a token', async () => {
  const token = await mintToken();
  const { readOnly } = accounts;
  const Authorization = basic(readOnly.clientId, readOnly.clientSecret);
  await ask(
    `${sandbox.url}/api/oauth/revoke`,
    'POST',
    { ...form, Authorization },
    `token=${token}&token_type_hint=access_token`,
  );
  expect((await get(token)).status).toBe(200);
});

describe('roles', () => {
  test('a ready-made token needs no minting', async () => {
    expect((await get(accessToken)).status).toBe(200);
    expect(sandbox.tokens()).toEqual([]);
  });

  test('a reader reads and does not write', async () => {
    const { readOnly } = accounts;
    expect((await call(sandbox, 'GET', projects.window, undefined, undefined, readOnly)).status).toBe(200);
    const refused = await call(sandbox, 'DELETE', projects.window, undefined, undefined, readOnly);
    expect([refused.status, errorCode(refused)]).toEqual([401, 'USER_UNAUTHORIZED']);
  });

  test('an outsider is told that it is not in the project, and unknown projects are not found', async () => {
    const outside = await call(sandbox, 'GET', projects.window, undefined, undefined, accounts.outsider);
    expect([outside.status, errorCode(outside)]).toEqual([401, 'NOT_IN_GROUP']);
    const unknown = await call(sandbox, 'GET', '1'.repeat(24));
    expect(unknown.status).toBe(404);
    expect(unknown.json).toEqual({
      detail: 'No group with ID 111111111111111111111111 exists.',
      error: 404,
      errorCode: 'GROUP_NOT_FOUND',
      parameters: ['111111111111111111111111'],
      reason: 'Not Found',
    });
  });
});

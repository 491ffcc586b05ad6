import type { ServerResponse } from 'node:http';
import { describe, expect, test } from 'vitest';
import { connect, GROUP, json, type Received, refuse, SERVICE_ACCOUNT, serve, WINDOW } from './server.ts';

const BASIC = Buffer.from('mdb_sa_id_0123456789abcdef01234567:mdb_sa_sk_secret').toString('base64');

/** Atlas with a token endpoint; `serves` tells how many requests each token is good for. */
async function serveTokens(serves = Number.POSITIVE_INFINITY, revoke?: (response: ServerResponse) => void) {
  let minted = 0;
  const uses = new Map<string, number>();
  return serve((received, response) => {
    if (received.url === '/api/oauth/token') {
      minted += 1;
      return json(response, 200, {
        access_token: `eyJ.token-${minted}`,
        expires_in: 3600,
        token_type: 'Bearer',
      });
    }
    if (received.url === '/api/oauth/revoke') return revoke ? revoke(response) : response.end();
    const token = received.headers.authorization ?? '';
    uses.set(token, (uses.get(token) ?? 0) + 1);
    if ((uses.get(token) ?? 0) > serves) return refuse(response, 401, 'UNEXPECTED_ERROR');
    return json(response, 200, WINDOW);
  });
}

const tokenOf = ({ headers }: Received) => headers.authorization?.replace('Bearer ', '');

describe('with a service account', () => {
  test('a token is minted, used and revoked: three requests for a read, over one connection', async () => {
    const server = await serveTokens();
    const { atlas } = connect(server.url, { credential: SERVICE_ACCOUNT });
    await atlas.getWindow(GROUP);
    expect(await atlas.close()).toBeUndefined();
    const [mint, read, revoke] = server.received;
    expect(mint).toMatchObject({
      method: 'POST',
      url: '/api/oauth/token',
      body: 'grant_type=client_credentials',
    });
    expect(mint?.headers).toMatchObject({
      authorization: `Basic ${BASIC}`,
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(read?.headers.authorization).toBe('Bearer eyJ.token-1');
    expect(revoke).toMatchObject({
      method: 'POST',
      url: '/api/oauth/revoke',
      body: 'token=eyJ.token-1&token_type_hint=access_token',
    });
    expect(revoke?.headers.authorization).toBe(`Basic ${BASIC}`);
    expect(server.received).toHaveLength(3);
    expect(server.connections()).toBe(1);
  });

  test('a token endpoint that stays down is given up once, not once more for the read that needed the token', async () => {
    const server = await serve((_, response) => refuse(response, 503, 'SERVICE_UNAVAILABLE'));
    const { atlas } = connect(server.url, { credential: SERVICE_ACCOUNT, timeout: 300 });
    const failure = await atlas.getWindow(GROUP).catch(String);
    expect(String(failure).match(/Gave up/g)).toHaveLength(1);
  });

  test('one token serves all projects, also those that ask at the same time', async () => {
    const server = await serveTokens();
    const { atlas } = connect(server.url, { credential: SERVICE_ACCOUNT });
    await Promise.all(Array.from({ length: 10 }, (_, index) => atlas.getWindow(String(index))));
    await atlas.close();
    expect(server.received).toHaveLength(12);
  });

  test('token and Basic value are masked before they are used', async () => {
    const server = await serveTokens();
    const { atlas, log } = connect(server.url, { credential: SERVICE_ACCOUNT });
    expect(log.masked).toEqual([BASIC]);
    await atlas.getWindow(GROUP);
    expect(log.masked).toEqual([BASIC, 'eyJ.token-1']);
  });

  test('a token that expires midway is replaced once, for all who use it, and both are revoked', async () => {
    const server = await serveTokens(5);
    const { atlas } = connect(server.url, { credential: SERVICE_ACCOUNT });
    for (let index = 0; index < 5; index += 1) await atlas.getWindow(GROUP);
    await Promise.all(Array.from({ length: 4 }, (_, index) => atlas.getWindow(String(index))));
    await atlas.close();
    expect(server.lines().filter(line => line === 'POST /api/oauth/token')).toHaveLength(2);
    expect(
      server.received.filter(({ url }) => url.endsWith('/revoke')).map(({ body }) => body.slice(0, 18)),
    ).toEqual(['token=eyJ.token-1&', 'token=eyJ.token-2&']);
  });

  test('a defer that meets an expired token is sent again with the new one', async () => {
    const server = await serveTokens(1);
    const { atlas } = connect(server.url, { credential: SERVICE_ACCOUNT });
    await atlas.getWindow(GROUP);
    await atlas.defer(GROUP).send();
    expect(server.received.filter(({ url }) => url.endsWith('/defer')).map(tokenOf)).toEqual([
      'eyJ.token-1',
      'eyJ.token-2',
    ]);
  });

  test('tokens that are all refused end in an error after the second, and are revoked', async () => {
    const server = await serveTokens(0);
    const { atlas } = connect(server.url, { credential: SERVICE_ACCOUNT });
    await expect(atlas.getWindow(GROUP)).rejects.toThrow('Atlas refused the service account');
    await expect(atlas.getWindow(GROUP)).rejects.toThrow('Atlas refused the service account');
    await atlas.close();
    expect(server.lines().filter(line => line === 'POST /api/oauth/token')).toHaveLength(2);
    expect(server.lines().filter(line => line === 'POST /api/oauth/revoke')).toHaveLength(2);
    expect(server.received).toHaveLength(6);
  });

  test('a role that is too low costs no second token', async () => {
    const server = await serve((received, response) =>
      received.url === '/api/oauth/token'
        ? json(response, 200, { access_token: 't', token_type: 'bearer' })
        : refuse(response, 401, 'USER_UNAUTHORIZED'),
    );
    const { atlas } = connect(server.url, { credential: SERVICE_ACCOUNT });
    await expect(atlas.defer(GROUP).send()).rejects.toMatchObject({ code: 'USER_UNAUTHORIZED' });
    expect(server.received).toHaveLength(2);
  });

  test.each<[string, number, object, string, string]>([
    [
      "in OAuth's shape",
      401,
      { error: 'invalid_client', error_description: 'Invalid credentials provided.' },
      'invalid_client',
      'the client ID or the client secret is wrong',
    ],
    [
      "in Atlas's shape",
      403,
      { error: 403, errorCode: 'IP_ADDRESS_NOT_ON_ACCESS_LIST', parameters: ['203.0.113.7'] },
      'IP_ADDRESS_NOT_ON_ACCESS_LIST',
      '203.0.113.7',
    ],
    [
      'as too many of its tokens are alive',
      403,
      { error: 'access_denied', error_description: 'Access Token limit reached.' },
      'access_denied',
      'limit of 100 live tokens, revoke some, or wait until they expire, within the hour. Atlas says: Access Token limit reached. Code: ',
    ],
    [
      'with an unknown code',
      400,
      { error: 'invalid_scope', error_description: 'No.' },
      'invalid_scope',
      'Atlas says: No. Code: ',
    ],
  ])('a mint refused %s says why, once for all projects', async (_, status, body, code, sentence) => {
    const server = await serve((__, response) => json(response, status, body));
    const { atlas } = connect(server.url, { credential: SERVICE_ACCOUNT });
    const results = [atlas.getWindow('1'), atlas.getWindow('2'), atlas.defer('3').send()];
    for (const result of results) {
      await expect(result).rejects.toMatchObject({ code, status, outcome: 'refused' });
      await expect(result).rejects.toThrow(sentence);
    }
    expect(server.received).toHaveLength(1);
    expect(await atlas.close()).toBeUndefined();
  });

  test.each<[string, unknown]>([
    ['no token', {}],
    ['an empty token', { access_token: '', token_type: 'Bearer' }],
    ['a token that is no text', { access_token: 7, token_type: 'Bearer' }],
    ['a token of another type', { access_token: 'other-kind', token_type: 'MAC' }],
    ['a token with a line break', { access_token: 'two\nlines', token_type: 'Bearer' }],
    ['a list', []],
    ['null', null],
  ])('a mint that brings %s is an error; what could be a token is masked', async (_, body) => {
    const server = await serve((__, response) => json(response, 200, body));
    const { atlas, log } = connect(server.url, { credential: SERVICE_ACCOUNT });
    await expect(atlas.defer(GROUP).send()).rejects.toMatchObject({
      code: 'UNREADABLE_ANSWER',
      outcome: 'refused',
    });
    const { access_token } = Object(body);
    if (typeof access_token === 'string' && access_token) expect(log.masked).toContain(access_token);
  });
});

describe('the token is revoked', () => {
  test('after a failure', async () => {
    const server = await serve((received, response) =>
      received.url === '/api/oauth/token'
        ? json(response, 200, { access_token: 't', token_type: 'Bearer' })
        : refuse(response, 404, 'GROUP_NOT_FOUND'),
    );
    const { atlas } = connect(server.url, { credential: SERVICE_ACCOUNT });
    await expect(atlas.getWindow(GROUP)).rejects.toThrow('No such project');
    await atlas.close();
    expect(server.lines().at(-1)).toBe('POST /api/oauth/revoke');
  });

  test.each(['the deadline has passed', 'the run was cancelled'])('when %s', async why => {
    const cancel = new AbortController();
    const server = await serve((received, response) => {
      if (received.url === '/api/oauth/token')
        json(response, 200, { access_token: 't', token_type: 'Bearer' });
      else if (received.url === '/api/oauth/revoke') response.end();
      else if (why.includes('cancelled')) cancel.abort();
    });
    const { atlas } = connect(server.url, {
      credential: SERVICE_ACCOUNT,
      cancelled: cancel.signal,
      timeout: why.includes('cancelled') ? 5000 : 400,
    });
    await expect(atlas.getWindow(GROUP)).rejects.toMatchObject({
      code: expect.stringMatching(/TIMEOUT|CANCELLED/),
    });
    expect(await atlas.close()).toBeUndefined();
    expect(server.lines().at(-1)).toBe('POST /api/oauth/revoke');
  });

  test('not at all when none was minted: a ready-made one is not ours', async () => {
    const server = await serveTokens();
    const { atlas } = connect(server.url);
    await atlas.getWindow(GROUP);
    expect(await atlas.close()).toBeUndefined();
    expect(server.received).toHaveLength(1);
  });

  test.each<[string, (response: ServerResponse) => void]>([
    ['is refused', response => refuse(response, 500, 'UNEXPECTED_ERROR')],
    ['breaks off', response => response.destroy()],
    ['is never answered', () => {}],
  ])('and where that %s a warning says so, without the token', async (_, revoke) => {
    const server = await serveTokens(9, revoke);
    const { atlas } = connect(server.url, { credential: SERVICE_ACCOUNT, timeout: 300 });
    await atlas.getWindow(GROUP);
    const warning = await atlas.close();
    expect(warning).toContain('could not be revoked');
    expect(warning).not.toContain('eyJ.token-1');
    expect(server.lines().filter(line => line.endsWith('/revoke'))).toHaveLength(1);
  });
});

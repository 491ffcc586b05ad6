import { describe, expect, test } from 'vitest';
import type { Credential } from '../../src/credential.ts';
import { API_KEY, challenged, connect, GROUP, json, SERVICE_ACCOUNT, serve } from './server.ts';

/** Secrets with everything that a careless replacement trips over. */
const AWKWARD = 'a.b*c+(d)[e]{f}^$|\\g::set-output name=x::y';

const CREDENTIALS: [string, Credential, string[]][] = [
  ['an API key', { ...API_KEY, privateKey: AWKWARD } as Credential, [AWKWARD]],
  [
    'an API key of several lines',
    { ...API_KEY, privateKey: 'line one\nline two' } as Credential,
    ['line one\nline two'],
  ],
  ['a ready-made token', { kind: 'accessToken', accessToken: AWKWARD }, [AWKWARD]],
  ['a service account', { ...SERVICE_ACCOUNT, clientSecret: AWKWARD } as Credential, [AWKWARD, 'eyJ.minted']],
];

describe('a server that plays back what it was sent, and worse', () => {
  test.each(CREDENTIALS)('%s: no secret reaches an error or the log', async (_, credential, secrets) => {
    const basic = Buffer.from(Object.values(credential).slice(1).join(':')).toString('base64');
    const all = [...secrets, basic];
    let count = 0;
    const server = await serve((received, response) => {
      if (credential.kind === 'apiKey' && !received.headers.authorization) return challenged(response);
      if (received.url === '/api/oauth/token' && count === 0) {
        count += 1;
        return json(response, 200, { access_token: 'eyJ.minted', token_type: 'Bearer' });
      }
      count += 1;
      const text = `${'x'.repeat(290)}${all.join(' | ')} ${received.headers.authorization}`;
      return json(
        response,
        count === 2 ? 503 : 400,
        { errorCode: count % 2 ? 'minted' : 'OTHER', detail: text, parameters: all, error_description: text },
        { location: `http://${encodeURIComponent(all.join())}/` },
      );
    });
    const { atlas, log } = connect(server.url, { credential });
    const failures = await Promise.all(
      [
        atlas.getWindow(GROUP),
        atlas.defer(GROUP).send(),
        atlas.updateWindow(GROUP, { startASAP: true }).send(),
      ].map(call => call.catch((error: unknown) => error)),
    );
    const warning = await atlas.close();
    const shown = [...failures.map(String), ...log.info, ...log.debug, warning].join('\n');
    for (const secret of all) {
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(secret.slice(0, 12));
    }
  });
});

test('what a server says acts nowhere: no line break, no workflow command, no escape sequence', async () => {
  const detail =
    'Fine.\n::set-output name=verdict::pass\r\n##[error]x \u001b[31mred\u202e \u0000 %0A::error::x';
  const server = await serve((_, response) => json(response, 400, { errorCode: '::error::', detail }));
  const error = await connect(server.url)
    .atlas.getWindow(GROUP)
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'HTTP_400' });
  expect(String(error)).not.toMatch(/::|##\[|[\p{Cc}\p{Cf}]/u);
});

test('neither does a value in an answer of the wrong shape', async () => {
  const server = await serve((_, response) => json(response, 200, { dayOfWeek: '\n::error::\u001b[31m' }));
  const error = await connect(server.url)
    .atlas.getWindow(GROUP)
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'UNREADABLE_ANSWER' });
  expect(String(error)).not.toMatch(/::|[\p{Cc}\p{Cf}]/u);
});

test('a secret in the address of a redirect is not shown, though addresses are spelled in lower case', async () => {
  const accessToken = 'eyJ-Token-That-Has-Capitals';
  const server = await serve((_, response) =>
    response.writeHead(301, { location: `https://${accessToken}.example/` }).end(),
  );
  const { atlas } = connect(server.url, { credential: { kind: 'accessToken', accessToken } });
  const error = await atlas.getWindow(GROUP).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'REDIRECT' });
  expect(String(error).toLowerCase()).not.toContain(accessToken.toLowerCase());
});

test('what is too long to be looked at is cut, and no part of a secret is left at the cut', async () => {
  const privateKey = 'key-0123-secret';
  for (const before of [39_995, 39_999, 40_000, 60_000]) {
    const detail = `${'\0'.repeat(before)}${privateKey} ${'\0'.repeat(100_000)}`;
    const server = await serve((_, response) => json(response, 400, { errorCode: 'NO', detail }));
    const failure = connect(server.url, { credential: { ...API_KEY, privateKey } as Credential });
    await expect(failure.atlas.getWindow(GROUP)).rejects.not.toThrow('key');
  }
});

/**
 * Whatever a secret looks like and whoever plays it back, it is written nowhere but in the lines that have the runner
 * mask it. `watched` looks for every secret of a step in all that the step writes.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Fault, projectId } from '../../sandbox/server.ts';
import { INPUTS } from '../../src/step.ts';
import { secretParts } from '../../src/text.ts';
import { inTurns } from '../../src/turns.ts';
import { AT_A_TERMINAL, credentials, kinds, stage } from './stage.ts';
import { rehearse, watched } from './watched.ts';

vi.setConfig({ testTimeout: 30_000 });

/** What a careless replacement trips over, what a log or a summary would change, and what comes in several lines. */
const AWKWARD = [
  'regex.chars*+?(of)[all]{kinds}^$|\\d',
  "replacement $1 $& $` $' $$ patterns",
  '-----BEGIN KEY-----\nc2VjcmV0IGxpbmUgb25l\r\nc2VjcmV0IGxpbmUgdHdv\n-----END KEY-----',
  'quotes "double" \'single\' `back` \\ slash',
  'percent %25 %0A %s and spaces & plus+',
  '::error::a-command-of-a-secret ##[error]',
  '<b>markup_of *a* secret</b> | @name #1 https://secret.example',
  'ünïcödé ßecret \ud83d\ude00 \u65e5\u672c',
  // Longer than what is quoted of a text.
  `eyJ0eXAiOiJKV1Qi.${'longer'.repeat(70)}`,
];

const at = stage();

/** Every place of an answer that a client may look at, a project each, whether the request was signed well or not. */
function playBack(secret: string): Fault[] {
  const places: Omit<Fault, 'path'>[] = [
    { name: 'hostileError', value: secret },
    { name: 'hostileError', value: `${'x'.repeat(280)} ${secret}` },
    { name: 'hostileText', value: secret },
    { name: 'fields', value: { timeZoneId: secret, dayOfWeek: secret } },
    {
      name: 'answer',
      value: {
        body: {
          dayOfWeek: 1,
          hourOfDay: 1,
          timeZoneId: secret,
          autoDeferOnceEnabled: false,
          numberOfDeferrals: 0,
          startASAP: false,
        },
      },
    },
    {
      name: 'redirect301',
      value: `https://${encodeURIComponent(secret)}.example/${encodeURIComponent(secret)}`,
    },
    {
      name: 'answer',
      value: { status: 403, body: { errorCode: 'IP_ADDRESS_NOT_ON_ACCESS_LIST', parameters: [secret] } },
    },
    {
      name: 'answer',
      value: { status: 400, body: { error: secret.replace(/\W/g, ''), error_description: secret } },
    },
    { name: 'echo' },
  ];
  // A token that Atlas minted is no less a secret, in whatever letters it comes.
  const access_token = `eyJ+/=."${secret.replaceAll(/[^\x21-\x7e]/g, '')}`;
  return [
    ...places.map((place, index): Fault => ({ ...place, path: projectId(index), leg: 'any' })),
    {
      name: 'answer',
      path: 'oauth/token',
      leg: 'any',
      value: { body: { access_token, token_type: 'Bearer' } },
    },
    { name: 'echo', path: 'oauth/revoke', leg: 'any' },
  ];
}
const groupId = Array.from({ length: 9 }, (_, index) => projectId(index)).join();

/** The first thing that a step writes, whatever else it then says. */
const masks = (secret: string) =>
  secretParts(secret).map(
    part => `::add-mask::${part.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`,
  );

describe.each([
  ['a private key', (secret: string) => ({ publicKey: 'ownerkey', privateKey: secret })],
  ['a client secret', (secret: string) => ({ clientId: 'mdb_sa_id_1', clientSecret: secret })],
  ['an access token', (secret: string) => ({ accessToken: secret })],
] as const)('%s', (_what, credential) => {
  it('is masked first, and not written when Atlas plays it back', async () => {
    await inTurns(4, AWKWARD, async secret => {
      const result = await rehearse(
        playBack(secret),
        { ...credential(secret), operation: 'gate', groupId, timeout: '1s' },
        { generate: 9 },
      );
      expect(result.exitCode).toBe(1);
      // It came back, and was taken out; or it never left, as no header can carry it.
      expect(result.outputs.message).toMatch(/\*\*\*|INVALID_CREDENTIAL/);
      const [before = ''] = result.log.split('Signing in');
      for (const mask of masks(secret)) expect(before).toContain(mask);
      expect(before.replaceAll(/^::add-mask::.*\n/gm, '')).toBe('');
    });
  });

  it('is not written at a terminal either, where nobody hides what a mask shows', async () => {
    await inTurns(4, AWKWARD, async secret => {
      const inputs = { ...credential(secret), operation: 'gate', groupId, timeout: '1s' };
      const result = await rehearse(playBack(secret), inputs, { generate: 9 }, AT_A_TERMINAL);
      expect(result.exitCode).toBe(1);
      expect(result.log).toMatch(/\*\*\*|INVALID_CREDENTIAL/);
      expect(result.log).not.toMatch(/^::/m);
    });
  });

  it('is not written when it was put into any other input', async () => {
    const plain = Object.entries(INPUTS).filter(([, spec]) => !('secret' in spec));
    await inTurns(4, AWKWARD, async secret => {
      const everywhere = Object.fromEntries(plain.map(([name]) => [name, secret]));
      for (const operation of ['gate', 'update']) {
        const result = await watched(at.sandbox, { ...everywhere, operation, ...credential(secret) });
        expect(result.exitCode).toBe(1);
      }
    });
    expect(at.requests()).toEqual([]);
  });
});

it('a secret that a project is called by, or tagged with, is not written, whole or cut', async () => {
  await inTurns(4, AWKWARD, async secret => {
    const project = {
      id: projectId(0),
      name: secret,
      orgId: projectId(1),
      tags: [{ key: 'a', value: secret }],
    };
    const listed = {
      name: 'answer',
      path: 'groups?',
      leg: 'any',
      value: { body: { results: [project] } },
    } as const;
    const asked = { groupId: '', accessToken: secret, operation: 'gate' };
    for (const inputs of [{ projectName: '*' }, { projectName: 'shop' }, { projectTags: 'a=b' }])
      await rehearse([listed], { ...asked, ...inputs });
    await rehearse([], { ...asked, projectName: secret });
  });
});

describe.each(kinds)('signed in with %s', kind => {
  it.each([400, 503])('what Atlas was sent is not written when it comes back with %i', async status => {
    const echo = { name: 'echo', value: status } as const;
    at.sandbox.faults.push({ ...echo, path: '/events' });
    const events = await watched(at.sandbox, { ...credentials[kind], operation: 'gate', timeout: '2s' });
    expect(events.log).toMatch(
      status === 400 ? /^::warning .*events could not be read/m : /^Attempt 1 failed/m,
    );
    at.sandbox.faults.push({ ...echo, method: 'PATCH' });
    const update = { operation: 'update', hourOfDay: '5', timeout: '1s' };
    expect((await watched(at.sandbox, { ...credentials[kind], ...update })).exitCode).toBe(1);
  });
});

it('no spelling of a secret is written: URLs in small letters, forms, JSON in JSON, HTML, one in the other', async () => {
  const secret = 'a/b+c "d" <e>&é~';
  const small = encodeURIComponent(secret).replace(/%../g, byte => byte.toLowerCase());
  const form = new URLSearchParams({ token: secret }).toString().slice('token='.length);
  const json = JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/');
  const inJson = JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1);
  const html = secret.replace(/[^\w ]/g, sign => `&#${sign.charCodeAt(0)};`);
  const named = secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  const inHtml = encodeURIComponent(html);
  for (const spelled of [small, form, json, inJson, html, named, inHtml]) {
    at.sandbox.faults.splice(0, Number.POSITIVE_INFINITY, {
      name: 'hostileError',
      value: `‹${spelled}›`,
      leg: 'any',
    });
    const result = await watched(at.sandbox, { ...credentials.apiKey, privateKey: secret });
    expect(result.outputs.message).toContain('‹***›');
    for (const written of [result.log.replaceAll(/^::add-mask::.*$/gm, ''), result.summary])
      expect(written).not.toContain('‹a');
  }
});

it.each([' ', '\n', '\t \r\n'])(
  'a token of the service account that is blank (%j) hides nothing else',
  async blank => {
    const result = await rehearse(
      [
        {
          name: 'answer',
          path: 'oauth/token',
          leg: 'any',
          value: { body: { access_token: blank, token_type: 'Bearer' } },
        },
      ],
      { ...credentials.serviceAccount },
    );
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('cannot be used: it holds no Bearer token');
  },
);

it('the Basic value and each token of a service account are masked before they are used', async () => {
  const { clientId, clientSecret } = credentials.serviceAccount;
  const result = await watched(at.sandbox, { ...credentials.serviceAccount });
  const token = at.sandbox.requests.find(({ authorization }) => authorization === 'bearer');
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  const [, minted] = String(token?.headers.authorization).split(' ');
  expect(minted).toBeTruthy();
  for (const secret of [clientSecret, basic, minted]) expect(result.log).toContain(`::add-mask::${secret}\n`);
});

it('secrets in the environment that another credential beats are masked all the same', async () => {
  const env = {
    MONGODB_ATLAS_PRIVATE_API_KEY: 'unused-private-key',
    MONGODB_ATLAS_CLIENT_SECRET: 'unused-client-secret',
    MONGODB_ATLAS_ACCESS_TOKEN: 'unused-access-token',
  };
  at.sandbox.faults.push({ name: 'hostileError', value: Object.values(env).join(' ') });
  const result = await watched(at.sandbox, { ...credentials.accessToken }, { env });
  expect(result.exitCode).toBe(1);
  for (const secret of Object.values(env)) expect(result.log).toContain(`::add-mask::${secret}\n`);
});

it('the token of the job is not written when GitHub plays it back', async () => {
  const githubToken = 'ghs_"a.b*c\\d%25_<e>';
  const server = createServer((request, response) => {
    const message = `${request.headers.authorization} ${githubToken}`;
    response.writeHead(422, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ message, errors: [{ message }], documentation_url: message }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  const result = await watched(
    at.sandbox,
    {
      ...credentials.accessToken,
      operation: 'gate',
      deployStart: '2026-03-08T01:00Z',
      githubToken,
      commitStatus: 'true',
    },
    {
      env: {
        GITHUB_API_URL: `http://127.0.0.1:${port}`,
        GITHUB_REPOSITORY: 'octo-org/shop',
        GITHUB_SHA: 'a'.repeat(40),
      },
    },
  );
  expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
  expect(result.log).toMatch(/^::warning .*Could not publish the commit status/m);
});

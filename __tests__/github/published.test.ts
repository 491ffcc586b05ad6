/** The committed bundle as a step, with an Atlas and a GitHub beside it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type GitHub, runOn, startGitHub } from '../../sandbox/github.ts';
import { listen } from '../../sandbox/listen.ts';
import { accounts, projects, type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { runStep, type Step } from '../../sandbox/step.ts';
import { gitHubApi } from './openapi.ts';

const HEAD = 'a'.repeat(40);
const TOKEN = 'ghs_aTokenThatNobodyMaySee';

let folder: string;
let event: string;
let sandbox: Sandbox;
let gitHub: GitHub;
let problems: Awaited<ReturnType<typeof gitHubApi>>;
beforeAll(async () => {
  problems = await gitHubApi();
  folder = await mkdtemp(join(tmpdir(), 'events-'));
  event = join(folder, 'event.json');
  await writeFile(event, JSON.stringify({ pull_request: { number: 7, head: { sha: HEAD } } }));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  sandbox = await startSandbox({ now: '2026-03-06T12:00:00Z' });
  gitHub = await startGitHub(TOKEN);
});
afterEach(async () => {
  await Promise.all([sandbox.close(), gitHub.close()]);
  expect(gitHub.requests.flatMap(problems)).toEqual([]);
});

let runs = 42;

/** A gate on a pull request. */
async function gate(
  inputs: Record<string, string> = {},
  env: Record<string, string> = {},
  started?: (child: Parameters<NonNullable<Step['started']>>[0]) => unknown,
) {
  const { publicKey, privateKey } = accounts.owner;
  const result = await runStep({
    with: {
      operation: 'gate',
      baseUrl: sandbox.url,
      groupId: projects.window,
      publicKey,
      privateKey,
      deployStart: '2026-03-08T01:30Z',
      githubToken: TOKEN,
      commitStatus: 'true',
      commentOnPullRequest: 'onOverlap',
      ...inputs,
    },
    env: {
      // A run of its own each time, unless told otherwise: within one the worst of all gates stands.
      ...runOn(gitHub, String(runs++)),
      GITHUB_EVENT_PATH: event,
      ...env,
    },
    ...(started ? { started } : {}),
  });
  const written = result.log.replaceAll(`::add-mask::${TOKEN}`, '') + result.summary;
  expect(written).not.toContain(TOKEN);
  return result;
}
const states = () => gitHub.statuses.map(({ state }) => state);

it('publishes a block as a failure, and the summary as a comment', async () => {
  const result = await gate();
  expect(result.exitCode).toBe(1);
  expect(gitHub.statuses).toEqual([
    expect.objectContaining({ sha: HEAD, state: 'pending', context: 'atlas/maintenance-window' }),
    expect.objectContaining({
      sha: HEAD,
      state: 'failure',
      context: 'atlas/maintenance-window',
      description:
        'Blocked: the deploy would meet the weekly maintenance window. Clear from Sun 2026-03-08 06:00 UTC.',
    }),
  ]);
  expect(gitHub.comments.map(({ body }) => body)).toEqual([
    expect.stringContaining(
      '**Blocked: the deploy would meet the weekly maintenance window of Sun 2026-03-08 02:00 UTC (in 38 h).**',
    ),
  ]);
});

it('publishes a pass as a success, and takes the warning in the comment back', async () => {
  await gate();
  const result = await gate({ deployStart: '2026-03-08T08:00Z' });
  expect(result.exitCode).toBe(0);
  expect(states()).toEqual(['pending', 'failure', 'pending', 'success']);
  expect(gitHub.comments.map(({ body }) => body)).toEqual([expect.stringContaining('**Clear: ')]);
});

it('publishes what it is too early to know as pending, though the step fails', async () => {
  sandbox.setup(projects.window, { dayOfWeek: 2, hourOfDay: 0 });
  const result = await gate({ blockOn: 'scheduled', deployStart: '2026-03-09T00:30Z' });
  expect(result.exitCode).toBe(1);
  expect(states()).toEqual(['pending', 'pending']);
  expect(gitHub.statuses[1]?.description).toContain('Check again from Sat 2026-03-07 01:00 UTC.');
});

it('publishes no success where the step fails because its outputs cannot be written', async () => {
  const result = await gate({ deployStart: '2026-03-08T08:00Z' }, { GITHUB_OUTPUT: join(folder, 'missing') });
  expect(result.exitCode).toBe(1);
  expect(states()).toEqual(['pending', 'failure']);
});

it('publishes a warning as a success that says so', async () => {
  await gate({ onOverlap: 'warn' });
  expect(states()).toEqual(['pending', 'success']);
  expect(gitHub.statuses.at(-1)?.description).toMatch(/^Warning: /);
});

it('publishes a gate that could not judge as a failure', async () => {
  sandbox.faults.push({ name: 'notFound', path: 'maintenanceWindow' });
  await gate();
  expect(states()).toEqual(['pending', 'failure']);
  expect(gitHub.comments).toHaveLength(1);
});

it('takes a success back also when the time of the step is over', async () => {
  sandbox.faults.push({ name: 'silence', path: 'maintenanceWindow' });
  await gate({ timeout: '1s' });
  expect(states()).toEqual(['pending', 'failure']);
});

it('publishes several projects as one', async () => {
  await gate({ groupId: `${projects.window},${projects.none}` });
  expect(gitHub.statuses.at(-1)?.description).toBe('2 of 2 projects block the deploy.');
  expect(gitHub.comments).toHaveLength(1);
});

it('does not judge otherwise for a token that may not write', async () => {
  gitHub.faults.push({ name: 'forbidden' });
  const result = await gate({ deployStart: '2026-03-08T08:00Z' });
  expect(result.exitCode).toBe(0);
  expect(result.outputs.verdict).toBe('pass');
  expect(result.log.match(/^::warning .*permissions:%0A {2}(statuses|pull-requests): write$/gm)).toHaveLength(
    2,
  );
});

it('publishes for no operation but the gate', async () => {
  await gate({ operation: 'get', deployStart: 'now', commitStatus: 'false', commentOnPullRequest: 'never' });
  expect(gitHub.requests).toEqual([]);
});

it('reaches GitHub through a proxy', async () => {
  const hosts: string[] = [];
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    hosts.push(request.url ?? '');
    // The name exists nowhere: only the proxy knows the way.
    const onward = connect(Number(new URL(gitHub.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [socket, onward]) end.on('error', () => end.destroy());
  });
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve));
  try {
    const address = proxy.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const result = await gate(
      {},
      { GITHUB_API_URL: 'http://github.enterprise.test', http_proxy: `http://127.0.0.1:${port}` },
    );
    expect(result.log).not.toContain('Could not');
    expect(new Set(hosts)).toEqual(new Set(['github.enterprise.test:80']));
    expect(states()).toEqual(['pending', 'failure']);
    expect(gitHub.comments).toHaveLength(1);
  } finally {
    proxy.close();
  }
});

describe('a status that stood green', () => {
  const CLEAR = { deployStart: '2026-03-08T08:00Z' };
  const last = () => gitHub.statuses.at(-1);
  beforeEach(async () => {
    await gate({ ...CLEAR, commentOnPullRequest: 'always' });
    expect(states().at(-1)).toBe('success');
    expect(gitHub.comments).toHaveLength(1);
  });

  it('is pending before Atlas is asked', async () => {
    const seen: (string | undefined)[] = [];
    sandbox.faults.push({ name: 'silence', path: 'maintenanceWindow' });
    const known = sandbox.requests.length;
    gitHub.before = () => {
      seen.push(...sandbox.requests.slice(known).map(({ path }) => path));
      delete gitHub.before;
    };
    await gate({ ...CLEAR, timeout: '1s' });
    expect(seen).toEqual([]);
    expect(states().slice(-2)).toEqual(['pending', 'failure']);
  });

  it('is pending after a job that was killed while it judged', async () => {
    sandbox.faults.push({ name: 'silence', path: 'maintenanceWindow' });
    const known = sandbox.requests.length;
    await expect(
      gate(CLEAR, {}, child =>
        vi
          .waitFor(() => expect(sandbox.requests.length).toBeGreaterThan(known), { timeout: 20_000 })
          .then(() => child.kill('SIGKILL')),
      ),
    ).rejects.toThrow('SIGKILL');
    expect(last()?.state).toBe('pending');
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('is a failure after %s', async signal => {
    sandbox.faults.push({ name: 'silence', path: 'maintenanceWindow' });
    const known = sandbox.requests.length;
    const result = await gate(CLEAR, {}, child =>
      vi
        .waitFor(() => expect(sandbox.requests.length).toBeGreaterThan(known), { timeout: 20_000 })
        .then(() => child.kill(signal)),
    );
    expect(result.exitCode).not.toBe(0);
    expect(last()?.state).toBe('failure');
    expect(gitHub.comments).toEqual([
      expect.objectContaining({ body: expect.stringContaining('cancelled') }),
    ]);
  });

  it.each<[string, Record<string, string>]>([
    ['an empty secret', { privateKey: '' }],
    ['no credentials at all', { publicKey: '', privateKey: '' }],
    ['a wrong input', { onOverlap: 'fial' }],
    ['a wrong time zone', { deployTimeZone: 'Europe/Atlantis' }],
    ['an empty project', { groupId: '' }],
    ['a project that is none', { groupId: 'production' }],
    ['an empty operation', { operation: '' }],
    ['a misspelt operation', { operation: 'gaet' }],
    ['a misspelt commitStatus', { commitStatus: 'ture' }],
    ['a misspelt commentOnPullRequest', { commentOnPullRequest: 'onOverlaps' }],
  ])('is a failure after a run with %s, and so is the comment', async (_what, inputs) => {
    const known = sandbox.requests.length;
    const result = await gate({ ...CLEAR, ...inputs });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.verdict).toBe('fail');
    expect(last()).toMatchObject({ sha: HEAD, state: 'failure', context: 'atlas/maintenance-window' });
    expect(gitHub.comments).toHaveLength(1);
    expect(gitHub.comments[0]?.body).not.toContain('**Clear');
    expect(gitHub.comments[0]?.body).toMatch(/nothing was sent to Atlas/i);
    expect(sandbox.requests.length).toBe(known);
    // And the next good run finds them again.
    await gate({ ...CLEAR, commentOnPullRequest: 'always' });
    expect(last()?.state).toBe('success');
    expect(gitHub.comments.map(({ body }) => body)).toEqual([expect.stringContaining('**Clear')]);
  });

  it.each([
    ['that nobody caught', `setTimeout(() => Promise.reject(new TypeError('${TOKEN}')), 300)`],
    ['that is thrown', 'setTimeout(() => { throw new RangeError() }, 300)'],
  ])('is a failure after a defect %s', async (_what, code) => {
    sandbox.faults.push({ name: 'silence', path: 'maintenanceWindow' });
    const result = await gate(CLEAR, {
      NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(code)}`,
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'fail', overlap: '', results: '[]' });
    expect(last()).toMatchObject({ state: 'failure', description: expect.stringContaining('defect') });
    expect(gitHub.comments).toEqual([expect.objectContaining({ body: expect.stringContaining('defect') })]);
  });

  it('is said to stand, where GitHub takes no other', async () => {
    gitHub.faults.push({ name: 'forbidden', path: '/statuses/' });
    const result = await gate();
    expect(result.exitCode).toBe(1);
    expect(states()).toEqual(['pending', 'success']);
    expect(result.log.match(/^::warning .*the commit may still show an older success/gm)).toHaveLength(1);
  });

  it('stays where the step is no gate', async () => {
    await gate({
      operation: 'get',
      deployStart: 'now',
      groupId: '',
      commitStatus: 'false',
      commentOnPullRequest: 'never',
    });
    await gate({ operation: 'get', deployStart: 'now', groupId: '' });
    expect(last()?.state).toBe('success');
  });
});

it('writes a comment on inputs that cannot be used, where nobody wrote one before, and takes it over', async () => {
  await gate({ groupId: '', commentOnPullRequest: 'onOverlap' });
  expect(gitHub.comments).toEqual([
    expect.objectContaining({ body: expect.stringContaining('groupId is missing') }),
  ]);
  await gate({ deployStart: '2026-03-08T08:00Z' });
  expect(gitHub.comments.map(({ body }) => body)).toEqual([expect.stringContaining('**Clear')]);
});

it('finds its comment again whatever the order of the projects', async () => {
  await gate({ groupId: `${projects.window},${projects.none}` });
  await gate({ groupId: `${projects.none}\n${projects.window}` });
  expect(gitHub.comments).toHaveLength(1);
});

it('keeps a comment for each gate at one place, by the names that it looks for', async () => {
  sandbox.setup(projects.window, { name: 'shop', dayOfWeek: 1, hourOfDay: 2 });
  for (const projectName of ['shop', 'none', 'shop', 'none']) await gate({ groupId: '', projectName });
  expect(gitHub.comments.map(({ body }) => /\[(\w+)\]\(\S+\/v2\//.exec(body)?.[1])).toEqual(['shop', 'none']);
});

it('shows the failure of two gates of one run, whichever ends last', async () => {
  const pass = { deployStart: '2026-03-08T08:00Z' };
  for (const [first, second] of [
    [pass, {}],
    [{}, pass],
  ]) {
    await gate(first, { GITHUB_RUN_ID: '7' });
    await gate(second, { GITHUB_RUN_ID: '7' });
    expect(states().at(-1)).toBe('failure');
  }
  await gate(pass, { GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '2' });
  expect(states().at(-1)).toBe('success');
});

it.each([
  ['an answer of 502 for ever', { name: 'error502' }],
  ['a wait of 40 s to ask for', { name: 'error502', retryAfter: 40 }],
  ['a limit for an hour', { name: 'rateLimited', retryAfter: 3600 }],
] as const)(
  'judges all the same, in the end, while GitHub has %s',
  async (_what, fault) => {
    gitHub.faults.push(fault);
    const result = await gate({ deployStart: '2026-03-08T08:00Z', timeout: '5m' });
    expect(result.exitCode).toBe(0);
    expect(result.outputs.verdict).toBe('pass');
    expect(result.log).toMatch(/^::warning .*Could not publish the commit status/m);
    // By the waits: of 10 s before the verdict and of 30 s after it.
    const waits = [...result.log.matchAll(/^GitHub: .*Trying again in (\d+) s\.$/gm)].map(([, s]) =>
      Number(s),
    );
    expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(10 + 2 * 30);
  },
  60_000,
);

it.each([
  'nonsense',
  'file:///etc/passwd',
  `https://octocat:${TOKEN}@127.0.0.1:1/`,
  `http://127.0.0.1:1/?${TOKEN}`,
  'https://[',
])('judges all the same where GITHUB_API_URL is %s', async url => {
  const result = await gate({ deployStart: '2026-03-08T08:00Z' }, { GITHUB_API_URL: url });
  expect(result.exitCode).toBe(0);
  expect(result.log).toMatch(/^::warning .*GITHUB_API_URL does not hold/m);
  expect(gitHub.requests).toEqual([]);
});

it('judges all the same where what the runner says is hostile', async () => {
  const broken = join(folder, 'broken.json');
  await writeFile(broken, '{"pull_request":');
  const hostile = [
    { GITHUB_REPOSITORY: '../..' },
    { GITHUB_REPOSITORY: 'acme/../../user' },
    { GITHUB_RUN_ID: '4\n2' },
    { GITHUB_EVENT_PATH: '/dev/zero' },
    { GITHUB_EVENT_PATH: folder },
    { GITHUB_EVENT_PATH: broken },
    { GITHUB_SERVER_URL: 'javascript:alert(1)' },
    { GITHUB_JOB: '-->\n::error::x', GITHUB_WORKFLOW: '<img src=x>' },
  ];
  for (const env of hostile) {
    const result = await gate({ deployStart: '2026-03-08T08:00Z', commentOnPullRequest: 'always' }, env);
    expect(result.exitCode).toBe(0);
    expect(result.log).not.toMatch(/^::error/m);
  }
  for (const { target_url } of gitHub.statuses)
    expect(target_url).toMatch(/^https:\/\/github\.com\/acme\/shop\//);
}, 60_000);

it('sends its token to no server that has no certificate of trust, whatever NODE_TLS_REJECT_UNAUTHORIZED says', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const sent: (string | undefined)[] = [];
  const liar = await listen(
    (request, response) => {
      sent.push(request.headers.authorization);
      response.writeHead(201, { 'Content-Type': 'application/json' }).end('{}');
    },
    0,
    { key, cert },
  );
  try {
    const result = await gate(
      { deployStart: '2026-03-08T08:00Z' },
      { GITHUB_API_URL: liar.url, NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    );
    expect(sent).toEqual([]);
    expect(result.log).toMatch(/^::warning .*certificate was not trusted.*NODE_EXTRA_CA_CERTS/m);
  } finally {
    await liar.close();
  }
});

/** The committed bundle as a step, with an Atlas and a GitHub beside it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type GitHub, startGitHub } from '../../sandbox/github.ts';
import { accounts, projects, type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { runStep } from '../../sandbox/step.ts';
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

/** A gate on a pull request. */
async function gate(inputs: Record<string, string> = {}, env: Record<string, string> = {}) {
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
      GITHUB_API_URL: gitHub.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SHA: 'b'.repeat(40),
      GITHUB_RUN_ID: '42',
      GITHUB_EVENT_PATH: event,
      ...env,
    },
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
    expect.objectContaining({
      sha: HEAD,
      state: 'failure',
      context: 'atlas/maintenance-window',
      description:
        'Blocked: the deploy would meet the weekly maintenance window. Clear from Sun 2026-03-08 06:00 UTC.',
    }),
  ]);
  expect(gitHub.comments.map(({ body }) => body)).toEqual([
    expect.stringContaining('**Blocked: the deploy would meet the weekly maintenance window.**'),
  ]);
});

it('publishes a pass as a success, and takes the warning in the comment back', async () => {
  await gate();
  const result = await gate({ deployStart: '2026-03-08T08:00Z' });
  expect(result.exitCode).toBe(0);
  expect(states()).toEqual(['failure', 'success']);
  expect(gitHub.comments.map(({ body }) => body)).toEqual([expect.stringContaining('**Clear: ')]);
});

it('publishes what it is too early to know as pending, though the step fails', async () => {
  sandbox.setup(projects.window, { dayOfWeek: 2, hourOfDay: 0 });
  const result = await gate({ blockOn: 'scheduled', deployStart: '2026-03-09T00:30Z' });
  expect(result.exitCode).toBe(1);
  expect(states()).toEqual(['pending']);
  expect(gitHub.statuses[0]?.description).toContain('Ask again from Sat 2026-03-07 00:00 UTC.');
});

it('publishes no success where the step fails because its outputs cannot be written', async () => {
  const result = await gate({ deployStart: '2026-03-08T08:00Z' }, { GITHUB_OUTPUT: join(folder, 'missing') });
  expect(result.exitCode).toBe(1);
  expect(states()).toEqual(['failure']);
});

it('publishes a warning as a success that says so', async () => {
  await gate({ onOverlap: 'warn' });
  expect(states()).toEqual(['success']);
  expect(gitHub.statuses[0]?.description).toMatch(/^Warning: /);
});

it('publishes a gate that could not judge as a failure', async () => {
  sandbox.faults.push({ name: 'notFound', path: 'maintenanceWindow' });
  await gate();
  expect(states()).toEqual(['failure']);
  expect(gitHub.comments).toHaveLength(1);
});

it('takes a success back also when the time of the step is over', async () => {
  sandbox.faults.push({ name: 'silence', path: 'maintenanceWindow' });
  await gate({ timeout: '1s' });
  expect(states()).toEqual(['failure']);
});

it('publishes several projects as one', async () => {
  await gate({ groupId: `${projects.window},${projects.none}` });
  expect(gitHub.statuses[0]?.description).toBe('1 of 2 projects blocks the deploy.');
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
    expect(states()).toEqual(['failure']);
    expect(gitHub.comments).toHaveLength(1);
  } finally {
    proxy.close();
  }
});

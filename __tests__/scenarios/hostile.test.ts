/**
 * What a server says, and what a workflow's author lets strangers put into inputs, is text: nothing of it acts in the
 * log, in the outputs, in the summary, on the commit or in a comment. `watched` looks for that in all that is written.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startGitHub } from '../../sandbox/github.ts';
import { type FaultName, HOSTILE, projectId } from '../../sandbox/server.ts';
import { markdownProblems } from '../../sandbox/written.ts';
import { INPUTS } from '../../src/step.ts';
import { inTurns } from '../../src/turns.ts';
import { credentials, stage } from './stage.ts';
import { watched } from './watched.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Each on its own, since a text that is too long to show is cut. */
const TEXTS = [
  ...HOSTILE.split('\n'),
  'hostile\n::error::hostile\r::add-mask::hostile\u2028::stop-commands::hostile',
  ':::error::hostile :\u200b:error::hostile',
  '##[set-output name=verdict;]pass ##[##[group]hostile',
  'verdict<<hostile\npass\nhostile\nverdict=pass',
  '| hostile | \\| `hostile | hostile` |\n|---|\n| x |',
  '</blockquote></details><h1 onclick="alert(1)">hostile</h1>',
  '```mermaid\ngraph TD; hostile-->x',
  '![hostile](javascript:alert(1)) <https://hostile.example> https://hostile.example www.hostile.example',
  '@hostile @hostile/team #1 GH-1 octo/hostile#1 a@hostile.example &#64;hostile &commat;hostile',
  '**hostile** ~~hostile~~ # hostile\n# hostile\n- [ ] hostile\n[^1]: hostile',
  // A workflow's expression, as somebody may paste it.
  `$\{{ secrets.HOSTILE }} $(hostile) \`hostile\``,
  '\ud83d\ude00\u202ehostile\u2066hostile\u0007\u009b31m',
] as const;

const at = stage();
const CLEAR = { deployStart: '2026-03-08T01:00Z' };

/** A project for each text, with an event that has one of the types that are asked for. */
const groupIds = TEXTS.map((_, index) => projectId(index));
const groupId = groupIds.join();
beforeEach(() => {
  const events = [{ created: '2026-03-01T08:00:00Z', eventTypeName: 'MAINTENANCE_COMPLETED' }];
  for (const id of groupIds) at.sandbox.setup(id, { dayOfWeek: 1, hourOfDay: 2, events });
});

/** All texts at once: a project for each, and a fault for its requests to that path. */
const say = (name: FaultName, path: string) => {
  for (const [index, value] of TEXTS.entries())
    at.sandbox.faults.push({ name, path: `${projectId(index)}/${path}`, value });
};

describe('what a server says acts nowhere', () => {
  it.each([
    ['in an error about the window', 'gate', 'hostileError', 'maintenanceWindow'],
    ['in an error about the events', 'gate', 'hostileError', 'events'],
    ['in an error on resetting', 'reset', 'hostileError', 'maintenanceWindow'],
    ['in every string of the window', 'gate', 'hostileText', 'maintenanceWindow'],
    ['in every string of the events', 'gate', 'hostileText', 'events'],
    [
      'in every string of the window, read once more after a change',
      'autoDefer',
      'hostileText',
      'maintenanceWindow',
    ],
  ] as const)('%s', async (_where, operation, fault, path) => {
    say(fault, path);
    const result = await watched(at.sandbox, {
      ...credentials.accessToken,
      ...(operation === 'gate' ? CLEAR : {}),
      operation,
      groupId,
    });
    // The text arrived, and is shown as text.
    expect(result.log).toMatch(/hostile/i);
    expect(result.exitCode).toBe(1);
  });

  it('in its own words for an event, or for a time zone', async () => {
    for (const [index, timeZoneId] of TEXTS.entries())
      at.sandbox.faults.push({ name: 'fields', path: projectId(index), value: { timeZoneId } });
    const result = await watched(at.sandbox, { ...credentials.accessToken, operation: 'gate', groupId });
    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('hostile');
  });

  it('in what the token endpoint says', async () => {
    for (const value of TEXTS)
      at.sandbox.faults.push({ name: 'hostileError', path: 'oauth/token', leg: 'any', times: 1, value });
    const results = await inTurns(4, TEXTS, () =>
      watched(at.sandbox, { ...credentials.serviceAccount, operation: 'gate' }),
    );
    for (const result of results) expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    expect(at.sandbox.faults).toEqual([]);
  });

  it('in a token, or in why it cannot be revoked', async () => {
    at.sandbox.faults.push({ name: 'hostileText', path: 'oauth/token' });
    const token = await watched(at.sandbox, { ...credentials.serviceAccount, operation: 'gate' });
    expect(token).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    at.sandbox.faults.length = 0;
    at.sandbox.faults.push({ name: 'hostileError', path: 'oauth/revoke' });
    const revoke = await watched(at.sandbox, { ...credentials.serviceAccount, operation: 'gate' });
    expect(revoke.log).toMatch(/^::warning .*could not be revoked/m);
  });

  it('in the address of a redirect', async () => {
    at.sandbox.faults.push({
      name: 'redirect301',
      value: 'https://hostile.example::error::/%0A::error::/<script>?@everyone#1',
    });
    expect((await watched(at.sandbox, { ...credentials.accessToken })).exitCode).toBe(1);
  });

  it('in a realm, a nonce or an algorithm, which also go back to the server', async () => {
    for (const parameters of [
      `realm="::error::hostile", nonce="a"`,
      `realm="a", nonce="::error::hostile\\"\\\\"`,
      `realm="a", nonce="b", algorithm=::error::hostile`,
      `realm="a", nonce="b", qop="::error::hostile"`,
      `realm="\u00e9\u00ff\u0080", nonce="b"`,
    ])
      at.sandbox.faults.push({
        name: 'answer',
        leg: 'any',
        times: 2,
        value: { status: 401, headers: { 'WWW-Authenticate': `Digest ${parameters}, hostile` } },
      });
    for (let step = 0; step < 5; step += 1) {
      const result = await watched(at.sandbox, { ...credentials.apiKey, operation: 'gate' });
      expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } });
    }
  });
});

describe('what an input says acts nowhere', () => {
  /** What an environment variable can hold. */
  const inputs = TEXTS.map(text => text.replaceAll('\0', ''));

  it('in all inputs at once', async () => {
    await inTurns(4, inputs, async text => {
      const all = Object.fromEntries(Object.keys(INPUTS).map(name => [name, text]));
      const result = await watched(at.sandbox, all);
      expect(result.exitCode).toBe(1);
      expect(result.log).toContain('problems with the inputs');
    });
    expect(at.requests()).toEqual([]);
  });

  it('in inputs that are quoted in what is wrong with them', async () => {
    const zone = { deployTimeZone: 'UTC', timeout: '1s' };
    const given = [
      ['gate', {}, ['groupId', 'deployStart', 'deployDuration', 'deployTimeZone', 'blockOn', 'onOverlap']],
      ['gate', zone, ['deployStart', 'deployEnd', 'maintenanceDuration']],
      ['gate', zone, ['deployWindow']],
      ['update', {}, ['dayOfWeek', 'hourOfDay', 'protectedHours', 'waveAssignment', 'startASAP', 'dryRun']],
    ] as const;
    // Every text is in some input, and every input holds several texts.
    const steps = given.flatMap(([operation, fixed, names]) =>
      [0, 3, 6, 9, 12, 15].map(first => {
        const text = (index: number) => inputs[(first + index) % inputs.length] ?? '';
        return {
          operation,
          ...fixed,
          ...Object.fromEntries(names.map((name, index) => [name, text(index)])),
        };
      }),
    );
    await inTurns(4, steps, async step => {
      expect((await watched(at.sandbox, step)).exitCode).toBe(1);
    });
    expect(at.requests()).toEqual([]);
  });
});

it('what a server says acts neither in a commit status nor in a comment', async () => {
  const gitHub = await startGitHub();
  const folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  onTestFinished(async () => {
    await gitHub.close();
    await rm(folder, { recursive: true });
  });
  const eventFile = join(folder, 'event.json');
  await writeFile(eventFile, JSON.stringify({ pull_request: { number: 7, head: { sha: 'a'.repeat(40) } } }));
  say('hostileError', 'maintenanceWindow');
  const env = {
    GITHUB_API_URL: gitHub.url,
    GITHUB_REPOSITORY: 'octo-org/shop',
    GITHUB_SHA: 'b'.repeat(40),
    GITHUB_RUN_ID: '1',
    GITHUB_WORKFLOW: '--><script>hostile</script>',
    GITHUB_EVENT_PATH: eventFile,
  };
  const publishing = {
    operation: 'gate',
    githubToken: gitHub.token,
    commitStatus: 'true',
    commitStatusContext: 'hostile\n::error::hostile',
    commentOnPullRequest: 'always',
  };
  const gates = [groupId, ...groupIds.filter((_, index) => index % 3 === 0)];
  await inTurns(4, gates, id =>
    watched(at.sandbox, { ...credentials.accessToken, ...publishing, groupId: id }, { env }),
  );

  // Each says that it looks, and what it found.
  expect(gitHub.statuses).toHaveLength(2 * gates.length);
  for (const { description, context } of gitHub.statuses)
    expect(`${context}${description}`).not.toMatch(/[\p{Cc}\p{Cf}]|::|##\[/u);
  expect(gitHub.comments).toHaveLength(gates.length);
  for (const { body } of gitHub.comments) {
    expect(body).toMatch(/^<!-- atlas-maintenance-gate [0-9a-f]+ -->\n/);
    expect(markdownProblems(body.slice(body.indexOf('\n')))).toEqual([]);
  }
});

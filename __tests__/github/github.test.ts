import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GitHub, startGitHub } from '../../sandbox/github.ts';
import { listen } from '../../sandbox/listen.ts';
import { openCheck } from '../../src/github/check.ts';
import type { Publication } from '../../src/report/publication.ts';
import type { Sink } from '../../src/report/sink.ts';
import { publishingOf } from '../../src/step.ts';
import { gitHubApi } from './openapi.ts';

const HEAD = 'a'.repeat(40);
const MERGE = 'b'.repeat(40);
const REPOSITORY = 'acme/shop';
const PROJECT = '5a9db0c5a9db0c5a9db0c501';
const OTHER = '5a9db0c5a9db0c5a9db0c500';

let folder: string;
let gitHub: GitHub;
let problems: Awaited<ReturnType<typeof gitHubApi>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'events-'));
  problems = await gitHubApi();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  gitHub = await startGitHub();
});
afterEach(async () => {
  await gitHub.close();
  // Whatever a test was about: nothing is sent that GitHub's own description of its API does not know.
  expect(gitHub.requests.filter(({ path }) => path !== '/user').flatMap(problems)).toEqual([]);
});

const repository = { id: 1 };
const events = {
  push: { after: MERGE },
  pull_request: { pull_request: { number: 7, head: { sha: HEAD } } },
  pull_request_review: { review: {}, pull_request: { number: 7, head: { sha: HEAD } } },
  issue_comment: { issue: { number: 7, pull_request: { url: '' } } },
  issues: { issue: { number: 7 } },
  workflow_run: { workflow_run: { head_sha: HEAD, pull_requests: [{ number: 7 }] } },
  workflow_run_of_two: { workflow_run: { head_sha: HEAD, pull_requests: [{ number: 7 }, { number: 8 }] } },
  workflow_run_of_a_fork: { workflow_run: { head_sha: HEAD, pull_requests: [] } },
  workflow_run_in_a_fork: {
    repository,
    workflow_run: { head_sha: HEAD, pull_requests: [{ number: 7, base: { repo: { id: 2 } } }] },
  },
  check_suite: { check_suite: { head_sha: HEAD, pull_requests: [] } },
  check_run: { check_run: { head_sha: HEAD, check_suite: { head_sha: MERGE } } },
  deployment: { deployment: { sha: HEAD }, workflow_run: null },
  deployment_status: {
    deployment_status: {},
    deployment: { sha: HEAD },
    workflow_run: { head_sha: MERGE },
    check_run: { head_sha: MERGE },
  },
  merge_group: { merge_group: { head_sha: HEAD } },
  status: { sha: HEAD, context: 'ci', state: 'success' },
} as const;

interface Told {
  readonly info: string[];
  readonly warnings: string[];
}

interface Given {
  readonly event?: keyof typeof events | 'none' | 'broken' | 'missing';
  readonly inputs?: Record<string, string>;
  readonly env?: Record<string, string | undefined>;
  readonly cancelled?: AbortSignal;
  /** Milliseconds that GitHub may take. */
  readonly limits?: { before: number; after: number };
}

/** A check as a step opens it, and what the log says of it. */
async function opened({
  event = 'pull_request',
  inputs = {},
  env,
  cancelled = new AbortController().signal,
  limits,
}: Given = {}) {
  const told: Told = { info: [], warnings: [] };
  const path = join(folder, `${event}.json`);
  if (event === 'broken') await writeFile(path, '{');
  else if (event !== 'missing') await writeFile(path, JSON.stringify(event === 'none' ? {} : events[event]));
  const ignore = () => {};
  const sink: Sink = {
    info: line => told.info.push(line),
    warning: line => told.warnings.push(line),
    debug: ignore,
    notice: ignore,
    error: ignore,
    success: ignore,
    picture: ignore,
    startGroup: ignore,
    endGroup: ignore,
    mask: ignore,
    redact: text => text,
    setOutputs: ignore,
    writeSummary: async () => {},
  };
  const given = { operation: 'gate', groupId: PROJECT, githubToken: gitHub.token, ...inputs };
  const asked = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const check = openCheck(
    publishingOf(asked),
    {
      GITHUB_API_URL: gitHub.url,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_SHA: MERGE,
      GITHUB_RUN_ID: '42',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_WORKFLOW: 'Deploy',
      GITHUB_JOB: 'gate',
      GITHUB_ACTION: '__run',
      GITHUB_EVENT_PATH: path,
      ...env,
    },
    cancelled,
    sink,
    limits,
  );
  return { check, told };
}

const blocked: Publication = {
  state: 'failure',
  description: 'Blocked: the deploy would meet maintenance.',
  inTheWay: true,
  comment: () => '### Atlas maintenance gate\n',
};
const clear: Publication = {
  state: 'success',
  description: 'Clear.',
  inTheWay: false,
  comment: () => 'Clear.\n',
};

/** Publishes a verdict as a step would, and returns what the log says of it. */
async function publishing({ publication, ...given }: Given & { publication?: Partial<Publication> } = {}) {
  const { check, told } = await opened(given);
  await check.conclude({ ...blocked, ...publication });
  return told;
}

const withStatus = { commitStatus: 'true' };
const withComment = (when: string) => ({ commentOnPullRequest: when });

it('is judged by a description that tells right from wrong', () => {
  const path = `/repos/acme/shop/statuses/${HEAD}`;
  const status = { method: 'POST', path, status: 201 };
  expect(problems({ ...status, body: { state: 'success' } })).toEqual([]);
  for (const wrong of [{ state: 'green' }, {}, undefined])
    expect(problems({ ...status, body: wrong })).not.toEqual([]);
  expect(problems({ ...status, path: '/repos/acme/shop/status', body: {} })).not.toEqual([]);
  const comments = {
    method: 'GET',
    path: '/repos/acme/shop/issues/7/comments',
    status: 200,
    body: undefined,
  };
  expect(problems({ ...comments, path: `${comments.path}?per_page=9&page=2` })).toEqual([]);
  expect(problems({ ...comments, path: `${comments.path}?size=9` })).not.toEqual([]);
});

it('asks GitHub nothing when nobody asked for a status or a comment', async () => {
  expect(await publishing()).toEqual({ info: [], warnings: [] });
  expect(gitHub.requests).toEqual([]);
});

describe('the commit status', () => {
  it('stands on the head of a pull request, not on the merge commit', async () => {
    const told = await publishing({ inputs: withStatus });
    expect(told.warnings).toEqual([]);
    expect(gitHub.statuses).toEqual([
      {
        repository: REPOSITORY,
        sha: HEAD,
        state: 'failure',
        context: 'atlas/maintenance-window',
        description: 'Blocked: the deploy would meet maintenance.',
        target_url: expect.stringMatching(
          /^https:\/\/github\.com\/acme\/shop\/actions\/runs\/42\/attempts\/1#gate-[0-9a-f]{10}-failure$/,
        ),
      },
    ]);
  });

  it.each([
    'pull_request_review',
    'workflow_run',
    'workflow_run_of_two',
    'workflow_run_of_a_fork',
    'check_suite',
    'check_run',
    'deployment',
    'deployment_status',
    'merge_group',
    'status',
  ] as const)('stands on the commit that the event is about: %s', async event => {
    await publishing({ inputs: withStatus, event });
    expect(gitHub.statuses.map(({ sha }) => sha)).toEqual([HEAD]);
  });

  it('stands on the head of the pull request that was commented on, from its beginning to its end', async () => {
    gitHub.pullRequests.push({ repository: REPOSITORY, number: 7, sha: HEAD });
    const { check, told } = await opened({ inputs: withStatus, event: 'issue_comment' });
    await check.pending();
    gitHub.pullRequests.splice(0, 1, { repository: REPOSITORY, number: 7, sha: 'c'.repeat(40) });
    await check.conclude(blocked);
    expect(gitHub.statuses.map(({ sha, state }) => [sha, state])).toEqual([
      [HEAD, 'pending'],
      [HEAD, 'failure'],
    ]);
    expect(told.warnings).toEqual([]);
  });

  it('stands on no other commit where the head of a pull request cannot be asked for', async () => {
    gitHub.faults.push({ name: 'forbidden', path: '/pulls/' });
    const { warnings } = await publishing({ inputs: withStatus, event: 'issue_comment' });
    expect(gitHub.statuses).toEqual([]);
    expect(warnings).toEqual([
      expect.stringContaining('permissions:\n  statuses: write\n  pull-requests: read'),
    ]);
  });

  it.each(['push', 'issues', 'none', 'broken', 'missing'] as const)(
    'stands on the commit of the run for an event that is: %s',
    async event => {
      await publishing({ inputs: withStatus, event });
      expect(gitHub.statuses.map(({ sha }) => sha)).toEqual([MERGE]);
    },
  );

  it('has a description that GitHub takes, cut at a word', async () => {
    await publishing({
      inputs: withStatus,
      publication: { description: `${'Blocked again and '.repeat(20)}` },
    });
    const [status] = gitHub.statuses;
    expect(status?.description?.length).toBeLessThanOrEqual(140);
    expect(status?.description).toMatch(/ (Blocked|again|and)…$/);
  });

  it('says which runner variable is missing', async () => {
    const { warnings } = await publishing({ inputs: withStatus, env: { GITHUB_REPOSITORY: undefined } });
    expect(warnings).toEqual([expect.stringContaining('GITHUB_REPOSITORY')]);
    expect(gitHub.requests).toEqual([]);
  });
});

describe('several gates with one context', () => {
  const shown = () => gitHub.statuses.at(-1);
  /** Another gate of the run: a leg of a matrix has all names in common with the others. */
  const gate = (env: Given['env'] = {}) => opened({ inputs: withStatus, env });
  const early: Publication = { ...blocked, state: 'pending', description: 'Too early to know.' };

  it('show the failure of the one that ended first', async () => {
    const [a, b] = await Promise.all([gate(), gate()]);
    await a.check.pending();
    await b.check.pending();
    await a.check.conclude(blocked);
    await b.check.conclude(clear);
    expect(shown()).toMatchObject({ state: 'failure', description: blocked.description });
  });

  it('show the failure of the one that ended last', async () => {
    const [a, b] = await Promise.all([gate(), gate()]);
    await a.check.pending();
    await b.check.pending();
    await a.check.conclude(clear);
    await b.check.conclude(blocked);
    expect(shown()).toMatchObject({ state: 'failure', description: blocked.description });
  });

  it('show the failure of one that ended before the other began', async () => {
    const [a, b] = await Promise.all([gate(), gate()]);
    await a.check.pending();
    await a.check.conclude(blocked);
    await b.check.pending();
    expect(shown()?.state).not.toBe('success');
    await b.check.conclude(clear);
    expect(shown()).toMatchObject({ state: 'failure', description: blocked.description });
  });

  it('show no success while one still judges, and success once all have passed', async () => {
    const [a, b] = await Promise.all([gate(), gate()]);
    await a.check.pending();
    await b.check.pending();
    await a.check.conclude(clear);
    expect(shown()?.state).toBe('pending');
    await b.check.conclude(clear);
    expect(shown()).toMatchObject({ state: 'success', description: 'Clear.' });
    expect([...a.told.warnings, ...b.told.warnings]).toEqual([]);
  });

  it('show that it is too early for one of them', async () => {
    const [a, b] = await Promise.all([gate(), gate()]);
    await a.check.conclude(early);
    await b.check.conclude(clear);
    expect(shown()).toMatchObject({ state: 'pending', description: 'Too early to know.' });
  });

  it('start afresh with another attempt, and with another run', async () => {
    for (const env of [
      {},
      { GITHUB_RUN_ATTEMPT: '2' },
      { GITHUB_RUN_ATTEMPT: '21' },
      { GITHUB_RUN_ID: '43' },
    ]) {
      const [a, b] = await Promise.all([gate(env), gate(env)]);
      await a.check.conclude(clear);
      expect(shown()?.state).toBe('success');
      await b.check.conclude(blocked);
      expect(shown()?.state).toBe('failure');
    }
  });

  it('are told by their place where the runner does not say which attempt it is', async () => {
    const env = { GITHUB_RUN_ATTEMPT: undefined };
    const first = await gate(env);
    await first.check.conclude(blocked);
    const other = await gate({ ...env, GITHUB_JOB: 'other' });
    await other.check.conclude(clear);
    expect(shown()?.state).toBe('failure');
    const again = await gate(env);
    await again.check.conclude(clear);
    expect(shown()?.state).toBe('success');
  });

  it('write no status again only because an answer lags behind', async () => {
    const { check } = await gate();
    let late: GitHub['statuses'] = [];
    gitHub.before = ({ method }) => {
      if (method === 'GET') late = gitHub.statuses.splice(1);
    };
    await check.pending();
    await check.conclude(clear);
    expect(gitHub.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST', 'GET']);
    expect(late.map(({ state }) => state)).toEqual(['success']);
  });

  it('do not heed a gate with another context', async () => {
    const other = await opened({ inputs: { ...withStatus, commitStatusContext: 'other' } });
    const a = await gate();
    await other.check.conclude(blocked);
    await a.check.conclude(clear);
    expect(shown()).toMatchObject({ state: 'success', context: 'atlas/maintenance-window' });
  });

  it('find the failure behind hundreds of other statuses', async () => {
    const [a, b] = await Promise.all([gate(), gate()]);
    await a.check.conclude(blocked);
    for (let index = 0; index < 250; index += 1)
      gitHub.statuses.push({
        repository: REPOSITORY,
        sha: HEAD,
        state: 'success',
        context: `ci/${index}`,
        description: null,
        target_url: null,
      });
    await b.check.conclude(clear);
    expect(shown()?.state).toBe('failure');
  });

  it('show no success where the others cannot be read', async () => {
    gitHub.faults.push({ name: 'notFound', method: 'GET' });
    const { check, told } = await gate();
    await check.pending();
    await check.conclude(clear);
    expect(shown()).toMatchObject({
      state: 'pending',
      description: expect.stringContaining('could not be read'),
    });
    expect(told.warnings).toEqual([expect.stringContaining('404')]);
  });

  /** Lets `then` happen just before the n-th request of such a kind is answered. */
  const justBefore = (method: string, n: number, then: () => Promise<void>) => {
    let seen = 0;
    gitHub.before = async request => {
      if (request.method !== method) return;
      seen += 1;
      if (seen !== n) return;
      delete gitHub.before;
      await then();
    };
  };

  it.each([
    ['fails', blocked, 'failure'],
    ['passes', clear, 'success'],
  ] as const)(
    'where another %s between the look and the success: show the worst',
    async (_, found, state) => {
      const [a, b] = await Promise.all([gate(), gate()]);
      await a.check.pending();
      await b.check.pending();
      justBefore('POST', 1, () => b.check.conclude(found));
      await a.check.conclude(clear);
      expect(shown()?.state).toBe(state);
    },
  );

  it('where another begins between the look and the success: show that it judges, and then that all passed', async () => {
    const [a, b] = await Promise.all([gate(), gate()]);
    await a.check.pending();
    justBefore('POST', 1, () => b.check.pending());
    await a.check.conclude(clear);
    expect(shown()?.state).toBe('pending');
    await b.check.conclude(clear);
    expect(shown()?.state).toBe('success');
  });

  it('show the worst of all, however their requests fall among each other', async () => {
    const findings = [blocked, early, clear];
    for (let round = 0; round < 12; round += 1) {
      const env = { GITHUB_RUN_ID: String(100 + round) };
      const mine = Array.from(
        { length: 4 },
        (_, index) => findings[(round * (index + 1) + index) % 3] ?? clear,
      );
      const all = round % 4 === 0 ? mine.map(() => clear) : mine;
      const gates = await Promise.all(all.map(() => gate(env)));
      await Promise.all(
        gates.map(async ({ check }, index) => {
          await check.pending();
          await check.conclude(all[index] ?? clear);
        }),
      );
      const states = all.map(({ state }) => state);
      const worst = (['failure', 'pending', 'success'] as const).find(state => states.includes(state));
      expect(shown()?.state).toBe(worst);
    }
  });
});

describe('a step that turns red after its verdict', () => {
  it('takes its success back when it is cancelled meanwhile', async () => {
    const cancel = new AbortController();
    const { check } = await opened({ inputs: withStatus, cancelled: cancel.signal });
    gitHub.before = ({ body }) => {
      if (JSON.stringify(body)?.includes('"success"')) cancel.abort();
    };
    await check.conclude(clear);
    expect(gitHub.statuses.map(({ state }) => state)).toEqual(['success', 'failure']);
  });

  it('shows a failure that was told, whatever is told later', async () => {
    const { check } = await opened({ inputs: withStatus });
    await Promise.all([check.conclude(clear), check.conclude(blocked)]);
    await check.conclude(clear);
    expect(gitHub.statuses.at(-1)).toMatchObject({ state: 'failure' });
  });
});

describe('the comment', () => {
  const bodies = () => gitHub.comments.map(({ body }) => body);

  it('is written once and updated in place from then on', async () => {
    await publishing({ inputs: withComment('always') });
    await publishing({ inputs: withComment('always'), publication: { comment: () => 'Second.\n' } });
    expect(gitHub.comments).toHaveLength(1);
    expect(bodies()[0]).toMatch(/^<!-- atlas-maintenance-gate [0-9a-f]{20} -->\nSecond\.\n/);
    expect(bodies()[0]).toContain('https://github.com/acme/shop/actions/runs/42');
  });

  it('is found again behind hundreds of others', async () => {
    for (let id = 1; id <= 250; id += 1)
      gitHub.comments.push({ id, repository: REPOSITORY, issue: 7, login: 'octocat', body: 'LGTM' });
    await publishing({ inputs: withComment('always') });
    await publishing({ inputs: withComment('always') });
    expect(gitHub.comments).toHaveLength(251);
  });

  it('with onOverlap: is not written while all is clear', async () => {
    const told = await publishing({ inputs: withComment('onOverlap'), publication: { inTheWay: false } });
    expect(gitHub.comments).toEqual([]);
    expect(told.warnings).toEqual([]);
  });

  it('with onOverlap: tells when it has become clear', async () => {
    await publishing({ inputs: withComment('onOverlap') });
    await publishing({
      inputs: withComment('onOverlap'),
      publication: { inTheWay: false, comment: () => 'Clear.\n' },
    });
    expect(bodies()).toEqual([expect.stringContaining('Clear.')]);
  });

  it('of a second gate on the same pull request is one of its own', async () => {
    await publishing({ inputs: withComment('always') });
    await publishing({ inputs: withComment('always'), env: { GITHUB_JOB: 'other' } });
    await publishing({ inputs: withComment('always'), env: { GITHUB_ACTION: '__run_2' } });
    await publishing({ inputs: { ...withComment('always'), groupId: OTHER } });
    expect(gitHub.comments).toHaveLength(4);
  });

  it('of a stranger who posts the marker is left alone', async () => {
    await publishing({ inputs: withComment('always') });
    const [ours] = gitHub.comments.splice(0);
    const theirs = {
      ...ours,
      id: 1,
      repository: REPOSITORY,
      issue: 7,
      login: 'mallory',
      body: ours?.body ?? '',
    };
    gitHub.comments.push(theirs);
    await publishing({ inputs: withComment('always'), publication: { comment: () => 'Second.\n' } });
    expect(gitHub.comments[0]).toEqual(theirs);
    expect(gitHub.comments).toHaveLength(2);
  });

  it('of a bot that only quotes the marker is left alone', async () => {
    await publishing({ inputs: withComment('always') });
    const [ours] = gitHub.comments.splice(0);
    const quoting = {
      id: 1,
      repository: REPOSITORY,
      issue: 7,
      login: 'mirror[bot]',
      body: `> ${ours?.body}`,
    };
    gitHub.comments.push(quoting);
    await publishing({ inputs: withComment('always') });
    expect(gitHub.comments[0]).toEqual(quoting);
    expect(gitHub.comments).toHaveLength(2);
  });

  it('belongs to a pull request also when a comment there started the run', async () => {
    await publishing({ inputs: withComment('always'), event: 'issue_comment' });
    expect(gitHub.comments).toHaveLength(1);
  });

  it.each(['push', 'issues', 'none', 'broken'] as const)(
    'is no failure without a pull request: %s',
    async event => {
      const told = await publishing({ inputs: withComment('always'), event });
      expect(told).toEqual({ info: [expect.stringContaining('no pull request')], warnings: [] });
      expect(gitHub.requests).toEqual([]);
    },
  );

  it('fits what GitHub takes', async () => {
    let most = 0;
    await publishing({
      inputs: withComment('always'),
      publication: {
        comment: bytes => {
          most = bytes;
          return 'x'.repeat(bytes);
        },
      },
    });
    expect(most).toBeGreaterThan(60_000);
    expect(gitHub.comments).toHaveLength(1);
  });
});

describe('what goes wrong at GitHub', () => {
  it.each([
    ['statuses', withStatus, 'statuses: write'],
    ['comments', withComment('always'), 'pull-requests: write'],
  ] as const)(
    'a missing permission for %s is a warning that shows what to add',
    async (_what, inputs, yaml) => {
      gitHub.faults.push({ name: 'forbidden' });
      const { warnings } = await publishing({ inputs });
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain('Resource not accessible by integration');
      expect(warnings[0]).toContain(`\n\npermissions:\n  ${yaml}`);
      expect(warnings[0]).toContain('The verdict stands');
      expect(gitHub.requests).toHaveLength(1);
    },
  );

  it('one of the two that fails does not stop the other', async () => {
    gitHub.faults.push({ name: 'forbidden', path: '/statuses/' });
    const { warnings } = await publishing({ inputs: { ...withStatus, ...withComment('always') } });
    expect(warnings).toHaveLength(1);
    expect(gitHub.comments).toHaveLength(1);
  });

  it.each(['error500', 'error502', 'error503', 'rateLimited', 'forbidden'] as const)(
    'an answer that may pass (%s, with Retry-After) is tried again',
    async name => {
      gitHub.faults.push({ name, times: 2, retryAfter: 0 });
      const told = await publishing({ inputs: { ...withStatus, ...withComment('always') } });
      expect(told.warnings).toEqual([]);
      expect(gitHub.statuses).toHaveLength(1);
      expect(gitHub.comments).toHaveLength(1);
    },
  );

  it('a wait beyond the deadline is not begun', async () => {
    gitHub.faults.push({ name: 'rateLimited', retryAfter: 3600 });
    const { warnings } = await publishing({ inputs: withStatus });
    expect(warnings).toEqual([expect.stringMatching(/429.*rate limit.*The verdict stands/)]);
    expect(gitHub.requests).toHaveLength(1);
  });

  it('a comment is not written twice when its first writing failed half-way', async () => {
    gitHub.faults.push({ name: 'error502', method: 'POST', times: 1, retryAfter: 0 });
    await publishing({ inputs: withComment('always') });
    const methods = gitHub.requests.map(({ method }) => method);
    expect(methods).toEqual(['GET', 'POST', 'GET', 'POST']);
  });

  it('a silence ends with a warning, before the verdict and after it', async () => {
    const silent = await listen(() => {});
    try {
      const { check, told } = await opened({
        inputs: { ...withStatus, ...withComment('always') },
        env: { GITHUB_API_URL: silent.url },
        limits: { before: 50, after: 100 },
      });
      await check.pending();
      expect(told.warnings).toEqual([expect.stringContaining('did not confirm it within 0.05 s')]);
      await check.conclude(clear);
      expect(told.warnings.slice(1)).toEqual([
        expect.stringContaining('did not confirm it within 0.1 s'),
        expect.stringContaining('did not confirm it within 0.1 s'),
      ]);
    } finally {
      await silent.close();
    }
  });

  it('a wrong token is named', async () => {
    const { warnings } = await publishing({ inputs: { ...withStatus, githubToken: 'ghs_other' } });
    expect(warnings).toEqual([expect.stringContaining('Check githubToken')]);
    expect(warnings.join()).not.toContain('ghs_other');
  });

  it.each([301, 302, 307, 308])('a redirect (%i) is not followed, so the token stays here', async status => {
    const reached: string[] = [];
    const elsewhere = await listen((request, response) => {
      reached.push(request.url ?? '');
      response.writeHead(201, { 'Content-Type': 'application/json' }).end('{}');
    });
    const redirecting = await listen((_, response) => {
      response.writeHead(status, { Location: elsewhere.url }).end();
    });
    try {
      const inputs = { ...withStatus, ...withComment('always') };
      const { warnings } = await publishing({ inputs, env: { GITHUB_API_URL: redirecting.url } });
      expect(warnings).toHaveLength(2);
      for (const warning of warnings) expect(warning).toContain(`redirect (${status})`);
      expect(reached).toEqual([]);
    } finally {
      await Promise.all([elsewhere.close(), redirecting.close()]);
    }
  });

  it.each([
    ['a page', 'text/html', '<html>Sign in</html>'],
    ['null', 'application/json', 'null'],
    ['half of an object', 'application/json', '{"id":'],
  ])('a 200 with %s confirms nothing', async (_what, type, body) => {
    const portal = await listen((_, response) => {
      response.writeHead(200, { 'Content-Type': type }).end(body);
    });
    try {
      for (const event of ['pull_request', 'issue_comment'] as const) {
        const told = await publishing({
          event,
          inputs: { ...withStatus, ...withComment('always') },
          env: { GITHUB_API_URL: portal.url },
          publication: clear,
        });
        expect(told.warnings).toHaveLength(2);
        for (const warning of told.warnings) expect(warning).toMatch(/: its answer .*The verdict stands/);
        expect(told.info).toEqual([]);
      }
    } finally {
      await portal.close();
    }
  });

  it('an answer of nonsense is a warning without a word of it that could act', async () => {
    const server = await listen((_, response) => {
      response.writeHead(422, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ message: 'no\n::set-output name=verdict::pass' }));
    });
    try {
      const { warnings } = await publishing({ inputs: withStatus, env: { GITHUB_API_URL: server.url } });
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).not.toMatch(/\n|::/);
    } finally {
      await server.close();
    }
  });
});

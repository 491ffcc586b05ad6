import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GitHub, startGitHub } from '../../sandbox/github.ts';
import { listen } from '../../sandbox/listen.ts';
import { createDeadline } from '../../src/atlas/deadline.ts';
import type { GitHubInputs } from '../../src/inputs.ts';
import { type Publication, publish, shortened } from '../../src/github/publish.ts';
import type { Sink } from '../../src/report/sink.ts';
import { gitHubApi } from './openapi.ts';

const HEAD = 'a'.repeat(40);
const MERGE = 'b'.repeat(40);
const REPOSITORY = 'acme/shop';

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

const events = {
  push: { after: MERGE },
  pull_request: { pull_request: { number: 7, head: { sha: HEAD } } },
  issue_comment: { issue: { number: 7, pull_request: { url: '' } } },
  issues: { issue: { number: 7 } },
} as const;

interface Told {
  readonly info: string[];
  readonly warnings: string[];
}

interface Given {
  readonly event?: keyof typeof events | 'none' | 'broken';
  readonly inputs?: Partial<GitHubInputs>;
  readonly publication?: Partial<Publication>;
  readonly env?: Record<string, string | undefined>;
  readonly timeout?: number;
}

/** Publishes as a step would, and returns what the log says of it. */
async function publishing({
  event = 'pull_request',
  inputs,
  publication,
  env,
  timeout = 60_000,
}: Given = {}) {
  const told: Told = { info: [], warnings: [] };
  const path = join(folder, `${event}.json`);
  await writeFile(path, event === 'broken' ? '{' : JSON.stringify(event === 'none' ? {} : events[event]));
  const ignore = () => {};
  const sink: Sink = {
    info: line => told.info.push(line),
    warning: line => told.warnings.push(line),
    debug: ignore,
    notice: ignore,
    error: ignore,
    startGroup: ignore,
    endGroup: ignore,
    mask: ignore,
    redact: text => text,
    setOutputs: ignore,
    writeSummary: async () => {},
  };
  await publish(
    sink,
    { token: gitHub.token, commentOnPullRequest: 'never', ...inputs },
    {
      state: 'failure',
      description: 'Blocked: the deploy would meet maintenance.',
      inTheWay: true,
      groupIds: ['5a9db0c5a9db0c5a9db0c501'],
      comment: () => '### Atlas maintenance gate\n',
      ...publication,
    },
    {
      env: {
        GITHUB_API_URL: gitHub.url,
        GITHUB_SERVER_URL: 'https://github.com',
        GITHUB_REPOSITORY: REPOSITORY,
        GITHUB_SHA: MERGE,
        GITHUB_RUN_ID: '42',
        GITHUB_WORKFLOW: 'Deploy',
        GITHUB_JOB: 'gate',
        GITHUB_ACTION: '__run',
        GITHUB_EVENT_PATH: path,
        ...env,
      },
      deadline: createDeadline(timeout),
    },
  );
  return told;
}

const withStatus = { commitStatusContext: 'atlas/maintenance-window' };
const withComment = (when: GitHubInputs['commentOnPullRequest']) => ({ commentOnPullRequest: when });

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
        target_url: 'https://github.com/acme/shop/actions/runs/42',
      },
    ]);
  });

  it.each(['push', 'issue_comment', 'none', 'broken'] as const)(
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
    await publishing({ inputs: withComment('always'), publication: { groupIds: ['0'.repeat(24)] } });
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

  it('a time that is over ends it with a warning', async () => {
    const silent = await listen(() => {});
    try {
      const told = await publishing({ inputs: withStatus, env: { GITHUB_API_URL: silent.url }, timeout: 50 });
      expect(told.warnings).toEqual([expect.stringContaining('the time of the step was over')]);
    } finally {
      await silent.close();
    }
  });

  it('a wrong token is named', async () => {
    const { warnings } = await publishing({ inputs: { ...withStatus, token: 'ghs_other' } });
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

describe('a text that is too long', () => {
  it('is cut at a word, and never within a sign', () => {
    expect(shortened('one two three', 13)).toBe('one two three');
    expect(shortened('one two three', 12)).toBe('one two…');
    expect(shortened('one, two three', 9)).toBe('one, two…');
    expect(shortened('x'.repeat(20), 10)).toBe(`${'x'.repeat(9)}…`);
    expect(shortened('😀'.repeat(10), 10)).toBe(`${'😀'.repeat(4)}…`);
  });
});

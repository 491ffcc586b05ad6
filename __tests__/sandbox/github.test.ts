import { afterEach, beforeEach, expect, test } from 'vitest';
import { type GitHub, startGitHub } from '../../sandbox/github.ts';
import { ask } from './client.ts';

const REPOSITORY = 'octo-org/shop';
const SHA = 'a'.repeat(40);

let github: GitHub;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(() => github.close());

const send = (method: string, path: string, body?: unknown, authorization = `token ${github.token}`) =>
  ask(
    `${github.url}/repos/${REPOSITORY}/${path}`,
    method,
    { Authorization: authorization },
    body === undefined ? '' : JSON.stringify(body),
  );
const status = (more: object = {}) =>
  send('POST', `statuses/${SHA}`, { state: 'success', context: 'atlas', description: 'clear', ...more });

test('a commit status is stored', async () => {
  expect((await status()).status).toBe(201);
  expect(github.statuses).toEqual([
    {
      repository: REPOSITORY,
      sha: SHA,
      state: 'success',
      context: 'atlas',
      description: 'clear',
      target_url: null,
    },
  ]);
  expect(github.requests).toEqual([
    {
      method: 'POST',
      path: `/repos/${REPOSITORY}/statuses/${SHA}`,
      body: { state: 'success', context: 'atlas', description: 'clear' },
      status: 201,
    },
  ]);
});

test('what GitHub would not store is refused', async () => {
  expect((await status({ state: 'passed' })).status).toBe(422);
  expect((await status({ description: 'x'.repeat(141) })).status).toBe(422);
  expect((await send('POST', 'issues/7/comments', { body: '' })).status).toBe(422);
  expect((await send('POST', 'issues/7/comments', { body: 'x'.repeat(65_537) })).status).toBe(422);
  expect((await send('POST', 'statuses/main', { state: 'success' })).status).toBe(404);
  expect((await send('PATCH', 'issues/comments/99', { body: 'x' })).status).toBe(404);
});

test('only the token is let in, in either spelling', async () => {
  expect((await send('GET', 'issues/7/comments', undefined, `Bearer ${github.token}`)).status).toBe(200);
  expect((await send('GET', 'issues/7/comments', undefined, 'token other')).status).toBe(401);
});

test('comments are created, changed in place, and listed page by page', async () => {
  for (let index = 0; index < 5; index++)
    await send('POST', 'issues/7/comments', { body: `comment ${index}` });
  await send('POST', 'issues/8/comments', { body: 'elsewhere' });
  await send('PATCH', 'issues/comments/2', { body: 'changed' });

  const first = await send('GET', 'issues/7/comments?per_page=2');
  const at = `${github.url}/repos/${REPOSITORY}/issues/7/comments?per_page=2`;
  expect(first.headers.link).toBe(`<${at}&page=2>; rel="next", <${at}&page=3>; rel="last"`);
  expect(first.json).toMatchObject([
    { id: 1, body: 'comment 0', user: { login: 'github-actions[bot]', type: 'Bot' } },
    { id: 2, body: 'changed' },
  ]);
  const last = await send('GET', 'issues/7/comments?per_page=2&page=3');
  expect(last.json).toMatchObject([{ body: 'comment 4' }]);
  expect(last.headers.link).toBeUndefined();
});

test('faults strike as often as told, where told', async () => {
  github.faults.push({ name: 'error502', times: 1 }, { name: 'forbidden', path: '/comments', retryAfter: 3 });
  expect((await status()).status).toBe(502);
  expect((await status()).status).toBe(201);
  const refused = await send('GET', 'issues/7/comments');
  expect([refused.status, refused.headers['retry-after']]).toEqual([403, '3']);
  expect(refused.json).toHaveProperty('message', 'Resource not accessible by integration');
});

test('statuses of a commit are listed newest first, page by page, and none of another', async () => {
  for (const state of ['pending', 'failure', 'success']) await status({ state });
  await send('POST', `statuses/${'b'.repeat(40)}`, { state: 'error' });
  const list = await send('GET', `commits/${SHA}/statuses?per_page=2`);
  expect(list.json).toMatchObject([
    { id: 3, state: 'success', context: 'atlas', target_url: null },
    { id: 2, state: 'failure' },
  ]);
  expect(list.headers.link).toContain('rel="next"');
  expect((await send('GET', `commits/${SHA}/statuses?per_page=2&page=2`)).json).toMatchObject([{ id: 1 }]);
  expect((await status({ target_url: 'javascript:alert(1)' })).status).toBe(422);
});

test('a pull request names its head', async () => {
  github.pullRequests.push({ repository: REPOSITORY, number: 7, sha: SHA });
  expect((await send('GET', 'pulls/7')).json).toMatchObject({ number: 7, head: { sha: SHA } });
  expect((await send('GET', 'pulls/8')).status).toBe(404);
});

test('what happens just before an answer is in it', async () => {
  github.before = async ({ method, path }) => {
    delete github.before;
    expect([method, path]).toEqual(['GET', `/repos/${REPOSITORY}/commits/${SHA}/statuses`]);
    await status();
  };
  expect((await send('GET', `commits/${SHA}/statuses`)).json).toHaveLength(1);
});

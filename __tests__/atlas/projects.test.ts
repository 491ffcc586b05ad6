import { describe, expect, onTestFinished, test } from 'vitest';
import {
  accounts,
  organization,
  projectId,
  projects,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../sandbox/server.ts';
import { AtlasError } from '../../src/atlas/errors.ts';
import type { Credential } from '../../src/credential.ts';
import { connect, json, serve } from './server.ts';

const OTHER = '5a9db0c5a9db0c5a9db0c0b2';
const { owner, outsider } = accounts;

const TOKEN: Credential = { kind: 'accessToken', accessToken: owner.accessToken };
const CREDENTIALS: readonly Credential[] = [
  TOKEN,
  { kind: 'apiKey', publicKey: owner.publicKey, privateKey: owner.privateKey },
  { kind: 'serviceAccount', clientId: owner.clientId, clientSecret: owner.clientSecret },
];

/** A sandbox with no projects but the generated ones. */
async function sandboxed(generate: number, options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ generate, ...options });
  onTestFinished(() => sandbox.close());
  for (const id of Object.values(projects)) sandbox.removeProject(id);
  return sandbox;
}

const list = (
  { url }: Pick<Sandbox, 'url'>,
  orgId?: string,
  credential: Credential = TOKEN,
  timeout = 5000,
) => connect(url, { credential, timeout }).atlas.listProjects(orgId);

const lines = ({ requests }: Sandbox) => requests.map(({ path, status }) => `${path} ${status}`);
const idsTo = (count: number) => Array.from({ length: count }, (_, index) => projectId(index));
const ids = (listed: readonly { groupId: string }[]) => listed.map(({ groupId }) => groupId);

describe('the projects', () => {
  test.each(CREDENTIALS)('are listed with $kind, in one request', async credential => {
    const sandbox = await sandboxed(2);
    sandbox.setup(projectId(0), {
      name: 'Shop <EU>\u202e',
      tags: { environment: 'production', team: '' },
      clusterCount: 0,
    });
    sandbox.setup(projectId(1), { name: 'ledger', orgId: OTHER });
    const shop = {
      groupId: projectId(0),
      name: 'Shop <EU>\u202e',
      orgId: organization,
      tags: [
        { key: 'environment', value: 'production' },
        { key: 'team', value: '' },
      ],
      clusterCount: 0,
    };
    const ledger = { groupId: projectId(1), name: 'ledger', orgId: OTHER, tags: [], clusterCount: 1 };
    expect(await list(sandbox, undefined, credential)).toEqual([shop, ledger]);
    expect(await list(sandbox, OTHER, credential)).toEqual([ledger]);
    expect(
      lines(sandbox).filter(line => line.endsWith('groups?itemsPerPage=500&pageNum=1 200')),
    ).toHaveLength(2);
  });

  test('are read page by page until a short one', async () => {
    const sandbox = await sandboxed(1001);
    expect(ids(await list(sandbox, organization))).toEqual(idsTo(1001));
    const path = `/api/atlas/v2/orgs/${organization}/groups?itemsPerPage=500&pageNum=`;
    expect(lines(sandbox)).toEqual([1, 2, 3].map(page => `${path}${page} 200`));
  });

  test('of a full page are followed by a look for more', async () => {
    const sandbox = await sandboxed(500);
    expect(ids(await list(sandbox))).toEqual(idsTo(500));
    expect(sandbox.requests).toHaveLength(2);
  });

  test('may be none', async () => {
    const sandbox = await sandboxed(0);
    expect(await list(sandbox, organization)).toEqual([]);
    expect(await list(sandbox)).toEqual([]);
  });

  test('are taken without tags, clusters and a total, of which Atlas may say nothing', async () => {
    const bare = { id: projectId(0), name: 'a', orgId: OTHER, other: 7 };
    const server = await serve((_, response) =>
      json(response, 200, { results: [bare, { ...bare, id: projectId(1), tags: null, clusterCount: null }] }),
    );
    const expected = { name: 'a', orgId: OTHER, tags: [] };
    expect(await list(server)).toStrictEqual([
      { ...expected, groupId: projectId(0) },
      { ...expected, groupId: projectId(1) },
    ]);
  });

  test.each([5000, 5001])('are at most 5000: %d', async count => {
    const sandbox = await sandboxed(count);
    const listed = list(sandbox);
    if (count === 5000) expect(ids(await listed)).toEqual(idsTo(count));
    else await expect(listed).rejects.toMatchObject({ code: 'TOO_MANY_PROJECTS', retryable: false });
  });
});

describe('a list that is not whole', () => {
  test.each([
    ['cut', { name: 'cutPage', path: 'pageNum=2', value: 1 }, 'it says that there are 502 and lists 501'],
    ['cut to nothing', { name: 'cutPage', path: 'pageNum=1', value: 500 }, 'there are 502 and lists 0'],
    ['shifted, as a project went', { name: 'shiftedPage', path: 'pageNum=2' }, '502 and lists 501'],
    ['shifted, as one came', { name: 'shiftedPage', path: 'pageNum=2', value: -1 }, '503 and lists 502'],
    ['repeated', { name: 'repeatedPage', path: 'pageNum=2' }, 'page 2 holds only what was listed before'],
  ] as const)('as a page was %s, is read anew', async (_, fault, says) => {
    const sandbox = await sandboxed(502);
    sandbox.faults.push({ ...fault, times: 1 });
    const { atlas, log } = connect(sandbox.url, { credential: TOKEN });
    expect(ids(await atlas.listProjects(organization))).toEqual(idsTo(502));
    expect(log.info).toEqual([
      expect.stringMatching(/^Attempt 1 failed: .*\. Code: INCOMPLETE_LIST\. Trying again/),
    ]);
    expect(log.info[0]).toContain(says);
  });

  test('is an error where it stays so', async () => {
    const sandbox = await sandboxed(3);
    sandbox.faults.push({ name: 'cutPage' });
    const listed = list(sandbox, organization, TOKEN, 1000);
    await expect(listed).rejects.toBeInstanceOf(AtlasError);
    await expect(listed).rejects.toThrow('it says that there are 3 and lists 2');
    await expect(listed).rejects.toThrow('name the projects by groupId');
  });

  test('is no error where Atlas counts too few, as its total is an estimate', async () => {
    const sandbox = await sandboxed(3);
    sandbox.faults.push({ name: 'fields', value: { totalCount: 2 } });
    expect(await list(sandbox)).toHaveLength(3);
  });

  test('never ends in half of it, whatever breaks on the second page', async () => {
    for (const name of ['error503', 'resetBeforeHeaders', 'cutBody', 'rateLimitedSilently'] as const) {
      const sandbox = await sandboxed(501);
      sandbox.faults.push({ name, path: 'pageNum=2', times: 1 });
      expect(await list(sandbox)).toHaveLength(501);
      expect(sandbox.requests).toHaveLength(3);
    }
  });
});

describe('an organization that the credential cannot see', () => {
  test.each([
    ['does not exist', OTHER, TOKEN, 404],
    ['is not its own', organization, { kind: 'accessToken', accessToken: outsider.accessToken }, 401],
  ] as const)('as it %s, is an error about orgId', async (_, orgId, credential, status) => {
    const sandbox = await sandboxed(1);
    const listed = list(sandbox, orgId, credential);
    await expect(listed).rejects.toMatchObject({ status, retryable: false });
    await expect(listed).rejects.toThrow(/^No such organization, or .* Check orgId, .*Organization Member/);
    expect(sandbox.requests).toHaveLength(1);
  });

  test('never speaks of a groupId that nobody gave', async () => {
    for (const orgId of [undefined, organization])
      for (const answer of [
        { status: 404, body: { errorCode: 'RESOURCE_NOT_FOUND' } },
        { status: 404, body: {} },
        { status: 404, body: '<html>' },
      ]) {
        const sandbox = await sandboxed(1);
        sandbox.faults.push({ name: 'answer', value: answer });
        const error = String(await list(sandbox, orgId).catch((thrown: unknown) => thrown));
        expect(error).toContain(orgId === undefined ? 'Check baseUrl' : 'Check orgId');
        expect(error).not.toContain('groupId');
      }
  });
});

describe('an answer that is no list of projects is an error', () => {
  const good = { id: projectId(0), name: 'a', orgId: organization };
  test.each([
    ['nothing', {}, 'results is missing'],
    ['no list', { results: {} }, 'results is Object'],
    ['a project that is no object', { results: [[]] }, 'results.0 is Array'],
    ['an id in upper case', { results: [{ ...good, id: projectId(0).toUpperCase() }] }, 'results.0.id is'],
    ['no name', { results: [good, { ...good, name: undefined }] }, 'results.1.name is missing'],
    ['a name that is no text', { results: [{ ...good, name: 7 }] }, 'results.0.name is 7, not text'],
    ['no organization', { results: [{ ...good, orgId: undefined }] }, 'results.0.orgId is missing'],
    ['another organization', { results: [{ ...good, orgId: OTHER }] }, 'is of another organization'],
    ['tags that are no list', { results: [{ ...good, tags: { a: 'b' } }] }, 'results.0.tags is Object'],
    ['a tag without a value', { results: [{ ...good, tags: [{ key: 'a' }] }] }, 'value is missing'],
    ['a count below 0', { results: [{ ...good, clusterCount: -1 }] }, 'clusterCount is -1, not a count'],
    ['a total that is none', { results: [], totalCount: '1' }, 'totalCount is "1", not a count'],
    ['too many on a page', { results: Array(501).fill(0) }, 'not a list of at most 500 projects'],
  ])('%s', async (_, body, says) => {
    const server = await serve((__, response) => json(response, 200, body));
    const listed = list(server, organization);
    await expect(listed).rejects.toMatchObject({ code: 'UNREADABLE_ANSWER' });
    await expect(listed).rejects.toThrow(says);
    expect(server.received).toHaveLength(1);
  });
});

test('a list whose limit is reached is asked for again only when Atlas can serve one more', async () => {
  const server = await serve((_, response) =>
    json(response, 200, { results: [] }, { 'ratelimit-remaining': '0' }),
  );
  const { atlas } = connect(server.url, { timeout: 400 });
  await atlas.listProjects(organization);
  await atlas.listProjects(OTHER);
  await expect(atlas.listProjects(OTHER)).rejects.toMatchObject({ code: 'TIMEOUT' });
  expect(server.received).toHaveLength(2);
});

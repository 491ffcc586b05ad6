import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type Account,
  accounts,
  organization,
  projectId,
  projects,
  type Sandbox,
  startSandbox,
} from '../../sandbox/server.ts';
import { ask, atlasHeaders, call, errorCode, type Reply } from './client.ts';

const OTHER = '5a9db0c5a9db0c5a9db0c0b2';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ now: '2026-09-01T12:00:00Z' });
});
afterEach(() => sandbox.close());

const list = (path: string, account: Account = accounts.owner, method = 'GET') =>
  ask(`${sandbox.url}/api/atlas/v2${path}`, method, {
    ...atlasHeaders(),
    Authorization: `Bearer ${account.accessToken}`,
  });

interface Page {
  results: { id: string; name: string }[];
  totalCount: number;
  links: { rel: string }[];
}
const page = ({ json }: Reply) => json as Page; // what the sandbox writes
const names = (reply: Reply) => page(reply).results.map(({ name }) => name);

const READY_MADE = ['window', 'none', 'scheduled', 'deferred-twice', 'frozen', 'running'];

describe('a list of projects', () => {
  test('tells who they are', async () => {
    sandbox.setup(projects.none, {
      name: 'Shop (EU)',
      orgId: OTHER,
      tags: { environment: 'production', team: 'a b' },
      clusterCount: 0,
    });
    const reply = await list('/groups');
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toContain('application/vnd.atlas.2023-01-01+json');
    const [plain, told] = page(reply).results;
    expect(plain).toMatchObject({
      id: projects.window,
      // The published description requires it, so typed clients do.
      created: '2018-03-05T21:04:05Z',
      name: 'window',
      orgId: organization,
      tags: [],
      clusterCount: 1,
    });
    expect(told).toMatchObject({
      id: projects.none,
      name: 'Shop (EU)',
      orgId: OTHER,
      tags: [
        { key: 'environment', value: 'production' },
        { key: 'team', value: 'a b' },
      ],
      clusterCount: 0,
    });
  });

  test('is of all organizations, or of one', async () => {
    sandbox.setup(projects.none, { orgId: OTHER });
    expect(names(await list('/groups'))).toEqual(READY_MADE);
    expect(names(await list(`/orgs/${OTHER}/groups`))).toEqual(['none']);
    expect(names(await list(`/orgs/${organization}/groups`))).toEqual(
      READY_MADE.filter(name => name !== 'none'),
    );
    expect(names(await list(`/orgs/${organization}/groups?name=R`))).toEqual(['running']);
  });

  test('keeps a name through a change of state', async () => {
    sandbox.setup(projects.window, { name: 'shop', tags: { a: 'b' } });
    sandbox.setup(projects.window, { scheduledInHours: 60 });
    expect(sandbox.project(projects.window)).toMatchObject({ name: 'shop', tags: { a: 'b' } });
  });

  test('comes in pages', async () => {
    const second = await list('/groups?itemsPerPage=4&pageNum=2');
    expect(names(second)).toEqual(['frozen', 'running']);
    expect(page(second).totalCount).toBe(6);
    expect(page(second).links.map(({ rel }) => rel)).toEqual(['self', 'previous']);
    expect(names(await list('/groups?itemsPerPage=4&pageNum=3'))).toEqual([]);
    expect(page(await list('/groups?includeCount=false')).totalCount).toBe(0);
    for (const query of ['itemsPerPage=501', 'itemsPerPage=0', 'pageNum=0', 'pageNum=x'])
      expect(errorCode(await list(`/groups?${query}`))).toBe('INVALID_QUERY_PARAMETER');
  });

  test('shows nothing to an account that is in no project', async () => {
    expect(names(await list('/groups', accounts.readOnly))).toEqual(READY_MADE);
    expect(names(await list('/groups', accounts.outsider))).toEqual([]);
    const refused = await list(`/orgs/${organization}/groups`, accounts.outsider);
    expect([refused.status, errorCode(refused)]).toEqual([401, 'USER_UNAUTHORIZED']);
    const unknown = await list(`/orgs/${OTHER}/groups`);
    expect([unknown.status, errorCode(unknown)]).toEqual([404, 'RESOURCE_NOT_FOUND']);
  });

  test('may be empty', async () => {
    for (const id of Object.values(projects)) sandbox.removeProject(id);
    expect(names(await list(`/orgs/${organization}/groups`))).toEqual([]);
  });

  test('is for reading only, and takes its media type and a credential', async () => {
    expect((await list('/groups', accounts.owner, 'POST')).status).toBe(405);
    expect((await ask(`${sandbox.url}/api/atlas/v2/groups`, 'GET', atlasHeaders())).status).toBe(401);
    const plain = { Accept: 'application/json', Authorization: `Bearer ${accounts.owner.accessToken}` };
    expect((await ask(`${sandbox.url}/api/atlas/v2/groups`, 'GET', plain)).status).toBe(406);
  });
});

describe('a page of the list can be', () => {
  const faulty = async (
    name: 'cutPage' | 'repeatedPage' | 'shiftedPage',
    pageNum: number,
    value?: number,
  ) => {
    sandbox.faults.splice(0, 1, { name, ...(value === undefined ? {} : { value }) });
    const reply = await list(`/orgs/${organization}/groups?itemsPerPage=2&pageNum=${pageNum}`);
    return [...names(reply), page(reply).totalCount];
  };

  test('cut', async () => {
    expect(await faulty('cutPage', 2)).toEqual(['scheduled', 6]);
    expect(await faulty('cutPage', 2, 5)).toEqual([6]);
  });

  test('the one before', async () => {
    expect(await faulty('repeatedPage', 2)).toEqual(['window', 'none', 6]);
    expect(await faulty('repeatedPage', 1)).toEqual([6]);
  });

  test('shifted, since projects came or went in the meantime', async () => {
    expect(await faulty('shiftedPage', 2)).toEqual(['deferred-twice', 'frozen', 5]);
    expect(await faulty('shiftedPage', 3)).toEqual(['running', 5]);
    expect(await faulty('shiftedPage', 2, -1)).toEqual(['none', 'scheduled', 7]);
    expect(await faulty('shiftedPage', 4, -1)).toEqual(['running', 7]);
  });

  test('any other', async () => {
    sandbox.faults.push({ name: 'fields', path: 'pageNum=2', value: { results: [{ id: 'x' }] } });
    expect(page(await list('/groups?pageNum=2')).results).toEqual([{ id: 'x' }]);
    expect(names(await list('/groups?pageNum=1'))).toEqual(READY_MADE);
  });

  test('and nothing else is', async () => {
    sandbox.faults.push({ name: 'cutPage' });
    expect((await call(sandbox, 'GET', projects.window)).json).toMatchObject({ dayOfWeek: 1 });
    expect((await list(`/orgs/${OTHER}/groups?pageNum=1`)).status).toBe(404);
  });
});

test('over HTTP one can say who a project is, and not mistype it', async () => {
  const put = (setup: unknown) =>
    ask(`${sandbox.url}/sandbox/projects/${projectId(0)}`, 'PUT', {}, JSON.stringify(setup));
  const told = { name: 'shop', orgId: OTHER, tags: { environment: 'production' }, clusterCount: 0 };
  expect((await put(told)).json).toMatchObject(told);
  for (const wrong of [{ name: 7 }, { orgId: 'x' }, { tags: { a: 1 } }, { tags: [] }, { clusterCount: -1 }])
    expect((await put(wrong)).status).toBe(400);
});

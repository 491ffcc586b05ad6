/** Projects are chosen as people know them: by organization, name and tag. Nothing that was meant goes unseen. */
import { beforeEach, describe, expect, it } from 'vitest';
import { organization, projectId, projects } from '../../sandbox/server.ts';
import { HOSTILE } from '../report/hostile.ts';
import { type CredentialKind, credentials, signedIn, stage } from './stage.ts';

const at = stage();
const other = '5a9db0c5a9db0c5a9db0c0b2';

interface Told {
  readonly groupId: string;
  readonly name: string | null;
  readonly verdict: string | null;
  readonly message: string;
  readonly error: { readonly code: string } | null;
}
const told = (results: string | undefined): Told[] => JSON.parse(results ?? '');
const names = (results: string | undefined) => told(results).map(({ name }) => name);

/** Three projects of a shop, two of them in production; the windows are far from noon. */
const [shop, search, trial] = [projectId(0), projectId(1), projectId(2)];
const production = { environment: 'production' };
beforeEach(() => {
  const window = { dayOfWeek: 3, hourOfDay: 3 };
  at.sandbox.setup(shop, { ...window, name: 'shop-prod', tags: { ...production, team: 'a' } });
  at.sandbox.setup(search, { ...window, name: 'search-prod', tags: { ...production, team: 'b' } });
  at.sandbox.setup(trial, { name: 'shop-test', tags: { environment: 'test' } });
});

/** A step that names no project by its id. */
const step = (inputs: Record<string, string>, env: Record<string, string> = {}) =>
  at.step({ groupId: '', ...inputs }, { env });
const gate = (inputs: Record<string, string>, env: Record<string, string> = {}) =>
  step({ operation: 'gate', ...inputs }, env);

const windowReads = () => at.requests().filter(line => line.includes('maintenanceWindow'));

describe.each<CredentialKind>(['apiKey', 'serviceAccount'])('signed in with %s', kind => {
  const credential = credentials[kind];

  it('a gate over names takes one request more than one over ids', async () => {
    const result = await gate({ ...credential, projectName: '*-prod' });
    expect(result.exitCode).toBe(0);
    const reads = [
      'GET /api/atlas/v2/groups?itemsPerPage=500&pageNum=1 → 200',
      ...[shop, search].flatMap(id =>
        ['maintenanceWindow', 'events?…'].map(path => `GET …${id.slice(-2)}/${path} → 200`),
      ),
    ];
    expect(at.requests().toSorted()).toEqual(signedIn(kind, reads).toSorted());
    expect(names(result.outputs.results)).toEqual(['shop-prod', 'search-prod']);
    expect(at.sandbox.tokens()).toEqual([]);
  });

  it('a name that no project has is an error, never green, and the token is given back', async () => {
    const result = await gate({ ...credential, projectName: 'shop-prdo' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'fail', results: '[]', overlap: '' });
    expect(result.outputs.message).toContain('"shop-prdo" (did you mean "shop-prod"?)');
    expect(result.log).toMatch(/^::error title=Atlas maintenance gate%3A blocked::/m);
    expect(result.summary).toContain('did you mean');
    expect(windowReads()).toEqual([]);
    expect(at.sandbox.tokens()).toEqual([]);
  });

  it('a list that Atlas does not answer is an error of the gate, within timeout', async () => {
    at.sandbox.faults.push({ name: 'error503', path: '/groups\\?' });
    const result = await gate({ ...credential, projectName: 'shop-prod', timeout: '2s' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: 'fail', results: '[]' });
    expect(result.outputs.message).toMatch(/list the projects|Gave up/);
    expect(at.sandbox.tokens()).toEqual([]);
  });
});

describe('what is chosen', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    ['one by its name', { projectName: 'shop-test' }, ['shop-test']],
    [
      'several by names, in the order of Atlas',
      { projectName: 'search-prod\nshop-*' },
      ['shop-prod', 'search-prod', 'shop-test'],
    ],
    ['those that carry a tag', { projectTags: 'environment=production' }, ['shop-prod', 'search-prod']],
    ['those that carry all tags', { projectTags: 'environment=production, team=b' }, ['search-prod']],
    [
      'those of an organization with such a name',
      { orgId: organization, projectName: '*-test' },
      ['shop-test'],
    ],
  ])('%s', async (_what, inputs, chosen) => {
    const result = await step(inputs);
    expect(result.exitCode).toBe(0);
    expect(names(result.outputs.results)).toEqual(chosen);
  });

  it('an organization alone is all its projects, and of no other', async () => {
    at.sandbox.setup(projectId(3), { name: 'elsewhere', orgId: other });
    const result = await step({ orgId: organization });
    expect(told(result.outputs.results)).toHaveLength(Object.keys(projects).length + 3);
    expect(names(result.outputs.results)).not.toContain('elsewhere');
    expect(at.requests()).toContain(
      `GET /api/atlas/v2/orgs/${organization}/groups?itemsPerPage=500&pageNum=1 → 200`,
    );
  });

  it('one project is told as one: all outputs are its own', async () => {
    const { outputs, log } = await step({ projectName: 'shop-prod' });
    expect(outputs).toMatchObject({ groupId: shop, configured: 'true', dayOfWeek: '3' });
    expect(log).toMatch(/^One project was found: "shop-prod"\.$/m);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['a tag that none carries', { projectTags: 'environment=prod' }, /carries the tag "environment=prod"/],
    ['one name of several', { projectName: 'shop-prod,gone' }, /"gone"/],
    ['another case', { projectName: 'Shop-*' }, /"Shop-\*" \(did you mean "shop-prod"\?\)/],
    ['an organization that is not there', { orgId: 'f'.repeat(24) }, /No such organization/],
  ])('nothing, where a step asks for %s: an error', async (_what, inputs, says) => {
    const result = await gate(inputs);
    expect(result.exitCode).toBe(1);
    expect(result.outputs.verdict).toBe('fail');
    expect(result.outputs.message).toMatch(says);
  });

  it('and a credential that sees no project is an error', async () => {
    const result = await gate({
      accessToken: 'eyJzYW5kYm94Ijoib3V0c2lkZXIifQ.worthless-outsider.token',
      projectName: '*',
    });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain('There is no project that the credential sees');
  });

  it('a name in two organizations is an error until orgId says which', async () => {
    at.sandbox.setup(projectId(3), { name: 'shop-prod', orgId: other });
    const result = await gate({ projectName: 'shop-prod' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toMatch(/2 organizations .*Give orgId/);
    const told = await gate({ projectName: 'shop-prod', orgId: organization });
    expect(told.outputs).toMatchObject({ groupId: shop, verdict: 'pass' });
  });
});

describe('inputs and environment', () => {
  it.each(['orgId', 'projectName', 'projectTags'])('groupId beside %s is an error', async name => {
    const value = { orgId: organization, projectName: 'shop-prod', projectTags: 'team=a' }[name] ?? '';
    const result = await at.step({ [name]: value });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.message).toContain(`groupId cannot be combined with ${name}`);
    expect(at.requests()).toEqual([]);
  });

  it('nothing at all is an error that names every way', async () => {
    const { outputs } = await step({});
    for (const way of ['groupId', 'projectName', 'projectTags', 'orgId'])
      expect(outputs.message).toContain(way);
  });

  it('all that is wrong is told at once', async () => {
    const { outputs } = await step({ orgId: 'mine', projectName: 'a,,b', projectTags: 'production' });
    expect(outputs.message).toMatch(/^3 problems/);
  });

  const variables = { MONGODB_ATLAS_PROJECT_ID: trial, MONGODB_ATLAS_ORG_ID: organization };

  it('of two variables the project wins, and the log says so', async () => {
    const { outputs, log } = await step({}, variables);
    expect(outputs).toMatchObject({ groupId: trial });
    expect(log).toMatch(/^MONGODB_ATLAS_ORG_ID is not used: MONGODB_ATLAS_PROJECT_ID says/m);
  });

  it('what the step gives beats both, and the organization narrows a name', async () => {
    const { outputs, log } = await step({ projectName: 'shop-prod' }, variables);
    expect(outputs).toMatchObject({ groupId: shop });
    expect(log).toMatch(/^MONGODB_ATLAS_PROJECT_ID is not used: the step gives projectName\./m);
    expect(at.requests().filter(line => line.includes(`orgs/${organization}`))).not.toEqual([]);
  });

  it('the organization alone may come from the environment', async () => {
    const { outputs } = await step({}, { MONGODB_ATLAS_ORG_ID: organization });
    expect(told(outputs.results).length).toBeGreaterThan(3);
  });
});

describe('a list that is not whole is an error, or read anew', () => {
  it.each(['cutPage', 'repeatedPage'] as const)('%s', async name => {
    at.sandbox.faults.push({ name, path: '/groups\\?' });
    const result = await gate({ projectTags: 'environment=production', timeout: '2s' });
    expect(result.exitCode).toBe(1);
    expect(result.outputs.verdict).toBe('fail');
    expect(windowReads()).toEqual([]);
  });

  it('is good again when Atlas is', async () => {
    at.sandbox.faults.push({ name: 'cutPage', path: '/groups\\?', times: 1 });
    const result = await gate({ projectTags: 'environment=production' });
    expect(result.exitCode).toBe(0);
    expect(result.log).toContain('list of projects is not complete');
  });
});

describe('more than a page', () => {
  const many = stage({ generate: 495 });

  it.each([
    [499, 1],
    [501, 2],
  ])('of projects, here %i, takes %i requests', async (count, pages) => {
    // Six are there ready-made.
    for (const id of Object.values(projects)) many.sandbox.setup(id, { orgId: other });
    for (let index = 495; index < count; index += 1)
      many.sandbox.setup(projectId(index), { name: `generated-${index}`, noise: 0 });
    const result = await many.step({ groupId: '', orgId: organization });
    expect(new Set(told(result.outputs.results).map(({ groupId }) => groupId)).size).toBe(count);
    expect(many.requests().filter(line => /\/groups\?.*→ 200/.test(line))).toHaveLength(pages);
  });

  it('that shift while they are read leaves none out and none twice', async () => {
    many.sandbox.faults.push({ name: 'shiftedPage', path: 'pageNum=2', times: 1, value: -1 });
    const result = await many.step({ groupId: '', orgId: organization });
    const ids = told(result.outputs.results).map(({ groupId }) => groupId);
    expect(ids).toHaveLength(501);
    expect(new Set(ids).size).toBe(501);
  });
});

describe('what changes projects that were only looked for', () => {
  it('says first how many they are', async () => {
    const result = await step({ operation: 'update', projectName: '*-prod', hourOfDay: '4' });
    expect(result.exitCode).toBe(0);
    expect(result.log.indexOf('2 projects were found: "shop-prod" and "search-prod".')).toBeGreaterThan(-1);
    expect(result.log.indexOf('2 projects were found')).toBeLessThan(result.log.indexOf('1 of 2:'));
  });

  it.each(['update', 'autoDefer', 'defer'])(
    'in a dry run of %s lists them all and sends only reads',
    async operation => {
      const hour = operation === 'update' ? { hourOfDay: '4' } : {};
      const result = await step({ operation, projectName: '*-prod', dryRun: 'true', ...hour });
      expect(result.log).toContain(`- "shop-prod" (${shop})\n- "search-prod" (${search})`);
      expect(at.requests().every(line => line.startsWith('GET'))).toBe(true);
    },
  );

  it.each<[string, Record<string, string>]>([
    ['reset', { operation: 'reset' }],
    ['startASAP', { operation: 'update', startASAP: 'true' }],
  ])('is refused for %s, whatever they are looked for by', async (what, inputs) => {
    for (const by of [{ orgId: organization }, { projectName: 'shop-prod' }, { projectTags: 'team=a' }]) {
      const result = await step({ ...inputs, ...by });
      expect(result.exitCode).toBe(1);
      expect(result.outputs.message).toMatch(new RegExp(`${what}.* takes projects by groupId only`));
    }
    const byVariable = await step(inputs, { MONGODB_ATLAS_ORG_ID: organization });
    expect(byVariable.exitCode).toBe(1);
    expect(at.requests()).toEqual([]);
  });
});

describe('people read names', () => {
  it('in the log, the message and the summary; an id is where one can copy it', async () => {
    const result = await gate({ projectName: 'shop-*' });
    expect(result.exitCode).toBe(1);
    expect(result.log).toMatch(/^1 of 2: project shop-(prod|test) was looked at$/m);
    expect(result.log).toContain(`::group::Project shop-test (${trial})`);
    expect(result.outputs.message).toMatch(/^1 of 2 projects blocks the deploy:\n- shop-test: Blocked/);
    const row = `^\\| \\S+Not&nbsp;known \\| \\[shop-test\\]\\(\\S+/v2/${trial}\\) \\| <code>${trial}</code> \\|`;
    expect(result.summary).toMatch(new RegExp(row, 'm'));
    expect(result.summary).toContain(`<summary>⚠️ Not known shop-test <code>${trial}</code></summary>`);
  });

  it('which are the text of strangers and act nowhere', async () => {
    for (const [index, name] of HOSTILE.entries()) at.sandbox.setup(projectId(index), { name });
    for (const id of Object.values(projects)) at.sandbox.setup(id, { orgId: other });
    const result = await gate({ orgId: organization });
    expect(names(result.outputs.results)).toEqual([...HOSTILE]);
    const commands = result.log.split('\n').filter(line => /^\s*::|##\[/.test(line));
    expect(commands.filter(line => !/^::(group|endgroup|error|notice|debug|add-mask)\b/.test(line))).toEqual(
      [],
    );
    expect(result.summary).not.toMatch(/<script|<img|<!--|@octocat|\]\(https:\/\/e\.example/);
  });

  it('in an inventory of an organization, those without a window first', async () => {
    at.sandbox.setup(shop, { name: 'shop-prod', dayOfWeek: 3, hourOfDay: 3, waveAssignment: 2 });
    const result = await step({ projectName: '*-prod,shop-test' });
    const rows = result.summary.split('\n').filter(line => /^\| .*(shop-\w+\]|Result)/.test(line));
    expect(rows[0]).toBe('| Result | Project | Id | Window | Next start | Wave | Deferrals used |');
    expect(rows[1]).toMatch(/^\| \S+No&nbsp;window \| \[shop-test\].* \| none set/);
    expect(rows[2]).toMatch(/^\| {2}\| \[shop-prod\].*every Tuesday at 03:00 \(UTC\).* \| 2 \| /);
    expect(result.outputs.message).toBe('All 3 projects were read: 1 has no maintenance window.');
  });
});

describe('an override', () => {
  const override = { projectName: '*-prod', override: 'Checkout is down' };

  it('lets pass where the list of projects cannot be read, since Atlas cannot be looked at', async () => {
    at.sandbox.faults.push({ name: 'html', path: 'groups?' });
    const result = await gate(override);
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'warn', overridden: 'true' } });
    expect(result.outputs.message).toMatch(/^Overridden by somebody: Checkout is down\. /);
  });

  it('never lets a name pass that no project has', async () => {
    const result = await gate({ ...override, projectName: 'shop-prdo' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', overridden: 'false' } });
  });
});

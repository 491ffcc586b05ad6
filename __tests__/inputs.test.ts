import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { COMMON } from '../src/inputs/common.ts';
import type { Environment } from '../src/inputs/environment.ts';
import { InputError } from '../src/inputs/reader.ts';
import { INPUTS, mayBeGate, parseStep, publishingOf, secretsIn } from '../src/step.ts';

const ID = '64a1b2c3d4e5f60718293a4b';
const KEY = { publicKey: 'abcdefgh', privateKey: '01234567-89ab-cdef' };

/** The environment of a step with these inputs, beside a project and an API key. */
const step = (inputs: Record<string, string>, env: Record<string, string> = {}) => ({
  ...env,
  ...Object.fromEntries(
    Object.entries({ groupId: ID, ...KEY, ...inputs }).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]),
  ),
});
const only = (inputs: Record<string, string>, env: Record<string, string> = {}) =>
  step({ groupId: '', publicKey: '', privateKey: '', ...inputs }, env);

const taskOf = (env: Record<string, string>) => {
  const { operation, job } = parseStep(env);
  return typeof job.wish === 'object' ? { operation, ...job.wish } : { operation, wish: job.wish };
};

function problems(env: Environment): readonly string[] {
  try {
    parseStep(env);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

describe('the door', () => {
  const action: { inputs: Record<string, { default?: string; description: string }> } = parse(
    readFileSync('action.yml', 'utf8'),
  );

  it('has the inputs of action.yml, no more and no fewer', () => {
    expect(Object.keys(INPUTS).sort()).toEqual(Object.keys(action.inputs).sort());
  });

  it('has the defaults of action.yml', () => {
    for (const [name, spec] of Object.entries(INPUTS)) {
      const declared = action.inputs[name]?.default;
      expect([name, spec.default]).toEqual([name, declared?.includes('${{') ? undefined : declared]);
    }
  });

  it('names every environment fallback in the description', () => {
    for (const [name, { env = [] }] of Object.entries(INPUTS))
      for (const variable of env) expect(action.inputs[name]?.description).toContain(`\`${variable}\``);
  });
});

describe('a step that is written well', () => {
  it('reads the window when nothing else is asked', () => {
    const inputs = parseStep(step({}));
    expect(inputs).toMatchObject({
      projects: { groupIds: [ID] },
      operation: 'get',
      credential: { kind: 'apiKey', ...KEY },
      baseUrl: 'https://cloud.mongodb.com',
      maintenanceDuration: 4 * 3_600_000,
      timeout: 120_000,
      dryRun: false,
    });
  });

  it('is judged as a gate for a deploy that starts now and takes an hour, unless told otherwise', () => {
    const gate = {
      operation: 'gate',
      deploy: { kind: 'once', zone: { id: 'UTC' }, end: { after: 3_600_000 } },
      blockOn: 'window',
      onOverlap: 'fail',
      waitAtMost: 30 * 60_000,
      onUnknown: 'fail',
    };
    expect(taskOf(step({ operation: 'gate' }))).toEqual(gate);
    const filled = { deployStart: 'now', deployDuration: '1h', deployEnd: '', deployWindow: '' };
    expect(taskOf(step({ operation: 'gate', ...filled }))).toEqual(gate);
  });

  it('takes several projects by comma or line, each once, in order', () => {
    const other = ID.replace('6', '7');
    const inputs = parseStep(step({ groupId: `${other}, ${ID}\n\n${other}\n` }));
    expect(inputs.projects).toEqual({ groupIds: [other, ID] });
    expect(inputs.notices.join()).toContain('more than once');
  });

  it.each([
    ['1', 1],
    ['7', 7],
    ['Sunday', 1],
    ['SAT', 7],
    ['wednesday', 4],
  ])('takes the day %s', (text, day) => {
    expect(taskOf(step({ operation: 'update', dayOfWeek: text }))).toEqual({
      operation: 'update',
      dayOfWeek: day,
    });
  });

  it('keeps midnight: hour 0 is a wish, not an absence', () => {
    expect(taskOf(step({ operation: 'update', hourOfDay: '0' }))).toMatchObject({
      hourOfDay: 0,
    });
  });

  it('reads protected hours over midnight, and `none` as clearing', () => {
    const wish = (protectedHours: string) => taskOf(step({ operation: 'update', protectedHours }));
    expect(wish('22-6')).toMatchObject({ protectedHours: { startHourOfDay: 22, endHourOfDay: 6 } });
    expect(wish('0 - 18')).toMatchObject({ protectedHours: { startHourOfDay: 0, endHourOfDay: 18 } });
    expect(wish('none')).toMatchObject({ protectedHours: null });
  });

  it.each([1, 2, 3])('takes wave %s', waveAssignment => {
    const inputs = { operation: 'update', waveAssignment: String(waveAssignment) };
    expect(taskOf(step(inputs))).toMatchObject({ waveAssignment });
  });

  it('may take six hours, as a job may', () => {
    expect(parseStep(step({ timeout: '6h' })).timeout).toBe(6 * 3_600_000);
  });

  it('takes False as false', () => {
    expect(taskOf(step({ operation: 'autoDefer', autoDeferOnceEnabled: 'False' }))).toEqual({
      operation: 'autoDefer',
      autoDeferOnceEnabled: false,
    });
  });

  it('drops trailing slashes of the base URL and allows http on loopback', () => {
    expect(parseStep(step({ baseUrl: 'https://cloud.mongodbgov.com/' })).baseUrl).toBe(
      'https://cloud.mongodbgov.com',
    );
    expect(parseStep(step({ baseUrl: 'http://127.0.0.1:8080' })).baseUrl).toBe('http://127.0.0.1:8080');
  });

  it('lets the defaults that a runner fills in stand beside any operation', () => {
    const filled = Object.fromEntries(
      Object.entries(INPUTS).flatMap(([name, spec]) =>
        spec.default === undefined ? [] : [[name, spec.default]],
      ),
    );
    expect(problems(step({ ...filled, operation: 'reset' }))).toEqual([]);
  });
});

describe('the projects of a step', () => {
  const orgId = 'c'.repeat(24);
  const variables = { MONGODB_ATLAS_PROJECT_ID: ID, MONGODB_ATLAS_ORG_ID: orgId };
  const unnamed = { ...KEY, groupId: '' };

  it('are those of the ids, and one that is repeated is told of', () => {
    const [other, third] = [ID.replace('6', '7'), ID.replace('6', '8')];
    const { projects, notices } = parseStep(step({ groupId: `${other},${ID},${third},${other},${ID}` }));
    expect(projects).toEqual({ groupIds: [other, ID, third] });
    expect(notices).toEqual([`groupId names ${other} and ${ID} more than once; each is done once.`]);
    expect(parseStep(step({})).notices).toEqual([]);
  });

  it('are looked for by organization, name and tag, as far as these are given', () => {
    const projectsOf = (inputs: Record<string, string>) =>
      parseStep(step({ ...unnamed, ...inputs })).projects;
    expect(projectsOf({ orgId, projectName: 'a,b', projectTags: 'k=v' })).toEqual({
      orgId,
      names: ['a', 'b'],
      tags: [['k', 'v']],
    });
    expect(projectsOf({ orgId })).toEqual({ orgId, names: [], tags: [] });
    expect(projectsOf({ projectName: '*' })).toEqual({ orgId: undefined, names: ['*'], tags: [] });
    expect(projectsOf({ projectTags: 'k=v' })).toMatchObject({ names: [], tags: [['k', 'v']] });
  });

  it('are not named twice over, and what is wrong with the names is told all the same', () => {
    expect(problems(step({ orgId, projectName: '*', projectTags: 'k=v' }))).toEqual([
      'groupId cannot be combined with orgId, projectName or projectTags: it names the projects already. Give one or the other.',
    ]);
    expect(problems(step({ projectTags: 'k' }))).toEqual([
      expect.stringMatching(/^groupId cannot be combined with projectTags/),
      expect.stringMatching(/^projectTags "k" is not a tag/),
    ]);
  });

  it('have to be said', () => {
    expect(problems(step(unnamed))).toEqual([
      'groupId is missing, and so are projectName, projectTags and orgId: use one of them to say which Atlas project is meant, or set MONGODB_ATLAS_PROJECT_ID.',
    ]);
  });

  it('may come from the environment, of which the log says what is used and what is not', () => {
    const read = (inputs: Record<string, string>, env: Record<string, string> = variables) => {
      const { projects, origins } = parseStep(step({ ...unnamed, ...inputs }, env));
      return { projects, origins: origins.filter(line => !line.startsWith('Signing in')) };
    };
    expect(read({})).toEqual({
      projects: { groupIds: [ID] },
      origins: [
        'groupId comes from MONGODB_ATLAS_PROJECT_ID.',
        'MONGODB_ATLAS_ORG_ID is not used: MONGODB_ATLAS_PROJECT_ID says which project is meant.',
      ],
    });
    expect(read({ groupId: ID })).toEqual({ projects: { groupIds: [ID] }, origins: [] });
    expect(read({}, { MONGODB_ATLAS_PROJECT_ID: ID }).origins).toHaveLength(1);
    expect(read({ projectName: 'a', projectTags: 'k=v' })).toEqual({
      projects: { orgId, names: ['a'], tags: [['k', 'v']] },
      origins: [
        'MONGODB_ATLAS_PROJECT_ID is not used: the step gives projectName and projectTags.',
        'orgId comes from MONGODB_ATLAS_ORG_ID.',
      ],
    });
    expect(read({}, { MONGODB_ATLAS_ORG_ID: orgId })).toEqual({
      projects: { orgId, names: [], tags: [] },
      origins: ['orgId comes from MONGODB_ATLAS_ORG_ID.'],
    });
  });

  it('may be looked for where windows are set', () => {
    expect(problems(step({ ...unnamed, projectName: 'a', operation: 'update', hourOfDay: '3' }))).toEqual([]);
  });

  it.each([
    [{ operation: 'reset' }, 'operation `reset`'],
    [{ operation: 'update', startASAP: 'true' }, 'startASAP'],
  ])('are named by their ids for %j', (inputs, what) => {
    expect(problems(step(inputs))).toEqual([]);
    for (const by of [{ orgId }, { projectName: 'a' }, { projectTags: 'k=v' }])
      expect(problems(step({ ...unnamed, ...inputs, ...by }))).toEqual([
        `${what} takes projects by groupId only: a search by name, tag or organization may find more than you meant. Operation \`get\` lists what it finds, with the ids.`,
      ]);
    expect(problems(step({ ...unnamed, ...inputs }))).toEqual([expect.stringMatching(/^groupId is missing/)]);
  });
});

describe('credentials', () => {
  const env = {
    MONGODB_ATLAS_PUBLIC_API_KEY: 'envpublic',
    MONGODB_ATLAS_PRIVATE_API_KEY: 'envprivate',
    MONGODB_ATLAS_CLIENT_ID: 'mdb_sa_id_1',
    MONGODB_ATLAS_CLIENT_SECRET: 'mdb_sa_sk_1',
    MONGODB_ATLAS_ACCESS_TOKEN: 'envtoken',
    MONGODB_ATLAS_PROJECT_ID: ID,
  };

  it('prefers the token, then the service account, then the key', () => {
    expect(parseStep(env).credential).toEqual({ kind: 'accessToken', accessToken: 'envtoken' });
    const { MONGODB_ATLAS_ACCESS_TOKEN: _, ...noToken } = env;
    expect(parseStep(noToken).credential.kind).toBe('serviceAccount');
  });

  it('prefers inputs over the environment, whatever their kind, and says which won', () => {
    const inputs = parseStep(step({}, env));
    expect(inputs.credential).toEqual({ kind: 'apiKey', ...KEY });
    expect(inputs.origins).toContain(
      'Signing in with the API key from input publicKey and input privateKey.',
    );
  });

  it('completes a pair from the environment', () => {
    const inputs = parseStep(only({ publicKey: 'mine', groupId: ID }, env));
    expect(inputs.credential).toEqual({ kind: 'apiKey', publicKey: 'mine', privateKey: 'envprivate' });
    expect(inputs.origins).toContain(
      'Signing in with the API key from input publicKey and MONGODB_ATLAS_PRIVATE_API_KEY.',
    );
  });

  it('says that a secret is empty, as in pull requests from forks', () => {
    const [problem, ...more] = problems(step({ privateKey: '' }));
    expect(more).toEqual([]);
    expect(problem).toMatch(/^privateKey is missing or empty.*forks/);
  });

  it('names the missing half', () => {
    expect(problems(only({ groupId: ID, clientSecret: 'x' }))).toEqual([
      'clientId is missing or empty, but clientSecret is given: the two go together. Set it, or MONGODB_ATLAS_CLIENT_ID in the environment.',
    ]);
    expect(
      problems(only({}, { MONGODB_ATLAS_PUBLIC_API_KEY: 'x', MONGODB_ATLAS_PROJECT_ID: ID }))[0],
    ).toMatch(
      /^privateKey is missing or empty, but publicKey \(from MONGODB_ATLAS_PUBLIC_API_KEY\) is given: .*MONGODB_ATLAS_PRIVATE_API_KEY/,
    );
  });

  it('says where each half comes from', () => {
    const signingIn = (env: Environment) =>
      parseStep(env).origins.find(line => line.startsWith('Signing in'));
    const { MONGODB_ATLAS_ACCESS_TOKEN: token, ...noToken } = env;
    expect(signingIn(env)).toBe('Signing in with the access token from MONGODB_ATLAS_ACCESS_TOKEN.');
    expect(signingIn(only({ accessToken: 'x' }, env))).toBe(
      'Signing in with the access token from input accessToken.',
    );
    expect(signingIn(noToken)).toBe(
      'Signing in with the service account from MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET.',
    );
    expect(parseStep(only({ clientId: 'a', clientSecret: 'b', groupId: ID })).credential).toEqual({
      kind: 'serviceAccount',
      clientId: 'a',
      clientSecret: 'b',
    });
  });

  it('names each half that is missing, of whatever kind', () => {
    const forks =
      '(if it comes from a secret, that secret is empty: pull requests from forks and from Dependabot get no secrets)';
    expect(problems(only({ groupId: ID, publicKey: 'x', clientSecret: 'y' }))).toEqual([
      'clientId is missing or empty, but clientSecret is given: the two go together. Set it, or MONGODB_ATLAS_CLIENT_ID in the environment.',
      `privateKey is missing or empty, but publicKey is given: the two go together. Set it, or MONGODB_ATLAS_PRIVATE_API_KEY in the environment ${forks}.`,
    ]);
    const { MONGODB_ATLAS_ACCESS_TOKEN: _, MONGODB_ATLAS_CLIENT_SECRET: __, ...half } = env;
    expect(problems(half)).toEqual([
      `clientSecret is missing or empty, but clientId (from MONGODB_ATLAS_CLIENT_ID) is given: the two go together. Set it, or MONGODB_ATLAS_CLIENT_SECRET in the environment ${forks}.`,
    ]);
    expect(parseStep(step({}, half)).credential.kind).toBe('apiKey');
    // Of a kind that is not used.
    const { MONGODB_ATLAS_PRIVATE_API_KEY: ___, MONGODB_ATLAS_ACCESS_TOKEN: ____, ...whole } = env;
    expect(parseStep(whole).credential.kind).toBe('serviceAccount');
  });

  it('refuses two kinds at once', () => {
    expect(problems(step({ accessToken: 'tok' }))).toEqual([
      'Two kinds of credentials are given, access token (accessToken) and API key (publicKey, privateKey): keep one.',
    ]);
    // One of which only a half is there: that is what is wrong.
    expect(problems(step({ clientId: 'x' }))).toEqual([expect.stringMatching(/^clientSecret is missing/)]);
  });

  it('says what to give when there are none', () => {
    const [problem] = problems(only({ groupId: ID }));
    expect(problem).toBe(
      'No credentials: give accessToken, or clientId and clientSecret, or publicKey and privateKey; or set MONGODB_ATLAS_ACCESS_TOKEN, or MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET, or MONGODB_ATLAS_PUBLIC_API_KEY and MONGODB_ATLAS_PRIVATE_API_KEY. If the workflow passes them already, they are empty: pull requests from forks and from Dependabot get no secrets.',
    );
    for (const name of ['publicKey', 'privateKey', 'clientId', 'clientSecret', 'accessToken'] as const)
      for (const spelled of [name, COMMON[name].env[0]]) expect(problem).toContain(spelled);
  });

  it('knows every secret, whichever credential is used', () => {
    expect(secretsIn(step({ clientSecret: ' padded ' }, env)).sort()).toEqual(
      [' padded ', 'padded', '01234567-89ab-cdef', 'envprivate', 'envtoken', 'mdb_sa_sk_1'].sort(),
    );
  });
});

describe('a wrong input is named, and nothing is guessed', () => {
  it.each([
    [{ operation: 'delete' }, /^operation must be `get`/],
    [{ groupId: ID.slice(1) }, /^groupId .*24 of the characters.*has 23/],
    [{ groupId: ID.toUpperCase() }, /^groupId .*upper-case/],
    [{ groupId: '' }, /^groupId is missing/],
    [{ groupId: ' , ' }, /^groupId has empty entries between its commas \(1 and 2 of 2\)/],
    [{ operation: 'update', dayOfWeek: '0' }, /^dayOfWeek must be `1`/],
    [{ operation: 'update', dayOfWeek: '8' }, /^dayOfWeek/],
    [{ operation: 'update', dayOfWeek: 'Foo' }, /^dayOfWeek .*"Foo"/],
    [{ operation: 'update', hourOfDay: '-1' }, /^hourOfDay must be a whole hour/],
    [{ operation: 'update', hourOfDay: '24' }, /^hourOfDay/],
    [{ operation: 'update', hourOfDay: '1.5' }, /^hourOfDay/],
    [{ operation: 'update', hourOfDay: '12abc' }, /^hourOfDay .*"12abc"/],
    [{ operation: 'update', hourOfDay: '1e1' }, /^hourOfDay/],
    [
      { operation: 'autoDefer', autoDeferOnceEnabled: 'yes' },
      /^autoDeferOnceEnabled must be `true` or `false`/,
    ],
    [{ operation: 'update', protectedHours: '9-9' }, /^protectedHours starts and ends/],
    [{ operation: 'update', protectedHours: '0-19' }, /^protectedHours covers 19 hours/],
    [{ operation: 'update', protectedHours: '25-3' }, /^protectedHours must be two hours/],
    [{ operation: 'update', waveAssignment: '4' }, /^waveAssignment must be `1`/],
    [{ operation: 'update' }, /^operation `update` needs something to set/],
    [{ operation: 'update', startASAP: 'true', hourOfDay: '3' }, /^startASAP must be alone/],
    [{ baseUrl: 'http://cloud.mongodb.com' }, /^baseUrl must be https/],
    [{ baseUrl: 'http://127.0.0.1.example.com' }, /^baseUrl must be https/],
    [{ baseUrl: 'https://user:hunter2@cloud.mongodb.com' }, /^baseUrl must not hold a user name/],
    [{ baseUrl: 'https://cloud.mongodb.com/?a=b' }, /^baseUrl must not have a query/],
    [{ baseUrl: 'cloud.mongodb.com' }, /^baseUrl must be a URL/],
    [{ baseUrl: 'file:///etc/passwd' }, /^baseUrl must be a URL/],
    [{ baseUrl: 'https://cloud.mongodb.com/api/atlas/v2' }, /^baseUrl must end before/],
    [
      { hourOfDay: '3' },
      /^hourOfDay is not used by `get` but by `update`: remove it, or change operation\.$/,
    ],
    [
      { deployEnd: '2026-01-01T00:00Z' },
      /^deployEnd is not used by `get` but by `defer` and `gate`: remove it, or change operation\.$/,
    ],
    [{ operation: 'defer', onOverlap: 'warn' }, /^onOverlap is not used by `defer` but by `gate`/],
    [{ operation: 'reset', deployStart: '2026-01-01T00:00Z' }, /^deployStart is not used by `reset`/],
    [{ timeout: '0' }, /^timeout "0" .*\.$/],
    [{ timeout: '7h' }, /^timeout is at most 6h/],
    [{ maintenanceDuration: '-4h' }, /^maintenanceDuration "-4h" has a sign.*\.$/],
    [{ dryRun: '1' }, /^dryRun must be/],
    [{ operation: 'gate', onOverlap: 'explode' }, /^onOverlap must be/],
    [{ operation: 'gate', deployTimeZone: 'Mars/Olympus' }, /^deployTimeZone "Mars\/Olympus" .*\.$/],
    [
      { operation: 'gate', deployEnd: '2026-01-01T00:00Z', deployDuration: '2h' },
      /^deployEnd cannot be combined with deployDuration: give one or the other\.$/,
    ],
    [
      { operation: 'gate', deployWindow: 'daily 12:00-13:00', deployEnd: '2026-01-01T00:00Z' },
      /^deployWindow cannot be combined with deployEnd: give one or the other\.$/,
    ],
    [
      {
        operation: 'gate',
        deployWindow: 'daily 12:00-13:00',
        deployDuration: '2h',
        deployStart: '2026-01-01T00:00Z',
      },
      /^deployWindow cannot be combined with deployStart or deployDuration: give one or the other\.$/,
    ],
    [
      { operation: 'gate', commitStatus: 'true' },
      /^githubToken is empty, and commitStatus and commentOnPullRequest need it: leave the input out to use the token of the job\.$/,
    ],
    [{ operation: 'gate', commentOnPullRequest: 'onOverlap' }, /^githubToken is empty/],
  ])('%j', (inputs, sentence) => {
    const found = problems(step(inputs));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(sentence);
  });

  it('has a name of a commit status only where one is asked for', () => {
    const inputs = { operation: 'gate', githubToken: 'ghs_1', commitStatusContext: 'y'.repeat(5001) };
    expect(problems(step(inputs))).toEqual([]);
    expect(problems(step({ ...inputs, commitStatus: 'true' }))).toEqual([
      expect.stringMatching(/^commitStatusContext is 5001 characters long/),
    ]);
  });

  it('says once that nothing is asked of an update, and not of what cannot be read', () => {
    const nothing =
      'operation `update` needs something to set: give dayOfWeek, hourOfDay, autoDeferOnceEnabled, protectedHours, waveAssignment or startASAP.';
    expect(problems(step({ operation: 'update' }))).toEqual([nothing]);
    expect(problems(step({ operation: 'update', startASAP: 'false' }))).toEqual([nothing]);
    expect(problems(step({ operation: 'update', startASAP: 'x' }))).toHaveLength(1);
    expect(problems(step({ operation: 'update', hourOfDay: 'x' }))).toHaveLength(1);
    expect(taskOf(step({ operation: 'update', startASAP: 'true' }))).toEqual({
      operation: 'update',
      wish: 'startASAP',
    });
    expect(taskOf(step({ operation: 'update', startASAP: 'false', hourOfDay: '3' }))).toEqual({
      operation: 'update',
      hourOfDay: 3,
    });
    expect(
      problems(step({ operation: 'update', startASAP: 'true', dayOfWeek: '1', hourOfDay: '3' })),
    ).toEqual([
      'startASAP must be alone: Atlas starts the scheduled maintenance now and takes no setting with it. Put dayOfWeek and hourOfDay in another step.',
    ]);
  });

  it('tells all problems at once', () => {
    const found = problems(
      step({
        operation: 'update',
        groupId: 'x',
        dayOfWeek: '0',
        hourOfDay: '24',
        dryRun: 'maybe',
        privateKey: '',
      }),
    );
    expect(found).toHaveLength(5);
  });

  it('never shows a password that stands in the base URL', () => {
    expect(problems(step({ baseUrl: 'https://user:hunter2@cloud.mongodb.com' })).join()).not.toContain(
      'hunter2',
    );
  });

  it('never shows a secret that got into another input, whole or cut short', () => {
    const privateKey = `${'0123456789'.repeat(10)}-end`;
    const found = problems(
      step({
        privateKey,
        operation: 'gate',
        groupId: privateKey,
        deployStart: privateKey,
        deployTimeZone: 'UTC',
      }),
    );
    expect(found).toHaveLength(2);
    expect(found.join()).not.toContain('0123456789');
    for (const problem of found) expect(problem).toMatch(/^(groupId|deployStart) .*holds a secret/);
  });

  it('quotes the first wrong project ids and counts the rest', () => {
    const [problem = ''] = problems(
      step({ groupId: Array.from({ length: 5000 }, (_, id) => `p${id}`).join() }),
    );
    expect(problem).not.toContain('"p5"');
    expect(problem).toMatch(/"p4" .*The same goes for 4995 more\.$/);
    expect(problems(step({ groupId: 'a,b,c,d,e' })).join()).not.toContain('The same holds');
  });

  it('shows what was written without its control characters or commands', () => {
    const [problem] = problems(
      step({ operation: 'update', dayOfWeek: '\u001b[31m\n::set-output name=x::y' }),
    );
    expect(problem).toBe(
      'dayOfWeek must be `1` (Sunday) to `7` (Saturday) or a day\'s name such as `Sunday` or `Sun`, not "[31m : :set-output name=x: :y".',
    );
  });
});

describe('an input that the action does not have', () => {
  it.each([
    ['deployDuratoin', 'deployDuration'],
    ['deployStrat', 'deployStart'],
    ['deploy-time-zone', 'deployTimeZone'],
    ['deploy_duration', 'deployDuration'],
    ['deploy duration', 'deployDuration'],
    ['onOverlp', 'onOverlap'],
    ['groupIds', 'groupId'],
    ['clientSecrets', 'clientSecret'],
    ['dry_run', 'dryRun'],
    ['onUnkown', 'onUnknown'],
  ])('%s is an error that names %s', (name, meant) => {
    const shown = name.toLowerCase().replaceAll(' ', '_');
    expect(problems(step({}, { [`INPUT_${shown.toUpperCase()}`]: 'x' }))).toEqual([
      `${shown} is not an input of this action: did you mean ${meant}?`,
    ]);
  });

  it.each(['', ' ', 'x'])('is an error whatever it holds: %j', value => {
    expect(problems(step({ deployDuratoin: value }))).toHaveLength(1);
  });

  it.each(['colour', 'x', 'region', 'deploymentEnvironmentName', '__proto__', 'constructor', 'toString'])(
    '%s is like none of them: nothing is suggested, and it is said what to do',
    name => {
      expect(problems(step({ [name]: 'x' }))).toEqual([
        `${name.toLowerCase()} is not an input of this action: remove it from the step, or INPUT_${name.toUpperCase()} from its environment.`,
      ]);
    },
  );

  it('is told beside all other problems, each on its own', () => {
    const found = problems(
      step({ operation: 'gate', deployDuratoin: '3h', timeOut2: '', onOverlap: 'explode' }),
    );
    expect(found).toHaveLength(3);
  });

  it('shows neither the value, which may be a secret, nor a command in the name', () => {
    const [found = ''] = problems(step({ '::error::x\n\u001b[31m': 'hunter2' }));
    expect(found).toMatch(/is not an input of this action/);
    expect(found).not.toMatch(/hunter2|::|\p{Cc}/u);
  });

  it('may have no name at all', () => {
    for (const variable of ['INPUT_', 'INPUT_\u200b'])
      expect(problems(step({}, { [variable]: 'x' }))).toEqual([
        'An empty name is not an input of this action: remove it from the step, or INPUT_ from its environment.',
      ]);
  });

  it('is one that is there: a variable without a value is not', () => {
    expect(problems({ ...step({}), INPUT_COLOUR: undefined })).toEqual([]);
  });

  it('is not what belongs to the runner, the desktop or another tool', () => {
    const others = { INPUT_METHOD: 'ibus', INPUTRC: '/etc/inputrc', MY_INPUT_FOO: 'x', GITHUB_INPUT_X: 'x' };
    expect(problems(step({}, others))).toEqual([]);
  });
});

describe('a list of projects with a hole', () => {
  const [A, B] = [ID, ID.replace('6', '7')];
  it.each([
    [`${A},,${B}`, 'an empty entry between its commas (2 of 3)'],
    [`${A},`, 'an empty entry between its commas (2 of 2)'],
    [`,${A}`, 'an empty entry between its commas (1 of 2)'],
    [`${A}, \t,${B}`, 'an empty entry between its commas (2 of 3)'],
    [`${A},\n,\n${B}`, 'an empty entry between its commas (2 of 3)'],
    [`${A},\r\n\r\n,${B}`, 'an empty entry between its commas (2 of 3)'],
    [`${A},\n${B},\n`, 'an empty entry between its commas (3 of 3)'],
    [`,,${A},,`, 'empty entries between its commas (1, 2, 4 and 5 of 5)'],
  ])('%j is an error: a project would go unseen', (groupId, what) => {
    expect(problems(step({ groupId }))).toEqual([
      `groupId has ${what}: probably a variable that is not set. Set it, or remove the comma.`,
    ]);
    expect(problems(only(KEY, { MONGODB_ATLAS_PROJECT_ID: groupId }))).toEqual([
      expect.stringContaining(`groupId (from MONGODB_ATLAS_PROJECT_ID) has ${what}`),
    ]);
  });

  it.each([`${A}\n\n${B}`, `\n${A}\r\n\r\n${B}\n\n`, `${A},\n${B}`, `${A}\n,${B}`, ` ${A} , ${B} `])(
    '%j has none: blank lines do not count',
    groupId => {
      expect(parseStep(step({ groupId })).projects).toEqual({ groupIds: [A, B] });
    },
  );

  it('hears of its holes and of its wrong ids at once', () => {
    const [problem, ...more] = problems(step({ groupId: `x,,${A}` }));
    expect(more).toEqual([]);
    expect(problem).toMatch(/empty entry .*"x" is not a project id/);
  });
});

describe('a secret that holds nothing', () => {
  const blanks = [' ', '\n', '\r\n', '\t\t', '\u00a0', '\u200b', '\ufeff', '\u2060 \n', '\u3164', '\0'];

  it.each(blanks)('%j is no secret: nothing is masked', blank => {
    const env = { MONGODB_ATLAS_CLIENT_SECRET: blank };
    expect(secretsIn(only({ privateKey: blank, accessToken: blank, githubToken: blank }, env))).toEqual([]);
  });

  it.each(blanks)('%j is an empty one: who gets no secrets is said', blank => {
    expect(problems(step({ privateKey: blank }))).toEqual([
      expect.stringMatching(/^privateKey is missing or empty, .*forks and from Dependabot get no secrets/),
    ]);
    expect(problems(only({ groupId: ID, accessToken: blank }))).toEqual([
      expect.stringMatching(/^No credentials: .*forks and from Dependabot get no secrets/),
    ]);
    expect(problems(step({ operation: 'gate', commitStatus: 'true', githubToken: blank }))).toEqual([
      expect.stringMatching(/^githubToken is empty/),
    ]);
  });

  it('does not stand in the way of the environment', () => {
    const env = { MONGODB_ATLAS_PRIVATE_API_KEY: 'envprivate' };
    expect(parseStep(step({ privateKey: '\u200b\n' }, env)).credential).toMatchObject({
      privateKey: 'envprivate',
    });
  });

  it('is not one with a letter in it', () => {
    expect(secretsIn(only({ privateKey: ' x\n' }))).toEqual([' x\n', 'x']);
  });
});

describe('one run tells all that is wrong', () => {
  it('of the deploy, though its time zone cannot be read', () => {
    const found = problems(
      step({
        operation: 'gate',
        deployTimeZone: 'Mars/Olympus',
        deployStart: 'soon',
        deployDuration: '1h30',
      }),
    );
    expect(found.map(problem => problem.split(' ')[0])).toEqual([
      'deployTimeZone',
      'deployStart',
      'deployDuration',
    ]);
    const ends = problems(
      step({ operation: 'gate', deployTimeZone: 'X', deployStart: '2026-02-30T10:00', deployEnd: 'late' }),
    );
    expect(ends.map(problem => problem.split(' ')[0])).toEqual([
      'deployTimeZone',
      'deployStart',
      'deployEnd',
    ]);
    const windows = problems(
      step({ operation: 'gate', deployTimeZone: 'X', deployWindow: 'Foo 1-2\nMon 9-10' }),
    );
    expect(windows).toHaveLength(3);
  });

  it('and nothing that another time zone would make right', () => {
    const found = problems(
      step({
        operation: 'gate',
        deployTimeZone: 'X',
        deployStart: '2026-10-25T02:45',
        deployEnd: '2026-10-25T02:15',
      }),
    );
    expect(found).toHaveLength(1);
  });

  it('though the operation cannot be read', () => {
    const wrong = {
      dayOfWeek: '8',
      hourOfDay: '24',
      autoDeferOnceEnabled: 'yes',
      startASAP: 'yes',
      protectedHours: '9',
      waveAssignment: '4',
      onNothingScheduled: 'x',
      deployTimeZone: 'x',
      deployStart: 'x',
      deployDuration: 'x',
      blockOn: 'x',
      onOverlap: 'x',
      onUnknown: 'x',
      maintenanceDuration: 'x',
      dryRun: 'x',
      timeout: 'x',
      commitStatus: 'x',
      commentOnPullRequest: 'x',
      groupId: 'x',
      baseUrl: 'x',
    };
    const found = problems(step({ operation: 'gaet', ...wrong }));
    expect(found.map(problem => problem.split(' ')[0]).sort()).toEqual(
      [...Object.keys(wrong), 'operation'].sort(),
    );
  });

  it('and no rule of an operation that is not known to be meant', () => {
    expect(
      problems(step({ operation: 'gaet', onOverlap: 'defer', startASAP: 'true', hourOfDay: '3' })),
    ).toHaveLength(1);
  });

  it.each(['gate.', 'ｇａｔｅ', 'gate\0', '__proto__', 'constructor', 'get,gate'])(
    'an operation is one of these words or none: %j',
    operation => {
      expect(problems(step({ operation }))).toEqual([expect.stringMatching(/^operation must be `get`/)]);
    },
  );
});

describe('a word that an input takes', () => {
  it.each(['Gate', 'GATE', ' gAtE '])('may be written in any case: operation %j is the gate', operation => {
    const env = step({ operation });
    expect(parseStep(env).operation).toBe('gate');
    expect(mayBeGate(env)).toBe(true);
  });

  it('in any other input, too', () => {
    const gate = { operation: 'gate', blockOn: 'Scheduled', onOverlap: 'DEFER', onUnknown: 'Warn' };
    expect(taskOf(step(gate))).toMatchObject({
      blockOn: 'scheduled',
      onOverlap: 'defer',
      onUnknown: 'warn',
    });
    const update = { operation: 'UPDATE', protectedHours: 'None', waveAssignment: 'NONE' };
    expect(problems(step({ ...update, dayOfWeek: 'SUN', hourOfDay: '3' }))).toEqual([]);
    for (const operation of ['Get', 'AUTODEFER', 'Reset']) expect(mayBeGate(step({ operation }))).toBe(false);
  });

  it.each([
    [{ operation: 'gaet' }, /^operation must be .*, not "gaet": did you mean `gate`\?$/],
    [{ operation: 'auto-defer' }, /did you mean `autoDefer`\?$/],
    [{ onOverlap: 'deffer' }, /^onOverlap must be .*, not "deffer": did you mean `defer`\?$/],
    [{ blockOn: 'schedule' }, /did you mean `scheduled`\?$/],
    [{ deployTimeZone: 'Europe/Berln' }, /^deployTimeZone .*: did you mean Europe\/Berlin\?$/],
    [{ deployTimeZone: 'America/NewYork' }, /did you mean America\/New_York\?$/],
    [{ deployTimeZone: 'Asia/Calcuta' }, /did you mean Asia\/\w+\?$/],
    [{ onOverlap: 'pass' }, /not "pass"\.$/],
    [{ deployTimeZone: 'Mars/Olympus' }, /write an IANA name such as Europe\/Berlin/],
  ])('and is mistyped: %j', (inputs, told) => {
    expect(problems(step({ operation: 'gate', ...inputs }))).toEqual([expect.stringMatching(told)]);
  });
});

describe('what nobody can know', () => {
  it.each([
    [{}, 'fail'],
    [{ onUnknown: 'fail' }, 'fail'],
    [{ onUnknown: 'warn' }, 'warn'],
    [{ onUnknown: '' }, 'fail'],
  ])('%j: the gate will %s', (inputs, onUnknown) => {
    expect(taskOf(step({ operation: 'gate', ...inputs }))).toMatchObject({ onUnknown });
  });

  it.each(['wan', 'ignore', 'pass', 'true', 'warn,fail', '"warn"'])('is not left to %j', onUnknown => {
    expect(problems(step({ operation: 'gate', onUnknown }))).toEqual([
      expect.stringMatching(/^onUnknown must be `fail` or `warn`, not/),
    ]);
  });

  it('is a matter of the gate alone', () => {
    expect(problems(step({ operation: 'defer', onUnknown: 'warn' }))).toEqual([
      expect.stringMatching(/^onUnknown is not used by `defer` but by `gate`/),
    ]);
  });
});

describe('a deferral that can never help', () => {
  it.each([{}, { blockOn: 'window' }, { blockOn: '' }])('is refused beside the weekly starts: %j', more => {
    expect(problems(step({ operation: 'gate', onOverlap: 'defer', ...more }))).toEqual([
      expect.stringMatching(
        /^onOverlap `defer` never helps with blockOn `window`: .* Set blockOn to `scheduled`/,
      ),
    ]);
  });

  it('is refused beside standing deploy hours', () => {
    const inputs = {
      operation: 'gate',
      onOverlap: 'defer',
      blockOn: 'scheduled',
      deployWindow: 'daily 12:00-13:00',
    };
    expect(problems(step(inputs))).toEqual([
      expect.stringMatching(/^onOverlap `defer` never helps with deployWindow: .* deployStart/),
    ]);
    expect(problems(step({ ...inputs, blockOn: 'window' }))).toHaveLength(2);
  });

  it('is not blamed on a blockOn that cannot be read', () => {
    expect(problems(step({ operation: 'gate', onOverlap: 'defer', blockOn: 'x' }))).toHaveLength(1);
  });

  it('is taken for a planned deploy', () => {
    expect(taskOf(step({ operation: 'gate', onOverlap: 'defer', blockOn: 'scheduled' }))).toMatchObject({
      onOverlap: 'defer',
    });
  });
});

describe('the deploy', () => {
  const notices = (inputs: Record<string, string>) =>
    parseStep(step({ operation: 'gate', ...inputs })).notices;

  it('is in the zone that was written, by the name that is used', () => {
    expect(notices({ deployTimeZone: 'US/Eastern' })).toEqual([
      'deployTimeZone "US/Eastern" is another name for America/New_York, which is used.',
    ]);
    expect(notices({ deployTimeZone: 'America/New_York' })).toEqual([]);
  });

  it('at an hour that comes twice is taken for both, which is said', () => {
    const twice = { deployTimeZone: 'Europe/Berlin', deployStart: '2026-10-25T02:30' };
    expect(notices(twice)).toEqual([expect.stringContaining('comes twice in Europe/Berlin')]);
  });

  it('is of one kind, whatever defaults stand beside it', () => {
    const standing = { operation: 'gate', deployWindow: 'daily 12:00-13:00' };
    expect(problems(step({ ...standing, deployStart: 'now', deployDuration: '1h' }))).toEqual([]);
    const all = { deployStart: '2026-01-01T00:00Z', deployEnd: '2026-01-02T00:00Z', deployDuration: '2h' };
    expect(problems(step({ ...standing, ...all }))).toEqual([
      'deployWindow cannot be combined with deployStart, deployDuration or deployEnd: give one or the other.',
    ]);
  });
});

describe('defer', () => {
  const defer = (inputs: Record<string, string>) => taskOf(step({ operation: 'defer', ...inputs }));

  it('takes whatever is scheduled, unless a deploy is given', () => {
    const whatever = { operation: 'defer', onNothingScheduled: 'ignore' };
    for (const inputs of [{}, { deployStart: 'now' }, { deployDuration: '2h' }])
      expect(defer(inputs)).toEqual(whatever);
    expect(defer({ onNothingScheduled: 'fail' })).toEqual({ ...whatever, onNothingScheduled: 'fail' });
  });

  it.each([
    [{ deployStart: '2026-03-02T12:00Z' }, 'once'],
    [{ deployEnd: '2026-03-02T12:00Z' }, 'once'],
    [{ deployStart: '2026-03-02T12:00Z\n2026-03-03T12:00Z' }, 'planned'],
    [{ deployWindow: 'daily 09:00-10:00' }, 'standing'],
  ])('takes what meets the deploy %j', (inputs, kind) => {
    expect(defer(inputs)).toMatchObject({ deploy: { kind } });
  });

  it('does not take an empty deployStart for none', () => {
    expect(problems(step({ operation: 'defer', deployStart: '' }))).toEqual([
      'deployStart is empty: probably a variable that is not set. Set it, or leave the input out to defer whatever is scheduled.',
    ]);
  });

  it.each([{ onNothingScheduled: 'x' }, { deployDuration: 'x' }])('takes nothing from %j', inputs => {
    expect(problems(step({ operation: 'defer', ...inputs }))).toHaveLength(1);
  });
});

describe('a gate that waits', () => {
  const waits = { operation: 'gate', onOverlap: 'wait' };

  it('does so for a deploy that starts now, for half an hour or as long as it is told', () => {
    expect(taskOf(step(waits))).toMatchObject({ onOverlap: 'wait', waitAtMost: 30 * 60_000 });
    expect(taskOf(step({ ...waits, waitAtMost: '45m' }))).toMatchObject({ waitAtMost: 45 * 60_000 });
    expect(problems(step({ ...waits, deployEnd: '2026-03-02T12:00Z' }))).toEqual([]);
  });

  it.each([
    { deployStart: '2026-03-02T12:00Z' },
    { deployStart: '2026-03-02T12:00Z\n2026-03-03T12:00Z' },
    { deployWindow: 'daily 09:00-10:00' },
  ])('does so for no other: %j', more => {
    expect(problems(step({ ...waits, ...more }))).toEqual([
      'onOverlap `wait` is for a deploy that starts now: leave out deployStart and deployWindow, or choose another onOverlap.',
    ]);
  });

  it('is the only one to be told how long: the default stands beside any', () => {
    expect(problems(step({ operation: 'gate', onOverlap: 'warn', waitAtMost: '45m' }))).toEqual([
      'waitAtMost is only used with onOverlap `wait`, not `warn`: remove it, or set onOverlap to `wait`.',
    ]);
    expect(problems(step({ operation: 'gate', onOverlap: 'warn', waitAtMost: '30m' }))).toEqual([]);
    expect(problems(step({ operation: 'gate', onOverlap: 'x', waitAtMost: '45m' }))).toHaveLength(1);
  });

  it('is not blamed on a deploy that cannot be read', () => {
    expect(problems(step({ ...waits, deployDuration: 'long' }))).toHaveLength(1);
  });
});

describe('an override', () => {
  it('is on one line, and a notice says what it does', () => {
    const gate = step({ operation: 'gate', override: 'the fix\ncannot wait' });
    expect(taskOf(gate)).toMatchObject({ override: 'the fix cannot wait' });
    expect(parseStep(gate).notices).toEqual([
      'override is given: the gate still looks, and the step passes whatever it finds. Reason: the fix cannot wait.',
    ]);
  });

  it('of more than 500 characters is refused', () => {
    const text = 'x'.repeat(501);
    expect(problems(step({ operation: 'gate', override: text }))).toEqual([
      'override is 501 characters long; at most 500 are accepted.',
    ]);
    expect(taskOf(step({ operation: 'gate', override: text.slice(1) }))).toMatchObject({
      override: text.slice(1),
    });
  });

  // A flag of a workflow, which is `false` when nobody asks for anything, or what nobody can see.
  it.each(['false', 'FALSE', 'true', '\u200b', '\u3164\u2060'])('%j is no reason', text => {
    expect(problems(step({ operation: 'gate', override: text }))).toEqual([
      expect.stringMatching(
        /^override must be a reason in words, not ".*"; leave it empty where there is none\.$/,
      ),
    ]);
  });

  it.each(['false alarm', 'it is true', '急'])('%j is one', text => {
    expect(taskOf(step({ operation: 'gate', override: text }))).toMatchObject({ override: text });
  });

  it('that is empty is none, and no notice says so', () => {
    const gate = step({ operation: 'gate', override: ' ' });
    expect(taskOf(gate)).not.toHaveProperty('override');
    expect(parseStep(gate).notices).toEqual([]);
  });
});

describe('a value is taken as it is written, or not at all', () => {
  const refused: Record<string, readonly string[]> = {
    dayOfWeek: [
      '١',
      '１',
      '01',
      '+1',
      '-1',
      '1.0',
      '1e0',
      '0x1',
      'Su',
      'Sunday.',
      '"Sun"',
      'Sun,Mon',
      '1\n2',
      'x'.repeat(9000),
    ],
    hourOfDay: [
      '١٢',
      '１２',
      '24',
      '-0',
      '+1',
      '1e1',
      '0x1',
      '009',
      '3h',
      '03:00',
      '3\u00003',
      '"3"',
      '3,4',
      'noon',
    ],
    autoDeferOnceEnabled: [
      '"False"',
      "'true'",
      'yes',
      'no',
      'on',
      'off',
      '0',
      '1',
      'tRUE',
      'untrue',
      'falsely',
      'true false',
      'null',
      '１',
    ],
    protectedHours: [
      '9',
      '9-',
      '-9',
      '9-17-18',
      '9–17',
      '9-17h',
      '9\n-17',
      '٩-١٧',
      '9--17',
      '+9-17',
      'null',
      '9,17',
      'none-9',
    ],
    waveAssignment: ['0', '4', '01', '1.0', '２', 'no', 'null', '1,2', '+1'],
    startASAP: ['"true"', 'True!', 'now', '1'],
  };
  it.each(Object.entries(refused).flatMap(([name, values]) => values.map(value => [name, value] as const)))(
    'update %s: %j is an error',
    (name, value) => {
      const found = problems(step({ operation: 'update', [name]: value }));
      expect(found[0]).toMatch(new RegExp(`^${name} `));
      expect(found[0]?.length).toBeLessThan(300);
    },
  );

  it.each(['deployDuration', 'maintenanceDuration', 'timeout'])('%s: nothing but a duration', name => {
    for (const value of [
      '1',
      '1.5h',
      '1 h',
      '1h 30m',
      '30m1h',
      '١h',
      '1Ｈ',
      '0x1h',
      '1e3s',
      '+1h',
      '-0s',
      '0h',
      'PT',
      'P1M',
      '1h\n',
      '1h\n2h',
      `P${'1M'.repeat(60_000)}`,
      `${'9'.repeat(9000)}s`,
    ])
      expect([value, problems(step({ operation: 'gate', [name]: value }))]).toEqual([
        value,
        value === '1h\n' ? [] : [expect.stringMatching(new RegExp(`^${name} `))],
      ]);
  });

  it('deployStart: nothing but a date and a time', () => {
    for (const deployStart of [
      'Now',
      'NOW',
      'today',
      '2026-03-01',
      '2026-3-1T9:00',
      '20260301T2100',
      '2026-03-01 21:00',
      '2026-03-01T21:00z',
      '2026-03-01T24:00',
      '2026-02-29T10:00',
      '2026-03-01T21:00+1',
      '2026-03-01T21:00+25:00',
      '２026-03-01T21:00',
      '2026-03-01T21:00Z x',
      '2026-03-01T21:00Z\0',
      '1772398800',
      '01/03/2026 21:00',
    ])
      expect([deployStart, problems(step({ operation: 'gate', deployStart }))]).toEqual([
        deployStart,
        [expect.stringMatching(/^deployStart /)],
      ]);
  });

  it('groupId: nothing but 24 of 0-9 and a-f', () => {
    for (const groupId of [
      ID.toUpperCase(),
      `${ID}0`,
      `0x${ID.slice(2)}`,
      `${ID}\0`,
      `"${ID}"`,
      `${ID};${ID}`,
      `${ID} ${ID}`,
      ID.replace('6', '６'),
      ID.replace('a', 'а'),
      '../'.repeat(8),
      '__proto__',
    ])
      expect([groupId, problems(step({ groupId }))]).toEqual([
        groupId,
        [expect.stringMatching(/^groupId "/)],
      ]);
  });

  it.each([
    ['https://@cloud.mongodb.com', /user name or password/],
    ['https://:@cloud.mongodb.com', /user name or password/],
    ['https://cloud.mongodb.com@example.com', /user name or password/],
    ['https:///cloud.mongodb.com', /must be a URL/],
    ['xhttps://cloud.mongodb.com', /must be a URL/],
    ['https:cloud.mongodb.com', /must be a URL/],
    ['https://cloud.mongodb.com?', /query or a fragment/],
    ['https://cloud.mongodb.com#', /query or a fragment/],
    [
      'https://ｃloud.mongodb.com',
      /spells its host in a way that stands for another: write cloud\.mongodb\.com/,
    ],
    ['https://clоud.mongodb.com', /spells its host in a way that stands for another: write xn--/],
    ['https://cloud%2emongodb.com', /spells its host in a way that stands for another/],
    ['http://0x7f.1', /spells its host in a way that stands for another: write 127\.0\.0\.1/],
    ['https://cloud.mongodb.com\\@example.com', /must be a URL/],
    ['https://cloud.mongodb.com\t.example.com', /must be a URL/],
    ['https://cloud.mongodb.com, https://cloud.mongodbgov.com', /must be a URL/],
    ['https://cloud.mongodb.com:99999', /must be a URL/],
  ])('baseUrl: %j is an error', (baseUrl, sentence) => {
    expect(problems(step({ baseUrl }))).toEqual([expect.stringMatching(sentence)]);
  });

  it.each([
    ['HTTPS://Cloud.MongoDB.com', 'https://cloud.mongodb.com'],
    ['https://cloud.mongodb.com:443/', 'https://cloud.mongodb.com'],
    ['https://proxy.example.com:8443/atlas/', 'https://proxy.example.com:8443/atlas'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://127.0.10.255', 'http://127.0.10.255'],
    ['https://proxy.example.com/atlas//', 'https://proxy.example.com/atlas'],
  ])('baseUrl: %s is one', (baseUrl, read) => {
    expect(parseStep(step({ baseUrl })).baseUrl).toBe(read);
  });

  it('an hour may have the nought of a clock', () => {
    expect(taskOf(step({ operation: 'update', hourOfDay: '09' }))).toMatchObject({
      hourOfDay: 9,
    });
  });
});

describe('where Atlas answers', () => {
  const env = {
    MONGODB_ATLAS_BASE_URL: 'https://cloud.mongodbgov.com',
    MONGODB_ATLAS_OPS_MANAGER_URL: 'https://ops.example.com/',
  };
  it('is the input, then either name that the environment has, then the public cloud; the log says which', () => {
    expect(parseStep(step({ baseUrl: 'https://x.example.com' }, env)).baseUrl).toBe('https://x.example.com');
    expect(parseStep(step({}, env)).baseUrl).toBe('https://cloud.mongodbgov.com');
    const cli = parseStep(step({}, { ...env, MONGODB_ATLAS_BASE_URL: ' ' }));
    expect(cli.baseUrl).toBe('https://ops.example.com');
    expect(cli.origins).toContain('baseUrl comes from MONGODB_ATLAS_OPS_MANAGER_URL.');
    expect(parseStep(step({})).baseUrl).toBe('https://cloud.mongodb.com');
  });

  it('names the variable that is wrong', () => {
    expect(problems(step({}, { MONGODB_ATLAS_OPS_MANAGER_URL: 'http://ops.example.com' }))).toEqual([
      expect.stringMatching(/^baseUrl \(from MONGODB_ATLAS_OPS_MANAGER_URL\) must be https/),
    ]);
  });
});

describe('what GitHub is told, read apart from all else', () => {
  const wish = (inputs: Record<string, string>) =>
    publishingOf(
      Object.fromEntries(
        Object.entries({ operation: 'gate', commitStatus: 'true', githubToken: 'ghs_1', ...inputs }).map(
          ([name, value]) => [`INPUT_${name.toUpperCase()}`, value],
        ),
      ),
    );

  it('is nothing where nobody asks for it, or the step is no gate', () => {
    expect(wish({ commitStatus: 'false' })).toBeUndefined();
    expect(wish({ commitStatus: '' })).toBeUndefined();
    for (const operation of ['get', 'update', 'defer', 'autoDefer', 'reset'])
      expect(wish({ operation })).toBeUndefined();
    expect(publishingOf({ INPUT_COMMITSTATUS: 'true' })).toBeUndefined();
  });

  it('is told where an input may mean it', () => {
    const status = { commitStatusContext: 'atlas/maintenance-window', commentOnPullRequest: 'never' };
    for (const inputs of [
      {},
      { operation: '' },
      { operation: 'Gate' },
      { operation: 'gat' },
      { commitStatus: 'yes' },
      { commitStatus: 'falsely' },
      { commitStatus: 'not false' },
    ])
      expect(wish(inputs)).toMatchObject(status);
    expect(wish({ commitStatus: 'false', commentOnPullRequest: 'allways' })).toEqual({
      token: 'ghs_1',
      commentOnPullRequest: 'onOverlap',
    });
    expect(wish({ commitStatusContext: ' ' })).toMatchObject(status);
    expect(wish({ commitStatusContext: 'prod' })).toMatchObject({ commitStatusContext: 'prod' });
    expect(wish({})).not.toHaveProperty('projects');
  });

  it('is asked for in any case', () => {
    expect(wish({ commitStatus: 'false', commentOnPullRequest: 'Never' })).toBeUndefined();
    expect(wish({ commentOnPullRequest: 'ALWAYS' })).toMatchObject({ commentOnPullRequest: 'always' });
  });

  it('knows its projects in whatever order, and does not where one cannot be read', () => {
    const [a, b] = ['a'.repeat(24), 'b'.repeat(24)];
    for (const groupId of [`${a},${b}`, `${b}\n${a}`, `${b}, ${a}, ${b}`])
      expect(wish({ groupId })?.projects).toEqual([a, b]);
    for (const groupId of ['', ' , ', `${a},production`, `${a}0`, `0${a}`])
      expect(wish({ groupId })?.projects).toBeUndefined();
  });

  it('knows projects that are looked for by what they are looked for', () => {
    const orgId = 'c'.repeat(24);
    const key = (inputs: Record<string, string>) => wish({ groupId: '', ...inputs })?.projects;
    expect(key({ projectName: 'shop, search' })).toEqual(key({ projectName: 'search\nshop\nshop' }));
    const wishes = [
      { projectName: 'shop' },
      { projectName: 'search' },
      { projectName: 'shop', orgId },
      { projectTags: 'shop' },
      { projectTags: 'shop', orgId },
      { orgId },
    ];
    expect(new Set(wishes.map(inputs => JSON.stringify(key(inputs)))).size).toBe(wishes.length);
    for (const wrong of ['mine', `${orgId}0`, `0${orgId}`])
      expect(key({ orgId: wrong, projectName: 'shop' })).toBeUndefined();
    expect(key({})).toBeUndefined();
    expect(key({ groupId: 'a'.repeat(24), projectName: 'shop' })).toBeUndefined();
  });

  it('makes a gate of what cannot be read', () => {
    expect(['gate', ' gate ', 'gaet', ''].map(text => mayBeGate({ INPUT_OPERATION: text }))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    for (const env of [{ INPUT_OPERATION: 'get' }, { INPUT_OPERATION: ' get ' }, {}])
      expect(mayBeGate(env)).toBe(false);
  });
});

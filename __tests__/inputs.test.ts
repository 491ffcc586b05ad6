import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { INPUTS, InputError, mayBeGate, parseInputs, readGitHubInputs, secretsIn } from '../src/inputs.ts';

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

function problems(env: Record<string, string>): readonly string[] {
  try {
    parseInputs(env);
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
    expect(Object.keys(INPUTS)).toEqual(Object.keys(action.inputs));
  });

  it('has the defaults of action.yml', () => {
    for (const [name, spec] of Object.entries(INPUTS)) {
      const declared = action.inputs[name]?.default;
      expect([name, 'default' in spec ? spec.default : undefined]).toEqual([
        name,
        declared?.includes('${{') ? undefined : declared,
      ]);
    }
  });

  it('names every environment fallback in the description', () => {
    for (const [name, spec] of Object.entries(INPUTS))
      if ('env' in spec) expect(action.inputs[name]?.description).toContain(spec.env);
  });
});

describe('a step that is written well', () => {
  it('reads the window when nothing else is asked', () => {
    const inputs = parseInputs(step({}));
    expect(inputs).toMatchObject({
      groupIds: [ID],
      task: { operation: 'get' },
      credential: { kind: 'apiKey', ...KEY },
      baseUrl: 'https://cloud.mongodb.com',
      maintenanceDuration: 4 * 3_600_000,
      timeout: 120_000,
      dryRun: false,
    });
  });

  it('takes several projects by comma or line, each once, in order', () => {
    const other = ID.replace('6', '7');
    const inputs = parseInputs(step({ groupId: `${other}, ${ID}\n\n${other}\n` }));
    expect(inputs.groupIds).toEqual([other, ID]);
    expect(inputs.notices.join()).toContain('more than once');
  });

  it.each([
    ['1', 1],
    ['7', 7],
    ['Sunday', 1],
    ['SAT', 7],
    ['wednesday', 4],
  ])('takes the day %s', (text, day) => {
    expect(parseInputs(step({ operation: 'update', dayOfWeek: text })).task).toEqual({
      operation: 'update',
      wish: { dayOfWeek: day },
    });
  });

  it('keeps midnight: hour 0 is a wish, not an absence', () => {
    expect(parseInputs(step({ operation: 'update', hourOfDay: '0' })).task).toMatchObject({
      wish: { hourOfDay: 0 },
    });
  });

  it('reads protected hours over midnight, and `none` as clearing', () => {
    const wish = (protectedHours: string) => parseInputs(step({ operation: 'update', protectedHours })).task;
    expect(wish('22-6')).toMatchObject({ wish: { protectedHours: { startHourOfDay: 22, endHourOfDay: 6 } } });
    expect(wish('none')).toMatchObject({ wish: { protectedHours: null } });
  });

  it('takes False as false', () => {
    expect(parseInputs(step({ operation: 'autoDefer', autoDeferOnceEnabled: 'False' })).task).toEqual({
      operation: 'autoDefer',
      wanted: false,
    });
  });

  it('drops trailing slashes of the base URL and allows http on loopback', () => {
    expect(parseInputs(step({ baseUrl: 'https://cloud.mongodbgov.com/' })).baseUrl).toBe(
      'https://cloud.mongodbgov.com',
    );
    expect(parseInputs(step({ baseUrl: 'http://127.0.0.1:8080' })).baseUrl).toBe('http://127.0.0.1:8080');
  });

  it('lets the defaults that a runner fills in stand beside any operation', () => {
    const filled = Object.fromEntries(
      Object.entries(INPUTS).flatMap(([name, spec]) => ('default' in spec ? [[name, spec.default]] : [])),
    );
    expect(problems(step({ ...filled, operation: 'reset' }))).toEqual([]);
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
    expect(parseInputs(env).credential).toEqual({ kind: 'accessToken', accessToken: 'envtoken' });
    const { MONGODB_ATLAS_ACCESS_TOKEN: _, ...noToken } = env;
    expect(parseInputs(noToken).credential.kind).toBe('serviceAccount');
  });

  it('prefers inputs over the environment, whatever their kind, and says which won', () => {
    const inputs = parseInputs(step({}, env));
    expect(inputs.credential).toEqual({ kind: 'apiKey', ...KEY });
    expect(inputs.origins).toContain(
      'Signing in with the API key from input publicKey and input privateKey.',
    );
  });

  it('completes a pair from the environment', () => {
    const inputs = parseInputs(only({ publicKey: 'mine', groupId: ID }, env));
    expect(inputs.credential).toEqual({ kind: 'apiKey', publicKey: 'mine', privateKey: 'envprivate' });
  });

  it('says that a secret is empty, as in pull requests from forks', () => {
    const [problem, ...more] = problems(step({ privateKey: '' }));
    expect(more).toEqual([]);
    expect(problem).toMatch(/^privateKey is missing or empty.*forks/);
  });

  it('names the missing half', () => {
    expect(problems(only({ groupId: ID, clientSecret: 'x' }))).toEqual([
      'clientId is missing or empty, but clientSecret is given: the two go together.',
    ]);
    expect(
      problems(only({}, { MONGODB_ATLAS_PUBLIC_API_KEY: 'x', MONGODB_ATLAS_PROJECT_ID: ID }))[0],
    ).toMatch(/^privateKey is missing/);
  });

  it('refuses two kinds at once', () => {
    expect(problems(step({ accessToken: 'tok' }))[0]).toMatch(/^Two kinds of credentials/);
  });

  it('says what to give when there are none', () => {
    expect(problems(only({ groupId: ID }))[0]).toMatch(/^No credentials: .*forks/);
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
    [{ groupId: ' , ' }, /^groupId names no project/],
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
    [{ operation: 'update', waveAssignment: '4' }, /^waveAssignment/],
    [{ operation: 'update' }, /^operation `update` needs something to set/],
    [{ operation: 'update', startASAP: 'true', hourOfDay: '3' }, /^startASAP must be alone/],
    [{ baseUrl: 'http://cloud.mongodb.com' }, /^baseUrl must be https/],
    [{ baseUrl: 'http://127.0.0.1.example.com' }, /^baseUrl must be https/],
    [{ baseUrl: 'https://user:hunter2@cloud.mongodb.com' }, /^baseUrl must not hold a user name/],
    [{ baseUrl: 'https://cloud.mongodb.com/?a=b' }, /^baseUrl must not have a query/],
    [{ baseUrl: 'cloud.mongodb.com' }, /^baseUrl must be a URL/],
    [{ baseUrl: 'file:///etc/passwd' }, /^baseUrl must be a URL/],
    [{ baseUrl: 'https://cloud.mongodb.com/api/atlas/v2' }, /^baseUrl must end before/],
    [{ hourOfDay: '3' }, /^hourOfDay is not used by `get` but by `update`/],
    [{ operation: 'defer', deployStart: '2026-01-01T00:00Z' }, /^deployStart is not used by `defer`/],
    [{ timeout: '0' }, /^timeout "0" .*\.$/],
    [{ timeout: '7h' }, /^timeout is at most 6h/],
    [{ maintenanceDuration: '-4h' }, /^maintenanceDuration "-4h" has a sign.*\.$/],
    [{ dryRun: '1' }, /^dryRun must be/],
    [{ operation: 'gate', onOverlap: 'explode' }, /^onOverlap must be/],
    [{ operation: 'gate', deployTimeZone: 'Mars/Olympus' }, /^deployTimeZone "Mars\/Olympus" .*\.$/],
    [
      { operation: 'gate', deployEnd: '2026-01-01T00:00Z', deployDuration: '2h' },
      /^deployEnd stands instead/,
    ],
    [
      { operation: 'gate', deployWindow: 'daily 12:00-13:00', deployEnd: '2026-01-01T00:00Z' },
      /^deployWindow stands/,
    ],
    [{ operation: 'gate', commitStatus: 'true' }, /^githubToken is empty/],
  ])('%j', (inputs, sentence) => {
    const found = problems(step(inputs));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(sentence);
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
    expect(problem).toContain('"p4"');
    expect(problem).toMatch(/"p4" .*So it is with 4995 more\.$/);
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

describe('what GitHub is told, read apart from all else', () => {
  const wish = (inputs: Record<string, string>) =>
    readGitHubInputs(
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
    expect(readGitHubInputs({ INPUT_COMMITSTATUS: 'true' })).toBeUndefined();
  });

  it('is told where an input may mean it', () => {
    const status = { commitStatusContext: 'atlas/maintenance-window', commentOnPullRequest: 'never' };
    for (const inputs of [{}, { operation: '' }, { operation: 'Gate' }, { commitStatus: 'yes' }])
      expect(wish(inputs)).toMatchObject(status);
    expect(wish({ commitStatus: 'false', commentOnPullRequest: 'allways' })).toEqual({
      token: 'ghs_1',
      commentOnPullRequest: 'onOverlap',
    });
    expect(wish({ commitStatusContext: ' ' })).toMatchObject(status);
    expect(wish({ commitStatusContext: 'prod' })).toMatchObject({ commitStatusContext: 'prod' });
  });

  it('knows its projects in whatever order, and does not where one cannot be read', () => {
    const [a, b] = ['a'.repeat(24), 'b'.repeat(24)];
    for (const groupId of [`${a},${b}`, `${b}\n${a}`, `${b}, ${a}, ${b}`])
      expect(wish({ groupId })?.projects).toEqual([a, b]);
    for (const groupId of ['', ' , ', `${a},production`]) expect(wish({ groupId })?.projects).toBeUndefined();
  });

  it('makes a gate of what cannot be read', () => {
    expect(['gate', ' gate ', 'gaet', ''].map(text => mayBeGate({ INPUT_OPERATION: text }))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([{ INPUT_OPERATION: 'get' }, {}].map(mayBeGate)).toEqual([false, false]);
  });
});

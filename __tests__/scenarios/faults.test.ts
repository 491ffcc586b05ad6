/**
 * What can go wrong between a step and Atlas, and what the step makes of it. Each row has a sandbox of its own, so
 * they run side by side; what would wait is bounded by `timeout`.
 */
import { describe, expect, it, vi } from 'vitest';
import { type Fault, type FaultName, projects, startSandbox } from '../../sandbox/server.ts';
import { credentials, NOON } from './stage.ts';
import { rehearse, type Watched, watched } from './watched.ts';

vi.setConfig({ testTimeout: 30_000 });

interface Row {
  readonly when: string;
  readonly fault: FaultName | Fault | readonly Fault[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly says: RegExp;
  /** The requests, in order; one with a `+` at its end came once or more. */
  readonly sent: readonly string[];
}

/** A deploy that is over when the weekly window starts: with nothing wrong, a pass. */
const CLEAR = { operation: 'gate', deployStart: '2026-03-08T01:00Z' };
/** A deploy into a weekly start that Atlas has not announced: with events that can be read, a pass. */
const UNANNOUNCED = { operation: 'gate', deployStart: '2026-03-08T01:30Z', blockOn: 'scheduled' };

const challenge = 'GET …01/maintenanceWindow → 401';
const read = (status: number | null = 200) => `GET …01/maintenanceWindow → ${status}`;
const events = (status: number | null = 200) => `GET …01/events?… → ${status}`;
const wellRead = [read(), events()];
const mint = (status = 200) => `POST /api/oauth/token → ${status}`;
const revoke = 'POST /api/oauth/revoke → 200';
const again = (line: string) => `${line} +`;

const faultsOf = (fault: Row['fault']): readonly Fault[] =>
  typeof fault === 'string' ? [{ name: fault }] : [fault].flat();
const once = (name: FaultName, value?: unknown): Fault => ({
  name,
  times: 1,
  ...(value === undefined ? {} : { value }),
});

/** A ready-made token keeps sign-in out of the list of requests. */
const play = ({ fault, inputs = {} }: Pick<Row, 'fault' | 'inputs'>, base: Record<string, string> = CLEAR) =>
  rehearse(faultsOf(fault), {
    ...('publicKey' in inputs || 'clientId' in inputs ? {} : credentials.accessToken),
    ...base,
    ...inputs,
  });

function expectSent({ sent }: Watched, expected: readonly string[]): void {
  const repeats = (line: string) => expected.includes(again(line));
  const folded = sent
    .filter((line, index) => !(repeats(line) && line === sent[index - 1]))
    .map(line => (repeats(line) ? again(line) : line));
  expect(folded).toEqual(expected);
}

/** Exit code 1, and the sentence where people and later steps look for it. */
function expectFailed(result: Watched, says: RegExp): void {
  expect(result.exitCode).toBe(1);
  expect(result.outputs.message).toMatch(says);
  expect(result.log).toMatch(/^::error title=/m);
  expect(result.log.replaceAll('%0A', ' ')).toContain(result.outputs.message?.replaceAll('%', '%25'));
}

/** A gate that cannot know is closed. */
const closed = (rows: readonly Row[]) => {
  for (const row of rows)
    it(row.when, async () => {
      const result = await play(row);
      expectFailed(result, row.says);
      expect(result.outputs).toMatchObject({ verdict: 'fail', overlap: '' });
      expectSent(result, row.sent);
    });
};

/** The fault passes within the time that the step has. */
const open = (rows: readonly Row[]) => {
  for (const row of rows)
    it(row.when, async () => {
      const result = await play(row);
      expect(result.outputs.message).toMatch(/^Clear/);
      expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
      expect(result.log).toMatch(row.says);
      expectSent(result, row.sent);
    });
};

const short = { timeout: '1s' };
const CUT = /connection was cut before the answer was complete/;
const RETRIED = /^Attempt 1 failed: .*Trying again in \d/m;

it.concurrent('with nothing wrong both deploys pass, so that each failure below is the work of its fault', async () => {
  for (const base of [CLEAR, UNANNOUNCED]) {
    const result = await play({ fault: [] }, base);
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    expectSent(result, wellRead);
  }
});

describe.concurrent('the gate fails when the connection', () => {
  it('is refused', async () => {
    const sandbox = await startSandbox({ now: NOON });
    await sandbox.close();
    const result = await watched(sandbox, { ...CLEAR, ...short });
    expectFailed(result, /connection was refused \(ECONNREFUSED\)/);
    expect(result.outputs.verdict).toBe('fail');
    expect(result.sent).toEqual([]);
  });

  closed([
    {
      when: 'is reset before the headers, for ever',
      fault: 'resetBeforeHeaders',
      inputs: short,
      says: CUT,
      sent: [again(read(null))],
    },
    {
      when: 'is reset in the middle of the headers, for ever',
      fault: 'resetInHeaders',
      inputs: short,
      says: CUT,
      sent: [again(read(null))],
    },
    {
      when: 'is reset after the headers, for ever',
      fault: 'resetAfterHeaders',
      inputs: short,
      says: CUT,
      sent: [again(read())],
    },
    {
      when: 'ends within the body, for ever',
      fault: 'cutBody',
      inputs: short,
      says: CUT,
      sent: [again(read())],
    },
    {
      when: 'brings no answer',
      fault: 'silence',
      inputs: short,
      says: /timeout of 1 s was over .*allow more with the input timeout\. Code: TIMEOUT/,
      sent: [read(null)],
    },
    {
      when: 'drips a byte a second',
      fault: 'drip',
      inputs: short,
      says: /timeout of 1 s was over .*TIMEOUT/,
      sent: [read()],
    },
    {
      when: 'is silent at the challenge already',
      fault: { name: 'silence', leg: 'any' },
      inputs: { ...short, ...credentials.apiKey },
      says: /TIMEOUT/,
      sent: [read(null)],
    },
    {
      when: 'is silent where the token is minted',
      fault: { name: 'silence', leg: 'any' },
      inputs: { ...short, ...credentials.serviceAccount },
      says: /mint an access token.*TIMEOUT/,
      sent: ['POST /api/oauth/token → null'],
    },
  ]);
});

describe.concurrent('the gate goes on, and says so in the log, when the connection', () => {
  open([
    {
      when: 'is reset once before the headers',
      fault: once('resetBeforeHeaders'),
      says: RETRIED,
      sent: [read(null), ...wellRead],
    },
    {
      when: 'is reset once in the middle of the headers',
      fault: once('resetInHeaders'),
      says: RETRIED,
      sent: [read(null), ...wellRead],
    },
    {
      when: 'is reset once after the headers',
      fault: once('resetAfterHeaders'),
      says: RETRIED,
      sent: [read(), ...wellRead],
    },
    { when: 'ends once within the body', fault: once('cutBody'), says: RETRIED, sent: [read(), ...wellRead] },
    {
      when: 'ends once within the body of an answer that was signed for with an API key',
      fault: once('cutBody'),
      inputs: credentials.apiKey,
      says: RETRIED,
      sent: [challenge, read(), ...wellRead],
    },
  ]);
});

describe.concurrent('the gate fails when the window is answered with 200 and', () => {
  const unusable: [when: string, fault: FaultName | Fault, says: RegExp][] = [
    ['HTML', 'html', /it is an HTML page, not JSON/],
    ['an empty body', 'emptyBody', /it is empty, though JSON is expected/],
    ['JSON that breaks off', 'brokenJson', /it is not valid JSON/],
    ['JSON of another shape', 'wrongShape', /it is a JSON object with no field of a maintenance window/],
    [
      'an error in Atlas’s shape',
      { name: 'answer', value: { body: { error: 404, errorCode: 'X' } } },
      /no field of/,
    ],
    ['null', 'nullBody', /it is null, not a JSON object/],
    ['an array', 'arrayBody', /it is Array, not a JSON object/],
    ['numbers as strings', 'numbersAsStrings', /dayOfWeek is "1", not a day from 1 to 7/],
    ['day 8', 'day8', /dayOfWeek is 8, not a day from 1 to 7/],
    ['day 42', 'day42', /dayOfWeek is 42/],
    ['hour 24', 'hour24', /hourOfDay is 24, not an hour from 0 to 23/],
    ['hour 42', 'hour42', /hourOfDay is 42/],
    ['half an hour', { name: 'fields', value: { hourOfDay: 2.5 } }, /hourOfDay is 2.5/],
    ['no hour', { name: 'fields', value: { hourOfDay: null } }, /hourOfDay is null/],
    ['no time zone', { name: 'fields', value: { timeZoneId: null } }, /timeZoneId is null/],
    [
      'a time zone that does not exist',
      { name: 'fields', value: { timeZoneId: 'Mars/Phobos' } },
      /Mars\/Phobos/,
    ],
    ['day 0 beside an hour of the window', 'day0', /hourOfDay is 2, not 0, as it has to be where no day is/],
    [
      'no day, and a deferral',
      { name: 'fields', value: { dayOfWeek: null, hourOfDay: null, numberOfDeferrals: 1 } },
      /numberOfDeferrals is 1, not 0/,
    ],
    [
      'no day, and maintenance that was told to start',
      { name: 'fields', value: { dayOfWeek: 0, hourOfDay: 0, startASAP: true } },
      /startASAP is true, not false/,
    ],
    [
      'day 0 beside an hour that is none',
      { name: 'fields', value: { dayOfWeek: 0, hourOfDay: 99 } },
      /hourOfDay is 99/,
    ],
    ['10 MB', 'hugeBody', /larger than 2 MiB.*TOO_LARGE/],
    ['100,000-deep nesting', 'deepBody', /it is Array, not a JSON object/],
    [
      '100,000-deep nesting in a field',
      {
        name: 'answer',
        value: { body: `{"dayOfWeek":1,"hourOfDay":${'['.repeat(100_000)}${']'.repeat(100_000)}}` },
      },
      /hourOfDay is Array/,
    ],
    ['invalid UTF-8', 'invalidUtf8', /not valid UTF-8/],
    [
      'an encoding that nobody asked for',
      { name: 'answer', value: { headers: { 'Content-Encoding': 'gzip' }, body: '\u001f\u008b\b' } },
      /it is not valid JSON/,
    ],
  ];
  closed(
    unusable.map(([when, fault, says]) => ({
      when,
      fault: { ...(typeof fault === 'string' ? { name: fault } : fault), path: 'maintenanceWindow' },
      says,
      sent: [read()],
    })),
  );
});

it.concurrent('the gate stays closed when the window is answered with day 0: no window is set', async () => {
  const result = await play({ fault: { name: 'fields', value: { dayOfWeek: 0, hourOfDay: 0 } } });
  expect(result).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', configured: 'false' } });
  expect(result.log).toMatch(/^::error .*No maintenance window is set/m);
});

describe.concurrent('every weekly start counts, and the gate stays closed, when the events are answered with', () => {
  const unusable: [when: string, fault: FaultName | Fault, status?: number][] = [
    ['HTML', 'html'],
    ['an empty body', 'emptyBody'],
    ['JSON that breaks off', 'brokenJson'],
    ['JSON of another shape', 'wrongShape'],
    ['null', 'nullBody'],
    ['an array', 'arrayBody'],
    [
      'an event without a type',
      { name: 'answer', value: { body: { results: [{ created: '2026-03-06T00:00:00Z' }] } } },
    ],
    [
      'an event of no date',
      {
        name: 'answer',
        value: { body: { results: [{ created: 'soon', eventTypeName: 'MAINTENANCE_STARTED' }] } },
      },
    ],
    ['10 MB', 'hugeBody'],
    ['100,000-deep nesting', 'deepBody'],
    ['invalid UTF-8', 'invalidUtf8'],
    ['a redirect', 'redirect301', 301],
    ['a refusal', 'eventsForbidden', 403],
    ['a 404', 'notFound', 404],
    ['a 429 that lasts too long', { name: 'rateLimited', value: 600 }, 429],
  ];
  it.each(unusable)('%s', async (_when, fault, status = 200) => {
    const struck = { ...(typeof fault === 'string' ? { name: fault } : fault), path: '/events' };
    const result = await play({ fault: struck }, UNANNOUNCED);
    expectFailed(result, /^Blocked/);
    expect(result.outputs).toMatchObject({ verdict: 'fail', overlap: 'true', maintenanceState: 'unknown' });
    expect(result.log).toMatch(/^::warning .*events could not be read/m);
    expectSent(result, [read(), events(status)]);
  });

  it('nothing at all before the deadline: then the gate fails without a judgement', async () => {
    const result = await play({ fault: { name: 'silence', path: '/events' }, inputs: short }, UNANNOUNCED);
    expectFailed(result, /TIMEOUT/);
    expect(result.outputs).toMatchObject({ verdict: 'fail', overlap: '' });
  });
});

describe.concurrent('a redirect is not followed', () => {
  it.each([301, 302, 307] as const)('%i to another host, which sees nothing', async status => {
    const other = await startSandbox({ now: NOON });
    try {
      const result = await play({ fault: { name: `redirect${status}`, value: other.url } });
      expectFailed(
        result,
        new RegExp(`redirect \\(${status}\\) to 127\\.0\\.0\\.1:\\d+, which is never followed`),
      );
      expect(result.outputs.verdict).toBe('fail');
      expect(other.requests).toEqual([]);
      expectSent(result, [read(status)]);
    } finally {
      await other.close();
    }
  });

  closed([
    {
      when: '301 to the same host',
      fault: { name: 'redirect301', value: 'same' },
      says: /redirect \(301\).*never followed/,
      sent: [read(301)],
    },
    {
      when: '301 to nowhere',
      fault: { name: 'answer', value: { status: 301, body: '' } },
      says: /redirect \(301\), which is never followed/,
      sent: [read(301)],
    },
    {
      when: '301 of the token endpoint, which would carry the secret elsewhere',
      fault: { name: 'redirect301', path: 'oauth/token', leg: 'any' },
      inputs: credentials.serviceAccount,
      says: /mint an access token.*redirect \(301\)/,
      sent: [mint(301)],
    },
  ]);
});

describe.concurrent('signing in with an API key works', () => {
  open(
    (
      [
        ['after 401 with stale=true, once', once('stale'), [challenge, challenge, ...wellRead]],
        ['with a challenge without qop', 'challengeWithoutQop', [challenge, ...wellRead]],
        ['with auth-int only', 'challengeAuthInt', [challenge, read(), 'GET …01/events?… → 401', events()]],
        ['with SHA-256 only', 'challengeSha256', [challenge, ...wellRead]],
        ['with several challenges in one header', 'challengesInOneHeader', [challenge, ...wellRead]],
        [
          'with several challenges in several headers',
          'challengesInSeveralHeaders',
          [challenge, ...wellRead],
        ],
        ['with a realm that would be a command in a log', 'challengeHostile', [challenge, ...wellRead]],
      ] as const
    ).map(([when, fault, sent]) => ({ when, fault, sent, inputs: credentials.apiKey, says: /^Signing in/m })),
  );
});

describe.concurrent('the gate fails when signing in meets', () => {
  closed([
    {
      when: '401 with a fresh challenge, for ever',
      fault: 'unauthorized',
      inputs: credentials.apiKey,
      says: /public or the private key is wrong/,
      sent: [challenge, challenge],
    },
    {
      when: '401 with stale=true, for ever',
      fault: 'stale',
      inputs: credentials.apiKey,
      says: /refused the API key/,
      sent: [challenge, challenge, challenge],
    },
    {
      when: '401 without a challenge',
      fault: 'noChallenge',
      inputs: credentials.apiKey,
      says: /refused the API key/,
      sent: [challenge],
    },
    {
      when: 'a challenge of a kind that nobody can answer',
      fault: 'challengeUnknown',
      inputs: credentials.apiKey,
      says: /refused the API key/,
      sent: [challenge],
    },
    {
      when: 'a token that somebody else let expire',
      fault: 'tokenExpired',
      says: /refused the access token: it has expired/,
      sent: [challenge],
    },
    {
      when: 'a refusal by the token endpoint in OAuth’s shape',
      fault: 'tokenOAuthError',
      inputs: credentials.serviceAccount,
      says: /client ID or the client secret is wrong.*invalid_client/,
      sent: [mint(401)],
    },
    {
      when: 'a refusal by the token endpoint in Atlas’s shape',
      fault: 'tokenAtlasError',
      inputs: credentials.serviceAccount,
      says: /refused the service account/,
      sent: [mint(401)],
    },
    {
      when: 'a token endpoint that answers with something else',
      fault: { name: 'wrongShape', path: 'oauth/token' },
      inputs: credentials.serviceAccount,
      says: /no Bearer token/,
      sent: [mint()],
    },
    {
      when: '401 on every token: one new one is minted, not more, and both are revoked',
      fault: { name: 'tokenExpired', path: 'groups' },
      inputs: credentials.serviceAccount,
      says: /refused the service account, or the token/,
      sent: [mint(), challenge, mint(), challenge, revoke, revoke],
    },
  ]);
});

describe.concurrent('a token that expires midway', () => {
  open([
    {
      when: 'is replaced once, and both are revoked',
      fault: { ...once('tokenExpired'), path: 'groups' },
      inputs: credentials.serviceAccount,
      says: /^Signing in/m,
      sent: [mint(), challenge, mint(), ...wellRead, revoke, revoke],
    },
  ]);

  it('is alive no more after the step, nor is the one that replaced it', async () => {
    const { sandbox } = await play({
      fault: { ...once('unauthorized'), path: 'groups' },
      inputs: credentials.serviceAccount,
    });
    expect(sandbox.requests.filter(({ path }) => path === '/api/oauth/token')).toHaveLength(2);
    expect(sandbox.tokens()).toEqual([]);
  });
});

it.concurrent('a token that cannot be revoked is a warning, and the verdict stands', async () => {
  const result = await play({
    fault: { name: 'error500', path: 'oauth/revoke', leg: 'any' },
    inputs: credentials.serviceAccount,
  });
  expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
  expect(result.log).toMatch(/^::warning .*could not be revoked; it expires by itself/m);
});

describe.concurrent('the gate fails, says why and does not try again on', () => {
  closed([
    {
      when: '403: the runner is not on the access list, and its address is shown',
      fault: { name: 'accessList', value: '198.51.100.23' },
      says: /address of this runner, 198\.51\.100\.23, is not on the API access list/,
      sent: [read(403)],
    },
    {
      when: '404: no such project',
      fault: 'notFound',
      says: /No such project.*GROUP_NOT_FOUND/,
      sent: [read(404)],
    },
    {
      when: '404 with a gateway’s HTML',
      fault: {
        name: 'answer',
        value: { status: 404, headers: { 'Content-Type': 'text/html' }, body: '<h1>' },
      },
      says: /answered 404.*HTML page instead of JSON/,
      sent: [read(404)],
    },
    {
      when: '400 with a code that nobody knows: what Atlas says is passed on',
      fault: {
        name: 'answer',
        value: { status: 400, body: { error: 400, errorCode: 'NEW_RULE', detail: 'Not on a Sunday.' } },
      },
      says: /answered 400.*Atlas says: Not on a Sunday\. Code: NEW_RULE/,
      sent: [read(400)],
    },
    {
      when: '429 with a wait beyond the deadline: said at once, not waited for',
      fault: { name: 'rateLimited', value: 600 },
      says: /Gave up after one attempt, as the wait of 600 s that Atlas asks for is longer than what is left of the timeout/,
      sent: [read(429)],
    },
    {
      when: '503 with a Retry-After beyond the deadline: said at once, not waited for',
      fault: { name: 'error503', value: 600 },
      says: /Gave up after one attempt, as the wait of 600 s that Atlas asks for/,
      sent: [read(503)],
    },
  ]);
});

describe.concurrent('the gate goes on, and says so in the log, after', () => {
  open([
    {
      when: '429 with Retry-After in seconds: as long as Atlas asks',
      fault: once('rateLimited', 1),
      says: /Attempt 1 failed: Atlas allows no more requests.*Trying again in 1 s/,
      sent: [read(429), ...wellRead],
    },
    {
      when: '429 with Retry-After as a date',
      fault: once('rateLimitedUntilDate', 1),
      says: /Attempt 1 failed: Atlas allows no more requests.*Trying again in (0\.\d|1) s/,
      sent: [read(429), ...wellRead],
    },
    {
      when: '429 with the seconds in the body only',
      fault: once('rateLimitedInBody', 1),
      says: /Attempt 1 failed: Atlas allows no more requests.*Trying again in 1 s/,
      sent: [read(429), ...wellRead],
    },
    {
      when: '429 without a word about when',
      fault: once('rateLimitedSilently'),
      says: /Attempt 1 failed: Atlas allows no more requests.*Trying again in/,
      sent: [read(429), ...wellRead],
    },
    ...([500, 502, 503, 504] as const).flatMap((status): Row[] => [
      {
        when: `${status} in Atlas’s shape`,
        fault: once(`error${status}`),
        says: new RegExp(`Attempt 1 failed: Atlas answered ${status}.*Trying again in`),
        sent: [read(status), ...wellRead],
      },
      {
        when: `${status} as a gateway’s HTML`,
        fault: once(`gateway${status}`),
        says: new RegExp(`Attempt 1 failed: Atlas answered ${status}.*HTML page.*Trying again in`),
        sent: [read(status), ...wellRead],
      },
    ]),
    {
      when: '503 of the token endpoint',
      fault: { ...once('error503'), path: 'oauth/token' },
      inputs: credentials.serviceAccount,
      says: RETRIED,
      sent: [mint(503), mint(), ...wellRead, revoke],
    },
  ]);
});

describe.concurrent('the gate fails at its deadline when Atlas answers for ever with', () => {
  closed([
    ...([500, 502, 503, 504] as const).map(
      (status): Row => ({
        when: String(status),
        fault: `error${status}`,
        inputs: short,
        says: new RegExp(`answered ${status}`),
        sent: [again(read(status))],
      }),
    ),
    {
      when: '429 without a word about when',
      fault: 'rateLimitedSilently',
      inputs: short,
      says: /no more requests/,
      sent: [again(read(429))],
    },
  ]);
});

/** A step that writes, and what it left behind in Atlas. */
async function write(
  fault: Fault,
  inputs: Record<string, string>,
  groupId: string = projects.window,
  ...more: readonly Fault[]
) {
  const struck = [fault, ...more].map(given => ({ path: 'maintenanceWindow', ...given }));
  const result = await play({ fault: struck, inputs: { ...inputs, groupId } }, {});
  const project = result.sandbox.project(groupId);
  const told = (type: string) => project?.events.filter(({ eventTypeName }) => eventTypeName === type).length;
  return { result, project, told };
}

describe.concurrent('a deferral happens once, whatever becomes of the answer', () => {
  const defer = { operation: 'defer' };
  const window = (status: number | null = 200) => `GET …03/maintenanceWindow → ${status}`;
  const post = (status: number | null = 200) => `POST …03/maintenanceWindow/defer → ${status}`;
  const moved = { exitCode: 0, outputs: { changed: 'true', deferred: 'true', numberOfDeferrals: '1' } };

  const uncertain = /It may have taken effect all the same: look at the project/;

  it.each<[string, Fault, string[]]>([
    [
      'lost after Atlas acted: the window shows it, and nothing is sent again',
      once('lostAfterActing'),
      [window(), post(null), window()],
    ],
    ['500 after Atlas acted', { ...once('error500'), acts: true }, [window(), post(500), window()]],
    ['200 with HTML after Atlas acted', { ...once('html'), acts: true }, [window(), post(), window()]],
    [
      '408 of a gateway that waited no longer, after Atlas acted',
      { ...once('answer', { status: 408, body: '' }), acts: true },
      [window(), post(408), window()],
    ],
    ['cut after Atlas acted', once('resetInHeaders'), [window(), post(null), window()]],
    [
      '504 of a gateway, and the effect lands later: the window is read until it shows',
      { ...once('lateEffect', 3), path: '/defer$' },
      [window(), post(504), window(), window(), window()],
    ],
    [
      '429: surely nothing was done, and it is sent again',
      once('rateLimited'),
      [window(), post(429), post(), window()],
    ],
    ['405 of an upgrade: likewise', once('upgrade'), [window(), post(405), post(), window()]],
  ])('%s', async (_when, fault, sent) => {
    const { result, project, told } = await write({ method: 'POST', ...fault }, defer, projects.scheduled);
    expect(result).toMatchObject(moved);
    expect(project?.maintenance?.numberOfDeferrals).toBe(1);
    expect(told('ATLAS_MAINTENANCE_DEFERRED')).toBe(1);
    expectSent(result, sent);
  });

  it.each<[string, Fault, number | null]>([
    ['lost before Atlas acted', once('lostBeforeActing'), null],
    ['503 before Atlas acted', once('error503'), 503],
    ['504 of a gateway, and the effect lands after the deadline', once('lateEffect', 1000), 504],
  ])('%s: a failure that says what is not known, and nothing is sent again', async (_when, fault, status) => {
    const { result } = await write(
      { method: 'POST', ...fault },
      { ...defer, timeout: '2s' },
      projects.scheduled,
    );
    expectFailed(result, uncertain);
    expect(result.outputs).toMatchObject({ changed: 'false', deferred: 'false', numberOfDeferrals: '0' });
    expect(result.log).toMatch(/It is not sent again; the window is read until it shows the effect/);
    expect(result.log).toMatch(/^The window shows no effect yet; [\d.]+ s are left\.$/m);
    expectSent(result, [again(window()), post(status), again(window())]);
  });

  it('lost, and then the reads are refused: what is not known is not called refused', async () => {
    const { result } = await write(
      { name: 'lostAfterActing', method: 'POST', times: 1 },
      defer,
      projects.scheduled,
      { name: 'accessList', method: 'GET', skip: 1 },
    );
    expectFailed(result, /connection was cut.*It may have taken effect all the same/);
    expectSent(result, [window(), post(null), window(403)]);
  });

  it('lost, and a gateway garbles the next read: the one after that decides', async () => {
    const { result } = await write(
      { name: 'lostAfterActing', method: 'POST', times: 1 },
      defer,
      projects.scheduled,
      { name: 'html', method: 'GET', skip: 1, times: 1 },
    );
    expect(result).toMatchObject(moved);
    expectSent(result, [window(), post(null), window(), window()]);
  });

  it('done, and then no read tells: a failure that warns of a second one', async () => {
    const { result, project } = await write(
      { name: 'accessList', method: 'GET', skip: 1 },
      defer,
      projects.scheduled,
    );
    expectFailed(
      result,
      /not on the API access list.*It may have taken effect all the same: look at the project/,
    );
    expect(project?.maintenance?.numberOfDeferrals).toBe(1);
    expectSent(result, [window(), post(), window(403)]);
  });

  it('refused: nothing is said of an effect', async () => {
    const { result } = await write({ name: 'accessList', method: 'POST' }, defer, projects.scheduled);
    expectFailed(result, /not on the API access list/);
    expect(result.outputs.message).not.toContain('taken effect');
    expectSent(result, [window(), post(403)]);
  });

  it('for a gate that defers: lost after Atlas acted, deferred once, and judged anew', async () => {
    const { result, told } = await write(
      { ...once('lostAfterActing'), method: 'POST' },
      { operation: 'gate', blockOn: 'scheduled', onOverlap: 'defer', deployStart: '2026-03-09T00:30Z' },
      projects.scheduled,
    );
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', deferred: 'true' } });
    expect(told('ATLAS_MAINTENANCE_DEFERRED')).toBe(1);
    expect(result.sent.filter(line => line.startsWith('POST'))).toEqual([post(null)]);
  });
});

describe.concurrent('a toggle happens once, whatever becomes of the answer', () => {
  const toggle = { operation: 'autoDefer' };
  const post = (status: number | null = 200) => `POST …01/maintenanceWindow/autoDefer → ${status}`;

  it.each<[string, Fault, string[]]>([
    ['lost after Atlas acted', once('lostAfterActing'), [read(), post(null), read()]],
    ['502 after Atlas acted', { ...once('gateway502'), acts: true }, [read(), post(502), read()]],
    ['504, and the effect lands later', once('lateEffect', 2), [read(), post(504), read(), read()]],
    ['429, and it is sent again', once('rateLimited'), [read(), post(429), post(), read()]],
  ])('%s', async (_when, fault, sent) => {
    const { result, project, told } = await write({ method: 'POST', ...fault }, toggle);
    expect(result).toMatchObject({ exitCode: 0, outputs: { changed: 'true', autoDeferOnceEnabled: 'true' } });
    expect(project?.window?.autoDeferOnceEnabled).toBe(true);
    expect(told('ATLAS_MAINTENANCE_AUTO_DEFER_ENABLED')).toBe(1);
    expect(told('ATLAS_MAINTENANCE_AUTO_DEFER_DISABLED')).toBe(0);
    expectSent(result, sent);
  });

  it('lost before Atlas acted: a failure that says what is not known', async () => {
    const { result, project } = await write(
      { ...once('lostBeforeActing'), method: 'POST' },
      { ...toggle, ...short },
    );
    expectFailed(result, /connection was cut.*It may have taken effect all the same/);
    expect(project?.window?.autoDeferOnceEnabled).toBe(false);
    expectSent(result, [again(read()), post(null), again(read())]);
  });
});

describe.concurrent('an update', () => {
  const update = { operation: 'update', hourOfDay: '5' };
  const patch = (status: number | null = 200) =>
    `PATCH …01/maintenanceWindow {"dayOfWeek":1,"hourOfDay":5,"autoDeferOnceEnabled":false} → ${status}`;
  const set = { exitCode: 0, outputs: { changed: 'true', hourOfDay: '5' } };

  it.each<[string, Fault, string[]]>([
    [
      'survives an answer lost after Atlas acted',
      once('lostAfterActing'),
      [read(), patch(null), patch(), read()],
    ],
    [
      'survives an answer lost before Atlas acted',
      once('lostBeforeActing'),
      [read(), patch(null), patch(), read()],
    ],
    ['waits out an upgrade of Atlas (405)', once('upgrade'), [read(), patch(405), patch(), read()]],
  ])('%s', async (_when, fault, sent) => {
    const { result, project } = await write({ method: 'PATCH', ...fault }, update);
    expect(result).toMatchObject(set);
    expect(result.log).toMatch(RETRIED);
    expect(project?.window?.hourOfDay).toBe(5);
    expectSent(result, sent);
  });

  it('says that it may have taken effect where an answer is lost and the next attempt is refused', async () => {
    const lost = { ...once('lostBeforeActing'), method: 'PATCH' };
    const { result } = await write(lost, update, projects.window, { name: 'accessList', method: 'PATCH' });
    expect(result).toMatchObject({ exitCode: 1, outputs: { changed: 'false' } });
    expect(result.outputs.message).toMatch(/not on the API access list.*may have taken effect/);
  });

  it.each<[string, Fault, RegExp, string[]]>([
    [
      'it is answered 200 that did not take: the read-back differs',
      { name: 'notTaken' },
      /Atlas ignored hourOfDay.*UPDATE_NOT_TAKEN/,
      [read(), patch(), read()],
    ],
    [
      'it is answered 200 with HTML',
      { name: 'html', method: 'PATCH' },
      /change the maintenance window cannot be used: it is an HTML page.*may have taken effect/,
      [read(), patch(), read()],
    ],
    [
      'it is refused for as long as Atlas is upgraded (405)',
      { name: 'upgrade', method: 'PATCH' },
      /Atlas is being upgraded/,
      [read(), again(patch(405))],
    ],
    ['it is redirected', { name: 'redirect307', method: 'PATCH' }, /never followed/, [read(), patch(307)]],
    [
      'its read-back cannot be read',
      { name: 'html', method: 'GET', skip: 1 },
      /read the maintenance window cannot be used.*may have taken effect/,
      [read(), patch(), read()],
    ],
  ])('fails when %s', async (_when, fault, says, sent) => {
    const { result } = await write(fault, { ...update, ...short });
    expectFailed(result, says);
    expectSent(result, sent);
  });

  it.each([
    ['update', update, projects.window],
    ['start', { operation: 'update', startASAP: 'true' }, projects.scheduled],
    ['reset', { operation: 'reset' }, projects.window],
  ])('%s without an answer says that it may have taken effect', async (_what, inputs, groupId) => {
    const { result } = await write(
      { name: 'silence', method: 'PATCH|DELETE' },
      { ...inputs, ...short },
      groupId,
    );
    expectFailed(result, /timeout of 1 s.*It may have taken effect all the same/);
    expect(result.outputs.message).toContain('may have taken effect');
    expect(result.outputs.changed).toBe('false');
  });

  it('that starts maintenance counts as done when only the answer was lost', async () => {
    const { result, project } = await write(
      { ...once('lostAfterActing'), method: 'PATCH' },
      { operation: 'update', startASAP: 'true' },
      projects.scheduled,
    );
    expect(result).toMatchObject({ exitCode: 0, outputs: { changed: 'true', startASAP: 'true' } });
    expect(project?.maintenance?.state).toBe('running');
  });
});

describe.concurrent('a reset', () => {
  const remove = (status: number | null = 204) => `DELETE …01/maintenanceWindow → ${status}`;

  it.each<[string, Fault]>([
    ['lost after Atlas acted', once('lostAfterActing')],
    ['lost before Atlas acted', once('lostBeforeActing')],
  ])('succeeds when the answer is %s', async (_when, fault) => {
    const { result, project } = await write({ method: 'DELETE', ...fault }, { operation: 'reset' });
    expect(result).toMatchObject({ exitCode: 0, outputs: { changed: 'true', configured: 'false' } });
    expect(project?.window).toBeNull();
    expectSent(result, [read(), remove(null), remove(), read()]);
  });

  it('fails when it is read back in another shape', async () => {
    const { result } = await write({ name: 'wrongShape', method: 'GET', skip: 1 }, { operation: 'reset' });
    expectFailed(result, /no field of a maintenance window/);
    expectSent(result, [read(), remove(), read()]);
  });
});

describe.concurrent('the clock', () => {
  it('of a runner that is wrong is named, and Atlas’s is used', async () => {
    // The sandbox stands at a Friday noon; the machine that runs this does not.
    const result = await play({ fault: [], inputs: { deployStart: 'now' } });
    expect(result.log).toMatch(/^::notice .*runner's clock is .* Atlas's; Atlas's time is used/m);
    expect(result.outputs.clearAt).toMatch(/^2026-03-06T12:00:0/);
  });

  it.each([
    ['that is no date', 'yesterday'],
    ['of a day that is none', 'Xyz, 99 Foo 2026 99:99:99 GMT'],
  ])('of Atlas is not known with a Date %s, and a warning says whose is used', async (_when, date) => {
    const headers = { Date: date, 'Content-Type': 'application/json' };
    const body = JSON.stringify({
      ...{ dayOfWeek: 1, hourOfDay: 2, timeZoneId: 'UTC', autoDeferOnceEnabled: false },
      ...{ numberOfDeferrals: 0, startASAP: false, results: [] },
    });
    // Judged by the runner's clock, so a deploy that recurs.
    const inputs = { deployStart: '', deployWindow: 'Mon 09:00-10:00' };
    const result = await play({ fault: { name: 'answer', value: { headers, body } }, inputs });
    expect(result).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } });
    expect(result.log).not.toContain('::notice');
    expect(result.log).toMatch(/^::warning .*Atlas sent no usable Date/m);
  });
});

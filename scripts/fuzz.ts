/**
 * Throws random answers at the action and random text at its inputs, on the sources in this process and on the
 * committed bundle, and holds what comes of it to what must always hold: an end in time, no unhandled error, no pass
 * that the answers do not justify, nothing done twice, no secret and nothing that acts in what is written.
 *
 *   npm run fuzz -- --minutes 10
 *   npm run fuzz -- --only reads --seed 7 --path 12:0    one case again, as a failure prints it
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { problemsIn, tokensIn, type Written } from '../__tests__/scenarios/written.ts';
import {
  accounts,
  type Fault,
  type FaultName,
  faultNames,
  HOSTILE,
  projects,
  type Sandbox,
  type Setup,
  startSandbox,
} from '../sandbox/server.ts';
import { runStep } from '../sandbox/step.ts';
import { weeklyStart } from '../sandbox/zone.ts';
import { INPUTS } from '../src/inputs/table.ts';
import { run } from '../src/main.ts';
import { escaped } from '../src/report/markdown.ts';
import { OUTPUTS } from '../src/report/outputs.ts';
import type { Sink } from '../src/report/sink.ts';
import { redactor, secretParts } from '../src/text.ts';

const NOON = Date.parse('2026-03-06T12:00:00Z');
/** The deadline of every step, and what closing and a busy machine may add. */
const TIMEOUT = '2s';
const TOO_LONG_MS = 20_000;

type Inputs = Readonly<Record<string, string>>;

interface Ended {
  readonly succeeded: boolean;
  readonly written: Written;
}
type Engine = (inputs: Inputs) => Promise<Ended>;

// ---------------------------------------------------------------------------------------------------------- engines

/** The sources, with all that they write kept in memory. */
const inProcess: Engine = async inputs => {
  const lines: string[] = [];
  const outputs: Record<string, string> = {};
  const secrets = new Set<string>();
  let summary = '';
  let redact = redactor(secrets);
  const command = (name: string, message: string, title?: string) =>
    lines.push(
      `::${name}${title === undefined ? '' : ` title=${title.replaceAll(':', '%3A')}`}::${redact(message)
        .replaceAll('%', '%25')
        .replaceAll('\r', '%0D')
        .replaceAll('\n', '%0A')}`,
    );
  const sink: Sink = {
    info: line => lines.push(redact(line)),
    debug: line => command('debug', line),
    notice: (message, properties) => command('notice', message, properties?.title),
    warning: (message, properties) => command('warning', message, properties?.title),
    error: (message, properties) => command('error', message, properties?.title),
    startGroup: title => command('group', title),
    endGroup: () => command('endgroup', ''),
    mask(secret) {
      for (const part of secretParts(secret)) secrets.add(part);
      redact = redactor([...secrets, ...[...secrets].map(escaped)]);
    },
    redact: text => redact(text),
    setOutputs(values) {
      for (const [name, value] of values) outputs[name] = redact(value);
    },
    writeSummary(markdown) {
      summary = redact(markdown);
    },
  };
  const env = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const succeeded = await run(env, new AbortController().signal, sink);
  return { succeeded, written: { log: lines.join('\n'), outputs, summary } };
};

/** What an environment variable cannot hold is left out. */
const bundle: Engine = async inputs => {
  const given = Object.entries(inputs).map(([name, value]) => [
    name,
    value.replaceAll('\0', '').toWellFormed(),
  ]);
  const { exitCode, ...written } = await runStep({ with: Object.fromEntries(given) });
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`exit code ${exitCode}:\n${written.log}`);
  if (/^\s+at .*:\d+:\d+\)?$/m.test(written.log.replaceAll(/^::.*$/gm, '')))
    throw new Error(`a stack is in the log:\n${written.log}`);
  return { succeeded: exitCode === 0, written };
};

const engines = { sources: inProcess, bundle };

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a hang: no end long after the deadline')), TOO_LONG_MS);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function must(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** What holds for every step. */
function expectWhole({ succeeded, written }: Ended, secrets: readonly string[]): void {
  const problems = problemsIn(written, secrets);
  must(problems.length === 0, problems.join('\n'));
  must(
    OUTPUTS.every(name => name in written.outputs),
    'an output is not set',
  );
  must(succeeded || written.outputs.message !== '', 'a failure without a word');
  must(succeeded || written.outputs.verdict !== 'pass', 'a failure with the verdict pass');
  must(!/defect/i.test(written.outputs.message ?? ''), `a defect: ${written.outputs.message}`);
}

// --------------------------------------------------------------------------------------------------- what is thrown

const { owner } = accounts;
const credential = fc.constantFrom<Inputs>(
  { publicKey: owner.publicKey, privateKey: owner.privateKey },
  { clientId: owner.clientId, clientSecret: owner.clientSecret },
  { accessToken: owner.accessToken },
);
const SECRETS = [
  owner.privateKey,
  owner.clientSecret,
  owner.accessToken,
  btoa(`${owner.clientId}:${owner.clientSecret}`),
];

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Tehran',
];
const weekly = fc.record({
  dayOfWeek: fc.integer({ min: 1, max: 7 }),
  hourOfDay: fc.integer({ min: 0, max: 23 }),
  timeZoneId: fc.constantFrom(...ZONES),
});

const text = fc.oneof(
  fc.constantFrom(HOSTILE, ...HOSTILE.split('\n'), '', '0', '1', 'null', 'UTC', '2026-03-08T01:00:00Z'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
);
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, 0, -0, 1.5, 8, 24, 42, 1e300, true, '', '1', 'Mars/Phobos', [], {}),
  fc.integer({ min: -2, max: 60 }),
  text,
  fc.jsonValue(),
);

const FIELDS = [
  'dayOfWeek',
  'hourOfDay',
  'timeZoneId',
  'autoDeferOnceEnabled',
  'numberOfDeferrals',
  'startASAP',
  'protectedHours',
  'waveAssignment',
  '__proto__',
];
const windowBody = weekly.map(window => ({
  ...window,
  autoDeferOnceEnabled: false,
  numberOfDeferrals: 0,
  startASAP: false,
}));
const eventsBody = fc.record({
  results: fc.array(
    fc.record(
      {
        id: odd,
        created: fc.oneof(fc.constantFrom('2026-03-05T00:00:00Z', '2026-03-20T00:00:00Z', 'soon'), text),
        eventTypeName: fc.oneof(fc.constantFrom('MAINTENANCE_COMPLETED', 'MAINTENANCE_STARTED'), text),
      },
      { requiredKeys: [] },
    ),
    { maxLength: 4 },
  ),
  totalCount: odd,
});
const tokenBody = fc.record(
  {
    access_token: fc.oneof(text, fc.constant('eyJ.fuzz.token')),
    token_type: fc.constantFrom('Bearer', 'x'),
    expires_in: odd,
  },
  { requiredKeys: ['access_token'] },
);
const errorBody = fc.record(
  {
    error: odd,
    errorCode: fc.oneof(text, fc.constantFrom('ATLAS_MAINTENANCE_NOT_SCHEDULED', 'USER_UNAUTHORIZED')),
    detail: odd,
    parameters: odd,
    badRequestDetail: odd,
    error_description: odd,
  },
  { requiredKeys: [] },
);

/** JSON text with a few edits, in its fields and in its letters. */
const edited = (body: fc.Arbitrary<object>): fc.Arbitrary<string> =>
  fc
    .tuple(
      body,
      fc.array(fc.tuple(fc.constantFrom(...FIELDS), odd), { maxLength: 2 }),
      fc.array(fc.constantFrom(...FIELDS), { maxLength: 1 }),
      fc.array(fc.tuple(fc.nat(300), fc.nat(4), fc.string({ maxLength: 3 })), { maxLength: 1 }),
    )
    .map(([start, set, removed, cuts]) => {
      const fields = Object.entries({ ...start, ...Object.fromEntries(set) });
      const json = JSON.stringify(Object.fromEntries(fields.filter(([name]) => !removed.includes(name))));
      return cuts.reduce((left, [at, drop, put]) => left.slice(0, at) + put + left.slice(at + drop), json);
    });

const body = fc.oneof(
  { weight: 4, arbitrary: edited(windowBody) },
  { weight: 1, arbitrary: edited(eventsBody) },
  { weight: 1, arbitrary: edited(tokenBody) },
  { weight: 1, arbitrary: edited(errorBody) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: text },
);
const status = fc.oneof(
  { weight: 3, arbitrary: fc.constant(200) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(201, 202, 204, 206, 301, 304, 400, 401, 403, 404, 405, 418, 429, 500, 503),
  },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 999 }) },
);
const DATE = 'Fri, 06 Mar 2026 12:00:00 GMT';
const headers = fc.dictionary(
  fc.constantFrom(
    'Content-Type',
    'Retry-After',
    'WWW-Authenticate',
    'Location',
    'RateLimit-Remaining',
    'Connection',
    'Content-Encoding',
    'Transfer-Encoding',
    'Content-Length',
    'Set-Cookie',
    'Trailer',
    'Upgrade',
    'Date',
  ),
  fc.oneof(
    fc.constantFrom(
      '0',
      '1',
      '-1',
      '99999999999',
      DATE,
      'close',
      'gzip',
      'chunked',
      'text/html',
      'Digest realm="a", nonce="b"',
      'Basic',
      '/x',
      'https://hostile.example/',
    ),
    text,
  ),
  { maxKeys: 3 },
);

/** A whole answer, byte for byte, with a few bytes changed and perhaps the end missing. */
const raw = fc
  .tuple(
    edited(windowBody),
    fc.array(fc.tuple(fc.nat(350), fc.nat(6), fc.string({ maxLength: 6 })), { maxLength: 3 }),
    fc.option(fc.nat(400), { nil: undefined }),
  )
  .map(([json, edits, cut]) => {
    const head = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\nDate: ${DATE}\r\n\r\n`;
    const whole = Buffer.from(head + json).toString('latin1');
    return edits
      .reduce((left, [at, drop, put]) => left.slice(0, at) + put + left.slice(at + drop), whole)
      .slice(0, cut);
  });

// Object.keys forgets that the keys are names.
const NAMES = Object.keys(faultNames) as FaultName[];
/** To answer 401 and to act all the same would be a lie that no client can see through. */
const REFUSES = /^(challenge|stale|unauthorized|noChallenge|token)/;

const times = fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined });
const skip = fc.option(fc.nat(2), { nil: undefined });
const leg = fc.constantFrom(undefined, undefined, 'any' as const, 'challenge' as const);

const named = fc
  .record({
    name: fc.constantFrom(...NAMES.filter(name => name !== 'answer' && name !== 'raw' && name !== 'fields')),
    acts: fc.constantFrom(undefined, true, false),
    value: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }) },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(600, 1e9, 0.01, 'same', 'x', null) },
    ),
  })
  .map(fault => (REFUSES.test(fault.name) ? { ...fault, acts: undefined } : fault));
const answered = fc.record({
  name: fc.constant('answer' as const),
  value: fc.record({ status, headers, body }),
});
const overwritten = fc.record({
  name: fc.constant('fields' as const),
  value: fc.dictionary(fc.constantFrom(...FIELDS), odd, { minKeys: 1, maxKeys: 2 }),
});
const bytes = fc.record({ name: fc.constant('raw' as const), value: raw });

/** The sandbox takes an absent key, and JSON shows it so. */
const dense = (fault: object): Fault =>
  Object.fromEntries(Object.entries(fault).filter(([, value]) => value !== undefined)) as unknown as Fault; // made of the parts of one

const faultsOn = (where: fc.Arbitrary<object>) =>
  fc.array(
    fc
      .tuple(fc.oneof(named, answered, overwritten, bytes), where, fc.record({ times, skip, leg }))
      .map(parts => dense(Object.assign({}, ...parts))),
    { minLength: 0, maxLength: 4 },
  );

// ------------------------------------------------------------------------------------------------------ what must hold

interface Weekly {
  readonly dayOfWeek: number;
  readonly hourOfDay: number;
  readonly timeZoneId: string;
}

/** What a body may be taken for: read by a second, slower hand than the action's. */
function reading(value: unknown): Weekly | 'none' | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { dayOfWeek, hourOfDay, timeZoneId }: Record<string, unknown> = { ...value };
  if (dayOfWeek === undefined || dayOfWeek === null || dayOfWeek === 0) return 'none';
  const whole = (number: unknown, from: number, to: number): number is number =>
    typeof number === 'number' && Number.isInteger(number) && number >= from && number <= to;
  if (!whole(dayOfWeek, 1, 7) || !whole(hourOfDay, 0, 23) || typeof timeZoneId !== 'string') return undefined;
  return { dayOfWeek, hourOfDay, timeZoneId };
}

const parsed = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

const isSuccess = (code: unknown) => typeof code === 'number' && code >= 200 && code < 300;

/** What a text holds from any brace to any that closes: a length in the headers may cut it anywhere. */
const objectsIn = (body: string): unknown[] =>
  [...body.matchAll(/\{/g)].slice(0, 8).flatMap(({ index: from }) => {
    const json = body.slice(from);
    return [...json.matchAll(/\}/g)].map(({ index }) => parsed(json.slice(0, index + 1)));
  });

/** Every window that these answers may honestly have told of. */
function told(truth: Weekly, faults: readonly Fault[]): (Weekly | 'none')[] {
  const bodies = faults.flatMap(({ name, value }): unknown[] => {
    const given: Record<string, unknown> = { ...(value as object | undefined) }; // spreading anything is safe
    if (name === 'fields') return [{ ...truth, ...given }];
    if (name === 'day0') return [{ ...truth, dayOfWeek: 0 }];
    if (name === 'answer') return isSuccess(given.status) ? objectsIn(String(given.body)) : [];
    if (name === 'raw') {
      const answer = Buffer.from(String(value), 'latin1').toString();
      const [, said, rest = ''] = /^HTTP\/1\.\d (\d{3}) (.*)/s.exec(answer) ?? [];
      return isSuccess(Number(said)) ? objectsIn(rest) : [];
    }
    return [];
  });
  return [truth, ...bodies.map(reading)].filter(window => window !== undefined);
}

const same = (a: Weekly, b: Weekly | 'none') =>
  b !== 'none' && a.dayOfWeek === b.dayOfWeek && a.hourOfDay === b.hourOfDay && a.timeZoneId === b.timeZoneId;

interface Deploy {
  /** Minutes from noon. */
  readonly start: number;
  readonly length: number;
  readonly maintenance: number;
}

function meets(
  { start, length, maintenance }: Deploy,
  { dayOfWeek, hourOfDay, timeZoneId }: Weekly,
): boolean {
  const from = NOON + start * 60_000;
  return (
    weeklyStart(from - maintenance * 60_000 + 1, dayOfWeek, hourOfDay, timeZoneId) < from + length * 60_000
  );
}

// ---------------------------------------------------------------------------------------------------------- properties

const tally = new Map<string, number>();
const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);

async function onSandbox<T>(
  setup: Setup,
  groupId: string,
  faults: readonly Fault[],
  work: (sandbox: Sandbox) => Promise<T>,
) {
  const sandbox = await startSandbox({ now: NOON });
  try {
    sandbox.setup(groupId, setup);
    // Copies, as the sandbox counts in them.
    sandbox.faults.push(...faults.map(fault => ({ ...fault })));
    return await work(sandbox);
  } finally {
    await sandbox.close();
  }
}

/** A gate never passes on an answer that does not bear it out. */
const reads = (engine: Engine) =>
  fc.asyncProperty(
    fc.record({
      truth: weekly,
      credential,
      deploy: fc.record({
        start: fc.integer({ min: 0, max: 3 * 7 * 24 * 60 }),
        length: fc.integer({ min: 1, max: 2 * 24 * 60 }),
        maintenance: fc.integer({ min: 1, max: 24 * 60 }),
      }),
      blockOn: fc.constantFrom('window', 'window', 'scheduled'),
      onUnknown: fc.constantFrom('fail', 'warn'),
      faults: faultsOn(
        fc.record({
          path: fc.constantFrom(undefined, 'maintenanceWindow', 'maintenanceWindow', 'events', 'oauth'),
        }),
      ),
    }),
    ({ truth, credential: given, deploy, blockOn, onUnknown, faults }) =>
      onSandbox(truth, projects.window, faults, async sandbox => {
        const inputs = {
          ...given,
          operation: 'gate',
          baseUrl: sandbox.url,
          groupId: projects.window,
          timeout: TIMEOUT,
          deployStart: new Date(NOON + deploy.start * 60_000).toISOString(),
          deployDuration: `${deploy.length}m`,
          maintenanceDuration: `${deploy.maintenance}m`,
          blockOn,
          onUnknown,
        };
        const ended = await inTime(engine(inputs));
        expectWhole(ended, [...SECRETS, ...tokensIn(sandbox)]);
        const { outputs } = ended.written;
        count(`gate ${outputs.verdict}`);
        must(
          ended.succeeded === (outputs.verdict !== 'fail'),
          `verdict ${outputs.verdict} at odds with the end`,
        );
        // A busy machine may run out of time.
        if (faults.length === 0 && blockOn === 'window' && outputs.overlap !== '')
          must((outputs.verdict === 'pass') !== meets(deploy, truth), 'a wrong verdict on honest answers');
        if (!ended.succeeded) return;
        const windows = told(truth, faults);
        const window = reading(parsed(outputs.window ?? ''));
        must(window !== undefined, 'success without a window that can be read');
        if (window === 'none') {
          must(windows.includes('none'), 'no window, though nobody said so');
          must(outputs.verdict === 'warn' && onUnknown === 'warn', 'a pass where nobody can know');
          return;
        }
        must(
          windows.some(one => same(window, one)),
          'success on a window that nobody told of',
        );
        if (outputs.maintenanceState === 'unknown')
          must(outputs.verdict === 'warn' && onUnknown === 'warn', 'a pass where nobody can know');
        if (blockOn === 'window' || outputs.maintenanceState === 'unknown')
          must(!meets(deploy, window), 'a pass over a weekly start');
      }),
  );

const EVENTS = [
  'MAINTENANCE_IN_ADVANCED',
  'MAINTENANCE_STARTED',
  'MAINTENANCE_STARTED',
  'MAINTENANCE_COMPLETED',
  'MAINTENANCE_COMPLETED',
  'MAINTENANCE_NO_LONGER_NEEDED',
  'ATLAS_MAINTENANCE_RESET_BY_ADMIN',
  'MAINTENANCE_AUTO_DEFERRED',
  'ATLAS_MAINTENANCE_DEFERRED',
  'ATLAS_MAINTENANCE_SCHEDULED_FOR_NEXT_WINDOW',
  'ATLAS_MAINTENANCE_START_ASAP',
  'ATLAS_MAINTENANCE_WINDOW_MODIFIED',
];
const HOUR = 3_600_000;

/** Whatever the events tell, no deploy passes over what surely runs, nor over what is surely to come. */
const lives = (engine: Engine) =>
  fc.asyncProperty(
    fc.record({
      window: weekly,
      told: fc.array(
        fc.record({ type: fc.constantFrom(...EVENTS), minutesAgo: fc.integer({ min: -60, max: 9 * 1440 }) }),
        { maxLength: 12 },
      ),
      announcedBefore: fc.option(fc.integer({ min: 48 * 60, max: 72 * 60 }), { nil: undefined }),
      blockOn: fc.constantFrom('window', 'scheduled', 'scheduled'),
    }),
    ({ window, told: others, announcedBefore, blockOn }) => {
      const next = weeklyStart(NOON + 1, window.dayOfWeek, window.hourOfDay, window.timeZoneId);
      const announced = announcedBefore === undefined ? undefined : next - announcedBefore * 60_000;
      const events = others.map(({ type, minutesAgo }) => ({ type, at: NOON - minutesAgo * 60_000 }));
      if (announced !== undefined && announced <= NOON)
        events.push({ type: 'MAINTENANCE_IN_ADVANCED', at: announced });
      events.sort((a, b) => a.at - b.at);
      const setup = {
        ...window,
        events: events.map(({ type, at }) => ({
          created: new Date(at).toISOString(),
          eventTypeName: type,
        })),
      };
      return onSandbox(setup, projects.window, [], async sandbox => {
        const common = {
          accessToken: owner.accessToken,
          operation: 'gate',
          blockOn,
          baseUrl: sandbox.url,
          groupId: projects.window,
          timeout: TIMEOUT,
        };
        const past = events.filter(({ at }) => at <= NOON);
        const started = past.filter(
          ({ type, at }) => type === 'MAINTENANCE_STARTED' && at > NOON - 23 * HOUR,
        );
        const since = started[0]?.at ?? NOON;
        const ended = past.filter(({ type, at }) => type === 'MAINTENANCE_COMPLETED' && at >= since);
        const runs = started.length > ended.length;
        const now = await inTime(engine({ ...common, deployStart: 'now' }));
        expectWhole(now, [owner.accessToken]);
        count(`lives now ${now.written.outputs.verdict}${runs ? ', runs' : ''}`);
        must(!runs || now.written.outputs.verdict !== 'pass', 'a pass while maintenance runs');
        must(
          events.length > 0 || blockOn === 'window' || now.written.outputs.overlap !== 'true',
          'a block where nothing ever happened',
        );

        if (announced === undefined || announced > NOON || next <= NOON) return;
        const ends = /NO_LONGER|RESET|DEFERRED|NEXT_WINDOW|ASAP/;
        const undone = past.some(({ type, at }) => ends.test(type) && at >= announced);
        const early = past.some(({ type, at }) => type === 'MAINTENANCE_STARTED' && at >= next - HOUR);
        if (undone || early) return;
        const then = await inTime(engine({ ...common, deployStart: new Date(next).toISOString() }));
        count(`lives at the start ${then.written.outputs.verdict}`);
        must(then.written.outputs.verdict !== 'pass', 'a pass over maintenance that is announced');
      });
    },
  );

/** A write has its effect once, and is not called done without. */
const writes = (engine: Engine) =>
  fc.asyncProperty(
    fc.record({
      credential,
      step: fc.constantFrom<Inputs>(
        { operation: 'defer' },
        { operation: 'autoDefer' },
        { operation: 'autoDefer', autoDeferOnceEnabled: 'true' },
        { operation: 'update', autoDeferOnceEnabled: 'true' },
        { operation: 'update', protectedHours: '9-17' },
        { operation: 'update', startASAP: 'true' },
        { operation: 'reset' },
        { operation: 'gate', onOverlap: 'defer', blockOn: 'scheduled', deployStart: '2026-03-09T00:30Z' },
      ),
      // What is read is true; what is written meets trouble.
      faults: faultsOn(fc.constant({ method: 'POST|PATCH|DELETE' })),
    }),
    ({ credential: given, step, faults }) =>
      onSandbox(
        step.operation === 'reset' ? { dayOfWeek: 1, hourOfDay: 2 } : { scheduledInHours: 60 },
        projects.scheduled,
        faults,
        async sandbox => {
          const ended = await inTime(
            engine({
              ...given,
              ...step,
              baseUrl: sandbox.url,
              groupId: projects.scheduled,
              timeout: TIMEOUT,
            }),
          );
          expectWhole(ended, [...SECRETS, ...tokensIn(sandbox)]);
          const { outputs } = ended.written;
          const project = sandbox.project(projects.scheduled);
          const happened = (type: RegExp) =>
            project?.events.filter(({ eventTypeName }) => type.test(eventTypeName)).length ?? 0;
          const deferrals = happened(/^ATLAS_MAINTENANCE_DEFERRED$/);
          const toggles = happened(/AUTO_DEFER_(ENABLED|DISABLED)$/);
          count(`${step.operation} ${ended.succeeded ? 'done' : 'failed'}`);
          must(deferrals <= 1, `deferred ${deferrals} times`);
          must(toggles <= 1, `toggled ${toggles} times`);
          if (outputs.deferred === 'true') must(deferrals === 1, 'deferred, as it says, and was not');
          if (!ended.succeeded) return;
          if (step.autoDeferOnceEnabled === 'true')
            must(project?.window?.autoDeferOnceEnabled === true, 'done, as it says, and was not');
          if (step.protectedHours)
            must(project?.window?.protectedHours !== undefined, 'hours that were not set');
          if (step.startASAP) must(project?.maintenance?.state === 'running', 'a start that was none');
          if (step.operation === 'reset') must(project?.window === null, 'a window that is still there');
        },
      ),
  );

/** No text that somebody puts into an input gets through, breaks the action or acts. */
const inputs = (engine: Engine) => {
  // These are in no value of any input.
  const signs = ['<', '\u0001', '{', '::x'];
  const garbage = fc.tuple(text, fc.constantFrom(...signs)).map(parts => parts.join(''));
  const near = fc.constantFrom(
    'Sunday',
    '25',
    '9-17',
    'none',
    'true',
    'now',
    '1h30m',
    'P1D',
    'Mon-Fri 09:00-17:00',
    'Europe/Berlin',
    '2026-03-08T02:30',
    'warn',
    'scheduled',
    projects.window,
  );
  const anything = fc.oneof(
    garbage,
    near,
    fc.tuple(near, text).map(parts => parts.join('')),
  );
  const free = new Set(['commitStatusContext', 'githubToken', 'privateKey', 'clientSecret', 'accessToken']);
  return fc.asyncProperty(
    fc.constantFrom('get', 'update', 'defer', 'autoDefer', 'reset', 'gate'),
    fc.dictionary(fc.constantFrom(...Object.keys(INPUTS)), anything, { minKeys: 1, maxKeys: 5 }),
    (operation, odds) =>
      onSandbox({ dayOfWeek: 1, hourOfDay: 2 }, projects.window, [], async sandbox => {
        // These never wait by themselves, and the others need their turns too.
        await sleep(50);
        const base = {
          operation,
          baseUrl: sandbox.url,
          groupId: projects.window,
          accessToken: owner.accessToken,
        };
        const ended = await inTime(engine({ ...base, timeout: TIMEOUT, ...odds }));
        expectWhole(ended, 'accessToken' in odds ? [] : [owner.accessToken]);
        count(`inputs ${ended.succeeded ? 'taken' : 'refused'}`);
        if (!ended.succeeded) return;
        for (const [name, value] of Object.entries(odds))
          must(
            free.has(name) || !signs.some(sign => value.includes(sign)),
            `${name} took ${JSON.stringify(value)}`,
          );
      }),
  );
};

// --------------------------------------------------------------------------------------------------------------- run

const properties = { reads, lives, writes, inputs };
type PropertyName = keyof typeof properties;
type EngineName = keyof typeof engines;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Math.trunc(Math.random() * 2 ** 31)) },
    path: { type: 'string' },
    only: { type: 'string' },
    engine: { type: 'string' },
  },
});
const minutes = Number(options.minutes);
const seed = Number(options.seed);
if (!(minutes > 0) || !Number.isInteger(seed))
  throw new Error('--minutes is a number above 0, --seed a whole one');

interface Worker {
  readonly property: PropertyName;
  readonly engine: EngineName;
  readonly seed: number;
}
const some = (amount: number, property: PropertyName, engine: EngineName) =>
  Array.from({ length: amount }, () => ({ property, engine }));
/** Side by side, since most of a case is waiting for what never comes. */
const all = [
  ...some(24, 'reads', 'sources'),
  ...some(2, 'lives', 'sources'),
  ...some(16, 'writes', 'sources'),
  ...some(1, 'inputs', 'sources'),
  ...some(3, 'reads', 'bundle'),
  ...some(1, 'lives', 'bundle'),
  ...some(2, 'writes', 'bundle'),
  ...some(1, 'inputs', 'bundle'),
].filter(
  ({ property, engine }) =>
    (options.only === undefined || options.only === property) &&
    (options.engine === undefined || options.engine === engine),
);
// A path leads from one seed to one case.
const workers: Worker[] = (options.path === undefined ? all : all.slice(0, 1)).map((worker, index) => ({
  ...worker,
  seed: seed + index,
}));

function fail(what: string): never {
  console.error(what);
  process.exit(1);
}
process.on('uncaughtException', error => fail(`Unhandled: ${error.stack}\n(a run of --seed ${seed})`));
process.on('unhandledRejection', reason =>
  fail(`Unhandled: ${reason instanceof Error ? reason.stack : String(reason)}\n(a run of --seed ${seed})`),
);

console.log(`Fuzzing for ${minutes} min with --seed ${seed}`);
const cases = { sources: 0, bundle: 0 };
await Promise.all(
  workers.map(async ({ property: name, engine: engineName, seed: own }) => {
    const engine: Engine = given => {
      cases[engineName] += 1;
      return engines[engineName](given);
    };
    const details = await fc.check<unknown[]>(properties[name](engine) as fc.IAsyncProperty<unknown[]>, {
      seed: own,
      ...(options.path === undefined ? {} : { path: options.path }),
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: minutes * 60_000,
      markInterruptAsFailure: false,
    });
    if (details.failed)
      fail(
        `${fc.defaultReportMessage(details)}\n\n${String(details.errorInstance)}\n\nAgain: npm run fuzz -- --only ${name} --engine ${engineName} --seed ${own} --path ${details.counterexamplePath}`,
      );
  }),
);
for (const [what, amount] of [...tally].sort()) console.log(`${String(amount).padStart(9)}  ${what}`);
console.log(
  `${cases.sources + cases.bundle} cases, ${cases.bundle} of them on the bundle: nothing found. Seed ${seed}.`,
);
process.exit(0);

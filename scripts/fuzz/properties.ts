/** What is tried, and what of it must hold. */
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { type Fault, projects, type Sandbox, type Setup, startSandbox } from '../../sandbox/server.ts';
import { tokensIn } from '../../sandbox/written.ts';
import { weeklyStart } from '../../sandbox/zone.ts';
import { INPUTS } from '../../src/step.ts';
import { type Engine, type Inputs, inTime } from './engines.ts';
import { expectWhole, meets, must, parsed, reading, same, told } from './oracles.ts';
import { credential, faultsOn, NOON, owner, SECRETS, text, weekly } from './values.ts';

/** The deadline of every step. */
const TIMEOUT = '2s';

export const tally = new Map<string, number>();
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

/** A token of a letter or two may stand by chance in what was written before anybody knew it. */
const longTokensIn = (sandbox: Sandbox) => tokensIn(sandbox).filter(({ length }) => length > 3);

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
        expectWhole(ended, [...SECRETS, ...longTokensIn(sandbox)]);
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
        // Once the window has changed, any time that Atlas's rules leave may be the one.
        const changed = past.some(({ type, at }) => /WINDOW_MODIFIED/.test(type) && at >= announced);
        const from = changed ? announced + 48 * HOUR : next - HOUR;
        const early = past.some(({ type, at }) => type === 'MAINTENANCE_STARTED' && at >= from);
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
          expectWhole(ended, [...SECRETS, ...longTokensIn(sandbox)]);
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
  const free = new Set([
    'override',
    'commitStatusContext',
    'githubToken',
    'privateKey',
    'clientSecret',
    'accessToken',
  ]);
  /** What is read of a value: a plan has comments. */
  const read = (name: string, value: string) =>
    name === 'deployStart' ? value.replace(/#.*$/gm, '') : value;
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
            free.has(name) || !signs.some(sign => read(name, value).includes(sign)),
            `${name} took ${JSON.stringify(value)}`,
          );
      }),
  );
};

export const properties = { reads, lives, writes, inputs };
export type PropertyName = keyof typeof properties;

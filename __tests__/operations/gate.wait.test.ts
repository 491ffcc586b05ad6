/** `onOverlap: wait`, where no time goes by but that of the pauses. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accounts, projectId, projects, type Sandbox, startSandbox } from '../../sandbox/server.ts';
import { createAtlas } from '../../src/atlas/client.ts';
import { createDeadline } from '../../src/deadline.ts';
import { createReading } from '../../src/inputs/reader.ts';
import { gate } from '../../src/operations/gate/gate.ts';
import { HOUR, SECOND } from '../../src/schedule/units.ts';
import { MAINTENANCE, NOON } from '../report/outcomes.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ now: NOON });
});
afterEach(() => sandbox.close());

interface Waiting {
  readonly groupIds?: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  /** Milliseconds that the step had taken when the wait began. */
  readonly before?: number;
  /** What happens meanwhile, by the seconds that have passed. */
  readonly during?: readonly (readonly [seconds: number, happens: () => void])[];
  /** After so many seconds the run is cancelled. */
  readonly cancelledAfter?: number;
}

/** What came of a gate that waited, what the log says of it, and what GitHub was to show. */
async function wait({ groupIds = [projects.running], inputs = {}, before = 0, ...meanwhile }: Waiting = {}) {
  const { during = [], cancelledAfter = Number.POSITIVE_INFINITY } = meanwhile;
  const log: string[] = [];
  const shown: string[] = [];
  const deadline = createDeadline(30 * SECOND);
  const sink = { info: (line: string) => log.push(line), debug() {}, mask() {} };
  const credential = { kind: 'accessToken', accessToken: accounts.owner.accessToken } as const;
  const atlas = createAtlas({ baseUrl: sandbox.url, credential, deadline, log: sink, userAgent: 'test' });
  const given = { blockOn: 'scheduled', onOverlap: 'wait', ...inputs };
  const env = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  const job = gate.prepare('gate', createReading(Object.fromEntries(env), []));
  if (job === undefined) throw new TypeError('These inputs hold a problem');
  const due = [...during];
  let passed = 0;
  let renewals = 0;
  const tell = await job.run(
    groupIds.map(id => ({ id, atlas, deadline, dryRun: false, maintenanceDuration: MAINTENANCE, log: sink })),
    {
      progress() {},
      elapsed: () => before + passed,
      renew() {
        renewals += 1;
        deadline.renew();
      },
      async pause(ms) {
        const goal = passed + ms;
        for (let next = due[0]; next && next[0] * SECOND <= goal; next = due[0]) {
          sandbox.clock.freeze(NOON + next[0] * SECOND);
          next[1]();
          due.shift();
        }
        passed = goal;
        sandbox.clock.freeze(NOON + passed);
        return passed < cancelledAfter * SECOND;
      },
      pending: async text => void shown.push(text),
    },
  );
  const { told } = tell({ now: atlas.now(), maintenanceDuration: MAINTENANCE });
  return { told, log, shown, seconds: passed / SECOND, renewals };
}

const running = 'maintenance has been running since Fri 2026-03-06 10:00 UTC';

it('a run that is cancelled while the gate waits has failed, and says how long it waited', async () => {
  const { told, seconds } = await wait({ cancelledAfter: 150 });
  expect(told).toMatchObject([
    {
      standing: 'failed',
      sentences: ['The run was cancelled while the gate waited for maintenance to pass. Code: CANCELLED.'],
      error: { code: 'CANCELLED' },
      facts: { verdict: 'fail', waitedSeconds: Math.floor(seconds) },
    },
  ]);
  expect(seconds).toBeCloseTo(180, 0);
});

it('of several projects only those that were waited for fail with a cancelled run', async () => {
  const other = projectId(7);
  sandbox.setup(other, { dayOfWeek: 4, hourOfDay: 2 });
  const { told } = await wait({ groupIds: [projects.running, other], cancelledAfter: 30 });
  expect(told.map(({ standing }) => standing)).toEqual(['failed', 'clear']);
});

it('each look of a wait has the whole timeout', async () => {
  const { renewals } = await wait({ inputs: { waitAtMost: '10m' } });
  const [first, ...looks] = sandbox.requests.filter(({ path }) => path.endsWith('/maintenanceWindow'));
  expect(first).toBeDefined();
  expect(looks.length).toBeGreaterThan(5);
  expect(renewals).toBe(looks.length);
});

it('where one of several projects is surely not clear in time, the others are not waited for', async () => {
  sandbox.setup(projects.window, { scheduledInHours: 1 });
  const { told, seconds } = await wait({
    groupIds: [projects.running, projects.window],
    inputs: { waitAtMost: '30m', deployDuration: '2h' },
  });
  expect(told.map(({ standing }) => standing)).toEqual(['blocked', 'blocked']);
  expect(seconds).toBe(0);
});

describe('the log of a gate that waits', () => {
  it('says what for and how long at most, and every five minutes that it still waits', async () => {
    const { log, shown, seconds } = await wait({ inputs: { waitAtMost: '12m40s' } });
    expect(log).toEqual([
      `Waiting for 13m at most: ${running}.`,
      `Still waiting after 5m, 8m left: ${running}.`,
      `Still waiting after 10m, 3m left: ${running}.`,
    ]);
    expect(shown).toEqual([`Waiting: ${running}.`]);
    expect(seconds).toBe(760);
  });

  it('tells a time below a minute as that', async () => {
    const { log } = await wait({ inputs: { waitAtMost: '59s' } });
    expect(log).toEqual([`Waiting for less than a minute at most: ${running}.`]);
  });

  it('says so when something else is waited for, and has GitHub show it', async () => {
    const other = projectId(7);
    sandbox.setup(other, { dayOfWeek: 4, hourOfDay: 2 });
    const begins = () => sandbox.setup(other, { runningForHours: 0 });
    const { log, shown, told, seconds } = await wait({
      groupIds: [projects.running, other],
      inputs: { waitAtMost: '1h' },
      during: [
        [30, () => sandbox.administer(projects.running, 'complete')],
        [30, begins],
        [400, () => sandbox.administer(other, 'complete')],
      ],
    });
    const begun = 'maintenance has been running since Fri 2026-03-06 12:00 UTC';
    expect(log).toEqual([
      `Waiting for 1h at most: ${running}.`,
      `Now waiting for 59m more at most: ${begun}.`,
      `Still waiting after 6m, 54m left: ${begun}.`,
    ]);
    expect(shown).toEqual([`Waiting: ${running}.`, `Waiting: ${begun}.`]);
    for (const { standing, facts } of told)
      expect([standing, facts.waitedSeconds]).toEqual(['clear', Math.floor(seconds)]);
  });
});

it('a look that fails when it should be clear is made again a minute later', async () => {
  // From 9:00 to 13:00, as is assumed.
  sandbox.setup(projects.window, { dayOfWeek: 6, hourOfDay: 9 });
  const { log, seconds, told } = await wait({
    groupIds: [projects.window],
    inputs: { blockOn: 'window', waitAtMost: '3h' },
    during: [
      [3000, () => sandbox.faults.push({ name: 'notFound', path: 'maintenanceWindow' })],
      [3630, () => sandbox.faults.splice(0)],
    ],
  });
  expect(log).toContainEqual(
    expect.stringMatching(/^Project \w{24} could not be looked at: .* The wait goes on\.$/),
  );
  expect(told).toMatchObject([{ standing: 'clear' }]);
  expect(seconds).toBeCloseTo(3660, -1);
});

describe('what is not known', () => {
  const unreadable = () => sandbox.faults.push({ name: 'notFound', path: 'events' });
  const readable = () => sandbox.faults.splice(0);
  /** Far from the start of its window, which counts as well where not all is known. */
  const tells = (...names: string[]) =>
    sandbox.setup(projects.running, {
      dayOfWeek: 3,
      hourOfDay: 3,
      events: names.map((eventTypeName, index) => ({
        created: new Date(NOON - HOUR + index * SECOND).toISOString(),
        eventTypeName,
      })),
    });
  beforeEach(() => tells('MAINTENANCE_STARTED'));
  const complete = () => tells('MAINTENANCE_STARTED', 'MAINTENANCE_COMPLETED');
  const during = [
    [30, unreadable],
    [90, readable],
    [100, complete],
  ] as const;

  it('since the events cannot be read, is borne with for a while', async () => {
    const { told, seconds } = await wait({ during });
    expect(told).toMatchObject([{ standing: 'clear' }]);
    expect(seconds).toBeCloseTo(120, -1);
  });

  it('since the events cannot be read, is no reason to wait where it is let pass', async () => {
    const { told, seconds } = await wait({ inputs: { onUnknown: 'warn' }, during });
    expect(told).toMatchObject([{ standing: 'warned' }]);
    expect(seconds).toBeCloseTo(60, -1);
  });

  it('and is let pass, does not keep it from waiting for what is known', async () => {
    sandbox.faults.push({ name: 'fields', path: 'maintenanceWindow', value: { numberOfDeferrals: 1 } });
    const { told, seconds } = await wait({ inputs: { onUnknown: 'warn' }, during: [[90, complete]] });
    expect(told).toMatchObject([{ standing: 'warned' }]);
    expect(seconds).toBeCloseTo(120, -1);
  });

  it('and no wait can mend, is not waited for, and a wait is not spoken of', async () => {
    const { told, seconds, log } = await wait({ groupIds: [projects.running, projects.none] });
    expect(told[1]?.sentences.join()).not.toMatch(/wait/i);
    expect([seconds, log]).toEqual([0, []]);
  });
});

describe('a gate does not wait', () => {
  it('where another project cannot be looked at', async () => {
    const { told, seconds } = await wait({ groupIds: [projects.running, 'f'.repeat(24)] });
    expect(told.map(({ standing }) => standing)).toEqual(['blocked', 'failed']);
    expect(seconds).toBe(0);
  });

  it('for a deploy that is never clear', async () => {
    const { told, seconds } = await wait({
      groupIds: [projects.window],
      inputs: { blockOn: 'window', deployDuration: '8d' },
    });
    expect(told[0]?.sentences[1]).toMatch(/^Waiting would not help/);
    expect(seconds).toBe(0);
  });
});

it('a gate waits no longer than the six hours that a job lives', async () => {
  const { seconds, told } = await wait({ inputs: { waitAtMost: '6h' }, before: 6 * HOUR - 90 * SECOND });
  expect(seconds).toBe(90);
  expect(told).toMatchObject([{ standing: 'blocked', facts: { waitedSeconds: 90 } }]);
});

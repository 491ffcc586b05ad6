/** What a summary is kept of, and looked at: each way a step can end. */
import type { MaintenanceWindow } from '../../src/atlas/window.ts';
import { autoDefer } from '../../src/operations/autoDefer.ts';
import { defer } from '../../src/operations/defer.ts';
import { gate } from '../../src/operations/gate/gate.ts';
import type { GateTask } from '../../src/operations/gate/task.ts';
import { get } from '../../src/operations/get.ts';
import { reset } from '../../src/operations/reset.ts';
import { update } from '../../src/operations/update.ts';
import { HOUR } from '../../src/schedule/units.ts';
import type { Account } from '../../src/words/told.ts';
import {
  at,
  deployOf,
  fleet,
  gateOf,
  ID,
  id,
  NOON,
  plan,
  running,
  SCENE,
  scheduled,
  standing,
  unknown,
  windowOf,
} from './outcomes.ts';

const project = { id: ID };
const unset: MaintenanceWindow = { configured: false };
const read = (window: MaintenanceWindow) =>
  get.tell('get', {}, SCENE, [project], [{ done: { did: 'read', window } }]);
const updated = (done: Parameters<typeof update.tell>[4][number]) =>
  update.tell('update', {}, SCENE, [project], [done]);
const deferredOne = (done: Parameters<typeof defer.tell>[4][number]) =>
  defer.tell('defer', { onNothingScheduled: 'ignore' }, SCENE, [project], [done]);
const wouldSend = (method: 'PATCH' | 'POST', path: string, body?: string) =>
  ({
    did: 'wouldSend',
    window: windowOf(),
    write: { method, path, ...(body === undefined ? {} : { body }), send: async () => {} },
  }) as const;

const GATE: GateTask = {
  deploy: deployOf('2026-03-08T20:30Z'),
  blockOn: 'window',
  onOverlap: 'fail',
  onUnknown: 'fail',
  waitAtMost: HOUR,
};
const announced = scheduled('2026-03-08T20:00Z');
const deferred = scheduled('2026-03-15T20:00Z', { deferrals: 1 });
const move = { from: at('2026-03-08T20:00Z'), to: at('2026-03-15T20:00Z') };
const newYork = deployOf('2026-03-08T21:00Z', 2, 'America/New_York');
const path = `/api/atlas/v2/groups/${ID}/maintenanceWindow`;

export const cases = lazily({
  'blocked by announced maintenance': () =>
    gateOf({
      deploy: newYork,
      state: announced,
      window: windowOf({ protectedHours: { startHourOfDay: 9, endHourOfDay: 17 } }),
    }),
  'blocked by announced maintenance, too late to defer': () =>
    gateOf({
      deploy: newYork,
      state: announced,
      now: NOON + 20 * HOUR,
    }),
  'blocked by announced maintenance, deferred twice': () =>
    gateOf({
      deploy: newYork,
      state: scheduled('2026-03-08T20:00Z', { deferrals: 2 }),
      window: windowOf({ numberOfDeferrals: 2 }),
    }),
  'blocked by announced maintenance that is overdue': () =>
    gateOf({
      deploy: deployOf('2026-03-08T21:30Z'),
      state: announced,
      now: at('2026-03-08T21:00Z'),
    }),
  'blocked by running maintenance': () =>
    gateOf({
      deploy: deployOf('2026-03-08T22:15Z'),
      state: running(at('2026-03-08T20:02:11Z')),
      now: at('2026-03-08T22:10Z'),
    }),
  'blocked by maintenance that was told to start': () =>
    gateOf({
      deploy: deployOf('2026-03-06T12:00Z'),
      state: running(NOON, 'startASAP'),
      window: windowOf({ startASAP: true }),
    }),
  'blocked by the weekly window, nothing announced': () => gateOf({ now: NOON + 24 * HOUR }),
  'blocked by the weekly window, too early for an announcement': () => gateOf({ now: NOON - 48 * HOUR }),
  'blocked by the weekly window, other maintenance announced': () => gateOf({ state: deferred }),
  'blocked since the state is unknown': () =>
    gateOf({
      state: unknown({ why: 'unreadable' }),
      task: { blockOn: 'scheduled' },
      unreadable: 'Atlas gave no answer to the request to list the maintenance events. Code: NO_ANSWER',
    }),
  'too early to know': () => gateOf({ task: { blockOn: 'scheduled' }, deploy: newYork }),
  'a warning': () => gateOf({ state: announced, task: { onOverlap: 'warn' } }),
  'an overlap that is ignored': () => gateOf({ state: announced, task: { onOverlap: 'ignore' } }),
  'no start is clear': () => gateOf({ deploy: deployOf('2026-03-08T20:30Z', 24 * 7) }),
  clear: () => gateOf({ deploy: deployOf('2026-03-07T20:30Z'), task: { blockOn: 'scheduled' } }),
  'clear, maintenance announced': () =>
    gateOf({
      deploy: deployOf('2026-03-09T02:00Z', 1, 'UTC'),
      state: announced,
      window: windowOf({
        protectedHours: { startHourOfDay: 22, endHourOfDay: 6 },
        waveAssignment: 2,
        effectiveWaveAssignment: 1,
        autoDeferOnceEnabled: true,
      }),
    }),
  'clear, though the weekly window starts': () =>
    gateOf({ now: NOON + 24 * HOUR, task: { blockOn: 'scheduled' } }),
  'clear, though begun late': () => gateOf({ deploy: deployOf('2026-03-06T11:30Z', 1, 'UTC') }),
  'not known, events and window contradict each other': () =>
    gateOf({
      deploy: deployOf('2026-03-07T20:30Z'),
      state: unknown({ why: 'deferrals', counted: 1, told: 0, scheduled: false }),
      window: windowOf({ numberOfDeferrals: 1 }),
    }),
  'not known, since the maintenance is silent': () =>
    gateOf({
      deploy: deployOf('2026-03-07T20:30Z'),
      state: unknown({ why: 'silent', what: 'running', since: NOON - 30 * HOUR }),
      over: [{ what: 'overdue', since: NOON - 200 * HOUR }],
    }),
  'not known, which is let pass': () =>
    gateOf({
      deploy: deployOf('2026-03-07T20:30Z'),
      state: unknown({ why: 'unreadable' }),
      task: { onUnknown: 'warn' },
    }),
  'no window, which is let pass': () =>
    gateOf({ window: { configured: false }, task: { onUnknown: 'warn' } }),
  'clear, maintenance running': () =>
    gateOf({
      deploy: deployOf('2026-03-10T12:00Z'),
      state: running(NOON - 90 * 60_000, 'MAINTENANCE_STARTED', deferred),
    }),
  'no window': () => gateOf({ window: { configured: false } }),
  'no window, maintenance running': () =>
    gateOf({
      window: { configured: false },
      deploy: deployOf('2026-03-06T12:00Z'),
      state: running(NOON - 90 * 60_000),
    }),
  'standing window, blocked': () =>
    gateOf({
      deploy: standing('Mon-Fri 09:00-17:00\nSat,Sun 22:00-02:00', 'America/New_York'),
      window: windowOf({ dayOfWeek: 2, hourOfDay: 15 }),
    }),
  'standing window, blocked once a year': () =>
    gateOf({
      deploy: standing('Sun 09:00-10:00', 'America/New_York'),
      window: windowOf({ hourOfDay: 11 }),
    }),
  'standing window, clear': () => gateOf({ deploy: standing('Mon-Fri 09:00-17:00') }),
  'standing window, blocked every week': () => gateOf({ deploy: standing('daily 00:00-24:00') }),
  'standing window, blocked by announced maintenance': () =>
    gateOf({
      deploy: standing('Sun 20:00-21:30'),
      state: announced,
      task: { blockOn: 'scheduled', onOverlap: 'warn' },
    }),
  'standing window, too early to know': () =>
    gateOf({
      deploy: standing('Sun 20:00-21:30'),
      task: { blockOn: 'scheduled' },
    }),
  'standing window, blocked by running maintenance': () =>
    gateOf({
      deploy: standing('Fri 12:30-14:00'),
      state: running(NOON - HOUR),
      task: { blockOn: 'scheduled' },
    }),
  'plan, blocked by announced maintenance': () =>
    gateOf({
      deploy: plan('2026-03-08T14:00Z', '2026-03-08T20:30Z', '2026-03-08T22:30Z', '2026-03-15T20:30Z'),
      state: announced,
      now: NOON - 2 * HOUR,
      task: { blockOn: 'scheduled' },
    }),
  'plan, none of it clear': () => gateOf({ deploy: plan('2026-03-08T20:30Z', '2026-03-15T20:30Z') }),
  'plan, one deploy of which is left': () =>
    gateOf({
      deploy: plan('2026-03-01T10:00Z', '2026-03-08T20:30Z'),
      state: announced,
    }),
  'plan, too early to know': () =>
    gateOf({
      deploy: plan('2026-03-07T20:30Z', '2026-03-08T20:30Z'),
      task: { blockOn: 'scheduled' },
    }),
  'plan, blocked by running maintenance': () =>
    gateOf({
      deploy: plan('2026-03-06T13:00Z', '2026-03-08T20:30Z'),
      state: running(NOON - HOUR),
      task: { blockOn: 'scheduled', onOverlap: 'ignore' },
    }),
  'plan, clear': () => gateOf({ deploy: plan('2026-03-07T20:30Z', '2026-03-08T10:00Z') }),
  'plan, not known': () =>
    gateOf({
      deploy: plan('2026-03-07T20:30Z', '2026-03-08T10:00Z'),
      state: unknown({ why: 'unreadable' }),
    }),
  'blocked by maintenance, and more may come': () =>
    gateOf({
      deploy: deployOf('2026-03-06T12:00Z'),
      state: { ...running(NOON - HOUR, 'MAINTENANCE_STARTED', announced), unknown: [{ why: 'unreadable' }] },
      task: { onUnknown: 'warn' },
    }),
  'blocked by the weekly window, announced maintenance is overdue': () =>
    gateOf({
      deploy: deployOf('2026-03-15T20:30Z'),
      state: announced,
      now: at('2026-03-09T12:00Z'),
    }),
  'blocked by the weekly window, while the maintenance is silent': () =>
    gateOf({
      state: unknown({ why: 'silent', what: 'overdue', since: NOON - 30 * HOUR }),
      task: { blockOn: 'scheduled', onUnknown: 'warn' },
    }),
  'no window, and more is not known': () =>
    gateOf({
      window: { configured: false },
      state: unknown({ why: 'unreadable' }),
      unreadable: 'Atlas gave no answer',
    }),
  overridden: () =>
    gateOf({
      state: announced,
      task: { override: 'hotfix for the outage, agreed with Kim' },
      actor: 'octocat',
    }),
  'overridden, begun late': () =>
    gateOf({
      deploy: deployOf('2026-03-06T11:30Z', 24 * 3),
      task: { override: 'Checkout is down' },
      actor: 'octocat',
    }),
  'deferred and clear': () =>
    gateOf({
      state: deferred,
      deferral: { moved: move },
      window: windowOf({ numberOfDeferrals: 1 }),
      task: { blockOn: 'scheduled', onOverlap: 'defer' },
    }),
  'deferred, but the weekly start counts': () =>
    gateOf({
      state: deferred,
      deferral: { moved: move },
      window: windowOf({ numberOfDeferrals: 1 }),
      task: { onOverlap: 'defer' },
    }),
  'deferring refused': () =>
    gateOf({
      state: announced,
      deferral: {
        refused:
          'This maintenance has been deferred twice already, and Atlas allows no more. Plan for it at its scheduled time. Code: ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED',
      },
      window: windowOf({ numberOfDeferrals: 2 }),
      task: { onOverlap: 'defer' },
    }),
  'would be deferred': () =>
    gateOf({
      state: announced,
      deferral: { wouldMove: move },
      task: { onOverlap: 'defer' },
    }),
  'nothing to defer': () => gateOf({ deferral: { not: 'nothingScheduled' }, task: { onOverlap: 'defer' } }),
  'running, cannot be deferred': () =>
    gateOf({
      deploy: deployOf('2026-03-06T12:00Z'),
      state: running(NOON - HOUR),
      deferral: { not: 'running' },
      task: { onOverlap: 'defer' },
    }),
  'a gate that failed': () =>
    failed(
      'Atlas gave no answer to the request to read the maintenance window: the connection was cut. Code: NO_ANSWER',
    ),
  get: () => read(windowOf()),
  'get, no window': () => read(unset),
  update: () =>
    updated({
      done: {
        did: 'updated',
        window: windowOf(),
        before: windowOf({ dayOfWeek: 3, hourOfDay: 4, numberOfDeferrals: 1 }),
        patch: { dayOfWeek: 1, hourOfDay: 21 },
        deferralsReset: 1,
      },
    }),
  'update, start now': () =>
    updated({
      done: { did: 'started', window: windowOf({ startASAP: true }), before: windowOf() },
    }),
  'update, nothing to change': () => updated({ done: { did: 'nothing', window: windowOf() } }),
  'update, a wave without a window': () =>
    updated({
      done: {
        did: 'updated',
        patch: { waveAssignment: 2 },
        deferralsReset: 0,
        before: unset,
        window: { configured: false, waveAssignment: 2, effectiveWaveAssignment: 2 },
      },
    }),
  'update, a wave that is not in force': () =>
    updated({
      done: {
        did: 'updated',
        patch: { waveAssignment: 2 },
        deferralsReset: 0,
        before: windowOf(),
        window: windowOf({ waveAssignment: 2, effectiveWaveAssignment: 1 }),
      },
    }),
  'update, dry run': () =>
    updated({
      done: {
        ...wouldSend(
          'PATCH',
          path,
          '{"dayOfWeek":7,"hourOfDay":0,"protectedHours":{"startHourOfDay":9,"endHourOfDay":17}}',
        ),
        window: windowOf({ numberOfDeferrals: 2 }),
        patch: { dayOfWeek: 7, hourOfDay: 0, protectedHours: { startHourOfDay: 9, endHourOfDay: 17 } },
        deferralsReset: 2,
      },
    }),
  defer: () =>
    deferredOne({
      done: {
        did: 'deferred',
        window: windowOf({ numberOfDeferrals: 1 }),
        before: windowOf(),
        move: undefined,
      },
    }),
  'defer, for a release': () =>
    deferredOne({
      done: {
        did: 'deferred',
        window: windowOf({ numberOfDeferrals: 1 }),
        before: windowOf(),
        move: { ...move, zone: 'Europe/Berlin' },
      },
    }),
  'defer, once more than usual': () =>
    deferredOne({
      done: {
        did: 'deferred',
        window: windowOf({ numberOfDeferrals: 3 }),
        before: windowOf({ numberOfDeferrals: 2 }),
        move: undefined,
      },
    }),
  'defer, nothing scheduled': () => deferredOne({ done: { did: 'nothingScheduled', window: windowOf() } }),
  'defer, dry run': () =>
    deferredOne({
      done: { ...wouldSend('POST', `${path}/defer`), span: undefined, move: undefined },
    }),
  autoDefer: () =>
    autoDefer.tell(
      'autoDefer',
      { autoDeferOnceEnabled: undefined },
      SCENE,
      [project],
      [{ done: { did: 'toggled', window: windowOf({ autoDeferOnceEnabled: true }), before: windowOf() } }],
    ),
  reset: () =>
    reset.tell(
      'reset',
      {},
      SCENE,
      [project],
      [{ done: { did: 'reset', window: unset, before: windowOf() } }],
    ),
  'reset, nothing to do': () =>
    reset.tell('reset', {}, SCENE, [project], [{ done: { did: 'nothing', window: unset } }]),
  'several projects': several,
  'several projects, all clear': () => fleet(3, () => gateOf({ deploy: deployOf('2026-03-07T20:30Z') })),
  'several projects, one overridden': () =>
    fleet(3, index =>
      gateOf({
        task: { override: 'hotfix' },
        actor: 'octocat',
        ...(index === 1 ? {} : { deploy: deployOf('2026-03-07T20:30Z') }),
      }),
    ),
  'several projects, a warning': () =>
    fleet(3, index =>
      gateOf({
        task: { onOverlap: 'warn' },
        ...(index === 1 ? {} : { deploy: deployOf('2026-03-07T20:30Z') }),
      }),
    ),
  'projects that cannot be listed': unlisted,
  'a project without clusters': () =>
    gate.tell(
      'gate',
      GATE,
      SCENE,
      [{ id: ID, name: 'trial' }],
      [{ done: { did: 'noClusters', clearAt: at('2026-03-08T20:30Z') } }],
    ),
  'several projects, by name': () =>
    named(
      ['shop', '<b>search</b> `x` | @octocat'],
      fleet(2, index => gateOf(index === 0 ? {} : { state: announced })),
    ),
  'several projects, get': () =>
    fleet(3, index =>
      index < 2
        ? read(index === 0 ? windowOf() : unset)
        : get.tell(
            'get',
            {},
            SCENE,
            [project],
            [
              {
                error: {
                  code: 'GROUP_NOT_FOUND',
                  message: 'No such project, or the credential cannot see it. Code: GROUP_NOT_FOUND',
                },
                did: {},
              },
            ],
          ),
    ),
});

/** Each one made when it is asked for: what runs while tests are collected is reached by all of them. */
function lazily(makers: Readonly<Record<string, () => Account>>): Readonly<Record<string, Account>> {
  const made: Record<string, Account> = {};
  for (const [name, get] of Object.entries(makers))
    Object.defineProperty(made, name, { get, enumerable: true });
  return made;
}

/** The one of this name. */
export function caseOf(name: string): Account {
  const account = cases[name];
  if (account === undefined) throw new RangeError(name);
  return account;
}

/** Nobody can say which projects there are. */
function unlisted(): Account {
  const { frame, told } = failed('The credential may not list projects. Code: USER_UNAUTHORIZED');
  return { frame, told: told.map(one => ({ ...one, groupId: '' })) };
}

function failed(message: string): Account {
  const { frame, told } = gateOf({ error: { code: message.replace(/.*Code: /, ''), message } });
  return { frame, told: told.map(one => ({ ...one, groupId: id(0xff) })) };
}

function named(names: readonly string[], { frame, told }: Account): Account {
  return { frame, told: told.map((one, index) => ({ ...one, name: names[index] ?? null })) };
}

function several(): Account {
  const task = { blockOn: 'scheduled' } as const;
  const of = (more: Parameters<typeof gateOf>[0]) => gateOf({ deploy: newYork, task, ...more });
  const made = [
    of({ window: windowOf({ dayOfWeek: 4 }) }),
    of({ window: unset }),
    of({ state: announced }),
    of({ window: windowOf({ dayOfWeek: 2, hourOfDay: 0 }) }),
  ];
  const { frame, told } = fleet(made.length, index => made[index] ?? of({}));
  const late = failed('The timeout of 2 s was over before Atlas had answered. Code: TIMEOUT');
  return { frame, told: [...told, ...late.told] };
}

/** What a summary is kept of, and looked at: each way a step can end. */
import type { Outcome } from '../../src/operations/project.ts';
import type { ReportContext } from '../../src/report/context.ts';
import { HOUR } from '../../src/schedule/units.ts';
import {
  at,
  contextOf,
  deployOf,
  gateOf,
  ID,
  NOON,
  outcomeOf,
  running,
  scheduled,
  standing,
  unknown,
  windowOf,
} from './outcomes.ts';

export interface Case {
  readonly outcomes: readonly Outcome[];
  readonly context: ReportContext;
}

const gate = (...args: Parameters<typeof gateOf>): Case => {
  const { outcome, context } = gateOf(...args);
  return { outcomes: [outcome], context };
};
const other = (operation: ReportContext['operation'], outcome: Parameters<typeof outcomeOf>[0]): Case => ({
  outcomes: [outcomeOf(outcome)],
  context: contextOf({ operation }),
});

const announced = scheduled('2026-03-08T20:00Z');
const deferred = scheduled('2026-03-15T20:00Z', { deferrals: 1 });
const moved = { from: at('2026-03-08T20:00Z'), to: at('2026-03-15T20:00Z') };
const newYork = deployOf('2026-03-08T21:00Z', 2, 'America/New_York');
const path = `/api/atlas/v2/groups/${ID}/maintenanceWindow`;

export const cases: Readonly<Record<string, Case>> = {
  'blocked by announced maintenance': gate({
    deploy: newYork,
    state: announced,
    window: windowOf({ protectedHours: { startHourOfDay: 9, endHourOfDay: 17 } }),
  }),
  'blocked by announced maintenance, too late to defer': gate({
    deploy: newYork,
    state: announced,
    now: NOON + 20 * HOUR,
  }),
  'blocked by announced maintenance, deferred twice': gate({
    deploy: newYork,
    state: scheduled('2026-03-08T20:00Z', { deferrals: 2 }),
    window: windowOf({ numberOfDeferrals: 2 }),
  }),
  'blocked by announced maintenance that is overdue': gate({
    deploy: deployOf('2026-03-08T21:30Z'),
    state: announced,
    now: at('2026-03-08T21:00Z'),
  }),
  'blocked by running maintenance': gate({
    deploy: deployOf('2026-03-08T22:15Z'),
    state: running(at('2026-03-08T20:02:11Z')),
    now: at('2026-03-08T22:10Z'),
  }),
  'blocked by maintenance that was told to start': gate({
    deploy: deployOf('2026-03-06T12:00Z'),
    state: running(NOON, 'startASAP'),
    window: windowOf({ startASAP: true }),
  }),
  'blocked by the weekly window, nothing announced': gate({ now: NOON + 24 * HOUR }),
  'blocked by the weekly window, too early for an announcement': gate({ now: NOON - 48 * HOUR }),
  'blocked by the weekly window, other maintenance announced': gate({ state: deferred }),
  'blocked since the state is unknown': gate({
    state: unknown({ why: 'unreadable' }),
    task: { blockOn: 'scheduled' },
    outcome: {
      warnings: [
        "Whether maintenance is scheduled or running is unknown: the project's events could not be read.",
      ],
    },
  }),
  'too early to know': gate({ task: { blockOn: 'scheduled' }, deploy: newYork }),
  'a warning': gate({ state: announced, task: { onOverlap: 'warn' } }),
  'an overlap that is ignored': gate({ state: announced, task: { onOverlap: 'ignore' } }),
  'no start is clear': gate({ deploy: deployOf('2026-03-08T20:30Z', 24 * 7) }),
  clear: gate({ deploy: deployOf('2026-03-07T20:30Z'), task: { blockOn: 'scheduled' } }),
  'clear, maintenance announced': gate({
    deploy: deployOf('2026-03-09T02:00Z', 1, 'UTC'),
    state: announced,
    window: windowOf({
      protectedHours: { startHourOfDay: 22, endHourOfDay: 6 },
      waveAssignment: 2,
      effectiveWaveAssignment: 1,
      autoDeferOnceEnabled: true,
    }),
  }),
  'clear, though the weekly window starts': gate({ now: NOON + 24 * HOUR, task: { blockOn: 'scheduled' } }),
  'clear, though begun late': gate({ deploy: deployOf('2026-03-06T11:30Z', 1, 'UTC') }),
  'not known, events and window contradict each other': gate({
    deploy: deployOf('2026-03-07T20:30Z'),
    state: unknown({ why: 'deferrals', counted: 1, told: 0, scheduled: false }),
    window: windowOf({ numberOfDeferrals: 1 }),
  }),
  'not known, since the maintenance is silent': gate({
    deploy: deployOf('2026-03-07T20:30Z'),
    state: unknown({ why: 'silent', what: 'running', since: NOON - 30 * HOUR }),
    over: [{ what: 'overdue', since: NOON - 200 * HOUR }],
  }),
  'not known, which is let pass': gate({
    deploy: deployOf('2026-03-07T20:30Z'),
    state: unknown({ why: 'unreadable' }),
    task: { onUnknown: 'warn' },
  }),
  'no window, which is let pass': gate({ window: { configured: false }, task: { onUnknown: 'warn' } }),
  'clear, maintenance running': gate({
    deploy: deployOf('2026-03-10T12:00Z'),
    state: running(NOON - 90 * 60_000, 'MAINTENANCE_STARTED', deferred),
  }),
  'no window': gate({ window: { configured: false } }),
  'no window, maintenance running': gate({
    window: { configured: false },
    deploy: deployOf('2026-03-06T12:00Z'),
    state: running(NOON - 90 * 60_000),
  }),
  'standing window, blocked': gate({
    deploy: standing('Mon-Fri 09:00-17:00\nSat,Sun 22:00-02:00', 'America/New_York'),
    window: windowOf({ dayOfWeek: 2, hourOfDay: 15 }),
  }),
  'standing window, blocked once a year': gate({
    deploy: standing('Sun 09:00-10:00', 'America/New_York'),
    window: windowOf({ hourOfDay: 11 }),
  }),
  'standing window, clear': gate({ deploy: standing('Mon-Fri 09:00-17:00') }),
  'deferred and clear': gate({
    state: deferred,
    deferral: moved,
    window: windowOf({ numberOfDeferrals: 1 }),
    task: { blockOn: 'scheduled', onOverlap: 'defer' },
  }),
  'deferred, but the weekly start counts': gate({
    state: deferred,
    deferral: moved,
    window: windowOf({ numberOfDeferrals: 1 }),
    task: { onOverlap: 'defer' },
  }),
  'deferring refused': gate({
    state: announced,
    deferral: {
      refused:
        'This maintenance has been deferred twice already, and Atlas allows no more. Plan for it at its scheduled time (ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED)',
    },
    window: windowOf({ numberOfDeferrals: 2 }),
    task: { onOverlap: 'defer' },
  }),
  'would be deferred': gate({
    state: announced,
    deferral: moved,
    dryRun: true,
    task: { onOverlap: 'defer' },
  }),
  'nothing to defer': gate({ deferral: { not: 'nothingScheduled' }, task: { onOverlap: 'defer' } }),
  'running, cannot be deferred': gate({
    deploy: deployOf('2026-03-06T12:00Z'),
    state: running(NOON - HOUR),
    deferral: { not: 'running' },
    task: { onOverlap: 'defer' },
  }),
  'a gate that failed': failed(
    'Atlas gave no answer to the request to read the maintenance window: the connection was cut (NO_ANSWER)',
  ),
  get: other('get', { done: { did: 'read' } }),
  'get, no window': other('get', { done: { did: 'read' }, window: { configured: false } }),
  update: other('update', {
    done: { did: 'updated', patch: { dayOfWeek: 1, hourOfDay: 21 }, deferralsReset: 1 },
    changed: true,
  }),
  'update, start now': other('update', {
    done: { did: 'updated', patch: { startASAP: true }, deferralsReset: 0 },
    window: windowOf({ startASAP: true }),
    changed: true,
  }),
  'update, nothing to change': other('update', { done: { did: 'nothing', because: 'alreadySo' } }),
  'update, a wave without a window': other('update', {
    done: { did: 'updated', patch: { waveAssignment: 2 }, deferralsReset: 0 },
    window: { configured: false, waveAssignment: 2, effectiveWaveAssignment: 1 },
    changed: true,
  }),
  'update, dry run': other('update', {
    done: {
      did: 'wouldSend',
      method: 'PATCH',
      path,
      deferralsReset: 2,
      body: '{"dayOfWeek":7,"hourOfDay":0,"protectedHours":{"startHourOfDay":9,"endHourOfDay":17}}',
    },
  }),
  defer: other('defer', {
    done: { did: 'deferred' },
    window: windowOf({ numberOfDeferrals: 1 }),
    changed: true,
    deferred: true,
  }),
  'defer, once more than usual': other('defer', {
    done: { did: 'deferred' },
    window: windowOf({ numberOfDeferrals: 3 }),
    changed: true,
    deferred: true,
  }),
  'defer, nothing scheduled': other('defer', { done: { did: 'nothing', because: 'nothingScheduled' } }),
  'defer, dry run': other('defer', { done: { did: 'wouldSend', method: 'POST', path: `${path}/defer` } }),
  autoDefer: other('autoDefer', {
    done: { did: 'toggled' },
    window: windowOf({ autoDeferOnceEnabled: true }),
    changed: true,
  }),
  reset: other('reset', { done: { did: 'reset' }, window: { configured: false }, changed: true }),
  'reset, nothing to do': other('reset', {
    done: { did: 'nothing', because: 'noWindow' },
    window: { configured: false },
  }),
  'several projects': several(),
  'several projects, all clear': {
    ...fleet(3, () => gateOf({ deploy: deployOf('2026-03-07T20:30Z') })),
  },
  'several projects, get': {
    outcomes: [
      outcomeOf({ done: { did: 'read' } }),
      outcomeOf({ groupId: id(2), done: { did: 'read' }, window: { configured: false } }),
      outcomeOf({
        groupId: id(3),
        error: {
          code: 'GROUP_NOT_FOUND',
          message: 'No such project, or the credential cannot see it (GROUP_NOT_FOUND)',
        },
      }),
    ],
    context: contextOf(),
  },
};

function failed(message: string): Case {
  const { context } = gateOf();
  return {
    outcomes: [
      {
        groupId: id(0xff),
        changed: false,
        deferred: false,
        warnings: [],
        error: { code: 'X', message },
      },
    ],
    context,
  };
}

export function id(index: number): string {
  return ID.slice(0, -4) + index.toString(16).padStart(4, '0');
}

/** As many projects at the same gate. */
export function fleet(count: number, make: (index: number) => ReturnType<typeof gateOf>): Case {
  const made = Array.from({ length: count }, (_, index) => make(index));
  const [first] = made;
  if (first === undefined) throw new RangeError('No project');
  return {
    outcomes: made.map(({ outcome }, index) => ({ ...outcome, groupId: id(index + 1) })),
    context: first.context,
  };
}

function several(): Case {
  const task = { blockOn: 'scheduled' } as const;
  const of = (more: Parameters<typeof gateOf>[0]) => gateOf({ deploy: newYork, task, ...more });
  const made = [
    of({ window: windowOf({ dayOfWeek: 4 }) }),
    of({ window: { configured: false } }),
    of({ state: announced }),
    of({ window: windowOf({ dayOfWeek: 2, hourOfDay: 0 }) }),
  ];
  const { outcomes, context } = fleet(made.length, index => made[index] ?? of({}));
  return {
    outcomes: [
      ...outcomes,
      ...failed('The timeout of 2 s was over before Atlas had answered (TIMEOUT)').outcomes,
    ],
    context,
  };
}

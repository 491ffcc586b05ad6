/** What operations tell, made by hand, for what the report makes of it. */
import type { ConfiguredWindow, MaintenanceWindow } from '../../src/atlas/window.ts';
import type { Deferral } from '../../src/operations/gate/deferral.ts';
import { gate } from '../../src/operations/gate/gate.ts';
import { type GateTask, verdictOf } from '../../src/operations/gate/task.ts';
import type { Judged, Wait } from '../../src/operations/gate/tell.ts';
import type { Scene } from '../../src/operations/operation.ts';
import { type Deploy, resolveDeploys } from '../../src/schedule/deploy.ts';
import { parseDeployWindow } from '../../src/schedule/deployWindow.ts';
import { judge } from '../../src/schedule/judge.ts';
import type { MaintenanceState, Over, Scheduled } from '../../src/schedule/maintenance.ts';
import { HOUR } from '../../src/schedule/units.ts';
import { parseZone } from '../../src/schedule/zone.ts';
import type { Account, Problem, Told } from '../../src/words/told.ts';

export const at = (text: string): number => {
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) throw new RangeError(text);
  return ms;
};

/** A Friday noon; the window below starts on Sunday at 20:00 UTC, 56 h later. */
export const NOON = at('2026-03-06T12:00:00Z');
export const ID = '5a9db0c5a9db0c5a9db0c501';
export const MAINTENANCE = 4 * HOUR;

/** Sundays at 21:00 in Berlin. */
export const windowOf = (changes: Partial<ConfiguredWindow> = {}): ConfiguredWindow => ({
  configured: true,
  dayOfWeek: 1,
  hourOfDay: 21,
  timeZoneId: 'Europe/Berlin',
  autoDeferOnceEnabled: false,
  numberOfDeferrals: 0,
  startASAP: false,
  ...changes,
});

export const NOTHING: MaintenanceState = { running: [], scheduled: [], unknown: [] };

export const scheduled = (start: string, more: Partial<Scheduled> = {}): MaintenanceState => ({
  ...NOTHING,
  scheduled: [
    {
      start: at(start),
      latest: at(start),
      announced: NOON - 3 * HOUR,
      deferrals: 0,
      by: 'MAINTENANCE_IN_ADVANCED',
      ...more,
    },
  ],
});

export const running = (since: number, by = 'MAINTENANCE_STARTED', and = NOTHING): MaintenanceState => ({
  ...and,
  running: [{ since, by }],
});

export const unknown = (...reasons: MaintenanceState['unknown']): MaintenanceState => ({
  ...NOTHING,
  unknown: reasons,
});

/** One deploy of some hours, or a standing deploy window. */
export function deployOf(start: string, hours = 1, zone = 'Europe/Berlin'): Deploy {
  const from = at(start);
  return {
    kind: 'once',
    zone: parseZone(zone),
    start: { earlier: from, later: from },
    end: { after: hours * HOUR },
  };
}
/** Several planned deploys of an hour each. */
export const plan = (...starts: string[]): Deploy => ({
  kind: 'planned',
  zone: parseZone('Europe/Berlin'),
  releases: starts.map(line => ({
    kind: 'once',
    zone: parseZone('Europe/Berlin'),
    start: { earlier: at(line), later: at(line) },
    end: { after: HOUR },
    line,
  })),
});
export const standing = (text: string, zone = 'Europe/Berlin'): Deploy => ({
  kind: 'standing',
  zone: parseZone(zone),
  lines: parseDeployWindow(text).lines,
});

export const SCENE: Scene = { now: NOON, maintenanceDuration: MAINTENANCE };

export interface Gate {
  readonly deploy?: Deploy;
  readonly state?: MaintenanceState;
  readonly window?: MaintenanceWindow;
  readonly now?: number;
  readonly task?: Partial<Omit<GateTask, 'deploy'>>;
  /** Who started the run. */
  readonly actor?: string;
  /** Why the events could not be read. */
  readonly unreadable?: string;
  readonly over?: readonly Over[];
  readonly deferral?: Deferral;
  readonly wait?: Wait;
  /** It failed, with this. */
  readonly error?: Problem;
}

/** What the gate is asked, and what it finds, judged as it judges. */
export function judgedOf(made: Gate = {}): { readonly task: GateTask; readonly judged: Judged } {
  const { now = NOON, state = NOTHING, window = windowOf(), deferral, wait, over = [] } = made;
  const task: GateTask = {
    deploy: deployOf('2026-03-08T20:30Z'),
    blockOn: 'window',
    onOverlap: 'fail',
    waitAtMost: 30 * 60_000,
    onUnknown: 'fail',
    ...made.task,
    ...(made.deploy && { deploy: made.deploy }),
  };
  const { deploys, over: past } = resolveDeploys(task.deploy, now);
  const judgement = judge({
    window: window.configured ? window : undefined,
    state,
    deploys,
    maintenanceDuration: MAINTENANCE,
    blockOn: task.blockOn,
    now,
  });
  const events = made.unreadable === undefined ? [] : { unreadable: made.unreadable };
  const judged: Judged = {
    did: 'judged',
    window,
    view: { window, events, now, deploys, past, state, over, notes: [], judgement },
    verdict: verdictOf(judgement, task),
    ...(deferral === undefined ? {} : { deferral }),
    ...(wait === undefined ? {} : { wait }),
  };
  return { task, judged };
}

/** What the gate tells. */
export function gateOf(made: Gate = {}): Account {
  const { task, judged } = judgedOf(made);
  const { now = NOON, actor, error } = made;
  const scene = { now, maintenanceDuration: MAINTENANCE, actor };
  return error
    ? gate.tell('gate', task, scene, [{ id: ID }], [{ error, did: {} }])
    : gate.tell('gate', task, scene, [{ id: ID, window: judged.window }], [{ done: judged }]);
}

/** The first project of an account. */
export function firstOf({ told: [first] }: Account): Told {
  if (first === undefined) throw new RangeError('No project');
  return first;
}

export const messageOf = (account: Account): string => firstOf(account).sentences.join(' ');

/** An id for each number. */
export const id = (index: number): string => ID.slice(0, -4) + index.toString(16).padStart(4, '0');

/** Several projects, each as it would be alone. */
export function fleet(count: number, make: (index: number) => Account): Account {
  const made = Array.from({ length: count }, (_, index) => make(index));
  const [first] = made;
  if (first === undefined) throw new RangeError('No project');
  return {
    frame: first.frame,
    told: made.flatMap(({ told }, index) => told.map(one => ({ ...one, groupId: id(index + 1) }))),
  };
}

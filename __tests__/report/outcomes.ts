/** Outcomes made by hand, for what the report says about them. */
import type { ConfiguredWindow } from '../../src/atlas/window.ts';
import { type GateTask, verdictOf } from '../../src/operations/gate.ts';
import type { Done, Outcome } from '../../src/operations/project.ts';
import type { ReportContext } from '../../src/report/context.ts';
import { type Deploy, resolveDeploys } from '../../src/schedule/deploy.ts';
import { parseDeployWindow } from '../../src/schedule/deployWindow.ts';
import { judge } from '../../src/schedule/judge.ts';
import type { MaintenanceState, Over, Scheduled } from '../../src/schedule/maintenance.ts';
import { HOUR } from '../../src/schedule/units.ts';
import { parseZone } from '../../src/schedule/zone.ts';

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
export const standing = (text: string, zone = 'Europe/Berlin'): Deploy => ({
  kind: 'standing',
  zone: parseZone(zone),
  lines: parseDeployWindow(text).lines,
});

export const outcomeOf = (more: Partial<Outcome> = {}): Outcome => ({
  groupId: ID,
  window: windowOf(),
  changed: false,
  deferred: false,
  warnings: [],
  ...more,
});

export const contextOf = (more: Partial<ReportContext> = {}): ReportContext => ({
  maintenanceDuration: MAINTENANCE,
  now: NOON,
  baseUrl: 'https://cloud.mongodb.com',
  operation: 'get',
  dryRun: false,
  ...more,
});

export interface Gate {
  readonly deploy?: Deploy;
  readonly state?: MaintenanceState;
  readonly window?: Outcome['window'];
  readonly now?: number;
  readonly task?: Partial<Pick<GateTask, 'blockOn' | 'onOverlap' | 'onUnknown'>>;
  readonly dryRun?: boolean;
  readonly over?: readonly Over[];
  readonly deferral?: Extract<Done, { did: 'judged' }>['deferral'];
  readonly outcome?: Partial<Outcome>;
}

/** What the gate finds, judged as it judges, and the context that the report gets with it. */
export function gateOf(gate: Gate = {}): { outcome: Outcome; context: ReportContext } {
  const { now = NOON, state = NOTHING, window = windowOf(), deferral, over = [], dryRun = false } = gate;
  const deploy = gate.deploy ?? deployOf('2026-03-08T20:30Z');
  const task: GateTask = {
    deploy,
    zone: deploy.zone,
    blockOn: 'window',
    onOverlap: 'fail',
    onUnknown: 'fail',
    ...gate.task,
  };
  const { deploys } = resolveDeploys(deploy, now);
  const judgement = judge({
    window: window.configured ? window : undefined,
    state,
    deploys,
    maintenanceDuration: MAINTENANCE,
    blockOn: task.blockOn,
    now,
  });
  const moved = deferral !== undefined && 'to' in deferral && !dryRun;
  return {
    outcome: outcomeOf({
      window,
      ...(moved ? { changed: true, deferred: true } : {}),
      done: {
        did: 'judged',
        view: { window, now, deploys, state, over, notes: [], judgement },
        verdict: verdictOf(judgement, task),
        ...(deferral === undefined ? {} : { deferral }),
      },
      ...gate.outcome,
    }),
    context: contextOf({ now, operation: 'gate', gate: task, dryRun }),
  };
}

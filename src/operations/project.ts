import { type Atlas, AtlasError } from '../atlas/client.ts';
import type { Deadline } from '../atlas/deadline.ts';
import type { ConfiguredWindow, MaintenanceWindow, WindowPatch } from '../atlas/window.ts';
import type { DeployInterval } from '../schedule/deploy.ts';
import type { Judgement } from '../schedule/judge.ts';
import type { MaintenanceState } from '../schedule/maintenance.ts';
import { parseZone } from '../schedule/zone.ts';
import { quoted } from '../text.ts';

export type Verdict = 'pass' | 'warn' | 'fail';

/** What the gate saw and decided. Times are epoch milliseconds. */
export interface GateView {
  readonly window: MaintenanceWindow;
  readonly now: number;
  readonly deploys: readonly DeployInterval[];
  readonly state: MaintenanceState;
  readonly judgement: Judgement;
}

/** What an operation did: facts only, worded by the report. */
export type Done =
  | { readonly did: 'read' }
  | { readonly did: 'nothing'; readonly because: 'alreadySo' | 'nothingScheduled' | 'noWindow' }
  /** A dry run stopped before this request. */
  | {
      readonly did: 'wouldSend';
      readonly method: 'PATCH' | 'POST' | 'DELETE';
      readonly path: string;
      readonly body?: string;
    }
  | { readonly did: 'updated'; readonly patch: WindowPatch; readonly deferralsReset: number }
  | { readonly did: 'deferred' }
  | { readonly did: 'toggled' }
  | { readonly did: 'reset' }
  | {
      readonly did: 'judged';
      readonly view: GateView;
      readonly verdict: Verdict;
      /** What came of `onOverlap: defer`; absent where there was nothing to defer. */
      readonly deferral?: 'deferred' | 'wouldDefer' | { readonly refused: string };
    };

/** All that is known of one project so far; what a failed operation learned before it failed stays in it. */
export interface Outcome {
  readonly groupId: string;
  /** As last read. */
  window?: MaintenanceWindow;
  changed: boolean;
  deferred: boolean;
  done?: Done;
  error?: { readonly code: string; readonly message: string };
  /** What a person should know, though the operation went on. */
  readonly warnings: string[];
}

/** One project at work: what every operation is handed. */
export interface Project {
  readonly atlas: Atlas;
  readonly deadline: Deadline;
  readonly dryRun: boolean;
  readonly log: { info(line: string): void };
  readonly outcome: Outcome;
}

/**
 * Reads the window and remembers it for the report.
 *
 * @throws {AtlasError} also where its time zone is unknown here: then nobody can tell when it starts
 */
export async function read({ atlas, outcome }: Project): Promise<MaintenanceWindow> {
  const window = await atlas.getWindow(outcome.groupId);
  if (window.timeZoneId !== undefined) requireZone(window.timeZoneId);
  outcome.window = window;
  return window;
}

function requireZone(timeZoneId: string) {
  try {
    parseZone(timeZoneId);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AtlasError({
      code: 'UNKNOWN_TIME_ZONE',
      message: `Atlas gives the project's time zone as ${quoted(timeZoneId)}, which this runner does not know, so the start of the window cannot be told. Set another time zone in the project's settings in Atlas, or use a newer version of this action`,
      outcome: 'refused',
    });
  }
}

/** Did Atlas say no, and why: a code that comes with a failure of the server says nothing. */
export const isRefusal = (error: unknown, code?: string): error is AtlasError =>
  error instanceof AtlasError && error.outcome === 'refused' && (code === undefined || error.code === code);

/** @throws {AtlasError} where no window is set: a start or a deferral needs one. */
export function requireWindow(window: MaintenanceWindow): ConfiguredWindow {
  if (window.configured) return window;
  throw new AtlasError({
    code: 'ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED',
    message:
      'The project has no maintenance window: set one first, with operation `update`, dayOfWeek and hourOfDay',
    outcome: 'refused',
  });
}

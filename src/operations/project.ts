import { type Atlas, AtlasError } from '../atlas/client.ts';
import type { Deadline } from '../atlas/deadline.ts';
import type { ConfiguredWindow, MaintenanceWindow, WindowPatch } from '../atlas/window.ts';
import { Complaint } from '../complaint.ts';
import type { DeployInterval } from '../schedule/deploy.ts';
import type { Judgement } from '../schedule/judge.ts';
import type { MaintenanceState, Over } from '../schedule/maintenance.ts';
import { parseZone } from '../schedule/zone.ts';
import { plain, quoted } from '../text.ts';
import { inTurns } from '../turns.ts';

export type Verdict = 'pass' | 'warn' | 'fail';

/** What the gate saw and decided. Times are epoch milliseconds. */
export interface GateView {
  readonly window: MaintenanceWindow;
  readonly now: number;
  readonly deploys: readonly DeployInterval[];
  readonly state: MaintenanceState;
  /** Taken to be over, since nothing was heard of it for a week. */
  readonly over: readonly Over[];
  /** For the log. */
  readonly notes: readonly string[];
  readonly judgement: Judgement;
}

/** Why `onOverlap: defer` deferred nothing of a project. */
export type Hindrance =
  | 'running'
  | 'unknown'
  | 'nothingScheduled'
  | 'overdue'
  /** More than one maintenance is scheduled, and which one Atlas would defer is not known. */
  | 'several'
  /** The deploy would still meet maintenance. */
  | 'noHelp'
  /** The step would fail over another project all the same. */
  | 'others';

/** What came of `onOverlap: defer` for a project that a deploy meets; in a dry run what would. */
export type Deferral =
  | { readonly from: number; readonly to: number }
  | { readonly refused: string }
  | { readonly not: Hindrance };

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
      /** So many deferrals used would be lost. */
      readonly deferralsReset?: number;
    }
  | { readonly did: 'updated'; readonly patch: WindowPatch; readonly deferralsReset: number }
  | { readonly did: 'deferred' }
  | { readonly did: 'toggled' }
  | { readonly did: 'reset' }
  | {
      readonly did: 'judged';
      readonly view: GateView;
      readonly verdict: Verdict;
      /** Absent where nothing was in the way, or nothing was to be deferred. */
      readonly deferral?: Deferral;
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

/** Projects worked on at the same time, those left out that have taken so long already that they may never answer. */
const CONCURRENCY = 10;
const PATIENCE_MS = 2000;

/** Works on several projects; whatever goes wrong with one is part of its outcome and stops no other. */
export const eachInTurns = (
  projects: readonly Project[],
  work: (project: Project) => Promise<void>,
  tell: (outcome: Outcome) => void = () => {},
): Promise<boolean[]> =>
  inTurns(
    CONCURRENCY,
    projects,
    async project => {
      const succeeded = await settle(project, () => work(project));
      tell(project.outcome);
      return succeeded;
    },
    PATIENCE_MS,
  );

/** @returns whether it went well */
export async function settle({ outcome }: Project, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    outcome.error =
      error instanceof AtlasError
        ? { code: error.code, message: error.message }
        : {
            code: 'INTERNAL',
            message: `A defect of this action: ${plain(error instanceof Error ? error.message : String(error))}`,
          };
    return false;
  }
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
    if (!(error instanceof Complaint)) throw error;
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

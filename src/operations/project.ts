import { type Atlas, AtlasError } from '../atlas/client.ts';
import type { ConfiguredWindow, MaintenanceWindow } from '../atlas/window.ts';
import { Complaint } from '../complaint.ts';
import type { Deadline } from '../deadline.ts';
import { parseZone } from '../schedule/zone.ts';
import { plain, quoted } from '../text.ts';
import { inTurns } from '../turns.ts';
import type { Facts } from '../words/facts.ts';
import type { Problem } from '../words/told.ts';
import { Failure } from './failure.ts';

/** One project at work: what every operation is handed. */
export interface Project {
  readonly id: string;
  /** The text of strangers. Absent: it was not looked up. */
  readonly name?: string;
  /** Of whatever kind; absent: Atlas did not say, or was not asked. */
  readonly clusterCount?: number;
  readonly atlas: Atlas;
  readonly deadline: Deadline;
  readonly dryRun: boolean;
  /** How long maintenance is assumed to last, in milliseconds. */
  readonly maintenanceDuration: number;
  readonly log: { info(line: string): void };
  /** As last read, by `read` alone: what a failed operation learned is told too. */
  window?: MaintenanceWindow;
}

/** What came of the work on a project. */
export type Outcome<T> = { readonly done: T } | Failed;
export interface Failed {
  readonly error: Problem;
  /** What was done all the same. */
  readonly did: Partial<Facts>;
}

/** Tells how far the work on several projects is. */
export type Progress = (project: Pick<Project, 'id' | 'name'>, how: string) => void;

/** What an operation may use besides its projects. */
export interface Runtime {
  readonly progress: Progress;
  /** Milliseconds since the step began, on a clock that nobody can set. */
  elapsed(): number;
  /** Gives what follows the whole timeout again. */
  renew(): void;
  /** @returns false when the run was cancelled meanwhile */
  pause(ms: number): Promise<boolean>;
  /** Has GitHub show what is waited for. */
  pending(description: string): Promise<void>;
}

/** Projects worked on at the same time, those left out that have taken so long already that they may never answer. */
const CONCURRENCY = 10;
const PATIENCE_MS = 2000;

/** Works on several projects; whatever goes wrong with one is its outcome and stops no other. */
export const eachInTurns = <T>(
  projects: readonly Project[],
  work: (project: Project) => Promise<T>,
  tell: (project: Project, outcome: Outcome<T>) => void = () => {},
): Promise<Outcome<T>[]> =>
  inTurns(
    CONCURRENCY,
    projects,
    async project => {
      const outcome = await settle(() => work(project));
      tell(project, outcome);
      return outcome;
    },
    PATIENCE_MS,
  );

export async function settle<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof AtlasError || error instanceof Failure) {
      const { code, message } = error;
      return { error: { code, message }, did: error instanceof Failure ? error.did : {} };
    }
    const defect = plain(error instanceof Error ? error.message : String(error));
    return { error: { code: 'INTERNAL', message: `A defect in this action: ${defect}` }, did: {} };
  }
}

/**
 * Reads the window and remembers it for the report.
 *
 * @throws {AtlasError}
 * @throws {Failure} where its time zone is unknown here: then nobody can tell when it starts
 */
export async function read(project: Project): Promise<MaintenanceWindow> {
  const window = await project.atlas.getWindow(project.id);
  if (window.timeZoneId !== undefined) requireZone(window.timeZoneId);
  project.window = window;
  return window;
}

function requireZone(timeZoneId: string) {
  try {
    parseZone(timeZoneId);
  } catch (error) {
    if (!(error instanceof Complaint)) throw error;
    throw Failure.because(
      'UNKNOWN_TIME_ZONE',
      `Atlas gives the project's time zone as ${quoted(timeZoneId)}, which this runner does not know, so the start of the window cannot be told. Set another time zone in the project's settings in Atlas, or use a newer version of this action`,
    );
  }
}

/** Did Atlas say no, and why: a code that comes with a failure of the server says nothing. */
export const isRefusal = (error: unknown, code?: string): error is AtlasError =>
  error instanceof AtlasError && error.outcome === 'refused' && (code === undefined || error.code === code);

/** @throws {Failure} where no window is set: a start or a deferral needs one. */
export function requireWindow(window: MaintenanceWindow): ConfiguredWindow {
  if (window.configured) return window;
  throw Failure.because(
    'ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED',
    'The project has no maintenance window: set one first, with operation `update`, dayOfWeek and hourOfDay',
  );
}

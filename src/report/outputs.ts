import type { MaintenanceWindow } from '../atlas/window.ts';
import type { OperationName } from '../inputs/table.ts';
import type { GateTask } from '../operations/gate.ts';
import type { Outcome } from '../operations/project.ts';
import { kindOf, type MaintenanceKind } from '../schedule/maintenance.ts';
import { toIso } from '../schedule/time.ts';
import { SECOND } from '../schedule/units.ts';
import { nextWeeklyStart } from '../schedule/weekly.ts';
import { messageOf } from './words.ts';

/** What is known of one project, under the names of the outputs; `null` where it does not apply. */
export interface Result {
  readonly groupId: string;
  readonly configured: boolean | null;
  readonly dayOfWeek: number | null;
  readonly hourOfDay: number | null;
  readonly timeZoneId: string | null;
  readonly autoDeferOnceEnabled: boolean | null;
  readonly numberOfDeferrals: number | null;
  readonly startASAP: boolean | null;
  readonly protectedHours: string | null;
  readonly waveAssignment: number | null;
  readonly effectiveWaveAssignment: number | null;
  readonly window: object | null;
  readonly changed: boolean;
  readonly deferred: boolean;
  readonly nextStart: string | null;
  readonly nextEnd: string | null;
  readonly maintenanceState: MaintenanceKind | null;
  readonly scheduledStart: string | null;
  readonly overlap: boolean | null;
  readonly verdict: 'pass' | 'warn' | 'fail' | null;
  readonly clearAt: string | null;
  readonly secondsUntilClear: number | null;
  readonly message: string;
  readonly error: { readonly code: string; readonly message: string } | null;
}

/** What the report needs to know besides the outcomes. */
export interface ReportContext {
  /** Milliseconds. */
  readonly maintenanceDuration: number;
  /** Epoch milliseconds, by Atlas's clock where the runner's is off. */
  readonly now: number;
  /** Of Atlas, without a trailing slash. */
  readonly baseUrl: string;
  readonly operation: OperationName;
  readonly dryRun: boolean;
  /** Present when the operation is `gate`. */
  readonly gate?: GateTask;
}

export function toResult(outcome: Outcome, context: ReportContext): Result {
  const { window, done } = outcome;
  const set = window?.configured ? window : undefined;
  const view = done?.did === 'judged' ? done.view : undefined;
  const judgement = view?.judgement;
  const zone = set?.timeZoneId ?? 'UTC';
  const nextStart = set && nextWeeklyStart(set, context.now);
  // Outputs are in whole seconds: rounded up, so that a deploy at the time given is clear.
  const clearAt =
    judgement?.clearAt === undefined ? undefined : Math.ceil(judgement.clearAt / SECOND) * SECOND;
  return {
    groupId: outcome.groupId,
    configured: window?.configured ?? null,
    dayOfWeek: set?.dayOfWeek ?? null,
    hourOfDay: set?.hourOfDay ?? null,
    timeZoneId: window?.timeZoneId ?? null,
    autoDeferOnceEnabled: set?.autoDeferOnceEnabled ?? null,
    numberOfDeferrals: set?.numberOfDeferrals ?? null,
    startASAP: set?.startASAP ?? null,
    protectedHours: set?.protectedHours ? hoursText(set.protectedHours) : null,
    waveAssignment: window?.waveAssignment ?? null,
    effectiveWaveAssignment: window?.effectiveWaveAssignment ?? null,
    window: window ? withoutConfigured(window) : null,
    changed: outcome.changed,
    deferred: outcome.deferred,
    nextStart: nextStart === undefined ? null : toIso(nextStart, zone),
    nextEnd: nextStart === undefined ? null : toIso(nextStart + context.maintenanceDuration, zone),
    maintenanceState: view ? kindOf(view.state) : null,
    scheduledStart: judgement?.scheduledStart === undefined ? null : toIso(judgement.scheduledStart, zone),
    overlap: judgement?.overlap ?? null,
    // A gate that could not judge is closed.
    verdict: done?.did === 'judged' ? done.verdict : context.gate && outcome.error ? 'fail' : null,
    clearAt: clearAt === undefined ? null : toIso(clearAt, context.gate?.zone.id ?? 'UTC'),
    secondsUntilClear:
      clearAt === undefined ? null : Math.max(0, Math.ceil((clearAt - context.now) / SECOND)),
    message: messageOf(outcome, context),
    error: outcome.error ?? null,
  };
}

export const hoursText = (hours: { startHourOfDay: number; endHourOfDay: number }) =>
  `${hours.startHourOfDay}-${hours.endHourOfDay}`;

function withoutConfigured({ configured: _, ...answer }: MaintenanceWindow) {
  return answer;
}

type OutputName = Exclude<keyof Result, 'error'> | 'results';

/** Every output, in the order of `action.yml`. */
export const OUTPUTS = [
  'groupId',
  'configured',
  'dayOfWeek',
  'hourOfDay',
  'timeZoneId',
  'autoDeferOnceEnabled',
  'numberOfDeferrals',
  'startASAP',
  'protectedHours',
  'waveAssignment',
  'effectiveWaveAssignment',
  'window',
  'changed',
  'deferred',
  'nextStart',
  'nextEnd',
  'maintenanceState',
  'scheduledStart',
  'overlap',
  'verdict',
  'clearAt',
  'secondsUntilClear',
  'message',
  'results',
] as const satisfies readonly OutputName[];

/**
 * One project's result as it is; of several, what can be said of all: any change, deferral or overlap, the worst
 * verdict, the latest time that is clear.
 *
 * @param message the outcome of the step in a sentence
 * @param verdict of a step without results
 */
export function toOutputs(
  results: readonly Result[],
  message: string,
  verdict?: 'fail',
): Map<string, string> {
  const [single, ...more] = results;
  const shown: Partial<Record<OutputName, unknown>> =
    single === undefined ? { verdict } : more.length === 0 ? single : together(results);
  const all: Partial<Record<OutputName, unknown>> = { ...shown, message, results };
  return new Map(OUTPUTS.map(name => [name, outputText(all[name])]));
}

function together(results: readonly Result[]): Partial<Record<OutputName, unknown>> {
  const clear = results.map(result => result.clearAt);
  const latest = clear.every(at => at !== null)
    ? results.reduce((a, b) => (Date.parse(a.clearAt ?? '') >= Date.parse(b.clearAt ?? '') ? a : b))
    : undefined;
  const overlaps = results.map(result => result.overlap);
  return {
    changed: results.some(result => result.changed),
    deferred: results.some(result => result.deferred),
    // One that is not known leaves the whole unknown, unless another overlaps for certain.
    overlap: overlaps.includes(true) ? true : overlaps.includes(null) ? null : false,
    verdict: (['fail', 'warn', 'pass'] as const).find(verdict =>
      results.some(result => result.verdict === verdict),
    ),
    clearAt: latest?.clearAt,
    secondsUntilClear: latest?.secondsUntilClear,
  };
}

const outputText = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

import type { MaintenanceKind } from '../schedule/maintenance.ts';

/** What is known of one project, under the names of the outputs; `null` where it does not apply. */
export interface Facts {
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
  readonly waitedSeconds: number | null;
  readonly overridden: boolean | null;
  readonly nextStart: string | null;
  readonly nextEnd: string | null;
  readonly maintenanceState: MaintenanceKind | null;
  readonly scheduledStart: string | null;
  readonly overlap: boolean | null;
  readonly verdict: Verdict | null;
  readonly clearAt: string | null;
  readonly secondsUntilClear: number | null;
}

export type Verdict = 'pass' | 'warn' | 'fail';

/** Of a project of which nothing is known; in the order of `action.yml`. */
export const NO_FACTS: Facts = {
  configured: null,
  dayOfWeek: null,
  hourOfDay: null,
  timeZoneId: null,
  autoDeferOnceEnabled: null,
  numberOfDeferrals: null,
  startASAP: null,
  protectedHours: null,
  waveAssignment: null,
  effectiveWaveAssignment: null,
  window: null,
  changed: false,
  deferred: false,
  waitedSeconds: null,
  overridden: null,
  nextStart: null,
  nextEnd: null,
  maintenanceState: null,
  scheduledStart: null,
  overlap: null,
  verdict: null,
  clearAt: null,
  secondsUntilClear: null,
};

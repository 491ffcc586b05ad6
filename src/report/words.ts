import { AtlasError } from '../atlas/client.ts';
import type { MaintenanceWindow } from '../atlas/window.ts';
import type { GateTask } from '../operations/gate.ts';
import type { Done, GateView, Outcome } from '../operations/project.ts';
import { formatDuration } from '../schedule/duration.ts';
import { type EpochMs, formatInZone } from '../schedule/time.ts';
import { nextWeeklyStart } from '../schedule/weekly.ts';
import { plain } from '../text.ts';
import type { ReportContext } from './outputs.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const dayName = (dayOfWeek: number) => DAYS[dayOfWeek - 1] ?? `day ${dayOfWeek}`;
export const hourText = (hourOfDay: number) => `${String(hourOfDay).padStart(2, '0')}:00`;

/** `every Sunday at 21:00 (Europe/Berlin)` */
const weekly = (window: Extract<MaintenanceWindow, { configured: true }>) =>
  `every ${dayName(window.dayOfWeek)} at ${hourText(window.hourOfDay)} (${plain(window.timeZoneId, 60)})`;

/** The zones a person of this step thinks in: the project's, the deploy's, UTC; each once. */
export function zonesOf(window: MaintenanceWindow | undefined, gate: GateTask | undefined): string[] {
  return [...new Set([window?.timeZoneId, gate?.zone.id, 'UTC'].filter(zone => zone !== undefined))];
}

/**
 * One instant in all zones, the date said again only where it differs:
 * `Sun 2026-03-01 23:30 Europe/Berlin (17:30 America/New_York, 22:30 UTC)`.
 */
export function inZones(at: EpochMs, zones: readonly string[]): string {
  const [first = formatInZone(at, 'UTC'), ...others] = zones.map(zone => formatInZone(at, zone));
  const date = datePart(first);
  const more = others.map(text => (datePart(text) === date ? text.slice(date.length + 1) : text)).join(', ');
  return more === '' ? first : `${first} (${more})`;
}
/** `Sun 2026-03-01` */
const datePart = (formatted: string) => formatted.split(' ').slice(0, 2).join(' ');

/** What happened to a project, in a sentence or a few: the `message` output, the annotation and the summary's head. */
export function messageOf(outcome: Outcome, context: ReportContext): string {
  if (outcome.error) return outcome.error.message;
  const { done, window } = outcome;
  if (done === undefined || window === undefined) return 'The project was not reached.';
  if (done.did === 'judged') return verdictMessage(done, context);
  if (done.did === 'wouldSend')
    return `Dry run: would send ${done.method} ${done.path}${done.body === undefined ? '' : ` with ${done.body}`}. Nothing was changed.`;
  if (!window.configured)
    return done.did === 'reset'
      ? 'The maintenance window was removed: Atlas now starts maintenance whenever it chooses.'
      : 'No maintenance window is set: Atlas starts maintenance whenever it chooses.';
  switch (done.did) {
    case 'read':
    case 'reset':
      return `The maintenance window starts ${weekly(window)}.`;
    case 'updated':
      if (done.patch.startASAP) return 'The scheduled maintenance was told to start as soon as possible.';
      return `The maintenance window was updated; it starts ${weekly(window)}.${deferralsReset(done.deferralsReset)}`;
    case 'deferred':
      return `The scheduled maintenance was deferred by one week; deferrals used: ${window.numberOfDeferrals}.`;
    case 'toggled':
      return window.autoDeferOnceEnabled
        ? 'Automatic deferral was switched on: Atlas defers every maintenance once, by one week.'
        : 'Automatic deferral was switched off.';
    case 'nothing':
      return done.because === 'nothingScheduled'
        ? 'No maintenance is scheduled, so there was nothing to defer.'
        : `Nothing to change: the project is as asked. The maintenance window starts ${weekly(window)}.`;
  }
}

const deferralsReset = (count: number) =>
  count === 0
    ? ''
    : ` The update reset the ${count === 1 ? 'one deferral' : `${count} deferrals`} used so far.`;

type Judged = Extract<Done, { did: 'judged' }>;

function verdictMessage(done: Judged, context: ReportContext): string {
  const { view, verdict } = done;
  const { window, judgement } = view;
  const zones = zonesOf(window, context.gate);
  const parts: string[] = [];
  if (done.deferral === 'deferred') parts.push('The scheduled maintenance was deferred by one week.');
  const block = judgement.block;
  if (block === undefined) {
    if (!window.configured)
      parts.push(
        'No maintenance window is set, so Atlas may start maintenance at any time it chooses: whether it meets the deploy cannot be known. Set a window with operation `update`, dayOfWeek and hourOfDay.',
      );
    else parts.push(`Clear: ${deployText(view, context)} meets no maintenance.`, nextText(view, zones));
    return parts.join(' ');
  }
  const head = verdict === 'fail' ? 'Blocked' : verdict === 'warn' ? 'Warning' : 'Overlap ignored';
  const line = block.deployLine === undefined ? '' : ` (deployWindow ${plain(block.deployLine, 80)})`;
  parts.push(
    `${head}: the deploy from ${inZones(block.deploy.start, zones)} to ${inZones(block.deploy.end, zones)}${line} would meet maintenance: ${reasonText(view, context, zones)}`,
  );
  if (done.deferral === 'wouldDefer')
    parts.push('Dry run: would defer the scheduled maintenance by one week and look again.');
  if (done.deferral instanceof AtlasError) parts.push(`It could not be deferred: ${done.deferral.message}`);
  parts.push(clearText(view, zones), adviceText(done, context));
  return parts.filter(part => part !== '').join(' ');
}

function deployText({ deploys }: GateView, { gate }: ReportContext): string {
  const [first] = deploys;
  if (gate?.deploy.kind === 'standing' || first === undefined)
    return 'the standing deploy window, judged over the next 53 weeks,';
  const zone = gate?.zone.id ?? 'UTC';
  return `the deploy from ${formatInZone(first.start, zone)} to ${formatInZone(first.end, zone)}`;
}

/** Why the gate blocks: which maintenance, and how it is known. */
function reasonText(
  { judgement, state, now }: GateView,
  context: ReportContext,
  zones: readonly string[],
): string {
  const { block } = judgement;
  if (block === undefined) return '';
  const start = inZones(block.maintenance.start, zones);
  const length = formatDuration(context.maintenanceDuration);
  switch (block.reason) {
    case 'running':
      return `it has been running since ${start}, and Atlas has not reported its end.`;
    case 'scheduled':
      return `Atlas has scheduled it for ${start}, assumed to last ${length}${state.kind === 'scheduled' ? scheduledDetail(state, now) : ''}.`;
    case 'tooEarly':
      return `the weekly window starts ${start}, assumed to last ${length}, and it is too early to know whether Atlas will use it: nothing is announced yet, and Atlas announces 72 to 48 hours ahead.`;
    case 'weekly':
      return `the weekly window starts ${start}, and maintenance is assumed to last ${length}.`;
  }
}

function scheduledDetail(state: Extract<GateView['state'], { kind: 'scheduled' }>, now: EpochMs): string {
  const announced = state.announced === undefined ? '' : `, announced ${ago(now - state.announced)} ago`;
  const deferred =
    state.deferrals === 0 ? '' : `, deferred ${state.deferrals === 1 ? 'once' : `${state.deferrals} times`}`;
  return announced + deferred;
}

/** In whole units, for people: `3 h`, `2 d`. */
export function ago(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 120) return `${minutes} min`;
  return minutes < 72 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} d`;
}

function nextText({ state, judgement }: GateView, zones: readonly string[]): string {
  const next =
    judgement.nextStart === undefined
      ? ''
      : `The weekly window next starts ${inZones(judgement.nextStart, zones)}`;
  const known = {
    none: 'nothing is announced',
    scheduled: `maintenance is scheduled for ${inZones(judgement.scheduledStart ?? 0, zones)}`,
    running: 'maintenance is running',
    unknown: 'whether maintenance is scheduled is unknown',
  }[state.kind];
  return `${next}; ${known}.`;
}

function clearText({ judgement, state }: GateView, zones: readonly string[]): string {
  if (judgement.clearAt === undefined)
    return 'No start within the next 53 weeks is clear for a deploy of this length.';
  const guess = state.kind === 'running' ? ', if the maintenance has ended by then' : '';
  return `A deploy of the same length is clear from ${inZones(judgement.clearAt, zones)}${guess}.`;
}

/** What to do next. */
function adviceText({ view, deferral, verdict }: Judged, { gate }: ReportContext): string {
  const { block, knownFrom } = { ...view.judgement, knownFrom: view.judgement.block?.knownFrom };
  if (block === undefined || verdict === 'pass') return '';
  const zones = zonesOf(view.window, gate);
  switch (block.reason) {
    case 'running':
      return 'Wait until Atlas reports the maintenance completed, then run the gate again.';
    case 'tooEarly':
      return `Run the gate again ${knownFrom === undefined ? 'later' : `from ${inZones(knownFrom, zones)} on`}, or move the deploy.`;
    case 'scheduled':
      return deferral === undefined
        ? 'Move the deploy, or defer the maintenance (`onOverlap: defer`, possible 72 to 48 hours before it starts).'
        : 'Move the deploy.';
    case 'weekly':
      return gate?.blockOn === 'window' && view.state.kind !== 'unknown'
        ? 'Move the deploy, or set `blockOn: scheduled` to block only on maintenance that Atlas has announced.'
        : 'Move the deploy.';
  }
}

/** The settings of a window, for the log: a line each. */
export function settingLines({ window }: Outcome, context: ReportContext): string[] {
  if (window === undefined) return [];
  return settings(window, context).map(([name, value]) => `${name}: ${value}`);
}

/** The settings of a window as pairs of a name and a value, for the log and the summary. */
export function settings(window: MaintenanceWindow, context: ReportContext): [name: string, value: string][] {
  if (!window.configured) return [['Maintenance window', 'none set']];
  const next = nextWeeklyStart(window, context.now);
  const rows: [string, string | undefined][] = [
    ['Maintenance window', `${dayName(window.dayOfWeek)} ${hourText(window.hourOfDay)}`],
    ['Time zone', plain(window.timeZoneId, 60)],
    ['Next start', inZones(next, zonesOf(window, context.gate))],
    ['Deferrals used', `${window.numberOfDeferrals} of 2`],
    ['Automatic deferral', window.autoDeferOnceEnabled ? 'on' : 'off'],
    ['Start as soon as possible', window.startASAP ? 'asked for' : undefined],
    ['Protected hours', window.protectedHours && protectedText(window.protectedHours)],
    ['Wave', window.waveAssignment?.toString()],
    ['Wave in force', window.effectiveWaveAssignment?.toString()],
  ];
  return rows.filter((row): row is [string, string] => row[1] !== undefined);
}

const protectedText = (hours: { startHourOfDay: number; endHourOfDay: number }) =>
  `${hourText(hours.startHourOfDay)} to ${hourText(hours.endHourOfDay)}`;

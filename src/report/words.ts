import type { ConfiguredWindow, MaintenanceWindow } from '../atlas/window.ts';
import type { Done, GateView, Outcome } from '../operations/project.ts';
import { formatDuration } from '../schedule/duration.ts';
import { ANNOUNCED_BEFORE, type Block, judge } from '../schedule/judge.ts';
import type { Scheduled } from '../schedule/maintenance.ts';
import { type EpochMs, formatInZone, overlaps } from '../schedule/time.ts';
import { nextWeeklyStart } from '../schedule/weekly.ts';
import { listed, plain, quoted } from '../text.ts';
import { ago, ceilMinute, inZones, spanInZones } from './instants.ts';
import type { ReportContext } from './outputs.ts';

/** What happened to a project; the first sentence alone says how it ended. */
export type Sentences = readonly [string, ...string[]];
export type Judged = Extract<Done, { did: 'judged' }>;

/** Atlas defers the maintenance of one event so often. */
export const MOST_DEFERRALS = 2;

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const dayName = (dayOfWeek: number) => DAYS[dayOfWeek - 1] ?? `day ${dayOfWeek}`;
const hourText = (hourOfDay: number) => `${String(hourOfDay).padStart(2, '0')}:00`;

/** `every Sunday at 21:00 (Europe/Berlin)` */
export const weekly = (window: ConfiguredWindow) =>
  `every ${dayName(window.dayOfWeek)} at ${hourText(window.hourOfDay)} (${plain(window.timeZoneId, 60)})`;

/** The zones a person of this step thinks in: the project's, the deploy's, UTC; each once. */
export function zonesOf(window: MaintenanceWindow | undefined, { gate }: ReportContext): string[] {
  return [...new Set([window?.timeZoneId, gate?.zone.id, 'UTC'].filter(zone => zone !== undefined))];
}

/** Text of an error as a sentence: with one full stop. */
const sentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);

const times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** The `message` output and the annotation. */
export const messageOf = (outcome: Outcome, context: ReportContext): string =>
  sentencesOf(outcome, context).join(' ');

export function sentencesOf(outcome: Outcome, context: ReportContext): Sentences {
  if (outcome.error) return [sentence(outcome.error.message)];
  const { done, window } = outcome;
  if (done === undefined || window === undefined) return ['The project was not reached.'];
  if (done.did === 'judged') {
    const block = blockOf(done.view, context);
    return block ? blocked(done, block, context) : clear(done, context);
  }
  if (done.did === 'wouldSend')
    return [
      `Dry run: would send ${done.method} ${done.path}${done.body === undefined ? '' : ` with ${done.body}`}.`,
      'Nothing was changed.',
    ];
  if (!window.configured)
    return done.did === 'reset'
      ? ['The maintenance window was removed: Atlas now starts maintenance whenever it chooses.']
      : ['No maintenance window is set: Atlas starts maintenance whenever it chooses.'];
  switch (done.did) {
    case 'read':
    case 'reset':
      return [`The maintenance window starts ${weekly(window)}.`];
    case 'updated':
      return done.patch.startASAP
        ? ['The scheduled maintenance was told to start as soon as possible.']
        : [
            `The maintenance window was updated; it starts ${weekly(window)}.`,
            ...resetText(done.deferralsReset),
          ];
    case 'deferred':
      return ['The scheduled maintenance was deferred by one week.', usedText(window)];
    case 'toggled':
      return window.autoDeferOnceEnabled
        ? ['Automatic deferral was switched on: Atlas defers every maintenance once, by one week.']
        : ['Automatic deferral was switched off.'];
    case 'nothing':
      return done.because === 'nothingScheduled'
        ? ['No maintenance is scheduled, so there was nothing to defer.']
        : ['Nothing to change: the project is as asked.', `The maintenance window starts ${weekly(window)}.`];
  }
}

const usedText = ({ numberOfDeferrals }: ConfiguredWindow) =>
  `Deferrals used: ${numberOfDeferrals} of ${MOST_DEFERRALS}.`;

function resetText(count: number): string[] {
  if (count === 0) return [];
  return [`The update reset the ${count === 1 ? 'one deferral' : `${count} deferrals`} used so far.`];
}

/** The maintenance to tell of: where some is running in the way, that comes before any that may come. */
export function blockOf(
  { judgement, state, now }: GateView,
  { maintenanceDuration }: ReportContext,
): Block | undefined {
  const { block } = judgement;
  if (block === undefined || state.kind !== 'running') return block;
  const running = { start: state.since, end: Math.max(state.since, now) + maintenanceDuration };
  return overlaps(running, block.deploy) ? { ...block, reason: 'running', maintenance: running } : block;
}

/** The gate found nothing in the way. */
function clear({ view, deferral }: Judged, context: ReportContext): Sentences {
  const { window } = view;
  const zones = zonesOf(window, context);
  if (!window.configured)
    return [
      'No maintenance window is set, so Atlas may start maintenance at any time.',
      `Whether it would meet ${subject(context)} cannot be known.`,
      ...stateTexts(view, zones),
      'Set a window: operation `update` with dayOfWeek and hourOfDay.',
    ];
  return [
    deferral === 'deferred'
      ? `Clear: the scheduled maintenance was deferred by one week, and ${subject(context)} now meets none.`
      : `Clear: ${subject(context)} meets no maintenance.`,
    ...(deferral === 'deferred' ? [usedText(window)] : []),
    deployText(view, undefined, context, zones),
    ...stateTexts(view, zones),
    ...nextTexts(view, context, zones),
  ];
}

/** The gate found maintenance in the way. */
function blocked(done: Judged, block: Block, context: ReportContext): Sentences {
  const { view, verdict, deferral } = done;
  const { window } = view;
  const zones = zonesOf(window, context);
  const head = { fail: 'Blocked', warn: 'Warning', pass: 'Overlap ignored' }[verdict];
  return [
    `${head}: ${clause(block, deferral === 'deferred', context)}.`,
    deployText(view, block, context, zones),
    ...(deferral === 'deferred' ? [deferredText(view, zones)] : []),
    maintenanceText(done, block, context, zones),
    ...(window.configured ? [] : ['No maintenance window is set.']),
    ...undeferredTexts(done, block, context),
    clearText(view, context, zones),
    ...(verdict === 'fail' ? adviceTexts(done, block, context, zones) : []),
    ...(verdict === 'fail' ? [] : [`\`onOverlap: ${context.gate?.onOverlap}\` lets the step pass.`]),
  ];
}

const subject = ({ gate }: ReportContext) =>
  gate?.deploy.kind === 'standing' ? 'the standing deploy window' : 'the deploy';

function clause(block: Block, deferred: boolean, context: ReportContext): string {
  if (block.reason === 'tooEarly')
    return `it is too early to know whether maintenance will meet ${subject(context)}`;
  const what = {
    running: 'maintenance that is running',
    scheduled: 'maintenance that Atlas has scheduled',
    weekly: 'the weekly maintenance window',
  }[block.reason];
  const still = deferred ? 'although the scheduled maintenance was deferred, ' : '';
  return `${still}${subject(context)} would${deferred ? ' still' : ''} meet ${what}`;
}

function deployText(
  { deploys, now }: GateView,
  block: Block | undefined,
  context: ReportContext,
  zones: readonly string[],
): string {
  const line = block?.deployLine === undefined ? '' : `, from the line ${quoted(block.deployLine)}`;
  if (context.gate?.deploy.kind === 'standing')
    return block === undefined
      ? 'All its deploys of the next 53 weeks were judged.'
      : `Of the next 53 weeks, the first deploy concerned is ${spanInZones(block.deploy, zones)}${line}.`;
  const deploy = block?.deploy ?? deploys[0];
  if (deploy === undefined) return 'There is no deploy.';
  return deploy.end <= now
    ? `The deploy lies in the past, ${spanInZones(deploy, zones)}: check deployStart if another was meant.`
    : `The deploy runs ${spanInZones(deploy, zones)}.`;
}

/** Which maintenance, and how it is known. */
function maintenanceText(
  done: Judged,
  block: Block,
  context: ReportContext,
  zones: readonly string[],
): string {
  const { view } = done;
  const { state, now } = view;
  const start = inZones(block.maintenance.start, zones);
  const lasts = `assumed to last ${formatDuration(context.maintenanceDuration)}`;
  switch (block.reason) {
    case 'running':
      return state.kind === 'running' && state.by !== 'startASAP'
        ? `The maintenance has been running since ${start}, and Atlas has not reported its end.`
        : 'The maintenance was told to start as soon as possible and has not completed.';
    case 'scheduled':
      return block.maintenance.start > now
        ? `The maintenance starts ${start} and is ${lasts}; it was ${howKnown(plannedOf(view), now)}.`
        : `The maintenance should have started ${start}; Atlas has reported neither its start nor its end.`;
    case 'tooEarly':
      return `The weekly window starts ${start}, and maintenance is ${lasts}. Nothing is announced for that start yet: Atlas announces 72 to 48 hours ahead.`;
    case 'weekly':
      return `The weekly window starts ${start}, and maintenance is ${lasts}. ${weeklyText(done, block, zones)}`;
  }
}

/** Why a weekly start counts. */
function weeklyText({ view, deferral }: Judged, block: Block, zones: readonly string[]): string {
  const { state, now } = view;
  const counts = 'with `blockOn: window` every weekly start counts';
  switch (state.kind) {
    case 'unknown':
      return `Whether maintenance is scheduled is unknown (${plain(state.reason)}), so every weekly start counts.`;
    case 'running':
      return `Other maintenance is running, and ${counts}.`;
    case 'scheduled':
      if (deferral === 'deferred') return `This start is free now, but ${counts}.`;
      return state.start <= now
        ? `Maintenance announced for ${inZones(state.start, zones)} is overdue and may come with any weekly start.`
        : `Atlas has scheduled maintenance for another start, ${inZones(state.start, zones)}, but ${counts}.`;
    case 'none':
      return block.maintenance.start - now < ANNOUNCED_BEFORE
        ? `Nothing is announced for that start, but ${counts}.`
        : `Nothing is announced yet (Atlas announces 72 to 48 hours ahead), and ${counts}.`;
  }
}

/** Maintenance that is to come. */
export function plannedOf({ state }: Pick<GateView, 'state'>): Scheduled | undefined {
  const planned = state.kind === 'running' ? state.next : state;
  return planned?.kind === 'scheduled' ? planned : undefined;
}

/** `announced 3 h ago and deferred once` */
export function howKnown(planned: Scheduled | undefined, now: EpochMs): string {
  if (planned === undefined) return 'announced';
  return listed([
    `announced ${ago(now - planned.announced)} ago`,
    ...(planned.deferrals === 0 ? [] : [`deferred ${times(planned.deferrals)}`]),
  ]);
}

function stateTexts(view: GateView, zones: readonly string[]): string[] {
  const { state, window, now } = view;
  switch (state.kind) {
    case 'none':
      return window.configured ? ['Atlas has announced no maintenance.'] : [];
    case 'scheduled':
      return [`Maintenance is scheduled for ${inZones(state.start, zones)}, ${howKnown(state, now)}.`];
    case 'running':
      return [
        `Maintenance has been running since ${inZones(state.since, zones)}.`,
        ...(state.next ? [`More is scheduled for ${inZones(state.next.start, zones)}.`] : []),
      ];
    case 'unknown':
      return [`Whether maintenance is scheduled is unknown: ${sentence(plain(state.reason))}`];
  }
}

function nextTexts(view: GateView, { gate }: ReportContext, zones: readonly string[]): string[] {
  const { judgement, deploys } = view;
  const { nextStart, nextEnd } = judgement;
  if (nextStart === undefined || nextEnd === undefined || nextStart === plannedOf(view)?.start) return [];
  const next = `The weekly window next starts ${inZones(nextStart, zones)}`;
  const passedOver = deploys.some(deploy => overlaps(deploy, { start: nextStart, end: nextEnd }));
  return passedOver && gate?.blockOn === 'scheduled'
    ? [`${next}; nothing is announced for that start, so with \`blockOn: scheduled\` it does not count.`]
    : [`${next}.`];
}

function deferredText(view: GateView, zones: readonly string[]): string {
  const to = plannedOf(view);
  const used = view.window.configured ? ` ${usedText(view.window)}` : '';
  return `The scheduled maintenance was deferred by one week${to ? `, to ${inZones(to.start, zones)}` : ''}.${used}`;
}

/** With `onOverlap: defer`: why nothing was deferred. */
function undeferredTexts({ view, deferral }: Judged, block: Block, { gate }: ReportContext): string[] {
  if (typeof deferral === 'object') return [`It could not be deferred: ${sentence(deferral.refused)}`];
  if (deferral === 'wouldDefer')
    return [
      'Dry run: would defer the scheduled maintenance by one week and look again. Nothing was changed.',
    ];
  if (deferral === 'deferred' || gate?.onOverlap !== 'defer') return [];
  const because =
    block.reason === 'running'
      ? 'maintenance that runs cannot be deferred'
      : {
          none: 'nothing is scheduled that could be deferred',
          scheduled: 'the deploy does not meet the scheduled maintenance',
          running: 'the deploy does not meet scheduled maintenance',
          unknown: 'it is unknown whether maintenance is scheduled',
        }[view.state.kind];
  return [`\`onOverlap: defer\` cannot help here: ${because}.`];
}

function clearText(
  { judgement, state }: GateView,
  { gate }: ReportContext,
  zones: readonly string[],
): string {
  const standing = gate?.deploy.kind === 'standing';
  if (judgement.clearAt === undefined)
    return standing
      ? 'None of its deploys in the next 53 weeks is clear.'
      : 'Within the next 53 weeks no start is clear for a deploy of this length.';
  const at = inZones(ceilMinute(judgement.clearAt), zones);
  if (standing) return `Its next deploy that is clear starts ${at}.`;
  return `A deploy of the same length is clear from ${at}${state.kind === 'running' ? ', if the maintenance has ended by then' : ''}.`;
}

/** What to do next. */
function adviceTexts(done: Judged, block: Block, context: ReportContext, zones: readonly string[]): string[] {
  const { view } = done;
  const standing = context.gate?.deploy.kind === 'standing';
  const move = standing ? 'Change the deploy window or the maintenance window' : 'Move the deploy';
  switch (block.reason) {
    case 'running':
      return ['Run the gate again once Atlas reports the maintenance completed.'];
    case 'tooEarly':
      return [
        standing || block.knownFrom === undefined
          ? `${move}.`
          : `Ask again from ${inZones(ceilMinute(block.knownFrom), zones)} on, or move the deploy.`,
      ];
    case 'scheduled':
      return [`${move}${deferAdvice(done, block, zones)}.`];
    case 'weekly':
      return [
        `${move}${passesScheduled(view, context) ? `, or set \`blockOn: scheduled\`, under which ${standing ? 'it' : 'this deploy'} would pass` : ''}.`,
      ];
  }
}

/** Whether, and until when, deferring is a way out. */
function deferAdvice({ view, deferral }: Judged, block: Block, zones: readonly string[]): string {
  if (deferral !== undefined || !view.window.configured) return '';
  if (view.window.numberOfDeferrals >= MOST_DEFERRALS)
    return `: the maintenance was deferred ${times(view.window.numberOfDeferrals)} already, and Atlas allows no more`;
  const last = block.maintenance.start - ANNOUNCED_BEFORE;
  return view.now < last
    ? `, or defer the maintenance by a week (\`onOverlap: defer\`), which Atlas allows until ${inZones(last, zones)}`
    : ': it is too late to defer the maintenance, which Atlas allows only until 48 hours before the start';
}

/** Would the same deploy pass if only announced maintenance counted? */
function passesScheduled(view: GateView, { gate, maintenanceDuration }: ReportContext): boolean {
  if (gate?.blockOn !== 'window') return false;
  const window = view.window.configured ? view.window : undefined;
  return !judge({ ...view, window, maintenanceDuration, blockOn: 'scheduled' }).overlap;
}

/** One or two sentences, for where there is little room. */
export function shortText(outcome: Outcome, context: ReportContext): string {
  const [first] = sentencesOf(outcome, context);
  const { done } = outcome;
  const judgement = done?.did === 'judged' && done.verdict !== 'pass' ? done.view.judgement : undefined;
  const zone = context.gate?.zone.id ?? 'UTC';
  const shown = (at: EpochMs) => formatInZone(ceilMinute(at), zone);
  if (judgement?.block === undefined) return first;
  if (judgement.block.knownFrom !== undefined)
    return `${first} Ask again from ${shown(judgement.block.knownFrom)}.`;
  return judgement.clearAt === undefined ? first : `${first} Clear from ${shown(judgement.clearAt)}.`;
}

/** Of a message about several projects what holds for all. */
export const firstLine = (message: string): string => (message.split('\n')[0] ?? '').replace(/:$/, '.');

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
    ['Maintenance window', weekly(window)],
    ['Next start', inZones(next, zonesOf(window, context))],
    ['Deferrals used', `${window.numberOfDeferrals} of ${MOST_DEFERRALS}`],
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

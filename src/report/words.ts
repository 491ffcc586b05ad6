import type { ConfiguredWindow, MaintenanceWindow } from '../atlas/window.ts';
import type { Done, GateView, Hindrance, Outcome } from '../operations/project.ts';
import { DAYS } from '../schedule/days.ts';
import { formatDuration } from '../schedule/duration.ts';
import { type EpochMs, overlaps } from '../schedule/interval.ts';
import { type Block, type Judgement, judge, KNOWN_BEFORE } from '../schedule/judge.ts';
import { ANNOUNCED_EARLIEST, ANNOUNCED_LATEST, type Over, type Scheduled } from '../schedule/maintenance.ts';
import { formatInZone } from '../schedule/time.ts';
import { HORIZON, HOUR, WEEK } from '../schedule/units.ts';
import { nextWeeklyStart } from '../schedule/weekly.ts';
import { listed, plain, quoted } from '../text.ts';
import type { ReportContext } from './context.ts';
import { ago, ceilMinute, inZones, spanInZones } from './instants.ts';

/** What happened to a project; the first sentence alone says how it ended. */
export type Sentences = readonly [string, ...string[]];
export type Judged = Extract<Done, { did: 'judged' }>;

/** Atlas defers the maintenance of one event so often, unless it grants more. */
const USUAL_DEFERRALS = 2;

const HORIZON_TEXT = `${HORIZON / WEEK} weeks`;
const ANNOUNCED_TEXT = `${ANNOUNCED_EARLIEST / HOUR} to ${ANNOUNCED_LATEST / HOUR} hours`;

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
    const { block, unknown } = done.view.judgement;
    if (block) return blocked(done, block, context);
    return unknown.length > 0 ? notKnown(done, context) : clear(done, context);
  }
  if (done.did === 'wouldSend')
    return [
      `Dry run: would send ${done.method} ${done.path}${done.body === undefined ? '' : ` with ${done.body}`}.`,
      ...resetText('would reset', done.deferralsReset ?? 0),
      'Nothing was changed.',
    ];
  if (!window.configured)
    return [`${unsetText(done, window)}: Atlas starts maintenance whenever it chooses.`];
  switch (done.did) {
    case 'read':
    case 'reset':
      return [`The maintenance window starts ${weekly(window)}.`];
    case 'updated':
      return done.patch.startASAP
        ? ['The scheduled maintenance was told to start as soon as possible.']
        : [
            `The maintenance window was updated; it starts ${weekly(window)}.`,
            ...resetText('reset', done.deferralsReset),
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
        : [
            'Nothing to change: the project is already set this way.',
            `The maintenance window starts ${weekly(window)}.`,
          ];
  }
}

/** What happened to a project that has no window in the end. */
function unsetText(done: Done, { waveAssignment }: MaintenanceWindow): string {
  if (done.did === 'reset') return 'The maintenance window was removed';
  if (done.did === 'updated')
    return `The project has ${waveAssignment === undefined ? 'no wave of its own' : `wave ${waveAssignment}`} now, and no maintenance window is set`;
  if (done.did !== 'nothing') return 'No maintenance window is set';
  return done.because === 'noWindow'
    ? 'Nothing to do, as no maintenance window is set'
    : 'Nothing to change, as the project is already set this way; no maintenance window is set';
}

const usedText = (window: ConfiguredWindow) => `Deferrals used: ${deferralsUsed(window)}.`;

/** `1 of 2`; how many there are in all is not known where waves are in force, or where Atlas has granted more. */
export const deferralsUsed = ({ numberOfDeferrals, effectiveWaveAssignment }: ConfiguredWindow) =>
  effectiveWaveAssignment === undefined && numberOfDeferrals <= USUAL_DEFERRALS
    ? `${numberOfDeferrals} of ${USUAL_DEFERRALS}`
    : String(numberOfDeferrals);

function resetText(does: 'reset' | 'would reset', count: number): string[] {
  if (count === 0) return [];
  return [`The update ${does} the ${count === 1 ? 'one deferral' : `${count} deferrals`} used so far.`];
}

/** The gate found nothing in the way. */
function clear({ view, deferral }: Judged, context: ReportContext): Sentences {
  const { window } = view;
  const zones = zonesOf(window, context);
  const moved = movedBy(deferral);
  return [
    moved
      ? `Clear: the scheduled maintenance was deferred by one week, and ${subject(context)} now meets none.`
      : `Clear: ${subject(context)} meets no maintenance.`,
    ...(moved ? [deferredText(view, moved, zones)] : []),
    deployText(view, undefined, context, zones),
    ...stateTexts(view, zones),
    ...nextTexts(view, context, zones),
  ];
}

/** The gate found nothing in the way, and cannot know whether there is something. */
function notKnown(done: Judged, context: ReportContext): Sentences {
  const { view, verdict, deferral } = done;
  const zones = zonesOf(view.window, context);
  const moved = movedBy(deferral);
  return [
    `${verdict === 'fail' ? 'Blocked' : 'Warning'}: nobody can know whether maintenance would meet ${subject(context)}.`,
    ...(moved ? [deferredText(view, moved, zones)] : []),
    ...unknownTexts(view, zones),
    deployText(view, undefined, context, zones),
    ...stateTexts(view, zones),
    ...unknownAdvice(done, context),
  ];
}

/** What is not known, and why. */
const unknownTexts = ({ judgement, now }: GateView, zones: readonly string[]): string[] =>
  judgement.unknown.map(unknown => unknownText(unknown, now, zones));

function unknownText(unknown: Judgement['unknown'][number], now: EpochMs, zones: readonly string[]): string {
  switch (unknown.why) {
    case 'noWindow':
      return 'No maintenance window is set, so Atlas may start maintenance at any time.';
    case 'unreadable':
      return "The project's events could not be read, and only they tell whether maintenance is scheduled or running.";
    case 'deferrals': {
      const told = unknown.scheduled
        ? `the events tell of ${counted(unknown.told)}`
        : 'the events show nothing scheduled';
      return `The window counts ${counted(unknown.counted)}, while ${told}: the feed of events may lag, or an event is missing.`;
    }
    case 'silent': {
      const silence = ago(now - unknown.since);
      return unknown.what === 'running'
        ? `Maintenance has been running since ${inZones(unknown.since, zones)}, and Atlas has reported nothing more of it for ${silence}: the event of its end may be missing.`
        : `Maintenance should have started ${inZones(unknown.since, zones)}, and Atlas has reported neither its start nor its end for ${silence}: an event may be missing.`;
    }
  }
}

const counted = (count: number) =>
  count === 0 ? 'no deferral' : count === 1 ? 'one deferral' : `${count} deferrals`;

/** What to do where not all is known. */
function unknownAdvice({ view, verdict }: Judged, { gate }: ReportContext): string[] {
  const { unknown } = view.judgement;
  if (unknown.length === 0) return [];
  const advice = unknown.map(({ why }) =>
    why === 'noWindow'
      ? 'Set a window: operation `update` with dayOfWeek and hourOfDay.'
      : "Look at the project's activity feed in Atlas.",
  );
  const policy =
    gate?.onUnknown === 'fail'
      ? 'What cannot be known keeps the gate closed (`onUnknown: fail`).'
      : '`onUnknown: warn` lets the step pass.';
  return [...new Set(advice), ...(gate?.onUnknown === 'fail' || verdict !== 'fail' ? [policy] : [])];
}

/** What a person should know, though the operation went on. */
export function warningsOf({ warnings, done }: Outcome, { gate }: ReportContext): string[] {
  const over = done?.did === 'judged' ? done.view.over : [];
  return [...warnings, ...over.map(one => overText(one, gate?.zone.id ?? 'UTC'))];
}

const overText = ({ what, since }: Over, zone: string): string =>
  `${what === 'running' ? 'Maintenance that started' : 'Maintenance that should have started'} ${formatInZone(since, zone)} is taken to be over: Atlas has reported nothing more of it since. If it still runs, the gate does not see it; look at the project's clusters in Atlas.`;

/** From when to when maintenance was moved. */
const movedBy = (deferral: Judged['deferral']) => (deferral && 'to' in deferral ? deferral : undefined);

/** The gate found maintenance in the way. */
function blocked(done: Judged, block: Block, context: ReportContext): Sentences {
  const { view, verdict, deferral } = done;
  const zones = zonesOf(view.window, context);
  const head = { fail: 'Blocked', warn: 'Warning', pass: 'Overlap ignored' }[verdict];
  const moved = context.dryRun ? undefined : movedBy(deferral);
  return [
    `${head}: ${clause(block, moved !== undefined, context)}.`,
    deployText(view, block, context, zones),
    ...(moved ? [deferredText(view, moved, zones)] : []),
    maintenanceText(done, block, context, zones),
    ...unknownTexts(view, zones),
    ...undeferredTexts(done, context, zones),
    clearText(view, context, zones),
    ...(verdict === 'fail' ? adviceTexts(done, block, context, zones) : []),
    ...unknownAdvice(done, context),
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
  { deploys }: GateView,
  block: Block | undefined,
  context: ReportContext,
  zones: readonly string[],
): string {
  const line = block?.deployLine === undefined ? '' : `, from the line ${quoted(block.deployLine)}`;
  if (context.gate?.deploy.kind === 'standing')
    return block === undefined
      ? `All its deploys of the next ${HORIZON_TEXT} were judged.`
      : `Of the next ${HORIZON_TEXT}, the first deploy concerned is ${spanInZones(block.deploy, zones)}${line}.`;
  const deploy = deploys.find(({ start }) => start === block?.deploy.start) ?? deploys[0];
  if (deploy === undefined) return 'There is no deploy.';
  return deploy.planned === undefined
    ? `The deploy runs ${spanInZones(deploy, zones)}.`
    : `The deploy should have begun ${inZones(deploy.planned, zones)}, so it is judged as beginning now, with its whole length: ${spanInZones(deploy, zones)}.`;
}

/** Which maintenance, and how it is known. */
function maintenanceText(
  done: Judged,
  block: Block,
  context: ReportContext,
  zones: readonly string[],
): string {
  const { state, now } = done.view;
  const start = inZones(block.maintenance.start, zones);
  const lasts = `assumed to last ${formatDuration(context.maintenanceDuration)}`;
  switch (block.reason) {
    case 'running':
      return state.running.some(({ by }) => by !== 'startASAP')
        ? `The maintenance has been running since ${start}, and Atlas has not reported its end.`
        : 'The maintenance was told to start as soon as possible and has not completed.';
    case 'scheduled':
      return block.maintenance.start > now
        ? `The maintenance starts ${start} and is ${lasts}; it was ${howKnown(
            state.scheduled.find(({ start }) => start === block.maintenance.start),
            now,
          )}.`
        : `The maintenance should have started ${start}; Atlas has reported neither its start nor its end.`;
    case 'tooEarly':
      return `The weekly window starts ${start}, and maintenance is ${lasts}. Nothing is announced for that start yet: Atlas announces ${ANNOUNCED_TEXT} ahead.`;
    case 'weekly':
      return `The weekly window starts ${start}, and maintenance is ${lasts}. ${weeklyText(done, block, zones)}`;
  }
}

/** Why a weekly start counts. */
function weeklyText({ view, deferral }: Judged, block: Block, zones: readonly string[]): string {
  const { state, now } = view;
  const counts = 'with `blockOn: window` every weekly start counts';
  const [scheduled] = state.scheduled;
  if (state.unknown.length > 0) return 'As not all is known about maintenance, every weekly start counts.';
  if (state.running.length > 0) return `Other maintenance is running, and ${counts}.`;
  if (scheduled) {
    if (movedBy(deferral)) return `This start is free now, but ${counts}.`;
    return scheduled.start <= now
      ? `Maintenance announced for ${inZones(scheduled.start, zones)} is overdue and may come with any weekly start.`
      : `Atlas has scheduled maintenance for another start, ${inZones(scheduled.start, zones)}, but ${counts}.`;
  }
  return block.maintenance.start - now < KNOWN_BEFORE
    ? `Nothing is announced for that start, but ${counts}.`
    : `Nothing is announced yet (Atlas announces ${ANNOUNCED_TEXT} ahead), and ${counts}.`;
}

/** `announced 3 h ago and deferred once` */
export function howKnown(planned: Scheduled | undefined, now: EpochMs): string {
  if (planned === undefined) return 'announced';
  return listed([
    `announced ${ago(now - planned.announced)} ago`,
    ...(planned.deferrals === 0 ? [] : [`deferred ${times(planned.deferrals)}`]),
  ]);
}

function stateTexts({ state, window, now, judgement }: GateView, zones: readonly string[]): string[] {
  const { running, scheduled } = state;
  if (running.length + scheduled.length === 0)
    return window.configured && judgement.unknown.length === 0 ? ['Atlas has announced no maintenance.'] : [];
  return [
    ...running.map(({ since }) => `Maintenance has been running since ${inZones(since, zones)}.`),
    ...scheduled.map(
      planned =>
        `${running.length > 0 ? 'More' : 'Maintenance'} is scheduled for ${startText(planned, zones)}, ${howKnown(planned, now)}.`,
    ),
  ];
}

/** When announced maintenance starts, as far as it is known. */
const startText = ({ start, latest }: Scheduled, zones: readonly string[]): string =>
  start === latest
    ? inZones(start, zones)
    : `some time ${spanInZones({ start, end: latest }, zones)} (the window was changed after the announcement)`;

function nextTexts(view: GateView, { gate }: ReportContext, zones: readonly string[]): string[] {
  const { judgement, deploys } = view;
  const { nextStart, nextEnd } = judgement;
  if (
    nextStart === undefined ||
    nextEnd === undefined ||
    view.state.scheduled.some(({ start }) => start === nextStart)
  )
    return [];
  const next = `The weekly window next starts ${inZones(nextStart, zones)}`;
  const passedOver = deploys.some(deploy => overlaps(deploy, { start: nextStart, end: nextEnd }));
  return passedOver && gate?.blockOn === 'scheduled'
    ? [`${next}; nothing is announced for that start, so with \`blockOn: scheduled\` it does not count.`]
    : [`${next}.`];
}

function deferredText(
  { window }: GateView,
  { from, to }: { readonly from: EpochMs; readonly to: EpochMs },
  zones: readonly string[],
): string {
  const used = window.configured ? ` ${usedText(window)}` : '';
  return `The maintenance was moved from ${inZones(from, zones)} to ${inZones(to, zones)}.${used}`;
}

const HINDRANCES: Readonly<Record<Hindrance, string>> = {
  running: 'maintenance that runs cannot be deferred',
  unknown: 'not all is known about the maintenance, and a deferral could be wasted',
  nothingScheduled: 'nothing is scheduled that could be deferred',
  overdue: 'the scheduled maintenance is due already',
  several: 'more than one maintenance is scheduled, and which of them a deferral would move is not known',
  noHelp: 'the deploy would meet maintenance a week later, too',
  others: 'another project keeps the step from passing, so the deferral is not spent',
};

/** With `onOverlap: defer`: why nothing was deferred. */
function undeferredTexts(
  { deferral }: Judged,
  { dryRun }: ReportContext,
  zones: readonly string[],
): string[] {
  if (deferral === undefined) return [];
  if ('refused' in deferral) return [`It could not be deferred: ${sentence(deferral.refused)}`];
  if ('not' in deferral) return [`Nothing was deferred: ${HINDRANCES[deferral.not]}.`];
  return dryRun
    ? [
        `Dry run: would defer the scheduled maintenance by one week, to ${inZones(deferral.to, zones)}, and look again. Nothing was changed.`,
      ]
    : [];
}

function clearText(
  { judgement, state }: GateView,
  { gate }: ReportContext,
  zones: readonly string[],
): string {
  const standing = gate?.deploy.kind === 'standing';
  if (judgement.clearAt === undefined)
    return standing
      ? `None of its deploys in the next ${HORIZON_TEXT} is clear.`
      : `Within the next ${HORIZON_TEXT} no start is clear for a deploy of this length.`;
  const at = inZones(ceilMinute(judgement.clearAt), zones);
  if (standing) return `Its next deploy that is clear starts ${at}.`;
  return `A deploy of the same length is clear from ${at}${state.running.length > 0 ? ', if the maintenance has ended by then' : ''}.`;
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
  if (view.window.numberOfDeferrals >= USUAL_DEFERRALS)
    return `: the maintenance was deferred ${times(view.window.numberOfDeferrals)} already, and Atlas allows another one only where it has granted it`;
  const last = block.maintenance.start - ANNOUNCED_LATEST;
  return view.now < last
    ? `, or defer the maintenance by a week (\`onOverlap: defer\`), which Atlas allows until ${inZones(last, zones)}`
    : `: it is too late to defer the maintenance, which Atlas allows only until ${ANNOUNCED_LATEST / HOUR} hours before the start`;
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
  const waves: [string, string | undefined][] = [
    ['Wave', window.waveAssignment?.toString()],
    ['Wave in force', window.effectiveWaveAssignment?.toString()],
  ];
  const rows: [string, string | undefined][] = window.configured
    ? [
        ['Maintenance window', weekly(window)],
        ['Next start', inZones(nextWeeklyStart(window, context.now), zonesOf(window, context))],
        ['Deferrals used', deferralsUsed(window)],
        ['Automatic deferral', window.autoDeferOnceEnabled ? 'on' : 'off'],
        ['Start as soon as possible', window.startASAP ? 'asked for' : undefined],
        ['Protected hours', window.protectedHours && protectedText(window.protectedHours)],
        ...waves,
      ]
    : [['Maintenance window', 'none set'], ...waves];
  return rows.filter((row): row is [string, string] => row[1] !== undefined);
}

const protectedText = (hours: { startHourOfDay: number; endHourOfDay: number }) =>
  `${hourText(hours.startHourOfDay)} to ${hourText(hours.endHourOfDay)}`;

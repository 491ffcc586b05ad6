/** How the gate tells what it saw and decided. */

import type { MaintenanceWindow } from '../../atlas/window.ts';
import type { Hindrance } from '../../schedule/deferral.ts';
import { deployDifference } from '../../schedule/deploy.ts';
import { formatDuration } from '../../schedule/duration.ts';
import { type EpochMs, overlaps } from '../../schedule/interval.ts';
import { type Block, blocksOf, type Judgement, judge, KNOWN_BEFORE } from '../../schedule/judge.ts';
import {
  ANNOUNCED_EARLIEST,
  ANNOUNCED_LATEST,
  kindOf,
  type Over,
  type Scheduled,
} from '../../schedule/maintenance.ts';
import { formatInZone, toIso } from '../../schedule/time.ts';
import { HORIZON, HOUR, MINUTE, SECOND, WEEK } from '../../schedule/units.ts';
import { fewOf, isBlank, listed, plain, quoted } from '../../text.ts';
import type { Facts, Verdict } from '../../words/facts.ts';
import { ago, ceilMinute, floorMinute, inZones, moment, spanInZones } from '../../words/instants.ts';
import { sentence, times } from '../../words/phrases.ts';
import type { Notice, Row, Sentences, Standing, Telling } from '../../words/told.ts';
import { zoneNotices } from '../../words/zones.ts';
import { HINDRANCES } from '../hindrances.ts';
import { type Scene, windowNotices, zonesOf } from '../operation.ts';
import type { Failed } from '../project.ts';
import { USUAL_DEFERRALS, usedText, windowCells } from '../window.ts';
import { barsOf } from './bars.ts';
import type { Deferral, Move } from './deferral.ts';
import type { GateTask } from './task.ts';
import type { View } from './view.ts';

const HORIZON_TEXT = `${HORIZON / WEEK} weeks`;
const ANNOUNCED_TEXT = `${ANNOUNCED_EARLIEST / HOUR} to ${ANNOUNCED_LATEST / HOUR} hours`;

/** What the gate saw of a project, and decided. */
export interface Judged {
  readonly did: 'judged';
  readonly window: MaintenanceWindow;
  readonly view: View;
  readonly verdict: Verdict;
  /** Absent where nothing was in the way, or nothing was to be deferred. */
  readonly deferral?: Deferral;
  /** Absent where it was not to wait. */
  readonly wait?: Wait;
}

/** How a wait ended. */
export interface Wait {
  /** Milliseconds. */
  readonly waited: number;
  readonly ended:
    | 'clear'
    | 'timeUp'
    /** It is known that it would take longer than is left. */
    | 'hopeless'
    /** Something else keeps the step from passing, which no wait mends. */
    | 'stuck'
    | 'cancelled';
}

/** All that the sentences about a project are made of. */
interface Case extends Omit<Judged, 'did'>, Scene {
  readonly task: GateTask;
  readonly zones: readonly string[];
}

export function tellJudged(judged: Judged, scene: Scene, task: GateTask): Telling {
  const { view, window } = judged;
  const { id: zone } = task.deploy.zone;
  const told: Case = { ...judged, ...scene, task, zones: zonesOf(window, zone) };
  const sentences = sentencesOf(told);
  const { clearAt, block } = view.judgement;
  return {
    standing: task.override !== undefined && judged.verdict === 'fail' ? 'overridden' : standingOf(judged),
    sentences,
    short: shortText(sentences, told),
    facts: factsOf(told),
    warnings: [...unreadableTexts(view), ...view.over.map(one => overText(one, zone))],
    notices: [
      ...windowNotices(window, scene, view.deploys),
      ...zoneNotices('a time of the deploy', deployDifference(task.deploy, scene.now)),
      ...pastNotices(view, zone),
    ],
    rows: [['Maintenance', stateText(view, at => inZones(at, told.zones))], ...releaseRows(told)],
    bars: barsOf(view, task.blockOn, scene.maintenanceDuration),
    cells: [
      ...windowCells(window, scene.now, at => moment(floorMinute(at), zone)),
      stateText(view, at => moment(floorMinute(at), zone)),
      block && clearAt !== undefined ? moment(ceilMinute(clearAt), zone) : '',
    ],
  };
}

function standingOf({ view, verdict }: Judged): Standing {
  const { block, unknown } = view.judgement;
  switch (verdict) {
    case 'fail':
      if (!block) return 'unknown';
      return block.reason === 'tooEarly' && unknown.length === 0 ? 'tooEarly' : 'blocked';
    case 'warn':
      return 'warned';
    case 'pass':
      return block ? 'ignored' : 'clear';
  }
}

function factsOf({ view, verdict, deferral, wait, task, now, window }: Case): Partial<Facts> {
  const { overlap, scheduledStart, clearAt } = view.judgement;
  const spent = movedBy(deferral) !== undefined;
  // Outputs are in whole seconds: rounded up, so that a deploy at the time given is clear.
  const clear = clearAt === undefined ? undefined : Math.ceil(clearAt / SECOND) * SECOND;
  return {
    changed: spent,
    deferred: spent,
    waitedSeconds: task.onOverlap === 'wait' ? Math.floor((wait?.waited ?? 0) / SECOND) : null,
    ...overriding(verdict, task.override !== undefined),
    maintenanceState: kindOf(view.state),
    scheduledStart:
      scheduledStart === undefined
        ? null
        : toIso(scheduledStart, window.configured ? window.timeZoneId : 'UTC'),
    overlap,
    clearAt: clear === undefined ? null : toIso(clear, task.deploy.zone.id),
    secondsUntilClear: clear === undefined ? null : Math.max(0, Math.ceil((clear - now) / SECOND)),
  };
}

/** The verdict of the policy, unless somebody lets it pass. */
const overriding = (verdict: Verdict, passes: boolean): Pick<Facts, 'verdict' | 'overridden'> =>
  passes && verdict === 'fail' ? { verdict: 'warn', overridden: true } : { verdict, overridden: false };

/** Stands first wherever somebody let something pass. */
export const overrideText = (override: string, actor: string | undefined): string =>
  `Overridden by ${actor === undefined || isBlank(actor) ? 'somebody' : plain(actor, 40)}: ${sentence(override)}`;

/** Mistakes of ours and of the inputs, which no override lets pass. */
const MISTAKES = ['NO_DEPLOY', 'INTERNAL'];

/** A gate that could not judge is closed, unless somebody lets it pass. */
export function tellFailed({ error, did }: Failed, _scene: Scene, task: GateTask): Partial<Telling> {
  const { override, onOverlap } = task;
  const passes = override !== undefined && !MISTAKES.includes(error.code);
  return {
    ...(passes ? { standing: 'overridden' as const } : {}),
    facts: {
      waitedSeconds: onOverlap === 'wait' ? 0 : null,
      ...did,
      ...overriding('fail', passes),
    },
  };
}

function sentencesOf(told: Case): Sentences {
  const { block, unknown } = told.view.judgement;
  if (block) return blocked(told, block);
  return unknown.length > 0 ? notKnown(told) : clear(told);
}

/** The gate found nothing in the way. */
function clear(told: Case): Sentences {
  const moved = movedBy(told.deferral);
  return [
    moved
      ? `Clear: the scheduled maintenance was deferred by one week, and ${subject(told)} now meets none.`
      : `Clear: ${subject(told)} meets no maintenance.`,
    ...(moved ? [movedText(told, moved)] : []),
    ...waitTexts(told),
    deployText(told),
    ...stateTexts(told),
    ...nextTexts(told),
  ];
}

/** The gate found nothing in the way, and cannot know whether there is something. */
function notKnown(told: Case): Sentences {
  const moved = movedBy(told.deferral);
  return [
    `${told.verdict === 'fail' ? 'Blocked' : 'Warning'}: nobody can know whether maintenance would meet ${subject(told)}.`,
    ...(moved ? [movedText(told, moved)] : []),
    ...waitTexts(told),
    ...unknownTexts(told),
    deployText(told),
    ...stateTexts(told),
    ...unknownAdvice(told),
  ];
}

/** What is not known, and why. */
const unknownTexts = (told: Case): string[] =>
  told.view.judgement.unknown.map(unknown => unknownText(unknown, told));

function unknownText(unknown: Judgement['unknown'][number], { view, zones }: Case): string {
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
      const silence = ago(view.now - unknown.since);
      return unknown.what === 'running'
        ? `Maintenance has been running since ${inZones(unknown.since, zones)}, and Atlas has reported nothing more of it for ${silence}: the event of its end may be missing.`
        : `Maintenance should have started ${inZones(unknown.since, zones)}, and Atlas has reported neither its start nor its end for ${silence}: an event may be missing.`;
    }
  }
}

const counted = (count: number) =>
  count === 0 ? 'no deferral' : count === 1 ? 'one deferral' : `${count} deferrals`;

/** What to do where not all is known. */
function unknownAdvice({ view, verdict, task }: Case): string[] {
  const { unknown } = view.judgement;
  if (unknown.length === 0) return [];
  const advice = unknown.map(({ why }) =>
    why === 'noWindow'
      ? 'Set a window: operation `update` with dayOfWeek and hourOfDay.'
      : "Look at the project's activity feed in Atlas.",
  );
  const policy =
    task.onUnknown === 'fail'
      ? 'What cannot be known keeps the gate closed (`onUnknown: fail`).'
      : '`onUnknown: warn` lets the step pass.';
  return [...new Set(advice), ...(task.onUnknown === 'fail' || verdict !== 'fail' ? [policy] : [])];
}

/** What keeps the rest from being known. */
const unreadableTexts = ({ events }: View): string[] =>
  'unreadable' in events
    ? [
        `Whether maintenance is scheduled or running is unknown: the project's events could not be read. ${sentence(events.unreadable)}`,
      ]
    : [];

const overText = ({ what, since }: Over, zone: string): string =>
  `${what === 'running' ? 'Maintenance that started' : 'Maintenance that should have started'} ${formatInZone(since, zone)} is taken to be over: Atlas has reported nothing more of it since. If it still runs, the gate does not see it; look at the project's clusters in Atlas.`;

/** From when to when maintenance was moved. */
const movedBy = (deferral: Deferral | undefined): Move | undefined =>
  deferral && 'moved' in deferral ? deferral.moved : undefined;

/** The gate found maintenance in the way. */
function blocked(told: Case, block: Block): Sentences {
  const { verdict, deferral, task } = told;
  const head = { fail: 'Blocked', warn: 'Warning', pass: 'Overlap ignored' }[verdict];
  const moved = movedBy(deferral);
  return [
    `${head}: ${clause(told, block, moved !== undefined)}.`,
    deployText(told, block),
    ...(moved ? [movedText(told, moved)] : []),
    maintenanceText(told, block),
    ...unknownTexts(told),
    ...undeferredTexts(told),
    ...waitTexts(told),
    clearText(told),
    ...(verdict === 'fail' ? [adviceText(told, block)] : []),
    ...unknownAdvice(told),
    ...(verdict === 'fail' ? [] : [`\`onOverlap: ${task.onOverlap}\` lets the step pass.`]),
  ];
}

const isStanding = ({ task }: Case) => task.deploy.kind === 'standing';
const isPlanned = ({ task }: Case) => task.deploy.kind === 'planned';

const subject = (told: Case) =>
  isStanding(told)
    ? 'the standing deploy window'
    : isPlanned(told)
      ? `the plan of ${countOf(told.view.deploys)}`
      : 'the deploy';

const countOf = (deploys: readonly unknown[]) =>
  deploys.length === 1 ? 'one deploy' : `${deploys.length} deploys`;

function clause(told: Case, block: Block, deferred: boolean): string {
  if (block.reason === 'tooEarly')
    return `it is too early to know whether maintenance will meet ${subject(told)}`;
  const what = {
    running: 'maintenance that is running',
    scheduled: 'maintenance that Atlas has scheduled',
    weekly: 'the weekly maintenance window',
  }[block.reason];
  const still = deferred ? 'although the scheduled maintenance was deferred, ' : '';
  return `${still}${subject(told)} would${deferred ? ' still' : ''} meet ${what}`;
}

function deployText(told: Case, block?: Block): string {
  const { view, zones } = told;
  const line = block?.deployLine === undefined ? '' : `, from the line ${quoted(block.deployLine)}`;
  if (isStanding(told))
    return block === undefined
      ? `All its deploys of the next ${HORIZON_TEXT} were judged.`
      : `Of the next ${HORIZON_TEXT}, the first deploy concerned is ${spanInZones(block.deploy, zones)}${line}.`;
  if (isPlanned(told)) {
    const met = blocksIn(told).filter(each => each !== undefined).length;
    return block === undefined
      ? `Each was judged; the first starts ${inZones(view.deploys[0]?.start ?? view.now, zones)}.`
      : `${met === 1 ? 'One of them meets' : `${met} of them meet`} maintenance${met === 1 ? '' : ', the first'}: ${spanInZones(block.deploy, zones)}${line}.`;
  }
  const deploy = view.deploys.find(({ start }) => start === block?.deploy.start) ?? view.deploys[0];
  if (deploy === undefined) return 'There is no deploy.';
  return deploy.planned === undefined
    ? `The deploy runs ${spanInZones(deploy, zones)}.`
    : `The deploy should have begun ${inZones(deploy.planned, zones)}, so it is judged as beginning now, with its whole length: ${spanInZones(deploy, zones)}.`;
}

/** Which maintenance, and how it is known. */
function maintenanceText(told: Case, block: Block): string {
  const { zones, maintenanceDuration } = told;
  const { state, now } = told.view;
  const start = inZones(block.maintenance.start, zones);
  const lasts = `assumed to last ${formatDuration(maintenanceDuration)}`;
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
      return `The weekly window starts ${start}, and maintenance is ${lasts}. ${weeklyText(told, block)}`;
  }
}

/** Why a weekly start counts. */
function weeklyText({ view, deferral, zones }: Case, block: Block): string {
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
function howKnown(planned: Scheduled | undefined, now: EpochMs): string {
  if (planned === undefined) return 'announced';
  return listed([
    `announced ${ago(now - planned.announced)} ago`,
    ...(planned.deferrals === 0 ? [] : [`deferred ${times(planned.deferrals)}`]),
  ]);
}

function stateTexts({ view, zones }: Case): string[] {
  const { state, window, now, judgement } = view;
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

function nextTexts({ view, task, zones }: Case): string[] {
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
  return passedOver && task.blockOn === 'scheduled'
    ? [`${next}; nothing is announced for that start, so with \`blockOn: scheduled\` it does not count.`]
    : [`${next}.`];
}

function movedText({ window, zones }: Case, { from, to }: Move): string {
  const used = window.configured ? ` ${usedText(window)}` : '';
  return `The maintenance was moved from ${inZones(from, zones)} to ${inZones(to, zones)}.${used}`;
}

const REASONS: Readonly<Record<Hindrance | 'others', string>> = {
  ...HINDRANCES,
  others: 'another project keeps the step from passing, so the deferral is not spent',
};

/** With `onOverlap: defer`: why nothing was deferred. */
function undeferredTexts({ deferral, zones }: Case): string[] {
  if (deferral === undefined || 'moved' in deferral) return [];
  if ('refused' in deferral) return [`It could not be deferred: ${sentence(deferral.refused)}`];
  if ('not' in deferral) return [`Nothing was deferred: ${REASONS[deferral.not]}.`];
  return [
    `Dry run: would defer the scheduled maintenance by one week, to ${inZones(deferral.wouldMove.to, zones)}, and look again. Nothing was changed.`,
  ];
}

/** What each deploy of a plan meets, if anything. */
const blocksIn = ({ view, task, maintenanceDuration }: Case): (Block | undefined)[] => {
  const { window, state, deploys, now } = view;
  const set = window.configured ? window : undefined;
  return blocksOf({ window: set, state, deploys, maintenanceDuration, blockOn: task.blockOn, now });
};

const MET: Readonly<Record<Block['reason'], string>> = {
  running: '⛔ meets running maintenance',
  scheduled: '⛔ meets scheduled maintenance',
  weekly: '⛔ meets the weekly window',
  tooEarly: '⏳ too early to know',
};
/** A longer plan would hide the rest; what is blocked comes first. */
const MOST_ROWS = 30;

/** Each release of a plan with what it meets, the first that blocks first. */
function releaseRows(told: Case): Row[] {
  if (!isPlanned(told)) return [];
  const { view, task } = told;
  const free = view.judgement.unknown.length > 0 ? 'not known' : '✅ clear';
  const blocks = blocksIn(told);
  const rows = view.deploys.map((deploy, index) => {
    const block = blocks[index];
    const name = `Deploy ${moment(deploy.start, task.deploy.zone.id)}`;
    return { blocked: block !== undefined, row: [name, block ? MET[block.reason] : free] as const };
  });
  const sorted = [...rows.filter(({ blocked }) => blocked), ...rows.filter(({ blocked }) => !blocked)];
  const more = sorted.length - MOST_ROWS;
  return [
    ...sorted.slice(0, MOST_ROWS).map(({ row }) => row),
    ...(more > 0 ? [[`${more} more`, 'left out here; those that are blocked come first'] as const] : []),
  ];
}

/** Deploys of a plan that are over and were not judged. */
function pastNotices({ past }: View, zone: string): Notice[] {
  const [first, ...more] = past;
  if (first === undefined) return [];
  const text =
    more.length === 0
      ? `A planned deploy is over and was left out: it was to start ${formatInZone(first.start, zone)}.`
      : `${past.length} planned deploys are over and were left out; the last was to start ${formatInZone(past.at(-1)?.start ?? first.start, zone)}.`;
  return [{ about: 'planned deploys that are over', text }];
}

/** With `onOverlap: wait`: how long, and what came of it. */
function waitTexts({ wait, task, view }: Case): string[] {
  if (task.onOverlap !== 'wait' || task.override !== undefined) return [];
  const most = formatDuration(task.waitAtMost);
  if (wait === undefined)
    return view.judgement.overlap ? [`Dry run: would wait until it is clear, for ${most} at most.`] : [];
  const waited = lasted(wait.waited);
  if (wait.ended === 'hopeless')
    return [
      wait.waited < SECOND
        ? `Waiting would not help: it takes longer than \`waitAtMost\` allows (${most}).`
        : `The gate waited ${waited}; now it is known to take longer than \`waitAtMost\` allows (${most}).`,
    ];
  if (wait.waited < SECOND) return [];
  return [
    wait.ended === 'timeUp'
      ? `The gate waited ${waited}, as long as \`waitAtMost\` allows.`
      : `The gate waited ${waited}.`,
  ];
}

/** `12m`, `1h30m`; seconds where it is less than a minute. */
const lasted = (ms: number): string =>
  formatDuration(
    Math.max(1, Math.floor(ms / (ms < MINUTE ? SECOND : MINUTE))) * (ms < MINUTE ? SECOND : MINUTE),
  );

/** What the gate waits for, in a clause; nothing, where it only waits to look again. */
export function waitingFor(
  blocked: readonly (readonly [project: string, view: View])[],
  { deploy }: GateTask,
): string | undefined {
  const { id: zone } = deploy.zone;
  const clauses = blocked.flatMap(([project, view]) => {
    const what = waitedFor(view, at => formatInZone(floorMinute(at), zone));
    return what === undefined ? [] : [blocked.length > 1 ? `project ${project}: ${what}` : what];
  });
  return clauses.length === 0 ? undefined : fewOf(clauses);
}

function waitedFor(
  { judgement: { block }, state, now }: View,
  shown: (at: EpochMs) => string,
): string | undefined {
  if (block === undefined) return undefined;
  const { start, end } = block.maintenance;
  switch (block.reason) {
    case 'running':
      return state.running.some(({ by }) => by !== 'startASAP')
        ? `maintenance has been running since ${shown(start)}`
        : 'maintenance was told to start as soon as possible';
    case 'scheduled':
      return start > now
        ? `maintenance is scheduled for ${shown(start)} and assumed to be over ${shown(ceilMinute(end))}`
        : `maintenance should have started ${shown(start)}`;
    case 'weekly':
      return `the weekly maintenance window of ${shown(start)} is assumed to be over ${shown(ceilMinute(end))}`;
    case 'tooEarly':
      return block.knownFrom === undefined
        ? undefined
        : `from ${shown(ceilMinute(block.knownFrom))} on it is known whether maintenance comes`;
  }
}

function clearText(told: Case): string {
  const { view, zones } = told;
  const { judgement, state } = view;
  const standing = isStanding(told);
  if (isPlanned(told))
    return judgement.clearAt === undefined
      ? 'None of the planned deploys is clear.'
      : `The first planned deploy that is clear starts ${inZones(judgement.clearAt, zones)}.`;
  if (judgement.clearAt === undefined)
    return standing
      ? `None of its deploys in the next ${HORIZON_TEXT} is clear.`
      : `Within the next ${HORIZON_TEXT} no start is clear for a deploy of this length.`;
  const at = inZones(ceilMinute(judgement.clearAt), zones);
  if (standing) return `Its next deploy that is clear starts ${at}.`;
  return `A deploy of the same length is clear from ${at}${state.running.length > 0 ? ', if the maintenance has ended by then' : ''}.`;
}

/** What to do next. */
function adviceText(told: Case, block: Block): string {
  const standing = isStanding(told);
  const move = standing
    ? 'Change the deploy window or the maintenance window'
    : isPlanned(told)
      ? 'Move what meets maintenance'
      : 'Move the deploy';
  switch (block.reason) {
    case 'running':
      return 'Run the gate again once Atlas reports the maintenance completed.';
    case 'tooEarly':
      return standing || block.knownFrom === undefined
        ? `${move}.`
        : `Ask again from ${inZones(ceilMinute(block.knownFrom), told.zones)} on, or move the deploy.`;
    case 'scheduled':
      return `${move}${deferAdvice(told, block)}.`;
    case 'weekly':
      return `${move}${passesScheduled(told) ? `, or set \`blockOn: scheduled\`, under which ${standing || isPlanned(told) ? 'it' : 'this deploy'} would pass` : ''}.`;
  }
}

/** Whether, and until when, deferring is a way out. */
function deferAdvice({ view, deferral, zones }: Case, block: Block): string {
  if (deferral !== undefined || !view.window.configured) return '';
  if (view.window.numberOfDeferrals >= USUAL_DEFERRALS)
    return `: the maintenance was deferred ${times(view.window.numberOfDeferrals)} already, and Atlas allows another one only where it has granted it`;
  const last = block.maintenance.start - ANNOUNCED_LATEST;
  return view.now < last
    ? `, or defer the maintenance by a week (\`onOverlap: defer\`), which Atlas allows until ${inZones(last, zones)}`
    : `: it is too late to defer the maintenance, which Atlas allows only until ${ANNOUNCED_LATEST / HOUR} hours before the start`;
}

/** Would the same deploy pass if only announced maintenance counted? */
function passesScheduled({ view, task, maintenanceDuration }: Case): boolean {
  if (task.blockOn !== 'window') return false;
  const window = view.window.configured ? view.window : undefined;
  return !judge({ ...view, window, maintenanceDuration, blockOn: 'scheduled' }).overlap;
}

/** One or two sentences, for where there is little room. */
function shortText([first]: Sentences, { view, verdict, task }: Case): string {
  const { block, clearAt } = view.judgement;
  if (block === undefined || verdict === 'pass') return first;
  const shown = (at: EpochMs) => formatInZone(ceilMinute(at), task.deploy.zone.id);
  if (block.knownFrom !== undefined) return `${first} Ask again from ${shown(block.knownFrom)}.`;
  return clearAt === undefined ? first : `${first} Clear from ${shown(clearAt)}.`;
}

/** @param shown how to write an instant */
function stateText({ state, now, judgement }: View, shown: (at: EpochMs) => string): string {
  const { running, scheduled } = state;
  const [next, ...more] = scheduled;
  const known = [
    ...running.slice(0, 1).map(({ since }) => `running since ${shown(since)} (${ago(now - since)})`),
    ...(next ? [`scheduled for ${shown(next.start)}, ${howKnown(next, now)}`] : []),
    ...(more.length + running.length > 1 ? ['more may come'] : []),
    ...(state.unknown.length > 0 ? ['not all is known'] : []),
  ];
  if (known.length > 0) return known.join('; ');
  return judgement.unknown.length > 0 ? 'not known' : 'none announced';
}

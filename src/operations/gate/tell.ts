/** How the gate tells what it saw and decided. */

import type { MaintenanceWindow } from '../../atlas/window.ts';
import type { Hindrance, Move } from '../../schedule/deferral.ts';
import { deployDifference } from '../../schedule/deploy.ts';
import { formatDuration } from '../../schedule/duration.ts';
import { type EpochMs, overlaps } from '../../schedule/interval.ts';
import { type Block, blocksOf, type Judgement, judge } from '../../schedule/judge.ts';
import { ANNOUNCED_LATEST, kindOf, type Over, type Scheduled } from '../../schedule/maintenance.ts';
import { formatInZone, toIso } from '../../schedule/time.ts';
import { HORIZON, HOUR, MINUTE, SECOND, WEEK } from '../../schedule/units.ts';
import { counted, fewOf, isBlank, listed, plain, quoted } from '../../text.ts';
import type { Facts, Verdict } from '../../words/facts.ts';
import { ago, away, ceilMinute, floorMinute, moment, span } from '../../words/instants.ts';
import { sentence, times } from '../../words/phrases.ts';
import type { Notice, Row, Sentences, Standing, Telling } from '../../words/told.ts';
import { zoneNotices } from '../../words/zones.ts';
import { HINDRANCES } from '../hindrances.ts';
import { type Scene, windowNotices } from '../operation.ts';
import type { Failed } from '../project.ts';
import { movedText, USUAL_DEFERRALS, windowCells } from '../window.ts';
import { barsOf } from './bars.ts';
import type { Deferral } from './deferral.ts';
import type { GateTask } from './task.ts';
import { questionOf, type View } from './view.ts';

const HORIZON_TEXT = `${HORIZON / WEEK} weeks`;

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
  /** The deploy's, the only one that sentences and rows tell times in. */
  readonly zone: string;
  /** Where there are several deploys: what each of them meets, if anything. */
  readonly blocks: readonly (Block | undefined)[];
}

export function tellJudged(judged: Judged, scene: Scene, task: GateTask): Telling {
  const { view, window } = judged;
  const { id: zone } = task.deploy.zone;
  const blocks = task.deploy.kind === 'once' ? [] : blocksOf(questionOf(view, { ...task, ...scene }));
  const told: Case = { ...judged, ...scene, task, zone, blocks };
  const { sentences, besides } = saidOf(told);
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
    rows: [
      ['Maintenance', stateRow(told)],
      ...deployRows(told),
      ...releaseRows(told),
      ...besides.map(text => ['Also', text] as const),
    ],
    bars: barsOf(view, task.blockOn, scene.maintenanceDuration),
    cells: [
      ...cellsOf(told),
      stateText(view, at => moment(floorMinute(at), zone)),
      block && clearAt !== undefined ? moment(ceilMinute(clearAt), zone) : '',
    ],
  };
}

/** After a deferral the next start of the week is the one that it left. */
function cellsOf({ window, now, zone, deferral }: Case): string[] {
  const [weekly, next] = windowCells(window, now, at => moment(floorMinute(at), zone));
  return [weekly, movedBy(deferral) ? '' : next];
}

function standingOf({ view, verdict }: Judged): Standing {
  const { block } = view.judgement;
  switch (verdict) {
    case 'fail':
      if (!block) return 'unknown';
      return block.reason === 'tooEarly' ? 'tooEarly' : 'blocked';
    case 'warn':
      return 'warned';
    case 'pass':
      return block ? 'ignored' : 'clear';
  }
}

function factsOf({ view, verdict, deferral, wait, task, now, window }: Case): Partial<Facts> {
  const { overlap, scheduledStart, clearAt, unknown } = view.judgement;
  const kind = kindOf(view.state);
  const spent = movedBy(deferral) !== undefined;
  return {
    changed: spent,
    deferred: spent,
    waitedSeconds: task.onOverlap === 'wait' ? Math.floor((wait?.waited ?? 0) / SECOND) : null,
    ...overriding(verdict, task.override !== undefined),
    // Without a window nobody knows whether Atlas would have announced it.
    maintenanceState: kind === 'none' && unknown.length > 0 ? 'unknown' : kind,
    scheduledStart:
      scheduledStart === undefined
        ? null
        : toIso(scheduledStart, window.configured ? window.timeZoneId : 'UTC'),
    overlap,
    ...(clearAt !== undefined && clearFacts(clearAt, now, task.deploy.zone.id)),
  };
}

export const clearFacts = (clearAt: EpochMs, now: EpochMs, zone: string): Partial<Facts> => ({
  clearAt: toIso(ceilSecond(clearAt), zone),
  secondsUntilClear: secondsUntil(clearAt, now),
});

/** Outputs are in whole seconds: rounded up, so that a deploy at the time given is clear. */
const ceilSecond = (at: EpochMs): EpochMs => Math.ceil(at / SECOND) * SECOND;
const secondsUntil = (at: EpochMs, now: EpochMs): number =>
  Math.max(0, Math.ceil((ceilSecond(at) - now) / SECOND));

/** The verdict of the policy, unless somebody lets it pass. */
const overriding = (verdict: Verdict, passes: boolean): Pick<Facts, 'verdict' | 'overridden'> =>
  passes && verdict === 'fail' ? { verdict: 'warn', overridden: true } : { verdict, overridden: false };

/** Stands first wherever somebody let something pass. */
export const overrideText = (override: string, actor: string | undefined): string =>
  `Overridden by ${actor === undefined || isBlank(actor) ? 'somebody' : plain(actor, 40)}: ${sentence(override)}`;

/** Mistakes of ours and of the inputs, which no override lets pass. */
const MISTAKES = ['NO_DEPLOY', 'NO_SUCH_PROJECT', 'INTERNAL'];

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

/** What is said of a project: at most three sentences, and what there was no room for among them. */
interface Said {
  readonly sentences: Sentences;
  readonly besides: readonly string[];
}

/** How it ended; what was done about it or is not known, if anything; what to do, or why it passes. */
function saidOf(told: Case): Said {
  const { block, unknown } = told.view.judgement;
  const [happened, ...besides] = [
    ...movedTexts(told),
    ...unknownTexts(told),
    ...undeferredTexts(told),
    ...(block ? overdueTexts(told, block) : []),
    ...waitTexts(told),
    ...lateTexts(told),
  ];
  const first = block ? blockedText(told, block) : unknown.length > 0 ? notKnownText(told) : clearText(told);
  // Where the policy lets an overlap pass, it is what is not known that fails the step.
  const isMet = block && !(told.verdict === 'fail' && ['warn', 'ignore'].includes(told.task.onOverlap));
  const last = isMet
    ? adviceTexts(told, block)
    : unknown.length > 0
      ? unknownAdvice(told)
      : passedOverTexts(told);
  return { sentences: [first, ...(happened === undefined ? [] : [happened]), ...last], besides };
}

/** The gate found nothing in the way. */
function clearText(told: Case): string {
  if (movedBy(told.deferral))
    return `Clear: the scheduled maintenance was deferred by one week, and ${subject(told)} now meets none.`;
  return `Clear: ${subject(told)} meets no maintenance${isStanding(told) ? ` in the next ${HORIZON_TEXT}` : ''}.`;
}

/** The gate found nothing in the way, and cannot know whether there is something. */
const notKnownText = (told: Case): string =>
  `${told.verdict === 'fail' ? 'Blocked' : 'Warning'}: nobody can know whether maintenance would meet ${subject(told)}.`;

/** `Sun 2026-03-08 21:00 Europe/Berlin`, of the minute in which it is. */
const shown = (at: EpochMs, { zone }: Case): string => formatInZone(floorMinute(at), zone);

/** The same, and how far away: `Sun 2026-03-08 21:00 Europe/Berlin (in 56 h)`. */
const when = (at: EpochMs, told: Case): string => `${shown(at, told)} (${away(at - told.view.now)})`;

/** What is not known, and why. */
const unknownTexts = (told: Case): string[] =>
  told.view.judgement.unknown.map(unknown => unknownText(unknown, told));

function unknownText(unknown: Judgement['unknown'][number], told: Case): string {
  switch (unknown.why) {
    case 'noWindow':
      return 'No maintenance window is set, so Atlas may start maintenance at any time.';
    case 'unreadable':
      return "The project's events could not be read, and only they tell whether maintenance is scheduled or running.";
    case 'deferrals': {
      const shows = unknown.scheduled
        ? `the events show ${deferralCount(unknown.told)}`
        : 'the events show nothing scheduled';
      return `The window counts ${deferralCount(unknown.counted)}, while ${shows}: the event feed may be lagging, or an event is missing.`;
    }
    case 'silent':
      return unknown.what === 'running'
        ? `Maintenance has been running since ${when(unknown.since, told)}, and Atlas has reported nothing more about it: the event that tells of its end may be missing.`
        : `Maintenance should have started ${when(unknown.since, told)}, and Atlas has reported neither its start nor its end: an event may be missing.`;
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const deferralCount = (count: number) => (count === 0 ? 'no deferral' : counted(count, 'deferral'));

/** What to do where not all is known. */
function unknownAdvice({ view, verdict, task }: Case): string[] {
  if (passesAnyway(task)) return [];
  const advice = new Set(
    view.judgement.unknown.map(({ why }) =>
      why === 'noWindow'
        ? 'set a window (operation `update` with dayOfWeek and hourOfDay)'
        : "look at the project's activity feed in Atlas",
    ),
  );
  const text = [...advice].join('; ');
  return [
    verdict === 'fail'
      ? `${capital(text)}; \`onUnknown: warn\` would let the step pass.`
      : `\`onUnknown: warn\` lets the step pass; ${text}.`,
  ];
}

/** The text of the override says what is to be said of it. */
const passesAnyway = ({ override }: GateTask) => override !== undefined;

/** What keeps the rest from being known. */
const unreadableTexts = ({ events }: View): string[] =>
  'unreadable' in events
    ? [`Why the project's events could not be read: ${sentence(events.unreadable)}`]
    : [];

const overText = ({ what, since }: Over, zone: string): string =>
  `${what === 'running' ? 'Maintenance that started' : 'Maintenance that should have started'} ${formatInZone(since, zone)} is taken to be over: Atlas has reported nothing about it since. If it is still running, the gate cannot see it: look at the project's clusters in Atlas.`;

/** From when to when maintenance was moved. */
const movedBy = (deferral: Deferral | undefined): Move | undefined =>
  deferral && 'moved' in deferral ? deferral.moved : undefined;

const isStanding = ({ task }: Case) => task.deploy.kind === 'standing';
const isPlanned = ({ task }: Case) => task.deploy.kind === 'planned';

const subject = (told: Case) =>
  isStanding(told)
    ? 'the standing deploy window'
    : isPlanned(told)
      ? `the plan of ${counted(told.view.deploys.length, 'deploy')}`
      : 'the deploy';

/**
 * The gate found maintenance in the way.
 *
 * @param which of the maintenance or the deploys
 */
function blockedText(told: Case, block: Block, which = whichText(told, block)): string {
  const head = { fail: 'Blocked', warn: 'Warning', pass: 'Overlap ignored' }[told.verdict];
  if (block.reason === 'tooEarly')
    return `${head}: it is too early to know whether maintenance will meet ${subject(told)}${which}.`;
  const moved = movedBy(told.deferral) !== undefined;
  const still = moved ? 'although the scheduled maintenance was deferred, ' : '';
  return `${head}: ${still}${subject(told)} would${moved ? ' still' : ''} meet ${WHAT[block.reason]}${which}.`;
}

const WHAT = {
  running: 'maintenance that is running',
  scheduled: 'maintenance that Atlas has scheduled',
  weekly: 'the weekly maintenance window',
} as const;

/** Which maintenance it is; where there are several deploys, how many of them meet it, and which one first. */
function whichText(told: Case, block: Block): string {
  const { view, task } = told;
  if (task.deploy.kind !== 'once') return whichDeploys(told, block);
  const start = when(block.maintenance.start, told);
  switch (block.reason) {
    case 'running':
      return view.state.running.some(({ by }) => by !== 'startASAP')
        ? ` (since ${shown(block.maintenance.start, told)}, ${away(block.maintenance.start - view.now)})`
        : ' (told to start as soon as possible)';
    case 'scheduled':
      return ` for ${start}${block.maintenance.start > view.now ? '' : ', with no word since of its start or its end'}`;
    case 'tooEarly':
      return ` at the weekly start of ${start}`;
    case 'weekly':
      return ` of ${start}`;
  }
}

function whichDeploys(told: Case, { reason, deploy, deployLine }: Block): string {
  const { view, zone, blocks } = told;
  // What is met for another reason, or may be met, is not what the sentence says.
  const concerned = view.deploys.filter((_, index) => blocks[index]?.reason === reason);
  const weeks = new Set(concerned.map(({ start }) => Math.max(0, Math.floor((start - view.now) / WEEK))));
  const count = isPlanned(told)
    ? view.deploys.length > 1 && `: ${concerned.length} of them, `
    : reason === 'weekly' && ` in ${weeks.size} of ${HORIZON_TEXT}, `;
  const several = concerned.length > 1;
  const first = `${several ? 'first ' : ''}the deploy of ${span(deploy, zone)} ${zone} (${away(deploy.start - view.now)})`;
  const line = deployLine === undefined ? '' : `, from the line ${quoted(deployLine)}`;
  return `${count || (several ? ', ' : ': ')}${first}${line}`;
}

/** A deploy that should have begun. */
function lateTexts(told: Case): string[] {
  const { view, task } = told;
  const [deploy] = view.deploys;
  if (task.deploy.kind !== 'once' || deploy?.planned === undefined) return [];
  return [
    `The deploy should have begun ${when(deploy.planned, told)}, so it is judged as beginning now, with its whole length.`,
  ];
}

/** Where announced maintenance may come with any weekly start. */
function overdueTexts(told: Case, { reason }: Block): string[] {
  const [scheduled] = told.view.state.scheduled;
  return reason === 'weekly' && scheduled && scheduled.start <= told.view.now
    ? [
        `Maintenance announced for ${when(scheduled.start, told)} is overdue and may come with any weekly start.`,
      ]
    : [];
}

/** `announced 3 h ago and deferred once` */
const howKnown = ({ announced, deferrals }: Scheduled, now: EpochMs): string =>
  listed([
    `announced ${ago(now - announced)} ago`,
    ...(deferrals === 0 ? [] : [`deferred ${times(deferrals)}`]),
  ]);

/** A weekly start within the deploy that does not count. */
function passedOverTexts(told: Case): string[] {
  const { judgement, deploys } = told.view;
  const { nextStart, nextEnd } = judgement;
  if (nextStart === undefined || nextEnd === undefined || movedBy(told.deferral)) return [];
  if (!deploys.some(deploy => overlaps(deploy, { start: nextStart, end: nextEnd }))) return [];
  return [
    `The weekly window starts ${when(nextStart, told)}, but nothing is announced for that start, so with \`blockOn: scheduled\` it does not count.`,
  ];
}

function movedTexts(told: Case): string[] {
  const moved = movedBy(told.deferral);
  return moved ? [movedText(moved, told.zone, told.view.now)] : [];
}

const REASONS: Readonly<Record<Hindrance | 'others', string>> = {
  ...HINDRANCES,
  others: 'another project keeps the step from passing, so the deferral is not spent',
};

/** With `onOverlap: defer`: why nothing was deferred. */
function undeferredTexts({ deferral, zone, view }: Case): string[] {
  if (deferral === undefined || 'moved' in deferral) return [];
  if ('refused' in deferral) return [`It could not be deferred: ${sentence(deferral.refused)}`];
  if ('not' in deferral) return [`Nothing was deferred: ${REASONS[deferral.not]}.`];
  const { from, to } = deferral.wouldMove;
  return [
    `Dry run: would defer the scheduled maintenance from ${formatInZone(from, zone)} to ${formatInZone(to, zone)} (${away(to - view.now)}) and look again; nothing was changed.`,
  ];
}

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
  const { view, task, blocks } = told;
  const free = view.judgement.unknown.length > 0 ? 'not known' : '✅ clear';
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
  const last = past.at(-1);
  if (last === undefined) return [];
  const start = formatInZone(last.start, zone);
  const text =
    past.length === 1
      ? `A planned deploy is over and was left out: it was to start ${start}.`
      : `${past.length} planned deploys are over and were left out; the last was to start ${start}.`;
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
        ? `Waiting would not help: it would take longer than \`waitAtMost\` allows (${most}).`
        : `The gate waited ${waited}; the rest would take longer than \`waitAtMost\` allows (${most}).`,
    ];
  if (wait.waited < SECOND) return [];
  return [
    wait.ended === 'timeUp'
      ? `The gate waited ${waited}, as long as \`waitAtMost\` allows.`
      : `The gate waited ${waited}.`,
  ];
}

/** `12m`, `1h30m`; seconds where it is less than a minute. */
const lasted = (ms: number): string => formatDuration(ms < MINUTE ? ms : Math.floor(ms / MINUTE) * MINUTE);

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
        ? `maintenance is scheduled for ${shown(start)} and assumed to be over by ${shown(ceilMinute(end))}`
        : `maintenance should have started ${shown(start)}`;
    case 'weekly':
      return `the weekly maintenance window of ${shown(start)} is assumed to be over by ${shown(ceilMinute(end))}`;
    case 'tooEarly':
      return block.knownFrom === undefined
        ? undefined
        : `whether maintenance comes will be known from ${shown(ceilMinute(block.knownFrom))}`;
  }
}

/** What to do next; or which policy lets it pass, and from when on it is clear. */
function adviceTexts(told: Case, block: Block): string[] {
  const { view, task, verdict } = told;
  const { clearAt } = view.judgement;
  if (passesAnyway(task)) return [];
  const clear = clearAt === undefined ? undefined : shown(ceilMinute(clearAt), told);
  const left = clearAt === undefined ? '' : away(secondsUntil(clearAt, view.now) * SECOND);
  if (task.deploy.kind !== 'once') {
    const tail = isStanding(told)
      ? clear === undefined
        ? `no deploy in the next ${HORIZON_TEXT} is clear`
        : `the next clear deploy starts ${clear} (${left})`
      : clear === undefined
        ? 'none of the planned deploys is clear'
        : `the first clear deploy of the plan starts ${clear} (${left})`;
    return [`${verdict === 'fail' ? toDo(told, block, tail) : letsPass(told)}; ${tail}.`];
  }
  const tail =
    clear === undefined ? `no start in the next ${HORIZON_TEXT} is clear` : `clear from ${clear}, ${left}`;
  return [`${verdict === 'fail' ? toDo(told, block, tail) : `${letsPass(told)} (${tail})`}.`];
}

const letsPass = ({ task }: Case) => `\`onOverlap: ${task.onOverlap}\` lets the step pass`;

/** @param clear from when on it is; stands behind a single deploy */
function toDo(told: Case, block: Block, clear: string): string {
  const several = told.task.deploy.kind !== 'once';
  const move = isStanding(told)
    ? 'change the deploy window or the maintenance window'
    : isPlanned(told)
      ? `move each deploy that ${block.reason === 'tooEarly' ? 'may meet' : 'meets'} maintenance`
      : `${told.view.judgement.clearAt === undefined ? 'shorten' : 'move'} the deploy (${clear})`;
  switch (block.reason) {
    case 'running':
      return `Run the gate again once Atlas reports the maintenance as completed${several ? '' : `, or ${move}`}`;
    case 'tooEarly':
      return isStanding(told) || block.knownFrom === undefined
        ? capital(move)
        : `Check again from ${when(ceilMinute(block.knownFrom), told)}, or ${move}`;
    case 'scheduled':
      return `${capital(move)}${deferAdvice(told, block)}`;
    case 'weekly':
      return `${capital(move)}${passesScheduled(told) ? `, or set \`blockOn: scheduled\`, under which ${several ? 'it' : 'this deploy'} would pass` : ''}`;
  }
}

/** Whether, and until when, deferring is a way out. */
function deferAdvice(told: Case, block: Block): string {
  const { view, deferral } = told;
  if (deferral !== undefined || !view.window.configured) return '';
  if (view.window.numberOfDeferrals >= USUAL_DEFERRALS)
    return `; the maintenance has been deferred ${times(view.window.numberOfDeferrals)} already, and Atlas allows another deferral only where it has granted one`;
  const last = block.maintenance.start - ANNOUNCED_LATEST;
  return view.now < last
    ? `, or defer the maintenance (\`onOverlap: defer\`) before ${when(last, told)}`
    : `; it is too late to defer the maintenance, which Atlas allows until ${ANNOUNCED_LATEST / HOUR} hours before the start`;
}

/** Would the same deploy pass if only announced maintenance counted? */
function passesScheduled({ view, maintenanceDuration }: Case): boolean {
  return !judge(questionOf(view, { maintenanceDuration, blockOn: 'scheduled' })).overlap;
}

/** One or two sentences, for where there is little room. */
function shortText([first]: Sentences, told: Case): string {
  const { block, clearAt } = told.view.judgement;
  if (block === undefined) return first;
  const short = blockedText(told, block, '');
  if (told.verdict === 'pass') return short;
  if (block.knownFrom !== undefined)
    return `${short} Check again from ${shown(ceilMinute(block.knownFrom), told)}.`;
  return clearAt === undefined ? short : `${short} Clear from ${shown(ceilMinute(clearAt), told)}.`;
}

/** The deploy, where no maintenance stands beside it. */
function deployRows({ view, task, zone }: Case): Row[] {
  const [deploy] = view.deploys;
  if (task.deploy.kind !== 'once' || deploy === undefined || view.judgement.block) return [];
  return [['Deploy', `${span(deploy, zone)} ${zone} (${away(deploy.start - view.now)})`, 'time']];
}

/** How the maintenance stands, without the start that the sentences tell of. */
function stateRow(told: Case): string {
  const { view, task } = told;
  const { running, scheduled, unknown } = view.state;
  const [next, ...more] = scheduled;
  const isTold = task.deploy.kind === 'once' && view.judgement.block?.reason === 'scheduled';
  if (isTold && next && [running, more, unknown].every(({ length }) => length === 0))
    return `scheduled, ${howKnown(next, view.now)}`;
  return stateText(view, at => shown(at, told));
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

import type { EpochMs, Interval } from './interval.ts';
import { blocksOf, judge, type Question } from './judge.ts';
import {
  ANNOUNCED_EARLIEST,
  ANNOUNCED_LATEST,
  type MaintenanceState,
  type Scheduled,
} from './maintenance.ts';
import { type WeeklyWindow, weekLater } from './weekly.ts';

/** Why a deferral would not help, or could be wasted. */
export type Hindrance =
  /** The window counts the deferrals of what runs: whether another one came would not be seen. */
  | 'running'
  | 'unknown'
  | 'nothingScheduled'
  | 'overdue'
  /** More than one maintenance is scheduled, and which one Atlas would defer is not known. */
  | 'several'
  /** A deploy would still meet maintenance. */
  | 'noHelp';

/** What stands against deferring what is scheduled so that the gate passes; nothing, where that helps. */
export function hindranceOf(question: Question): Hindrance | undefined {
  const moved = movable(question);
  if (typeof moved === 'string') return moved;
  return judge({ ...question, state: moved }).overlap ? 'noHelp' : undefined;
}

/**
 * The same without a gate to pass: is announced maintenance to be deferred so that it leaves the deploys alone? Only
 * what is announced or runs counts, now and a week later. A weekly start with nothing announced is no reason to defer,
 * as there is nothing to defer yet, and none against it: later deploys often meet one for which it is too early to know.
 * Whether Atlas takes a deferral at this moment is Atlas's to say: see `deferralSpan`.
 *
 * @param question there may be no deploy left
 * @returns `notMet` where what is announced meets no deploy
 */
export function announcedHindrance(question: Omit<Question, 'blockOn'>): Hindrance | 'notMet' | undefined {
  const { state } = question;
  if (!isKnown(question)) return 'unknown';
  if (state.running.length + state.scheduled.length === 0) return 'nothingScheduled';
  // Without its weekly starts.
  const meets = (state: MaintenanceState) =>
    blocksOf({ ...question, state, window: undefined, blockOn: 'scheduled' }).some(Boolean);
  if (!meets(state)) return 'notMet';
  const moved = movable(question);
  if (typeof moved === 'string') return moved;
  return meets(moved) ? 'noHelp' : undefined;
}

type Known = Omit<Question, 'blockOn'> & { readonly window: WeeklyWindow };

const isKnown = (question: Omit<Question, 'blockOn'>): question is Known =>
  question.window !== undefined && question.state.unknown.length === 0;

/** The state after a deferral, with every start that is possible then; or why none is to be tried. */
function movable(question: Omit<Question, 'blockOn'>): MaintenanceState | Exclude<Hindrance, 'noHelp'> {
  const { state, now } = question;
  const [scheduled, ...more] = state.scheduled;
  if (state.running.length > 0) return 'running';
  if (!isKnown(question)) return 'unknown';
  if (scheduled === undefined) return 'nothingScheduled';
  if (scheduled.start <= now) return 'overdue';
  // Several starts that are possible for one maintenance move together.
  if (more.some(({ announced }) => announced !== scheduled.announced)) return 'several';
  return { ...state, scheduled: state.scheduled.flatMap(planned => deferred(planned, question.window)) };
}

const deferred = (planned: Scheduled, window: WeeklyWindow): Scheduled[] =>
  weekLater(window, spanOf(planned)).map(({ start, end }) => ({
    ...planned,
    start,
    latest: end,
  }));

const spanOf = ({ start, latest }: Scheduled): Interval => ({ start, end: latest });

/** From which start to which maintenance moves. */
export interface Move {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** From which start to which a deferral moves what is scheduled: of several that are possible, the first known one. */
export function moveOf({ scheduled }: MaintenanceState, window: WeeklyWindow): Move | undefined {
  const first = scheduled.find(({ start, latest }) => start === latest) ?? scheduled[0];
  return first && { from: first.start, to: weekLater(window, spanOf(first))[0].start };
}

/**
 * When Atlas lets announced maintenance be deferred: from the announcement, but no earlier than `ANNOUNCED_EARLIEST`
 * before the start, which matters after a deferral, to `ANNOUNCED_LATEST` before it. Where the start is not known for
 * certain, the span that is right for every start that is possible.
 *
 * @returns nothing, where no moment is left: it was announced too late, or too little is known of its start
 */
export function deferralSpan({ start, latest, announced }: Scheduled): Interval | undefined {
  const span = { start: Math.max(announced, latest - ANNOUNCED_EARLIEST), end: start - ANNOUNCED_LATEST };
  return span.start < span.end ? span : undefined;
}

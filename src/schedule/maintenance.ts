import { listed } from '../text.ts';
import { type EpochMs, type Interval, joined } from './interval.ts';
import { DAY, HOUR, SECOND, WEEK } from './units.ts';
import { nextWeeklyStarts, type WeeklyWindow, weekLater } from './weekly.ts';

/** One of the project's events. */
export interface MaintenanceEvent {
  readonly created: EpochMs;
  readonly eventTypeName: string;
}

/** What is known about maintenance of one project. More than one can be under way. */
export interface MaintenanceState {
  /** In the order of their starts. */
  readonly running: readonly Running[];
  /** Announced, in the order of their starts; each start that is possible is one of its own. */
  readonly scheduled: readonly Scheduled[];
  /** Why nobody can know whether there is more; empty where all is known. */
  readonly unknown: readonly Unknown[];
}

export interface Running {
  readonly since: EpochMs;
  /** The event that tells, or `startASAP` where it is the window that does. */
  readonly by: string;
}

export interface Scheduled {
  /** In the past: it should have started, and no event tells that it did. */
  readonly start: EpochMs;
  /** The latest that it starts: later than `start` only where the window was changed since the announcement. */
  readonly latest: EpochMs;
  /** When Atlas first told of it, as far as the events reach back. */
  readonly announced: EpochMs;
  /** How often it was deferred, as far as the events reach back. */
  readonly deferrals: number;
  /** The event that set the start as it stands. */
  readonly by: string;
}

export type Unknown =
  | { readonly why: 'unreadable' }
  /** The window counts other deferrals than the events tell, of what is scheduled or where nothing is. */
  | {
      readonly why: 'deferrals';
      readonly counted: number;
      readonly told: number;
      readonly scheduled: boolean;
    }
  /** Runs, or should have started, and nothing was heard of it for a day. */
  | { readonly why: 'silent'; readonly what: 'running' | 'overdue'; readonly since: EpochMs };

export type MaintenanceKind = 'none' | 'scheduled' | 'running' | 'unknown';

/** The state in a word; what runs for certain is told before what is not known. */
export function kindOf({ running, scheduled, unknown }: MaintenanceState): MaintenanceKind {
  if (running.length > 0) return 'running';
  if (unknown.length > 0) return 'unknown';
  return scheduled.length > 0 ? 'scheduled' : 'none';
}

/** The window as a witness: what it tells about maintenance beside its day and hour. */
export interface WitnessWindow extends WeeklyWindow {
  /** Of the current maintenance. */
  readonly numberOfDeferrals: number;
  /** Asked to start at once, and not completed. */
  readonly startASAP: boolean;
}

type Meaning =
  | 'completed'
  | 'cancelled'
  | 'deferred'
  | 'announced'
  | 'nextWindow'
  | 'asked'
  | 'started'
  | 'windowChanged';

/** What the types of events mean. Inferred: Atlas publishes no state machine. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  MAINTENANCE_IN_ADVANCED: 'announced',
  MAINTENANCE_AUTO_DEFERRED: 'deferred',
  ATLAS_MAINTENANCE_DEFERRED: 'deferred',
  ATLAS_MAINTENANCE_DEFERRED_BY_ADMIN: 'deferred',
  ATLAS_MAINTENANCE_SCHEDULED_FOR_NEXT_WINDOW: 'nextWindow',
  ATLAS_MAINTENANCE_START_ASAP: 'asked',
  MAINTENANCE_STARTED: 'started',
  MAINTENANCE_COMPLETED: 'completed',
  MAINTENANCE_NO_LONGER_NEEDED: 'cancelled',
  ATLAS_MAINTENANCE_RESET_BY_ADMIN: 'cancelled',
  ATLAS_MAINTENANCE_WINDOW_ADDED: 'windowChanged',
  ATLAS_MAINTENANCE_WINDOW_MODIFIED: 'windowChanged',
};

/** The types of events to ask Atlas for; all others are ignored. */
export const MAINTENANCE_EVENT_TYPES: readonly string[] = Object.keys(MEANINGS);

/** Atlas announces maintenance at the earliest and at the latest so long before its start. */
export const ANNOUNCED_EARLIEST = 72 * HOUR;
export const ANNOUNCED_LATEST = 48 * HOUR;

/**
 * How far back to read: the announcement, three deferrals of a week (two by hand and the automatic one), and as much
 * again for maintenance that starts late or runs for long.
 */
export const EVENTS_LOOKBACK_MS = 2 * (ANNOUNCED_EARLIEST + 3 * WEEK);

/** What starts earlier than this before its time is other maintenance. */
const EARLY_START = HOUR;
/** What runs or is overdue is not known any more after so long a silence. */
const SILENCE = DAY;
/** And it is taken to be over after so long: Atlas reports ends only since January 2026, and events get lost. */
const OVER = 7 * DAY;
/** Atlas's clock is known to the second. */
const SAME_MOMENT = SECOND;

/**
 * Reads the events, in any order, as one story, and hears the window as a witness. The story errs towards more
 * maintenance: one event ends one thing at most, and where two starts are possible both count.
 *
 * @param events `undefined` when they could not be read
 * @param window `undefined` when none is set
 * @returns the state, notes for the log, and what is left out of the state since it must be over
 */
export function maintenanceState(
  events: readonly MaintenanceEvent[] | undefined,
  window: WitnessWindow | undefined,
  now: EpochMs,
): { readonly state: MaintenanceState; readonly notes: readonly string[]; readonly over: readonly Over[] } {
  const asked = window?.startASAP === true;
  const hurried: readonly Running[] = asked ? [{ since: now, by: 'startASAP' }] : [];
  if (events === undefined)
    return {
      state: { running: hurried, scheduled: [], unknown: [{ why: 'unreadable' }] },
      notes: [],
      over: [],
    };

  const notes: string[] = [];
  const over: Over[] = [];
  const story = tell(events, window, now, notes, over);
  forget(story, now, over);
  const unknown: Unknown[] = [];

  const running: Running[] = [];
  for (const { since, by, wish } of story.running) {
    // The window says so until that maintenance has completed: then it was heard of just now.
    if (now - since < SILENCE || (wish === 'asked' && asked)) running.push({ since, by });
    else unknown.push({ why: 'silent', what: 'running', since });
  }
  if (running.length === 0 && asked) {
    notes.push(
      'The window says that maintenance was asked to start at once and has not completed (startASAP), while the events show none running: it counts as running.',
    );
    running.push(...hurried);
  }

  const disagreement = window && disagreementOf(story, window);
  if (disagreement) unknown.push(disagreement);
  const scheduled: Scheduled[] = [];
  for (const { starts, earlier, announced, deferrals, by } of story.plans) {
    const possible = disagreement ? merged(starts, [...earlier.values()]) : starts;
    for (const { start, end } of possible)
      if (now - end < SILENCE) scheduled.push({ start, latest: end, announced, deferrals, by });
    for (const { end } of starts)
      if (now - end >= SILENCE && now - end < OVER)
        unknown.push({ why: 'silent', what: 'overdue', since: end });
  }
  scheduled.sort((a, b) => a.start - b.start);
  return { state: { running, scheduled, unknown }, notes, over };
}

/** Maintenance that is taken to be over, since nothing was heard of it for a week. */
export interface Over {
  readonly what: 'running' | 'overdue';
  readonly since: EpochMs;
}

/** Does the window count other deferrals than the events tell, of what is scheduled and of what of it runs? */
function disagreementOf({ running, plans }: Story, window: WitnessWindow): Unknown | undefined {
  const counted = window.numberOfDeferrals;
  const [plan] = plans;
  if (plan === undefined && counted === 0) return undefined;
  // Those by hand are counted for certain; whether those by Atlas are, and those of what runs still, is not documented.
  const agrees =
    plans.some(({ byHand, deferrals }) => byHand <= counted && counted <= deferrals) ||
    running.some(({ plan }) => plan && counted <= plan.deferrals);
  return agrees
    ? undefined
    : { why: 'deferrals', counted, told: plan?.deferrals ?? 0, scheduled: plan !== undefined };
}

/** What the events told up to some point. */
interface Story {
  /** In the order of their starts. */
  readonly running: Going[];
  readonly plans: Plan[];
}

/** Maintenance that runs. */
interface Going extends Running {
  /** Started by itself, or asked to start at once and not heard to have started. */
  readonly wish: 'none' | 'asked' | 'started';
  /** What was scheduled before. */
  readonly plan?: Plan | undefined;
}

/** Maintenance that is to come. */
interface Plan {
  readonly announced: EpochMs;
  /** Between which instants it may start; a known start is an interval without length. */
  readonly starts: readonly Interval[];
  /** The same before each deferral, by start. It only grows, as copies of thousands would take for ever. */
  readonly earlier: Map<EpochMs, Interval>;
  readonly deferrals: number;
  readonly byHand: number;
  readonly by: string;
}

const earliestOf = ({ starts }: Plan) =>
  starts.reduce((at, { start }) => Math.min(at, start), Number.POSITIVE_INFINITY);
const latestOf = ({ starts }: Plan) =>
  starts.reduce((at, { end }) => Math.max(at, end), Number.NEGATIVE_INFINITY);

/** The plan with the earliest start of those that fit. */
const nearest = (plans: readonly Plan[], fits: (plan: Plan) => boolean): Plan | undefined =>
  plans.reduce<Plan | undefined>(
    (best, plan) => (fits(plan) && (!best || earliestOf(plan) < earliestOf(best)) ? plan : best),
    undefined,
  );

const touch = (one: readonly Interval[], others: readonly Interval[]): boolean =>
  one.some(a => others.some(b => a.start <= b.end && b.start <= a.end));

const without = <T>(items: T[], item: T): void => {
  items.splice(items.indexOf(item), 1);
};

/** Drops what nothing was heard of for so long that it must be over. */
function forget({ running, plans }: Story, at: EpochMs, over: Over[]): void {
  for (let first = running[0]; first !== undefined && at - first.since >= OVER; first = running[0]) {
    over.push({ what: 'running', since: first.since });
    running.shift();
  }
  for (const plan of plans.filter(plan => at - latestOf(plan) >= OVER)) {
    over.push({ what: 'overdue', since: latestOf(plan) });
    without(plans, plan);
  }
}

function tell(
  events: readonly MaintenanceEvent[],
  window: WeeklyWindow | undefined,
  now: EpochMs,
  notes: string[],
  over: Over[],
): Story {
  const heard = events.flatMap(({ created, eventTypeName }) => {
    const meaning = Object.hasOwn(MEANINGS, eventTypeName) ? MEANINGS[eventTypeName] : undefined;
    return meaning === undefined ? [] : [{ created, eventTypeName, meaning }];
  });
  const early = heard.filter(({ created }) => created > now + SAME_MOMENT);
  if (early.length > 0)
    notes.push(
      `${listed([...new Set(early.map(event => event.eventTypeName))])}: dated in the future, so only what warns of maintenance is believed.`,
    );
  const changed = heard
    .filter(({ meaning }) => meaning === 'windowChanged')
    .reduce((latest, { created }) => Math.max(latest, Math.min(created, now)), Number.NEGATIVE_INFINITY);
  const calendar = createCalendar(window, changed);

  const story: Story = { running: [], plans: [] };
  const moments = Map.groupBy(
    heard.filter(({ created }) => created <= now + SAME_MOMENT),
    ({ created }) => created,
  );
  for (const [at, together] of [...moments].sort(([a], [b]) => a - b)) {
    forget(story, at, over);
    // Events of the same instant have no order: they are heard in the one that leaves most to beware of, an end
    // first, a start last. A deferral comes before an announcement, which sets an earlier start, unless there was
    // nothing to defer before.
    const order = story.plans.some(plan => latestOf(plan) > at) ? ORDER : ORDER_FROM_NOTHING;
    for (const meaning of order) {
      const same = together
        .filter(event => event.meaning === meaning)
        .sort((a, b) => a.eventTypeName.localeCompare(b.eventTypeName));
      // What moves the start and is told twice in one instant happened once.
      for (const event of ONCE.has(meaning) ? same.slice(0, 1) : same)
        READINGS[meaning](story, event, calendar);
    }
  }
  for (const [meaning, [first, ...more]] of Map.groupBy(early, event => event.meaning))
    if (first) WARNINGS[meaning]?.(story, now, [first, ...more], calendar);
  return story;
}

const ORDER: readonly Told[] = [
  'completed',
  'cancelled',
  'deferred',
  'announced',
  'nextWindow',
  'asked',
  'started',
];
const ORDER_FROM_NOTHING: readonly Told[] = [
  'completed',
  'cancelled',
  'announced',
  'deferred',
  'nextWindow',
  'asked',
  'started',
];
const ONCE: ReadonlySet<Meaning> = new Set(['deferred', 'nextWindow', 'asked']);

type Told = Exclude<Meaning, 'windowChanged'>;
type Reading = (story: Story, event: MaintenanceEvent, calendar: Calendar) => void;

/** How each meaning changes the story. Inferred, like the meanings. */
const READINGS: Readonly<Record<Told, Reading>> = {
  // Scheduled for the first start after the announcement. For a start that is known it is only a reminder.
  announced: ({ plans }, event, calendar) => {
    const starts = calendar.announced(event.created);
    // Where only a span is known, or another start is possible, nobody can tell a reminder from other maintenance.
    const reminds = ({ starts: known }: Plan) => known.every(start => touch([start], starts));
    if (!starts.every(isKnown) || !plans.some(reminds)) plans.push(planOf(event, starts));
  },

  // The start moves one week later: of what comes next, as Atlas defers at least two days ahead. Where nothing is to
  // come that is known, it may have been what is overdue.
  deferred: ({ plans }, event, calendar) => {
    const plan = nearest(plans, plan => latestOf(plan) > event.created);
    if (plan) without(plans, plan);
    const overdue = plan ? [] : plans.flatMap(({ starts }) => starts);
    const { starts, earlier, announced, deferrals, byHand } =
      plan ?? planOf(event, merged(overdue, calendar.announced(event.created)));
    plans.push({
      announced,
      starts: merged([], starts.flatMap(calendar.weekLater)),
      earlier: remembered(earlier, starts),
      deferrals: deferrals + 1,
      byHand: byHand + (event.eventTypeName === 'ATLAS_MAINTENANCE_DEFERRED' ? 1 : 0),
      by: event.eventTypeName,
    });
  },

  // Puts off what was asked to start at once and has not; else it tells where what is scheduled may start, too.
  nextWindow: ({ running, plans }, event, calendar) => {
    const starts = calendar.nextWindow(event.created);
    const asked = running.find(({ wish }) => wish === 'asked');
    if (asked) {
      without(running, asked);
      plans.push({ ...(asked.plan ?? planOf(event, starts)), starts, by: event.eventTypeName });
      return;
    }
    const plan = nearest(plans, plan => latestOf(plan) > event.created);
    if (plan) without(plans, plan);
    plans.push(
      plan
        ? { ...plan, starts: merged(plan.starts, starts), by: event.eventTypeName }
        : planOf(event, starts),
    );
  },

  // Uses up one that is scheduled.
  asked: ({ running, plans }, { created, eventTypeName }) => {
    const plan = oneLess(plans);
    if (plan === undefined && running.some(({ wish }) => wish === 'asked')) return;
    running.push({ since: created, by: eventTypeName, wish: 'asked', plan });
  },

  // What was asked for, or what is due; else it is other maintenance.
  started: ({ running, plans }, { created, eventTypeName }) => {
    const asked = running.find(({ wish }) => wish === 'asked');
    if (asked) {
      without(running, asked);
      running.push({ since: created, by: eventTypeName, wish: 'started', plan: asked.plan });
      return;
    }
    const plan = nearest(plans, ({ starts }) => starts.some(start => mayStart(start, created)));
    if (plan) without(plans, plan);
    running.push({ since: created, by: eventTypeName, wish: 'none', plan });
  },

  // Ends what runs; where nothing does, what should have started. An end cannot end what is not due.
  completed: ({ running, plans }, { created }) => {
    const first = running.shift();
    if (first === undefined) {
      const plan = nearest(plans, plan => latestOf(plan) <= created);
      if (plan) without(plans, plan);
    } else if (first.wish === 'none' && first.plan && earliestOf(first.plan) > created) {
      plans.push(first.plan);
    }
  },

  // Ends one that is scheduled, never what runs.
  cancelled: ({ plans }) => {
    oneLess(plans);
  },
};

/** A little before a known start; of one that only lies in a span, not before that. */
const mayStart = ({ start, end }: Interval, at: EpochMs): boolean =>
  at >= (start === end ? start - EARLY_START : start);

/** Takes away the next of what is scheduled. Which of several was meant is not told: one less, and all starts count. */
function oneLess(plans: Plan[]): Plan | undefined {
  const one = nearest(plans, () => true);
  if (one === undefined) return undefined;
  without(plans, one);
  const other = nearest(plans, () => true);
  if (other === undefined) return one;
  without(plans, other);
  plans.push({
    announced: Math.min(one.announced, other.announced),
    starts: merged(one.starts, other.starts),
    earlier: remembered(one.earlier, [...other.earlier.values()]),
    deferrals: Math.max(one.deferrals, other.deferrals),
    byHand: Math.min(one.byHand, other.byHand),
    by: other.by,
  });
  return one;
}

type Warning = (
  story: Story,
  now: EpochMs,
  events: readonly [MaintenanceEvent, ...MaintenanceEvent[]],
  calendar: Calendar,
) => void;

/** What events that are dated later than now add; they take nothing away. */
const WARNINGS: Readonly<Partial<Record<Meaning, Warning>>> = {
  announced: ({ plans }, now, events, { announced }) => {
    plans.push(planOf({ ...events[0], created: now }, startsFrom(now, events, announced)));
  },
  nextWindow: ({ plans }, now, events, { nextWindow }) => {
    plans.push(planOf({ ...events[0], created: now }, startsFrom(now, events, nextWindow)));
  },
  deferred: ({ plans }, now, [event], calendar) => {
    const starts = nearest(plans, plan => latestOf(plan) > now)?.starts ?? calendar.announced(now);
    plans.push(planOf({ ...event, created: now }, merged(starts, starts.flatMap(calendar.weekLater))));
  },
  asked: runsFrom,
  started: runsFrom,
};

function runsFrom(
  { running }: Story,
  now: EpochMs,
  [{ eventTypeName }]: readonly [MaintenanceEvent, ...unknown[]],
) {
  running.push({ since: now, by: eventTypeName, wish: 'none' });
}

/** All starts of what was told then, or is told now. */
const startsFrom = (
  now: EpochMs,
  events: readonly MaintenanceEvent[],
  startsAt: (at: EpochMs) => Interval[],
): Interval[] =>
  events.reduce<Interval[]>((starts, { created }) => merged(starts, startsAt(created)), startsAt(now));

const planOf = ({ created, eventTypeName }: MaintenanceEvent, starts: readonly Interval[]): Plan => ({
  announced: created,
  starts,
  earlier: new Map(),
  deferrals: 0,
  byHand: 0,
  by: eventTypeName,
});

/**
 * More starts of one maintenance than a year has weeks say no more: beyond what is announced first, weekly starts
 * count anyway, and without a window nothing is known.
 */
const MOST_STARTS = 64;

/** All of them, each known start once, and spans that touch as one: a feed may hold thousands, each a second apart. */
function merged(one: readonly Interval[], others: readonly Interval[]): Interval[] {
  const all = [...one, ...others];
  const known = new Map(all.filter(isKnown).map(interval => [interval.start, interval]));
  const spans = joined(all.filter(interval => !isKnown(interval)));
  return [...known.values(), ...spans].sort((a, b) => a.start - b.start).slice(0, MOST_STARTS);
}

function remembered(earlier: Map<EpochMs, Interval>, starts: readonly Interval[]): Map<EpochMs, Interval> {
  for (const { start, end } of starts)
    earlier.set(start, { start, end: Math.max(end, earlier.get(start)?.end ?? end) });
  return earlier;
}

const isKnown = ({ start, end }: Interval): boolean => start === end;

/** Between which instants maintenance starts that was told of at some time. */
interface Calendar {
  announced(at: EpochMs): Interval[];
  nextWindow(at: EpochMs): Interval[];
  weekLater(start: Interval): Interval[];
}

/**
 * By the window as it is, the first start from then on. What was told before the window changed last, or with no
 * window now, may keep the start of a window that nobody can read any more: of that only the span is known that
 * Atlas's rules leave. Then both count.
 */
function createCalendar(window: WeeklyWindow | undefined, changed: EpochMs): Calendar {
  /** Asked again and again for the same start where a feed tells of thousands of deferrals. */
  const later = new Map<EpochMs, Interval[]>();
  const first = (after: EpochMs): Interval[] => {
    if (window === undefined) return [];
    return nextWeeklyStarts(window, after + 1).map(start => ({ start, end: start }));
  };
  const reading = (at: EpochMs, from: number, to: number): Interval[] => {
    if (window !== undefined && at > changed) return first(at);
    const span = { start: at + from, end: at + to };
    return [span, ...(at <= changed && changed < span.end ? first(changed) : [])];
  };
  return {
    announced: at => reading(at, ANNOUNCED_LATEST, ANNOUNCED_EARLIEST),
    nextWindow: at => reading(at, 0, WEEK),
    weekLater: from => {
      if (window === undefined || !isKnown(from)) {
        const [span] = weekLater(window, from);
        return [span, ...(from.end <= changed && changed < span.end ? first(changed) : [])];
      }
      const starts = later.get(from.start) ?? weekLater(window, from);
      later.set(from.start, starts);
      return starts;
    },
  };
}

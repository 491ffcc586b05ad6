import { listed } from '../text.ts';
import type { EpochMs } from './time.ts';
import { DAY } from './units.ts';
import { nextWeeklyStart, type WeeklyWindow } from './weekly.ts';

/** One of the project's events. */
export interface MaintenanceEvent {
  readonly created: EpochMs;
  readonly eventTypeName: string;
}

/** What is known about maintenance of one project. */
export type MaintenanceState =
  | { readonly kind: 'none' }
  | Scheduled
  | {
      readonly kind: 'running';
      readonly since: EpochMs;
      /** The event that tells, or `startASAP` where it is the window that does. */
      readonly by: string;
      /** Announced while this one runs. */
      readonly next?: Scheduled;
    }
  | {
      readonly kind: 'unknown';
      readonly reason: string;
      /** Asked to start at once, as the window says. */
      readonly since?: EpochMs;
    };

export interface Scheduled {
  readonly kind: 'scheduled';
  /** In the past: it should have started, and no event tells that it did. */
  readonly start: EpochMs;
  /** When Atlas first told of it, as far as the events reach back. */
  readonly announced: EpochMs;
  /** How often it was deferred, as far as the events reach back. */
  readonly deferrals: number;
  /** The event that set the start as it stands. */
  readonly by: string;
}

/** The window as a witness: what it tells about maintenance beside its day and hour. */
export interface WitnessWindow extends WeeklyWindow {
  /** Of the current maintenance. */
  readonly numberOfDeferrals: number;
  /** Asked to start at once, and not completed. */
  readonly startASAP: boolean;
}

type Meaning = 'announced' | 'deferred' | 'nextWindow' | 'running' | 'over';

/** What the types of events mean. Inferred: Atlas publishes no state machine. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  MAINTENANCE_IN_ADVANCED: 'announced',
  MAINTENANCE_AUTO_DEFERRED: 'deferred',
  ATLAS_MAINTENANCE_DEFERRED: 'deferred',
  ATLAS_MAINTENANCE_DEFERRED_BY_ADMIN: 'deferred',
  ATLAS_MAINTENANCE_SCHEDULED_FOR_NEXT_WINDOW: 'nextWindow',
  ATLAS_MAINTENANCE_START_ASAP: 'running',
  MAINTENANCE_STARTED: 'running',
  MAINTENANCE_COMPLETED: 'over',
  MAINTENANCE_NO_LONGER_NEEDED: 'over',
  ATLAS_MAINTENANCE_RESET_BY_ADMIN: 'over',
};

/** The types of events to ask Atlas for; all others are ignored. */
export const MAINTENANCE_EVENT_TYPES: readonly string[] = Object.keys(MEANINGS);

/**
 * How far back to read: three days of announcement, three deferrals of a week (two by hand and the automatic
 * one), and as much again for maintenance that starts late or runs for long.
 */
export const EVENTS_LOOKBACK_MS = 48 * DAY;

/**
 * Reads the events, in any order, as one story, and hears the window as a witness. Where they contradict
 * each other the more careful reading wins, and a note says so. An early start is the careful one: the judge
 * counts every later weekly start too, while it holds those before a known start for safe.
 *
 * @param events `undefined` when they could not be read
 * @param window `undefined` when none is set
 */
export function maintenanceState(
  events: readonly MaintenanceEvent[] | undefined,
  window: WitnessWindow | undefined,
  now: EpochMs,
): { readonly state: MaintenanceState; readonly notes: readonly string[] } {
  const notes: string[] = [];
  const asap = window?.startASAP === true;
  if (events === undefined) {
    const reason = "the project's events could not be read";
    return { state: { kind: 'unknown', reason, ...(asap && { since: now }) }, notes };
  }

  const { running, plan } = tell(events, window, now, notes);
  const next = plan && window && planned(plan, window, notes);
  if (running !== undefined) return { state: { kind: 'running', ...running, ...(next && { next }) }, notes };
  if (asap) {
    notes.push(
      `The window says that maintenance was asked to start at once and has not completed (startASAP), while the events show ${plan ? 'it only scheduled' : 'none'}: it is taken to run.`,
    );
    return { state: { kind: 'running', since: now, by: 'startASAP' }, notes };
  }
  if (next !== undefined) return { state: next, notes };
  if (plan !== undefined) {
    return {
      state: { kind: 'unknown', reason: 'maintenance is announced, and no window tells its start' },
      notes,
    };
  }
  if (window !== undefined && window.numberOfDeferrals > 0) {
    const reason = `the window counts ${times(window.numberOfDeferrals)}, while the events show nothing scheduled`;
    notes.push(`Whether maintenance is scheduled is unknown: ${reason}.`);
    return { state: { kind: 'unknown', reason }, notes };
  }
  return { state: { kind: 'none' }, notes };
}

/** What the events told up to some point. */
interface Story {
  readonly running?: { readonly since: EpochMs; readonly by: string };
  readonly plan?: Plan;
}

/** Maintenance that is to come. */
interface Plan {
  readonly announced: EpochMs;
  /** The start after no deferral, after one, and so on. */
  readonly starts: readonly [EpochMs, ...EpochMs[]];
  /** The deferrals that the window counts for certain; whether it counts those by Atlas is not documented. */
  readonly byHand: number;
  readonly by: string;
}

function tell(
  events: readonly MaintenanceEvent[],
  window: WeeklyWindow | undefined,
  now: EpochMs,
  notes: string[],
): Story {
  const heard = events.filter(event => Object.hasOwn(MEANINGS, event.eventTypeName));
  const early = heard.filter(event => event.created > now);
  if (early.length > 0) {
    notes.push(
      `${listed(early.map(event => event.eventTypeName))}: dated later than now, so an end is not believed yet and the rest is taken to be of now.`,
    );
  }
  const told = heard
    .filter(event => event.created <= now || MEANINGS[event.eventTypeName] !== 'over')
    .map(event => ({ ...event, created: Math.min(event.created, now) }));
  const moments = Map.groupBy(told, event => event.created);
  return [...moments.keys()]
    .sort((a, b) => a - b)
    .reduce<Story>((story, at) => tellMoment(story, moments.get(at) ?? [], window), {});
}

/**
 * Events of the same instant have no order, so they are heard in the one that leaves most to beware of: an
 * end first, a start last. A deferral comes before an announcement, which sets an earlier start, unless there
 * was nothing to defer before. What is told twice in one instant happened once.
 */
function tellMoment(
  story: Story,
  events: readonly MaintenanceEvent[],
  window: WeeklyWindow | undefined,
): Story {
  const hear = (heard: Story, meaning: Meaning): Story => {
    const event = events.find(({ eventTypeName }) => MEANINGS[eventTypeName] === meaning);
    return event === undefined ? heard : READINGS[meaning](heard, event, at => startAfter(window, at));
  };
  const left = hear(story, 'over');
  const plans: readonly Meaning[] = left.plan ? ['deferred', 'announced'] : ['announced', 'deferred'];
  return [...plans, 'nextWindow' as const, 'running' as const].reduce(hear, left);
}

type Reading = (story: Story, event: MaintenanceEvent, startAfter: (at: EpochMs) => EpochMs) => Story;

/** How each meaning changes the story. Inferred, like the meanings. */
const READINGS: Readonly<Record<Meaning, Reading>> = {
  // Scheduled for the first start after the announcement. What runs already goes on running.
  announced: ({ running, plan }, event, startAfter) => ({
    ...(running && { running }),
    plan: setStart(isDue(plan, event.created) ? undefined : plan, event, startAfter),
  }),

  // The scheduled start moves one week later. Without an announcement it was the first start from then on.
  deferred: (story, event, startAfter) => {
    const { starts, byHand, announced } = story.plan ?? setStart(undefined, event, startAfter);
    const start = startAfter(starts.at(-1) ?? starts[0]);
    return {
      ...story,
      plan: {
        announced,
        starts: [...starts, start],
        byHand: byHand + (event.eventTypeName === 'ATLAS_MAINTENANCE_DEFERRED' ? 1 : 0),
        by: event.eventTypeName,
      },
    };
  },

  // Scheduled for the next start, also what was to start at once.
  nextWindow: ({ plan }, event, startAfter) => ({ plan: setStart(plan, event, startAfter) }),

  // It is what was scheduled that runs, unless that is still to come and another runs already.
  running: (story, { created, eventTypeName }) =>
    story.running && story.plan && !isDue(story.plan, created)
      ? story
      : { running: story.running ?? { since: created, by: eventTypeName } },

  // One end ends one maintenance: what was announced while another ran is still to come.
  over: ({ running, plan }) => (running && plan ? { plan } : {}),
};

const isDue = (plan: Plan | undefined, at: EpochMs): boolean =>
  plan !== undefined && (plan.starts.at(-1) ?? plan.starts[0]) <= at;

/** The plan with the first start after the event, however often it was deferred before. */
function setStart(
  plan: Plan | undefined,
  event: MaintenanceEvent,
  startAfter: (at: EpochMs) => EpochMs,
): Plan {
  const start = startAfter(event.created);
  const [, ...deferred] = plan?.starts ?? [];
  return {
    announced: plan?.announced ?? event.created,
    starts: [start, ...deferred.map(() => start)],
    byHand: plan?.byHand ?? 0,
    by: event.eventTypeName,
  };
}

/** Without a window there is no start to tell; then any will do, since nobody is told of it. */
const startAfter = (window: WeeklyWindow | undefined, at: EpochMs): EpochMs =>
  window === undefined ? at : nextWeeklyStart(window, at + 1);

function planned(plan: Plan, { numberOfDeferrals }: WitnessWindow, notes: string[]): Scheduled {
  const seen = plan.starts.length - 1;
  const fewer = numberOfDeferrals < plan.byHand;
  if (fewer || numberOfDeferrals > seen) {
    notes.push(
      `The window counts ${times(numberOfDeferrals)}, the events show ${times(seen)}: the earlier start is taken.`,
    );
  }
  const deferrals = fewer ? numberOfDeferrals : seen;
  const { announced, by } = plan;
  return { kind: 'scheduled', start: plan.starts[deferrals] ?? plan.starts[0], announced, deferrals, by };
}

const times = (count: number): string => (count === 1 ? 'one deferral' : `${count} deferrals`);

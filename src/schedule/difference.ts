import type { EpochMs, Interval } from './interval.ts';
import { type Clock, clocksOf, offsetBy } from './offsets.ts';
import { isoAt } from './time.ts';
import { firstDifference, nextWeeklyStart, type WeeklyWindow } from './weekly.ts';

/** One time of a zone's clock, by each release of its rules that counts. */
export interface Difference {
  readonly zone: string;
  /** Does the runner's Node know the zone? */
  readonly runnerKnows: boolean;
  /** The newest first. A clock that skips the time has none. */
  readonly readings: readonly {
    readonly release: string;
    readonly by: Clock['by'];
    readonly at: EpochMs;
    readonly offset: number;
  }[];
}

/** The difference at a time that the clocks, in their order, have at these instants. */
export const differenceAt = (
  zone: string,
  clocks: readonly Clock[],
  instants: readonly (EpochMs | undefined)[],
): Difference => ({
  zone,
  runnerKnows: clocks.some(({ by }) => by === 'runner'),
  readings: clocks.flatMap((clock, i) => {
    const { release, by } = clock;
    const at = instants[i];
    return at === undefined ? [] : [{ release, by, at, offset: offsetBy(clock, at) }];
  }),
});

/** A zone that only the action knows is worth a notice whatever the time. */
export function carriedAlone(zone: string, at: EpochMs, clocks = clocksOf(zone)): Difference | undefined {
  return clocks.length === 1 && clocks[0].by === 'action' ? differenceAt(zone, clocks, [at]) : undefined;
}

/**
 * Where the rules of a window's zone differ for a start that matters: one that the deploys could meet, or the next.
 *
 * @param deploys in the order of their starts
 * @param maintenanceDuration milliseconds
 */
export function weeklyDifference(
  window: WeeklyWindow,
  deploys: readonly Interval[],
  maintenanceDuration: number,
  now: EpochMs,
): Difference | undefined {
  const clocks = clocksOf(window.timeZoneId);
  if (clocks.length === 1) return carriedAlone(window.timeZoneId, now, clocks);
  const next = { start: now, end: nextWeeklyStart(window, now) + 1 };
  const [first] = deploys;
  const judged = first && {
    start: first.start - maintenanceDuration,
    end: Math.max(...deploys.map(deploy => deploy.end)),
  };
  for (const { start, end } of judged ? [judged, next] : [next]) {
    const instants = firstDifference(window, start, end);
    if (instants !== undefined) return differenceAt(window.timeZoneId, clocks, instants);
  }
  return undefined;
}

/** A sentence for people, who need to know which hour it is that counts. */
export function differenceNotice(
  subject: string,
  { zone, runnerKnows, readings }: Difference,
  runners: string,
): string {
  const [reading, ...others] = readings;
  if (reading !== undefined && !runnerKnows) {
    return `This runner's Node (time zone rules ${runners}) does not know ${zone}: the rules ${reading.release}, which this action carries, are followed.`;
  }
  const told = readings.map(
    ({ release, by, at, offset }) =>
      `${isoAt(at, offset)} by ${release} (${by === 'action' ? 'carried by this action' : "this runner's Node"})`,
  );
  return `The time zone rules of ${zone} differ between releases: ${subject} is ${told.join(' and ')}${others.length > 0 ? '. Both count.' : '; the other clock skips it.'}`;
}

/** Milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

/** Half-open: [start, end). */
export interface Interval {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/** Each starts before the other ends: intervals that only touch do not overlap. */
export const overlaps = (a: Interval, b: Interval): boolean => a.start < b.end && b.start < a.end;

/** From the first start to the last end. */
export const hull = (intervals: readonly Interval[]): Interval => ({
  start: intervals.reduce((at, { start }) => Math.min(at, start), Number.POSITIVE_INFINITY),
  end: intervals.reduce((at, { end }) => Math.max(at, end), Number.NEGATIVE_INFINITY),
});

/** In the order of their starts, and as one what overlaps or touches. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const all: Interval[] = [];
  for (const next of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last === undefined || last.end < next.start) all.push(next);
    else all.splice(-1, 1, { start: last.start, end: Math.max(last.end, next.end) });
  }
  return all;
}

import fc from 'fast-check';

/** UTC, as written in ISO 8601 without an offset: `utc('2026-03-01T20:00')`. */
export const utc = (text: string): number => {
  const at = Date.parse(`${text}Z`);
  if (Number.isNaN(at)) throw new Error(`Not a time: ${text}`);
  return at;
};

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** All that the runtime knows. */
export const ZONES = Intl.supportedValuesOf('timeZone');

const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);

/** A property in so many cases, or in as many as PROPERTY_RUNS says; PROPERTY_SEED repeats a run. @returns how many */
export function check<T>(
  name: string,
  cases: number,
  values: fc.Arbitrary<T>,
  holds: (value: T) => void,
): number {
  const numRuns = Number(process.env.PROPERTY_RUNS ?? cases);
  console.log(`${name}: ${numRuns} cases, PROPERTY_SEED=${seed}`);
  const property = fc.property(values, value => {
    holds(value);
  });
  fc.assert(property, { numRuns, seed });
  return numRuns;
}

/** Long enough for PROPERTY_RUNS=100000. */
export const PATIENCE = 3_600_000;

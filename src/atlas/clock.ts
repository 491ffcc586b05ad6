import { monotonic } from './monotonic.ts';

/** The runner's clock, checked against the `Date` of Atlas's answers. */
export interface Clock {
  /** Takes note of an answer's `Date` header; what is no HTTP date is ignored. */
  heard(date: string | undefined): void;
  /** Epoch milliseconds: the runner's clock, or Atlas's where the two differ by more than a minute. */
  now(): number;
  /** Runner minus Atlas in milliseconds, if that is more than a minute. */
  skew(): number | undefined;
}

const TOLERATED_SKEW_MS = 60_000;

/** The one form of an HTTP date that a server may send (RFC 9110, section 5.6.7). */
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Epoch milliseconds of an HTTP date. */
export function parseHttpDate(text: string): number | undefined {
  const time = IMF_FIXDATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

export function createClock(): Clock {
  let skew: number | undefined;
  /** Atlas's epoch milliseconds minus the monotonic clock's, so that time goes on evenly from the newest answer. */
  let offset: number | undefined;
  return {
    heard(date) {
      const atlas = date === undefined ? undefined : parseHttpDate(date);
      if (atlas === undefined) return;
      const difference = Date.now() - atlas;
      const differs = Math.abs(difference) > TOLERATED_SKEW_MS;
      skew = differs ? difference : undefined;
      offset = differs ? atlas - monotonic() : undefined;
    },
    now: () => (offset === undefined ? Date.now() : Math.round(offset + monotonic())),
    skew: () => skew,
  };
}

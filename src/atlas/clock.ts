import { monotonic } from '../deadline.ts';
import type { Answer } from './answer.ts';

/** Atlas's clock, as the `Date` of its answers tells it; until one has been heard, the runner's. */
export interface Clock {
  /**
   * Takes note of an answer that was understood: nobody knows whose clock the page of a gateway shows. Its `Date` counts
   * however far off it is; what is not an HTTP date says nothing.
   */
  heard(answer: Pick<Answer, 'headers' | 'sent' | 'received'>): void;
  /** Has Atlas told its time? */
  known(): boolean;
  /** Epoch milliseconds. */
  now(): number;
  /** Runner minus Atlas in milliseconds, if that is more than a minute. */
  skew(): number | undefined;
}

/** A runner may be this much off without a word. */
const TOLERATED_SKEW_MS = 60_000;

/** The one form of an HTTP date that a server may send (RFC 9110, section 5.6.7). */
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Epoch milliseconds of an HTTP date. */
export function parseHttpDate(text: unknown): number | undefined {
  const time = typeof text === 'string' && IMF_FIXDATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

/**
 * A `Date` has whole seconds and was written between the request and the head of its answer. So when the head came,
 * Atlas's clock showed that time or a later one, and when the request began, less than a second more than that. Each
 * answer gives such bounds. The lower one is taken, as time that is still to come may not be taken for past; it rises
 * with each answer that knows better, and goes back only where the newest answer says that it is too late.
 */
export function createClock(elapsed: () => number = monotonic): Clock {
  /** Atlas's epoch milliseconds minus the monotonic clock's, so that time goes on evenly. */
  let offset: number | undefined;
  const now = () => (offset === undefined ? Date.now() : Math.floor(offset + elapsed()));
  return {
    heard({ headers, sent, received }) {
      const date = parseHttpDate(headers.date);
      if (date === undefined) return;
      const earliest = date - received;
      const latest = date + 1000 - sent;
      offset = offset === undefined || offset > latest ? earliest : Math.max(offset, earliest);
    },
    known: () => offset !== undefined,
    now,
    skew() {
      if (offset === undefined) return undefined;
      const difference = Date.now() - now();
      return Math.abs(difference) > TOLERATED_SKEW_MS ? difference : undefined;
    },
  };
}

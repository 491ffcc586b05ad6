import { monotonic } from './monotonic.ts';

/** Keeps from running into a rate limit that the server has announced to be reached. */
export interface Pace {
  /** Milliseconds to wait before the next request of a bucket; taking a turn moves the next one back. */
  turn(bucket: Bucket): number;
  /** Takes note of the `RateLimit-Remaining` of an answer. */
  heard(bucket: Bucket, remaining: unknown): void;
}

/** Atlas counts each project by itself, and events apart from maintenance. */
export interface Bucket {
  /** Of the project, or of the organization whose projects are listed; empty for all projects. */
  readonly id: string;
  readonly resource: 'maintenance' | 'events' | 'projects';
}

/** How many requests a minute each bucket of Atlas takes in the long run. Inferred for `projects`: no source states it. */
const REFILL_PER_MINUTE = { maintenance: 500, events: 100, projects: 100 } as const;

export function createPace(): Pace {
  /** When an empty bucket will serve one more request, on the monotonic clock. */
  const next = new Map<string, number>();
  const key = ({ id, resource }: Bucket) => `${id} ${resource}`;
  const interval = ({ resource }: Bucket) => 60_000 / REFILL_PER_MINUTE[resource];
  return {
    turn(bucket) {
      const at = next.get(key(bucket));
      if (at === undefined) return 0;
      const now = monotonic();
      next.set(key(bucket), Math.max(at, now) + interval(bucket));
      return Math.max(0, at - now);
    },
    heard(bucket, remaining) {
      if (typeof remaining !== 'string' || !/^\d+$/.test(remaining)) return;
      if (Number(remaining) > 0) next.delete(key(bucket));
      else if (!next.has(key(bucket))) next.set(key(bucket), monotonic() + interval(bucket));
    },
  };
}

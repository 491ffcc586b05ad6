/** A token bucket: so many requests at once, and so many more a minute. */
export interface Limit {
  resource: string;
  capacity: number;
  refill: number;
}

export interface Take {
  remaining: number;
  /** Seconds until the next request is served; 0 where this one is. */
  wait: number;
}

export interface Buckets {
  limit: Limit;
  take(key: string, now: number): Take;
}

/** One bucket a key, all full at first. */
export const createBuckets = (limit: Limit): Buckets => {
  const buckets = new Map<string, { level: number; at: number }>();
  const perMillisecond = limit.refill / 60_000;
  return {
    limit,
    take: (key, now) => {
      const { level, at } = buckets.get(key) ?? { level: limit.capacity, at: now };
      const filled = Math.min(limit.capacity, level + Math.max(0, now - at) * perMillisecond);
      if (filled < 1) {
        buckets.set(key, { level: filled, at: now });
        return { remaining: 0, wait: Math.ceil((1 - filled) / perMillisecond / 1000) };
      }
      buckets.set(key, { level: filled - 1, at: now });
      return { remaining: Math.floor(filled - 1), wait: 0 };
    },
  };
};

/** Milliseconds on a clock that nobody can set. (The global `performance` tells the same and takes 5 ms to load.) */
export const monotonic = (): number => Number(process.hrtime.bigint()) / 1e6;

/** One limit for all the work of a step, on a clock that nobody can set. */
export interface Deadline {
  /** Aborts when time is up or when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left, never below 0. */
  remaining(): number;
  /** Milliseconds in all. */
  readonly total: number;
}

/** Longest delay of a timer in Node; a longer one would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** @param cancelled ends the work early, with its own reason */
export function createDeadline(timeoutMs: number, cancelled?: AbortSignal): Deadline {
  const end = monotonic() + timeoutMs;
  const controller = new AbortController();
  // Not AbortSignal.any and AbortSignal.timeout: what holds them only weakly may lose them to the garbage collector.
  const timeUp = () => controller.abort(new DOMException('The deadline has passed.', 'TimeoutError'));
  setTimeout(timeUp, Math.min(timeoutMs, MAX_TIMER_MS)).unref();
  if (cancelled?.aborted) controller.abort(cancelled.reason);
  cancelled?.addEventListener('abort', () => controller.abort(cancelled.reason), { once: true });
  return {
    signal: controller.signal,
    remaining: () => Math.max(0, end - monotonic()),
    total: timeoutMs,
  };
}

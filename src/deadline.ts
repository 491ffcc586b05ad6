/** Milliseconds on a clock that nobody can set. (The global `performance` tells the same and takes 5 ms to load.) */
export const monotonic = (): number => Number(process.hrtime.bigint()) / 1e6;

/** One limit for all the work of a step, or of a look while it waits, on a clock that nobody can set. */
export interface Deadline {
  /** Aborts when time is up or when the run is cancelled. */
  readonly signal: AbortSignal;
  /** Milliseconds that are left, never below 0. */
  remaining(): number;
  /** Milliseconds in all. */
  readonly total: number;
  /** Begins anew, with the whole time. A run that is cancelled stays so. */
  renew(): void;
}

/** Longest delay of a timer in Node; a longer one would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** @param cancelled ends the work early, with its own reason */
export function createDeadline(timeoutMs: number, cancelled?: AbortSignal): Deadline {
  let end = 0;
  let controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const renew = () => {
    clearTimeout(timer);
    end = monotonic() + timeoutMs;
    const own = new AbortController();
    controller = own;
    // Not AbortSignal.any and AbortSignal.timeout: what holds them only weakly may lose them to the garbage collector.
    timer = setTimeout(
      () => own.abort(new DOMException('The deadline has passed.', 'TimeoutError')),
      Math.min(timeoutMs, MAX_TIMER_MS),
    ).unref();
    if (cancelled?.aborted) own.abort(cancelled.reason);
  };
  renew();
  cancelled?.addEventListener('abort', () => controller.abort(cancelled.reason), { once: true });
  return {
    get signal() {
      return controller.signal;
    },
    remaining: () => Math.max(0, end - monotonic()),
    total: timeoutMs,
    renew,
  };
}

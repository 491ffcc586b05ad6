import { setTimeout as sleep } from 'node:timers/promises';
import type { Deadline } from '../deadline.ts';
import { counted } from '../text.ts';
import { AtlasError, interrupted, seconds } from './errors.ts';

export interface RetryOptions {
  readonly deadline: Deadline;
  readonly log: { info(line: string): void };
  /** Jitter: a number from 0 up to, not including, 1. */
  readonly random?: () => number;
}

const FIRST_BACKOFF_MS = 1000;
const LONGEST_BACKOFF_MS = 20_000;

/**
 * Tries again after a failure that may pass, until it works or the deadline leaves no room for another attempt.
 * Waits as long as the server asked for, else by exponential back-off with full jitter.
 *
 * @throws {AtlasError} the last failure, with a word on why it was the last
 */
export async function retry<T>(attempt: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { deadline, log, random = Math.random } = options;
  let before: AtlasError | undefined;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof AtlasError)) throw error;
      // What used up the time is worth more than that it is used up.
      if (before && error.code === 'TIMEOUT')
        throw error.with(`The previous attempt failed: ${before.message}`);
      if (!error.retryable) throw error;
      before = error;
      const backoff = random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (attempts - 1));
      const wait = Math.max(error.retryAfterMs ?? 0, backoff);
      if (wait >= deadline.remaining()) throw gaveUp(error, attempts, wait, deadline);
      log.info(`Attempt ${attempts} failed: ${error.message}. Trying again in ${seconds(wait)}.`);
      await pause(wait, deadline);
    }
  }
}

/** Waits; ends early, with an error, when the deadline passes or the run is cancelled. */
export async function pause(ms: number, deadline: Deadline): Promise<void> {
  await sleep(ms, undefined, { signal: deadline.signal }).catch(() => {
    throw interrupted(deadline, undefined, 'refused');
  });
}

function gaveUp(error: AtlasError, attempts: number, wait: number, deadline: Deadline): AtlasError {
  const tried = counted(attempts, 'attempt');
  const asked = wait === error.retryAfterMs ? ' that Atlas asks for' : '';
  const left = `${seconds(deadline.remaining())} of ${seconds(deadline.total)} are left`;
  return error
    .final()
    .with(
      `Gave up after ${tried}, as the wait of ${seconds(wait)}${asked} is longer than what is left of the timeout (${left}): run the job again later, or raise the timeout`,
    );
}

import { describe, expect, test } from 'vitest';
import { AtlasError } from '../../src/atlas/client.ts';
import { retry } from '../../src/atlas/retry.ts';
import { createDeadline } from '../../src/deadline.ts';

const passing = (retryAfterMs?: number) =>
  new AtlasError({
    code: 'BUSY',
    message: 'Atlas is busy',
    outcome: 'refused',
    retryable: true,
    retryAfterMs,
  });

/** Fails so many times, then says `done`; notes what is logged. */
const failing = (times: number, error: Error, { timeout = 5000, random = (): number => 0 } = {}) => {
  let attempts = 0;
  const lines: string[] = [];
  const result = retry(
    async () => {
      attempts += 1;
      if (attempts <= times) throw error;
      return 'done';
    },
    { deadline: createDeadline(timeout), log: { info: line => lines.push(line) }, random },
  );
  return { result, lines, attempts: () => attempts };
};

describe('a failure that may pass', () => {
  test('is tried again until it works, each time with a line in the log', async () => {
    const run = failing(3, passing());
    await expect(run.result).resolves.toBe('done');
    expect(run.lines).toEqual([
      'Attempt 1 failed: Atlas is busy. Code: BUSY. Trying again in 0 s.',
      'Attempt 2 failed: Atlas is busy. Code: BUSY. Trying again in 0 s.',
      'Attempt 3 failed: Atlas is busy. Code: BUSY. Trying again in 0 s.',
    ]);
  });

  test('waits longer each time, at random, and at least as long as asked', async () => {
    const short = failing(1, passing(20));
    await short.result;
    expect(short.lines[0]).toContain('Trying again in 0.1 s');
    const rising = failing(4, passing(), { random: () => 0.002 });
    await rising.result;
    const long = failing(1, passing(20), { random: () => 0.12 });
    await long.result;
    expect(long.lines[0]).toContain('Trying again in 0.2 s');
  });

  test('ends at once when the wait would be longer than what is left', async () => {
    const asked = failing(9, passing(60_000), { timeout: 2000 });
    await expect(asked.result).rejects.toThrow(
      /^Atlas is busy\. Gave up after one attempt, as the wait of 60 s that Atlas asks for is longer than what is left of the timeout \([\d.]+ s of 2 s are left\): run the job again later, or raise the timeout\. Code: BUSY$/,
    );
    expect(asked.lines).toEqual([]);
    const own = failing(9, passing(), { timeout: 500, random: () => 0.9 });
    await expect(own.result).rejects.toThrow(
      /after one attempt, as the wait of 0\.9 s is longer than what is left of the timeout/,
    );
    expect(own.attempts()).toBe(1);
  });

  test('is still told when a later attempt takes up the rest of the time', async () => {
    const errors = [
      passing(),
      new AtlasError({ code: 'TIMEOUT', message: 'Time is up', outcome: 'unknown' }),
    ];
    const result = retry(() => Promise.reject(errors.shift()), {
      deadline: createDeadline(5000),
      log: { info: () => {} },
      random: () => 0,
    });
    await expect(result).rejects.toThrow(
      'Time is up. The previous attempt failed: Atlas is busy. Code: BUSY. Code: TIMEOUT',
    );
  });

  test('is not tried again once the run is cancelled', async () => {
    const cancel = new AbortController();
    const result = retry(
      async () => {
        setImmediate(() => cancel.abort());
        throw passing();
      },
      { deadline: createDeadline(60_000, cancel.signal), log: { info: () => {} }, random: () => 0.9 },
    );
    await expect(result).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

test.each([
  ['a failure that stays', new AtlasError({ code: 'NO', message: 'No', outcome: 'refused' })],
  ['a bug', new TypeError('x is not a function')],
])('%s is not tried again', async (_, error) => {
  const run = failing(9, error);
  await expect(run.result).rejects.toBe(error);
  expect(run.attempts()).toBe(1);
});

import { expect, it } from 'vitest';
import { inTurns } from '../src/turns.ts';

it('works on so many at a time and no more, and keeps the order of the items', async () => {
  let atWork = 0;
  let most = 0;
  const results = await inTurns(
    10,
    Array.from({ length: 35 }, (_, index) => index),
    async item => {
      atWork += 1;
      most = Math.max(most, atWork);
      // Ends in another order than it began.
      for (let turn = 0; turn <= (item * 7) % 5; turn += 1) await Promise.resolve();
      atWork -= 1;
      return item * 2;
    },
  );
  expect(most).toBe(10);
  expect(results).toEqual(Array.from({ length: 35 }, (_, index) => index * 2));
});

it('has nothing to do where there is nothing', async () => {
  expect(await inTurns(10, [], () => Promise.reject(new Error('called')))).toEqual([]);
});

import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does `work` for every item, `width` at a time; results keep the order of the items. Rejects with the first failure.
 *
 * @param patience what takes longer than so many milliseconds goes on beside the turns, so that it holds up no other
 */
export async function inTurns<T, R>(
  width: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
  patience?: number,
): Promise<R[]> {
  const results: Promise<R>[] = [];
  const queue = items.entries();
  const turn = async () => {
    // One iterator shared by all turns hands each item out once.
    for (const [index, item] of queue) {
      const result = work(item);
      results[index] = result;
      await (patience === undefined
        ? result
        : Promise.race([result, sleep(patience, undefined, { ref: false })]));
    }
  };
  await Promise.all(Array.from({ length: width }, turn));
  return Promise.all(results);
}

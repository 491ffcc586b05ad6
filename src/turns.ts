/** Does `work` for every item, `width` at a time; results keep the order of the items. Rejects with the first failure. */
export async function inTurns<T, R>(
  width: number,
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const turn = async () => {
    // One iterator shared by all turns hands each item out once.
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: width }, turn));
  return results;
}

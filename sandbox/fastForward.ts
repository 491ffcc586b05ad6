/**
 * Lets hours go by in no time: in a process that it is loaded into (`node --import`), where FAST_FORWARD holds the
 * address, or in this one.
 */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

/**
 * From now on a pause of a second or more asks the address to move its clock, moves the clocks of this process along, and
 * is over.
 *
 * @returns what ends that
 */
export function fastForward(address: string): () => void {
  const { setTimeout: pause } = timers;
  const { now } = Date;
  const { bigint } = process.hrtime;
  let skipped = 0;
  Date.now = () => now() + skipped;
  process.hrtime.bigint = () => bigint() + BigInt(Math.round(skipped * 1e6));

  const skip: typeof pause = async (ms = 0, value, options) => {
    // What nobody is kept for only watches over something else.
    if (ms < 1000 || options?.ref === false) return await pause(ms, value, options);
    options?.signal?.throwIfAborted();
    await fetch(`${address}?ms=${ms}`);
    skipped += ms;
    options?.signal?.throwIfAborted();
    return value as never; // what was given, as of the function that this stands in for
  };
  const use = (chosen: typeof pause) => {
    timers.setTimeout = chosen;
    syncBuiltinESMExports();
  };
  use(Object.assign(skip, pause));
  return () => {
    Date.now = now;
    process.hrtime.bigint = bigint;
    use(pause);
  };
}

const address = process.env.FAST_FORWARD;
if (address !== undefined) fastForward(address);

/**
 * To be loaded into a process (`node --import`) that is to see hours go by in no time: a pause of a second or more asks
 * the address in FAST_FORWARD to move its clock, moves the clocks of the process along, and is over.
 */
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const address = process.env.FAST_FORWARD;
if (address === undefined) throw new Error('FAST_FORWARD is not set');

const { setTimeout: pause } = timers;
const { now } = Date;
const { bigint } = process.hrtime;
let skipped = 0;
Date.now = () => now() + skipped;
process.hrtime.bigint = () => bigint() + BigInt(Math.round(skipped * 1e6));

const fastForward: typeof pause = async (ms = 0, value, options) => {
  // What nobody is kept for only watches over something else.
  if (ms < 1000 || options?.ref === false) return await pause(ms, value, options);
  options?.signal?.throwIfAborted();
  await fetch(`${address}?ms=${ms}`);
  skipped += ms;
  options?.signal?.throwIfAborted();
  return value as never; // what was given, as of the function that this stands in for
};
timers.setTimeout = Object.assign(fastForward, pause);
syncBuiltinESMExports();

/**
 * Throws random answers at the action and random text at its inputs, on the sources in this process and on the
 * committed bundle, and holds what comes of it to what must always hold: an end in time, no unhandled error, no pass
 * that the answers do not justify, nothing done twice, no secret and nothing that acts in what is written.
 *
 *   npm run fuzz -- --minutes 10
 *   npm run fuzz -- --only reads --seed 7 --path 12:0    one case again, as a failure prints it
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Engine, engines } from './engines.ts';
import { type PropertyName, properties, tally } from './properties.ts';

type EngineName = keyof typeof engines;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Math.trunc(Math.random() * 2 ** 31)) },
    path: { type: 'string' },
    only: { type: 'string' },
    engine: { type: 'string' },
  },
});
const minutes = Number(options.minutes);
const seed = Number(options.seed);
if (!(minutes > 0) || !Number.isInteger(seed))
  throw new Error('--minutes is a number above 0, --seed a whole one');

interface Worker {
  readonly property: PropertyName;
  readonly engine: EngineName;
  readonly seed: number;
}
const some = (amount: number, property: PropertyName, engine: EngineName) =>
  Array.from({ length: amount }, () => ({ property, engine }));
/** Side by side, since most of a case is waiting for what never comes. */
const all = [
  ...some(24, 'reads', 'sources'),
  ...some(2, 'lives', 'sources'),
  ...some(16, 'writes', 'sources'),
  ...some(1, 'inputs', 'sources'),
  ...some(3, 'reads', 'bundle'),
  ...some(1, 'lives', 'bundle'),
  ...some(2, 'writes', 'bundle'),
  ...some(1, 'inputs', 'bundle'),
].filter(
  ({ property, engine }) =>
    (options.only === undefined || options.only === property) &&
    (options.engine === undefined || options.engine === engine),
);
// A path leads from one seed to one case.
const workers: Worker[] = (options.path === undefined ? all : all.slice(0, 1)).map((worker, index) => ({
  ...worker,
  seed: seed + index,
}));

function fail(what: string): never {
  console.error(what);
  process.exit(1);
}
process.on('uncaughtException', error => fail(`Unhandled: ${error.stack}\n(a run of --seed ${seed})`));
process.on('unhandledRejection', reason =>
  fail(`Unhandled: ${reason instanceof Error ? reason.stack : String(reason)}\n(a run of --seed ${seed})`),
);

console.log(`Fuzzing for ${minutes} min with --seed ${seed}`);
const cases = { sources: 0, bundle: 0 };
await Promise.all(
  workers.map(async ({ property: name, engine: engineName, seed: own }) => {
    const engine: Engine = given => {
      cases[engineName] += 1;
      return engines[engineName](given);
    };
    const details = await fc.check<unknown[]>(properties[name](engine) as fc.IAsyncProperty<unknown[]>, {
      seed: own,
      ...(options.path === undefined ? {} : { path: options.path }),
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: minutes * 60_000,
      markInterruptAsFailure: false,
    });
    if (details.failed)
      fail(
        `${fc.defaultReportMessage(details)}\n\n${String(details.errorInstance)}\n\nAgain: npm run fuzz -- --only ${name} --engine ${engineName} --seed ${own} --path ${details.counterexamplePath}`,
      );
  }),
);
for (const [what, amount] of [...tally].sort()) console.log(`${String(amount).padStart(9)}  ${what}`);
console.log(
  `${cases.sources + cases.bundle} cases, ${cases.bundle} of them on the bundle: nothing found. Seed ${seed}.`,
);
process.exit(0);

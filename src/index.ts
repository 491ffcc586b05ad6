import { openCheck } from './github/check.ts';
import { DEFECT, reportDefect, run } from './main.ts';
import { createSink } from './report/sink.ts';

/** Exit codes of a process that a signal ended, by convention 128 plus its number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

// Closed until the verdict is written: whatever ends the process before, ends it as a failure.
process.exitCode = 1;

const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    process.exitCode = SIGNALS[signal];
    cancel.abort(new Error(`cancelled by ${signal}`));
  });

const sink = createSink(process.env);
const check = openCheck(process.env, cancel.signal, sink);

let crashed = false;
const crash = (cause: unknown) => {
  if (crashed) return;
  crashed = true;
  const told = reportDefect(process.env, cause, sink, check);
  cancel.abort(DEFECT);
  told.finally(() => leave(1)).catch(() => {});
};
process.on('uncaughtException', crash).on('unhandledRejection', crash);
// Nothing is left that could go on, and the work has come to no end: a promise got lost on the way.
process.once('beforeExit', () => crash(undefined));

/** Leaves once what was written has reached the runner, whatever timers or sockets are still open. */
function leave(code: number) {
  process.stdout.write('', () => process.exit(code));
}

run(process.env, cancel.signal, sink, check).then(succeeded => {
  if (crashed) return;
  leave(
    succeeded && !cancel.signal.aborted ? 0 : typeof process.exitCode === 'number' ? process.exitCode : 1,
  );
}, crash);

import { openCheck } from './github/check.ts';
import { DEFECT, reportDefect, reportNode, run } from './main.ts';
import { nodeProblem } from './node.ts';
import { createSink } from './report/sink.ts';
import { publishingOf } from './step.ts';

/** Exit codes of a process that a signal ended, by convention 128 plus its number. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

// Closed until the verdict is written: whatever ends the process before, ends it as a failure.
process.exitCode = 1;

// Whoever reads no further (`| head`) changes no verdict.
process.stdout.on('error', () => {});

// As the step found it.
const env = { ...process.env };
// Node looks at it whenever it connects, to whomever: no environment turns off the check of certificates.
delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;

const cancel = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    process.exitCode = SIGNALS[signal];
    cancel.abort(new Error(`cancelled by ${signal}`));
  });

const sink = createSink(env);
const check = openCheck(publishingOf(env), env, cancel.signal, sink);

let crashed = false;
const crash = (cause: unknown) => {
  if (crashed) return;
  crashed = true;
  const told = reportDefect(env, cause, sink, check);
  cancel.abort(DEFECT);
  told.finally(() => leave(1)).catch(() => {});
};

/** Leaves once what was written has reached the runner, whatever timers or sockets are still open. */
function leave(code: number) {
  process.stdout.write('', () => process.exit(code));
}

const problem = nodeProblem(process.versions.node);
if (problem !== undefined) {
  reportNode(env, problem, sink, check)
    .finally(() => leave(1))
    .catch(() => {});
} else {
  process.on('uncaughtException', crash).on('unhandledRejection', crash);
  // Nothing is left that could go on, and the work has come to no end: a promise got lost on the way.
  process.once('beforeExit', () => crash(undefined));
  run(env, cancel.signal, sink, check).then(succeeded => {
    if (crashed) return;
    leave(
      succeeded && !cancel.signal.aborted ? 0 : typeof process.exitCode === 'number' ? process.exitCode : 1,
    );
  }, crash);
}

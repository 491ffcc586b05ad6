import { AtlasError, createAtlas } from './atlas/client.ts';
import { createDeadline } from './atlas/deadline.ts';
import { type Environment, InputError, type Inputs, parseInputs, secretsIn, type Task } from './inputs.ts';
import { autoDefer } from './operations/autoDefer.ts';
import { defer } from './operations/defer.ts';
import { gate } from './operations/gate.ts';
import { get } from './operations/get.ts';
import type { Done, Outcome, Project } from './operations/project.ts';
import { reset } from './operations/reset.ts';
import { update } from './operations/update.ts';
import { toOutputs } from './report/outputs.ts';
import { progress, report, reportInputError } from './report/report.ts';
import { createSink, type Sink, TITLE } from './report/sink.ts';
import { parseZone } from './schedule/zone.ts';
import { plain } from './text.ts';
import { inTurns } from './turns.ts';

/** Projects worked on at the same time. */
const CONCURRENCY = 10;

/**
 * The first look at a time zone makes the runtime load its tables, for 10 to 20 ms: it does so while it waits for
 * Atlas's first answer. By then the request is on its way.
 */
const WARM_UP_MS = 5;

/** Time that telling GitHub has at least, after the deadline too. */
const PUBLISHING_MS = 5000;

/**
 * The whole step: inputs → projects → operation → report.
 *
 * @param cancelled aborted when the job is cancelled
 * @returns whether the step succeeded
 */
export async function run(
  env: Environment,
  cancelled: AbortSignal,
  sink: Sink = createSink(env),
): Promise<boolean> {
  for (const secret of secretsIn(env)) sink.mask(secret);
  let inputs: Inputs;
  try {
    inputs = parseInputs(env);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return reportInputError(sink, error);
  }
  for (const line of inputs.origins) sink.info(line);
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    sink.info('NODE_TLS_REJECT_UNAUTHORIZED is ignored: the certificates of servers are always checked.');
  const deadline = createDeadline(inputs.timeout, cancelled);
  const atlas = createAtlas({ ...inputs, deadline, log: sink, userAgent: 'atlas-maintenance-gate' });
  const operate = operation(inputs.task, inputs.maintenanceDuration);
  const tell = progress(sink, inputs.groupIds.length);
  const working = inTurns(CONCURRENCY, inputs.groupIds, async groupId => {
    const outcome = await workOn(groupId, { atlas, deadline, dryRun: inputs.dryRun, log: sink }, operate);
    tell(outcome);
    return outcome;
  });
  setTimeout(() => parseZone('UTC'), WARM_UP_MS).unref();
  const outcomes = await working;
  const now = atlas.now();
  const closing = await atlas.close();
  // A status on a commit stays until the next: also a gate that ran out of time has a moment to take back a success.
  const enough = deadline.remaining() > PUBLISHING_MS && !deadline.signal.aborted;
  return await report(
    sink,
    outcomes,
    inputs,
    {
      now,
      skew: atlas.clockSkew(),
      runnersClock: !atlas.clockKnown() && outcomes.some(({ window }) => window !== undefined),
      closing,
    },
    { env, deadline: enough ? deadline : createDeadline(Math.min(inputs.timeout, PUBLISHING_MS)) },
  );
}

/**
 * Says that `run` came to no end, and empties the outputs, so that none can be taken for a verdict.
 *
 * @param cause what was thrown; `undefined`: the process would have ended in silence
 */
export function reportDefect(env: Environment, cause: unknown): void {
  const sink = maskedSink(env);
  const what =
    cause === undefined
      ? 'ended before its work was done'
      : `stopped on a defect of its own (${nameOf(cause)})`;
  const message = `The action ${what}, so nothing is known for sure: look at the project in Atlas before you run the step again. If it comes back, report it with the debug log.`;
  // Where it happened; the message may hold anything and is not shown.
  if (cause instanceof Error)
    for (const [frame] of (cause.stack ?? '').matchAll(/^ {4}at .*$/gm)) sink.debug(frame);
  reportNothing(sink, message, 'defect');
}

/** Says that this Node cannot run the action. */
export function reportNode(env: Environment, problem: string): void {
  reportNothing(maskedSink(env), problem, 'Node is too old');
}

function maskedSink(env: Environment): Sink {
  const sink = createSink(env);
  for (const secret of secretsIn(env)) sink.mask(secret);
  return sink;
}

/** A step that has nothing to tell but why: the outputs are set all the same. */
function reportNothing(sink: Sink, message: string, about: string): void {
  try {
    sink.setOutputs(toOutputs([], message));
  } catch {
    // The annotation is what is left.
  }
  sink.error(message, { title: `${TITLE}: ${about}` });
}

const nameOf = (cause: unknown) => (cause instanceof Error ? cause.name : typeof cause);

/** One project; whatever goes wrong is part of its outcome and stops no other. */
async function workOn(groupId: string, tools: Omit<Project, 'outcome'>, operate: Operate): Promise<Outcome> {
  const outcome: Outcome = { groupId, changed: false, deferred: false, warnings: [] };
  try {
    outcome.done = await operate({ ...tools, outcome });
  } catch (error) {
    outcome.error =
      error instanceof AtlasError
        ? { code: error.code, message: error.message }
        : {
            code: 'INTERNAL',
            message: `A defect of this action: ${plain(error instanceof Error ? error.message : String(error))}`,
          };
  }
  return outcome;
}

type Operate = (project: Project) => Promise<Done>;

/** What is done to each project. */
function operation(task: Task, maintenanceDuration: number): Operate {
  switch (task.operation) {
    case 'get':
      return get;
    case 'update':
      return project => update(project, task.wish);
    case 'defer':
      return project => defer(project, task.onNothingScheduled);
    case 'autoDefer':
      return project => autoDefer(project, task.wanted);
    case 'reset':
      return reset;
    case 'gate':
      return gate(task, maintenanceDuration);
  }
}

import { setImmediate } from 'node:timers/promises';
import { createAtlas } from './atlas/client.ts';
import { createDeadline } from './atlas/deadline.ts';
import { onceSent } from './atlas/sent.ts';
import { type Check, openCheck } from './github/check.ts';
import type { Environment } from './inputs/environment.ts';
import { mayBeGate, secretsIn } from './inputs/forgiving.ts';
import { InputError } from './inputs/reader.ts';
import { autoDefer } from './operations/autoDefer.ts';
import { defer } from './operations/defer.ts';
import { gate } from './operations/gate.ts';
import { get } from './operations/get.ts';
import { type Done, eachInTurns, type Project } from './operations/project.ts';
import { reset } from './operations/reset.ts';
import { update } from './operations/update.ts';
import { toOutputs } from './report/outputs.ts';
import { failurePublication, progress, report, reportInputError } from './report/report.ts';
import { createSink, type Sink, TITLE } from './report/sink.ts';
import { CARRIED_RELEASE, RUNNERS_RELEASE } from './schedule/offsets.ts';
import { nextWeeklyStart } from './schedule/weekly.ts';
import { parseZone } from './schedule/zone.ts';
import { parseStep, type Step, type Task } from './step.ts';

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
  check: Check = openCheck(env, cancelled, sink),
): Promise<boolean> {
  for (const secret of secretsIn(env)) sink.mask(secret);
  let inputs: Step;
  try {
    inputs = parseStep(env);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return await reportInputError(sink, error, mayBeGate(env) ? 'fail' : undefined, check);
  }
  await check.pending();
  for (const line of inputs.origins) sink.info(line);
  sink.debug(
    `Time zone rules: ${RUNNERS_RELEASE} in this runner's Node, ${CARRIED_RELEASE} carried by this action.`,
  );
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    sink.info('NODE_TLS_REJECT_UNAUTHORIZED is ignored: the certificates of servers are always checked.');
  const deadline = createDeadline(inputs.timeout, cancelled);
  const atlas = createAtlas({ ...inputs, deadline, log: sink, userAgent: 'atlas-maintenance-gate' });
  const projects = inputs.groupIds.map(
    (groupId): Project => ({
      atlas,
      deadline,
      dryRun: inputs.dryRun,
      log: sink,
      outcome: { groupId, changed: false, deferred: false, warnings: [] },
    }),
  );
  // The first question about time takes 10 to 20 ms: asked while Atlas's first answer is on its way.
  onceSent(() =>
    nextWeeklyStart({ dayOfWeek: 1, hourOfDay: 0, timeZoneId: parseZone('UTC').id }, Date.now()),
  );
  await operation(inputs.task, inputs.maintenanceDuration, progress(sink, projects.length))(projects);
  const outcomes = projects.map(({ outcome }) => outcome);
  const now = atlas.now();
  const closing = atlas.close();
  // The request that revokes a token is on its way before the report keeps this process busy.
  await setImmediate();
  // What is known after a defect is not.
  if (cancelled.reason === DEFECT) return false;
  const runnersClock = !atlas.clockKnown() && outcomes.some(({ window }) => window !== undefined);
  return await report(sink, outcomes, inputs, { now, skew: atlas.clockSkew(), runnersClock, closing }, check);
}

/** Why the work ends when a defect has shown. */
export const DEFECT = new Error('a defect of the action');

/**
 * Says that `run` came to no end, and empties the outputs, so that none can be taken for a pass. All but what GitHub
 * shows is told at once.
 *
 * @param cause what was thrown; `undefined`: the process would have ended in silence
 */
export async function reportDefect(
  env: Environment,
  cause: unknown,
  sink: Sink,
  check: Check,
): Promise<void> {
  for (const secret of secretsIn(env)) sink.mask(secret);
  const what =
    cause === undefined
      ? 'ended before its work was done'
      : `stopped on a defect of its own (${nameOf(cause)})`;
  const message = `The action ${what}, so nothing is known for sure: look at the project in Atlas before you run the step again. If it comes back, report it with the debug log.`;
  // Where it happened; the message may hold anything and is not shown.
  if (cause instanceof Error)
    for (const [frame] of (cause.stack ?? '').matchAll(/^ {4}at .*$/gm)) sink.debug(frame);
  await reportNothing(env, message, 'defect', sink, check);
}

/** Says that this Node cannot run the action. */
export async function reportNode(env: Environment, problem: string, sink: Sink, check: Check): Promise<void> {
  for (const secret of secretsIn(env)) sink.mask(secret);
  await reportNothing(env, problem, 'Node is too old', sink, check);
}

/** A step that has nothing to tell but why: the outputs are set all the same. */
async function reportNothing(
  env: Environment,
  message: string,
  about: string,
  sink: Sink,
  check: Check,
): Promise<void> {
  try {
    sink.setOutputs(toOutputs([], message, mayBeGate(env) ? 'fail' : undefined));
  } catch {
    // The annotation is what is left.
  }
  sink.error(message, { title: `${TITLE}: ${about}` });
  await check.conclude(failurePublication(sink, message));
}

const nameOf = (cause: unknown) => (cause instanceof Error ? cause.name : typeof cause);

/** What is done to the projects. */
function operation(
  task: Task,
  maintenanceDuration: number,
  tell: (outcome: Project['outcome']) => void,
): (projects: readonly Project[]) => Promise<unknown> {
  if (task.operation === 'gate') return gate(task, maintenanceDuration, tell);
  const one = single(task);
  return projects =>
    eachInTurns(
      projects,
      async project => {
        project.outcome.done = await one(project);
      },
      tell,
    );
}

/** An operation that goes through the projects one by one. */
function single(task: Exclude<Task, { operation: 'gate' }>): (project: Project) => Promise<Done> {
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
  }
}

import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { createAtlas } from './atlas/client.ts';
import { onceSent } from './atlas/sent.ts';
import { createDeadline, monotonic } from './deadline.ts';
import type { Check } from './github/check.ts';
import type { Environment } from './inputs/environment.ts';
import { InputError } from './inputs/reader.ts';
import type { Project } from './operations/project.ts';
import { findProjects, foundLines } from './projects.ts';
import { deliver, progress } from './report/deliver.ts';
import { toFailureReport, toReport } from './report/report.ts';
import type { Sink } from './report/sink.ts';
import { CARRIED_RELEASE, RUNNERS_RELEASE } from './schedule/offsets.ts';
import { nextWeeklyStart } from './schedule/weekly.ts';
import { parseZone } from './schedule/zone.ts';
import { mayBeGate, parseStep, type Step, secretsIn } from './step.ts';

/**
 * The whole step: inputs → projects → operation → report.
 *
 * @param cancelled aborted when the job is cancelled
 * @returns whether the step succeeded
 */
export async function run(
  env: Environment,
  cancelled: AbortSignal,
  sink: Sink,
  check: Check,
): Promise<boolean> {
  const began = monotonic();
  for (const secret of secretsIn(env)) sink.mask(secret);
  let step: Step;
  try {
    step = parseStep(env);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return await deliver(toFailureReport(error.message, 'inputs', verdictOf(env)), sink, check);
  }
  await check.pending();
  for (const line of step.origins) sink.info(line);
  sink.debug(
    `Time zone rules: ${RUNNERS_RELEASE} in this runner's Node, ${CARRIED_RELEASE} carried by this action.`,
  );
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    sink.info('NODE_TLS_REJECT_UNAUTHORIZED is ignored: the certificates of servers are always checked.');
  const { job, dryRun, maintenanceDuration, baseUrl, notices } = step;
  const deadline = createDeadline(step.timeout, cancelled);
  const atlas = createAtlas({ ...step, deadline, log: sink, userAgent: 'atlas-maintenance-gate' });
  // The first question about time takes 10 to 20 ms: asked while Atlas's first answer is on its way.
  onceSent(() =>
    nextWeeklyStart({ dayOfWeek: 1, hourOfDay: 0, timeZoneId: parseZone('UTC').id }, Date.now()),
  );
  const search = await findProjects(step.projects, atlas);
  const found = 'found' in search ? search.found : [];
  for (const line of foundLines(found, dryRun)) sink.info(line);
  const projects = found.map(
    (project): Project => ({ ...project, atlas, deadline, dryRun, maintenanceDuration, log: sink }),
  );
  const tell =
    'error' in search
      ? job.fail(search.error)
      : await job.run(projects, {
          progress: progress(sink, projects.length),
          elapsed: () => monotonic() - began,
          renew: deadline.renew,
          pause: ms => sleep(ms, true, { signal: cancelled }).catch(() => false),
          pending: check.pending,
        });
  const now = atlas.now();
  const closing = atlas.close();
  // The request that revokes a token is on its way before the report keeps this process busy.
  await setImmediate();
  // What is known after a defect is not.
  if (cancelled.reason === DEFECT) return false;
  const scene = { now, maintenanceDuration, actor: env.GITHUB_TRIGGERING_ACTOR ?? env.GITHUB_ACTOR };
  const report = toReport(tell(scene), {
    baseUrl,
    notices,
    skew: atlas.clockSkew(),
    runnersClock: !atlas.clockKnown() && projects.some(({ window }) => window !== undefined),
  });
  return await deliver(report, sink, check, closing);
}

const verdictOf = (env: Environment) => (mayBeGate(env) ? 'fail' : undefined);

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
  const message = `The action ${what}, so nothing is known for sure: look at the project in Atlas before you run the step again. If it happens again, report it with the debug log.`;
  // Where it happened; the message may hold anything and is not shown.
  if (cause instanceof Error)
    for (const [frame] of (cause.stack ?? '').matchAll(/^ {4}at .*$/gm)) sink.debug(frame);
  await deliver(toFailureReport(message, 'defect', verdictOf(env)), sink, check);
}

/** Says that this Node cannot run the action. */
export async function reportNode(env: Environment, problem: string, sink: Sink, check: Check): Promise<void> {
  for (const secret of secretsIn(env)) sink.mask(secret);
  await deliver(toFailureReport(problem, 'Node is too old', verdictOf(env)), sink, check);
}

const nameOf = (cause: unknown) => (cause instanceof Error ? cause.name : typeof cause);

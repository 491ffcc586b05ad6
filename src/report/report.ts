import type { InputError } from '../inputs/reader.ts';
import type { Outcome } from '../operations/project.ts';
import { formatDuration } from '../schedule/duration.ts';
import { SECOND } from '../schedule/units.ts';
import type { Step } from '../step.ts';
import { shortened } from '../text.ts';
import type { ReportContext } from './context.ts';
import { type Result, toOutputs, toResult } from './outputs.ts';
import type { Publication, Publisher } from './publication.ts';
import { type Sink, TITLE } from './sink.ts';
import { errorSummary, markOf, standingOf, summary } from './summary.ts';
import { firstLine, settingLines, shortText, warningsOf } from './words.ts';
import { zoneNotices } from './zones.ts';

/** How the work ended, besides what came of each project. */
export interface Ending {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Milliseconds by which the runner's clock is ahead of Atlas's, where that is over a minute. */
  readonly skew: number | undefined;
  /** Atlas answered, and never told its time. */
  readonly runnersClock?: boolean;
  /** A warning from closing the client, which goes on while the report is made. */
  readonly closing: Promise<string | undefined>;
}

/** Of several projects, a line in the log for each as it is done. */
export function progress(sink: Pick<Sink, 'info'>, total: number): (outcome: Outcome) => void {
  let done = 0;
  return outcome => {
    done += 1;
    if (total > 1) {
      const how = outcome.done || outcome.error ? markOf(outcome) : 'looked at';
      sink.info(`${done} of ${total}: project ${outcome.groupId} ${how}`);
    }
  };
}

/**
 * Tells what happened: log, outputs, summary, the annotation of the verdict, and last, where it is asked for, what
 * GitHub shall show beside the commit.
 *
 * @returns whether the step succeeded
 */
export async function report(
  sink: Sink,
  outcomes: readonly Outcome[],
  inputs: Step,
  ending: Ending,
  check: Publisher,
): Promise<boolean> {
  const { task } = inputs;
  const { operation } = task;
  const context: ReportContext = {
    operation,
    dryRun: inputs.dryRun,
    baseUrl: inputs.baseUrl,
    maintenanceDuration: inputs.maintenanceDuration,
    now: ending.now,
    ...(task.operation === 'gate' ? { gate: task } : {}),
  };
  const results = outcomes.map(outcome => toResult(outcome, context));
  const message = stepMessage(results, operation === 'gate');
  const failed = results.some(isFailure);
  const warned = results.some(result => result.verdict === 'warn');

  const many = outcomes.length > 1;
  for (const [index, outcome] of outcomes.entries()) {
    const lines = [...settingLines(outcome, context), ...(many ? [results[index]?.message ?? ''] : [])];
    if (lines.length === 0) continue;
    sink.startGroup(`Project ${outcome.groupId}`);
    for (const line of lines) sink.info(line);
    sink.endGroup();
  }
  const named = (outcome: Outcome, text: string) => (many ? `Project ${outcome.groupId}: ${text}` : text);
  const notices = [
    ...inputs.notices,
    ...zoneNotices(outcomes, inputs, ending.now),
    ...(ending.skew === undefined ? [] : [skewText(ending.skew)]),
  ];
  for (const [index, outcome] of outcomes.entries()) {
    for (const warning of warningsOf(outcome, context))
      sink.warning(named(outcome, warning), { title: TITLE });
    const result = results[index];
    if (result && isWorthKnowing(outcome, result)) notices.push(named(outcome, result.message));
  }
  for (const notice of notices) sink.notice(notice, { title: TITLE });
  if (ending.runnersClock) sink.warning(RUNNERS_CLOCK, { title: TITLE });

  const written = write(sink, toOutputs(results, message), summary(outcomes, message, context));
  if (failed)
    sink.error(message, { title: `${TITLE}: ${operation === 'gate' ? 'blocked' : `${operation} failed`}` });
  else if (warned) sink.warning(message, { title: `${TITLE}: warning` });
  else if (!notices.includes(message)) sink.info(message);

  const unclosed = await ending.closing;
  if (unclosed !== undefined) sink.warning(unclosed, { title: TITLE });

  if (task.operation === 'gate') {
    const standings = outcomes.map(standingOf);
    const waiting =
      standings.includes('tooEarly') &&
      !standings.some(is => is === 'failed' || is === 'blocked' || is === 'unknown');
    const [single] = outcomes;
    await check.conclude({
      state: waiting ? 'pending' : failed || !written ? 'failure' : 'success',
      description: sink.redact(single && !many ? shortText(single, context) : firstLine(message)),
      inTheWay: results.some(result => isFailure(result) || result.overlap === true),
      comment: most => sink.redact(summary(outcomes, message, context, most)),
    });
  }
  return written && !failed;
}

/**
 * Inputs that cannot be used: nothing was sent, all outputs are set all the same.
 *
 * @param verdict `fail` for a gate
 */
export async function reportInputError(
  sink: Sink,
  { message }: InputError,
  verdict: 'fail' | undefined,
  check: Publisher,
): Promise<false> {
  write(sink, toOutputs([], message, verdict), errorSummary(message));
  sink.error(message, { title: `${TITLE}: inputs` });
  await check.conclude(failurePublication(sink, message));
  return false;
}

/** What GitHub shows of a step that came to no verdict. */
export const failurePublication = (sink: Pick<Sink, 'redact'>, message: string): Publication => ({
  state: 'failure',
  description: sink.redact(firstLine(message)),
  inTheWay: true,
  // An entity for each sign takes less than that.
  comment: most => sink.redact(errorSummary(shortened(message, most / 20))),
});

/** Outputs that cannot be written are a failure, since a later step would read nothing; a summary is only for people. */
function write(sink: Sink, outputs: ReadonlyMap<string, string>, markdown: string): boolean {
  let written = true;
  try {
    sink.setOutputs(outputs);
  } catch (error) {
    written = false;
    sink.error(`The outputs could not be written to the file that GITHUB_OUTPUT names: ${reason(error)}.`, {
      title: `${TITLE}: outputs`,
    });
  }
  try {
    sink.writeSummary(markdown);
  } catch (error) {
    sink.warning(`The job summary could not be written: ${reason(error)}.`, { title: TITLE });
  }
  return written;
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

const isFailure = (result: Result) => result.error !== null || result.verdict === 'fail';

/** A success that a person should hear of: a deferral was spent, or nothing had to be done. */
const isWorthKnowing = ({ done, deferred }: Outcome, result: Result) =>
  !isFailure(result) && (deferred || done?.did === 'nothing');

/** The step's outcome in a sentence; of several projects, which ones need a look and why. */
export function stepMessage(results: readonly Result[], gate: boolean): string {
  const [single, ...more] = results;
  if (single !== undefined && more.length === 0) return single.message;
  const told = (chosen: readonly Result[], verb: (many: boolean) => string) =>
    `${chosen.length} of ${results.length} projects ${verb(chosen.length > 1)}:${chosen.map(result => `\n- ${result.groupId}: ${result.message}`).join('')}`;
  const failed = results.filter(isFailure);
  if (failed.length > 0)
    return told(failed, many => (gate ? `block${many ? '' : 's'} the deploy` : 'failed'));
  const warned = results.filter(result => result.verdict === 'warn');
  if (warned.length > 0) return told(warned, many => `need${many ? '' : 's'} a look`);
  return gate
    ? `Clear: none of ${results.length} projects has maintenance in the way.`
    : `All ${results.length} projects are done: ${results.filter(result => result.changed).length} changed.`;
}

const RUNNERS_CLOCK =
  "Atlas sent no usable Date, so the runner's clock is used: if that is wrong, so is what depends on the time of day. Look for a gateway or proxy that takes the header away.";

const skewText = (skew: number) =>
  `The runner's clock is ${formatDuration(Math.round(Math.abs(skew) / SECOND) * SECOND)} ${skew > 0 ? 'ahead of' : 'behind'} Atlas's; Atlas's time is used.`;

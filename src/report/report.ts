import type { InputError, Inputs } from '../inputs.ts';
import type { Outcome } from '../operations/project.ts';
import { formatDuration } from '../schedule/duration.ts';
import { type ReportContext, type Result, toOutputs, toResult } from './outputs.ts';
import type { Sink } from './sink.ts';
import { errorSummary, summary } from './summary.ts';
import { settingLines } from './words.ts';

const TITLE = 'Atlas maintenance gate';

/** How the work ended, besides what came of each project. */
export interface Ending {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Milliseconds by which the runner's clock is ahead of Atlas's, where that is over a minute. */
  readonly skew: number | undefined;
  /** A warning from closing the client. */
  readonly closing: string | undefined;
}

/**
 * Tells what happened: log, outputs, summary, and last the annotation of the verdict.
 *
 * @returns whether the step succeeded
 */
export async function report(
  sink: Sink,
  outcomes: readonly Outcome[],
  inputs: Inputs,
  ending: Ending,
): Promise<boolean> {
  const { task } = inputs;
  const context: ReportContext = {
    maintenanceDuration: inputs.maintenanceDuration,
    now: ending.now,
    baseUrl: inputs.baseUrl,
    ...(task.operation === 'gate' ? { gate: task } : {}),
  };
  const results = outcomes.map(outcome => toResult(outcome, context));
  const message = stepMessage(results);

  for (const [index, outcome] of outcomes.entries()) {
    sink.startGroup(`Project ${outcome.groupId}`);
    for (const line of settingLines(outcome, context)) sink.info(line);
    const text = results[index]?.message ?? '';
    sink.info(text);
    sink.endGroup();
  }
  const many = outcomes.length > 1;
  const named = (outcome: Outcome, text: string) => (many ? `Project ${outcome.groupId}: ${text}` : text);
  for (const notice of inputs.notices) sink.notice(notice, { title: TITLE });
  if (ending.skew !== undefined) sink.notice(skewText(ending.skew), { title: TITLE });
  for (const outcome of outcomes) {
    for (const notice of outcome.notices) sink.notice(named(outcome, notice), { title: TITLE });
    for (const warning of outcome.warnings) sink.warning(named(outcome, warning), { title: TITLE });
  }
  if (ending.closing !== undefined) sink.warning(ending.closing, { title: TITLE });

  const written = await write(sink, toOutputs(results, message), summary(outcomes, results, context));
  const failed = results.some(result => result.error !== null || result.verdict === 'fail');
  if (failed) sink.error(message, { title: `${TITLE}: ${task.operation} failed` });
  else if (results.some(result => result.verdict === 'warn'))
    sink.warning(message, { title: `${TITLE}: warning` });
  return written && !failed;
}

/** Inputs that cannot be used: nothing was sent, all outputs are set all the same. */
export async function reportInputError(sink: Sink, error: InputError): Promise<false> {
  await write(sink, toOutputs([], error.message), errorSummary(error.message));
  sink.error(error.message, { title: `${TITLE}: inputs` });
  return false;
}

/** Outputs that cannot be written are a failure, since a later step would read nothing; a summary is only for people. */
async function write(sink: Sink, outputs: ReadonlyMap<string, string>, markdown: string): Promise<boolean> {
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
    await sink.writeSummary(markdown);
  } catch (error) {
    sink.warning(`The job summary could not be written: ${reason(error)}.`, { title: TITLE });
  }
  return written;
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The step's outcome in a sentence; of several projects, who failed and why. */
function stepMessage(results: readonly Result[]): string {
  const [single, ...more] = results;
  if (single !== undefined && more.length === 0) return single.message;
  const lines = (chosen: readonly Result[]) =>
    chosen.map(result => `\n- ${result.groupId}: ${result.message}`).join('');
  const failed = results.filter(result => result.error !== null || result.verdict === 'fail');
  if (failed.length > 0) return `${failed.length} of ${results.length} projects failed:${lines(failed)}`;
  const warned = results.filter(result => result.verdict === 'warn');
  if (warned.length > 0) return `${warned.length} of ${results.length} projects need a look:${lines(warned)}`;
  return `All ${results.length} projects are done: ${results.filter(result => result.changed).length} changed.`;
}

const skewText = (skew: number) =>
  `The runner's clock is ${formatDuration(Math.round(Math.abs(skew) / 1000) * 1000)} ${skew > 0 ? 'ahead of' : 'behind'} Atlas's; Atlas's time is used.`;

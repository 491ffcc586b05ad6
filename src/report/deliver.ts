import { projectCalled } from '../words/phrases.ts';
import type { Publisher } from './publication.ts';
import type { Annotation, Report } from './report.ts';
import { type Sink, TITLE } from './sink.ts';

/** Of several projects, a line in the log for each as it is done. */
export function progress(
  { info }: Pick<Sink, 'info'>,
  total: number,
): (project: { readonly id: string; readonly name?: string }, how: string) => void {
  let done = 0;
  return ({ id, name }, how) => {
    done += 1;
    if (total > 1) info(`${done} of ${total}: project ${projectCalled(id, name)} ${how}`);
  };
}

/**
 * Writes a report: log, outputs, summary, the annotation of the verdict, and last, where it is asked for, what GitHub
 * shows beside the commit.
 *
 * @param closing a warning from closing the client, which goes on meanwhile
 * @returns whether the step succeeded
 */
export async function deliver(
  report: Report,
  sink: Sink,
  check: Publisher,
  closing?: Promise<string | undefined>,
): Promise<boolean> {
  for (const { title, lines } of report.groups) {
    sink.startGroup(title);
    for (const line of lines) sink.info(line);
    sink.endGroup();
  }
  for (const annotation of report.annotations) annotate(sink, annotation);
  const succeeded = write(report, sink) && report.succeeded;
  if (report.verdict) annotate(sink, report.verdict);
  const unclosed = await closing;
  if (unclosed !== undefined) sink.warning(unclosed, { title: TITLE });

  const { state, description, comment, inTheWay } = report.publication;
  await check.conclude({
    state: report.succeeded && !succeeded ? 'failure' : state,
    description: sink.redact(description),
    inTheWay,
    comment: most => sink.redact(comment(most)),
  });
  return succeeded;
}

function annotate(sink: Sink, { level, message, title }: Annotation): void {
  if (level === 'info') sink.info(message);
  else sink[level](message, title === undefined ? {} : { title });
}

/** Outputs that cannot be written are a failure, since a later step would read nothing; a summary is only for people. */
function write({ outputs, summary }: Report, sink: Sink): boolean {
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
    sink.writeSummary(summary);
  } catch (error) {
    sink.warning(`The job summary could not be written: ${reason(error)}.`, { title: TITLE });
  }
  return written;
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

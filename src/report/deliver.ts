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
 * Writes a report: outputs and summary, which no log that breaks off takes away, the log with the verdict before all
 * that is worth knowing besides, and last, where it is asked for, what GitHub shows beside the commit.
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
  const faults = write(report, sink);
  for (const { title, lines, picture } of report.groups) {
    sink.startGroup(title);
    for (const line of lines) sink.info(line);
    if (picture !== '') sink.picture(picture);
    sink.endGroup();
  }
  for (const { level, message, title } of [report.verdict, ...report.annotations, ...faults])
    sink[level](message, title === undefined ? {} : { title });
  const succeeded = report.succeeded && !faults.some(({ level }) => level === 'error');
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

/**
 * What cannot be written: an error for the outputs, since a later step would read nothing; a warning for the summary,
 * which is only for people.
 */
function write({ outputs, summary }: Report, sink: Sink): Annotation[] {
  const faults: Annotation[] = [];
  try {
    sink.setOutputs(outputs);
  } catch (error) {
    faults.push({
      level: 'error',
      message: `The outputs could not be written to the file that GITHUB_OUTPUT names: ${reason(error)}.`,
      title: `${TITLE}: outputs`,
    });
  }
  try {
    sink.writeSummary(summary);
  } catch (error) {
    faults.push({
      level: 'warning',
      message: `The job summary could not be written: ${reason(error)}.`,
      title: TITLE,
    });
  }
  return faults;
}

const reason = (error: unknown) => (error instanceof Error ? error.message : String(error));

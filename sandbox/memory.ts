/** A runner that keeps in memory what a step in its own process writes. */
import type { StepResult } from './step.ts';

/** How the action takes secrets out of a text. */
interface Redaction {
  secretParts(secret: string): string[];
  redactor(secrets: ReadonlySet<string>): (text: string) => string;
}

interface Properties {
  readonly title?: string;
}

/** A sink for the action, and what it was given, as a runner would have found it in the log and in its files. */
export function inMemory({ secretParts, redactor }: Redaction) {
  const lines: string[] = [];
  const outputs: Record<string, string> = {};
  const secrets = new Set<string>();
  let summary = '';
  let redact = redactor(secrets);
  const command = (name: string, message: string, title?: string) =>
    lines.push(
      `::${name}${title === undefined ? '' : ` title=${encoded(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}`}::${encoded(message)}`,
    );
  const annotation = (level: string) => (message: string, properties?: Properties) =>
    command(level, redact(message), properties?.title);
  return {
    sink: {
      info: (line: string) => lines.push(redact(line)),
      debug: annotation('debug'),
      notice: annotation('notice'),
      warning: annotation('warning'),
      error: annotation('error'),
      success: (message: string) => lines.push(redact(message)),
      picture: () => {},
      startGroup: (title: string) => command('group', redact(title)),
      endGroup: () => command('endgroup', ''),
      mask(secret: string) {
        for (const part of secretParts(secret)) {
          if (!secrets.has(part)) command('add-mask', part);
          secrets.add(part);
        }
        redact = redactor(secrets);
      },
      redact: (text: string) => redact(text),
      setOutputs(values: ReadonlyMap<string, string>) {
        for (const [name, value] of values) outputs[name] = redact(value);
      },
      writeSummary(markdown: string) {
        summary += redact(markdown);
      },
    },
    written: (): Omit<StepResult, 'exitCode'> => ({
      log: lines.map(line => `${line}\n`).join(''),
      outputs,
      summary,
    }),
  };
}

const encoded = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

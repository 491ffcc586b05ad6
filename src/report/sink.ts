import { appendFileSync, existsSync } from 'node:fs';
import * as core from '@actions/core';
import { redactor, secretParts } from '../text.ts';

/** What annotations are titled with, alone or before what they are about. */
export const TITLE = 'Atlas maintenance gate';

export interface Properties {
  readonly title?: string;
}

/** The only way out: every line, annotation, output and summary of the step passes here and loses its secrets. */
export interface Sink {
  info(line: string): void;
  debug(line: string): void;
  notice(message: string, properties?: Properties): void;
  warning(message: string, properties?: Properties): void;
  error(message: string, properties?: Properties): void;
  startGroup(title: string): void;
  endGroup(): void;
  /** Has the runner mask a secret from here on; also each longer line of it, since logs are written by lines. */
  mask(secret: string): void;
  redact(text: string): string;
  /** @throws when the runner named a file that cannot be written */
  setOutputs(outputs: ReadonlyMap<string, string>): void;
  /** @throws when the summary cannot be written */
  writeSummary(markdown: string): void;
}

/** Lines that no runner takes for a command, whoever wrote their words. */
const inert = (lines: string) => lines.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '# #[');

export function createSink(env: Readonly<Record<string, string | undefined>>): Sink {
  const secrets = new Set<string>();
  let redact = redactor(secrets);
  return {
    info: line => core.info(inert(redact(line))),
    debug: line => core.debug(redact(line)),
    notice: (message, properties) => core.notice(redact(message), properties),
    warning: (message, properties) => core.warning(redact(message), properties),
    error: (message, properties) => core.error(redact(message), properties),
    startGroup: title => core.startGroup(redact(title)),
    endGroup: () => core.endGroup(),
    mask(secret) {
      for (const part of secretParts(secret))
        if (!secrets.has(part)) {
          secrets.add(part);
          core.setSecret(part);
        }
      redact = redactor(secrets);
    },
    redact: text => redact(text),
    setOutputs(outputs) {
      if (env.GITHUB_OUTPUT) {
        for (const [name, value] of outputs) core.setOutput(name, redact(value));
        return;
      }
      // Outside a runner the toolkit would print the retired `::set-output` command.
      for (const [name, value] of outputs) core.info(inert(redact(`  ${name}=${value}`)));
    },
    writeSummary(markdown) {
      const file = env.GITHUB_STEP_SUMMARY;
      if (!file) return;
      // The runner makes the file; where it is not there, nobody would read one made here.
      if (!existsSync(file)) throw new Error(`there is no file ${file}`);
      appendFileSync(file, redact(markdown));
    },
  };
}

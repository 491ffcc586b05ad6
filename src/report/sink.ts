import { appendFileSync, existsSync } from 'node:fs';
import * as core from '@actions/core';
import { redactor, secretParts } from '../text.ts';
import { runner, terminal, type Voice } from './voice.ts';

/** What annotations are titled with, alone or before what they are about. */
export const TITLE = 'Atlas maintenance gate';

/** The only way out: every line, annotation, output and summary of the step passes here and loses its secrets. */
export interface Sink extends Omit<Voice, 'hide'> {
  /** Has the runner mask a secret from here on; also each longer line of it, since logs are written by lines. */
  mask(secret: string): void;
  redact(text: string): string;
  /** @throws when the runner named a file that cannot be written */
  setOutputs(outputs: ReadonlyMap<string, string>): void;
  /** @throws when the summary cannot be written */
  writeSummary(markdown: string): void;
}

export function createSink(env: Readonly<Record<string, string | undefined>>): Sink {
  const secrets = new Set<string>();
  let redact = redactor(secrets);
  const voice = env.GITHUB_ACTIONS ? runner : terminal(env);
  return {
    info: line => voice.info(redact(line)),
    debug: line => voice.debug(redact(line)),
    notice: (message, properties) => voice.notice(redact(message), properties),
    warning: (message, properties) => voice.warning(redact(message), properties),
    error: (message, properties) => voice.error(redact(message), properties),
    success: message => voice.success(redact(message)),
    startGroup: title => voice.startGroup(redact(title)),
    endGroup: () => voice.endGroup(),
    picture: text => voice.picture(redact(text)),
    mask(secret) {
      for (const part of secretParts(secret))
        if (!secrets.has(part)) {
          secrets.add(part);
          voice.hide(part);
        }
      redact = redactor(secrets);
    },
    redact: text => redact(text),
    setOutputs(outputs) {
      for (const [name, value] of outputs)
        if (env.GITHUB_OUTPUT) core.setOutput(name, redact(value));
        // Without the file no later step reads them, and the toolkit would print the retired `::set-output` command.
        else voice.debug(redact(`${name}=${value}`));
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

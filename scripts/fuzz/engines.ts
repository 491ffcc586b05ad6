/** Ways to run a step: the sources in this process, and the committed bundle. */
import { runStep } from '../../sandbox/step.ts';
import type { Written } from '../../sandbox/written.ts';
import { openCheck } from '../../src/github/check.ts';
import { run } from '../../src/main.ts';
import { escaped } from '../../src/report/markdown.ts';
import type { Sink } from '../../src/report/sink.ts';
import { redactor, secretParts } from '../../src/text.ts';

export type Inputs = Readonly<Record<string, string>>;

export interface Ended {
  readonly succeeded: boolean;
  readonly written: Written;
}
export type Engine = (inputs: Inputs) => Promise<Ended>;

/** The sources, with all that they write kept in memory. */
const inProcess: Engine = async inputs => {
  const lines: string[] = [];
  const outputs: Record<string, string> = {};
  const secrets = new Set<string>();
  let summary = '';
  let redact = redactor(secrets);
  const command = (name: string, message: string, title?: string) =>
    lines.push(
      `::${name}${title === undefined ? '' : ` title=${title.replaceAll(':', '%3A')}`}::${redact(message)
        .replaceAll('%', '%25')
        .replaceAll('\r', '%0D')
        .replaceAll('\n', '%0A')}`,
    );
  const sink: Sink = {
    info: line => lines.push(redact(line)),
    debug: line => command('debug', line),
    notice: (message, properties) => command('notice', message, properties?.title),
    warning: (message, properties) => command('warning', message, properties?.title),
    error: (message, properties) => command('error', message, properties?.title),
    success: message => lines.push(redact(message)),
    picture: text => lines.push(redact(text)),
    startGroup: title => command('group', title),
    endGroup: () => command('endgroup', ''),
    mask(secret) {
      for (const part of secretParts(secret)) secrets.add(part);
      redact = redactor([...secrets, ...[...secrets].map(escaped)]);
    },
    redact: text => redact(text),
    setOutputs(values) {
      for (const [name, value] of values) outputs[name] = redact(value);
    },
    writeSummary(markdown) {
      summary = redact(markdown);
    },
  };
  const env = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const cancelled = new AbortController().signal;
  const succeeded = await run(env, cancelled, sink, openCheck(undefined, env, cancelled, sink));
  return { succeeded, written: { log: lines.join('\n'), outputs, summary } };
};

/** What an environment variable cannot hold is left out. */
const bundle: Engine = async inputs => {
  const given = Object.entries(inputs).map(([name, value]) => [
    name,
    value.replaceAll('\0', '').toWellFormed(),
  ]);
  const { exitCode, ...written } = await runStep({ with: Object.fromEntries(given) });
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`exit code ${exitCode}:\n${written.log}`);
  if (/^\s+at .*:\d+:\d+\)?$/m.test(written.log.replaceAll(/^::.*$/gm, '')))
    throw new Error(`a stack is in the log:\n${written.log}`);
  return { succeeded: exitCode === 0, written };
};

export const engines = { sources: inProcess, bundle };

/** What closing and a busy machine may add to the deadline of a step. */
const TOO_LONG_MS = 20_000;

export async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a hang: no end long after the deadline')), TOO_LONG_MS);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

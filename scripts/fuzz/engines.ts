/** Ways to run a step: the sources in this process, and the committed bundle. */
import { inMemory } from '../../sandbox/memory.ts';
import { runStep } from '../../sandbox/step.ts';
import type { Written } from '../../sandbox/written.ts';
import { openCheck } from '../../src/github/check.ts';
import { run } from '../../src/main.ts';
import { escaped } from '../../src/report/markdown.ts';
import { redactor, secretParts } from '../../src/text.ts';

export type Inputs = Readonly<Record<string, string>>;

export interface Ended {
  readonly succeeded: boolean;
  readonly written: Written;
}
export type Engine = (inputs: Inputs) => Promise<Ended>;

/** The sources, with all that they write kept in memory. */
const inProcess: Engine = async inputs => {
  const { sink, written } = inMemory({
    secretParts,
    redactor: secrets => redactor([...secrets, ...[...secrets].map(escaped)]),
  });
  const env = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
  );
  const cancelled = new AbortController().signal;
  const succeeded = await run(env, cancelled, sink, openCheck(undefined, env, cancelled, sink));
  return { succeeded, written: written() };
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

/**
 * Two ways to run the step of a scenario: the committed bundle as a process of its own, or, with SCENARIOS=sources, the
 * sources in this process, where mutants of them are reached.
 */
import { TestRunner } from 'vitest';
import { fastForward } from '../../sandbox/fastForward.ts';
import { inMemory } from '../../sandbox/memory.ts';
import { environmentOf, runStep, type Step, type StepResult } from '../../sandbox/step.ts';
import { openCheck } from '../../src/github/check.ts';
import { reportDefect, run } from '../../src/main.ts';
import { publishingOf } from '../../src/step.ts';
import { redactor, secretParts } from '../../src/text.ts';

export const perform = process.env.SCENARIOS === 'sources' ? inThisProcess : runStep;

async function inThisProcess(step: Step): Promise<StepResult> {
  if (needsItsOwn(step)) TestRunner.getCurrentTest()?.context.skip('it needs a process of its own');
  const env = await environmentOf(step);
  const { sink, written } = inMemory({ redactor, secretParts });
  const cancelled = new AbortController().signal;
  const check = openCheck(publishingOf(env), env, cancelled, sink);
  const stop = step.env?.FAST_FORWARD === undefined ? undefined : fastForward(step.env.FAST_FORWARD);
  try {
    const succeeded = await run(env, cancelled, sink, check);
    return { exitCode: succeeded ? 0 : 1, ...written() };
  } catch (error) {
    await reportDefect(env, error, sink, check);
    return { exitCode: 1, ...written() };
  } finally {
    stop?.();
  }
}

/**
 * A child to send signals to, or variables that Node reads, libraries, or the runner's files stand behind; but time that
 * is played goes by here as well.
 */
const needsItsOwn = ({ with: _, env = {}, ...process }: Step): boolean =>
  Object.keys(process).length > 0 ||
  !Object.keys(env).every(
    name =>
      /^(?:(?:INPUT|MONGODB_ATLAS)_|FAST_FORWARD$|GITHUB_(?:TRIGGERING_)?ACTOR$)/.test(name) ||
      (name === 'NODE_OPTIONS' && 'FAST_FORWARD' in env),
  );

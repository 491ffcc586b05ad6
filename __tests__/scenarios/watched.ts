/** A step that is watched: whatever it meets, it leaks no secret, and nothing that it writes acts on a reader. */
import { expect } from 'vitest';
import { type Fault, type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/server.ts';
import type { Step, StepResult } from '../../sandbox/step.ts';
import { problemsIn, tokensIn } from '../../sandbox/written.ts';
import { line, NOON, stepOn } from './stage.ts';
import { perform } from './way.ts';

export interface Watched extends StepResult {
  /** The requests of the step, as `line` writes them. */
  readonly sent: readonly string[];
  /** The sandbox after the step, which may be closed. */
  readonly sandbox: Sandbox;
}

/** One step against a sandbox of its own, where these faults are switched on. */
export async function rehearse(
  faults: readonly Fault[],
  inputs: Record<string, string>,
  options: SandboxOptions = {},
  more: Omit<Step, 'with'> = {},
): Promise<Watched> {
  const sandbox = await startSandbox({ now: NOON, ...options });
  try {
    sandbox.faults.push(...faults);
    return await watched(sandbox, inputs, more);
  } finally {
    await sandbox.close();
  }
}

export async function watched(
  sandbox: Sandbox,
  inputs: Record<string, string> = {},
  more: Omit<Step, 'with'> = {},
): Promise<Watched> {
  const step = stepOn(sandbox.url, inputs, more);
  const result = await perform(step);
  expect(problemsIn(result, [...secretsOf(step), ...tokensIn(sandbox)])).toEqual([]);
  return { ...result, sent: sandbox.requests.map(line), sandbox };
}

/** What a step was given to keep to itself. */
function secretsOf({ with: inputs = {}, env = {} }: Step): string[] {
  const { privateKey, clientId, clientSecret, accessToken, githubToken } = inputs;
  return [
    privateKey,
    clientSecret,
    accessToken,
    githubToken,
    clientSecret && Buffer.from(`${clientId}:${clientSecret}`).toString('base64'),
    env.MONGODB_ATLAS_PRIVATE_API_KEY,
    env.MONGODB_ATLAS_CLIENT_SECRET,
    env.MONGODB_ATLAS_ACCESS_TOKEN,
    URL.parse(env.https_proxy ?? '')?.password,
  ].filter((secret): secret is string => secret !== undefined && secret.trim() !== '');
}

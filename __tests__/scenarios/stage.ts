/** What every scenario stands on: the sandbox with its clock stopped, and the action as a step. */
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeEach, expect, type RunnerTestFile } from 'vitest';
import { accounts, projects, type Sandbox, type SandboxOptions, startSandbox } from '../../sandbox/server.ts';
import type { Step, StepResult } from '../../sandbox/step.ts';
import { perform } from './way.ts';

/** A Friday noon. */
export const NOON = '2026-03-06T12:00:00Z';

const { owner } = accounts;
export const credentials = {
  apiKey: { publicKey: owner.publicKey, privateKey: owner.privateKey },
  serviceAccount: { clientId: owner.clientId, clientSecret: owner.clientSecret },
  accessToken: { accessToken: owner.accessToken },
} as const;
export type CredentialKind = keyof typeof credentials;
export const kinds: readonly CredentialKind[] = ['apiKey', 'serviceAccount', 'accessToken'];

export interface Stage {
  readonly sandbox: Sandbox;
  /** A step with an API key and the project with a plain window, unless told otherwise. */
  step(inputs?: Record<string, string>, more?: Omit<Step, 'with'>): Promise<StepResult>;
  /** The requests since the last look, a line each: method, path without its root, body, answer. */
  requests(): string[];
}

export interface StageOptions extends SandboxOptions {
  /** Holds every summary to the one that is kept, and was looked at, in `kept/` under the file's and test's name. */
  readonly keep?: boolean;
}

/** A sandbox for the tests of a file: as new before each of them. */
export function stage({ keep = false, ...options }: StageOptions = {}): Stage {
  let sandbox: Sandbox | undefined;
  let steps = 0;
  const kept = new Set<string>();
  const started = () => {
    if (sandbox === undefined) throw new Error('The sandbox is not up yet');
    return sandbox;
  };
  let tests: RunnerTestFile | undefined;
  beforeEach(async ({ task }) => {
    tests = task.file;
    await sandbox?.close();
    // What hangs on now is rounded up: a look is never over in the millisecond in which it began.
    sandbox = await startSandbox({ now: NOON, ...(keep ? { latency: 2 } : {}), ...options });
    steps = 0;
  });
  afterAll(async () => {
    await sandbox?.close();
    if (keep && tests && allPassed(tests.tasks))
      expect(readdirSync(folder()).sort()).toEqual([...kept].sort());
  });
  return {
    get sandbox() {
      return started();
    },
    async step(inputs = {}, more = {}) {
      const result = await perform(stepOn(started().url, inputs, more));
      steps += 1;
      if (keep) {
        const summary = result.summary.replaceAll(started().url, 'https://cloud.mongodb.com');
        const file = `${testName()}${steps > 1 ? `-${steps}` : ''}.md`;
        kept.add(file);
        await expect(summary).toMatchFileSnapshot(join(folder(), file));
      }
      return result;
    },
    requests: () => started().requests.splice(0).map(line),
  };
}

/** Without the blocks around it: the same test with another credential has the same summary. */
const testName = () =>
  (expect.getState().currentTestName?.split(' > ').at(-1) ?? '')
    .replace(/\W+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);

/** Where the summaries of a file of tests are kept. */
const folder = () =>
  join(import.meta.dirname, 'kept', basename(expect.getState().testPath ?? '').replace('.test.ts', ''));

/** Was each test run, so that what was not written is a summary that no test has? */
const allPassed = (tasks: RunnerTestFile['tasks']): boolean =>
  tasks.every(task => (task.type === 'suite' ? allPassed(task.tasks) : task.result?.state === 'pass'));

/** A step that a person starts, with all that can be said. */
export const AT_A_TERMINAL = {
  env: {
    GITHUB_ACTIONS: undefined,
    GITHUB_OUTPUT: undefined,
    GITHUB_STEP_SUMMARY: undefined,
    RUNNER_DEBUG: '1',
  },
} as const;

/** The inputs of a step against a sandbox. */
export function stepOn(url: string, inputs: Record<string, string>, more: Omit<Step, 'with'> = {}): Step {
  const signedIn = ['publicKey', 'clientId', 'accessToken'].some(name => name in inputs);
  return {
    ...more,
    with: { baseUrl: url, groupId: projects.window, ...(signedIn ? {} : credentials.apiKey), ...inputs },
  };
}

type Recorded = Sandbox['requests'][number];

/** `GET …01/maintenanceWindow → 200`, with what was sent in between. */
export function line({ method, path, body, status }: Recorded): string {
  const short = path
    .replace(/^\/api\/atlas\/v2\/groups\/[0-9a-f]{22}/, '…')
    .replace(/\?.*/, query => `?${new URLSearchParams(query).has('eventType') ? '…' : query.slice(1)}`);
  return [method, short, body && !path.startsWith('/api/oauth') ? body : '', '→', String(status)]
    .filter(part => part !== '')
    .join(' ');
}

/** What a credential adds around the requests of an operation: a challenge before the first, or a token's life. */
export function signedIn(kind: CredentialKind, lines: readonly string[]): string[] {
  switch (kind) {
    case 'apiKey':
      return [...lines.slice(0, 1).map(first => first.replace(/→ .*/, '→ 401')), ...lines];
    case 'serviceAccount':
      return ['POST /api/oauth/token → 200', ...lines, 'POST /api/oauth/revoke → 200'];
    case 'accessToken':
      return [...lines];
  }
}
